"""Part a report of calls where it goes on to the next person, as people who dictate leave out the full stops.

Swedish names the person first and then tells of the call, so what stands between two people is about the first of them.
Only a lead-in ("nej från", "och sen ringde jag", "nådde inte") belongs to the one who comes after it.
"""

import re
from dataclasses import replace

from medverkan.mailbox.replies.cursor import Who
from medverkan.mailbox.replies.mentions import Marked
from medverkan.mailbox.replies.outcomes import judge
from medverkan.mailbox.replies.side_by_side import ANSWER_BEFORE

_ADVERBS = (
    r"(?: (?:jag|vi|har|inte|ej|också|även|dock|tyvärr|ju|nu|precis|nyss|sen|sedan|redan|äntligen|bara|med)\b){0,4}"
)
_LEADS_IN = re.compile(
    r"(?:^| )(?:(?:och|o|&|\+|men|fast|medan|sen|sedan|så|samt|också|även|däremot|dock|nu|idag|då(?= jag| vi))(?= "
    r"|$) ?){0,3}(?:"
    rf"(?:ringt|ringde|nådde|når|nått|sökt|sökte|pratat|pratade|talat|talade|fick|får|fått|hunnit|kom"
    rf"|kommit)(?! (?:mig|upp)\b)"
    rf"{_ADVERBS}(?: (?:tag|fram|kontakt|svar|besked|ett|ja|nej|klartecken|glatt|tydligt|direkt)\b)*"
    r"(?: (?:på|i|med|till|hos|från|av|ifrån)\b)?"
    rf"|(?:jag|vi)(?: har)?{_ADVERBS} (?:ringt|ringde|ringer|nådde|når|nått|sökt|sökte|pratade? med|pratat med"
    rf"|talade? med"
    r"|fick (?:inte |ej )?(?:tag|svar|kontakt)|fått (?:tag|svar|kontakt)|försökt|försökte)"
    r"(?: (?:inte|ej)\b)?(?: (?:på|i|med|till|hos|från|av)\b)?"
    r"|(?:ett |inget |noll |glatt |tydligt )*(?:ja|nej|svar|besked|klartecken|jakande|napp|kontakt|hemma"
    r"|tummen (?:upp|ner)"
    r"|nobben|nej tack|ja tack|signaler|telefonsvarar\w*|mobilsvar|röstbrevlådan?)"
    r" (?:från|av|ifrån|hos|med|till)(?: både)?"
    r"|(?:lämna\w*|lade|la|pratade|pratat|talade) (?:ett |in )?\w*meddelande (?:till|hos|hos)"
    r"|(?:vad gäller|gällande|angående|beträffande|för|hos|från|varken|både|samma med|samma sak med|likadant med"
    r"|likaså)"
    r"|(?:det (?:vill|kan|gör|är|ville|gjorde|kunde)|nöjd är|klar är|med är|kvar är|återstår)(?: också| dock"
    r"| däremot| även)?"
    r")?$"
)
_DANGLES = re.compile(
    r"(?:^| )(?:utom|förutom|undantaget|exkl\w*|minus|bortsett från|undantag (?:av|för)"
    r"|(?<!är )(?<!vara )(?<!blir )(?<!kommer )(?<!hänger )(?<!följer )(?<!var )med|att|om|som|än|eller|av"
    r"|till|(?<!är )(?<!var )på|åt|vid|utan|ihop|tillsammans|precis|både|varken|åka|träffa|ringa|fråga"
    r"|hälsa|känner|möta|från|ifrån|hos|:|=)$"
)
_UNFINISHED = re.compile(r"(?:^| )(?:vill|ska|kan|inte|ej)$")
_CUTS = re.compile(r"[,;()]|(?<=\s)-(?=\s)|\b(?:men|fast|medan|däremot|dock)\b")
_TELLS = re.compile(
    r"\b(?:hon|han|hen|hn|jag|det|de|dom)\b.*\b\w+|\b(?:ja|nej|vill|ville|kan|kunde|sa|sade|säger|svara\w*|kommer|är"
    r"|var|blev"
    r"|tackade|ställer|orkar|hinner|ska|avböjde|ringer|återkommer)\b"
)
_ANSWER = re.compile(r"(?:\W|\b(?:och|o|ja|nej|nä|ok|okej|inget|ej|inte|svar|svarar|ring|igen|tack|till|från)\b)*")
_NOTHING = re.compile(r"(?: |nu|idag|i dag|klart|färdigt|runt|igen|så|här)*")
_CONNECTIVE = re.compile(r"(?: |\b(?:och|men|sen|sedan|så|fast)\b)+")
_SEMICOLON = " ; "


def part_topics(sentence: Marked) -> Marked:
    """Return the sentence with ";" wherever it leaves one person for the next without any sign."""
    pieces = re.split(r"(§\d+)", sentence.text)
    if len(pieces) < 5 or (pieces[0].strip() and all(map(_ANSWER.fullmatch, pieces[0:-1:2]))):
        return sentence
    parted = pieces[:2]  # what stands before the first person opens the report
    before = sentence.mentions[int(pieces[1][1:])].who
    for gap, mark in zip(pieces[2::2], pieces[3::2], strict=False):
        who = sentence.mentions[int(mark[1:])].who
        # "har ringt alla nu Anna vill" and "har sökt Anna och Bo ingen svarar"
        ends = _NOTHING.fullmatch(gap) and (
            (before is Who.ALL and who is Who.NAMED) or (before is Who.NAMED and who is Who.NONE)
        )
        # "nej från Bo sen Eva har jag inte ringt"
        ends = ends or bool(_CONNECTIVE.fullmatch(gap) and ANSWER_BEFORE.search(parted[-2].rstrip()))
        parted += [_SEMICOLON if ends else _parted(gap), mark]
        before = who
    return replace(sentence, text=" ".join("".join([*parted, pieces[-1]]).split()))


def _parted(gap: str) -> str:
    cut = [match.end() for match in _CUTS.finditer(gap)]
    head, tail = (gap[: cut[-1]], gap[cut[-1] :]) if cut else ("", gap)
    tail = f" {tail.strip()}"
    lead = _LEADS_IN.search(tail)
    told = tail[: lead.start()] if lead else tail
    if not told.strip() or not (_TELLS.search(told) or judge(told)) or _DANGLES.search(told):
        return gap
    if lead is None and _UNFINISHED.search(told):
        return gap
    return f"{head}{told}{_SEMICOLON}{tail[len(told) :].strip()} "
