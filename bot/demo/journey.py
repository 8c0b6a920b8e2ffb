"""The journey of the demo, act by act: mail goes in by IMAP, letters come out by SMTP, each act tells what happened.

Everything is done through the servers; the acts only write what people would write, and look at what the bot wrote.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from email.message import EmailMessage

from medverkan.bot import words
from medverkan.bot.demo import cast, mails
from medverkan.bot.demo.world import World
from medverkan.mailbox.addresses import domain_of
from medverkan.mailbox.mime import plain_text
from medverkan.mailbox.values import Letter
from medverkan.storage.lifecycle import InvitationState
from medverkan.storage.values import Request

Tell = Callable[[str], None]


@dataclass
class Journey:
    """The demo's people at work in a world."""

    world: World
    tell: Tell
    serial: int = 0

    def send(self, raw: bytes, sender: tuple[str, str], *, vouched: bool = True) -> None:
        """Mail something to the functional mailbox; the receiving server vouches for it or not."""
        self.world.deliver(raw, vouched_for=domain_of(sender[1]) if vouched else "")

    def new_mail(self, sender: tuple[str, str], subject: str) -> EmailMessage:
        """Return the headers of a new mail at the world's clock."""
        self.serial += 1
        return mails.mail(sender, subject, self.at, self.serial)

    @property
    def at(self) -> datetime:
        """Now, on people's clocks."""
        return self.world.clock().astimezone(self.world.parts.settings.zone)

    def answer(self, letter: Letter, words: str, sender: tuple[str, str] = cast.LEAD, *, vouched: bool = True) -> None:
        """Reply to one of our letters, and let the bot act."""
        self.serial += 1
        self.send(mails.reply(letter, words, sender, self.at, self.serial), sender, vouched=vouched)
        self.world.step()

    def letters(self, to: str, kind: str) -> list[Letter]:
        """Return the letters of that kind (the name of its template) that have left for that address, oldest first."""
        with self.world.parts.store.reading() as books:
            ours = {message.message_id for message in books.outgoing.all() if message.kind == kind}
        return [letter for letter in self.world.letters(to) if letter.message_id in ours]

    def latest(self, to: str, kind: str, *having: str) -> Letter:
        """Return the newest letter of that kind to that address, with all those words in subject or text."""
        for letter in reversed(self.letters(to, kind)):
            text = f"{letter.subject}\n{plain_text(letter)}"
            if all(word in text for word in having):
                return letter
        raise LookupError(f"no {kind} with {having}")

    def case(self, unit: str) -> Request:
        """Return the newest case of that unit."""
        with self.world.parts.store.reading() as books:
            return [one for one in books.requests.in_state() if one.fields.get("unit") == unit][-1]

    def show(self, letter: Letter, lines: int = 14, skip_to: str = "") -> None:
        """Show the beginning of a letter, from the line that begins with `skip_to` on."""
        text = plain_text(letter).strip().splitlines()
        start = next((at for at, line in enumerate(text) if line.startswith(skip_to)), 0) if skip_to else 0
        self.tell(f"    Till: {letter.to[0] if letter.to else ''}   Ämne: {letter.subject.split(' [')[0]}")
        for line in text[start : start + lines]:
            self.tell(f"    | {line}")
        if len(text) > start + lines:
            self.tell("    | …")

    def people(self, request: Request) -> Iterator[tuple[int, str, InvitationState]]:
        """Yield number, name and state of everybody in a case."""
        with self.world.parts.store.reading() as books:
            for invitation in books.invitations.of(request):
                member = books.members.get(invitation.member_id)
                yield invitation.number, member.name if member else "", invitation.state


