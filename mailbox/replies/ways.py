"""Put the ways of telling how a call went plainly: "hakade gärna på" is "är med".

The ways stand by class in ways_of_calls.txt, which says how a line is written. Verbs are bent, adverbs and people may
stand between the words, and a denial turns the meaning round, here for all of them. What others decided, a wish, a
condition and what may come are left as they are written, so that the rules for those see them.
"""

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from medverkan.mailbox.replies.phrases import lists_in
from medverkan.mailbox.replies.reaching import ANOTHER_MATTER


class Told(StrEnum):
    """What a way amounts to, as the rules for calls know it."""

    YES = "är med"
    NO = "tackade nej"
    QUITS = "hoppade av"
    WARM = "är intresserad"
    LATER = "vill fundera"
    BUSY = "träffades olägligt"
    RETRY = "jag försöker igen"
    SILENCE = "inget svar"
    NOT_CALLED = "har jag inte ringt"


_HEADINGS = {
    "yes": Told.YES,
    "no": Told.NO,
    "quits": Told.QUITS,
    "warm": Told.WARM,
    "later": Told.LATER,
    "busy": Told.BUSY,
    "retry": Told.RETRY,
    "silence": Told.SILENCE,
    "not called": Told.NOT_CALLED,
}
_DENIALS = "inte|ej|aldrig|icke|knappast"
_ADVERBS = (
    "jättegärna|supergärna|gärna|också|oxå|även|dock|tyvärr|dessvärre|alltså|ju|verkligen|mycket|väldigt|hemskt"
    "|såklart|så klart|självklart|naturligtvis|givetvis|förstås|båda två|båda|bägge|nu|redan|ändå|faktiskt|genast"
    "|direkt|omedelbart|helt enkelt|helt|fullt|absolut|definitivt|själv|glatt|vänligt|artigt|bestämt|tydligt|snabbt"
    "|till slut|till sist|slutligen|äntligen|enkelt|i alla fall|iallafall|trots allt|i ?stället|lite|på en gång"
    "|med en gång|utan tvekan|på stående fot|med glädje|idag|i dag|igår|i går|nyss|precis|sen|sedan|då|denna gång"
    "|den här gången|i år|rakt av|fortfarande|alltjämt|ännu|än|minst sagt|alls|heller|rätt|ganska|riktigt|så|mer"
    "|hela tiden|bara|totalt|dessutom|härmed|gladeligen|motvilligt|vänligen|bums|tvärt|emellertid|däremot|jätte"
)
_WHO = r"§\d+|hon|han|hen|de|dom"
_BETWEEN = rf"(?: (?:{_ADVERBS})(?= )){{0,3}}"
_OR_DENIED = rf"(?: (?:{_ADVERBS}|{_DENIALS})(?= )){{0,3}}"
# The subject stands behind the verb in "då hakade Bo på", and nowhere else between the words.
_BEHIND_VERB = rf"(?: (?:{_ADVERBS}|{_WHO})(?= )){{0,3}}?"
_DENIED_BEHIND_VERB = rf"(?: (?:{_ADVERBS}|{_WHO}|{_DENIALS})(?= )){{0,3}}?"
_ENDS = (
    r"(?= *$| *[,.;:!?()\"]| (?:och|å|o|men|fast|samt|så|för|eftersom|då|när|trots|medan|efter|på|i|till|med|vid"
    r"|den|det|¤|§\d+|nu|också|hon|han|hen|som|att|även|idag|tyvärr|dessutom)(?= |$|[,.!]))"
)
_AT_ITS_END = {"$": _ENDS, "$$": r"(?= *$| *[,.;:!?()]| (?:och|men|medan|fast) §)"}
_STOPS = r"och|men|så|sen|sedan|fick|fått|nådde|når|ringde|inget|inte|ja|nej|sen|sedan|svar\w*|sa|tackade|jag|vi"
_ANY = rf"(?!(?:{_STOPS})\b)[\w¤☏-]+"
_REST = rf"(?: {_ANY}){{0,6}}"
_TOKEN = re.compile(r"\([^)]*\)|(?:\{[^}]*\}|[^\s(){}])+")
_OWN_DENIAL = re.compile(r"(?<![\w-])(?:inte|ej|icke|aldrig|inga|ingen|inget|varken|knappt)(?![\w-])")
_DENIAL = re.compile(rf"\b(?:{_DENIALS})\b")
_DENIED_BEFORE = re.compile(rf"\b(?:{_DENIALS})(?: (?:{_ADVERBS}|{_WHO}))*$")
_DENIED_AFTER = re.compile(
    rf" (?:(?:tyvärr|dessvärre|dock|alltså|längre) )?(?:{_DENIALS})\b(?! (?:bara|minst|att|för)\b)"
)
_CLAUSE = re.compile(r"[,.;:!?()]|\b(?:men|fast|medan|eftersom|samt)\b|\boch (?=(?:jag|vi|hon|han|hen|§\d+|det)\b)")
# What might be, is asked or wished is left for the rules of those.
_NOT_SETTLED = re.compile(
    r"\b(?:skulle|hade|kunde|borde|kanske|om|ifall|huruvida|tror|trodde|hoppas|hoppades|innan|tills|väl|lär"
    r"|antar|gissar|verkar|verkade|undrar|undrade|troligen|förmodligen|möjligen|eventuellt|nog|annars|lika)\b"
)
_SUBJECT = re.compile(
    r"\b(?:jag|vi|man|enheten|verksamheten|mottagningen|kommunen|kollegan|chefen|avdelningen|kliniken)\b"
    r"|§\d+|\b(?:hon|han|hen|de|dom|honom|henne|som)\b"
)
_ANSWERS = frozenset((Told.YES, Told.NO, Told.QUITS, Told.WARM, Told.LATER, Told.BUSY))
_BY_THE_WRITER = re.compile(r"[ /(](?:jag|vi)\b")
_AT_THAT_MOMENT = re.compile(
    r" (?:(?:att )?(?:prata|tala|talas|snacka|svara)|just (?:då|nu|idag)|i ?dag|för tillfället|den här veckan"
    r"|i veckan|(?:när|då) (?:jag|vi) (?:\w+ )?(?:ring|sök|prov|försök)\w*)\b"
)
_ABLE = re.compile(r"\b(?:kan|kunde|får|brukar|orkar|törs|gillar att)(?: \w+)? $")
_IN_PART = re.compile(rf"\b(?:{_DENIALS}) (?:helt|riktigt|fullt|direkt|ganska|verkligen|så|hundra)\b")
_ALTHOUGH = re.compile(r"\b(?:om|trots att|fastän)\b")
_PEOPLE_BEHIND = re.compile(r" (?:(?:både|varken|vare sig) )?§")
_WITH_ANOTHER = re.compile(r" (?:med|om|hos|till) §")
_ENDS_WITH_ANOTHER = re.compile(r" (?:med|om|hos|till|av|fråga|höra|ringa|kontakta)$")
_THEIRS = re.compile(r"§\d+|hon|han|hen|de|dom|honom|henne|som")


