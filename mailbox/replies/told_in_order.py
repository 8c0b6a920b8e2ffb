"""Put an answer for everybody on the list, told in the order of the list, as one answer for each number.

"nej, ja, inget svar" about three people is in the order of the list; two answers need the words for it.
"""

import re

_ANSWER = (
    r"(?:ja|nej|inget svar|ej svar|svarar inte|svarade inte|svarar ej|inte svarat|inget|ring igen|ringa igen"
    r"|återkommer"
    r"|vill fundera|betänketid|vill tänka)(?: tack)?"
)
_IN_ORDER = re.compile(
    r"\(?\b(?:allt |alltså )?(?:i (?:tur och |samma |listans |den )?ordning\w*(?: som (?:på )?(?:listan"
    r"|i listan|du skrev))?"
    r"|uppifrån(?: och ner| och ned| räknat)?|från 1|i listordning)\)?",
    re.I,
)
_ANSWERS = re.compile(rf"\W*{_ANSWER}(?:(?: ?[,/;-] ?| och | )(?:{_ANSWER})){{1,9}}\W*", re.I)


def told_in_order(sentence: str, listed: int) -> str:
    """Return "1 nej , 2 ja" for "nej, ja" where that is an answer for everybody listed, else the sentence."""
    said = _IN_ORDER.sub(" ", sentence)
    if listed < 2 + (said == sentence) or not _ANSWERS.fullmatch(said):
        return sentence
    answers = re.findall(_ANSWER, said, re.I)
    unmarked = said == sentence
    if len(answers) != listed or (
        unmarked and (not re.search(r"[,/;-]", said) or len(set(map(str.lower, answers))) == 1)
    ):
        return sentence
    return " , ".join(f"nr {number} {answer}" for number, answer in enumerate(answers, start=1))
