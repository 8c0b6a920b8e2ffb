"""How a case stands, told to one lead who asks: the people with their numbers, in a letter that can be answered."""

from medverkan.bot.people import people_in
from medverkan.bot.post import Desk
from medverkan.bot.settings import Lead
from medverkan.bot.tokens import Purpose
from medverkan.storage.lifecycle import RequestState
from medverkan.storage.values import Request

BEING_CALLED = (RequestState.CALLING, RequestState.DELIVERED)


def send_status(desk: Desk, request: Request, lead: Lead, reply: str, purpose: Purpose | None = None) -> None:
    """Write a lead how a case stands; an answer decides on the newest list, or tells of calls."""
    versions = len(desk.books.proposals.of(request)) or 1
    if purpose is None:
        purpose = Purpose.CALLS if request.state in BEING_CALLED else Purpose.PROPOSAL
    desk.to_lead(
        lead, "lead-status", f"status:{request.id}", purpose, about=request, version=versions, in_reply_to=reply,
        request=request, people=people_in(desk, request), is_calls=purpose is Purpose.CALLS,
    )  # fmt: skip
