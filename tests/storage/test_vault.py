"""The vault by itself: sealing, look-up values, signatures, and the file with the key."""

import base64
import os
import pickle
import stat
import subprocess
import sys
import traceback
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from medverkan.storage.vault import KEY_BYTES, Vault, VaultError, load_or_make_key, read_key
from tests.storage.rows import MASTER

VAULT = Vault(MASTER)
ANY_TEXT = st.text(st.characters())  # lone surrogates too
START = """
import sys
from pathlib import Path
from medverkan.storage.vault import load_or_make_key
sys.stdin.read(1)
print(load_or_make_key(Path(sys.argv[1])).hex())
"""


def _spellings(key: bytes) -> list[str]:
    return [repr(key)[2:-1], key.hex(), base64.b64encode(key).decode()]


@given(st.binary(max_size=300), st.from_regex(r"[a-z]+\.[a-z]+:[0-9a-f]{32}", fullmatch=True))
def test_what_is_sealed_opens_in_its_place_only(plain: bytes, place: str) -> None:
    sealed = VAULT.seal(place, plain)
    assert VAULT.open(place, sealed) == plain
    with pytest.raises(VaultError):
        VAULT.open(place + "0", sealed)


@given(st.data(), st.binary(max_size=60))
def test_no_byte_can_be_changed_added_or_lost(data: st.DataObject, plain: bytes) -> None:
    sealed = VAULT.seal("a.b:c", plain)
    at = data.draw(st.integers(0, len(sealed) - 1))
    other = data.draw(st.integers(1, 255))
    for changed in (sealed[:at] + bytes([sealed[at] ^ other]) + sealed[at + 1 :], sealed[:at], sealed + b"\0"):
        with pytest.raises(VaultError):
            VAULT.open("a.b:c", changed)


def test_the_same_text_is_never_sealed_to_the_same_bytes() -> None:
    assert len({VAULT.seal("a.b:c", b"ja") for _ in range(50)}) == 50


def test_another_key_does_not_open() -> None:
    with pytest.raises(VaultError):
        Vault(b"\x09" * 32).open("a.b:c", VAULT.seal("a.b:c", b"hemligt"))


@given(ANY_TEXT, ANY_TEXT)
def test_a_look_up_value_is_the_same_for_the_same_text_and_register_only(one: str, other: str) -> None:
    assert (VAULT.lookup("email", one) == VAULT.lookup("email", other)) == (one == other)
    assert VAULT.lookup("email", one) != VAULT.lookup("phone", one)
    assert VAULT.lookup("email", one) != Vault(b"\x09" * 32).lookup("email", one)


@given(ANY_TEXT, ANY_TEXT)
def test_only_our_own_signature_of_that_very_text_is_ours(text: str, forged: str) -> None:
    signature = VAULT.sign(text)
    assert len(signature) == 26
    assert set(signature) <= set("abcdefghijklmnopqrstuvwxyz234567")
    assert VAULT.signed(text, signature)
    assert VAULT.signed(text, signature.upper())
    assert not VAULT.signed(text, forged) or forged.lower() == signature
    assert not VAULT.signed(text + ".", signature)
    assert not Vault(b"\x09" * 32).signed(text, signature)


def test_the_three_uses_of_the_key_have_nothing_in_common() -> None:
    assert VAULT.lookup("a", "b") != VAULT.sign("a\0b")
    assert len({VAULT._lookup_key, VAULT._token_key, MASTER}) == 3


@pytest.mark.parametrize("length", [0, 16, 31, 33, 64])
def test_a_key_of_another_length_is_refused(length: int) -> None:
    with pytest.raises(VaultError, match="32 byte"):
        Vault(bytes(length))


def test_the_vault_never_shows_its_key() -> None:
    shown = repr(VAULT) + str(VAULT)
    try:
        VAULT.open("a.b:c", b"\x01" + bytes(40))
    except VaultError as error:
        shown += "".join(traceback.format_exception(error, chain=True)) + repr(error.args)
    for key in (MASTER, VAULT._lookup_key, VAULT._token_key):
        assert not any(spelling in shown for spelling in _spellings(key))


