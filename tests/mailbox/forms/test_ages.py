"""Who states an age under 18 is a minor, also where no year of birth is given."""

from datetime import UTC, datetime

import pytest

from medverkan.mailbox.forms.finding.entries import Entry
from medverkan.mailbox.forms.judging.ages import stated_minor_age
from medverkan.mailbox.forms.values.born import birth_year
from medverkan.mailbox.forms.values.normalise import normalised
from medverkan.mailbox.values import Kind


@pytest.mark.parametrize(
    ("text", "age"),
    [
        ("Jag heter Elsa Brink, är 15 år och bor i Torsås.", 15),
        ("Hej! Jag går i nian och vill vara med.", 16),
        ("Namn: Ivar Ek\nÅlder: 16\nKommun: Nybro", 16),
        ("Födelseår: 16 år", 16),
        ("Ålder\n14 år\n", 14),
        ("jag är bara 17 år men har mycket att säga", 17),
        ("Jag läser i årskurs 8.", 15),
        ("Jag har astma, jag är 14 år", 14),
        ("Jag är mamma till en son, 15 år, med adhd.", None),
        ("Jag har haft astma i 15 år.", None),
        ("Jag är 54 år.", None),
        ("Min dotter är 12 år. Jag bor i Nybro.", None),
        ("Jag är lärare för elever, 15 år.", None),
        ("Jag fick diagnosen för 10 år sedan, 16 år sen den första.", None),
        ("Födelseår: 1954", None),
        ("Jag opererades 2012 och går i gymmet.", None),
        ("", None),
    ],
)
def test_an_age_under_18_is_read_of_oneself_only(text: str, age: int | None) -> None:
    assert stated_minor_age(text) == age


@pytest.mark.parametrize(
    ("written", "year"),
    [
        ("jag är 65", None), ("fyller 66 i vår", None), ("65-åring", None), ("Jag är 65+", None), ("ca 65", None),
        ("född 61", 1961), ("är 61:a", 1961), ("jag är 65 år, född 1961", 1961), ("61-03-02", 1961), ("61", 1961),
        ("är född 1961", 1961), ("mars 61", 1961),
    ],
)  # fmt: skip
def test_an_age_is_no_year_of_birth(written: str, year: int | None) -> None:
    assert birth_year(written, 2026) == year


def test_two_figures_below_age_or_year_are_asked_about() -> None:
    entry = Entry("birth_year", "65", (), "Ålder/födelseår")
    fields, questions = normalised([entry], Kind.REGISTRATION, datetime(2026, 11, 18, tzinfo=UTC))
    assert "birth_year" not in fields
    assert questions == ["Födelseår: ni skriver ”65”. Vilket år är personen född?"]
