"""Notice what stands in the way of acting on a reply that names people: doubts, conditions, choices, strangers.

Each rule here costs at most a question back; a missing one may cost a wrong pick.
"""

import re

from medverkan.mailbox.replies import questions
from medverkan.mailbox.replies.accounting import open_in_proposal
from medverkan.mailbox.replies.availability import picked_but_unavailable
from medverkan.mailbox.replies.clauses import BARE, UNKNOWN, Said, limits
from medverkan.mailbox.replies.cues import YES
from medverkan.mailbox.replies.cursor import TOKEN, Who
from medverkan.mailbox.replies.doubts import HEDGE, IF, IF_PERSON, narrows
from medverkan.mailbox.replies.leftover import adds_somebody, left_open
from medverkan.mailbox.replies.mentions import Marked
from medverkan.mailbox.replies.named import strangers
from medverkan.mailbox.replies.names import People
from medverkan.mailbox.replies.soft_words import rests_on_a_word
from medverkan.mailbox.replies.stances import Stances, settle

_COURTESY = re.compile(
    r"\b(hör av|säg till|ring mig|ring oss|mejla|maila|återkom|nås|når mig|fråga|undrar|meddela|skriv|tack)\b"
)
_EITHER = re.compile(
    r"§\d+ (?:el|eller|alternativt|alt|kontra|vs) (?:\w+ ){0,2}§\d+|\bantingen\b|(?:\b(?:en|ett|två|tre|fyra"
    r"|någon|nån|några|ena)|§\d+|¤) av (?:§|dem|dom|dessa|er)"
    r"|\b(?:välj|väljer|välja|valet|velar|tvekar) (?:\w+ )?mellan\b|\bden ena\b|(?<!är )(?<!blir )\bden (?:av dem "
    r"|av dessa )?som (?!du\b|ni\b|jag\b|vi\b|[^,.;]{1,40} (?:är"
    r"|blir|heter) §)|\bvem som helst\b"
    r"|\bvilken som\b"
    r"|\bjag och §|§\d+ och jag\b|^jag är §"
)
# "Det går bra för mig, säger Omid"
_THEY_SAY = re.compile(r", (?:säger|sa|sade|svarade|skrev|tyckte|menade|hälsar|undrar) §\d+(?=\W*$)")
_FEWER = re.compile(
    r"\b(?:behöv\w*|räck\w*|vill ha|ska ha|max|högst)\b(?: \w+){0,2} (?:¤|en|ett|två|tre|fyra|§\d+)|\b(?:minst"
    r"|högst)\b|¤ (?:räcker"
    r"|behövs)"
)
_HOW_MANY = re.compile(r"\b(?:vill ha|ha|behöver|önskar|söker) (§\d+)$")
_ORDER = re.compile(
    r"§\d+ (?:\w+ )?(?:före|innan|efter|framför|under|över|hellre än|snarare än|bättre än) (?:§|⁇)"
    r"|§\d+ >+ §"
    r"|§\d+ först\b(?! och| (?:efter|på|i|om|kl)\b)|\bi (?:tur och )?ordning\b|§\d+ (?:, |och )?(?:därefter|därnäst) §"
    r"|\bi prioritetsordning\b"
)
_IS = re.compile(r"§(\d+) (?:är|blir) (?:min |mitt |vår |vårt |vid )?§(\d+)(?! (?:som|bäst|för))")
_SWAPS = re.compile(r"\b(?:byt|byter|byta|ersätt|ersätter)\b[^.]{0,20}§\d+ (?:mot|med) §")
_TELLS_OF = re.compile(
    r"(?:för |eftersom |då |medan )?§\d+ (?:är|var|har|hade|bor|bodde|jobbar|jobbade|sitter|satt|ligger|reser|åker"
    r"|flyttar|flyttade|fick|känner)\b"
)
_SPOILS_REMARK = re.compile(
    r"\b(?:inte|ej|aldrig|nej|knappast|också|även|med|dessutom|likaså|eller|om|ifall|kanske|hellre|bättre|bäst"
    r"|bra|helst"
    r"|lika|nog|väl|vore|först|annars|reserv\w*|kan|vill|måste|ska)\b|\?"
)
# What may be told of somebody besides the picks without asking for them.
_GOES_ON = re.compile(
    r"(?:\b(?:och|samt|plus) (?=§\d+ (?:för|eftersom|därför|då|som|på grund|därtill|dessutom|på köpet)\b)|(?:^"
    r"|[,;] )(?:och|samt) (?:(?:i|på|för|till|med|av) )?)§(\d+)"
)
_REASON = re.compile(r"\b(?:eftersom|därför att|för att|då) §(\d+)")
_REMARK = re.compile(
    r"\b(?:(?:tänkte|tänkt|övervägde) (?:\w+ )?på|övervägde|är|var|har|hade|känner|kände|träffa\w*|fråga\w*|bor"
    r"|jobba\w*|arbeta\w*|kan|kunde|vill|ville|brukar|verkar"
    r"|vet|minns|tog|fick|får|deltog|medverka\w*|kom|kommer|gick|sitter|satt|ring\w*|prata\w*|såg|blev|blir|behöver"
    r"|svara\w*"
    r"|tackade|sa|sade|låter|ser|avvakta\w*|återkom\w*|tillfråga\w*|funder\w*|hälsa\w*|tycker|tror)\b"
)
_ADDS_MORE = re.compile(r"^(?:och|samt|plus|även|sen|sedan|också|dessutom) (?:så |även |också |gärna )*§")
_ALSO_GOOD = re.compile(
    r"\bhade (?:\w{1,12} ){0,3}varit\b|\b(?:vore|skulle) (?:\w{1,12} ){0,2}(?:också|även|bra|kul|fin)\b"
)
_AGREED = re.compile(r"\b(?:beslutar|beslutat|beslut|beslöt|enades|enats|eniga|överens|ense) om\b")
# "verkar vettiga, gå vidare med dem" has decided all the same.
_DECIDES = re.compile(
    r"\b(?:kör|kör vi|gå|går|gå vidare|går vidare|ta|tar|boka|kontakta|ring|fråga) (?:vi |jag )?(?:på |med )?(?:dem|dom"
    r"|henne|honom|båda)\b|\b(?:henne|honom|dem|dom|hon|han|de) (?:tar|kör|väljer|bokar|vill) (?:vi|jag)\b"
    r"|\bja till (?:dem|dom|henne|honom|båda)\b|, kör(?: på)?\W*$"
)
_TAKES = re.compile(r"\b(?:så|därför) (?:ta|kör(?: på)?|boka|välj|tar (?:vi|jag)|väljer (?:vi|jag)) §(\d+)")
_MILD = re.compile(
    r"\b(?:skulle(?= (?:göra|passa|bli|vara|funka|kunna bli))|tror|verkar|känns|låter|nog|spontant|vore)\b"
)
_PRAISE = re.compile(r"\b(?:ser|verkar|låter)\b|\bhelst\b")
_ACTS = re.compile(r"\b(?:kör|ta|tar|gå|går vidare|godkänn\w*|boka\w*|kontakta|ring)\b")
_WONDERS = re.compile(
    r"\bså får (?:vi|jag) se\b[^§]*|\bom (?:du|ni) (?:hinner|kan|orkar|vill|har (?:tid|möjlighet))\b|"
    r"\b(?:kan|kunde|vill) (?:du|ni) (?:gärna |väl )?(?:kolla|fråga|höra)(?: med)?(?: §\d+)? om (?:hon|han|hen|de|dom)"
    r" (?:behöver|äter|önskar|kör)\b[^.!,]*|^(?:kolla|fråga|hör|stäm av)(?: gärna| också"
    r"| även){0,2}(?: med)?(?: §\d+)? om (?:hon|han|hen|de|dom)"
    r" (?:behöver|har|äter|kör|bor|önskar)\b[^.!?,]*|\bom (?:hon|han|hen|de|dom|någon|§\d+) (?:undrar"
    r"|har frågor|vill veta|funderar)\b[^.!?]*|"
    r"\bom (?:någon|nån|ngn) (?:hoppar av|tackar nej|får förhinder|blir sjuk)\b.{0,10}"
    r"\b(?:tar|löser|får|hör|ses|återkom\w*|säg|meddela|skriv|ring)\b[^.§]{0,60}$|\bnog med\b"
    r"|\bom jag (?:inte )?(?:minns|förstår|förstod|missminner)\b|\b(?:vet (?:du|ni)|(?:jag )?undrar(?: bara"
    r"| också)?) om\b"
)
_SAID_MILDLY = re.compile(
    r"\bvore (?:\w{0,9}bra|toppen|perfekt\w?|kanon\w{0,4}|fint|kul|super\w{0,4}|utmärkt\w?|bäst|rätt)\b(?! om)"
    r"|\btror (?:jag|vi) (?:inte|ej|mindre) på\b|\b(?:jag|vi) tror (?:inte|ej) på\b"
    r"|\b(?:jag|vi) skulle säga\b|\bskulle (?:jag|vi) säga\b|\b(?:har|har redan) nog med\b"
)


