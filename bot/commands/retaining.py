"""`medverkan retention`: what is kept, why, how long and what then, and how much is due; and doing it at once."""

from datetime import UTC, datetime
from pathlib import Path

from medverkan.bot import show
from medverkan.bot.commands.auditing import wrote_down
from medverkan.bot.parts import open_parts
from medverkan.bot.rights.retention import due, thin
from medverkan.bot.settings import load


def retention(config: Path | None, *, now: bool, as_json: bool) -> int:
    """Print the table; with `now` do what is due, as the service does every night."""
    parts = open_parts(load(config))
    try:
        table = due(parts, datetime.now(UTC))
        if now:
            thin(parts, lambda: datetime.now(UTC))
            wrote_down(parts, "retention-by-hand")
    finally:
        parts.close()
    if as_json:
        rows = [
            {"rule": one.rule.name, "what": one.rule.what, "why": one.rule.why, "kept": one.kept,
             "then": one.rule.then, "setting": one.rule.setting or None, "due": one.count}
            for one in table
        ]  # fmt: skip
        show.document({"done": now, "rules": rows})
        return 0
    show.columns(
        ("regel", "vad", "varför", "hur länge", "sedan", "att göra"),
        [(one.rule.name, one.rule.what, one.rule.why, one.kept, one.rule.then, str(one.count)) for one in table],
    )
    count = sum(one.count for one in table)
    if now:
        show.say("\nDet som gick att gallra är gallrat.")
    else:
        show.say(f"\n{count} att göra. Tjänsten gör det varje natt; nu: medverkan retention --now")
    return 0
