"""What a person has lived through, in a registration: which sentences say so, and whose illness or support it is."""

import re
from collections.abc import Sequence

from medverkan.mailbox.prose.lives import SERVICE, speaks_of_disability, speaks_of_illness

_RELATION = (
    r"(?:man|fru|hustru|make|maka|sambo|son|dotter|barn|mamma|pappa|mor|far|bror|syster|mormor|morfar|farmor|"
    r"dotterdotter|dotterson|sonson|sondotter|"
    r"farfar|föräldrar|syskon|partner|flickvän|pojkvän|vän|kille|tjej|barnbarn|svärmor|svärfar|tvillingar|pojke|"
    r"flicka|söner|döttrar|systrar|bröder|lillebror|storebror|lillasyster|storasyster|halvbror|halvsyster|svåger|"
    r"svägerska|grabb)"
)
_THEIRS = re.compile(
    rf"\b(?:min|mitt|mina|vår|vårt|våra|hennes|hans) (?:[a-zåäö]+ ){{0,2}}?{_RELATION}(?:s|en|"
    rf"er)?\b(?P<after>[^.!?]{{0,160}})|\b(?:mamma|pappa|mor|far|förälder|föräldrar|make|maka|anhörig|närstående|"
    rf"syster|bror|"
    r"dotter|son|sambo|gift|ihop|tillsammans) (?:till|med|åt) (?!oss\b|mig\b|er\b)(?P<to>[^.!?]{3,160})|"
    r"\b(?:(?:mellan|lill|stor)?(?:killen|tjejen)|sonens?|pappa|mamma|mormor|morfar|farmor|farfar|brorsan|"
    r"syrran|morsan|farsan|gubben|gumman|mannen|maken|"
    r"pojken|grabben|brodern|flickan|"
    r"den (?:äldst|yngst|minst|mellerst)[ae])(?: min)?\b(?P<the>[^.!?]{3,120})|"
    r"\b(?:dotterns?|frun|hustrun|makan|sambon|tösen|systern)(?: min)?\b(?P<the2>[^.!?]{3,120})",
    re.I,
)
# "… och fru med demens": said without whose.
_BESIDE = re.compile(rf"(?:^|\boch |, ?){_RELATION} (?:med|som har)\b", re.I)
# "Jag har en son på sex år med epilepsi och har erfarenhet av …": what follows is by the son as well.
_HAS_RELATIVE = re.compile(
    rf"\b(?:jag|vi) (?:har|hade) (?:en|ett|två|tre|fyra) (?:[a-zåäö]+ )?(?:{_RELATION}) "
    r"(?:(?:på|i|som är) [^,;.]{2,20}? )?(?:med|som har|som fått|som lever)\b",
    re.I,
)
_SAYS = re.compile(
    r"^(?: [A-ZÅÄÖ]\w+)? (?:säger|tycker|sa\b|sade|tipsade|läste|såg|berättade|hjälp|skriver|kör|skjutsa|"
    r"och jag (?:vill|kan))",
    re.I,
)
_AS_RELATIVE = re.compile(
    r"\b(?:som|är|varit|vara) (?:nära )?(?:anhörig|närstående|anhörigvårdare)\b|\banhörigvård|\b(?:vårdat|vårdade|"
    r"vårdar|"
    r"tar hand om|tagit hand om|förlorat|mist) (?:min|mitt|sin|sitt|en|hans|hennes|henne|honom)\b",
    re.I,
)
_OWN = re.compile(
    r"\b(?:fick|har|hade|blev|hamnade|drabbades|insjuknade|vårdades|opererades) (?:jag|hon|han|hen)\b|"
    r"\b(?:har|hade|haft|opererad|inlagd)\b (?:(?:även|också|själv|numera|nu|jag|sedan) ){0,3}[a-zåäö]{3,}|"
    r"\b(?:jag|själv|hon|han|hen|har|[A-ZÅÄÖ]\w+)\b[^.!?]{0,40}?\b(?:har|hade|haft|lever|levt|fick|fått|blev|"
    r"blivit|drabbades|drabbats|insjuknade|insjuknat|vårdats|vårdades|opererad|opererats|opererades|inlagd|legat|"
    r"låg|"
    r"gått|går|sjuk|sjukskriven|är|e|var|genomgått|behandlats|behandlades|född med|använder|bor|bott|diagnos)\b",
    re.I,
)
_FRAMES = re.compile(
    r"\bfödd(?:es|a)? (?:med|i vecka|för tidigt)\b|\btog (?:\w+ ){0,3}?sitt liv\b|"
    r"\bgenomg(?:ick|ått) (?:en|ett|två|flera)\b|\b(?:lever|levt) med\b|\b(?:har|haft|fick|"
    r"fått) (?:diagnos|en diagnos)|\berfarenhet(?:er)? av\b|"
    r"\b(?:inlagd|opererad|opererades|opererats|vårdats|sjukskriven|insjukn\w+|drabbad\w*)\b|\bvarit patient\b",
    re.I,
)
_CLAUSE = re.compile(r",|;|\+|\boch\b|\bo\b|\bmen\b|\bsamt\b|\bfast\b")
_MET = re.compile(
    r"\b(?:vet (?:\w+ ){0,2}mycket om|kan (?:det )?mesta om|mött|sett|träffat|kontakt med|besökt|varit i kontakt)\b",
    re.I,
)
_AT_WORK = re.compile(
    r"\b(?:kontaktperson (?:för|åt|till)|(?:är|som|varit) (?:\w+ )?(?:god man|förvaltare)|god man (?:för|åt|till)|"
    r"jobba\w*|arbeta\w*|anställd|pensionerad|utbildad|undersköterska|sjuksköterska|läkare)\b",
    re.I,
)
# "Själv ingen sjukdom", "jag är inte sjuk själv": whoever says so is no patient by that.
_NOT_ILL = re.compile(
    r"\b(?:ingen|inga|inte|ej)(?: (?:egen|egna|själv|någon|några|ens|känd|kronisk|allvarlig|varit|haft|är|har)){0,4} "
    r"(?:sjukdom(?:ar|shistoria)?|diagnos(?:er)?|sjuk|patient)\b|\b(?:knappt|aldrig)\b[^.!?,]{0,40}\bsjuk(?:hus)?\b",
    re.I,
)
# "Jag vårdade honom hemma", and what follows on it.
_CARES = re.compile(
    r"\b(?:assistent|god man|kontaktperson|vårdare) (?:åt|till|för) (?:min|mitt|vår|vårt)\b|"
    r"\bjag (?:\w+ )?(?:vårdat|vårdade|vårdar|skötte|sköter|skött|hjälpte|hjälper|stöttade|stöttar|följde|"
    r"tog hand om|tar hand om|tagit hand om) (?:honom|henne|hen|dem|min|mitt|mina)\b|"
    r"\b(?:det är |är det )?jag som (?:sköter|skött|skötte|ordnar|ordnat|håller i|hållit i|har|tar|tagit|haft|fixar)"
    r"(?: hand om)? (?:allt|det mesta|all|alla|kontakt\w*)\b",
    re.I,
)
# "Jag är mycket på sjukhus och habilitering med honom": there for somebody else.
_WITH_THEM = re.compile(r"\bjag\b[^.!?,]{0,80}\b(?:med|för|åt) (?:honom|henne)\b", re.I)
_NAMED_RELATIVE = re.compile(
    rf"\b(?:[Mm]in|[Mm]itt|[Vv]år|[Vv]årt) (?:[a-zåäö]+ ){{0,2}}?{_RELATION},? "
    r"([A-ZÅÄÖ][a-zåäöé]+(?:-[A-ZÅÄÖ][a-zåäöé]+)?)\b|"
    r"\b[Dd]en (?:yngsta?e?|äldsta?e?|mellersta), ([A-ZÅÄÖ][a-zåäöé]+),"
)
_GOES_ON = re.compile(r"\s*(?:de |senast|först|sedan|på |i |vid |hos )(?!.*\b(?:jag|hon|han)\b)", re.I)
_CARE = re.compile(
    r"\b[\w-]*(?:sjukgymnast|mottagning|klinik|avdelning|sjukhus|lasarett|ambulans|akuten|rehab|logoped|habilit|"
    r"vårdcentral)\w*|\bbup\b",
    re.I,
)
_AS_PATIENT = re.compile(r"\bvarit patient\b|\bsom patient\b|\b(?:är|e) (?:\w+)?patient\b", re.I)
_HAS = re.compile(r"\b(?:har|hade|fick|fått|lever med|född med|föddes med|drabbades|sitt liv)\b", re.I)
_LOST = re.compile(r"\b(?:föddes i vecka|för tidigt född|dog|gick bort|gått bort|sjuk|diagnos|avled)\b", re.I)
_ABOUT_WRITER = re.compile(
    r"\b(?:fick (?:ert?|era) \w+|såg (?:er|en)|annons\w*|affisch\w*|(?:läste|såg) (?:\w+ )?i \w*tidning\w*|ni "
    r"(?:letar|söker)|"
    r"tipsad|hört om|hörde om|tips (?:om|av|från)|rekommendera\w*|"
    r"lapp|broschyr|tipsade|läste om|hörde (?:talas )?om|intressebank)",
    re.I,
)
_WISHES = re.compile(
    r"\b(?:intresserad av att|vill (?:gärna )?(?:vara med|dela|bidra|hjälpa|anmäla)|"
    r"berättar gärna|deltar gärna|medverkar gärna|"
    r"ställer gärna|dela med (?:mig|sig)|kan tänka mig)\b",
    re.I,
)
_WISH = re.compile(
    r",?\s+(?:och|men|så)\s+(?:jag |hon |han |hen )?(?:vill|kan|ställer|berättar|deltar|medverkar|skulle)\b", re.I
)
# "… hemtjänst sedan hustrun gick bort" tells when, not of whom.
_SINCE = re.compile(
    r"\b(?:sedan|efter att|när|då) (?:min |mitt )?\w+(?: \w+)? "
    r"(?:dog|gick bort|gått bort|avled)\b(?! (?:i|av|efter) \w)",
    re.I,
)
# A question, a contact, or what others are to hear: nothing lived.
_ELSEWHERE = re.compile(r"[?@]|\d{3}[ -]\d|\b(?:intresserad|intresse|ni|er|era|tack|kräver)\b", re.I)
_SELF_FIRST = re.compile(
    r"^(?:[^.!?]{0,60}?\b(?:jag heter|heter jag|heter|mitt namn är)|(?:jag )?bor)\b[^.!?]{3,90}?"
    r"(?:,| och)? (?=(?:jag )?(?:har|hade|lever med|fick)\b)",
    re.I,
)
_SUPPORT = re.compile(r"\b(?:(?<!ni )behöver|vill ha|känslig för|hörslinga|pauser|parkering|hör lite dåligt)\b", re.I)


