"""`medverkan members merge`: two posts of one person beside each other, what would come of them, and its undoing."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from medverkan.bot import show
from medverkan.bot.commands.auditing import reader
from medverkan.bot.commands.record import CONSENT_WORDS, OPERATOR, STATUS_WORDS, at_desk, the_member
from medverkan.bot.post import Desk
from medverkan.bot.register import CONSENT_FIELDS
from medverkan.bot.rights.merge import UNDO_DAYS, Merged, merge, part
from medverkan.bot.settings import SettingsError
from medverkan.bot.understood import understood
from medverkan.mailbox.forms.naming.registry import label_of
from medverkan.mailbox.values import Kind
from medverkan.storage.values import Member

ROWS = {
    "task": "uppgifter",
    "invitation": "uppdrag",
    "consent": "samtycken",
    "call": "samtal",
    "meeting": "möten",
    "mail": "mejl",
    "outgoing": "brev",
    "sms": "sms",
    "signature": "underskrifter",
}


class _Unmade(Exception):  # noqa: N818 - no error: showing what would come of it ends with it
    """Nothing of it is to be kept."""


def merge_members(config: Path | None, gone: str, kept: str, keep: Iterable[str], *, yes: bool, as_json: bool) -> int:
    """Let the first go into the second; without `yes` show what would come of it, and return 1."""
    chosen = dict(_chosen(one) for one in keep)
    done: Merged | None = None
    try:
        with at_desk(config) as desk:
            done = merge_at(desk, gone, kept, chosen)
            if not yes:
                raise _Unmade  # noqa: TRY301 - the one way to have a transaction rolled back
    except _Unmade:
        with at_desk(config) as desk:
            _write_down_read(desk, gone, kept)
    if done is None:
        return 1
    if as_json:
        show.document({"done": yes, **document(done)})
    else:
        _tell(done)
    if yes:
        show.say(
            f"\n{done.gone.number} är nu en del av {done.kept.number}. Det går att ångra i {UNDO_DAYS} dagar: "
            f"medverkan members merge --undo {done.gone.number}"
        )
        return 0
    show.say(f"\nInget är gjort. Kör: medverkan members merge {done.gone.number} {done.kept.number} --yes")
    return 1


def undo_merge(config: Path | None, number: str, *, as_json: bool) -> int:
    """Part two again and say what could not be put back."""
    with at_desk(config) as desk:
        back, kept, parted = part(desk, number, by=OPERATOR, who=reader())
    if as_json:
        show.document(
            {"back": back.number, "kept": kept.number, "changed_since": parted.changed,
             "kept_changed_since": parted.kept_changed, "newer": parted.newer}
        )  # fmt: skip
        return 0
    show.say(f"{back.number} och {kept.number} är två igen.")
    if parted.kept_changed:
        show.say(f"{kept.number} har ändrats efter sammanslagningen och är kvar som den är: kontrollera uppgifterna.")
    if parted.changed:
        show.say(f"{parted.changed} rader har ändrats efter sammanslagningen och är kvar som de är.")
    if parted.newer:
        show.say(f"{parted.newer} rader har kommit efter sammanslagningen. De är kvar hos {kept.number}.")
    return 0


def merge_at(desk: Desk, gone: str, kept: str, keep: dict[str, str]) -> Merged:
    """Let the first go into the second at an open desk. Raises SettingsError."""
    one, other = the_member(desk.books, gone), the_member(desk.books, kept)
    if desk.books.merges.of_gone(gone.strip()):
        raise SettingsError(f"{gone} är redan sammanslagen med {one.number}")
    return merge(desk, one, other, keep, by=OPERATOR, who=reader())


def document(done: Merged) -> dict[str, Any]:
    """Return what has come of two posts, as JSON."""
    gone, kept = done.gone, done.kept
    return {
        "gone": gone.number,
        "kept": kept.number,
        "status": STATUS_WORDS[done.now.status],
        "fields": {
            key: {gone.number: gone.fields.get(key), kept.number: kept.fields.get(key), "now": done.now.fields.get(key)}
            for key in _keys(done)
        },
        "consents": sorted(done.live),
        "ask_again": list(done.ask),
        "moved": done.moved,
        "cases": done.cases,
        "warnings": done.warnings,
    }


def _tell(done: Merged) -> None:
    gone, kept, now = done.gone, done.kept, done.now
    rows = [("Status", *(STATUS_WORDS[one.status] for one in (gone, kept, now)))]
    rows += [
        (label_of(Kind.REGISTRATION, key), *(_shown(one, key) for one in (gone, kept, now))) for key in _keys(done)
    ]
    show.columns(("", gone.number, kept.number, "blir"), rows)
    show.say(
        "\nSamtycken som finns kvar: " + (", ".join(CONSENT_WORDS[one] for one in sorted(done.live)) or "inga") + "."
    )
    if done.ask:
        asked = ", ".join(CONSENT_WORDS[one] for one in done.ask)
        show.say(f"Sade olika saker, gäller inte, och ska frågas om igen: {asked}. Det blir en uppgift.")
    moved = [f"{count} {ROWS[table]}" for table, count in done.moved.items() if table in ROWS]
    if moved:
        show.say(f"Från {gone.number} följer med: {', '.join(moved)}.")
    for line in (*done.cases, *done.warnings):
        show.say(f"OBS! {line}" if line in done.warnings else line)


def _keys(done: Merged) -> list[str]:
    told = dict.fromkeys((*done.kept.fields, *done.gone.fields))
    return [key for key in told if key not in CONSENT_FIELDS]


def _shown(member: Member, key: str) -> str:
    if member.fields.get(key) in (None, "", [], ()):
        return ""
    lines = understood(Kind.REGISTRATION, {key: member.fields[key]})
    return lines[0][1] if lines else str(member.fields[key])


def _chosen(written: str) -> tuple[str, str]:
    key, _, number = written.partition("=")
    if not (key.strip() and number.strip()):
        raise SettingsError(f"--keep {written}: skriv fält=nummer, till exempel phone=M-0007")
    return key.strip(), number.strip().upper()


def _write_down_read(desk: Desk, *numbers: str) -> None:
    for number in numbers:
        member = the_member(desk.books, number)
        desk.books.audit.add("member-read", OPERATOR, desk.now, member_id=member.id, detail=reader())
