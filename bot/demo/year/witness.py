"""Looks at every letter and SMS at the moment it leaves, and tells what may never be: product.md's ten, from outside.

It knows the people as they are, and asks the register only for what was consented to at that very moment.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import timedelta

from medverkan.bot.demo.world import EXTERNAL, MAILBOX
from medverkan.bot.demo.year import calendar, reading
from medverkan.bot.demo.year.cast import INTERNAL, Assignment, Resident
from medverkan.bot.demo.year.town import Sent, Town
from medverkan.bot.demo.year.truth import Truth
from medverkan.mailbox.addresses import domain_of

MOST_A_DAY = {"lead": 60, "unit": 6, "participant": 4}
LONGEST_SMS = 160
_NUMBER = re.compile(r"\d[\d -]{5,}\d")


@dataclass
class Canaries:
    """What of the residents may stand in no subject, SMS, chat or log, in small letters."""

    words: dict[str, str]  # canary → whose, or what
    first_names: frozenset[str]

    @classmethod
    def of(cls, residents: Iterable[Resident]) -> "Canaries":
        """Return the canaries of those people: last names, addresses, numbers and illnesses."""
        found: dict[str, str] = {}
        firsts = set()
        for who in residents:
            found[who.last.lower()] = "ett efternamn"
            firsts.add(who.first.lower())
            digits = "".join(one for one in who.phone if one.isdigit())
            found |= {digits: "ett nummer", digits[1:]: "ett nummer", who.phone: "ett nummer"}
            if who.email:
                found[who.email] = "en adress"
            found |= dict.fromkeys(who.topic.canaries, "en sjukdom eller ett stöd")
        return cls(found, frozenset(firsts))

    def inside(self, text: str) -> str:
        """Return what kind of canary stands in a text, "" for none."""
        low = text.lower()
        return next((what for canary, what in self.words.items() if canary in low), "")


@dataclass
class Witness:
    """What was seen to leave, and what of it never may."""

    town: Town
    truth: Truth
    residents: Sequence[Resident]
    assignments: Sequence[Assignment]
    leads: frozenset[str]
    canaries: Canaries
    broken: list[str] = field(default_factory=list)
    ids: Counter[tuple[str, str]] = field(default_factory=Counter)
    a_day: Counter[tuple[str, str]] = field(default_factory=Counter)
    said: Counter[tuple[str | None, ...]] = field(default_factory=Counter)
    details: Counter[tuple[str, str]] = field(default_factory=Counter)

    def see(self, sent: Sent) -> None:
        """Look at one that leaves now."""
        if sent.channel == "chat":
            self._neutral(sent, "i chatten")
            return
        if sent.channel == "sms":
            self._sms(sent)
        else:
            self._mail(sent)
        audience = self._audience(sent)
        day = sent.at.astimezone(calendar.ZONE).date().isoformat()
        self.a_day[sent.to, day] += 1
        if self.a_day[sent.to, day] == MOST_A_DAY[audience] + 1:
            self._tell(sent, f"fler än {MOST_A_DAY[audience]} på en dag till samma mottagare")
        if audience == "participant":
            self._to_participant(sent)
        if audience != "lead":
            # Two cases may have the same to say to one phone, and two people one phone.
            said = (sent.to, sent.kind, day, sent.text, sent.request_id, sent.member_id)
            self.said[said] += 1
            if self.said[said] > 1:
                self._tell(sent, "samma ord två gånger på en dag")

    def _audience(self, sent: Sent) -> str:
        if sent.to in self.leads:
            return "lead"
        units = {one.email for one in self.assignments} | {one.other_address for one in self.assignments}
        return "unit" if sent.to in units else "participant"

    def _mail(self, sent: Sent) -> None:
        internal = domain_of(sent.to) == INTERNAL
        if sent.by != (MAILBOX if internal else EXTERNAL):
            self._tell(sent, f"gick från {sent.by} till {'den egna' if internal else 'en främmande'} domänen")
        self.ids[sent.letter.message_id, sent.to] += 1
        if self.ids[sent.letter.message_id, sent.to] > 1:
            self._tell(sent, "samma brev gick två gånger")
        if what := self.canaries.inside(sent.letter.subject):
            self._tell(sent, f"{what} i ämnesraden")
        if sent.to not in self.leads:
            self._details(sent)

    def _sms(self, sent: Sent) -> None:
        mine = [who for who in self.residents if _e164(who.phone) == sent.to]
        if not any(who.by_sms for who in mine):
            self._tell(sent, "ett sms till ett nummer där ingen har sagt ja till sms")
        self._neutral(sent, "i ett sms")
        if len(sent.text) > LONGEST_SMS:
            self._tell(sent, "ett sms som är längre än en del")

    def _neutral(self, sent: Sent, where: str) -> None:
        names = set(re.findall(r"\w+", sent.text.lower())) & self.canaries.first_names
        if what := self.canaries.inside(sent.text) or ("ett förnamn" if names else ""):
            self._tell(sent, f"{what} {where}")

    def _details(self, sent: Sent) -> None:
        """See that whoever is named in a letter to somebody else may be, at this moment."""
        low = sent.text.lower()
        numbers = {"".join(one for one in found if one.isdigit()) for found in _NUMBER.findall(low)}
        for who in self.residents:
            digits = "".join(one for one in who.phone if one.isdigit())
            if who.last.lower() not in low and (not who.email or who.email not in low) and digits not in numbers:
                continue
            if who.email == sent.to:
                continue
            self._may_have(sent, who, digits in numbers)

    def _may_have(self, sent: Sent, who: Resident, numbered: bool) -> None:
        case = reading.case_of(sent)
        shared = [one.last for one in self.residents if one.phone == who.phone and one is not who]
        if numbered and who.last.lower() not in sent.text.lower() and shared:
            return
        with self.town.parts.store.reading() as books:
            request = books.requests.get(case)
            member = next((one for one in books.members.all() if one.name == who.name), None)
            live = member and request and books.consents.live(member.id, "release", request.id)
        if not live or (case, who.name) not in self.truth.said_yes:
            self._tell(sent, f"uppgifter om en person utan dess ja till utlämnande ({case})")
        one = next((one for one in self.assignments if one.number == self.truth.unit_of.get(case)), None)
        verified = case in self.truth.verified
        if one is None or sent.to not in ({one.email, one.other_address} if verified else {one.email}):
            self._tell(sent, f"uppgifter till någon annan än verksamheten i {case}")
        elif not verified and (not one.vouched or one.other_address):
            self._tell(sent, f"uppgifter till en adress som ingen gått i god för i {case}")
        if sent.kind == "unit-delivery":
            self.details[case, who.name] += 1
            if self.details[case, who.name] > 1:
                self._tell(sent, f"samma person lämnades ut två gånger i {case}")

    def _to_participant(self, sent: Sent) -> None:
        if not calendar.may_be_written_to(sent.at):
            self._tell(sent, "till en deltagare utanför vardagar 08.00–16.30")
        if self.truth.ended and sent.request_id:
            with self.town.parts.store.reading() as books:
                request = books.requests.get(sent.request_id)
            # That it comes to nothing is the one thing to be told of what was called off.
            if request and request.number in self.truth.ended and sent.kind != "participant-day":
                self._tell(sent, f"till en deltagare om {request.number}, som är återkallat")
        for who in self.residents:
            if (
                sent.to in (who.email, _e164(who.phone))
                and who.left_at
                and sent.at > who.left_at + timedelta(minutes=1)
            ):
                self._tell(sent, "till någon som har lämnat Intressebanken")

    def _tell(self, sent: Sent, what: str) -> None:
        self.broken.append(f"{sent.at:%Y-%m-%d %H:%M} {sent.kind or sent.channel} till {sent.to}: {what}")


def _e164(phone: str) -> str:
    return "+46" + "".join(one for one in phone if one.isdigit()).removeprefix("0")
