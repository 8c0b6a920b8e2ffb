"""The command `medverkan`: names, options and help. What a command does lives in commands/, imported when it is called.

Nothing heavy is imported here, so that --help answers at once.
"""

import sys
from pathlib import Path
from typing import Annotated, Any

import typer

from medverkan.bot.command_line import errors as cli_errors
from medverkan.bot.command_line.chat import chat
from medverkan.bot.command_line.help import Json, SwedishCommand, SwedishGroup, ended
from medverkan.bot.command_line.keeping import keeping
from medverkan.bot.command_line.members import members
from medverkan.bot.command_line.records import records

app = typer.Typer(
    name="medverkan",
    cls=SwedishGroup,
    help="Boten för en Intressebank: läser förfrågningar, föreslår personer och håller ihop ärendet.",
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    add_completion=False,
)
app.add_typer(members, name="members")
app.add_typer(chat, name="chat")
app.add_typer(records)
app.add_typer(keeping)


def _version(wanted: bool) -> None:
    if wanted:
        from importlib.metadata import version

        typer.echo(f"medverkan {version('medverkan')}")
        raise typer.Exit


@app.callback()
def _start(
    context: typer.Context,
    config: Annotated[
        Path | None, typer.Option(help="Inställningsfil; annars medverkan.toml i MEDVERKAN_HOME.")
    ] = None,
    _version_: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Visa versionen.")
    ] = False,
) -> None:
    from medverkan.bot import show

    show.log_to_stderr()
    context.obj = config


@app.command(cls=SwedishCommand)
def run(context: typer.Context) -> None:
    """Kör tjänsten tills den stoppas. Vid SIGTERM görs det den håller i klart. Exempel: medverkan run."""
    from medverkan.bot.commands import running

    ended(running.run(context.obj))


@app.command(cls=SwedishCommand)
def demo(
    keep: Annotated[bool, typer.Option("--keep", help="Låt servrarna vara igång efteråt, tills Ctrl-C.")] = False,
    folder: Annotated[Path | None, typer.Option(help="Var breven sparas; annars en ny tillfällig mapp.")] = None,
    year: Annotated[bool, typer.Option("--year", help="Spela ett helt år i stället, och pröva alla löften.")] = False,
    seed: Annotated[int, typer.Option(metavar="TAL", help="Vilket år: samma frö ger samma år.")] = 1,
) -> None:
    """Spela hela resan på inbyggda servrar; inget att ställa in. Exempel: medverkan demo --keep."""
    if year:
        from medverkan.bot.demo.year.play import play as play_year

        ended(play_year(seed, folder))
        return
    from medverkan.bot.demo.play import play

    ended(play(keep=keep, folder=folder))


@app.command(cls=SwedishCommand)
def doctor(context: typer.Context, as_json: Json = False) -> None:
    """Kontrollera inställningar och anslutningar, en rad var. Exempel: medverkan doctor."""
    from medverkan.bot.commands import doctoring

    ended(doctoring.doctor(context.obj, as_json))


@app.command(cls=SwedishCommand)
def read(
    context: typer.Context,
    file: Annotated[str, typer.Argument(metavar="FIL", help="En .eml-fil, eller - för standard in.")],
    candidates: Annotated[Path | None, typer.Option(help="JSON med personerna i mejlet som besvaras.")] = None,
    as_json: Json = False,
) -> None:
    """Visa vad boten förstår av ett mejl; sparar och skickar inget. Exempel: medverkan read brev.eml --json."""
    from medverkan.bot.commands import reading

    ended(reading.read_file(file, candidates, as_json))


@app.command(cls=SwedishCommand)
def intake(
    context: typer.Context,
    paths: Annotated[list[Path], typer.Argument(metavar="FIL", help="Filer eller mappar: .eml, mbox, Maildir.")],
    as_json: Json = False,
) -> None:
    """Ta in mejl från filer som om de hade kommit nu. Exempel: medverkan intake brev/."""
    from medverkan.bot.commands import taking_in

    ended(taking_in.intake(context.obj, paths, as_json))


@app.command(cls=SwedishCommand)
def match(
    context: typer.Context,
    what: Annotated[
        str | None, typer.Argument(metavar="ÄRENDE|FIL", help="Ett ärendenummer, eller ett mejl i en fil.")
    ] = None,
    top: Annotated[int, typer.Option(min=1, max=1000, help="Hur många personer som visas.")] = 5,
    review: Annotated[
        bool, typer.Option("--review", help="Visa i stället var ni har valt annorlunda än listorna, och varför.")
    ] = False,
    as_json: Json = False,
) -> None:
    """Visa rangordnade personer för ett ärende eller ett mejl. Exempel: medverkan match F-2026-0001 --top 10."""
    if review:
        from medverkan.bot.commands import evaluating

        ended(evaluating.review(context.obj, as_json))
        return
    if what is None:
        raise typer.BadParameter("ÄRENDE|FIL saknas; skriv till exempel: medverkan match F-2026-0001")
    from medverkan.bot.commands import matching

    ended(matching.match(context.obj, what, top, as_json))


