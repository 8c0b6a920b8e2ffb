"""Letters in prose: their truth stands beside them in `letters/`, one file each."""

from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from medverkan.mailbox.forms.finding.rows import lines_of
from medverkan.mailbox.forms.finding.segments import Segment
from medverkan.mailbox.prose.letters import prose_form
from medverkan.mailbox.values import Form
from tests.mailbox.prose.scoring import LETTERS, by_itself, judged, letter_of, score

WHEN = datetime(2027, 1, 12, 8, tzinfo=UTC)


def read(text: str, sender: str = "Kim Ek") -> Form | None:
    return prose_form(Segment(lines_of(text), sender, "kim@region.example", own=True), "Hej", WHEN)


@pytest.mark.parametrize("name", sorted(file.stem for file in LETTERS.glob("*.txt")))
def test_a_letter_is_the_kind_it_is_and_nothing_is_invented(name: str) -> None:
    raw, truth = letter_of((LETTERS / f"{name}.txt").read_text("utf-8"))
    counts, misses = judged(name, truth, by_itself(raw))
    assert counts["kind"], misses
    assert not counts["invented"], misses


def test_nearly_everything_that_letters_say_is_read_and_read_right() -> None:
    figures, misses = score()
    assert figures["precision"] >= 0.98, misses
    assert figures["recall"] >= 0.96, misses
    assert figures["missing"] >= 0.95, misses


KINDS = [
    line
    for name in ("kinds.txt", "speech_acts.txt")
    for line in (LETTERS.parent / name).read_text("utf-8").splitlines()
]


@pytest.mark.parametrize("line", KINDS)
def test_a_letter_is_a_request_a_registration_or_neither(line: str) -> None:
    kind, _, text = line.partition(": ")
    form = read(text.replace(" ¶ ", "\n"))
    assert (str(form.kind) if form else "neither") == kind


@pytest.mark.parametrize(
    ("said", "people"),
    [("någon patient", 1), ("en patient", 1), ("ett par patienter", 2), ("två till tre patienter", 2),
     ("några patienter", None), ("en patient och en anhörig", 2), ("5-6 patienter", 5),
     ("tre patienter och två närstående", 5)],
)  # fmt: skip
def test_how_many_are_sought(said: str, people: int | None) -> None:
    form = read(f"Hej! Vi på njurmottagningen söker {said} som har haft dialys och kan vara med i en fokusgrupp.")
    assert form is not None
    assert form.fields.get("people_wanted") == people


@pytest.mark.parametrize(
    ("said", "perspectives"),
    [("två personer som lever med KOL", ["patient"]), ("två personer som har hemtjänst", ["brukare"]),
     ("två föräldrar till barn med diabetes", ["närstående"]), ("två personer som vårdat en anhörig", ["närstående"]),
     ("en brukare och en närstående", ["brukare", "närstående"]), ("två personer med erfarenhet av missbruk", None)],
)  # fmt: skip
def test_a_perspective_is_named_or_follows_plainly_from_the_experience(
    said: str, perspectives: list[str] | None
) -> None:
    form = read(f"Hej! Vi i projektet söker {said} till en fokusgrupp den 3 mars kl 13. Hör av er till oss.")
    assert form is not None
    assert form.fields.get("perspectives") == perspectives


@pytest.mark.parametrize(
    ("said", "given"),
    [("Jag samtycker till att uppgifter om min hälsa används för matchning.", True),
     ("Jag samtycker inte till att mina hälsouppgifter registreras.", False),
     ("Jag vill fundera innan jag samtycker till att mina hälsouppgifter registreras.", None),
     ("Jag samtycker till att ni skickar sms.", None), ("Jag har läst om personuppgifter.", None)],
)  # fmt: skip
def test_a_consent_to_matching_is_plain_or_none(said: str, given: bool | None) -> None:
    form = read(f"Jag heter Kim Ek, bor i Norrby, är född 1970 och har levt med astma. Jag vill gärna vara med. {said}")
    assert form is not None
    assert form.fields.get("consent_matching") is given


def test_what_staff_say_of_themselves_is_not_the_residents() -> None:
    form = read(
        "Hej! Jag är kurator på njurmottagningen i Berga, född 1980, och bor i Harda. Jag skriver för en patient. "
        "Hon heter Vera Lund, är född 1951 och bor i Tunby. Vera har haft dialys i tre år och vill gärna vara med. "
        "Vera vill bli uppringd på 070-174 06 71. Mig når ni på 070-174 06 72. Jag samtycker till att mina "
        "hälsouppgifter används för matchning.\n\nHälsningar\nKim Ek\nkim.ek@region.example"
    )
    assert form is not None
    said = {key: form.fields.get(key) for key in ("first_name", "last_name", "phone", "birth_year", "municipality")}
    assert said == {
        "first_name": "Vera", "last_name": "Lund", "phone": "+46701740671", "birth_year": 1951, "municipality": "Tunby",
    }  # fmt: skip
    assert "consent_matching" not in form.fields
    assert "email" not in form.fields


def test_lines_that_were_broken_by_their_length_are_read_together() -> None:
    form = read(
        "Hej!\n\nVi på njurmottagningen söker två patienter som har haft dialys och som\nkan läsa igenom vår nya "
        "broschyr innan den trycks. Vi träffas torsdagen\nden 4 mars klockan 13 i mottagningens väntrum.\n"
    )
    assert form is not None
    assert form.fields["people_wanted"] == 2
    assert form.fields["activity"] == "läsa igenom vår nya broschyr innan den trycks"
    assert (form.fields["date_start"], form.fields["time_start"]) == ("2027-03-04", "13:00")
    assert form.fields["place"] == "mottagningens väntrum"


@settings(max_examples=60, deadline=None)
@given(
    st.text(max_size=400), st.sampled_from(["Vi söker två patienter som ", "Jag heter Kim Ek och vill vara med. ", ""])
)
def test_any_text_is_read_without_failing(text: str, start: str) -> None:
    form = read(start + text, text[:40])
    assert form is None or all(value not in ("", [], None) for value in form.fields.values())
