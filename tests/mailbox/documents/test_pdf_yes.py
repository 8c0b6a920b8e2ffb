"""Boxes of a PDF form that say only "Ja": what they are a yes to is printed beside or above them."""

import pytest

from medverkan.mailbox.documents.pdf import rows_of_pdf
from tests.mailbox.documents.pdfs import Form

READ, AGREE = "Jag har läst om hur mina uppgifter hanteras", "Jag samtycker till att min hälsa används vid matchning"
# A line: height, where its box is, its tooltip, whether it is ticked.
Box = tuple[int, int, str, bool]


@pytest.mark.parametrize(
    ("printed", "boxes", "rows"),
    [
        # Two statements, each with a yes below it.
        ([(50, 700, READ), (70, 682, "Ja"), (50, 660, AGREE), (70, 642, "Ja")],
         [(680, 52, "Ja", True), (640, 52, "Ja", True)], [(READ, "☒ Ja"), (AGREE, "☒ Ja")]),
        # The statement stands to the right of the box.
        ([(70, 700, READ), (70, 680, AGREE)], [(698, 52, "Ja", True), (678, 52, "Ja", False)],
         [("", f"☒ {READ}\n☐ {AGREE}")]),
        # The question stands to the left.
        ([(50, 700, "Behövs tolk?"), (220, 700, "Ja"), (270, 700, "Nej"), (50, 680, "Finns hiss?"), (220, 680, "Ja"),
          (270, 680, "Nej")],
         [(698, 200, "Ja", False), (698, 250, "Nej", True), (678, 200, "Ja", True), (678, 250, "Nej", False)],
         [("Behövs tolk?", "☐ Ja\n☒ Nej"), ("Finns hiss?", "☒ Ja\n☐ Nej")]),
        # A yes right after a list is none of the list's options.
        ([(50, 720, "Hur vill du delta?"), (70, 702, "Enkät"), (170, 702, "Panel"), (50, 680, AGREE), (70, 662, "Ja")],
         [(700, 52, "Enkät", True), (700, 152, "Panel", False), (660, 52, "Ja", True)],
         [("", "☒ Enkät\n☐ Panel"), (AGREE, "☒ Ja")]),
        # The print says more than the field does.
        ([(70, 700, "Ja, jag har läst informationen")], [(698, 52, "Ja", True)],
         [("", "☒ Ja, jag har läst informationen")]),
        ([(70, 700, AGREE)], [(698, 52, "Yes", True)], [("", f"☒ {AGREE}")]),
        ([(70, 700, READ)], [(698, 52, "On", False)], [("", f"☐ {READ}")]),
        # A no that is ticked below its question.
        ([(50, 700, "Får ni skicka sms?"), (70, 682, "Ja"), (120, 682, "Nej")],
         [(680, 52, "Ja", False), (680, 102, "Nej", True)], [("Får ni skicka sms?", "☐ Ja\n☒ Nej")]),
        # Nothing is printed: the field's own word is all there is.
        ([], [(680, 52, "Ja", True)], [("", "☒ Ja")]),
    ],
)  # fmt: skip
def test_a_box_that_says_only_yes_belongs_to_what_is_printed_at_it(
    printed: list[tuple[int, int, str]], boxes: list[Box], rows: list[tuple[str, str]]
) -> None:
    form = Form().text("Text1", "Ek", (50, 760, 300, 775), tooltip="Efternamn").print(*printed)
    for at, (y, x, tooltip, ticked) in enumerate(boxes):
        form.box(f"b_{at}", (x, y, x + 12, y + 12), ticked=ticked, tooltip=tooltip)
    assert [row.cells for row in rows_of_pdf(form.content())][1:] == rows


def test_a_name_that_says_the_question_before_the_tooltip_goes_before_it() -> None:
    form = Form()
    for at, question in enumerate(
        ("Information om personuppgifter: Jag har läst", "Samtycke till matchning: Jag samtycker")
    ):
        _, _, option = question.partition(": ")
        form.box(question, (52, 700 - 20 * at, 64, 712 - 20 * at), ticked=not at, tooltip=option)
    assert [row.cells for row in rows_of_pdf(form.content())] == [
        ("", "☒ Information om personuppgifter: Jag har läst"),
        ("", "☐ Samtycke till matchning: Jag samtycker"),
    ]