def test_the_vault_cannot_be_pickled() -> None:
    with pytest.raises(TypeError):
        pickle.dumps(VAULT)


@pytest.mark.parametrize("written", [MASTER.hex(), MASTER.hex().upper(), base64.b64encode(MASTER).decode()])
@pytest.mark.parametrize("around", ["{}", " {}\n", "\n{}\r\n"])
def test_a_key_is_read_as_base64_or_hexadecimal(written: str, around: str) -> None:
    assert read_key(around.format(written)) == MASTER


BROKEN = [
    "",
    "hemlig",
    MASTER.hex()[:-2],
    MASTER.hex() + "00",
    MASTER.hex()[:-1] + "g",
    base64.b64encode(MASTER).decode()[:-3],
    base64.b64encode(MASTER + b"x").decode(),
    "åäö" * 20,
    "\udce4" * 64,
]


@pytest.mark.parametrize("written", BROKEN)
def test_a_broken_key_is_refused_in_swedish_and_not_repeated(written: str) -> None:
    with pytest.raises(VaultError, match="nyckeln") as refused:
        read_key(written)
    told = "".join(traceback.format_exception_only(refused.value)) + repr(refused.value.__cause__)
    assert not any(written[i : i + 8] in told for i in range(max(0, len(written) - 7)))


def test_the_key_is_made_once_readable_by_its_owner_only(tmp_path: Path) -> None:
    path = tmp_path / "key"
    key = load_or_make_key(path)
    assert len(key) == KEY_BYTES
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert read_key(path.read_text()) == key == load_or_make_key(path)
    assert list(tmp_path.iterdir()) == [path]
    assert load_or_make_key(tmp_path / "other") != key


def test_the_key_is_for_its_owner_only_whatever_the_umask(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        load_or_make_key(tmp_path / "key")
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "key").stat().st_mode) == 0o600


@pytest.mark.parametrize("content", [b"", b"\xff\xfe\x00", b"hemlig", base64.b64encode(MASTER)[:20]])
def test_a_broken_key_file_is_refused_and_left_as_it_is(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "key"
    path.write_bytes(content)
    with pytest.raises(VaultError, match="nyckeln"):
        load_or_make_key(path)
    assert path.read_bytes() == content


def test_a_key_file_that_cannot_be_read_or_made_is_told_in_swedish(tmp_path: Path) -> None:
    with pytest.raises(VaultError, match="kan inte läsas"):
        load_or_make_key(tmp_path)
    with pytest.raises(VaultError, match="kan inte skapas"):
        load_or_make_key(tmp_path / "missing" / "key")
    (tmp_path / "file").write_text("")
    with pytest.raises(VaultError, match="kan inte läsas"):
        load_or_make_key(tmp_path / "file" / "key")


def test_threads_that_start_at_once_end_up_with_the_same_key(tmp_path: Path) -> None:
    for attempt in range(20):
        with ThreadPoolExecutor(8) as pool:
            keys = set(pool.map(load_or_make_key, [tmp_path / f"key{attempt}"] * 8))
        assert len(keys) == 1
    assert len(list(tmp_path.iterdir())) == 20


def test_processes_that_start_at_once_end_up_with_the_same_key(tmp_path: Path) -> None:
    command = [sys.executable, "-c", START, str(tmp_path / "key")]
    starts = [subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) for _ in range(6)]
    for start in starts:
        assert start.stdin
        start.stdin.write(b"!")
        start.stdin.flush()
    keys = {start.communicate(timeout=60)[0] for start in starts}
    assert [start.returncode for start in starts] == [0] * 6
    assert keys == {load_or_make_key(tmp_path / "key").hex().encode() + b"\n"}


def test_a_start_that_died_half_way_leaves_no_half_key_in_its_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def die(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", die)
        with pytest.raises(VaultError, match="kan inte skapas"):
            load_or_make_key(tmp_path / "key")
    assert list(tmp_path.iterdir()) == []
    assert len(load_or_make_key(tmp_path / "key")) == KEY_BYTES
