"""One watched IMAP folder over one connection: the port Source of `bot`, spoken with IMAPClient in the caller's thread.

Before changing anything: mails are named by UID under a UIDVALIDITY, never by sequence number; fetching is PEEK and
never ENVELOPE; no keyword or flag is our state; any error drops the connection, and the next call connects again by
itself. How long to wait before that next call is the caller's business.
"""

import contextlib
import ssl
import time
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from typing import Any

from imapclient.exceptions import IMAPClientError

from medverkan.mailbox import folders, imap_fetch, removal
from medverkan.mailbox.idle import Bell, idle_round
from medverkan.mailbox.imap_asking import LARGEST, OddAnswerError, OversizeError, patiently, present
from medverkan.mailbox.imap_connection import NO_IMAP, Settings, open_client, our_error, shut
from medverkan.mailbox.oauth import Token, TokenHolder
from medverkan.mailbox.transport import check_security
from medverkan.mailbox.values import Arrival, GiveUpError, MailboxError, Place

BATCH = 50
FIRST_S = 2.0  # the first round is short: some servers keep quiet in IDLE about what came just before it
IDLE_S = 240.0  # well under the 29 minutes of RFC 2177, and under what firewalls forget
POLL_S = 30.0  # for servers without IDLE

IMAPClient = Any  # imapclient carries no types


