"""The commands `medverkan members …`: names, options and help only; see cli.py."""

from pathlib import Path
from typing import Annotated

import typer

from medverkan.bot.command_line.help import Json, SwedishCommand, SwedishGroup, ended

members = typer.Typer(
    cls=SwedishGroup,
    help="Registret: visa, lägg till, ändra, importera, samtycken, spärr, radering.",
    no_args_is_help=True,
    rich_markup_mode=None,
)

Id = Annotated[str, typer.Argument(metavar="ID", help="Personens nummer, t.ex. M-0042.")]
Values = Annotated[
    list[str], typer.Argument(metavar="NYCKEL=VÄRDE", help='T.ex. first_name=Anna "phone=070-174 06 05".')
]


@members.command("list", cls=SwedishCommand)
def list_(context: typer.Context, as_json: Json = False) -> None:
    """Visa alla i registret. Exempel: medverkan members list --json."""
    from medverkan.bot.commands import people

    ended(people.listed(context.obj, as_json))


@members.command(cls=SwedishCommand)
def show(context: typer.Context, member: Id, as_json: Json = False) -> None:
    """Visa allt om en person. Exempel: medverkan members show M-0042."""
    from medverkan.bot.commands import people

    ended(people.show_one(context.obj, member, as_json))


@members.command(cls=SwedishCommand)
def add(context: typer.Context, values: Values) -> None:
    """Lägg till en anmälan som kom per post eller telefon. Exempel: members add first_name=Anna municipality=Nybro."""
    from medverkan.bot.commands import people

    ended(people.add(context.obj, values))


@members.command(cls=SwedishCommand)
def edit(context: typer.Context, member: Id, values: Values) -> None:
    """Ändra uppgifter; tomt värde tar bort. Exempel: medverkan members edit M-0042 "phone=070-174 06 07"."""
    from medverkan.bot.commands import people

    ended(people.edit(context.obj, member, values))


@members.command(cls=SwedishCommand)
def status(
    context: typer.Context,
    member: Id,
    event: Annotated[
        str, typer.Argument(metavar="HÄNDELSE", help="uppringd, introducerad, aktiv, vilar, tillbaka, avslutad.")
    ],
    until: Annotated[str | None, typer.Option(help="För vilar: till och med den dagen, ÅÅÅÅ-MM-DD.")] = None,
) -> None:
    """Byt status. Exempel: medverkan members status M-0042 vilar --until 2027-08-31."""
    from medverkan.bot.commands import people

    ended(people.change_status(context.obj, member, event, until))


@members.command("import", cls=SwedishCommand)
def import_(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(metavar="FIL", help="En .xlsx- eller .csv-fil med rubriker i första raden.")],
    yes: Annotated[bool, typer.Option("--yes", help="Spara. Utan detta visas bara vad som skulle sparas.")] = False,
) -> None:
    """Importera ett register, med förhandsvisning. Exempel: medverkan members import register.xlsx --yes."""
    from medverkan.bot.commands import importing

    ended(importing.import_file(context.obj, file, yes))


@members.command(cls=SwedishCommand)
def export(
    context: typer.Context,
    member: Annotated[str | None, typer.Argument(metavar="ID", help="En person; utan detta alla.")] = None,
    to: Annotated[Path | None, typer.Option(help="Skriv till fil: .csv, .json, ett utdrag .pdf eller .html.")] = None,
    as_json: Json = False,
) -> None:
    """Exportera en person eller hela registret. Exempel: medverkan members export M-0042 --to utdrag.pdf."""
    from medverkan.bot.commands import exporting

    ended(exporting.export(context.obj, member, to, as_json))


@members.command(cls=SwedishCommand)
def consent(
    context: typer.Context,
    member: Id,
    kind: Annotated[
        str, typer.Argument(metavar="SLAG", help="matching, sms, email, guardian eller guardian_document.")
    ],
    withdraw: Annotated[bool, typer.Option("--withdraw", help="Ta tillbaka samtycket.")] = False,
    how: Annotated[str, typer.Option(help="Hur samtycket gavs.")] = "uppgift till utvecklingsledaren",
    day: Annotated[str | None, typer.Option(help="Dagen på vårdnadshavarens papper, ÅÅÅÅ-MM-DD.")] = None,
    guardian: Annotated[int | None, typer.Option(min=1, max=2, help="Vems papper det är: 1 eller 2.")] = None,
) -> None:
    """Anteckna ett samtycke, eller ta tillbaka det. Exempel: members consent M-0042 matching --how telefon."""
    from medverkan.bot.commands import people

    ended(people.consent(context.obj, member, kind, withdraw=withdraw, how=how, day=day, guardian=guardian))


