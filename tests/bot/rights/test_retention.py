"""What is no longer needed goes, at its time and not before; what the evaluation counts stays, to the last figure."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from medverkan.bot.commands.settling import end
from medverkan.bot.demo.journey import Journey
from medverkan.bot.evaluation.levels import KEPT
from medverkan.bot.evaluation.rows import rows_of
from medverkan.bot.evaluation.year import year_of
from medverkan.bot.parts import Parts, open_parts
from medverkan.bot.rights.retention import RULES, due, thin
from medverkan.bot.sections.retention import Retention
from medverkan.bot.settings import load
from medverkan.storage.books import Books
from medverkan.storage.lifecycle import InvitationEvent, MailEvent, MemberEvent, RequestEvent, RequestState
from medverkan.storage.values import Member, Request
from tests.bot.clock import Clock
from tests.bot.remains import remains
from tests.bot.town import case_of, picked, town

NOW = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
YEARS = timedelta(days=3 * 365)
WISHES: tuple[dict[str, Any], ...] = (
    {"activity": "Styrgrupp", "title": "Länsgemensam rutin", "description": "En strategi för hela länet"},
    {"activity": "Fokusgrupp", "experience": "Närstående till någon med demens", "perspectives": ["närstående"]},
    {"activity": "Intervju", "reimbursement": "Inget arvode", "time_start": "09:00", "time_end": "12:00"},
    {"activity": "Öppet informationsmöte", "place": "Aulan, Storgatan 4, Nybro", "minutes_per_occasion": 90},
    {"activity": "Patientråd", "occasions": 6, "place": "Oskarshamn", "format": "hybrid", "focus_areas": ["äldre"]},
    {"activity": "Workshop", "experience": "Ungdomar 15–20 år med ätstörning", "format": "remote"},
)


@pytest.fixture
def parts(tmp_path: Path) -> Iterator[Parts]:
    opened = open_parts(load(home=tmp_path), tell=False)
    yield opened
    opened.close()


def held(books: Books, wish: dict[str, Any], member: Member | None) -> Request:
    """Play one case to its end, with a person or with nobody."""
    fields = {
        "unit": "Hälsocentralen Ek", "organisation": "Nybro kommun", "contact_name": "Kanarie Kontakt",
        "contact_email": "kanarie@nybro.example", "experience": "Stroke", "description": "Kanariebeskrivning",
        "date_start": "2026-04-20", "place": "Kanariegatan 1, Kalmar", "people_wanted": 2, **wish,
    }  # fmt: skip
    request = books.requests.add(
        fields, sender="kanarie@nybro.example", vouched=True, now=NOW, mail_id=None, message_id="<k@nybro.example>",
        subject="Kanarieämne", release_to="kanarie@nybro.example", questions=["Kanariefråga?"],
    )  # fmt: skip
    books.audit.add("people-proposed", "bot", NOW + timedelta(days=1), request_id=request.id)
    listed = [{"number": 1, "member": member.number if member else "M-0000", "score": 0.5, "reasons": ["Kanarieskäl"]}]
    proposal = books.proposals.add(request, listed, (), {}, matcher="m", inputs_sha256="0" * 64, now=NOW)
    request = books.requests.move(request, RequestEvent.MATCHED, NOW)
    if member is None:
        return books.requests.move(books.requests.move(request, RequestEvent.NOBODY, NOW), RequestEvent.CLOSED, NOW)
    invitation = books.invitations.add(request, member.id, proposal, 1, NOW)
    for event in ("PICKED", "ACCEPTED", "RELEASED", "TOOK_PART"):
        invitation = books.invitations.move(invitation, InvitationEvent[event], NOW)
    books.audit.add("call-accepted", "lead", NOW + timedelta(days=2), request_id=request.id)
    books.audit.add("released", "bot", NOW + timedelta(days=2), request_id=request.id)
    books.tasks.called(member.id, "accepted", by="lead", now=NOW, request_id=request.id, note="Kanarieanteckning")
    for step in ("PICKED", "DELIVERED", "HELD", "FOLLOWED_UP", "CLOSED"):
        request = books.requests.move(request, RequestEvent[step], NOW + timedelta(days=3))
    books.audit.add("feedback", "unit", NOW + timedelta(days=60), request_id=request.id)
    return request


def test_after_thinning_the_report_tells_the_same_and_nothing_else_is_left(parts: Parts) -> None:
    with parts.store.transaction() as books:
        member = books.members.add({"first_name": "Ines", "birth_year": 1950}, (), NOW)
        books.consents.give(member.id, "matching", how="brev", by="lead", now=NOW)
        for wish in WISHES:
            held(books, wish, member)
            held(books, wish, None)

    def told() -> Any:
        with parts.store.reading() as books:
            cases, people = rows_of(books, parts, 2026)
            return cases, year_of(2026, cases, people)

    before = told()
    thin(parts, Clock(NOW + YEARS))
    assert told() == before
    assert remains(parts.store, parts.settings.home, ("Kanarie", "kanarie@", "Storgatan")) == []
    with parts.store.reading() as books:
        assert all(KEPT in one.fields for one in books.requests.in_state())
        assert {invitation.state for one in books.requests.in_state() for invitation in books.invitations.of(one)}


def test_all_that_a_case_held_is_gone_and_the_chain_of_the_log_holds(tmp_path: Path) -> None:
    with town(tmp_path) as play:
        play.answer(picked(play, "JA 1"), "1 ja, hon tar med sig sin fågelbur")
        play.world.clock.forward(minutes=30)
        play.world.step()
        ended(play)
        number, parts = case_of(play).number, play.world.parts
        told = [str(case_of(play).fields[key]) for key in ("description", "contact_name")]
        thin(parts, Clock(play.world.clock() + timedelta(days=700)))
        assert remains(parts.store, parts.settings.home, ("fågelbur", *told))
        thin(parts, Clock(play.world.clock() + YEARS))
        assert remains(parts.store, parts.settings.home, ("fågelbur", *told)) == []
        with parts.store.reading() as books:
            request = books.requests.get(number)
            assert request
            assert books.audit.check().broken == ()
            counts = {row.detail["rule"]: row.detail["count"] for row in books.audit.of(what="retention")}
        assert counts["Gallring av avslutade ärenden"] == 1


def ended(play: Journey) -> None:
    """End the town's case by hand, and all that waits in it."""
    while case_of(play).state not in (RequestState.CLOSED, RequestState.WITHDRAWN):
        end(play.world.parts, case_of(play).number, play.world.clock())
        play.world.step()
    with play.world.parts.store.transaction() as books:
        for task in books.tasks.open_tasks(request_id=case_of(play).id):
            books.tasks.done(task, play.world.clock())


