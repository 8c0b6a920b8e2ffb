"""What is said in the chat, from a case in numbers: tables of how it stands and what is said of it."""

import dataclasses
from datetime import UTC, date, datetime, timedelta
from typing import Any, get_type_hints
from zoneinfo import ZoneInfo

import pytest

from medverkan.bot.chat import facts, outcomes, telling
from medverkan.bot.chat.facts import Call, Case
from medverkan.mailbox.values import Action, Outcome
from medverkan.storage.lifecycle import InvitationState, RequestState

I, R = InvitationState, RequestState  # noqa: E741 - as in storage/lifecycle.py
DAY = date(2027, 2, 2)
TO_CALL = (I.PICKED, I.NO_ANSWER, I.CALL_AGAIN)


def case(*states: InvitationState, team: tuple[int, ...] = (), **given: Any) -> Case:
    """Return a case whose people, from 1, are in those states."""
    numbered = dict(enumerate(states, 1))
    values: dict[str, Any] = {
        "id": "r", "number": "F-2027-0001", "state": R.CALLING, "paused": False, "version": 2, "wanted": 2,
        "listed": tuple(n for n, state in numbered.items() if state in (I.PROPOSED, *TO_CALL)),
        "earlier": (), "team": team,
        "calls": tuple(Call(n, f"m{n}", 0, DAY) for n, state in numbered.items() if state in TO_CALL),
        "states": numbered, "numbers": {f"m{n}": n for n in numbered}, "unit_verified": True,
        "peopled": 2,
    }  # fmt: skip
    return Case(**(values | given))


def test_the_chat_is_told_of_a_case_in_numbers_and_states_only() -> None:
    allowed = {"str", "int", "bool", "date", "RequestState", "InvitationState", "Call"}
    texts = {"id", "number", "member_id"}
    for values in (Case, Call):
        hints = get_type_hints(values, vars(facts))
        assert {field.name for field in dataclasses.fields(values) if hints[field.name] is str} <= texts
        assert {part for hint in hints.values() for part in _names(hint)} <= allowed


def _names(hint: Any) -> list[str]:
    inner = [name for part in getattr(hint, "__args__", ()) for name in _names(part)]
    return inner or ([] if hint in (type(None), ...) else [hint.__name__])


CALLED = [
    ((I.PICKED,), (I.ACCEPTED,), Outcome.ACCEPTED, "1 har tackat ja.\nKontaktuppgifterna lämnas ut om 10 minuter."),
    ((I.DECLINED,), (I.ACCEPTED,), Outcome.ACCEPTED, "1 har tackat ja."),
    ((I.PICKED,), (I.CALL_AGAIN,), Outcome.ACCEPTED, "1 har redan tackat ja till något annat samma dag. Inget är"),
    ((I.RELEASED,), (I.RELEASED,), Outcome.ACCEPTED, "1 hade redan tackat ja."),
    ((I.RELEASED,), (I.RELEASED,), Outcome.DECLINED, "1: Det är för sent: verksamheten har redan fått"),
    ((I.RELEASED,), (I.DECLINED,), Outcome.DECLINED, "1 har tackat nej.\nDet saknas 2 personer."),
    ((I.TOOK_PART,), (I.TOOK_PART,), Outcome.NO_ANSWER, "1: Det är för sent"),
    ((I.PICKED,), (I.NO_ANSWER,), Outcome.NO_ANSWER, "1 svarade inte. Försök igen tisdag 2 februari."),
    ((I.NO_ANSWER,), (I.NO_ANSWER,), Outcome.NO_ANSWER, "1 svarade inte."),
    ((I.PICKED,), (I.PICKED,), Outcome.DECLINED, "1: Inget ändrades."),
    ((I.PICKED,), (), Outcome.DECLINED, "1: Inget ändrades."),
]


@pytest.mark.parametrize(("before", "after", "outcome", "said"), CALLED)
def test_how_a_call_went_is_said_from_how_it_stands_afterwards(
    before: tuple[InvitationState, ...], after: tuple[InvitationState, ...], outcome: Outcome, said: str
) -> None:
    told = outcomes.called({1: outcome}, case(*before), case(*after), undo_minutes=10)
    assert told.text.startswith(f"F-2027-0001 · ringlista 2\n{said}")


