"""The way a form sets its known labels tells where the unknown ones are; no value swallows the next question."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from medverkan.mailbox.forms.finding.entries import BREAK, Entry
from medverkan.mailbox.forms.finding.find import find
from medverkan.mailbox.forms.finding.html import rows_of_html
from medverkan.mailbox.forms.finding.rows import Row, lines_of
from medverkan.mailbox.forms.finding.shapes import may_be_label
from medverkan.mailbox.values import Kind

# Label, value, key; labels that no vocabulary holds have no key, and their values must end up nowhere.
PAIRS = (
    ("Verksamhet", "Rehabmottagningen Almen", "unit"),
    ("Huvudman", "Region Exempel", "organisation"),
    ("Kontaktperson", "Tova Exempelson", "contact_name"),
    ("Telefon", "070-174 06 31", "contact_phone"),
    ("Färg på dörren", "blå med vita prickar", ""),
    ("Typ av medverkan", "Fokusgrupp", "activity"),
    ("Beskrivning", "Samtal om väntrummet och hur det är att sitta där", "description"),
    ("Husdjur hos er", "en snäll katt", ""),
    ("Syfte", "Ett lugnare väntrum", "purpose"),
    ("Antal personer", "4", "people_wanted"),
    ("Datum och tid", "12 april 2027 kl. 13–15", "when_text"),
    ("Plats", "Almen, rum 7", "place"),
    ("Gardinernas mönster", "randiga", ""),
    ("Ersättning", "Arvode enligt taxa", "reimbursement"),
)
WANTED = {key: value for _, value, key in PAIRS if key}

SHAPES: dict[str, Callable[[int, str, str], str]] = {
    "colon": lambda n, label, value: f"{label}: {value}",
    "colon, line below": lambda n, label, value: f"{label}:\n{value}\n",
    "dash": lambda n, label, value: f"{label} – {value}",
    "hyphen": lambda n, label, value: f"{label} - {value}",
    "numbered dash": lambda n, label, value: f"{n}) {label} – {value}",
    "numbered colon": lambda n, label, value: f"{n}. {label}: {value}",
    "section numbers": lambda n, label, value: f"{1 + n // 5}.{1 + n % 5} {label}: {value}",
    "letter and number": lambda n, label, value: f"{'ABC'[n // 5]}{1 + n % 5} {label}: {value}",
    "bullet": lambda n, label, value: f"• {label}: {value}",
    "star bullet": lambda n, label, value: f"* {label}: {value}",
    "hyphen bullet": lambda n, label, value: f"- {label}: {value}",
    "tab": lambda n, label, value: f"{label}\t{value}",
    "wide gap": lambda n, label, value: f"{label:<24}{value}",
    "dots": lambda n, label, value: f"{label} {'.' * (30 - len(label))} {value}",
    "arrow": lambda n, label, value: f"{label} → {value}",
    "equals": lambda n, label, value: f"{label} = {value}",
    "question mark": lambda n, label, value: f"{label}? {value}",
    "stars": lambda n, label, value: f"*{label}* {value}",
    "stars and colon": lambda n, label, value: f"*{label}:* {value}",
    "capitals and colon": lambda n, label, value: f"{label.upper()}: {value}",
    "capitals above": lambda n, label, value: f"{label.upper()}\n{value}\n",
    "capitals above, tight": lambda n, label, value: f"{label.upper()}\n{value}",
    "stars above": lambda n, label, value: f"*{label}*\n{value}\n",
    "above": lambda n, label, value: f"{label}\n{value}\n",
    "above, question": lambda n, label, value: f"{label}?\n{value}",
    "above with gap": lambda n, label, value: f"{label}\n\n{value}\n",
    "above, numbered": lambda n, label, value: f"{n}. {label}\n{value}\n",
    "small letters": lambda n, label, value: f"{label.lower()}: {value}",
    "drawn lines": lambda n, label, value: f"{label} ____{value}________",
    "colon and drawn lines": lambda n, label, value: f"{label}: ____{value}____",
    "dots and colon": lambda n, label, value: f"{label}{'.' * (26 - len(label))}: {value}",
    "brackets": lambda n, label, value: f"[{label}] {value}",
    "round brackets": lambda n, label, value: f"({label}) {value}",
    "semicolon": lambda n, label, value: f"{label}; {value}",
    "quoted columns": lambda n, label, value: f'"{label}";"{value}"',
    "slashes": lambda n, label, value: f"{label} // {value}",
    "guillemets": lambda n, label, value: f"{label} >> {value}",
    "dash without space": lambda n, label, value: f"{label}–{value}",
    "hyphen after the label": lambda n, label, value: f"{label}- {value}",
    "capitals alone": lambda n, label, value: f"{label.upper()} {value}",
    "capitals and dash": lambda n, label, value: f"{label.upper()} – {value}",
    "required": lambda n, label, value: f"{label} *\n{value}\n",
    "numbered by letters": lambda n, label, value: f"Q{n + 1} {label}\n{value}\n",
    "question and answer": lambda n, label, value: f"Q{n + 1}: {label}\nA{n + 1}: {value}\n",
    "prompts": lambda n, label, value: f"Fråga {n + 1}. {label}\nSvar: {value}\n",
    "prompts on one line": lambda n, label, value: f"Fråga: {label} Svar: {value}",
    "underlined": lambda n, label, value: f"{label}\n{'-' * len(label)}\n{value}\n",
    "headings of marks": lambda n, label, value: f"## {label}\n{value}\n",
    "bold bullets": lambda n, label, value: f"- **{label}**: {value}",
    "drawn table": lambda n, label, value: f"| {label} | {value} |",
    "framed table": lambda n, label, value: f"+-------+-------+\n| {label:<22} | {value:<40} |",
    "set in below": lambda n, label, value: f"{label}\n    {value}",
    "dash below": lambda n, label, value: f"{label}:\n- {value}\n",
    "blank lines below": lambda n, label, value: f"{label}:\n\n\n{value}\n\n",
    "names of a program": lambda n, label, value: f"{label.lower().replace(' ', '_')} = {value}",
    "tags": lambda n, label, value: f"<{label.replace(' ', '_')}>{value}</{label.replace(' ', '_')}>",
    "two languages": lambda n, label, value: f"{label} / Xyzzy: {value}",
    "quoted": lambda n, label, value: f"{label}: ”{value}”",
}


def found(text: str, kind: Kind = Kind.REQUEST, sender: str = "Tova Exempelson") -> dict[str, str]:
    """Return what stands beside each label that names a field; the first of each."""
    return first_of(find(lines_of(text), kind, sender))


def first_of(entries: list[Entry]) -> dict[str, str]:
    return {e.key: e.value for e in reversed(entries) if e.key not in {BREAK, "_other"} and e.value}


@pytest.mark.parametrize("shape", SHAPES)
def test_unknown_labels_are_labels_in_every_shape_that_a_form_can_have(shape: str) -> None:
    form = "\n".join(SHAPES[shape](n, label, value) for n, (label, value, _) in enumerate(PAIRS))
    said = {key: value.strip("”") for key, value in found(f"Hej!\n\n{form}\n\nMed vänlig hälsning\nTova").items()}
    assert said == WANTED


WEB_PAGES = {
    "bold, line below": "<b>{label}</b><br>{value}<br>",
    "bold paragraph": "<p><b>{label}</b></p><p>{value}</p>",
    "bold, then the value": "<p><b>{label}</b> {value}</p>",
    "bold by style": "<div><span style='font-weight: bold'>{label}</span> {value}</div>",
    "underlined": "<p><u>{label}</u> {value}</p>",
    "definitions": "<dl><dt>{label}</dt><dd>{value}</dd></dl>",
    "headings": "<h3>{label}</h3><p>{value}</p>",
    "list": "<ul><li><b>{label}</b> {value}</li></ul>",
    "blocks": "<div>{label}</div><div>{value}</div>",
    "gap": "<div><span>{label}</span>&nbsp;&nbsp;&nbsp;&nbsp;<span>{value}</span></div>",
    "a table each": "<table><tr><td>{label}</td><td>{value}</td></tr></table>",
    "a table each, above": "<table><tr><td>{label}</td></tr><tr><td>{value}</td></tr></table>",
}


@pytest.mark.parametrize("shape", WEB_PAGES)
def test_unknown_labels_are_labels_in_every_web_page(shape: str) -> None:
    page = "".join(WEB_PAGES[shape].format(label=label, value=value) for label, value, _ in PAIRS)
    rows = rows_of_html(f"<body><p>Hej!</p>{page}<p>Med vänlig hälsning<br>Tova</p></body>")
    assert first_of(find(rows, Kind.REQUEST, "Tova Exempelson")) == WANTED


def table(*rows: tuple[str, ...], kind: Kind = Kind.REQUEST) -> dict[str, str]:
    entries = [
        e for e in find([Row(cells, 1) for cells in rows], kind, "") if e.key not in {BREAK, "_other"} and e.value
    ]
    return {e.key: e.value for e in reversed(entries)}


def test_the_label_column_of_a_table_holds_labels_only() -> None:
    assert table(*((label, value) for label, value, _ in PAIRS)) == WANTED


def test_label_columns_may_be_two() -> None:
    cells = [(label, value) for label, value, _ in PAIRS]
    assert table(*((*cells[n], *cells[n + 7]) for n in range(7))) == WANTED


@pytest.mark.parametrize("wide", [1, 2, 7])
def test_every_other_row_may_hold_the_labels(wide: int) -> None:
    rows: list[tuple[str, ...]] = []
    for n in range(0, 14, wide):
        rows += [
            tuple(label for label, _, _ in PAIRS[n : n + wide]),
            tuple(value for _, value, _ in PAIRS[n : n + wide]),
        ]
    assert table(*rows) == WANTED


def test_label_and_value_may_share_a_cell() -> None:
    cells = [f"{label}\n{value}" for label, value, _ in PAIRS]
    assert table(*((cells[n], cells[n + 1]) for n in range(0, 14, 2))) == WANTED


def test_an_answer_may_follow_a_consent_without_a_sign() -> None:
    text = "Namn: Rut\nLäst om personuppgifter ja\nSamtycke till matchning ja\nSamtycke till sms nej"
    said = found(text, Kind.REGISTRATION)
    assert (said["privacy_notice_read"], said["consent_matching"], said["consent_sms"]) == ("ja", "ja", "nej")


def test_a_ticked_refusal_is_a_no() -> None:
    text = "Namn: Rut\n☒ Jag samtycker inte till sms\n☒ Jag samtycker till e-post"
    said = found(text, Kind.REGISTRATION)
    assert (said["consent_sms"], said["consent_email"]) == ("☒ Nej", "☒ Ja")


def test_an_inflected_word_with_a_colon_is_no_label() -> None:
    text = "Namn: Rut\nFödd: 1950\nKommun: Nybro\nFår vi sms:a dig om uppdrag? ja"
    assert found(text, Kind.REGISTRATION)["consent_sms"] == "ja"


@pytest.mark.parametrize("text", ["Ers.", "Ant. pers.", "Kontaktpers.", "Hur många?", "Vad händer (kort)"])
def test_words_that_may_be_a_label(text: str) -> None:
    assert may_be_label(text)


@pytest.mark.parametrize("text", ["Vi ses.", "kaffe", "Kl", "Det är bra. Vi ses", "www.region.example"])
def test_words_that_are_no_label(text: str) -> None:
    assert not may_be_label(text)


def test_options_may_have_rows_and_boxes_of_their_own() -> None:
    channels = [("Hur vill du bli kontaktad?",), ("Telefon", "☐"), ("Sms", "☒"), ("E-post", "☐")]
    rows = [("Förnamn", "Rut"), ("Efternamn", "Påhitt"), ("Kommun", "Nybro"), *channels, ("Språk", "svenska")]
    found = table(*rows, kind=Kind.REGISTRATION)
    assert found["contact_preference"] == "☐ Telefon\n☒ Sms\n☐ E-post"
    assert found["languages"] == "svenska"


def test_options_may_have_boxes_in_cells_beside_them() -> None:
    rows = [("Enhet", "Akuten"), ("Antal", "2"), ("Plats", "Sal 4"),
            ("Perspektiv", "☒", "Patient", "☐", "Brukare", "☒", "Närstående")]  # fmt: skip
    assert table(*rows)["perspectives"] == "☒ Patient\n☐ Brukare\n☒ Närstående"


def test_a_value_may_go_on_in_the_next_row() -> None:
    rows = [("Enhet", "Akuten"), ("Beskrivning", "Samtal"), ("", "om väntan"), ("Antal", "2"), ("Plats", "Sal 4")]
    assert table(*rows)["description"] == "Samtal\nom väntan"


def test_instructions_under_a_label_are_not_its_value() -> None:
    rows = [(f"{label}\n(skriv kort och tydligt)", value) for label, value, _ in PAIRS]
    assert table(*rows) == WANTED
    assert table(*((f"{label} (högst 20 ord)", value) for label, value, _ in PAIRS)) == WANTED


CASES = {
    "labels without any separator": (
        """Förfrågan om medverkan

