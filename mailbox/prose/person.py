"""Whose registration a letter is: the writer's own, or somebody's for whom staff or a relative writes.

The two must never be mixed up: what is said of the writer (their work, their number, their mail address) is not the
resident's. A sentence that speaks of "jag" is the writer's; in somebody else's registration it is left out.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from medverkan.mailbox.forms.values.contact import person_name, split_name
from medverkan.mailbox.prose.cues import cues_of
from medverkan.mailbox.prose.particulars import tells_birth
from medverkan.mailbox.prose.sentences import LetterText, Sentence

_CAPITAL = r"[A-ZÅÄÖÉÜ][\wåäöéü'’-]+"
_FULL = rf"(?P<name>{_CAPITAL}(?: (?:von|af|de|van|der|la|el|al|{_CAPITAL})){{1,3}})"
_OWN_NAME = (
    re.compile(rf"\b(?:[Jj]ag heter|[Mm]itt namn är|[Nn]amn:|(?:^|[.!,] ?)(?:[Hh]eter|[Nn]amn)|[Jj]ag, )\s*{_FULL}"),
    re.compile(rf"{_FULL} (?:heter jag|är mitt namn)\b"),
    re.compile(rf"(?:^|\s)[Jj]ag (?:är|e) {_FULL}(?=,| och\b| som\b)"),
    re.compile(
        rf"(?:^|[.!?] |[Uu]ndertecknad, ){_FULL}(?: \([^()]{{3,30}}\))?(?: från {_CAPITAL} här|"
        rf",? (?:här\b|född\b|årgång\b|f\.? ?\d|-\d\d\b|"
        r"\(?\d\d(?:\+| år\b)))"
    ),
    re.compile(rf"(?:^|[.!] )(?:[Dd]et (?:här )?är|[Hh]är är|[Hh]är skriver) {_FULL}"),
)
_STOP = r"(?:och|är|jag|från|bor|född|å|o|som|i|en|vill|har|men|på|med|kan|m|f|u|nu|e|ä)\b"
_SMALL = (
    rf"(?P<name>(?!(?:heter|hej|jag|namn)\b)[a-zåäöéü-]{{2,20}}(?: (?!{_STOP})[a-zåäöéü-]{{2,20}}){{1,2}})(?![\w-])"
)
# Whoever writes for two tells which of them it is: "Det är Lisa som skriver".
_WHO_WRITES = re.compile(r"\b[Dd]et är (?P<name>[A-ZÅÄÖ][\wåäöé-]+) som (?:skriver|anmäler|vill)\b")
# Names in small letters count only where nothing else can stand.
_SMALL_NAME = (
    re.compile(rf"\b(?:jag heter|mitt namn är|^heter) {_SMALL}", re.I),
    re.compile(rf"(?:^|[.,!?] ){_SMALL} (?:heter jag|här|från \w+ här)\b", re.I),
    re.compile(rf"^{_SMALL},? \+?0\d", re.I),
)
_TOWN_FIRST = re.compile(rf"{_FULL}, {_CAPITAL}, (?:född )?(?:19|20)\d\d")
# "kim ek, -71, tunby" on a line of its own.
_NAME_FIRST = re.compile(rf"{_SMALL}, (?:född |f\.? ?)?-?\d\d(?:\d\d)?(?=[, ]|$)", re.I)
_NAMED_WANTS = re.compile(
    rf"{_FULL}(?P<between>[^.!?]{{0,80}}?)\b(?:vill|önskar|skulle)(?: \w+){{0,2}}? (?:vara med|anmäla|delta|medverka|"
    r"gå med|bli med|bidra|komma med)\b"
)
_OTHERS_NAME = (
    re.compile(
        rf"\b(?:[Hh]on|[Hh]an|[Hh]en|[Pp]ersonen|[Pp]atienten|[Kk]lienten|[Bb]rukaren|vars namn är|"
        rf"namnet är) heter {_FULL}"
    ),
    re.compile(rf"\b(?:på uppdrag av|å|för|åt) (?:(?:min|vår) \w+ )?{_FULL}(?= som|,|\.| och|$)"),
    re.compile(rf"\b(?:[Hh]ennes|[Hh]ans|[Pp]ersonens|[Pp]atientens) namn är {_FULL}"),
    re.compile(
        rf"\b(?:skriver|mejlar|hör av mig|anmäler|anmäla|anmälan|anmälning|kontaktar)[^.!?]{{0,50}}?\b(?:för|åt|"
        rf"gäller|avser|min \w+|vår \w+)? ?{_FULL}"
    ),
    re.compile(rf"\b(?:[Dd]et gäller|[Dd]et handlar om|[Aa]vser) {_FULL}"),
    re.compile(rf"\b[Ee]n av (?:mina|våra) (?:\w+ ){{0,5}}?\w+, {_FULL},"),
    _NAMED_WANTS,
    re.compile(
        rf"{_FULL}(?:,(?: \d\d år,?)?| \([^()]{{2,80}}\))? (?:vill|har bett|bad|önskar|skulle vilja|"
        rf"är intresserad|är född|bor i)\b"
    ),
)
# Somebody else wants to take part; "min man är sjuk och jag vill vara med" is no such case.
_WANTS = (
    r"(?:(?!\b(?:jag|vi|att|som)\b)[^.!?,]|, (?:\w+ )?(?:\d|som är|född)|,(?= (?:vill|önskar|skulle|"
    r"är intresserad)|[^,.!?]{0,40},)){0,80}?"
    r"\b(?:vill|önskar|skulle|är intresserad)\b(?! (?:inte|ha hjälp))"
)
_RELATION = (
    r"(?:son|dotter|barn|pojke|flicka|tonåring|kille|tjej|mamma|pappa|mor|far|man|fru|hustru|make|maka|sambo|syster|"
    r"bror|mormor|morfar|farmor|farfar|moster|faster|morbror|farbror|svärmor|svärfar|barnbarn|dotterdotter|"
    r"dotterson|sonson|sondotter|brorson|brorsdotter|systerson|systerdotter|fosterson|fosterdotter)"
)
_FOR_ANOTHER = re.compile(
    r"\b(?:(?:skriver|mejlar|hör av mig|anmäler|anmäla|kontaktar er)\b[^.!?]{0,60}\b(?:för en|för min|"
    r"för vår|åt|å \w+ vägnar|en av (?:mina|våra|dem|de)|henne|honom|(?:hennes|hans|hens) räkning)|"
    r"på uppdrag av (?=[A-ZÅÄÖ]\w+ [A-ZÅÄÖ])|(?:bad|bett|ber) (?:om )?(?:mig|oss)\b|(?:en|min|vår) (?:anhörig|"
    r"patient|klient|brukare|deltagare|boende|hyresgäst|granne|elev|kund|person|dam|man|kvinna|herre)\b"
    rf"(?: som jag [\wåäö ]{{3,30}})?,?{_WANTS}|min {_RELATION}\b{_WANTS} (?:gärna )?(?:anmäla|vara med|gå med|"
    rf"bli med|bidra|delta|medverka)|"
    r"(?:en|min|vår) (?:patient|klient|brukare|deltagare|boende|elev|person) som (?:\w+ )?(?:vill|önskar|skulle|"
    r"är intresserad)|en av (?:mina|våra) \w+[^.!?]{0,90} (?:vill|önskar|skulle|är intresserad)|"
    r"(?:hon|han|hen) (?:vill|önskar|"
    r"skulle (?:gärna )?vilja) (?:gärna )?(?:anmäla|vara med|gå med|bli med|bidra|delta|medverka))",
    re.I,
)
_CHILD = re.compile(
    rf"\b(?:[Mm]in|[Vv]år|[Mm]itt) {_RELATION} (?P<name>{_CAPITAL}(?: {_CAPITAL}){{0,2}})\b{_WANTS}|"
    rf"\b[Aa]nmäl(?:er|a) (?:\w+ )?(?:min|vår|mitt|vårt) {_RELATION},? (?P<named>{_CAPITAL}(?: {_CAPITAL}){{0,2}})"
)
# The same relative named in one sentence, and the wish said in another: "Jag är mamma till Lo Ek, 15 år. Lo vill …"
_RELATIVE_NAMED = re.compile(
    rf"\b(?:(?:[Mm]in|[Vv]år|[Mm]itt|[Vv]årt) {_RELATION}|(?:mamma|pappa|mor|far|förälder|föräldrar|vårdnadshavare|"
    rf"målsman|god man|förvaltare|kontaktperson|ledsagare|boendestödjare|assistent) (?:till|åt|för)"
    rf"(?: (?:min|vår|en) \w+)?),? (?P<name>{_CAPITAL}(?: {_CAPITAL}){{0,2}})"
)
_JOIN = r"(?: \w+){0,2}? (?:vara med|va med|delta|medverka|gå med|bli med|bidra|komma med|anmäla%s)\b"
_WISH_TO_JOIN = (
    r"\b(?:(?:vill|önskar|skulle)"
    + _JOIN % "(?: sig)?"
    + r"|(?:ställer (?:gärna )?upp|är (?:gärna )?(?:med|intresserad)|"
    r"anmäler sig|hjälper (?:gärna )?till|(?:berättar|deltar|medverkar|bidrar|föreläser|svarar|sitter) gärna|(?:vill|"
    r"skulle) (?:\w+ ){0,2}(?:finnas|stå|ställa upp|hjälpa))\b)"
)
# "… så hon har bett mig att anmäla henne"
_ASKED_ME = re.compile(
    r"\b(?:hon|han|hen) (?:har |själv )*(?:bett|bad|ber|ville att|vill att) (?:mig|oss|jag|vi)\b[^.!?]{0,60}\banmäl",
    re.I,
)
_OWN_WISH = re.compile(
    r"\banmäler mig\b|\b(?:jag (?:\w+ )?(?:vill|önskar|skulle)|(?:vill|önskar) jag)" + _JOIN % " mig", re.I
)
_WRITER = re.compile(r"\b(?:jag|mig|själv nås|undertecknad)\b", re.I)
_WRITERS = re.compile(r"\b(?:min|mitt|mina)\b", re.I)
_OWN_FACTS = re.compile(
    r"\bjag (?:är|fyller|blir|e) (?:bara |nu )?\d\d\b|\bjag heter\b|\bjag (?:har )?(?:haft|legat|fått|lever|"
    r"går på)\b",
    re.I,
)
_PARENT = re.compile(r"\b(?:mamma|pappa|mor|far|vårdnadshavare|förälder|målsman)\b[^!?]{0,40}$", re.I)
_TRAILS = re.compile(r"(?: (?:Född|Bor|Tel|Adress|Telefon|Mobil|Ålder))+$")
_WITH_ME = re.compile(r" (?:med|hos|ihop med|tillsammans med) (?:mig|oss)\b", re.I)
# "Mamma har hemtjänst" in somebody else's registration is that person.
_BARE_KIN = re.compile(r"\b(?:mamma|pappa|mormor|morfar|farmor|farfar)(?:s|n)?\b(?! till)", re.I)
_OPENS = frozenset('"”“»')
_CLOSES = frozenset('"”“«')
_LEADS = frozenset(("namn", "patienten", "klienten", "brukaren", "en", "min", "hej", "personen", "för"))


@dataclass(frozen=True, slots=True)
class Person:
    """Whose registration it is, and the sentences that speak of that person."""

    first_name: str
    last_name: str
    sentences: tuple[Sentence, ...]
    is_writer: bool
    guardian: str = ""  # the writer, where a parent writes for a child


def person_of(letter: LetterText) -> Person | None:
    """Return the person who is to be registered; None where somebody else is who is not named."""
    if _is_for_another(letter):
        return _another(letter)
    first, last = split_name(_own_name(letter))
    if not last and letter.name.split()[:1] == [first]:
        first, last = split_name(letter.name)
    return Person(first, last, letter.sentences, is_writer=True)


def _is_for_another(letter: LetterText) -> bool:
    return (
        bool(_relative(letter))
        or _names_another(letter)
        or any(_FOR_ANOTHER.search(s.text) or _CHILD.search(s.text) for s in letter.sentences[:12])
        or any(
            wants["name"].casefold() != letter.name.casefold() and not _WRITER.search(wants["between"])
            for s in letter.sentences[:12]
            if "seek" in s.cues
            for wants in _NAMED_WANTS.finditer(s.text)
        )
    )


def _names_another(letter: LetterText) -> bool:
    """Tell whether a letter says how somebody else is called, and offers nobody's own help."""
    body = letter.body
    of_self = bool(_OWN_FACTS.search(body))
    # "… bor med mamma. Hon heter Kim Ek": the parent of a child who writes.
    founds = (f for f in _OTHERS_NAME[0].finditer(body) if not (of_self and _PARENT.search(body[: f.start()][-60:])))
    named = (found["name"].casefold() for found in founds)
    return not _OWN_WISH.search(letter.body) and any(name != letter.name.casefold() for name in named)


