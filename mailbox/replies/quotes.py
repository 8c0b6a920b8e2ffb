"""Part the text of a mail into what its writer typed and what was there before.

Quoted lines (">") are taken out one by one, so that answers typed between or below them stay; a quoted mail without
such marks ("Från: … Skickat: …") can only be cut off whole. An answer typed under a numbered line of the quoted mail
comes out as "2: nej tack": the number says where the words stood, nothing else of the quoted text goes along.
"""

import re

OWN_MARKER = "skriv ditt svar ovanför den här raden"

_MAX_ATTRIBUTION_LINES = 4
_WORDS_OF_ATTRIBUTION = r"skrev|wrote|skrev följande|skreiv|schrieb"
_ENDS_ATTRIBUTION = re.compile(
    rf"\d{{1,2}}:\d{{2}}.{{0,20}} från .{{1,100}}<[^>]{{3,100}}>:\s*$|\b({_WORDS_OF_ATTRIBUTION})\b.{{0,300}}:\s*$"
    rf"|\b({_WORDS_OF_ATTRIBUTION})\s*:?\s*(\([^)]{{4,60}}\)\s*)?$",
    re.I,
)
_CITES = re.compile(r"(citerar|quoting|citat från)\s.{1,200}:\s*$", re.I)
_STARTS_ATTRIBUTION = re.compile(r"\d{4}|\d{1,2}[:.]\d{2}|^(den|on|le|am|må|ti|on|to|fr|lö|sö)\b|<", re.I)
_HEADER_LINE = re.compile(
    r"[*\s]*(från|from|fra|von|avsändare|skickat|sänt|sent|sendt|datum|date|till|to|til|mottagare|kopia|cc|ämne|subject"
    r"|emne|ärende|rubrik|svara till|reply-to)"
    r"[*\s]*:[*\s]*\S?",
    re.I,
)
_FROM_LINE = re.compile(r"[*\s]*(från|from|fra|avsändare)[*\s]*:[*\s]*\S", re.I)
_ONE_LINE_HEADER = re.compile(
    r"[-*\s]*(?:(?:ursprungligt meddelande|originalmeddelande|original message)[-*\s]*)?(från|from"
    r"|fra)[*\s]*:.{1,300}?\b(skickat|sänt|sent|datum|date)[*\s]*:.{1,300}?\b(till|to|ämne"
    r"|subject)[*\s]*:",
    re.I,
)
_SEPARATOR = re.compile(
    r"\s*(-{2,}|_{2,})\s*(ursprungligt meddelande|original message|vidarebefordrat (brev|meddelande)"
    r"|forwarded message|originalmeddelande)\s*(-{2,}|_{2,})?\s*$"
    r"|\s*(början på|börja på) vidarebefordrat (brev|meddelande):?\s*$|\s*begin forwarded message:?\s*$",
    re.I,
)
_NOTES = re.compile(
    r"-{2,}.{1,100}\b(skrev|wrote):?\s*-{2,}\s*$|.{1,80}---\s?\d{2,4}[-./]\d{2}[-./]\d{2,4} \d{2}:\d{2}", re.I
)
_GROUPWISE = re.compile(r">>>\s\S.{1,200}\d.{4,60}>>>\s*$")
_GUIDE = re.compile(
    r"\s*(?:svara på det här (?:mejlet|brevet)|så svarar du\b|ja och nummer\b|ja(?: \d{1,2})+ [-–] då|nej [-–] ingen"
    r"|skriv hur samtalen gick)",
    re.I,
)
_GREETED = re.compile(r"\s*(?:hej|hejsan|god \w+)\b.{0,40}[!,]?\s*$", re.I)
_RULE = re.compile(r"\s*[_=*-]{5,}\s*$")
_QUOTED = re.compile(r"\s{0,3}>")
_LEADING = re.compile(r"^[>\s]+")
_ITEM = re.compile(r"(\d{1,2})[.)]\s+\S")
_ANSWER = re.compile(r"(ja|nej|ok|okej|nä|jo|inte|gärna|absolut|visst|tar|kör)\b|[A-ZÅÄÖ0-9👍👎]")


def without_quotes(text: str) -> tuple[list[str], list[str]]:
    """Return the paragraphs the writer typed, top first, and the lines of a quoted mail without ">" below them."""
    lines = text.split("\n")
    kept, end = _cut_unmarked(lines)
    return _labelled(_segments(kept)), lines[end:]


def _cut_unmarked(lines: list[str]) -> tuple[list[str], int]:
    """Cut where a quoted mail without ">" begins, and mark attribution lines as quoted; return also where it begins."""
    kept: list[str] = []
    index = 0
    our_letter = _start_of_our_letter(lines)
    while index < len(lines):
        line = lines[index]
        if index == our_letter or (_GROUPWISE.match(line) and _is_unmarked_quote(lines, index + 1)):
            break
        if _QUOTED.match(line):
            kept.append(line)
            index += 1
            continue
        if _SEPARATOR.match(line) and _stands_over_marked_quote(lines, index + 1):
            kept.append("> " + line)
            index += 1
            continue
        if OWN_MARKER in line.lower() or _SEPARATOR.match(line) or _NOTES.match(line) or _is_header(lines, index):
            break
        length = _attribution(lines, index)
        if length and _is_unmarked_quote(lines, index + length):
            break
        kept.extend("> " + attribution for attribution in lines[index : index + length])
        if not length:
            kept.append(line)
        index += length or 1
    while kept and (not kept[-1].strip() or _RULE.match(kept[-1])):
        kept.pop()
    return kept, index


