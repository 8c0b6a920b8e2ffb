"""Sealing at rest: a stolen copy of the database tells nothing, and a changed one is not believed."""

import base64
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from sqlalchemy import LargeBinary, make_url, text
from sqlmodel import SQLModel

import medverkan.storage.tables_contact
import medverkan.storage.tables_register  # noqa: F401 - the models register themselves
from medverkan.storage.store import Store
from medverkan.storage.vault import VaultError
from tests.storage.everything import canary_words, read_everything, store_everything
from tests.storage.rows import NOW, OpenStore

SEALED = [
    (table.name, column.name)
    for table in SQLModel.metadata.sorted_tables
    for column in table.columns
    if isinstance(column.type, LargeBinary)
]


def _columns(store: Store) -> Iterator[bytes]:
    """Yield every value in every table."""
    with store.engine.connect() as connection:
        for table in SQLModel.metadata.sorted_tables:
            for row in connection.execute(table.select()):
                yield from (value if isinstance(value, bytes) else str(value).encode() for value in row)


def _copied(store: Store) -> bytes:
    """Return what somebody gets who copies the database."""
    taken = list(_columns(store))
    url = make_url(str(store.engine.url))
    if url.get_backend_name() == "sqlite":
        file = Path(url.database or "")
        files = [file.with_name(file.name + end) for end in ("", "-wal", "-shm")]
        assert all(part.exists() for part in files)
        taken += [part.read_bytes() for part in files]
    return b"\0\n\0".join(taken)


def _disguises(word: str) -> Iterator[bytes]:
    """Yield the ways in which a word may lie in a file."""
    for spelling in {word, word.lower(), word.upper()}:
        for coding in ("utf-8", "utf-16-le", "utf-16-be", "latin-1"):
            with suppress(UnicodeEncodeError):
                plain = spelling.encode(coding)
                yield plain
                yield plain.hex().encode()
                # In base64 a word looks different at each of three places; its first and last letters mix with others.
                for shift in range(3):
                    yield base64.b64encode(b"\0" * shift + plain)[4:-4]


def _found(copy: bytes, words: list[str]) -> list[str]:
    return [word for word in words if any(disguise in copy for disguise in _disguises(word))]


def _rows(store: Store, table: str, column: str) -> list[tuple[str, bytes]]:
    with store.engine.connect() as connection:
        found = connection.execute(text(f'SELECT id, "{column}" FROM "{table}"'))  # noqa: S608
        return [(row[0], bytes(row[1])) for row in found]


def _overwrite(store: Store, table: str, column: str, row_id: str, value: bytes) -> None:
    with store.engine.begin() as connection:
        statement = text(f'UPDATE "{table}" SET "{column}" = :value WHERE id = :id')  # noqa: S608
        connection.execute(statement, {"value": value, "id": row_id})


@pytest.fixture
def full_store(store: Store) -> Store:
    """Give a store with two of everything."""
    with store.transaction() as books:
        store_everything(books, 1)
        store_everything(books, 2)
    return store


def test_what_was_stored_is_read_back(full_store: Store) -> None:
    with full_store.reading() as books:
        told = repr(list(read_everything(books)))
    assert [word for word in canary_words() if word not in told] == []


def test_a_copied_database_tells_nothing(full_store: Store) -> None:
    assert _found(_copied(full_store), canary_words()) == []


@pytest.mark.parametrize("disguise", [str, str.lower, lambda word: base64.b64encode(f"x{word}y".encode()).decode()])
def test_a_word_that_does_lie_open_is_found(full_store: Store, disguise: type[str]) -> None:
    word = canary_words()[0]
    with full_store.engine.begin() as connection:
        connection.execute(text("UPDATE mail SET reason = :word"), {"word": disguise(word)})
    assert _found(_copied(full_store), canary_words()) == [word]


def test_every_sealed_column_holds_something_in_these_tests(full_store: Store) -> None:
    assert [place for place in SEALED if len(_rows(full_store, *place)) < 2] == []


def _assert_refused(store: Store, place: str) -> None:
    with store.reading() as books, pytest.raises(VaultError, match=rf"\b{place}\b"):
        list(read_everything(books))


def test_a_value_sealed_for_one_row_does_not_open_in_another(full_store: Store) -> None:
    for table, column in SEALED:
        (one, first), (other, second) = _rows(full_store, table, column)
        _overwrite(full_store, table, column, one, second)
        _overwrite(full_store, table, column, other, first)
        _assert_refused(full_store, f"{table}.{column}")
        _overwrite(full_store, table, column, one, first)
        _overwrite(full_store, table, column, other, second)


def test_a_value_does_not_open_when_a_byte_is_changed(full_store: Store) -> None:
    for table, column in SEALED:
        row_id, sealed = _rows(full_store, table, column)[0]
        for place in (0, 1, 13, len(sealed) - 1):
            changed = bytearray(sealed)
            changed[place] ^= 1
            _overwrite(full_store, table, column, row_id, bytes(changed))
            _assert_refused(full_store, f"{table}.{column}")
        _overwrite(full_store, table, column, row_id, sealed)


def test_a_value_sealed_for_one_column_does_not_open_in_another(full_store: Store) -> None:
    row_id, card = _rows(full_store, "member", "card")[0]
    _overwrite(full_store, "member", "profile", row_id, card)
    with full_store.reading() as books, pytest.raises(VaultError, match=r"member\.profile"):
        list(books.members.all())


def test_another_key_opens_nothing_and_finds_nobody(full_store: Store, open_store: OpenStore) -> None:
    stranger = open_store(b"\x07" * 32)
    with stranger.reading() as books:
        assert books.members.by_email("kanariella.fagelhagg@hemma.example") == []
        assert books.members.by_phone("+46701740688") == []
        with pytest.raises(VaultError):
            list(books.members.all())


def test_look_up_values_differ_between_registers(full_store: Store, open_store: OpenStore) -> None:
    stranger = open_store(b"\x07" * 32)
    with full_store.reading() as books:
        assert len(books.members.by_email("Kanariella.Fagelhagg@hemma.example ")) == 2
        own = full_store.vault.lookup("email", "kanariella.fagelhagg@hemma.example")
    assert own.encode() in set(_columns(full_store))
    assert own != stranger.vault.lookup("email", "kanariella.fagelhagg@hemma.example")


def test_what_mail_says_in_broken_characters_is_kept_as_it_is(store: Store) -> None:
    broken = "r\udce4ksm\udcf6rg\udce5s \x00 \ufeff"
    with store.transaction() as books:
        books.tasks.add("review", "k", NOW, note=broken)
        assert books.tasks.open_tasks()[0].note == broken
        assert books.outgoing.by_message_id(broken) is None
        assert books.members.by_email(broken) == []
