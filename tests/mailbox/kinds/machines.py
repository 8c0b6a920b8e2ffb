"""What is found where no form and no reply is looked for first: certain machine mail, then likely."""

from medverkan.mailbox.classify import Verdict, certain_machine_mail, likely_machine_mail
from medverkan.mailbox.mime import plain_text
from medverkan.mailbox.values import Letter


def machine_verdict(letter: Letter) -> Verdict | None:
    text = plain_text(letter)
    return certain_machine_mail(letter, text) or likely_machine_mail(letter, text)
