"""What reads as a registration may be a wish to leave, or words from somebody who is registered already.

A wish to leave wins over any form beside it: restricting harms nobody, registering anew does. From an address that
is in the register only a filled-in form registers anybody; families share addresses, so a form still may.
"""

from medverkan.bot import register
from medverkan.bot.aside import put_aside
from medverkan.bot.post import Desk
from medverkan.bot.rights import asked as rights
from medverkan.mailbox.kinds.farewells import Leaver, leaver
from medverkan.mailbox.replies.own_words import own_words
from medverkan.mailbox.values import Form, Reading
from medverkan.storage.lifecycle import MailEvent, MemberStatus
from medverkan.storage.values import Mail, Member

# With fewer answers to labels than these, it is somebody's own words.
ANSWERS_LEAST = 3
LEAVES = (
    "Någon vill bort ur registret och har skickat ett formulär samtidigt. Ingen är anmäld. "
    "Avsändarens adress finns inte i registret, så jag har inte spärrat någon."
)
HERE_ALREADY = (
    "Avsändarens adress finns i registret ({numbers}). Mejlet är inget ifyllt formulär, så ingen ny är anmäld och "
    "inget är ändrat. Läs vad personen vill."
)


def is_no_registration(desk: Desk, mail: Mail, reading: Reading) -> bool:
    """Deal with what only looks like a registration; return whether it was."""
    letter = reading.letter
    found = desk.books.members.by_email(letter.sender) if letter.sender else []
    known = [member for member in found if member.status is not MemberStatus.LEFT]
    leaves = leaver(f"{letter.subject}\n\n{own_words(letter)}") is Leaver.WRITER
    if leaving := [one for one in known if leaves or any(_takes_back(form, one) for form in reading.forms)]:
        who = register.who_wrote(leaving, f"{letter.sender_name}\n{own_words(letter)}")
        for member in who:
            register.restrict(desk, member, by="member")
        desk.books.mails.move(mail, MailEvent.UNDERSTOOD, kind=reading.kind, disposal="review", member_id=who[0].id)
        return True
    if leaves:
        put_aside(desk, mail, reading.kind, LEAVES, urgent=True)
        rights.open_task(desk, mail, rights.ERASURE, [])
        return True
    if known and not any(map(_is_filled_in, reading.forms)):
        numbers = ", ".join(sorted(member.number for member in known))
        put_aside(desk, mail, reading.kind, HERE_ALREADY.format(numbers=numbers), urgent=True)
        return True
    return False


def _takes_back(form: Form, member: Member) -> bool:
    """Tell whether a form says no to being registered, in the name of somebody who is."""
    named = str(form.fields.get("first_name") or "").lower()
    return form.fields.get("consent_matching") is False and named == str(member.fields.get("first_name") or "").lower()


def _is_filled_in(form: Form) -> bool:
    return sum(1 for found in form.evidence.values() if found.label) >= ANSWERS_LEAST