def without_name(text: str) -> str:
    """Drop who somebody is from a sentence that runs on ("jag heter Kim Ek, bor i Tunby, har haft kol")."""
    found = _SELF_FIRST.match(text)
    return text[found.end() :] if found and _is_lived(text[found.end() :]) else text


# "Jag vill vara med eftersom jag har haft stroke": why they wish to tells of their life.
_BECAUSE = re.compile(
    r"\b(?:eftersom|därför att|för att(?= jag (?:har|är)\b)|för(?= jag (?:har|är)\b)|då(?= jag har\b)) (?=jag\b)", re.I
)


def experience_of(texts: Sequence[str], *, own: bool) -> list[str]:
    """Return the sentences that say what the person has lived through."""
    found = []
    for written in texts:
        # "… har haft dialys och vill gärna vara med": the wish is no part of it.
        wishes = _WISHES.search(written)
        text = _BECAUSE.split(_WISH.split(written)[0])[-1] if wishes else written
        lived = _is_lived(_NOT_ILL.sub("", text))
        if (
            lived
            and not _WISHES.search(text)
            and not (_SUPPORT.search(text) and not _FRAMES.search(text) and not _theirs(text))
        ):
            found.append(text)
    return found


def told_in_nouns(texts: Sequence[str]) -> list[str]:
    """Return the sentences on an illness or support without a verb of their own ("Missbruk i många år, frivården")."""
    return [
        text
        for text in texts
        if (speaks_of_illness(text) or SERVICE.search(text) or speaks_of_disability(text))
        and not any(p.search(text) for p in (_ABOUT_WRITER, _AT_WORK, _WISHES, _NOT_ILL, _SUPPORT, _ELSEWHERE))
    ]


