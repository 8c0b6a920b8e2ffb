"""What must hold of the register and the mailbox when the year is over, asked from outside: one function per promise.

Each returns sentences about what does not hold; nothing where all is well.
"""

import hashlib
from collections import Counter
from collections.abc import Iterator
from datetime import datetime, timedelta

from medverkan.bot.demo.year.cast import YEAR, Resident
from medverkan.bot.demo.year.lived import Year
from medverkan.storage.books import Books
from medverkan.storage.lifecycle import InvitationState, MailState, MemberStatus, OutgoingState, RequestState
from medverkan.storage.values import Mail, Request

ENDED = (RequestState.CLOSED, RequestState.WITHDRAWN)
SAID_YES = (InvitationState.ACCEPTED, InvitationState.RELEASED, InvitationState.TOOK_PART)
# What each sort of mail may be taken for: (kind, state).
TAKEN_FOR: dict[str, set[tuple[str, str]]] = {
    "registration": {("registration", "done")},
    "request": {("request", "done"), ("unknown", "aside"), ("request", "aside")},
    "unreadable": {("unknown", "aside"), ("request", "aside")},
    "reply-lead": {("reply", "done"), ("reply", "aside")},
    "reply-unit": {("reply", "done"), ("reply", "aside")},
    "reply-participant": {("reply", "done"), ("reply", "aside"), ("unknown", "done")},
    "automatic": {("automatic", "done")},
    "bounce": {("bounce", "done")},
    "forged": {("reply", "aside"), ("unknown", "aside")},
    "stray": {("unknown", "aside")},
    "leaves": {("unknown", "done"), ("reply", "done")},
}
FORGOTTEN_AFTER = timedelta(days=45)


def broken(year: Year) -> list[str]:
    """Return everything that does not hold."""
    with year.town.parts.store.reading() as books:
        return [
            *year.town.broken,
            *year.witness.broken,
            *year.town.box.unsafe,
            *_no_mail_lost(year, books),
            *_everybody_registered_once(year, books),
            *_only_matched_with_consent(year, books),
            *_only_leads_words_act(year, books),
            *_nobody_forgotten(year, books),
            *_everything_sent(year, books),
            *_nothing_in_the_log(year),
        ]


def _rows(books: Books) -> list[Mail]:
    found = [mail for state in MailState for mail in books.mails.in_state(state, limit=100_000)]
    return sorted(found, key=lambda mail: mail.id)


def _no_mail_lost(year: Year, books: Books) -> Iterator[str]:
    rows: dict[str, list[Mail]] = {}
    for mail in _rows(books):
        rows.setdefault(mail.sha256, []).append(mail)
    receipts = Counter(receipt.sha256 for receipt in books.receipts.all() if receipt.absent)
    box = year.town.box
    lying = {name: Counter(_sum(raw) for raw in mails.values()) for name, mails in box.folders.items()}
    if box.folders[box.inbox]:
        yield f"{len(box.folders[box.inbox])} mejl ligger kvar i inkorgen"
    put = Counter(_sum(one.raw) for one in year.town.put)
    what = {_sum(one.raw): one.what for one in year.town.put}
    for digest, times in put.items():
        mine = rows.get(digest, [])
        if len(mine) != times:
            yield f"ett mejl ({what[digest]}) kom {times} gånger och finns {len(mine)} gånger i registret"
            continue
        first = next(mail for mail in mine if mail.same_as is None)
        if (first.kind, str(first.state)) not in TAKEN_FOR[what[digest]]:
            yield f"{what[digest]} togs för {first.kind} ({first.state}): {first.reason}"
        if first.kind == "registration":
            if receipts[digest] != times or any(digest in folder for folder in lying.values()):
                yield "en anmälan är inte raderad med kvitto"
        elif sum(folder[digest] for folder in lying.values()) != times:
            yield f"ett mejl ({what[digest]}) finns inte kvar i brevlådan"


