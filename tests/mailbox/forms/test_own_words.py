"""Forms in words of their own are read by how they are set and by what stands beside their labels."""

import pytest

from medverkan.mailbox.forms.finding.find import find
from medverkan.mailbox.forms.finding.rows import Row, gapped
from medverkan.mailbox.forms.finding.scoring import best_form
from medverkan.mailbox.forms.finding.segments import Segment
from medverkan.mailbox.forms.values.normalise import normalised
from medverkan.mailbox.values import Kind

PAIRS = (
    ("Vi på", "Hudkliniken Almby"), ("lyder under", "Region Almland"), ("och det är jag som frågar:", "Tova Almgård"),
    ("Min adress", "tova@almland.example"), ("Vi tänker oss", "en panel"),
    ("Så här går det till", "Panelen tittar på tre nya blanketter och säger vilken som är lättast att fylla i hemma."),
    ("Lagom många är", "4"), ("Rösterna vi saknar är", "patienter"), ("Klockan och dagen", "20 april 2027, 14-15.30"),
    ("Det ger", "arvode"),
)  # fmt: skip
READ = {
    "unit": "Hudkliniken Almby", "organisation": "Region Almland", "contact_name": "Tova Almgård",
    "contact_email": "tova@almland.example", "people_wanted": 4, "perspectives": ["patient"],
    "date_start": "2027-04-20", "time_start": "14:00",
}  # fmt: skip


def read(rows: list[Row], kind: Kind = Kind.REQUEST) -> dict[str, object]:
    found = best_form(Segment(tuple(rows)), "Formulär")
    assert found is not None
    assert found.kind is kind
    return normalised(found.forms[0], kind, None)[0]


def lines(text: str) -> list[Row]:
    return [Row((gapped(line),)) for line in text.split("\n")]


def test_a_table_is_a_form_by_the_values_in_its_second_column() -> None:
    fields = read([Row(pair, 1) for pair in PAIRS])
    assert {key: fields.get(key) for key in READ} == READ
    assert str(fields["description"]).startswith("Panelen tittar")


def test_labels_stand_above_their_values_in_a_single_column() -> None:
    known = (("Enhet", "BB Almby"), ("Organisation", "Region Almland"), ("Vad heter du som skriver?", "Tova Almgård"),
             ("E-post", "tova@almland.example"), ("Typ av medverkan", "Panel"), ("Antal personer", "4"),
             ("Syfte", "Bättre tider"), ("Plats", "Sal 4"))  # fmt: skip
    fields = read([Row((cell,), 1) for pair in known for cell in pair])
    assert fields["unit"] == "BB Almby"
    assert fields["contact_name"] == "Tova Almgård"
    assert fields["place"] == "Sal 4"


TIGHT = """Ni är
Avdelning 2
Ni hör till
Region Almland
Ni heter
Tova Almgård
E-post
tova@almland.example
Ni vill ha
Intervju
Syfte
Bättre sömn
Ni söker
Patient
Med erfarenhet av
Natt i flerbäddsrum
Antal
2
Ni föreslår platsen
Sal 4"""


def test_labels_and_values_in_turn_are_read_to_both_ends() -> None:
    fields = read(lines(TIGHT))
    assert fields["unit"] == "Avdelning 2"
    assert fields["contact_name"] == "Tova Almgård"
    assert fields["activity"] == "Intervju"
    assert fields["place"] == "Sal 4"


def test_a_blank_line_below_every_line_hides_no_label() -> None:
    assert read(lines(TIGHT.replace("\n", "\n\n"))) == read(lines(TIGHT))


def test_an_answer_in_words_of_a_label_is_told_by_its_turn() -> None:
    text = """Förnamn
Nadja
Efternamn
Strömberg
Födelseår
1988
Kommun
Nybro
Kontakt önskas via
Mobil
Telefonnummer
070-174 06 33
Hur vill du medverka?
Panel
Intervju
Utbilda personal
Jag har erfarenhet som
Patient
Närstående
Erfarenhet
Psoriasis sedan tonåren"""
    fields = read(lines(text), Kind.REGISTRATION)
    assert fields["contact_preference"] == "telefon"
    assert fields["phone"] == "+46701740633"
    assert fields["activities"] == ["Panel", "Intervju", "Utbilda personal"]
    assert fields["perspectives"] == ["patient", "närstående"]


def test_labels_that_begin_alike_are_told_apart_by_their_brackets() -> None:
    text = """Avsändare (enhet): BUP Almby
Avsändare (huvudman): Region Almland
Avsändare (person): Tova Almgård
Avsändare (mejl): tova@almland.example
Typ av medverkan: Panel
Antal personer: 4
Syfte: Bättre brev"""
    fields = read(lines(text))
    assert fields["unit"] == "BUP Almby"
    assert fields["organisation"] == "Region Almland"
    assert fields["contact_name"] == "Tova Almgård"


