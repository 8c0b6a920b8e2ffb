"""The year as one page to read on screen: HTML that needs no other file, each count with a bar beside it."""

from html import escape

from medverkan.bot.evaluation.lines import Line, lines_of, note_of
from medverkan.bot.evaluation.small_cells import FEW, HIDDEN
from medverkan.bot.evaluation.values import Figure, Table, Year

_STYLE = """
:root { color-scheme: light; --ink: #1b2a33; --soft: #5b6b75; --bar: #1f6f8b; --line: #d8e0e4; }
body { font: 16px/1.5 "Segoe UI", "Helvetica Neue", Arial, sans-serif; color: var(--ink); background: #fff;
  max-width: 60rem; margin: 2rem auto; padding: 0 1.5rem; }
h1 { font-size: 2rem; margin: 0 0 .25rem; } h2 { font-size: 1.15rem; margin: 0 0 .5rem; }
p { margin: .25rem 0 .75rem; } .soft { color: var(--soft); font-size: .9rem; }
dl { display: grid; grid-template-columns: repeat(auto-fill, minmax(17rem, 1fr)); gap: .75rem; margin: 1.5rem 0; }
dl div { border: 1px solid var(--line); border-radius: .5rem; padding: .6rem .9rem; }
dt { color: var(--soft); font-size: .9rem; } dd { margin: 0; font-weight: 600; }
dd.large { font-size: 1.6rem; }
section { margin: 2rem 0; break-inside: avoid; }
table { border-collapse: collapse; width: 100%; } caption { text-align: left; }
th, td { text-align: left; padding: .2rem .6rem .2rem 0; vertical-align: middle; font-weight: normal; }
thead th { color: var(--soft); font-size: .9rem; border-bottom: 1px solid var(--line); }
.label { width: 19rem; } .count { width: 6rem; text-align: right; font-variant-numeric: tabular-nums; }
tfoot th, tfoot td { border-top: 1px solid var(--line); font-weight: 600; }
.wide { width: 32rem; } .hidden { color: var(--soft); font-style: italic; }
svg { display: block; width: 100%; height: 1rem; }
rect.bar { fill: var(--bar); } rect.room { fill: #eef2f4; } rect.county { fill: #d9a441; }
.key { display: inline-block; width: .9rem; height: .6rem; margin: 0 .3rem 0 1rem; }
@media print { body { margin: 0; max-width: none; font-size: 11pt; } }
"""
ABOUT = (
    f"Tal under fem visas aldrig. Där det står ”{FEW}” kan det vara noll till fyra. Där det står ”{HIDDEN}” är talet "
    "större, men skulle gå att använda för att räkna ut ett litet tal."
)
LACKING = (
    "De här sökte verksamheterna utan att alla hittades. Antalen är ungefärliga, eftersom grupperna går in i varandra."
)


def page(year: Year, register: str) -> str:
    """Return the year as an HTML document; `register` names whose year it is, "" for nobody."""
    whose = f"{escape(register)}. " if register else ""
    figures = "".join(_figure(figure) for figure in year.figures)
    tables = "".join(_table(table) for table in year.tables)
    return (
        f'<!DOCTYPE html>\n<html lang="sv">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>Intressebanken {year.number}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n"
        f"<h1>Intressebanken {year.number}</h1>\n"
        f'<p class="soft">{whose}Förfrågningar som kom under {year.number}, utan namn. {ABOUT}</p>\n'
        f"<dl>\n{figures}</dl>\n{_lacking(year)}{tables}</body>\n</html>\n"
    )


def _figure(figure: Figure) -> str:
    large = ' class="large"' if figure.value is not None and figure.ninety is None else ""
    return f"<div><dt>{escape(figure.label)}</dt><dd{large}>{escape(figure.shown)}</dd></div>\n"


def _table(table: Table) -> str:
    rows = "".join(_row(line, compared=bool(table.county)) for line in lines_of(table))
    told = note_of(table)
    note = f'<p class="soft">{escape(told)}</p>\n' if told else ""
    head, empty = "", ""
    if table.county:
        note += (
            '<p class="soft"><span class="key" style="background:#1f6f8b;margin-left:0"></span>Intressebanken'
            '<span class="key" style="background:#d9a441"></span>länets invånare</p>\n'
        )
        head, empty = "<th class='count'>andel</th><th class='count'>länet</th>", "<td></td><td></td>"
    return (
        f"<section>\n<h2>{escape(table.title)}</h2>\n{note}<table>\n<thead><tr><th class='label'></th>"
        f"<th class='count'>{escape(table.what)}</th>{head}<th></th></tr></thead>\n<tbody>\n{rows}</tbody>\n"
        f"<tfoot><tr><th class='label'>tillsammans</th><td class='count'>{_number(table.total.shown)}</td>{empty}"
        "<td></td></tr></tfoot>\n</table>\n</section>\n"
    )


def _row(line: Line, *, compared: bool) -> str:
    bars = [("bar", line.bar)] if not compared else [("bar", line.bar), ("county", line.county_bar)]
    height = 10 // len(bars)
    drawn = "".join(
        f'<rect class="{name}" y="{number * height}" width="{100 * width:.2f}" height="{height}"/>'
        for number, (name, width) in enumerate(bars)
        if width
    )
    bar = (
        '<svg role="img" aria-hidden="true" viewBox="0 0 100 10" preserveAspectRatio="none">'
        f'<rect class="room" width="100" height="10"/>{drawn}</svg>'
        if drawn
        else ""
    )
    hidden = " hidden" if line.hidden else ""
    beside = f'<td class="count">{line.part}</td><td class="count">{line.county}</td>' if compared else ""
    return (
        f'<tr><th class="label" scope="row">{escape(line.label)}</th>'
        f'<td class="count{hidden}">{_number(line.shown)}</td>{beside}<td>{bar}</td></tr>\n'
    )


def _number(shown: str) -> str:
    # A space that does not break parts the thousands.
    return escape(shown).replace(" ", "&nbsp;") if shown[:1].isdigit() else escape(shown)


def _lacking(year: Year) -> str:
    if not year.lacking:
        return ""
    rows = "".join(
        f'<tr><th class="wide" scope="row">{escape(one.who)}</th><td>{escape(one.requests)}</td>'
        f"<td>{escape(one.people)}</td></tr>\n"
        for one in year.lacking
    )
    return (
        f'<section>\n<h2>Vilka registret saknar</h2>\n<p class="soft">{LACKING}</p>\n<table>\n'
        "<thead><tr><th class='wide'>söktes</th><th>förfrågningar</th><th>finns i registret</th></tr></thead>\n"
        f"<tbody>\n{rows}</tbody>\n</table>\n</section>\n"
    )
