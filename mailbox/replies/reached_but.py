"""Read "fick tag på alla utom 2": 2 was not reached, and what is said of "alla" after it is not said of 2."""

import re
from dataclasses import replace
from functools import partial

from medverkan.mailbox.replies import questions
from medverkan.mailbox.replies.cursor import Mention, Who
from medverkan.mailbox.replies.mentions import Marked

_REACHED = re.compile(
    r"\b(?:fick tag (?:i|på)|fått tag (?:i|på)|har nått|nådde|nått|fick kontakt med|fått kontakt med|kom fram till"
    r"|pratade? med|pratat med|talat med|fått svar av|fick svar av) §(\d+) (?:utom|förutom) (§(\d+))"
)
_ALL_BUT_REACHED = re.compile(
    r"§(\d+) (?:utom|förutom) (§(\d+)) (?:har (?:jag|vi)|är) (?:nu |redan )?(?:fått tag (?:i|på)|nått|nådda"
    r"|pratat med|fått prata med|uppringda|ringda)"
)
_IN_BRACKETS = re.compile(r"(?:^|[,.:]|\boch\b|\bmen\b)\s?(?:\w+ )?(ja|nej|inget svar|ej svar)(?: från)? \( (§\d+) \)")
_NONE_OF_THEM = re.compile(
    r"(§\d+) ((?:svarar|svarade|svarat|ville|vill|kunde|kan|orkade|gick att nå)) §(\d+)(?: av (?:dem|dom))?"
)
_BOTH_COUNTED = re.compile(
    r"(\w|\w ,) §(\d+)(?= *(?:$|[,.!;]|men\b|fast\b|och det\b|klara?\b|med\b|på\b|positiva\b|intresserade\b))"
)
_CALLED_TOGETHER = re.compile(
    r"\b(?:herrarna|damerna|männen|kvinnorna|killarna|tjejerna|grabbarna|gubbarna|tanterna|flickorna|pojkarna|systrarna"
    r"|bröderna|syskonen|makarna|paret|duon|trion|kvartetten|herr|fru|fröken|herrn|damen)"
    r"(?: (?:på|,|:|-|\())? (§\d+)(?: (?:,|\))(?= (?:är|har|vill|kan|kommer|sa|tackade|svarar|svarade|ställer"
    r"|avböjde)))?"
)
# "Båda mina farsitalande, Nasrin och Ali, tackade ja"
_PAIR_TOLD = re.compile(r"(§\d+)(?: [a-zåäö-]+){0,3} (?:,|\() (§\d+) (?:,|\))")
# "Jag hörde fel nyss: Elof tackade nej" tells of the writer before it tells of him.
_WRITER_BEGINS = re.compile(r"^((?=[^:]*\b(?:jag|vi)\b)[^§:]{3,70}) : (?=§\d+ )")
# "Alla utom Ebba som inte kan och Bo som inte svarade"
_EXCEPTIONS_TOLD = re.compile(r" (?:utom|förutom) (§\d+) som ([^,;()§]{2,50}?) och (§\d+) som (?=\w)")
# "Anna, Bo och Eva är alla med"
_COUNTED_BEHIND = re.compile(r"(§\d+) (\w+) (§\d+)(?= (?!utom|förutom)\w)")
_FORGOT = re.compile(
    r"\b(glömde|glömt|missade|hann inte|har inte|(?:kom|hann|har)(?= \w+ inte)) "
    r"(?:dock|tyvärr|ju|bara|också|även|såklart|förstås) "
)