Verksamhet Rehab Norra
Huvudman Region Exempel
Kontaktperson Ulf Påhittad
Telefon 070-174 06 32
Typ av medverkan intervju
Syfte att korta väntan
Antal personer 3
Plats hemma hos personen

Ulf""",
        {"unit": "Rehab Norra", "organisation": "Region Exempel", "contact_name": "Ulf Påhittad",
         "contact_phone": "070-174 06 32", "activity": "intervju", "purpose": "att korta väntan",
         "people_wanted": "3", "place": "hemma hos personen"},
    ),
    "two pairs on a line": (
        """Verksamhet: Rehab Norra      Huvudman: Region Exempel
Kontaktperson: Ulf Påhittad     Telefon: 070-174 06 32
Datum: 3 maj 2027      Tid: 13–15      Plats: Sal 4
Syfte: Kortare väntan""",
        {"unit": "Rehab Norra", "organisation": "Region Exempel", "contact_name": "Ulf Påhittad",
         "contact_phone": "070-174 06 32", "_date": "3 maj 2027", "_time": "13–15", "place": "Sal 4",
         "purpose": "Kortare väntan"},
    ),
    "pairs set apart by tabs alone": (
        """Verksamhet\tRehab Norra\tHuvudman\tRegion Exempel
Kontaktperson\tUlf Påhittad\tTelefon\t070-174 06 32
Syfte\tKortare väntan\tAntal personer\t2""",
        {"unit": "Rehab Norra", "organisation": "Region Exempel", "contact_name": "Ulf Påhittad",
         "contact_phone": "070-174 06 32", "purpose": "Kortare väntan", "people_wanted": "2"},
    ),
    "a line of labels above a line of values": (
        """Verksamhet\tHuvudman\tKontaktperson
