"""Read what is written as it is spoken, shortened or dictated, by putting it into plain spelling.

Dialect ("de ä la bara å köra på Olof"), abbreviations of the hurried ("OK m. 2 o. 3, övr. …") and what a telephone
writes down ("… punkt vi ses"). Words alone stand in everyday.txt; here is what hangs on the words beside it. Nothing
is put over that is a name on the list.
"""

import re
from collections.abc import Set
from functools import cache
from pathlib import Path

_MAX = 8_000
# What stands in the table is looked for only where a mail holds one of its words.
_WORD = re.compile(r"[^\W\d_]+")
_VERB = (
    r"(?:är|var|blir|bli|kan|ska|vill|får|går|bor|har|hade|borde|måste|gör|tar|passar|verkar|låter|säger|kör|ringer|sa|"
    r"tycker|svarar|svara|ville|kunde)"
)
_SHAPES: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern, re.I), plain)
    for pattern, plain in (
        (r"\bint\b(?!\.)", "inte"),
        (r"\bint\.(?! ?[A-ZÅÄÖ])", "intresserad"),
        # "Agneta ä med", "hon e bra"; "Bergh med e" spells a name.
        (r"(?<=[\w)] )(?<!\bmed )(?<!\butan )(?<!\bett )(?<!\bbokstaven )(?-i:[äe])(?= [^\W_])", "är"),
        (r"(?<=[^\W\d_] )va(?= (?:inte|ej|så|lite|riktigt|mycket|jätte\w*|glad|på|i|hos|ute|borta|hemma|sjuk|dålig)\b)",
         "var"),
        # "det får la bli", "det är la bara"
        (rf"\b({_VERB}) la\b(?! (?:på|ner|ned|upp|in|ihop|till|fram|sig|ut|av|undan|dit)\b)", r"\1 väl"),
        (r"\b((?:är|var|blir) (?:väl )?bara) (?:å|o|och)(?= \w)", r"\1 att"),
        (r"\b(upp|ring|ringer|ringde|ringt|på|ta|tar|hos|till|med|nå|nådde|tag i|få tag på) na\b", r"\1 henne"),
        (r"\bha (?=(?:du|ni|de|dom)\b)", "har "),
        (r"\b(jag|ja|hon|han|vi|de|dom) ha (?=\w+(?:t|tt|it)\b)", r"\1 har "),
        # "sa ja ringde Bo" holds an answer.
        (r"(?<!\bsa )(?<!sade )(?<!säger )(?<!ckade )(?<!ckar )(?<!ckat )(?<!rade )(?<!\bfått )(?<!\bfick )(?<!många )"
         r"(?<!\bett )(?<!\btvå )\bja (?=(?:tycker|tar|har|menar|vet|ringer|ringde|tror|vill|fick|nådde|pratade"
         r"|snackade|har)\b)", "jag "),
        # Thanked off: "övriga tackar vi för den här gången"
        (r"\b(övriga|resten|(?:de|dom|alla) andra) tackar (vi|jag)\b(?! (?:nej|ja)\b)(?: (?:för|av)\b)?",
         r"\1 tackar \2 nej till"),
        # A face ends a sentence; "dem" behind a semicolon is of those before it; those between are the rest.
        (r"\s?[:;=]-?[)(]+\s+(?=(?-i:De|Dom|Det|Jag|Vi|Enheten|Har|Finns|Hon|Han)\b)", ". "),
        (r";(?= (?:dem|dom|båda|bägge) )", ","),
        (r"\b(?:de|dom|dem) (?:där)?emellan\b", "övriga"),
        (r"(?<=\w) enligt förslag(?:et)?(?=\W*$|[,.!\n])", ""),
        # Shortened; a capital is an initial.
        (r"(?-i:(?<!\.)\bm(?:\. ?| (?=\d))(?=\w)(?!fl\b|m\b|a\b))", "med "),
        (r"(?-i:(?<=[\w.,] )o\. ?(?=\w)(?!m\b|d\b))", "och "),
        (r"(?-i:(?<!\.)\bt\. ?(?=[^\W\d_]{2})(?!ex\b))", "till "),
        (r"\bp\. ?g\. ?a\.?", "på grund av"),
        (r"\b(tar|tycker|tror|väljer|menar|vill) ja(?=\s*(?:$|[.,!\n]))", r"\1 jag"),
        (r"\b(vill|ville) med(?=\s*(?:$|[.,!\n]|men\b|och\b))", r"\1 vara med"),
        (r"\bf\. ?n\.", "för närvarande"),
        (r"\bt\. ?v\.", "tills vidare"),
        # What a telephone writes for a full stop.
        (r"(?<!\ben)(?<!\bpå)(?<!första)(?<!nästa)(?<!sista)(?<!någon)(?<!\bden) punkt"
         r"(?= (?!\d|nummer\b|nr\b|ett\b|två\b|tre\b|fyra\b|och\b)|\s*$)", "."),
    )
)  # fmt: skip
_PLACE = (
    r"(?:bil|bilen|i bilen|på bussen|på tåget|i möte|på möte|på ett möte|i ett möte|på språng|i kassakön|på väg \w+)"
)
_SPOKEN_IN = (
    r"(?:(?:talar|talade|pratar|pratade|läser|läste) in (?:det här|detta|det)|dikterar(?: det här| detta)?|"
    r"(?:det här|detta|det) (?:här )?är (?:intalat|inläst|dikterat|inpratat))"
)
_EXCUSE = (
    r"(?:det|detta|det här|det här mejlet) (?:(?:här )?är (?:intalat|inläst|dikterat)|blir kort|får bli kort|"
    r"(?:kan|kanske|kommer att) (?:bli|blir) (?:lite |litet |något )?(?:tokigt|fel|konstigt|kort|knasigt|rörigt|galet))"
)
# How the letter came about, and nothing of what it decides.
_CAME_ABOUT = re.compile(
    rf"(?:(?<![^.!?,\n])\s*|\b(?=jag ))(?:det är [^\W\d_]{{2,20}} (?:här )?)?"
    rf"(?:(?:jag )?(?:sitter|är|kör|står)(?: just nu| nu)? {_PLACE}(?: (?:mot|till|från|hem) \w{{2,30}})?"
    rf"(?: (?:och|å) {_SPOKEN_IN})?|(?:jag )?{_SPOKEN_IN})"
    rf"(?: i \w{{3,12}})?(?:,? så {_EXCUSE}){{0,2}}"
    # "Jag är i möte till 3" tells how long.
    rf"(?:[.,!]|(?= (?!till|tills|med|fram|hela|just|nu|idag|imorgon|i\b|på\b|och\b|hos|kl)))",
    re.I,
)


def everyday(words: str, names: Set[str]) -> str:
    """Return the words in plain spelling; `names`, in small letters, are the parts of names that are left alone."""
    head = words[:_MAX]
    pattern, table = _table()

    def plain(found: re.Match[str]) -> str:
        said = found["said"].lower()
        return found[0] if names & set(_WORD.findall(said)) else table[said]

    head = pattern.sub(plain, _CAME_ABOUT.sub(". ", head))
    for shape, meant in _SHAPES:
        head = shape.sub(meant, head)
    return head


@cache
def _table() -> tuple[re.Pattern[str], dict[str, str]]:
    lines = Path(__file__).with_name("everyday.txt").read_text(encoding="utf-8").splitlines()
    table = {written: "" if plain == "¤" else plain for written, plain in (line.split(" = ", 1) for line in lines)}
    words = "|".join(map(re.escape, sorted(table, key=len, reverse=True)))
    # A shortened word ends in a full stop, which ends no sentence where small letters or numbers follow.
    return re.compile(rf"(?<![\w-])(?P<said>{words})(?![\w-])(?:\.(?= ?[a-zåäö\d]))?", re.I), table
