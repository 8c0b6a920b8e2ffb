"""The field of experience: what makes no difference, what others look after, and what only goes with the wish."""

from datetime import date

import pytest

from medverkan.matching.rank import rank
from medverkan.matching.values import Need, Profile
from medverkan.matching.vocabulary import load
from medverkan.matching.wish import Wish, understand

TODAY = date(2026, 11, 22)


def wish(text: str, perspectives: tuple[str, ...] = ("patient",)) -> Wish:
    return understand(Need(experience=text, perspectives=perspectives), load())


@pytest.mark.parametrize(
    ("text", "core", "idle"),
    [
        (
            "Har färdtjänst, oavsett skäl (ålder, synnedsättning, MS).",
            "färdtjänst och sjukresor", {"synnedsättning", "MS"},
        ),
        ("Lever med stomi oavsett orsak (cancer, Crohns sjukdom, skada).", "stomi", {"cancer"}),
        (
            "Har god man, oavsett bakgrund (demens, psykisk ohälsa, stroke).",
            "god man och förvaltare", {"stroke och TIA"},
        ),
        ("Personer i rullstol oberoende av diagnos (CP, MS, ryggmärgsskada).", "rörelsenedsättning", {"MS"}),
        (
            "Har ekonomiskt bistånd, oavsett anledning (arbetslöshet, sjukskrivning).",
            "ekonomiskt bistånd", {"sjukskrivning"},
        ),
        (
            "Använder andningsmaskin hemma, oavsett sjukdom (ALS, KOL, sömnapné).",
            "andningshjälp i hemmet", {"ALS", "KOL"},
        ),
    ],
)  # fmt: skip
def test_what_is_named_after_no_matter_why_is_not_asked_for(text: str, core: str, idle: set[str]) -> None:
    read = wish(text)
    assert read.concepts[core] >= 0.8
    assert all(read.concepts.get(concept, 0.0) <= 0.4 for concept in idle), read.concepts


@pytest.mark.parametrize(
    ("text", "idle"),
    [
        ("Lever med stomi. Orsaken (cancer, Crohns sjukdom, skada) är oviktig.", "cancer"),
        ("Har boendestöd. Diagnosen, till exempel autism eller ADHD, spelar ingen roll.", "ADHD"),
        ("Har färdtjänst. Om det beror på synnedsättning eller artros saknar betydelse.", "artros"),
        ("Har god man. Bakgrunden (demens, stroke) är inte avgörande.", "stroke och TIA"),
    ],
)
def test_a_cause_said_not_to_matter_is_not_asked_for(text: str, idle: str) -> None:
    assert wish(text).concepts.get(idle, 0.0) <= 0.4


@pytest.mark.parametrize(
    ("text", "without"),
    [
        ("Bor hemma med hemsjukvård utan att ha hemtjänst.", "hemtjänst"),
        ("Vuxen med autism utan intellektuell funktionsnedsättning.", "intellektuell funktionsnedsättning"),
        ("Har haft hjärtinfarkt utan känd diabetes typ 2.", "diabetes typ 2"),
        ("Lever med typ 1-diabetes utan egen erfarenhet av insulinpump eller celiaki.", "celiaki"),
    ],
)
def test_what_one_should_be_without_is_shut_out(text: str, without: str) -> None:
    assert without in wish(text).excluded


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("Inte bara depression utan även ångest.", "ångestsyndrom"),
        ("Inte egen cancer utan erfarenhet av palliativ vård.", "palliativ vård"),
        ("Saknar e-legitimation eller är utan BankID.", "digitalt utanförskap"),
    ],
)
def test_without_is_not_always_a_denial(text: str, asked: str) -> None:
    assert wish(text).concepts.get(asked, 0.0) >= 0.5


def test_the_age_of_a_relative_is_not_that_of_who_is_asked() -> None:
    read = wish("Anhörig som hjälper en närstående över 65 år hemma.", ("närstående",))
    assert read.ages is None
    assert read.concepts["anhörigvårdare"] >= 0.8


