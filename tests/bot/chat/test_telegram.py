"""Telegram's Bot API as the leads' chat: what is asked of it, and that nothing it answers takes the service down."""

import asyncio
import json
import logging
import socket
from collections.abc import Callable, Iterator
from contextlib import closing
from typing import Any

import pytest
import structlog

from medverkan.bot.chat.telegram import TelegramChat
from medverkan.bot.chat.values import Came
from medverkan.mailbox.transport import LoginRefusedError
from medverkan.mailbox.values import GiveUpError, TryLaterError
from tests.bot.chat.bot_api import BOT, TOKEN, BotApi, bot_api
from tests.bot.living import until

Lines = list[Any]


@pytest.fixture
def api() -> Iterator[BotApi]:
    """Give a server."""
    with bot_api() as running:
        yield running


@pytest.fixture
def lines() -> Iterator[Lines]:
    """Give what is logged."""
    with structlog.testing.capture_logs() as said:
        yield said


def client(api: BotApi, token: str = TOKEN, timeout_s: float = 5.0) -> TelegramChat:
    """Return the bot, impatient."""
    return TelegramChat(token, api.base_url, timeout_s=timeout_s, poll_s=1, pauses_s=(0.01, 0.02))


def heard(api: BotApi, happens: Callable[[list[Came]], Any], take: Callable[[Came], None] | None = None) -> list[Came]:
    """Listen until something has happened; return what was heard."""
    found: list[Came] = []

    def keep(came: Came) -> None:
        if take:
            take(came)
        found.append(came)

    async def main() -> None:
        async with client(api).listening(keep):
            await asyncio.to_thread(until, "what the test waits for", lambda: happens(found))

    asyncio.run(main())
    return found


def test_a_message_is_sent_with_its_buttons_and_no_formatting(api: BotApi) -> None:
    client(api).send("7", "F-2027-0001 · <b>*åäö*", [[("Ja", "n1"), ("Nej", "n2")], [("Ångra", "n3")]])
    client(api).send("7", "utan", [])
    first, second = api.sent
    assert (first["chat_id"], first["text"]) == ("7", "F-2027-0001 · <b>*åäö*")
    assert "parse_mode" not in first
    assert first["protect_content"] == "true"
    rows = json.loads(first["reply_markup"])["inline_keyboard"]
    assert [[(one["text"], one["callback_data"]) for one in row] for row in rows] == [
        [("Ja", "n1"), ("Nej", "n2")],
        [("Ångra", "n3")],
    ]
    assert "reply_markup" not in second


def test_the_bot_says_who_it_is(api: BotApi) -> None:
    assert client(api).check() == "Telegram känner boten som @intressebot"


REFUSALS = [
    (401, {"description": "Unauthorized"}, LoginRefusedError),
    (404, {"description": "Not Found"}, LoginRefusedError),
    (403, {"description": "Forbidden: bot was blocked by the user"}, GiveUpError),
    (400, {"description": "Bad Request: chat not found"}, GiveUpError),
    (400, {"description": "x", "parameters": {"migrate_to_chat_id": -100}}, GiveUpError),
    (429, {"description": "Too Many Requests", "parameters": {"retry_after": 5}}, TryLaterError),
    (409, {"description": "Conflict"}, TryLaterError),
    (500, {"description": "Internal"}, TryLaterError),
    (502, {"description": "Bad Gateway"}, TryLaterError),
]


@pytest.mark.parametrize(("status", "said", "raised"), REFUSALS)
def test_a_refusal_is_what_the_outbox_knows(
    api: BotApi, status: int, said: dict[str, Any], raised: type[Exception]
) -> None:
    api.faults["sendMessage"] = [(status, json.dumps({"ok": False, "error_code": status, **said}).encode())]
    with pytest.raises(raised) as error:
        client(api).send("7", "hej", [])
    assert TOKEN not in repr(error.value)
    assert type(error.value) is raised


