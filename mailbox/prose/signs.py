"""What a sign is by which a careful reader tells what a letter is: who speaks, what is done, and with whom or what.

Each sign is weak and independent of the others; kind.py weighs them. A sign is a kind of word ("asks the bank",
"people not yet known"), never the phrase of one letter, and is looked for sentence by sentence, so that two halves of
it cannot stand a page apart. `request` and `registration` say how much it speaks for each. Without an act that is
asked for or offered a letter is neither, whatever it tells.
"""

import re
from dataclasses import dataclass

from medverkan.mailbox.forms.values.numbers import NUMBER

# People who are not yet known: counted, or "någon som", or a bare plural; "patienten ni skickade" is known.
_BY_ROLE = (
    r"(?:[a-zåäö-]*(?:patient(?:er)?|brukare|anhöriga?|närstående|efterlevande)(?:representant\w*|företrädare|"
    r"röst\w*|"
    r"perspektiv\w*|öga|ögon|revisor\w*|ambassadör\w*|föreläsare|talare)?"
    r"|[a-zåäö-]*föräld(?:rar|er)|hyresgäst(?:er)?|mormor|morfar|farmor|farfar|mamm(?:a|or)|pappa|pappor|kvinn(?:a|or)|män|unga|ungdom(?:ar)?|tonåring(?:ar)?|elev(?:er)?|"
    r"barn|äldre|vuxn?en|vuxna|pensionär(?:er)?|senior(?:er)?|klient(?:er)?|boende|diabetiker|astmatiker)"
)
_BY_TASK = (
    r"(?:[a-zåäö]*person(?:er)?|pers|människor|folk|invånare|medborgare|deltagare|medverkande|representant(?:er)?|"
    r"företrädare|ledamot|ledamöter|[a-zåäö]*talare|[a-zåäö]*läsare|gäst(?:er)?|föreläsare|"
    r"[a-zåäö]*(?:användare|testare|granskare)|"
    r"röst(?:er)?|revisor(?:er)?|efterträdare|ersättare|stycken|st|par|gäng|(?:(?:tomma|lediga|nya) )?(?:platser|"
    r"plats|stolar|stol))"
)
_SOME = (
    rf"(?:{NUMBER}|någon|några|en|ett|ett par|flera|fler|ytterligare|minst|högst|cirka|ca|ungefär|gärna|helst|"
    r"en grupp|ett gäng|ett antal)"
)
UNKNOWN_PEOPLE = (
    rf"(?<![\w-])(?:{_SOME}(?: (?!av (?:oss|er)\b)[a-zåäö0-9-]+){{0,3}}? (?:{_BY_ROLE}|{_BY_TASK})(?![\w-])|"
    rf"(?:{NUMBER}|någon|några|de|dem|den|folk|ett par)(?: [a-zåäö]+)? (?:som|med|vars)\b|"
    rf"{NUMBER} till(?=[.,!]|$)|ytterligare {NUMBER}(?=[.,!]|$)|"
    r"(?:patienter|brukare|anhöriga|närstående|föräldrar|personer|människor|ungdomar|unga|tonåringar|kvinnor|män|"
    r"äldre|barn|elever|pensionärer|användare|invånare|[a-zåäö]+läsare|[a-zåäö]*(?:brukar|patient|"
    r"anhörig)(?:röst\w*|öga|"
    r"representant\w*|företrädare|medverkan))(?![\w-]))"
)


@dataclass(frozen=True, slots=True)
class Sign:
    """A sign, what it weighs for each kind, and what a sentence must hold for it to be seen."""

    name: str
    request: float
    registration: float
    pattern: re.Pattern[str]
    is_act: bool = False  # something is asked for or offered, and not only told
    in_capitals: bool = False  # looks at capital letters too, and so at the text as it is written

    def is_in(self, written: str, small: str, end: int) -> bool:
        """Tell whether a text shows it, given as `written` and in `small` letters, up to an end."""
        return self.pattern.search(written if self.in_capitals else small, 0, end) is not None


def sign(name: str, request: float, registration: float, *patterns: str, is_act: bool = False) -> Sign:
    """Return a sign that any of the patterns shows."""
    said = "|".join(patterns)
    if "(?-i:" in said:
        return Sign(name, request, registration, re.compile(said, re.I), is_act, in_capitals=True)
    # Small letters alone are looked for three times as fast as either kind.
    small = _CAPITAL.sub(lambda found: found[0] if found[0][0] == "\\" else found[0].lower(), said)
    return Sign(name, request, registration, re.compile(small), is_act)


_CAPITAL = re.compile(r"\\.|[A-ZÅÄÖ]")
