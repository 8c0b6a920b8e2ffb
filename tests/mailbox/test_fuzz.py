"""Mails that were damaged on the way, or on purpose: nothing raises inside, nothing hangs, nothing is made up of noise.

`read` never raises because it catches everything; here it must not even come to that.
"""

import random
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from medverkan.bot.commands.reading import as_document
from medverkan.mailbox.reading import BROKEN, read
from medverkan.mailbox.values import Candidate, Stage

CORPUS = Path(__file__).parent / "corpus"
MAILS = [file.read_bytes() for file in sorted(CORPUS.rglob("*.eml"))]
PEOPLE = [Candidate(1, "Alva Brink"), Candidate(2, "Nils Ek"), Candidate(3, "Alva Strand")]
HOSTILE = (
    b"\0", b"\xff\xfe", b"=", b"=\r\n", b"--", b"\r\n\r\n", b"\n> ", b"<table><tr><td>", b"</div>", b"[" * 300,
    b"(" * 300, b"&#x202e;", b"Content-Type: multipart/mixed; boundary=x\r\n\r\n--x", b"\r\nFrom: a@b.example",
    "☒☐".encode() * 50, b"_" * 2000, b" \t" * 1000, b"1" * 5000, "å".encode("latin-1") * 9, b": " * 500, b"- " * 800,
    b"JA 1 3\r\n" * 40,
)  # fmt: skip


def cut_out(raw: bytes, chance: random.Random) -> bytes:
    at = chance.randrange(len(raw) + 1)
    return raw[:at] + raw[at + chance.randrange(400) :]


def put_in(raw: bytes, chance: random.Random) -> bytes:
    at = chance.randrange(len(raw) + 1)
    return raw[:at] + chance.choice(HOSTILE) + raw[at:]


def flip(raw: bytes, chance: random.Random) -> bytes:
    changed = bytearray(raw)
    for _ in range(chance.randrange(1, 30)):
        changed[chance.randrange(len(changed))] = chance.randrange(256)
    return bytes(changed)


def double(raw: bytes, chance: random.Random) -> bytes:
    start = chance.randrange(len(raw))
    piece = raw[start : start + chance.randrange(1, 600)]
    return raw[:start] + piece * chance.randrange(2, 20) + raw[start:]


def shuffle_lines(raw: bytes, chance: random.Random) -> bytes:
    lines = raw.split(b"\n")
    start = chance.randrange(len(lines))
    some = lines[start : start + 12]
    chance.shuffle(some)
    return b"\n".join(lines[:start] + some + lines[start + 12 :])


def splice(raw: bytes, chance: random.Random) -> bytes:
    other = chance.choice(MAILS)
    return raw[: chance.randrange(len(raw))] + other[chance.randrange(len(other)) :]


HARMS: tuple[Callable[[bytes, random.Random], bytes], ...] = (cut_out, put_in, flip, double, shuffle_lines, splice)


@settings(max_examples=300, deadline=None)
@given(st.sampled_from(MAILS), st.lists(st.sampled_from(HARMS), min_size=1, max_size=5), st.integers(0, 2**32))
def test_a_damaged_mail_is_read_or_put_aside_and_never_breaks_the_reader(
    raw: bytes, harms: list[Callable[[bytes, random.Random], bytes]], seed: int
) -> None:
    chance = random.Random(seed)  # noqa: S311 - reproducible damage, no secret
    for harm in harms:
        raw = harm(raw, chance) or b"\n"
    for candidates, stage in (((), Stage.PROPOSAL), (PEOPLE, Stage.PROPOSAL), (PEOPLE, Stage.CALLS)):
        reading = read(raw, candidates=candidates, stage=stage)
        assert reading.reason != BROKEN
        as_document(reading)


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=3000))
def test_any_text_at_all_is_no_form_with_values_that_do_not_stand_in_it(text: str) -> None:
    body = text.encode("utf-8", "replace")
    reading = read(b"From: a@b.example\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n" + body)
    assert reading.reason != BROKEN
    for form in reading.forms:
        assert "people_wanted" not in form.fields or any(character.isalnum() for character in text)


@pytest.mark.parametrize("piece", HOSTILE)
def test_a_hostile_piece_repeated_to_a_megabyte_is_read_in_linear_steps(piece: bytes) -> None:
    raw = b"From: a@b.example\r\nSubject: x\r\n\r\n" + piece * (1_000_000 // len(piece))
    assert read(raw).reason != BROKEN
    assert read(raw, candidates=PEOPLE).reason != BROKEN
