"""The register, one person at a time: what is stored, which tasks and consents follow, what a wrong word is told."""

import json
from typing import Any

import pytest

from medverkan.bot.cli import main
from medverkan.bot.commands import people
from medverkan.bot.parts import Parts
from medverkan.bot.settings import SettingsError
from medverkan.storage.lifecycle import MemberStatus
from medverkan.storage.values import Event, Member

WHOLE = [
    "first_name=Rut",
    "Efternamn=Granlund",
    "Mobil=070-174 06 21",
    "email=rut@post.example",
    "Kommun=nybro",
    "Född=1958",
    "contact_preference=ring mig",
    "perspectives=anhörig",
    "Erfarenhet=Min man har haft stroke",
    "activities=intervju, fokusgrupp",
    "privacy_notice_read=ja",
    "consent_matching=ja",
]
CHILD = ["first_name=Ville", "last_name=Ek", "phone=08-465 004 10", "birth_year=2014", "consent_matching=ja"]


def member(parts: Parts, number: str = "M-0001") -> Member:
    with parts.store.reading() as books:
        found = books.members.get(number)
    assert found
    return found


def open_kinds(parts: Parts) -> set[str]:
    with parts.store.reading() as books:
        return {task.kind for task in books.tasks.open_tasks(member_id=member(parts).id)}


def live(parts: Parts, number: str = "M-0001") -> set[str]:
    with parts.store.reading() as books:
        return books.consents.live_kinds().get(member(parts, number).id, set())


def events(parts: Parts) -> list[Event]:
    with parts.store.reading() as books:
        return books.audit.of(member_id=member(parts).id)


def listed(capsys: pytest.CaptureFixture[str]) -> list[dict[str, Any]]:
    capsys.readouterr()
    assert people.listed(None, as_json=True) == 0
    found: list[dict[str, Any]] = json.loads(capsys.readouterr().out)
    return found


def test_a_person_on_paper_is_registered_as_from_a_form(parts: Parts) -> None:
    assert people.add(None, WHOLE) == 0
    rut = member(parts)
    assert (rut.name, rut.status, rut.missing) == ("Rut Granlund", MemberStatus.REGISTERED, ())
    assert rut.fields["phone"] == "+46701740621"
    assert rut.fields["municipality"] == "Nybro"
    assert rut.fields["perspectives"] == ["närstående"]
    assert live(parts) == {"matching"}
    assert open_kinds(parts) == {"introduction"}
    with parts.store.reading() as books:
        assert [letter.kind for letter in books.outgoing.all()] == ["lead-new-registration"]


def test_what_is_missing_is_a_task_until_it_is_filled_in(parts: Parts) -> None:
    people.add(None, [value for value in WHOLE if not value.startswith("Kommun")])
    assert member(parts).missing == ("municipality",)
    assert open_kinds(parts) == {"introduction", "complete"}
    people.edit(None, "m-0001", ["Kommun=Torsås"])
    assert member(parts).missing == ()
    assert open_kinds(parts) == {"introduction"}


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("phone=hemma", "phone: värdet är inget telefonnummer"),
        ("email=rut på post", "email: värdet är ingen e-postadress"),
        ("Född=för länge sedan", "Född: värdet är inget födelseår"),
        ("consent_matching=kanske", "consent_matching: värdet är varken ja eller nej"),
        ("perspectives=chef", "perspectives: värdet är inget perspektiv"),
        ("contact_preference=duva", "contact_preference: värdet är inget kontaktsätt"),
        ("skostorlek=43", "skostorlek: nyckeln finns inte"),
        ("frist_name=Rut", "menade du first_name?"),
        ("first_name", "likhetstecknet saknas"),
        ("gender=-", "lämna tomt"),
    ],
)
def test_a_value_that_cannot_be_read_is_told_and_nothing_is_stored(parts: Parts, written: str, told: str) -> None:
    people.add(None, WHOLE)
    before = member(parts)
    with pytest.raises(SettingsError, match=told.replace("?", r"\?")):
        people.edit(None, "M-0001", ["Kommun=Borgholm", written])
    with pytest.raises(SettingsError):
        people.add(None, ["first_name=Åke", written])
    assert member(parts) == before
    with parts.store.reading() as books:
        assert books.members.get("M-0002") is None


def test_the_problem_is_told_without_the_value() -> None:
    with pytest.raises(SettingsError) as told:
        people.add(None, ["first_name=Åke", "birth_year=hemligt", "phone=hemligt"])
    assert "hemligt" not in str(told.value)
    assert len(str(told.value).splitlines()) == 2


