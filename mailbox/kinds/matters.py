"""What in a mail cannot wait for anything else in it, and why there was nothing to read in one."""

from medverkan.mailbox.classify import is_bulk, is_forward, is_reply
from medverkan.mailbox.kinds.farewells import Leaver, leaver
from medverkan.mailbox.kinds.records import asks_for_records, may_ask
from medverkan.mailbox.mime import plain_text
from medverkan.mailbox.replies.own_words import own_words
from medverkan.mailbox.values import Letter, Matter

RECORDS = "Någon begär att få ta del av allmänna handlingar. Det ska prövas skyndsamt. Jag svarar inte på brevet."
LEAVES = "Avsändaren vill inte längre vara med i Intressebanken."
SOMEBODY_LEAVES = "Avsändaren skriver att någon annan ska tas bort ur Intressebanken, kanske för att personen har dött."
MAY_LEAVE = "Avsändaren vill kanske inte längre vara med i Intressebanken."
INVITED = "Brevet är en kalenderinbjudan, eller ändrar ett möte. Jag svarar inte på sådana."
EMPTY = "Brevet är tomt."
ONLY_PICTURE = "I brevet finns bara en bild, och ingen text som går att läsa."
_MAX_ODD_WORDS = 200


def urgent(
    letter: Letter, attached: str = "", *, has_form: bool, by_machine: bool, beside: str = ""
) -> tuple[Matter, str] | None:
    """Return what in a mail cannot wait, with the reason for the lead; `attached` is the text of its documents.

    Only what the writer wrote themselves counts, or what they pass on. A form speaks of documents and of who does not
    want to take part: beside one, only an unmistakable request for public documents is taken for one, and only what
    they write around their registration (`beside`) for a wish to leave; that wish wins over the registration.
    """
    if is_bulk(letter):
        return None
    if beside and leaver(beside) is Leaver.WRITER:
        return Matter.FAREWELL, LEAVES
    if has_form and not may_ask(f"{letter.subject}\n{plain_text(letter)}"):
        return None
    words = writers_words(letter)
    if asks_for_records(f"{words}\n\n{attached}", strictly=has_form or by_machine):
        return Matter.RECORDS, RECORDS
    if has_form:
        return None
    who = leaver(words)
    if who is None:
        return None
    if who is Leaver.WRITER and not is_forward(letter):
        return Matter.FAREWELL, LEAVES
    return Matter.FAREWELL, SOMEBODY_LEAVES


def writers_words(letter: Letter) -> str:
    """Return the subject and what the writer wrote; with a forward, also what is passed on."""
    words = plain_text(letter) if is_forward(letter) else own_words(letter)
    return f"{letter.subject}\n\n{words}"


def nothing_said(letter: Letter) -> str:
    """Return why there is nothing to read in a mail, "" where something is said or attached."""
    if is_reply(letter) or is_forward(letter):
        return ""
    text = plain_text(letter).strip()
    if text and (len(text) > _MAX_ODD_WORDS or own_words(letter)):
        return ""
    kept = [part for part in letter.parts if not part.inline and part.content.strip()]
    if not kept:
        return EMPTY
    return ONLY_PICTURE if all(part.content_type.startswith("image/") for part in kept) else ""