def _sum(raw: bytes) -> str:
    return hashlib.sha256(raw).hexdigest()


def _everybody_registered_once(year: Year, books: Books) -> Iterator[str]:
    names = Counter(member.name for member in books.members.all())
    for who in year.residents:
        wanted = 0 if who.name in year.truth.erased or who.registers_at > year.town.clock.now else 1
        if names[who.name] != wanted:
            yield f"{who.trait or 'en person'} finns {names[who.name]} gånger i registret, {wanted} väntades"


def _only_matched_with_consent(year: Year, books: Books) -> Iterator[str]:
    by_name = {one.name: one for one in year.residents}
    by_number = {member.number: by_name.get(member.name) for member in books.members.all()}
    for request in books.requests.in_state():
        for proposal in books.proposals.of(request):
            for match in proposal.matches:
                who = by_number.get(match["member"])
                if who is None:
                    continue
                if not who.consents:
                    yield f"{request.number}: någon utan samtycke föreslogs"
                if _is_barred_minor(who, proposal.at.year):
                    yield f"{request.number}: en minderårig utan vårdnadshavares ja föreslogs"
                if who.left_at and proposal.at > who.left_at + timedelta(minutes=1):
                    yield f"{request.number}: någon som har lämnat föreslogs"


def _is_barred_minor(who: Resident, year: int) -> bool:
    return min(year, YEAR) - who.born < 18 and who.trait != "turns-18"


def _only_leads_words_act(year: Year, books: Books) -> Iterator[str]:
    names = {member.id: member.name for member in books.members.all()}
    for request in books.requests.in_state():
        for one in books.invitations.of(request):
            who = (request.number, names.get(one.member_id, ""))
            if one.state is not InvitationState.PROPOSED and who not in year.truth.picked:
                yield f"{request.number}: nr {one.number} är {one.state} utan att någon lead valt"
            if one.state in SAID_YES and who not in year.truth.said_yes:
                yield f"{request.number}: nr {one.number} är {one.state} utan att ha sagt ja"


def _nobody_forgotten(year: Year, books: Books) -> Iterator[str]:
    now = year.town.clock.now
    tasks = books.tasks.open_tasks()
    with_task = {task.request_id for task in tasks} | {task.member_id for task in tasks}
    for request in books.requests.in_state():
        if request.state not in ENDED and request.id not in with_task and not _awaits_its_day(request, now):
            yield f"{request.number} är {request.state} och ingen har något att göra med det"
        waits = [one for one in books.invitations.of(request) if one.state is InvitationState.ACCEPTED]
        if request.state in (RequestState.HELD, RequestState.FOLLOWED_UP, RequestState.CLOSED) and waits:
            yield f"{request.number} är {request.state} och nr {waits[0].number} har tackat ja utan att lämnas ut"
    for member in books.members.all():
        if member.status is MemberStatus.REGISTERED and member.id not in with_task:
            yield f"{member.number} är anmäld och ingen ska ringa"
    for task in tasks:
        if now - task.due > FORGOTTEN_AFTER:
            yield f"{task.number} ({task.kind}) har väntat sedan {task.due:%Y-%m-%d}"


def _awaits_its_day(request: Request, now: datetime) -> bool:
    day = request.date_end or request.date_start
    return request.state is RequestState.DELIVERED and day is not None and day >= now.date()


def _everything_sent(year: Year, books: Books) -> Iterator[str]:
    now = year.town.clock.now
    for one in books.outgoing.all(state=OutgoingState.WAITING):
        if one.due < now - timedelta(days=2):
            yield f"{one.kind} väntar på att skickas sedan {one.due:%Y-%m-%d}: {one.error}"


def _nothing_in_the_log(year: Year) -> Iterator[str]:
    for line in year.log.splitlines():
        if what := year.witness.canaries.inside(line):
            yield f"{what} i loggen"
        if "level=error" in line:
            yield f"fel i loggen: {line[:200]}"
