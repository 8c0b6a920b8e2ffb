"""The commands about leads' chats: names, options and help only; see cli.py."""

from typing import Annotated

import typer

from medverkan.bot.command_line.help import Json, SwedishCommand, SwedishGroup, ended

chat = typer.Typer(
    cls=SwedishGroup,
    rich_markup_mode=None,
    no_args_is_help=True,
    help="Koppla utvecklingsledarens chatt till boten, eller koppla bort den.",
)
Address = Annotated[str, typer.Argument(metavar="E-POST", help="Utvecklingsledarens adress, som i [[leads]].")]


@chat.command(cls=SwedishCommand)
def link(context: typer.Context, lead: Address, as_json: Json = False) -> None:
    """Visa en kod som kopplar en chatt. Exempel: medverkan chat link karin@region.example."""
    from medverkan.bot.commands import chatting

    ended(chatting.link(context.obj, lead, as_json))


@chat.command(cls=SwedishCommand)
def unlink(context: typer.Context, lead: Address) -> None:
    """Koppla bort en chatt, när en telefon är borta. Exempel: medverkan chat unlink karin@region.example."""
    from medverkan.bot.commands import chatting

    ended(chatting.unlink(context.obj, lead))