def act_one_mail_arrives(play: Journey) -> None:
    """Registrations, requests and stray mail arrive, and leave the inbox as the routine says."""
    tell, world = play.tell, play.world
    for rows in cast.registrations():
        play.send(mails.in_body(play.new_mail(cast.FORM, "Intresseanmälan till Intressebanken"), rows), cast.FORM)
    play.send(
        mails.in_body(play.new_mail(cast.HOME_CARE, "Förfrågan om medverkan"), cast.HOME_CARE_FORM), cast.HOME_CARE
    )
    play.send(
        mails.in_html(play.new_mail(cast.CHILD_PSYCHIATRY, "Förfrågan om medverkan"), cast.CHILD_PSYCHIATRY_FORM),
        cast.CHILD_PSYCHIATRY,
    )
    word = mails.in_word(play.new_mail(cast.ADDICTION, "Brukarråd"), cast.ADDICTION_FORM, "Förfrågan om medverkan.docx")
    play.send(word, cast.ADDICTION)
    broken = play.new_mail(("Okänd", "info@annan.example"), "Förfrågan om medverkan")
    broken.set_content("Se bilagan.")
    broken.add_attachment(b"det har ar ingen Wordfil", maintype="application", subtype=mails.WORD[1], filename="f.docx")
    play.send(broken.as_bytes(), ("", "info@annan.example"))
    tell(f"  I brevlådan: {sum(world.folders().values())} mejl. Boten läser.")
    world.step()
    tell("  Efteråt:")
    for name, count in world.folders().items():
        tell(f"    {name}: {count}")
    with world.parts.store.reading() as books:
        receipts = list(books.receipts.all())
        tell(f"  {len(receipts)} anmälningar är sparade och raderade ur brevlådan, med kvitto:")
        first = receipts[0]
        tell(f"    uid {first.uid} i {first.folder}, sha256 {first.sha256[:16]}…, borta: ja, regel: {first.rule}")
    put_aside = play.latest(cast.LEAD[1], "lead-put-aside")
    tell("  Ett mejl gick inte att läsa. Det ligger kvar, och utvecklingsledaren får veta varför:")
    play.show(put_aside, 5)


def act_two_understood(play: Journey) -> None:
    """The units see what was understood; one is asked for what is missing, and answers."""
    play.tell("  Första verksamheten får ett kvitto med vad boten har förstått:")
    play.show(play.latest(cast.HOME_CARE[1], "unit-received"), 12, "Så här har vi förstått")
    play.tell("  Den andra har glömt syftet, och får en fråga:")
    question = play.latest(cast.CHILD_PSYCHIATRY[1], "unit-received")
    play.show(question, 10)
    play.world.clock.forward(hours=2)
    play.answer(question, cast.CHILD_PSYCHIATRY_ANSWER, cast.CHILD_PSYCHIATRY)
    play.tell(f"  Den svarar på mejlet. Ärendet är nu: {words.CASE[play.case('BUP Kalmar').state]}")


def act_three_proposed(play: Journey) -> Letter:
    """The lead gets numbered people with reasons for and against."""
    proposal = play.latest(cast.LEAD[1], "lead-proposal", "nära vård")
    play.tell("  Utvecklingsledaren får förslag, med skäl för och emot:")
    play.show(proposal, 40)
    return proposal


def act_four_decided(play: Journey, proposal: Letter) -> None:
    """Three replies: one unclear, one forged, one clear. Only the last acts."""
    tell, case = play.tell, play.case(cast.HOME_CARE_FORM[0][1])
    play.answer(proposal, "Ja det blir nog bra, ta den första eller kanske Samira")
    tell('  Svar 1: "Ja det blir nog bra, ta den första eller kanske Samira" – oklart, boten frågar:')
    play.show(play.latest(cast.LEAD[1], "lead-unclear"), 8)
    play.answer(proposal, "JA 1 2 3", vouched=False)
    state = words.CASE[play.case(case.fields["unit"]).state]
    tell(f'  Svar 2: "JA 1 2 3" i hennes namn, men inte från henne – gör ingenting. Ärendet är fortfarande: {state}')
    play.world.clock.forward(minutes=20)
    play.answer(proposal, "Ja till 1 och 2, tack!\n\nHälsningar\nKarin")
    tell('  Svar 3: "Ja till 1 och 2, tack!" – tydligt. Ringlistan kommer:')
    play.show(play.latest(cast.LEAD[1], "lead-calls"), 30)


