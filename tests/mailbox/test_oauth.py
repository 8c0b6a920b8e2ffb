"""Signing in with a token: asked for apart, renewed in time, replaced once when refused, and never seen by anybody."""

import base64
import json
import logging
import threading
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import jwt
import pytest

from medverkan.mailbox.oauth import WORDS, Token, TokenHolder, ask_apart, roles_of
from medverkan.mailbox.transport import LoginRefusedError
from medverkan.mailbox.values import TryLaterError
from tests.mailbox.servers import Certificate, free_port
from tests.mailbox.sign_in import APP, SECRET, START, Clock, SignIn, app_certificate, sign_in_service


class Answers:
    """A sign-in service in memory: gives what it is told to, and counts."""

    def __init__(self, *answers: dict[str, Any]) -> None:
        self.answers = list(answers)
        self.count = 0

    def __call__(self, _credentials: object) -> dict[str, Any]:
        self.count += 1
        if self.answers:
            return self.answers.pop(0)
        return {"token": f"t{self.count}", "expires_in": 3600}


@pytest.fixture
def service(certificate: Certificate, monkeypatch: pytest.MonkeyPatch) -> Iterator[SignIn]:
    with sign_in_service(certificate, monkeypatch) as running:
        yield running


@pytest.fixture
def clock() -> Clock:
    return Clock()


def holder(answers: Answers, clock: Clock) -> TokenHolder:
    return TokenHolder(SignIn().credentials(), ask=answers, now=clock)


def test_a_token_is_used_until_five_minutes_before_its_end_and_then_renewed(clock: Clock) -> None:
    answers = Answers()
    tokens = holder(answers, clock)
    first = tokens.current()
    clock.forward(minutes=54)
    assert tokens.current() is first
    clock.forward(minutes=1)
    second = tokens.current()
    assert (first.text, second.text, answers.count) == ("t1", "t2", 2)
    assert second.ends == START + timedelta(minutes=115)


def test_a_short_token_is_renewed_in_its_last_quarter(clock: Clock) -> None:
    answers = Answers({"token": "kort", "expires_in": 60})
    tokens = holder(answers, clock)
    tokens.current()
    clock.forward(seconds=44)
    assert tokens.current().text == "kort"
    clock.forward(seconds=1)
    assert tokens.current().text == "t2"


def test_while_the_service_is_away_the_old_token_is_used_to_its_end(clock: Clock) -> None:
    later = {"later": "network"}
    tokens = holder(Answers({"token": "t1", "expires_in": 3600}, later, later, later), clock)
    first = tokens.current()
    clock.forward(minutes=56)
    assert tokens.current() is first
    clock.forward(minutes=5)
    with pytest.raises(TryLaterError, match="inte att nå"):
        tokens.current()


def test_a_refusal_is_known_at_once_even_while_the_old_token_lasts(clock: Clock) -> None:
    tokens = holder(Answers({"token": "t1", "expires_in": 3600}, {"refused": ["7000222"]}), clock)
    tokens.current()
    clock.forward(minutes=56)
    with pytest.raises(LoginRefusedError, match="gått ut"):
        tokens.current()


def test_a_refused_app_is_not_tried_again_for_every_letter_but_within_the_minute(clock: Clock) -> None:
    answers = Answers({"refused": ["7000215"]})
    tokens = holder(answers, clock)
    for _ in range(20):
        with pytest.raises(LoginRefusedError, match="AADSTS7000215"):
            tokens.current()
    assert answers.count == 1
    clock.forward(minutes=1)
    assert tokens.current().text == "t2"


