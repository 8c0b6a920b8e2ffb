"""Folder names as people write them, and as the server wants them: prefix, separator, and the folders with a purpose.

In the settings "/" separates levels and a name has no prefix; a server may want "INBOX.Hanterat" instead (RFC 2342).
å, ä and ö become modified UTF-7 inside IMAPClient.
"""

import contextlib
from collections.abc import Sequence
from typing import Any

from imapclient.exceptions import IMAPClientError

IMAPClient = Any  # imapclient carries no types

DRAFTS_NAMES = ("utkast", "drafts", "draft")
TRASH_NAMES = (
    "borttaget",
    "borttagna objekt",
    "papperskorgen",
    "papperskorg",
    "trash",
    "deleted items",
    "deleted messages",
)
_NOT_THERE = {b"\\noselect", b"\\nonexistent"}


def server_name(client: IMAPClient, folder: str) -> str:
    """Return the server's name for a folder of the settings; a name already in the server's form is kept."""
    if folder.upper() == "INBOX":
        return "INBOX"
    prefix, separator = _personal(client)
    name = folder.replace("/", separator) if separator else folder
    if prefix and not name.startswith(prefix):
        name = prefix + name
    return name


def ensure(client: IMAPClient, folder: str) -> str:
    """Make the folder if it is missing and return the server's name for it.

    Raises IMAPClientError when the server refuses to make it.
    """
    name = server_name(client, folder)
    if exists(client, name):
        return name
    try:
        client.create_folder(name)
    except IMAPClientError:
        # Another connection may have been quicker; only a folder that still is missing is an error.
        if not exists(client, name):
            raise
    # Mail programs show only subscribed folders; a server without subscriptions is no reason to stop.
    with contextlib.suppress(IMAPClientError):
        client.subscribe_folder(name)
    return name


def drafts(client: IMAPClient) -> str:
    """Return the server's name of the mailbox's own drafts folder, made where there is none."""
    return _purposed(client, b"\\drafts", DRAFTS_NAMES) or ensure(client, "Utkast")


def trash(client: IMAPClient) -> str:
    """Return the server's name of the folder where what is deleted may end up; "" where there is none."""
    return _purposed(client, b"\\trash", TRASH_NAMES)


def _purposed(client: IMAPClient, mark: bytes, names: Sequence[str]) -> str:
    """Return the folder with that mark (RFC 6154), else with one of the usual Swedish or English names."""
    named = ""
    for flags, separator, name in client.list_folders():
        marks = {flag.lower() for flag in flags}
        if marks & _NOT_THERE:
            continue
        if mark in marks:
            return str(name)
        last = str(name).rsplit(separator.decode() if separator else "/", 1)[-1]
        if last.casefold() in names and not named:
            named = str(name)
    return named


def exists(client: IMAPClient, name: str) -> bool:
    """Tell whether there is a folder of that name, the server's, that can hold mails."""
    found = client.list_folders("", name)
    return any(
        str(listed) == name and not {flag.lower() for flag in flags} & _NOT_THERE for flags, _separator, listed in found
    )


def _personal(client: IMAPClient) -> tuple[str, str]:
    """Return prefix and separator of the user's own folders."""
    if client.has_capability("NAMESPACE"):
        personal = client.namespace().personal
        if personal:
            prefix, separator = personal[0]
            return str(prefix or ""), str(separator or "")
    # An empty name asks for the separator alone (RFC 3501 6.3.8).
    listed = client.list_folders("", "")
    separator = listed[0][1] if listed else None
    return "", separator.decode() if separator else ""
