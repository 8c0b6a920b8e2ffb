"""The fee before and after the day: the estimate in a sentence, the form in Word, and the task until it is sent."""

import io
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import docx
import pytest

from medverkan.bot.close import close
from medverkan.bot.commands.settling import task_done
from medverkan.bot.fees.estimates import estimate_of, estimate_or_why, for_lead, for_unit, hours_of, payer_of
from medverkan.bot.fees.forms import FORM, blanks, forms_of
from medverkan.bot.fees.model import Rules
from medverkan.bot.filled import filled
from medverkan.bot.follow_up import follow_up
from medverkan.bot.parts import Parts
from medverkan.bot.settings import SettingsError, load
from medverkan.storage.lifecycle import InvitationEvent, RequestEvent
from medverkan.storage.values import Outgoing
from tests.bot.clock import Clock
from tests.bot.documents.shown import text_of_pdf
from tests.bot.every_letter import ELLEN, FIELDS, REQUEST

RULES = Rules()
DAY: dict[str, Any] = {"date_start": "2026-03-24", "time_start": "13:00", "time_end": "16:00", "people_wanted": 2}


@pytest.mark.parametrize(
    ("changed", "kind", "amount", "total"),
    [
        ({}, "halvdag", 1066, 2132),
        ({"time_end": "15:00"}, "kort", 533, 1066),
        ({"time_end": "17:30", "people_wanted": 1}, "heldag", 2131, 2131),
        ({"occasions": 3}, "halvdag", 1066, 6396),
        ({"time_start": None, "time_end": None, "minutes_per_occasion": 90}, "kort", 533, 1066),
        ({"people_wanted": None}, "halvdag", 1066, 1066),
    ],
)
def test_day_and_hours_give_the_fee(changed: dict[str, Any], kind: str, amount: int, total: int) -> None:
    found = estimate_of(DAY | changed, RULES)
    assert found is not None
    assert (found.kind, found.amount, found.total) == (kind, amount, total)


@pytest.mark.parametrize(
    "changed",
    [
        {"date_start": None},
        {"date_start": "2027-03-24"},  # its amounts are not decided
        {"time_end": None},
        {"time_end": "12:00"},
        {"minutes_per_occasion": 60},  # says otherwise than the clock
        {"reimbursement": "Nej, tyvärr"},
        {"activity": "Öppet informationsmöte"},
        {"date_start": "i mars"},
        {"time_start": "eftermiddag"},
    ],
)
def test_what_is_not_known_or_not_paid_is_not_estimated(changed: dict[str, Any]) -> None:
    assert estimate_of(DAY | changed, RULES) is None
    assert for_unit(None) == for_lead(None) == ""


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"minutes_per_occasion": 60}, "klockslagen ger 3 timmar, men det står 1 timme."),
        ({"minutes_per_occasion": 150}, "men det står 2 timmar och 30 minuter."),
        ({"date_start": "2027-03-24"}, "beloppen för 2027 är inte beslutade"),
        ({"date_start": None}, "Dagen är inte känd."),
        ({"time_end": None}, "Tiden är inte känd."),
        ({"reimbursement": "Nej"}, "Enligt förfrågan ges inget arvode."),
    ],
)
def test_why_there_is_no_amount_is_one_plain_sentence(changed: dict[str, Any], told: str) -> None:
    assert told in str(estimate_or_why(DAY | changed, RULES))


def test_what_the_model_leaves_open_is_a_setting(tmp_path: Any) -> None:
    (tmp_path / "medverkan.toml").write_text('[fees]\nshort = "timme"\ntwo_hours = "halvdag"\nhalves = "even"\n')
    rules = load(tmp_path / "medverkan.toml").fees.rules()
    assert rules == Rules("timme", "halvdag", "even")
    hour = estimate_of(DAY | {"time_end": "14:00"}, rules)
    two = estimate_of(DAY | {"time_end": "15:00"}, rules)
    assert [(one.kind, one.amount) for one in (hour, two) if one] == [("timme", 296), ("halvdag", 1066)]
    (tmp_path / "medverkan.toml").write_text('[fees]\nshort = "dag"\n')
    with pytest.raises(SettingsError, match=r"\[fees\] short: ska vara 'kort' eller 'timme'"):
        load(tmp_path / "medverkan.toml")


