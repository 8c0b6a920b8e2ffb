"""The commands about what is on record (fees, the year): names, options and help only; see cli.py."""

from pathlib import Path
from typing import Annotated

import typer

from medverkan.bot.command_line.help import Json, SwedishCommand, SwedishGroup, ended

# Without a name: its commands stand beside the others.
records = typer.Typer(cls=SwedishGroup, rich_markup_mode=None)


@records.command(cls=SwedishCommand)
def fee(
    context: typer.Context,
    date: Annotated[str, typer.Option(metavar="DATUM", help="Dagen, till exempel 2026-12-01.")],
    hours: Annotated[str, typer.Option(metavar="TIMMAR", help="Mötets längd, till exempel 3,5.")],
    travel_hours: Annotated[str, typer.Option(metavar="TIMMAR", help="Restiden, fram och tillbaka.")] = "0",
    km: Annotated[str, typer.Option(metavar="KM", help="Sträckan med egen bil, fram och tillbaka.")] = "0",
    payer: Annotated[str, typer.Option(metavar="region|kommun", help="Vem som betalar.")] = "region",
    as_json: Json = False,
) -> None:
    """Visa vad ett uppdrag ger i arvode, och varför. Exempel: medverkan fee --date 2026-12-01 --hours 3,5 --km 40."""
    from medverkan.bot.commands import fee as commands

    ended(commands.told(context.obj, date, hours, travel_hours, km, payer, as_json))


@records.command(cls=SwedishCommand)
def report(
    context: typer.Context,
    year: Annotated[int, typer.Option(metavar="ÅR", min=2000, max=2100, help="Året, till exempel 2026.")],
    out: Annotated[Path | None, typer.Option(metavar="MAPP", help="Skriv också .html, .pdf och .csv i mappen.")] = None,
    as_json: Json = False,
) -> None:
    """Visa årets siffror utan namn. Exempel: medverkan report --year 2026 --out rapport."""
    from medverkan.bot.commands import reporting

    ended(reporting.report(context.obj, year, out, as_json))
