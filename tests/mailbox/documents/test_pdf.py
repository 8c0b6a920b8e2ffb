"""PDF forms: the filled-in fields with their labels, or the text of the pages."""

import io

import pytest
from pypdf import PdfReader, PdfWriter

from medverkan.mailbox.documents.pdf import rows_of_pdf
from medverkan.mailbox.documents.problems import Problem
from medverkan.mailbox.documents.unreadable import UnreadableError
from medverkan.mailbox.forms.finding.rows import Row
from tests.mailbox.documents.pdfs import Form


def read(form: Form) -> list[tuple[str, ...]]:
    return [row.cells for row in rows_of_pdf(form.content())]


def test_a_field_has_its_tooltip_as_label_or_else_its_name() -> None:
    form = Form().text("f1", "Akuten", tooltip="Enhet").text("Antal", "två")
    assert list(rows_of_pdf(form.content())) == [Row(("Enhet", "Akuten"), 1), Row(("Antal", "två"), 1)]


@pytest.mark.parametrize("drawn", [True, False])
def test_boxes_that_follow_each_other_are_one_row_without_a_label(drawn: bool) -> None:
    form = Form().box("Patient", ticked=True, drawn=drawn).box("Brukare", ticked=False, drawn=drawn)
    assert read(form.text("Plats", "Aulan")) == [("", "☒ Patient\n☐ Brukare"), ("Plats", "Aulan")]


def test_a_field_with_a_made_up_name_is_called_what_is_printed_left_of_it_or_above() -> None:
    form = Form().print((50, 700, "Verksamhet/enhet:"), (50, 660, "Beskrivning av uppdraget"))
    form.text("Text1", "Akuten", (200, 695, 400, 712)).text(
        "topmostSubform[0].Page1[0].TextField2[0]", "Ett samtal", (50, 600, 400, 655)
    )
    assert read(form) == [("Verksamhet/enhet", "Akuten"), ("Beskrivning av uppdraget", "Ett samtal")]


def test_a_label_that_is_printed_on_two_lines_is_one_label() -> None:
    form = Form().print((50, 706, "Hur många personer"), (50, 694, "söker ni?"), (50, 670, "Plats"))
    form.text("fill_1", "två", (200, 695, 400, 712)).text("fill_2", "Aulan", (200, 665, 400, 682))
    assert read(form) == [("Hur många personer söker ni?", "två"), ("Plats", "Aulan")]


def test_two_fields_on_a_line_have_each_its_own_label() -> None:
    form = Form().print((50, 700, "Telefon"), (300, 700, "E-post"))
    form.text("undefined", "070-174 06 12", (100, 695, 200, 712)).text(
        "undefined_2", "a@b.example", (350, 695, 500, 712)
    )
    assert read(form) == [("Telefon", "070-174 06 12"), ("E-post", "a@b.example")]


def test_boxes_are_called_what_is_printed_beside_them_and_belong_to_what_is_asked_left_of_them() -> None:
    form = Form().print((50, 700, "Perspektiv"), (220, 700, "Patient"), (320, 700, "Närstående"))
    form.box("Check Box1", (200, 698, 212, 710), ticked=False).box("Check Box2", (300, 698, 312, 710), ticked=True)
    assert read(form) == [("Perspektiv", "☐ Patient\n☒ Närstående")]


def test_of_a_radio_field_every_option_is_said_and_which_is_chosen() -> None:
    form = Form().print((50, 700, "Var är mötet?"), (220, 700, "På plats"), (220, 680, "Digitalt"))
    form.radio("Grupp1", [(200, 698, 212, 710), (200, 678, 212, 690)], 1)
    assert read(form) == [("Var är mötet?", "☐ På plats\n☒ Digitalt")]


def test_a_list_is_what_was_chosen_in_it() -> None:
    form = Form().print((50, 700, "Typ av medverkan"))
    assert read(form.choice("Listruta 3", "Enkät", ("Panel", "Enkät"), (200, 695, 400, 712))) == [
        ("Typ av medverkan", "Enkät")
    ]


def test_data_of_a_form_for_another_program_is_read_with_its_captions() -> None:
    xdp = """<xdp:xdp xmlns:xdp="http://ns.adobe.com/xdp/">
      <template xmlns="http://www.xfa.org/schema/xfa-template/3.0/"><subform name="form1">
        <field name="f1"><caption><value><text>Verksamhet/enhet</text></value></caption><ui><textEdit/></ui></field>
        <field name="f2"><caption><value><text>Patient</text></value></caption><ui><checkButton/></ui></field>
      </subform></template>
      <xfa:datasets xmlns:xfa="http://www.xfa.org/schema/xfa-data/1.0/"><xfa:data><form1>
        <f1>Akuten</f1><f2>1</f2><AntalPersoner>två</AntalPersoner><tom/></form1></xfa:data></xfa:datasets></xdp:xdp>"""
    form = Form().print((50, 700, "Please wait..."))
    form.xfa = xdp.encode()
    assert read(form) == [("Verksamhet/enhet", "Akuten"), ("", "☒ Patient"), ("Antal personer", "två")]


