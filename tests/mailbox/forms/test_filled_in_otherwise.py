"""Forms filled in as few do: on dotted lines, below bare numbers, a role where an experience is asked for."""

from datetime import date

import pytest

from medverkan.mailbox.forms.finding.rows import Row, gapped
from medverkan.mailbox.forms.finding.scoring import best_form
from medverkan.mailbox.forms.finding.segments import Segment
from medverkan.mailbox.forms.values.dates import read_when
from medverkan.mailbox.forms.values.normalise import normalised
from medverkan.mailbox.forms.values.numbers import occasions
from medverkan.mailbox.forms.values.written import plain_value
from medverkan.mailbox.values import Kind

THURSDAY = date(2026, 11, 19)


def read(text: str, kind: Kind) -> dict[str, object]:
    found = best_form(Segment(tuple(Row((gapped(line),)) for line in text.split("\n"))), "Formulär")
    assert found is not None
    assert found.kind is kind
    return normalised(found.forms[0], kind, None)[0]


@pytest.mark.parametrize("number", ["F{}", "Fråga {}", "{}.", "Q{}:", "{})"])
def test_the_number_of_a_question_alone_on_its_line_is_neither_label_nor_answer(number: str) -> None:
    asked = [
        ("Vad heter du?", "Kim Ek"), ("Vilket år är du född?", "1961"), ("Vilken kommun bor du i?", "Tunby"),
        ("Hur når vi dig?", "E-post: kim@post.example"), ("Hur vill du helst bli kontaktad?", "Sms"),
        ("Vilken erfarenhet har du?", "• Brukare"), ("Vad har du erfarenhet av?", "Boendestöd i fyra år"),
        ("Hur vill du medverka?", "• Intervju\n• Panel"), ("Behöver du stöd?", "Pauser"),
    ]  # fmt: skip
    text = "\n".join(f"{number.format(at)}\n{one}\n{answer}" for at, (one, answer) in enumerate(asked, 1))
    assert read(text, Kind.REGISTRATION) == {
        "first_name": "Kim", "last_name": "Ek", "birth_year": 1961, "municipality": "Tunby",
        "contact_preference": "sms", "email": "kim@post.example", "perspectives": ["brukare"],
        "experience": "Boendestöd i fyra år", "activities": ["Intervju", "Panel"], "support_needs": "Pauser",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("written", "value"),
    [("......Kim Ek.......", "Kim Ek"), ("..070-174 06 31.... Mobil: .......", "070-174 06 31  Mobil:"),
     ("... 1961 ..", "1961"), ("Jag vet inte riktigt...", "Jag vet inte riktigt..."), ("......", ""),
     ("Kl. 9.30...10", "Kl. 9.30...10"), ("Åka långt....", "Åka långt")],
)  # fmt: skip
def test_the_dots_of_a_line_to_write_on_are_no_value(written: str, value: str) -> None:
    assert plain_value(written) == value


@pytest.mark.parametrize(
    "helped",
    ["Varför gör ni det här?", "Vad vill ni uppnå med uppdraget?", "Hur ska det bli bättre för era patienter?"],
)
def test_a_question_below_a_label_shows_how_to_answer(helped: str) -> None:
    fields = read(
        f"Verksamhet\nHudmottagningen Tunby\nHuvudman\nRegion Norrvik\nSyfte\n{helped}\nVi vill slippa onödiga besök.\n"
        "Antal personer\n3\nPlats\nBiblioteket",
        Kind.REQUEST,
    )
    assert fields["purpose"] == "Vi vill slippa onödiga besök."


@pytest.mark.parametrize("label", ["Ärendemening", "Ärenderubrik"])
def test_a_case_system_names_the_assignment(label: str) -> None:
    text = (
        f"{label}: Ny entré\nEnhet: Hudmottagningen\nOrganisation: Region Norrvik\nSyfte: Hitta rätt\nAntal personer: 3"
    )
    assert read(text, Kind.REQUEST)["title"] == "Ny entré"


def test_days_and_times_in_two_boxes_are_told_with_the_day_first() -> None:
    text = (
        "Enhet: Hud\nOrganisation: Region Norrvik\nDagar: ons 10 och ons 17 mars 2027\nTider: 8.30 till 11.30\nAntal: 3"
    )
    fields = read(text, Kind.REQUEST)
    assert fields["when_text"] == "ons 10 och ons 17 mars 2027 8.30 till 11.30"
    assert (fields["date_start"], fields["date_end"], fields["time_start"]) == ("2027-03-10", "2027-03-17", "08:30")


@pytest.mark.parametrize(
    ("written", "start", "end"),
    [("v 10 2027, måndag–onsdag 9–12", "2027-03-08", "2027-03-10"),
     ("tis och ons nästa vecka", "2026-11-24", "2026-11-25"),
     ("nästa vecka, tisdag till torsdag", "2026-11-24", "2026-11-26"), ("mån-fre v. 3", "2027-01-18", "2027-01-22"),
     ("torsdag v 5 kl 13-15", "2027-02-04", None), ("tisdag eller onsdag nästa vecka", None, None)],
)  # fmt: skip
def test_some_days_of_a_week_are_those_days(written: str, start: str | None, end: str | None) -> None:
    found = read_when(written, THURSDAY)
    assert (found.start and found.start.isoformat(), found.end and found.end.isoformat()) == (start, end)


@pytest.mark.parametrize(
    ("written", "times"),
    [("Sex träffar, varannan onsdag med start den 3 februari", 6), ("24 februari, sedan tre möten till", None),
     ("ett av två tillfällen", None), ("ytterligare två träffar bokas", None), ("Två workshops i mars", 2)],
)  # fmt: skip
def test_how_many_times_stands_beside_when(written: str, times: int | None) -> None:
    assert occasions(written) == times
