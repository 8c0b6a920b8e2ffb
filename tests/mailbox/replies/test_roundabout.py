"""Ways round about in which a lead chooses, refuses or asks, each with what must not be read the same way."""

import pytest

from medverkan.mailbox.replies.decide import decide
from medverkan.mailbox.values import Action, Candidate, Outcome, Stage

FIVE = tuple(
    Candidate(number, name)
    for number, name in enumerate(
        ("Hillevi Nordin", "Mustafa Rawi", "Per-Ola Ting", "Jessica Wahl", "Gunvor Ask"), start=1
    )
)
YES, NO, SILENT = Outcome.ACCEPTED, Outcome.DECLINED, Outcome.NO_ANSWER


@pytest.mark.parametrize(
    ("words", "picks"),
    [
        ("Ulrika ville ha ettan och fyran och det håller jag med om.", (1, 4)),
        ("Chefen föreslog Gunvor, vilket jag håller med om.", (5,)),
        ("Håller med Ulrika här nedan: Hillevi och Gunvor ska det vara.", (1, 5)),
        ("Efter genomgång tillstyrks förslag nr 2 och nr 4.", (2, 4)),
        ("Efter samråd har vi stannat för 1 och 2. Övriga står gärna kvar till ett annat tillfälle.", (1, 2)),
        ("Hillevi och Mustafa. Resten är säkert också bra men de behöver bara två.", (1, 2)),
        ("Ja till 2 och 5.\n\nPs. Nu såg jag att Gunvor är svärmor till chefen. Stryk henne och ta Jessica i stället.",
         (2, 4)),
        ("Glöm det jag skrev om Mustafa, han är i Spanien hela mars. Ta Jessica istället.", (4,)),
        ("Så det får bli Gunvor. Och så Per-Ola i Tanum, han med rösten.", (3, 5)),
        ("Hillevi och Gunvor passar, Mustafa passar jag på.", (1, 5)),
        ("Gunvor. Hillevi hade jag gärna haft med också men hon går på Komvux dagtid.", (5,)),
        ("Jag har strukit alla utom Mustafa och Jessica.", (2, 4)),
        ("Det är väl bara att köra på Jessica, hon är så klok.", (4,)),
        ("Jag kan inte välja, de är bra allihop. Skicka frågan till alla fem så får vi se.", (1, 2, 3, 4, 5)),
        ("OK med 2 och 3.\n\nPS kortläsaren på plan 4 funkar ej, vem felanmäler?", (2, 3)),
        ("Hej det är Robin jag sitter i bilen vi tar Jessica punkt", (4,)),
    ],
)  # fmt: skip
def test_who_is_chosen_round_about_is_chosen(words: str, picks: tuple[int, ...]) -> None:
    decision = decide(words, FIVE, Stage.PROPOSAL)
    assert (decision.action, decision.picks) == (Action.APPROVE, picks)


@pytest.mark.parametrize(
    "words",
    [
        "Ulrika ville ha ettan eller fyran och det håller jag med om.",
        "Hillevi och Mustafa. Resten är säkert också bra.",
        "OK med 2 och 3.\n\nPS är hon verkligen frisk nu?",
        "Hej, det är Gunvor. Vi tar Jessica.",
        "Gunvor tar vi, jag minns inte vilken av dem det var.",
        "Så det får bli Hillevi. Och så Gunvor, han med rösten.",
        "Mustafa passar jag på att hälsa till.",
    ],
)
def test_what_only_sounds_so_is_asked(words: str) -> None:
    assert decide(words, FIVE, Stage.PROPOSAL).action is Action.UNCLEAR


@pytest.mark.parametrize(
    ("words", "action"),
    [
        ("Ingen av de fem tyvärr. Finns ingen norrifrån?", Action.MORE),
        ("Underlaget är tunt. Jag emotser ytterligare två eller tre namn.", Action.MORE),
        ("Får man ha med sig ledsagare? Kolla m. HC, sen väljer jag.", Action.ASK),
        ("Innan jag bestämmer mig: har de hörslinga i rummet? Hör med boendestödet tack", Action.ASK),
        ("Stopp och belägg. De ska tänka om. Lägg det åt sidan tills de hör av sig.", Action.PAUSE),
    ],
)
def test_what_is_asked_for_is_asked_for(words: str, action: Action) -> None:
    assert decide(words, FIVE, Stage.PROPOSAL).action is action


@pytest.mark.parametrize(
    ("words", "outcomes"),
    [
        ("Hillevi önskar medverka och uppgifterna får lämnas ut.", {1: YES}),
        ("Gunvor har jag sökt både hem och på mobilen, helt dött.", {5: SILENT}),
        ("Alla utom Mustafa sa ja. Han har fullt upp fram till sommaren.", {1: YES, 2: NO, 3: YES, 4: YES, 5: YES}),
        (
            "Hillevi tackade nej.\nRättelse innan jag skickar: Hillevi ringde nyss, hon ställer upp i alla fall!",
            {1: YES},
        ),
        ("Ringde alla fem och ingen av dem kunde. Krockar med en resa till Öland.", dict.fromkeys(range(1, 6), NO)),
    ],
)
def test_calls_told_round_about_are_recorded(words: str, outcomes: dict[int, Outcome]) -> None:
    assert decide(words, FIVE, Stage.CALLS).outcomes == outcomes


@pytest.mark.parametrize(
    "words",
    [
        "Gunvor ställer alltid upp.",
        "Gunvor har inte tid att läsa brevet.",
        "Gunvor hör av sig när hon behöver något.",
        "Gunvor ville inte säga nej.",
        "Gunvor kunde inte säga nej.",
        "Gunvor har svårt att säga nej.",
        "Gunvor nästan ja",
        "Gunvor ett svagt ja",
        "Gunvor svarar nej på allt",
        "Gunvor reser till Thailand i tre veckor",
        "Gunvor önskar att hon kunde",
        "Gunvor kan inte torsdagar",
        "Gunvor lät positiv men svarade inte riktigt",
        "Gunvor är fel person",
        "Ingen har svarat ja",
    ],
)
def test_what_is_no_answer_yet_is_not_recorded(words: str) -> None:
    assert decide(words, FIVE, Stage.CALLS).action is Action.UNCLEAR


@pytest.mark.parametrize(
    "words",
    [
        *(
            "Gunvor är bra men för dyr",
            "Gunvor...",
            "Gunvor (?)",
            "Gunvor > Jessica",
            "Nr 1 är Gunvor",
            "Boka av Gunvor",
        ),
        *("Gunvor är nr 1", "Gunvor, inte Jessica, Hillevi", "Jag avstår från att välja", "Det kan bli Gunvor"),
    ],
)
def test_praise_with_a_drawback_a_rank_and_a_name_that_trails_off_choose_nobody(words: str) -> None:
    assert decide(words, FIVE, Stage.PROPOSAL).action is Action.UNCLEAR


@pytest.mark.parametrize("words", ["Gunvor utan Jessica", "Gunvor: +, Jessica: -", "Gunvor, inte Jessica"])
def test_without_somebody_and_minus_refuse(words: str) -> None:
    decision = decide(words, FIVE, Stage.PROPOSAL)
    assert (decision.picks, decision.rejects) == ((5,), (4,))
