"""The states of everything that lives, and the only moves there are. No other place decides a state.

Each lifecycle is one table (state, event) → state; `move` is the one function that reads them.
"""

from collections.abc import Mapping
from enum import StrEnum
from typing import TypeVar


class IllegalMove(Exception):  # noqa: N818 - the house's word for it
    """That event cannot happen in that state."""


class RequestState(StrEnum):
    """Where a request is on its way; the words of `cases --json`."""

    RECEIVED = "received"
    INCOMPLETE = "incomplete"
    PROPOSED = "proposed"
    CALLING = "calling"
    DELIVERED = "delivered"
    HELD = "held"
    FOLLOWED_UP = "followed_up"
    CLOSED = "closed"
    WITHDRAWN = "withdrawn"
    UNFILLED = "unfilled"


class RequestEvent(StrEnum):
    """What can happen to a request."""

    LACKS = "lacks"  # required fields are missing
    COMPLETED = "completed"
    MATCHED = "matched"  # a proposal was put before the lead
    PICKED = "picked"
    NOBODY = "nobody"  # the lead says no to everybody, or all have declined
    DELIVERED = "delivered"  # nobody more is waited for
    RECALLED = "recalled"  # a release was taken back before it had left
    HELD = "held"
    FOLLOWED_UP = "followed_up"
    CLOSED = "closed"
    WITHDRAWN = "withdrawn"


class InvitationState(StrEnum):
    """Where one person is in one request."""

    PROPOSED = "proposed"
    PICKED = "picked"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    NO_ANSWER = "no_answer"
    CALL_AGAIN = "call_again"
    RELEASED = "released"
    TOOK_PART = "took_part"


class InvitationEvent(StrEnum):
    """What can happen to one person in one request."""

    PICKED = "picked"
    UNPICKED = "unpicked"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    NO_ANSWER = "no_answer"
    CALL_AGAIN = "call_again"
    RELEASED = "released"
    RECALLED = "recalled"  # the release was undone before it was sent
    TOOK_PART = "took_part"


class MemberStatus(StrEnum):
    """A resident's place in the register."""

    REGISTERED = "registered"  # anmäld
    CALLED = "called"  # uppringd
    INTRODUCED = "introduced"
    ACTIVE = "active"
    RESTING = "resting"  # vilar
    RESTRICTED = "restricted"  # spärrad
    LEFT = "left"  # avslutad


class MemberEvent(StrEnum):
    """What can happen to a resident's place in the register."""

    CALLED = "called"
    INTRODUCED = "introduced"
    ACTIVATED = "activated"
    RESTS = "rests"
    RESTRICTED = "restricted"
    RELEASED = "released"  # a restriction or a rest ends
    LEFT = "left"


class MailState(StrEnum):
    """What has become of one mail."""

    STORED = "stored"  # committed, not yet understood
    DONE = "done"
    ASIDE = "aside"  # a person must look at it


class MailEvent(StrEnum):
    """What can happen to one mail."""

    UNDERSTOOD = "understood"
    PUT_ASIDE = "put_aside"
    RETRIED = "retried"


class OutgoingState(StrEnum):
    """What has become of one message of ours; the words of `outbox --json`, and `cancelled` for an undone one."""

    WAITING = "waiting"
    SENT = "sent"
    FAILED = "failed"
    CANCELLED = "cancelled"


class OutgoingEvent(StrEnum):
    """What can happen to one message of ours."""

    SENT = "sent"
    GAVE_UP = "gave_up"
    CANCELLED = "cancelled"


class MeetingState(StrEnum):
    """What has become of one meeting."""

    PLANNED = "planned"
    HELD = "held"
    MISSED = "missed"  # the person did not come
    CANCELLED = "cancelled"


class MeetingEvent(StrEnum):
    """What can happen to one meeting."""

    MOVED = "moved"  # to another time or place
    HELD = "held"
    MISSED = "missed"
    CANCELLED = "cancelled"


R, E = RequestState, RequestEvent
_OPEN = (R.RECEIVED, R.INCOMPLETE, R.PROPOSED, R.CALLING, R.DELIVERED)
REQUEST: dict[tuple[RequestState, RequestEvent], RequestState] = {
    (R.RECEIVED, E.LACKS): R.INCOMPLETE,
    (R.INCOMPLETE, E.LACKS): R.INCOMPLETE,
    (R.INCOMPLETE, E.COMPLETED): R.RECEIVED,
    (R.RECEIVED, E.MATCHED): R.PROPOSED,
    (R.PROPOSED, E.MATCHED): R.PROPOSED,
    (R.CALLING, E.MATCHED): R.CALLING,
    (R.PROPOSED, E.PICKED): R.CALLING,
    (R.CALLING, E.PICKED): R.CALLING,
    (R.PROPOSED, E.NOBODY): R.UNFILLED,
    (R.CALLING, E.NOBODY): R.UNFILLED,
    (R.CALLING, E.DELIVERED): R.DELIVERED,
    (R.DELIVERED, E.RECALLED): R.CALLING,
    (R.DELIVERED, E.HELD): R.HELD,
    (R.HELD, E.FOLLOWED_UP): R.FOLLOWED_UP,
    (R.FOLLOWED_UP, E.CLOSED): R.CLOSED,
    (R.UNFILLED, E.CLOSED): R.CLOSED,
    **{(state, E.WITHDRAWN): R.WITHDRAWN for state in _OPEN},
}

