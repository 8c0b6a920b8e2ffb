"""Two posts of one person become one: never more agreed to, never two letters, never a trace too many or too few."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from medverkan.bot.demo.journey import Journey
from medverkan.bot.post import Desk
from medverkan.bot.register import restrict
from medverkan.bot.rights.erase import erase
from medverkan.bot.rights.merge import Merged, merge, part
from medverkan.bot.rights.restore import replay
from medverkan.bot.rights.retention import thin
from medverkan.bot.settings import SettingsError
from medverkan.storage import ledger
from medverkan.storage.books import Books
from medverkan.storage.lifecycle import InvitationState as State
from medverkan.storage.lifecycle import MemberStatus
from medverkan.storage.values import Member
from tests.bot.remains import remains
from tests.bot.town import RESIDENTS, UNIT, case_of, picked, proposal, resident, states, town
from tests.storage.test_merges import dump

TWICE = resident(
    "Kanarina", "Voljärsson", "070-174 06 66", **{"Vad har du erfarenhet av?": "Jag har hemtjänst varje kväll."}
)
AGAIN = resident(
    "Canarina", "Voljärson", "070-174 06 67",
    **{"E-post": "kanariefagel@post.example", "Vad har du erfarenhet av?": "Hemtjänst morgon och kväll, fem år."},
)  # fmt: skip
WORDS = ("Kanarina", "Canarina", "Voljär", "701740666", "701740667", "kanariefagel", "kanarina@")


@pytest.fixture
def play(tmp_path: Path) -> Iterator[Journey]:
    with town(tmp_path, (*RESIDENTS[:2], TWICE, AGAIN)) as made:
        yield made


def at(play: Journey, books: Books) -> Desk:
    return Desk(books, play.world.parts, play.world.clock())


def known(books: Books, first: str) -> Member:
    return next(one for one in books.members.all() if one.fields["first_name"] == first)


def merged(play: Journey, **keep: str) -> Merged:
    """Let the newer of the two go into the older."""
    with play.world.parts.store.transaction() as books:
        pair = known(books, "Canarina"), known(books, "Kanarina")
        return merge(at(play, books), *pair, keep, by="operator", who={})


def everything(play: Journey) -> dict[Any, Any]:
    with play.world.parts.store.reading() as books:
        return dump(books)


def numbers(play: Journey) -> tuple[int, int]:
    """Return the numbers in the case of the one who stays and the one who goes."""
    found = {name.split()[0]: number for number, name, _ in play.people(case_of(play))}
    return found["Kanarina"], found["Canarina"]


def test_the_one_who_stays_has_all_and_is_told_of_as_the_newest_form_says(play: Journey) -> None:
    done = merged(play)
    with play.world.parts.store.reading() as books:
        one = books.members.get(done.gone.number)
        assert one
        assert one.number == done.kept.number
        assert one.name == "Canarina Voljärson"
        assert books.members.by_phone("+46701740667") == [one]
        assert {consent.kind for consent in books.consents.of_member(one.id) if not consent.withdrawn_at} == {
            "matching", "email",
        }  # fmt: skip
        assert len(books.tasks.open_tasks(member_id=one.id, kinds=["introduction"])) == 1
    assert any("Förnamnen är olika" in line for line in done.warnings)


def test_merged_and_parted_nothing_has_changed(play: Journey) -> None:
    number, other = numbers(play)
    calls = picked(play, f"JA {number} {other}")
    play.answer(calls, f"{other} ja")
    before = everything(play)
    done = merged(play)
    assert everything(play) != before
    with play.world.parts.store.transaction() as books:
        back, kept, parted = part(at(play, books), done.gone.number, by="operator", who={})
    assert (back.name, kept.name) == ("Canarina Voljärson", "Kanarina Voljärsson")
    assert (parted.changed, parted.kept_changed, parted.newer) == (0, False, 0)
    assert everything(play) == before


def test_on_one_case_the_invitation_that_came_further_counts_and_nothing_goes_twice(play: Journey) -> None:
    number, other = numbers(play)
    calls = picked(play, f"JA {number} {other}")
    play.answer(calls, f"{other} ja")
    with play.world.parts.store.reading() as books:
        older = known(books, "Kanarina").number
    with pytest.raises(SettingsError, match=r"väntar på att skickas.*--keep email"):
        merged(play, email=older)
    done = merged(play)
    assert f"{other} gäller" in done.cases[0]
    assert "en person färre" in done.cases[0]
    assert number not in states(play)
    assert states(play)[other] is State.RELEASED
    play.world.clock.forward(minutes=30)
    play.world.step()
    letters = [str(letter) for letter in play.letters(UNIT[1], "unit-delivery")]
    assert len(letters) == 1
    with play.world.parts.store.reading() as books:
        assert books.tasks.open_tasks(kinds=["call"], member_id=known(books, "Canarina").id) == []


def test_who_is_restricted_in_one_is_restricted_and_what_waits_is_taken_back(play: Journey) -> None:
    with play.world.parts.store.transaction() as books:
        restrict(at(play, books), known(books, "Kanarina"), by="member")
    done = merged(play)
    assert done.now.status is MemberStatus.RESTRICTED
    assert done.live == frozenset()
    with play.world.parts.store.reading() as books:
        one = books.members.get(done.kept.number)
        assert one
        assert books.consents.live_kinds().get(one.id) is None
    [number] = [number for number, name, _ in play.people(case_of(play)) if name.startswith("Canarina")]
    play.answer(proposal(play), f"JA {number}")
    assert states(play)[number] is State.PROPOSED


def test_who_is_being_called_is_first_taken_out_of_the_case(play: Journey) -> None:
    _, other = numbers(play)
    picked(play, f"JA {other}")
    with play.world.parts.store.transaction() as books:
        restrict(at(play, books), known(books, "Kanarina"), by="member")
    with pytest.raises(SettingsError, match=r"Spärra den först.*members restrict"):
        merged(play)


def test_where_they_contradict_nothing_is_agreed_to_and_it_is_asked_again(play: Journey) -> None:
    with play.world.parts.store.transaction() as books:
        books.consents.withdraw(known(books, "Kanarina").id, "email", play.world.clock())
    done = merged(play)
    assert done.ask == ("email",)
    with play.world.parts.store.reading() as books:
        one = books.members.get(done.kept.number)
        assert one
        assert books.consents.live(one.id, "email") is None
        assert one.fields["consent_email"] is False
        assert any("e-post" in task.note for task in books.tasks.open_tasks(member_id=one.id, kinds=["complete"]))


def test_the_lead_chooses_what_counts_but_never_a_consent(play: Journey) -> None:
    with play.world.parts.store.reading() as books:
        older = known(books, "Kanarina").number
    for keep, why in (({"consent_sms": older}, "samtycke"), ({"phone": "M-0999"}, "M-0999"), ({"shoe": older}, "shoe")):
        with pytest.raises(SettingsError, match=why):
            merged(play, **keep)
    assert merged(play, phone=older).now.fields["phone"] == "+46701740666"


def test_what_fails_at_the_end_leaves_nothing_behind(play: Journey) -> None:
    picked(play, f"JA {numbers(play)[0]} {numbers(play)[1]}")
    before = everything(play)
    with pytest.raises(ZeroDivisionError), play.world.parts.store.transaction() as books:
        merge(at(play, books), known(books, "Canarina"), known(books, "Kanarina"), {}, by="operator", who={})
        raise ZeroDivisionError
    assert everything(play) == before


def test_nobody_is_merged_with_themselves(play: Journey) -> None:
    with play.world.parts.store.transaction() as books, pytest.raises(SettingsError, match="samma post"):
        merge(at(play, books), known(books, "Kanarina"), known(books, "Kanarina"), {}, by="operator", who={})


def test_who_was_restricted_since_is_not_parted_by_a_guess(play: Journey) -> None:
    done = merged(play)
    with play.world.parts.store.transaction() as books:
        restrict(at(play, books), known(books, "Canarina"), by="member")
    with play.world.parts.store.transaction() as books, pytest.raises(SettingsError, match="ingen vet vem"):
        part(at(play, books), done.gone.number, by="operator", who={})


def test_after_thirty_days_there_is_nothing_left_to_part_them_by(play: Journey) -> None:
    done = merged(play)
    play.world.clock.forward(days=31)
    thin(play.world.parts, play.world.clock)
    with play.world.parts.store.transaction() as books:
        with pytest.raises(SettingsError, match="30 dagar"):
            part(at(play, books), done.gone.number, by="operator", who={})
        with pytest.raises(SettingsError, match="inte sammanslagen"):
            part(at(play, books), done.kept.number, by="operator", who={})


def test_an_erasure_finds_all_of_both_and_an_old_copy_brings_neither_back(play: Journey) -> None:
    parts = play.world.parts
    picked(play, f"JA {numbers(play)[1]}")
    with parts.store.reading() as books:
        pair = [known(books, "Kanarina"), known(books, "Canarina")]
    done = merged(play)
    erase(parts, done.gone.number, play.world.clock(), by="operator")
    assert remains(parts.store, parts.settings.home, WORDS) == []
    lines = ledger.read(parts.settings.home)
    with parts.store.reading() as books:
        assert all(books.ledger.came_back(one, lines) for one in pair)
        assert books.ledger.came_back(known(books, "Asta"), lines) is None
    assert replay(parts, lines, play.world.clock()) == (0, 0)


def test_somebody_else_who_is_erased_is_not_left_in_what_was_kept_to_part_them(play: Journey) -> None:
    parts = play.world.parts
    with parts.store.transaction() as books:
        one = known(books, "Canarina")
        books.members.edit(one, {**one.fields, "associations": "tillsammans med Asta Kvist"}, ())
    merged(play)
    with parts.store.reading() as books:
        asta = known(books, "Asta").number
    erase(parts, asta, play.world.clock(), by="operator")
    assert remains(parts.store, parts.settings.home, ("Asta Kvist",)) == []