def act_five_called(play: Journey) -> None:
    """The lead phones, and replies how it went; a reserve takes the place of a no."""
    tell, unit = play.tell, cast.HOME_CARE_FORM[0][1]
    case = play.case(unit)
    calls = play.latest(cast.LEAD[1], "lead-calls", case.number)
    first, second = [(number, name) for number, name, state in play.people(case) if state is InvitationState.PICKED][:2]
    play.world.clock.forward(hours=1)
    said = f"{first[1].split()[0]} vill gärna vara med och uppgifterna får lämnas. {second[1].split()[0]} svarade inte."
    play.answer(calls, said)
    tell(f'  Hon svarar: "{said}"')
    play.show(play.latest(cast.LEAD[1], "lead-outcomes"), 10)
    play.world.clock.forward(minutes=15)
    play.world.step()
    tell("  När ångertiden har gått skickas formuläret tillbaka med kontaktuppgifter, ett brev per person:")
    play.show(play.latest(cast.HOME_CARE[1], "unit-delivery"), 10)
    play.world.clock.forward(days=1)
    play.answer(calls, f"{second[1].split()[0]} tackade nej")
    reserve = play.latest(cast.LEAD[1], "lead-reserves")
    tell(f'  Nästa dag: "{second[1].split()[0]} tackade nej". Reserverna läggs fram:')
    play.show(reserve, 8)
    third = next(number for number, _, state in play.people(case) if state is InvitationState.PROPOSED)
    play.answer(reserve, f"Ja, ta nr {third}")
    play.world.clock.forward(hours=1)
    play.answer(
        play.latest(cast.LEAD[1], "lead-calls", case.number), f"{third} ja, och det går bra att lämna ut uppgifterna"
    )
    play.world.clock.forward(hours=1)
    play.world.step()
    tell(f"  Hon väljer nr {third}, ringer och får ett ja. Ärendet är nu: {words.CASE[play.case(unit).state]}")
    with play.world.parts.store.reading() as books:
        messages = books.outgoing.all(request_id=case.id)
    assignment = [m for m in messages if m.kind == "participant-assignment" and m.sent_at]
    if assignment:
        tell("  Den som medverkar får en hemlig kopia som uppdragsbeskrivning, i ett eget brev:")
        play.show(play.latest(assignment[-1].to, "participant-assignment"), 9)


def act_six_external(play: Journey) -> None:
    """A municipality outside the region: its letters leave from the external identity, never from the mailbox."""
    tell, case = play.tell, play.case(cast.ADDICTION_FORM[0][1])
    proposal = play.latest(cast.LEAD[1], "lead-proposal", case.number)
    number, name, _ = next(iter(play.people(case)))
    play.answer(proposal, f"Ja till {name.split()[0]}")
    play.answer(play.latest(cast.LEAD[1], "lead-calls", case.number), f"{number} tackar ja, uppgifterna får lämnas")
    play.world.clock.forward(minutes=15)
    play.world.step()
    letter = play.latest(cast.ADDICTION[1], "unit-delivery")
    tell(f"  {case.fields['unit']} i {case.fields['organisation']} har en annan domän än regionen.")
    tell(f"  Brevet går därför från {letter.sender}, med svar till {letter.reply_to}.")


def act_seven_followed_up(play: Journey) -> None:
    """The day comes, feedback is asked for a week later, the unit answers, and the case is closed."""
    tell, unit = play.tell, cast.HOME_CARE_FORM[0][1]
    play.world.clock.to(datetime(2027, 3, 17, 7, 5, tzinfo=play.world.clock().tzinfo))
    play.world.step()
    tell(
        f"  Klockan flyttas till {play.at:%Y-%m-%d}, dagen efter uppdraget. "
        f"Ärendet är: {words.CASE[play.case(unit).state]}"
    )
    play.world.clock.forward(days=7)
    play.world.step()
    question = play.latest(cast.HOME_CARE[1], "unit-feedback")
    tell(f"  {play.at:%Y-%m-%d}: påminnelsen om återkoppling går iväg.")
    play.show(question, 10)
    play.world.clock.forward(hours=3)
    play.answer(question, "1. Ja, vi ringde båda i förrgår.\n2. Vi börjar med fasta grupper i april.", cast.HOME_CARE)
    tell(f"  Verksamheten svarar. Utvecklingsledaren får läsa, och ärendet är: {words.CASE[play.case(unit).state]}")