# "Ni söker folk som har erfarenhet av vården": whom the bank looks for, and no life.
_YOU_SEEK = re.compile(
    r"\b(?:ni|du|de) (?:söker|letar efter|efterlyser|vill ha|behöver) [^.!?;]{3,90}?(?=, | och jag |[.!?;]|$)", re.I
)
_KNOWS = re.compile(r"\bjag (?:vet|kan|har lärt mig) (?:\w+ ){0,2}(?:mycket|mesta|allt|en hel del|mer) om\b", re.I)


# What somebody has met at work is no life of theirs.
_WORKED = re.compile(r"\b(?:arbetat|arbetade|arbetar|jobbat|jobbade|jobbar) (?:som|på|inom|med|i)\b[^.;!?]*", re.I)


def _is_lived(text: str) -> bool:
    text = _WORKED.sub("", _YOU_SEEK.sub("", text))
    if _ABOUT_WRITER.search(text) and not _FRAMES.search(text):
        # "Såg er annons, jag är mamma till …": what stands beside it may tell.
        text = ", ".join(part for part in text.split(", ") if not _ABOUT_WRITER.search(part))
    about = speaks_of_illness(text) or SERVICE.search(text) or speaks_of_disability(text)
    if about and (_OWN.search(text) or _theirs(text) or _AS_RELATIVE.search(text) or _KNOWS.search(text)):
        return True
    return bool(_FRAMES.search(text)) or bool(_AS_RELATIVE.search(text) and re.search(r"\b(?:till|min|sin)\b", text))