def _another(letter: LetterText) -> Person | None:
    children = (found for s in letter.sentences if (found := _CHILD.search(s.text)))
    child = next((found["name"] or found["named"] for found in children), "") or _relative(letter)
    if child:
        first, last = split_name(child)
        told = _after_name(letter.sentences, child) + _about(letter.sentences, first)
        return Person(first, last, told, is_writer=False, guardian=_own_name(letter))
    writer = letter.name.casefold()
    for pattern in _OTHERS_NAME:
        for found in pattern.finditer(letter.body):
            name = _without_lead(found["name"])
            if len(name.split()) >= 2 and name.casefold() != writer:
                first, last = split_name(name)
                told = (
                    _beside_name(letter.body, name)
                    + _born_after(letter, name)
                    + _about(letter.sentences, first, letter.name)
                )
                return Person(first, last, told, is_writer=False)
    return None


def _relative(letter: LetterText) -> str:
    """Return the name of a relative or ward of the writer, of whom the letter says that they want to join."""
    if _OWN_WISH.search(letter.body):
        return ""
    for sentence in letter.sentences[:12]:
        for found in _RELATIVE_NAMED.finditer(sentence.text):
            first = re.escape(found["name"].split()[0])
            who = (
                rf"(?:^|[.!?] |, |\b(?:och|men|att|[Nn]u) )(?:har )?(?:{first}|[Hh]on|[Hh]an|[Hh]en)(?: {_CAPITAL})?"
                r"(?: \w+)? "
            )
            wants = rf"\b(?:vill|önskar|skulle) (?:gärna )?(?:{first}|hon|han|hen)\b{_JOIN % ' sig'}"
            joins = rf"{who}(?:[^.!?]{{0,60}}? och )?{_WISH_TO_JOIN}"
            if any(re.search(said, letter.body) for said in (wants, joins)) or _ASKED_ME.search(letter.body):
                return found["name"]
    return ""


