"""What units are asked by themselves, what their answers do, and when a lead takes over."""

from datetime import date

import pytest

from medverkan.bot.post import Desk
from medverkan.bot.receipt import awaited, send_receipt
from medverkan.storage.lifecycle import RequestEvent
from tests.bot.reminding.cases import UNIT, Town


def test_a_unit_is_asked_once_about_all_that_were_handed_over_that_day(town: Town) -> None:
    town.delivered("Ellen", "Hugo")
    town.at("2026-02-17 07:59")
    assert town.letters("unit-contacted") == []
    town.at("2026-02-17 08:00")
    (letter,) = town.letters("unit-contacted")
    assert letter.to == UNIT
    assert "Har ni kontaktat Ellen och Hugo om uppdraget" in letter.text
    town.at("2026-02-19 12:00")
    assert len(town.letters("unit-contacted")) == 1
    assert town.tasks("not_contacted") == []


@pytest.mark.parametrize(
    ("words", "waiting", "for_leads", "told"),
    [
        ("Ja", 0, 0, 0),
        ("Ja, vi har ringt båda!\n\nMvh Petra", 0, 0, 0),
        ("Ja, men inte Hugo", 0, 1, 1),
        ("Nej", 0, 2, 1),
        ("Inte än, vi ringer på torsdag", 2, 0, 0),
        ("Ellen är klar, Hugo inte än", 1, 0, 0),
    ],
)
def test_its_answer_is_read_for_each_person(town: Town, words: str, waiting: int, for_leads: int, told: int) -> None:
    town.delivered("Ellen", "Hugo")
    town.at("2026-02-17 08:00").answers(town.letters("unit-contacted")[0], words)
    assert len(town.tasks("contacted")) == waiting
    assert len(town.tasks("not_contacted")) == for_leads
    assert len(town.letters("lead-not-contacted", "karin")) == told
    assert town.letters("lead-unit-says") == []


def test_silence_and_not_yet_become_a_leads_task_after_three_working_days(town: Town) -> None:
    request = town.delivered("Ellen", "Hugo")
    town.at("2026-02-17 08:00").answers(town.letters("unit-contacted")[0], "Ellen är klar, Hugo inte än")
    town.at("2026-02-20 07:59")
    assert town.tasks("not_contacted") == []
    town.at("2026-02-20 08:00")
    (task,) = town.tasks("not_contacted")
    assert task.request_id == request.id
    assert "Hugo" in town.letters("lead-day", "karin")[-1].text
    town.at("2026-03-02 08:00")
    assert len(town.letters("unit-contacted")) == 1


def test_who_promises_a_week_is_asked_again_after_it_and_twice_at_most(town: Town) -> None:
    town.delivered("Ellen", "Hugo")
    town.at("2026-02-17 08:00").answers(town.letters("unit-contacted")[0], "Ja till Ellen. Hugo ringer vi nästa vecka.")
    town.at("2026-03-01 12:00")
    assert len(town.letters("unit-contacted")) == 1
    assert (town.tasks("not_contacted"), town.letters("lead-unit-says")) == ([], [])
    for count, monday in ((2, "2026-03-02"), (3, "2026-03-09")):
        town.at(f"{monday} 08:00")
        letters = town.letters("unit-contacted")
        assert (len(letters), "Hugo" in letters[-1].text, "Ellen" in letters[-1].text) == (count, True, False)
        town.answers(letters[-1], "nej, vi ringer i slutet av veckan")
    town.at("2026-03-12 08:00")
    assert len(town.tasks("not_contacted")) == 1


def test_a_promise_does_not_outlast_the_days_before_the_assignment(town: Town) -> None:
    town.delivered("Ellen", day=date(2026, 2, 26))
    town.at("2026-02-17 08:00").answers(town.letters("unit-contacted")[0], "Nej, vi ringer nästa vecka.")
    town.at("2026-02-24 08:00")
    assert len(town.letters("unit-contacted")) == 2


def test_an_answer_that_comes_after_the_lead_took_over_still_counts(town: Town) -> None:
    town.delivered("Ellen")
    town.at("2026-02-17 08:00")
    town.at("2026-02-20 08:00")
    assert len(town.tasks("not_contacted")) == 1
    town.answers(town.letters("unit-contacted")[0], "Ja nu har vi pratat med Ellen")
    assert town.tasks("not_contacted", "contacted") == []


def test_words_about_anything_else_reach_the_lead(town: Town) -> None:
    town.delivered("Ellen")
    town.at("2026-02-17 08:00").answers(
        town.letters("unit-contacted")[0], "Ja. Vet ni om Ellen behöver taxi till Storgatan?"
    )
    assert town.tasks("contacted") == []
    assert "taxi" in town.letters("lead-unit-says", "karin")[0].text


