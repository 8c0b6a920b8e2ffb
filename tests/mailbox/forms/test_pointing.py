"""What only points at another box is that box's text where the two can be one, and nothing anywhere else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from medverkan.mailbox.forms.finding.entries import Entry
from medverkan.mailbox.forms.judging.judge import judge
from medverkan.mailbox.forms.values.normalise import normalised
from medverkan.mailbox.forms.values.pointing import followed
from medverkan.mailbox.values import Kind

POINTERS = [
    "Samma som ovan", "se ovan", "Se ovan.", "enligt ovan", "(samma som ovan)", "dito", "d:o", "s.o.", "samma", '-"-',
    "- ” -", "”", "''", "ovan", "Samma svar som ovan", "se föregående fråga", "idem", "Same as above",
]  # fmt: skip


def read(kind: Kind, *pairs: tuple[str, str]) -> dict[str, object]:
    return normalised([Entry(key, value) for key, value in pairs], kind, None)[0]


@pytest.mark.parametrize("pointer", POINTERS)
def test_a_purpose_that_points_up_is_the_description_and_an_experience_below_a_perspective_is_missing(
    pointer: str,
) -> None:
    fields = read(
        Kind.REQUEST,
        ("description", "Vi ser över kallelserna."),
        ("purpose", pointer),
        ("perspectives", "Patient"),
        ("experience", pointer),
    )
    assert fields["purpose"] == "Vi ser över kallelserna."
    assert "experience" not in fields
    assert "experience" in judge(Kind.REQUEST, fields, None)[0]


@pytest.mark.parametrize(
    ("key", "pointer", "read_as"),
    [
        ("experience", "Se beskrivningen", "Personer med astma provar en app."),
        ("experience", "samma som beskrivning av uppdraget", "Personer med astma provar en app."),
        ("experience", "se syfte", None),
        ("expectations", "se under ”Önskad erfarenhet”", "Astma"),
        ("purpose", "se nedan", None),
        ("place", "se ovan", None),
        ("organisation", "samma som ovan", None),
        ("reimbursement", "enligt arvode", "enligt arvode"),
        ("accessibility", "se till att ni säger till i förväg", "se till att ni säger till i förväg"),
        ("experience", "Samma som ovan men även anhöriga", "Samma som ovan men även anhöriga"),
    ],
)
def test_a_pointer_that_names_its_box_is_followed_where_the_two_can_be_one(
    key: str, pointer: str, read_as: str | None
) -> None:
    form = {"description": "Personer med astma provar en app.", "purpose": "Bättre app", "experience": "Astma"}
    pairs = [(one, text) for one, text in form.items() if one != key]
    assert read(Kind.REQUEST, *pairs, (key, pointer)).get(key) == read_as


def test_the_same_number_is_the_only_number_above() -> None:
    said = ("guardian_phone", "samma som ovan")
    assert read(Kind.REGISTRATION, ("phone", "070-174 06 21"), said)["guardian_phone"] == "+46701740621"
    assert "guardian_phone" not in read(Kind.REGISTRATION, ("first_name", "Lo"), said)


def test_no_consent_and_no_wish_is_taken_from_the_box_above() -> None:
    fields = read(
        Kind.REGISTRATION,
        ("privacy_notice_read", "Ja"),
        ("consent_matching", "Samma som ovan"),
        ("activities", "Panel, Intervju"),
        ("unwilling", '-"-'),
    )
    assert set(fields) == {"privacy_notice_read", "activities"}


@given(st.lists(st.tuples(st.sampled_from(["description", "purpose", "experience", "_other"]), st.text(max_size=80))))
def test_any_entries_can_be_followed(pairs: list[tuple[str, str]]) -> None:
    entries = [Entry(key, value) for key, value in pairs]
    assert {one.value for one in followed(entries, Kind.REQUEST)} <= {one.value for one in entries}
