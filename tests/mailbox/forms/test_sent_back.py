"""What comes back with a form: answers typed into a quoted one, names beside a wish to leave, facts without labels."""

import pytest

from medverkan.mailbox.forms.finding.rows import Row, gapped
from medverkan.mailbox.forms.finding.scoring import best_form
from medverkan.mailbox.forms.finding.segments import Segment, typed_between
from medverkan.mailbox.forms.judging.headcount import headcount_questions
from medverkan.mailbox.forms.values.born import birth_year
from medverkan.mailbox.forms.values.names import split_name
from medverkan.mailbox.forms.values.normalise import normalised
from medverkan.mailbox.forms.values.written import is_placeholder
from medverkan.mailbox.reading import read
from medverkan.mailbox.values import Kind, Matter, Reading

ASKED = (
    ("1. Verksamhet/enhet:", "Hudmottagningen i Tunby"), ("2. Organisation/huvudman:", "Region Norrvik"),
    ("3. Kontaktperson:", "Kim Ek"), ("4. Typ av medverkan:", "intervju"),
    ("5. Beskrivning av uppdraget:", "Vi frågar sex föräldrar\nom vägen till oss."),
    ("6. Syfte och mål:", "Kortare väg"),
    ("7. Perspektiv:", "närstående"), ("8. Antal personer:", "sex"), ("9. Plats:", "Biblioteket"),
    ("10. Ersättning:", ""),
)  # fmt: skip


def mail(body: str, subject: str = "Hej", **headers: str) -> Reading:
    head = {"From": "Kim Ek <kim.ek@norrvik.example>", "To": "bank@region.example", "Subject": subject}
    head |= {"Date": "Tue, 12 Jan 2027 08:00:00 +0100", "Content-Type": "text/plain; charset=utf-8"} | headers
    return read(("\n".join(f"{name}: {value}" for name, value in head.items()) + f"\n\n{body}").encode())


def rows_of(text: str, *, bold: frozenset[str] = frozenset()) -> tuple[Row, ...]:
    return tuple(Row((gapped(line),), strong=line in bold) for line in text.split("\n"))


def quoted(asked: tuple[tuple[str, str], ...]) -> str:
    lines = "\n".join(f"> {label}\n{typed}" if typed else f"> {label}" for label, typed in asked)
    return (
        "Svarar nedan.\n\n/Kim\n\nDen 8 januari 2027 skrev Invånarmedverkan:\n> Hej! Fyll i "
        f"punkterna.\n>\n{lines}\n> Hälsningar"
    )


def test_a_quoted_form_with_answers_typed_into_it_is_a_form() -> None:
    reading = mail(quoted(ASKED), "Re: Formulär", **{"In-Reply-To": "<a@region.example>"})
    assert reading.kind is Kind.REQUEST
    fields = reading.forms[0].fields
    assert (fields["unit"], fields["people_wanted"]) == ("Hudmottagningen i Tunby", 6)
    assert fields["description"] == "Vi frågar sex föräldrar\nom vägen till oss."
    assert "reimbursement" not in fields


def test_what_a_quoted_form_says_itself_is_not_the_writers() -> None:
    filled = "\n".join(f"> {label} {typed}" for label, typed in ASKED if "\n" not in typed)
    reading = mail(f"Tack, det ser bra ut!\n\nDen 8 januari skrev Kim:\n{filled}", "Re: Er förfrågan")
    assert reading.kind is Kind.REPLY
    assert typed_between(f"Tack!\n{filled}\n> 11. Återkoppling:\nper mejl") == ""


@pytest.mark.parametrize(
    "wish",
    ["Jag vill inte stå kvar i Intressebanken längre. Kan ni ta bort alla mina uppgifter?",
     "Ta bort mig ur registret, tack.", "Jag vill gå ur Intressebanken. Radera mina uppgifter."],
)  # fmt: skip
def test_who_leaves_and_says_who_they_are_leaves(wish: str) -> None:
    facts = "Namn: Kim Ek\nFödd: 1949\nKommun: Nybro\nTelefon: 08-465 004 31"
    for body in (f"{wish}\n\n{facts}\n\nKim", f"{facts}\n\n{wish}"):
        assert mail(body, "Avslut").matter is Matter.FAREWELL


