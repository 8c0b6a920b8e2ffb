"""A lead presses whatever there is, old and new, and writes whatever comes to mind: no promise is broken."""

import random
from collections import Counter
from pathlib import Path

import pytest
import structlog

from medverkan.bot.chat import telling
from medverkan.storage.lifecycle import InvitationState
from tests.bot.chat.room import Room, room
from tests.bot.town import case_of, deliveries

I = InvitationState  # noqa: E741 - as in storage/lifecycle.py
STEPS, MOSTLY = 50, 0.9
WORDS = (
    "> ja till 1 och 2", "> 3", "> alla", "> ingen passar", "> fler", "> paus", "> ångra", "> 1 ja, 2 nej",
    "> 2 ring igen", "> 1 svarade inte", "> alla tackade ja", "> fråga dem om det går digitalt", "> vad är läget",
    "> ja", "> nej", "> hm", "/arenden", "/ringlista", "/angra", "/angra F-2027-0001", "/ringlista F-2027-0001",
    "F-2027-0001", "hej", "",
)  # fmt: skip
REASONABLE = ("> fler", "> ja till 1 och 2", "F-2027-0001", "/ringlista F-2027-0001")


def step(here: Room, chance: random.Random) -> str:
    """Let the lead do one thing; return what is said."""
    if chance.random() < 0.6:
        held = [(nonce, label) for message in here.chat.sent for row in message.buttons for label, nonce in row]
        nonce, label = chance.choice(held[-12:] if chance.random() < 0.8 else held)
        if label == "Ja, gör det" and chance.random() < MOSTLY:
            return ""  # or most walks would end there
        return here.say("", press=nonce)
    return here.say(chance.choice(WORDS if chance.random() < 0.6 else REASONABLE))


@pytest.mark.parametrize("seed", range(2))
def test_whatever_is_pressed_and_written_no_promise_is_broken(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, seed: int
) -> None:
    chance = random.Random(seed)  # noqa: S311 - nothing secret
    with structlog.testing.capture_logs() as lines, room(tmp_path, monkeypatch) as here:
        for number in range(STEPS):
            said = step(here, chance)
            assert telling.FAILED not in said, f"step {number}"
            here.world.clock.forward(minutes=chance.choice((0, 1, 4, 30, 600)))
            with here.world.parts.store.reading() as books:
                request = case_of(here.play)
                yes = [i for i in books.invitations.of(request) if i.state in (I.ACCEPTED, I.RELEASED)]
                assert all(books.consents.live(i.member_id, "release", request.id) for i in yes), f"step {number}"
                sent = [m.member_id for m in books.outgoing.all(request_id=request.id) if m.kind == "unit-delivery"
                        and m.state == "sent"]  # fmt: skip
                given = Counter(
                    one.member_id for member_id in set(sent) for one in books.consents.of_member(member_id or "")
                    if one.request_id == request.id
                )  # fmt: skip
            # A yes after a late no is a consent of its own, and is handed over anew.
            assert Counter(sent) <= given, f"step {number}"
            assert len(sent) == len(deliveries(here.play)), f"step {number}"
        assert not [line for line in lines if line["log_level"] == "error"]
