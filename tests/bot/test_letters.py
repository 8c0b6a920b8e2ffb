"""Every letter in each of its branches: whole, clean, plain Swedish, and safe to quote in a reply."""

import re
from datetime import UTC, date, datetime
from itertools import pairwise
from types import SimpleNamespace
from zoneinfo import ZoneInfo

import jinja2
import pytest

from medverkan.bot import letters
from medverkan.bot.letters import ANSWER_ABOVE, spoken, swedish_day, swedish_phone, swedish_time
from medverkan.bot.organisations.suggest import organisations_for
from medverkan.mailbox.mime import parse
from medverkan.mailbox.replies.decide import decide
from medverkan.mailbox.replies.own_words import own_words
from medverkan.mailbox.values import Action, Candidate, Stage
from medverkan.matching import vocabulary
from medverkan.matching.text import sentences
from tests.bot.every_letter import LETTERS, TOKEN, rendered

EVERY = list(rendered())
TO_LEADS = [letter for letter in EVERY if letter.name.startswith("lead-")]
TO_UNITS = [letter for letter in EVERY if letter.name.startswith("unit-")]
TO_PARTICIPANTS = [letter for letter in EVERY if letter.name.startswith("participant-")]
# Notes that need no answer, or not always.
NOTES = (
    "lead-erased",
    "lead-organisations",
    "lead-overdue",
    "lead-own-form",
    "lead-refused",
    "lead-signed-out",
    "lead-sms",
)
ABBREVIATIONS = re.compile(
    r"\b(t\.?\s?ex|bl\.?\s?a|d\.?\s?v\.?\s?s|m\.?\s?m|o\.?\s?s\.?\s?v|etc|ca|kl|tel|resp|ev|inkl|f\.d)\."
)


def case(letter: SimpleNamespace) -> str:
    return str(letter.case)


every_letter = pytest.mark.parametrize("letter", EVERY, ids=case)
every_lead_letter = pytest.mark.parametrize("letter", TO_LEADS, ids=case)
every_participant_letter = pytest.mark.parametrize("letter", TO_PARTICIPANTS, ids=case)


def test_no_letter_sends_anybody_to_a_terminal() -> None:
    command = re.compile(
        r"\bmedverkan (?:[a-z]+ )?(?:--|T-|F-|M-|{{)|\bmedverkan (?:tasks|cases|members|review|outbox|doctor)\b"
    )
    for name in letters.names():
        assert not command.search((letters.TEMPLATES / f"{name}.txt").read_text("utf-8")), name


def test_every_template_is_rendered_here() -> None:
    assert sorted(LETTERS) == letters.names()


def test_a_missing_value_is_an_error_and_never_a_gap() -> None:
    for name, cases in LETTERS.items():
        shown = {value for value in cases[0] if value in (letters.TEMPLATES / f"{name}.txt").read_text("utf-8")}
        for value in shown & {"lead", "token", "request", "understood", "question", "said"}:
            kept = {key: given for key, given in cases[0].items() if key != value}
            if value == "question":
                continue
            with pytest.raises(jinja2.UndefinedError):
                letters.render(name, **kept)


@every_letter
def test_no_letter_shows_what_a_template_left_behind(letter: SimpleNamespace) -> None:
    whole = f"{letter.subject}\n{letter.text}"
    for trace in (
        "None",
        "[]",
        "()",
        "{{",
        "}}",
        "{%",
        "Undefined",
        "<",
        "True",
        "False",
        "\t",
        "..",
        " ,",
        " .",
        ",,",
    ):
        assert trace not in whole
    assert not re.search(r"\S  ", whole)
    assert "\n\n\n" not in letter.text
    assert letter.text.removeprefix(f"{ANSWER_ABOVE}\n\n").startswith("Hej")
    assert letter.text.endswith("\n")
    for line in letter.text.splitlines():
        assert line == line.rstrip()
        assert line.strip() not in {"-", "+", ":", "."}
        assert not line.endswith((": .", ":.", " :"))


@every_letter
def test_one_of_something_is_not_many(letter: SimpleNamespace) -> None:
    assert not re.search(r"\b1 (personer|gånger|minuter|dagar|[a-zåäö]+ är spärrade)\b", letter.text)
    assert not re.search(r"\b([2-9]|\d\d) (person|gång|minut)\b", letter.text)


@every_letter
def test_the_first_line_is_a_short_subject_without_names(letter: SimpleNamespace) -> None:
    assert 5 < len(letter.subject) <= 100
    for name in ("Ellen", "Hugo", "Tove", "Petra", "Ekprov", "070", "@", "väntrum", "Hjärt"):
        assert name not in letter.subject


