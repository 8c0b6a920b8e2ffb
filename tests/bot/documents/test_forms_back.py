"""A delivery carries the unit's own form where that can be filled in, and our document where it cannot."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from email.message import EmailMessage
from pathlib import Path

import pytest

from medverkan.bot.demo import cast, mails
from medverkan.bot.demo.journey import Journey
from medverkan.bot.demo.mails import Rows
from medverkan.bot.demo.world import world
from medverkan.bot.documents.pdf import PDF
from medverkan.bot.filled import WORD
from medverkan.bot.rights.erase import erase
from medverkan.mailbox.values import Part
from tests.bot.documents import word
from tests.bot.documents.shown import text_of_pdf
from tests.bot.town import LEAD, RESIDENTS, UNIT, case_of, deliveries, picked

FORM = cast.HOME_CARE_FORM
PLACE = (("Medverkandes namn", ""), ("Medverkandes telefon", ""), ("Medverkandes e-post", ""))
MINUTES = word.form(word.in_table("Deltagare", "Datum"), [("Minnesanteckningar", "Möte om nära vård")])


def as_word(rows: Rows) -> bytes:
    """Return a form as Word makes it."""
    labels, values = zip(*rows, strict=True)
    return word.form(word.in_table(*labels, values=values), [("Mall", "2")])


@contextmanager
def town(tmp_path: Path, attach: Callable[[EmailMessage], None], words: str = "Hej!\n") -> Iterator[Journey]:
    """Yield a journey in which the request came as one mail with what is attached to it."""
    with world(tmp_path / "home", datetime(2027, 2, 1, 8, 12, tzinfo=UTC)) as where:
        play = Journey(where, lambda _: None)
        for rows in RESIDENTS:
            play.send(mails.in_body(play.new_mail(cast.FORM, "Intresseanmälan"), rows), cast.FORM)
        where.step()
        message = play.new_mail(UNIT, "Förfrågan om medverkan")
        message.set_content(words)
        attach(message)
        play.send(message.as_bytes(), UNIT)
        where.step()
        yield play


def attached(*files: bytes) -> Callable[[EmailMessage], None]:
    """Return what attaches those files."""

    def attach(message: EmailMessage) -> None:
        for number, content in enumerate(files):
            main, sub = (PDF if content.startswith(b"%PDF") else WORD).split("/")
            message.add_attachment(content, maintype=main, subtype=sub, filename=f"bilaga{number}.docx")

    return attach


def release(play: Journey, words: str = "1 ja\n2 ja") -> None:
    """Let two people say yes, and what is due leave."""
    play.answer(picked(play), words)
    play.world.clock.forward(minutes=20)
    play.world.step()


def files(play: Journey) -> list[Part]:
    """Return what is attached to the deliveries."""
    found = [[part for part in letter.parts if not part.inline] for letter in deliveries(play)]
    assert all(len(parts) == 1 for parts in found)
    return [parts[0] for parts in found]


def test_each_person_goes_back_in_a_form_of_their_own(tmp_path: Path) -> None:
    with town(tmp_path, attached(MINUTES, as_word((*FORM, *PLACE)))) as play:
        release(play)
        names = [name for number, name, _ in play.people(case_of(play)) if number in (1, 2)]
        shown = [word.shown(part.content) for part in files(play)]
        assert [part.filename for part in files(play)] == ["Forfragan-F-2027-0001.docx"] * 2
        for own, other in ((0, 1), (1, 0)):
            (form,) = [lines for lines in shown if names[own] in lines]
            assert not any(names[other].split()[0] in line for line in form)
            assert any("070-174 06 3" in line for line in form)
            assert "Samma ansikten hemma" in form
            assert "Minnesanteckningar" not in form


@pytest.mark.parametrize(
    "attach",
    [
        attached(as_word(FORM)),
        attached(as_word((*FORM, ("Antal deltagare", ""), ("Namn", "")))),
        attached(MINUTES),
    ],
)
def test_without_a_place_for_it_the_answer_is_our_own_document(
    tmp_path: Path, attach: Callable[[EmailMessage], None]
) -> None:
    body = "".join(f"{label}: {value}\n" for label, value in FORM)
    with town(tmp_path, attach, body) as play:
        release(play, "1 ja\n2 nej")
        (part,) = files(play)
        assert (part.filename, part.content_type) == ("Forfragan-F-2027-0001-svar.pdf", PDF)
        text = text_of_pdf(part.content)
        name = next(name for number, name, _ in play.people(case_of(play)) if number == 1)
        for told in (name, "070-174 06 3", "Samma ansikten hemma", "Kalmar, Strömgatan 13", "inom fem arbetsdagar"):
            assert told in text
        assert play.letters(LEAD, "lead-own-form") == []


def test_a_form_with_macros_is_not_touched_and_the_lead_hears_of_it_once(tmp_path: Path) -> None:
    harmful = word.with_parts(as_word((*FORM, *PLACE)), word__vbaProject_dot_bin=b"Sub AutoOpen()")
    with town(tmp_path, attached(harmful)) as play:
        release(play)
        assert {part.filename for part in files(play)} == {"Forfragan-F-2027-0001-svar.pdf"}
        (told,) = play.letters(LEAD, "lead-own-form")
        assert "det innehåller makron eller skript" in told.parts[0].content.decode()


def test_the_participants_copy_says_it_all_in_a_neutral_file(tmp_path: Path) -> None:
    with town(tmp_path, attached(as_word((*FORM, *PLACE)))) as play:
        release(play, "1 ja\n2 nej")
        play.world.clock.forward(days=1)
        play.world.step()
        with play.world.parts.store.reading() as books:
            (letter,) = [one for one in books.outgoing.all() if one.kind == "participant-assignment"]
        ((name, kind, content),) = [one for one in letter.attachments if one[1] == PDF]
        assert (name, kind) == ("Ditt-uppdrag.pdf", PDF)
        text = text_of_pdf(content)
        for told in ("Samma ansikten hemma", "Ett gemensamt arbetssätt", "Dela med dig av hur det är", "Kalmar",
                     "Hiss och hörslinga", "personligt stöd", "försäkrad", "Skriftligt inom fyra veckor",
                     "Swedbanks kontoregister", "Eva Lindstam"):  # fmt: skip
            assert told in text
        for kept in ("F-2027", "Önskad erfarenhet", "Egen hemtjänst, eller", "Antal personer", "kl."):
            assert kept not in text


def _changed(**changed: str) -> Rows:
    return tuple((label, changed.get(label.split()[0].split("/")[0], value)) for label, value in FORM)


def test_each_case_of_one_mail_gets_its_own_form(tmp_path: Path) -> None:
    other = _changed(Verksamhet="Hemsjukvården", Uppdragets="Lika dörrar", Beskrivning="Vi vill veta hur det är.",
                     Syfte="Trygga besök.", Förväntningar="Att du kommer.")  # fmt: skip
    with town(tmp_path, attached(as_word((*FORM, *PLACE)), as_word((*other, *PLACE)))) as play:
        with play.world.parts.store.reading() as books:
            cases = {one.number: str(one.fields.get("title")) for one in books.requests.in_state()}
        assert sorted(cases.values()) == ["Lika dörrar", "Samma ansikten hemma"]
        for number, title in cases.items():
            calls = play.latest(LEAD, "lead-proposal", number)
            play.answer(calls, "JA 1")
            play.answer(play.latest(LEAD, "lead-calls", number), "1 ja")
            play.world.clock.forward(minutes=20)
            play.world.step()
            (part,) = [one for one in files(play) if one.filename == f"Forfragan-{number}.docx"]
            assert title in word.shown(part.content)
            assert not any(one in word.shown(part.content) for one in cases.values() if one != title)


def test_a_form_in_a_mail_that_is_passed_on_as_a_file_is_found(tmp_path: Path) -> None:
    def passed_on(message: EmailMessage) -> None:
        inner = mails.mail(UNIT, "Förfrågan om medverkan", datetime(2027, 2, 1, 9, tzinfo=UTC), 77)
        inner.set_content("Se bilagan.\n")
        attached(as_word((*FORM, *PLACE)))(inner)
        message.add_attachment(inner)

    with town(tmp_path, passed_on) as play:
        release(play, "1 ja\n2 nej")
        (part,) = files(play)
        assert part.filename == "Forfragan-F-2027-0001.docx"


def test_who_is_not_mailed_gets_the_assignment_by_post(tmp_path: Path) -> None:
    with town(tmp_path, attached(as_word((*FORM, *PLACE)))) as play:
        with play.world.parts.store.transaction() as books:
            for one in books.members.all():
                books.consents.withdraw(one.id, "email", play.world.clock())
        release(play, "1 ja\n2 nej")
        (letter,) = play.letters(LEAD, "lead-by-post")
        (part,) = [part for part in letter.parts if not part.inline]
        assert "Adressen är inte känd" in letter.parts[0].content.decode()
        assert "Svara på mejlet" not in text_of_pdf(part.content)
        assert "Samma ansikten hemma" in text_of_pdf(part.content)


def test_nothing_is_left_in_any_file_of_somebody_who_is_erased(tmp_path: Path) -> None:
    form = tuple((label, "2027-03-16 – 2028-03-16" if label == "Datum och tid" else value) for label, value in FORM)
    with town(tmp_path, attached(as_word((*form, *PLACE)))) as play:
        release(play)
        people = {name: number for number, name, _ in play.people(case_of(play)) if number in (1, 2)}
        with play.world.parts.store.reading() as books:
            gone, stays = (one for one in books.members.all() if one.name in people)
        before = _told_in_files(play)
        assert any(gone.fields["last_name"] in text for text in before)
        assert any("Överenskommelse" in text and gone.fields["last_name"] in text for text in before)
        erase(play.world.parts, gone.number, play.world.clock(), by="operator")
        after = _told_in_files(play)
        assert not any(gone.fields["last_name"] in text for text in after)
        assert any(stays.fields["last_name"] in text for text in after)


def _told_in_files(play: Journey) -> list[str]:
    with play.world.parts.store.reading() as books:
        held = [one for letter in books.outgoing.all() for one in letter.attachments]
    return [
        text_of_pdf(content) if kind == PDF else "\n".join(word.shown(content)) if kind == WORD else content.decode()
        for _, kind, content in held
    ]
