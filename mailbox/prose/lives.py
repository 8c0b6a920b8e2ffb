"""What somebody has lived through, and so in which role they speak: as brukare, patient or närstående.

Illness and care make a patient, support from a municipality a brukare, somebody else's illness a närstående. Where a
word may be either (addiction, disability) nothing is concluded.
"""

import re
from functools import lru_cache

# Every word is looked up once: a letter repeats itself, and so do letters.
_WORD = re.compile(r"[\w-]+")
_ROLES = (
    ("närstående", re.compile(
        r"(?<![\w-])(?:n[äa]rst[åa]ende|anh[öo]rig|efterlevande|[a-zåäö-]*f[öo]r[äa]ld(?:er|rar)|mamm|papp|syskon|"
        r"mak[ae]\b|makar\b|(?:mor|far)(?:mor|far)\b|"
        r"sambo|partner|make\b|familjemedlem)", re.I)),
    ("brukare", re.compile(r"(?<![\w-])brukar(?:e|representant\w*|företrädare|en|na|nas|s|perspektiv)\b", re.I)),
    ("patient", re.compile(r"(?<![\w-])(?:\w+-)?patient(?!säkerhet|nämnd|råd|förening|organisation|utbildning|"
        r"informat)", re.I)),
)  # fmt: skip
_NEGATED = re.compile(r"\b(?:inte|ej|utan|inga)\s+(?:egna?\s+)?[\wåäö-]+", re.I)
_OF_OTHERS = re.compile(
    r"\b(?:lever|bor) (?:ihop |tillsammans )?med (?:någon|en \w+) som\b|"
    r"\b(?:anhöriga?|närstående|mamm|papp|förälder|föräldrar|mak[ae]|make|gift|sambo|syskon|syster|bror|dotter|"
    r"son) (?:till|med|åt)\b|\b(?:barn|barnbarn|mormor|morfar|farmor|farfar|svärmor|svärfar) (?:till|åt)\b|"
    r"\b(?:följt|hjälpt|varit med|suttit hos|besökt) (?:med )?(?:någon|en|ett|sin|sitt) (?:nära )?"
    r"(?:anhörig|närstående|familjemedlem|förälder|barn|partner|make|maka|vän|syskon|mamma|pappa)\b|"
    r"\b(?:suttit|stått|väntat) (?:bredvid|utanför|nära)\b|\bstår nära\b|"
    r"\b(?:vårdat|vårdar|tagit hand om|tar hand om|stöttat|stöttar|förlorat|mist|mistat)\s+(?:någon\b|en |ett |sin |"
    r"sitt |sina |min |mitt |mina )|"
    r"\bden (?:som är )?sjuk[ae]?\b|\b(?:make/maka|maka/make)\b|"
    r"\bhaft (?:någon|en \w+|ett \w+|sin \w+|sitt \w+) (?:inlagd|placerad|hos|på)\b|\bsom (?:anhörig|närstående|"
    r"förälder)|\bvara (?:nära )?(?:anhörig|närstående|förälder|mamma|pappa|make|maka)|"
    r"\b(?:vars|sin|sitt|sina|ens|ens egen|ens eget) (?:\w+ )?(?:make|maka|man|fru|barn|barnbarn|son|dotter|mamma|"
    r"pappa|tonåring|mor|far|"
    r"förälder|föräldrar|partner|sambo|syskon|bror|syster)\b|"
    r"\bnågon (?:annan )?(?:(?:de|hen|man) (?:älskar|bor med|lever med)|(?:i|inom) (?:familjen|ens familj|sin familj|"
    r"släkten)|i (?:ens |sin )?närhet\w*|nära)\b|"
    r"\b(?:har|haft|hade|fått) (?:ett|en) (?:\w+ )?(?:barn|son|dotter|tonåring|"
    r"förälder|mamma|pappa|syskon|partner|anhörig|närstående) (?:som|med)\b",
    re.I,
)
SERVICE = re.compile(
    r"\b(?:\w*hemtjänst|\w*boendestöd|personlig(?:a|t)? assisten?[at]\w*|assistans\b|LSS\b|"
    r"grupp(?:bo(?:stad|städer|ende)|hem)|"
    r"särskilt boende|"
    r"äldreboende|vårdboende|stödboende|omsorgsboende|serviceboende|korttidsboende|kontaktperson|daglig "
    r"verksamhet|dagverksamhet|ekonomiskt bistånd|försörjningsstöd|trygghetslarm|färdtjänst|"
    r"(?<!är )(?<!som )(?<!varit )(?<!hennes )(?<!hans )god man(?! åt| för)|"
    r"familjehem|"
    r"placerad|socialtjänst|(?<!är )(?<!som )biståndshandlägg|växelvård|ledsagning|skuldrådgiv|hemlös|"
    r"budget- och skuld|matlåd)",
    re.I,
)
# Health care, or a body or mind that is ill.
_ILLNESS = re.compile(
    r"(?:fläcken|synenhet|synsvag|förträng|hjärtklaff|magsår|inkontin|värk(?!st)|sjuk(?!sköt|hus\b)|cancer|tumör|"
    r"leukemi|lymfom|diabet|astma|allergi|\bkol\b|stroke|depress|deprim|"
    r"ångest|psyko|psyk\b|"
    r"schizo|bipol|epilep|\bms\b|parkinson|alzheimer|demens|reuma|artros|artrit|psoria|eksem|smärt|migrän|hjärt|"
    r"infarkt|"
    r"flimmer|stomi|dialys|njur|lever(?:svikt|cirros)|transplant|operat|opere|strål|cellgift|cytostatik|kolit|"
    r"crohn|celiaki|ibs\b|"
    r"inlagd|intensivvård|\biva\b|respirator|förlossning|\bfött\b|gravid|graviditet|missfall|kejsarsnitt|"
    r"barnlöshet|\bivf\b|endometrios|klimakteri|höft|knä\b|ryggmärg|skada|fraktur|tvångsvård|ätstör|anorexi|"
    r"bulimi|självskad|"
    r"suicid|självmord|utmattn|utbränd|utbrand|stress|sömn|tvångssyndrom|\bocd\b|ptsd|trauma|skolios|fibromyalgi|"
    r"\bcfs|"
    r"postcovid|covid|sepsis|blodförgift|blodpropp|lungemboli|blodtryck|amputer|protes|hörselneds|tinnitus|"
    r"synneds|glaukom|starr|makula|tandvård|tandimplant|inkontinen|prostata|bröst|palliativ|rehab|diagnos|"
    r"neonatal|prematur|förlamning|logoped|habiliter|vårdad|vårdat|vårdats|behandl|patient(?!inform|perspektiv|"
    r"företräd|represent|säkerhet)|mottagning|bup\b|klinik|avdelning|sjukhus|ambulans|akuten|opererats|"
    r"ehlers|huntington|"
    r"\bals\b|hepatit|hiv\b|tuberkul|övervikt|obesitas|fetma|cystisk|hemofili|blödarsjuk|sarkoidos|lupus|\bsle\b|"
    r"svikt|melanom|pacemaker|hjärn(?:skak|blöd|skad)|osteoporos|benskör|\bgikt|borrelia|bechterew|sköldkörtel|"
    r"hypotyreos|gallsten|bråck|whiplash|yrsel|ménière|menière|tourette|polio|afasi|ödem|bensår|"
    r"panikattack|\bfobi|borderline|\beips|\bmani\b|\blpt\b|\bect\b|\bkbt\b|insulin|syrgas|cpap|sömnapné|urinväg|"
    r"hörapparat|koklea|hörcentral|syncentral|kateter|framfall|livmoder|äggstock|\bmyom|\bpcos|amning|"
    r"lunginflamm|hjärtstopp|hjärtstart|mediciner\b|medicinera|\bläkemedel\b)",
    re.I,
)
_DISABILITY = re.compile(
    r"missbruk|beroende|alkohol|druckit|supit|nykter|narkotik|amfetamin|droger|downs\b|funktionsneds|"
    r"funktionsvari|funktionshind|"
    r"autis|adhd|\badd\b|npf\b|neuropsyk|utvecklingsst|"
    r"intellektuell|\bcp-|\bcerebral|asperger|\bohälsa|rullstol|rörelsehind|assisten|\bvåld|\bblind\b|\bdöv\b|"
    r"hörselskad|"
    r"synskad"
)
_UNSURE = re.compile(
    r"missbruk|beroende|alkohol|druckit|supit|nykter|narkotik|amfetamin|droger|\bspel|funktionsneds|"
    r"funktionsvari|funktionshind|"
    r"autis|adhd|npf\b|neuropsyk|"
    r"utvecklingsst|intellektuell|"
    r"cp-|cerebral|psykisk ohälsa|rullstol|rörelsehind|våld|rättspsyk",
    re.I,
)
_OWN_LIFE = re.compile(
    r"\b(?:lever|levt|leva) (?:länge |själva? |i många år )?med\b|\b(?:har|ha) (?:själva? )?haft\b|\bhaft\b|"
    r"\bfått\b|\bgenomgått\b|"
    r"\bopererats\b|\bvårdats\b|\blegat\b|\bbehandlats\b|\binsjukn|\bdrabbats\b|\bfött\b|\blida|\bröntgats\b",
    re.I,
)


