"""What a participant writes of an assignment reaches the lead with who it is and which case it is about.

It decides nothing: the lead phones, and answers. Who writes a mail of their own, instead of answering a letter of ours,
is known by the address alone; where the mail system does not vouch for it, the lead is told so.
"""

from datetime import timedelta

from medverkan.bot.day_list import number_to
from medverkan.bot.hours import due_in
from medverkan.bot.people import may_be_asked
from medverkan.bot.post import Desk
from medverkan.bot.tokens import Purpose, without_tokens
from medverkan.bot.trust import is_vouched
from medverkan.mailbox.kinds.farewells import Leaver, leaver
from medverkan.mailbox.replies.own_words import own_words
from medverkan.mailbox.values import Kind, Reading
from medverkan.storage.lifecycle import InvitationState, MailEvent, RequestState
from medverkan.storage.values import Mail, Member, Request

SOON = timedelta(days=3)
# More than this of a stranger's words says no more.
SHOWN_MOST = 4000
RUNNING = (RequestState.CALLING, RequestState.DELIVERED, RequestState.HELD)
WITH = (
    InvitationState.PICKED,
    InvitationState.NO_ANSWER,
    InvitationState.CALL_AGAIN,
    InvitationState.ACCEPTED,
    InvitationState.RELEASED,
    InvitationState.TOOK_PART,
)


def tell_lead(
    desk: Desk, mail: Mail, request: Request | None, member: Member, words: str, *, answers: bool = True, vouched: bool
) -> None:
    """Put what a participant wrote before the leads as a call to make; `answers`: a letter of ours."""
    wants_out = leaver(words) is Leaver.WRITER
    is_soon = request is not None and _is_soon(desk, request)
    due = due_in(desk.now, 0 if wants_out or is_soon else 1, desk.parts.settings)
    case = request.id if request else None
    task = desk.books.tasks.add("contact", f"contact:{mail.id}", due, request_id=case, member_id=member.id)
    desk.to_leads(
        "lead-participant-says", f"participant:{mail.id}", Purpose.CALLS if request else Purpose.INTRODUCTION,
        about=request or member, member=member, words=words, task=task.number, wants_out=wants_out, is_soon=is_soon,
        reached=number_to(desk, member), answers=answers, vouched=vouched,
    )  # fmt: skip


def writes_of_a_case(desk: Desk, mail: Mail, reading: Reading) -> bool:
    """Tell the leads of a mail of a known person's own, where they are in a case that runs; return whether they are.

    Of several cases it is put before them as the one whose day is next.
    """
    letter = reading.letter
    known = [one for one in desk.books.members.by_email(letter.sender) if may_be_asked(one)] if letter.sender else []
    words = without_tokens(reading.own_words or own_words(letter)).strip()[:SHOWN_MOST]
    if len(known) != 1 or not words or desk.parts.settings.lead(letter.sender):
        return False
    cases = [case for case in desk.books.requests.in_state(*RUNNING) if _is_with(desk, case, known[0])]
    if not cases:
        return False
    today = desk.now.astimezone(desk.parts.settings.zone).date()
    request = min(cases, key=lambda one: _distance(one, today.toordinal()))
    vouched = is_vouched(letter, desk.parts.settings.trust)
    tell_lead(desk, mail, request, known[0], words, answers=False, vouched=vouched)
    desk.books.mails.move(mail, MailEvent.UNDERSTOOD, kind=Kind.REPLY, disposal="handled", request_id=request.id)
    return True


def _is_with(desk: Desk, request: Request, member: Member) -> bool:
    invitation = desk.books.invitations.get(request.id, member.id)
    return invitation is not None and invitation.state in WITH


def _distance(request: Request, today: int) -> tuple[bool, int]:
    """Return how far off the day is, days that have been after those to come."""
    days = request.date_start.toordinal() - today if request.date_start else 10**6
    return days < 0, abs(days)


def _is_soon(desk: Desk, request: Request) -> bool:
    """Tell whether the assignment is within three days: what a participant writes then may be that they cannot come."""
    today = desk.now.astimezone(desk.parts.settings.zone).date()
    return request.date_start is not None and timedelta() <= request.date_start - today <= SOON