@every_letter
def test_every_list_has_air_before_what_follows(letter: SimpleNamespace) -> None:
    lines = letter.text.splitlines()
    for line, after in pairwise(lines):
        if line.startswith("- "):
            assert not after or after.startswith("- ")


@every_participant_letter
def test_subjects_to_participants_say_nothing(letter: SimpleNamespace) -> None:
    words = vocabulary.load()
    for sentence in sentences(letter.subject):
        assert words.find(sentence) == ()
    assert "intressebank" not in letter.subject.lower()
    assert not re.search(r"vård|stöd|patient|brukare|närstående|region|F-\d", letter.subject, re.IGNORECASE)


@every_participant_letter
def test_what_participants_read_is_plain(letter: SimpleNamespace) -> None:
    assert not ABBREVIATIONS.search(letter.text)
    # Our own words only: the lines "label: value" are the unit's.
    own = [line.removeprefix("- ") for line in letter.text.splitlines() if line and ": " not in line]
    said = [s for line in own for s in re.split(r"(?<=[.!?])\s+", line) if s]
    lengths = [len(s.split()) for s in said]
    assert sum(lengths) / len(lengths) <= 15
    assert max(lengths) <= 20


@every_participant_letter
def test_participants_are_told_no_diagnosis_by_us(letter: SimpleNamespace) -> None:
    words = vocabulary.load()
    own = "\n".join(line for line in letter.text.splitlines() if ": " not in line)
    told = {hit.concept for sentence in sentences(own) for hit in words.find(sentence) if hit.weight > 0.9}
    assert {concept for concept in told if words.areas.get(concept)} == set()


@every_participant_letter
def test_participants_get_no_case_number_or_code(letter: SimpleNamespace) -> None:
    assert not re.search(r"F-\d{4}|Ärendekod|M-\d{4}", letter.text)


@every_lead_letter
def test_letters_to_leads_carry_the_line_to_answer_above_and_the_code(letter: SimpleNamespace) -> None:
    if not letter.values.get("token"):
        assert letter.name in NOTES
        assert "Ärendekod" not in letter.text
        return
    assert letter.text.count(ANSWER_ABOVE) == 1
    assert letter.text.rstrip().endswith(f"Ärendekod: {TOKEN}")
    # Uppermost, since everything below it is cut away where a mail program quotes without a sign.
    assert letter.text.startswith(ANSWER_ABOVE)


@pytest.mark.parametrize("letter", TO_UNITS, ids=case)
def test_letters_to_units_end_with_the_code(letter: SimpleNamespace) -> None:
    assert letter.text.rstrip().endswith(f"Ärendekod: {TOKEN}")


def test_the_proposal_says_how_to_answer() -> None:
    first, other, nobody, *_ = (letter.text for letter in EVERY if letter.name == "lead-proposal")
    assert "JA 1 2" in first
    assert "JA 6" in other
    assert "JA" not in nobody
    assert "Så svarar du" not in nobody
    for word in ("NEJ", "FLER", "FRÅGA", "PAUS"):
        assert word in first


@every_letter
def test_a_numbered_list_begins_after_a_blank_line_and_stands_once(letter: SimpleNamespace) -> None:
    lines = letter.text.splitlines()
    numbered = [at for at, line in enumerate(lines) if re.match(r"\d+\. ", line)]
    assert len({lines[at] for at in numbered}) == len(numbered)
    if numbered:
        assert not lines[numbered[0] - 1]


def test_numbered_people_have_air_between_them() -> None:
    text = next(letter.text for letter in EVERY if letter.name == "lead-proposal")
    assert "\n\n2. Hugo Hällprov" in text


def test_the_unit_learns_contact_details_only_and_nothing_of_health() -> None:
    (first, *_) = (letter.text for letter in EVERY if letter.name == "unit-delivery")
    assert "070-174 06 11" in first
    for told in ("Hörslinga", "1946", "80 år", "Nybro", "M-0031"):
        assert told not in first


def test_a_minor_is_reached_through_the_guardian() -> None:
    text = next(letter.text for letter in EVERY if letter.case == "unit-delivery-2")
    assert "Maja Tallprov" in text
    assert "genom vårdnadshavaren" in text


QUOTINGS = {
    "outlook": ("{said}\n\nFrån: Invånarmedverkan <bank@region.example>\nSkickat: den 10 februari 2026 09:30\n"
                "Till: Karin Exempel\nÄmne: {subject}\n\n{text}"),
    "gmail": "{said}\n\nDen tis 10 feb. 2026 kl 09:30 skrev Invånarmedverkan <bank@region.example>:\n\n{quoted}",
    "bare": "{said}\n\n{text}",
}  # fmt: skip