@members.command(cls=SwedishCommand)
def guardians(
    context: typer.Context,
    member: Id,
    count: Annotated[int, typer.Argument(metavar="ANTAL", min=1, max=2, help="2 vid gemensam vårdnad, annars 1.")],
) -> None:
    """Anteckna hur många vårdnadshavare ett barn har. Exempel: medverkan members guardians M-0042 2."""
    from medverkan.bot.commands import people

    ended(people.guardians(context.obj, member, count))


@members.command(cls=SwedishCommand)
def restrict(context: typer.Context, member: Id) -> None:
    """Spärra en person: inga förslag, inga brev. Exempel: medverkan members restrict M-0042."""
    from medverkan.bot.commands import people

    ended(people.restrict_member(context.obj, member))


@members.command("object", cls=SwedishCommand)
def object_(context: typer.Context, member: Id) -> None:
    """Anteckna att en person invänder; spärras genast. Exempel: medverkan members object M-0042."""
    from medverkan.bot.commands import people

    ended(people.object_member(context.obj, member))


@members.command(cls=SwedishCommand)
def attended(
    context: typer.Context,
    what: Annotated[str, typer.Argument(metavar="VAD", help="utbildning eller nätverksträff.")],
    day: Annotated[str, typer.Argument(metavar="DATUM", help="Dagen, till exempel 2026-10-01.")],
    who: Annotated[list[str], typer.Argument(metavar="ID...", help="De som var med, till exempel M-0042 M-0007.")],
    about: Annotated[str, typer.Option(help="Vad det handlade om.")] = "",
) -> None:
    """Anteckna vilka som varit på en utbildning. Exempel: members attended utbildning 2026-10-01 M-0042 M-0007."""
    from medverkan.bot.commands import learning

    ended(learning.attended(context.obj, what, day, who, about))


@members.command(cls=SwedishCommand)
def needs(
    context: typer.Context,
    member: Annotated[str | None, typer.Argument(metavar="ID", help="En person; utan den visas alla.")] = None,
    what: Annotated[str | None, typer.Argument(metavar="VAD", help="Vad personen vill lära sig.")] = None,
    as_json: Json = False,
) -> None:
    """Visa eller anteckna vad personer vill lära sig. Exempel: medverkan members needs M-0042 "leda möten"."""
    from medverkan.bot.commands import learning

    if member is None:
        ended(learning.needs(context.obj, as_json))
    else:
        ended(learning.need(context.obj, member, what or ""))


@members.command(cls=SwedishCommand)
def merge(
    context: typer.Context,
    one: Annotated[str, typer.Argument(metavar="ID", help="Den som försvinner, t.ex. M-0012.")],
    other: Annotated[str | None, typer.Argument(metavar="ID", help="Den som blir kvar, t.ex. M-0007.")] = None,
    undo: Annotated[bool, typer.Option("--undo", help="Ångra: personen blir två igen.")] = False,
    keep: Annotated[
        list[str] | None, typer.Option(metavar="FÄLT=ID", help="Vems uppgift som gäller, t.ex. phone=M-0007.")
    ] = None,
    yes: Annotated[bool, typer.Option("--yes", help="Slå ihop. Utan detta visas bara vad det skulle bli.")] = False,
    as_json: Json = False,
) -> None:
    """Slå ihop en person som finns två gånger. Exempel: medverkan members merge M-0012 M-0007 --yes."""
    from medverkan.bot.commands import merging

    if undo == bool(other):
        raise typer.BadParameter("skriv två nummer, eller --undo och ett")
    if undo:
        ended(merging.undo_merge(context.obj, one, as_json=as_json))
    else:
        ended(merging.merge_members(context.obj, one, other or "", keep or [], yes=yes, as_json=as_json))


@members.command(cls=SwedishCommand)
def erase(
    context: typer.Context,
    member: Id,
    yes: Annotated[bool, typer.Option("--yes", help="Radera. Utan detta visas bara vad som skulle raderas.")] = False,
    as_json: Json = False,
) -> None:
    """Radera en person helt; det går inte att ångra. Exempel: medverkan members erase M-0042 --yes."""
    from medverkan.bot.commands import erasing

    ended(erasing.erase_member(context.obj, member, yes=yes, as_json=as_json))
