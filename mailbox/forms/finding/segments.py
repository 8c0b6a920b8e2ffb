"""Cut a mail's rows into what the sender wrote and what is quoted or passed on below it.

The first segment is the sender's own. The others begin at "Från: … Skickat: …", "Ursprungligt meddelande", "… skrev:"
or ">" lines, and carry the inner sender where it is said.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from medverkan.mailbox.forms.finding.rows import Row
from medverkan.mailbox.forms.naming.labels import known_labels
from medverkan.mailbox.forms.values.written import email_in
from medverkan.mailbox.values import Kind

_FROM = re.compile(r"^(?:från|from|fra|von|avsändare)\s*:\s*(?P<who>.*)$", re.IGNORECASE)
_HEADER = re.compile(
    r"^(?:skickat|sent|datum|date|till|to|kopia|cc|ämne|subject|sänt|mottagare|reply-to|svara till)\s*:", re.IGNORECASE
)
_MARKER = re.compile(
    r"^[-_ >*]{0,40}(?:ursprungligt meddelande|original message|originalmeddelande|vidarebefordrat "
    r"(?:meddelande|brev|mejl)|forwarded message|"
    r"börja vidarebefordrat brev|begin forwarded message)\b",
    re.IGNORECASE,
)
_WROTE = re.compile(
    r"^(?:den|on|på|mån|tis|ons|tors|fre|lör|sön|\d).{4,180}\b(?:skrev|wrote|skriver)\b.{0,120}:$", re.IGNORECASE
)
_NUMBERED = re.compile(r"\d{1,2}[.)] \w")
_QUOTED = re.compile(r"^(?:> ?)+")
# What a marker, a "Från:" or a quoted line may begin with in ASCII; "… skrev:" ends as it does.
_MAY_BEGIN = frozenset("-_ >*uUoOvVfFbBaA")
_HEADER_LINES = 8
_LONGEST_FORM = 600
_LEAST_ANSWERED = 5
_MOST_ANSWERED = 0.7


@dataclass(frozen=True, slots=True)
class Segment:
    """A run of rows by one writer; name and address are "" for the mail's own sender."""

    rows: tuple[Row, ...]
    sender_name: str = ""
    sender: str = ""
    own: bool = False
    where: str = ""  # as people are told where a value was found: "brevet", "bilagan förfrågan.docx"
    attached: bool = False  # whether it is a document beside the mail
    typed: bool = False  # whether it is what was typed between the labels of a quoted form
    sure: float = 1.0  # less where the words themselves may have been read wrong, as in a scanned page


def segments_of(rows: Sequence[Row]) -> tuple[Segment, ...]:
    """Return the segments in the order of the mail; the first one is the sender's own, perhaps empty."""
    rows = _with_own_answers(rows)
    found: list[Segment] = []
    current: list[Row] = []
    name = address = ""
    quoted = False
    at = 0
    while at < len(rows):
        row = rows[at]
        line = row.cells[0] if row.table == 0 and row.cells else ""
        if _is_plain(line):
            current.append(row)
            at += 1
            continue
        line = line.replace("*", "").strip()
        taken, who = _start_of_quote(rows, at, line)
        if taken:
            found.append(Segment(tuple(current), name, address, not found))
            current, name, address = [], *_who(who)
            at += taken
            quoted = False
            continue
        if line.startswith(">") and not quoted and not (name or address):
            found.append(Segment(tuple(current), name, address, not found))
            current, quoted = [], True
        current.append(Row((_unquoted(line),)) if line.startswith(">") else row)
        at += 1
    found.append(Segment(tuple(current), name, address, not found))
    return tuple(found)


def typed_between(text: str) -> str:
    """Return the labels of a quoted form with what was typed below each of them; "" for a reply that fills in none.

    What the quoted form says itself is not the writer's, and stays out.
    """
    kept: list[str] = []
    label = above = ""
    answered = 0
    for line in text.split("\n")[:_LONGEST_FORM]:
        if line.startswith(">"):
            # A question may go on in the next line.
            above = f"{above} {bare}".strip() if (bare := _unquoted(line).strip()) else ""
            label = above if above.endswith((":", "?")) or _NUMBERED.match(above) else ""
            above = "" if above.endswith((":", "?", ".", "!")) else above
        elif line.strip() and label:
            if label not in kept:
                kept.append(label)
                answered += 1
            kept.append(line.strip())
            above = ""
    return "\n".join(kept) if answered >= _LEAST_ANSWERED else ""


def _with_own_answers(rows: Sequence[Row]) -> Sequence[Row]:
    """Return rows in which answers that are marked with ">" below the labels of a form are the writer's own lines."""
    quoted = [at for at, row in enumerate(rows) if row.table == 0 and row.cells and row.cells[0][:1] == ">"]
    if len(quoted) < _LEAST_ANSWERED:
        return rows
    above = [rows[at - 1].cells[0] for at in quoted if at and rows[at - 1].cells and rows[at - 1].table == 0]
    labels = [line.rstrip(": ") for line in above if line and line[0] != ">"]
    if len(labels) < _LEAST_ANSWERED or len(labels) < _MOST_ANSWERED * len(quoted):
        return rows
    said = [_unquoted(rows[at].cells[0]).partition(":")[0] for at in quoted]
    for kind in (Kind.REQUEST, Kind.REGISTRATION):
        known = known_labels(labels, kind)
        if known >= _LEAST_ANSWERED and known > 2 * known_labels(said, kind):
            marked = set(quoted)
            return [Row((_unquoted(row.cells[0]),)) if at in marked else row for at, row in enumerate(rows)]
    return rows


def _is_plain(line: str) -> bool:
    """Tell, quickly, that a line neither is quoted nor begins a quote."""
    if not line:
        return True
    return line[0].isascii() and line[0] not in _MAY_BEGIN and (line[-1].isalnum() or line[-1] in ".,!?)")


def _unquoted(line: str) -> str:
    return _QUOTED.sub("", line) if line.startswith(">") else line


def _start_of_quote(rows: Sequence[Row], at: int, line: str) -> tuple[int, str]:
    """Return how many rows a quote's header takes and whose it is; (0, "") where none begins."""
    bare = _unquoted(line)
    if _MARKER.match(bare):
        taken, who = _header(rows, at + 1)
        return 1 + taken, who
    if ":" not in bare:
        return 0, ""
    if _FROM.match(bare):
        taken, who = _header(rows, at)
        return (taken, who) if taken >= 2 else (0, "")
    return (1, bare) if bare[-1] == ":" and _WROTE.match(bare) else (0, "")


def _header(rows: Sequence[Row], at: int) -> tuple[int, str]:
    """Return how many rows a block of mail headers takes, and what its From says; blank lines may part them."""
    who, taken, seen = "", 0, 0
    for offset in range(2 * _HEADER_LINES):
        if at + offset >= len(rows):
            break
        cells = rows[at + offset].cells
        line = _unquoted(cells[0].replace("*", "").strip()) if cells else ""
        if not line:
            continue
        if found := _FROM.match(line):
            who = found["who"] or (cells[1] if len(cells) > 1 else "")
        elif not _HEADER.match(line):
            break
        seen += 1
        taken = offset + 1
    return (taken, who) if seen >= 2 or not seen else (0, "")


def _who(text: str) -> tuple[str, str]:
    name = re.split(r"[<\[(]|mailto:|\bskrev\b", text)[0].strip(" \"'")
    return ("" if "@" in name or len(name.split()) > 5 else name), email_in(text)
