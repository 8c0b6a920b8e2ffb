"""What was talked of, threatened with, offered or queued for, and what came of it.

"Kirurgen pratade om stomi men jag slapp" is no stomi; "stod i kö för operation och opererades i våras" is one. The last
thing said of it in the sentence decides.
"""

import re
from collections.abc import Sequence

from medverkan.matching.denials import clause
from medverkan.matching.scope import Standing
from medverkan.matching.text import Word

_TALKED = re.compile(
    r"\b(nämnde|nämnt|(pratade|talade|pratades|talades) om|hotade|hotades|hotat|hot om|övervägde|övervägdes|"
    r"diskuterade|diskuterades|(var|kom) på tal|var tal om|var inne på|nästa steg|annars (blir|blev)|"
    r"(vänta\w*|undra\w*|oro\w*|rädd|säker|trodde|befara\w*|övertygad) (\w+ ){0,2}(om|att) det (var|är|kunde vara))\b"
)
# Theirs to talk of, or not what others had in mind: "jag pratade om min ångest", "de pratade om mig".
_OWN_TALK = re.compile(
    r"\b(jag|vi) (\w+ )?(nämnde|pratade|talade|diskuterade)|\b(nämnde|pratade|talade|diskuterade) (jag|vi)\b|"
    r"\b(min|mitt|mina|sin|sitt|sina)( \w+)?$"
)
_OFFERED = re.compile(
    r"\b(erbjöd|erbjöds|erbjudit|erbjudits|erbjuden|erbjudande om|föreslog|föreslogs|föreslagit|rekommenderade|"
    r"(stod|stått|stå) (i kö|på \w*lista\w*)|uppsatt|uppskriven|inbokad|planerad|"
    r"skulle (få|ha|opereras|läggas|sättas|göra|göras|börja|in|prova|pröva)|borde (\w+ )?(ha|skaffa|söka|få|prova)|"
    r"ville (\w+ )?(sätta|operera|ge|lägga|skriva|ha|göra)|beviljad|beviljades|beviljats|anmäld till|väntade på|"
    r"sökte|sökt|ansökte|ansökt|ansökan om)\b"
)
_AVERTED = re.compile(
    r"\b(slapp|slippa|undgick|undkom|avstod|avböjde|ångrade|tacka\w* (\w+ )?nej|sa(?:de)? (\w+ )?nej|"
    r"drog (mig|oss|sig|henne|honom) ur|hoppade av|behöv\w+ (\w+ )?(inte|aldrig)|klarade (\w+ )?utan|"
    r"blev (\w+ )?(inte|aldrig|inget|ingenting)|(inte|aldrig|inget|ingenting) (\w+ )?(blev|blivit) (\w+ )?av|"
    r"i ?stället|räckte|räcker|kom aldrig|inte så långt|men nej|vågade (\w+ )?(inte|aldrig)|"
    r"godartad\w*|negativ\w*|falskt alarm)\b"
)
# Who was refused it has met those who decide, which is something.
_REFUSED = re.compile(r"\b(avslag|nekades|nekad|nekats|fick (\w+ )?(inte|nej))\b")
_CAME_TRUE = re.compile(
    r"\b(tacka\w* (\w+ )?ja|opererades|opererad|(till|tills) slut|slutligen|äntligen|gjordes|beviljades|sattes in|"
    r"fick (\w+ )?(jag|den|det|en|ett|plats|komma|rätt|han|hon|vi)|"
    r"(jag|han|hon|vi) (\w+ )?(fick (?!inte|nej|avslag)|har)|"
    r"blev (det )?så|sedan dess|numera|fungera\w+|hjälpte|hamnade|vann|vunnit|vände efter)\b"
)
_REACH = 16


def talked_of(words: Sequence[Word], start: int, end: int) -> Standing | None:
    """Return DENIED where what was in view came to nothing, UNSURE where it was only talked of, else None."""
    first, _ = clause(words, start)
    before = " ".join(w.low for w in words[max(first, start - 10) : start])
    talked = bool(_TALKED.search(before)) and not _OWN_TALK.search(before)
    if not talked and not _OFFERED.search(before):
        return None
    after = " ".join(w.low for w in words[end : end + _REACH])
    averted, had = _last(_AVERTED, after), _last(_CAME_TRUE, after)
    if averted > had:
        return Standing.DENIED
    only_talk = talked and had < 0
    return Standing.UNSURE if only_talk or _last(_REFUSED, after) > had else None


def came_true(words: Sequence[Word], end: int) -> bool:
    """Tell whether what was hoped for was had in the end ("stod i kö i två år och opererades i våras")."""
    after = " ".join(w.low for w in words[end : end + _REACH])
    return _last(_CAME_TRUE, after) > _last(_AVERTED, after)


def _last(spelling: re.Pattern[str], text: str) -> int:
    return max((match.start() for match in spelling.finditer(text)), default=-1)