@dataclass(frozen=True, slots=True)
class _Way:
    line: str
    written: str
    needs: tuple[frozenset[str], ...]  # a word of each of these stands in every text that the pattern finds
    denies: bool  # it has a denial of its own

    @property
    def pattern(self) -> re.Pattern[str]:
        """Return what finds it; compiled first when a text has one of its words."""
        return _compiled(self.written)


@cache
def _compiled(written: str) -> re.Pattern[str]:
    return re.compile(written)


def told_plainly(text: str) -> str:
    """Return a sentence, in lower case with its people as marks, with the ways in it put plainly."""
    words = frozenset(re.findall(r"[\w☏¤-]+", text))
    for told, ways in _ways().items():
        for way in ways:
            if all(need & words for need in way.needs) and way.pattern.search(text):
                text = " ".join(_replaced(text, way, told).split())
    return text


def _replaced(text: str, way: _Way, told: Told) -> str:
    pieces: list[str] = []
    at = 0
    for match in way.pattern.finditer(text):
        pieces += [text[at : match.start()], _plain(match, way, told)]
        at = match.end()
    return "".join([*pieces, text[at:]])


def _plain(match: re.Match[str], way: _Way, told: Told) -> str:
    before = _CLAUSE.split(match.string[: match.start()])[-1]
    after = match.string[match.end() :]
    if told in _ANSWERS and _is_anothers(before):
        return match[0]
    if told in _ANSWERS and _BY_THE_WRITER.match(after) and not _BY_THE_WRITER.search(f" {way.line}"):
        return match[0]
    if way.line.startswith("vi ") and not match.start():
        return match[0]  # "Vi hörs!" is said to the reader
    if "§" not in way.line and "§" in match[0] and _SUBJECT.search(before):
        return match[0]  # who stands there is the next one to be told of
    if told in {Told.YES, Told.NO, Told.QUITS} and _NOT_SETTLED.search(before):
        return match[0]
    if told is Told.SILENCE and after.startswith(" för "):
        return match[0]  # "inte kontaktbar för sånt"
    if (told is Told.BUSY and _ABLE.search(before)) or (told is Told.LATER and _ALTHOUGH.search(before)):
        return match[0]
    if told in {Told.LATER, Told.BUSY} and _of_another(match[0], after):
        return match[0]
    if told is Told.LATER and ANOTHER_MATTER.search(f"{match[0]}{after[:60]}"):
        return match[0]
    denied = not way.denies and bool(_DENIAL.search(match[0]) or _DENIED_AFTER.match(after))
    if _DENIED_BEFORE.search(before.rstrip()) or (denied and told is not Told.YES):
        return match[0]
    if denied and _IN_PART.search(match[0]):
        return match[0]
    if (denied or told is Told.NO) and _AT_THAT_MOMENT.match(after):
        return match[0]
    people = " ".join(dict.fromkeys(re.findall(r"§\d+", match[0])))
    # "fick inte tag på Bo" has its people behind it.
    behind = " från" if told is Told.SILENCE and _PEOPLE_BEHIND.match(after) else ""
    return f" {people} {Told.NO if denied else told}{behind} "


