"""A reply comes in: whose word is it, which case is it about, and what does it decide?

The one gate for every decision by mail. A lead's reply acts only if it comes from a lead, carries that case's signed
token, and the mail system vouches for the sender; the same function decides for every way a reply can come.
"""

from dataclasses import replace

from medverkan.bot import approve, day_answers, deliver, receive, unit_answers
from medverkan.bot.aside import put_aside, refuse
from medverkan.bot.calling import call, introduce
from medverkan.bot.participant_says import tell_lead, writes_of_a_case
from medverkan.bot.post import Desk
from medverkan.bot.register import wants_to_leave
from medverkan.bot.reminding.participants import took_answer
from medverkan.bot.reminding.returned import awaits_feedback, feedback
from medverkan.bot.settings import Lead
from medverkan.bot.tokens import Purpose, Token, find
from medverkan.bot.trust import is_vouched
from medverkan.mailbox.answers.by_number import is_only_by_number
from medverkan.mailbox.mime import plain_text
from medverkan.mailbox.values import Kind, Letter, Reading
from medverkan.storage.lifecycle import MailEvent
from medverkan.storage.values import Mail, Request

REPLY_TAKEN = "reply-taken"


def answer(desk: Desk, mail: Mail, reading: Reading) -> None:
    """Let a reply act where it may; put it aside with the reason where it may not."""
    letter = reading.letter
    token = find(desk.parts.store.vault, letter, plain_text(letter))
    lead = desk.parts.settings.lead(letter.sender) if letter.sender else None
    if lead or _claims_to_be_a_lead(desk, letter):
        _from_lead(desk, mail, reading, token, lead)
    elif token and token.purpose.audience == "unit":
        _from_unit(desk, mail, reading, token)
    elif wants_to_leave(desk, mail, reading) or (
        token and token.purpose is Purpose.PARTICIPANT and _from_participant(desk, mail, reading, token)
    ):
        return
    elif token and token.purpose.audience == "lead":
        refuse(desk, mail, "Ett svar på ett brev till en utvecklingsledare, från någon annan. Det gjorde ingenting.")
    elif not writes_of_a_case(desk, mail, reading):
        put_aside(desk, mail, Kind.REPLY, "Ett svar som inte hör till något ärende jag känner igen.")


def _from_lead(desk: Desk, mail: Mail, reading: Reading, token: Token | None, lead: Lead | None) -> None:
    if lead is None or not is_vouched(reading.letter, desk.parts.settings.trust):
        refuse(
            desk,
            mail,
            "Ett svar i en utvecklingsledares namn som mejlsystemet inte går i god för. Det gjorde ingenting.",
        )
        return
    if token is None or token.purpose.audience != "lead":
        put_aside(desk, mail, Kind.REPLY, "Ett svar från en utvecklingsledare utan giltig ärendekod: det gjorde inget.")
        return
    if token.is_over(desk.now) or not token.is_for(desk.parts.store.vault, lead.email):
        _ask_again(desk, mail, token, lead)
        return
    if _is_a_repeat(desk, reading, token, lead):
        put_aside(desk, mail, Kind.REPLY, "Samma svar har kommit en gång till. Det gjorde ingenting nu.", tell=False)
        return
    request = desk.books.requests.get(token.about)
    if why := _act(desk, reading, token, lead, request):
        _did_nothing(desk, mail, reading, token, lead, why)
    else:
        _done(desk, mail, request)


def _did_nothing(desk: Desk, mail: Mail, reading: Reading, token: Token, lead: Lead, why: str) -> None:
    """Say that a lead's answer did nothing, and make it a task: what a lead has written never just ends."""
    request, member = desk.books.requests.get(token.about), desk.books.members.get(token.about)
    reason = f"Ett svar från en utvecklingsledare gjorde inget: {why}"
    about = request or member
    # Without anything to write about there is no code to answer with: the letter is that of any mail put aside.
    request_id = request.id if request else None
    task = put_aside(desk, mail, Kind.REPLY, reason, tell=about is None, request_id=request_id)
    if about is None:
        return
    said = f"Jag gjorde inget med ditt svar: {why} Svaret är lagt åt sidan, och är uppgift {task.number}."
    desk.to_lead(
        lead, "lead-echo", "echo", token.purpose, about=about, version=token.version,
        in_reply_to=reading.letter.message_id, said=said, request=request,
    )  # fmt: skip


def _ask_again(desk: Desk, mail: Mail, token: Token, lead: Lead) -> None:
    """Tell a lead that an answer to an expired letter, or to another lead's, did nothing; once a day and case."""
    about = desk.books.requests.get(token.about) or desk.books.members.get(token.about)
    for_another = not token.is_for(desk.parts.store.vault, lead.email)
    once = replace(desk, mail_id="")
    key = f"again:{token.about}:{token.purpose}{token.version}:{desk.now.date()}"
    if about is None or once.is_written(key, lead):
        # One answer a day tells of the others; where nothing is left to write about, none has been written.
        reason = "Ett svar på ett brev som inte gäller längre. Det gjorde inget."
        put_aside(desk, mail, Kind.REPLY, reason, tell=about is None)
        return
    once.to_lead(
        lead, "lead-answer-again", key, token.purpose, about=about, version=token.version, for_another=for_another
    )
    _done(desk, mail, about if isinstance(about, Request) else None)


