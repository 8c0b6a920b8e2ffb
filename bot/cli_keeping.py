"""The commands about keeping the register (copies of it, who read what): names, options and help only; see cli.py."""

from pathlib import Path
from typing import Annotated

import typer

from medverkan.bot.cli_help import SwedishCommand, SwedishGroup

# Without a name: its commands stand beside the others.
keeping = typer.Typer(cls=SwedishGroup, rich_markup_mode=None)

Json = Annotated[bool, typer.Option("--json", help="Ett JSON-dokument på standard ut, inget annat.")]


def _exit(status: int) -> None:
    if status:
        raise typer.Exit(status)


@keeping.command(cls=SwedishCommand)
def backup(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(metavar="FIL", help="Filen som skrivs; den får inte finnas.")],
    as_json: Json = False,
) -> None:
    """Kopiera hela registret till en fil, också under drift. Exempel: medverkan backup register.medverkan."""
    from medverkan.bot.commands import saving

    _exit(saving.backup(context.obj, file, as_json))


@keeping.command(cls=SwedishCommand)
def restore(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(metavar="FIL", help="En fil från medverkan backup.")],
    yes: Annotated[bool, typer.Option("--yes", help="Lägg det register som finns åt sidan.")] = False,
    as_json: Json = False,
) -> None:
    """Läs in en kopia; den som är raderad förblir raderad. Exempel: medverkan restore register.medverkan --yes."""
    from medverkan.bot.commands import saving

    _exit(saving.restore(context.obj, file, yes=yes, as_json=as_json))