def _start_of_our_letter(lines: list[str]) -> int:
    """Return where our own letter begins, known by its guide, when no mark of a program told; -1 when it is not there.

    The guide itself says "JA 1 3", so that it must never be read, whatever put it there.
    """
    guide = next((i for i, line in enumerate(lines) if _GUIDE.match(line)), -1)
    if guide < 0:
        return -1
    greeted = [i for i in range(1, guide) if _GREETED.match(lines[i])]
    listed = [i for i in range(guide) if _ITEM.match(lines[i])]
    begins = [i for i in greeted if not listed or i < listed[0]]
    return begins[-1] if begins else listed[0] if listed and listed[0] else guide


def _is_header(lines: list[str], index: int) -> bool:
    """Tell whether a header block of a quoted mail begins here: three lines of its kind, a From line near the top."""
    if _ONE_LINE_HEADER.match(lines[index]):
        return True
    if not _HEADER_LINE.match(lines[index]) or not any(map(_FROM_LINE.match, lines[index : index + 3])):
        return False
    return sum(bool(_HEADER_LINE.match(line)) for line in lines[index : index + 7] if len(line) < 1000) >= 3


def _stands_over_marked_quote(lines: list[str], index: int) -> bool:
    """Tell whether below a separator the quoted mail carries ">", perhaps after an attribution."""
    while index < len(lines) and not lines[index].strip():
        index += 1
    below = index + _attribution(lines, index)
    following = next((line for line in lines[below : below + 4] if line.strip()), "")
    return bool(_QUOTED.match(following))


def _attribution(lines: list[str], index: int) -> int:
    """Return how many lines an attribution ("Den … skrev …:") takes from here, 0 when there is none."""
    if _CITES.match(lines[index] if index < len(lines) else "") and not _is_unmarked_quote(lines, index + 1):
        return 1
    joined = ""
    for length in range(1, _MAX_ATTRIBUTION_LINES + 1):
        if index + length > len(lines):
            return 0
        line = lines[index + length - 1].strip()
        # Some programs break the line inside "<address>", so that ">" begins the next one.
        closes_address = line.startswith(">") and "<" in joined and ">" not in joined and len(line) < 40
        if not line or (line.startswith(">") and not closes_address) or len(line) > 300:
            return 0
        joined = f"{joined} {line}".strip()
        if length == 1 and not _STARTS_ATTRIBUTION.search(joined):
            return 0
        if len(joined) < 400 and _ENDS_ATTRIBUTION.search(joined) and re.search(r"\d", joined):
            return length
    return 0


def _is_unmarked_quote(lines: list[str], index: int) -> bool:
    """Tell whether what follows an attribution is a quoted mail whose lines carry no ">"."""
    following = next((line for line in lines[index:] if line.strip()), "")
    return bool(following) and not _QUOTED.match(following)


def _segments(lines: list[str]) -> list[tuple[list[str], list[str]]]:
    """Return pairs of a quoted block and the typed block that follows it."""
    pairs: list[tuple[list[str], list[str]]] = [([], [])]
    for index, line in enumerate(lines):
        quoted = bool(_QUOTED.match(line)) or _is_wrapped_rest(lines, index)
        if quoted and any(typed.strip() for typed in pairs[-1][1]):
            pairs.append(([], []))
        if quoted:
            pairs[-1][0].append(_LEADING.sub("", line))
        else:
            pairs[-1][1].append(line)
    return pairs


def _is_wrapped_rest(lines: list[str], index: int) -> bool:
    """Tell whether a line without ">" is the end of a long quoted line that some program broke."""
    if not 0 < index < len(lines) - 1:
        return False
    before, line, after = lines[index - 1 : index + 2]
    is_between = _QUOTED.match(before) and _QUOTED.match(after) and len(before) >= 60
    return bool(is_between and line.strip() and not _ANSWER.match(line.strip()))


def _labelled(pairs: list[tuple[list[str], list[str]]]) -> list[str]:
    typed_blocks = [(quoted, "\n".join(typed).strip("\n")) for quoted, typed in pairs]
    typed_blocks = [(quoted, typed) for quoted, typed in typed_blocks if typed.strip()]
    answers_between = sum(bool(quoted) for quoted, _ in typed_blocks) > 1
    paragraphs = []
    for quoted, typed in typed_blocks:
        number, items = _item_above(quoted)
        # A lone answer under a list of several stands under the list, not under its last line.
        if number and (answers_between or items == 1):
            paragraphs.append(f"{number}: " + " ".join(typed.split()))
        else:
            paragraphs.append(typed)
    return paragraphs


def _item_above(quoted: list[str]) -> tuple[str, int]:
    """Return the number of the item that ends a quoted block, "" if other text ends it, and how many items it has."""
    number, items, gap = "", 0, False
    for line in quoted:
        item = _ITEM.match(line)
        if item:
            number, items, gap = item[1], items + 1, False
        elif not line.strip():
            gap = True
        elif gap:
            number = ""
    return number, items
