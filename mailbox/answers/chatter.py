"""What in an answer is no answer: greetings, thanks, "vi återkommer", questions to us, a request taken back.

Everything that says nothing is dropped; everything that says something, but nothing for the form, is for a person.
"""

import re

from medverkan.mailbox.answers.smalltalk import is_small_talk
from medverkan.mailbox.answers.withdrawals import speaks_of_an_end

_GREETING = re.compile(
    r"^(?:hej(?:san|hej| hej)?|hallå(?: där)?|tjena|tjo|god (?:morgon|dag|kväll|middag|fortsättning)|"
    r"goddag|bästa|kära|hi|hello)\b(?: igen| på (?:er|dig))?(?:,? (?:alla|ni|intressebanken|[A-ZÅÄÖ][\w-]{1,20}))?"
    r"\s*(?:[!,.:–-]+\s*|och (?=tack)|$)",
    re.I,
)
_THANKS = re.compile(
    r"^(?:stort |många |varmt |och )?tack(?:ar)?(?: så mycket| så hemskt mycket| på förhand)?"
    r"(?: för (?:att (?:du|ni) \w+(?: \w+){0,4}|(?:ert |ditt |det |er |din |en |ett )?(?:\w+ )?"
    r"(?:mejlet|mejl|mail|mailet|svar|svaret|frågorna|frågor|hjälp|hjälpen|återkoppling|återkopplingen|påminnelse|"
    r"påminnelsen|besked|beskedet|kvittot|kvitto|bekräftelsen|det|hanteringen)))?\s*(?:[!,.:–-]+\s*|$)",
    re.I,
)
_SORRY = re.compile(r"^(?:oj|hoppsan|förlåt|ursäkta|obs|juste|just det|ja visst|javisst)\s*[!,.–-]+\s*", re.I)
_BY_THE_WAY = re.compile(r"\bförresten\b,? ?", re.I)
# No figures, commas or colons may go by unread.
_EMPTY = re.compile(
    r"^(?:då vet vi|det låter bra|låter bra|bra|toppen|perfekt|fint|okej|ok|absolut|javisst|noterat|mottaget|"
    r"(?:här|nedan) (?:kommer|är|följer|har (?:du|ni)) (?:mina |våra |de |det |mitt |vårt |lite )?(?:svar\w*|"
    r"kompletter\w*|uppgift\w*|information\w*|som (?:fattades|saknades))[^.!?,:\d]{0,40}|"
    r"svar(?:en)? (?:på (?:era )?frågor\w*|kommer här|följer|här)|"
    r"(?:vi )?ser fram emot[^.!?,:\d]{0,60}|"
    r"(?:oj|hoppsan|förlåt|ursäkta|p\.?s|obs|n\.?b)|(?:förlåt|ursäkta|beklagar) (?:att|för) [^.!?,:\d]{0,50}|"
    r"(?:det|den) (?:missade|glömde) (?:vi|jag)|fel av (?:mig|oss)|(?:jag |vi )?kompletterar (?:enligt )?nedan|"
    r"hör av (?:er|dig) (?:om|vid)[^.!?,:\d]{0,50}|hoppas (?:det|att det) [^.!?,:\d]{0,40}|det var (?:allt|det)|"
    r"ha (?:det|en) [^.!?,:\d]{0,30}|trevlig helg|vi hörs|"
    r"jag (?:svarar|kompletterar) (?:här|på era frågor)[^.!?,:\d]{0,30})"
    r"[\s.!,:]*$",
    re.I,
)
_LATER = re.compile(
    r"\båterkomm|\bhör av (?:oss|mig)|\bvet (?:vi |jag )?(?:inte|ej)|"
    r"\binte (?:klar[at]?\b|bestäm[dt]|boka[dt]|spika[dt]|än\b)|"
    r"\bej (?:klart|bestämt|bokat|än)|\bännu inte\b|\b(?:bokar|bestämmer|meddelar|bokas|meddelas|skickar)\b[^.!?]{0,30}"
    r"\b(?:senare|sedan|snart|när)\b|\bmåste (?:kolla|höra|fråga|stämma)|\b(?:kollar|undersöker|utreder)\b|"
    r"\boklar|\bosäk|\btbd\b|\bt\.b\.d|\bvid senare\b|\bberor på\b",
    re.I,
)
_REFERS = re.compile(
    r"^(?:se(?! till)|jfr|jämför|läs|samma|x+|tja|njae?|hm+|tveksamt|"
    r"(?:det |syftet |målet )?(?:står|finns|framgår|bifogas|kommer (?:senare|snart|inom|i ett|separat))|"
    r"enligt (?:ovan|bilag\w*|formulär\w*)|"
    r"som (?:ovan|tidigare|sist|förra|vanligt|i)|bifog\w*|bilag\w*|nedan\w*|ovan\w*)\b(?!,)",
    re.I,
)
_WE_LATER = re.compile(
    r"\b(?:vi|jag) (?:återkommer|får återkomma|hör av (?:oss|mig)|kompletterar|bifogar|skickar (?:med|över|in)|"
    r"mejlar (?:över|in))\b",
    re.I,
)
_STILL_SEEKING = re.compile(
    r"\b(?:letar|söker|väntar|funderar|diskuterar|spånar|jobbar|håller på|undersöker|jagar|utreder|kikar|tittar)\b"
    r"[^.!?]{0,30}\b(?:efter|på|om|med)\b",
    re.I,
)
_ASKS_ALONE = re.compile(r"[^.!?]{1,300}\?\s*$")
_TO_US = re.compile(
    r"\?|\b(?:undrar|kan ni|kan du|går det att|är det möjligt|hur gör vi|får man|skulle det gå|ring (?:gärna )?mig)\b",
    re.I,
)
_HEDGED = re.compile(
    r"\b(?:inte|ej|inga?|aldrig|knappast|kanske|troligen|troligtvis|förmodligen|antagligen|nog|helst|gärna|preliminärt|"
    r"högst|max|maximalt|minst|åtminstone|ungefär|cirka|ca|runt|omkring|eventuellt|ev|möjligen|snarare|beroende|annars|"
    r"om|tror|gissar|antar)\b",
    re.I,
)
_OTHER = re.compile(
    r"\b(?:kontakta|ring|slutar|sjuk|semester|ledig|föräldraledig|tar över|bytt|ersätter|chef|kollega|bortrest|"
    r"telefontid|pausa|vänta med|skynda|bråttom|klag\w*|fel adress|fel person|vidarebefordr\w*)\b",
    re.I,
)
# A full stop ends a sentence only before a capital or a line's end: "13.30", "kl. 9", "t.ex. en".
_SENTENCE_END = re.compile(r"(?<=[a-zåäö0-9)”\"][.!?])\s+(?=[A-ZÅÄÖ\d”\"-])|(?<=[!?])\s+")
_ABBREVIATED = re.compile(
    r"(?:\b(?:kl|ca|tel|tfn|mob|v|nr|ev|st|t\.ex|bl\.a|vån|avd|resp|tis|ons|tors|fre)|\bden \d{1,2})\.$", re.I
)