def test_a_person_needs_a_name() -> None:
    with pytest.raises(SettingsError, match="namnet saknas"):
        people.add(None, ["phone=070-174 06 22"])


def test_whoever_shares_a_phone_is_added_and_told_of(capsys: pytest.CaptureFixture[str]) -> None:
    people.add(None, WHOLE)
    assert "Samma telefon" not in capsys.readouterr().err
    people.add(None, ["first_name=Tage", "phone=+46 70 174 06 21"])
    assert "Samma telefon eller e-post som M-0001" in capsys.readouterr().err


def test_an_empty_value_removes_what_was_known(parts: Parts) -> None:
    people.add(None, WHOLE)
    people.edit(None, "M-0001", ["email=", "Namn=Ruth Granlund"])
    rut = member(parts)
    assert "email" not in rut.fields
    assert rut.name == "Ruth Granlund"
    with parts.store.reading() as books:
        assert books.members.by_email("rut@post.example") == []


def test_an_edit_is_written_down_with_what_it_was_before_and_only_within_what_is_sealed(parts: Parts) -> None:
    people.add(None, WHOLE)
    people.edit(None, "M-0001", ["email=", "phone=070-174 06 23"])
    edited = [event for event in events(parts) if event.what == "member-edited"]
    assert [(event.who, event.detail["changed"]) for event in edited] == [("operator", ["email", "phone"])]
    assert edited[0].detail["before"]["phone"] == "+46701740621"
    assert edited[0].detail["after"] == {"email": None, "phone": "+46701740623"}
    with parts.store.engine.connect() as connection:
        rows = connection.exec_driver_sql("SELECT * FROM audit").all()
    assert "0701740623" not in repr(rows)


@pytest.mark.parametrize("word", ["consent_matching=nej", "consent_matching="])
def test_a_consent_follows_its_field(parts: Parts, word: str, capsys: pytest.CaptureFixture[str]) -> None:
    people.add(None, WHOLE)
    assert listed(capsys)[0]["matchable"] is True
    people.edit(None, "M-0001", [word, "consent_sms=ja"])
    assert live(parts) == {"sms"}
    assert listed(capsys)[0]["matchable"] is False


def test_a_consent_by_phone_is_recorded_with_how_and_its_field(parts: Parts) -> None:
    people.add(None, [value for value in WHOLE if not value.startswith("consent")])
    people.consent(None, "M-0001", "matching", withdraw=False, how="telefon")
    assert member(parts).fields["consent_matching"] is True
    with parts.store.reading() as books:
        given = books.consents.live(member(parts).id, "matching")
    assert given
    assert (given.how, given.by) == ("telefon", "operator")
    people.consent(None, "M-0001", "matching", withdraw=True, how="telefon")
    assert live(parts) == set()
    assert member(parts).fields["consent_matching"] is False
    assert [e.what for e in events(parts)][-2:] == ["consent-given", "consent-withdrawn"]


def test_the_guardians_paper_opens_matching_and_closes_its_task(
    parts: Parts, capsys: pytest.CaptureFixture[str]
) -> None:
    people.add(None, CHILD)
    assert "guardian" in open_kinds(parts)
    assert listed(capsys)[0]["matchable"] is False
    people.consent(None, "M-0001", "guardian_document", withdraw=False, how="papper")
    assert "guardian" not in open_kinds(parts)
    assert member(parts).guardian_document_at
    assert listed(capsys)[0]["matchable"] is True
    people.consent(None, "M-0001", "guardian", withdraw=True, how="telefon")
    assert live(parts) == {"matching"}
    assert listed(capsys)[0]["matchable"] is False


def test_a_paper_recorded_by_mistake_is_taken_back_alone(parts: Parts) -> None:
    people.add(None, [*CHILD, "guardian_consent=ja"])
    people.consent(None, "M-0001", "guardian_document", withdraw=False, how="papper")
    people.consent(None, "M-0001", "guardian_document", withdraw=True, how="fel person")
    assert member(parts).guardian_document_at is None
    assert live(parts) == {"matching", "guardian"}


def test_an_unknown_consent_is_told_with_those_there_are() -> None:
    with pytest.raises(SettingsError, match="skriv matching, sms, email"):
        people.consent(None, "M-0001", "allt", withdraw=False, how="")