def test_a_yes_beside_another_one_that_day_must_be_given_again() -> None:
    told = outcomes.called({1: Outcome.ACCEPTED}, case(I.PICKED), case(I.CALL_AGAIN), undo_minutes=10)
    assert [[(one.label, one.action, one.member_id) for one in row] for row in told.rows] == [
        [("1 Ja ändå", "accepted", "m1"), ("1 Nej", "declined", "m1")]
    ]


@pytest.mark.parametrize(
    ("undo_minutes", "verified", "said", "buttons"),
    [
        (10, True, "lämnas ut om 10 minuter. Blev det fel? Tryck Ångra.", ["Ångra 1"]),
        (1, True, "lämnas ut om 1 minut. ", ["Ångra 1"]),
        (0, True, "Kontaktuppgifterna lämnas ut nu.", []),
        (0, False, "måste du svara om verksamhetens adress", ["Ångra 1"]),
    ],
)
def test_a_yes_can_be_taken_back_as_long_as_nothing_has_left(
    undo_minutes: int, verified: bool, said: str, buttons: list[str]
) -> None:
    after = case(I.ACCEPTED, unit_verified=verified)
    told = outcomes.called({1: Outcome.ACCEPTED}, case(I.PICKED), after, undo_minutes)
    assert said in told.text
    assert [button.label for row in told.rows for button in row] == buttons


DECIDED = [
    (Action.APPROVE, (I.PROPOSED, I.PROPOSED), (I.PICKED, I.PROPOSED), "1 är vald. Ringlistan"),
    (Action.APPROVE, (I.PROPOSED, I.PROPOSED), (I.PICKED, I.PICKED), "1 och 2 är valda. Ringlistan"),
    (Action.APPROVE, (I.PICKED, I.PROPOSED), (I.PROPOSED, I.PICKED), "2 är vald. 1 är inte vald längre."),
    (Action.APPROVE, (I.PICKED,), (I.PICKED,), "De är redan valda."),
    (Action.MORE, (I.PROPOSED,), (I.PROPOSED,), "Inget ändrades."),
    (Action.REJECT_ALL, (I.PICKED,), (I.PICKED,), "Jag letar inte efter fler."),
    (Action.UNDO, (I.PICKED,), (I.PICKED,), "Det fanns inget att ångra."),
    (Action.UNDO, (I.RELEASED,), (I.RELEASED,), "Det är för sent"),
    (
        Action.UNDO,
        (I.RELEASED, I.RELEASED),
        (I.PICKED, I.PICKED),
        "1 och 2 är tillbaka på ringlistan. Inget lämnas ut.",
    ),
    (Action.UNCLEAR, (I.PICKED,), (I.PICKED,), "Jag är inte säker på vad du menar, och har inte gjort något."),
    (
        Action.UNCLEAR,
        (I.RELEASED,),
        (I.PICKED,),
        "Jag är inte säker på vad du menar. För säkerhets skull: 1 är tillbaka",
    ),
    (
        Action.STATUS,
        (I.PICKED, I.DECLINED),
        (I.PICKED, I.DECLINED),
        "Verksamheten söker 2. Att ringa: 1. Har tackat nej",
    ),
]


@pytest.mark.parametrize(("action", "before", "after", "said"), DECIDED)
def test_what_came_of_an_answer_about_a_list_is_said(
    action: Action, before: tuple[InvitationState, ...], after: tuple[InvitationState, ...], said: str
) -> None:
    told = outcomes.decided(action, case(*before), case(*after))
    assert told.text.startswith(f"F-2027-0001 · förslag 2\n{said}")


