"""Cut a reply into sentences; greetings, courtesy and what somebody else is quoted with are left out."""

import re
from dataclasses import dataclass

from medverkan.mailbox.replies.other_numbers import masked

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
    (
        re.compile(
            r"\bvarken (?:(?:den )?ena eller (?:den )?andra|han eller hon|hon eller han|henne eller honom"
            r"|honom eller henne)\b",
            re.I,
        ),
        "ingen av dem",
    ),
    (re.compile(r"\binte en enda(?: av (?:dem|dom|dessa))?\b", re.I), "ingen av dem"),
    (
        re.compile(
            r"\b(?:gå inte|går inte|inte gå|inte går) vidare med (?:någon|nån)(?: av (?:dem|dom"
            r"|dessa))?(?=\W*$)",
            re.I | re.M,
        ),
        "nej till alla",
    ),
    (
        re.compile(
            r"\b(?:det )?blir (?:tyvärr |det )?(?:inget|inte något|inte nåt) för (?:någon|nån|ingen) av (?:dem|dom"
            r"|dessa)"
            r"|\b(?:jag|vi) behöver (?:tyvärr )?ingen av (?:de här|dem|dom|dessa)(?: (?:två|tre|fyra|fem|sex))?",
            re.I,
        ),
        "nej till alla",
    ),
    (re.compile(r"\b(?:från|till) oss alla\b", re.I), ""),
    (
        re.compile(
            r"\bresten av (?:da[n']|dagen|kvällen|veckan|tiden|året|eftermiddagen|förmiddagen|terminen|mötet)\b",
            re.I,
        ),
        "en stund",
    ),
    # "Linn (inte Linnéa!)" tells two names apart and refuses nobody.
    (
        re.compile(r"\b(([A-ZÅÄÖ][\w-]{2})[\w-]{0,20}) \((?:alltså )?inte (?!\1\b)\2[\w-]{0,20}!?\)"),
        r"\1",
    ),
    # Said to a machine that writes it down.
    (re.compile(r"(?<=\w) punkt(?= [A-ZÅÄÖ])"), "."),
    # Who says no then is another matter: "återkom om nån tackar nej".
    (
        re.compile(
            r",? ?\b(?:återkom|hör av (?:dig|er)|säg till|meddela|hojta|skriv|mejla|ring)"
            r"(?: (?:mig|oss|gärna|då|bara))* (?:om|ifall) (?:någon|nån|ngn|hon|han|hen|de|dom|någon av dem|nån av dom)"
            r" (?:skulle )?(?:tackar? nej"
            r"|hoppa[r]? av|säg(?:er|a) nej|inte (?:kan|vill)|får förhinder|blir sjuk|avböj(?:er|a)|ändrar sig"
            r"|ångrar sig|har frågor|undrar(?: något| nåt)?)(?=\W*$|[,.])",
            re.I,
        ),
        "",
    ),
    (re.compile(r"\b(?:det ?samma|samma sak|likadant) (?:gäller(?: för)?|för|är det med) (?=[A-ZÅÄÖ]|\d)"), "även "),
    # Counted, not numbered: "vi tar Bo som den tredje".
    (
        re.compile(
            r"\bsom (?:den |en |nummer )?(?:andra|andre|tredje|fjärde|femte)(?: \w*person)?(?=\W*$|,| [A-ZÅÄÖ])"
        ),
        "",
    ),
    (re.compile(r"\bför all del\b,?", re.I), ""),
    (re.compile(r",? (?:eller hur|inte sant)\?(?=\s+\S)", re.I), "."),
    (
        re.compile(
            r",? ?\bju fler (?:desto|ju|dess) (?:bättre|roligare|trevligare|fler)\b"
            r"(?: \w+ (?:enheten|chefen|de|dom)\b)?",
            re.I,
        ),
        "",
    ),
    (re.compile(r",? (?:å|o|och) inge[tn]? (?:krångel|mer med det|snack|tjafs)\b", re.I), ""),
    (
        re.compile(r"\b(?:den )?först(?:a|e)? och (?:den )?sist(?:a|e)? (?:på|i) listan\b", re.I),
        "den första och den sista",
    ),
    (
        re.compile(r"\b([A-ZÅÄÖ][\w-]{1,20}|\d) (?:tillsammans|ihop|i kombination) med (?=[A-ZÅÄÖ][a-zåäö]|\d)"),
        r"\1 och ",
    ),
    (re.compile(r"(?:^|(?<=[\s,(]))\+\s?1(?=\s+(?:på|för|till|åt)\s)"), "👍 till"),
    (re.compile(r"👍 (?:på|för|åt|till)\b"), "👍 till"),
    (re.compile(r"👍 till (?:på|för|åt|till)\b"), "👍 till"),
    (re.compile(r"(?<=\w): ?\+(?=\s*(?:$|[,;.]))", re.M), ": ja"),
    (re.compile(r"(?<=\w): ?[-–](?=\s*(?:$|[,;.]))", re.M), ": nej"),
    (re.compile(r"\s?\(\s?\?{1,3}\s?\)"), "?"),
    (re.compile(r"(?<=[^\W\d_] )\(\s?\d{1,2} röster?\s?\)"), " "),
    (re.compile(r"\(\s?\d{2,3}(?: år| bast| fyllda)?\s?\)"), " "),
    (re.compile("[‐‑‒–—−]"), "-"),
    (re.compile("[“”„»«]"), '"'),
    (re.compile(r"(?<=[a-zåäöé] )([A-ZÅÄÖ])\.(?=\s+[a-zåäö(&])"), r"\1"),
    (re.compile(r"\b(nr|no|num)\.\s*(?=\d)", re.I), r"nr "),
    (re.compile(r"\b(nr|#)(?=\d)", re.I), "nr "),
    (re.compile(r"#\s*(?=\d)"), "nr "),
    (re.compile(r"(?<![^\W\d])t\.?\s?o\.?\s?m\.?(?=\s*\d)", re.I), " till"),
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
    # "Ska vi säga Anna? Ja, det gör vi." answers it too.
    (
        re.compile(
            r"(^|(?<=[.!\n]\s)|(?<=\n))((?:ska|kan|bör|borde|skulle) (?:vi"
            r"|jag) (?![^?\n]{0,60}\binte\b)[^?.!\n]{1,60})\?\s+"
            r"(?=(?:ja|japp|jo|jajamän)[,.!]? (?:det (?:säger|gör)|så (?:får|blir|gör|säger)|(?:vi|jag) (?:tar"
            r"|kör|säger)|kör|ta)\b)",
            re.I,
        ),
        r"\2 ",
    ),
    (re.compile(r"^[ ]*(fråga)[ ]*[:.!-]?[ ]*\n\s*(?=\S)", re.I | re.M), r"\1: "),
    (re.compile(r"^[ ]*(ja|nej)[ ]*[:-]?[ ]*\n\s*(?=(?:nr )?\d)", re.I | re.M), r"\1 till "),
]
# One such line may be "2." and a sentence after it; two are a list.
_NUMBERED_LINE = re.compile(r"^(\s*\d{1,2})\.\s+(?=\S)", re.M)
_HEADING = re.compile(r"(ja|nej)\s?:", re.I)
_BARE_HEADING = re.compile(r"(ja|nej)", re.I)
_BULLET = re.compile(r"\s*[-*•]\s*\w")
_HEADED_ENDS = re.compile(r"\b(?:ja|nej|inte|tack|mvh|hälsningar)\b|[:.?!]$", re.I)
_SIGNED_LINE = re.compile(r"^[ ]{0,3}([+-])[ ]{0,2}(?=[A-ZÅÄÖ\d])([^\n:]{1,40})$", re.M)
_OTHER_BULLET = re.compile(r"^[ ]{0,3}[*•][ ]", re.M)
_INLINE_ITEM = re.compile(r"(?:^|(?<=\s))(\d{1,2})[.):]\s+(?=[^\W\d_])")
_GREETING = re.compile(
    r"(hej|hejsan|hallå|tjena|tjenare|tja|hejhej|god ?(morgon|dag|kväll|middag|förmiddag|eftermiddag)|morrn|morsning)"
    r"( igen| hej)?( [^\W\d_]{1,20}){0,2}\s*[!,.]*",
    re.I,
)
_ADDRESS = re.compile(
    r"^(?:hej|hejsan|hallå|tjena|god ?(?:morgon|dag|kväll|middag|förmiddag|eftermiddag|fortsättning|jul|helg))"
    r"(?: [^\W\d_]{1,20}){0,2}\s*[,!]\s*(?=\S)",
    re.I,
)
# Three words or more; a name or a word may stand in quotation marks for other reasons.
_SIGNED = re.compile(
    r"(?:\n\s*|(?<=[.!?]) {1,3})(?i:mvh|med vänliga? hälsning(?:ar)?|vänliga hälsningar|hälsningar|vänligen|hälsn"
    r"|vh)[\s,.]+[A-ZÅÄÖ][\w-]{0,20}(?: [A-ZÅÄÖ][\w-]{0,20})?(?:,[^,\n]{0,60})?\s*$"
)
# Said to everybody and about nobody; "tack för listan men nej" is another sentence.
_COURTESY = re.compile(
    r"(?:stort |tusen |hjärtligt )?tack(?: så mycket| snälla)?(?: (?:för|i|på|förskott|förhand|snabbt?a?|bra"
    r"|jättebra|fint?a?|din|dina"
    r"|ditt|all|allt|ett|en|hjälpen|hjälp|jobbet|jobb|arbete|arbetet|svar|svaret|listan|lista|förslag|förslaget"
    r"|förslagen|mejlet|mejl"
    r"|mailet|mail|återkoppling|återkopplingen|underlag|underlaget|namnen|det|den|du|er|ert|här|gediget|så"
    r"|omtanken|besväret)){1,9}\W*"
    r"|(?:ha|önskar)(?: (?:det|dig|er|en|så|bra|gott|fint?|skönt?|trevligt?|riktigt|fortsatt|dag|kväll|helg"
    r"|eftermiddag|vecka"
    r"|sommar|semester|jul|påsk|midsommar)){1,8}\W*"
    r"|(?:trevlig|skön|god|glad|fin)(?: fortsatt)? (?:helg|dag|kväll|jul|påsk|midsommar|sommar|semester|vecka"
    r"|eftermiddag|fortsättning)"
    r"(?: på dig| på er| så länge)?\W*"
    r"|(?:ja, )?(?:det|så) var (?:väl |nog )?(?:allt|det)(?: (?:för|jag|hade|nu|idag|i|dag|den|här|gången)){0,5}\W*"
    r"|(?:jag )?hoppas (?:att )?(?:du|ni|allt|det)(?: (?:mår|har|haft|det|är|går|bra|gott|fint|en|fin|skön"
    r"|trevlig|helg|väl|med|dig|er|allt)){1,7}\W*",
    re.I,
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


def _with_signs(text: str) -> str:
    """Read "+ Anna" and "- Bo" on lines of their own as ja and nej; one sign alone makes a list."""
    signs = {found[1] for found in _SIGNED_LINE.finditer(text)}
    if signs != {"+", "-"} or _OTHER_BULLET.search(text):
        return text
    return _SIGNED_LINE.sub(lambda line: f"{line[2].strip()}: {'ja' if line[1] == '+' else 'nej'}", text)


def _unquoted(text: str) -> str:
    """Leave out what somebody else is quoted with; a reply that is all quotation keeps it."""
    rest = _QUOTATION.sub(" ", text)
    return _QUOTATION.sub(" citat ", text) if len(re.findall(r"\w+", rest)) > 2 else text


def _headed(text: str) -> str:
    """Read "JA:" over a list of names as "ja till" each of them."""
    lines: list[str] = []
    heading = ""
    all_lines = text.split("\n")
    for line, after in zip(all_lines, [*all_lines[1:], ""], strict=True):
        bare = line.strip()
        if match := _HEADING.fullmatch(bare) or (_BULLET.match(after) and _BARE_HEADING.fullmatch(bare)):
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
    text = _with_signs(_BLANKS.sub("\n\n", _SIGNED.sub("", _dictated(words[:_MAX_WORDS]))))
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
            found.append(Sentence(written, masked(written)))
    return [one for one in found if not _COURTESY.fullmatch(one.written)] or found


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
