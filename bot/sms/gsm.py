"""The alphabet of SMS (3GPP TS 23.038, once GSM 03.38): å, ä and ö are in it, curly quotes and long dashes are not.

One character outside it makes the whole text UCS-2, which halves what one part holds: so they are replaced first.
"""

import unicodedata

ONE_PART = 160
BASIC = frozenset(
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
    "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà"
)
# Each takes an escape and a character.
EXTENSION = frozenset("\f^{}\\[~]|€")
_REPLACED = str.maketrans(
    {
        **dict.fromkeys("\u2018\u2019\u201a\u201b\u2032\u00b4`", "'"),
        **dict.fromkeys("\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb", '"'),
        **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212", "-"),
        **dict.fromkeys("\u00a0\u2002\u2003\u2007\u2009\u202f\t", " "),
        **dict.fromkeys("\u200b\u200c\u200d\u2060\ufeff\u00ad"),
        "\u2026": "...",
        "\u2022": "-",
        "\u00d7": "x",
        "\u00bd": "1/2",
    }
)


def normalised(text: str) -> str:
    """Return a text with nothing but what the alphabet has, as near as it can be said; "?" for what it has not."""
    plain = "".join(_plain(letter) for letter in unicodedata.normalize("NFC", text).translate(_REPLACED))
    return "\n".join(" ".join(line.split()) for line in plain.strip().splitlines())


def septets(text: str) -> int:
    """Return how much of a part a text takes; more than any part holds where it needs another alphabet."""
    if not all(letter in BASIC or letter in EXTENSION for letter in text):
        return ONE_PART + len(text)
    return sum(2 if letter in EXTENSION else 1 for letter in text)


def fits(text: str) -> bool:
    """Tell whether a text is one SMS."""
    return 0 < septets(text) <= ONE_PART


def _plain(letter: str) -> str:
    if letter in BASIC or letter in EXTENSION:
        return letter
    bare = unicodedata.normalize("NFKD", letter)[:1]
    return bare if bare in BASIC else "?"
