"""What is left of somebody: every file of a home searched byte by byte, and every sealed value opened and searched."""

import base64
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path

from sqlalchemy import LargeBinary
from sqlmodel import SQLModel

import medverkan.storage.tables_contact
import medverkan.storage.tables_register  # noqa: F401 - the models register themselves
from medverkan.mailbox.mime import html_of, parse, plain_text
from medverkan.storage.store import Store


def remains(store: Store, home: Path, words: Iterable[str]) -> list[str]:
    """Return where any of the words is found, in any disguise, with the key in hand."""
    wanted = list(words)
    places = [*_files(home), *_values(store)]
    return [f"{word} in {place}" for word in wanted for place, told in places if _is_in(word, told)]


def _files(home: Path) -> Iterator[tuple[str, bytes]]:
    for file in home.rglob("*"):
        if file.is_file():
            yield str(file.relative_to(home)), file.read_bytes()


def _values(store: Store) -> Iterator[tuple[str, bytes]]:
    with store.engine.connect() as connection:
        for table in SQLModel.metadata.sorted_tables:
            for row in connection.execute(table.select()).mappings():
                for column in table.columns:
                    place = f"{table.name}.{column.name}"
                    value = row[column.name]
                    if isinstance(column.type, LargeBinary):
                        value = store.vault.open(f"{place}:{row['id']}", bytes(value))
                        letter = parse(value)
                        yield f"{place} read", f"{letter.headers} {plain_text(letter)} {html_of(letter)}".encode()
                    yield place, value if isinstance(value, bytes) else str(value).encode()


def _is_in(word: str, told: bytes) -> bool:
    lowered = told.lower()
    return any(disguise in told or disguise in lowered for disguise in _disguises(word))


def _disguises(word: str) -> Iterator[bytes]:
    for spelling in {word, word.lower()}:
        for coding in ("utf-8", "utf-16-le", "latin-1"):
            with suppress(UnicodeEncodeError):
                plain = spelling.encode(coding)
                yield plain
                for shift in range(3):
                    # A short word leaves nothing whole in base64, where its ends mix with others'.
                    if len(middle := base64.b64encode(b"\0" * shift + plain)[4:-4]) >= 6:
                        yield middle
