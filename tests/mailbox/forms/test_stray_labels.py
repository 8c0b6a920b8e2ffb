"""Labels that are near ours and ask something else, labels that ask two things, and answers in everyday words."""

from datetime import UTC, datetime

import pytest

from medverkan.mailbox.forms.finding.find import find
from medverkan.mailbox.forms.finding.rows import lines_of
from medverkan.mailbox.forms.judging.headcount import headcount_questions
from medverkan.mailbox.forms.values import options
from medverkan.mailbox.forms.values.normalise import normalised
from medverkan.mailbox.forms.values.numbers import per_half_year
from medverkan.mailbox.forms.values.one_box import municipality
from medverkan.mailbox.forms.values.personal import parted
from medverkan.mailbox.values import Kind

WRITTEN = datetime(2026, 11, 18, 10, tzinfo=UTC)
PERSON = "Förnamn: Siv\nEfternamn: Påhitt\nKommun: Exempelby\nPerspektiv: Patient\nErfarenhet: Astma\nFödelseår: 1961"
UNIT = (
    "Verksamhet: Njurmottagningen\nKontaktperson: Jag själv, Siv Påhitt\nTyp av medverkan: Intervju\nSyfte: Trygghet\n"
    "Perspektiv: Patient och närstående"
)


def registered(lines: str) -> dict[str, object]:
    return normalised(find(lines_of(lines), Kind.REGISTRATION), Kind.REGISTRATION, WRITTEN)[0]


def asked_for(lines: str) -> dict[str, object]:
    return normalised(find(lines_of(f"{UNIT}\n{lines}"), Kind.REQUEST), Kind.REQUEST, WRITTEN)[0]


@pytest.mark.parametrize(
    "line",
    ["God man: Lisa Berg 070-174 06 99", "Är du medlem i någon förening?: Nej",
     "Finns det något du inte vill göra?: Nej",
     "Barnets födelseår: 2015", "Hur många timmar per månad kan du lägga?: 4"],
)  # fmt: skip
@pytest.mark.parametrize("above", [True, False])
def test_a_stray_label_gives_no_field(line: str, above: bool) -> None:
    read = registered(f"{line}\n{PERSON}" if above else f"{PERSON}\n{line}")
    assert {key: value for key, value in read.items() if key != "availability"} == registered(PERSON)


def test_the_child_who_registers_keeps_its_year_of_birth() -> None:
    text = "Barnets namn: Kim Ek\nBarnets födelseår: 2012\nKommun: Exempelby\nPerspektiv: Patient\nFödelseår: 1980"
    assert registered(text)["birth_year"] == 2012


@pytest.mark.parametrize(
    ("value", "asked", "times"),
    [("4", "Högst antal uppdrag per år", 2), ("4 per år", "Max antal uppdrag", 2), ("1 per år", "Max", 1),
     ("2", "Uppdrag per månad", 12), ("4", "Högst per halvår", 4), ("4 per halvår", "Uppdrag per år", 4),
     ("3", "Max antal uppdrag", 3), ("4", "Timmar per månad", None), ("vet inte", "Max", None)],
)  # fmt: skip
def test_a_limit_is_that_of_half_a_year(value: str, asked: str, times: int | None) -> None:
    assert per_half_year(value, asked) == times


@pytest.mark.parametrize(
    ("value", "keys", "found"),
    [
        ("Kim Ek, 1961", "_name birth_year", {"_name": "Kim Ek", "birth_year": "1961"}),
        ("Kim Ek f. 1961", "_name birth_year", {"_name": "Kim Ek", "birth_year": "1961"}),
        ("Exempelby, 1961", "municipality birth_year", {"municipality": "Exempelby", "birth_year": "1961"}),
        ("Kim Ek\nGatan 4\n123 45 Ekby", "_name postal_address",
         {"_name": "Kim Ek", "postal_address": "Gatan 4, 123 45 Ekby"}),
        ("Gatan 4, 070-174 06 21", "postal_address phone", {"postal_address": "Gatan 4", "phone": "070-174 06 21"}),
        ("Färjeby, Ölands kommun", "_postcode municipality",
         {"postal_address": "Färjeby", "municipality": "Ölands kommun"}),
    ],
)  # fmt: skip
def test_what_one_box_says_of_a_person_is_told_apart(value: str, keys: str, found: dict[str, str]) -> None:
    assert parted(value, keys.split()) == found


