"""What a request is strict about: whose experience, how old, how recent, which language.

A demand rules people out, so each is read only from a plain wording; everything vaguer is left to the score.
"""

import re

from medverkan.matching.kinship import CHILD, PARENT, PARTNER, SIBLING
from medverkan.matching.perspective import OWN, RELATED
from medverkan.matching.text import sentences

ADULT = 18
YOUNGEST_ASKED = 13
OLDEST_ASKED = 120
EXCLUDES = re.compile(
    r"(omfatta|uppfyll|efterfråga|gäll|räkna|ingå|söke|sök|passa|räck|avse|lämpa|inklude|berör|"
    r"vänd\w* sig)\w*( \w+){0,5} (inte|ej)\b|"
    r"\b(inte|ej) (\w+ ){0,2}(omfatta|aktuell|tillräcklig|efterfråga|uppfyll|med i|lämplig|"
    r"inklude|avse|räkna|ingå|söke|gäll)|"
    r"(enbart|endast|bara) .{0,80}(räcker|uppfyller|är) (inte|ej)|undantag|utesluts|"
    r"^inte (?!bara|enbart|endast|[^.]{0,80}\butan\b)|"
    r"planeras separat|bjuds in (separat|till|vid)|eget forum|egen grupp|\bseparat\b|"
    r"(är|passar|fungerar) (tyvärr )?(inte|ej) (\w+ )?(förenlig|möjlig|lämplig|till)\w*|kommit för långt|hör inte hit|"
    r"(har|deltar i|hör till|får|erbjuds) (en |ett )?(egen|eget|annan|annat) "
    r"\w*(grupp|forum|träff|workshop|studie|intervju)\w*|"
    r"(intervjuas|tillfrågas|träffas|kontaktas|deltar|bjuds in|medverkar) "
    r"(senare|separat|vid ett (senare|annat)|i (en|ett) anna[nt])|"
    r"annat tillfälle|inte denna gång|\bhar ett eget\b|"
    r"\b(hanteras|utreds|tas upp|tas om hand|behandlas|ligger|drivs|följs|ses över|hör|hör hemma|belyses)"
    r"( \w+)? (i|inom|av|till|vid|för) (ett |en |den |de )?"
    r"(annat|annan|andra|eget|egen|egna|sig|särskil\w+|separat\w*)\b"
)
_INSISTS = re.compile(
    r"\b(enbart|endast|krav|bara|uteslutande|själva)\b|krävs|måste ha egen|\bingen annan än|eget forum|separat|"
    r"inte (förälder|föräldrar|anhörig|närstående)"
)
_ONLY = re.compile(
    r"\b(enbart|endast|bara)\b[^.;]{0,40}\b(egen erfarenhet|närstående|anhöriga)\b|"
    r"egen erfarenhet (är ett krav|krävs)|måste ha egen|"
    r"(viktigt|krav|förutsättning) att (man|du|personen|den) själv|\b(måste|ska) själv(a)?\b"
)
_THEMSELVES = re.compile(r"\bsom själva\b|\bde unga själva\b|\bsjälva har\b")
RELATED_WORDS = re.compile(
    r"förälder|föräldrar|anhörig|närstående|vårdnadshavare|make\b|maka\b|sambo|syskon|partner|vuxna? barn"
)
_OWN_WORDS = re.compile(
    r"\begen (diagnos|erfarenhet|sjukdom|diabetes|cancer)|egna erfarenheter|patienterna själva|"
    r"\binte (själva )?(patient|brukar)|\bden sjuke\b"
)
_RANGE = re.compile(r"(\d{1,3})\s*(?:–|-|till|och)\s*(\d{1,3})\s*(?:år\b|-åring|åring)")
_OLDEST = re.compile(r"\b(?:under|yngre än|högst|max|upp till)\s+(\d{2,3})\s*år\b")
_YOUNGEST = re.compile(
    r"\b(?:över|äldre än|minst|från|fyllda|fyllt)\s+(\d{2,3})\s*år\b|\b(\d{2,3})\s*(?:år (?:eller|och) äldre|\+)|"
    r"\b(\d{2,3})\s*år och uppåt"
)
# "Förälder till barn 6–15 år", "vars anhörig är över 80".
_OF_THE_ILL = re.compile(
    r"\b(?:förälder|föräldrar|vårdnadshavare|mamm\w+|papp\w+|anhörig\w*|närstående|syskon|make|maka|partner|barn)"
    r"(?: \w+){0,2} (?:till|åt|för|vars|med|som har)\b|"
    r"\bvars\b|\b(?:en|sin|någon|nära) (?:närstående|anhörig|förälder|make|maka|partner|familjemedlem) (?:som är )?$|"
    r"\bsina? barn|\bsitt barn|\bbarnet\b|\b(?:har|haft|med) (?:ett )?barn"
)
_OR_THEIR_RELATIVES = re.compile(
    r"\b(?:eller|och|samt|liksom)(?: \w+){0,2} (?:närstående|anhörig\w*|förälder|föräldrar|make|maka|barn|partner)"
    r"(?: \w+)? (?:till|åt|som)\b"
)
_YOUNG_THEMSELVES = re.compile(
    r"\b(?:unga|ungdom\w*|tonåring\w*|barn|elever|personer|unga vuxna|tjejer|killar)(?: \w+)? $"
)
_FELL_ILL = re.compile(
    r"\b(?:insjukna\w*|placera\w*|diagnos\w*|debut\w*|född\w*|drabba\w*|utredd?\w*)( \w+){0,3} \w+ \d"
)
_NOT_AGE = re.compile(r"senaste|sedan|tidigare|tillbaka|bakåt|under (?:de|en)\b|erfarenhet i|i minst")
_WORDED_AGES = (
    (re.compile(r"\bunga? vux(?:na|en)\b"), (17, 32)),
    (re.compile(r"\b(ungdomar|tonåringar)\b"), (12, 22)),
    (re.compile(r"\b(äldre (?:person|som|man|kvinn)\w*|seniorer|pensionärer)\b"), (58, OLDEST_ASKED)),
)
_WITHIN = re.compile(
    r"senaste\s+(\w+)(?:\s*(?:till|–|-)\s*(\w+))?\s+år|det senaste (året)|"
    r"\bde (?:\w+ till )?(\w+) senaste åren|\b(?:högst|max|maximalt) (\w+) år (?:gam|sedan|tillbaka)|"
    r"\binte äldre än (\w+) år\b|\binom (\w+) år bakåt"
)
_CURRENT = re.compile(
    r"\b(?:erfarenhet\w*|det|den|kontakten|insatsen)( \w+)? (?:bör|ska|skall|behöver|måste) vara "
    r"(?:aktuell|färsk|pågående|nutida)|"
    r"\b(?:aktuell|färsk|nylig)\w* erfarenhet|\b(?:har i dag|har idag|har just nu|har nu)\b|^\W*(?:bor|har) (?:på|i) "
)
_WITHIN_MONTHS = re.compile(r"senaste\s+(\d{1,2})\s+månad")
_NUMBERS = {
    "året": 1, "ett": 1, "två": 2, "tre": 3, "fyra": 4, "fem": 5, "sex": 6, "sju": 7, "åtta": 8, "nio": 9, "tio": 10,
    "femton": 15, "tjugo": 20,
}  # fmt: skip
# Whom the people asked for speak of.
_KIN = (
    (
        CHILD,
        re.compile(
            r"\b(?:förälder|föräldrar|vårdnadshavare|mamma|mammor|pappa|pappor|mödrar|fäder)\b"
            r"(?: (?!och\b|eller\b)\w+){0,3}? (?:till|åt|vars|med|som har|som haft)\b|"
            r"\bföräldrar (?:och|eller) \w+ till\b|\b(?:för|åt|vars|sitt|sina|har ett|haft ett) barn\b|"
            r"\b(?:son|dotter) (?:som|med)\b|"
            r"^\W*(?:föräldrar|förälder|vårdnadshavare)\b"
        ),
    ),
    (
        PARENT,
        re.compile(
            r"\b(?:vuxna? )?barn(?:en)? till\b|\bvux(?:na|et) barn\b|\b(?:vuxit|växt|växte|växer) upp (?:med|hos)\b|"
            r"\bvars (?:mamma|pappa|mor|far|förälder|föräldrar)\b|\bmed (?:en )?(?:\w+ )?förälder (?:med|som)\b|"
            r"\b(?:har|haft|hade) en förälder\b"
        ),
    ),
    (PARTNER, re.compile(r"\b(?:make|maka|sambo|partner|hustru|livskamrat)\b|\bgift med\b")),
    (SIBLING, re.compile(r"\bsyskon\b")),
)
_ASKS_PARENTS = re.compile(r"^\W*(?:förälder|föräldrar|vårdnadshavare|mamm|papp)")
_ANY_RELATIVE = re.compile(
    r"\b(?:annan|andra|någon) (?:\w+ ){0,2}(?:som står|nära|anhörig\w*|närstående|släkting\w*|vän\w*)|"
    r"\bstår (?:\w+ )?nära\b|"
    r"\b(?:anhörig|närstående)\w*\b[^.]{0,60}?(?:\(|,|till exempel|exempelvis|såsom|t\.? ?ex|oavsett)"
)
_ROLE = (
    r"(?:syskon|bror|syster|förälder|föräldrar|vårdnadshavare|mamma|pappa|make|maka|sambo|partner|"
    r"anhöriga?|närstående|vux(?:na|et) barn|barnbarn|barn|dotter|son)"
)
_NEAR_TO = re.compile(
    rf"\b{_ROLE}\b(?:,? (?:eller |och )?{_ROLE}\b){{0,4}}(?: \w+){{0,2}}? (?:till|åt|vars)\b|"
    rf"\b(?:har|haft|hade|med) (?:en |ett )?(?:\w+ )?{_ROLE} (?:med|som (?:har|haft|får|fått|lever|bor|är|drabbats))\b"
)
# "Person med autism eller förälder till …": both are asked for.
_ASKS_OWN = re.compile(
    r"\bsjälva?\b|\beg(?:en|na|et)\b|\b(?:person|personer|patient|patienter|brukare|den|vuxna?|ung\w*)"
    r"(?: \w+){0,2} (?:med|som har|som haft|som lever)\b[^.]*\b(?:eller|och|samt)\b|"
    r"\b(?:eller|och|samt) (?:person|den som|patient|brukare|de som)"
)
_IS_OR_WAS = re.compile(r"\b(?:är|har varit|varit) eller (?:har varit|varit|är)\b")
# "Har trygghetslarm eller är anhörig till någon": who stands before is asked for too.
_OR = re.compile(r"\b(?:eller|och|samt)\b")
# How many words may stand before the role ("är eller har varit syskon till").
LATEST_ROLE = 6
_LANGUAGE = re.compile(
    r"\b(arabisk|somalisk|finsk|dari|tigrinj|ukrainsk|persisk|farsi|kurdisk|kurmanji|polsk|rysk|engelsk|spansk|turkisk|"
    r"bosnisk|albansk|thailändsk|vietnamesisk|teckenspråk|romani|samisk|meänkieli|pashto|rumänsk|tysk|fransk)"
)


