"""Read "fick tag på alla utom 2": 2 was not reached, and what is said of "alla" after it is not said of 2."""

import re
from dataclasses import replace

from medverkan.mailbox.replies.cursor import Who
from medverkan.mailbox.replies.mentions import Marked

_REACHED = re.compile(
    r"\b(?:fick tag (?:i|på)|fått tag (?:i|på)|har nått|nådde|nått|fick kontakt med|fått kontakt med|kom fram till"
    r"|pratade? med|pratat med|talat med|fått svar av|fick svar av) §(\d+) (?:utom|förutom) (§(\d+))"
)
_IN_BRACKETS = re.compile(r"(?:^|[,.:]|\boch\b|\bmen\b)\s?(?:\w+ )?(ja|nej|inget svar|ej svar)(?: från)? \( (§\d+) \)")
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
        sentence.text = text
        sentence.mentions[:] = [
            replace(mention, numbers=mention.numbers - left_out) if mention.who is Who.ALL else mention
            for mention in sentence.mentions
        ]
    return sentences