# The same words as they are misspelled: "canser", "deppretion", "psyckos", "alsheimer".
_MISSPELLED = re.compile(
    r"kanser|levkemi|leukemi|diabet|ashma|astma|depres|depri|epelep|epilep|parkins|alsheim|altsheim|alheimer|"
    r"demen[st]|"
    r"demans|revmat|reumat|artros|psorias|psykos|infarkt|imfarkt|inferkt|strok\b|hjert|sjukdom|operas[ij]on|opererad|"
    r"operat|skiso|bipol|fibromi|migren|tsoriasis|anoreks|bulemi|bulimi|njur|tumor|stråln|selgift|prostat"
)
_SOUNDS = (("ck", "k"), ("ph", "f"), ("th", "t"), ("tz", "s"), ("z", "s"), ("x", "ks"), ("w", "v"), ("q", "k"),
           ("y", "i"), ("psik", "psyk"), ("ce", "se"), ("ci", "si"), ("c", "k"), ("ä", "e"))  # fmt: skip
_TWICE = re.compile(r"([^\W\d_])\1")


def _sounded(word: str) -> str:
    """Return a word as it sounds: what a pen may write in several ways is written in one."""
    for written, sound in _SOUNDS:
        word = word.replace(written, sound)
    return _TWICE.sub(r"\1", word)


