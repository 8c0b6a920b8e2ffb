"""Whether somebody asks for a right over what is registered about them, in many words, and when nobody does."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from medverkan.mailbox.kinds.rights import Right, right_asked_for

ASKED = {
    Right.ACCESS: [
        "Jag vill veta vad ni har för uppgifter om mig.",
        "Vilka uppgifter har ni sparat om mig?",
        "Jag begär ett registerutdrag.",
        "Kan jag få ett utdrag på allt som står om mig i ert register?",
        "Jag undrar vad som finns registrerat om mig hos er.",
        "Skicka mig allt ni har om mig.",
        "Vad vet ni om mig egentligen?",
        "Vad har ni antecknat om min dotter?",
        "Jag vill ta del av mina personuppgifter som ni behandlar.",
        "Enligt artikel 15 har jag rätt att få en kopia.",
        "Hej!\nKan ni berätta vad som står om mig hos er?\nMvh Pia",
        "Jag skulle vilja få en kopia på mina uppgifter.",
    ],
    Right.RECTIFY: [
        "Min adress är fel i ert register.",
        "Kan ni ändra mitt telefonnummer till 070-174 06 88?",
        "Jag har bytt efternamn till Ljung.",
        "Jag har fått ny mejladress.",
        "Jag har flyttat till Nybro.",
        "Mitt födelseår stämmer inte.",
        "Uppdatera gärna min e-post.",
        "Ny mobil: 070-174 06 55",
        "Nytt nummer 070-174 06 55 /Asta",
        "Byt gärna min mejl till asta@ny.example",
        "Mitt telefonnummer har ändrats",
        "Jag heter numera Lund i efternamn",
    ],
    Right.RESTRICT: [
        "Kan ni begränsa behandlingen av mina uppgifter tills vidare?",
        "Jag vill att användningen av mina uppgifter begränsas.",
    ],
}
NOTHING = [
    "Vi vill veta mer om Intressebanken. Vilka uppgifter har ni om deltagarna?",
    "Tack för senast, det var roligt att få vara med.",
    "Jag vill veta när mötet börjar.",
    "Kan ni berätta mer om uppdraget?",
    "Vi har begränsad budget för behandling av KOL.",
    "Vi söker någon som kan berätta om sin behandling.",
    "Har ni information om mötet?",
    "Vi behöver ändra tiden för fokusgruppen.",
    "Jag har en fråga om parkering.",
    "Ring mig när ni vet mer om mötet.",
    "Ny tid: 14.00",
    "Nytt nummer av tidningen kommer den 3 maj",
    "Mötet har ändrats",
    "",
]


@pytest.mark.parametrize(("right", "said"), [(right, said) for right, every in ASKED.items() for said in every])
def test_a_right_is_heard_however_it_is_asked_for(right: Right, said: str) -> None:
    assert right_asked_for(f"Hej\n\n{said}\n\nMed vänlig hälsning") is right


@pytest.mark.parametrize("said", NOTHING)
def test_nothing_is_heard_where_nothing_is_asked_for(said: str) -> None:
    assert right_asked_for(said) is None


@given(st.text())
def test_whatever_is_said_it_never_raises(said: str) -> None:
    right_asked_for(said)
