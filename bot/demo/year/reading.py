"""How a person reads a letter of ours: the case in the subject, the numbered people, the group, the questions."""

import re
from dataclasses import dataclass

from medverkan.bot.demo.year.town import Sent

_CASE = re.compile(r"\b[FM]-(?:\d{4}-)?\d{4,}\b")
_LISTED = re.compile(r"^(\d{1,2})\. ([^,\n]+)(?:, telefon ([^\n(]+))?", re.MULTILINE)
_QUESTION = re.compile(r"^(\d{1,2})\. (\S.*)$", re.MULTILINE)
_GROUP = re.compile(r"Som grupp föreslår jag ([\d, och]+):")
_WANTED = re.compile(r"har bett om (\d+) person")
_TOKEN = re.compile(r"\s*\[[^\]]*\]\s*$")


@dataclass(frozen=True, slots=True)
class Listed:
    """One person as a letter lists them."""

    number: int
    name: str
    phone: str = ""


def case_of(sent: Sent) -> str:
    """Return the case or member that a letter names in its subject, "" for none."""
    found = _CASE.search(sent.letter.subject)
    return found[0] if found else ""


def headed(sent: Sent) -> str:
    """Return the subject as people say it, without the code."""
    return _TOKEN.sub("", sent.letter.subject)


def listed(sent: Sent) -> list[Listed]:
    """Return the numbered people of a letter to a lead."""
    text = sent.text.partition("Så svarar du")[0].partition("Säg det här i samtalet")[0]
    return [Listed(int(number), name.strip(), phone.strip()) for number, name, phone in _LISTED.findall(text)]


def group(sent: Sent) -> list[int]:
    """Return the numbers that the letter suggests as a group, [] for none."""
    found = _GROUP.search(sent.text)
    return [int(number) for number in re.findall(r"\d+", found[1])] if found else []


def wanted(sent: Sent) -> int:
    """Return how many people the unit wants, as the letter says."""
    found = _WANTED.search(sent.text)
    return int(found[1]) if found else 1


def questions(sent: Sent) -> list[tuple[int, str]]:
    """Return the numbered questions of a letter to a unit."""
    return [(int(number), text) for number, text in _QUESTION.findall(sent.text)]
