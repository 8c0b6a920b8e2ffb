"""A resident registers: stored as a member, whole or incomplete, and put before the lead to phone.

The registration's mail is deleted from the mailbox at once afterwards (Praktiska anvisningar, Intressebanken 4).
"""

import re
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from medverkan.bot.canonical import canonical
from medverkan.bot.hours import add_working_days, due_in, opening
from medverkan.bot.post import Desk
from medverkan.bot.rights.alike import alike
from medverkan.bot.rights.custody import ask_for_signatures, guardians_told
from medverkan.bot.tokens import Purpose, find
from medverkan.mailbox.classify import is_forward
from medverkan.mailbox.forms.judging import judge
from medverkan.mailbox.forms.naming.registry import labels_for
from medverkan.mailbox.kinds.farewells import Leaver, leaver
from medverkan.mailbox.kinds.matters import writers_words
from medverkan.mailbox.kinds.protected import may_be_protected
from medverkan.mailbox.mime import plain_text
from medverkan.mailbox.values import Form, Kind, Reading
from medverkan.storage.lifecycle import IllegalMove, MailEvent, MemberEvent, MemberStatus
from medverkan.storage.values import Mail, Member

PHONE_WITHIN_WORKING_DAYS = 5
CONSENT_FIELDS = {
    "consent_matching": "matching",
    "consent_sms": "sms",
    "consent_email": "email",
    "guardian_consent": "guardian",
}
# How a consent came, where the person gave it; what it was given to is the label that they answered.
IN_FORM, IN_WORDS = "formulär i mejl", "egna ord i mejl"
MAX_WORDING = 60  # letters; the beginning tells which label it was
# A mail says itself when it was written; a clock that is wrong by more than this is not believed.
_BELIEVED_DAYS = 60
# The two letters that a release consists of; deliver.py writes them.
DELIVERY = "unit-delivery"
ASSIGNMENT = "participant-assignment"
# In an answer about one assignment, only this means the register; "vill inte vara med" means the assignment.
_LEAVE_REGISTER = re.compile(
    r"\b(?:ta bort|radera|stryk|avregistrera|(?:gå ur|lämna|ur) (?:registret|intressebanken))\b", re.IGNORECASE
)


def register(desk: Desk, mail: Mail, reading: Reading) -> None:
    """Store every registration of one mail, and let the mail be deleted from the mailbox."""
    hinted = may_be_protected(plain_text(reading.letter))
    members = [add_member(desk, form, mail, written=reading.letter.date, hinted=hinted) for form in reading.forms]
    settings = desk.parts.settings
    desk.books.mails.move(
        mail,
        MailEvent.UNDERSTOOD,
        kind=Kind.REGISTRATION,
        disposal="delete" if settings.mailbox.delete_registrations else "handled",
        member_id=members[0].id if members else None,
    )


def add_member(
    desk: Desk,
    form: Form,
    mail: Mail | None = None,
    *,
    by: str = "bot",
    how: str = "",
    written: datetime | None = None,
    announce: bool = True,
    who: Mapping[str, Any] | None = None,
    hinted: bool = False,
) -> Member:
    """Register one resident with the consents given, and make the call to them a task.

    `how` the consents came, where not by a mail `written` then; `who` is signed in, where somebody typed it in. With
    `announce` the leads get a letter; an import of hundreds leaves it out. Whoever may have a protected identity, by a
    form or as `hinted` beside it, is stopped, and the letter says that and not whom to phone when.
    """
    books, now = desk.books, desk.now
    fields = canonical(Kind.REGISTRATION, form.fields)
    protected = hinted or any(may_be_protected(str(value)) for value in fields.values())
    known = alike(desk, fields) if announce else []
    member = books.members.add(fields, form.missing, now, mail.id if mail else None)
    for field, kind in CONSENT_FIELDS.items():
        if fields.get(field) is True:
            label = found.label if (found := form.evidence.get(field)) else ""
            came = how or (IN_FORM if label else IN_WORDS)
            books.consents.give(
                member.id, kind, how=came, by=by, now=_given(written, now), wording=(label or came)[:MAX_WORDING]
            )
    if is_minor(member, now) and (count := guardians_told(fields)):
        member = books.members.guardians(member, count)
    books.audit.add(
        "member-registered",
        by,
        now,
        member_id=member.id,
        mail_id=mail.id if mail else None,
        detail={**(who or {}), "missing": list(form.missing)},
    )
    _announce(desk, member, form, known, letter=announce and not protected)
    return shield(desk, member) if protected else member


def _given(written: datetime | None, now: datetime) -> datetime:
    """Return when a consent was given: when the mail was written, where its clock can be believed."""
    believed = written is not None and timedelta(0) <= now - written <= timedelta(days=_BELIEVED_DAYS)
    return written if written is not None and believed else now


