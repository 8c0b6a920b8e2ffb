"""Read "fick tag på alla utom 2": 2 was not reached, and what is said of "alla" after it is not said of 2."""

import re
from dataclasses import replace
from functools import partial

from medverkan.mailbox.replies.cursor import Who
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
_BOTH_COUNTED = re.compile(r"(\w) §(\d+)(?= *(?:$|[,.!;]|men\b|fast\b|och det\b))")
_FORGOT = re.compile(r"\b(glömde|glömt|missade|hann inte|har inte) (?:dock|tyvärr|ju|bara|också|även|såklart|förstås) ")


def reached_but(sentences: list[Marked]) -> list[Marked]:
    """Return the sentences with "§1 svarade inte" for those who were not reached."""
    left_out: frozenset[int] = frozenset()
    for sentence in sentences:
        text = _IN_BRACKETS.sub(r" , \2 \1 ", _FORGOT.sub(r"\1 ", sentence.text))
        match = _REACHED.search(text)
        if match and sentence.mentions[int(match[1])].who is Who.ALL:
            left_out |= sentence.mentions[int(match[3])].numbers
            text = f"{text[: match.start()]}{match[2]} svarade inte{text[match.end() :]}"
        reached = _ALL_BUT_REACHED.search(text)
        if reached and sentence.mentions[int(reached[1])].who is Who.ALL:
            left_out |= sentence.mentions[int(reached[3])].numbers
            text = f"{text[: reached.start()]}{text[reached.end() :]}"
        text = _BOTH_COUNTED.sub(partial(_uncounted, sentence), text)
        none = _NONE_OF_THEM.search(text)
        if none and sentence.mentions[int(none[3])].who is Who.NONE:
            # "Anna och Bo svarade ingen av dem"
            text = f"{text[: none.start()]}{none[1]} {none[2]} inte{text[none.end() :]}"
        sentence.text = text
        sentence.mentions[:] = [
            replace(mention, numbers=mention.numbers - left_out) if mention.who is Who.ALL else mention
            for mention in sentence.mentions
        ]
    return sentences


def _uncounted(sentence: Marked, both: re.Match[str]) -> str:
    """Leave out the "båda två" of "Anna och Bo kommer båda två", which only counts them."""
    at = int(both[2])
    counted = at > 0 and sentence.mentions[at].who is Who.THEM and len(sentence.mentions[at - 1].numbers) == 2
    return both[1] if counted else both[0]
