"""What is written about how an assignment went: by the unit, to two numbered questions or in prose; by a participant.

Parted by the numbers where there are any, else sentence by sentence: what was told back to those who took part, and
what their part led to. A sentence that says neither goes with the one before it. Pure and total.
"""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from medverkan.mailbox.answers.asked import Asked
from medverkan.mailbox.answers.chatter import sentences, without_chatter
from medverkan.mailbox.answers.each_person import MOST, Cues, Each, told_of_each
from medverkan.mailbox.answers.numbered import pieces

TOLD_BACK, LED_TO = 1, 2  # the numbers in the letter
_NOTHING = re.compile(r"(?!)")
_ASKED = (Asked(TOLD_BACK, "told_back", "", True), Asked(LED_TO, "led_to", "", True))
_TOLD = Cues(
    done=re.compile(
        r"\b(?:återkoppla(?:t|ts|d|de)|gett (?:\w+ ){0,3}återkoppling|"
        r"fick (?:\w+ ){0,3}(?:återkoppling|veta|besked|höra|ta del|tack)|"
        r"fått (?:\w+ ){0,3}(?:återkoppling|veta|besked|höra|ta del|sammanställ\w+|minnesanteckning\w+|tack)|"
        r"berättat|berättade|ringt|ringde|mejlat|mejlade|mailat|"
        r"mailade|skickat|skickade|informera(?:t|ts|d|de)|tackat|tackade|delgett|delgivit|meddelat|pratat med|"
        r"träffat|träffade|haft (?:ett )?(?:möte|återträff|samtal))\b",
        re.I,
    ),
    later=re.compile(
        r"\b(?:återkopplar|ringer|mejlar|mailar|skickar|berättar|informerar|ska|skall|kommer att|tänker|planerar|"
        r"gör det)\b",
        re.I,
    ),
    topic=re.compile(
        r"\b(?:återkoppl\w*|berätta\w*|ring\w*|mejl\w*|mail\w*|skicka\w*|informera\w*|tacka\w*|delge\w*|meddela\w*|"
        r"prata\w*|träffa\w*|deltag\w*|medverka\w*|hört av|hör av|besked\w*|fått veta)\b",
        re.I,
    ),
    beside=_NOTHING,
)
_LED = re.compile(
    r"\bled(?:er|de|a)?\b (?:\w+ )?(?:till|fram)|\blett\b|\bresult\w+|\b(?:för)?ändra\w*|\binför\w*|\brutin\w*|"
    r"\bförbättr\w+|\bbeslut\w*|\bhandlingsplan\w*|\btagit fram\b|\btar fram\b|\bgör om\b|\bgjort om\b|\bbygg\w*|"
    r"\bbörja\w*|\binsikt\w*|\blär(?:t|de|dom)\w*|\bsynpunkt\w*|\banvänd\w*|\bbidra\w*|\bvärdefull\w*|\bgav oss\b|"
    r"\bgett oss\b|\bny(?:a|tt)? \w+|\bframöver\b|\bi stället\b|\barbeta\w* (?:nu |vidare )|\bjobba\w* (?:nu |vidare )|"
    r"\bplanera\w* (?:nu|att)\b|\b(?:hänt|händer|skett)\b",
    re.I,
)
_NO_SHOW = re.compile(r"\bkom aldrig\b|\bdök (?:aldrig|inte) upp\b|\buteblev\b", re.I)
_NOT_HELD = re.compile(
    r"\b(?:blev|blir) (?:\w+ ){0,2}inte av\b|\bställdes in\b|\bställde (?:vi )?in\b|\binställ[dt]\w*|\bavboka\w*|"
    r"\bgenomfördes (?:aldrig|inte)|\b(?:aldrig|inte) (?:genomför\w*|blev av|blivit av)\b",
    re.I,
)
_TO_PARTICIPANT = Cues(
    done=re.compile(
        r"\b(?:fått (?:\w+ ){0,3}(?:återkoppling|veta|besked|höra|mejl\w*|brev\w*|samtal|information)|fick (?:\w+ )?"
        r"(?:veta|återkoppling|höra|besked|ett mejl|ett brev)|ringt|ringde|berättat|berättade|mejlat|mejlade|skrivit|"
        r"skrev|hört av sig|hörde av sig|återkopplat|tackat|tackade)\b",
        re.I,
    ),
    later=re.compile(r"\b(?:ska|skall|lovat|lovade|väntar)\b", re.I),
    topic=re.compile(
        r"\b(?:återkoppl\w*|hört|hör|fått|får|fick|vet|veta|ring\w*|berätta\w*|mejl\w*|brev\w*|besked\w*|inget|"
        r"ingenting|ljud|hörde)\b",
        re.I,
    ),
    beside=re.compile(
        r"\b(?:sjuk\w*|förhind\w*|vara med|var med|deltog|delta|medverka\w*|komma|kom inte|inte av|inställ\w*|"
        r"arvode\w*|ersättning\w*|pengar\w*)\b",
        re.I,
    ),
)


