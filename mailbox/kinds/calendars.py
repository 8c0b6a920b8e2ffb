"""Tell an answer to a meeting invitation, which needs nothing, from an invitation, which a person must look at."""

import re

from medverkan.mailbox.values import Letter

_METHOD = re.compile(rb"^METHOD:[ \t]{0,4}([A-Z]{3,20})", re.IGNORECASE | re.MULTILINE)
_HEADER_METHOD = re.compile(r"method=\"?([a-z]{3,20})", re.IGNORECASE)
_ANSWER = re.compile(
    r"^\s*(?:inbjudan )?(?:accepterat?|accepterad|avböjt|avböjd|avvisat|avvisad|tackat nej|"
    r"preliminärt?(?: accepterat?)?|accepted|declined|"
    r"tentative|tentatively accepted|godkänd|godkänt|invitation (?:accepted|declined))\s*:",
    re.IGNORECASE,
)


def method(letter: Letter) -> str:
    """Return what the calendar part wants ("REPLY", "REQUEST", "CANCEL", …; RFC 5546), "" where there is none."""
    header = letter.header("content-type")
    if "text/calendar" in header.lower() and (match := _HEADER_METHOD.search(header[:2000])):
        return match[1].upper()
    for part in letter.parts:
        if part.content_type in {"text/calendar", "application/ics"} or part.filename.lower().endswith(".ics"):
            wanted = _METHOD.search(part.content[:8000])
            return wanted[1].decode().upper() if wanted else "PUBLISH"
    return ""


def is_answer(letter: Letter) -> bool:
    """Tell whether a mail answers a meeting invitation: yes, no or perhaps."""
    wanted = method(letter)
    return wanted == "REPLY" or (not wanted and bool(_ANSWER.match(letter.subject)))


def is_invitation(letter: Letter) -> bool:
    """Tell whether a mail carries a meeting: new, moved, cancelled, or another time proposed."""
    return method(letter) in {"REQUEST", "COUNTER", "CANCEL", "ADD"}
