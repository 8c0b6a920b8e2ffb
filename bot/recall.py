"""A release is taken back while it can be: the letters that wait are stopped, the consent behind them withdrawn."""

from medverkan.bot.calling.call_list import open_calls
from medverkan.bot.left import TOLD_OF_IT, sent
from medverkan.bot.letters import spoken
from medverkan.bot.people import people_in
from medverkan.bot.post import Desk
from medverkan.bot.register import DELIVERY
from medverkan.bot.settings import Lead
from medverkan.bot.tokens import Purpose
from medverkan.storage.lifecycle import InvitationEvent, InvitationState, RequestEvent, RequestState
from medverkan.storage.values import Invitation, Member, Request

HANDED_OVER = (InvitationState.RELEASED, InvitationState.TOOK_PART)


def recall(desk: Desk, request: Request, invitation: Invitation, member: Member) -> Invitation | None:
    """Take back one release; return the person as still to be called, None where the letter has left or is leaving."""
    books = desk.books
    if not books.outgoing.cancel(request_id=request.id, kinds=[DELIVERY], member_id=member.id):
        return None
    books.outgoing.cancel(request_id=request.id, kinds=TOLD_OF_IT, member_id=member.id)
    books.consents.withdraw(member.id, "release", desk.now, request_id=request.id)
    for task in books.tasks.open_tasks(kinds=["letter"], request_id=request.id, member_id=member.id):
        books.tasks.done(task, desk.now)
    current = books.requests.get(request.id)
    if current and current.state is RequestState.DELIVERED:
        books.requests.move(current, RequestEvent.RECALLED, desk.now)
    return books.invitations.move(invitation, InvitationEvent.RECALLED, desk.now)


def take_back(desk: Desk, request: Request) -> list[Member]:
    """Take back every release in the case that has not left yet; return whom they were about, to be called again."""
    released = [(i, m) for i, m in people_in(desk, request) if i.state is InvitationState.RELEASED]
    back = [member for invitation, member in released if recall(desk, request, invitation, member)]
    open_calls(desk, request, [member.id for member in back])
    return back


def take_back_one(desk: Desk, request: Request, invitation: Invitation, member: Member) -> bool:
    """Take back one person's yes, who is then to be called again; return whether: not where the details have left."""
    if invitation.state is InvitationState.RELEASED:
        back = recall(desk, request, invitation, member) is not None
    elif back := invitation.state is InvitationState.ACCEPTED:
        desk.books.consents.withdraw(member.id, "release", desk.now, request_id=request.id)
        desk.books.invitations.move(invitation, InvitationEvent.CALL_AGAIN, desk.now)
    if back:
        open_calls(desk, request, [member.id])
    return back


def stopped_by_doubt(desk: Desk, request: Request) -> str:
    """Take back what waits to be released, since an answer that is not understood may be about it; return whose."""
    back = take_back(desk, request)
    if not back:
        return ""
    desk.books.audit.add("release-held", "bot", desk.now, request_id=request.id)
    return spoken([member.name for member in back])


def undo(desk: Desk, request: Request, lead: Lead, reply: str) -> None:
    """Take back every release in the case that has not left yet, and say so."""
    back = take_back(desk, request)
    gone = [member for invitation, member in people_in(desk, request) if invitation.state in HANDED_OVER]
    said = []
    if back:
        desk.books.audit.add("release-undone", "lead", desk.now, request_id=request.id, detail={"lead": lead.email})
        said.append(f"Inget har lämnats ut om {_names(back)}. Samtalet står kvar på ringlistan.")
        if told := [member for member in back if any(one.kind in TOLD_OF_IT for one in sent(desk, request, member))]:
            said.append(f"Ett brev eller sms om uppdraget har redan gått till {_names(told)}. Ring och säg som det är.")
    if gone:
        said.append(
            f"Det är för sent att ångra: uppgifterna om {_names(gone)} har redan gått till verksamheten. "
            "Ring verksamheten och be dem radera uppgifterna."
        )
    if not said:
        said.append("Det finns inget att ångra: inga kontaktuppgifter har lämnats ut i ärendet.")
    desk.to_lead(
        lead, "lead-echo", "echo", Purpose.CALLS, about=request, in_reply_to=reply, said=" ".join(said),
        request=request,
    )  # fmt: skip


def _names(members: list[Member]) -> str:
    return spoken([member.name for member in members])