def test_facts_without_labels_above_a_form_say_who_it_is() -> None:
    reading = mail(
        "Jag skriver punkterna här\n\nnamn Maj-Lis Ek\nfödd 1960\nbor i Mönsterås\ntel 070 1740631\nring "
        "helst\npatient\n"
        "erfarenhet: reumatism i 30 år\nvill vara med i: intervju / enkät\nkan: tisdagar\nhar läst om "
        "personuppgifter: ja\n"
        "samtycke till att ni sparar och matchar på min hälsa: ja",
        "Anmälan",
    )
    fields = dict(reading.forms[0].fields)
    assert (fields["first_name"], fields["birth_year"], fields["municipality"]) == ("Maj-Lis", 1960, "Mönsterås")
    assert (fields["phone"], fields["contact_preference"]) == ("+46701740631", "telefon")
    assert (fields["activities"], fields["perspectives"]) == (["intervju", "enkät"], ["patient"])
    assert fields["consent_matching"] is True


@pytest.mark.parametrize(
    "written",
    [
        "[namn]",
        "[fyll i]",
        "<ange plats>",
        "Hoppades över",
        "hoppat över",
        "Överhoppad",
        "Inget svar",
        "Återkommer om det",
        "oklart ännu",
        "Har inte bokat än",
        "ska bestämmas",
        "ännu obestämt",
        "inte fastställt",
    ],
)
def test_what_a_template_shows_is_no_answer(written: str) -> None:
    assert is_placeholder(written)


@pytest.mark.parametrize(
    "written",
    ["[3]", "<kim@post.example>", "Hoppborgen", "Hoppas på många", "[x]", "Okänt ursprung", "inte klara texter"],
)
def test_what_somebody_wrote_is_an_answer(written: str) -> None:
    assert not is_placeholder(written)


def test_a_bold_heading_among_bold_labels_is_no_answer() -> None:
    labels = ("Förnamn och efternamn", "Födelseår", "Kommun", "Stöd som behövs", "4. Det finstilta", "E-postadress")
    text = (
        "Förnamn och efternamn\nKim Ek\nFödelseår\n1975\nKommun\nTunby\nBeskriv dina erfarenheter\nEn stroke.\n"
        "Stöd som behövs\nInget svar\n4. Det finstilta\nE-postadress\nkim@post.example"
    )
    found = best_form(Segment(rows_of(text, bold=frozenset((*labels, "Beskriv dina erfarenheter")))), "Anmälan")
    assert found is not None
    assert "support_needs" not in normalised(found.forms[0], Kind.REGISTRATION, None)[0]


def form(text: str, kind: Kind) -> dict[str, object]:
    found = best_form(Segment(rows_of(text)), "Formulär")
    assert found is not None
    return normalised(found.forms[0], kind, None)[0]


def test_a_question_with_how_to_answer_it_asks_for_what_that_says() -> None:
    text = (
        "Vad heter du?\nKim Ek\n\nHur gammal är du? Skriv ditt födelseår.\n2010\n\nVar bor du (kommun)?\nKalmar\n\n"
        "Vad har du varit med om?\nEn stroke\n\nHur vill du vara med?\nRåd\n\nHar du läst om hur vi sparar "
        "uppgifter?\nJa"
    )
    fields = form(text, Kind.REGISTRATION)
    assert (fields["birth_year"], fields["privacy_notice_read"]) == (2010, True)


def test_a_choice_in_the_first_person_is_an_answer_and_no_label() -> None:
    text = (
        "Förnamn\nKim\n\nEfternamn\nEk\n\nKommun du bor i\nTunby\n\nVilket år är du född\n1962\n\nVad har du "
        "erfarenhet av\n"
        "En stroke\n\nVilka uppdrag kan passa dig\nBerätta om mina erfarenheter\nBrukarråd\n\nHur kan du resa\nBuss"
    )
    assert form(text, Kind.REGISTRATION)["activities"] == ["Berätta om mina erfarenheter", "Brukarråd"]


@pytest.mark.parametrize("label", ["Uppdragsgivare (enhet)", "Beställare (verksamhet)", "Uppdragsgivande enhet"])
def test_who_asks_may_be_a_unit(label: str) -> None:
    text = (
        f"{label}: Hemtjänsten Södra\nOrganisation: Tunby kommun\nKontaktperson: Kim Ek\nSyfte: Lära\nAntal personer: 4"
    )
    fields = form(text, Kind.REQUEST)
    assert (fields["unit"], fields["contact_name"]) == ("Hemtjänsten Södra", "Kim Ek")


