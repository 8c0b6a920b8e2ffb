"""What is a form, and of which kind."""

import pytest

from medverkan.mailbox.forms.finding.rows import lines_of
from medverkan.mailbox.forms.finding.scoring import best_form
from medverkan.mailbox.forms.finding.segments import Segment
from medverkan.mailbox.values import Kind

REQUEST = "Enhet: Akuten\nHuvudman: Region Exempel\nTyp av medverkan: Intervju\nAntal personer: 2\nPlats: Sal 4"
REGISTRATION = "Namn: Rut Påhitt\nFödelseår: 1950\nKommun: Nybro\nTelefon: 070-174 06 31\nVill delta i: intervju"
NO_SIGNS = "Enhet Akuten\nHuvudman Region Exempel\nTyp av medverkan intervju\nAntal personer 2\nPlats Sal 4"
COURSE = (
    "Utbildning: Bemötande\nDatum: 3 mars 2027\nTid: 9-12\nPlats: Zoom\nMålgrupp: chefer\nSyfte: Lära mer\n"
    "Beskrivning: En förmiddag.\nPris: 900 kr"
)
MEETING = "Datum: 3 mars\nTid: 10-12\nPlats: Sal 4\nKontakt: Pia\nDeltagare: Bo, Eva\nSyfte: Planera våren"


@pytest.mark.parametrize(
    ("text", "kind"), [(REQUEST, Kind.REQUEST), (REGISTRATION, Kind.REGISTRATION), (NO_SIGNS, Kind.REQUEST)]
)
def test_a_form_is_of_the_kind_whose_labels_it_has(text: str, kind: Kind) -> None:
    found = best_form(Segment(lines_of(text)), "Hej")
    assert found is not None
    assert (found.kind, found.is_form(strictly=False)) == (kind, True)


@pytest.mark.parametrize("text", [COURSE, MEETING, "Hej, hur mår ni?\nPlats: Sal 4"])
def test_a_letter_with_labels_in_it_is_no_form(text: str) -> None:
    found = best_form(Segment(lines_of(text)), "Hej")
    assert found is None or not found.is_form(strictly=False)