def test_the_unit_reads_one_sentence_and_the_lead_a_few_words() -> None:
    assert for_unit(estimate_of(DAY, RULES)) == (
        "Arvodet blir enligt modellen 1 066 kronor per person (halvdag), alltså 2 132 kronor för 2 personer; "
        "restiden räknas in och kan höja det, och resor och sociala avgifter tillkommer."
    )
    assert "per person (halvdag); restiden" in for_unit(estimate_of(DAY | {"people_wanted": 1}, RULES))
    assert "6 396 kronor för 2 personer vid 3 tillfällen" in for_unit(estimate_of(DAY | {"occasions": 3}, RULES))
    assert for_lead(estimate_of(DAY, RULES)) == "arvode 1 066 kronor, halvdag, innan restiden är inräknad"


@pytest.mark.parametrize(
    ("fields", "payer"),
    [
        ({"organisation": "Nybro kommun"}, "kommun"),
        ({"organisation": "Kommunförbundet"}, "kommun"),
        ({"organisation": "Region Exempel", "unit": "Kommunikation"}, "region"),
        ({"unit": "Socialförvaltningen, Borgholms kommun"}, "kommun"),
        ({}, "region"),
    ],
)
def test_who_pays_is_read_from_who_asks(fields: dict[str, str], payer: str) -> None:
    assert payer_of(fields) == payer
    assert hours_of(fields) is None


def _words(content: bytes) -> list[str]:
    document = docx.Document(io.BytesIO(content))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return [*cells, *(paragraph.text for paragraph in document.paragraphs)]


def test_the_form_is_filled_in_as_far_as_it_is_known() -> None:
    estimate = estimate_of(FIELDS, RULES)
    (name, _, content), (printed_name, _, printed) = forms_of(REQUEST, ELLEN, estimate)
    words = _words(content)
    told = dict(zip(words[0:28:2], words[1:28:2], strict=True))
    assert (name, printed_name) == tuple(f"Arvodesblankett-F-2026-0012-M-0031.{end}" for end in ("docx", "pdf"))
    assert told == {
        "Namn": "Ellen Ekprov", "Personnummer": "", "Uppdrag": "Bättre väntrum", "Ärende": "F-2026-0012",
        "Datum": "tisdag 24 mars 2026", "Tid från – till": "13.00 – 15.00", "Restid, fram och tillbaka": "",
        "Klass": "kortare insats, om restiden inte ändrar det", "Belopp, kronor": "533", "Resa: egen bil, km": "",
        "Resa: kvitton, kronor": "", "Uppdragsgivare": "Hjärtmottagningen, Region Exempel",
        "Kontaktperson": "Petra Provsson", "Kostnadsställe": "",
    }  # fmt: skip
    assert not any("{{" in word for word in words)
    assert [value for pair in told.items() for value in pair if value not in text_of_pdf(printed)] == []
    assert "Namnteckning" in text_of_pdf(printed)
    assert not any("070" in word or "@" in word for word in words)


def test_each_occasion_has_a_form_and_only_the_first_a_day() -> None:
    forms = list(forms_of(REQUEST, ELLEN, None))
    assert len(forms) == 2
    fields = FIELDS | {"occasions": 3}
    assert [bool(blanks(fields, "F", "E", None, occasion)["day"]) for occasion in (1, 2, 3)] == [True, False, False]


def test_a_kommun_pays_apart_and_a_year_that_is_not_decided_leaves_the_amount_empty() -> None:
    told = blanks(FIELDS | {"organisation": "Nybro kommun", "date_start": "2027-03-24"}, "F", "E", None)
    assert "inte till regionens löneservice" in told["payer"]
    assert told["kind"] == told["amount"] == ""
    assert "årets belopp är beslutade" in told["explanation"]


def test_whatever_is_written_is_text_in_the_document() -> None:
    hostile = dict.fromkeys(blanks(FIELDS, "F", "E", None), "</w:t> & <w:p/> {{name}} \x00\x0b\ud800]]>")
    assert any("</w:t> & <w:p/> {{name}} ]]>" in word for word in _words(filled(FORM, hostile)))


