"""Say in Swedish what is wrong with a command line, whatever the library that read it says in English.

It is told by the words of the library's own message, since it has no class for most of them; a message of ours comes
through as it is. A test holds every one of them against the installed library.
"""

import re
from collections.abc import Callable

import typer

Told = Callable[[re.Match[str]], str]

_VALUE = r"(?:Invalid value(?: for (?P<where>.{1,80}?))?: )?"
_SAYS: tuple[tuple[str, Told], ...] = (
    (r"No such command ['\"](.*?)['\"]\.?(?: Did you mean (.*)\?)?$", lambda m: _unknown("kommandot", m)),
    (r"No such option: (\S+)(?: \(Possible options: (.*)\)| Did you mean (.*)\?)?$", lambda m: _unknown("valet", m)),
    (r"Missing command", lambda _: "kommandot saknas"),
    (r"Missing (?:argument|option|parameter) (.+?)\.(?: .*)?$", lambda m: f"{_bare(m[1])} saknas"),
    (r"Option (\S+) requires (?:an|\d+) argument", lambda m: f"{_bare(m[1])} behöver ett värde efter sig"),
    (r"Option (\S+) does not take a value", lambda m: f"{_bare(m[1])} tar inget värde"),
    (r"Got unexpected extra arguments?(?:\(s\))? \((.*)\)", lambda m: f"för mycket på raden: {m[1]}"),
    (_VALUE + r"Input should be a valid (?:integer|number|decimal)", lambda m: _value(m, "ska vara ett tal")),
    (_VALUE + r"Input should be greater than or equal to (\S+)", lambda m: _value(m, f"ska vara minst {m[2]}")),
    (_VALUE + r"Input should be less than or equal to (\S+)", lambda m: _value(m, f"ska vara högst {m[2]}")),
    (_VALUE + r"Input should be a valid (?:date|time)", lambda m: _value(m, "ska vara ett datum, som 2027-03-18")),
    (_VALUE + r"\S+ (.*) does not exist\.?$", lambda m: _value(m, f"{_bare(m[2])} finns inte")),
    (_VALUE + r"(?:Input should be|.* is not (?:a|one of)\b)", lambda m: _value(m, "går inte att förstå")),
    (r"Invalid value(?: for (?P<where>.{1,80}?))?: (.*)", lambda m: _value(m, m[2])),
)


def in_swedish(error: typer.TyperException) -> list[str]:
    """Return what is wrong with a command line and where help is, one line each."""
    told = str(getattr(error, "format_message", lambda: str(error))())
    said = next((say(found) for pattern, say in _SAYS if (found := re.match(pattern, told, re.DOTALL))), told)
    context = getattr(error, "ctx", None)
    return [said, f"hjälp: {context.command_path if context else 'medverkan'} --help"]


def is_help(error: typer.TyperException) -> bool:
    """Tell whether there was nothing wrong but that nothing was asked for: then help is shown."""
    return type(error).__name__ == "NoArgsIsHelpError"


def _unknown(what: str, found: re.Match[str]) -> str:
    near = next((group for group in found.groups()[1:] if group), "")
    named = " eller ".join(_bare(one) for one in re.split(r", | or ", near)) if near else ""
    return f"{what} {_bare(found[1])} finns inte" + (f"; menade du {named}?" if named else "")


def _value(found: re.Match[str], said: str) -> str:
    return f"{_bare(found['where'])}: {said}" if found["where"] else said


def _bare(name: str) -> str:
    return name.strip().replace("'", "").replace('"', "")
