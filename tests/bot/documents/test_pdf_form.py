"""The unit's own PDF form comes back with its fields filled in, and tells of nobody who made it."""

import io
from collections.abc import Callable
from typing import Any

import pypdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf.actions import JavaScript
from pypdf.annotations import Text
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from medverkan.bot.documents.pdf_form import fill_in_pdf
from medverkan.bot.documents.places import Contact
from medverkan.bot.documents.unfilled import UnfilledError, Why

SIV = Contact("Siv", "Åkeprov", "070-174 06 21", "siv@post.example")
Row = tuple[str, str, str, str]  # what is printed, the field's name, its tooltip, what is in it
ABOUT: list[Row] = [("Verksamhet/enhet", "a1", "Verksamhet/enhet", "Rehab"), ("Telefon", "a2", "Telefon", "0480-1")]
BESIDE: list[Row] = [("Medverkandes namn", "a3", "", ""), ("Telefon", "a4", "", ""), ("E-post", "a5", "", "")]


def form(*rows: Row, width: float = 200, height: float = 20, **more: Any) -> bytes:
    """Return a form of one page; a row without a field's name is a heading."""
    held = io.BytesIO()
    canvas = Canvas(held, pagesize=A4)
    canvas.setAuthor("Kanarie Fagelsson")
    canvas.setCreator("Kanarie")
    canvas.setFont("Helvetica", 11)
    for number, (printed, name, tooltip, value) in enumerate([*ABOUT, *rows]):
        y = 760 - 40 * number
        canvas.drawString(40, y, printed)
        if name:
            canvas.acroForm.textfield(
                name=name, tooltip=tooltip or "Text", value=value, x=220, y=y - 6, width=width, height=height,
                fontName="Helvetica", fontSize=10, borderWidth=0.5, **more,
            )  # fmt: skip
    canvas.save()
    return held.getvalue()


def values(whole: bytes) -> dict[str, str]:
    """Return what is in the fields."""
    fields = pypdf.PdfReader(io.BytesIO(whole)).get_fields() or {}
    return {name: str(field.get("/V") or "") for name, field in fields.items()}


def _why(blank: bytes) -> Why | None:
    try:
        fill_in_pdf(blank, SIV)
    except UnfilledError as error:
        return error.why
    return None


@pytest.mark.parametrize(
    ("rows", "written"),
    [
        (BESIDE, {"a3": "Siv Åkeprov", "a4": "070-174 06 21", "a5": "siv@post.example"}),
        ([("", "medverkande_namn", "", ""), ("", "medverkande_telefon", "", "")],
         {"medverkande_namn": "Siv Åkeprov", "medverkande_telefon": "070-174 06 21, siv@post.example"}),
        ([("1", "f1", "Deltagarens namn", ""), ("2", "f2", "Deltagarens e-post", "")],
         {"f1": "Siv Åkeprov, 070-174 06 21", "f2": "siv@post.example"}),
        ([("Uppgifter om den som medverkar", "", "", ""), ("Namn", "f1", "", ""), ("Mobil", "f2", "", "")],
         {"f1": "Siv Åkeprov", "f2": "070-174 06 21, siv@post.example"}),
    ],
)  # fmt: skip
def test_fields_are_found_by_name_tooltip_or_what_is_printed(rows: list[Row], written: dict[str, str]) -> None:
    filled = fill_in_pdf(form(*rows), SIV)
    assert values(filled) == {"a1": "Rehab", "a2": "0480-1"} | written


def test_what_is_filled_in_is_seen_by_programs_that_draw_nothing_themselves() -> None:
    page: Any = pypdf.PdfReader(io.BytesIO(fill_in_pdf(form(*BESIDE), SIV))).pages[0]
    drawn = [note.get_object()["/AP"]["/N"].get_object().get_data() for note in page["/Annots"]]
    assert "Siv Åkeprov".encode("cp1252") in drawn[2]


