"""What `doctor` tells of [trust]: whether the newest mails from one's own domains bear what a lead's reply must bear.

The name of the receiving server is easily misspelt, and then no reply of a lead would ever count.
"""

from collections.abc import Iterator, Sequence
from contextlib import closing
from datetime import UTC, datetime

from medverkan.bot.parts import Parts
from medverkan.bot.ports import Source
from medverkan.bot.settings import Settings, SettingsError
from medverkan.bot.trust import is_vouched, proven, written_by
from medverkan.mailbox.addresses import domain_of
from medverkan.mailbox.mime import parse
from medverkan.mailbox.values import Letter, MailboxError

NEWEST = 20
TRY = "Skicka ett mejl hit från en utvecklingsledare, och kör doctor igen"


def newest(parts: Parts, sources: Sequence[Source]) -> Iterator[Letter]:
    """Yield the newest mails of each folder, with who signed them; a folder that cannot be read is passed by."""
    for source in sources:
        try:
            with closing(source):
                for arrival in source.fetch(source.uids()[-NEWEST:]):
                    yield proven(parse(arrival.raw), arrival.raw, parts.settings.trust, parts.txt, datetime.now(UTC))
        except MailboxError:
            continue


def vouched(settings: Settings, letters: Sequence[Letter]) -> str:
    """Return how many of the mails from our own domains are believed. Raises SettingsError where none is."""
    own = [letter for letter in letters if settings.is_internal(domain_of(letter.sender))]
    if not own:
        return f"inget mejl från {', '.join(settings.outgoing.internal_domains)} att pröva på. {TRY}"
    believed = sum(is_vouched(letter, settings.trust) for letter in own)
    counted = f"av de nyaste mejlen från er egen domän är {believed} av {len(own)} intygade"
    if believed:
        return counted + _repeated(settings, own)
    if not any(settings.lead(letter.sender) or written_by(letter) for letter in own):
        # What a web form or a printer sends from inside may never pass the server that writes verdicts.
        return f"{counted}. {TRY}"
    raise SettingsError(f"{counted}, och inget svar skulle gälla; {_seen(settings, own)}")


def _seen(settings: Settings, own: Sequence[Letter]) -> str:
    names = list(dict.fromkeys(name for letter in own for name in written_by(letter)))
    if not names:
        return "de har inget huvud Authentication-Results. Fråga den som sköter e-postservern"
    if settings.trust.provider == "exchange":
        return 'de har intyg, men inte från Microsoft. Skriv provider = "rfc8601" och authserv_id i [trust]'
    if settings.trust.authserv_id in names:
        return f"intygen från {settings.trust.authserv_id} säger varken dmarc=pass eller dkim=pass för den domänen"
    if names == [""]:
        return 'de har Microsofts huvud. Skriv provider = "exchange" i [trust]'
    return f"intygen är från {', '.join(filter(None, names))}. Skriv namnet precis så i [trust] authserv_id"


def _repeated(settings: Settings, own: Sequence[Letter]) -> str:
    """Return a word of warning where a mail bears two verdicts in our name: a stranger may have brought one along."""
    ours = settings.trust.authserv_id.lower()
    many = sum([name.lower() for name in written_by(letter)].count(ours) > 1 for letter in own) if ours else 0
    return (
        f". Obs: {many} har fler än ett i ert namn; se efter att servern tar bort dem som kommer utifrån"
        if many
        else ""
    )