# When a reserve steps in is no condition on the picks.
_AS_RESERVE = re.compile(r"\b(?:reserv\w*|back-?up\w*|ersättare)\b", re.I)
_WHEN_NEEDED = re.compile(
    r",? (?:om|ifall|utifall) (?:det|något|nåt) (?:skulle )?(?:kris\w*|behövs|behövas|kniper|knipa|strula\w*|krångla\w*"
    r"|händer|hända|skita sig|skiter sig)(?: något| nåt)?(?= *(?:[.,!;)]|$))"
    r"|,? (?:om|ifall|utifall) (?:någon|nån|ngn|någon annan|hon|han|hen|de|dom)"
    r"(?: (?:av|utav) (?:dem|dom|de andra))?(?: \w{1,12}){0,2}?"
    r" (?:hoppar av|drar sig ur|tackar nej|avböjer|faller (?:bort|ifrån)|förhinder|blir sjuk|bli sjuk|inte kan|uteblir"
    r"|inte orkar|inte vill|får förhinder|skulle bli sjuk)"
    r"(?= *(?:[.,!;)]|$))",
    re.I,
)


def bars(sentence: Marked, *, named: bool) -> bool:
    """Tell whether a sentence offers a choice, an order, a swap or somebody more; `named`: it picks people."""
    text = sentence.text
    if _EITHER.search(text) or _SWAPS.search(text) or adds_somebody(sentence):
        return True
    count = _HOW_MANY.search(text.rstrip(" .!")) if named else None
    counts = count is not None and re.fullmatch(r"\d", sentence.mentions[int(count[1][1:])].words) is not None
    return bool(named and _ORDER.search(text)) or counts


