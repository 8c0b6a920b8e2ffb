"""What is looked for in a text's bytes: whatever the patterns find has it, and texts of others are passed over."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from medverkan.bot.rights.traces import traces_of

KARL = {"first_name": "Karl-Ivar", "last_name": "Åsöberg", "phone": "+46701740644", "email": "k.a@post.example",
        "guardian_name": "Siv Åsö", "postal_address": "Björkvägen 4, Byn"}  # fmt: skip
SHORT = {"first_name": "Åå", "last_name": "Öö"}


@pytest.mark.parametrize(
    "text",
    [
        "karl-ivar ÅSÖBERG", "KARL-IVAR A\u030aSO\u0308BERG", "Åsöberg, Karl-Ivar",
        "0701\u00a074 06 44", "+46 (70) 174.06-44",
        "K.A@POST.EXAMPLE", "bjÖrkvägen 4, byn", "\u212aarl-Ivar Åsöberg",
        "Karl-\u0130var Åsöberg", "Karl-Ivar Å\u017föberg",
        "070\u001f1740644", "Karl-Ivar\u0009Åsöberg",
    ],
)  # fmt: skip
def test_what_the_patterns_find_is_never_passed_over(text: str) -> None:
    traces = traces_of([KARL], [])
    assert traces.are_in(text)
    assert traces.may_be_in(text.encode())
    assert traces.may_be_in(json.dumps({"text": text}, ensure_ascii=False).encode())
    assert traces.may_be_in(json.dumps({"text": text}).encode())


@given(
    st.text(
        st.sampled_from("kKarliIvVsSåÅöÖbBeErRgG \n\t-,07014643.+()\u030a\u0308\u017f\u0130\u0131\u212a"), max_size=60
    ),
    st.booleans(),
    st.sampled_from([KARL, SHORT]),
)
def test_nor_in_any_text(text: str, own_case: bool, who: dict[str, str]) -> None:
    traces = traces_of([who], [])
    if traces.are_in(text, own_case=own_case):
        assert traces.may_be_in(json.dumps(text, ensure_ascii=False).encode(), own_case=own_case)


@pytest.mark.parametrize("text", ["", "Siri Ek, 070-174 06 45", "Karl Ivar ringer", "k.b@post.example", "Björk 4"])
def test_texts_of_others_are_passed_over_unread(text: str) -> None:
    assert not traces_of([KARL], []).may_be_in(text.encode())


def test_a_first_name_alone_is_looked_for_in_a_persons_own_cases() -> None:
    traces = traces_of([KARL], [])
    assert traces.may_be_in(b"Karl-Ivar ja", own_case=True)
    assert not traces.may_be_in(b"Siri ja", own_case=True)


def test_a_name_without_a_plain_letter_is_looked_for_everywhere() -> None:
    assert traces_of([SHORT], []).may_be_in(b"anything")
