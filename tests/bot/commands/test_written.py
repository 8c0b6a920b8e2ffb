"""What people write about a resident means the same at the keyboard, in a sheet and in a form."""

from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from medverkan.bot.commands.written import assignments, key_named, understand
from medverkan.bot.settings import SettingsError

NOW = datetime(2026, 3, 3, tzinfo=UTC)


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("first_name", "first_name"),
        ("Förnamn", "first_name"),
        ("MOBIL", "phone"),
        ("Namn", "_name"),
        ("consent_sms", "consent_sms"),
        ("Vad vill du inte göra?", "unwilling"),
    ],
)
def test_a_key_or_a_label_names_a_field(name: str, key: str) -> None:
    label = key_named(name)
    assert label
    assert label.key == key


@pytest.mark.parametrize("name", ["", "_other", "Övrigt", "Samtycke", "Bästa tid att ringa", "skostorlek"])
def test_what_nothing_is_kept_of_names_no_field(name: str) -> None:
    assert key_named(name) is None


@pytest.mark.parametrize(
    ("columns", "address"),
    [
        ([("Adress", "Ekvägen 1"), ("Postnr", "382 30"), ("Ort", "Nybro")], "Ekvägen 1, 382 30, Nybro"),
        ([("Postnummer", "382 30"), ("Adress", "Ekvägen 1")], "Ekvägen 1, 382 30"),
        ([("Postnummer och ort", "382 30 Nybro")], "382 30 Nybro"),
    ],
)
def test_an_address_is_put_together_wherever_its_parts_stand(columns: list[tuple[str, str]], address: str) -> None:
    pairs = [(name, label, value) for name, value in columns if (label := key_named(name))]
    assert understand(pairs, NOW).fields == {"postal_address": address}


@pytest.mark.parametrize(
    ("said", "fields"),
    [
        ("phone=070-174 06 51", {"phone": "+46701740651"}),
        ("Född=19580304-1234", {"birth_year": 1958}),
        ("activities=intervju, enkät", {"activities": ["intervju", "enkät"]}),
        ("consent_sms=ja tack", {"consent_sms": True}),
        ("Namn=Anna von Ek", {"first_name": "Anna", "last_name": "von Ek"}),
        ("experience=a = b", {"experience": "a = b"}),
        ("keep_months=två år", {"keep_months": 24}),
    ],
)
def test_a_value_is_read_as_in_a_form(said: str, fields: dict[str, Any]) -> None:
    assert assignments([said], NOW) == (fields, [])


def test_an_empty_value_names_every_field_of_its_label() -> None:
    assert assignments(["Namn=", "phone= "], NOW) == ({}, ["first_name", "last_name", "phone"])


@given(st.lists(st.text(max_size=60), max_size=4))
def test_any_words_are_fields_or_a_sentence(words: list[str]) -> None:
    try:
        assignments(words, NOW)
    except SettingsError as told:
        assert str(told)


@given(st.sampled_from(["phone", "birth_year", "email", "experience", "activities", "_name"]), st.text(max_size=80))
def test_any_value_is_read_or_told(key: str, value: str) -> None:
    label = key_named("Namn" if key == "_name" else key)
    assert label
    written = understand([(key, label, value)], NOW)
    assert all(name == key for name, _ in written.problems)