def _of_another(found: str, after: str) -> bool:
    """Tell whether it is the writer who "ska prata med Bo"."""
    return bool(_WITH_ANOTHER.match(after) or (after.startswith(" §") and _ENDS_WITH_ANOTHER.search(found)))


def _is_anothers(before: str) -> bool:
    """Tell whether what follows is said of the writer or of the unit: "då hoppar jag över det"."""
    subjects = _SUBJECT.findall(before)
    return bool(subjects) and not _THEIRS.fullmatch(subjects[-1])


@cache
def _ways() -> dict[Told, tuple[_Way, ...]]:
    lists = lists_in("ways_of_calls.txt")
    forms = {verb: bent.split() for verb, bent in (line.split(" = ") for line in lists.pop("verbs"))}
    return {_HEADINGS[name]: tuple(_way(line, forms) for line in found) for name, found in lists.items()}


def _way(line: str, forms: dict[str, list[str]]) -> _Way:
    denies = bool(_OWN_DENIAL.search(line))
    gaps = (_BEHIND_VERB, _BETWEEN) if denies else (_DENIED_BEHIND_VERB, _OR_DENIED)
    needs: list[frozenset[str]] = []
    opening = ""
    pieces: list[str] = []
    for part in _TOKEN.findall(line):
        gap = gaps[1]
        if part in _AT_ITS_END:
            pieces.append(_AT_ITS_END[part])
        elif part == "…":
            pieces.append(_REST)
        elif part.startswith("("):
            either = "|".join(_words(one, forms) for one in part[1:-1].split("/"))
            if pieces:
                pieces.append(f"(?:{gap} (?:{either})){{0,2}}")
            else:
                opening += f"(?:(?:{either}) )?"
        else:
            alternatives = _alternatives(part, forms)
            pieces.append(f"{f'{gap} ' if pieces else ''}(?:{'|'.join(map(_stem, alternatives))})")
            if len(pieces) == 1:
                pieces.append(gaps[0])
            if not any("*" in one or one == "§" for one in alternatives):
                needs.append(frozenset(one.split()[0] for one in alternatives))
    return _Way(line, rf"(?<![\w-]){opening}{''.join(pieces)}(?![\w-])", tuple(needs), denies)


def _words(phrase: str, forms: dict[str, list[str]]) -> str:
    pattern = ""
    for word in phrase.split():
        if word == "…":
            pattern += _REST if pattern else f"{_ANY}(?: {_ANY}){{0,5}}"
        else:
            pattern += f"{' ' if pattern else ''}(?:{'|'.join(map(_stem, _alternatives(word, forms)))})"
    return pattern


def _stem(word: str) -> str:
    return r"§\d+" if word == "§" else re.escape(word).replace(r"\*", r"[\w-]*")


def _alternatives(part: str, forms: dict[str, list[str]]) -> list[str]:
    found: list[str] = []
    for one in part.split("/"):
        found += _bent(one[1:-1], forms) if one.startswith("{") else [one]
    return found


def _bent(verb: str, forms: dict[str, list[str]]) -> list[str]:
    """Return the forms of a verb; one without a row of its own goes like "hoppa"."""
    verb, _, rest = verb.partition(" ")
    if verb not in forms and not verb.endswith("a"):
        raise ValueError(verb)
    bent = forms.get(verb) or [verb, f"{verb}r", f"{verb}de", f"{verb}t"]
    return [f"{form} {rest}".strip() for form in bent]