def _theirs(text: str) -> list[str]:
    """Return what is said of a relative in a text: what follows "min man", "mamma till"."""
    said = []
    for found in _THEIRS.finditer(text):
        after = next((part for part in (found["after"], found["to"], found["the"], found["the2"]) if part), "")
        about = (
            speaks_of_illness(after)
            or SERVICE.search(after)
            or speaks_of_disability(after)
            or re.search(r"\b(?:dog|gick bort|sjuk|diagnos|född med|föddes i vecka|för tidigt)\b", after)
            or after.startswith(" sitt liv")
        )
        if about and not (found["after"] and _SAYS.match(after)):
            said.append(found[0])
    return said


def relatives_in(texts: Sequence[str]) -> frozenset[str]:
    """Return the first names by which a letter calls relatives ("min man Ingvar", "den yngsta, Signe,")."""
    return frozenset(found[1] or found[2] for text in texts for found in _NAMED_RELATIVE.finditer(text))


# "Jag är alltså brukare, eller var": who says it in so many words knows best.
_AS_ROLE = re.compile(
    r"\bjag (?:är|var) (?:alltså |själv |ju |både |numera |mest )?(?:en )?(brukare|patient|närstående|"
    r"anhörig)(?=[,.!]| och \w+ annat| men\b|$)",
    re.I,
)
_NAMED_ROLE = {"brukare": "brukare", "patient": "patient", "närstående": "närstående", "anhörig": "närstående"}


