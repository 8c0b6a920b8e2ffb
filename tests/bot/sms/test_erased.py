"""Who is erased leaves no SMS behind: neither what they wrote, nor what we wrote, nor what the lead was told of it."""

from medverkan.bot.rights.erase import erase
from medverkan.storage.lifecycle import OutgoingState
from tests.bot.sms.phones import BO, RUT, Phones


def test_no_sms_of_an_erased_person_is_left(phones: Phones) -> None:
    phones.say("Hej, jag heter Kanariella", RUT)  # before anybody knew the number
    rut = phones.person(RUT, first_name="Kanariella", last_name="Lindprov")
    bo = phones.person(BO, first_name="Bo")
    phones.write(rut, key="sent")
    phones.send()
    phones.say("Vad gäller det? Mvh Kanariella", RUT)
    phones.say("Hälsa Kanariella Lindprov", BO)
    phones.write(rut, "sms-thanks", key="waits")
    report = erase(phones.parts, rut.number, phones.clock(), by="operator")
    assert report.erased["sms"] == 2
    assert [sms.member_id for sms in phones.came()] == [bo.id]
    assert "Kanariella" not in phones.came()[0].text
    left = [f"{one.to} {one.subject} {one.text}" for way in ("sms", "mail") for one in phones.outbox(way)]
    assert [text for text in left if "Kanariella" in text or RUT in text or "070-174 06 42" in text] == []
    assert [one for one in phones.waiting() if one.member_id != bo.id] == []
    assert {one.state for one in phones.outbox() if not one.text} <= {OutgoingState.SENT, OutgoingState.CANCELLED}
    notes = [task.note for task in phones.tasks()]
    assert [note for note in notes if "Kanariella" in note or "070-174 06 42" in note] == []