Rehab Norra\tRegion Exempel\tUlf Påhittad
Datum\tTid\tPlats
3 maj 2027\t13–15\tSal 4""",
        {"unit": "Rehab Norra", "organisation": "Region Exempel", "contact_name": "Ulf Påhittad",
         "_date": "3 maj 2027", "_time": "13–15", "place": "Sal 4"},
    ),
    "pairs parted by bars": (
        "Verksamhet: Rehab Norra | Huvudman: Region Exempel | Telefon: 070-174 06 32\nSyfte: Kortare väntan\nAntal: 2",
        {"unit": "Rehab Norra", "organisation": "Region Exempel", "contact_phone": "070-174 06 32",
         "purpose": "Kortare väntan", "people_wanted": "2"},
    ),
    "pairs parted by commas": (
        "Verksamhet: Rehab Norra, Huvudman: Region Exempel\nDatum: 3 maj 2027, Tid: 13–15, Plats: Sal 4\nAntal: 2",
        {"unit": "Rehab Norra", "organisation": "Region Exempel", "_date": "3 maj 2027", "_time": "13–15",
         "place": "Sal 4", "people_wanted": "2"},
    ),
    "boxes straight after the label": (
        """Verksamhet Rehab Norra
Perspektiv ☐ Brukare ☒ Patient ☐ Närstående
Antal personer 2
Ersättning ☒ Arvode ☐ Ingen
Söker ni någon under 18 år? ☐ Ja ☒ Nej
Plats Sal 4""",
        {"unit": "Rehab Norra", "perspectives": "☐ Brukare ☒ Patient ☐ Närstående", "people_wanted": "2",
         "reimbursement": "☒ Arvode ☐ Ingen", "minors_wanted": "☐ Ja ☒ Nej", "place": "Sal 4"},
    ),
    "a list is part of its value": (
        """Verksamhet: Rehab Norra
