"""Every way of choosing that is listed picks whoever stands in it, in every frame, and no spoiler lets it through.

The rows are made of ways_of_choosing.txt and words_of_choosing.txt, so that a new line there is tried by itself.
"""

import re
from itertools import cycle
from pathlib import Path

import pytest

from medverkan.mailbox.replies import choosing
from medverkan.mailbox.replies.decide import decide
from medverkan.mailbox.values import Action, Candidate, Decision, Stage

PEOPLE = [
    Candidate(number, name)
    for number, name in enumerate(
        ("Vanja Hedman", "Tariq Aziz", "Gunnel Stråhle", "Isidor Kvarn", "Rania Saleh", "Bertil Månsson"), start=1
    )
]
WHO = {"Vanja": (1,), "Gunnel och Isidor": (3, 4), "nr 2": (2,), "Rania, Vanja och Tariq": (1, 2, 5)}
# "…" is the way with its people.
FRAMES = """
….
Hej! …. Hälsningar Majken
Det var många fina namn den här gången. …
Jag har funderat hela helgen och nu vet jag. …. Ha det gott!
Bertil hade fel kunskaper för detta, han har bara varit patient på ortopeden. …
Enheten söker någon som vågar säga ifrån. … Trevlig helg!
"""
SPOILT = """
Kanske: …
…, eller?
… om det går att lösa resan.
Chefen säger: …
… Fast jag vet inte.
… Nej vänta, jag måste fundera.
I det andra ärendet: …
… Jag återkommer med slutgiltigt besked.
… Men bara digitalt.
… Du får avgöra.
… Och så någon till.
"""
VERBS = {"<pick>": "väljer", "<take>": "boka", "<choose>": "kontakta", "<drop>": "stryk", "<landing>": "landar jag i"}
# What is no sentence of its own, or wants more before it.
FRAGMENTS = frozenset(
    (
        "har <we> då/så/alltså <who>",
        "<who> som gäller",
        "är det <who>",
        "bara/bra att <choose> <who>",
        "den/de/dom som ska/får/bör <choose>/med/vidare/frågan/ha/vara/delta (med/vidare/frågan) är/blir <who>",
        "är/blir det/valet/svaret/beslutet/resultatet/mitt/vårt (val/svar/beslut) <who>",
    )
)


def words(line: str) -> str:
    """Return the shortest thing that a line stands for."""
    line = re.sub(r"\([^)]*\) ?", "", line.replace("<we>", "jag")).replace("^", "").replace("$", "")
    for verb, form in VERBS.items():
        line = line.replace(verb, form)
    return " ".join(word.split("/")[0] for word in line.split() if word != "…").strip()


def listed(file: str, heading: str) -> list[str]:
    text = (Path(choosing.__file__).with_name(file)).read_text(encoding="utf-8")
    part = text.split(f"[{heading}]\n", 1)[1].split("\n[", 1)[0]
    return [line for line in part.splitlines() if line and not line.startswith("#")]


def read(said: str) -> Decision:
    return decide(said[:1].upper() + said[1:], PEOPLE, Stage.PROPOSAL)


def told(frame: str, way: str, who: str) -> str:
    said = way.replace("<who>", who)
    said = said[:1].upper() + said[1:]
    return frame.replace("…", said if re.search(r"…[.,]", frame) else f"{said}.")


WAYS = [line for line in listed("ways_of_choosing.txt", "chooses") if line not in FRAGMENTS]
FORMS = [
    *(f"jag {words(line)} <who>" for line in listed("words_of_choosing.txt", "<pick>")),
    *(f"{words(line)} <who>" for line in listed("words_of_choosing.txt", "<take>")),
    *(f"jag vill {words(line)} <who>" for line in listed("words_of_choosing.txt", "<choose>")),
]


@pytest.mark.parametrize("way", [*dict.fromkeys([*map(words, WAYS), *FORMS])])
def test_a_way_of_choosing_picks_in_every_frame(way: str) -> None:
    wrong = {}
    for frame, (who, picks) in zip(FRAMES.strip().splitlines(), cycle(WHO.items()), strict=False):
        said = told(frame, way, who)
        decision = read(said)
        if decision.picks != picks:
            wrong[said] = decision.picks or decision.action
    assert wrong == {}


@pytest.mark.parametrize("spoiler", SPOILT.strip().splitlines())
def test_no_way_of_choosing_acts_beside_what_spoils_it(spoiler: str) -> None:
    said = [told(spoiler, way, "Gunnel och Isidor") for way in [*map(words, WAYS), *FORMS]]
    assert [one for one in said if read(one).action is Action.APPROVE] == []


REFUSALS = [words(line) for line in listed("ways_of_choosing.txt", "refuses")]
DROPS = [f"{words(line)} <who>" for line in listed("words_of_choosing.txt", "<drop>")]


@pytest.mark.parametrize("way", [*dict.fromkeys([*REFUSALS, *DROPS])])
def test_a_way_of_refusing_leaves_the_others_picked(way: str) -> None:
    assert read(f"Jag väljer Tariq och Rania. {told('….', way, 'Gunnel')}").picks == (2, 5)


@pytest.mark.parametrize(
    ("action", "wish"),
    [
        (action, words(line.replace("*", "barn").replace("§", "henne")))
        for action, heading in (
            (Action.MORE, "more"),
            (Action.PAUSE, "pause"),
            (Action.STATUS, "status"),
            (Action.HELP, "help"),
            (Action.UNDO, "undo"),
        )
        for line in listed("wishes.txt", heading)
    ],
)
def test_a_wish_is_read_where_nobody_is_chosen(action: Action, wish: str) -> None:
    assert read(wish.replace(" ?", "?")).action is action