@dataclass(frozen=True, slots=True)
class Feedback:
    """A unit's words about an assignment, parted; `told` says of each participant whether they have been told."""

    told_back: str
    led_to: str
    rest: str
    told: Each
    is_held: bool = True  # False: it says that the assignment never came about


def feedback_of(words: str, names: Sequence[str], asked: Collection[int] = (TOLD_BACK, LED_TO)) -> Feedback:
    """Read a unit's answer to the two questions about an assignment with those participants (first names).

    Where only one of them was asked, everything that does not speak of the other answers it.
    """
    words = words[:MOST]
    told_back, led_to, rest = _by_number(words) or _by_sentence(words, names)
    if rest and len(asked) == 1:
        told_back = f"{told_back} {rest}".strip() if TOLD_BACK in asked else told_back
        led_to = f"{led_to} {rest}".strip() if LED_TO in asked else led_to
        rest = ""
    # One of several who did not come is no reason to ask nothing about the others.
    is_held = not (_NOT_HELD.search(words) or (len(names) < 2 and _NO_SHOW.search(words)))
    return Feedback(told_back, led_to, rest, told_of_each(told_back, names, _TOLD), is_held)


def heard_back(words: str) -> Each:
    """Read a participant's answer to whether they have been told what their part led to."""
    return told_of_each(words, ("",), _TO_PARTICIPANT)


def _by_number(words: str) -> tuple[str, str, str] | None:
    parts: dict[int | None, list[str]] = {}
    for piece in pieces(words, _ASKED):
        parts.setdefault(piece.number, []).append(piece.text)
    if not {TOLD_BACK, LED_TO} & parts.keys():
        return None
    rest = [said for text in parts.pop(None, []) for said in sentences(text) if without_chatter(said)]
    other = [text for number, texts in parts.items() if number not in (TOLD_BACK, LED_TO) for text in texts]
    told, led = (" ".join(parts.get(number, [])).strip() for number in (TOLD_BACK, LED_TO))
    return told, led, " ".join([*rest, *other]).strip()


def _by_sentence(words: str, names: Sequence[str]) -> tuple[str, str, str]:
    heaps: dict[str, list[str]] = {"told": [], "led": [], "rest": []}
    heap = ""
    for number, sentence in enumerate(one for one in sentences(words) if without_chatter(one)):
        heap = _heap(sentence, names, is_first=number == 0) or heap or "rest"
        heaps[heap].append(sentence)
    told, led, rest = (" ".join(heaps[one]) for one in ("told", "led", "rest"))
    return told, led, rest


def _heap(sentence: str, names: Sequence[str], *, is_first: bool) -> str:
    """Return which question a sentence answers, "" for one that goes with the sentence before it."""
    each = told_of_each(sentence, names, _TOLD)
    if _TOLD.done.search(sentence) and each.on_topic:
        return "told"
    if _LED.search(sentence):
        return "led"
    if each.of and (each.on_topic or is_first):
        return "told"
    return ""
