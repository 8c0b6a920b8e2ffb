"""The letters to a unit that say what was understood and ask for the rest, and the wait for its answer.

Questions are numbered in the letter itself; the letter as sent is what a numbered answer is read against.
"""

import re
from collections.abc import Iterable, Sequence

from medverkan.bot.fees.estimates import estimate_of, for_unit
from medverkan.bot.hours import due_in
from medverkan.bot.post import Desk
from medverkan.bot.understood import understood
from medverkan.mailbox.answers.asked import Asked, asked_in, asked_of, example
from medverkan.mailbox.answers.numbered import holds_all
from medverkan.mailbox.mime import plain_text
from medverkan.mailbox.values import Kind, Letter
from medverkan.storage.lifecycle import RequestEvent, RequestState
from medverkan.storage.values import Outgoing, Request

ANSWER_WITHIN_WORKING_DAYS = 3
UNCLEAR = "unit-unclear"
# Words that carried the number of a question: what could not be read is the answer, not which question it is for.
_NUMBERED = re.compile(r"\d{1,2}: ")


def send_receipt(
    desk: Desk,
    request: Request,
    key: str,
    *,
    again: bool = False,
    changed: Sequence[str] = (),
    unclear: Sequence[str] = (),
    not_taken: Sequence[str] = (),
    remarks: Iterable[str] = (),
    kind: str = "",
) -> None:
    """Write to the unit what was understood of its request, or `again`, of its answer.

    `changed` is what the answer changed, `unclear` its words that could not be placed;
    `not_taken` are words that changed nothing and that the lead reads.
    """
    asked = asked_of(Kind.REQUEST, request.missing, request.questions)
    desk.to_unit(
        request,
        "unit-received",
        key,
        kind=kind,
        understood=understood(Kind.REQUEST, request.fields),
        asked=asked,
        example=example(asked),
        remarks=list(remarks),
        again=again,
        changed=list(changed),
        unclear=[one for one in unclear if not _NUMBERED.match(one)],
        unread=[one for one in unclear if _NUMBERED.match(one)],
        not_taken=list(not_taken),
        fee=for_unit(estimate_of(request.fields, desk.parts.settings.fees.rules())) if changed or not again else "",
    )


def awaited(desk: Desk, request: Request) -> Request:
    """Let a case that lacks something wait for the unit's answer, and one that no longer does go on."""
    books, now, settings = desk.books, desk.now, desk.parts.settings
    waiting = bool(request.missing or request.questions)
    if waiting and request.state in (RequestState.RECEIVED, RequestState.INCOMPLETE):
        request = books.requests.move(request, RequestEvent.LACKS, now)
        due = due_in(now, ANSWER_WITHIN_WORKING_DAYS, settings)
        books.tasks.add("answer", f"answer:{request.id}", due, request_id=request.id)
    elif not waiting and request.state is RequestState.INCOMPLETE:
        request = books.requests.move(request, RequestEvent.COMPLETED, now)
        for task in books.tasks.open_tasks(kinds=["answer"], request_id=request.id):
            books.tasks.done(task, now)
    return request


def answered_letter(desk: Desk, request: Request, letter: Letter) -> Outgoing | None:
    """Return our letter that a unit's reply answers, None where it cannot be told."""
    for message_id in (*letter.in_reply_to, *reversed(letter.references)):
        sent = desk.books.outgoing.by_message_id(message_id)
        if sent and sent.request_id == request.id:
            return sent
    return None


def asked_by(desk: Desk, request: Request, letter: Letter) -> tuple[Asked, ...]:
    """Return the questions of the letter that a reply answers, as they were numbered there.

    Where it cannot be told which letter that was, the numbers count only if every letter of the case, or the one that
    is quoted, asked the same.
    """
    sent = answered_letter(desk, request, letter)
    if sent:
        return _now_open(request, asked_in(Kind.REQUEST, sent.text))
    written = [asked_in(Kind.REQUEST, one.text) for one in desk.books.outgoing.all(request_id=request.id)
               if one.kind.startswith("unit-")]  # fmt: skip
    lists = list(dict.fromkeys(asked for asked in written if asked))
    body = plain_text(letter)
    quoted = [asked for asked in lists if holds_all(body, asked)]
    for found in (quoted, lists):
        if len(found) == 1:
            return _now_open(request, found[0])
    return tuple(one for one in asked_of(Kind.REQUEST, request.missing, request.questions)) if not lists else ()


def _now_open(request: Request, asked: Iterable[Asked]) -> tuple[Asked, ...]:
    questions = {" ".join(question.split()) for question in request.questions}
    return tuple(
        Asked(one.number, one.key, one.text, one.key in request.missing or one.text in questions) for one in asked
    )


def times_unclear(desk: Desk, request: Request) -> int:
    """Return how many times the unit has been asked again because an answer could not be placed."""
    return sum(one.kind == UNCLEAR for one in desk.books.outgoing.all(request_id=request.id))