def asks_relatives(text: str) -> bool:
    """Tell whether those asked for are named by whom they are near ("syskon till", "har en närstående med")."""
    opening = re.split(r"[.;!?\n]", text.lower().strip()[:2_000], maxsplit=1)[0]
    if _ASKS_OWN.search(opening):
        return False
    named = _NEAR_TO.search(_IS_OR_WAS.sub("", opening))
    if named is None:
        return False
    before = named.string[: named.start()]
    return before.count(" ") <= LATEST_ROLE and not _OR.search(before)


def insists(perspectives_text: str, experience: str, asked: frozenset[str]) -> bool:
    """Tell whether only the perspective asked for will do."""
    if len(asked) != 1:
        return False
    stated = f"{perspectives_text}. {experience}".lower()
    if _INSISTS.search(perspectives_text.lower()) or _ONLY.search(stated):
        return True
    shut_out = RELATED_WORDS if OWN in asked else _OWN_WORDS
    for words in sentences(stated):
        low = " ".join(w.low for w in words)
        if (EXCLUDES.search(low) or re.search(r"\binte\b", low)) and shut_out.search(low):
            return True
        if OWN in asked and _THEMSELVES.search(low):
            return True
    return False


def _named_ages(text: str) -> tuple[tuple[int, int], str, str] | None:
    """Return the first ages named in figures ("18–25 år", "över 65 år"), with what stands before and after them."""
    for part in re.split(r"[.;\n]", text.lower()[:2_000]):
        for match in _RANGE.finditer(part):
            low, high = int(match.group(1)), int(match.group(2))
            if _about_age(part, match) and 5 <= low < high <= OLDEST_ASKED and high >= YOUNGEST_ASKED:
                return (low, high), part[: match.start()], part[match.end() :]
        for spelling, is_lowest in ((_YOUNGEST, True), (_OLDEST, False)):
            named = spelling.search(part)
            if named and _about_age(part, named):
                age = int(next(g for g in named.groups() if g))
                if YOUNGEST_ASKED <= age <= OLDEST_ASKED:
                    ages = (age, OLDEST_ASKED) if is_lowest else (0, age)
                    return ages, part[: named.start()], part[named.end() :]
    return None