def _after_name(sentences: Sequence[Sentence], name: str) -> tuple[Sentence, ...]:
    """Return what the writer's sentences say of a person after the name ("jag är god man för Vera Ek, född 1951")."""
    told: list[Sentence] = []
    for sentence in sentences:
        _, _, after = sentence.text.partition(name)
        if after.startswith((",", " (", " som ")) and _WRITER.search(sentence.text):
            after = _WITH_ME.sub("", after)
            said = _WRITERS.split(_WRITER.split(after)[0])[0].strip(" ,(")
            told += [Sentence(said, cues_of(said))] if said else []
    return tuple(told)


def _born_after(letter: LetterText, name: str) -> tuple[Sentence, ...]:
    """Return what tells of birth behind a name ("Conny Hav, är född 1981 och har gett mig lov …")."""
    return tuple(s for s in _after_name(letter.sentences, name) if tells_birth(s.text))


def _beside_name(body: str, name: str) -> tuple[Sentence, ...]:
    """Return what brackets after a name say of that person ("Vera Ek (född 1951, bor i Tunby) har bett mig …")."""
    _, _, after = body.partition(f"{name} (")
    told = after[:100].partition(")")[0] if ")" in after[:100] else ""
    return (Sentence(told, cues_of(told)),) if told else ()


