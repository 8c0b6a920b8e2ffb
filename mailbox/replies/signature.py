"""Take off what nobody typed for this mail: signatures, disclaimers, gateway banners, "Skickat från min iPhone".

Cut too little rather than too much: what is left over makes a reply unclear, what is lost could change its meaning.
"""

import re

_SIGN_OFF = re.compile(
    r"\s*(med\s+)?((de|mycket|allra)\s+)?(bästa|vänlig(a|aste)?|varma|soliga|glada|goda|många|kollegiala"
    r"|trevliga|hjärtliga)?"
    r"\s*(hälsning(ar)?|hälsn)\b.{0,80}$"
    r"|\s*(m\.?\s?v\.?\s?h|v\.?\s?h|b\.?\s?h|mvh/|hlsn)\b\.?(?!\s*(ja|nej)\b).{0,80}$"
    r"|\s*(hälsar|allt gott|allt väl|ha det (så )?(bra|gott|fint)|ha en (fin|bra|trevlig|skön|härlig) \w+"
    r"|kram(ar)?|(vi )?hörs|(trevlig|skön|fin|god) (helg|kväll|dag|fredag|jul|sommar|påsk|eftermiddag|fortsättning)"
    r"|ciao|hej då|hejdå"
    r"|vänligen|tusen tack|tack och hej)"
    r"\s*[,.!]?(\s+(önskar\s+)?[^\W\d_]+){0,2}\s*[,.!]*$"
    r"|\s*hälsar [A-ZÅÄÖ].{0,60}$|\s*(vänligen|högaktningsfullt|bästa|varmt|med vänlighet)\s*[,!]?\s*$"
    r"|\s*(best|kind|warm)?\s*(regards|wishes)\b.{0,60}$|\s*(sincerely|cheers)\s*,?\s*$",
    re.I,
)
_DASHES = re.compile(r"\s*(--\s?|—|–|_{2,}|-{3,}|\*{3,}|={3,})\s*$")
_SLASH_NAME = re.compile(r"\s*//?\s?[^\W\d_]{1,20}([ -][^\W\d_]{1,20}){0,2}\.?\s*$")
_TAIL_NAME = re.compile(
    r"(?<=[\s.!?,])(//?\s?[A-ZÅÄÖÉ][^\W\d_]{0,20}([ -][A-ZÅÄÖÉ][^\W\d_]{1,20})?"
    r"|(?:m\.?v\.?h\.?|hälsn(?:ing(?:ar)?)?\.?),?(\s+/?[^\W\d_]{1,20}){0,2})\s*$",
    re.I,
)
_CLIENT = re.compile(
    r"\s*[<(\[]?(skickat|skickad|skickades|sänt|sent|skrivet|hämta|skaffa|get|ladda ned|ladda ner)\s+"
    r"(från|via|med|from|using|with|outlook)\s*(min|mitt|my|en|ett|outlook|e-post|yahoo|gmail|mobilen|samsung"
    r"|iphone|ipad"
    r"|android|för|for|mail|proton|galaxy|huawei|mobil|telefon|surfplatta|webbmail)\b.{0,120}$",
    re.I,
)
_APP = re.compile(
    r"\s*([Ss]kickat|[Ss]kickad|[Ss]ent|[Ss]änt) (från|via|med|from|with"
    r"|using) [A-ZÅÄÖ][\w-]{1,30}( [\w-]{1,20}){0,4}\.?$"
    r"|\s*([Hh]ämta|[Ss]kaffa|[Gg]et|[Ll]adda ne[rd]) [A-ZÅÄÖ][\w-]{1,30}( [\w-]{1,20}){0,2} (för|for) [\w-]{2,20}\.?$"
)
# Of "Lind, Anna (RKL)" and "Anna Lind / Region Syd" only the name.
_BESIDE_NAME = re.compile(r"\([^)]*\)?|\s[/|–-]\s.*")
_POSTSCRIPT = re.compile(r"\s*(p\.?\s?s\.?|tillägg|glömde|obs|ps)\b[\s:.,!-]", re.I)
# Courtesy that ends a letter, but opens one as well: on the first line it is no signature where more is written below.
_OPENS_TOO = re.compile(
    r"\s*(god|gott|tusen tack|(trevlig|skön|fin|glad) \w+|allt gott|allt väl|ha (det|en)|hej)\b(?!.*hälsning)", re.I
)
_LIKE_A_CARD = re.compile(r"\W*|[A-ZÅÄÖÉ][\w-]*([ ,.]+[A-ZÅÄÖÉ][\w-]*){0,3}\.?|.*(@|www\.|\d{2,}[ -]?\d{2,}|\btel\b).*")
# "/ inga män" is a wish and no name.
_WORD_AFTER_SLASH = re.compile(
    r"\s*//?\s?(?:inga?|inte|ej|ja|nej|eller|men|och|bara|utan|helst|gärna|även|ok|okej|alla|båda|resten|kanske"
    r"|nr|nummer|ps)\b",
    re.I,
)
_DISCLAIMER_CUES = re.compile(
    r"avsedd (endast )?för|avsett (endast )?för|mottagare|konfidentiell|sekretess|allmän(na)? handling|personuppgift"
    r"|dataskydd|gdpr|skriva ut|för miljön|miljöns? skull|virus|obehörig|felaktigt|felsänt|av misstag|radera|förstör"
    r"|confidential|intended (solely )?(for|recipient)|privileged|unauthori[sz]ed|disclaimer|extern avsändare|externt"
    r"|\bextern\b|external|banner(start|end)\b"
    r"|utanför (organisationen|region|vår)|outside (of )?(your|the|our) organi[sz]ation|klicka inte"
    r"|öppna inte|inte länkar"
    r"|okända? länkar|bilagor|do not click|caution|försiktig|litar på|känner igen avsändaren|skannad|skannats"
    r"|säkerhetskontroll"
    r"|spamfilter|nätfiske|phishing|behandlar|integritet|https?://|www\.|läs mer|e-postmeddelande"
    r"|detta meddelande|this (e-?mail|message)",
    re.I,
)
_DISCLAIMER_START = re.compile(
    r"[\s\[(*⚠❗!️]*(extern(t|al)?\]|zjqcm|this message (is|was)|externt$|(mejlet|meddelandet) kommer"
    r"|extern (avsändare|e-?post)|externt? (mejl|mail|meddelande|brev)"
    r"|external (e-?mail|sender)|caution|varning|obs!|warning|informationen i det|den här e-?posten"
    r"|det här (mejlet|mailet|meddelandet)"
    r"|detta (mejl|mail|e-?post|meddelande)|denna e-?post|this (e-?mail|message)|när du (skickar|mejlar"
    r"|kontaktar)|tänk på miljön"
    r"|behöver du (verkligen )?skriva ut|behöver du inte skriva ut|please consider|så (här )?behandlar"
    r"|vi behandlar|region(en)? \w* ?behandlar"
    r"|meddelanden? till och från|e-?post till och från|du får inte ofta|you don't often)",
    re.I,
)