def roles_named(texts: Sequence[str]) -> list[str]:
    """Return the roles that somebody says of themselves, [] where they leave it to be understood."""
    return sorted({_NAMED_ROLE[said[1].casefold()] for text in texts for said in _AS_ROLE.finditer(text)})


def perspectives_of(texts: Sequence[str], *, own: bool, relatives: frozenset[str] = frozenset()) -> list[str]:
    """Return the roles by whose illness or support it is, clause by clause; `relatives` are their first names."""
    roles: set[str] = set()
    ill = False
    for written in texts:
        text = _NOT_ILL.sub("", _SINCE.sub("", written))
        if own and (there := _WITH_THEM.search(text)) and _about(there[0]):
            roles.add("närstående")
            text = text.replace(there[0], "")
        whose, met, work = "own", False, False
        for clause in _CLAUSE.split(text):
            whose = "theirs" if relatives & set(clause.split()) else _whose(clause, whose, own=own)
            # "Jag har mött hemtjänst, vårdcentral och …": whom somebody has met tells no role.
            met = bool(_MET.search(clause)) or (met and len(clause.split()) <= 3)
            told = _about(clause) or (_theirs(clause) and _HAS.search(clause))
            is_theirs = (whose == "theirs" and bool(told)) or bool(_AS_RELATIVE.search(clause))
            roles |= {"närstående"} if is_theirs else set()
            work = bool(_AT_WORK.search(clause)) or (work and bool(_GOES_ON.match(clause)))
            if whose == "own" and not met and not work and not is_theirs:
                roles |= _roles_of(clause)
                ill = ill or speaks_of_illness(_CARE.sub("", clause)) or bool(_AS_PATIENT.search(clause))
    # Who is there for somebody else has met clinics and wards, too.
    return sorted(roles - {"patient"} if "närstående" in roles and not ill else roles)


# "Jag har fyra barn, två har astma och en har autism."
_ONE_OF_THEM = re.compile(
    r"\s*(?:en|ett|två|tre|båda|den ena|den andra)(?: av (?:dem|barnen))? (?:har|fick|är|lever)\b", re.I
)


def _whose(clause: str, before: str, *, own: bool) -> str:
    """Say of whom a clause speaks: "own", "theirs" (a relative), "ours" (a household); else as before."""
    theirs = _THEIRS.search(clause)
    if theirs and (after := theirs["after"]) is not None and re.search(r"\bjag\b", clause[: theirs.start()], re.I):
        # "Då fick jag en ny njure av min syster": she only stands beside.
        beside = re.search(r"\bhos $", clause[: theirs.start()])
        theirs = theirs if beside or _about(after) or _HAS.search(after) else None
    if theirs and not (theirs["after"] is not None and _SAYS.match(theirs["after"])):
        return "theirs"
    if (
        _ONE_OF_THEM.match(clause)
        or _CARES.search(clause)
        or _HAS_RELATIVE.search(clause)
        or _BESIDE.match(clause.strip())
    ):
        return "theirs"
    if re.search(r"\b(?:jag|själv|mig)\b", clause, re.I):
        return "own"
    if re.search(r"\b(?:hon|han|hen|hans|hennes|henne|honom|barnet)\b", clause, re.I):
        return "theirs" if own else "own"
    return "ours" if re.search(r"\b(?:vi|oss|vår|vårt|våra|familjen)\b", clause, re.I) else before


def _roles_of(clause: str) -> set[str]:
    if _AS_PATIENT.search(clause):
        return {"patient"}
    roles = {"brukare"} if SERVICE.search(clause) else set()
    if speaks_of_illness(clause) or (re.search(r"\b(?:lever|levt) med\b", clause) and not speaks_of_disability(clause)):
        roles.add("patient")
    return roles


def _about(clause: str) -> bool:
    return bool(
        speaks_of_illness(clause) or SERVICE.search(clause) or speaks_of_disability(clause) or _LOST.search(clause)
    )
