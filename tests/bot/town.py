"""A small town for dialogues: a world with a few residents and one request, already proposed to the leads."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from medverkan.bot.demo import cast, mails
from medverkan.bot.demo.journey import Journey
from medverkan.bot.demo.mails import Rows
from medverkan.bot.demo.world import world
from medverkan.mailbox.values import Letter
from medverkan.storage.lifecycle import InvitationState
from medverkan.storage.values import Request

START = datetime(2027, 2, 1, 8, 12, tzinfo=UTC)
LEAD = cast.LEAD[1]
UNIT = cast.HOME_CARE
UNIT_NAME = dict(cast.HOME_CARE_FORM)["Verksamhet/enhet"]


def resident(first: str, last: str, phone: str, **more: str) -> Rows:
    """Return the rows of a registration of somebody who fits the request, changed by `more` (label → value)."""
    rows = {
        "Förnamn": first,
        "Efternamn": last,
        "Telefon": phone,
        "E-post": f"{first.lower()}@post.example",
        "Hur vill du bli kontaktad?": "Telefon",
        "Kommun": "Kalmar",
        "Födelseår": "1950",
        "Jag har erfarenhet som": "Brukare",
        "Vad har du erfarenhet av?": "Jag har hemtjänst morgon och kväll sedan tre år.",
        "Hur vill du medverka?": "Fokusgrupp",
        "När kan du?": "Dagtid",
        "Jag har tagit del av informationen om personuppgifter": "Ja",
        "Jag samtycker uttryckligen till att uppgifter om hälsa och stöd registreras och används för sökning och "
        "matchning": "Ja",
        "Samtycke e-post": "Ja",
    }
    return tuple((label, value) for label, value in (rows | more).items() if value)


RESIDENTS = (
    resident("Asta", "Kvist", "070-174 06 31"),
    resident("Bosse", "Lodin", "070-174 06 32"),
    resident("Cia", "Moberg", "070-174 06 33"),
    resident("Dan", "Norell", "070-174 06 34"),
)


@contextmanager
def town(
    tmp_path: Path,
    residents: tuple[Rows, ...] = RESIDENTS,
    *,
    form: Rows = cast.HOME_CARE_FORM,
    vouched: bool = True,
    sender: tuple[str, str] = UNIT,
) -> Iterator[Journey]:
    """Yield a journey in which the residents are registered and the request has come in."""
    with world(tmp_path / "home", START) as where:
        play = Journey(where, lambda _: None)
        for rows in residents:
            play.send(mails.in_body(play.new_mail(cast.FORM, "Intresseanmälan"), rows), cast.FORM)
        where.step()
        play.send(mails.in_body(play.new_mail(sender, "Förfrågan om medverkan"), form), sender, vouched=vouched)
        where.step()
        yield play


def case_of(play: Journey) -> Request:
    """Return the town's case."""
    return play.case(UNIT_NAME)


def states(play: Journey) -> dict[int, InvitationState]:
    """Return the state of everybody in the case, by number."""
    return {number: state for number, _, state in play.people(case_of(play))}


def name_of(play: Journey, number: int) -> str:
    """Return the name of that number in the case."""
    return next(name for at, name, _ in play.people(case_of(play)) if at == number)


def proposal(play: Journey) -> Letter:
    """Return the newest proposal to the lead."""
    return play.latest(LEAD, "lead-proposal")


def picked(play: Journey, words: str = "JA 1 2") -> Letter:
    """Let the lead pick; return the call list."""
    play.answer(proposal(play), words)
    return play.latest(LEAD, "lead-calls")


def deliveries(play: Journey, to: str = UNIT[1]) -> list[Letter]:
    """Return the letters with contact details that have left for the unit."""
    return play.letters(to, "unit-delivery")


def write(play: Journey, sender: tuple[str, str], words: str) -> None:
    """Let somebody write a mail of their own, and let the bot act."""
    message = play.new_mail(sender, "Hej")
    message.set_content(words)
    play.send(message.as_bytes(), sender)
    play.world.step()