def _announce(desk: Desk, member: Member, form: Form, known: list[str], *, letter: bool) -> None:
    settings = desk.parts.settings
    day = add_working_days(desk.now.astimezone(settings.zone).date(), PHONE_WITHIN_WORKING_DAYS)
    books, due = desk.books, opening(day, settings)
    books.tasks.add("introduction", f"introduction:{member.id}", due, member_id=member.id)
    labels = labels_for(Kind.REGISTRATION)
    if form.missing:
        note = ", ".join(labels.get(key, key) for key in form.missing)
        books.tasks.add("complete", f"complete:{member.id}", due, member_id=member.id, note=note)
    if is_minor(member, desk.now):
        books.tasks.add("guardian", f"guardian:{member.id}", due, member_id=member.id)
        ask_for_signatures(desk, member)
    if not letter:
        return
    desk.to_leads(
        "lead-new-registration",
        f"registered:{member.id}",
        Purpose.INTRODUCTION,
        about=member,
        member=member,
        day=day,
        missing=[labels.get(key, key) for key in form.missing],
        questions=[*form.questions, *form.remarks],
        alike=known,
        minor=is_minor(member, desk.now),
        matchable="matching" in desk.books.consents.live_kinds().get(member.id, set()),
    )


def is_minor(member: Member, now: datetime) -> bool:
    """Tell whether the person was born less than 18 years before this year; False where the year is unknown."""
    return judge.is_minor(member.fields, now.date())


def wants_to_leave(desk: Desk, mail: Mail, reading: Reading) -> bool:
    """Restrict a known resident who writes that they want to leave; return whether that was what the mail said.

    Restricting needs no proof of who wrote: it harms nobody, and waiting might. Erasing is the lead's (art. 17, 21).
    """
    letter = reading.letter
    words = writers_words(letter)
    members = desk.books.members.by_email(letter.sender) if letter.sender else []
    token = find(desk.parts.store.vault, letter, words)
    about_one = token is not None and token.purpose is Purpose.PARTICIPANT
    if not members or leaver(words) is not Leaver.WRITER or is_forward(letter):
        return False
    if about_one and not leaves_register(words):
        return False
    members = who_wrote(members, f"{letter.sender_name}\n{plain_text(letter)}")
    for member in members:
        restrict(desk, member, by="member")
    desk.books.mails.move(mail, MailEvent.UNDERSTOOD, kind=Kind.UNKNOWN, disposal="review", member_id=members[0].id)
    return True


def leaves_register(words: str) -> bool:
    """Tell whether words in an answer about one assignment mean the register and not that."""
    return bool(_LEAVE_REGISTER.search(words))


def who_wrote(members: list[Member], text: str) -> list[Member]:
    """Return who of those who share an address names themselves; all of them where nobody does."""
    said = set(re.findall(r"\w+", text[:5000].lower()))
    named = [member for member in members if str(member.fields.get("first_name") or "").lower() in said]
    return named or members


def restrict(desk: Desk, member: Member, *, by: str, who: Mapping[str, Any] | None = None) -> Member:
    """Take a person out of everything at once, stop what waits to be sent, make it the lead's task (art. 18)."""
    for kind in ("matching", "sms", "email"):
        desk.books.consents.withdraw(member.id, kind, desk.now)
    line = "member-restricted"
    return _take_out(desk, member, by=by, audit=line, note="spärrad", letter="lead-restricted", who=who)


def shield(desk: Desk, member: Member) -> Member:
    """Stop everything about a person who may have a protected identity, and tell the lead (OSL 21:3).

    What they have agreed to stands: they have not taken it back, and the lead may find that it was a mistake. Of who is
    stopped already nothing more is told.
    """
    if member.status is MemberStatus.RESTRICTED:
        return member
    return _take_out(
        desk, member, by="bot", audit="member-shielded", note="skyddade personuppgifter", letter="lead-protected"
    )


def _take_out(
    desk: Desk,
    member: Member,
    *,
    by: str,
    audit: str,
    note: str,
    letter: str,
    who: Mapping[str, Any] | None = None,
) -> Member:
    from medverkan.bot.rights.taken_out import take_out

    books, now = desk.books, desk.now
    try:
        member = books.members.move(member, MemberEvent.RESTRICTED)
    except IllegalMove:
        return member
    cases = take_out(desk, member)
    books.outgoing.cancel(member_id=member.id, kinds=[DELIVERY, ASSIGNMENT])
    books.outgoing.cancel(member_id=member.id, channel="sms")
    due = due_in(now, 1, desk.parts.settings)
    key = f"{member.id}:{member.version}"
    task = books.tasks.add("rights", f"rights:{key}", due, member_id=member.id, note=note)
    books.audit.add(audit, by, now, member_id=member.id, detail=who)
    mail = books.mails.get(desk.mail_id) if desk.mail_id else None
    folder = desk.parts.settings.mailbox.review if mail and mail.uid is not None else ""
    desk.to_leads(
        letter, f"restricted:{key}", Purpose.INTRODUCTION, about=member, member=member, cases=cases, folder=folder,
        task=task.number,
    )  # fmt: skip
    return member