def _about_age(part: str, match: re.Match[str]) -> bool:
    around = part[max(0, match.start() - 18) : match.end() + 8]
    return not (_NOT_AGE.search(around) or _FELL_ILL.search(part[: match.end()]))


def asked_ages(texts: tuple[str, ...], asked: frozenset[str]) -> tuple[tuple[int, int] | None, tuple[int, int] | None]:
    """Return the ages in figures asked of everybody, and those asked only of who has the experience themselves.

    The ages of parents' children, and of those whom relatives speak of, are not the ages of who is asked for.
    """
    named = _named_ages(". ".join(texts))
    if named is None:
        return None, None
    ages, before, after = named
    if RELATED in asked and _OF_THE_ILL.search(before):
        return None, None
    if asked == {RELATED}:
        about_children = ages[0] < ADULT and not _YOUNG_THEMSELVES.search(before)
        parents = ages[0] == 0 and bool(re.search(r"föräldrar $|förälder $|mammor $|pappor $|mödrar $", before))
        return (None if about_children and not parents else ages), None
    return (None, ages) if asked != {OWN} and _OR_THEIR_RELATIVES.search(after) else (ages, None)


def worded_ages(text: str, asked: frozenset[str]) -> tuple[int, int] | None:
    """Return the ages that words like "unga vuxna" mean, where they speak of those asked for."""
    if asked != {OWN}:
        return None
    return next((ages for spelling, ages in _WORDED_AGES if spelling.search(text.lower()[:2_000])), None)


