"""Who is heard in a chat, and how often: only a lead's own words and presses act, and each of them once."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from medverkan.bot.chat import links
from medverkan.bot.chat.values import Came
from medverkan.bot.settings import Lead
from medverkan.mailbox.values import GiveUpError, TryLaterError
from medverkan.storage.lifecycle import InvitationState, OutgoingState
from medverkan.storage.values import Outgoing
from tests.bot.chat.room import STRANGER, Room, room
from tests.bot.pushing import limit_pages
from tests.bot.town import case_of

I = InvitationState  # noqa: E741 - as in storage/lifecycle.py
GROUP = "[Gruppen: 1 och 2]"
OVE = Lead(name="Ove Exempel", email="ove.exempel@region.example")


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):  # type: ignore[no-untyped-def]
    """Give the chat of a lead, with one request proposed."""
    with room(tmp_path, monkeypatch) as opened:
        yield opened


def rows(here: Room) -> list[Outgoing]:
    """Return what has been written to the chat."""
    with here.world.parts.store.reading() as books:
        return [message for message in books.outgoing.all() if message.channel == "chat"]


def untouched(here: Room) -> bool:
    """Tell whether nobody in the case has been picked."""
    return set(here.states().values()) == {I.PROPOSED}


def with_leads(here: Room, *leads: Lead) -> None:
    """Let the settings name those leads instead."""
    settings = here.world.parts.settings.model_copy(update={"leads": leads})
    here.world.parts = replace(here.world.parts, settings=settings)
    here.talk.parts = here.world.parts
    channel = here.world.senders.channels["chat"]
    channel.parts = here.world.parts  # type: ignore[attr-defined]


def test_a_button_pressed_twice_acts_once_and_says_what_was_decided(here: Room) -> None:
    press = here.came(GROUP)
    assert "1 och 2 är valda." in here.hear(press)[0]
    [again] = here.hear(replace(press, id="another"))
    assert again.startswith(
        "Den knappen tryckte du på måndag 1 februari kl. 09.12. Då svarade jag:\n\nF-2027-0001 · förslag 1\n1 och 2 är"
    )
    assert len(rows(here)) == 5


def test_what_comes_again_does_nothing_and_is_not_answered(here: Room) -> None:
    press, words = here.came(GROUP), here.came("> fler")
    assert len(here.hear(press, press)) == 2
    assert len(here.hear(words, words)) == 2
    assert here.hear(press, words) == []
    with here.world.parts.store.reading() as books:
        assert len(books.proposals.of(case_of(here.play))) == 2


def test_an_answer_that_was_taken_back_before_it_left_does_not_let_words_act_again(here: Room) -> None:
    words = here.came("> fler")
    here.talk.take(words)
    with here.world.parts.store.transaction() as books:
        books.outgoing.cancel(request_id=case_of(here.play).id)
    here.hear(words)
    with here.world.parts.store.reading() as books:
        assert len(books.proposals.of(case_of(here.play))) == 2


def test_a_button_and_words_about_an_older_list_are_refused_kindly(here: Room) -> None:
    old, words = here.came(GROUP), here.came("> ja till 1")
    here.say("[Fler]")
    for came in (old, words):
        [answer] = here.hear(came)
        assert "Det där gällde lista 1, och den senaste är 2. Jag har inte gjort något." in answer
        assert answer.startswith("F-2027-0001 · förslag 2")
    assert untouched(here)


def test_an_old_button_about_a_call_gets_fresh_ones_instead(here: Room) -> None:
    here.say(GROUP)
    old = here.came("[1 Ja]")
    request = case_of(here.play)
    with here.world.parts.store.transaction() as books:
        first = books.invitations.of(request)[0].member_id
        listed = [{"member": first, "number": 1}]
        books.proposals.add(request, listed, [], {}, matcher="m", inputs_sha256="0" * 64, now=here.world.clock())
    here.say("/ringlista F-2027-0001")
    [answer] = here.hear(old)
    assert "Det där gällde lista 1" in answer
    assert here.states()[1] is I.PICKED
    assert "1 har tackat ja." in here.say("[1 Ja]")


def test_a_button_is_good_for_two_weeks(here: Room) -> None:
    here.world.clock.forward(days=14, minutes=1)
    answers = here.say(GROUP)
    assert "Den knappen gäller inte längre" in answers
    assert untouched(here)


def test_a_button_that_was_never_offered_does_nothing(here: Room) -> None:
    for forged in ("-", "x", "approve", "a" * 64, "pick 1 2", "F-2027-0001 ja 1 2", "\x00", "' OR 1=1 --", "🙂"):
        assert "Den knappen gäller inte längre" in here.say("", press=forged)
    assert untouched(here)


def test_one_leads_button_cannot_be_pressed_by_another(here: Room) -> None:
    karin = here.world.parts.settings.leads[0]
    press = here.came(GROUP)
    with_leads(here, karin, OVE)
    with here.world.parts.store.transaction() as books:
        code = links.new_code(books, OVE, here.world.clock())
    here.hear(Came("link", "42", private=True, words=f"/start {code}"))
    [answer] = here.hear(replace(press, chat="42"))
    assert "Den knappen gäller inte längre" in answer
    assert untouched(here)


NOT_THE_LEAD: list[dict[str, object]] = [
    {"chat": STRANGER},
    {"chat": ""},
    {"private": False},
    {"chat": "-100123", "private": False},
    {"chat": STRANGER, "private": False},
]
TRIED = [GROUP, "> ja till 1 och 2", "/arenden", "/start", "/start abcd-efgh-jkmn", "/start ", "hej", ""]


def test_strangers_and_groups_are_neither_heard_nor_answered(here: Room) -> None:
    before = len(rows(here))
    came = [here.came(said, **changed) for changed in NOT_THE_LEAD for said in TRIED]
    assert here.hear(*came) == []
    assert untouched(here)
    assert len(rows(here)) == before


def test_what_is_passed_on_from_somebody_else_is_not_the_leads_word(here: Room) -> None:
    assert "vidarebefordrat" in here.say("> ja till 1 och 2", own=False)
    assert untouched(here)


@pytest.mark.parametrize(("said", "given"), [("> ja till 1 och 2", {"changed": True}), ("> ", {}), ("", {})])
def test_what_was_changed_afterwards_and_what_is_no_text_is_not_acted_on(
    here: Room, said: str, given: dict[str, object]
) -> None:
    assert "har inte gjort något" in here.say(said, **given)
    assert untouched(here)


def test_a_lead_who_is_taken_out_of_the_settings_loses_the_chat_at_once(here: Room) -> None:
    came = here.came(GROUP)
    here.talk.take(here.came("/hjalp"))
    with_leads(here, OVE)
    assert here.hear(came) == []
    assert untouched(here)
    [unsent] = [message for message in rows(here) if message.state is OutgoingState.FAILED]
    assert unsent.error == "utvecklingsledaren har ingen kopplad chatt"


def test_a_chat_that_was_unlinked_is_a_strangers(here: Room) -> None:
    with here.world.parts.store.transaction() as books:
        books.chats.unlink(here.world.parts.settings.leads[0].email)
    assert here.hear(here.came(GROUP), here.came("/hjalp")) == []
    assert untouched(here)


def test_a_chat_named_in_the_settings_needs_no_code_and_no_other_counts(here: Room) -> None:
    karin = here.world.parts.settings.leads[0]
    with_leads(here, karin.model_copy(update={"telegram": 99}))
    assert here.hear(here.came("/arenden")) == []
    assert "F-2027-0001" in here.say("/arenden", chat="99")
    assert here.chat.sent[-1].chat == "99"


def test_a_code_links_the_chat_it_is_said_in_once_and_for_fifteen_minutes(here: Room) -> None:
    lead = here.world.parts.settings.leads[0]
    with here.world.parts.store.transaction() as books:
        code = links.new_code(books, lead, here.world.clock())
    start = f"/start {code}"
    assert here.hear(here.came(start, chat="5", private=False)) == []
    assert here.hear(here.came(start, chat="5", own=False)) == []
    assert "Nu är chatten kopplad" in here.say(start.upper().replace("/START", "/start"), chat="5")
    assert here.hear(here.came(start, chat="6"), here.came("/arenden")) == []
    assert "F-2027-0001" in here.say("/arenden", chat="5")
    with here.world.parts.store.transaction() as books:
        late = links.new_code(books, lead, here.world.clock() - timedelta(minutes=15))
    assert here.hear(here.came(f"/start {late}", chat="7")) == []


def test_a_link_is_in_the_audit_without_the_chat(here: Room) -> None:
    with here.world.parts.store.reading() as books:
        [event] = [event for event in books.audit.of() if event.what == "chat-linked"]
    assert event.detail == {"lead": here.world.parts.settings.leads[0].email}


def test_what_brings_an_answer_down_is_said_and_does_nothing(here: Room, capfd: pytest.CaptureFixture[str]) -> None:
    with here.world.parts.store.engine.begin() as connection:
        connection.exec_driver_sql(
            "CREATE TRIGGER poison BEFORE UPDATE ON invitation BEGIN SELECT RAISE(ABORT, 'kanarie'); END"
        )
    press = here.came(GROUP)
    assert here.hear(press) == ["Det gick inte. Jag har inte gjort något. Svara på mejlet om ärendet i stället."]
    assert here.hear(press) == []
    with here.world.parts.store.engine.begin() as connection:
        connection.exec_driver_sql("DROP TRIGGER poison")
    assert untouched(here)
    assert "kanarie" not in "".join(capfd.readouterr())
    # Nothing of it was kept, so that the button is still good.
    assert "1 och 2 är valda." in here.hear(replace(press, id="another"))[0]


def test_a_register_that_cannot_be_written_lets_it_come_again(here: Room) -> None:
    press = here.came(GROUP)
    limit_pages(here.world.parts, pages=0)
    with pytest.raises(TryLaterError):
        for _ in range(100):
            here.talk.take(here.came("/hjalp"))
    limit_pages(here.world.parts, pages=1_000_000)
    assert "1 och 2 är valda." in "".join(here.hear(press))


def test_a_chat_that_is_away_is_written_to_later_and_not_when_it_is_too_late(here: Room) -> None:
    here.chat.troubles = [TryLaterError("borta")]
    assert here.hear(here.came("/hjalp")) == []
    here.world.clock.forward(minutes=3)
    here.world.step()
    assert "/ringlista" in here.chat.sent[-1].text
    here.chat.troubles = [TryLaterError("borta")]
    here.hear(here.came("/hjalp"))
    here.world.clock.forward(hours=13)
    here.world.step()
    assert rows(here)[-1].error == "chattmeddelandet hann inte skickas i tid"
    with here.world.parts.store.reading() as books:
        assert books.tasks.open_tasks(kinds=["failed"]) == []


def test_a_chat_that_refuses_is_a_task_for_the_lead(here: Room) -> None:
    here.chat.troubles = [GiveUpError("Telegram tog inte emot meddelandet")]
    here.hear(here.came("/hjalp"))
    with here.world.parts.store.reading() as books:
        [task] = books.tasks.open_tasks(kinds=["failed"])
    assert task.note == "servern vägrade ta emot chattmeddelandet"


def test_without_chat_in_the_settings_nothing_is_written_for_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with room(tmp_path, monkeypatch) as here:
        settings = here.world.parts.settings
        off = settings.model_copy(update={"chat": settings.chat.model_copy(update={"provider": "none"})})
        here.world.parts = replace(here.world.parts, settings=off)
        here.talk.parts = here.world.parts
        before = len(rows(here))
        here.hear(here.came(GROUP))
        here.play.answer(here.play.latest(settings.leads[0].email, "lead-proposal"), "JA 1")
        assert len(rows(here)) == before
        assert here.states()[1] is I.PICKED
