"""A small town with two open cases and two leads, for mails that claim a lead's power without having it.

The receiving server here takes nothing away from what comes in: the worst that a mail system may be. `mail` builds a
whole answer in the lead's thread, as a mail program would; a forgery changes one thing about it.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from medverkan.bot.demo import cast, mails
from medverkan.bot.demo.journey import Journey
from medverkan.bot.demo.world import USER, world
from medverkan.bot.settings import Lead, Trust
from medverkan.bot.tokens import Purpose, sign
from medverkan.mailbox.mime import plain_text
from medverkan.mailbox.values import Letter
from medverkan.storage.values import Request
from tests.bot.town import RESIDENTS, START, resident
from tests.mailbox.signing import record

KARIN, OVE = cast.LEAD[1], "ove.exempel@region.example"
EVIL = "y@evil.test"
MX = "mx.region.example"
RESULTS = "Authentication-Results"
FAIL = f"{RESULTS}: {MX}; dmarc=fail header.from=region.example"
PASS = f"{RESULTS}: {MX}; dmarc=pass header.from=region.example"
EVIL_PASS = f"{RESULTS}: {MX}; dmarc=pass header.from=evil.test"
OTHER_UNIT = ("Ulf Exempel", "ulf.exempel@region.example")
RFC8601 = Trust(authserv_id=MX)
EXCHANGE = Trust(provider="exchange")
SIGNATURES = Trust(dkim_domains=("region.example",))


@dataclass
class Scene:
    """What an attacker may have got hold of: our letters, and tokens of every kind."""

    play: Journey
    proposal: Letter  # to Karin, the newest list of the first case
    older: Letter  # to Karin, the list before it
    oves: Letter  # the newest list, as Ove got it
    other: Letter  # to Karin, about another case
    receipt: Letter  # to the unit
    serial: int = 1000

    @property
    def case(self) -> Request:
        """The first case."""
        return self.play.case(dict(cast.HOME_CARE_FORM)["Verksamhet/enhet"])

    def token(self, purpose: Purpose, *, to: str = KARIN, days_ago: int = 0, version: int = 2) -> str:
        """Return a true token of ours for the first case."""
        clock = self.play.world.clock
        clock.forward(days=-days_ago)
        made = sign(self.play.world.parts.store.vault, self.case.number, purpose, version, to=to, now=clock())
        clock.forward(days=days_ago)
        return made

    def first_token(self) -> str:
        """Return a token as the first letters carried them."""
        plain = f"{self.case.number.lower()}.p2"
        return f"{plain}.{self.play.world.parts.store.vault.sign(f'{plain}|lead')}"

    def mail(
        self,
        words: str = "JA 1 2",
        *,
        top: str = FAIL,
        sender: str | None = f"Karin Exempel <{KARIN}>",
        letter: Letter | None = None,
        token: str | None = None,
        more: str = "",
        quote: bool = True,
        kind: str = "text/plain; charset=utf-8",
        body: str = "",
    ) -> bytes:
        """Return an answer with `top` above all headers and `more` below them; `token` stands for the thread's."""
        letter = letter or self.proposal
        self.serial += 1
        subject, thread = f"SV: {letter.subject}", letter.message_id
        quoted = "\r\n".join(f"> {line}" for line in plain_text(letter).splitlines())
        if token is not None:
            subject, thread, quoted = f"SV: förslag [{token}]", f"<{token}.abcdef@region.example>", f"> {token}"
        lines = [top] if top else []
        lines += [f"From: {sender}"] if sender is not None else []
        lines += ["To: invanarmedverkan@region.example", f"Subject: {subject}"]
        lines += [
            f"Date: {self.play.at:%a, %d %b %Y %H:%M:%S +0100}",
            f"Message-ID: <svar-{self.serial}@region.example>",
        ]
        lines += [f"In-Reply-To: {thread}", f"References: {thread}"] if thread else []
        lines += ["MIME-Version: 1.0", f"Content-Type: {kind}", "Content-Transfer-Encoding: 8bit"]
        lines += [more] if more else []
        wrote = f"\r\n\r\nDen 2027-02-01 kl. 09:12 skrev Invånarmedverkan:\r\n{quoted}\r\n" if quote else "\r\n"
        return "\r\n".join([*lines, "", body or f"{words}{wrote}"]).encode()

    def receive(self, raw: bytes, trust: Trust = RFC8601) -> None:
        """Let the mail arrive, and everything happen that it makes happen, also what waits."""
        where = self.play.world
        where.parts = replace(where.parts, settings=where.parts.settings.model_copy(update={"trust": trust}))
        where.imap.append(USER, "INBOX", raw)
        where.step()

    def snapshot(self) -> dict[str, Any]:
        """Return everything that a decision could change, and everything that has left for others than the leads."""
        store = self.play.world.parts.store
        with store.reading() as books:
            members = [(one.id, one.status, one.version) for one in books.members.all()]
            requests = [
                (one.id, one.state, one.version, one.release_to, one.paused, dict(one.fields))
                for one in books.requests.in_state()
            ]
            invitations = [
                (i.id, i.state, i.version) for one in books.requests.in_state() for i in books.invitations.of(one)
            ]
            proposals = [(one.number, len(books.proposals.of(one))) for one in books.requests.in_state()]
            consents = {one.id: sorted(books.consents.live_kinds().get(one.id, ())) for one in books.members.all()}
            # A letter that did not arrive, and a mail to look at, are told and nothing more.
            tasks = sorted(task.id for task in books.tasks.open_tasks() if task.kind not in ("review", "failed"))
            letters = sorted(one.id for one in books.outgoing.all() if one.to not in (KARIN, OVE))
        return {
            "members": members,
            "requests": requests,
            "invitations": invitations,
            "proposals": proposals,
            "consents": consents,
            "tasks": tasks,
            "letters to others": letters,
        }

    def told(self) -> dict[str, int]:
        """Return how many letters of each kind the leads have got."""
        with self.play.world.parts.store.reading() as books:
            kinds = [one.kind for one in books.outgoing.all() if one.to in (KARIN, OVE)]
        return {kind: kinds.count(kind) for kind in kinds}