def thinned(parts: Parts, after: timedelta) -> dict[str, int]:
    """Thin so long after, twice; return how many by rule. The second time nothing is left to do."""
    clock = Clock(NOW + after)
    before = {one.rule.name: one.count for one in due(parts, clock()) if one.count}
    thin(parts, clock)
    assert thin(parts, clock) == 0
    return before


def test_a_case_in_which_something_waits_or_has_happened_lately_is_left_alone(parts: Parts) -> None:
    with parts.store.transaction() as books:
        waits, lately, runs = (held(books, wish, None) for wish in WISHES[:3])
        books.tasks.add("fee", "fee:1", NOW, request_id=waits.id)
        books.audit.add("feedback", "unit", NOW + YEARS - timedelta(days=30), request_id=lately.id)
        books.audit.add("case-read", "operator", NOW + YEARS - timedelta(days=1), request_id=runs.id)
    assert thinned(parts, YEARS) == {"Gallring av avslutade ärenden": 1}
    with parts.store.reading() as books:
        assert [KEPT in books.requests.get(one.id).fields for one in (waits, lately, runs)] == [False, False, True]  # type: ignore[union-attr]


def test_an_sms_from_nobody_known_goes_when_its_task_has_been_done_for_a_month(parts: Parts) -> None:
    with parts.store.transaction() as books:
        for number in range(3):
            books.sms.add(f"s{number}", "+46701740699", f"Kanarie {number}", NOW)
        for sms in books.sms.waiting():
            books.sms.understood(sms, "words", member_id=None, request_id=None)
        waits, done, plain = books.sms.all()
        for sms in (waits, done):
            books.tasks.add("contact", f"sms:{sms.id}", NOW, note=sms.text)
        books.tasks.done(next(t for t in books.tasks.open_tasks() if t.note == done.text), NOW + timedelta(days=10))
    assert thinned(parts, timedelta(days=35)) == {"Gallring av sms från okända nummer": 1}
    assert thinned(parts, timedelta(days=45)) == {"Gallring av sms från okända nummer": 1}
    with parts.store.reading() as books:
        assert [sms.text for sms in books.sms.all()] == [waits.text]
    assert remains(parts.store, parts.settings.home, (done.text, plain.text)) == []


def test_what_lies_aside_becomes_a_task_again_and_is_never_emptied(parts: Parts) -> None:
    with parts.store.transaction() as books:
        mail = books.mails.add(b"Kanariebrev", NOW, "bank@region.example", "INBOX", 7, 1)
        assert mail
        books.mails.move(mail, MailEvent.PUT_ASIDE, reason="oklart", disposal="review")
    assert thinned(parts, timedelta(days=100)) == {"Genomgång av mejl åt sidan": 1}
    with parts.store.transaction() as books:
        (task,) = books.tasks.open_tasks(kinds=["review"])
        books.tasks.done(task, NOW + timedelta(days=101))
    assert thinned(parts, timedelta(days=150)) == {}
    assert thinned(parts, timedelta(days=200)) == {"Genomgång av mejl åt sidan": 1}
    with parts.store.reading() as books:
        assert books.mails.raw(mail) == b"Kanariebrev"


