"""What `doctor` tells of the mailbox beyond reaching it: what a first run would do, and how deletion goes."""

from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import islice

from medverkan.bot.overdue import PATIENCE
from medverkan.bot.parts import Parts
from medverkan.bot.ports import Source
from medverkan.bot.settings import SettingsError
from medverkan.mailbox.reading import read
from medverkan.mailbox.values import Kind

MOST_READ = 300
WORDS = {
    Kind.REQUEST: ("förfrågan", "förfrågningar"),
    Kind.REGISTRATION: ("anmälan", "anmälningar"),
    Kind.REPLY: ("svar", "svar"),
    Kind.AUTOMATIC: ("automatiskt mejl", "automatiska mejl"),
    Kind.BOUNCE: ("studs", "studsar"),
    Kind.UNKNOWN: ("mejl som en person får titta på", "mejl som en person får titta på"),
}


def plan(parts: Parts, source: Source) -> str:
    """Return in one line what would be done with the mails that are not taken in yet; nothing is done to them.

    Of very many the newest are read, and the line says so. Raises as the source does.
    """
    box = parts.settings.mailbox
    validity, lying = source.uidvalidity(), source.uids()
    with parts.store.reading() as books:
        known = books.mails.known_uids(source.account, box.inbox, validity, lying)
    new = [uid for uid in lying if uid not in known]
    if not new:
        return f"inga nya mejl i {box.inbox}"
    some = new[-MOST_READ:]
    kinds = Counter(read(arrival.raw).kind for arrival in islice(source.fetch(some), MOST_READ))
    told = "; ".join(_fates(parts, kinds))
    part = "" if len(some) == len(new) else f" (de {len(some)} nyaste lästa)"
    return f"{len(new)} nya mejl i {box.inbox}{part}. När tjänsten startar: {told}"


def _fates(parts: Parts, kinds: Counter[Kind]) -> Iterator[str]:
    box = parts.settings.mailbox
    for kind, (one, many) in WORDS.items():
        if count := kinds[kind]:
            saved = "raderas sedan den sparats" if count == 1 else "raderas sedan de sparats"
            registrations = saved if box.delete_registrations else f"flyttas till {box.handled}"
            fate = {Kind.REGISTRATION: registrations, Kind.UNKNOWN: f"flyttas till {box.review}"}.get(
                kind, f"flyttas till {box.handled}"
            )
            yield f"{count} {one if count == 1 else many} {fate}"


def deletions(parts: Parts, now: datetime | None = None) -> str:
    """Return how fast registrations have been deleted. Raises SettingsError where one has waited for too long."""
    with parts.store.reading() as books:
        late = books.mails.late_deletions((now or datetime.now(UTC)) - PATIENCE)
        slowest = books.receipts.slowest()
    if late:
        since = late[0].received_at.astimezone(parts.settings.zone).strftime("%Y-%m-%d kl. %H.%M")
        lie = (
            "1 anmälan ligger kvar i brevlådan,"
            if len(late) == 1
            else (f"{len(late)} anmälningar ligger kvar i brevlådan, den äldsta")
        )
        raise SettingsError(f"{lie} sedan {since}; kontrollera att medverkan run är igång och att kontot får radera")
    if slowest is None:
        return "ingen anmälan har raderats än, och ingen väntar"
    return f"ingen anmälan väntar; den som tog längst tid raderades {_spoken(slowest)} efter att den togs in"


def _spoken(time: timedelta) -> str:
    seconds = round(time.total_seconds())
    if seconds < 120:
        return "1 sekund" if seconds == 1 else f"{seconds} sekunder"
    return f"{seconds // 60} minuter" if seconds < 7200 else f"{seconds // 3600} timmar"
