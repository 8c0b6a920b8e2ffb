"""Whose age is asked for, how old an experience may be, and which relative is meant."""

import pytest

from medverkan.matching.values import Need
from medverkan.matching.vocabulary import load
from medverkan.matching.wish import Wish, understand

OWN, RELATED, BOTH = ("patient",), ("närstående",), ("patient", "närstående")


def wish(experience: str, perspectives: tuple[str, ...] = OWN, **more: object) -> Wish:
    return understand(Need(experience=experience, perspectives=perspectives, **more), load())  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "perspectives", "everybody", "own"),
    [
        ("Person över 65 år som skrivits ut hem, eller närstående till en sådan person.", BOTH, None, (65, 120)),
        ("Personer över 80 år med hemtjänst eller anhöriga till dem.", BOTH, None, (80, 120)),
        ("Unga mellan 15 och 30 år som vuxit upp med en sjuk förälder.", RELATED, (15, 30), None),
        ("Ungdomar 13–17 år som är syskon till någon med autism.", RELATED, (13, 17), None),
        ("Föräldrar till barn 6–15 år med ADHD.", RELATED, None, None),
        ("Förälder till ett barn under 18 år som avlidit.", RELATED, None, None),
        ("Anhörig till person över 65 år med demens.", RELATED, None, None),
        ("Närstående till någon som är äldre än 80 år.", RELATED, None, None),
        ("Vårdnadshavare vars barn är mellan 13 och 17 år.", RELATED, None, None),
        ("Personer mellan 18 och 30 år med egen erfarenhet eller som närstående.", BOTH, (18, 30), None),
        ("Unga 16–25 år med egen erfarenhet av BUP.", OWN, (16, 25), None),
        ("Personer 70 år eller äldre som fallit hemma.", OWN, (70, 120), None),
        ("Föräldrar under 30 år som deltagit i föräldragrupp.", RELATED, (0, 30), None),
        ("Föräldrar yngre än 25 år.", RELATED, (0, 25), None),
        ("Har haft ett barn inskrivet på neonatal, barnet ska i dag vara mellan 13 och 15 år.", RELATED, None, None),
        ("Placerad före 18 års ålder.", OWN, None, None),
        ("Insjuknat före 65 år.", OWN, None, None),
        ("Fått diagnosen efter fyllda 65 år.", OWN, None, None),
    ],
)  # fmt: skip
def test_ages_are_asked_of_those_they_are_said_of(
    text: str, perspectives: tuple[str, ...], everybody: tuple[int, int] | None, own: tuple[int, int] | None
) -> None:
    read = wish(text, perspectives)
    assert (read.ages, read.own_ages) == (everybody, own)


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("Händelsen bör ligga inom de tre senaste åren.", 3),
        ("Under de senaste två åren.", 2),
        ("De två till tre senaste åren.", 3),
        ("Högst fem år tillbaka i tiden.", 5),
        ("Ska ha skett inom de senaste 12 månaderna.", 1),
        ("De senaste 18 månaderna.", 2),
        ("Inte äldre än tre år.", 3),
        ("Under det senaste året.", 1),
        ("Max 10 år sedan.", 10),
        ("För minst ett år sedan.", None),
        ("Haft diabetes i minst fem år.", None),
        ("Oavsett hur länge sedan.", None),
    ],
)
def test_how_recent_an_experience_must_be_is_read(text: str, years: int | None) -> None:
    assert wish(text).within_years == years


