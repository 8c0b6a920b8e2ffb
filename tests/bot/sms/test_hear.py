"""What an SMS leads to: STOPP acts, nothing else does; the lead hears of each, and nobody is answered twice a day."""

from datetime import timedelta

import pytest

from medverkan.bot.commands.record import as_lines, record
from medverkan.bot.post import Desk
from medverkan.bot.reminding.returned import PARTICIPANT_SAID
from medverkan.bot.sms.hear import MOST_A_DAY_FROM_ONE, _hear
from medverkan.storage.book import StaleError
from medverkan.storage.lifecycle import MemberStatus, RequestState
from tests.bot.sms.phones import BO, RUT, Phones

UNKNOWN = "+46701740699"


def opened_call(phones: Phones, member_id: str, request_id: str) -> None:
    with phones.parts.store.transaction() as books:
        books.tasks.add("call", "call:1", phones.clock(), request_id=request_id, member_id=member_id)


@pytest.mark.parametrize("said", ["STOPP", "stop", "Stpp", "inga fler sms tack"])
def test_stopp_ends_sms_to_that_person_at_once(phones: Phones, said: str) -> None:
    rut = phones.person()
    phones.write(rut, key="before")
    phones.say(said)
    assert not phones.agrees(rut)
    assert phones.again(rut).fields["consent_sms"] is False
    assert phones.waiting() == []
    assert not phones.write(rut, key="after")
    assert phones.again(rut).status is MemberStatus.REGISTERED
    (task,) = phones.tasks("contact")
    assert task.note == "Sms: STOPP"
    (letter,) = phones.told()
    assert "Jag skickar inga fler sms till numret" in letter.text


def test_stopp_is_heard_for_everybody_with_that_number(phones: Phones) -> None:
    rut, bo = phones.person(RUT), phones.person(RUT, first_name="Bo")
    phones.write(bo)
    phones.say("STOPP")
    assert not phones.agrees(rut)
    assert not phones.agrees(bo)
    assert phones.waiting() == []
    (task,) = phones.tasks("contact")
    assert (rut.number in task.note, bo.number in task.note, task.member_id) == (True, True, None)


@pytest.mark.parametrize(("said", "noted"), [("Ja tack", "JA"), ("Nej tack, kan inte", "NEJ")])
def test_a_yes_or_a_no_is_noted_on_the_call_and_decides_nothing(phones: Phones, said: str, noted: str) -> None:
    rut, case = phones.person(), phones.request()
    phones.write(rut, request=case)
    phones.send()
    opened_call(phones, rut.id, case.id)
    phones.say(said)
    (task,) = phones.tasks("call")
    assert task.note == f"Sms: {noted}"
    assert phones.tasks("contact") == []
    (letter,) = phones.told()
    assert "räknas inte som ett samtycke" in letter.text
    assert "står redan på din ringlista" in letter.text
    assert case.number in letter.subject
    assert "Rut" not in letter.subject
    with phones.parts.store.reading() as books:
        assert [consent.kind for consent in books.consents.of_member(rut.id)] == ["sms"]
        assert books.requests.in_state(RequestState.RECEIVED)[0].version == case.version
    assert phones.waiting() == []


def test_a_no_with_no_call_waiting_is_a_task_and_a_yes_is_only_told(phones: Phones) -> None:
    rut = phones.person()
    phones.write(rut, "sms-feedback")
    phones.send()
    phones.say("Ja")
    assert phones.tasks("contact") == []
    assert "fråga om återkoppling" in phones.told()[0].text
    phones.say("Nej")
    assert [task.note for task in phones.tasks("contact")] == ["Sms: NEJ"]


@pytest.mark.parametrize(("said", "told"), [("Ja", "yes"), ("Nej", "no")])
def test_whether_somebody_has_heard_back_is_written_down(phones: Phones, said: str, told: str) -> None:
    rut, case = phones.person(), phones.request()
    phones.write(rut, "sms-feedback", request=case)
    phones.send()
    phones.say(said)
    with phones.parts.store.reading() as books:
        (event,) = [one for one in books.audit.of(member_id=rut.id) if one.what == PARTICIPANT_SAID]
    assert event.detail == {"told": told}


