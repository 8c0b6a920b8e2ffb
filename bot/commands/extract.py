"""The extract that a person gets of everything about them (GDPR art. 15), as one page to read on screen or print."""

from collections.abc import Iterable
from html import escape
from typing import Any

from medverkan.bot import show, words
from medverkan.bot.commands.record import as_lines

STYLE = (
    "body{font:16px/1.5 Georgia,serif;max-width:42em;margin:3em auto;padding:0 1em;color:#111}"
    "h1{font-size:1.6em}h2{font-size:1.15em;margin-top:2em;border-bottom:1px solid #999}p{margin:.3em 0}"
    "@media print{body{margin:0}}"
)
RIGHTS = (
    "Uppgifterna används för att fråga om du vill medverka, när någon söker en person med din erfarenhet.",
    "Dina kontaktuppgifter lämnas bara ut när du har sagt ja, och bara till den verksamhet som det gäller.",
    "Du har rätt att få uppgifter rättade, begränsade eller raderade, och att invända. Det påverkar inte din vård.",
    "Är du inte nöjd kan du klaga hos Integritetsskyddsmyndigheten, imy.se.",
)


def as_page(found: dict[str, Any]) -> str:
    """Return a record, as `record` makes it, as one HTML page that needs nothing beside it."""
    head, *rest = as_lines(found)
    sections = _sections(rest)
    events = [_event(event) for event in found["events"]]
    body = [f"<h1>Utdrag ur Intressebanken</h1><p>{escape(head)}</p>", *(_section(*one) for one in sections)]
    body += [_section("Vem som har gjort eller läst något om dig", events), _section("Dina rättigheter", RIGHTS)]
    return (
        '<!doctype html>\n<html lang="sv"><head><meta charset="utf-8"><title>Utdrag ur Intressebanken</title>'
        f"<style>{STYLE}</style></head><body>\n" + "\n".join(body) + "\n</body></html>\n"
    )


def _sections(lines: Iterable[str]) -> list[tuple[str, list[str]]]:
    """Return the blocks between empty lines; one with indented lines has its heading first."""
    blocks: list[list[str]] = [[]]
    for line in lines:
        if line:
            blocks[-1].append(line)
        else:
            blocks.append([])
    titles = iter(("Din plats i registret", "Det du har berättat"))
    found = []
    for block in filter(None, blocks):
        has_title = any(line.startswith("  ") for line in block[1:])
        found.append((block[0], block[1:]) if has_title else (next(titles, ""), block))
    return found


def _section(title: str, lines: Iterable[str]) -> str:
    return f"<h2>{escape(title)}</h2>\n" + "\n".join(f"<p>{escape(line.strip())}</p>" for line in lines)


def _event(event: dict[str, str]) -> str:
    what, who = words.EVENT.get(event["what"], event["what"]), words.WHO.get(event["who"], event["who"])
    return f"{show.moment(event['at'])}: {what} ({who})"