def _own_name(letter: LetterText) -> str:
    said = next((found["name"] for pattern in _OWN_NAME if (found := pattern.search(letter.body))), "")
    if not said:
        small = next((found["name"] for pattern in _SMALL_NAME if (found := pattern.search(letter.body))), "")
        said = next((found["name"] for s in letter.sentences if (found := _TOWN_FIRST.match(s.text))), "")
        small = small or next((found["name"] for s in letter.sentences if (found := _NAME_FIRST.match(s.text))), "")
        said = said or (small.title() if small.islower() else "")
    if not said and (writes := _WHO_WRITES.search(letter.body)):
        said = writes["name"]
    said = person_name(_TRAILS.sub("", _without_lead(said))) or letter.name
    if " och " in said:
        # "Kim och Bo Ek": the one who writes has the first name and the last.
        said = f"{said.split()[0]} {said.split()[-1]}"
    if said and " " not in said and (whole := re.search(rf"\b{re.escape(said)} {_CAPITAL}", letter.body)):
        # "Maggan" in the address book, "Maggan Ek från Tunby" in the letter.
        return person_name(whole[0]) or said
    small = re.compile(rf"{re.escape(said)} [a-zåäöé-]{{3,}}\W?", re.I)
    if said and " " not in said and (line := next((s.text for s in letter.sentences if small.fullmatch(s.text)), "")):
        return line.strip(" .,!").title()
    return said


def _without_lead(name: str) -> str:
    """Drop a word that only begins the sentence ("Patienten Anna Ek")."""
    words = name.split()
    while len(words) > 2 and words[0].casefold() in _LEADS:
        words.pop(0)
    return " ".join(words)


def _about(sentences: Sequence[Sentence], first_name: str, writer: str = "") -> tuple[Sentence, ...]:
    """Return the sentences that speak of the resident and not of the writer."""
    told: list[Sentence] = []
    quoted = False
    for sentence in sentences:
        text = sentence.text
        begins = text[:1] in _OPENS
        # What is dictated stands between quotation marks: there "jag" is the resident.
        if quoted or begins:
            told.append(replace(sentence, text=text.strip('"”“»«')))
            quoted = text.rstrip(" .!?")[-1:] not in _CLOSES or (begins and len(text) < 2)
        elif (
            not _WRITER.search(text)
            and not (writer and writer in text)
            and (first_name in text or not _WRITERS.search(text))
        ):
            told.append(sentence)
    return tuple(told)


def own_words(texts: Sequence[str], person: Person) -> list[str]:
    """Return texts without the tie to the writer: "min dotter Maja har astma" tells of Maja, not of a relative."""
    if person.is_writer or not person.first_name:
        return list(texts)
    tie = re.compile(rf"\b(?:min|vår|mitt|vårt) {_RELATION},? (?={re.escape(person.first_name)}\b)", re.I)
    return [_BARE_KIN.sub("", tie.sub("", text)) for text in texts]
