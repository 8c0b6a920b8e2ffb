"""Mail that a person must look at: kept, moved to its own folder, and the lead told why. Never dropped or deleted."""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace

from medverkan.bot.hours import due_in
from medverkan.bot.letters import swedish_time
from medverkan.bot.post import Attachment, Desk
from medverkan.bot.tokens import Purpose, without_tokens
from medverkan.mailbox.mime import parse
from medverkan.mailbox.values import Kind, Letter
from medverkan.storage.lifecycle import MailEvent
from medverkan.storage.values import Mail, Request, Task
from medverkan.storage.vault import VaultError

MAIL_TYPE = "message/rfc822"
# What any mail server takes, with a half more for its encoding.
MOST_ATTACHED = 6_000_000
SHOWN_MOST = 80


def put_aside(
    desk: Desk,
    mail: Mail,
    kind: Kind,
    reason: str,
    *,
    tell: bool = True,
    urgent: bool = False,
    request_id: str | None = None,
) -> Task:
    """Put one mail aside with a reason (no names in it), make it a task, and tell the lead once; return the task.

    `tell` is False for bounces: a letter about a letter that did not arrive is how loops begin. What is `urgent` is due
    the same working day, and says so in the subject.
    """
    books, settings = desk.books, desk.parts.settings
    books.mails.move(mail, MailEvent.PUT_ASIDE, kind=kind, reason=reason, disposal="review", request_id=request_id)
    due = due_in(desk.now, 0 if urgent else 1, settings)
    task = books.tasks.add(
        "review", f"review:{mail.id}:{desk.now.isoformat()}", due, mail_id=mail.id, request_id=request_id, note=reason
    )
    books.audit.add("mail-put-aside", "bot", desk.now, mail_id=mail.id, request_id=request_id)
    if tell:
        letter = _letter(desk, mail)
        desk.note_to_leads(
            "lead-put-aside",
            f"aside:{mail.id}",
            reason=reason,
            urgent=urgent,
            mail=mail.id[-8:],
            folder=_folder(mail, settings.mailbox.review),
            attachments=_copy(desk, mail),
            when=_when(desk, mail, letter),
            sender=_shown(letter.sender or letter.header("From")),
            headed=_shown(letter.subject),
            task=task.number,
        )
    return task


def refuse(desk: Desk, mail: Mail, reason: str) -> None:
    """Put aside what claims a lead's power without proof, and tell the leads of the first such mail of a day.

    Only the addresses of the settings are ever written to, never what the mail gives as its sender or Reply-To: a
    refusal is no way to make us write to strangers, nor to fill a lead's mailbox.
    """
    settings = desk.parts.settings
    put_aside(desk, mail, Kind.REPLY, reason, tell=False)
    # Without the mail in it the key is the day's alone.
    replace(desk, mail_id="").note_to_leads(
        "lead-refused",
        f"refused:{desk.now.astimezone(settings.zone).date()}",
        folder=_folder(mail, settings.mailbox.review),
        attachments=_copy(desk, mail),
        received=_received(desk, mail),
    )


def tell_of_unread(desk: Desk, mail: Mail, request: Request, unread: Sequence[str]) -> None:
    """Tell the leads of attachments that lay beside a form and could not be read, and write it down in the case.

    Which they are stands in the letter alone: a file may bear somebody's name.
    """
    detail = {"attachments": len(unread)}
    desk.books.audit.add("attachment-unread", "bot", desk.now, request_id=request.id, mail_id=mail.id, detail=detail)
    desk.to_leads(
        "lead-unread",
        f"unread:{mail.id}",
        Purpose.PROPOSAL,
        about=request,
        # Nobody is listed in it, so no "ja 1" that answers it can name anybody.
        version=0,
        request=request,
        unread=list(unread),
        folder=_folder(mail, desk.parts.settings.mailbox.handled),
        attachments=_copy(desk, mail),
        received=_received(desk, mail),
    )


def _received(desk: Desk, mail: Mail) -> str:
    return swedish_time(mail.received_at, desk.parts.settings.zone)


def _when(desk: Desk, mail: Mail, letter: Letter) -> str:
    """Return when a mail was sent, by its own Date; where that says nothing, when it came."""
    # A Date may lie at either end of the calendar, where no zone can move it.
    with suppress(OverflowError, ValueError):
        if letter.date:
            return f"skickat {swedish_time(letter.date, desk.parts.settings.zone)}"
    return f"som kom {_received(desk, mail)}"


def _shown(written: str) -> str:
    """Return what a stranger wrote in a header, cut and clean: a case token in it must not come back as an answer's."""
    clean = "".join(one if one.isprintable() else " " for one in without_tokens(written[:1000]))
    return " ".join(clean.split())[:SHOWN_MOST]


def _letter(desk: Desk, mail: Mail) -> Letter:
    try:
        return parse(desk.books.mails.raw(mail))
    except VaultError:
        return Letter()


def _folder(mail: Mail, folder: str) -> str:
    """Return where a person finds the mail; "" where it was pushed to us or came from a file."""
    return folder if mail.uid is not None else ""


def _copy(desk: Desk, mail: Mail) -> list[Attachment]:
    """Return the mail itself, where a person finds it nowhere else."""
    if mail.uid is not None:
        return []
    try:
        raw = desk.books.mails.raw(mail)
    except VaultError:
        return []
    return [("mejl.eml" if len(raw) <= MOST_ATTACHED else "mejl-avkortat.eml", MAIL_TYPE, raw[:MOST_ATTACHED])]
