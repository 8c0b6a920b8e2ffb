"""The list put before the lead, where several cases are open at once: nobody is put in two groups for one day."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from medverkan.bot.demo import cast, mails
from medverkan.bot.demo.journey import Journey
from medverkan.bot.propose import keep_up, need_of, profiles_of, ranked
from medverkan.bot.rights.erase import erase
from medverkan.mailbox.mime import plain_text
from medverkan.matching import text
from medverkan.matching.index import Index
from medverkan.storage.lifecycle import RequestEvent
from medverkan.storage.members import MemberBook
from medverkan.storage.values import Member, Proposal, Request
from tests.bot.town import LEAD, case_of, proposal, town

OTHER = ("Nils Bark", "nils.bark@region.example")
OTHER_UNIT = "Biståndsenheten"
CONCERN = "Är också aktuell för ett annat uppdrag samma dag, som inte är bestämt än."
NEXT_WEEK = "Tisdag 23 mars 2027 kl. 13.00–15.00"


@pytest.fixture
def play(tmp_path: Path) -> Iterator[Journey]:
    with town(tmp_path) as made:
        yield made


def ask_again(play: Journey, **changed: str) -> Request:
    """Let another unit send the same request, changed by `changed` (first word of a label → value)."""
    values = changed | {"Verksamhet/enhet": OTHER_UNIT, "Kontaktperson": OTHER[0], "E-post": OTHER[1]}
    rows = tuple(
        (label, values.get(label, values.get(label.split()[0], value))) for label, value in cast.HOME_CARE_FORM
    )
    play.send(mails.in_body(play.new_mail(OTHER, "Förfrågan om medverkan"), rows), OTHER)
    play.world.step()
    return play.case(OTHER_UNIT)


def latest(play: Journey, case: Request) -> Proposal:
    with play.world.parts.store.reading() as books:
        return books.proposals.of(case)[-1]


def first(play: Journey) -> Proposal:
    return latest(play, play.case(dict(cast.HOME_CARE_FORM)["Verksamhet/enhet"]))


def warned(listed: Proposal) -> set[str]:
    return {match["member"] for match in listed.matches if CONCERN in match["concerns"]}


def test_two_open_cases_do_not_put_one_person_in_their_groups_for_one_day(play: Journey) -> None:
    before, after = first(play), latest(play, ask_again(play))
    assert len(before.team) == len(after.team) == 2
    assert not set(before.team) & set(after.team)
    assert warned(after) == set(before.team)
    assert [match["member"] for match in after.matches][:2] == sorted(after.team)
    assert not warned(before)


def test_on_another_day_nobody_is_tied_up(play: Journey) -> None:
    after = latest(play, ask_again(play, Datum=NEXT_WEEK))
    assert after.team == first(play).team
    assert not warned(after)


def test_who_is_called_for_one_case_is_left_out_of_the_other_group_and_who_has_said_yes_of_the_list(
    play: Journey,
) -> None:
    play.answer(proposal(play), "JA 3 4")
    called = {"M-0003", "M-0004"}
    case = ask_again(play)
    assert warned(latest(play, case)) == called
    assert not called & set(latest(play, case).team)
    play.answer(play.latest(LEAD, "lead-calls"), "3 ja, uppgifterna får lämnas")
    play.answer(play.latest(LEAD, "lead-proposal"), "FLER")
    again = latest(play, ask_again(play))
    assert again.excluded["busy"] == 1
    assert "M-0003" not in {match["member"] for match in again.matches}


def test_a_case_that_is_withdrawn_or_answered_with_no_ties_nobody_up(play: Journey) -> None:
    play.answer(proposal(play), "NEJ")
    assert not warned(latest(play, ask_again(play)))


def test_who_said_yes_to_what_was_withdrawn_is_free_that_day(play: Journey) -> None:
    play.answer(proposal(play), "JA 1")
    play.answer(play.latest(LEAD, "lead-calls"), "1 ja, uppgifterna får lämnas")
    with play.world.parts.store.transaction() as books:
        case = next(iter(books.requests.in_state()))
        books.requests.move(case, RequestEvent.WITHDRAWN, play.at)
    assert latest(play, ask_again(play)).excluded["busy"] == 0


def test_a_changed_request_does_not_stand_in_its_own_way(play: Journey) -> None:
    before = first(play)
    play.answer(play.latest(cast.HOME_CARE[1], "unit-received"), "Antal personer: 3", cast.HOME_CARE)
    assert len(first(play).team) == 3
    assert not warned(first(play))
    assert set(before.team) <= set(first(play).team)


def test_the_same_register_gives_the_same_list_and_the_same_fingerprint(play: Journey) -> None:
    case = ask_again(play)
    stored, parts = latest(play, case), play.world.parts
    with parts.store.reading() as books:
        profiles = profiles_of(books, books.members.all(), case)
        keep_up(parts, books, case)
    need = need_of(case.fields)
    today = stored.at.astimezone(parts.settings.zone).date()
    assert Index(reversed(profiles)).fingerprint(need, today=today) == stored.inputs_sha256
    assert Index(profiles[1:]).fingerprint(need, today=today) != stored.inputs_sha256
    again = ranked(parts, need, stored.at, top=50)
    assert (again.team, again.version, again.excluded) == (stored.team, stored.matcher, stored.excluded)
    assert [m.member for m in again.matches][: len(stored.matches)] == [m["member"] for m in stored.matches]


def test_the_letter_names_the_whole_group_and_who_stands_in(play: Journey) -> None:
    text = plain_text(proposal(play))
    assert "Som grupp föreslår jag" in text
    assert "Reserv om någon faller bort:" in text


def test_only_who_has_changed_is_opened_again(play: Journey, monkeypatch: pytest.MonkeyPatch) -> None:
    parts = play.world.parts
    opened: list[int] = []
    some = MemberBook.some

    def counted(book: MemberBook, ids: Sequence[str]) -> Iterator[Member]:
        opened.append(len(ids))
        return some(book, ids)

    monkeypatch.setattr(MemberBook, "some", counted)

    def look() -> int:
        with parts.store.reading() as books:
            keep_up(parts, books, None)
        return opened.pop()

    look()
    assert look() == 0
    with parts.store.transaction() as books:
        one, other = list(books.members.all())[:2]
        books.members.edit(one, dict(one.fields) | {"experience": "Jag har astma."}, one.missing)
        books.consents.withdraw(other.id, "matching", play.world.clock())
    assert look() == 2
    with parts.store.reading() as books:
        fresh = Index(profiles_of(books, books.members.all()))
    need, today = need_of(case_of(play).fields), play.world.clock().date()
    assert parts.index.fingerprint(need, today=today) == fresh.fingerprint(need, today=today)
    assert look() == 0


def test_nothing_that_was_read_of_an_erased_persons_words_is_remembered(play: Journey) -> None:
    parts = play.world.parts
    with parts.store.reading() as books:
        keep_up(parts, books, None)
        gone = next(books.members.all())
    assert text.sentences.cache_info().currsize
    erase(parts, gone.number, play.world.clock(), by="operator")
    with parts.store.reading() as books:
        keep_up(parts, books, None)
    assert gone.number not in parts.read
    assert text.sentences.cache_info().currsize == text.stem.cache_info().currsize == 0
