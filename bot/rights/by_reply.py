"""A lead says by reply that a new person is one who is there already, or that it was wrong: merged, and parted again.

Only a line that says nothing else counts. Where the names or years differ it must be said that it is sure: couples
share phones, and children bear a parent's name.
"""

import re

from medverkan.bot.commands.record import CONSENT_WORDS
from medverkan.bot.letters import spoken
from medverkan.bot.post import Desk
from medverkan.bot.rights.merge import UNDO_DAYS, Merged, merge, part, warnings
from medverkan.bot.settings import Lead, SettingsError
from medverkan.mailbox.forms.naming.registry import label_of
from medverkan.mailbox.values import Kind
from medverkan.storage.values import Member

_MOST_LINES = 20
_SAME = re.compile(
    r"\W*(?:(?:det|hon|han|hen|de|personen) )?(?:är )?(?:samma(?: person)? som|slå (?:ihop|samman)(?: \w+)? med) "
    r"(M-?\d{1,7})(\W+(?:det är )?säkert)?\W*",
    re.IGNORECASE,
)
_UNDO = re.compile(r"\W*ångra (?:sammanslagningen|ihopslagningen)\W*", re.IGNORECASE)


def same_person(desk: Desk, about: str, member: Member, words: str, lead: Lead) -> str:
    """Act on words that say that two are one, or that they are not; return what to say back, "" where they say neither.

    `about` is the number that the answered letter bears, which may be of a post that is merged since.
    """
    lines = [line.strip()[:200] for line in words.splitlines() if line.strip()][:_MOST_LINES]
    said = [found for line in lines if "?" not in line and (found := _SAME.fullmatch(line))]
    who = {"lead": lead.email}
    try:
        if any(_UNDO.fullmatch(line) for line in lines):
            return _part(desk, about, member, who)
        return _merge(desk, member, said[0][1], sure=bool(said[0][2]), who=who) if len(said) == 1 else ""
    except SettingsError as error:
        return f"Det gick inte: {str(error).partition(': medverkan ')[0]}."


def _merge(desk: Desk, gone: Member, number: str, *, sure: bool, who: dict[str, str]) -> str:
    written = number.upper() if "-" in number else f"M-{number[1:]}"
    kept = desk.books.members.get(f"M-{int(written[2:]):04d}")
    if kept is None:
        return f"Det finns ingen {written}. Inget är ändrat."
    doubts = warnings(gone, kept)
    if doubts and not sure:
        return (
            f"{gone.number} är {gone.name}, och {kept.number} är {kept.name}. {' '.join(doubts)} Inget är ändrat. "
            f"Är det samma person? Svara då: SAMMA SOM {kept.number} SÄKERT"
        )
    return _told(merge(desk, gone, kept, {}, by="lead", who=who))


def _told(done: Merged) -> str:
    kept, now = done.kept, done.now
    changed = [key for key in now.fields if now.fields[key] != kept.fields.get(key) and not key.startswith("consent")]
    lines = [f"{done.gone.number} och {kept.number} är nu en person: {now.name}, {kept.number}."]
    if changed:
        labels = spoken([label_of(Kind.REGISTRATION, key) for key in changed])
        lines.append(f"Det här gäller nu ur den nyare anmälan: {labels}.")
    if done.ask:
        asked = spoken([CONSENT_WORDS[kind] for kind in done.ask])
        lines.append(
            f"De sade olika saker om {asked}. Det gäller inte längre, och du har fått en uppgift att fråga igen."
        )
    lines += done.cases
    lines.append(f"Blev det fel? Svara ÅNGRA SAMMANSLAGNINGEN på det här mejlet inom {UNDO_DAYS} dagar.")
    return "\n".join(lines)


def _part(desk: Desk, about: str, member: Member, who: dict[str, str]) -> str:
    gone = [number for _, number in desk.books.merges.into(member)]
    number = about if about in gone else gone[-1] if gone else about
    back, kept, parted = part(desk, number, by="lead", who=who)
    told = f"{back.number} ({back.name}) och {kept.number} ({kept.name}) är två igen."
    if parted.kept_changed or parted.changed or parted.newer:
        told += f" Det som har ändrats eller kommit sedan dess är kvar hos {kept.number}: kontrollera det."
    return told