@pytest.mark.parametrize(
    "body", [b"", b"<html>", b"\xff\xfe", b"[]", b"null", b'{"ok":true}', b'{"ok":true,"result":1}']
)
@pytest.mark.parametrize("status", [200, 502])
def test_garbage_is_a_reason_to_try_later_or_give_up(api: BotApi, status: int, body: bytes) -> None:
    api.faults["sendMessage"] = [(status, body)]
    with pytest.raises((TryLaterError, GiveUpError)):
        client(api).send("7", "hej", [])


def test_a_wrong_token_and_a_server_that_is_not_there(api: BotApi) -> None:
    with pytest.raises(LoginRefusedError, match=r"\[chat\] token"):
        client(api, "1:fel").check()
    with pytest.raises(TryLaterError):
        TelegramChat(TOKEN, "http://127.0.0.1:1", timeout_s=1).check()


def test_what_is_written_and_pressed_is_heard_in_order_and_the_press_answered_first(api: BotApi) -> None:
    answered: list[bool] = []
    api.write("hej")
    api.press("n1")
    found = heard(api, lambda all_: len(all_) == 2, lambda _: answered.append("answerCallbackQuery" in api.asked))
    words, press = found
    assert (words.chat, words.private, words.words, words.press, words.own) == ("7", True, "hej", "", True)
    assert (press.chat, press.private, press.words, press.press) == ("7", True, "", "n1")
    assert answered == [False, True]
    assert api.asked[0] == "deleteWebhook"


def test_the_message_that_is_answered_comes_along_where_it_is_ours(api: BotApi) -> None:
    ours = api.message("F-2027-0001 · förslag 1\n…") | {"from": BOT}
    own = api.message("F-2027-0001 · förslag 1")
    passed_on = ours | {"forward_origin": {"type": "hidden_user", "date": 1, "sender_user_name": "x"}}
    for answered in (ours, own, passed_on):
        api.write("ja till 1", reply_to_message=answered)
    found = heard(api, lambda all_: len(all_) == 3)
    assert [came.about for came in found] == ["F-2027-0001 · förslag 1\n…", "", ""]


def test_a_group_a_forward_and_another_bots_words_are_told_apart(api: BotApi) -> None:
    api.came(message=api.message("ja", -5, "group") | {"from": {"id": 7, "is_bot": False, "first_name": "K"}})
    api.write(
        "ja", forward_origin={"type": "user", "date": 1, "sender_user": {"id": 9, "is_bot": False, "first_name": "O"}}
    )
    api.write("ja", via_bot={"id": 9, "is_bot": True, "first_name": "B"})
    api.press("n", message=api.message("", -5, "group") | {"from": BOT})
    api.press("n", message={"chat": {"id": 7, "type": "private"}, "message_id": 3, "date": 0})
    found = heard(api, lambda all_: len(all_) == 5)
    assert [(came.private, came.own) for came in found] == [
        (False, True), (True, False), (True, False), (False, True), (True, True)]  # fmt: skip


def test_a_changed_message_and_one_without_words_are_told_apart(api: BotApi) -> None:
    written = api.message("ja till 1")
    api.came(message=written)
    api.came(edited_message=written | {"text": "ja till 2", "edit_date": 5})
    api.came(edited_message=written | {"text": "ja till 3", "edit_date": 9})
    photo = {"file_id": "f", "file_unique_id": "u", "width": 1, "height": 1}
    api.came(message={key: value for key, value in api.message("").items() if key != "text"} | {"photo": [photo]})
    found = heard(api, lambda all_: len(all_) == 4)
    assert [(came.words, came.changed) for came in found] == [
        ("ja till 1", False), ("ja till 2", True), ("ja till 3", True), ("", False)]  # fmt: skip
    assert len({came.id for came in found}) == 4


NOTHING: list[dict[str, Any]] = [
    {},
    {"message": {}},
    {"message": None},
    {"message": []},
    {"message": {"message_id": "x", "date": "y", "chat": 7}},
    {"callback_query": {"id": "q"}},
    {"callback_query": 3},
    {"my_chat_member": {"chat": 1}},
    {"poll": {"id": "1"}},
    {"something_new": {"of": "tomorrow"}},
]


