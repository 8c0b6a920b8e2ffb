"""What a form asks for in vain is missing: no other answer is taken for it."""

import pytest

from medverkan.mailbox.forms.finding.rows import Row, gapped
from medverkan.mailbox.forms.finding.scoring import best_form
from medverkan.mailbox.forms.finding.segments import Segment
from medverkan.mailbox.forms.naming.remaining import in_context
from medverkan.mailbox.forms.values.normalise import normalised
from medverkan.mailbox.values import Kind

REQUEST = (
    ("Verksamhet", "Rehab Almby"), ("Huvudman", "Region Almland"), ("Uppdragsgivare", "Tova Almgård"),
    ("Typ av medverkan", "Panel"), ("Vad ska göras?", "Panelen provar en app och säger vad som är svårt i den."),
    ("Syfte", "Fler ska orka träna"), ("Perspektiv", "Patient"), ("Önskad erfarenhet", "Har tränat hos oss"),
    ("Antal", "4"), ("När?", "4 mars 2027 kl 13"), ("Var någonstans?", "Sal 4"),
    ("Finns det hiss och liknande?", "Allt ligger i markplan"),
)  # fmt: skip
REGISTRATION = (
    ("Förnamn", "Nadja"), ("Efternamn", "Ek"), ("Födelseår", "1988"), ("Kommun", "Nybro"),
    ("Kontakta mig via", "Sms"), ("Jag är eller har varit", "Patient"), ("Min erfarenhet", "Psoriasis sedan skolan"),
    ("Uppdrag jag kan tänka mig", "Panel, Enkät"), ("Uppdrag jag inte kan tänka mig", "Ringa telefonsamtal"),
)  # fmt: skip
ASKED = {
    "Verksamhet": "unit", "Typ av medverkan": "activity", "Syfte": "purpose", "Perspektiv": "perspectives",
    "Önskad erfarenhet": "experience", "Antal": "people_wanted", "När?": "when_text", "Var någonstans?": "place",
    "Kommun": "municipality", "Kontakta mig via": "contact_preference", "Födelseår": "birth_year",
    "Jag är eller har varit": "perspectives", "Min erfarenhet": "experience",
    "Uppdrag jag kan tänka mig": "activities",
}  # fmt: skip


def fields_of(rows: list[Row], kind: Kind) -> dict[str, object]:
    found = best_form(Segment(tuple(rows)), "Formulär")
    assert found is not None
    assert found.kind is kind
    return normalised(found.forms[0], kind, None)[0]


@pytest.mark.parametrize("layout", ["table", "colons", "numbered"])
@pytest.mark.parametrize("left_out", ASKED)
def test_a_label_that_is_left_empty_is_answered_by_nothing_else(left_out: str, layout: str) -> None:
    kind = Kind.REQUEST if left_out in dict(REQUEST) else Kind.REGISTRATION
    pairs = REQUEST if kind is Kind.REQUEST else REGISTRATION
    filled = [(label, "" if label == left_out else value) for label, value in pairs]
    if layout == "table":
        rows = [Row(pair, 1) for pair in filled]
    elif layout == "colons":
        rows = [Row((gapped(f"{label.rstrip('?')}: {value}"),)) for label, value in filled]
    else:
        numbered = [(f"{n}) {label}", value, "") for n, (label, value) in enumerate(filled, 1)]
        rows = [Row((line,)) for lines in numbered for line in lines]
    fields = fields_of(rows, kind)
    whole = fields_of([Row(pair, 1) for pair in pairs], kind)
    lost = {key for key in whole if key not in fields} - {"date_start", "time_start"}
    assert lost == {ASKED[left_out]}


def test_how_to_answer_is_no_answer() -> None:
    text = "1. Vad ska hända? Beskriv så att alla förstår\n2. Syfte\nRo\n3. Antal\n3\n4. Plats\nSal 4\n5. Enhet\nRehab"
    found = best_form(Segment(tuple(Row((line,)) for line in text.split("\n"))), "Formulär")
    assert found is not None
    assert next(entry.value for entry in found.forms[0] if entry.key == "description") == ""


def test_a_question_is_no_answer_to_the_question_above_it() -> None:
    asked = ("Vilken enhet?", "Rehab", "Vem är kontaktperson?", "Tova Almgård", "Vad ska ni göra?",
             "Vilken form har uppdraget?", "Rollspel", "Vad är syftet?", "Ro", "Hur många personer?", "3",
             "Var?", "Sal 4")  # fmt: skip
    found = best_form(Segment(tuple(Row((line,)) for line in asked)), "Formulär")
    assert found is not None
    entries = {entry.key: entry.value for entry in in_context(found.forms[0], Kind.REQUEST)}
    assert (entries["description"], entries["activity"]) == ("", "Rollspel")