def typed_only(paragraph: str, sender_name: str) -> str:
    """Return one typed block without signature, disclaimers and banners; "" when nothing else was in it."""
    lines = _without_disclaimers(paragraph.split("\n"))
    start = _signature_start(lines, sender_name)
    postscript = next((i for i in range(start, len(lines)) if _POSTSCRIPT.match(lines[i])), len(lines))
    kept = lines[:start]
    while kept and not kept[-1].strip():
        kept.pop()
    if kept:
        kept[-1] = _TAIL_NAME.sub("", kept[-1])
    kept += lines[postscript:]
    return "\n".join(kept).strip()


def _without_disclaimers(lines: list[str]) -> list[str]:
    """Drop paragraphs that speak of recipients, secrecy, viruses or external senders, and not of the matter."""
    kept: list[str] = []
    block: list[str] = []
    for line in [*lines, ""]:
        if line.strip():
            block.append(line)
            continue
        if not _is_disclaimer(" ".join(block)):
            kept += block
        elif not any(map(str.strip, kept)):
            kept += _below_banner(block)
        kept.append(line)
        block = []
    return kept


def _below_banner(block: list[str]) -> list[str]:
    """Return what stands right below a banner at the top: from the first line that begins anew without its words."""
    for index, line in enumerate(block[1:], start=1):
        before = block[index - 1].rstrip()
        anew = len(before) < 60 or before[-1] in ".!?])*>" or line[:1].isupper() or line[:1].isdigit()
        if anew and not _DISCLAIMER_CUES.search(line):
            return block[index:]
    return []


def _is_disclaimer(text: str) -> bool:
    text = text[:3000]
    cues = {cue[0].lower() for cue in _DISCLAIMER_CUES.finditer(text)}
    return len(cues) >= (1 if _DISCLAIMER_START.match(text) else 3)


def _signature_start(lines: list[str], sender_name: str) -> int:
    """Return the index of the first line of the signature, the number of lines where there is none."""
    written = False
    names = _forms_of(sender_name)
    for index, line in enumerate(lines):
        text = line.strip()
        if not text:
            continue
        if _ends_letter(line, text) and (written or not _greets(text, lines[index + 1 :])):
            return index
        if written and (_is_slash_name(text) or text.strip(" .,/*!").casefold() in names):
            return index
        if not written and text.startswith("/") and _is_slash_name(text):
            return index
        written = True
    return len(lines)


def _ends_letter(line: str, text: str) -> bool:
    return len(text) <= 200 and bool(
        _DASHES.match(line) or _CLIENT.match(text) or _APP.match(text) or _SIGN_OFF.match(text)
    )


def _greets(text: str, below: list[str]) -> bool:
    """Tell whether a first line such as "God dag" or "Tusen tack!" opens what is written below it."""
    return bool(_OPENS_TOO.match(text)) and not all(_LIKE_A_CARD.fullmatch(line.strip()) for line in below)


def _is_slash_name(text: str) -> bool:
    return bool(_SLASH_NAME.match(text)) and not _WORD_AFTER_SLASH.match(text)


def _forms_of(sender_name: str) -> frozenset[str]:
    """Return how the writer may sign; `sender_name` is a display name, "Lind, Anna (RKL)" too, or an address."""
    name = _BESIDE_NAME.sub(" ", sender_name.casefold().partition("@")[0])
    parts = [part for part in re.split(r"[\s,._\d]+" if "@" in sender_name else r"[\s,]+", name) if part]
    if not parts:
        return frozenset()
    initials = "".join(part[0] for part in parts)
    first, last = parts[0], parts[-1]
    return frozenset(
        {
            " ".join(parts),
            initials,
            first[0],
            first,
            last,
            f"{last} {first}",
            f"{first} {last[0]}",
            f"{last} {first[0]}",
            " ".join(reversed(parts)),
        }
    )
