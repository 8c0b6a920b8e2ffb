"""What is wrong with a setting, in one Swedish line: the setting, what it should be, where it is written.

Nothing here may repeat a value: it could be a password in the wrong place. The libraries' own words are not shown.
"""

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

_REASONS = {
    "extra_forbidden": "finns inte; kontrollera stavningen eller ta bort raden",
    "missing": "saknas; lägg till raden",
    "int_parsing": "ska vara ett heltal",
    "int_type": "ska vara ett heltal",
    "int_from_float": "ska vara ett heltal",
    "bool_parsing": "ska vara true eller false",
    "bool_type": "ska vara true eller false",
    "string_type": "ska vara text inom citattecken",
    "tuple_type": 'ska vara en lista, till exempel ["region.example"]',
    "model_type": "ska vara ett eget avsnitt i filen",
    "model_attributes_type": "ska vara ett eget avsnitt i filen",
}


def problem(item: Any, path: Path) -> str:
    """Return the line for one error of pydantic's (`ValidationError.errors`)."""
    where = [str(part) for part in item["loc"]]
    if where[:1] == ["leads"]:
        # An array of tables in the file, one JSON list in the environment.
        place = f" nr {int(where[1]) + 1}" if len(where) > 1 and where[1].isdigit() else ""
        name, variable = f"[[leads]]{place} {' '.join(where[2:])}".rstrip(), "MEDVERKAN_LEADS"
    else:
        whole = len(where) == 1 or where[-1:] in (["external"], ["oauth"])
        name = f"[{'.'.join(where)}]" if whole else f"[{'.'.join(where[:-1])}] {where[-1]}"
        variable = f"MEDVERKAN_{'__'.join(where).upper()}"
    reason = "skrivs med dubbla hakparenteser, en gång för varje person" if where == ["leads"] else _reason(item)
    return f"{name}: {reason} (fil: {path}; miljön: {variable})"


def _reason(item: Any) -> str:
    limits, kind = item.get("ctx", {}), item["type"]
    match kind:
        case "literal_error":
            return f"ska vara {limits.get('expected', '')}".replace(" or ", " eller ")
        case "greater_than_equal":
            return f"ska vara minst {limits.get('ge')}"
        case "less_than_equal":
            return f"ska vara högst {limits.get('le')}"
        case "value_error":
            return str(item["msg"]).removeprefix("Value error, ")
    if kind.startswith("time"):
        return 'ska vara ett klockslag, till exempel "08:00"'
    if kind.startswith("date"):
        return 'ska vara ett datum, till exempel "2027-07-01"'
    # What else there is tells of types only, in English; it must not be shown half translated.
    return _REASONS.get(kind, "har fel form")


def toml_problem(error: ValueError) -> str:
    """Return where a file is no TOML. The library's own message may repeat what was written; the place is enough."""
    place = re.search(r"at line (\d+), column (\d+)", str(error))
    where = f"på rad {place[1]}, tecken {place[2]}" if place else "vid slutet av filen"
    return f"något är fel skrivet {where}; text ska stå inom citattecken"


def environment_problem(error: ValueError, names: Iterable[str]) -> str:
    """Return which variable holds broken JSON, as far as the library tells: it names the section only."""
    named = re.search(r'field "(\w+)"', str(error))
    prefix = f"MEDVERKAN_{named[1]}".upper() if named else "MEDVERKAN_"
    variables = ", ".join(sorted(name for name in names if name.upper().startswith(prefix)))
    return f"miljön: {variables or prefix} är inte riktig JSON; rätta värdet eller ta bort variabeln"
