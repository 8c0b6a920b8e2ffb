"""Where nobody in the register fits: a finished letter to organisations, for the lead to send on.

It is of the unit's own words and names nobody of the register. The bot writes to no organisation itself: who asks whom
is the lead's choice.
"""

from medverkan.bot.fees.estimates import estimate_of, for_unit
from medverkan.bot.organisations.local import local_organisations
from medverkan.bot.organisations.suggest import organisations_of
from medverkan.bot.post import Desk
from medverkan.bot.understood import understood
from medverkan.mailbox.values import Kind
from medverkan.storage.values import Request

TOLD = (
    "title", "activity", "description", "purpose", "expectations", "perspectives", "experience", "people_wanted",
    "when_text", "date_start", "date_end", "time_start", "time_end", "minutes_per_occasion", "occasions", "place",
    "format", "accessibility", "personal_support", "reply_by",
)  # fmt: skip


def organisations_to_ask(desk: Desk, request: Request) -> tuple[str, ...]:
    """Return those to suggest for a case, the region's own with how they are reached."""
    return organisations_of(request.fields, desk.parts.words, local_organisations(desk.parts.settings))


def write_to_organisations(desk: Desk, request: Request) -> None:
    """Give the leads the letter, once for each case."""
    lead = next(iter(desk.leads), None)
    told = {key: value for key, value in request.fields.items() if key in TOLD}
    desk.note_to_leads(
        "lead-organisations",
        f"organisations:{request.id}",
        request_id=request.id,
        request=request,
        organisations=organisations_to_ask(desk, request),
        understood=understood(Kind.REQUEST, told),
        fee=for_unit(estimate_of(request.fields, desk.parts.settings.fees.rules())),
        writer=lead,
        mailbox=desk.parts.settings.address,
    )