def test_a_printed_page_comes_as_lines() -> None:
    assert list(rows_of_pdf(Form().print((50, 700, "Enhet: Akuten"), (50, 680, "Antal: två")).content())) == [
        Row(("Enhet: Akuten",)), Row(("Antal: två",)),
    ]  # fmt: skip


def test_text_that_was_put_on_a_page_afterwards_stands_where_it_was_put() -> None:
    form = Form().print((50, 700, "Enhet:"), (50, 680, "Antal personer som söks:"))
    form.typed_over("Akuten", (100, 696, 300, 712)).typed_over("två", (200, 676, 300, 692))
    assert read(form) == [("Enhet:\tAkuten",), ("Antal personer som söks:\ttvå",)]


LEFT = ("Enhet", "Huvudman", "Beskrivning av", "uppdraget", "", "Titel", "Antal")
RIGHT = (
    "Akuten",
    "Region Exempel",
    "Ett samtal om hur det är att vänta",
    "länge på besked, som ni",
    "fått.",
    "",
    "två",
)


def test_a_page_printed_in_columns_comes_as_cells_with_what_is_broken_joined() -> None:
    form = Form().print(*[(50, 700 - 20 * n, t) for n, t in enumerate(LEFT) if t])
    form.print(*[(220, 700 - 20 * n, t) for n, t in enumerate(RIGHT) if t])
    assert read(form) == [
        ("Enhet", "Akuten"),
        ("Huvudman", "Region Exempel"),
        ("Beskrivning av uppdraget", "Ett samtal om hur det är att vänta länge på besked, som ni\nfått."),
        ("Titel", ""),
        ("Antal", "två"),
    ]


def grid(*rows: tuple[str, str]) -> Form:
    form = Form()
    for number, (left, right) in enumerate(rows):
        low = 700 - 40 * number
        form.rectangle(50, low, 150, 40).rectangle(200, low, 300, 40)
        for x, text in ((55, left), (205, right)):
            form.print(*((x, low + 26 - 12 * n, line) for n, line in enumerate(text.split("\n")) if line))
    return form


def test_lines_around_cells_say_what_belongs_together() -> None:
    form = grid(("Enhet", "Akuten"), ("Titel", ""), ("När\noch hur länge", "Den 3 maj\nEn timme")).print(
        (50, 500, "Hej")
    )
    assert read(form) == [("Enhet", "Akuten"), ("Titel", ""), ("När\noch hur länge", "Den 3 maj\nEn timme"), ("Hej",)]


def test_boxes_that_are_drawn_are_boxes_and_a_cross_ticks_them() -> None:
    form = Form().print((70, 700, "Patient"), (170, 700, "Brukare"), (270, 700, "Närstående"), (252, 701, "x"))
    form.rectangle(50, 699, 10, 10).rectangle(150, 699, 10, 10).rectangle(250, 699, 10, 10)
    form.draw("50 699 m 60 709 l S").draw("50 709 m 60 699 l S")
    ((cells),) = read(form)
    assert "".join(cells).split("\t") == ["☒ Patient", "☐ Brukare", "☒ Närstående"]


def locked(content: bytes) -> bytes:
    writer, buffer = PdfWriter(clone_from=PdfReader(io.BytesIO(content))), io.BytesIO()
    writer.encrypt("hemligt", algorithm="RC4-128")
    writer.write(buffer)
    return buffer.getvalue()


def test_a_document_with_a_password_is_told_from_a_broken_one() -> None:
    with pytest.raises(UnreadableError) as caught:
        rows_of_pdf(locked(Form().print((50, 700, "Enhet: Akuten")).content()))
    assert caught.value.problem is Problem.PASSWORD


@pytest.mark.parametrize("content", [b"", b"<html>", b"%PDF-1.7 broken"])
def test_what_is_no_pdf_is_refused(content: bytes) -> None:
    with pytest.raises(UnreadableError) as caught:
        rows_of_pdf(content)
    assert caught.value.problem is Problem.BROKEN


def test_boxes_that_name_their_question_are_one_row_for_each_question() -> None:
    form = Form()
    for at, (label, ticked) in enumerate(
        (
            ("Roll: Patient", True),
            ("Roll: Brukare", False),
            ("Teckentolk?: Ja", False),
            ("Teckentolk?: Nej", True),
            ("Lunch: ingår", True),
        )
    ):
        form.box(f"Check{at}", ticked=ticked, tooltip=label)
    assert read(form) == [
        ("Roll", "☒ Patient\n☐ Brukare"),
        ("Teckentolk?", "☐ Ja\n☒ Nej"),
        ("", "☒ Lunch: ingår"),
    ]