@pytest.mark.parametrize(
    ("blank", "why"),
    [
        (form(("Antal deltagare", "x", "", "")), Why.NO_PLACE),
        (form(("Namn", "x", "", "")), Why.NO_PLACE),
        (form(("Medverkandes namn", "x", "", "Nils")), Why.NO_PLACE),
        (form(("Medverkandes namn", "x", "", ""), width=60), Why.NO_PLACE),
        (form(*BESIDE, height=6), Why.NO_PLACE),
        (form(*BESIDE, maxlen=5), Why.NO_PLACE),
        (b"%PDF-1.4\n%%EOF", None),
    ],
)
def test_where_it_has_no_room_nothing_is_written(blank: bytes, why: Why | None) -> None:
    if why:
        assert _why(blank) is why
    else:
        with pytest.raises(Exception, match=r".*"):
            fill_in_pdf(blank, SIV)


def test_signs_that_a_forms_font_does_not_have_are_not_written_as_others() -> None:
    with pytest.raises(UnfilledError):
        fill_in_pdf(form(*BESIDE), Contact("Θεοδώρα", "Ekprov"))
    assert values(fill_in_pdf(form(*BESIDE), Contact("Łukasz", "Ekprov")))["a3"] == "Łukasz Ekprov"


def _changed(change: Callable[[pypdf.PdfWriter], object]) -> bytes:
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(form(*BESIDE)))
    change(writer)
    held = io.BytesIO()
    writer.write(held)
    return held.getvalue()


@pytest.mark.parametrize(
    ("change", "why"),
    [
        (lambda one: one.add_open_action(JavaScript("app.alert('x')")), Why.MACROS),
        (lambda one: one.add_attachment("x.bin", b"x"), Why.EMBEDDED),
        (lambda one: one.encrypt("hemligt"), Why.PASSWORD),
        (lambda one: one.encrypt("", "hemligt"), Why.PASSWORD),
        (lambda one: one.root_object["/AcroForm"].get_object().update(
            {pypdf.generic.NameObject("/SigFlags"): pypdf.generic.NumberObject(3)}), Why.SIGNED),
    ],
)  # fmt: skip
def test_what_can_do_harm_or_is_locked_is_left_alone(change: Callable[[Any], object], why: Why) -> None:
    assert _why(_changed(change)) is why


def _with_traces(writer: Any) -> None:
    name, text, array = pypdf.generic.NameObject, pypdf.generic.TextStringObject, pypdf.generic.ArrayObject
    writer.add_metadata({"/Company": "Kanarie"})
    writer.xmp_metadata = (
        b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
        b'<rdf:Description rdf:about="Kanarie"/></rdf:RDF></x:xmpmeta>'
    )
    note = Text(rect=(1, 1, 9, 9), text="Kanarie")
    note[name("/T")] = text("Kanarie")
    writer.add_annotation(0, note)
    script = pypdf.generic.DictionaryObject({name("/S"): name("/JavaScript"), name("/JS"): text("Kanarie()")})
    field = writer.pages[0]["/Annots"][0].get_object()
    field[name("/AA")] = pypdf.generic.DictionaryObject({name("/F"): script})
    writer.pages[0][name("/PieceInfo")] = array([text("Kanarie")])


def test_nothing_tells_of_who_made_the_form() -> None:
    blank = _changed(_with_traces)
    assert _all_of(blank).count("Kanarie") >= 6
    filled = fill_in_pdf(blank, SIV)
    assert "Kanarie" not in _all_of(filled)
    assert "pypdf" not in _all_of(filled)
    assert "ReportLab" not in _all_of(filled)
    assert values(filled)["a3"] == "Siv Åkeprov"


def _all_of(whole: bytes) -> str:
    """Return everything in a file that can be read, whether anything points to it or not."""
    reader = pypdf.PdfReader(io.BytesIO(whole))
    found = [repr(reader.trailer)]
    for number in range(1, int(str(reader.trailer["/Size"]))):
        one = reader.get_object(pypdf.generic.IndirectObject(number, 0, reader))
        found.append(repr(one))
        if isinstance(one, pypdf.generic.StreamObject):
            found.append(one.get_data().decode("latin-1"))
    return "\n".join(found)


BLANK = form(*BESIDE)


@settings(max_examples=40, deadline=None)
@given(st.binary(max_size=40), st.integers(0, len(BLANK)))
@pytest.mark.filterwarnings("ignore")
def test_damaged_bytes_give_an_error_or_a_form(noise: bytes, at: int) -> None:
    damaged = BLANK[:at] + noise + BLANK[at + len(noise) :]
    try:
        fill_in_pdf(damaged, SIV)
    except Exception as error:  # noqa: BLE001 - the process that does this answers any of them with one word
        assert error