def test_a_yes_in_an_answer_to_another_letter_counts_where_it_speaks_of_contact(town: Town) -> None:
    town.delivered("Ellen")
    delivery = town.letters("unit-delivery")[0]
    town.answers(delivery, "Tack!")
    assert len(town.tasks("contacted")) == 1
    town.answers(delivery, "Nu har vi ringt Ellen.")
    assert town.tasks("contacted") == []
    town.at("2026-02-17 08:00")
    assert town.letters("unit-contacted") == []


def test_an_answer_to_an_old_question_changes_nothing_and_is_no_feedback(town: Town) -> None:
    request = town.delivered("Ellen")
    letter = town.at("2026-02-17 08:00").letters("unit-contacted")[0]
    town.at("2026-03-25 09:00").answers(letter, "Ja")
    assert town.request(request).state == "held"
    assert town.letters("lead-unit-says") == []
    town.answers(letter, "Nej, hon kom aldrig.")
    assert town.request(request).state == "held"
    assert "kom aldrig" in town.letters("lead-unit-says", "karin")[0].text


def test_an_automatic_reply_is_no_answer(town: Town) -> None:
    town.delivered("Ellen")
    letter = town.at("2026-02-17 08:00").letters("unit-contacted")[0]
    town.answers(letter, "Ja, jag är på semester till den 1 mars.\r\nAutosvar", headers="Auto-Submitted: auto-replied")
    assert len(town.tasks("contacted")) == 1


def test_nobody_is_asked_about_a_person_whose_details_never_left(town: Town) -> None:
    member = town.member("Ellen")
    request = town.case([member], verified=False)
    town.at("2026-02-24 08:00")
    assert town.letters("unit-contacted") == []
    with town.parts.store.transaction() as books:
        books.requests.pause(books.requests.get(request.id) or request, True)
    assert town.at("2026-03-02 08:00").letters("unit-contacted") == []


def test_a_case_that_rests_is_asked_nothing_and_goes_on_afterwards(town: Town) -> None:
    request = town.delivered("Ellen")
    with town.parts.store.transaction() as books:
        books.requests.pause(town.request(request), True)
    assert town.at("2026-02-18 08:00").letters("unit-contacted") == []
    with town.parts.store.transaction() as books:
        books.requests.pause(town.request(request), False)
    assert len(town.at("2026-02-19 08:00").letters("unit-contacted")) == 1


def test_questions_are_asked_twice_more_and_then_a_lead_phones(town: Town) -> None:
    request = town.case([], None)
    with town.parts.store.transaction() as books:
        other = books.requests.add(
            {"unit": "X", "contact_email": UNIT}, sender=UNIT, vouched=True, now=town.clock(), mail_id=None,
            message_id="", subject="", missing=("purpose",),
        )  # fmt: skip
        books.requests.move(other, RequestEvent.LACKS, town.clock())
        books.tasks.add("answer", f"answer:{other.id}", town.clock(), request_id=other.id)
    town.step()
    town.at("2026-02-17 08:00")
    texts = [letter.text for letter in town.letters("unit-unanswered")]
    assert ["Vi har frågat er tidigare" in text for text in texts] == [False, True]
    assert town.tasks("unanswered") == []
    town.at("2026-02-24 08:00")
    assert [task.request_id for task in town.tasks("unanswered")] == [other.id]
    assert town.tasks("answer") == []
    with town.parts.store.transaction() as books:
        current = books.requests.get(other.id)
        assert current
        books.requests.move(current, RequestEvent.WITHDRAWN, town.clock())
    assert town.at("2026-02-25 08:00").tasks("unanswered") == []
    assert request.number


def test_a_unit_that_has_answered_a_part_gets_its_days_for_the_rest(town: Town) -> None:
    with town.parts.store.transaction() as books:
        request = books.requests.add(
            {"unit": "X", "contact_email": UNIT}, sender=UNIT, vouched=True, now=town.clock(), mail_id=None,
            message_id="", subject="", missing=("purpose", "place"),
        )  # fmt: skip
        desk = Desk(books, town.parts, town.clock())
        request = awaited(desk, request)
        send_receipt(desk, request, "first")
    town.step().at("2026-02-12 10:00")
    with town.parts.store.transaction() as books:
        send_receipt(Desk(books, town.parts, town.clock()), request, "second", again=True, changed=["Plats: Nybro"])
    town.step().at("2026-02-13 08:00").at("2026-02-16 08:00")
    assert town.letters("unit-unanswered") == []
    assert len(town.at("2026-02-17 08:00").letters("unit-unanswered")) == 1


