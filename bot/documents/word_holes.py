"""The empty places of a Word document's text, each with a way to write in it: lines to write on, content controls, old
form fields, empty cells.

A place is written in as Word itself would: the form keeps its look. What is shown where nobody wrote (a prompt, a line
of underscores) goes as soon as something is written there.
"""

import copy
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from lxml import etree

from medverkan.bot.documents.word_package import Element, W
from medverkan.mailbox.forms.values.written import is_placeholder

_LEADER = re.compile(r"(_{3,}|\.{6,}|…{3,})")
_XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_NO_TEXT = frozenset(
    W + name
    for name in ("dropDownList", "comboBox", "date", "picture", "docPartObj", "docPartList", "group", "citation")
)
_CHECK_BOX = "{http://schemas.microsoft.com/office/word/2010/wordml}checkbox"
_PLAIN = frozenset(W + name for name in ("rPr", "t", "tab", "br", "lastRenderedPageBreak"))
_LOOKS = frozenset(W + name for name in ("b", "bCs", "i", "iCs", "caps", "smallCaps", "u", "highlight", "rStyle"))
_FORBIDDEN = re.compile(r"[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(slots=True)
class Hole:
    """One empty place inside a paragraph: a content control, or the runs that are shown there until it is filled."""

    runs: list[Element] = field(default_factory=list)
    control: Element | None = None
    name: str = ""  # what the control itself is called


@dataclass(slots=True)
class Line:
    """A paragraph: its text without what nobody wrote, and its empty places, each with the text before it."""

    paragraph: Element
    text: str = ""
    holes: list[tuple[str, Hole]] = field(default_factory=list)


def line_of(paragraph: Element) -> Line:
    """Return a paragraph with its places; runs with lines to write on are parted, which changes nothing to see."""
    _part_leaders(paragraph)
    line = Line(paragraph)
    since = ""
    for piece in _pieces(paragraph):
        if isinstance(piece, str):
            line.text += piece
            since += piece
        elif line.holes and not since.strip() and piece.control is None and line.holes[-1][1].control is None:
            # A line to write on that is split over several runs.
            line.holes[-1][1].runs += piece.runs
        else:
            line.holes.append((since.strip(), piece))
            since = ""
    line.text = line.text.strip()
    return line


def fill(hole: Hole, value: str) -> None:
    """Write in an empty place. Within a line, and in a control for plain text, lines follow on each other."""
    plain = None if hole.control is None else hole.control.find(f"{W}sdtPr/{W}text")
    if hole.control is None or plain is not None:
        value = ", ".join(value.split("\n"))
    if hole.control is not None:
        _fill_control(hole.control, value)
        return
    first, *others = hole.runs
    _write(first, value)
    for run in others:
        _remove(run)


def append(paragraph: Element, value: str, *, after_text: bool) -> None:
    """Write at the end of a paragraph, in the manner of its text but not as a heading."""
    run = etree.SubElement(paragraph, f"{W}r")
    look = _look(paragraph)
    if look is not None:
        run.append(look)
    _write(run, f" {value}" if after_text else value)


def is_prompt(control: Element) -> bool:
    """Tell whether a content control is one for text in which nobody has written."""
    settings = control.find(f"{W}sdtPr")
    if settings is None or any(one.tag in _NO_TEXT or one.tag == _CHECK_BOX for one in settings):
        return False
    shown = settings.find(f"{W}showingPlcHdr")
    if shown is not None and shown.get(f"{W}val") not in ("0", "false", "off"):
        return True
    return is_placeholder(text_of(control).strip())


def called(control: Element) -> str:
    """Return what a content control is called, "" for nothing."""
    settings = control.find(f"{W}sdtPr")
    names = [] if settings is None else [settings.find(f"{W}alias"), settings.find(f"{W}tag")]
    return next((str(one.get(f"{W}val") or "") for one in names if one is not None), "")


def text_of(element: Element) -> str:
    """Return the text inside an element, as it is shown."""
    return "".join(_shown(one) for one in element.iter(f"{W}t", f"{W}tab", f"{W}br", f"{W}p"))


def _shown(element: Element) -> str:
    if element.tag == f"{W}t":
        return element.text or ""
    if element.tag == f"{W}tab":
        parent = element.getparent()
        return " " if parent is not None and parent.tag == f"{W}r" else ""
    return "\n"


def _pieces(paragraph: Element) -> Iterator[str | Hole]:
    """Yield the texts and the empty places of a paragraph, in their order."""
    result: list[Element] | None = None  # runs of the old form field that is open
    is_form = False
    for child in _runs_and_controls(paragraph):
        if child.tag == f"{W}sdt":
            yield Hole(control=child, name=called(child))
            continue
        sign = child.find(f"{W}fldChar")
        kind = "" if sign is None else str(sign.get(f"{W}fldCharType"))
        if sign is not None and kind == "begin":
            is_form = sign.find(f"{W}ffData/{W}textInput") is not None
        elif kind == "separate" and is_form:
            result = []
        elif kind == "end":
            if result and not "".join(map(text_of, result)).strip(" \u2002\xa0"):
                yield Hole(runs=result)
            elif result:
                yield "".join(map(text_of, result))
            result, is_form = None, False
        elif result is not None:
            result.append(child)
        else:
            text = text_of(child)
            yield Hole(runs=[child]) if text and _LEADER.fullmatch(text) else text


def _runs_and_controls(parent: Element) -> Iterator[Element]:
    """Yield the runs of a paragraph, and its content controls that nobody has filled in."""
    for child in parent:
        if child.tag == f"{W}r":
            yield child
        elif child.tag == f"{W}sdt":
            content = child.find(f"{W}sdtContent")
            if is_prompt(child):
                yield child
            elif content is not None:
                yield from _runs_and_controls(content)
        elif child.tag in (f"{W}hyperlink", f"{W}smartTag", f"{W}fldSimple"):
            yield from _runs_and_controls(child)


def _part_leaders(paragraph: Element) -> None:
    """Give every line to write on a run of its own."""
    for text in list(paragraph.iter(f"{W}t")):
        pieces = [piece for piece in _LEADER.split(text.text or "") if piece]
        run = text.getparent()
        if run is None or run.tag != f"{W}r" or len(pieces) < 2 or any(one.tag not in _PLAIN for one in run):
            continue
        _part(run, text, pieces)


def _part(run: Element, text: Element, pieces: Sequence[str]) -> None:
    look = run.find(f"{W}rPr")
    at = list(run).index(text)
    before, after = [one for one in list(run)[:at] if one is not look], list(run)[at + 1 :]
    made = []
    for piece in pieces:
        new = etree.Element(f"{W}r")
        if look is not None:
            new.append(copy.deepcopy(look))
        etree.SubElement(new, f"{W}t", {_XML_SPACE: "preserve"}).text = piece
        made.append(new)
    for one in reversed(before):
        made[0].insert(0 if look is None else 1, one)
    made[-1].extend(after)
    parent = run.getparent()
    if parent is not None:
        at = parent.index(run)
        parent[at : at + 1] = made


def _fill_control(control: Element, value: str) -> None:
    settings, content = control.find(f"{W}sdtPr"), control.find(f"{W}sdtContent")
    if settings is None or content is None:
        return
    for one in list(settings):
        if one.tag in (f"{W}showingPlcHdr", f"{W}temporary"):
            settings.remove(one)
    look = settings.find(f"{W}rPr")
    paragraphs = list(content.iter(f"{W}p"))
    inside = paragraphs[0] if paragraphs else content
    for one in paragraphs[1:]:
        _remove(one)
    for one in list(inside):
        if one.tag != f"{W}pPr":
            inside.remove(one)
    run = etree.SubElement(inside, f"{W}r")
    if look is not None:
        run.append(copy.deepcopy(look))
    _write(run, value)


def _write(run: Element, value: str) -> None:
    """Make a run show a value, one line of it a line."""
    for one in list(run):
        if one.tag != f"{W}rPr":
            run.remove(one)
    for number, line in enumerate(_FORBIDDEN.sub("", value).split("\n")):
        if number:
            etree.SubElement(run, f"{W}br")
        etree.SubElement(run, f"{W}t", {_XML_SPACE: "preserve"}).text = line


def _look(paragraph: Element) -> Element | None:
    runs = [one.find(f"{W}rPr") for one in paragraph.iter(f"{W}r")]
    found = next((one for one in reversed(runs) if one is not None), None)
    if found is None:
        found = paragraph.find(f"{W}pPr/{W}rPr")
    if found is None:
        return None
    look = etree.Element(f"{W}rPr")
    look.extend(copy.deepcopy(one) for one in found if one.tag not in _LOOKS and one.tag != f"{W}ins")
    return look


def _remove(element: Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)
