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
