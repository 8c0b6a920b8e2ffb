"""Build an OLE container ([MS-CFB]) of streams; each is at least 4096 bytes, so that none goes into the small ones."""

import struct
from collections.abc import Mapping
from itertools import pairwise

_SECTOR = 512
_FREE, _END, _FAT, _NONE = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD, 0xFFFFFFFF


def ole_of(streams: Mapping[str, bytes]) -> bytes:
    """Return a container with these streams; "storage/stream" lies in a storage."""
    entries: list[tuple[str, int, int, int]] = []  # name, type, start, size
    children: dict[str, list[int]] = {"": []}
    sectors: list[bytes] = []
    table: list[int] = []
    for path, content in streams.items():
        storage, _, name = path.rpartition("/")
        if storage not in children:
            children[storage] = []
            entries.append((storage, 1, 0, 0))
            children[""].append(len(entries))
        padded = content.ljust(4096, b"\0")
        entries.append((name, 2, len(sectors), len(padded)))
        children[storage].append(len(entries))
        count = -(-len(padded) // _SECTOR)
        sectors += [padded[n * _SECTOR : (n + 1) * _SECTOR].ljust(_SECTOR, b"\0") for n in range(count)]
        table += [*range(len(table) + 1, len(table) + count), _END]
    directory = _directory(entries, children)
    start = len(sectors)
    count = len(directory) // _SECTOR
    sectors += [directory[n * _SECTOR : (n + 1) * _SECTOR] for n in range(count)]
    table += [*range(start + 1, start + count), _END]
    fats = -(-(len(table) + 4) // 128)
    where = list(range(len(sectors), len(sectors) + fats))
    table += [_FAT] * fats
    table += [_FREE] * (fats * 128 - len(table))
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + bytes(6)
    head += struct.pack("<IIIIIIIII", 0, fats, start, 0, 4096, _END, 0, _END, 0)
    head += struct.pack("<109I", *where, *[_FREE] * (109 - fats))
    return head + b"".join(sectors) + struct.pack(f"<{len(table)}I", *table)


def _directory(entries: list[tuple[str, int, int, int]], children: Mapping[str, list[int]]) -> bytes:
    """Return the directory; the entries of a storage hang on each other's right side, which is a poor tree, but one."""
    right = {n: after for group in children.values() for n, after in pairwise(group)}
    lines = [_entry("Root Entry", 5, _NONE, children[""][0], _END, 0)]
    for number, (name, kind, start, size) in enumerate(entries, 1):
        child = children[name][0] if kind == 1 else _NONE
        lines.append(_entry(name, kind, right.get(number, _NONE), child, start, size))
    return b"".join(lines).ljust(-(-len(lines) // 4) * _SECTOR, b"\0")


def _entry(name: str, kind: int, right: int, child: int, start: int, size: int) -> bytes:
    wide = name.encode("utf-16-le") + b"\0\0"
    entry = wide.ljust(64, b"\0") + struct.pack("<HBBIII", len(wide), kind, 1, _NONE, right, child)
    return entry + bytes(36) + struct.pack("<IQ", start, size)