@app.command(cls=SwedishCommand)
def cases(
    context: typer.Context,
    case: Annotated[str | None, typer.Argument(metavar="ÄRENDE", help="Ett ärendenummer; utan det visas alla.")] = None,
    end: Annotated[bool, typer.Option("--end", help="Avsluta ärendet; det som väntar skickas inte.")] = False,
    day: Annotated[str | None, typer.Option(metavar="DAG", help="Ny dag och tid, till exempel 25 mars 2027.")] = None,
    explain: Annotated[bool, typer.Option("--explain", help="Visa hur varje förslags poäng kom till.")] = False,
    as_json: Json = False,
) -> None:
    """Visa ärendena, eller ett ärende med hela sin historia. Exempel: medverkan cases F-2026-0001 --json."""
    from medverkan.bot.commands import listing

    if end and not case:
        raise typer.BadParameter("skriv vilket ärende: medverkan cases F-2026-0001 --end")
    if end and case:
        from medverkan.bot.commands import settling

        ended(settling.end_case(context.obj, case))
        return
    if day is not None and not case:
        raise typer.BadParameter('skriv vilket ärende: medverkan cases F-2026-0001 --day "25 mars 2027"')
    if day is not None and case:
        from medverkan.bot.commands import moving

        ended(moving.move_case(context.obj, case, day))
        return
    if explain and not case:
        raise typer.BadParameter("skriv vilket ärende: medverkan cases F-2026-0001 --explain")
    ended(listing.cases(context.obj, case, as_json, explain=explain))


@app.command(cls=SwedishCommand)
def tasks(
    context: typer.Context,
    action: Annotated[
        str | None,
        typer.Argument(metavar="UPPGIFT|done|ring", help="En uppgift ur listan, eller done|ring före den."),
    ] = None,
    task: Annotated[
        str | None, typer.Argument(metavar="UPPGIFT", help="Efter done: bockas av. Efter ring: kopplas.")
    ] = None,
    outcome: Annotated[
        str | None, typer.Option(metavar="ORD", help="Hur det gick: ja, nej, svarade inte, bokat 2026-12-15 13:00.")
    ] = None,
    as_json: Json = False,
) -> None:
    """Visa vad som väntar, bocka av eller skriv hur det gick. Exempel: medverkan tasks T-0007 --outcome "ring igen"."""
    from medverkan.bot.commands import listing, settling

    if action == "done":
        if not task or outcome is not None:
            raise typer.BadParameter("skriv: medverkan tasks done T-0012")
        ended(settling.task_done(context.obj, task))
    elif action == "ring":
        if not task or outcome is not None:
            raise typer.BadParameter("skriv: medverkan tasks ring T-0012")
        from medverkan.bot.commands import ringing

        ended(ringing.ring_up(context.obj, task))
    elif action is not None:
        if not action.upper().startswith("T-"):
            raise typer.BadParameter("skriv: medverkan tasks, eller: medverkan tasks done T-0012")
        if task or not outcome or not outcome.strip():
            raise typer.BadParameter('skriv hur det gick: medverkan tasks T-0012 --outcome "svarade inte"')
        ended(settling.task_outcome(context.obj, action, outcome))
    elif outcome is not None:
        raise typer.BadParameter('skriv vilken uppgift: medverkan tasks T-0012 --outcome "svarade inte"')
    else:
        ended(listing.tasks(context.obj, as_json))


@app.command(cls=SwedishCommand)
def review(
    context: typer.Context,
    action: Annotated[
        str | None, typer.Argument(metavar="retry", help="Skriv retry, för att läsa ett mejl igen.")
    ] = None,
    mail: Annotated[str | None, typer.Argument(metavar="ID", help="Mejlets id ur listan.")] = None,
    as_json: Json = False,
) -> None:
    """Visa mejl som lagts åt sidan, eller läs ett igen. Exempel: medverkan review retry 3f2a91bc."""
    from medverkan.bot.commands import reviewing

    if action not in (None, "retry") or (action == "retry" and not mail):
        raise typer.BadParameter("skriv: medverkan review, eller: medverkan review retry ID")
    ended(reviewing.retry(context.obj, mail) if mail else reviewing.listed(context.obj, as_json))


@app.command(cls=SwedishCommand)
def outbox(context: typer.Context, as_json: Json = False) -> None:
    """Visa vad som väntar, har skickats eller inte gick att skicka. Exempel: medverkan outbox --json."""
    from medverkan.bot.commands import listing

    ended(listing.outbox(context.obj, as_json))


@app.command(cls=SwedishCommand)
def receipts(context: typer.Context, as_json: Json = False) -> None:
    """Visa bevis på vad som raderats ur brevlådan. Exempel: medverkan receipts --json."""
    from medverkan.bot.commands import listing

    ended(listing.receipts(context.obj, as_json))


@app.command(cls=SwedishCommand)
def db(
    context: typer.Context,
    action: Annotated[
        str, typer.Argument(metavar="upgrade|check|tidy", help="Uppgradera schemat, kontrollera det, eller städa.")
    ],
) -> None:
    """Databasens schema. Exempel: medverkan db check."""
    from medverkan.bot.commands import schema

    actions = {"upgrade": schema.upgrade, "check": schema.check, "tidy": schema.tidy}
    if action not in actions:
        raise typer.BadParameter("skriv upgrade, check eller tidy")
    ended(actions[action](context.obj))


def main() -> None:
    """Run the command; what goes wrong is told in one line each, without a trace, and ends with 1."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure: Any = getattr(stream, "reconfigure", None)
        if reconfigure:
            reconfigure(encoding="utf-8", errors="replace")
    try:
        status = app(standalone_mode=False)
    except (SystemExit, KeyboardInterrupt):
        raise
    except typer.Abort:
        raise SystemExit(1) from None
    except typer.TyperException as error:
        cli_errors.misused(error)
    except BrokenPipeError:
        raise SystemExit(1) from None
    except Exception as error:  # noqa: BLE001 - the last line of defence: a sentence, never a trace with personal data
        cli_errors.explain(error)
        raise SystemExit(1) from None
    raise SystemExit(status if isinstance(status, int) else 0)


if __name__ == "__main__":
    main()