@pytest.mark.parametrize(
    ("text", "kin"),
    [
        ("Förälder till ett barn som vårdats palliativt.", {"child"}),
        ("Vårdnadshavare till barn med epilepsi.", {"child"}),
        ("Föräldrar som har ett barn med diabetes.", {"child"}),
        ("Har beslut om korttidsvistelse för sitt barn.", {"child"}),
        ("Mammor och pappor till prematurfödda barn.", {"child"}),
        ("Make, maka eller sambo till person med Parkinson.", {"partner"}),
        ("Efterlevande partner.", {"partner"}),
        ("Vuxna barn till personer med demens.", {"parent"}),
        ("Vuxit upp med en förälder med missbruk.", {"parent"}),
        ("Unga vars mamma eller pappa haft cancer.", {"parent"}),
        ("Syskon till barn med funktionsnedsättning.", {"sibling"}),
        ("Föräldrar eller syskon till person med schizofreni.", {"child", "sibling"}),
        ("Närstående till person med demens.", set()),
        ("Anhöriga, till exempel make, maka eller vuxna barn.", set()),
        ("Närstående (partner, förälder, syskon, vän).", set()),
        ("Make, maka, vuxet barn eller annan som står nära en person med afasi.", set()),
        ("Partner eller vuxet barn till någon som fått stroke.", {"partner", "parent"}),
    ],
)
def test_the_relation_asked_for_is_read(text: str, kin: set[str]) -> None:
    assert wish(text, RELATED).kin == kin


@pytest.mark.parametrize(
    ("perspectives", "stated", "text", "strict"),
    [
        (OWN, "Patient", "Egen erfarenhet av psykos. Närstående har en egen referensgrupp.", True),
        (OWN, "Patient", "Har haft stroke. Vi vänder oss inte till närstående den här gången.", True),
        (OWN, "Patient (inte närstående)", "Stroke", True),
        (OWN, "Patient", "Den som själv har fått behandlingen; anhöriga intervjuas senare.", True),
        (OWN, "Patient", "Egen erfarenhet av KOL.", False),
        (OWN, "Patient", "KOL. Även anhöriga är välkomna att anmäla intresse.", False),
        (OWN, "Brukare, endast egen erfarenhet", "Boendestöd", True),
        (OWN, "Patient", "Endast personer med egen erfarenhet av ECT.", True),
        (OWN, "Patient", "Det är patientens egen röst vi behöver, inte förälderns.", True),
        (OWN, "Patient", "Patienter som opererats. Det är viktigt att man själv har gått igenom operationen.", True),
        (OWN, "Patient", "Du har egen erfarenhet av depression och mår nu bra.", False),
        (OWN, "Patient", "Bara vardagar. Epilepsi.", False),
        (OWN, "Patient", "Personer som enbart haft digitala besök.", False),
        (OWN, "Patient", "Endast personer bosatta i Kalmar. MS.", False),
        (
            RELATED,
            "Närstående",
            "Föräldrar till barn med autism, personer med egen diagnos deltar i en annan grupp.",
            True,
        ),
        (RELATED, "Anhörig", "Anhöriga till personer med demens. Patienterna själva tillfrågas separat.", True),
        (RELATED, "Närstående", "Anhörig till någon med missbruk.", False),
        (RELATED, "Närstående, enbart föräldrar", "ADHD", True),
        (RELATED, "Närstående", "Du är anhörig. Egen erfarenhet av vård är inget krav.", False),
        (RELATED, "Närstående", "Vi söker närstående, inte patienter.", True),
    ],
)
def test_a_perspective_is_insisted_on_only_in_plain_words(
    perspectives: tuple[str, ...], stated: str, text: str, strict: bool
) -> None:
    assert wish(text, perspectives, perspectives_text=stated).insisted is strict


@pytest.mark.parametrize(
    ("text", "needed", "excluded"),
    [
        ("Anhöriga till någon med autism, de med egen ADHD deltar i en annan grupp.", "autism", "ADHD"),
        ("Personer med KOL, astma omfattas inte.", "KOL", "astma"),
        ("Haft stroke, de med enbart migrän intervjuas senare.", "stroke och TIA", "migrän och huvudvärk"),
    ],
)
def test_only_the_clause_that_shuts_out_shuts_out(text: str, needed: str, excluded: str) -> None:
    read = wish(text)
    assert needed in read.core
    assert excluded in read.excluded
