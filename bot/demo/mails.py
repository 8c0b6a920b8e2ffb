"""Mails as people's programs write them, for the demo: forms in body, HTML and Word, and replies that quote."""

import io
import zipfile
from collections.abc import Sequence
from datetime import datetime
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime, formataddr
from html import escape
from xml.sax.saxutils import escape as xml

from medverkan.bot.demo.world import MAILBOX
from medverkan.mailbox.mime import plain_text
from medverkan.mailbox.values import Letter

Rows = Sequence[tuple[str, str]]
WORD = "application", "vnd.openxmlformats-officedocument.wordprocessingml.document"


def mail(sender: tuple[str, str], subject: str, at: datetime, number: int, to: str = MAILBOX) -> EmailMessage:
    """Return a mail with headers only; `number` makes its Message-ID."""
    message = EmailMessage(policy=SMTP)
    message["From"] = formataddr(sender)
    message["To"] = to
    message["Subject"] = subject
    message["Date"] = format_datetime(at)
    message["Message-ID"] = f"<demo-{number}@{sender[1].partition('@')[2]}>"
    return message


def in_body(message: EmailMessage, rows: Rows) -> bytes:
    """Return it with a form as `Label: value` lines."""
    message.set_content("".join(f"{label}: {value}\n" for label, value in rows))
    return message.as_bytes()


def in_html(message: EmailMessage, rows: Rows) -> bytes:
    """Return it with a form as a table that Outlook would write."""
    cells = "".join(
        f"<tr><td><p class=MsoNormal><b>{escape(label)}</b></p></td>"
        f"<td><p class=MsoNormal>{escape(value)}</p></td></tr>"
        for label, value in rows
    )
    message.set_content(
        f"<html><body><p class=MsoNormal>Hej! Här kommer vår förfrågan.</p><table class=MsoTableGrid>{cells}</table>"
        "<p class=MsoNormal>Vänliga hälsningar</p></body></html>",
        subtype="html",
    )
    return message.as_bytes()


def in_word(message: EmailMessage, rows: Rows, filename: str) -> bytes:
    """Return it with a form as a Word document with a table."""
    message.set_content("Hej!\n\nSe bifogad förfrågan.\n")
    message.add_attachment(_docx(rows), maintype=WORD[0], subtype=WORD[1], filename=filename)
    return message.as_bytes()


def reply(letter: Letter, words: str, sender: tuple[str, str], at: datetime, number: int) -> bytes:
    """Return an answer to one of our letters, quoting all of it, as mail programs do."""
    message = mail(sender, f"SV: {letter.subject}", at, number)
    message["In-Reply-To"] = letter.message_id
    message["References"] = letter.message_id
    quoted = "\n".join(f"> {line}" for line in plain_text(letter).splitlines())
    name = letter.sender_name or letter.sender
    message.set_content(f"{words}\n\nDen {at:%Y-%m-%d} kl. {at:%H:%M} skrev {name} <{letter.sender}>:\n{quoted}\n")
    return message.as_bytes()


def _docx(rows: Rows) -> bytes:
    def cell(text: str) -> str:
        return f'<w:tc><w:p><w:r><w:t xml:space="preserve">{xml(text)}</w:t></w:r></w:p></w:tc>'

    table = "".join(f"<w:tr>{cell(label)}{cell(value)}</w:tr>" for label, value in rows)
    types = "http://schemas.openxmlformats.org/package/2006/content-types"
    relations = "http://schemas.openxmlformats.org/package/2006/relationships"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
    main = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    files = {
        "[Content_Types].xml": f'<Types xmlns="{types}"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{"/".join(WORD)}.main+xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{relations}"><Relationship Id="r1" Type="{office}" '
        'Target="word/document.xml"/></Relationships>',
        "word/document.xml": f'<w:document xmlns:w="{main}"><w:body><w:p><w:r><w:t>Förfrågan om medverkan</w:t>'
        f"</w:r></w:p><w:tbl>{table}</w:tbl></w:body></w:document>",
    }
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in files.items():
            archive.writestr(name, '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' + text)
    return held.getvalue()
