"""Nobody under 18 is proposed without a guardian's consent, however the registration tells the age."""

import pytest

from medverkan.mailbox.forms.judging import judge
from medverkan.mailbox.reading import read
from medverkan.mailbox.values import Kind

HEAD = (
    "From: Elsa Brink <elsa.brink@brevlada.example>\nTo: bank@region.example\nSubject: Intresseanmalan\n"
    "Date: Tue, 1 Dec 2026 09:12:00 +0100\nMessage-ID: <1@brevlada.example>\n"
    "Content-Type: text/plain; charset=utf-8\n\n"
)
FORM = (
    "Förnamn: Elsa\nEfternamn: Brink\nTelefon: 070-174 06 31\nKommun: Nybro\nPerspektiv: patient\n"
    "Erfarenhet: Astma sedan jag var liten\nVad vill du göra: intervju\n"
    "Samtycke till registrering och matchning på uppgifter om hälsa: Ja\n"
)


@pytest.mark.parametrize(
    "age",
    ["Ålder: 16\n", "Födelseår: 16 år\n", "Vårdnadshavares namn: Ulla Brink\n", "Födelseår: 2011\n",
     "Övrigt: Jag är 14 år\n"],
)  # fmt: skip
def test_a_form_that_tells_of_a_minor_in_any_way_asks_for_the_guardian(age: str) -> None:
    form = read((HEAD + FORM + age).encode()).forms[0]
    assert form.kind is Kind.REGISTRATION
    assert "guardian_consent" in form.missing
    assert judge.is_minor(form.fields, None) or 2026 - form.fields["birth_year"] < 18


def test_an_adult_with_children_is_no_minor() -> None:
    form = read((HEAD + FORM + "Födelseår: 1974\nÖvrigt: Jag är mamma till en son, 15 år.\n").encode()).forms[0]
    assert "guardian_consent" not in form.missing
    assert form.fields["birth_year"] == 1974