def test_who_wants_to_be_rung_is_a_task_and_is_answered(phones: Phones) -> None:
    phones.person()
    phones.say("Ring mig!")
    assert [task.note for task in phones.tasks("contact")] == ["Sms: RING"]
    assert phones.send() == 1
    assert "Vi ringer dig" in phones.gateway.sent[0][1]


def test_other_words_go_to_the_lead_and_are_answered_once_a_day(phones: Phones) -> None:
    phones.person()
    for text in ("Vad gäller det?", "Hallå?", "Ring mig"):
        phones.say(text)
    assert phones.send() == 1
    assert len(phones.told()) == 3
    assert "| Vad gäller det?" in phones.told()[0].text
    phones.clock.forward(days=1)
    phones.say("Hallå igen?")
    assert phones.send() == 1


def test_at_night_the_answer_waits_for_the_morning(phones: Phones) -> None:
    phones.person()
    phones.clock.forward(hours=12)
    phones.say("Vad gäller det?")
    assert phones.send() == 0
    phones.clock.forward(hours=11)
    assert phones.send() == 1


def test_what_comes_in_the_night_and_in_the_morning_gets_one_answer(phones: Phones) -> None:
    phones.person()
    phones.clock.forward(hours=12)
    phones.say("Vad gäller det?")
    phones.clock.forward(hours=11)
    phones.say("Hallå?")
    assert phones.send() == 1


@pytest.mark.parametrize("said", ["Ring inte", "Automatiskt svar: jag kör", "ring mig inte idag, jag är så trött nu"])
def test_who_does_not_want_a_call_and_a_telephone_that_answers_by_itself_get_no_answer(
    phones: Phones, said: str
) -> None:
    phones.person()
    phones.say(said)
    assert phones.outbox() == []
    assert len(phones.tasks("contact")) == 1
    assert "Avgör om du ska ringa" in phones.told()[0].text


def test_an_unknown_number_is_a_task_and_is_not_answered(phones: Phones) -> None:
    phones.person()
    phones.say("Ja tack", UNKNOWN)
    phones.say("STOPP", UNKNOWN)
    assert phones.outbox() == []
    (task,) = phones.tasks("contact")
    assert task.note == "Sms från okänt nummer 070-174 06 99: JA"
    assert len(phones.told()) == 2
    assert phones.came()[0].member_id is None


def test_two_people_with_one_number_are_a_task_with_both_and_nothing_is_done(phones: Phones) -> None:
    rut, bo = phones.person(RUT), phones.person(RUT, first_name="Bo")
    for said in ("Ja", "Ring mig", "Ta bort mig ur registret"):
        phones.say(said)
    assert phones.outbox() == []
    assert {phones.again(one).status for one in (rut, bo)} == {MemberStatus.REGISTERED}
    assert len(phones.tasks("contact")) == 3
    for task in phones.tasks("contact"):
        assert f"{rut.number} och {bo.number}" in task.note


def test_a_farewell_restricts_the_one_who_writes_it(phones: Phones) -> None:
    rut = phones.person()
    phones.say("Ta bort mig ur registret")
    assert phones.again(rut).status is MemberStatus.RESTRICTED
    assert [task.note for task in phones.tasks("rights")] == ["spärrad"]
    assert phones.tasks("contact") == []
    assert "Jag har spärrat personen" in phones.told()[0].text


@pytest.mark.parametrize("sharing", [1, 2])
def test_whoever_may_have_a_protected_identity_is_stopped_at_once(phones: Phones, sharing: int) -> None:
    people = [phones.person() for _ in range(sharing)]
    phones.write(people[0])
    phones.say("Ja, men jag har fått skyddade personuppgifter nu")
    assert {phones.again(one).status for one in people} == {MemberStatus.RESTRICTED}
    assert phones.waiting() == []
    assert phones.tasks("contact") == []
    assert {task.note for task in phones.tasks("rights")} == {"skyddade personuppgifter"}
    assert all(phones.agrees(one) for one in people)


