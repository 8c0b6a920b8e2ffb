"""Notice conditions, doubts and limits in what is written: each of them makes a reply one to ask back about."""

import re

IF_PERSON = re.compile(
    r"\b(?:om|ifall|såvida|förutsatt att|utifall)\s+(?:inte\s+)?(?:hon|han|hen|hn|de|dom|båda|någon"
    r"|nån|ingen|ingendera|§\d+)\b"
    r"|\bi så fall\b"
    # "svarar hon inte, ring 2" and "får du nej så ta 3"
    r"|(?:^|[,.] |\boch |\bmen )(?:får du|(?:svarar|kan|vill|är|blir|får|går|säger|tackar|hinner"
    r"|funkar|passar) (?:hon|han|hen|de|det|§\d+))(?! (?:något|nåt|oklart|frågor|problem|ok|bra))\b(?: \w+){0,4} ?,?"
    r"(?: (?:så |då |annars |ring|ta|tar|blir)|, §)"
)
IF = re.compile(
    r"\bnär (?:hon|han|hen) (?:är|blir|har blivit|kommer) (?:frisk\w*|bättre|tillbaka|hem|klar|ledig|pigg\w*)\b"
    r"|\b((?:inte|ej|aldrig) förrän|först (?:efter|i|om|när)|tidigast|givet att|under förutsättning|med förbehåll"
    r"|på villkor|ifall|såvida|såframt|förutsatt|förutsättning\w*|villkor\w*|beroende på|beror på|annars|i annat fall"
    r"|i nödfall|först\b.{0,40}\b(?:sen|sedan|därefter)|så länge (?=hon|han|hen|det|de|ni|vi)"
    r"|(?:om|bara om|endast om) (?:inte|det|den|ni|vi|du|man|jag|möjligt|så|bara|enheten|verksamheten|datum\w*"
    r"|tiden?))\b"
)
HEDGE = re.compile(
    r"\b(kanske|möjligen|möjligtvis|eventuellt|ev|tror(?! (?:\w+ )?på\b)|antar|gissar|osäker\w*"
    r"|(?<!utan )tvek\w*|vet inte|vet ej|lutar"
    r"|nja+|njae|tja|hmm*|får se"
    r"|skulle (?:jag|vi) (?:nog |väl )?kunna|preliminär\w*|det kan bli(?= §)|skulle (?!vilja|jag|vi|du kunna|ni kunna)"
    r"|hade (?:\w+ ){0,3}(?:gärna|kunnat|velat|varit"
    r"|passat|tagit|valt"
    r"|sett|nog|kanske)|man kunde|kunde man|kunde vara|spontant|nog|bättre|svårt"
    r"|tveksam\w*|verkar|vore"
    r"|typ|hellre|minst|förmodligen|antagligen|troligen|troligtvis|sannolikt|gissningsvis|hoppas)\b"
)
_NEEDS = re.compile(r"\b(?:behöv|räck)\w*|\bperson")
_ASKED_FOR = re.compile(
    r"\b(?:de|dom|man|ni|enheten|verksamheten) (?:ju )?(?:bara|endast) (?:bad om|ville ha|vill ha|sökte|söker"
    r"|behöver|behövde)\b"
    r"|\b(?:de|dom|man|ni|enheten|verksamheten) (?:skulle|ville|vill|behöver|behövde|sökte|söker|bad)"
    r" (?:ju |nog |väl )*(?:bara|endast)\b"
)
_BLAND = re.compile(
    r"\bbara att (?:köra|boka|ringa|tuta|tacka|gå vidare|skicka|gratulera|säga)\b|\b(?:blir|är|känns|skulle bli"
    r"|vore) (?:det )?bara \w+"
)
_ONLY_SO = re.compile(r"\b(?:bara|endast|enbart)\b")


def narrows(text: str) -> bool:
    """Tell whether "men bara på distans" narrows what was said; "bara 2" and "men bara 2" name people."""
    text = _BLAND.sub(" ", text)
    pieces = re.split(r"\b(?:men|fast|dock)\b|,", _ASKED_FOR.sub(" ", text))
    return any(_ONLY_SO.search(piece) and "§" not in piece and not _NEEDS.search(piece) for piece in pieces[1:])


_NOT_YET = re.compile(r"\bän så länge\b|^(?:inte|ej) (?:just )?(?:nu|än|ännu|idag)\b|\binte (?:än|ännu)\b")
_ABOUT_ALL = re.compile(
    r"\b(dem|dom|dessa|de här|förslagen|passar|aktuell\w*|rätt|gången|tyvärr|ingen|inga|inget|för (?:få|många"
    r"|gamla|unga|långt)|stämmer)\b"
)


def hesitates(text: str) -> bool:
    """Tell whether a reply without names has a condition or a doubt in it."""
    low = text.lower()
    doubts = (
        re.search(r"\bchef", low)
        or IF_PERSON.search(low)
        or IF.search(low)
        or HEDGE.search(low)
        or narrows(low)
        or _NOT_YET.search(low)
    )
    return bool(doubts)


def speaks_of_all(clause: str) -> bool:
    """Tell whether a clause gives a reason that is about the whole list."""
    return bool(_ABOUT_ALL.search(clause))


def has_stranger(sentence: str) -> bool:
    """Tell whether a capitalised word inside the sentence may be somebody who is not on the list."""
    return bool(re.search(r"(?<=[a-zåäö,] )[A-ZÅÄÖ][a-zåäöé]{2,}", sentence))
