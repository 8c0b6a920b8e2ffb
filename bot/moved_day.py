"""A lead puts in the day that an assignment was moved to, once it is settled with those who are coming.

Everything that is counted from the day follows: reminders ask for it when they are due, calendars are kept in step.
"""

from datetime import date

from medverkan.bot.post import Desk
from medverkan.bot.reminding.planned import plan_new_day
from medverkan.bot.settings import SettingsError
from medverkan.mailbox.forms.values.dates import read_when
from medverkan.storage.lifecycle import RequestState
from medverkan.storage.values import Request

MOVABLE = (RequestState.CALLING, RequestState.DELIVERED)
_HOW = 'skriv dagen så här: "25 mars 2027 kl. 13-15"'


def move_day(desk: Desk, request: Request, text: str) -> Request:
    """Put in when an assignment is, as a lead wrote it; return the case. What is not written of the clock stays.

    Raises SettingsError where the words name no one day, one that has been, or the case is not on its way.
    """
    books = desk.books
    today = desk.now.astimezone(desk.parts.settings.zone).date()
    if request.state not in MOVABLE:
        raise SettingsError(f"dagen i {request.number} kan bara flyttas när någon ska ringas eller är lämnad")
    found = read_when(text, today)
    if found.start is None or not found.exact or found.mismatches or found.impossible or found.unclear:
        raise SettingsError(f"jag förstod inte vilken dag det blir; {_HOW}")
    if found.start <= today:
        raise SettingsError(f"{found.start} har redan varit; {_HOW}")
    fields = dict(request.fields) | {"when_text": "", "date_start": str(found.start), "date_end": _end(found.end)}
    if found.time_start:
        fields |= {"time_start": found.time_start, "time_end": found.time_end}
    if found.occasions:
        fields["occasions"] = found.occasions
    request = books.requests.edit(request, fields, request.missing, request.questions, request.remarks)
    plan_new_day(desk, request)
    return request


def _end(end: date | None) -> str:
    return str(end) if end else ""
