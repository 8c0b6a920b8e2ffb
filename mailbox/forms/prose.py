"""Read a letter without a form: requests and registrations in prose."""

from datetime import datetime

from medverkan.mailbox.forms.segments import Segment
from medverkan.mailbox.values import Form


def prose_form(segment: Segment, subject: str, when: datetime | None) -> Form | None:
    """Return what a letter in prose says, None where it is neither a request nor a registration."""
    return None
