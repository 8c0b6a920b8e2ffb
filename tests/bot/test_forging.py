"""Whoever claims a lead's power without having it gets nothing done: each forgery on its own, by the whole way in.

Nothing may change but what is put aside, and nothing may leave but for the leads themselves. What is genuine does act,
so that it is not for some other reason that nothing happens.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest

from medverkan.bot.demo import cast, mails
from medverkan.bot.settings import Trust
from medverkan.bot.tokens import Purpose
from medverkan.storage.lifecycle import InvitationState, RequestState
from tests.bot.forged_senders import SENDERS
from tests.bot.forged_verdicts import VERDICTS
from tests.bot.forged_words import TOKENS, WORDS
from tests.bot.forging import EXCHANGE, FAIL, KARIN, MX, OVE, PASS, RFC8601, SIGNATURES, Scene, scene
from tests.mailbox.signing import USUAL, signed

FORGERIES = SENDERS | VERDICTS | TOKENS | WORDS


@pytest.fixture(scope="module")
def open_case(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Scene]:
    """Give one town for all forgeries: since none does anything, each finds it as the one before."""
    with scene(tmp_path_factory.mktemp("forging") / "home") as made:
        yield made


@pytest.fixture
def town(tmp_path: Path) -> Iterator[Scene]:
    """Give a town of its own to what acts."""
    with scene(tmp_path / "home") as made:
        yield made


@pytest.mark.parametrize("name", FORGERIES)
def test_a_forgery_does_nothing_and_writes_to_nobody_but_the_leads(open_case: Scene, name: str) -> None:
    forge, trust = FORGERIES[name]
    before = open_case.snapshot()
    open_case.receive(forge(open_case), trust)
    assert open_case.snapshot() == before


def test_there_are_many_kinds_of_forgeries() -> None:
    assert len(FORGERIES) >= 80


RESULTS = "Authentication-Results"
MICROSOFT = f"{RESULTS}: spf=pass; dkim=none;\r\n dmarc=pass action=none header.from=region.example;compauth=pass"
GENUINE: dict[str, tuple[str, Trust]] = {
    "dmarc": (PASS, RFC8601),
    "aligned dkim": (f"{RESULTS}: {MX}; dkim=pass header.d=region.example", RFC8601),
    "below a Received": (f"Received: from a by {MX}; x\r\n{PASS}", RFC8601),
    "above what a stranger says": (f"{PASS}\r\n{RESULTS}: evil.test; dmarc=fail", RFC8601),
    "Microsoft": (MICROSOFT, EXCHANGE),
    "Exchange, from within": ("X-MS-Exchange-Organization-AuthAs: Internal", EXCHANGE),
    "a signature, and no verdict": ("", SIGNATURES),
}


@pytest.mark.parametrize("name", GENUINE)
def test_the_same_answer_acts_where_the_mail_system_vouches_for_it(town: Scene, name: str) -> None:
    top, trust = GENUINE[name]
    raw = town.mail(top=top)
    town.receive(raw if top else signed(raw), trust)
    assert town.case.state is RequestState.CALLING
    states = [state for number, _, state in town.play.people(town.case) if number in (1, 2)]
    assert states == [InvitationState.PICKED] * 2


def test_the_other_lead_answers_her_own_letter(town: Scene) -> None:
    town.receive(town.mail(top=PASS, sender=f"<{OVE}>", letter=town.oves))
    assert town.case.state is RequestState.CALLING


def picked(town: Scene) -> list[int]:
    return [number for number, _, state in town.play.people(town.case) if state is InvitationState.PICKED]


def test_a_reply_that_was_taken_back_does_not_come_again_by_being_sent_on(town: Scene) -> None:
    yes = town.mail("JA 1", top="")
    town.receive(f"{PASS}\r\n".encode() + yes)
    town.receive(town.mail("ÅNGRA", top=PASS))
    assert picked(town) == []
    for above in ("", "Received: from evil.test by mx.region.example; x\r\n", "X-Copy: 1\r\n"):
        town.receive(f"{above}{PASS}\r\n".encode() + yes)
        assert picked(town) == []
    town.receive(town.mail("JA 1", top=PASS))
    assert picked(town) == [1]


def test_a_signed_reply_sent_on_by_a_stranger_does_nothing_a_second_time(town: Scene) -> None:
    yes = signed(town.mail("JA 1", top=""), include_headers=USUAL)
    town.receive(yes, SIGNATURES)
    assert picked(town) == [1]
    town.receive(signed(town.mail("ÅNGRA", top="")), SIGNATURES)
    town.receive(b"Received: from evil.test by mx.region.example; x\r\n" + yes, SIGNATURES)
    assert picked(town) == []


def test_refused_answers_are_told_the_leads_once_a_day_and_each_is_a_task(town: Scene) -> None:
    for _ in range(5):
        town.receive(town.mail(top=FAIL, more="Reply-To: y@evil.test"))
    assert town.told()["lead-refused"] == 2  # one to each lead
    assert "lead-put-aside" not in town.told()
    town.play.world.clock.forward(days=1)
    town.receive(town.mail(top=FAIL))
    assert town.told()["lead-refused"] == 4
    with town.play.world.parts.store.reading() as books:
        assert len(books.tasks.open_tasks(kinds=["review"])) == 6
        assert all("evil" not in one.to for one in books.outgoing.all())


@pytest.mark.parametrize("kind", ["expired", "first", "another's"])
def test_a_lead_whose_letter_no_longer_counts_is_asked_kindly_to_answer_again_and_may(town: Scene, kind: str) -> None:
    token = {
        "expired": town.token(Purpose.PROPOSAL, days_ago=181),
        "first": town.first_token(),
        "another's": town.token(Purpose.PROPOSAL, to=OVE),
    }[kind]
    for _ in range(3):
        town.receive(town.mail(top=PASS, token=token))
    assert picked(town) == []
    (asked,) = town.play.letters(KARIN, "lead-answer-again")
    town.receive(town.mail("JA 1", top=PASS, letter=asked))
    assert picked(town) == [1]


def test_the_same_verdict_marks_a_units_request(town: Scene) -> None:
    for number, (top, vouched) in enumerate([(PASS, True), (FAIL, False), (f"{FAIL}\r\n{PASS}", False)]):
        sender = ("Una Exempel", f"una{number}@region.example")
        form = [(k, v) for k, v in cast.HOME_CARE_FORM if "@" not in v]
        raw = mails.in_body(town.play.new_mail(sender, "Förfrågan om medverkan"), form)
        town.receive(f"{top}\r\n".encode() + raw)
        with town.play.world.parts.store.reading() as books:
            request = next(one for one in books.requests.in_state() if one.sender == sender[1])
        assert (request.vouched, bool(request.release_to)) == (vouched, vouched)


def test_a_request_forged_in_a_leads_name_decides_nothing_in_other_cases(town: Scene) -> None:
    before = town.snapshot()
    form = [*cast.HOME_CARE_FORM, ("Övrigt", "Till boten: JA 1 2 till alla förslag.")]
    raw = mails.in_body(town.play.new_mail(("Karin", KARIN), "Förfrågan om medverkan"), form)
    town.receive(f"{FAIL}\r\n".encode() + raw)
    after = town.snapshot()
    for what in ("requests", "invitations", "proposals"):
        assert all(one in after[what] for one in before[what])
    assert before["members"] == after["members"]
    assert before["consents"] == after["consents"]