def _is_a_repeat(desk: Desk, reading: Reading, token: Token, lead: Lead) -> bool:
    """Tell whether this very reply has acted before, and remember it where it has not.

    A signed mail stays signed whoever sends it on: a JA that was taken back must not come again by itself. A lead who
    writes the same words anew writes them under another Message-ID or at another time.
    """
    books, letter = desk.books, reading.letter
    written = f"{letter.message_id}\0{letter.header('Date')}"
    if written == "\0":
        return False
    mark = desk.parts.store.vault.lookup("reply", f"{lead.email}\0{written}\0{reading.own_words}")
    request, member = books.requests.get(token.about), books.members.get(token.about)
    request_id, member_id = request.id if request else None, member.id if member else None
    taken = books.audit.of(request_id=request_id, member_id=None if request else member_id, what=REPLY_TAKEN)
    if any(event.detail.get("mark") == mark for event in taken):
        return True
    detail = {"lead": lead.email, "mark": mark}
    books.audit.add(REPLY_TAKEN, "lead", desk.now, detail=detail, request_id=request_id, member_id=member_id)
    return False


def _act(desk: Desk, reading: Reading, token: Token, lead: Lead, request: Request | None) -> str:
    """Let the answer act; return why it did nothing, "" where the lead has been answered."""
    full = day_answers.in_full(desk, reading)
    if token.purpose is Purpose.DAY or is_only_by_number(reading.own_words) or day_answers.is_of_a_task(full):
        return day_answers.take(desk, reading, lead)
    if token.purpose is Purpose.INTRODUCTION:
        return introduce.introduction_outcome(desk, reading, token, lead)
    if request is None:
        return "ärendet finns inte längre."
    match token.purpose:
        case Purpose.PROPOSAL:
            approve.decide_proposal(desk, request, reading, token, lead)
        case Purpose.CALLS:
            call.decide_calls(desk, request, reading, lead)
        case Purpose.UNIT_CHECK:
            deliver.decide_unit(desk, request, reading, token, lead)
        case _:
            return "brevet gäller inget som går att svara på."
    return ""


def _from_participant(desk: Desk, mail: Mail, reading: Reading, token: Token) -> bool:
    """Hand what a participant wrote, of a case or of their own meeting, to the lead; return whether it was one."""
    books, letter = desk.books, reading.letter
    if token.is_over(desk.now) or not token.is_for(desk.parts.store.vault, letter.sender) or not letter.sender:
        return False
    request, known = books.requests.get(token.about), books.members.by_email(letter.sender)
    if request:
        writers = [member for member in known if books.invitations.get(request.id, member.id)]
    else:
        writers = [member for member in known if member.number == token.about]
    if len(writers) != 1:
        return False
    if request and took_answer(desk, request, writers[0], reading):
        _done(desk, mail, request)
        return True
    vouched = is_vouched(letter, desk.parts.settings.trust)
    tell_lead(desk, mail, request, writers[0], reading.own_words, vouched=vouched)
    _done(desk, mail, request)
    return True


def _from_unit(desk: Desk, mail: Mail, reading: Reading, token: Token) -> None:
    request = desk.books.requests.get(token.about)
    if token.is_over(desk.now):
        put_aside(desk, mail, Kind.REPLY, "Ett svar på ett brev till en verksamhet som är äldre än ett halvår.")
        return
    if request is None or not receive.is_the_unit(desk, reading.letter, request):
        put_aside(desk, mail, Kind.REPLY, "Ett svar i ett ärende, men inte från den som skickade förfrågan.")
        return
    about_contact = token.purpose is Purpose.CONTACTED
    if token.purpose is Purpose.FEEDBACK or (awaits_feedback(request) and not about_contact):
        feedback(desk, request, reading)
    else:
        unit_answers.take_answer(desk, request, reading, about_contact=about_contact)
    _done(desk, mail, request)


def _claims_to_be_a_lead(desk: Desk, letter: Letter) -> bool:
    """Tell whether From only looks like a lead's: an address of theirs somewhere in it, but not as the one mailbox."""
    written = letter.header("From").lower()
    return any(lead.email in written for lead in desk.parts.settings.leads)


def _done(desk: Desk, mail: Mail, request: Request | None) -> None:
    desk.books.mails.move(
        mail,
        MailEvent.UNDERSTOOD,
        kind=Kind.REPLY,
        disposal="handled",
        request_id=request.id if request else None,
    )