def test_the_form_tells_of_nobody_who_made_it() -> None:
    properties = docx.Document(str(FORM)).core_properties
    assert (properties.author, properties.last_modified_by) == ("", "")


@pytest.fixture
def held(parts: Parts, clock: Clock) -> Iterator[str]:
    """Give the number of a case with one participant, whose day has been."""
    with parts.store.transaction() as books:
        member = books.members.add({"first_name": "Ellen", "last_name": "Ekprov"}, (), clock())
        request = books.requests.add(
            FIELDS, sender="u@region.example", vouched=True, now=clock(), mail_id=None,
            message_id="<1@region.example>", subject="", release_to="",
        )  # fmt: skip
        proposal = books.proposals.add(request, [], [], {}, matcher="", inputs_sha256="", now=clock())
        request = books.requests.move(request, RequestEvent.MATCHED, clock())
        request = books.requests.move(request, RequestEvent.PICKED, clock())
        invitation = books.invitations.add(request, member.id, proposal, 1, clock())
        for event in ("PICKED", "ACCEPTED", "RELEASED"):
            invitation = books.invitations.move(invitation, InvitationEvent[event], clock())
        books.requests.move(request, RequestEvent.DELIVERED, clock())
    clock.now = clock().replace(year=2026, month=3, day=25)
    follow_up(parts, clock)
    yield request.number


def _letters(parts: Parts) -> list[Outgoing]:
    with parts.store.reading() as books:
        return [one for one in books.outgoing.all() if one.kind == "lead-fee-form"]


def test_after_the_day_each_lead_gets_the_form_once_and_it_is_a_task(parts: Parts, clock: Clock, held: str) -> None:
    follow_up(parts, clock)
    letters = _letters(parts)
    assert {one.to for one in letters} == {"karin@region.example", "ove@region.example"}
    assert all(len(one.attachments) == 2 and one.member_id and one.request_id for one in letters)
    assert "Ellen" not in "".join(one.subject for one in letters)
    with parts.store.reading() as books:
        (task,) = books.tasks.open_tasks(kinds=["fee"])
    assert f"    {task.number} klart" in letters[0].text
    assert held in letters[0].text


def test_the_form_is_chased_until_it_is_ticked_off(
    parts: Parts, clock: Clock, held: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock.now += timedelta(days=7)
    follow_up(parts, clock)
    follow_up(parts, clock)
    with parts.store.reading() as books:
        told = [one.text for one in books.outgoing.all() if one.kind == "lead-day"]
        (task,) = books.tasks.open_tasks(kinds=["fee"])
    assert any("Skicka in arvodesblanketten: Ellen Ekprov" in text and held in text for text in told)
    monkeypatch.setenv("MEDVERKAN_HOME", str(parts.settings.home))
    assert task_done(None, task.number) == 0
    with parts.store.reading() as books:
        assert books.tasks.open_tasks(kinds=["fee"]) == []


def test_the_case_is_closed_without_waiting_for_the_form(parts: Parts, clock: Clock, held: str) -> None:
    with parts.store.transaction() as books:
        request = books.requests.get(held)
        assert request is not None
        books.requests.move(request, RequestEvent.FOLLOWED_UP, clock())
        for task in books.tasks.open_tasks(kinds=["chase", "feedback"]):
            books.tasks.done(task, clock())
    assert close(parts, clock) == 1
    with parts.store.reading() as books:
        assert len(books.tasks.open_tasks(kinds=["fee"])) == 1


def test_an_erased_person_leaves_no_form_behind(parts: Parts, clock: Clock, held: str) -> None:
    with parts.store.transaction() as books:
        (member,) = books.members.all()
        letters = [one.id for one in books.outgoing.all() if one.kind == "lead-fee-form"]
        found = [row.id for row, _ in books.erasure.letters() if row.member_id == member.id]
        assert set(letters) <= set(found)
        books.erasure.empty_letters(found, lambda _address: False)
        books.erasure.remove(member)
    with parts.store.reading() as books:
        assert books.tasks.open_tasks(kinds=["fee"]) == []
    assert all(one.attachments == () and not one.text for one in _letters(parts))
