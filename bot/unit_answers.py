"""A unit answers by reply: what is plain is merged and echoed, the rest is asked again or put before the lead.

Nothing that the unit wrote may be lost: words that went into no field reach the unit again, with its questions, or the
lead. After people have been called an answer changes nothing by itself: the lead gets it.
"""

from collections.abc import Sequence

from medverkan.bot.canonical import canonical
from medverkan.bot.post import Desk
from medverkan.bot.propose import DECIDE_WITHIN_WORKING_DAYS, decide_by, propose_to_lead
from medverkan.bot.receipt import UNCLEAR, answered_letter, asked_by, awaited, send_receipt, times_unclear
from medverkan.bot.reminding.contact_answers import take_contact_answer
from medverkan.bot.reminding.kinds import RUNNING
from medverkan.bot.reminding.planned import doubt_the_day
from medverkan.bot.tokens import Purpose
from medverkan.bot.understood import changed_labels, changes
from medverkan.mailbox.answers.answers import Answer, answer_of
from medverkan.mailbox.answers.asked import BELOW
from medverkan.mailbox.answers.chatter import is_for_a_person
from medverkan.mailbox.answers.merging import merged, still_asked
from medverkan.mailbox.answers.numbered import between, without_between
from medverkan.mailbox.answers.withdrawals import is_moved, is_withdrawn
from medverkan.mailbox.forms.judging.judge import judge
from medverkan.mailbox.mime import plain_text
from medverkan.mailbox.values import Kind, Reading
from medverkan.storage.lifecycle import RequestState
from medverkan.storage.values import Request

CHANGEABLE = (RequestState.INCOMPLETE, RequestState.RECEIVED, RequestState.PROPOSED)
ASK_AGAIN_MOST = 2
# Longer words than this are no answer to a question of ours: somebody must read them.
MAX_UNPLACED_WORDS = 30


def take_answer(desk: Desk, request: Request, reading: Reading, *, about_contact: bool = False) -> None:
    """Take in what the unit of a case replied; `about_contact`: to the question whether it has made contact."""
    sent = answered_letter(desk, request, reading.letter)
    bare = about_contact or bool(sent and sent.kind == "unit-contacted")
    if (bare or request.state in RUNNING) and take_contact_answer(desk, request, reading, bare=bare):
        return
    answer = _read(desk, request, reading)
    # The lead asked something in words: the answer is the lead's to read, whatever else it says.
    for_lead = bool(sent and sent.kind == "unit-question")
    if request.state not in CHANGEABLE or not (answer.fields or answer.questions):
        _unplaced(desk, request, reading, answer, for_lead=for_lead)
        return
    for_lead = for_lead or _is_for_lead(answer.left)
    changed, request = _merge(desk, request, answer, reading, for_lead=for_lead)
    if for_lead or (answer.left and request.state is not RequestState.INCOMPLETE):
        _tell_lead(desk, request, reading.own_words, changed, answer.left)


def take_form(desk: Desk, request: Request, reading: Reading) -> Request:
    """Take in a form that the unit filled in anew, as a reply to a letter of ours; return the case."""
    form = reading.forms[0]
    fields = dict(form.fields)
    if fields.get("contact_email") == reading.letter.sender:
        # The sender's address stands in for a missing one; it does not replace the one that we have.
        fields.pop("contact_email")
    spoken = _read(desk, request, reading)
    found = Answer({**fields, **spoken.fields}, spoken.questions)
    if request.state not in CHANGEABLE or canonical(Kind.REQUEST, found.fields).items() <= request.fields.items():
        words = "(Formuläret har skickats igen. Mejlet ligger i mappen för hanterad post.)"
        _tell_lead(desk, request, words, (), ())
        return request
    return _merge(desk, request, found, reading, for_lead=True)[1]


def latest_version(desk: Desk, request: Request) -> int:
    """Return the version of the newest list put before the lead, 1 where there is none yet."""
    return len(desk.books.proposals.of(request)) or 1


def _read(desk: Desk, request: Request, reading: Reading) -> Answer:
    asked = asked_by(desk, request, reading.letter)
    body = plain_text(reading.letter)
    typed = between(body, asked, BELOW)
    words = without_between(reading.own_words, typed, body)
    return answer_of(words, Kind.REQUEST, reading.letter.date, asked, typed, _signs(request, reading))


