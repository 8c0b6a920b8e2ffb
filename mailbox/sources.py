"""Everything in a mail that may hold a form: its body, what is passed on in it, its attachments, mails inside it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from medverkan.mailbox.classify import is_forward, is_reply
from medverkan.mailbox.documents import problems
from medverkan.mailbox.documents.reader import is_document, is_unreadable, read_documents
from medverkan.mailbox.forms.finding.html import rows_of_html
from medverkan.mailbox.forms.finding.rows import Row, lines_of
from medverkan.mailbox.forms.finding.scoring import Found, best_form
from medverkan.mailbox.forms.finding.segments import Segment, segments_of, typed_between
from medverkan.mailbox.mime import html_of, parse, plain_text
from medverkan.mailbox.values import Letter, Part

MAX_DOCUMENTS = 8
MAX_INNER_MAILS = 3
MAX_ATTACHED_ROWS = 200
# How far the words of a scanned page can be trusted.
SCANNED = 0.75
# How much more a form in a table is worth than the same in lines.
_IN_CELLS = 1.25
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Sources:
    """Everything in a mail that may hold a form."""

    own: Segment
    segments: tuple[Segment, ...]
    problem: str = ""
    # What the first segments hold, where that was looked for in order to choose between them.
    founds: tuple[Found | None, ...] = ()
    unread: tuple[str, ...] = ()  # the same of every attachment that could not be read, by its name


def sources_of(letter: Letter, depth: int = 0) -> Sources:
    """Return the segments of a mail in its order, and why an attachment could not be read."""
    body, founds = _body_segments(letter, "det bifogade brevet" if depth else "brevet")
    # What is quoted in a reply was said by somebody else to somebody else; what is passed on is meant for us.
    segments = [*body] if is_forward(letter) or not is_reply(letter) else [body[0]]
    if len(segments) < len(body) and (typed := typed_between(plain_text(letter))):
        # A form of ours that was filled in where it is quoted.
        segments.append(replace(body[0], rows=lines_of(typed), typed=True))
        founds = founds[:1]
    founds = founds[: len(segments)]
    problem, unread = "", list[str]()
    for part in [p for p in letter.parts if is_document(p) or is_unreadable(p)][:MAX_DOCUMENTS]:
        for document in read_documents(part):
            problem = problem or document.problem
            unread += [problems.unread(document.name, document.problem)] if document.problem else []
            if document.rows:
                where = f"bilagan {document.name}".strip() + (" (inskannad)" if document.scanned else "")
                sure = SCANNED if document.scanned else 1.0
                segments.append(
                    Segment(document.rows, letter.sender_name, letter.sender, where=where, attached=True, sure=sure)
                )
    for part in list(filter(_is_mail, letter.parts))[:MAX_INNER_MAILS] if depth < MAX_INNER_MAILS else ():
        found = sources_of(parse(part.content), depth + 1)
        segments += found.segments
        problem = problem or found.problem
        unread += found.unread
    return Sources(body[0], tuple(segments), problem, founds, tuple(unread))


def _is_mail(part: Part) -> bool:
    return part.content_type == "message/rfc822" or (not part.inline and part.filename.lower().endswith(".eml"))


def text_of(segment: Segment) -> str:
    """Return the words of a segment, one row a line, the first rows of a long one."""
    rows = (" ".join(filter(None, row.cells)) for row in segment.rows[:MAX_ATTACHED_ROWS])
    return "\n".join(row for row in rows if row.strip())


def _body_segments(letter: Letter, place: str) -> tuple[tuple[Segment, ...], tuple[Found | None, ...]]:
    """Return the body as text or as HTML, whichever says more as a form, and what it holds where both were tried."""
    html = html_of(letter)
    rows = rows_of_html(html) if html else ()
    rich = _placed(segments_of(rows), letter, place) if html else ()
    if rich and not any(part.inline and part.content_type == "text/plain" for part in letter.parts):
        return rich, ()
    text = plain_text(letter)
    in_rich = tuple(best_form(one, letter.subject) for one in rich)
    if rich and _says_it_all(rows, in_rich, text):
        return rich, in_rich
    plain = _placed(segments_of(lines_of(text)), letter, place)
    if not rich:
        return plain, ()
    in_plain = tuple(best_form(one, letter.subject) for one in plain)
    # The cells of a table say what belongs together; the same mail as text may have one cell a line.
    tables = _IN_CELLS if any(row.table for row in rows) else 1.0
    return (rich, in_rich) if tables * _worth(in_rich) >= _worth(in_plain) else (plain, in_plain)


def _says_it_all(rows: Sequence[Row], founds: Sequence[Found | None], text: str) -> bool:
    """Tell whether the body as text says as much as the HTML: line by line, or a form in other lines and signs."""
    in_html = [line for row in rows if (line := " ".join(" ".join(row.cells).split()))]
    in_text = [line for written in text.split("\n") if (line := " ".join(written.split()))]
    if in_html == in_text:
        return True
    # A text is wrapped, or has one cell a line; HTML with far fewer lines and cells has lost its line breaks.
    cells = sum(bool(cell) for row in rows for cell in row.cells)
    if 2 * cells < len(in_text) or not any(found and found.is_form(strictly=True) for found in founds):
        return False
    if "*" in text and not any(row.table for row in rows):
        # Outside of tables, stars may tell a label where bold type did not.
        return " ".join(in_html) == " ".join(in_text)
    return _WORD.findall(" ".join(in_html)) == _WORD.findall(text)


def _placed(segments: Sequence[Segment], letter: Letter, place: str) -> tuple[Segment, ...]:
    own = replace(segments[0], sender_name=letter.sender_name, sender=letter.sender, where=place)
    return (own, *(replace(segment, where="det vidarebefordrade brevet") for segment in segments[1:]))


def _worth(founds: Sequence[Found | None]) -> float:
    return sum(found.score for found in founds if found)
