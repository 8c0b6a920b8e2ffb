"""Which relative is spoken of: one's child, parent, partner or brother and sister.

Somebody whose mother died is no parent of a child who died: a request for the one is not answered by the other.
"""

from collections.abc import Sequence

from medverkan.matching.text import Word

CHILD, PARENT, PARTNER, SIBLING, OTHER = "child", "parent", "partner", "sibling", "other"
GROUPS = (CHILD, PARENT, PARTNER, SIBLING, OTHER)
_BEGINNINGS = (
    ("barnbarn", OTHER), ("föräld", PARENT), ("barn", CHILD), ("svärm", PARENT), ("svärf", PARENT), ("mormo", OTHER),
    ("morfa", OTHER), ("morbr", OTHER), ("farmo", OTHER), ("farfa", OTHER), ("farbr", OTHER), ("moster", OTHER),
    ("faster", OTHER), ("kusin", OTHER), ("systers", OTHER), ("systerd", OTHER), ("systerb", OTHER),
    ("brorso", OTHER), ("brorsd", OTHER), ("brorsb", OTHER), ("syskonb", OTHER), ("svåg", OTHER), ("svägersk", OTHER),
    ("svärson", OTHER), ("svärdo", OTHER), ("gudson", OTHER), ("guddo", OTHER), ("farsan", PARENT),
    ("farsgubb", PARENT),
    ("morsan", PARENT), ("mamma", PARENT), ("pappa", PARENT), ("mamman", PARENT), ("dott", CHILD), ("döttr", CHILD),
    ("sonen", CHILD), ("söner", CHILD), ("flick", CHILD), ("pojk", CHILD), ("grabb", CHILD), ("kille", CHILD),
    ("tjej", CHILD), ("tös", CHILD), ("bebis", CHILD), ("tonåring", CHILD), ("tvilling", CHILD), ("mellan", CHILD),
    ("styvson", CHILD), ("bonusson", CHILD), ("fosterson", CHILD), ("styvm", PARENT), ("styvf", PARENT),
    ("bonusm", PARENT), ("bonusp", PARENT), ("plastp", PARENT), ("livskamrat", PARTNER), ("partner", PARTNER),
    ("hustru", PARTNER), ("sambo", PARTNER), ("make", PARTNER), ("maka", PARTNER), ("särbo", PARTNER),
    ("syskon", SIBLING), ("syster", SIBLING), ("systr", SIBLING), ("lillebro", SIBLING), ("lillasys", SIBLING),
    ("storebro", SIBLING), ("storasys", SIBLING), ("brorsa", SIBLING), ("syrra", SIBLING), ("brö", SIBLING),
)  # fmt: skip
_WORDS = {
    "son": CHILD, "sons": CHILD, "lilla": CHILD, "lillen": CHILD, "yngsta": CHILD, "äldsta": CHILD, "mellersta": CHILD,
    "yngste": CHILD, "äldste": CHILD, "mellerste": CHILD,
    "mor": PARENT, "mors": PARENT, "moder": PARENT, "far": PARENT, "fars": PARENT, "fader": PARENT,
    "man": PARTNER, "mans": PARTNER, "mannen": PARTNER, "fru": PARTNER, "frun": PARTNER, "frus": PARTNER,
    "ex": PARTNER, "exman": PARTNER, "exfru": PARTNER, "bror": SIBLING, "brors": SIBLING, "brodern": SIBLING,
}  # fmt: skip
_INVERSE = {CHILD: PARENT, PARENT: CHILD}


def group_of(words: Sequence[Word], at: int) -> str:
    """Return which relative the word at `at` names; "mamma till" names a child; "" for others."""
    low = words[at].low
    group = _WORDS.get(low) or next((g for begins, g in _BEGINNINGS if low.startswith(begins)), "")
    following = words[at + 1].low if at + 1 < len(words) else ""
    return _INVERSE.get(group, group) if following in {"till", "åt"} else group