def test_a_long_label_among_dotted_ones_needs_no_dots() -> None:
    text = """Enhet ............. Hudkliniken
Organisation ...... Region Almland
Kontaktperson ..... Tova Almgård
Typ av medverkan .. Panel
Önskad erfarenhet  Svåra eksem
Antal personer .... 4"""
    fields = {entry.key: entry.value for entry in find(lines(text), Kind.REQUEST)}
    assert fields["experience"] == "Svåra eksem"
    assert fields["activity"] == "Panel"


@pytest.mark.parametrize(
    ("line", "key"),
    [
        ("Jag har läst om personuppgifter på er hemsida.", "privacy_notice_read"),
        ("Jag samtycker till att ni söker på mina hälsouppgifter.", "consent_matching"),
        ("Jag samtycker inte till att ni söker på mina hälsouppgifter.", ""),
        ("Jag har läst om personuppgifter", ""),
    ],
)
def test_what_residents_declare_beside_their_labels_is_read(line: str, key: str) -> None:
    text = f"Namn: Nadja Strömberg\nKommun: Nybro\nFödd: 1988\nErfarenhet: psoriasis\n\n{line}\n\nHälsningar Nadja"
    fields = read(lines(text), Kind.REGISTRATION)
    assert [name for name in ("privacy_notice_read", "consent_matching") if fields.get(name)] == ([key] if key else [])


@pytest.mark.parametrize(
    ("label", "value", "read_as"),
    [
        ("Mötesform", "Hybrid – sal 4 eller Teams", {"format": "hybrid", "place": "sal 4 eller Teams"}),
        ("Mötesform", "På plats, Folkets hus i Almby", {"format": "onsite", "place": "Folkets hus i Almby"}),
        ("Mötesform", "Digitalt", {"format": "remote"}),
        ("Perspektiv", "X Brukare Patient X Närstående", {"perspectives": ["brukare", "närstående"]}),
        ("Perspektiv", "Brukare Patient X Närstående", {"perspectives": ["patient"]}),
        ("Omfattning", "Fyra besök om två timmar", {"occasions": 4, "minutes_per_occasion": 120}),
        ("Telefon", "Tova Almgård 070-174 06 31", {"contact_phone": "+46701740631", "contact_name": "Tova Almgård"}),
        ("Tid", "11 januari–17 december 2027", {"date_start": "2027-01-11", "date_end": "2027-12-17"}),
    ],
)
def test_one_box_may_say_more_than_it_asks_for(label: str, value: str, read_as: dict[str, object]) -> None:
    fields = normalised(find(lines(f"Enhet: BB\nAntal: 3\n{label}: {value}"), Kind.REQUEST), Kind.REQUEST, None)[0]
    assert {key: fields.get(key) for key in read_as} == read_as
    assert ("place" in fields) == ("place" in read_as)


def test_what_participants_do_is_the_description_where_no_other_is_asked_for() -> None:
    done = "Berätta för ny personal hur det är att behöva hjälp varje morgon."
    form = (
        f"Enhet: BB\nOrganisation: Region Almland\nVad ska den medverkande göra? {done}\nAntal: 3\nSyfte: bättre vård"
    )
    assert normalised(find(lines(form), Kind.REQUEST), Kind.REQUEST, None)[0]["description"] == done
    both = f"{form}\nBeskrivning: Vi utbildar ny personal i vår."
    fields = normalised(find(lines(both), Kind.REQUEST), Kind.REQUEST, None)[0]
    assert fields["expectations"] == done


@pytest.mark.parametrize("strong", [True, False])
def test_labels_set_apart_from_what_stands_below_them_are_labels_whatever_they_say(strong: bool) -> None:
    # In bold type, or with the values set in.
    rows = [
        Row((text,), strong=strong and at == 0, indent=0 if strong or at == 0 else 4)
        for pair in PAIRS
        for at, text in enumerate(pair)
    ]
    fields = read(rows)
    assert {key: fields.get(key) for key in READ} == READ


def test_label_and_value_may_share_a_cell_in_words_of_their_own() -> None:
    cells = [f"{label}\n{value}" for label, value in PAIRS]
    fields = read([Row(tuple(cells[at : at + 2]), 1) for at in range(0, len(cells), 2)])
    assert {key: fields.get(key) for key in READ} == READ


def test_two_pairs_may_stand_beside_each_other_in_words_of_their_own() -> None:
    fields = read([Row((*PAIRS[at], *PAIRS[at + 1]), 1) for at in range(0, len(PAIRS), 2)])
    assert {key: fields.get(key) for key in READ} == READ


def test_a_letter_with_a_few_bold_lines_is_no_form() -> None:
    text = ("Hej!", "Program", "Vi ses klockan nio.", "Mat", "Smörgås serveras.", "Tack för senast", "Det var roligt.")
    found = best_form(Segment(tuple(Row((line,), strong=at % 2 == 1) for at, line in enumerate(text))), "Inbjudan")
    assert found is None or not found.is_form(strictly=False)
