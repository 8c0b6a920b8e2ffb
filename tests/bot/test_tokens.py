"""The case token: found wherever a mail program leaves it, refused when a character of it is not ours."""

from datetime import UTC, date, datetime, timedelta
from email.header import Header

import pytest
from hypothesis import given
from hypothesis import strategies as st

from medverkan.bot.tokens import Purpose, Token, find, sign, without_tokens
from medverkan.mailbox.mime import parse, plain_text
from medverkan.mailbox.values import Letter
from medverkan.storage.vault import Vault

VAULT = Vault(bytes(range(32)))
CASE = "F-2026-0001"
TO, NOW = "karin@region.example", datetime(2027, 2, 1, 8, tzinfo=UTC)
# Written before letters said whom they were for and until when.
FIRST = "f-2026-0001.p2." + VAULT.sign("f-2026-0001.p2|lead")


def signed(about: str, purpose: Purpose, version: int = 1, to: str = TO, vault: Vault = VAULT) -> str:
    return sign(vault, about, purpose, version, to=to, now=NOW)


def said(token: Token | None) -> tuple[str, Purpose, int] | None:
    return (token.about, token.purpose, token.version) if token else None


TOKEN = signed(CASE, Purpose.PROPOSAL, 2)
SAID = (CASE, Purpose.PROPOSAL, 2)
OTHER = signed("F-2026-0002", Purpose.PROPOSAL)


def token(text: str = "", **given: object) -> Token | None:
    return find(VAULT, Letter(**given), text)  # type: ignore[arg-type]


def found(text: str = "", **given: object) -> tuple[str, Purpose, int] | None:
    return said(token(text, **given))


@pytest.mark.parametrize("about", ["F-2026-0001", "F-2026-123456", "M-0042", "M-9999", "M-100000", "M-1234567"])
@pytest.mark.parametrize("purpose", list(Purpose))
def test_every_token_that_is_signed_is_found(about: str, purpose: Purpose) -> None:
    assert found(subject=f"SV: x [{signed(about, purpose, 12)}]") == (about, purpose, 12)


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
        {"subject": "SV: F-2026-0001: förslag (3) [" + TOKEN[:40], "text": f"JA 1\n\n> Ärendekod: {TOKEN}\n"},
        {"text": f"JA 1\r\n\r\n| Ärendekod: {TOKEN}.\r\n"},
        {"text": f"<b>{TOKEN}</b>"},
    ],
)
def test_a_token_is_found_in_thread_subject_or_body(given: dict[str, object]) -> None:
    assert found(**given) == SAID  # type: ignore[arg-type]


def test_a_subject_that_was_folded_and_encoded_on_the_way_keeps_its_token() -> None:
    subject = Header(f"SV: F-2026-0001: förslag på människor som vill vara med [{TOKEN}]", "utf-8", maxlinelen=60)
    mail = parse(f"From: a@b.example\r\nSubject: {subject.encode(linesep=chr(13) + chr(10))}\r\n\r\nJA".encode())
    assert said(find(VAULT, mail, plain_text(mail))) == SAID


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


def test_a_token_knows_whom_it_was_written_to_and_no_one_elses_address_will_do() -> None:
    mine = token(subject=TOKEN)
    assert mine
    assert mine.is_for(VAULT, TO)
    assert mine.is_for(VAULT, " Karin@Region.Example ")
    assert not mine.is_for(VAULT, "ove@region.example")
    assert not mine.is_for(VAULT, "")
    assert "karin" not in TOKEN


@pytest.mark.parametrize(("days", "over"), [(0, False), (179, False), (180, False), (181, True), (4000, True)])
def test_an_answer_counts_for_half_a_year(days: int, over: bool) -> None:
    mine = token(subject=TOKEN)
    assert mine
    assert mine.ends == date(2027, 7, 31)
    assert mine.is_over(NOW + timedelta(days=days)) is over


def test_neither_the_person_nor_the_last_day_can_be_changed_or_left_out() -> None:
    bound = TOKEN.split(".")[2]
    for other in (signed(CASE, Purpose.PROPOSAL, 2, "ove@region.example").split(".")[2], "a" * 9, "7" * 9):
        assert token(subject=TOKEN.replace(bound, other)) is None
    assert token(subject=TOKEN.replace(f"{bound}.", "")) is None
    assert token(subject=FIRST.replace(".p2.", f".p2.{bound}.")) is None


@pytest.mark.parametrize(("purpose", "over"), [(p, p.audience == "lead") for p in Purpose])
def test_the_first_letters_are_still_known_but_a_leads_answer_to_one_is_too_late(purpose: Purpose, over: bool) -> None:
    first = f"f-2026-0001.{purpose}1." + VAULT.sign(f"f-2026-0001.{purpose}1|{purpose.audience}")
    old = token(subject=first)
    assert old == Token(CASE, purpose, 1)
    assert old
    assert old.is_over(NOW) is over
    assert old.is_for(VAULT, TO)


def test_another_registers_token_is_none() -> None:
    assert found(subject=signed(CASE, Purpose.PROPOSAL, vault=Vault(bytes(32)))) is None


@pytest.mark.parametrize("purpose", [p for p in Purpose if p.audience != "lead"])
def test_the_units_or_a_participants_token_cannot_be_turned_into_a_leads(purpose: Purpose) -> None:
    theirs = signed(CASE, purpose)
    for lead in (p for p in Purpose if p.audience == "lead"):
        assert found(subject=theirs.replace(f".{purpose}1.", f".{lead}1.")) is None
    assert found(subject=theirs) == (CASE, purpose, 1)


def test_tokens_of_different_cases_in_one_place_are_nobodys() -> None:
    assert found(text=f"{TOKEN} {OTHER}") is None
    assert found(subject=f"[{OTHER}] [{TOKEN}]") is None


def test_of_several_letters_quoted_the_uppermost_is_the_one_answered() -> None:
    older = signed(CASE, Purpose.PROPOSAL, 1)
    assert found(text=f"JA 1\n> Ärendekod: {TOKEN}\n>> Ärendekod: {older}\n") == SAID
    assert found(text=f"JA 1\n> Ärendekod: {older}\n>> Ärendekod: {TOKEN}\n") == (CASE, Purpose.PROPOSAL, 1)


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


def test_a_text_without_its_tokens_opens_nothing() -> None:
    assert without_tokens(f"Ang. [{TOKEN.upper()}] kaffet") == "Ang. [] kaffet"
