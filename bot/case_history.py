"""One case with its whole history, as the interface's JSON: what was understood, proposed, answered, sent and done."""

from typing import Any
from zoneinfo import ZoneInfo

from medverkan.bot.show import local
from medverkan.mailbox.addresses import domain_of
from medverkan.storage.books import Books
from medverkan.storage.values import Consent, Request


def history(books: Books, request: Request, zone: ZoneInfo) -> dict[str, Any]:
    """Return fields, missing, proposals, invitations with consents, mails, outgoing and events of one case."""
    numbers = {member.id: member.number for member in books.members.all()}
    return {
        "fields": dict(request.fields),
        "missing": list(request.missing),
        "questions": list(request.questions),
        "remarks": list(request.remarks),
        "paused": request.paused,
        "proposals": [
            {
                "version": proposal.version,
                "at": local(proposal.at, zone),
                "matches": [dict(match) for match in proposal.matches],
                "team": list(proposal.team),
                "excluded": dict(proposal.excluded),
                "matcher": proposal.matcher,
                "inputs_sha256": proposal.inputs_sha256,
            }
            for proposal in books.proposals.of(request)
        ],
        "invitations": [
            {
                "number": invitation.number,
                "member": numbers.get(invitation.member_id),
                "state": str(invitation.state),
                "consent": _consent(books.consents.live(invitation.member_id, "release", request.id), zone),
            }
            for invitation in books.invitations.of(request)
        ],
        "mails": [
            {"id": mail.id[-8:], "kind": mail.kind, "received": local(mail.received_at, zone), "state": str(mail.state)}
            for mail in books.mails.of_request(request.id)
        ],
        "outgoing": [
            {
                "kind": message.kind,
                "channel": message.channel,
                "to_domain": domain_of(message.to) if message.channel == "mail" else "",
                "state": str(message.state),
                "due": local(message.due, zone),
            }
            for message in books.outgoing.all(request_id=request.id)
        ],
        "events": [
            {"at": local(event.at, zone), "what": event.what, "who": event.who}
            for event in books.audit.of(request_id=request.id)
        ],
    }


def _consent(consent: Consent | None, zone: ZoneInfo) -> dict[str, Any] | None:
    if consent is None:
        return None
    return {
        "fields": list(consent.fields),
        "when": local(consent.given_at, zone),
        "how": consent.how,
        "by": consent.by,
        "to": consent.given_to,
    }