def _signs(request: Request, reading: Reading) -> frozenset[str]:
    """Return how the writer may sign: by the whole name or the first, in small letters."""
    full = (reading.letter.sender_name, str(request.fields.get("contact_name") or ""))
    names = {" ".join(name.casefold().split()) for name in full if name.strip()}
    return frozenset(names | {name.split()[0] for name in names})


def _merge(
    desk: Desk, request: Request, answer: Answer, reading: Reading, *, for_lead: bool
) -> tuple[list[str], Request]:
    """Merge an answer, judge the whole anew, and echo what changed; return the echo and the case as it is now."""
    books, answered_at = desk.books, reading.letter.date
    found = canonical(Kind.REQUEST, answer.fields)
    before = request.fields
    fields = merged(before, found, answered_at)
    missing, _, remarks = judge(Kind.REQUEST, fields, answered_at)
    questions = still_asked(
        Kind.REQUEST, (before, request.questions, request.received_at), (fields, found, answered_at), answer.questions
    )
    if fields.get("contact_email") != before.get("contact_email") and request.release_to:
        request = books.requests.verify_unit(request, "")
    anew = [one for one in remarks if one not in request.remarks]
    request = awaited(desk, books.requests.edit(request, fields, missing, questions, remarks))
    echo = changes(Kind.REQUEST, before, fields, found)
    if echo:
        books.audit.add("request-changed", "unit", desk.now, request_id=request.id, detail={"changed": sorted(found)})
    else:
        books.audit.add("answer-unclear", "bot", desk.now, request_id=request.id)
    incomplete = request.state is RequestState.INCOMPLETE
    send_receipt(
        desk, request, f"changed:{request.id}:{request.version}", again=True, changed=echo, remarks=anew,
        unclear=() if for_lead or not incomplete else answer.left,
        not_taken=answer.left if for_lead or not incomplete else (),
    )  # fmt: skip
    if request.state is RequestState.PROPOSED and (labels := changed_labels(Kind.REQUEST, before, fields)):
        # The list before the lead rests on what was said before: it is made anew, and the old one is outdated.
        propose_to_lead(desk, request, labels)
    return echo, request


def _unplaced(desk: Desk, request: Request, reading: Reading, answer: Answer, *, for_lead: bool) -> None:
    """Ask the unit again, in words that make the next answer easy, at most twice; else the lead reads it."""
    again = request.state is RequestState.INCOMPLETE and answer.left and not for_lead and not _is_for_lead(answer.left)
    asked_before = times_unclear(desk, request) if again else 0
    if again and asked_before < ASK_AGAIN_MOST:
        key = f"unclear:{request.id}:{request.version}:{asked_before}"
        send_receipt(desk, request, key, again=True, unclear=answer.left, kind=UNCLEAR)
        desk.books.audit.add("answer-unclear", "bot", desk.now, request_id=request.id)
        return
    _tell_lead(desk, request, reading.own_words, (), ())
    quiet = for_lead or not answer.left or is_withdrawn(reading.own_words)
    if request.state in (RequestState.RECEIVED, RequestState.PROPOSED) and not quiet:
        # Who corrected our receipt must not believe that it was taken in.
        told = times_unclear(desk, request)
        if told < ASK_AGAIN_MOST:
            key = f"not-taken:{request.id}:{request.version}:{told}"
            send_receipt(desk, request, key, again=True, not_taken=answer.left, kind=UNCLEAR)


def _is_for_lead(left: Sequence[str]) -> bool:
    return sum(len(one.split()) for one in left) > MAX_UNPLACED_WORDS or any(
        is_for_a_person(one) or is_moved(one) for one in left
    )


def _tell_lead(desk: Desk, request: Request, words: str, changed: Sequence[str], left: Sequence[str]) -> None:
    withdrawn, moved = not changed and is_withdrawn(words), not changed and is_moved(words)
    if (withdrawn or moved) and request.state in RUNNING:
        doubt_the_day(desk, request)
    if not request.paused:
        decide_by(desk, request, DECIDE_WITHIN_WORKING_DAYS, waits=False)
    desk.to_leads(
        "lead-unit-says", "says", Purpose.PROPOSAL, about=request, version=latest_version(desk, request),
        request=request, words=words, changed=list(changed), left=list(left) if changed else [],
        withdrawn=withdrawn, moved=moved,
    )  # fmt: skip
