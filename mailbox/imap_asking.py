"""SEARCH and FETCH in the selected folder, with the answers read for no more than they say.

Not IMAPClient's own: where an answer to FETCH names no UID it takes the sequence number for one, it mixes answers that
bear the same number, and it takes silence for "nothing found". What is asked here decides what is deleted.
"""

from collections.abc import Callable, Collection, Sequence
from typing import Any, TypeVar

from imapclient.response_parser import parse_message_list, parse_response

from medverkan.mailbox.values import TryLaterError

IMAPClient = Any  # imapclient carries no types
T = TypeVar("T")

LARGEST = 2**32 - 1  # of a UID and of a UIDVALIDITY (RFC 3501 2.3.1.1)
MOST_ODD = 3  # mails that may be passed over; with more it is the server
_FIXED = frozenset([b"UID", b"RFC822.SIZE", b"BODY[]", b"BODY[HEADER]<0>"])


class OddAnswerError(TryLaterError):
    """The server answers, but not so that it can be used; one mail may be the cause."""


class OversizeError(OddAnswerError):
    """It sends more than it said that it would."""


def patiently(
    ask: Callable[[Sequence[int]], list[tuple[int, T]]], uids: Sequence[int], odd: list[OddAnswerError]
) -> list[tuple[int, T]]:
    """Ask about mails together, and where the answer is odd about each alone; note in `odd` what could not be got."""
    try:
        return ask(uids)
    except OddAnswerError as error:
        if len(uids) == 1:
            odd.append(error)
            if len(odd) > MOST_ODD:
                raise
            return []
    return [told for uid in uids for told in patiently(ask, [uid], odd)]


def present(client: IMAPClient, uids: Collection[int] | None = None) -> set[int]:
    """Return which of those UIDs are in the selected folder now; of all where None. Raises ValueError for no UID."""
    # NOOP lets the server tell what other connections took away; some answer SEARCH from an older view.
    client.noop()
    wanted = "1:*" if uids is None else as_set(uids)
    told = _searched(client, *(("ALL",) if uids is None else ("UID", wanted)))
    if not told:
        # Some servers say nothing at all where nothing is found; silence alone is no proof that a mail is gone.
        items = _items(client._command_and_check("fetch", wanted, "(UID)", uid=True))
        found = {value for pairs in items for name, value in pairs if name == b"UID"}
    else:
        found = {uid for line in told for uid in parse_message_list([line])}
    if not all(isinstance(uid, int) and 0 < uid <= LARGEST for uid in found):
        raise ValueError("no UID")
    return found if uids is None else found & set(uids)


def search(client: IMAPClient, *criteria: str) -> set[int]:
    """Return the UIDs in the selected folder that meet the criteria, which are plain words."""
    return {uid for line in _searched(client, *criteria) for uid in parse_message_list([line])}


def fetch(client: IMAPClient, uids: Collection[int], items: Sequence[str]) -> dict[int, dict[bytes, Any]]:
    """Return what the server says of those mails and of no other, by UID.

    An answer that names no UID is of nobody: sequence numbers change in the middle of it (RFC 3501 7.4.1). Raises
    IMAPClientError, and ValueError where two answers on one mail differ.
    """
    told = client._command_and_check("fetch", as_set(uids), f"({' '.join(items)})", uid=True)
    found: dict[int, dict[bytes, Any]] = {}
    for pairs in _items(told):
        named = [value for name, value in pairs if name == b"UID"]
        if len(set(named)) > 1:
            raise ValueError("two UIDs")
        if not named or named[0] not in uids:
            continue
        item = found.setdefault(named[0], {})
        for name, value in pairs:
            # Flags may change between two answers, and nothing else may.
            if item.setdefault(name, value) != value and name in _FIXED:
                raise ValueError("two answers")
    return found


def as_set(uids: Collection[int]) -> str:
    """Return UIDs as IMAP writes many of them."""
    return ",".join(map(str, uids))


def _searched(client: IMAPClient, *criteria: str) -> list[bytes]:
    """Return the lines that answer a SEARCH; usually one, of some servers several, and of some none."""
    told: list[bytes | None] = client._command_and_check("search", *criteria, uid=True)
    return [line for line in told if line is not None]


def _items(told: Sequence[Any]) -> list[list[tuple[bytes, Any]]]:
    """Return each answer to a FETCH by itself, as pairs of name and value."""
    tokens = parse_response(list(told))
    answers = []
    for number, answer in zip(tokens[::2], tokens[1::2], strict=True):
        if not isinstance(number, int) or not isinstance(answer, tuple) or len(answer) % 2:
            raise ValueError("no answer to FETCH")
        answers.append(
            [(bytes(name).upper(), value) for name, value in zip(answer[::2], answer[1::2], strict=True)],
        )
    return answers
