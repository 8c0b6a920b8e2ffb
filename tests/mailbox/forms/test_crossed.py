"""A grid of crosses is read as the boxes that it stands for."""

from medverkan.mailbox.forms.finding.crossed import uncrossed
from medverkan.mailbox.forms.finding.find import find
from medverkan.mailbox.forms.finding.rows import Row
from medverkan.mailbox.values import Kind

HEAD = Row(("Kontakt", "Ja", "Nej"), 1)


def found(*rows: Row) -> dict[str, str]:
    return {e.key: e.value for e in find(rows, Kind.REGISTRATION) if e.key != "_other"}


def test_a_grid_of_options_answers_its_own_head() -> None:
    rows = [
        Row(("Jag kan tänka mig att", "Ja", "Kanske", "Nej"), 1),
        Row(("Vara med i panel", "X", "", ""), 1),
        Row(("Prova appar", "", "x", ""), 1),
        Row(("Hålla föredrag", "", "", "x"), 1),
    ]
    assert found(*rows) == {"activities": "☒ Vara med i panel\n☐ Prova appar\n☐ Hålla föredrag"}


def test_a_grid_without_a_question_answers_the_line_above_it() -> None:
    rows = [
        Row(("Hur vill du medverka? Sätt kryss.",)),
        Row(("",)),
        Row(("", "Ja", "Nej"), 1),
        Row(("Panel", "x", ""), 1),
        Row(("Provläsa", "", "x"), 1),
    ]
    assert found(*rows) == {"activities": "☒ Panel\n☐ Provläsa"}


def test_a_grid_of_questions_answers_each_of_them() -> None:
    rows = [Row(("Samtycken", "Ja", "Nej"), 1), Row(("Ni får skicka sms", "X", ""), 1),
            Row(("Ni får skicka e-post", "", "X"), 1)]  # fmt: skip
    assert found(*rows) == {"consent_sms": "☒ Ja ☐ Nej", "consent_email": "☐ Ja ☒ Nej"}


def test_what_is_answered_in_words_is_no_grid() -> None:
    rows = [Row(("Får vi skicka sms?", "Ja"), 1), Row(("Får vi ringa?", "Nej"), 1), Row(("Bil", ""), 1)]
    assert uncrossed(rows, Kind.REGISTRATION) == rows
    assert uncrossed([HEAD, Row(("Panel", "gärna", ""), 1)], Kind.REGISTRATION)[0] == HEAD
    assert uncrossed([HEAD, Row(("Panel", "", ""), 1), Row(("Råd", "", ""), 1)], Kind.REGISTRATION)[0] == HEAD
