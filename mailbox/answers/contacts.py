"""A unit's answer to "Har ni kontaktat …?": yes, no or not yet, of each of the people it was asked about. Pure."""

import re
from collections.abc import Sequence

from medverkan.mailbox.answers.each_person import Cues, Each, told_of_each

_CUES = Cues(
    done=re.compile(
        r"\b(?:kontakta(?:t|ts|d|de|des)|ringt|ringde|uppringd|pratat|pratade|pratats|talat|talade|talats|mejlat|"
        r"mejlade|mailat|mailade|träffat|träffade|träffats|messat|smsat|nått|bokat|skrivit till|skrev till|"
        r"haft (?:\w+ ){0,3}(?:kontakt|möte|samtal)|"
        r"tagit kontakt|tog kontakt|i kontakt|har kontakt|fick kontakt|fått kontakt|fått tag|fick tag|"
        r"kontakt är tagen|kontakt tagen|hört av (?:oss|mig)|hörde av (?:oss|mig)|hört av sig|"
        r"ska (?:träffa|träffas|ses|mötas|ha (?:ett )?möte))\b",
        re.I,
    ),
    later=re.compile(
        r"\b(?:ringer|mejlar|mailar|kontaktar|hör av (?:oss|mig)|tar kontakt|ska|skall|kommer att|tänker|planerar|"
        r"försöker|söker|väntar|får göra|tar tag i|gör det)\b",
        re.I,
    ),
    topic=re.compile(
        r"\b(?:kontakt\w*|ring\w*|uppringd\w*|prata\w*|tala\w*|mejl\w*|mail\w*|träff\w*|ses|möt\w*|nå|nått|nådde|"
        r"hör[dt]?e? av|hör av|tag på|boka\w*|sms\w*|messa\w*|skriv\w*|skrev|svara\w*|svar|telefon\w*|nummer|numret)\b",
        re.I,
    ),
    beside=re.compile(
        r"\b(?:tackat nej|tackar nej|hoppat av|hoppar av|avböj\w*|vill inte|ångra\w*|dragit sig|slutat|slutade|"
        r"i stället|istället|byt\w*|flytta\w*)\b",
        re.I,
    ),
)


def contacts_of(words: str, names: Sequence[str]) -> Each:
    """Return with whom of those people (first names) a unit says that it has been in contact."""
    return told_of_each(words, names, _CUES)
