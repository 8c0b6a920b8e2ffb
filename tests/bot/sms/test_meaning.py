"""What an answer to one of our SMS means, as (said, expected); what is more than one word's worth is for a person."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from medverkan.bot.sms.meaning import Meaning, meaning_of

YES, NO, CALL, STOP, LEAVE, PROTECTED, OTHER, QUIET = (
    Meaning.YES, Meaning.NO, Meaning.CALL, Meaning.STOP, Meaning.LEAVE, Meaning.PROTECTED, Meaning.OTHER, Meaning.QUIET,
)  # fmt: skip
SAID: dict[Meaning, list[str]] = {
    YES: [
        "Ja", "JA!", "ja tack", "Ja tack gärna", "Jaa", "Jaaaaa", "Japp", "Jo", "Jodå", "ja det går bra",
        "Ja det passar bra", "Ok", "OK 👍", "👍", "Absolut, gärna!", "Visst", "Inga problem", "Ja tack /Rut",
        "Ja. Mvh Rut Lindprov", "Hej! Ja, jag kan. Hälsningar Rut", "ja!!!\n\nRut", "J",
    ],
    NO: [
        "Nej", "nej tack", "NEJ!!", "Nje", "Neej", "Nej tack kan inte", "kan inte", "Jag kan inte", "Tyvärr",
        "tyvärr kan jag inte", "Nej det går inte", "nä", "Näe", "Passar inte", "Har inte tid", "Hinner inte",
        "Jag kommer inte", "Nej, det är bra tack", "Ring inte", "Ring mig inte", "no", "vill inte",
    ],
    CALL: [
        "Ring", "RING!", "ring mig", "Ring mig gärna", "Rign", "Rnig", "rin", "Kan ni ringa?", "Vill bli uppringd",
        "Kan du ringa mig på måndag", "Nej ring mig i morgon istället", "ja ring", "ring 070-174 06 42",
        "slut på batteri, ring mig sen",
    ],
    STOP: [
        "Stopp", "STOPP", "stop", "Stpp", "Stoppp!", "STOOP", "sttopp", "spopp", "Sluta", "Slutta", "sluta!",
        "Stopp tack", "nej stopp", "Sluta skicka sms", "Sluta skicka", "Inga fler sms tack", "avregistrera",
        "Jag vill inte ha fler sms", "skicka inte fler meddelanden", "Ta bort mitt nummer", "Jag vill slippa sms",
        "Hej! Kan jag få slippa sms i fortsättningen", "kan ni sluta skicka sms till mig", "Avsluta", "stopp.",
        "STOPP! Jag orkar inte med det här längre",
    ],
    LEAVE: [
        "Ta bort mig ur registret", "Jag vill inte vara med längre", "radera mina uppgifter", "Stryk mig ur registret",
        "Stopp! Ta bort mig ur registret",
    ],
    PROTECTED: ["Jag har skyddad adress", "Ja men jag har skyddade personuppgifter", "STOPP jag har skyddad identitet"],
    OTHER: [
        "", "?", "...", "Stopp i trafiken, blir sen", "Jag kan inte sluta tänka på det", "Topp!", "Stor kram",
        "Ja men bara på förmiddagen", "Ja eller nej?", "Vem är ni?", "Vad för uppdrag?", "Jag mår dåligt",
        "Jag kommer", "Ja jag kan inte", "varför inte", "Tack", "Hej", "Nu", "Nja", "Jag", "King", "Kring kl 13",
        "Fel nummer", "hur många sms får man", "jag fick inte ert sms", "har inte fått något sms", "inte ja",
        "yes please", "نعم", "Kan du ringa mig på torsdag efter klockan tre när jag har kommit hem",
    ],
    QUIET: [
        "Automatiskt svar: jag är på semester", "Jag kör just nu och svarar senare", "Autosvar", "I'm driving",
        "ring inte idag, jag är på sjukhus och mår dåligt", "Får jag ersättning? Ring mig annars inte",
    ],
}  # fmt: skip


@pytest.mark.parametrize(("said", "meant"), [(said, meant) for meant, all_said in SAID.items() for said in all_said])
def test_what_is_said_is_what_is_meant(said: str, meant: Meaning) -> None:
    assert meaning_of(said) is meant


@pytest.mark.parametrize("meant", [YES, NO, CALL, STOP])
def test_one_slip_of_the_thumb_never_makes_a_yes_of_anything_else(meant: Meaning) -> None:
    word = {YES: "ja", NO: "nej", CALL: "ring", STOP: "stopp"}[meant]
    slips = {word[:at] + word[at + 1 :] for at in range(len(word))}
    slips |= {word[:at] + letter + word[at:] for at in range(len(word) + 1) for letter in "abdefijklmnoprstuåäö"}
    wrong = {slip: meaning_of(slip) for slip in slips}
    allowed = {meant, OTHER} | ({STOP} if meant is NO else set())
    # "Nj" and "j" are short for something; what becomes of a slip is its own word or nobody's guess.
    assert {slip: got for slip, got in wrong.items() if got not in allowed and slip not in SHORT} == {}


SHORT = {"j", "jo", "ja", "jad", "ne", "ej", "jaj", "en", "nej", "no"}


@given(st.text(max_size=3000))
def test_any_text_means_something(text: str) -> None:
    assert meaning_of(text) in Meaning


@pytest.mark.parametrize("text", ["sluta " * 500, "inte " * 700, "ja" * 2000, "nej, " * 900, " sms" * 900, "/" * 3000])
def test_long_and_odd_texts_are_read_at_once_and_are_no_yes(text: str) -> None:
    assert meaning_of(text) is not YES