def test_said_about_an_assignment_a_farewell_means_the_assignment(phones: Phones) -> None:
    rut = phones.person()
    phones.write(rut, request=phones.request())
    phones.send()
    phones.say("Jag vill inte vara med")
    assert phones.again(rut).status is MemberStatus.REGISTERED
    assert len(phones.tasks("contact")) == 1


def test_a_guardian_answers_for_the_child_that_we_wrote_about(phones: Phones) -> None:
    child = phones.person("+46701740650", birth_year=2012, guardian_phone=RUT)
    with phones.parts.store.transaction() as books:
        books.consents.give(child.id, "guardian", how="test", by="test", now=phones.clock())
        child = books.members.guardian_document(child, phones.clock())
    phones.write(child)
    phones.send()
    phones.say("STOPP", RUT)
    assert not phones.agrees(child)


def test_an_old_sms_of_ours_is_not_what_is_answered(phones: Phones) -> None:
    rut, case = phones.person(), phones.request()
    phones.write(rut, request=case)
    phones.send()
    phones.clock.forward(days=31)
    phones.say("Nej")
    assert phones.came()[0].request_id is None


def test_the_same_sms_told_twice_acts_once(phones: Phones) -> None:
    phones.person()
    for _ in range(3):
        phones.say("Vad gäller det?", RUT, "s-same")
    assert len(phones.told()) == 1
    assert len(phones.tasks("contact")) == 1


def test_two_workers_act_once_on_one_sms(phones: Phones) -> None:
    phones.person()
    with phones.parts.store.transaction() as books:
        books.sms.add("s1", RUT, "Hej", phones.clock())
        (sms,) = books.sms.waiting()
        _hear(Desk(books, phones.parts, phones.clock()), sms)
    with pytest.raises(StaleError), phones.parts.store.transaction() as books:
        _hear(Desk(books, phones.parts, phones.clock()), sms)
    assert len(phones.told()) == 1


def test_what_was_said_is_nowhere_but_where_it_is_sealed(phones: Phones, capfd: pytest.CaptureFixture[str]) -> None:
    rut = phones.person(first_name="Kanariella")
    phones.write(rut)
    phones.send()
    phones.say("Kanariehosta ikväll")
    phones.send()
    told = capfd.readouterr()
    for word in ("Kanarie", RUT, RUT[3:]):
        assert word not in told.out + told.err
    assert all("Kanarie" not in text for _, text in phones.gateway.sent)
    assert "Kanariehosta" not in phones.told()[0].subject


def test_two_people_are_two_streams(phones: Phones) -> None:
    rut, bo = phones.person(RUT), phones.person(BO, first_name="Bo")
    phones.say("STOPP", BO)
    assert (phones.agrees(rut), phones.agrees(bo)) == (True, False)
    phones.clock.forward(seconds=timedelta(minutes=1).total_seconds())
    assert phones.write(rut)


def test_what_somebody_wrote_is_in_what_they_are_told_of_themselves(phones: Phones) -> None:
    rut = phones.person()
    phones.say("Ja tack,\nhelst kl 10")
    with phones.parts.store.reading() as books:
        found = record(books, phones.again(rut), {}, can_match=True, zone=phones.parts.settings.zone)
    assert [sms["text"] for sms in found["sms"]] == ["Ja tack,\nhelst kl 10"]
    assert "  10 feb 2026  Ja tack, helst kl 10" in as_lines(found)


def test_a_flood_from_one_number_is_one_more_task_and_no_more_letters_but_stopp_is_heard(phones: Phones) -> None:
    rut = phones.person()
    for number in range(MOST_A_DAY_FROM_ONE + 5):
        phones.say(f"Hallå {number}?")
    assert len(phones.told()) == MOST_A_DAY_FROM_ONE
    assert len(phones.tasks("contact")) == MOST_A_DAY_FROM_ONE + 1
    assert len(phones.came()) == MOST_A_DAY_FROM_ONE + 5
    phones.say("STOPP")
    assert not phones.agrees(rut)
    phones.clock.forward(days=2)
    phones.say("Hej igen")
    assert len(phones.told()) == MOST_A_DAY_FROM_ONE + 1