def test_who_has_left_is_a_task_to_erase_and_is_not_erased_by_itself(parts: Parts) -> None:
    with parts.store.transaction() as books:
        member = books.members.add({"first_name": "Ines"}, (), NOW)
        books.members.move(member, MemberEvent.LEFT)
        books.audit.add("member-status", "operator", NOW, member_id=member.id)
    assert thinned(parts, timedelta(days=100)) == {"Radering av den som slutat": 1}
    with parts.store.reading() as books:
        (task,) = books.tasks.open_tasks(kinds=["rights"], member_id=member.id)
        assert "radering" in task.note
        assert books.members.get(member.number)


def test_who_does_not_answer_twice_when_asked_about_their_data_is_a_task_once(parts: Parts) -> None:
    with parts.store.transaction() as books:
        member = books.members.add({"first_name": "Ines"}, (), NOW)
        task = books.tasks.add("data_review", "k", NOW, member_id=member.id)
        books.tasks.put_off(task, NOW, attempts=1)
    assert thinned(parts, timedelta(days=20)) == {}
    with parts.store.transaction() as books:
        (task,) = books.tasks.open_tasks(kinds=["data_review"])
        books.tasks.put_off(task, NOW + timedelta(days=30), attempts=2)
    assert thinned(parts, timedelta(days=40)) == {}
    assert thinned(parts, timedelta(days=45)) == {"Radering av den som inte svarar": 1}
    with parts.store.transaction() as books:
        (asked,) = books.tasks.open_tasks(kinds=["rights"], member_id=member.id)
        assert "svarar inte" in asked.note
        books.tasks.done(asked, NOW + timedelta(days=46))
    assert thinned(parts, timedelta(days=50)) == {}


def test_letters_notes_and_mails_of_no_case_lose_their_words_and_keep_that_they_were(parts: Parts) -> None:
    with parts.store.transaction() as books:
        member = books.members.add({"first_name": "Ines"}, (), NOW)
        letter: dict[str, Any] = {
            "to": "lead@region.example",
            "subject": "Kanarie",
            "text": "Kanarie",
            "message_id": "<d@b.example>",
        }
        books.outgoing.add("k", "lead-day", due=NOW, attachments=[("k.txt", "text/plain", b"Kanarie")], **letter)
        message = books.outgoing.claim(NOW)
        assert message
        books.outgoing.sent(message, NOW)
        books.tasks.called(member.id, "talked", by="lead", now=NOW, note="Kanarie")
        books.tasks.done(books.tasks.add("complete", "c", NOW, member_id=member.id, note="Kanarie"), NOW)
        mail = books.mails.add(b"Kanarie", NOW, "bank@region.example")
        assert mail
        books.mails.move(mail, MailEvent.UNDERSTOOD)
    assert thinned(parts, timedelta(days=200)) == {"Gallring av brev utan ärende": 1}
    assert set(thinned(parts, YEARS)) == {
        "Gallring av mejl utan ärende", "Gallring av samtalsanteckningar", "Gallring av anteckningar i uppgifter",
    }  # fmt: skip
    assert remains(parts.store, parts.settings.home, ("Kanarie",)) == []
    with parts.store.reading() as books:
        assert books.outgoing.by_message_id("<d@b.example>")
        assert [call.outcome for call in books.tasks.calls(member.id)] == ["talked"]


def test_old_lines_of_the_log_lose_whom_they_are_about_but_not_by_what_an_erasure_finds_somebody(parts: Parts) -> None:
    with parts.store.transaction() as books:
        member = books.members.add({"first_name": "Ines", "last_name": "Palm"}, (), NOW)
        books.audit.add("member-read", "operator", NOW, member_id=member.id, detail={"user": "kanarie"})
        books.audit.add("member-edited", "operator", NOW, member_id=member.id, detail={"before": {"last_name": "Ek"}})
    assert thinned(parts, 2 * YEARS) == {"Gallring av loggen": 2}
    with parts.store.reading() as books:
        assert [event.what for event in books.audit.of(member_id=member.id)] == ["member-edited"]
        assert [event.what for event in books.audit.of()][:2] == ["member-read", "member-edited"]
        assert books.audit.check().broken == ()
        assert books.audit.check().erased == 1


def test_what_is_set_to_nothing_is_kept_until_somebody_takes_it_away(parts: Parts) -> None:
    kept = Retention(**dict.fromkeys(Retention.model_fields, 0))
    parts = replace(parts, settings=parts.settings.model_copy(update={"retention": kept}))
    with parts.store.transaction() as books:
        held(books, WISHES[0], None)
    assert thin(parts, Clock(NOW + 4 * YEARS)) == 0
    assert {one.kept for one in due(parts, NOW)} == {"tills vidare", "30 dagar", "14 dagar"}


def test_every_rule_says_in_swedish_what_why_how_long_and_what_then(parts: Parts) -> None:
    assert len({rule.name for rule in RULES}) == len(RULES)
    for rule in RULES:
        assert all((rule.what, rule.why, rule.then, rule.kept(parts.settings.retention)))
        assert not rule.setting or rule.setting in Retention.model_fields
