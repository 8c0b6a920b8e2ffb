"""Take out of a sentence the numbers that mean something else than a candidate: dates, times, counts, phones.

A number that is missed here may be picked, so what may be a count or a time is taken out; "nr 2" always stays.
"""

import re

# As people write in a hurry or say to a telephone that spells as it likes; initials keep their capital.
_SHORT_FORMS = [
    (re.compile(rf"\b(?:{short})\b"), full)
    for short, full in (
        (r"(?<!\d:)(?<!med )(?<!på )e(?![-:])", "är"),
        (r"(?<=är )me|me(?=[.!]*$)|(?<=kör )me?|(?<=vidare )me?|(?<=klart )me?|(?<=ok )me?", "med"),
        ("int|nt|itne", "inte"),
        ("ja{2,}h?", "ja"),
        ("ne{2,}j+|nejj+", "nej"),
        ("oc|ohc|ocj|ocg|ovh|pch|ochh", "och"),
        ("mä|mé", "med"),
        (r"de(?= (?:va|var) (?:inga|inget|bra|lugnt|fint)\b)", "det"),
        (r"(?<=\bhar )ja(?= \w)|(?<=\btar )ja(?= \w)|(?<=\bska )ja(?= \w)", "jag"),
        ("inge(?= (?:emot|ont|annat|mer|att))", "inget"),
        (r"(?<=\bblir )d(?=\W*$)", "det"),
        ("oxå|okså|ocskå|oxo", "också"),
        ("ngn|nårn", "någon"),
        ("ngra|nåra", "några"),
        ("iaf|iallafall", "i alla fall"),
        ("imorn|imorron|imorrn|imoron|imorrån", "imorgon"),
        ("istf|ist", "i stället för"),
        ("el|lr", "eller"),
        ("mkt|mke", "mycket"),
        ("ggr", "gånger"),
        ("sv", "svar"),
        ("uppg", "uppgifter"),
    )
]
# Whole words only: "1 Margareta" is no first of March.
_MONTH = (
    r"(?:jan(?:uari)?|feb(?:ruari)?|mar(?:s)?|apr(?:il)?|maj|juni?|juli?|aug(?:usti)?|sept?(?:ember)?|okt(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)(?![\w-])"
)
_WEEKDAY = r"(?:mån|tis|ons|tors?|fre|lör|sön)(?:dag(?:en|ar|s)?)?(?!\w)"
_WORDS = r"(?:ett?|två|tre|fyra|fem|sex|sju|åtta|nio|tio|\d{1,4}(?:[.,]\d{1,2})?)"
_UNITS = (
    r"(?:st|stycken|pers(?:on(?:er)?)?|deltagare|vec?kor?|v|dagar?|dygn|tim(?:mar|me)?|h|min(?:uter)?"
    r"|månad(?:er)?|mån|år"
    r"|åringar?|åring|bast|kr|kronor|sek|mil|km|meter|gånger|gång|ggr|tillfällen?|möten?|träffar?|kandidater|förslag"
    r"|namn|procent"
    r"|%|platser|kommuner|brukare|patienter|närstående|män|kvinnor|ungdomar|äldre|yngre|bokstäver|mejl"
    r"|mail|alternativ"
    r"|samtal|försök|koppar|glas|bullar|rader|sidor|ord|fakturor|bilagor|biljetter|stolar"
    r"|kollegor|gäster|fika"
    r"|kaffe|spår|frågor|saker|vuxna|barn|enheter|heltid|deltid|lediga)s?\b"
)
_DATE = re.compile(r"\b(?:19|20)\d{2}-\d{2}-\d{2}\b")
_PHONE = re.compile(r"(?<![\d-])(?:\+\s?\d{1,3}|0\d{1,3})[\s/-]{0,3}\d[\d\s-]{4,14}\d\b")
_OTHER_NUMBERS = [
    # "ringt 8.30, 12 och 16, ingen svarar"
    re.compile(
        r"(?:(?<=ringt )|(?<=ringde )|(?<=prövat )|(?<=provat )|(?<=försökt )|(?<=försökte )|(?<=sökt ))(?:kl )?"
        r"(?=[\d., och]{0,30}\d[.:]\d\d)\d{1,2}(?:[.:]\d{2})?(?:(?:,| och|, och| samt| &) "
        r"(?:[7-9]|1\d|2[0-3])(?:[.:]\d{2})?\b){0,4}(?=[,.;]|\s*$| (?:men |utan |och )?(?:ing|utan|tyst))",
        re.I,
    ),
    re.compile(
        r"\b(?:kaffe|fika|lunch|mat|bord|lokal|rum|sal|platser|taxi|stolar|smörgås(?:ar)?|bullar|kopior|biljetter)"
        r" (?:för|till|åt) \d{1,2}\b",
        re.I,
    ),
    re.compile(r"(?:(?<=\bhar )|(?<=\bfått )|(?<=\bfick ))\d{1,2}(?= [a-zåäö]{4,})"),
    re.compile(r"\b\d{1,3}(?:[ .]\d{3}){1,3}\b(?: ?(?:kr|kronor|sek|:-))?", re.I),
    # "en räcker" is a count; "1 och 5 räcker" is a list.
    re.compile(rf"(?<!\d, )(?<!\d & )(?<!\d \+ )(?<!\d och )\b{_WORDS} (?:räcker|behövs)\b", re.I),
    re.compile(r"\S{1,64}@\S{1,200}|https?://\S{1,500}|www\.\S{1,200}", re.I),
    re.compile(r"\b[A-ZÅÄÖ]{1,3}-\d{4}-\d{2,6}\b", re.I),
    re.compile(r"\b(?:19|20)\d{2}\b"),
    re.compile(r"\b\d{5,}\b|\b\d{3}\s\d{2}\b(?=\s+[A-ZÅÄÖ])"),
    re.compile(r"\b\d{1,3}\.\d{1,3}\b(?![.:]?\d)(?!\s?-\s?\d)", re.I),
    re.compile(
        r"\b(?:de|dom|enheten|verksamheten|mottagningen|man) (?:vill|ville|behöver|behövde|önskar|söker|sökte|ska"
        r"|skulle)(?: vilja| ju| nog| väl| helst| gärna| bara){0,2}(?: ha)?"
        r" (?:bara |minst |max )?\d{1,2}(?:\s?-\s?\d{1,2})?\b(?! (?:i ?stället|och \d|hellre))",
        re.I,
    ),
    re.compile(
        r"\b(?:vi|de|dom|det) (?:är|blir|kommer) \d{1,2}\b(?! och| &| \+| o\b|, ?\d)"
        r"|\b\d{1,2} från (?!listan)\w{3,}(?:en|et|na)\b",
        re.I,
    ),
    re.compile(
        r"\b(?:senast|slutar?|börjar?)(?: vid| kl| klockan| senast| redan)? (?:1?\d|2[0-4])\b(?! (?:ja|nej|och|,))"
    ),
    # "ringde mellan 9 och 11"; "valet står mellan 3 och 4" is of people.
    re.compile(
        r"\b(?<!står )(?<!välja )(?<!väljer )(?<!valet )(?<!velar )(?<!tvekar )mellan (?:klockan |kl )?(?:1?\d|2[0-4])"
        r" och (?:1?\d|2[0-4])\b(?! (?:vill|väljer|tar|är|får|blir))"
    ),
    re.compile(r"\b\d{1,2}:\d\b|\bx ?\d{1,2}\b|\b\d{1,2} ?x\b", re.I),
    re.compile(
        r"\b(?:kl|klockan)\s*\d{1,2}(?:[.:]\d{2})?(?:\s?-\s?\d{1,2}(?:[.:]\d{2})?)?"
        r"(?:(?:,| och| samt| &|, och) ?\d{2}(?:[.:]\d{2})?\b){0,5}",
        re.I,
    ),
    re.compile(r"\b\d{1,2}[.:]\d{2}(?:\s?-\s?\d{1,2}(?:[.:]\d{2})?)?\b"),
    re.compile(
        rf"\b(?:den\s+)?\d{{1,2}}(?::?[ae])?(?:\s?(?:-|och|eller|till)\s?\d{{1,2}}(?::?[ae])?)?\s?{_MONTH}\b", re.I
    ),
    re.compile(rf"\b(?:första|sista) {_MONTH}", re.I),
    re.compile(r"\b(?:den|dag)\s+\d{1,2}(?::?[ae])?(?![\d])(?!\s?/\d)(?!\s*(?:och|,)\s*(?:nr\s*)?\d)", re.I),
    re.compile(
        r"\b(?:är|fyller|fyllt|fyllda|\w*ålder\w* (?:på|är)|över|under|runt|kring|drygt|nästan|närmare) (?:1[3-9]"
        r"|[2-9]\d)\b"
    ),
    re.compile(rf"\b{_WEEKDAY}\s+(?:den\s+)?\d{{1,2}}(?::?[ae])?(?:/\d{{1,2}})?\b", re.I),
    re.compile(r"(?<![\d/])\d{1,2}/\d{1,2}(?:[-/]\d{2,4})?(?![\d/])"),
    re.compile(r"\b(?:v|vecka|veckorna|veckor)\.?\s?\d{1,2}(?:\s?(?:-|och|eller|till|,)\s?\d{1,2})*\b", re.I),
    re.compile(rf"\b{_WORDS}\s?(?:-|till|eller|à|á)\s?{_WORDS}\s?{_UNITS}", re.I),
    re.compile(rf"(?<!alla )(?<!samtliga )\b{_WORDS}\s?-?{_UNITS}", re.I),
    re.compile(rf"\b{_WORDS}(?= (?:jätte)?(?:bra|fina|nya|andra|olika|goda|lämpliga|intressanta) {_UNITS})", re.I),
    re.compile(r"\b(?:de|dom|dessa|topp?)\s?\d{1,2}\b(?!\s*(?:och|,|första|sista|översta|nedersta))", re.I),
    re.compile(
        r"\b(?:fyllde|fyller|fyllt|runt|omkring|varav|cirka|ca|minst|max|högst|drygt|knappt|ungefär|åldern|rum"
        r"|sal|buss|paragraf|sida|sid"
        r"|punkt|fråga"
        r"|telefon|tel|anknytning|ankn|grupp|team|klass|årskurs|fas|etapp|kvartal|modul|avdelning|avd|lokal"
        r"|linje|ärende"
        r"|version|bilaga|steg|dag|år|mer än|fler än|färre än|plan|hus|vån|våning|box|entré"
        r"|trappa|uppgång|port|under|(?<!hoppa )(?<!hoppar )(?<!hoppade )över|efter|före|innan|räcker med|behöver"
        r"|behövs)"
        r"\s+(?:bara\s+|med\s+|på\s+)?\d{1,4}(?:\s?-\s?\d{1,4})?\b(?!\s*(?:och|,)\s*\d)",
        re.I,
    ),
]
# "ta 1 efter 3" and "ring efter 3": a candidate or the time of day, which only the rules can tell.
_AFTER_NUMBER = re.compile(
    rf"(?<!hoppa )(?<!hoppar )(?<!hoppade )\b(efter|före|innan|framför|under"
    rf"|över) \d{{1,2}}\b(?![.:/]\d)(?!\s?-?{_UNITS})(?! {_MONTH})(?!-\d)",
    re.I,
)
_PLUS_ONE = re.compile(r"^\W{0,3}\+\s?1\W*$|\b(\d) ?\+ ?\1\b")
_NO_MORE = re.compile(r"(?:,| och| o| å| &| men) (?:inga andra|ingen annan|inga fler|ingen mer)\b(?=[\s.!]*$)", re.I)


def masked(sentence: str) -> str:
    """Return the sentence with "¤" for every number that names no candidate, and with its short forms in full."""
    sentence = _NO_MORE.sub("", _PLUS_ONE.sub("¤", sentence))
    for short, full in _SHORT_FORMS:
        sentence = short.sub(full, sentence)
    sentence = _AFTER_NUMBER.sub(r"\1 ⁇", sentence)
    sentence = _DATE.sub(" ¤ ", sentence)
    sentence = _PHONE.sub(" ☏ ", sentence)
    for pattern in _OTHER_NUMBERS:
        sentence = pattern.sub(" ¤ ", sentence)
    return " ".join(sentence.split())
