"""What the leads get by mail and the chat tells of too: that something waits, in numbers, with buttons where they help.

Called where letters to leads are written, in the same transaction. Who has no chat gets nothing but the letter.
"""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from medverkan.bot import words
from medverkan.storage.values import Member, Request

if TYPE_CHECKING:
    from medverkan.bot.chat.facts import Case
    from medverkan.bot.chat.values import Said
    from medverkan.bot.post import Desk
    from medverkan.bot.settings import Lead

OF_CASES = ("lead-proposal", "lead-reserves", "lead-calls")
OF_TASKS = {"lead-day": "I dag väntar", "lead-late": "Det här har väntat länge"}
# Only the letter can tell of these, and somebody waits for the answer.
READ_IT = (
    "lead-verify-unit", "lead-participant-says", "lead-unit-says", "lead-new-registration", "lead-restricted",
    "lead-overdue", "lead-signed-out", "lead-protected", "lead-undelivered", "lead-not-contacted", "lead-sms",
    "lead-draft",
)  # fmt: skip


def tell_of(
    desk: "Desk", lead: "Lead", template: str, key: str, about: Request | Member | None, values: Mapping[str, Any]
) -> None:
    """Write the lead's chat that this letter has come, where it is one to tell of."""
    if desk.parts.settings.chat.provider == "none" or template not in (*OF_CASES, *OF_TASKS, *READ_IT):
        return
    # Imported here, since what the chat does writes letters itself.
    from medverkan.bot.chat import say, telling
    from medverkan.bot.chat.facts import case_of, newcomers

    tellers: dict[str, Callable[[Case], Said]] = {"lead-calls": telling.calls}
    if template in OF_CASES and isinstance(about, Request):
        said = tellers.get(template, telling.proposal)(case_of(desk, about))
    elif template in OF_TASKS:
        said = telling.waits([str(line["task"].kind) for line in values.get("tasks", [])], OF_TASKS[template])
    elif template == "lead-new-registration" and isinstance(about, Member) and (new := newcomers(desk, about.id)):
        said = telling.newcomer(new[0])
    else:
        number = about.number if isinstance(about, Request) else ""
        said = telling.see_mail(number, words.LETTER[template].capitalize())
    say.say(desk, lead, said, f"notice {template} {key} {desk.mail_id}", kind=template)
