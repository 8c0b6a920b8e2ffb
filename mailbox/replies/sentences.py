"""Cut a reply into sentences and take out the numbers that mean something else than a candidate."""

import re
from dataclasses import dataclass

_MAX_WORDS = 8_000
_MAX_SENTENCES = 120
_EMOJI = [
    (re.compile("[👍👌✅✔☑🆗🙌💯][\U0001f3fb-\U0001f3ff\ufe0f]*"), " 👍 "),
    (re.compile("[👎❌🚫⛔✖✗✘✕][\U0001f3fb-\U0001f3ff\ufe0f]*"), " nej "),
    (re.compile("[🤔🤷❓⏳😕🫤][\U0001f3fb-\U0001f3ff\ufe0f]*"), " tveksam "),
    (re.compile("[\U0001f300-\U0001f44c\U0001f44f-\U0001faff☀-➿\ufe0f\u200d]"), " "),
    (re.compile(r"\s?[:;=]-?[)(DPp]+\s+(?=(?:övriga|resten|de andra|vi hörs|hörs)\b)", re.I), ". "),
    (re.compile(r"[:;=]-?[)(DPp]+(?=\s|$)"), " "),
]
_PLAIN = [
    (re.compile(r"\bbåda (?:killarna|tjejerna|männen|kvinnorna|herrarna|damerna)[,:] (?=[A-ZÅÄÖ])"), ""),
    (re.compile(r",? enligt (?:din|er|ert|ditt) (?:lista|mejl|mail|förslag|numrering)\b(?: av| från)?", re.I), ""),
    (re.compile(r"\bför all del\b,?", re.I), ""),
    (re.compile(r",? (?:å|o|och) inge[tn]? (?:krångel|mer med det|snack|tjafs)\b", re.I), ""),
    (re.compile(r"\bförst och sist (?:på|i) listan\b", re.I), "den första och den sista"),
    (re.compile(r"(?:^|(?<=[\s,(]))\+\s?1(?=\s+(?:på|för|till|åt)\s)"), "👍 till"),
    (re.compile(r"👍 (?:på|för|åt|till)\b"), "👍 till"),
    (re.compile(r"👍 till (?:på|för|åt|till)\b"), "👍 till"),
    (re.compile(r"\(\s?\d{2,3}(?: år| bast| fyllda)?\s?\)"), " "),
    (re.compile("[‐‑‒–—−]"), "-"),
    (re.compile("[“”„»«]"), '"'),
    (re.compile(r"\b(nr|no|num)\.\s*(?=\d)", re.I), r"nr "),
    (re.compile(r"\b(nr|#)(?=\d)", re.I), "nr "),
    (re.compile(r"#\s*(?=\d)"), "nr "),
    (re.compile(r"\bt\.?\s?o\.?\s?m\.?(?=\s*\d)", re.I), "till"),
    (re.compile(r"\bt\.\s?ex\.?", re.I), "till exempel"),
    (re.compile(r"\bev\.", re.I), "eventuellt"),
    (re.compile(r"\b(v|kl|ca|tel|st|bl|dvs|vs|resp|max|min|tfn|mob)\.(?=\s*\S)", re.I), r"\1"),
    (re.compile(r"\b(\d{1,2})(?:\s?:?(?:an|orna)|a)\b", re.I), r"nr \1"),
    (
        re.compile(
            r"\b((?:senast|betald|betalas|klart|träffas|mötet|lunch|ledig|kommer"
            r"|\w{0,20}träffen|\w{0,20}dagen|\w{0,20}mötet|ses) den \d{1,2}):[ae]\b",
            re.I,
        ),
        r"\1",
    ),
    (re.compile(r"\b(?<!den (?=\d\d))(\d{1,2}):(?:a|e)\b(?=\s*(?:$|[,.!?]|och|o|&|samt))", re.I), r"nr \1"),
    (re.compile(r"^\s*[-*•]\s+", re.M), ""),
    (re.compile(r"^(\s*\d{1,2})(?:[):]|[.](?=\s+(?:[a-zåäö]|(?:Ja|Nej|Ok|JA|NEJ|OK)\b)))\s+(?=\S)", re.M), r"\1 "),
    (re.compile(r"(?<=\s)(\d{1,2})\)\s+(?=[^\W\d_])"), r"\1 "),
    (re.compile(r"\s/\s"), " och "),
    # "David? Ja!" answers its own question; a longer question before a yes is somebody else's matter.
    (re.compile(r"(?:^|(?<=[.!\n]\s)|(?<=\n))(\w{1,20}(?: \w{1,20})?)\?\s+(?=(?:ja|japp|nej|nä)\b)", re.I), r"\1 "),
    (re.compile(r"^[ ]*(fråga)[ ]*[:.!-]?[ ]*\n\s*(?=\S)", re.I | re.M), r"\1: "),
    (re.compile(r"^[ ]*(ja|nej)[ ]*[:-]?[ ]*\n\s*(?=(?:nr )?\d)", re.I | re.M), r"\1 till "),
]
# As people write in a hurry or say to a telephone that spells as it likes; initials keep their capital.
_SHORT_FORMS = [
    (re.compile(rf"\b(?:{short})\b"), full)
    for short, full in (
        ("e(?!-)", "är"),
        (r"(?<=är )me|me(?=[.!]*$)|(?<=kör )me?|(?<=vidare )me?|(?<=klart )me?|(?<=ok )me?", "med"),
        ("int|nt|itne", "inte"),
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
    r"|samtal|försök|koppar|glas|bullar|rader|sidor|ord|fakturor|bilagor|biljetter|stolar|kollegor|gäster|fika"
    r"|kaffe|spår|frågor|saker|vuxna|barn|enheter|heltid|deltid|lediga)s?\b"
)
_DATE = re.compile(r"\b(?:19|20)\d{2}-\d{2}-\d{2}\b")
_PHONE = re.compile(r"(?<![\d-])(?:\+\s?\d{1,3}|0\d{1,3})[\s/-]{0,3}\d[\d\s-]{4,14}\d\b")
_OTHER_NUMBERS = [
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
        r"\b(?:de|dom|enheten|verksamheten|mottagningen|man) (?:vill|ville|behöver|önskar|söker|ska"
        r"|skulle)(?: vilja)?(?: ha)?"
        r" (?:bara |minst |max )?\d{1,2}\b(?! (?:i ?stället|och \d|hellre))",
        re.I,
    ),
    re.compile(
        r"\b(?:vi|de|dom|det) (?:är|blir|kommer) \d{1,2}\b(?! och)|\b\d{1,2} från (?!listan)\w{3,}(?:en|et|na)\b", re.I
    ),
    re.compile(r"\b\d{1,2}:\d\b|\bx ?\d{1,2}\b|\b\d{1,2} ?x\b", re.I),
    re.compile(r"\b(?:kl|klockan)\s*\d{1,2}(?:[.:]\d{2})?(?:\s?-\s?\d{1,2}(?:[.:]\d{2})?)?", re.I),
    re.compile(r"\b\d{1,2}[.:]\d{2}(?:\s?-\s?\d{1,2}(?:[.:]\d{2})?)?\b"),
    re.compile(
        rf"\b(?:den\s+)?\d{{1,2}}(?::?[ae])?(?:\s?(?:-|och|eller|till)\s?\d{{1,2}}(?::?[ae])?)?\s?{_MONTH}\b", re.I
    ),
    re.compile(r"\b(?:den|dag)\s+\d{1,2}(?::?[ae])?(?![\d])(?!\s*(?:och|,)\s*(?:nr\s*)?\d)", re.I),
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
_NO_MORE = re.compile(r"(?:,| och| o| men) (?:inga andra|ingen annan|inga fler|ingen mer)\b(?=[\s.!]*$)", re.I)
# One such line may be "2." and a sentence after it; two are a list.
_NUMBERED_LINE = re.compile(r"^(\s*\d{1,2})\.\s+(?=\S)", re.M)
_HEADING = re.compile(r"(ja|nej)\s?:", re.I)
_HEADED_ENDS = re.compile(r"\b(?:ja|nej|inte|tack|mvh|hälsningar)\b|[:.?!]$", re.I)
_INLINE_ITEM = re.compile(r"(?:^|(?<=\s))(\d{1,2})[.):]\s+(?=[^\W\d_])")
_GREETING = re.compile(
    r"(hej|hejsan|hallå|tjena|tjenare|tja|hejhej|god ?(morgon|dag|kväll|middag|förmiddag|eftermiddag)|morrn|morsning)"
    r"( igen| hej)?( [^\W\d_]{1,20}){0,2}\s*[!,.]*",
    re.I,
)
_ADDRESS = re.compile(r"^(?:hej|hejsan|hallå|tjena|god ?\w{3,8})(?: [^\W\d_]{1,20}){0,2}\s*[,!]\s*(?=\S)", re.I)
# Three words or more; a name or a word may stand in quotation marks for other reasons.
_SIGNED = re.compile(
    r"(?:\n\s*|(?<=[.!?]) {1,3})(?i:mvh|med vänliga? hälsning(?:ar)?|vänliga hälsningar|hälsningar|vänligen|hälsn"
    r"|vh)[\s,]+[A-ZÅÄÖ][\w-]{0,20}(?: [A-ZÅÄÖ][\w-]{0,20})?\s*$"
)
_QUOTATION = re.compile(r'["“”„»][^"“”„»«\n]{1,80} [^"“”„»«\n]{1,80} [^"“”„»«\n]{1,240}["“”«]')
_BLANKS = re.compile(r"\n[ \t]*\n\s*")
_SENTENCE_END = re.compile(r"(?<=[.!?;])\s+|(?<=[!?])(?=[^\s!?.)\"])|\n+")


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence as written, and with the numbers that name no candidate as "¤"."""

    written: str
    text: str


_DICTATES = re.compile(r"\b(?:kommatecken|nytt stycke|ny rad|frågetecken|utropstecken)\b", re.I)
_SPOKEN_SIGNS = (
    (re.compile(r" ?\b(?:punkt )?(?:nytt stycke|ny rad)\b ?", re.I), ".\n"),
    (re.compile(r" ?\bkommatecken\b", re.I), ","),
    (re.compile(r" ?\bfrågetecken\b", re.I), "?"),
    (re.compile(r" ?\butropstecken\b", re.I), "!"),
    (re.compile(r" \bpunkt\b(?! \d)", re.I), "."),
)


def _dictated(words: str) -> str:
    """Set the signs that somebody said aloud to a telephone."""
    if _DICTATES.search(words):
        for spoken, sign in _SPOKEN_SIGNS:
            words = spoken.sub(sign, words)
    return words


def _itemized(line: str) -> str:
    """Put the items of "1. Ja 2. Nej 3. Svarade inte" on lines of their own; fewer than three may be anything."""
    items = list(_INLINE_ITEM.finditer(line[:2000]))
    if len(items) < 3 or [int(item[1]) for item in items] != list(range(1, len(items) + 1)):
        return line
    return _INLINE_ITEM.sub(r"\n\1 ", line).strip() if items[0].start() == 0 else line


def _unquoted(text: str) -> str:
    """Leave out what somebody else is quoted with; a reply that is all quotation keeps it."""
    rest = _QUOTATION.sub(" ", text)
    return _QUOTATION.sub(" citat ", text) if len(re.findall(r"\w+", rest)) > 2 else text


def _headed(text: str) -> str:
    """Read "JA:" over a list of names as "ja till" each of them."""
    lines: list[str] = []
    heading = ""
    for line in text.split("\n"):
        bare = line.strip()
        if match := _HEADING.fullmatch(bare):
            heading = match[1] + " till "
        elif heading and bare and len(bare) <= 60 and not _HEADED_ENDS.search(bare):
            lines.append(heading + bare.lstrip("-*• "))
        else:
            heading = ""
            lines.append(line)
    return "\n".join(lines)


def sentences(words: str, *, with_quotations: bool = False) -> list[Sentence]:
    """Return the sentences in order, in the writer's own case; a greeting is left out.

    `with_quotations`: of those who were phoned their own words are told, elsewhere a quotation is somebody else's.
    """
    text = _BLANKS.sub("\n\n", _SIGNED.sub("", _dictated(words[:_MAX_WORDS])))
    text = "\n".join(_itemized(line.strip()) if "3" in line else line for line in text.split("\n"))
    if len(_NUMBERED_LINE.findall(text)) > 1:
        text = _NUMBERED_LINE.sub(r"\1 ", text)
    text = _headed(text) if with_quotations else _unquoted(_headed(text))
    for pattern, replacement in (*_EMOJI, *_PLAIN):
        text = pattern.sub(replacement, text)
    found: list[Sentence] = []
    for piece in _SENTENCE_END.split(_unwrapped(text))[:_MAX_SENTENCES]:
        written = " ".join(piece.split())
        if not found:
            written = _ADDRESS.sub("", written)
        if written.strip(" .,-\"'()*_!") and not (_GREETING.fullmatch(written) and not found):
            found.append(Sentence(written, _masked(written)))
    return found


def _masked(sentence: str) -> str:
    sentence = _NO_MORE.sub("", _PLUS_ONE.sub("¤", sentence))
    for short, full in _SHORT_FORMS:
        sentence = short.sub(full, sentence)
    sentence = _AFTER_NUMBER.sub(r"\1 ⁇", sentence)
    sentence = _DATE.sub(" ¤ ", sentence)
    sentence = _PHONE.sub(" ☏ ", sentence)
    for pattern in _OTHER_NUMBERS:
        sentence = pattern.sub(" ¤ ", sentence)
    return " ".join(sentence.split())


def _unwrapped(text: str) -> str:
    """Join lines that a program broke: a long one goes on in the next unless that begins a list item."""
    lines: list[str] = []
    previous = ""
    for line in text.split("\n"):
        goes_on = (
            55 <= len(previous) <= 100
            and previous[-1] not in ".!?:;"
            and (line[:1].islower() or (line[:1].isalpha() and len(previous) >= 62))
        )
        if lines and goes_on and line.strip():
            lines[-1] += " " + line
        else:
            lines.append(line)
        previous = line.rstrip() or ""
    return "\n".join(lines)