def read_stances(sentences: list[str], people: People) -> Stances:
    """Read who is meant and how; the first problem found is kept."""
    sentences = [_WHEN_NEEDED.sub("", one) if _AS_RESERVE.search(one) else one for one in sentences]
    stances = settle(sentences, people)
    if stances.named:
        stances.problem = stances.problem or _hazard(sentences, stances, people)
    if stances.named and stances.picks:
        stances.problem = stances.problem or open_in_proposal(
            sentences, stances.marked, stances.spoken, stances.picks, people
        )
        stances.problem = stances.problem or left_open(sentences, stances.marked, stances.spoken, stances.picks)
        stances.problem = stances.problem or (questions.NOT_UNDERSTOOD if rests_on_a_word(stances) else "")
    return stances


def _hazard(sentences: list[str], stances: Stances, people: People) -> str:
    """Return why a reply that names people must not be acted on, "" when nothing stands in the way."""
    wide = any(said.mention.who is Who.ALL and YES in said.cues for said in stances.spoken.said)
    for index, sentence in enumerate(stances.marked):
        text = _AGREED.sub(" ", _WONDERS.sub(" ", sentence.text))
        if wide and (_FEWER.search(text) or _admires(text)):
            return questions.EITHER_OR
        conditional = sentence.mentions and IF.search(text) and not _COURTESY.search(text)
        if narrows(text) or limits(stances.spoken, index, YES) or IF_PERSON.search(text) or conditional:
            return questions.CONDITION
        if sentence.mentions and _ORDER.search(text):
            return questions.ORDER
        if sentence.mentions:
            relevant = index in stances.understood or not stances.picks
            problem = _doubt(sentence, relevant=relevant) or _stranger(sentences[index], people, relevant=relevant)
            if problem:
                return problem
    if unread := _unread_names(sentences, stances, people):
        return questions.who_else(unread)
    if picked_but_unavailable(stances.marked, stances.picks):
        return questions.CONTRADICTION
    if left_out := [said for said in stances.spoken.said if _is_left_out(said, stances)]:
        return questions.who_else([people.names[number] for number in sorted(left_out[0].mention.numbers)])
    if any(_goes_on_unknown(said, stances) for said in stances.spoken.said):
        return questions.NOT_UNDERSTOOD
    if stances.plain or not stances.picks:
        return ""
    # Bare numbers are a pick; what is told of others in a sentence of its own does not change that.
    unknown = [said for said in stances.spoken.said if said.cues == {UNKNOWN}]
    apart = all(
        said.sentence not in stances.understood or _is_remark(said, stances)
        if said.mention.numbers & stances.picks
        else _is_reason(said, stances)
        or _is_remark(said, stances)
        or said.sentence not in stances.understood
        or said.mention.numbers <= stances.rejects
        for said in unknown
    )
    return "" if apart else questions.NOT_UNDERSTOOD


