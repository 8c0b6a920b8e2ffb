"""Find where a writer takes back what they wrote just before: "JA 1 4. Nej vänta, 1 och 3"."""

import re

_TAKES_BACK = re.compile(
    r"\b(?:nej|nä|oj|ojdå|ops|oops|hoppsan|äsch|eller|förlåt|sorry|fast|usch|vänta)\b[\s,.!]{0,4}"
    r"(?:vänta|förresten|just det|jag men\w+|vi men\w+|ändrar|förlåt|ursäkta|fel|sorry|nej|nä|ångrar mig"
    r"|skriv)\b(?: lite| nu| fel)?"
    r"|(?:^|(?<=[.,!]\s))(?:nej|nä|nää|nja)[\s,.!]+(?=(?:ta|tar|vi tar|kör|välj|hellre|det blir|då blir det"
    r"|i ?stället)\b)"
    r"|\b(?:fast|men|eller|fast nu) när (?:jag|vi) (?:tänker|tänkte) (?:efter|närmare|på saken|igenom det|om)\b,?"
    r"|\b(?:oj|ojdå|ops|oops|hoppsan|förlåt|sorry|ursäkta|fel)[\s,.!]{1,4}(?:det|detta) (?:var|är)\b"
    r"|\bblandade (?:\w{1,12} ){0,2}ihop\b(?: [^.,;:!?]{1,120}(?=[.!:]))?"
    r"|(?<=[,.] )(?:förlåt|sorry|ursäkta|oj|ojdå|hoppsan|oops|ops|äh|äsch|fel)[\s,!]+(?=(?:nr )?\d|[A-ZÅÄÖ]\w+)"
    r"|(?:^|(?<=[.,!]\s))(?:nej|nä|nää)[\s,.!]+(?=inte \w+[\s,]+(?:utan )?\w+\W*$)"
    r"|\b(?:läste|såg|hörde|skrev|tittade|räknade|tog|valde|hamnade|klickade|blev)(?: (?:jag|det|nog|visst|på|av|i))?"
    r" fel(?: (?:på |av )?(?:rad|namn|person|lista|nummer|siffra|ställe|raderna|namnen|personen|listan|numret|numren))?"
    r"(?=\s*[.,:;!–-])"
    r"|\b(?:rättelse|läste fel|såg fel|hörde fel)\b|(?:^|\n)ändring(?=\s?[!.:])|\b(?:jag |vi )?(?:ändrar|ändrade"
    r"|ångrar) mig\b|\b(?:jag )?skrev fel\b|\bfel av mig\b"
    r"|\b(?:jag|vi) (?:menar|menade)\b|\bmenade (?:jag|vi)\b|\bkorrigering\b|\bska(?:ll)? (?:det )?(?:stå"
    r"|vara)\b(?= (?!(?:med|där\w*|hemma|borta|bort\w*|i|på|hos|utomlands|ledig|kvar|ute|nere|uppe|barnvakt"
    r"|två|tre|fyra|fem|sex|minst|max|högst|bara|en|ett|bra|okej|ok|lagom|roligt|kul|intressant)\b))",
    re.I,
)


# "fyran menar jag" and "Tobias ska det vara" put the marker last.
_MARKED_LAST = re.compile(
    r"^(?:(?:oj|ojdå|äh|eh|öh|nej|nä|fel|hoppsan|förlåt|sorry|usch|eller|asså|alltså)[\s,.!]+){0,2}(.{1,80}?)"
    r" (?:(?:menar|menade) (?:jag|vi)|ska(?:ll)? det (?:vara|stå))\b(?: förstås| såklart)?(.{0,60})$",
    re.I,
)
_I_MEANT = re.compile(
    r"\binte ((?:nr )?[\w-]{1,30})[,.]? (?:utan )?(?:(?:jag|vi) (?:menar|menade)|det ska(?:ll)? vara)\s(?=(?:nr )?\w)",
    re.I,
)
_NOT_BUT = re.compile(r"^inte ((?:nr )?\w+)[,.]? (?=(?:nr )?\w+\W*$)", re.I)


def taken_back(sentences: list[str]) -> list[tuple[list[str], list[str], bool]]:
    """Return every way to part the reply at a correction, last one first: before, after, and whether it is a plain one.

    "jag menar" may be a filler; "nej vänta" is not.
    """
    parts = []
    sentences = [_I_MEANT.sub(r"inte \1 utan ", sentence) for sentence in sentences]
    for index, sentence in enumerate(sentences):
        if index and (last := _MARKED_LAST.match(sentence)):
            parts.append((_filled(sentences[:index]), _filled([last[1] + last[2], *sentences[index + 1 :]]), False))
        for match in _TAKES_BACK.finditer(sentence):
            before = [*sentences[:index], sentence[: match.start()]]
            after = [_NOT_BUT.sub(r"inte \1 utan ", sentence[match.end() :]), *sentences[index + 1 :]]
            plain = not re.search(r"men(?:ar|ade)|stå|vara", match[0], re.I)
            parts.append((_filled(before), _filled(after), plain))
    return parts[::-1][:10]


def _filled(sentences: list[str]) -> list[str]:
    return [sentence.strip(" ,.:;!-") for sentence in sentences if sentence.strip(" ,.:;!-")]
