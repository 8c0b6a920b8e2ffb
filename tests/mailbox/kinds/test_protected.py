"""A protected identity is heard in the ways people tell of it, and not where they say no or speak of their work."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from medverkan.mailbox.kinds.protected import may_be_protected


@pytest.mark.parametrize(
    "words",
    [
        "Jag har skyddade personuppgifter, så ring helst min syster.",
        "Obs! Skyddad adress.",
        "Skyddade personuppgifter: Ja",
        "Har du skyddade personuppgifter? Ja, sedan 2021.",
        "jag är sekretessmarkerad hos skatteverket",
        "Mina uppgifter är sekretess-\nmarkerade",
        "Vi har skyddad folkbokföring.",
        "Jag lever med skyddad identitet sedan två år.",
        "Jag är kvarskriven i Nybro men bor på annan ort.",
        "Lever gömd, min adress får inte komma ut.",
        "Min adress är hemlig. Hemlig adress alltså, skriv inte ut den.",
        "Jag har fingerade personuppgifter.",
        "I have a protected identity.",
        "Just nu bor jag på ett skyddat boende.",
        "Spärrmarkering i folkbokföringen",
    ],
)
def test_a_protected_identity_is_heard(words: str) -> None:
    assert may_be_protected(words)


@pytest.mark.parametrize(
    "words",
    [
        "Jag har inga skyddade personuppgifter.",
        "Jag har inte skyddad identitet längre.",
        "Skyddade personuppgifter: Nej",
        "Skyddade personuppgifter: -",
        "Har du skyddade personuppgifter? Nej",
        "Skyddade personuppgifter (ja/nej): nej",
        "Skyddad identitet: [ ]",
        "Skyddade personuppgifter:\nTelefon: 070-174 06 05",
        "Jag har arbetat som handläggare med skyddad identitet.",
        "Jag jobbar på ett skyddat boende.",
        "Mina personuppgifter får användas.",
        "Jag skyddar mig mot solen.",
        "Boende: hemma",
        "",
    ],
)
def test_a_no_an_empty_line_and_a_trade_are_no_hint(words: str) -> None:
    assert not may_be_protected(words)


@given(st.text(max_size=2000))
def test_nothing_raises(text: str) -> None:
    may_be_protected(text)