def key_of(zone: Mapping[str, bytes]) -> Any:
    """Return the name service of these names."""
    return zone.get


@contextmanager
def scene(home: Path) -> Iterator[Scene]:
    """Yield the town: two leads, the first case at its second list, another case at its first."""
    with world(home, START) as where:
        leads = (*where.parts.settings.leads, Lead(name="Ove Exempel", email=OVE))
        zone = {"s1._domainkey.region.example": record(), "s1._domainkey.evil.test": record()}
        settings = where.parts.settings.model_copy(update={"leads": leads})
        where.parts = replace(where.parts, settings=settings, txt=key_of(zone))
        play = Journey(where, lambda _: None)
        more = (resident("Egil", "Palm", "070-174 06 35"), resident("Fia", "Rask", "070-174 06 36"))
        for rows in (*RESIDENTS, *more):
            play.send(mails.in_body(play.new_mail(cast.FORM, "Intresseanmälan"), rows), cast.FORM)
        where.step()
        play.send(mails.in_body(play.new_mail(cast.HOME_CARE, "Förfrågan"), cast.HOME_CARE_FORM), cast.HOME_CARE)
        where.step()
        older = play.latest(KARIN, "lead-proposal")
        play.answer(older, "FLER")
        rows = [
            (label, "Hemtjänst Syd" if label == "Verksamhet/enhet" else value) for label, value in cast.HOME_CARE_FORM
        ]
        rows = [(label, OTHER_UNIT[1] if "@" in value else value) for label, value in rows]
        first = play.latest(KARIN, "lead-proposal")
        play.send(mails.in_body(play.new_mail(OTHER_UNIT, "Förfrågan"), rows), OTHER_UNIT)
        where.step()
        yield Scene(
            play,
            proposal=first,
            older=older,
            oves=play.letters(OVE, "lead-proposal")[1],
            other=play.latest(KARIN, "lead-proposal"),
            receipt=play.latest(cast.HOME_CARE[1], "unit-received"),
        )
