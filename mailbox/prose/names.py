"""Find the whole name of whoever signs: out of the signature, the sender's name and the text, whichever says most.

A sender may show initials only ("Sanna B L") or the last name first ("Ek Kim"); a signature often has the first name.
"""

import re

_INITIAL = re.compile(r"\w\.?")


def whole_name(signed: str, sender: str, first: str, text: str) -> str:
    """Return the fullest form of the writer's name.

    `signed` is a name of two words or more in the signature, `first` what stands alone there.
    """
    signed, sender = _out_of_text(signed, text), _out_of_text(sender, text)
    if signed and not _shortened(signed):
        return signed
    words = sender.split()
    short = (signed or first).split()
    if short and len(words) == 2 and words[1].casefold() == short[0].casefold() and "@" not in sender:
        # "Ek Kim" in the address book, "Kim" or "Kim E" below the letter.
        return f"{words[1]} {words[0]}"
    if signed and (not words or _shortened(sender) or words[0].casefold() != short[0].casefold()):
        return signed
    return sender or signed or first


def named_by_address(address: str, text: str) -> str:
    """Return the name in a text that a mail address is made of ("kim.ek@…"), "" where it is made of none there."""
    words = [word for word in re.split(r"[._-]", address.partition("@")[0]) if word.isalpha()]
    if len(words) < 2:
        return ""
    pattern = " ".join("".join(_SPELLED.get(c, re.escape(c)) for c in word.casefold()) for word in words)
    found = re.search(rf"\b{pattern}\b", text, re.I)
    return found[0] if found and found[0][0].isupper() else ""


# An address has no letters of its own for å, ä, ö and é.
_SPELLED = {"a": "[aåä]", "o": "[oö]", "e": "[eé]", "u": "[uü]"}


def _shortened(name: str) -> bool:
    return bool(name) and bool(_INITIAL.fullmatch(name.rsplit(maxsplit=1)[-1]))


def _out_of_text(name: str, text: str) -> str:
    """Return a name with its initials written out where the text does so, any other name as it is."""
    words = name.split()
    if len(words) >= 2 and _INITIAL.fullmatch(words[0]):
        # "S. Öman" in the address book, "Sandra Öman" in the letter.
        found = re.search(rf"\b{re.escape(words[0][0])}[\w-]+ {re.escape(' '.join(words[1:]))}\b", text)
        return found[0] if found else name
    if len(words) < 2 or not _shortened(name) or not words[0].isalpha():
        return name
    initials = [word[0] for word in words[1:] if _INITIAL.fullmatch(word)]
    for count in dict.fromkeys((len(initials), 1)):
        letters = initials[:count] if count > 1 else initials[-1:]
        rest = " ".join(rf"{re.escape(letter)}[\w-]+" for letter in letters)
        if found := re.search(rf"\b{re.escape(words[0])} {rest}", text, re.I):
            return found[0].title() if found[0].islower() else found[0]
    return name
