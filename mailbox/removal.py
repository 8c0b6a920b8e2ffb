"""Taking mails out of the selected folder, and nothing else with them.

Never send an EXPUNGE that could take along what another client has marked \\Deleted: MOVE (RFC 6851), else COPY and
UID EXPUNGE (RFC 4315), else the careful way of `_expunge_alone`. IMAPClient's `expunge(uids)` does not check UIDPLUS;
we do.
"""

from collections.abc import Sequence
from typing import Any

from imapclient import DELETED

from medverkan.mailbox.imap_asking import present, search
from medverkan.mailbox.values import GiveUpError, TryLaterError

IMAPClient = Any  # imapclient carries no types

_TRIES = 3


def is_there(client: IMAPClient, uid: int) -> bool:
    """Ask the server whether that UID is in the selected folder now."""
    return bool(still_there(client, [uid]))


def still_there(client: IMAPClient, uids: Sequence[int]) -> list[int]:
    """Return those of the UIDs that are in the selected folder now, ascending."""
    if not uids:
        return []
    return sorted(present(client, uids))


def relocate(client: IMAPClient, uids: Sequence[int], folder: str, *, may_delete: bool) -> None:
    """Move those mails to `folder`, which exists. The caller checks afterwards that they are gone.

    `may_delete` says whether the selected folder is writable and keeps \\Deleted. Raises GiveUpError without it.
    """
    if client.has_capability("MOVE"):
        client.move(uids, folder)
        return
    _require(may_delete)
    for uid in uids:
        # One by one: broken off between copy and removal, one mail lies in both folders, and not all of them.
        # IMAPClient raises when COPY is answered NO, so that nothing is removed without its copy.
        client.copy([uid], folder)
        remove(client, [uid], may_delete=may_delete)


def remove(client: IMAPClient, uids: Sequence[int], *, may_delete: bool) -> None:
    """Delete those mails from the selected folder. The caller checks afterwards that they are gone."""
    _require(may_delete)
    if client.has_capability("UIDPLUS"):
        client.add_flags(uids, [DELETED], silent=True)
        client.uid_expunge(uids)
        return
    for uid in uids:
        _expunge_alone(client, uid)


def _require(may_delete: bool) -> None:
    if not may_delete:
        raise GiveUpError("Mappen är skrivskyddad: kontot får inte ta bort mejl ur den.")


def _expunge_alone(client: IMAPClient, uid: int) -> None:
    """Expunge one mail on a server that can only expunge all that is marked.

    Others' marks are taken off, ours is set, and they are put back. Two races remain, both mild: a mail that another
    client marks in the instant between our last look and EXPUNGE goes a little earlier than that client meant; and if
    the connection breaks in between, the others' mails lose their mark and show up again. No unmarked mail is lost.
    """
    foreign: set[int] = set()
    try:
        for _ in range(_TRIES):
            client.noop()
            marked = search(client, "DELETED") - {uid}
            if not marked:
                break
            foreign |= marked
            client.remove_flags(sorted(marked), [DELETED], silent=True)
        else:
            raise TryLaterError("Ett annat program raderar i mappen just nu.")
        client.add_flags([uid], [DELETED], silent=True)
        client.expunge()
    finally:
        if foreign:
            client.add_flags(sorted(foreign), [DELETED], silent=True)