def _unread_names(sentences: list[str], stances: Stances, people: People) -> list[str]:
    """Return who may be meant by a capitalised "Maj" or "Ek" in a sentence that picks others."""
    settled = stances.picks | stances.rejects | stances.set_aside
    in_full = re.compile("|".join(re.escape(people.names[number]) for number in sorted(settled)) or r"(?!)")
    words = [word for index in stances.understood for word in TOKEN.findall(in_full.sub(" ", sentences[index]))]
    numbers = {n for word in words if word[:1].isupper() for n in people.wordlike(word)} - settled
    return [people.names[number] for number in sorted(numbers)]


def _is_left_out(said: Said, stances: Stances) -> bool:
    """Tell whether somebody is named beside the picks in words that may well ask for them too."""
    settled = stances.picks | stances.rejects | stances.set_aside
    other = said.cues == {UNKNOWN} and stances.picks and said.mention.numbers and not said.mention.numbers <= settled
    if said.text.startswith("hälsning"):
        return False
    asked_for = _ADDS_MORE.match(said.text) or _ALSO_GOOD.search(said.text)
    return bool(other) and (bool(asked_for) or not _REMARK.search(said.text))


def _is_reason(said: Said, stances: Stances) -> bool:
    """Tell whether a person is only named in why another one was picked: "2, eftersom 1 var med sist"."""
    sentence = stances.marked[said.sentence]
    return any(sentence.mentions[int(mark)] is said.mention for mark in _REASON.findall(sentence.text))


def _is_remark(said: Said, stances: Stances) -> bool:
    """Tell whether a clause of its own only tells something of somebody: "2 och 3, den andre Lars är på Mallorca"."""
    if _SPOILS_REMARK.search(said.text) or said.mention.problem:
        return False
    if said.mention.numbers <= stances.picks or said.mention.who is Who.THEM:
        settled = [one for one in stances.spoken.said if one.text != said.text and one.cues <= {YES, BARE}]
        return said.mention.numbers <= {n for one in settled for n in one.mention.numbers} or (
            said.mention.who is Who.THEM and len(settled) == 1 and len(settled[0].mention.numbers) == 2
        )
    return bool(_TELLS_OF.match(said.text))


def _goes_on_unknown(said: Said, stances: Stances) -> bool:
    """Tell whether a list goes on in words that are not understood: "5 för hon är ung, och 1 för erfarenheten"."""
    if said.cues != {UNKNOWN} or said.sentence not in stances.understood or said.mention.numbers <= stances.picks:
        return False
    sentence = stances.marked[said.sentence]
    return any(sentence.mentions[int(mark)] is said.mention for mark in _GOES_ON.findall(sentence.text))


def _doubt(sentence: Marked, *, relevant: bool) -> str:
    """Return what is not settled in a sentence that names people."""
    text = _SAID_MILDLY.sub(" ", sentence.text)
    if _EITHER.search(text) or any(_are_two(sentence, *pair) for pair in _IS.findall(text)):
        return questions.EITHER_OR
    if _THEY_SAY.search(text):
        return questions.WHO_GUESSED
    settled = _DECIDES.search(text)
    hedged = any("§" in clause and HEDGE.search(clause) for clause in re.split(r"[,;()]| men ", text))
    taken = [sentence.mentions[int(place)] for place in _TAKES.findall(text)]
    all_taken = taken and all(any(one.numbers <= two.numbers for two in taken) for one in sentence.mentions)
    hedged = hedged and not (all_taken and not HEDGE.search(_MILD.sub(" ", text)))
    hedged = hedged and not (settled and not HEDGE.search(_MILD.sub(" ", text)))
    if hedged and relevant:
        return questions.HESITATION
    if _is_question(text):
        return questions.ASKED
    count = _HOW_MANY.search(text.rstrip(" .!"))
    words = sentence.mentions[int(count[1][1:])].words if count else ""
    return f"Menar du nummer {words}, eller så många personer?" if re.fullmatch(r"\d", words) else ""


def _are_two(sentence: Marked, one: str, other: str) -> bool:
    """Tell whether "nr 1 är Anna" ranks her, who stands elsewhere on the list."""
    return sentence.mentions[int(one)].numbers != sentence.mentions[int(other)].numbers


def _stranger(sentence: str, people: People, *, relevant: bool) -> str:
    stranger = next(strangers(sentence, people), "") if relevant else ""
    return questions.not_listed(stranger) if stranger else ""


def _admires(text: str) -> bool:
    """Tell whether "alla ser bra ut" or "båda, men helst Anna" praises without deciding."""
    return "§" in text and bool(_PRAISE.search(text)) and not _ACTS.search(text)


def _is_question(text: str) -> bool:
    if not text.rstrip().endswith("?"):
        return False
    return "§" in re.split(r"[,;:]", text)[-1] and not re.search(r"\b(?:kan|vill|skulle|hinner) (?:du|ni)\b", text)