@pytest.mark.parametrize(
    ("words", "status", "introduced"),
    [
        (["uppringd"], MemberStatus.CALLED, True),
        (["introducerad"], MemberStatus.INTRODUCED, True),
        (["Uppringd", "introducerad", "aktiv"], MemberStatus.ACTIVE, True),
        (["aktiv", "vilar", "tillbaka"], MemberStatus.ACTIVE, True),
        (["vilar"], MemberStatus.RESTING, False),
        (["avslutad"], MemberStatus.LEFT, True),
    ],
)
def test_a_status_is_changed_in_swedish(parts: Parts, words: list[str], status: MemberStatus, introduced: bool) -> None:
    people.add(None, WHOLE)
    for word in words:
        people.change_status(None, "M-0001", word, None)
    assert member(parts).status is status
    assert ("introduction" not in open_kinds(parts)) is introduced


@pytest.mark.parametrize(
    ("word", "until", "told"),
    [
        ("tillbaka", None, "M-0001 är anmäld, så tillbaka går inte; det som går är: uppringd"),
        ("semester", None, "händelsen semester finns inte; skriv uppringd"),
        ("vilar", "i vår", "skriv ett datum som 2027-08-31"),
        ("vilar", "2020-01-01", "har redan varit"),
        ("aktiv", "2027-01-01", "hör bara till vilar"),
    ],
)
def test_an_impossible_move_is_a_plain_sentence(parts: Parts, word: str, until: str | None, told: str) -> None:
    people.add(None, WHOLE)
    with pytest.raises(SettingsError, match=told):
        people.change_status(None, "M-0001", word, until)
    assert member(parts).status is MemberStatus.REGISTERED


def test_a_rest_has_a_last_day_and_nobody_is_proposed_in_it(parts: Parts, capsys: pytest.CaptureFixture[str]) -> None:
    people.add(None, WHOLE)
    people.change_status(None, "M-0001", "vilar", "2099-08-31")
    assert str(member(parts).resting_until) == "2099-08-31"
    assert listed(capsys)[0]["matchable"] is False


def test_a_restricted_person_is_out_of_everything_and_restricting_again_changes_nothing(parts: Parts) -> None:
    people.add(None, WHOLE)
    assert people.restrict_member(None, "M-0001") == 0
    restricted = member(parts)
    assert (restricted.status, live(parts)) == (MemberStatus.RESTRICTED, set())
    assert people.restrict_member(None, "M-0001") == 0
    assert member(parts) == restricted
    people.change_status(None, "M-0001", "tillbaka", None)
    assert "rights" not in open_kinds(parts)
    assert live(parts) == set()


def test_the_list_has_exactly_what_the_interface_says(capsys: pytest.CaptureFixture[str]) -> None:
    people.add(None, WHOLE)
    people.add(None, ["first_name=Sten"])
    assert listed(capsys) == [
        {
            "id": "M-0001",
            "name": "Rut Granlund",
            "email": "rut@post.example",
            "phone": "+46701740621",
            "municipality": "Nybro",
            "matchable": True,
        },
        {"id": "M-0002", "name": "Sten", "email": None, "phone": None, "municipality": None, "matchable": False},
    ]


def test_the_empty_register_is_an_empty_list(capsys: pytest.CaptureFixture[str]) -> None:
    assert listed(capsys) == []


def test_a_person_is_shown_whole_and_that_is_written_down(parts: Parts, capsys: pytest.CaptureFixture[str]) -> None:
    people.add(None, WHOLE)
    people.consent(None, "M-0001", "matching", withdraw=True, how="brev")
    capsys.readouterr()
    assert people.show_one(None, "M-0001", as_json=False) == 0
    text = capsys.readouterr().out
    for said in ("Rut Granlund", "Status: anmäld", "Telefon: 070-174 06 21", "Kommun: Nybro", "tillbakadraget"):
        assert said in text
    assert people.show_one(None, "M-0001", as_json=True) == 0
    document = json.loads(capsys.readouterr().out)
    assert document["fields"]["experience"] == "Min man har haft stroke"
    assert document["consents"][0]["kind"] == "matching"
    assert document["consents"][0]["withdrawn"]
    assert [(e.what, e.who) for e in events(parts)].count(("member-read", "operator")) == 2


def test_an_unknown_person_ends_with_one_and_a_sentence(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.argv", ["medverkan", "members", "show", "M-0042"])
    with pytest.raises(SystemExit) as ended:
        main()
    assert ended.value.code == 1
    told = capsys.readouterr().err.splitlines()
    assert told[-1] == "medverkan: det finns ingen person M-0042; medverkan members list visar alla"
    assert len(told) == 2  # that the register is new is told before