Beskrivning: Dagen ser ut så här
- samling och fika
- två grupper om fyra
- summering
Syfte: Kortare väntan
Antal: 2""",
        {"unit": "Rehab Norra", "purpose": "Kortare väntan", "people_wanted": "2",
         "description": "Dagen ser ut så här\n- samling och fika\n- två grupper om fyra\n- summering"},
    ),
    "a numbered list in a form whose labels have no numbers is part of its value": (
        """Verksamhet: Rehab Norra
Huvudman: Region Exempel
Beskrivning: Vi vill
1. Samling: alla kommer
2. Grupparbete: två och två
Syfte: Kortare väntan
Antal: 2""",
        {"unit": "Rehab Norra", "organisation": "Region Exempel",
         "description": "Vi vill\n1. Samling: alla kommer\n2. Grupparbete: två och två",
         "purpose": "Kortare väntan", "people_wanted": "2"},
    ),
    "several paragraphs in a value": (
        """Verksamhet: Rehab Norra

Beskrivning: Första stycket handlar om bakgrunden till det hela.

Andra stycket handlar om dagen. Den blir lång.

Syfte: Kortare väntan

Antal: 2""",
        {"unit": "Rehab Norra", "purpose": "Kortare väntan", "people_wanted": "2",
         "description": "Första stycket handlar om bakgrunden till det hela.\n"
         "Andra stycket handlar om dagen. Den blir lång."},
    ),
    "sub-headings between groups": (
        """DEL 1. OM ER
