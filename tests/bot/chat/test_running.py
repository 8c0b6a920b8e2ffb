"""`medverkan run` with a chat: a whole case over a Bot API server, and nothing personal in any byte that reached it."""

import re
from pathlib import Path
from typing import Any
from urllib.parse import unquote_plus

from medverkan.bot.demo import cast
from tests.bot.chat.bot_api import TOKEN, BotApi, bot_api
from tests.bot.chat.room import told_of
from tests.bot.living import LEAD, Place, medverkan, place, register, registration_mail, request_mail, service, until


def texts(api: BotApi) -> list[str]:
    """Return what has been written to the lead."""
    return [str(message["text"]) for message in api.sent]


def said(api: BotApi, *words: str) -> Any:
    """Wait until something with those words has been written."""
    return until(f"the chat says {words}", lambda: [one for one in texts(api) if all(word in one for word in words)])


def with_chat(where: Place, api: BotApi) -> None:
    """Let the settings name the server."""
    file = where.home / "medverkan.toml"
    lines = f'\n[chat]\nprovider = "telegram"\ntoken = "{TOKEN}"\nbase_url = "{api.base_url}"\n'
    file.write_text(file.read_text("utf-8") + lines, "utf-8")


def test_a_case_is_handled_in_the_chat_and_nothing_personal_leaves_for_it(tmp_path: Path) -> None:
    with bot_api() as api, place("pymap", tmp_path / "home") as where:
        with_chat(where, api)
        doctor = medverkan(where.home, "doctor")
        assert "ok   [chat]: Telegram känner boten som @intressebot; 0 av 1 utvecklingsledare" in doctor.stdout
        with service(where.home) as running:
            code = medverkan(where.home, "chat", "link", LEAD).stdout.strip()
            assert re.fullmatch(r"/start \w{4}-\w{4}-\w{4}", code)
            api.write("/start abcd-abcd-abcd", chat=666)
            api.write(code)
            said(api, "Nu är chatten kopplad")
            where.mailbox.append(*[registration_mail(number) for number in range(3)], request_mail(1))
            [proposal] = said(api, "förslag 1", "personer är föreslagna")
            one, two = re.findall(r"(\d) och (\d)", proposal)[-1]
            api.press(api.data(f"Gruppen: {one} och {two}"))
            said(api, f"{one} och {two} är valda.")
            said(api, "ringlista 1", f"Ring nummer {one} och {two}.")
            api.press(api.data(f"{one} Svarade inte"))
            said(api, f"{one} svarade inte.")
            yes = api.data(f"{two} Ja")
            api.press(yes)
            said(api, f"{two} har tackat ja.")
            api.press(yes)
            said(api, "Den knappen tryckte du på")
            api.press(yes, chat=666)
            api.write("/arenden", chat=666)
            api.write("/ringlista")
            said(api, f"nummer {one} (senast", "ringt 1 gång")
            assert running.stop() == 0
            log = running.said()
        reached = unquote_plus(api.bytes.decode())
        assert told_of(reached, *cast.registrations()) == []
        assert {message["chat_id"] for message in api.sent} == {"7"}
        assert "answerCallbackQuery" in api.asked
        assert [word for word in (TOKEN, "kanarie", "/start", "region.example", "getUpdates?") if word in log] == []
        with register(where.home) as books:
            [request] = books.requests.in_state()
            assert [event.what for event in books.audit.of(request_id=request.id)].count("chat-answer") == 3


def test_a_chat_that_is_not_there_does_not_hold_the_service_up(tmp_path: Path) -> None:
    with bot_api() as api:
        gone = api.base_url
    api.base_url = gone
    with place("pymap", tmp_path / "home") as where:
        with_chat(where, api)
        doctor = medverkan(where.home, "doctor")
        assert "FEL  [chat]: Telegram svarar inte just nu" in doctor.stdout
        with service(where.home) as running:
            where.mailbox.append(request_mail(1))
            until("the lead gets the proposal", lambda: where.letters(LEAD))
            until("it is said", lambda: "chat not reached" in running.said())
            assert running.stop() == 0
            assert running.said().count("chat not reached") == 1
