"""What ticks an option: every pair of signs that people and web forms use, and what looks like one and is none."""

import pytest

from medverkan.mailbox.forms.finding.find import find
from medverkan.mailbox.forms.finding.html import rows_of_html
from medverkan.mailbox.forms.finding.marked import box_of_image, chosen_by_looks
from medverkan.mailbox.forms.finding.rows import lines_of
from medverkan.mailbox.forms.values.normalise import normalised
from medverkan.mailbox.values import Kind

PAIRS = (
    "(•) ( )", "■ □", "[*] [ ]", "[v] [ ]", "(V) ( )", "⦿ ○", "◉ ○", "● ○", "⊠ ☐", "✅ ⬜", "(X) (_)", "[x] [_]",
    "_X_ ___", "☑️ ☐", "✔️ ⬜️", "⬛ ⬜", "(*) ( )", "🔘 ⚪", "√ ☐", "(o) ( )", "{x} { }", "✖ ☐", "◼ ◻", "⬤ ◯", "✅ ❌",
    "✓ -", "✓ ✗",
)  # fmt: skip
TEXT = (
    "Förnamn: Siv\nEfternamn: Påhitt\nKommun: Exempelby\nFödelseår: 1961\nPerspektiv:\n{off} Brukare\n{on} Patient\n"
    "{off} Närstående\nHur vill du medverka:\n{on} Fokusgrupp\n{off} Intervju\n"
    "Jag har läst informationen om hur mina personuppgifter behandlas:\n{on} Ja\n{off} Nej\n"
    "Jag samtycker till att mina uppgifter om hälsa registreras och används för matchning:\n{off} Ja\n{on} Nej"
)


def fields(text: str) -> dict[str, object]:
    return normalised(find(lines_of(text), Kind.REGISTRATION), Kind.REGISTRATION, None)[0]


@pytest.mark.parametrize("pair", PAIRS)
def test_every_pair_of_signs_tells_what_is_chosen(pair: str) -> None:
    on, _, off = pair.partition(" ")
    read = fields(TEXT.format(on=on, off=off))
    assert (read["perspectives"], read["activities"]) == (["patient"], ["Fokusgrupp"])
    assert (read["privacy_notice_read"], read["consent_matching"]) == (True, False)


@pytest.mark.parametrize("sign", ["■", "▪", "◼"])
def test_a_square_before_headings_is_a_bullet(sign: str) -> None:
    heads = ("Perspektiv", "Hur vill du medverka", "Samtycke till matchning")
    text = "\n".join(f"{sign} {head}\n□ Patient\n□ Intervju" for head in heads)
    assert not {"consent_matching", "perspectives"} & fields(f"Förnamn: Siv\nEfternamn: Påhitt\n{text}").keys()


def test_the_mark_of_what_must_be_filled_in_is_no_tick() -> None:
    read = fields(
        "Förnamn (*): Siv\nEfternamn (*): Påhitt\nKommun (*): Exempelby\nPerspektiv (*): ( ) Brukare (x) Patient"
    )
    assert (read["first_name"], read["municipality"], read["perspectives"]) == ("Siv", "Exempelby", ["patient"])


def test_what_is_listed_below_a_tick_with_a_label_is_no_option() -> None:
    read = fields("- Perspektiv:\n☒ Patient\n- Kommun: Exempelby\n- Förnamn: Siv\n- Efternamn: Påhitt")
    assert (read["perspectives"], read["municipality"]) == (["patient"], "Exempelby")