# "Alla utom Ebba, som inte kan, tackade ja" tells of her in the midst of what it tells of the others.
_EXCEPTION_TOLD = re.compile(
    r"(§\d+ (?:utom|förutom|undantaget) (§\d+)) (?:, som|, (?:hon|han|hen)|\(|-) ([^,;()§]{2,80}?) (?:,|\)|-) (?=\w)"
)
_REACHED_ONE = (
    r"(?:svarade|har svarat|svarat|gick att nå|var hemma|har lyft|lyfte(?: luren)?|tog luren|fick jag (?:tag (?:på|i)"
    r"|kontakt med|svar av)|jag fick (?:tag (?:på|i)|kontakt med|svar av)|nådde jag|jag nådde|jag har (?:nått"
    r"|fått tag på)"
    r"|har jag (?:nått|fått tag (?:på|i)|fått kontakt med))(?! (?:ja|nej|på|att)\b)"
)
_ONLY_ONE_REACHED = re.compile(
    rf"(?:det (?:var|är) )?(?:bara|endast|enbart) (§\d+)(?: som)? {_REACHED_ONE}"
    r"|(?:(?:jag|vi|har|fick|fått|nådde|lyckades) ){1,3}(?:bara|endast|enbart) (?:tag (?:på|i) |kontakt med |svar av "
    r"|nått |nå )?(§\d+)(?= *$| *[,.!;(]| och (?:hon|han|hen|det) | men | som )"
    rf"|den end[ae](?: person\w*)?(?: som)? {_REACHED_ONE} (?:är|var|blev) (§\d+)"
)
_SO_FAR = re.compile(r"\b(?:hittills|än|ännu|fortfarande|idag|igår|först|direkt|snabbt)\b")
_ALONE_WAS_REACHED = re.compile(
    rf"(§\d+) (?:är|var|blev) (?:alltså )?den end[ae](?: person\w*)?(?: som)? {_REACHED_ONE}"
)
_IS_ALONE = re.compile(r"(§\d+) (?:är|var|blev) (?:alltså )?den end[ae](?: person\w*)? som (?!inte|ej)(?=\w)")
# "Två ja: Elsa och Bo" counts whom it names.
_COUNTED_FIRST = re.compile(
    r"(?:(?:tyvärr|det|blev|blir|är|har|jag|fått|fick|hittills|idag|alltså|så|bara|hela) )*(en|ett|två|tre|fyra|fem"
    r"|sex|sju) "
    r"(?:stycken |st |som (?:har )?)?(ja|nej|inget svar|utan svar|ej svar|klara?|positiva|tackade (?:ja|nej)"
    r"|sagt (?:ja|nej)"
    r"|svarade inte|svarar inte|vill fundera|vill vara med|vill|kan|kan inte|vill inte|missade) ?[:-] (§(\d+))[ .!]*"
)
_HEADED = re.compile(r"^((?:(?:det|blev|blir|är|alltså) )*(?:en|ett|två|tre|fyra|fem|sex|sju) (?:ja|nej)) ?:")
_ANSWERED = {"klar": "är med", "klara": "är med", "positiva": "är med", "missade": "inget svar"}
_COUNTS = {"en": 1, "ett": 1, "två": 2, "tre": 3, "fyra": 4, "fem": 5, "sex": 6, "sju": 7}
# "Den enda som kan är Nadia" is "Nadia kan".
_CLEFT = re.compile(
    r"(?:den|det)(?: end[ae]| första| sista)?(?: person\w*)? som ([^,;.§]{2,50}?) (?:är|var|blev|blir) (§\d+)"
)
_APPOSED = re.compile(r"(§\d+)(?: \w+(?:arna|erna|orna))? ((?:\w+ ){0,5}\w+) (,|:|\(|-) (§\d+)[ .!)]*")
_ON_ANY_OF_THEM = re.compile(r"((?:inget|ej|inte|utan|noll) (?:svar|napp|kontakt)) (på|av|från|hos|med) §(\d+)")
# "Efter viss övertalning gick Oscar med på det" has its person behind the verb.
_TURNED_ROUND = re.compile(
    r"^(?:efter|till slut|till sist|slutligen|äntligen|idag|i dag|i morse|nu|tyvärr|dessutom|sen|sedan|faktiskt"
    r"|därefter)"
    r"(?: (?!inte|ej|men|och|hade|att)\w+){0,4} (gick|tackade|ställde|ställer|kommer|hoppade|hoppar|hakade"
    r"|hakar) (§\d+)"
)
_VERB_FIRST = re.compile(r"\b(ville|vill|kunde|kan|orkade|svarade|svarar|hade) (§(\d+))")


def reached_but(sentences: list[Marked]) -> list[Marked]:
    """Return the sentences with "§1 svarade inte" for those who were not reached."""
    left_out: frozenset[int] = frozenset()
    named = [_named(sentence) for sentence in sentences]
    for at, sentence in enumerate(sentences):
        others = frozenset().union(*named[:at], *named[at + 1 :]) - named[at]
        text = _IN_BRACKETS.sub(
            r" , \2 \1 ", _CALLED_TOGETHER.sub(partial(_uncalled, sentence), _FORGOT.sub(r"\1 ", _unheaded(sentence)))
        )
        match = _REACHED.search(text)
        if match and sentence.mentions[int(match[1])].who is Who.ALL:
            left_out |= sentence.mentions[int(match[3])].numbers
            # Who was not spoken with may not have been called at all.
            left = "har jag inte ringt" if re.match("pratad|pratat|talat", match[0]) else "svarade inte"
            text = f"{text[: match.start()]}{match[2]} {left}{text[match.end() :]}"
        reached = _ALL_BUT_REACHED.search(text)
        if reached and sentence.mentions[int(reached[1])].who is Who.ALL:
            left_out |= sentence.mentions[int(reached[3])].numbers
            text = f"{text[: reached.start()]}{text[reached.end() :]}"
        text = _COUNTED_BEHIND.sub(partial(_of_the_named, sentence), text)
        text = _EXCEPTIONS_TOLD.sub(r" utom \1 ; \1 \2 ; utom \3 ; \3 ", text)
        text = _PAIR_TOLD.sub(partial(_of_the_pair, sentence), text)
        text = _in_order(_EXCEPTION_TOLD.sub(r"\1 ; \2 \3 ; \1 ", text), sentence, alone=not others)
        text = _BOTH_COUNTED.sub(partial(_uncounted, sentence), text)
        none = _NONE_OF_THEM.search(text)
        if none and sentence.mentions[int(none[3])].who is Who.NONE:
            # "Anna och Bo svarade ingen av dem"
            text = f"{text[: none.start()]}{none[1]} {none[2]} inte{text[none.end() :]}"
        sentence.text = _WRITER_BEGINS.sub(r"\1 ; ", text)
        sentence.mentions[:] = [
            replace(mention, numbers=mention.numbers - left_out) if mention.who is Who.ALL else mention
            for mention in sentence.mentions
        ]
    return sentences