@pytest.mark.parametrize(
    "text",
    [
        "Använder trygghetslarm i hemmet eller är anhörig till någon som gör det.",
        "Har epilepsi eller är förälder till barn med epilepsi.",
        "Patienter med Parkinson och anhöriga till någon med Parkinson.",
        "Själv haft cancer eller varit närstående till någon med cancer.",
    ],
)
def test_who_stands_before_the_relative_is_asked_for_too(text: str) -> None:
    assert not wish(text, ("patient", "närstående")).as_relatives


def test_what_follows_no_matter_which_may_still_be_asked_for() -> None:
    assert wish("Cancer oavsett form, med erfarenhet av palliativ vård.").concepts["palliativ vård"] >= 0.5


@pytest.mark.parametrize(
    ("text", "out"),
    [
        ("Långvarig smärta. Migrän hanteras i ett annat arbete.", "migrän och huvudvärk"),
        ("Hörselnedsättning. Tinnitus tas upp i en annan grupp.", "tinnitus och öronsjukdom"),
        ("Diabetes typ 2. Diabetes typ 1 följs i ett eget spår.", "diabetes typ 1"),
        ("Alkoholberoende. Spelberoende ligger i ett annat projekt.", "spelberoende"),
        ("Depression. Bipolär sjukdom behandlas i andra arbeten.", "bipolär sjukdom"),
        ("Gruppbostad. Personlig assistans utreds för sig.", "personlig assistans"),
        ("Hjärtsvikt. Hjärtstopp hör till en annan studie.", "hjärtstopp"),
        ("Autism. ADHD ses över i särskild ordning.", "ADHD"),
    ],
)
def test_what_another_work_looks_after_is_shut_out(text: str, out: str) -> None:
    assert out in wish(text).excluded


@pytest.mark.parametrize(
    ("text", "core", "care"),
    [
        ("Genomgången behandling för cancer i halsen, med strålning.", "huvud-halscancer", "cancerbehandling"),
        ("Har fått cytostatika vid lungcancer.", "lungcancer", "cancerbehandling"),
        ("Bröstcancer, har deltagit i cancerrehabilitering.", "bröstcancer", "cancerrehabilitering"),
    ],
)
def test_the_treatment_of_a_named_illness_goes_with_it(text: str, core: str, care: str) -> None:
    read = wish(text)
    assert care in read.qualifiers
    assert core not in read.qualifiers


def person(number: int, text: str, *perspectives: str, born: int = 1975) -> Profile:
    return Profile(
        id=f"M-{number:04}",
        experience=text,
        perspectives=perspectives,
        consent_matching=True,
        introduced=True,
        birth_year=born,
    )


@pytest.mark.parametrize(
    ("text", "relative", "own"),
    [
        ("Är eller har varit syskon till någon med autism.", "Min bror har autism.", "Jag har autism."),
        ("Förälder till barn med epilepsi.", "Vår dotter har epilepsi sedan hon var två.", "Jag har epilepsi."),
        ("Vuxna barn till personer med demens.", "Mamma har alzheimer.", "Jag har fått alzheimer."),
        ("Har en närstående med ätstörning.", "Min dotter har anorexi.", "Jag har haft anorexi i tio år."),
        ("Make, maka eller sambo till någon med Parkinson.", "Min man har Parkinson.", "Jag har Parkinson."),
        ("Anhörig till person med alkoholberoende.", "Min sambo är alkoholist.", "Jag är nykter alkoholist."),
    ],
)
def test_who_is_asked_for_as_a_relative_comes_before_who_is_ill(text: str, relative: str, own: str) -> None:
    need = Need(experience=text, perspectives=("patient", "närstående"), activity="Fokusgrupp")
    people = [person(1, own, "patient"), person(2, relative, "närstående")]
    matches = rank(need, people, today=TODAY).matches
    assert matches[0].member == "M-0002"
    assert all(m.score < 0.5 for m in matches[1:]), matches


def test_who_has_it_and_their_relatives_may_both_be_asked_for() -> None:
    need = Need(
        experience="Person med autism eller förälder till barn med autism.", perspectives=("patient", "närstående")
    )
    people = [person(1, "Jag har autism.", "patient"), person(2, "Min son har autism.", "närstående")]
    assert all(m.score > 0.6 for m in rank(need, people, today=TODAY).matches)