@pytest.mark.parametrize("update", NOTHING)
def test_what_cannot_be_read_is_passed_over(api: BotApi, update: dict[str, Any]) -> None:
    api.came(**update)
    api.came(message={key: value for key, value in api.message("").items() if key != "text"} | {"sticker": None})
    api.write("sist")
    [came] = heard(api, lambda all_: all_)
    assert came.words == "sist"


FAULTS: list[tuple[int, bytes]] = [
    (502, b"<html>Bad Gateway</html>"),
    (429, b'{"ok":false,"error_code":429,"description":"x","parameters":{"retry_after":1}}'),
    (409, b'{"ok":false,"error_code":409,"description":"Conflict"}'),
    (401, b'{"ok":false,"error_code":401,"description":"Unauthorized"}'),
    (200, b"not json at all, kanarie"),
    (200, b'{"ok":true}'),
    (200, b'{"ok":true,"result":{"a":1}}'),
    (200, b'{"ok":true,"result":[1,null,"x",{"update_id":"7"},{"no":1}]}'),
    (200, b""),
]


def test_a_server_in_trouble_is_said_once_and_asked_again(
    api: BotApi, lines: Lines, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    caplog.set_level(logging.DEBUG)
    api.faults["getUpdates"] = [*FAULTS[:7], *FAULTS[8:]]
    api.faults["deleteWebhook"] = [(502, b"")]
    api.write("kanarie-ord")
    [came] = heard(api, lambda all_: all_)
    assert came.words == "kanarie-ord"
    assert [line["event"] for line in lines if line["log_level"] == "warning"] == ["chat not reached"]
    told = f"{lines}{caplog.text}{''.join(capfd.readouterr())}"
    assert [word for word in ("kanarie", TOKEN, "getUpdates?") if word in told] == []


def test_what_is_no_update_is_passed_over(api: BotApi) -> None:
    api.faults["getUpdates"] = [FAULTS[7]]
    api.write("hej")
    assert heard(api, lambda all_: all_)


def test_what_cannot_be_dealt_with_now_comes_again_and_nothing_after_it_before(api: BotApi) -> None:
    api.write("ett")
    api.write("två")
    troubles = [TryLaterError("full"), TryLaterError("full")]

    def take(came: Came) -> None:
        if troubles and came.words == "ett":
            raise troubles.pop()

    assert [came.words for came in heard(api, lambda all_: len(all_) == 2, take)] == ["ett", "två"]


def test_what_brings_the_conversation_down_is_passed_over(api: BotApi, lines: Lines) -> None:
    api.write("ett")
    api.write("två")

    def take(came: Came) -> None:
        if came.words == "ett":
            raise RuntimeError("kanarie")

    assert [came.words for came in heard(api, lambda all_: all_, take)] == ["två"]
    assert "kanarie" not in str(lines)


def test_what_was_dealt_with_is_confirmed_and_what_comes_twice_has_the_same_id(api: BotApi) -> None:
    told = api.press("n1")
    [came] = heard(api, lambda all_: all_ and not api.updates)
    # After a crash the server tells of it again, and a press may be told of anew under another number.
    api.updates = [told, {**told, "update_id": told["update_id"] + 1}]
    assert [again.id for again in heard(api, lambda all_: len(all_) == 2)] == [came.id, came.id]


def test_a_client_that_cannot_be_made_is_said_and_ends_nothing(
    api: BotApi, lines: Lines, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ALL_PROXY", "kanarie://proxy.example")
    with pytest.raises(TryLaterError):
        client(api).check()
    heard(api, lambda _: [line for line in lines if line["event"] == "chat not reached"])
    assert "kanarie" not in str(lines)


def test_a_server_that_says_nothing_is_left_after_a_while() -> None:
    with closing(socket.create_server(("127.0.0.1", 0))) as silent:
        address = f"http://127.0.0.1:{silent.getsockname()[1]}"
        with pytest.raises(TryLaterError):
            TelegramChat(TOKEN, address, timeout_s=0.2).send("7", "hej", [])