@pytest.mark.parametrize(
    ("stands", "labels"),
    [
        (case(I.PROPOSED, I.PROPOSED, team=(1, 2), state=R.PROPOSED), ["Gruppen: 1 och 2", "Fler", "Ingen passar"]),
        (case(I.PROPOSED, I.PROPOSED, wanted=1, state=R.PROPOSED), ["Välj 1", "Välj 2", "Fler", "Ingen passar"]),
        (case(I.PICKED, I.PROPOSED, team=(1, 2)), ["Välj 2", "Fler", "Leta inte fler"]),
        (case(*[I.PROPOSED] * 9), [f"Välj {n}" for n in range(1, 7)]),
        (case(I.DECLINED), ["Ingen passar", "Pausa"]),
        (case(I.PROPOSED, I.PICKED, listed=(2,), earlier=(1,)), ["Välj 1", "Leta inte fler", "Pausa"]),
        (case(*[I.PROPOSED] * 40, team=tuple(range(1, 41))), ["Välj 1", "Välj 2"]),
    ],
)
def test_a_list_has_buttons_for_whom_can_be_chosen(stands: Case, labels: list[str]) -> None:
    shown = [button.label for row in telling.proposal(stands).rows for button in row]
    assert shown[: len(labels)] == labels
    assert all(len(button.action) <= telling.ACTION_LONGEST for row in telling.proposal(stands).rows for button in row)


@pytest.mark.parametrize(
    ("stands", "said"),
    [
        (case(I.PROPOSED, state=R.PROPOSED), "Ska verksamheten få besked att ingen passar?"),
        (case(I.PROPOSED, I.DECLINED), "Ska verksamheten få besked att ingen passar?"),
        (case(I.PROPOSED, I.NO_ANSWER), "Ska jag sluta leta efter fler i ärendet?"),
        (case(I.DECLINED, I.RELEASED), "Ska jag sluta leta efter fler i ärendet?"),
    ],
)
def test_what_nobody_leads_to_is_asked_before_it_is_done(stands: Case, said: str) -> None:
    assert said in telling.are_you_sure(stands).text


def test_a_long_call_list_says_that_more_is_in_the_mail() -> None:
    told = telling.calls(case(*[I.PICKED] * 13))
    assert "Fler finns i mejlet." in told.text
    assert len(told.rows) == 2 * 12
    assert telling.calls(case(I.DECLINED)).text.endswith("Ingen i ärendet ska ringas just nu.")


def test_the_call_list_of_all_cases_is_in_numbers_and_days() -> None:
    late = dataclasses.replace(case(I.PICKED), calls=(Call(1, "m1", 2, DAY), Call(4, "m4", 0, None)))
    assert telling.call_list([late, case(I.DECLINED)], [], 1, DAY).text == (
        "F-2027-0001: nummer 1 (senast i dag, ringt 2 gånger), nummer 4\n"
        "Utanför ärenden: 1 person att ringa.\n\nNamn och telefonnummer står i mejlen."
    )
    assert telling.call_list([], [], 0, DAY).text == "Ingen står på ringlistan."


def test_many_cases_are_cut_short() -> None:
    told = telling.cases([case(I.PROPOSED, number=f"F-2027-{n:04d}") for n in range(1, 26)])
    assert told.text.endswith("Och 10 till.")
    assert len(told.text) < 4096
    assert len(told.rows) == telling.MOST_SINGLE


def test_what_waits_today_is_counted() -> None:
    kinds = ["call", "contact", "decide", "unit", "failed"]
    assert telling.waits(kinds, "I dag väntar").text.startswith(
        "I dag väntar: 2 samtal, 1 förslag att svara på och 2 annat."
    )


def test_a_button_pressed_once_more_says_when_and_what() -> None:
    told = telling.pressed_before(datetime(2027, 7, 1, 8, 5, tzinfo=UTC), ZoneInfo("Europe/Stockholm"), "1 är vald.")
    assert told.text == "Den knappen tryckte du på torsdag 1 juli kl. 10.05. Då svarade jag:\n\n1 är vald."


def test_every_first_line_is_read_back() -> None:
    for said in (telling.proposal(case(I.PROPOSED)), telling.calls(case(I.PICKED)), telling.not_now(case(I.PICKED))):
        found = telling.ABOUT.match(said.text)
        assert found
        assert (found[1], found[3]) == ("F-2027-0001", "2")
    assert telling.day(DAY + timedelta(days=1)) == "onsdag 3 februari"
