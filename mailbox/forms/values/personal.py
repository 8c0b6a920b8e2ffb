"""Part a box that asks for several personal things at once: "Namn och födelseår: Kim Ek, 1961"."""

import re
from collections.abc import Iterable, Mapping

from medverkan.mailbox.forms.values.phones import candidates
from medverkan.mailbox.forms.values.written import email_in

_BORN = re.compile(
    r"(?:\b(?:f\.?|född(?:\s+(?:år|den))?)\s*)?(?<![\d-])((?:19|20)\d\d(?:-?\d\d-?\d\d(?:-?\d{4})?)?|\d{6}-\d{4})(?![\d-])",
    re.I,
)
_LEFT = re.compile(r"(?:f|född|år|tel|tfn|telefon|mobil|mail|mejl|e-?post|adress|kommun|namn)?[.:]?", re.I)
_DIGIT = re.compile(r"\d")
_SIGN = re.compile(r"[,;\n|]|\s/\s|\t")


def parted(value: str, keys: Iterable[str]) -> Mapping[str, str]:
    """Return what a box says of each key it asks for, as written; what cannot be told apart is left out."""
    asked, found, rest = set(keys), {}, value[:400]
    if "email" in asked and (address := email_in(rest)):
        found["email"] = address
        rest = re.sub(re.escape(address), ",", rest, flags=re.I)
    if "phone" in asked and (numbers := candidates(rest)):
        found["phone"] = numbers[0]
        rest = rest.replace(numbers[0], ",")
    if "birth_year" in asked and (born := _BORN.search(rest)):
        found["birth_year"] = born[1]
        rest = f"{rest[: born.start()]},{rest[born.end() :]}"
    parts = [part for one in _SIGN.split(rest) if (part := one.strip(" .")) and not _LEFT.fullmatch(part)]
    if "_name" in asked and parts:
        found["_name"] = parts.pop(0)
    placed = bool(asked & {"postal_address", "_postcode"})
    if "municipality" in asked and parts and (not placed or (len(parts) > 1 and not _DIGIT.search(parts[-1]))):
        found["municipality"] = parts.pop() if placed else parts.pop(0)
    if placed and parts:
        found["postal_address"] = ", ".join(parts)
    return found
