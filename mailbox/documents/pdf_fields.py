"""The fields of a PDF form with their labels.

A label is the field's tooltip; or else what is printed beside or above the field; or else its name, where that is
more than a name that a program made up. A name that reads as a label goes before print.
"""

import functools
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

import pypdfium2 as pdfium
from pypdfium2 import raw

from medverkan.mailbox.documents.pdf_page import annotation_text, wide_text
from medverkan.mailbox.documents.pieces import Piece
from medverkan.mailbox.documents.print_beside import Printed
from medverkan.mailbox.forms.finding.rows import TICKED, UNTICKED, Row, tidy

MAX_FIELDS = 500
MAX_OPTIONS = 200
_MADE_UP = re.compile(
    r"(?:text ?field|textfält|text ?box|textruta|text ?input|text|field|fält|fill|undefined|untitled|namnlös|"
    r"check ?box|kryssruta|kryss|ruta|box|button|knapp|radio ?button|radio|option|alternativknapp|"
    r"alternativ|choice|val|grupp|group|combo ?box|list ?box|listruta|drop ?down|listmeny|rad|row|toggle|"
    r"input|dhformfield|subform|form|page|sida|date|af|es|image|svar|answer|signature|f|c|t|tf|cb|rb|r|p|"
    r"q|x)?"
    r"[\s_\-.\[\]#:()\d]*",
    re.IGNORECASE,
)
# What a box says that is only an answer: what it answers is printed beside or above it.
_ONLY_AN_ANSWER = re.compile(r"(?:ja|nej|yes|no|on|ok|ja tack|nej tack|kryss|x)[.!]?", re.IGNORECASE)
_READS_AS_LABEL = re.compile(r"[A-ZÅÄÖ][a-zåäöé]{2,}(?:[ /,–-].*)?")
_BOXES = frozenset((raw.FPDF_FORMFIELD_CHECKBOX, raw.FPDF_FORMFIELD_RADIOBUTTON))
_OFF = frozenset(("", "off", "no", "nej", "0", "false"))


@dataclass(frozen=True, slots=True)
class Widget:
    """One field at its place, or one box of a field that has several."""

    at: tuple[int, int]  # number of the page, and of the field on the page
    place: Piece  # its text is empty
    kind: int  # as in the library: check box 2, radio 3, combo 4, list 5, text 6
    name: str
    tooltip: str
    value: str
    on: bool = False
    export: str = ""

    @property
    def page(self) -> int:
        """Return the number of its page."""
        return self.at[0]

    @property
    def is_box(self) -> bool:
        """Tell whether it is ticked, not written in."""
        return self.kind in _BOXES


def widgets_of(document: pdfium.PdfDocument, pages: Sequence[pdfium.PdfPage]) -> list[Widget]:
    """Return the fields of the pages, in the order in which they lie there."""
    widgets: list[Widget] = []
    for number, page in enumerate(pages):
        height = page.get_height()
        for index, annotation in _annotations(page):
            widgets += _widget(document.formenv, annotation, (number, index), height)
    return widgets[:MAX_FIELDS]


def with_undrawn_ticks(pages: Sequence[pdfium.PdfPage], widgets: Sequence[Widget]) -> list[Widget]:
    """Return the fields with the ticks of boxes that have no pictures of their states, which some programs leave out.

    The pages are those of the same document, opened for this: once the library has set a form up, it has made the
    pictures, and all those boxes are unticked.
    """
    ticked = {
        (number, index)
        for number, page in enumerate(pages)
        for index, annotation in _annotations(page)
        if not raw.FPDFAnnot_HasKey(annotation, b"AP") and annotation_text(annotation, b"V").casefold() not in _OFF
    }
    return [replace(widget, on=True) if widget.is_box and widget.at in ticked else widget for widget in widgets]


def _annotations(page: pdfium.PdfPage) -> Iterator[tuple[int, object]]:
    for index in range(min(raw.FPDFPage_GetAnnotCount(page), 2 * MAX_FIELDS)):
        annotation = raw.FPDFPage_GetAnnot(page, index)
        if annotation and raw.FPDFAnnot_GetSubtype(annotation) == raw.FPDF_ANNOT_WIDGET:
            yield index, annotation
        raw.FPDFPage_CloseAnnot(annotation)


def _widget(form: object, annotation: object, at: tuple[int, int], height: float) -> Iterator[Widget]:
    kind = raw.FPDFAnnot_GetFormFieldType(form, annotation)
    if kind <= raw.FPDF_FORMFIELD_PUSHBUTTON or kind > raw.FPDF_FORMFIELD_TEXTFIELD:
        return
    rect = raw.FS_RECTF()
    raw.FPDFAnnot_GetRect(annotation, rect)
    low, high = sorted((rect.bottom, rect.top))
    value = _told(raw.FPDFAnnot_GetFormFieldValue, form, annotation)
    if kind in {raw.FPDF_FORMFIELD_COMBOBOX, raw.FPDF_FORMFIELD_LISTBOX}:
        value = _chosen(form, annotation) or value
    box = kind in _BOXES
    yield Widget(
        at,
        Piece("", min(rect.left, rect.right), height - high, max(rect.left, rect.right), height - low),
        kind,
        _told(raw.FPDFAnnot_GetFormFieldName, form, annotation),
        tidy(_told(raw.FPDFAnnot_GetFormFieldAlternateName, form, annotation)),
        value,
        box and bool(raw.FPDFAnnot_IsChecked(form, annotation)),
        _told(raw.FPDFAnnot_GetFormFieldExportValue, form, annotation) if box else "",
    )


