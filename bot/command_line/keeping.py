"""The commands about keeping the register (copies of it, who read what): names, options and help only; see cli.py."""

from pathlib import Path
from typing import Annotated

import typer

from medverkan.bot.command_line.help import Json, SwedishCommand, SwedishGroup, ended

# Without a name: its commands stand beside the others.
keeping = typer.Typer(cls=SwedishGroup, rich_markup_mode=None)


@keeping.command(cls=SwedishCommand)
def backup(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(metavar="FIL", help="Filen som skrivs; den får inte finnas.")],
    as_json: Json = False,
) -> None:
    """Kopiera hela registret till en fil, också under drift. Exempel: medverkan backup register.medverkan."""
    from medverkan.bot.commands import saving

    ended(saving.backup(context.obj, file, as_json))


@keeping.command(cls=SwedishCommand)
def restore(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(metavar="FIL", help="En fil från medverkan backup.")],
    yes: Annotated[bool, typer.Option("--yes", help="Lägg det register som finns åt sidan.")] = False,
    as_json: Json = False,
) -> None:
    """Läs in en kopia; den som är raderad förblir raderad. Exempel: medverkan restore register.medverkan --yes."""
    from medverkan.bot.commands import saving

    ended(saving.restore(context.obj, file, yes=yes, as_json=as_json))


@keeping.command(cls=SwedishCommand)
def audit(
    context: typer.Context,
    member: Annotated[str | None, typer.Option(metavar="ID", help="Bara om den personen, t.ex. M-0042.")] = None,
    case: Annotated[str | None, typer.Option(metavar="ÄRENDE", help="Bara om det ärendet.")] = None,
    check: Annotated[bool, typer.Option("--check", help="Kontrollera i stället att ingen rad är ändrad.")] = False,
    as_json: Json = False,
) -> None:
    """Visa vem som gjort eller läst vad om vem, och när. Exempel: medverkan audit --member M-0042."""
    from medverkan.bot.commands import auditing

    ended(auditing.check(context.obj, as_json) if check else auditing.audit(context.obj, member, case, as_json))


@keeping.command(cls=SwedishCommand)
def retention(
    context: typer.Context,
    now: Annotated[bool, typer.Option("--now", help="Gallra genast det som är dags; annars görs det i natt.")] = False,
    as_json: Json = False,
) -> None:
    """Visa vad som sparas, varför, hur länge och vad som är dags att gallra. Exempel: medverkan retention."""
    from medverkan.bot.commands import retaining

    ended(retaining.retention(context.obj, now=now, as_json=as_json))


@keeping.command(cls=SwedishCommand)
def agreement(
    context: typer.Context,
    case: Annotated[str, typer.Argument(metavar="ÄRENDE", help="Ett långt uppdrag, eller en plats i ett råd.")],
    signed: Annotated[
        str | None, typer.Option(metavar="VEM", help="verksamheten, personen, båda, eller jäv för jävsdeklarationen.")
    ] = None,
    member: Annotated[str | None, typer.Option(metavar="ID", help="Vem det gäller, när flera är med.")] = None,
    day: Annotated[str | None, typer.Option(metavar="DATUM", help="Dagen på papperet; annars i dag.")] = None,
    until: Annotated[str | None, typer.Option(metavar="DATUM", help="Platsens sista dag.")] = None,
    as_json: Json = False,
) -> None:
    """Visa vem som skrivit under, eller anteckna det. Exempel: medverkan agreement F-2026-0001 --signed båda."""
    from medverkan.bot.commands import agreeing

    ended(agreeing.agreement(context.obj, case, signed, member, day, until, as_json=as_json))


@keeping.command(cls=SwedishCommand)
def share(
    context: typer.Context,
    case: Annotated[str, typer.Argument(metavar="ÄRENDE", help="Ärendet, t.ex. F-2026-0001.")],
    to: Annotated[Path, typer.Option(metavar="FIL", help="Filen som skrivs, på .pdf.")],
) -> None:
    """Skriv ut de valda i ett ärende åt Kommunförbundet. Exempel: medverkan share F-2026-0001 --to personer.pdf."""
    from medverkan.bot.commands import sharing

    ended(sharing.share(context.obj, case, to))
