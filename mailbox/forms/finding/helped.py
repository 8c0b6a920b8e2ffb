"""Take away help that stands between a label and its answer: "Antal personer" / "Ange en siffra" / "3".

Help is known by its words, by an answer below it that is of the kind asked for where the help is not, or by standing in
that place under label after label. It goes only where an answer follows; alone it is for `written` to judge.
"""

import re
from collections.abc import Sequence

from medverkan.mailbox.forms.finding.entries import Entry
from medverkan.mailbox.forms.finding.rows import TICKED, UNTICKED, Row
from medverkan.mailbox.forms.finding.shapes import like_a_label, mark_of
from medverkan.mailbox.forms.naming.consents import consent_key
from medverkan.mailbox.forms.naming.field import Type
from medverkan.mailbox.forms.naming.labels import Label, Strength, label_of_text, worded_label
from medverkan.mailbox.forms.naming.registry import field
from medverkan.mailbox.forms.values.options import is_option, perspectives
from medverkan.mailbox.values import Kind

MIN_BLOCKS = 5
MIN_WORDED = 3
_SHARE = 0.7
_LEAST = 0.4
MAX_HELP = 160
_LONGEST_LABEL = 80
_LONG = 40  # of a label that is a sentence
_BOXES = frozenset((TICKED, UNTICKED))
# What help may begin with.
_MAY_BEGIN = frozenset("(*absfvumtebgdiohnklprcABSFVUMTEBGDIOHNKLPRCxyXY0123456789åÅ")
_TOLD = (
    r"(?:ange|beskriv|skriv|kryssa|sätt (?:ett |x\b|kryss)|fyll|välj|uppge|markera|texta|undvik|tänk på|motivera|"
    r"precisera)\b.{0,150}",
    # No verb that is also an infinitive, unless it is plainly said to somebody: "Berätta för personal" is an answer.
    r"(?:berätta|förklara|redogör) (?:kort|gärna|lite|med egna|så|fritt)\b.{0,140}",
    r"ge (?:uppdraget|mötet|er|din|ditt)\b.{0,80}",
    r"(?:t\.? ?ex\b|till exempel|exempelvis|exempel:|ex[.:]|här (?:anger|skriver|beskriver) (?:ni|du)|e\.g\.).{0,150}",
    r"(?:du|ni|man|flera|ett|en|du/ni) (?:kan|får|val|alternativ|svar|eller flera)\b.{0,20}"
    r"\b(?:välj\w*|kryssa|alternativ|val|svar|markera|ange|möjlig\w*)\b.{0,60}",
    r"(?:du|ni) behöver (?:inte|bara|endast) (?:skriva|ange|fylla|lämna|uppge|berätta|beskriva|gå in)\b.{0,80}",
    r"(?:vi rekommenderar|rekommenderas|helst minst).{0,80}",
    r"om (?:du|ni) (?:har|vill|vet)(?: det| någon| någon sådan)?|inga detaljer.{0,40}",
    r"en kort (?:rubrik|beskrivning|text)|(?:kort|frivillig|valfri|obligatorisk)\w*(?: fält| fråga| uppgift)?",
    r"(?:minst|högst|max(?:imalt)?|cirka|ca) \w{1,6} (?:tecken|ord|siffror|rader|meningar|veckor|dagar)\b.{0,60}",
    r"(?:\d{1,2}|två|fyra|sex|åtta|tio|tolv) siffror\b.{0,40}",
    r"[åy]{2,4}[-/. ]?m{2}[-/. ]?d{2}\b.{0,20}|[åy]{4}|(?:inkl\w*|med) riktnummer",
    r"(?:den |din )?kommun(?:en)? (?:där|som) (?:du|ni)\b.{0,60}|namn(?:et)? på (?:den|dem|de) som\b.{0,60}",
    r"läs (?:mer|informationen|om) .{0,100}|(?:ditt )?samtycket? är frivilligt\b.{0,80}",
    r"du kan när som helst (?:ta tillbaka|återkalla|ändra)\b.{0,80}",
)
_WORDED = re.compile(rf"[(*]?\s?(?:{'|'.join(_TOLD)})[.:)]{{0,2}}", re.IGNORECASE)
_ASKED = re.compile(r"(?:varför|vad|vilk(?:a|en|et)|hur|vem|när|var|är|finns|har|kan|ska|behöver)\b", re.IGNORECASE)
_TO_YOU = re.compile(r"\b(?:ni|er|ert|era|du|din|ditt|dig|invånar\w*|uppdraget|medverkan)\b", re.IGNORECASE)
_YOURS = re.compile(r"(?:ditt?|dina|ert?|era)\b", re.IGNORECASE)
_IN_BRACKETS = re.compile(r"\([^()]{3,160}\)")
_REQUIRED = frozenset((
    "obligatoriskt", "obligatorisk", "obligatoriskt fält", "obligatorisk uppgift", "obligatorisk fråga", "required",
    "required field", "måste fyllas i", "fältet är obligatoriskt", "detta fält är obligatoriskt",
))  # fmt: skip
_LONGEST_REQUIRED = max(map(len, _REQUIRED)) + 4
_YEAR, _DIGITS, _BARE_NUMBER = (
    re.compile(r"\b(?:19|20)\d\d\b"),
    re.compile(r"\d"),
    re.compile(r"\d{1,3}(?: ?st\.?| personer)?$"),
)
_PHONE_DIGITS = 6
_LONG_TEXTS = frozenset((Type.TEXT, Type.LIST))