class ImapSource:
    """A watched folder; see the protocol Source for what the methods promise. Connects at first use."""

    def __init__(
        self,
        *,
        host: str,
        port: int,
        security: str,
        username: str,
        password: str,
        inbox: str = "INBOX",
        account: str = "",
        timeout_s: float = 60.0,
        max_bytes: int = 26_214_400,
        ssl_context: ssl.SSLContext | None = None,
        tokens: TokenHolder | None = None,
    ) -> None:
        check_security(host, security)
        self._settings = Settings(host, port, security, username, password, timeout_s, max_bytes, ssl_context, tokens)
        self._signed_in_with: Token | None = None
        self.account = account or f"{username}@{host}"
        self.inbox = inbox
        self._max_bytes = max_bytes
        self._client: IMAPClient = None
        self._selected = ""  # the folder of the settings, not the server's name for it
        self._validity = 0
        self._may_delete = False
        self._known: set[int] | None = None  # UIDs of the last look, without those we took away
        self._bell = Bell()

    def __repr__(self) -> str:
        return f"ImapSource({self.account!r}, inbox={self.inbox!r})"

    def uidvalidity(self) -> int:
        """Return the folder's UIDVALIDITY as of now."""
        with self._talking() as client:
            return self._select(client, self.inbox)

    def uids(self) -> Sequence[int]:
        """Return the UIDs in the folder, ascending, as one snapshot."""
        with self._talking() as client:
            self._in_inbox(client)
            found = imap_fetch.all_uids(client)
        self._known = set(found)
        return found

    def fetch(self, uids: Sequence[int]) -> Iterator[Arrival]:
        """Yield those mails, 50 a look and no more than `max_bytes` in one answer; what has vanished is left out.

        A mail that the server will not give in a form that can be used holds no other up. Raises TryLaterError for it
        when all others have been yielded.
        """
        validity = None
        odd: list[OddAnswerError] = []
        for start in range(0, len(uids), BATCH):
            with self._talking() as client:
                # Connected anew to another folder of the same name, the UIDs would name other mails, or none.
                if (validity := self._in_inbox(client, validity)) is None:
                    return
            batch = uids[start : start + BATCH]
            sizes = dict(patiently(partial(self._sizes, validity=validity), batch, odd))
            for group in imap_fetch.groups(sizes, self._max_bytes):
                for uid, raw in patiently(partial(self._given, sizes=sizes, validity=validity), group, odd):
                    yield Arrival(Place(self.account, self.inbox, validity, uid), raw)
        if odd:
            raise odd[0]

    def move(self, place: Place, folder: str) -> bool:
        """Move that mail to `folder`; return whether its absence where it lay was verified."""
        return bool(self.take_away([place], folder))

    def delete(self, place: Place) -> bool:
        """Delete that mail and nothing else; return whether its absence was verified."""
        return bool(self.take_away([place], None))

    def take_away(self, places: Sequence[Place], folder: str | None) -> frozenset[Place]:
        """Move those mails of one folder, or delete them where `folder` is None; return those seen to be gone."""
        if not self._are_together(places):
            return frozenset()
        where = places[0].folder
        with self._talking() as client:
            ours = self._ours(client, places)
            there = removal.still_there(client, list(ours))
            if there and folder is None:
                removal.remove(client, there, may_delete=self._may_delete)
            elif there and folder is not None:
                target = folders.ensure(client, folder)
                if target == folders.server_name(client, where):
                    raise GiveUpError(f"Mappen {folder} är samma mapp som mejlet redan ligger i.")
                removal.relocate(client, there, target, may_delete=self._may_delete)
            left = removal.still_there(client, list(ours)) if there else []
        gone = ours.keys() - left
        if self._known is not None and where == self.inbox:
            self._known -= gone
        return frozenset(ours[uid] for uid in gone)

    def there(self, places: Sequence[Place]) -> frozenset[Place]:
        """Return those of the places, all of one folder, where a mail lies now."""
        if not self._are_together(places):
            return frozenset()
        with self._talking() as client:
            ours = self._ours(client, places)
            return frozenset(ours[uid] for uid in removal.still_there(client, list(ours)))

    def find(self, folder: str, raw: bytes) -> Place | None:
        """Return where in `folder` a mail with these very bytes lies, the newest; None where there is none."""
        with self._talking() as client:
            if not folders.exists(client, folders.server_name(client, folder)):
                return None
            validity = self._select(client, folder)
            likely = imap_fetch.likely(client, raw, self._max_bytes)
            for group in imap_fetch.groups(likely, self._max_bytes):
                for uid, found in reversed(self._raws(client, group, likely)):
                    if found == raw:
                        return Place(self.account, folder, validity, uid)
        return None

    def lacking(self) -> tuple[str, ...]:
        """Return what the server cannot that makes our work easier: of MOVE, UIDPLUS, IDLE, SPECIAL-USE.

        Raises GiveUpError where mails cannot be taken out of the folder at all.
        """
        with self._talking() as client:
            self._select(client, self.inbox)
            if not self._may_delete:
                raise GiveUpError(f"Kontot {self.account} får inte ta bort mejl ur mappen {self.inbox}.")
            return tuple(name for name in ("MOVE", "UIDPLUS", "IDLE", "SPECIAL-USE") if not client.has_capability(name))

    def trash(self) -> str:
        """Return the folder where what is deleted may end up; "" where there is none."""
        with self._talking() as client:
            return folders.trash(client)

    def append_draft(self, raw: bytes) -> None:
        """Put a finished letter into the mailbox's own drafts folder."""
        with self._talking() as client:
            client.append(folders.drafts(client), raw, [b"\\Draft", b"\\Seen"])

    def wait(self, timeout_s: float) -> None:
        """Return when the UIDs differ from what `uids` last said, when woken, or after `timeout_s`."""
        deadline = time.monotonic() + timeout_s
        longest_s = FIRST_S
        with self._talking() as client:
            self._in_inbox(client)
            can_idle = client.has_capability("IDLE")
            while not self._bell.rang() and self._known == set(imap_fetch.all_uids(client)):
                left_s = deadline - time.monotonic()
                if left_s <= 0:
                    return
                if can_idle:
                    idle_round(client, self._bell, min(left_s, longest_s))
                else:
                    self._bell.wait(min(left_s, longest_s))
                longest_s = IDLE_S if can_idle else POLL_S

    def wake(self) -> None:
        """Make a `wait` in another thread return at once; a wake before the wait counts."""
        self._bell.ring()

    def close(self) -> None:
        """Log out, quietly; the object can be used again and would connect anew, but can no longer be woken."""
        client, self._client = self._client, None
        self._selected = ""
        if client is not None:
            # Whatever goes wrong here is about a connection that is over.
            with contextlib.suppress(IMAPClientError, OSError, ValueError):
                client.logout()
            shut(client)
        self._bell.close()

    def _sizes(self, uids: Sequence[int], validity: int | None) -> list[tuple[int, int]]:
        with self._talking() as client:
            if self._in_inbox(client, validity) is None:
                return []
            found = imap_fetch.sizes(client, uids)
            if found.keys() < set(uids) and present(client, set(uids) - found.keys()):
                raise OddAnswerError("Servern säger inte hur stort ett mejl i mappen är.")
            return list(found.items())

    def _given(self, uids: Sequence[int], sizes: dict[int, int], validity: int | None) -> list[tuple[int, bytes]]:
        try:
            with self._talking() as client:
                if self._in_inbox(client, validity) is None:
                    return []
                found = self._raws(client, uids, sizes)
                if len(found) < len(uids) and present(client, set(uids) - dict(found).keys()):
                    raise OddAnswerError("Servern lämnar inte ut ett mejl som ligger i mappen.")
                return found
        except OversizeError:
            if len(uids) > 1 or sizes[uids[0]] > self._max_bytes:
                raise
        # It is larger than the server said.
        sizes[uids[0]] = self._max_bytes + 1
        return self._given(uids, sizes, validity)

    def _raws(self, client: IMAPClient, group: Sequence[int], sizes: Mapping[int, int]) -> list[tuple[int, bytes]]:
        first = group[0]
        if sizes[first] > self._max_bytes:
            return imap_fetch.header_only(client, first, sizes[first])
        return imap_fetch.bodies(client, group)

    def _are_together(self, places: Sequence[Place]) -> bool:
        return {(place.account, place.folder) for place in places} == {
            (self.account, places[0].folder if places else "")
        }

    def _ours(self, client: IMAPClient, places: Sequence[Place]) -> dict[int, Place]:
        """Return by UID those of the places that name what the folder holds now."""
        # A fresh SELECT: the folder may have been remade since we last looked.
        validity = self._select(client, places[0].folder)
        return {place.uid: place for place in places if place.uidvalidity == validity}

    def _in_inbox(self, client: IMAPClient, expected: int | None = None) -> int | None:
        """Select the watched folder unless it is; return its UIDVALIDITY, or None if that is not the expected one."""
        validity = self._validity if self._selected == self.inbox else self._select(client, self.inbox)
        return validity if expected in (None, validity) else None

    def _select(self, client: IMAPClient, folder: str) -> int:
        self._selected = ""
        answer = client.select_folder(folders.server_name(client, folder))
        validity = int(answer.get(b"UIDVALIDITY", 0))
        if not 0 < validity <= LARGEST:
            raise GiveUpError(
                f"Servern {self._settings.host} anger inget giltigt UIDVALIDITY; mejl kan inte pekas ut säkert."
            )
        # RFC 3501 7.1: without PERMANENTFLAGS every flag can be changed for good.
        self._may_delete = b"\\Deleted" in answer.get(b"PERMANENTFLAGS", (b"\\Deleted",))
        if folder == self.inbox and validity != self._validity:
            self._known = None
            self._validity = validity
        self._selected = folder
        return validity

    @contextlib.contextmanager
    def _talking(self) -> Iterator[IMAPClient]:
        """Hand out a connected client, and turn whatever goes wrong into our errors, with the connection dropped."""
        try:
            # A server ends the connection with the token that opened it; before that it is opened anew with the next.
            token = self._settings.tokens.current() if self._settings.tokens else None
            if token is not self._signed_in_with:
                self._drop()
            if self._client is None:
                self._client = open_client(self._settings)
                self._signed_in_with = self._settings.tokens.current() if self._settings.tokens else None
            else:
                # What servers tell in passing is hoarded otherwise, for as long as the connection lasts.
                self._client._imap.forget_untagged()
            yield self._client
        except (MailboxError, IMAPClientError, OSError, *NO_IMAP) as error:
            self._drop()
            if isinstance(error, MailboxError):
                raise
            raise our_error(self._settings, self.inbox, error) from error

    def _drop(self) -> None:
        client, self._client = self._client, None
        self._selected = ""
        if client is not None:
            shut(client)
