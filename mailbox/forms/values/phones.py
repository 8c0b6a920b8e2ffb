"""Phone numbers to E.164, with libphonenumber; Swedish short and service numbers are no person's number.

Of several numbers the one that is asked for ("helst") or the person's own comes before that of a home, and both before
a switchboard's; a fax is none.
"""

import re
from dataclasses import dataclass
from functools import cache

MAX_TEXT = 20_000
_CANDIDATE = re.compile(r"(?<![\w@.])(?:\+|[oO](?=\d))?\(?\d(?:[ ().\-–‑\xa0]{0,3}/?[ ().\-–‑\xa0]{0,3}\d){5,16}(?!\d)")
_PARTS = re.compile(r"\s+/\s+|\s*[,;\n]\s*|\s+(?:eller|och|or|alt\.?|samt)\s+")
_ASKED_FOR = re.compile(r"\b(?:helst|säkrast|bäst|i första hand|direkt\w*|direct|eget|egen)\b", re.I)
_HOME = re.compile(r"\b(?:hem|hemma|bostad|annars|i andra hand|alternativt|reserv)\b", re.I)
_SWITCHBOARD = re.compile(
    r"\b(?:växel\w*|reception\w*|expedition\w*|kansli\w*|kundtjänst|jour\w*|central\w*|switchboard|kontaktcenter|"
    r"avdelningen)\b",
    re.I,
)
_FAX = re.compile(r"\bfax\b", re.I)
_DIALLED = re.compile(r"\+\d|00\d|0\d|46\d{8,9}$|7[02369]\d{7}$")
# The library says the same of these; it takes long to load.
_SWEDISH_MOBILE = re.compile(r"(?:0|\+46|0046)(7[02369][0-9]{7})$")
_NATIONAL = re.compile(r"(?:\+46|0)([1-9][0-9]+)$")
# A spreadsheet drops the first zero; eight figures in a row may be a day instead.
_WITHOUT_ZERO = re.compile(r"(?!(?:19|20)\d\d[01]\d[0-3]\d$)[1-9]\d{7,8}$")


@dataclass(frozen=True, slots=True)
class _Number:
    e164: str
    rank: int
    mobile: bool


def e164(text: str, *, mobile_first: bool = False) -> str:
    """Return the best valid number in a text, "" where there is none. `mobile_first`: a mobile before a landline."""
    found = _numbers(text[:MAX_TEXT])
    best = sorted(found, key=lambda n: (n.rank, mobile_first and n.rank < 3 and not n.mobile))
    if mobile_first and best and best[0].rank > 0:
        best = sorted(found, key=lambda n: (n.rank >= 3, not n.mobile, n.rank))
    return best[0].e164 if best else ""


def is_mobile(number: str) -> bool:
    """Tell whether a number in E.164 can take an SMS: a Swedish mobile, or any foreign one."""
    return bool(re.match(r"\+467[02369]\d{7}$", number)) or not number.startswith("+46")


def candidates(text: str) -> list[str]:
    """Return what looks like phone numbers, as written; dates and personnummer may be among them."""
    return [found[0].strip() for found in _CANDIDATE.finditer(text[:MAX_TEXT])]


def _numbers(text: str) -> list[_Number]:
    found: list[_Number] = []
    for part in _PARTS.split(text)[:40]:
        spans = list(_CANDIDATE.finditer(part))
        for at, candidate in enumerate(spans):
            before = part[spans[at - 1].end() if at else 0 : candidate.start()]
            behind = part[candidate.end() : spans[at + 1].start() if at + 1 < len(spans) else len(part)]
            if at:
                before = re.sub(r"^\s*\([^()]*\)", "", before)
            if at + 1 < len(spans):
                behind = (re.match(r"\s*\([^()]*\)", behind) or re.match("", behind))[0]  # type: ignore[index]
            rank = _rank(f"{before} {behind}")
            # "0480/841 47" is one number, "0846500431/0701740631" are two.
            halves = candidate[0].split("/") if "/" in candidate[0] else ()
            for written in (candidate[0], *halves):
                number = _valid(written) if rank is not None else ""
                if number and rank is not None:
                    found.append(_Number(number, rank, is_mobile(number)))
    return found


def _rank(around: str) -> int | None:
    if _FAX.search(around):
        return None
    if _SWITCHBOARD.search(around):
        return 3
    if _ASKED_FOR.search(around):
        return 0
    return 2 if _HOME.search(around) else 1


@cache
def _swedish_landline() -> re.Pattern[str]:
    """Return the library's own pattern for what follows +46; all else that it does to say the same takes ten times."""
    from phonenumbers import PhoneMetadata

    sweden = PhoneMetadata.metadata_for_region("SE")
    pattern = sweden.fixed_line.national_number_pattern if sweden and sweden.fixed_line else None
    return re.compile(pattern or r"(?!)")


def _valid(written: str) -> str:
    digits = re.sub(r"[^\d+]", "", re.sub(r"^[oO]", "0", written).replace("(0)", ""))
    if not _DIALLED.match(digits) and not _WITHOUT_ZERO.match(written.strip()):
        return ""
    if re.fullmatch(r"46\d{8,9}", digits):
        digits = "+" + digits
    if mobile := _SWEDISH_MOBILE.match(digits):
        return f"+46{mobile[1]}"
    if (national := _NATIONAL.match(digits)) and _swedish_landline().fullmatch(national[1]):
        return f"+46{national[1]}"
    import phonenumbers

    try:
        number = phonenumbers.parse(digits, "SE")
    except phonenumbers.NumberParseException:
        return ""
    kind = phonenumbers.number_type(number)
    types = phonenumbers.PhoneNumberType
    # A number that is not valid is of no known type.
    if kind in (types.UNKNOWN, types.PREMIUM_RATE, types.SHARED_COST):
        return ""
    return str(phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164))
