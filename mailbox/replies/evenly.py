"""Put a report of calls evenly before it is cut into sentences: quotations, days, questions that it answers itself."""

import re

# "Förlåt, kastade om dem i mitt förra mejl. Rätt ska vara:": what follows is told as it was.
_OF_LAST_MAIL = re.compile(
    r"^\W*(?:(?:förlåt|ursäkta|sorry|oj|ojdå|hoppsan)[ ,!]+(?:jag )?(?:råkade )?(?:kasta(?:de)? om|blanda(?:de)? ihop"
    r"|förväxla(?:de)?|bytte plats)"
    r"[^.!?\n]{0,80}[.!]\s+)?(?:rätt|korrekt|så här) (?:ska(?:ll)? (?:det )?(?:vara|stå)|är det|blir det) ?[:,]? ",
    re.I,
)
# "jag ringer den 4:e" gives a day, "ring 4:e på listan" a person.
_DAY = re.compile(
    r"\b((?:ring|hör|återkom|igen|till|före|efter|senast|besked|semester"
    r"|bortrest|bokad|uppbokad|upptagen|ledig|borta|jobbar|arbetar|åker|reser|opereras|kan)\w*(?: \w+){0,3})"
    r" den (\d{1,2}):[ea]\b",
    re.I,
)
# "Pekka? Jo han är med!"
_ASKED_AND_ANSWERED = re.compile(
    r"((?:^|(?<=[.!?]\s))[A-ZÅÄÖ][\w-]{1,20}(?: [A-ZÅÄÖ][\w-]{0,20})?)\? (?=(?i:jo|ja|nej|nä|han|hon|hen|inget"
    r"|svarar|svarade"
    r"|japp|nix|ingen|självklart|absolut|visst|gärna|javisst|jajamän|klart|tyvärr|avböjer|tackar|tackade|med|kommer|vill|kan)\b)",
    re.M,
)
_SAID_AFTER_QUOTE = re.compile(r"([.!?][\"”])[ \t]+(?=[A-ZÅÄÖ\d])")
_YES_OR_NO = re.compile(r"(?<!varken )(?<!vare sig )\b(?:ja eller nej|nej eller ja)\b", re.I)
# What is quoted of the person named before it is said of that person.
_QUOTED = re.compile(
    r"\b([A-ZÅÄÖ][\w-]{1,20}(?: [A-ZÅÄÖ][\w-]{1,20})?"
    r"(?: (?:sa|sade|säger|svarade|utbrast|ropade|skrattade|hälsade|bara|direkt|då"
    r"|och)){0,3} ?[:,]? ?)[\"”“]([^\"”“\n]{1,160})[\"”“]"
)
_FIRST_PERSON = re.compile(r"\b(?:jag|mig|mej)\b", re.I)


def told_evenly(words: str) -> str:
    """Return the words of a report with what would be cut or read wrongly put as anybody else writes it."""
    words = _OF_LAST_MAIL.sub("", _ASKED_AND_ANSWERED.sub(r"\1: ", words))
    words = _SAID_AFTER_QUOTE.sub(r"\1\n", _DAY.sub(r"\1 den \2", words))
    return _QUOTED.sub(_of_the_quoted, _YES_OR_NO.sub("besked", words))


def _of_the_quoted(found: re.Match[str]) -> str:
    return f'{found[1]}"{_FIRST_PERSON.sub("hen", found[2])}"'