def sentences(text: str) -> list[str]:
    """Return the sentences of a text, lines apart; an abbreviation or an ordinal number ends none."""
    found: list[str] = []
    for line in text.split("\n"):
        open_ = ""
        for part in _SENTENCE_END.split(line.strip()):
            open_ = f"{open_} {part}".strip()
            if not _ABBREVIATED.search(open_):
                found.append(open_)
                open_ = ""
        found.append(open_)
    return [sentence for sentence in found if sentence]


def without_greeting(line: str) -> str:
    """Return a line without "Hej Karin!" before what it says."""
    return _GREETING.sub("", line.strip(), count=1)


def without_chatter(text: str) -> str:
    """Return a sentence without the greeting or thanks before it; "" where there was nothing else in it."""
    text = _BY_THE_WAY.sub("", text.strip())
    for _ in range(3):
        before = text
        text = _SORRY.sub("", _THANKS.sub("", _GREETING.sub("", text))).strip()
        if text == before:
            break
    return "" if _EMPTY.match(text) or is_small_talk(text) or not re.search(r"\w", text) else text


def is_for_a_person(text: str) -> bool:
    """Tell whether words are about something else than the form: a question, a new contact, the request taken back."""
    return bool(_TO_US.search(text) or speaks_of_an_end(text) or _OTHER.search(text) or _LATER.search(text))


def is_no_answer(text: str) -> bool:
    """Tell whether words put off the answer or ask us back, even where they carry the question's number."""
    return bool(_TO_US.search(text) or _LATER.search(text) or speaks_of_an_end(text) or _REFERS.match(text.strip()))


def is_still_sought(text: str) -> bool:
    """Tell whether words beside a label say that they look for what should stand there ("vi letar efter en lokal")."""
    return bool(_STILL_SEEKING.search(text) or _WE_LATER.search(text))


def is_put_off(text: str) -> bool:
    """Tell whether a free text where one was asked for is only a promise or a question back."""
    short = len(text.split()) <= 8
    referring = _REFERS.match(text.strip()) or _WE_LATER.search(text)
    return bool(referring or (short and _LATER.search(text)) or _ASKS_ALONE.match(text.strip()))


def is_hedged(text: str) -> bool:
    """Tell whether words say no, perhaps, at least, about: nothing that may be taken as a plain value."""
    return bool(_HEDGED.search(text))
