"""The case token: found wherever a mail program leaves it, refused when a character of it is not ours."""

from email.header import Header

import pytest
from hypothesis import given
from hypothesis import strategies as st

from medverkan.bot.tokens import Purpose, Token, find, sign
from medverkan.mailbox.mime import parse, plain_text
from medverkan.mailbox.values import Letter
from medverkan.storage.vault import Vault

VAULT = Vault(bytes(range(32)))
CASE = "F-2026-0001"
TOKEN = sign(VAULT, CASE, Purpose.PROPOSAL, 2)
SAID = Token(CASE, Purpose.PROPOSAL, 2)
OTHER = sign(VAULT, "F-2026-0002", Purpose.PROPOSAL)


def found(text: str = "", **given: object) -> Token | None:
    return find(VAULT, Letter(**given), text)  # type: ignore[arg-type]


@pytest.mark.parametrize("about", ["F-2026-0001", "F-2026-123456", "M-0042", "M-9999", "M-100000", "M-1234567"])
@pytest.mark.parametrize("purpose", list(Purpose))
def test_every_token_that_is_signed_is_found(about: str, purpose: Purpose) -> None:
    assert found(subject=f"SV: x [{sign(VAULT, about, purpose, 12)}]") == Token(about, purpose, 12)


@pytest.mark.parametrize(
    "given",
    [
        {"in_reply_to": (f"<{TOKEN}.abcdefghijkl@region.example>",)},
        {"in_reply_to": (f"<{TOKEN.upper()}.ABCDEFGHIJKL@region.example>",)},
        {"in_reply_to": ("<utan@region.example>",), "references": (f"<{TOKEN}.abc@region.example>",)},
        {"references": (f"<{OTHER}.abc@region.example>", f"<{TOKEN}.abc@region.example>", "<svar@x.example>")},
        {"subject": f"SV: F-2026-0001: förslag (3) [{TOKEN}]"},
        {"subject": f"Re: [{TOKEN}]"},
        {"subject": f"VB: SV: re: {TOKEN.upper()}"},
        {"subject": f"[EXTERNT] SV:[{TOKEN}]!"},
        {"subject": "SV: F-2026-0001: förslag (3) [" + TOKEN[:30], "text": f"JA 1\n\n> Ärendekod: {TOKEN}\n"},
        {"text": f"JA 1\r\n\r\n| Ärendekod: {TOKEN}.\r\n"},
        {"text": f"<b>{TOKEN}</b>"},
    ],
)
def test_a_token_is_found_in_thread_subject_or_body(given: dict[str, object]) -> None:
    assert found(**given) == SAID  # type: ignore[arg-type]


def test_a_subject_that_was_folded_and_encoded_on_the_way_keeps_its_token() -> None:
    subject = Header(f"SV: F-2026-0001: förslag på människor som vill vara med [{TOKEN}]", "utf-8", maxlinelen=60)
    mail = parse(f"From: a@b.example\r\nSubject: {subject.encode(linesep=chr(13) + chr(10))}\r\n\r\nJA".encode())
    assert find(VAULT, mail, plain_text(mail)) == SAID


def test_the_mail_that_is_answered_goes_before_subject_and_body() -> None:
    assert found(in_reply_to=(f"<{TOKEN}.a@x.example>",), subject=f"[{OTHER}]", text=OTHER) == SAID


@pytest.mark.parametrize("at", range(len(TOKEN)))
def test_a_changed_character_anywhere_makes_it_nobodys_token(at: int) -> None:
    other = "3" if TOKEN[at] == "2" else "2"
    assert found(subject=f"[{TOKEN[:at]}{other}{TOKEN[at + 1 :]}]") is None


def test_a_cut_or_a_lengthened_token_is_none() -> None:
    assert found(subject=TOKEN[:-1]) is None
    assert found(subject=TOKEN + "a") is None
    assert found(subject="a" + TOKEN) is None


def test_another_registers_token_is_none() -> None:
    assert found(subject=sign(Vault(bytes(32)), CASE, Purpose.PROPOSAL)) is None


@pytest.mark.parametrize("purpose", [p for p in Purpose if p.audience != "lead"])
def test_the_units_or_a_participants_token_cannot_be_turned_into_a_leads(purpose: Purpose) -> None:
    theirs = sign(VAULT, CASE, purpose)
    for lead in (p for p in Purpose if p.audience == "lead"):
        assert found(subject=theirs.replace(f".{purpose}1.", f".{lead}1.")) is None
    assert found(subject=theirs) == Token(CASE, purpose, 1)


def test_tokens_of_different_cases_in_one_place_are_nobodys() -> None:
    assert found(text=f"{TOKEN} {OTHER}") is None
    assert found(subject=f"[{OTHER}] [{TOKEN}]") is None


def test_of_several_letters_quoted_the_uppermost_is_the_one_answered() -> None:
    older = sign(VAULT, CASE, Purpose.PROPOSAL, 1)
    assert found(text=f"JA 1\n> Ärendekod: {TOKEN}\n>> Ärendekod: {older}\n") == SAID
    assert found(text=f"JA 1\n> Ärendekod: {older}\n>> Ärendekod: {TOKEN}\n") == Token(CASE, Purpose.PROPOSAL, 1)


def test_a_false_token_beside_a_true_one_changes_nothing() -> None:
    assert found(text=f"f-2026-0009.p1.{'a' * 26} {TOKEN}") == SAID


def test_what_lies_beyond_the_cap_is_not_searched() -> None:
    assert found(text="x " * 100_001 + TOKEN) is None


def test_a_token_stands_unbroken_in_a_message_id() -> None:
    assert TOKEN.lower() == TOKEN
    assert set(TOKEN) <= set("abcdefghijklmnopqrstuvwxyz0123456789.-")


@given(text=st.text(max_size=300), pieces=st.lists(st.sampled_from(["f-2026-0001", ".p1.", "a" * 26, "ſ", "K"])))
def test_no_text_makes_it_fail(text: str, pieces: list[str]) -> None:
    assert found(text=text + "".join(pieces), subject=text, in_reply_to=(text,)) is None
