"""What is written in SMS: one part, plain, and nothing that tells a stranger who sees the phone why we write."""

import csv
import re
from datetime import date, timedelta
from types import SimpleNamespace

import jinja2
import pytest
from jinja2 import meta

from medverkan.bot import letters
from medverkan.bot.sms.gsm import ONE_PART, normalised, septets
from medverkan.matching import vocabulary
from medverkan.matching.text import sentences
from tests.bot.sms.texts import SMS

every_sms = pytest.mark.parametrize("sms", SMS, ids=lambda sms: str(sms.case))
TELLING = re.compile(
    r"vård|stöd|omsorg|sjuk|klinik|mottagning|avdelning|enhet|central|psyk|bup\b|habilit|missbruk|beroende|patient|"
    r"brukare|närstående|anhörig|region|kommun|socialtjänst|diagnos|behandling|intressebank|läkare|terapi|M-\d|F-\d|@",
    re.IGNORECASE,
)


@every_sms
def test_every_sms_is_one_part(sms: SimpleNamespace) -> None:
    assert septets(sms.text) <= ONE_PART


@pytest.mark.parametrize("name", ["sms-day-before", "sms-meeting"])
def test_a_reminder_is_one_part_on_every_day_of_the_year_and_at_the_longest_time(name: str) -> None:
    days = [date(2026, 1, 1) + timedelta(days=day) for day in range(366)]
    texts = [normalised(letters.render(name, day=day, time="10.00-16.30")[1]) for day in days]
    assert max(septets(text) for text in texts) <= ONE_PART


@every_sms
def test_no_sms_tells_of_care_a_unit_a_case_or_a_person(sms: SimpleNamespace) -> None:
    assert not TELLING.search(sms.text)


@every_sms
def test_no_sms_names_anything_that_the_vocabulary_knows(sms: SimpleNamespace) -> None:
    words = vocabulary.load()
    assert [words.find(sentence) for sentence in sentences(sms.text)] == [()] * len(sentences(sms.text))


def test_no_term_of_the_vocabulary_stands_in_any_sms() -> None:
    said = " ".join(sms.text.lower() for sms in SMS)
    with (vocabulary.RESOURCES / "vocabulary.csv").open(encoding="utf-8") as file:
        terms = {
            term.strip(" *=").lower()
            for row in csv.DictReader(file)
            for term in (row["concept"], *(row["synonyms"] or "").split(";"))
            if term.strip(" *=")
        }
    assert len(terms) > 1000
    assert [term for term in terms if re.search(rf"\b{re.escape(term)}\b", said)] == []


def test_the_linter_finds_a_word_that_tells() -> None:
    words = vocabulary.load()
    for text in ("Hej! Välkommen till minnesmottagningen.", "Hej! Hur går det med din schizofreni?"):
        assert any(words.find(sentence) for sentence in sentences(text))
    assert TELLING.search("Hej! Hjärtmottagningen väntar på dig.")


@pytest.mark.parametrize("name", sorted({sms.name for sms in SMS}))
def test_templates_of_sms_are_given_a_day_and_a_time_at_most(name: str) -> None:
    parsed = jinja2.Environment().parse(  # noqa: S701
        (letters.TEMPLATES / f"{name}.txt").read_text("utf-8").replace("| weekday", "")
    )
    assert meta.find_undeclared_variables(parsed) <= {"day", "time"}


@every_sms
def test_every_sms_greets_says_who_writes_and_is_plain(sms: SimpleNamespace) -> None:
    assert sms.text.startswith("Hej! ")
    assert sms.text.endswith("Hälsningar Invånarmedverkan")
    assert "\n" not in sms.text
    assert max(len(sentence.split()) for sentence in re.split(r"[.!?] ", sms.text)) <= 12


def test_the_first_sms_of_a_case_says_how_to_have_no_more() -> None:
    (first,) = [sms for sms in SMS if sms.name == "sms-call-announced"]
    assert "Svara STOPP" in first.text
