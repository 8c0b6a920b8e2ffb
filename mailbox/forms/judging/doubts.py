"""The questions that a date raises, in the words that a unit reads."""

import re

from medverkan.mailbox.forms.values.dates import When


def when_questions(found: When, label: str = "") -> list[str]:
    """Return what must be asked about a date: a weekday that is not that date, a date that has passed."""
    before = f"{label}: " if label else ""
    asked = [
        f"{before}”{written}” stämmer inte: {_what(written)} och datum passar inte ihop. Vilket datum gäller?"
        for written in found.mismatches
    ]
    asked += [f"{before}datumet ”{written}” finns inte. Vilket datum gäller?" for written in found.impossible]
    asked += [
        f"{before}”{written}”: sista datum ligger före första datum. Vilka datum gäller?" for written in found.backwards
    ]
    asked += [f"{before}”{written}” kan vara två olika dagar. Vilket datum gäller?" for written in found.unclear]
    asked += [
        f"{before}”{written}” har nyss varit. Är det {day.isoformat()} som menas?" for written, day in found.next_year
    ]
    if found.no_clock:
        asked.append(f"{before}klockslaget ”{found.no_clock}” finns inte. Vilken tid gäller?")
    if found.past:
        asked.append(f"{before}datumet {found.past[0].isoformat()} har redan passerat. Vilket datum gäller?")
    return asked


def _what(written: str) -> str:
    return "vecka" if re.search(r"\b(?:v|vecka|veckan)\.?\s?\d", written, re.IGNORECASE) else "veckodag"