def test_a_short_assignment_beside_a_description_is_its_title() -> None:
    text = (
        "Enhet: Hud\nOrganisation: Region Norrvik\nUppdrag: Ny app\nBeskrivning: Ni provar appen "
        "hemma.\nAntal personer: 4"
    )
    fields = form(text, Kind.REQUEST)
    assert (fields["title"], fields["description"]) == ("Ny app", "Ni provar appen hemma.")


@pytest.mark.parametrize(
    ("written", "year"),
    [("nittonhundrafemtiosex", 1956), ("Nittonhundra sjuttio", 1970), ("nittonhundraåttiotre", 1983),
     ("tjugohundratio", 2010), ("nittonhundratalet", None)],
)  # fmt: skip
def test_a_year_in_letters_is_a_year(written: str, year: int | None) -> None:
    assert birth_year(written, 2027) == year


@pytest.mark.parametrize(
    ("written", "parts"), [("MB Ek", ("MB", "Ek")), ("EK Anna", ("Anna", "Ek")), ("Anna EK", ("Anna", "Ek"))]
)
def test_initials_are_no_last_name_in_capitals(written: str, parts: tuple[str, str]) -> None:
    assert split_name(written) == parts


@pytest.mark.parametrize(
    ("text", "asked"),
    [("De fyra som medverkar träffar oss tre gånger.", True), ("Alla sex som deltar får arvode.", True),
     ("De två som medverkar träffar oss.", False), ("De fyra som leder gruppen är kuratorer.", False)],
)  # fmt: skip
def test_another_number_of_those_who_take_part_is_asked_about(text: str, *, asked: bool) -> None:
    assert bool(headcount_questions(text, "", {"people_wanted": 2})) is asked


def test_an_address_from_the_head_of_the_mail_is_asked_about_as_such() -> None:
    text = "Förnamn: Kim\nEfternamn: Ek\nKommun: Tunby\nFödelseår: 1961\nVad har du erfarenhet av: KOL\n"
    reading = mail(f"{text}Hur vill du bli kontaktad: e-post\nTelefon: 070-174 06 31", "Anmälan")
    assert reading.forms[0].fields["email"] == "kim.ek@norrvik.example"
    asked = "Kontakt önskas via e-post, men i anmälan står ingen e-postadress, bara avsändarens. Är det den som gäller?"
    assert reading.forms[0].questions == (asked,)


@pytest.mark.parametrize(
    ("address", "organisation"),
    [("kim.ek@regionkalmar.se", "Region Kalmar län"), ("kim@skane.se", "Region Skåne"),
     ("kim@vastervik.example", "Västerviks kommun"), ("kim@post.vimmerby.se", "Vimmerby kommun"),
     ("kim@region.example", None), ("kim@kalmarposten.example", None), ("kim@norrvik.example", None)],
)  # fmt: skip
def test_a_regions_own_domain_says_the_organisation_that_is_not_said(address: str, organisation: str | None) -> None:
    reading = mail(
        "\n".join(f"{label} {typed}" for label, typed in ASKED if "Org" not in label), From=f"Kim <{address}>"
    )
    assert reading.forms[0].fields.get("organisation") == organisation
    assert ("organisation" in reading.forms[0].missing) is (organisation is None)


def test_a_quoted_question_of_two_lines_is_one_label() -> None:
    text = "\n".join(
        f"> {asked}\n{typed}"
        for asked, typed in (
            ("Vad heter du?", "Kim Ek"), ("Vilken kommun bor du i?", "Borgholm"), ("Vilket år är du född?", "1976"),
            ("Vad har du erfarenhet av?", "KOL"), ("Hur vill du vara med?", "intervju"),
            ("Har du läst informationen om personuppgifter?", "Ja"),
            ("Samtycker du till att vi registrerar uppgifter om hälsa och\n> använder dem för att matcha dig?", "ja"),
        )
    )  # fmt: skip
    reading = mail(f"Svaren står nedan.\n\n{text}\n>\n> Hälsningar", "Re: Din anmälan")
    assert reading.kind is Kind.REGISTRATION
    assert reading.forms[0].fields["consent_matching"] is True
    assert reading.forms[0].fields["privacy_notice_read"] is True