def is_worded_help(line: str) -> bool:
    """Tell whether a line says how to answer, by its words: "Ange en siffra", "T.ex. råd", "Fyra siffror"."""
    if not 3 < len(line) <= MAX_HELP or line[0] not in _MAY_BEGIN:
        return False
    return bool(_WORDED.fullmatch(line))


def is_required(line: str) -> bool:
    """Tell whether a line only says that an answer is required."""
    return len(line) <= _LONGEST_REQUIRED and line.strip(" *():.").casefold() in _REQUIRED


def is_help(line: str, below: str, key: str, kind: Kind) -> bool:
    """Tell whether a line under a label is help, when another line, perhaps the answer, stands below it."""
    if not below or len(line) > MAX_HELP or line[:1] in _BOXES:
        return False
    if is_worded_help(line):
        return True
    asked = field(kind, key)
    type_ = asked.type if asked else Type.LINE
    if type_ is Type.LINE and line.endswith(("eller annan", "eller annat")):
        return True
    if line.endswith("?") and _ASKED.match(line) and (type_ not in _LONG_TEXTS or _TO_YOU.search(line)):
        other = label_of_text(line.rstrip("? "), kind)
        return other is None or other.key == key
    of_few_words = type_ not in _LONG_TEXTS or line.endswith("?")
    return _fits_only_below(line, below, type_) or (of_few_words and _asks_for_the_same(line, key, kind))


def _fits_only_below(line: str, below: str, type_: Type) -> bool:
    """Tell whether the line below is of the kind that is asked for, where this one is not."""
    if type_ is Type.EMAIL:
        return "@" in below and "@" not in line
    if type_ is Type.PHONE:
        return len(_DIGITS.findall(below)) >= _PHONE_DIGITS > len(_DIGITS.findall(line))
    if type_ is Type.YEAR:
        return bool(_YEAR.search(below)) and not _YEAR.search(line)
    if type_ is Type.NUMBER:
        return bool(_BARE_NUMBER.match(below)) and not _BARE_NUMBER.match(line)
    if type_ is Type.DATE:
        return bool(_DIGITS.search(below)) and not _DIGITS.search(line)
    if type_ is Type.CHANNEL:
        return ":" not in f"{line}{below}" and is_option(type_, below) and not is_option(type_, line)
    if type_ is Type.PERSPECTIVES:
        said, menu = perspectives(below), perspectives(line)
        return bool(said) and (not menu or (len(menu) == 3 and len(said) < 3))
    return False


def _asks_for_the_same(line: str, key: str, kind: Kind) -> bool:
    """Tell whether a line is a label of the same field: "Plats" / "Lokal och adress", "Enhet" / "Unit"."""
    if _DIGITS.search(line) or len(line) > _LONGEST_LABEL:
        return False
    label = (label_of_text if line.endswith("?") else worded_label)(line.rstrip(":? "), kind)
    plain = label is not None and (label.strength is Strength.EXACT or line.endswith("?") or bool(_YOURS.match(line)))
    return plain and label is not None and label.key == key


def without_help(rows: Sequence[Row], kind: Kind) -> list[Row]:
    """Return lines without those between a label that stands alone and its answer that are help."""
    lines = [row.cells[0] if row.cells else "" for row in rows]
    dropped = {at for at, line in enumerate(lines) if line and is_required(line)}
    kept = [at for at in range(len(lines)) if at not in dropped] if dropped else range(len(lines))
    blocks = _blocks(lines, kept, kind)
    everywhere = _is_everywhere([(lines[one], lines[two] if two >= 0 else "", key) for one, two, key in blocks], kind)
    for one, two, key in blocks:
        line, below = lines[one], lines[two] if two >= 0 else ""
        if _is_another_label(line, key, kind):
            continue
        by_place = everywhere and (below or is_worded_help(line)) and not _is_sole_answer(line, below, key, kind)
        if by_place or is_help(line, below, key, kind):
            dropped.add(one)
    return [row for at, row in enumerate(rows) if at not in dropped]


