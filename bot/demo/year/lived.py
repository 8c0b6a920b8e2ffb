"""A year that has been lived, as it stands when its last day is over."""

from dataclasses import dataclass

from medverkan.bot.demo.year.cast import Assignment, Resident
from medverkan.bot.demo.year.chatroom import Chatroom
from medverkan.bot.demo.year.mishaps import Mishaps
from medverkan.bot.demo.year.office import Office
from medverkan.bot.demo.year.town import Town
from medverkan.bot.demo.year.truth import Truth
from medverkan.bot.demo.year.witness import Witness


@dataclass
class Year:
    """The town as it stands, who lived in it, what was truly said, what was seen to leave, and every line logged."""

    seed: int
    town: Town
    residents: list[Resident]
    assignments: list[Assignment]
    truth: Truth
    office: Office
    room: Chatroom
    mishaps: Mishaps
    witness: Witness
    log: str
    seconds: float