def _told(ask: Callable[..., int], form: object, annotation: object) -> str:
    return wide_text(functools.partial(ask, form, annotation))


def _chosen(form: object, annotation: object) -> str:
    """Return the labels of the options that are chosen; the value may hold only their codes."""
    chosen = []
    for index in range(min(raw.FPDFAnnot_GetOptionCount(form, annotation), MAX_OPTIONS)):
        if raw.FPDFAnnot_IsOptionSelected(form, annotation, index):
            chosen.append(wide_text(functools.partial(raw.FPDFAnnot_GetOptionLabel, form, annotation, index)))
    return ", ".join(chosen)


def field_rows(widgets: Sequence[Widget], read: Callable[[int], list[Piece]]) -> list[Row]:
    """Return (label, value) per field; boxes that follow each other are one row, one option a line.

    `read` gives what is printed on a page, by its number; it is called only where a label is missing.
    """
    printed = Printed(widgets, read)
    rows: list[Row] = []
    seen: set[str] = set()
    for group in _groups(widgets, printed):
        first = group[0]
        if first.is_box:
            rows += _box_rows(group, printed)
        elif first.name not in seen or not first.name:
            # A field that stands on several pages has one value.
            seen.add(first.name)
            rows.append(Row((label_of(first, printed.label), tidy(first.value)), 1))
    return rows


def _groups(widgets: Sequence[Widget], printed: Printed) -> Iterator[list[Widget]]:
    """Yield each field for itself, the boxes of one field together, and check boxes that answer one question."""
    radio = raw.FPDF_FORMFIELD_RADIOBUTTON
    for _, run in groupby(
        enumerate(widgets),
        key=lambda item: (
            (item[1].kind, item[1].name if item[1].kind == radio else "") if item[1].is_box else (0, str(item[0]))
        ),
    ):
        group = [widget for _, widget in run]
        yield from [group] if group[0].kind == radio or len(group) == 1 else _by_question(group, printed)


def _by_question(boxes: list[Widget], printed: Printed) -> Iterator[list[Widget]]:
    """Part boxes where another question is printed beside or above them."""
    for answers, part in groupby(boxes, key=_only_answers):
        yield from _asked(list(part), printed, answers=answers)


def _asked(boxes: list[Widget], printed: Printed, *, answers: bool) -> Iterator[list[Widget]]:
    if not answers and all(map(_own_label, boxes)):
        for _, run in groupby(boxes, key=_own_question):
            yield list(run)
        return
    questions = printed.questions(boxes)
    group: list[Widget] = []
    asked = ""
    for box, question in zip(boxes, questions, strict=True):
        if group and question and question != asked:
            yield group
            group = []
        asked = question or asked
        group.append(box)
    yield group


def _box_rows(group: list[Widget], printed: Printed) -> Iterator[Row]:
    radio = group[0].kind == raw.FPDF_FORMFIELD_RADIOBUTTON
    options = [_option(widget, printed, radio=radio) for widget in group]
    # Boxes that carry their own labels are known by them; what they are asked for is found by their options.
    own = all(map(_own_label, group)) and not _only_answers(group[0])
    question = "" if own else next(filter(None, printed.questions(group)), "")
    if not radio and own and len(group) > 1 and (asked := _own_question(group[0])):
        question = asked
        options = [option.removeprefix(f"{asked}:").strip() for option in options]
    if radio:
        question = label_of(group[0], lambda _: question)
        if not all(options):
            yield Row((question, next((w.export or w.value for w in group if w.on), "")), 1)
            return
    lines = (f"{TICKED if widget.on else UNTICKED} {option}" for widget, option in zip(group, options, strict=True))
    yield Row((question, "\n".join(lines)), 1)


def _option(widget: Widget, printed: Printed, *, radio: bool) -> str:
    """Return what a box stands for."""
    label = "" if radio else _own_label(widget)
    if label and not _only_answers(widget):
        return label
    if beside := printed.option(widget):
        return beside
    if label:
        return label
    own = widget.export if radio else _last(widget.name)
    return "" if radio and _MADE_UP.fullmatch(own) else tidy(own or widget.export)


def label_of(widget: Widget, printed: Callable[[Widget], str]) -> str:
    """Return what a field asks for: its own label, or what `printed` finds beside it, or else its name."""
    return _own_label(widget) or printed(widget) or tidy(_last(widget.name))


def _own_label(widget: Widget) -> str:
    """Return the label that the field itself carries, "" where a program made it up."""
    name = _last(widget.name)
    if widget.tooltip and not _MADE_UP.fullmatch(widget.tooltip):
        # A name may say the question too: "Samtycke till matchning: Jag samtycker".
        return tidy(name) if tidy(name).endswith(f": {widget.tooltip}") else widget.tooltip
    return tidy(name) if _READS_AS_LABEL.fullmatch(name) and not _MADE_UP.fullmatch(name) else ""


def _only_answers(box: Widget) -> bool:
    """Tell whether a box's own label is no more than a yes or a no."""
    return bool(_ONLY_AN_ANSWER.fullmatch(_own_label(box)))


def _own_question(widget: Widget) -> str:
    """Return what a box's own label says before its option ("Perspektiv: Patient"), "" where it names none."""
    question, _, option = _own_label(widget).rpartition(": ")
    return question.strip() if option.strip() else ""


def _last(name: str) -> str:
    """Return the last part of a full name ("form1[0].Enhet[0]"), without its number."""
    return re.sub(r"\[\d{1,4}\]$", "", name.rstrip(".").rpartition(".")[2])
