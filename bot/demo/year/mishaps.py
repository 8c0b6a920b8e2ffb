"""What goes wrong in the year: servers away, the service stopped, mail that bounces or never comes, sick leads."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from medverkan.bot.demo import mails
from medverkan.bot.demo.year import calendar
from medverkan.bot.demo.year.calendar import Absence, local
from medverkan.bot.demo.year.cast import Assignment
from medverkan.bot.demo.year.dice import Dice
from medverkan.bot.demo.year.folk import Folk
from medverkan.bot.demo.year.town import Sent, Town

# From Wednesday evening before Ascension until Monday.
STOPPED = ((local(date(2026, 5, 13), 19, 5), local(date(2026, 5, 18), 9, 20)),)
IMAP_AWAY = (
    (local(date(2026, 3, 10), 7), local(date(2026, 3, 10), 14)),
    (local(date(2026, 10, 25), 1), local(date(2026, 10, 25), 5)),
)
SMTP_AWAY = ((local(date(2026, 3, 29), 0, 30), local(date(2026, 3, 30), 10, 15)),)
SMS_AWAY = ((local(date(2026, 9, 14), 6), local(date(2026, 9, 17), 9)),)
FIRST_LEAD = (
    Absence(date(2026, 2, 16), date(2026, 3, 1), "utvecklingsledaren var sjuk i två veckor"),
    Absence(date(2026, 7, 6), date(2026, 7, 26), "utvecklingsledaren hade semester"),
    Absence(date(2026, 12, 21), date(2027, 1, 6), "jul- och nyårsledighet"),
)
STAND_IN = (
    Absence(date(2026, 2, 14), date(2026, 2, 24), "ersättaren var inte heller där"),
    Absence(date(2026, 7, 27), date(2026, 8, 16), "ersättaren hade semester"),
    Absence(date(2026, 12, 19), date(2027, 1, 3), "jul- och nyårsledighet"),
)


@dataclass
class Mishaps:
    """Looks at every letter that leaves, and decides what becomes of it on its way."""

    town: Town
    folk: Folk
    dice: Dice
    assignments: list[Assignment]
    readers: list[Callable[[Sent], None]]
    lost: list[Sent] = field(default_factory=list)
    forged: int = 0

    def carry(self, sent: Sent) -> None:
        """Hand a letter to its reader – or let it bounce, get lost, or meet a mailbox on holiday."""
        mine = [one for one in self.assignments if one.email == sent.to]
        if any(one.trait == "bounces" for one in mine) and sent.kind == "unit-delivery":
            self._once(mine, "bounces")
            self.town.at(sent.at + timedelta(minutes=3), lambda: self._bounce(sent))
            return
        if any(one.trait == "lost-letter" for one in mine) and sent.kind == "unit-feedback":
            self._once(mine, "lost-letter")
            self.lost.append(sent)
            return
        chance = self.dice.on("mishap", sent.kind, sent.to, sent.letter.subject.partition(" [")[0], sent.at)
        if sent.kind in ("lead-proposal", "lead-calls") and chance.random() < 0.06:
            self.forged += 1
            number = self.forged
            self.town.at(sent.at + timedelta(minutes=2), lambda: self.folk.forge(sent, number))
        if chance.random() < 0.03 and sent.channel == "mail":
            self.town.at(sent.at + timedelta(seconds=40), lambda: self.folk.away_note(sent))
        for read in self.readers:
            read(sent)

    def _once(self, mine: list[Assignment], trait: str) -> None:
        for one in mine:
            if one.trait == trait:
                one.trait = f"{trait}-once"

    def _bounce(self, sent: Sent) -> None:
        now = self.town.clock.now.astimezone(calendar.ZONE)
        head = mails.mail(("Mail Delivery System", "postmaster@region.example"), "Undelivered Mail Returned to Sender",
                          now, self.town.number())  # fmt: skip
        head["Auto-Submitted"] = "auto-replied"
        head["MIME-Version"] = "1.0"
        head["Content-Type"] = 'multipart/report; report-type=delivery-status; boundary="del"'
        body = (
            f"--del\nContent-Type: text/plain\n\n<{sent.to}>: 550 5.1.1 User unknown\n--del\n"
            f"Content-Type: message/delivery-status\n\nReporting-MTA: dns; mail.region.example\n\n"
            f"Final-Recipient: rfc822; {sent.to}\nAction: failed\nStatus: 5.1.1\n\n--del\n"
            f"Content-Type: text/rfc822-headers\n\nMessage-ID: {sent.letter.message_id}\nSubject: x\n\n--del--\n"
        )
        raw = head.as_bytes().partition(b"\r\n\r\n")[0] + b"\r\n\r\n" + body.replace("\n", "\r\n").encode()
        self.town.deliver(raw, "bounce", submitted_by="region.example")


def holds(outages: tuple[tuple[datetime, datetime], ...], now: datetime) -> bool:
    """Tell whether a moment lies in one of those times."""
    return any(start <= now < end for start, end in outages)
