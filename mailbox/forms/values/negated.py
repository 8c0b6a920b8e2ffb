"""Leave out the ways to meet that a text says no to: "På plats (inte digitalt)" is on site and nothing else.

"Om ni inte kan komma på plats …" and "inte bara digitalt" say no to nothing.
"""

import re

_LONGEST = 2000
_REMOTE = (
    r"(?:digital\w*|teams\w*|zoom\w*|skype|online\w*|video\w*|distans\w*|(?:länk|länken)\b|webb\w*|"
    r"telefon(?:möte\w*|samtal\w*|intervju\w*)?\b|hybrid\w*|meet\b)"
)
_ONSITE = r"(?:fysisk\w*|plats\b|platsmöte\w*|lokalen\b|rummet\b)"
_NO = (
    r"\b(?:inte|ej|icke|aldrig|inga|ingen|inget|varken|nej till|utan)\b"
    r"(?!\s+(?:bara|enbart|endast|minst|nödvändigtvis|alltid|heller|problem|hinder)\b)"
)
_BETWEEN = r"(?:\s+(?!(?:utan|men|bara|endast|enbart|helt|hellre|fast|när|om|där)\b)\w+){0,5}?\s+"
_AND = r"(?:(?:\s*[,/]\s*|,?\s+(?:eller|och|heller)\s+)(?:(?:via|på|per|över|genom|som)\s+)?{way}){{0,4}}"
_BEHIND = (
    r"\b{way}(?:\s(?!inte|ej)\w+){{0,2}}?\s+(?:går|funkar|fungerar|passar|är|erbjuds|finns|kan|gäller|blir)\s+"
    r"(?:(?:det|tyvärr|vi|dessvärre|tyvärr det)\s+)?(?:inte|ej|ingen|inget)\b"
    r"(?:\s+(?:möjlig\w*|aktuell\w*|bra|alternativ))?|"
    r"\b{way}\s?[:=–-]\s?nej\b"
)


def _pattern(way: str) -> re.Pattern[str]:
    before = rf"{_NO}{_BETWEEN}(?:(?:via|på|per|över|genom)\s+)?{way}{_AND.format(way=way)}"
    return re.compile(f"(?P<before>{before})|{_BEHIND.format(way=way)}", re.IGNORECASE)


_NO_REMOTE, _NO_ONSITE = _pattern(_REMOTE), _pattern(_ONSITE)
# "Kan man inte komma på plats …", "den som inte vill ses digitalt …": some cannot, so there is another way for them.
_FOR_SOME = re.compile(
    r"\b(?:om|ifall|den som|dem som|de som|när|såvida)\b[^.,;:()]{0,40}$|\bkan (?:du|ni|man|någon|hon|han) $|"
    r"\b(?:behöver|måste) (?:\w+ )?$",
    re.IGNORECASE,
)
# "Inte på plats utan digitalt": here "utan" is a "but".
_BUT = re.compile(r"\b(?:inte|ej|inga|ingen|inget|varken|aldrig)\b[^.;]{0,80}$", re.IGNORECASE)


def without_negated(text: str) -> str:
    """Return a text without the ways to meet that it says no to."""
    return _NO_ONSITE.sub(_left, _NO_REMOTE.sub(_left, text[:_LONGEST])) + text[_LONGEST:]


def refuses_remote(text: str) -> bool:
    """Tell whether a text says that one cannot take part from elsewhere."""
    return any(
        _left(found) != found[0] and not _only_hybrid(found[0]) for found in _NO_REMOTE.finditer(text[:_LONGEST])
    )


def refuses_onsite(text: str) -> bool:
    """Tell whether a text says that nobody meets in a room."""
    return any(_left(found) != found[0] for found in _NO_ONSITE.finditer(text[:_LONGEST]))


def _only_hybrid(said: str) -> bool:
    return bool(re.search("hybrid", said, re.IGNORECASE))


def _left(found: re.Match[str]) -> str:
    """Return what stays of a match: nothing where it is a plain no."""
    if not found["before"]:
        return " "
    before = found.string[: found.start()][-100:]
    but = found[0][:4].casefold() == "utan" and _BUT.search(before)
    return found[0] if but or _FOR_SOME.search(before) else " "
