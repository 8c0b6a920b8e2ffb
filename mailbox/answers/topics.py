"""Words by which a sentence shows what it is about: a purpose, an experience, a kind of participation."""

import re

ORGANISATION = re.compile(
    r"^(?:Region [A-ZÅÄÖ][\w-]+(?: [A-ZÅÄÖ]?\w+)?(?: län)?|(?:[A-ZÅÄÖ][\wåäö-]+ ){1,2}(?:kommun|stad)|"
    r"Kommunförbundet [A-ZÅÄÖ][\wåäö ]{2,30})$"
)
PURPOSIVE = re.compile(
    r"^(?:för )?att \w|\bså att\b|^vi (?:vill|hoppas|önskar|strävar)\b|\b(?:förbättr|utveckl|förenkl|öka|minska|bidra|"
    r"bättre|tryggare|lättare|kortare|jämlik)\w*",
    re.I,
)
EXPERIENCE = re.compile(
    r"\berfarenhet|\bsom (?:har|haft|lever|levt|fått|gått|varit|är|väntat|bor|vårdats|behandlats|opererats|använt|"
    r"använder)\b|\b(?:lever|levt) med\b|\b(?:anhörig|närstående|förälder|föräldrar) till\b",
    re.I,
)
ACTIVITY = re.compile(
    r"(?:grupp|intervju|workshop|råd|föreläs|panel|enkät|granskning|utbildning|revision|samtal|seminari|konferens|"
    r"referens|dialogmöte|team(?!s)|temadag)\w*",
    re.I,
)
ROLES = re.compile(r"\b(?:brukar\w*|patient\w*|närstående|anhörig\w*)", re.I)
