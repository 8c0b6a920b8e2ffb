"""Notice sentences of a reply to a proposal that only seem to choose: what is told of people, said to them or asked.

Looked at last, when the other rules would act. A pick stands where the reply without such sentences comes to the same;
else it is asked about. A pattern here costs at most a question back.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from medverkan.mailbox.replies import commands, questions
from medverkan.mailbox.replies.clauses import is_harmless
from medverkan.mailbox.replies.cursor import Who
from medverkan.mailbox.replies.mentions import Marked, mark
from medverkan.mailbox.replies.names import People
from medverkan.mailbox.replies.questions import ask_back
from medverkan.mailbox.replies.reasons import tightened
from medverkan.mailbox.replies.reported import asks_back_first, of_whom_another_speaks, waits
from medverkan.mailbox.replies.sentences import Sentence
from medverkan.mailbox.replies.wishes import wishes, without_no_more
from medverkan.mailbox.values import Action, Candidate, Decision, Stage

Read = Callable[[list[Sentence]], Decision]

# "Alla fyra har varit med förut", "båda bor i Kalmar": the rest of the clause is what is told of them.
_TOLD_OF_ALL = re.compile(
    r"§(\d+) (?:(?:ju|redan|faktiskt|dessutom|visserligen|nog|också|två|tre|fyra|fem|sex) )*"
    r"(?:har|hade|bor|bodde|var|jobba\w*|arbeta\w*|kommer från|känner|kände|brukar|sitter|satt|gick|deltog|medverkade"
    r"|fick|heter|vet|talar|pratar|svarade|tackade|tycker|tyckte|ringde|lever|levde|hör|ligger|stod|saknar|skrev"
    r"|pluggar|studerar|reser|råkade|minns|läser|läste)\b(?P<told>(?:(?! ?[,.;:!?]| (?:så|men) ).)*)"
)
_CHOSEN_IN_IT = re.compile(
    r"\b(?:min|mitt|mina|vår|vårt|våra)\b(?! (?:grann|kolleg|kusin|grupp|elev|gaml))|\b(?:klartecken|grönt|chans\w*"
    r"|rätt|precis|godkän\w*|valda|utvalda|kvalat|platsar|röst\w*|profil\w*|kompetens\w*"
    r"|\w*bra|toppen|perfekt\w*|det vi|det som|vad som)\b"
)
_TAKEN_TOO = re.compile(
    r"(?:\b(?:ta|tar|kör(?: på)?|välj|väljer|boka|bokar|kontakta|ring|ja till|vidare med|godkänn\w*)"
    r"(?: (?:vi|jag|du|gärna|då|alltså|in|upp|ut|till|med))* (?:dem|dom|henne|honom|hen|alla|båda|bägge|allihop|§\d+)\b"
    r"|\b(?:dem|dom|henne|honom|båda|allihop|de) (?:båda |alla )?(?:tar|kör|väljer|bokar|blir|får|passar)\b"
    r"|\bkör(?: på)?\W*$)"
)
_I = r"(?:jag|vi)"
_ABOUT_ANOTHER_MATTER = r"vem|vad|hur|vilk\w+|varför|var|hennes|hans|deras"
_SEEMS = re.compile(
    # Those listed are gone through one by one.
    r"^(?:(?:och|men|jaha|ja|hm|okej) ,? ?)*"
    r"(?:så|då|sen|sedan|här|där|först|sist) (?:har vi|finns(?: det)?|kommer) §\d+(?!.*\b(?:alltså|därmed)\b)"
    # Somebody is spoken to.
    r"|^(?:(?:hej|hallå|tjena|kära|hejsan) )?§\d+ ?[,!:] (?:och )?"
    r"(?:(?:stort |varmt )?tack (?:för (?:senast|sist|i ?går"
    r"|i måndags|kaffet|fikat|samtalet|din|ditt|dina|pratstunden|skjutsen|lånet|att du)|själv)|grattis\b|hur mår"
    r"|hur är det|trevligt att (?:ses|träffa\w*)|vi ses\b|kul att (?:ses|höra|träffas)|hoppas (?:att )?(?:du|allt)"
    r"|roligt att (?:ses|höra))"
    # What was won, or who was appointed, elsewhere.
    r"|\bvinnar\w+ (?:i|av|på|till) (?!mina|våra|mitt|min|listan|detta|det här|den här)\w+(?: \w+){0,4}? (?:blev|är|var"
    r"|blir|heter) §\d+"
    # Chosen in a case that is named, which may be another.
    r"|^i (?:den |det )?[\w-]+s (?:ärende|förfrågan|uppdrag)\b.*§\d+"
    # The writer means to phone somebody: why is not said.
    r"|^jag (?:ska|skall|tänker|får|måste) (?:själv )?(?:ringa|kontakta|höra med) §\d+[ .!]*$"
    # Somebody is to be asked about others.
    rf"|\b(?:fråga\w*|hör|höra|hörde|kolla\w*|prata\w*|tala|diskutera\w*|rådgör\w*|stäm\w* av|bolla\w*)"
    rf"(?: {_I})?(?: med| av med)? §\d+ (?:om )?(?:{_ABOUT_ANOTHER_MATTER})\b"
    # It is said who somebody is.
    r"|^(?:(?:ja|jo|nej|visst|jaha) ,? ?)?det (?:är|var) (?:väl |ju )?§\d+ som"
    r" (?:(?:har|hade)(?! (?:rätt|mest|störst|bäst|den|det|precis)\b)|bor|bodde|jobba\w*|var|satt|kom|ringde|heter"
    r"|hette|kör|körde|brukar)\b|\bså (?:är|var) det med §\d+"
    r"|§\d+ (?:är|står|var|finns) (?:(?:med|kvar|ju|också) )*(?:på|i) listan\b"
    # Somebody is driven or followed somewhere.
    r"|\b(?:tar|ta|kör|skjutsar|följer) (?:vi |jag )?(?:med )?§\d+ (?:hem\b|till (?!uppdrag|möte|det|den|detta|fokus"
    r"|panel|projekt|dialog|intervju|träff|workshop|arbete|nästa|hösten|våren|\w*råd|\w*grupp|\w*samtal))"
    # A visit is no part in the group.
    r"|§\d+ (?:får|kan|ska|är) (?:\w+ )?(?:komma|kika|titta|svänga|hälsa|besöka|välkom\w+)\b(?: \w+){0,4}?"
    r" (?:och|att|på|in|förbi) (?:titta|hälsa|fika\w*|kika|prata|äta|se|lyssna|besök\w*|lokalen|kaffe|middag|lunch)\b"
    # A thing is taken, for somebody.
    r"|§\d+ .{0,80}\b(?:ta|tar|köp|köper|fixar|ordnar|skickar|beställer|bakar|bokar)"
    r" (?:(?:vi|jag|nog|också) )*(?:en|ett)"
    r" (?!till\b|av\b|chans|kvinna|man\b|person|ung\b|yngre|äldre)\w+ (?:till|åt|med) (?:§|henne|honom|dem|dom|hen)\b"
    # Somebody else, another time or a meeting is to settle it.
    r"|§\d+ .{0,80}\b(?:någon|nån) annan (?:gärna )?(?:ta|fatta|avgöra|bestämma|besluta|tycka|välja|döma)\b"
    rf"|§\d+ (?:skulle|hade) {_I} (?:(?:ha|gärna|nog|kanske|absolut) )*"
    r"(?:valt|tagit|velat|kört|föreslagit|röstat|önskat"
    r"|sagt|haft)\b"
    rf"|\b(?:(?:tar|ta|tas)(?: {_I})? upp|lyfter?(?: {_I})?(?: upp| fram)?|diskuterar?(?: {_I})?)"
    r" §\d+ (?:på|vid|i|till|med)"
    r" (?:\w+ )?(?!listan)\w*(?:möte\w*|träff\w*|fika\w*|apt|ledning\w*|gruppen|arbetslaget|chefen|kollegorna)\b"
)
# "David vill jag inte skicka"
_DENIED = re.compile(
    rf"§(\d+) ?,? (?:\w+ ,? ?){{0,2}}(?:vill|kan|ska|tänker|tar|skickar|väljer|vågar|törs|skulle|kör|bjuder|ser|önskar"
    rf"|behöver|lär) {_I} (?:\w+ ){{0,3}}?(?:inte|ej|aldrig|knappast|ogärna|varken)\b(?!.*\b(?:missa|utan|förutan"
    r"|nej|avstå|miste|tveka\w*|ångra)\b)"
)
_TWO_WITH_SLASH = re.compile(
    r"(?<![\w/])([^\W\d_]{2,}(?: [^\W\d_]{2,})?)(?:/| / )([^\W\d_]{2,}(?: [^\W\d_]{2,})?)(?![\w/])"
)
# "Elsa! Det var inte igår."
_CHEER = re.compile(r"§\d+ ?[!?.]*")
_REMEMBERS = re.compile(
    r"det var (?:inte (?:igår|i går)|länge|längesen|ett tag|evigheter)|länge ?sen sist|henne minns|honom minns"
)
_MARK = re.compile(r"§(\d+)")
_GROUPS = frozenset({Who.ALL, Who.THEM})
_BOTH = re.compile(r"\b(?:båda|bägge|alla|dem|dom)\b", re.I)


def unless_it_only_seems(
    decision: Decision, found: list[Sentence], people: People, candidates: Sequence[Candidate], read: Read
) -> Decision:
    """Return the decision; a question or a wish instead where a pick rests on what only seems to choose.

    `read`: decides the sentences that are left.
    """
    if decision.action is not Action.APPROVE:
        return decision
    picks = set(decision.picks)
    marked = [tightened(mark(sentence.text, people)) for sentence in found]
    named = {number for sentence in marked for mention in sentence.mentions for number in mention.numbers}
    told = [one.text for one in marked if any(whom.numbers & picks for whom in one.mentions) or not named]
    if any(map(waits, told)) or any(asks_back_first(sentence.text) for sentence in marked):
        return _ask(questions.CONDITION, candidates)
    seems = [_seems(at, marked, picks) for at in range(len(marked))]
    if not any(seems):
        return decision
    kept = [sentence for sentence, only_seems in zip(found, seems, strict=True) if not only_seems]
    again = read(kept) if kept else None
    if again is not None and again.action is Action.APPROVE:
        lost = picks - set(again.picks)
        denied = {number for sentence in marked for number in _denied(sentence)}
        if set(again.picks) <= picks and lost <= denied:
            return replace(again, note=decision.note or again.note)
    elif wants_more("\n".join(sentence.written for sentence in found)):
        return Decision(Action.MORE, note=" ".join(sentence.written for sentence in found)[:1000])
    return _ask(questions.NOT_UNDERSTOOD, candidates)


def wants_more(text: str) -> bool:
    """Tell whether a reply wishes for more or other people."""
    return bool(commands.MORE.search(without_no_more(text.lower())) or wishes(text, "more"))


def either_of_two(words: str, people: People) -> bool:
    """Tell whether a reply is but two names with a slash between: "Ebba/Linnéa" may be either and may be both."""
    for line in words.splitlines():
        found = _TWO_WITH_SLASH.search(line[:300])
        if found is None:
            continue
        one, other = (mark(part, people).mentions for part in found.groups())
        two = one and other and one[-1].who is other[0].who is Who.NAMED and one[-1].numbers != other[0].numbers
        if two and is_harmless(mark(line[:300], people).text.lower()) and not _BOTH.search(line):
            return True
    return False


def _denied(sentence: Marked) -> frozenset[int]:
    found = _DENIED.search(sentence.text)
    return sentence.mentions[int(found[1])].numbers if found else frozenset()


def _seems(at: int, marked: Sequence[Marked], picks: set[int]) -> bool:
    """Tell whether a sentence only tells of somebody picked, and nobody is chosen behind it."""
    sentence = marked[at]
    if _denied(sentence) & picks:
        return True
    following = marked[at + 1].text if at + 1 < len(marked) else ""
    if _CHEER.fullmatch(sentence.text) and _REMEMBERS.match(following) and sentence.mentions[0].numbers & picks:
        return True
    after = " ".join(one.text for one in marked[at + 1 :])
    places, behind = of_whom_another_speaks(sentence.text)
    others = {number for place in places for number in sentence.mentions[place].numbers}
    if others & picks and not _TAKEN_TOO.search(f"{behind} {after}"):
        return True
    for pattern in (_TOLD_OF_ALL, _SEEMS):
        if (found := pattern.search(sentence.text)) and not _TAKEN_TOO.search(
            f"{sentence.text[found.end() :]} {after}"
        ):
            whom = [sentence.mentions[int(place)] for place in _MARK.findall(found[0])]
            if pattern is _SEEMS and any(mention.numbers & picks for mention in whom):
                return True
            if (
                pattern is _TOLD_OF_ALL
                and whom[0].who in _GROUPS
                and whom[0].numbers <= picks
                and not _CHOSEN_IN_IT.search(found["told"])
            ):
                return True
    return False


def _ask(reason: str, candidates: Sequence[Candidate]) -> Decision:
    return Decision(Action.UNCLEAR, question=ask_back(reason, candidates, Stage.PROPOSAL))