@lru_cache(maxsize=8192)
def _is_ill(word: str) -> bool:
    return bool(_ILLNESS.search(word) or (len(word) > 5 and _MISSPELLED.search(_sounded(word))))


@lru_cache(maxsize=8192)
def _is_disability(word: str) -> bool:
    return bool(_DISABILITY.search(word))


def speaks_of_illness(text: str) -> bool:
    """Tell whether a word of a text is about illness or health care."""
    return any(map(_is_ill, _WORD.findall(text.casefold())))


def speaks_of_disability(text: str) -> bool:
    """Tell whether a word of a text is about disability, addiction or the like."""
    return any(map(_is_disability, _WORD.findall(text.casefold())))


def roles_in(text: str) -> list[str]:
    """Return the roles that are named."""
    said = _NEGATED.sub(" ", text)
    return [name for name, pattern in _ROLES if pattern.search(said)]


# "sin make eller maka", "mamma eller pappa": one relative.
_KIN = r"(?:make|maka|man|fru|hustru|mamma|pappa|mor|far|son|dotter|syster|bror|partner|sambo|förälder|barn|syskon|vän)"
_ONE_OF_KIN = re.compile(rf"\b{_KIN}(?:, {_KIN})*,? eller {_KIN}\b", re.I)
_EITHER_SEX = re.compile(r"\b(?:man|kvinna|män|kvinnor) (?:eller|och) (?:man|kvinna|män|kvinnor)\b", re.I)


def perspectives_of_experience(text: str) -> list[str]:
    """Return the roles that an experience plainly makes; [] where it may be another."""
    if not text:
        return []
    found = ["närstående"] if _OF_OTHERS.search(text) else []
    text = _EITHER_SEX.sub("någon", text)
    told = _ONE_OF_KIN.sub("anhörig", text)
    own = re.search(r"\b(?:eller|alternativt|antingen|själv|egen|egna)\b", told, re.I) if found else True
    if own and SERVICE.search(text):
        found.append("brukare")
    elif (own and speaks_of_illness(text)) or (
        own and not found and _OWN_LIFE.search(text) and not _UNSURE.search(text)
    ):
        found.append("patient")
    return found
