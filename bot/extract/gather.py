"""Everything that is held about one person (GDPR art. 15), gathered as values: the extract's pages and JSON are of it.

What an erasure would find is what is shown here. Texts that others wrote are shown only as far as they are about the
person, and without everybody else.
"""

from datetime import datetime
from typing import Any

from medverkan.bot import show, words
from medverkan.bot.commands.record import invited, matchable, record
from medverkan.bot.extract.others import Others
from medverkan.bot.parts import Parts
from medverkan.bot.register import DELIVERY
from medverkan.bot.rights.erase import Found, look_through, start
from medverkan.bot.rights.retention import RULES
from medverkan.mailbox.mime import parse, plain_text
from medverkan.mailbox.replies.own_words import own_words
from medverkan.mailbox.values import Kind
from medverkan.storage.books import Books
from medverkan.storage.lifecycle import OutgoingState
from medverkan.storage.values import Invitation, Member, Request

# Written by the bot from what stands elsewhere in the extract; others' texts are freed of third persons.
_MASKED = ("calls", "meetings", "consents", "sms")
_TO_THE_PERSON = ("participant-", "sms-")


def gathered(books: Books, parts: Parts, member: Member, now: datetime) -> dict[str, Any]:
    """Return all of it; moments are local."""
    zone = parts.settings.zone
    invitations = invited(books)
    pairs = invitations.get(member.id, [])
    near = frozenset(one.member_id for request, _ in pairs for one in books.invitations.of(request))
    others = Others(member, books.members.all(), near)
    found = look_through(books, member, start(books, member))
    can_match = member.number in matchable(books, [member], parts, now)
    told = record(books, member, invitations, can_match, zone)
    written = _letters(books, member, parts, found)
    return {
        **told,
        **{key: others.masked(told[key]) for key in _MASKED},
        "merged": [number for _, number in books.merges.into(member)],
        "tasks": [
            {
                "id": row.number,
                "kind": row.kind,
                "due": show.local(row.due, zone),
                "done": show.local(row.done_at, zone) if row.done_at else None,
                "note": others.masked(note),
            }
            for row, note in books.erasure.tasks_of(member.id)
        ],
        "made": show.local(now, zone),
        "kept_by": {
            "mailbox": parts.settings.mailbox.address,
            "leads": [{"name": lead.name, "phone": lead.phone} for lead in parts.settings.leads],
            "review_months": parts.settings.follow_up.review_months,
        },
        "kept": [
            {"what": rule.what, "why": rule.why, "how_long": rule.kept(parts.settings.retention), "then": rule.then}
            for rule in RULES
        ],
        "cases": [_case(books, parts, member, request, one, others) for request, one in pairs],
        "received": [one for one in written if one["of"] == "release"],
        "letters": [one for one in written if one["of"] == "person"],
        "letters_about": [one for one in written if one["of"] == "others"],
        "mails": _mails(books, parts, member, found, others),
        "events": [
            {"at": show.local(event.at, zone), "what": event.what, "who": event.who}
            | {key: dict(event.detail[key]) for key in ("before", "after") if isinstance(event.detail.get(key), dict)}
            for event in books.audit.of(member_id=member.id)
        ],
    }


def _case(
    books: Books, parts: Parts, member: Member, request: Request, invitation: Invitation, others: Others
) -> dict[str, Any]:
    zone, fields = parts.settings.zone, request.fields
    return {
        "case": request.number,
        "unit": str(fields.get("unit") or ""),
        "title": others.masked(str(fields.get("title") or fields.get("activity") or "")),
        "day": request.date_start.isoformat() if request.date_start else None,
        "state": str(invitation.state),
        "at": show.local(invitation.changed_at, zone),
        "listed": [
            {
                "at": show.local(proposal.at, zone),
                "reasons": list(match.get("reasons", ())),
                "concerns": list(match.get("concerns", ())),
                "score": match.get("score"),
            }
            for proposal in books.proposals.of(request)
            for match in proposal.matches
            if match.get("member") == member.number
        ],
    }


def _letters(books: Books, member: Member, parts: Parts, found: Found) -> list[dict[str, Any]]:
    """Return our letters that tell of the person, oldest first: `of` the person themselves with all that they say."""
    zone = parts.settings.zone
    told = []
    for row, letter in books.erasure.letters_of(found.letters):
        if row.state not in (OutgoingState.SENT, OutgoingState.WAITING):
            continue
        one: dict[str, Any] = {
            "at": show.local(row.sent_at or row.due, zone),
            "sent": row.state == OutgoingState.SENT,
            "kind": row.kind,
            "what": words.letter(row.kind, row.channel),
            "to": words.letter_to(row.kind),
            "of": "others",
        }
        own = row.member_id == member.id
        if own and row.kind.startswith(_TO_THE_PERSON):
            files = [name for name, *_ in letter["attachments"]]
            one |= {"of": "person", "subject": letter["subject"], "text": letter["text"], "attachments": files}
        elif own and row.kind == DELIVERY:
            request = books.requests.get(row.request_id or "")
            unit = str(request.fields.get("unit") or "") if request else ""
            one |= {"of": "release", "address": letter["to"], "unit": unit}
        told.append(one)
    return sorted(told, key=lambda one: str(one["at"]))


def _mails(books: Books, parts: Parts, member: Member, found: Found, others: Others) -> list[dict[str, Any]]:
    """Return the mails that tell of the person: their own as written, of others' only the lines about the person."""
    told = []
    own_address = str(member.fields.get("email") or "").lower()
    for mail_id in found.mails:
        mail = books.mails.get(mail_id)
        if mail is None:
            continue
        letter = parse(books.mails.raw(mail))
        # An address that a couple shares tells of neither.
        from_them = bool(own_address) and letter.sender.lower() == own_address and not found.traces.shared
        theirs = mail_id == member.mail_id or from_them
        # What a reply quotes is a letter of ours, which stands elsewhere.
        said = plain_text(letter) if mail.kind == Kind.REGISTRATION else own_words(letter)
        if not theirs:
            own_case = mail.request_id in found.cases
            about = [line for line in said.splitlines() if found.traces.are_in(line, own_case=own_case)]
            said = others.masked("\n".join(about))
        told.append(
            {
                "at": show.local(mail.received_at, parts.settings.zone),
                "kind": mail.kind,
                "from_the_person": theirs,
                "said": said.strip(),
                "text": plain_text(letter).strip() if theirs else "",
                "attachments": [part.filename for part in letter.parts if part.filename] if theirs else [],
            }
        )
    return sorted(told, key=lambda one: str(one["at"]))