def within_years(text: str) -> int | None:
    """Return how recent an experience must be ("de senaste fem till sju åren" is seven); None when unsaid."""
    low = text.lower()[:2_000]
    months = _WITHIN_MONTHS.search(low)
    if months and months.group(1).isdigit():
        return -(-int(months.group(1)) // 12)
    match = _WITHIN.search(low)
    if not match:
        return 1 if _CURRENT.search(low) else None
    word = next(group for group in reversed(match.groups()) if group)
    return int(word) if word.isdigit() and len(word) < 4 else _NUMBERS.get(word)


def kin_asked(text: str) -> frozenset[str]:
    """Return which relatives' tellers are asked for: parents speak of a child; empty where any relative will do."""
    found: set[str] = set()
    for sentence in re.split(r"[.;!?\n]", text.lower()[:2_000]):
        if _ANY_RELATIVE.search(sentence) or EXCLUDES.search(sentence):
            continue
        named = {group for group, spelling in _KIN if spelling.search(sentence)}
        # "Vuxit upp med en förälder med …": the parent is spoken of, not asked.
        found.update(named - {CHILD} if PARENT in named and not _ASKS_PARENTS.search(sentence) else named)
    return frozenset(found)


def languages_asked(text: str) -> frozenset[str]:
    """Return the languages that a request asks for; what it shuts out ("teckenspråk utreds separat") is not asked."""
    parts = re.split(r"[.;!?\n]", text.lower()[:2_000])
    return frozenset[str]().union(*(languages_in(part) for part in parts if not EXCLUDES.search(part)))


def languages_in(text: str) -> frozenset[str]:
    """Return the languages other than Swedish that a text names, as stems."""
    return frozenset(_LANGUAGE.findall(text.lower()[:2_000]))