@pytest.mark.parametrize(
    ("lines", "fields"),
    [
        ("Namn och födelseår: Siv Påhitt, 1961", {"first_name": "Siv", "last_name": "Påhitt", "birth_year": 1961}),
        ("Efternamn och förnamn: Påhitt Siv", {"first_name": "Siv", "last_name": "Påhitt"}),
        ("Jag representerar: Patient", {"perspectives": ["patient"]}),
        ("Ort: Exempelby", {"municipality": "Exempelby"}),
        ("Vilken vård har du erfarenhet av: Dialys", {"care_met": "Dialys", "experience": "Dialys"}),
        ("Diagnosår: 2009", {"experience_years": "2009"}),
    ],
)
def test_a_label_gives_all_it_asks_for(lines: str, fields: dict[str, object]) -> None:
    head = "Telefon: 070-174 06 21\nHur vill du medverka: Intervju\nVad vill du inte göra: Föreläsa\n"
    read = registered(f"{head}{lines}")
    assert {key: read.get(key) for key in fields} == fields


@pytest.mark.parametrize(
    ("lines", "fields"),
    [
        ("Deltagare: 3", {"people_wanted": 3, "other_participants": None}),
        ("Deltagare: Överläkare och kurator", {"people_wanted": None, "other_participants": "Överläkare och kurator"}),
        ("Antal personer: 2\nDeltagare: 8", {"people_wanted": 2, "other_participants": "8"}),
        ("Ersättare: Per Ek\nRestid: 1 timme", {"reimbursement": None, "contact_name": "Siv Påhitt"}),
        ("Arbetsuppgifter: Två samtal om hur ronden upplevs av den som ligger inne.",
         {"description": "Två samtal om hur ronden upplevs av den som ligger inne.", "expectations": None}),
        ("Vem söker ni: Vårdats på sjukhus en vecka", {"experience": "Vårdats på sjukhus en vecka"}),
        ("När och var: 9 februari 2027 kl. 13-15 i sal B", {"place": "i sal B", "date_start": "2027-02-09"}),
    ],
)  # fmt: skip
def test_a_request_in_words_near_ours_is_read(lines: str, fields: dict[str, object]) -> None:
    read = asked_for(lines)
    assert {key: read.get(key) for key in fields} == fields


@pytest.mark.parametrize(
    ("said", "roles"),
    [
        ("Jag är närstående till min far som är patient", "närstående"),
        ("Närstående till min mamma och själv patient", "patient närstående"),
        ("Patient, brukare eller närstående: patient", "patient"),
        ("Brukar- och närståendeperspektiv", "brukare närstående"),
        ("pat + anhörig", "patient närstående"),
        ("Alla", "brukare patient närstående"),
        ("Alla perspektiv", "brukare patient närstående"),
        ("Alla patienter", "patient"),
        ("Inte närstående utan patienter", "patient"),
        ("Patienter utan närstående", "patient"),
        ("Boende på särskilt boende", "brukare"),
        ("Caregiver", "närstående"),
    ],
)
def test_perspectives_are_read_in_the_words_people_have(said: str, roles: str) -> None:
    assert options.perspectives(said, kin=True) == roles.split()


@pytest.mark.parametrize(
    ("said", "town"),
    [("Nybro kommun", "Nybro"), ("Flyttar till Borgholm i vår, nu Nybro", "Nybro"), ("Kalmar län", ""), ("Småland", ""),
     ("utanför länet", ""), ("Sverige", ""), ("Öland", ""), ("Mörbylånga", "Mörbylånga"), ("Länna", "Länna")],
)  # fmt: skip
def test_a_region_or_a_country_is_no_municipality(said: str, town: str) -> None:
    assert municipality(said) == town


def test_an_age_is_no_year_of_birth_and_a_digital_mailbox_no_letter() -> None:
    for age in ("jag är 65", "fyller 66 i vår"):
        assert "birth_year" not in registered(PERSON.replace("1961", age))
    assert options.channel("Digital brevlåda") == ""


@pytest.mark.parametrize(("part", "asks"), [("varav 3 från er", False), ("varav 4 från er", True), ("", True)])
def test_of_a_larger_group_a_part_may_be_sought(part: str, asks: bool) -> None:
    assert bool(headcount_questions(f"Fokusgrupp med 6-8 deltagare, {part}", "", {"people_wanted": 3})) is asks
