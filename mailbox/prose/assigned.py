"""What those who are sought take part in: the gathering's name, or what they are to do."""

import re

from medverkan.mailbox.prose.activity import activity_in, work_in
from medverkan.mailbox.prose.promises import prepares
from medverkan.mailbox.prose.sentences import LetterText
from medverkan.mailbox.prose.sought import Sought
from medverkan.mailbox.prose.tasks import IN_ROLE

_JOINS = re.compile(
    r"^(?:gå (?:in|med) i\b|va(?:ra)? med\b|ställa upp\b|bidra\b|hjälpa till$|delta\b|medverka\b|sitta\b|ingå\b|"
    r"komma (?:till|på|"
    r"i)\b|bli \w+ade\b|dela\b)",
    re.I,
)
ASSIGNED = re.compile(
    r"(?<!med )\b(?:uppdraget|uppgiften|rollen|arbetet) (?:är|går ut på|består (?:i|av)|"
    r"innebär|blir) (?:att )?(?!\w+ (?:möten|träffar|tillfällen|gånger|timmar)\b)(?P<task>[^.!?]{5,200})|"
    r"^(?:de|deltagarna|personen|personerna|den som (?:deltar|medverkar)|man|hen|vederbörande) (?P<now>(?!behöver|"
    r"kan|får (?:\d|en|ett|arvode|ersätt|betalt|"
    r"reda|veta)|har|är|bor|ska|blir|väljer|erbjuds|som|flesta|personer|patienter|deltagare|brukare|anhöriga|"
    r"medverkar|två|tre|fyra|andra|deltar|medverkar|kommer|ses|"
    r"träffas|möts|vill|orkar|skulle)[a-zåäö]{2,}[aeåäioyu]r\b[^.!?]{5,200})|"
    r"\b(?:man|ni) (?=läser|svarar|berättar|granskar|provar|testar|smakar|tittar på|intervjuar|fyller i|tycker till|"
    r"går igenom)(?P<man>[^.!?]{5,160})|"
    r"\b(?:de|dessa|den|man|personen|personerna|deltagarna|patienterna|ni) (?:ska|skall|skulle|får|"
    r"kommer att|förväntas|ombeds) (?:få )?(?P<does>(?:medverka|vara med|sitta|ingå|intervjua|läsa|"
    r"berätta|granska|testa|prova|"
    r"delta|svara|gå|prata|"
    r"diskutera|rita|klippa|bygga|välja|boka|pröva|smaka|provköra|följa|titta|titta på|tycka till|fylla i|känna på|"
    r"gå runt|hålla|bedöma|tycka|ge|lämna|närvara)\b[^.!?]{3,160})",
    re.I,
)
_BARE_GATHERING = re.compile(r"(?:den |det )?(råd|grupp|panel|team|samtal|möte)(?:et|en)?", re.I)
_DO = re.compile(
    r"(?:titta|läsa?|testa|prova|komm?a?|berätta|granska|gå igenom|smaka|fylla i|"
    r"provköra?) (?!hit gärna)[^.!?]{4,160}$",
    re.I,
)
_IS_TO_BE = re.compile(r"^(?:vara|bli) (?=med\S+(?: i (?:vår|vårt|en|ett) \S+)?$)", re.I)
# "… läser handlingarna hemma, cirka tio sidor, och sedan har vi ett möte"
_GOES_ON = re.compile(
    r",?\s(?:och )?(?:sedan|sen|därefter) (?:har|ses|träffas|blir)\b|,\s(?:cirka|ca|"
    r"ungefär)\b",
    re.I,
)


def _noun_in(text: str, found: Sought) -> str:
    """Return what a text names as taking part, and not what the people have lived through ("gått i parsamtal")."""
    return activity_in(text.replace(found.experience, " ") if found.experience else text)


def activity_of(letter: LetterText, found: Sought) -> str:
    """Return what the people take part in; "rådet" where the letter calls it "ett programråd" is the latter."""
    said = _taking_part(letter, found)
    bare = _BARE_GATHERING.fullmatch(said)
    whole = bare and re.search(
        rf"\b[a-zåäö-]{{3,}}{bare[1]}\b|\b{bare[1]} (?:för|om|kring) [a-zåäö-]{{4,}}", letter.body, re.I
    )
    return whole[0] if whole else said