def reply(letter: SimpleNamespace, said: str, style: str) -> str:
    quoted = "\n".join(f"> {line}" for line in letter.text.splitlines())
    body = QUOTINGS[style].format(said=said, subject=letter.subject, text=letter.text, quoted=quoted)
    head = "From: Karin Exempel <karin@region.example>\r\nSubject: SV: x\r\nContent-Type: text/plain; charset=utf-8\r\n"
    return own_words(parse(f"{head}\r\n{body}".replace("\r\n", "\n").encode()))


@pytest.mark.parametrize("style", list(QUOTINGS))
@pytest.mark.parametrize("letter", [one for one in TO_LEADS if one.name not in NOTES], ids=case)
def test_nothing_that_our_letter_says_is_taken_for_the_leads_words(letter: SimpleNamespace, style: str) -> None:
    assert reply(letter, "Tack, jag återkommer.", style) == "Tack, jag återkommer."
    assert reply(letter, "", style) == ""


@pytest.mark.parametrize("style", list(QUOTINGS))
@pytest.mark.parametrize("letter", [one for one in TO_LEADS if one.name == "lead-proposal"], ids=case)
def test_the_guide_in_a_quoted_proposal_approves_nobody(letter: SimpleNamespace, style: str) -> None:
    people = [Candidate(match["number"], match["person"].name) for match in letter.values["people"]]
    for said in ("", "Tack!", "Jag tittar på det i morgon."):
        decision = decide(reply(letter, said, style), people, Stage.PROPOSAL)
        assert decision.action is Action.UNCLEAR
        assert decision.picks == ()


@pytest.mark.parametrize("style", list(QUOTINGS))
def test_the_examples_in_our_letters_are_understood_when_a_lead_writes_them(style: str) -> None:
    proposal = next(letter for letter in EVERY if letter.case == "lead-proposal-1")
    people = [Candidate(1, "Ellen Ekprov"), Candidate(2, "Hugo Hällprov")]
    wanted = {"JA 1 2": Action.APPROVE, "NEJ": Action.REJECT_ALL, "FLER": Action.MORE, "PAUS": Action.PAUSE,
              "FRÅGA går det digitalt?": Action.ASK, "ÅNGRA": Action.UNDO}  # fmt: skip
    for said, action in wanted.items():
        assert decide(reply(proposal, said, style), people, Stage.PROPOSAL).action is action
    calls = next(letter for letter in EVERY if letter.case == "lead-calls-1")
    called = decide(reply(calls, "1 ja, 2 svarade inte", style), people, Stage.CALLS)
    assert called.action is Action.OUTCOMES
    assert called.outcomes == {1: "accepted", 2: "no_answer"}


@pytest.mark.parametrize(("said", "outcome"), [("JA", "accepted"), ("SVARADE INTE", "no_answer"), ("NEJ", "declined")])
def test_the_words_that_the_introduction_letter_asks_for_are_understood(said: str, outcome: str) -> None:
    letter = next(letter for letter in EVERY if letter.name == "lead-new-registration")
    assert said in letter.text
    assert decide(said, [Candidate(1, "Ellen Ekprov")], Stage.CALLS).outcomes == {1: outcome}


@pytest.mark.parametrize(
    ("number", "shown"),
    [
        ("+46701740605", "070-174 06 05"),
        ("+4684650041", "08-465 00 41"),
        ("+4512345678", "+45 12345678"),
        ("växeln", "växeln"),
        ("", ""),
    ],
)
def test_phone_numbers_are_written_as_swedes_write_them(number: str, shown: str) -> None:
    assert swedish_phone(number) == shown


def test_days_and_times_are_written_in_swedish() -> None:
    assert swedish_day(date(2027, 1, 14)) == "torsdag 14 januari 2027"
    assert swedish_day(None) == ""
    noon = datetime(2026, 7, 1, 11, 0, tzinfo=UTC)
    assert swedish_time(noon, ZoneInfo("Europe/Stockholm")) == "onsdag 1 juli 2026 kl. 13.00"


@pytest.mark.parametrize(
    ("items", "said"), [([], ""), (["a"], "a"), (["a", "b"], "a och b"), (["a", "b", "c"], "a, b och c")]
)
def test_lists_are_said_as_people_say_them(items: list[str], said: str) -> None:
    assert spoken(items) == said


def test_there_is_an_organisation_to_suggest_whatever_the_focus() -> None:
    assert organisations_for([])
    assert organisations_for(["okänt"])
    assert len(set(organisations_for(["äldre", "somatik"]))) == len(organisations_for(["äldre", "somatik"]))


def test_what_a_sender_writes_cannot_make_a_second_subject_or_a_template() -> None:
    values = LETTERS["lead-unit-says"][0] | {"words": "{{ request }}\n{% for %}\nSubject: x"}
    subject, text = letters.render("lead-unit-says", **values)
    assert "\n" not in subject
    assert "| {{ request }}" in text
