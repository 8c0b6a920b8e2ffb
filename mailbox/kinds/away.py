"""Know an out-of-office reply, also one that says nothing of itself in its headers.

By the subject that mail programs give it, or by the words: who is away, until when, whom to turn to instead, and that
nobody reads this. One of these alone is what people write every day; a person also asks, decides or promises something.
"""

import re

_MAX_TEXT = 1_500
_PREFIX = re.compile(r"^\s*(?:re|sv|aw|vs|ang|svar)\s*(?:\[\d+\])?\s*:", re.IGNORECASE)
_SUBJECT = re.compile(
    r"^\s*(?:(?:autosvar|auto-?reply|auto[- ]?response|auto(?:matic|matiskt|matisk)[ -]?(?:reply|svar|response|"
    r"svarsmeddelande|"
    r"meddelande om frånvaro)|autogenererat svar|frånvaro(?:meddelande|assistent|hälsning|svar|besked)\w*|"
    r"out[ -]of[ -](?:the[ -])?"
    r"office|ooo|on (?:vacation|annual leave|leave)|semester(?:meddelande|svar|hälsning|besked)|jag är (?:ledig|borta|"
    r"på semester|"
    r"frånvarande|bortrest|föräldraledig|tjänstledig|inte på kontoret|inte på plats)|(?:ej|inte) på (?:plats|kontoret)|"
    r"på semester|inte i tjänst|abwesenheit\w*|automatische antwort|automatisk (?:besvarelse|svar)|fraværsmelding|"
    r"vacation (?:reply|response|message)|away from (?:the )?office)\b|\[auto[- ]?(?:reply|svar)\]|"
    # These are subjects to write about as well ("Frånvaro i skolan"): alone, or before the subject that is answered.
    r"(?:frånvaro|frånvarande|semester|föräldraledig(?:het)?|tjänstledig(?:het)?|ledig|sjukskriven|sommarsemester|"
    r"julledig(?:het)?)"
    r"\s*(?:$|[:!.]|[-–]\s*(?:re|sv|åter)\b|(?:re|sv|fr\.?o\.?m|t\.?o\.?m)\b|till (?:och med|den|\d)|v\.?\s?\d|\d))",
    re.IGNORECASE,
)
_NAMED_AWAY = re.compile(
    r"^[^:]{2,60}\b(?:är|is) (?:inte på kontoret|ute från kontoret|frånvarande|out of (?:the )?office|"
    r"not in the office|på semester)\b",
    re.IGNORECASE,
)
_SELF_SAID = re.compile(
    r"\b(?:detta|det här|this) (?:är|is) (?:ett|en|an) (?:automatiskt|automatisk|autogenererat|automatic|automated|"
    r"auto)[- ]?"
    r"(?:svar\w*|mejlsvar|e-postsvar|meddelande om|reply|response)|\bautosvar\b|\bautomatiskt svarsmeddelande",
    re.IGNORECASE,
)
_THANKS = re.compile(
    r"\btack(?:ar)? (?:så mycket )?för (?:ditt|din|ert|er|att du) (?:mejl|mail|e-?post\w*|e-?brev|meddelande|brev|"
    r"hör av|kontaktar|mejla|"
    r"skickar|skriver)|\bthank(?:s| you) for (?:your (?:e-?mail|message|mail)|contacting|writing|reaching)",
    re.IGNORECASE,
)
_NOW = r"(?:just nu |nu |för närvarande |för tillfället |tyvärr |även |idag |i dag |fortsatt )*"
_AWAY = re.compile(
    rf"\b(?:jag är|är) {_NOW}(?:på (?:semester|tjänsteresa|resande fot|utbildning|kurs|konferens|ledighet|"
    rf"sommarledighet)|(?:helt )?ledig|"
    r"frånvarande|(?:\w{0,6})?stäng[td]\b|föräldraledig|mammaledig|pappaledig|tjänstledig|sjukskriven|sjuk|borta|"
    r"bortrest|inte (?:på (?:plats|"
    r"kontoret|jobbet)|"
    r"i tjänst|anträffbar|tillgänglig)|ej (?:på (?:plats|kontoret)|i tjänst|anträffbar)|ute på)|"
    r"\bhar (?:nu )?(?:\w{0,10}semester|\w{3,8}stängt|stängt|\w{0,8}ledigt|gått på|"
    r"slutat|avslutat min)|\barbetar (?:inte|ej)\b|\b(?:jobbar|arbetar) (?:inte|ej|deltid|endast|bara)|\bi(?: a|"
    r"')m (?:currently )?"
    r"(?:out|away|on (?:vacation|leave|annual leave|parental leave|holiday)|travell?ing|not in the office)|"
    r"\bcurrently (?:out|away)|"
    r"\bno longer (?:work|with)|\bi (?:will be|have been) (?:out|away|on)\b",
    re.IGNORECASE,
)
_BACK = re.compile(
    r"\b(?:åter|tillbaka|i tjänst igen|på plats igen|back|return\w*|t\.?\s?o\.?\s?m\.?|till och med|fram till|"
    r"tills vidare|until|till)\b[^.\n]"
    r"{0,40}?(?:\d|måndag|tisdag|onsdag|torsdag|fredag|januari|februari|mars|april|maj|juni|juli|augusti|september|"
    r"oktober|november|"
    r"december|vecka|v\.|monday|tuesday|wednesday|thursday|friday|vidare|hösten|våren|sommaren)|"
    r"\bfrån\b[^.\n]{0,30}\d[^.\n]{0,30}\btill\b",
    re.IGNORECASE,
)
_INSTEAD = re.compile(
    r"\b(?:vid|för|om|har du|i) (?:\w+ ){0,3}?(?:brådskande|akuta?|frågor|behov|angeläget|ärenden?|saken|det brådskar|"
    r"snabbt svar)\b|"
    r"\b(?:kontakta|vänd dig|vänd er|hänvisar|hänvisas|maila|mejla|ring)\b[^.\n]{0,60}(?:kollega|chef|i stället|"
    r"istället|växel|@|\d{2,}|"
    r"kundtjänst|kontaktcenter|registrator|reception|funktionsbrevl)|\bhänvisa[sr]?\b|\bbrådskande ärenden|"
    r"\bfor urgent|\bplease contact|\bcontact my|"
    r"\bersätts av|\bersättare",
    re.IGNORECASE,
)
_UNREAD = re.compile(
    r"\b(?:mejl|mail|e-?post|meddelande|mejlet|mailet|e-posten|meddelandet|mejlen|mailen|brev|"
    r"inkorg\w*)(?: som [^.\n]{0,40})?\W+(?:\w+\W+){0,4}?"
    r"(?:läses|läsas|vidarebefordras|vidaresänds|besvaras|bevakas|kontrolleras|skickas)\b|\bläser (?:inte|ej|sällan|"
    r"begränsat)\b|\b(?:svarar|"
    r"återkommer|hör av mig|besvarar|läser)\b[^.\n]{0,50}(?:när (?:jag|vi) (?:är )?(?:tillbaka|åter|kommer|öppnar)|"
    r"efter (?:semestern|ledigheten|min "
    r"semester)|vid återkomst)|\bbegränsad (?:möjlighet|tillgång)|\blimited access|\b(?:will|shall) (?:reply|respond|"
    r"answer|get back)\b|"
    r"\b(?:will not|won.t) be (?:read|forwarded)|\b(?:kommer att|kommer) (?:att )?(?:läsas|besvaras)",
    re.IGNORECASE,
)
# What only somebody who has read our letter would write.
_PERSON = re.compile(
    r"\?|^\s*(?:ja|nej|ok|okej|japp|jovisst)\b|\b(?:vi|jag) (?:kan|vill|tar|tror|tycker|skulle|föreslår|har (?:pratat|"
    r"kollat|bokat|bifogat|talat|läst)"
    r"|bifogar|önskar|behöver|söker|tänker|undrar|svarar i|nås på|hoppas)(?! (?:inte |ej )?(?:att )?(?:nås|läsa|svara|"
    r"besvara|ta emot|komma att))|"
    r"\bgår bra\b|\bpassar\b|\bförslag(?:et)?\b|\bbifoga|\bantal personer|\b\d{1,2} (?:svarade|tackade|ja|nej|sa|vill|"
    r"kan)\b|"
    r"\bklockan \d|\bi (?:hennes|hans) ställe|\bmen (?:nås|kan|går|ring)|\bja till\b|\bpå mobilen\b|"
    r"\bi can\b(?! ?not)|\bwe (?:would|can|want)",
    re.IGNORECASE | re.MULTILINE,
)


def says_away_in_subject(subject: str) -> bool:
    """Tell whether a mail program named the mail an out-of-office reply."""
    bare = _PREFIX.sub("", subject[:300], count=1)
    return bool(_SUBJECT.match(bare) or _NAMED_AWAY.match(bare))


def says_away(own: str) -> bool:
    """Tell whether the words, without what they quote, are an out-of-office reply and nothing more. Total."""
    words = own.strip()
    if not words or len(words) > _MAX_TEXT or _PERSON.search(words):
        return False
    if "auto" in words.lower() and _SELF_SAID.search(words):
        return True
    signs = [bool(sign.search(words)) for sign in (_THANKS, _BACK, _INSTEAD, _UNREAD)]
    return sum(signs) >= 3 or (bool(_AWAY.search(words)) and (sum(signs) >= 2 or signs[3]))