def _taking_part(letter: LetterText, found: Sought) -> str:
    """Return the gathering's name, or what the people are to do."""
    if noun := activity_in(found.before):
        return noun
    after = found.sentence
    if found.task and not _JOINS.match(found.task):
        # "… som kan vara medforskare": what they are to be, where that is the activity.
        return _IS_TO_BE.sub("", found.task)
    for text in (found.task, after):
        if noun := _noun_in(text, found):
            return noun
    at = [s.text for s in letter.sentences].index(found.sentence)
    if at and (noun := _noun_in(letter.sentences[at - 1].text, found)):
        return noun
    reading = [s for s in letter.sentences if prepares(s.text)]
    for sentence in (*(s for s in letter.sentences if s not in reading), *reading):
        if assigned := ASSIGNED.search(sentence.text):
            task = _GOES_ON.split(next(part for part in assigned.groups() if part).strip(" ,;"))[0]
            if not _JOINS.match(task):
                return task
            # "De ska sitta med vid borden": what they sit in was named before.
            return activity_in(task) or _named_nearby(letter, found) or task
    return (
        _named_nearby(letter, found)
        or found.task
        or found.task_elsewhere
        or ((role := IN_ROLE.search(found.sentence)) and role["role"])
        or _bare_task(letter)
        or _told_to_do(letter, found)
        or work_in(found.sentence)
        or found.gathering
        or activity_in(found.sentence)
    )


# "… är med som lärare en eftermiddag", "De får visa hur …", whatever the verb.
_IS_WITH = re.compile(r"\b(?:är|vara|va) (?P<task>med som [a-zåäö]{3,}[^.!?,]{0,60})", re.I)
_ANY_ACT = re.compile(
    r"\b(?:de|dessa|den|man|hen|personen|personerna|deltagarna|ni|du) (?:ska|skall|skulle|får|kommer att|"
    r"ombeds|behöver) "
    r"(?:då |bara |gärna |få |själva )?(?P<task>(?!ha\b|vara\b|kunna\b|känna\b|slippa\b|våga\b|veta\b|betala\b|"
    r"behöva\b|"
    r"ersätta|räkna\b|anmäla|höra\b|förstå|lära\b|boka\b|få\b|själv|bara\b|inte\b|tolka\b|komma\b)"
    r"[a-zåäö]{2,}[aå]\b[^.!?]{3,160})",
    re.I,
)


# "… vill vi att en patient sitter på scenen och samtalar", "vill vi se fem personer använda den"
_WISHED = re.compile(
    r"\b(?:vill|önskar|hoppas)(?: vi| jag)?(?: gärna)? (?:att|se) (?!ni\b|vi\b|du\b|de\b|det\b|alla\b)[^.!?]{3,70}? "
    r"(?P<task>(?!person|patient|brukar|deltag|förälder|ungdom|invånar|medlem|kvinn|klient|elever)"
    r"[a-zåäö]{3,}(?:er|ar|a) (?:på|i|med|vid|den|det|dem|vår|vårt|våra|om|genom)\b[^.!?:]{0,100})",
    re.I,
)
# "Jag skulle vilja sitta ner med dem en timme": what is done with them.
_WE_DO = re.compile(
    r"\b(?:vi|jag) (?:skulle (?:gärna )?vilja|vill(?: gärna)?|tänkte|tänker|kommer att) "
    r"(?P<task>(?:sitta ner med|träffa|intervjua|gå igenom|prata med|samtala med|fråga ut|lyssna på) [^.!?]{3,100})",
    re.I,
)


def _told_to_do(letter: LetterText, found: Sought) -> str:
    """Return what they are to do in words that no other pattern knows, "" where it is not said."""
    texts = (found.sentence, *(s.text for s in letter.sentences))
    founds = (
        act for pattern in (_IS_WITH, _WISHED, _ANY_ACT, _WE_DO) for text in texts if (act := pattern.search(text))
    )
    return next((act["task"].strip(" ,;") for act in founds), "")


def _bare_task(letter: LetterText) -> str:
    """Return what a hurried letter begins a sentence with: "titta in en kvart, säg vad som funkar"."""
    texts = (sentence.text.rstrip(".") for sentence in letter.sentences)
    return next((text for text in texts if _DO.match(text)), "")


# "Efteråt fyller man i en enkät": what comes behind it.
_AFTERWARDS = re.compile(r"(?:efteråt|därefter|efter (?:besöket|träffen|mötet|testet|provet|passet))\b", re.I)


def _named_nearby(letter: LetterText, found: Sought) -> str:
    """Return the activity that is named nearest to the sentence that seeks, before it rather than behind."""
    texts = [s.text for s in letter.sentences]
    at = texts.index(found.sentence)
    near = (text for text in (*texts[:at][::-1], *texts[at:], letter.subject) if not _AFTERWARDS.match(text))
    return next((noun for text in near if (noun := _noun_in(text, found))), "")