@pytest.mark.parametrize(
    ("pieces", "line"),
    [
        ((("Ja", True), (" / Nej", False)), "☒ Ja ☐ Nej"),
        ((("Ja ", False), ("Nej", True)), "☐ Ja ☒ Nej"),
        ((("Sms?", True), (" ", False), ("Ja", True), (" / Nej", False)), "Sms? ☒ Ja ☐ Nej"),
        ((("Brukare / ", False), ("Patient / Närstående", True)), "☐ Brukare ☒ Patient ☒ Närstående"),
        ((("Ja / Nej", False),), ""),
        ((("Ja / Nej", True), (" ", False)), ""),
        ((("Organisation", True), ("/huvudman", False)), ""),
        ((("Jag har haft ", False), ("cancer", True)), ""),
        ((("Patient", True), (" och närstående", False)), ""),
    ],
)
def test_of_options_the_ones_that_stand_out_are_chosen(pieces: tuple[tuple[str, bool], ...], line: str) -> None:
    assert chosen_by_looks(pieces) == line


@pytest.mark.parametrize(
    ("html", "line"),
    [
        ("<span style='font-family: Wingdings'>þ</span> Ja <font face=Wingdings>¨</font> Nej", "☒ Ja ☐ Nej"),
        ("<span style='font-family:Wingdings'><span style='mso-list:Ignore'>ü</span></span> Ja", "ü Ja"),
        ("<span style='font-family:Wingdings'>hej</span>", "hej"),
        ("<img alt='Markerad'> Ja <img alt='Ej markerad'> Nej <img alt='Logga'>", "☒ Ja ☐ Nej"),
        ("Kommun: <select><option>Välj<option>Ekby<option selected>Tunby</select>", "Kommun: Tunby"),
        ("Kommun: <select><option>Välj<option>Ekby</select>", "Kommun:"),
        ("Sms: <span style='background: yellow'>Ja</span> / Nej", "Sms: ☒ Ja ☐ Nej"),
        ("Sms: <span style='background:white'>Ja</span> / Nej", "Sms: Ja / Nej"),
        ("<mark>Sms</mark> går bra", "Sms går bra"),
    ],
)
def test_boxes_of_symbols_pictures_and_lists_are_read(html: str, line: str) -> None:
    assert [row.cells[0] for row in rows_of_html(f"<html><body><p>{html}</p></body></html>")] == [line]


@pytest.mark.parametrize(
    ("alt", "box"),
    [("Kryssruta, markerad", "☒"), ("checked", "☒"), ("unchecked", "☐"), ("Omarkerad", "☐"), ("Bild", "")],
)
def test_a_picture_of_a_box_is_a_box(alt: str, box: str) -> None:
    assert box_of_image(alt) == box


@pytest.mark.parametrize("bullet", ["■", "▪", "●", "✓", "✗", "-", "*", "–"])
@pytest.mark.parametrize("box", ["□", "( )", "[ ]", "○", "⬜"])
@pytest.mark.parametrize("sign", ["\n", " "])
def test_a_sign_before_a_question_with_its_answers_unticked_is_no_yes(bullet: str, box: str, sign: str) -> None:
    asked = ("Jag har läst informationen om hur mina personuppgifter behandlas",
             "Jag samtycker till att mina uppgifter om hälsa registreras och används för matchning")  # fmt: skip
    text = "\n".join(f"{bullet} {one}{sign}{box} Ja{sign}{box} Nej" for one in asked)
    read = fields(f"Förnamn: Siv\nEfternamn: Påhitt\nKommun: Exempelby\nFödelseår: 1961\nPerspektiv: Patient\n{text}")
    assert not {"consent_matching", "privacy_notice_read"} & read.keys()


@pytest.mark.parametrize(
    "answers", ["_ Ja _ Nej", "Ja __ Nej __", "Ja: ____ Nej: ____", "__ Ja / __ Nej", "Ja _ Nej _"]
)
def test_two_lines_to_write_on_with_nothing_on_them_are_no_answer(answers: str) -> None:
    for sign in (": ", " "):
        text = f"Jag samtycker till att mina uppgifter om hälsa registreras och används för matchning{sign}{answers}"
        read = fields(f"Förnamn: Siv\nEfternamn: Påhitt\nKommun: Exempelby\nFödelseår: 1961\n{text}")
        assert "consent_matching" not in read
