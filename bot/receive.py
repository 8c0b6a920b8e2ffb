"""A request is received: a case with a number, and a receipt to the unit that says what was understood.

Required fields that are missing make it incomplete: the unit is asked, and its answer by reply is merged here too.
"""

from collections.abc import Mapping
from typing import Any

from medverkan.bot.canonical import canonical
from medverkan.bot.hours import due_in
from medverkan.bot.post import Desk
from medverkan.bot.propose import propose_to_lead
from medverkan.bot.tokens import Purpose, find
from medverkan.bot.trust import is_vouched
from medverkan.bot.understood import understood
from medverkan.mailbox.forms.answers import answers
from medverkan.mailbox.forms.judge import judge
from medverkan.mailbox.forms.registry import labels_for
from medverkan.mailbox.values import Form, Kind, Letter, Reading
from medverkan.storage.lifecycle import MailEvent, RequestEvent, RequestState
from medverkan.storage.values import Mail, Request

ANSWER_WITHIN_WORKING_DAYS = 3
WHEN = ("date_start", "date_end", "time_start", "time_end")


def receive(desk: Desk, mail: Mail, reading: Reading) -> None:
    """Open a case for every request of one mail."""
    answered = _case_it_answers(desk, reading)
    if answered:
        merged = _merge(desk, answered, canonical(Kind.REQUEST, reading.forms[0].fields), reading)
        if merged is None:
            desk.to_leads(
                "lead-unit-says", "says", Purpose.PROPOSAL, about=answered, version=latest_version(desk, answered),
                request=answered, words="(Formuläret har skickats igen. Mejlet ligger i mappen för hanterad post.)",
            )  # fmt: skip
        requests = [merged or answered]
    else:
        requests = [open_case(desk, mail, reading.letter, form) for form in reading.forms]
    desk.books.mails.move(
        mail,
        MailEvent.UNDERSTOOD,
        kind=Kind.REQUEST,
        disposal="handled",
        request_id=requests[0].id if requests else None,
    )


def open_case(desk: Desk, mail: Mail, letter: Letter, form: Form) -> Request:
    """Open one case; contact details may later go to the sender only where the mail system vouched for it."""
    books = desk.books
    fields = canonical(Kind.REQUEST, form.fields)
    vouched = is_vouched(letter, desk.parts.settings.trust)
    contact = str(fields.get("contact_email") or letter.sender)
    request = books.requests.add(
        fields,
        sender=letter.sender,
        vouched=vouched,
        now=desk.now,
        mail_id=mail.id,
        message_id=letter.message_id,
        subject=letter.subject,
        release_to=letter.sender if vouched and contact.lower() == letter.sender else "",
        missing=form.missing,
        questions=form.questions,
        remarks=form.remarks,
    )
    books.audit.add("request-received", "unit", desk.now, request_id=request.id, mail_id=mail.id)
    request = _awaited(desk, request)
    _receipt(desk, request, f"received:{request.id}", changed=())
    return request


def merge_answer(desk: Desk, request: Request, reading: Reading) -> bool:
    """Merge what the unit answered; return whether there was anything. Changed contact details undo the verification.

    After people have been called, an answer changes nothing by itself: the lead gets it.
    """
    found = canonical(Kind.REQUEST, answers(reading.own_words, Kind.REQUEST, reading.letter.date))
    return _merge(desk, request, found, reading) is not None


def is_the_unit(desk: Desk, letter: Letter, request: Request) -> bool:
    """Tell whether the writer is the unit of the case: the same address, and vouched for where the request was."""
    vouched = is_vouched(letter, desk.parts.settings.trust)
    known = (request.sender, request.contact.lower())
    return bool(letter.sender) and letter.sender in known and (vouched or not request.vouched)


def latest_version(desk: Desk, request: Request) -> int:
    """Return the version of the newest list put before the lead, 1 where there is none yet."""
    return len(desk.books.proposals.of(request)) or 1


def _case_it_answers(desk: Desk, reading: Reading) -> Request | None:
    """Return the case that this form belongs to: the unit sent it filled in anew, as a reply to our letter."""
    token = find(desk.parts.store.vault, reading.letter, "")
    if token is None or token.purpose is not Purpose.UNIT or len(reading.forms) != 1:
        return None
    request = desk.books.requests.get(token.about)
    return request if request and is_the_unit(desk, reading.letter, request) else None


def _merge(desk: Desk, request: Request, found: Mapping[str, Any], reading: Reading) -> Request | None:
    if request.state not in (RequestState.INCOMPLETE, RequestState.RECEIVED, RequestState.PROPOSED):
        return None
    changed = {key: value for key, value in found.items() if request.fields.get(key) != value}
    if not changed:
        return None
    fields = _updated(request.fields, changed)
    missing, questions, remarks = judge(Kind.REQUEST, fields, reading.letter.date)
    if set(changed) <= set(request.missing):
        # Only what was missing was answered: what the form's own wording made us ask is still to be answered.
        known = judge(Kind.REQUEST, request.fields, reading.letter.date)[1]
        questions += tuple(one for one in request.questions if one not in known and one not in questions)
    if "contact_email" in changed and request.release_to:
        request = desk.books.requests.verify_unit(request, "")
    request = _judged(desk, request, fields, missing, questions, remarks)
    desk.books.audit.add(
        "request-changed", "unit", desk.now, request_id=request.id, detail={"changed": sorted(changed)}
    )
    _receipt(desk, request, f"changed:{request.id}:{request.version}", changed=tuple(sorted(changed)))
    if request.state is RequestState.PROPOSED:
        # The list before the lead rests on what was said before: it is made anew, and the old one is outdated.
        labels = labels_for(Kind.REQUEST)
        propose_to_lead(desk, request, tuple(labels.get(key, key) for key in sorted(changed)))
    return request


def _updated(fields: Mapping[str, Any], changed: Mapping[str, Any]) -> dict[str, Any]:
    """Return the fields with what changed; a new time as written replaces every date and time read from the old one."""
    stale = WHEN if "when_text" in changed else ()
    return {key: value for key, value in fields.items() if key not in stale} | dict(changed)


def _judged(
    desk: Desk,
    request: Request,
    fields: Mapping[str, Any],
    missing: tuple[str, ...],
    questions: tuple[str, ...],
    remarks: tuple[str, ...],
) -> Request:
    return _awaited(desk, desk.books.requests.edit(request, fields, missing, questions, remarks))


def _awaited(desk: Desk, request: Request) -> Request:
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


def _receipt(desk: Desk, request: Request, key: str, changed: tuple[str, ...]) -> None:
    labels = labels_for(Kind.REQUEST)
    desk.to_unit(
        request,
        "unit-received",
        key,
        understood=understood(Kind.REQUEST, request.fields),
        missing=[labels.get(key, key) for key in request.missing],
        questions=list(request.questions),
        remarks=list(request.remarks),
        changed=[labels.get(key, key) for key in changed],
    )
