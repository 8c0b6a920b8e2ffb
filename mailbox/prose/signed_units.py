"""The unit that a signature names: beside a name, behind a title, or on a line of its own below one."""

import re
from collections.abc import Iterator, Sequence

from medverkan.mailbox.prose.organisation import without_organisation
from medverkan.mailbox.prose.unit_names import ANY_UNIT, named_at

_ROLE_WORD = re.compile(
    r"(?:chef|sköterska|samordnare|utredare|kurator|läkare|utvecklare|ledare|handläggare|strateg|koordinator|"
    r"ansvarig|psykolog|terapeut|"
    r"sekreterare|lärare|rektor|assistent|docent|professor|controller|logoped|dietist|barnmorska|pedagog|"
    r"specialist|direktör|konsulent|"
    r"stödjare|rådgivare|undersköterska|administratör|forskare|doktorand|lektor|producent|"
    r"kommunikatör|planerare|arkitekt|analytiker|designer|sekreterare|jurist|ingenjör|tekniker)\b",
    re.I,
)
# Behind a role: "projektledare, Fastighetsutveckling", "strateg | Hälsa och välfärd"; a town is no unit.
_ABSTRACT = re.compile(
    r"(?!\w*köping\b)[A-ZÅÄÖ][a-zåäö]{4,}(?:ing|ingen|ion|ionen|het|heten|vård|vården|omsorg|omsorgen|stöd|stödet|"
    r"miljö|lag|"
    r"juridik|teknik|skydd|trafik|ekonomi|hälsa|hälsan|it|service|psykiatri|politik|skap)|"
    r"[A-ZÅÄÖ][a-zåäö]{3,} och [a-zåäö]{4,}"
)
# "Kvalitet och patientsäkerhet", on a line of its own below the title.
_PLAIN_LINE = re.compile(
    r"(?!(?:Box|Tel|Tfn|Mobil|Direkt|Växel|E-post|Besök|Med|Org|Skickat)\b)[A-ZÅÄÖ][\wåäö-]+(?: [\wåäöÅÄÖ&-]+){0,4}"
)


def below_role(signature: Sequence[str]) -> Iterator[str]:
    """Yield what stands on a line of its own below the title."""
    role = False
    for line in signature[1:]:
        named = without_organisation(line)
        if role and named and _PLAIN_LINE.fullmatch(named) and not (_ROLE_WORD.search(named) or _STREET.search(line)):
            yield named
        role = role or bool(_ROLE_WORD.search(line))


_STREET = re.compile(r"\d|@|(?:gatan|vägen|torget|gränd)\b|www", re.I)
_SIGNED_AT = re.compile(r"^(?:/ ?)?[A-ZÅÄÖ][\w-]+(?: [A-ZÅÄÖ][\w-]+)?,? (?:på|vid|från) (?P<unit>.{3,80})$")


def unit_in_line(line: str) -> str:
    """Return the unit out of a line of a signature ("Utredare, socialförvaltningen"), "" where it names none."""
    if "@" in line and "|" not in line and "," not in line:
        return ""
    if (signed := _SIGNED_AT.match(line)) and (unit := named_at(signed["unit"], near=0)):
        return unit
    after_role = False
    for part in re.split(r"[,|/•·]|\s-\s|\s–\s", line):
        named = without_organisation(part.strip())
        if after_role and _ABSTRACT.fullmatch(named):
            return named
        after_role = after_role or bool(_ROLE_WORD.search(named)) or named[:1].islower()
        found = ANY_UNIT.search(named)
        if not found or "@" in named or re.search(r"\d{4}|www\.", named):
            continue
        words = named[: found.start()].split()
        while words and (_ROLE_WORD.search(words[0]) or words[0].casefold() in {"vid", "på", "inom", "i"}):
            words.pop(0)
        unit = " ".join([*words, named[found.start() :]]).strip()
        if unit and not _ROLE_WORD.search(unit):
            return unit
    return ""