def test_after_a_long_stop_one_letter_about_feedback_leaves_and_not_two(town: Town) -> None:
    request = town.delivered("Ellen", day=date(2026, 3, 2))
    town.at("2026-04-20 09:00")
    assert town.request(request).state == "held"
    assert len(town.letters("unit-feedback")) == 1
    assert town.tasks("feedback") == []
    town.at("2026-04-26 09:00")
    assert town.tasks("feedback") == []
    town.at("2026-04-28 09:00")
    assert len(town.tasks("feedback")) == 1
    assert len(town.letters("unit-feedback")) == 1


def test_what_has_not_come_back_is_asked_for_once_more_and_nothing_else(town: Town) -> None:
    request = town.delivered("Ellen", "Hugo", day=date(2026, 3, 3))
    town.at("2026-03-10 08:00")
    first = town.letters("unit-feedback")[0]
    assert "1. Har ni återkopplat till Ellen och Hugo" in first.text
    assert "2. Vad har medverkan lett till?" in first.text
    town.answers(first, "1. Ellen ja, Hugo inte än.\n2. Vi bygger om väntrummet.")
    assert town.request(request).state == "held"
    told = town.letters("lead-feedback", "karin")[-1].text
    assert "- Ellen Prov: verksamheten svarar ja" in told
    assert "- Hugo Prov: verksamheten svarar inte än" in told
    assert "| Vi bygger om väntrummet." in told
    town.at("2026-04-07 08:00")
    second = town.letters("unit-feedback")[1]
    assert "har ni återkopplat till Hugo nu" in second.text
    assert "Ellen" not in second.text
    assert "lett till" not in second.text
    town.answers(second, "Ja, nu har vi ringt.")
    assert town.request(request).state == "closed"
    assert town.tasks("chase", "feedback", "thanks") == []


def test_an_assignment_that_never_came_about_is_a_leads_and_nobody_is_asked_more(town: Town) -> None:
    request = town.delivered("Ellen", day=date(2026, 3, 3))
    letter = town.at("2026-03-10 08:00").letters("unit-feedback")[0]
    town.answers(letter, "Det blev tyvärr inte av, nytt datum kommer.")
    assert "verkar inte ha blivit av" in town.letters("lead-feedback", "karin")[0].subject
    assert town.tasks("chase", "thanks") == []
    (task,) = town.tasks("feedback")
    town.at("2026-04-07 08:00")
    assert len(town.letters("unit-feedback")) == 1
    assert len(town.letters("participant-feedback")) == 1
    assert town.request(request).state == "held"
    with town.parts.store.transaction() as books:
        books.tasks.done(task, town.clock())
    town.step()
    assert town.request(request).state == "closed"


def test_a_contradiction_is_read_by_a_lead_and_the_question_stands(town: Town) -> None:
    town.delivered("Ellen", "Hugo")
    town.at("2026-02-17 08:00").answers(town.letters("unit-contacted")[0], "Ja. Nej, vi har inte ringt.")
    assert len(town.tasks("contacted")) == 2
    assert "Nej, vi har inte ringt" in town.letters("lead-unit-says", "karin")[0].text
    assert len(town.at("2026-02-20 08:00").tasks("not_contacted")) == 2


def test_a_case_whose_feedback_never_came_ends_when_a_lead_ticks_it_off(town: Town) -> None:
    request = town.delivered("Ellen", day=date(2026, 3, 3))
    for day in ("03-10", "04-07", "04-20", "04-27"):
        town.at(f"2026-{day} 08:00")
    (task,) = town.tasks("feedback")
    assert town.request(request).state == "held"
    with town.parts.store.transaction() as books:
        books.tasks.done(task, town.clock())
    assert town.request(town.step().case([], None)).state == "calling"
    assert town.request(request).state == "closed"


def test_a_letter_written_twice_at_the_same_moment_is_one(town: Town) -> None:
    from medverkan.bot.reminding.units import ask_about_contact

    town.delivered("Ellen")
    town.clock.now = town.clock.now.replace(day=17)
    (task,) = town.tasks("contacted")
    with town.parts.store.transaction() as books:
        assert ask_about_contact(Desk(books, town.parts, town.clock()), task) == 1
    with town.parts.store.transaction() as books:
        assert ask_about_contact(Desk(books, town.parts, town.clock()), task) == 0
    assert len(town.letters("unit-contacted")) == 1
