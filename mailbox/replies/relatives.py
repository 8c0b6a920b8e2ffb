"""Know by their words the people around somebody who is called: relatives, friends, helpers, superiors."""

import re

OTHER = r"(?:egen|egna|äldsta|yngsta|äldre|yngre|lilla|stora|nya|gamla|vuxna|bästa|gode|goda|ena|andra|förra|nuvarande)"
_WOMEN = r"(?:\w*mor|\w*mamma|\w*dotter|fru|maka|\w*syster|mormor|farmor|moster|faster|väninna|flickvän|svägerska|tant)"
_MEN = r"(?:\w*far|\w*pappa|\w*son|man|make|\w*bror|morfar|farfar|morbror|farbror|pojkvän|svåger|gubbe|karl)"
_ANY = (
    r"(?:\w*barn\w*|sambo|särbo|partner|kusin|förälder|föräldrar|anhörig|anhöriga|närstående|släkting|familj|grann[ea]"
    r"|kompis|vän|kamrat|\w*kollega|bekant|\w*chef|arbetsgivare|läkare|doktor|sköterska|sjuksköterska|terapeut|psykolog"
    r"|kurator|handläggare|kontaktperson|ledsagare|assistent|\w*assistent|boendestödjare|personal|hemtjänst|förmyndare"
    r"|god man|gode man|företrädare|ombud|vårdnadshavare|lärare|tränare|tolk|hyresgäst|hund|grupp|förening)"
)
RELATIVE = rf"(?:{_WOMEN}|{_MEN}|{_ANY})(?:e?n|a|ar|er|or|na|erna|arna)?(?!\w)"
# What of somebody's is no other person: "almas svar", "josefs nummer går inte fram".
THINGS = (
    r"(?:är|var|svar\w*|besked\w*|\w*telefon\w*|tele\w*|\w*num\w+|nr|mobil\w*|lur\w*|röst\w*|voice\w*|brevlåd\w*|linje\w*|sms\w*"
    r"|mejl\w*|mail\w*|e-?post\w*|\w*adress\w*|\w*uppgift\w*|samtal\w*|signal\w*|ja|jaet|nej|nejet|ok|okej|samtycke|abonnemang\w*"
    r"|inställning\w*|intresse\w*|beslut\w*|vägnar|och|men|,)"
)
_HON = re.compile(rf"{_WOMEN}(?:e?n|a|na)?")
_HAN = re.compile(rf"{_MEN}(?:e?n|a|na)?")


def could_be(relative: str, pronoun: re.Match[str] | None) -> bool:
    """Tell whether "hon" may be the relative; with no pronoun at all the subject goes on being who it was."""
    if pronoun is None:
        return True
    if _HON.fullmatch(relative):
        return pronoun["subject"] in {"hon", "hen"}
    if _HAN.fullmatch(relative):
        return pronoun["subject"] in {"han", "hen"}
    return True
