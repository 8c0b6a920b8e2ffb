"""Made-up registers of any size: texts put together from the vocabulary's own terms and from the words around them.

Half of the words of an experience are of no concept, as in life; concepts are as uneven as in a register (a few are
common, most are rare). The same seed and size give the same register.
"""

import random
from collections.abc import Iterator
from datetime import date, timedelta

from medverkan.matching.activities import kinds
from medverkan.matching.places import municipality_of
from medverkan.matching.values import Need, Profile
from medverkan.matching.vocabulary import RESOURCES, _rows, _terms

TODAY = date(2027, 1, 18)
TOWNS = tuple(row["namn"] for row in _rows(RESOURCES / "municipalities.csv"))
TOLD = (
    "Jag har {0} sedan {year} och har träffat många olika i vården.",
    "Fick {0} för {n} år sedan, det tog lång tid innan någon förstod.",
    "Min {whom} har {0} och jag följer med på det mesta.",
    "Har mött {0} både på sjukhuset och hemma i {town}.",
    "Lever med {0}. Det har varit upp och ner men fungerar nu.",
    "{0} hade jag i {n} år, numera är det bättre.",
    "Jag har inte {0} själv men min {whom} har det.",
    "Vi har haft {0} i familjen i {n} år och vet vad det kräver.",
)
ASIDE = (
    "Jag jobbade på verkstad i {n} år.", "Tycker om att prata med folk och att vara ute.", "Bor ensam med två katter.",
    "Jag vill att det ska bli bättre för andra.", "Har barnbarn i {town}.", "Sjunger i kör och går på bingo.",
    "Läser gärna igenom texter och säger vad jag tycker.", "Är van att tala inför andra sedan föreningslivet.",
)  # fmt: skip
WHOM = ("man", "fru", "son", "dotter", "mamma", "pappa", "bror", "syster")
WHEN = (
    "",
    "",
    "dagtid",
    "kvällar",
    "tisdagar och torsdagar",
    "förmiddagar, ej måndagar",
    "när som helst",
    "efter kl 16",
)
TRAVEL = ("", "", "hela länet", "inom kommunen", "5 mil", "kan inte resa", "Kalmar och Nybro", "bara digitalt")
REFUSED = ("", "", "", "", "", "tala inför grupp", "fokusgrupp", "ringa i telefon", "läsa långa texter", "inget")


def _terms_by_concept() -> list[list[str]]:
    rows = _rows(RESOURCES / "vocabulary.csv")
    return [[row["concept"], *_terms(row["synonyms"])] for row in rows]


def profiles(size: int, seed: int = 7) -> Iterator[Profile]:
    """Yield `size` members."""
    chance = random.Random(seed)  # noqa: S311
    concepts = _terms_by_concept()
    weights = [1 / (place + 8) for place in range(len(concepts))]
    chance.shuffle(concepts)
    acts = tuple(kinds())
    for number in range(size):
        terms = [chance.choice(c) for c in chance.choices(concepts, weights, k=chance.choice((1, 1, 2, 2, 3, 4)))]
        blanks = {"year": chance.randint(1990, 2025), "n": chance.randint(2, 30), "whom": chance.choice(WHOM)}
        town = chance.choice(TOWNS)
        told = [chance.choice(TOLD).format(term, town=town, **blanks) for term in terms]
        told.insert(chance.randrange(len(told) + 1), chance.choice(ASIDE).format(town=town, **blanks))
        yield Profile(
            id=f"M-{number:07d}",
            perspectives=chance.choice((("patient",), ("brukare",), ("närstående",), ("patient", "närstående"))),
            experience=" ".join(told),
            care_met=", ".join(chance.choice(c) for c in chance.choices(concepts, weights, k=chance.choice((0, 1, 2)))),
            experience_years=f"{blanks['year']}–" if chance.random() < 0.6 else "",
            activities=tuple(chance.sample(acts, chance.choice((0, 1, 2, 4)))),
            unwilling=chance.choice(REFUSED),
            availability=chance.choice(WHEN),
            travel=chance.choice(TRAVEL),
            municipality=town,
            birth_year=chance.randint(1935, 2011),
            gender=chance.choice(("kvinna", "man", "")),
            max_per_half_year=chance.choice((None, None, 2, 4)),
            consent_matching=chance.random() < 0.95,
            restricted=chance.random() < 0.03,
            introduced=True,
            busy=frozenset({TODAY + timedelta(days=chance.randrange(60))}) if chance.random() < 0.02 else frozenset(),
            asked=(TODAY - timedelta(days=chance.randrange(400)),) if chance.random() < 0.1 else (),
            took_part=(TODAY - timedelta(days=chance.randrange(400)),) if chance.random() < 0.05 else (),
        )


def needs(count: int, seed: int = 11) -> list[Need]:
    """Return requests, each for one concept and its circumstances."""
    chance = random.Random(seed)  # noqa: S311
    concepts = _terms_by_concept()
    found = []
    for _ in range(count):
        terms, town = chance.choice(concepts), chance.choice(TOWNS)
        found.append(
            Need(
                unit=f"Enheten i {town}",
                title="Dialog om vården",
                activity=chance.choice(("Fokusgrupp", "Intervju", "Föreläsning", "Granska broschyr", "Workshop")),
                description="Vi vill förstå hur det är att möta oss och vad som kan bli bättre.",
                experience=f"Egen erfarenhet av {chance.choice(terms)}, gärna de senaste åren.",
                perspectives=chance.choice((("patient",), ("brukare", "patient"), ("närstående",))),
                people_wanted=chance.choice((1, 2, 3, 6)),
                date_start=TODAY + timedelta(days=chance.randrange(14, 60)),
                time_start="13:00",
                time_end="15:00",
                place=municipality_of(town),
                format="onsite",
            )
        )
    return found
