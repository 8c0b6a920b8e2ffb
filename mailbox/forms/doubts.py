"""The questions that a date raises, in the words that a unit reads."""

from medverkan.mailbox.forms.dates import When


def when_questions(found: When, label: str = "") -> list[str]:
    """Return what must be asked about a date: a weekday that is not that date, a date that has passed."""
    before = f"{label}: " if label else ""
    asked = [
        f"{before}”{written}” stämmer inte: veckodag och datum passar inte ihop. Vilket datum gäller?"
        for written in found.mismatches
    ]
    asked += [f"{before}datumet ”{written}” finns inte. Vilket datum gäller?" for written in found.impossible]
    if found.past:
        asked.append(f"{before}datumet {found.past[0].isoformat()} har redan passerat. Vilket datum gäller?")
    return asked
