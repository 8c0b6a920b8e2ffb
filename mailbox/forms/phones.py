"""Phone numbers to E.164, with libphonenumber; Swedish short and service numbers are no person's number."""

import re

MAX_TEXT = 20_000
_CANDIDATE = re.compile(r"\+?\(?\d[\d ()/.\-–]{3,24}\d")


def e164(text: str) -> str:
    """Return the first valid number in a text, "" where there is none."""
    for candidate in candidates(text):
        # "0480/841 47" is one number, "08-465 004 31 / 070-174 06 31" are two.
        for written in (candidate, *candidate.split("/")):
            if number := _valid(written):
                return number
    return ""


def candidates(text: str) -> list[str]:
    """Return what looks like phone numbers, as written; dates and personnummer may be among them."""
    return [found.strip() for found in _CANDIDATE.findall(text[:MAX_TEXT])]


def _valid(written: str) -> str:
    import phonenumbers

    digits = re.sub(r"[^\d+]", "", written.replace("(0)", ""))
    if re.fullmatch(r"46\d{8,9}", digits):
        digits = "+" + digits
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
