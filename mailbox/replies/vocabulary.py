"""The Swedish words a lead's reply is read with.

Kept apart from the rules so that a new way of saying something is one word here and one line in a test table. The long
lists lie in words.txt and are read when the first reply is.
"""

from functools import cache
from pathlib import Path

from medverkan.mailbox.replies.phrases import lists_in

ORDINALS = {
    "första": 1,
    "förste": 1,
    "förstnämnda": 1,
    "översta": 1,
    "andra": 2,
    "andre": 2,
    "tredje": 3,
    "fjärde": 4,
    "femte": 5,
    "sjätte": 6,
    "sjunde": 7,
    "åttonde": 8,
    "nionde": 9,
    "tionde": 10,
}
NOUNS_OF_NUMBERS = {
    "ettan": 1,
    "etta": 1,
    "tvåan": 2,
    "tvåa": 2,
    "trean": 3,
    "trea": 3,
    "fyran": 4,
    "femman": 5,
    "femma": 5,
    "sexan": 6,
    "sexa": 6,
    "sjuan": 7,
    "sjua": 7,
    "åttan": 8,
    "nian": 9,
    "nia": 9,
    "tian": 10,
    "tia": 10,
    "elvan": 11,
    "tolvan": 12,
}
NUMBER_WORDS = {
    "ett": 1,
    "en": 1,
    "två": 2,
    "tre": 3,
    "fyra": 4,
    "fem": 5,
    "sex": 6,
    "sju": 7,
    "åtta": 8,
    "nio": 9,
    "tio": 10,
    "elva": 11,
    "tolv": 12,
}
NUMBER_PREFIXES = frozenset(
    (
        "alternativ",
        "deltagare",
        "förslag",
        "förslaget",
        "kandidat",
        "kandidaten",
        "namn",
        "no",
        "nr",
        "num",
        "nummer",
        "person",
        "siffra",
        "siffran",
    )
)
CONNECTIVES = frozenset(
    ("and", "&", "+", ",", "/", "både", "jämte", "o", "och", "också", "plus", "pluss", "samt", "så", "även", "å")
)
ALL_WORDS = frozenset(("alla", "allesammans", "allihop", "allihopa", "samtliga"))
BOTH_WORDS = frozenset(("bägge", "båd", "båda", "bådadera"))
NONE_WORDS = frozenset(("inga", "ingen", "ingendera"))
REST_WORDS = frozenset(("resten", "resterande", "återstående", "övriga"))

PRONOUNS = "\\b(honom|henne|hen|hon|han|hennes|hans|hens|dem|dom|deras|båda två)\\b"


def harmless() -> frozenset[str]:
    """Return the words that may stand beside bare numbers or names without saying anything about them."""
    return _lists()["harmless"]


def not_people() -> frozenset[str]:
    """Return what follows "alla", "båda" or "ingen" when no candidates are meant."""
    return _lists()["not-people"]


def wordlike_names() -> frozenset[str]:
    """Return names that are ordinary words too: names only with a capital, or beside the other half of the name."""
    return _lists()["wordlike-names"]


def first_names() -> frozenset[str]:
    """Return usual first names, by which somebody who is not on the list is recognised."""
    return _lists()["first-names"]


def men() -> frozenset[str]:
    """Return first names that only men have; the other usual ones are women's, but for `either`."""
    return _lists()["men"]


def either() -> frozenset[str]:
    """Return first names that tell nothing of who is a man or a woman."""
    return _lists()["either"]


@cache
def nicknames() -> dict[str, frozenset[str]]:
    """Return, for each nickname, the names in full that it is short for."""
    lines = Path(__file__).with_name("nicknames.txt").read_text(encoding="utf-8").splitlines()
    parted = (line.split(" = ", 1) for line in lines)
    return {nickname: frozenset(full.split()) for nickname, full in parted}


def common() -> frozenset[str]:
    """Return ordinary words, which are never a misspelt name."""
    return _lists()["common"]


@cache
def _lists() -> dict[str, frozenset[str]]:
    return {
        name: frozenset(word for line in lines for word in line.split())
        for name, lines in lists_in("words.txt").items()
    }