def test_two_that_were_refused_the_same_token_get_the_same_new_one(clock: Clock) -> None:
    answers = Answers()
    tokens = holder(answers, clock)
    refused = tokens.current()
    together = threading.Barrier(8)
    got: list[Token] = []

    def renew() -> None:
        together.wait()
        got.append(tokens.renewed(refused))

    threads = [threading.Thread(target=renew) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert {token.text for token in got} == {"t2"}
    assert answers.count == 2


@pytest.mark.parametrize("code", sorted(WORDS))
def test_each_known_reason_says_in_swedish_what_to_mend(clock: Clock, code: str) -> None:
    with pytest.raises(LoginRefusedError) as refused:
        holder(Answers({"refused": [code]}), clock).current()
    told = str(refused.value)
    assert WORDS[code] in told
    assert (f"AADSTS{code}" in told) is code.isdigit()


@pytest.mark.parametrize(
    "answer",
    [{}, {"refused": []}, {"refused": ["999"]}, {"token": ""}, {"token": "a\r\nb", "expires_in": 1},
     {"token": "å", "expires_in": 1}, {"token": "t", "expires_in": 0}, {"token": "t", "expires_in": "soon"},
     {"token": 1}],
)  # fmt: skip
def test_an_answer_without_a_usable_token_is_a_refusal(clock: Clock, answer: dict[str, Any]) -> None:
    with pytest.raises(LoginRefusedError, match="okänd orsak"):
        holder(Answers(answer), clock).current()


def test_what_the_app_may_do_is_read_from_its_token() -> None:
    def of(text: str) -> tuple[str, ...]:
        return roles_of(Token(text, START, START))

    claims = base64.urlsafe_b64encode(json.dumps({"roles": ["IMAP.AccessAsApp"]}).encode()).decode().rstrip("=")
    assert of(f"x.{claims}.y") == ("IMAP.AccessAsApp",)
    for odd in ("", "x", "a.b.c", "a.!!.c", "..", "a.W10.c", "a.eyJyb2xlcyI6MX0.c", "a." + "W" * 9999 + ".c"):
        assert of(odd) == ()


def test_a_real_service_gives_a_token_to_an_app_with_a_secret(service: SignIn) -> None:
    answer = ask_apart(service.credentials())
    assert answer == {"token": "kanarie-token-1", "expires_in": 3599}
    (form,) = service.asked
    assert form["grant_type"] == "client_credentials"
    assert form["scope"] == "https://outlook.office365.com/.default"
    assert (form["client_id"], form["client_secret"]) == (APP, SECRET)


def test_a_certificate_signs_instead_of_a_secret(service: SignIn, tmp_path: Path) -> None:
    app = service.credentials(client_secret="", certificate=str(app_certificate(tmp_path)))
    assert ask_apart(app)["token"] == "kanarie-token-1"
    (form,) = service.asked
    assert "client_secret" not in form
    header = jwt.get_unverified_header(form["client_assertion"])
    assert header["x5t#S256"]
    assert jwt.decode(form["client_assertion"], options={"verify_signature": False})["iss"] == APP


@pytest.mark.parametrize(
    "content", [None, b"", b"-----BEGIN CERTIFICATE-----\nx\n-----END CERTIFICATE-----\n", b"\xff"]
)
def test_a_certificate_that_cannot_be_read_is_told(service: SignIn, tmp_path: Path, content: bytes | None) -> None:
    path = tmp_path / "app.pem"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(LoginRefusedError, match="certifikatfilen kan inte läsas"):
        TokenHolder(service.credentials(client_secret="", certificate=str(path))).current()
    assert service.asked == []


@pytest.mark.parametrize("code", [7000215, 7000222, 700016])
def test_a_real_refusal_is_told_without_the_secret(
    service: SignIn, code: int, capfd: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    service.refuse(code)
    tokens = TokenHolder(service.credentials())
    with pytest.raises(LoginRefusedError, match=f"AADSTS{code}") as refused:
        tokens.current()
    told = capfd.readouterr()
    everything = f"{refused.value!r}{refused.value.__cause__!r}{tokens!r}{service.credentials()!r}{told}{caplog.text}"
    assert SECRET not in everything


def test_an_unknown_tenant_is_told(service: SignIn) -> None:
    with pytest.raises(LoginRefusedError, match="Kontrollera tenant"):
        TokenHolder(service.credentials(tenant="finns-inte.example")).current()


@pytest.mark.parametrize(("status", "error"), [(503, "temporarily_unavailable"), (500, "x"), (400, "server_error")])
def test_a_service_in_trouble_is_tried_later(service: SignIn, status: int, error: str) -> None:
    service.refuse(90033, error, status)
    with pytest.raises(TryLaterError):
        TokenHolder(service.credentials()).current()


def test_a_service_that_is_away_or_shows_a_strange_certificate_is_tried_later(
    service: SignIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(TryLaterError):
        TokenHolder(service.credentials(authority=f"https://localhost:{free_port()}")).current()
    monkeypatch.delenv("REQUESTS_CA_BUNDLE")
    with pytest.raises(TryLaterError):
        TokenHolder(service.credentials()).current()
    assert service.asked == []