Verksamhet: Rehab Norra
Huvudman: Region Exempel
DEL 2. OM UPPDRAGET
Beskrivning: Samtal
Plats: Sal 4
Praktiskt
Antal: 2
Övrigt
Ersättning: Arvode""",
        {"unit": "Rehab Norra", "organisation": "Region Exempel", "description": "Samtal", "place": "Sal 4",
         "people_wanted": "2", "reimbursement": "Arvode"},
    ),
    "a remark under the last field": (
        """Verksamhet: Rehab Norra
Huvudman: Region Exempel
Antal: 2
Plats: Sal 4
Parkering finns på gården
/Ulf""",
        {"unit": "Rehab Norra", "organisation": "Region Exempel", "people_wanted": "2", "place": "Sal 4"},
    ),
    "a wrapped line": (
        """Verksamhet: Rehab Norra
Plats: Konferensrummet på tredje våningen i det gamla huset vid
Storgatan 4 i Exempelby
Antal: 2
Syfte: Kortare väntan""",
        {"unit": "Rehab Norra", "people_wanted": "2", "purpose": "Kortare väntan",
         "place": "Konferensrummet på tredje våningen i det gamla huset vid\nStorgatan 4 i Exempelby"},
    ),
    "label lines and values in turn, some unknown": (
        """Verksamhet
Rehab Norra
Huvudman
Region Exempel
Kontaktperson
Ulf Påhittad
Vilken våning
tredje våningen
Antal personer
Två
Plats
Sal 4
Djur i lokalen
en katt
Ersättning
Arvode""",
        {"unit": "Rehab Norra", "organisation": "Region Exempel", "contact_name": "Ulf Påhittad",
         "people_wanted": "Två", "place": "Sal 4", "reimbursement": "Arvode"},
    ),
    "a text of several lines among label lines": (
        """Verksamhet
Rehab Norra
Huvudman
Region Exempel
Kontaktperson
Ulf Påhittad
Beskrivning
Vi träffas i en grupp.
Det tar två timmar.
Alla får fika.
Antal personer
Två
Plats
Sal 4""",
        {"unit": "Rehab Norra", "organisation": "Region Exempel", "contact_name": "Ulf Påhittad",
         "description": "Vi träffas i en grupp.\nDet tar två timmar.\nAlla får fika.", "people_wanted": "Två",
         "place": "Sal 4"},
    ),
    "a covering note with a colon": (
        """Hej!
En sak till: vi har semester vecka 9.

Verksamhet: Rehab Norra
Huvudman: Region Exempel
Antal: 2
Plats: Sal 4

PS: hälsa Rut.""",
        {"unit": "Rehab Norra", "organisation": "Region Exempel", "people_wanted": "2", "place": "Sal 4"},
    ),
    "headings in words of a label": (
        """Uppdraget
Beskriv uppdraget
Två personer läser ett brev.
Det tar en timme.

Verksamheten
Vilken verksamhet gäller det?
Rehab Norra

Vilken huvudman?
Region Exempel

Hur många personer behövs?
2

Var?
Per post""",
        {"description": "Två personer läser ett brev.\nDet tar en timme.", "unit": "Rehab Norra",
         "organisation": "Region Exempel", "people_wanted": "2", "place": "Per post"},
    ),
    "an answer in words of a label": (
        """Verksamhet
Rehab Norra

