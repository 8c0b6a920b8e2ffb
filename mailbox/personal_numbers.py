"""Swedish personal identity numbers (personnummer, samordningsnummer), so that none goes on (dataskyddslagen 3:10).

Known by a date that can be, and the check digit (Luhn, folkbokföringslagen 18 §).
"""

import re

_NUMBER = re.compile(
    r"(?<![\d+-])((?:19|20)?(\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01]|6[1-9]|[78]\d|9[01])))"
    r"([-+]| ?)(\d{4})(?![\d-])"
)
_MOBILE = re.compile(r"07[02369]")


def masked(text: str) -> str:
    """Return the text with the last four digits of each personal identity number as XXXX. Total."""
    return _NUMBER.sub(_mask, text)


def _mask(found: re.Match[str]) -> str:
    day, short, mark, last = found.groups()
    # Ten digits in a row that begin as a mobile number are one.
    is_phone = day == short and mark in ("", " ") and _MOBILE.match(short)
    if is_phone or not _is_checked(short + last):
        return found[0]
    return f"{day}{mark}XXXX"


def _is_checked(digits: str) -> bool:
    doubled = (int(digit) * (2 - place % 2) for place, digit in enumerate(digits))
    return sum(number // 10 + number % 10 for number in doubled) % 10 == 0