def _named(sentence: Marked) -> frozenset[int]:
    return frozenset().union(*(mention.numbers for mention in sentence.mentions if mention.who is Who.NAMED))


def _uncalled(sentence: Marked, together: re.Match[str]) -> str:
    """Leave out "systrarna" before two sisters' names; "makarna Ek" of one who is listed stays."""
    several = len(sentence.mentions[int(together[1][1:])].numbers) > 1
    return (
        together[1]
        if several or together[0].startswith(("herr ", "fru ", "fröken ", "herrn ", "damen "))
        else together[0]
    )


def _unheaded(sentence: Marked) -> str:
    """Return the text without "systrarna Ek:" before the sisters, each told of by her own name."""
    first, *others = sentence.mentions or [Mention(frozenset())]
    if not others or not sentence.text.startswith("§0 : §1 ") or first.who is not Who.NAMED:
        return sentence.text
    each = [mention.numbers for mention in others if mention.who is Who.NAMED]
    return sentence.text[5:] if all(numbers < first.numbers for numbers in each) else sentence.text


def _in_order(text: str, sentence: Marked, *, alone: bool) -> str:
    """Put the person first where "den enda som", "bara" or the verb stands before them."""
    only = _ONLY_ONE_REACHED.search(text) or _ALONE_WAS_REACHED.search(text)
    if only and not _SO_FAR.search(text):
        who = next(found for found in only.groups() if found)
        # Where others are told of by name, "bara" need not mean all the rest.
        if alone and sentence.mentions[int(who[1:])].who is Who.NAMED:
            sentence.mentions.append(Mention(frozenset(), Who.REST, "", "resten"))
            rest = f" ; §{len(sentence.mentions) - 1} inget svar ;"
            text = f"{rest} {text[: only.start()]} {who} {text[only.end() :]}".strip()
    counted = _COUNTED_FIRST.fullmatch(text)
    if counted:
        whom = sentence.mentions[int(counted[4])]
        if len(whom.numbers) == _COUNTS[counted[1]]:
            return f"{counted[3]} {_ANSWERED.get(counted[2], counted[2])}"
        sentence.mentions[int(counted[4])] = replace(whom, problem=whom.problem or questions.NOBODY_NAMED)
    text = _HEADED.sub(r"\1 ;", text)
    apposed = _APPOSED.fullmatch(text)
    if apposed and _pair_of(sentence, apposed):
        text = f"{apposed[4]} {apposed[2]}"  # "Båda gubbarna är med, Tyko och Bo"
    of_them = _ON_ANY_OF_THEM.search(text)
    if of_them and int(of_them[3]) and sentence.mentions[int(of_them[3])].who is Who.NONE:
        text = f"{text[: of_them.start()]}{of_them[1]}{text[of_them.end() :]}"  # "A och B - inget svar på någon av dem"
    text = _TURNED_ROUND.sub(r"\2 \1", text)
    text = _IS_ALONE.sub(r"\1 ", _CLEFT.sub(r"\2 \1", text))
    verb = _VERB_FIRST.search(text)
    if verb and sentence.mentions[int(verb[3])].who is Who.NONE:
        # "tyvärr ville ingen av de tre den här gången"
        text = f"{text[: verb.start()]}{verb[2]} {verb[1]}{text[verb.end() :]}"
    return " ".join(text.split())


def _pair_of(sentence: Marked, apposed: re.Match[str]) -> bool:
    first, last = (sentence.mentions[int(apposed[place][1:])] for place in (1, 4))
    return first.who is Who.THEM and last.who is Who.NAMED and len(last.numbers) == 2


def _of_the_pair(sentence: Marked, told: re.Match[str]) -> str:
    first, last = (sentence.mentions[int(told[place][1:])] for place in (1, 2))
    pair = first.who is Who.THEM and last.who is Who.NAMED and len(last.numbers) == 2
    return told[2] if pair else told[0]


def _of_the_named(sentence: Marked, told: re.Match[str]) -> str:
    named, every = (sentence.mentions[int(told[place][1:])] for place in (1, 3))
    several = named.who is Who.NAMED and len(named.numbers) > 1 and every.who is Who.ALL
    return f"{told[1]} {told[2]}" if several and every.words in {"alla", f"alla {len(named.numbers)}"} else told[0]


def _uncounted(sentence: Marked, both: re.Match[str]) -> str:
    """Leave out the "båda två" of "Anna och Bo kommer båda två", which only counts them."""
    at = int(both[2])
    counted = at > 0 and sentence.mentions[at].who is Who.THEM and len(sentence.mentions[at - 1].numbers) == 2
    return both[1] if counted else both[0]