Telefon
070-174 06 32

Antal personer
2

Plats
Telefon

Ersättning
Arvode""",
        {"unit": "Rehab Norra", "contact_phone": "070-174 06 32", "people_wanted": "2", "place": "Telefon",
         "reimbursement": "Arvode"},
    ),
    "a list of questions is part of its value": (
        """Verksamhet
Rehab Norra

Beskrivning
Vi ringer och frågar:
1. Hur mådde du före operationen?
2. Vad hade du velat veta?

Det tar en halvtimme.

Syfte
Bättre information

Antal personer
2""",
        {"unit": "Rehab Norra", "purpose": "Bättre information", "people_wanted": "2",
         "description": "Vi ringer och frågar:\n1. Hur mådde du före operationen?\n2. Vad hade du velat veta?\n"
         "Det tar en halvtimme."},
    ),
    "a line without a sign among lines with one": (
        """Verksamhet: Rehab Norra
Kontaktperson: Ulf Påhittad
Telefon 070-174 06 32
E-post ulf@region.example
Syfte: Kortare väntan
Antal: 2""",
        {"unit": "Rehab Norra", "contact_name": "Ulf Påhittad", "contact_phone": "070-174 06 32",
         "contact_email": "ulf@region.example", "purpose": "Kortare väntan", "people_wanted": "2"},
    ),
    "a speech to the reader under the last answer": (
        """Verksamhet: Rehab Norra
Syfte: Kortare väntan
Antal: 2
Ersättning: Arvode
Hör gärna av er om något saknas.""",
        {"unit": "Rehab Norra", "purpose": "Kortare väntan", "people_wanted": "2", "reimbursement": "Arvode"},
    ),
    "instructions under label lines": (
        """Verksamhet
(hela namnet)
Rehab Norra
Kontaktperson
(namn, telefon, e-post)
Ulf Påhittad
Beskrivning
Beskriv kort och utan förkortningar.
Samtal om väntan
Syfte
(vad ska bli bättre?)
Antal personer
2""",
        {"unit": "Rehab Norra", "contact_name": "Ulf Påhittad", "description": "Samtal om väntan",
         "people_wanted": "2"},
    ),
    "pairs in a run of sentences": (
        "Hej, vi har ett uppdrag. Verksamhet: Rehab Norra. Huvudman: Region Exempel. Syfte: Kortare väntan. Antal: 3.",
        {"unit": "Rehab Norra", "organisation": "Region Exempel", "purpose": "Kortare väntan", "people_wanted": "3"},
    ),
    "times with colons are no labels": (
        """Verksamhet: Rehab Norra
Huvudman: Region Exempel
Beskrivning: Så här blir dagen
Samling kl 09:15 i aulan
Lunch kl 12:00
Syfte: Kortare väntan
Antal: 2""",
        {"unit": "Rehab Norra", "organisation": "Region Exempel", "purpose": "Kortare väntan", "people_wanted": "2",
         "description": "Så här blir dagen\nSamling kl 09:15 i aulan\nLunch kl 12:00"},
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_a_form_is_read_as_it_is_set(case: str) -> None:
    text, wanted = CASES[case]
    assert found(text, sender="Ulf Påhittad") == wanted


_WORDS = st.sampled_from((
    "Verksamhet", "Plats", "Uppdrag 2", "Hur många", "☒", "☐", ":", "–", "\t", "?", "|", "*", "1.", "B2", "____",
    "....", "=", "kl 9:15", "äpplen", "ROST", ";", "[", "]", '"', "> ", "070-174 06 31",
))  # fmt: skip
_TEXTS = st.lists(st.lists(_WORDS, max_size=6).map(" ".join), max_size=25)


@given(_TEXTS)
def test_whatever_the_lines_fields_are_looked_for_without_failing(lines: list[str]) -> None:
    for kind in (Kind.REQUEST, Kind.REGISTRATION):
        find(lines_of("\n".join(lines)), kind, "Tova")


@given(st.lists(st.lists(st.lists(_WORDS, max_size=3).map(" ".join), min_size=1, max_size=5).map(tuple), max_size=12))
def test_whatever_the_cells_fields_are_looked_for_without_failing(rows: list[tuple[str, ...]]) -> None:
    for kind in (Kind.REQUEST, Kind.REGISTRATION):
        find([Row(cells, 1) for cells in rows], kind)
