"""What puts an answer off, refuses it or was never written is no value, but for what has answers of its own."""

import pytest

from medverkan.mailbox.forms.finding.entries import Entry
from medverkan.mailbox.forms.finding.find import find
from medverkan.mailbox.forms.finding.rows import lines_of
from medverkan.mailbox.forms.naming.registry import field
from medverkan.mailbox.forms.values.normalise import normalised
from medverkan.mailbox.forms.values.ticks import answered_each
from medverkan.mailbox.forms.values.unanswered import is_unanswered
from medverkan.mailbox.values import Kind

PUT_OFF = (
    "Se bilaga", "Se bifogad projektplan", "Kompletteras", "diskuteras", "Ska diskuteras", "får vi återkomma om",
    "Vi får återkomma med detta", "under planering", "vi vet inte ännu", "Vi har inte bestämt det än", "Utreds",
    "Lämnas blankt", "ej svar", "Inget svar lämnat", "Tas per telefon", "Tar vi vid startmötet", "Planeras",
    "Berättar jag gärna när vi ses", "Det får vi prata om", "Kommer senare i vår", "Svarar på detta senare",
)  # fmt: skip
REFUSED = ("Vill inte uppge", "Jag vill helst inte svara på det", "Hoppar över den frågan", "Hemligt")
SHOWN = (
    "-- Välj --", "Välj...", "Välj ett alternativ", "Select...", "(fyll i)", "Detta fält är obligatoriskt",
    "Obligatoriskt", "Ej ifylld", "undefined", "Not specified",
)  # fmt: skip
NONE = ("ej aktuellt", "Ej relevant", "ingen", "inga", "Inget särskilt", "Inget att ange")


@pytest.mark.parametrize("said", [*PUT_OFF, *REFUSED, *SHOWN, *NONE])
def test_such_an_answer_leaves_what_is_required_missing(said: str) -> None:
    for key in ("unit", "activity", "description", "purpose", "experience", "place", "when_text"):
        assert key not in normalised([Entry(key, said, (), key)], Kind.REQUEST, None)[0], key
    for key in ("municipality", "experience", "activities"):
        read = normalised([Entry(key, said, (), key)], Kind.REGISTRATION, None)[0]
        assert not {key, "unwilling"} & read.keys(), key


@pytest.mark.parametrize("said", NONE)
def test_none_is_an_answer_to_what_is_not_required(said: str) -> None:
    asked = field(Kind.REGISTRATION, "support_needs")
    assert asked is not None
    assert not is_unanswered(said, asked)


@pytest.mark.parametrize(
    ("key", "said"),
    [
        ("place", "Per telefon"), ("description", "Planera en ny mottagning"), ("description", "Se över rutinerna"),
        ("purpose", "Att diskutera ronden med patienter"), ("experience", "Ingen kontakt med vården på tio år"),
        ("description", "Se bilaga. Kort sagt vill vi höra hur ronden upplevs."), ("unit", "Väljarmottagningen"),
        ("description", "Diskutera hur maten kan bli bättre"), ("activity", "Skriva texter"),
    ],
)  # fmt: skip
def test_what_says_something_stays(key: str, said: str) -> None:
    assert normalised([Entry(key, said, (), key)], Kind.REQUEST, None)[0][key] == said


@pytest.mark.parametrize("said", ["Kalmar län", "Småland", "Sverige", "utanför länet", "Annan kommun"])
def test_what_is_larger_than_a_municipality_is_none(said: str) -> None:
    assert "municipality" not in normalised([Entry("municipality", said)], Kind.REGISTRATION, None)[0]


@pytest.mark.parametrize(
    ("value", "said_yes_to"),
    [
        ("Brukare - nej\nPatient - ja\nAnhörig – ja", ["Patient", "Anhörig"]),
        ("Brukare: Nej / Patient: Ja", ["Patient"]), ("Råd: nej, panel: ja", ["panel"]),
        ("Råd = 0\nPanel = 1", ["Panel"]), ("Råd: false\nPanel: true", ["Panel"]), ("Råd (nej)\nPanel (ja)", ["Panel"]),
        ("Råd  nej\nPanel  nej", []), ("Patient, närstående", None), ("Patient - ja", None),
        ("Panel: ja\nGärna på tisdagar", None),
    ],
)  # fmt: skip
def test_options_that_are_each_answered_are_those_with_a_yes(value: str, said_yes_to: list[str] | None) -> None:
    assert answered_each(value) == said_yes_to


@pytest.mark.parametrize("sign", [": ", " - ", " = ", "\t"])
def test_lines_that_answer_an_option_each_belong_to_the_question_above(sign: str) -> None:
    rows = (f"Brukare{sign}Nej", f"Patient{sign}Ja", f"Närstående{sign}Ja")
    text = "\n".join(("Enhet: BB", "Antal personer: 3", "Perspektiv:", *rows, "Plats: Sal B"))
    fields = normalised(find(lines_of(text), Kind.REQUEST), Kind.REQUEST, None)[0]
    assert (fields["perspectives"], fields["place"]) == (["patient", "närstående"], "Sal B")


def test_a_first_name_may_be_a_word_for_none() -> None:
    told = [Entry("first_name", "Inga"), Entry("last_name", "Frid"), Entry("experience", "Inga")]
    assert normalised(told, Kind.REGISTRATION, None)[0] == {"first_name": "Inga", "last_name": "Frid"}