def _blocks(lines: Sequence[str], kept: Sequence[int], kind: Kind) -> list[tuple[int, int, str]]:
    """Return where the line under each label is, where the one below that is, and the field; -1 for no such line."""
    blocks: list[tuple[int, int, str]] = []
    at = 0
    while at + 1 < len(kept):
        line, first = lines[kept[at]], lines[kept[at + 1]]
        label = (_alone(line, kind) or _consent(line, first, kind)) if line and first else None
        is_said = bool(blocks) and blocks[-1][0] == kept[at] and _answers(line, blocks[-1][2], kind)
        # One question is no help with another.
        if label is None or is_said or (line.endswith("?") and first.endswith("?")):
            at += 1
            continue
        second = lines[kept[at + 2]] if at + 2 < len(kept) else ""
        # What stands below the next label is not for this one.
        second = "" if second and _is_next(second, label, kind) else second
        blocks.append((kept[at + 1], kept[at + 2] if second else -1, label.key))
        at += 2 if second and is_help(first, second, label.key, kind) else 1
    return blocks


def _answers(line: str, key: str, kind: Kind) -> bool:
    """Tell whether a line that could be a label is an answer to the one above it."""
    asked = field(kind, key)
    return asked is not None and is_option(asked.type, line)


def _alone(line: str, kind: Kind) -> Label | None:
    """Return the label that is all there is on a line."""
    if len(line) > _LONGEST_LABEL or line[0] in _BOXES or ":" in line[:-1] or "\t" in line:
        return None
    bare = mark_of(line)[1].strip("*_ ").rstrip(": ")
    return worded_label(bare, kind) if like_a_label(bare) else None


def _is_another_label(line: str, key: str, kind: Kind) -> bool:
    """Tell whether a line is a label of another field, perhaps with its value."""
    if label := _alone(line, kind):
        return label.key != key
    before, _, value = mark_of(line)[1].replace("\t", ":").partition(":")
    return bool(value.strip()) and worded_label(before, kind) is not None


def _is_next(line: str, label: Label, kind: Kind) -> bool:
    """Tell whether a line is a label of its own, and no answer worded as one."""
    found = _alone(line, kind) or (worded_label(line, kind) if len(line) > _LONGEST_LABEL else None)
    return found is not None and not _answers(line, label.key, kind)


def _is_sole_answer(line: str, below: str, key: str, kind: Kind) -> bool:
    """Tell whether a line is an answer to choose, and the one below it is none."""
    return _answers(line, key, kind) and not _answers(below, key, kind)


def _consent(line: str, below: str, kind: Kind) -> Label | None:
    """Return the consent that a whole sentence asks for, where help stands below it."""
    if kind is not Kind.REGISTRATION or len(line) < _LONG or line[0] in _BOXES or not is_worded_help(below):
        return None
    key = consent_key(line)
    return Label(key, Strength.EXACT, text=line) if key else None


def _is_everywhere(blocks: Sequence[tuple[str, str, str]], kind: Kind) -> bool:
    """Tell whether nearly every label has help under it: (the first line, the one below it, the field)."""
    if len(blocks) < MIN_BLOCKS or sum(bool(below) for _, below, _ in blocks) < MIN_WORDED:
        return False
    told = [
        is_worded_help(first) or first.endswith("?") or (bool(below) and _asks_for_the_same(first, key, kind))
        for first, below, key in blocks
    ]
    held = sum(bool(below) or worded for (_, below, _), worded in zip(blocks, told, strict=True))
    return held >= MIN_BLOCKS and held >= _SHARE * len(blocks) and sum(told) >= max(MIN_WORDED, _LEAST * held)


def helped(entries: Sequence[Entry], kind: Kind) -> list[Entry]:
    """Return entries without the help that stands above an answer in its own cell."""
    if not any("\n" in entry.value for entry in entries):
        return list(entries)
    entries = _without_brackets_below(entries)
    parts = [entry.value.split("\n", 2) for entry in entries]
    said = zip(entries, parts, strict=True)
    everywhere = _is_everywhere([(p[0], p[1] if len(p) > 1 else "", e.key) for e, p in said if p[0]], kind)
    return [_without(entry, kind, everywhere=everywhere) if entry.value else entry for entry in entries]


def _without_brackets_below(entries: Sequence[Entry]) -> list[Entry]:
    """Return entries without what stands in brackets below answer after answer."""
    below = {entry for entry in entries if _IN_BRACKETS.fullmatch(entry.value.rpartition("\n")[2])}
    below = {entry for entry in below if "\n" in entry.value}
    if len(below) < MIN_WORDED or 2 * len(below) < sum("\n" in entry.value for entry in entries):
        return list(entries)
    return [one._replace(value=one.value.rpartition("\n")[0].strip()) if one in below else one for one in entries]


def _without(entry: Entry, kind: Kind, *, everywhere: bool) -> Entry:
    first, _, rest = entry.value.partition("\n")
    if not rest:
        is_left = is_required(first) or (everywhere and is_worded_help(first))
        return entry._replace(value="") if is_left else entry
    below = rest.partition("\n")[0]
    gone = everywhere or is_required(first) or is_help(first, below, entry.key, kind)
    return entry._replace(value=rest.strip()) if gone and first[:1] not in _BOXES else entry