I, P = InvitationState, InvitationEvent  # noqa: E741 - I for invitation, read beside R
_ASKED = (I.PICKED, I.NO_ANSWER, I.CALL_AGAIN)
INVITATION: dict[tuple[InvitationState, InvitationEvent], InvitationState] = {
    (I.PROPOSED, P.PICKED): I.PICKED,
    **{(state, P.UNPICKED): I.PROPOSED for state in _ASKED},
    **{(state, P.ACCEPTED): I.ACCEPTED for state in _ASKED},
    **{(state, P.DECLINED): I.DECLINED for state in (*_ASKED, I.ACCEPTED)},
    **{(state, P.NO_ANSWER): I.NO_ANSWER for state in _ASKED},
    **{(state, P.CALL_AGAIN): I.CALL_AGAIN for state in _ASKED},
    (I.ACCEPTED, P.RELEASED): I.RELEASED,
    (I.ACCEPTED, P.CALL_AGAIN): I.CALL_AGAIN,
    (I.ACCEPTED, P.NO_ANSWER): I.NO_ANSWER,
    (I.DECLINED, P.ACCEPTED): I.ACCEPTED,
    (I.DECLINED, P.CALL_AGAIN): I.CALL_AGAIN,
    (I.DECLINED, P.NO_ANSWER): I.NO_ANSWER,
    (I.RELEASED, P.RECALLED): I.PICKED,
    (I.RELEASED, P.DECLINED): I.DECLINED,
    (I.RELEASED, P.TOOK_PART): I.TOOK_PART,
}

M, V = MemberStatus, MemberEvent
_HERE = (M.REGISTERED, M.CALLED, M.INTRODUCED, M.ACTIVE, M.RESTING, M.RESTRICTED)
MEMBER: dict[tuple[MemberStatus, MemberEvent], MemberStatus] = {
    (M.REGISTERED, V.CALLED): M.CALLED,
    (M.CALLED, V.CALLED): M.CALLED,
    (M.REGISTERED, V.INTRODUCED): M.INTRODUCED,
    (M.CALLED, V.INTRODUCED): M.INTRODUCED,
    **{(state, V.ACTIVATED): M.ACTIVE for state in (M.REGISTERED, M.CALLED, M.INTRODUCED, M.RESTING)},
    **{(state, V.RESTS): M.RESTING for state in (M.REGISTERED, M.CALLED, M.INTRODUCED, M.ACTIVE, M.RESTING)},
    **{(state, V.RESTRICTED): M.RESTRICTED for state in _HERE},
    (M.RESTRICTED, V.RELEASED): M.CALLED,
    (M.RESTING, V.RELEASED): M.ACTIVE,
    **{(state, V.LEFT): M.LEFT for state in _HERE},
}

L, A = MailState, MailEvent
MAIL: dict[tuple[MailState, MailEvent], MailState] = {
    (L.STORED, A.UNDERSTOOD): L.DONE,
    (L.STORED, A.PUT_ASIDE): L.ASIDE,
    (L.ASIDE, A.RETRIED): L.STORED,
    (L.ASIDE, A.UNDERSTOOD): L.DONE,
}

O, S = OutgoingState, OutgoingEvent  # noqa: E741 - O for outgoing
OUTGOING: dict[tuple[OutgoingState, OutgoingEvent], OutgoingState] = {
    (O.WAITING, S.SENT): O.SENT,
    (O.WAITING, S.GAVE_UP): O.FAILED,
    (O.WAITING, S.CANCELLED): O.CANCELLED,
}

G, H = MeetingState, MeetingEvent
MEETING: dict[tuple[MeetingState, MeetingEvent], MeetingState] = {
    (G.PLANNED, H.MOVED): G.PLANNED,
    (G.PLANNED, H.HELD): G.HELD,
    (G.PLANNED, H.MISSED): G.MISSED,
    (G.PLANNED, H.CANCELLED): G.CANCELLED,
    (G.MISSED, H.MOVED): G.PLANNED,
    (G.MISSED, H.HELD): G.HELD,
    (G.MISSED, H.CANCELLED): G.CANCELLED,
}

StateT = TypeVar("StateT", bound=StrEnum)
EventT = TypeVar("EventT", bound=StrEnum)


def move(table: Mapping[tuple[StateT, EventT], StateT], state: StateT, event: EventT) -> StateT:
    """Return the state after `event`. Raises IllegalMove where the table has no such move."""
    try:
        return table[state, event]
    except KeyError:
        raise IllegalMove(f"{event!s} cannot happen in state {state!s}") from None
