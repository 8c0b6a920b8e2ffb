"""SMS that came in: each once, understood once, and gone with whom they came from."""

import pytest

from medverkan.storage.book import StaleError
from medverkan.storage.store import Store
from medverkan.storage.values import Member, Request
from tests.storage.rows import NOW, add_outgoing

PHONE = "+46701740641"


def test_the_same_sms_is_taken_in_once_whatever_the_gateway_repeats(store: Store) -> None:
    with store.transaction() as books:
        assert books.sms.add("s1", PHONE, "Ja tack", NOW)
        assert not books.sms.add("s1", PHONE, "Ja tack", NOW)
        assert books.sms.add("s2", PHONE, "Ja tack", NOW)
        assert [(sms.phone, sms.text) for sms in books.sms.all()] == [(PHONE, "Ja tack")] * 2


def test_what_is_understood_waits_no_longer_and_is_understood_once(store: Store, member: Member, case: Request) -> None:
    with store.transaction() as books:
        books.sms.add("s1", PHONE, "Ring mig", NOW)
        (sms,) = books.sms.waiting()
        books.sms.understood(sms, "call", member_id=member.id, request_id=case.id)
        assert books.sms.waiting() == []
        (known,) = books.sms.of_member(member.id)
        assert (known.meaning, known.request_id) == ("call", case.id)
        with pytest.raises(StaleError):
            books.sms.understood(sms, "no", member_id=None, request_id=None)


def test_a_person_who_is_erased_takes_their_sms_along(store: Store) -> None:
    with store.transaction() as books:
        person = books.members.add({"first_name": "Siri", "phone": PHONE}, (), NOW)
        books.sms.add("s1", PHONE, "Jag är Siri", NOW)
        books.sms.add("s2", "+46701740642", "Hälsa Siri", NOW)
        counts = books.erasure.remove(person)
        books.erasure.scrub(lambda text: text.replace("Siri", "[raderat]"), str, frozenset(), person)
        assert counts["sms"] == 1
        assert [sms.text for sms in books.sms.all()] == ["Hälsa [raderat]"]


def test_a_report_counts_once_and_only_under_the_gateways_own_id(store: Store, member: Member) -> None:
    with store.transaction() as books:
        add_outgoing(books, "k", channel="sms", member_id=member.id, to=PHONE)
        add_outgoing(books, "mail", to="siri@post.example")
        (message,) = (one for one in books.outgoing.all() if one.channel == "sms")
        (mail,) = (one for one in books.outgoing.all() if one.channel == "mail")
        assert books.outgoing.last_sms(PHONE) is None
        books.outgoing.sent(message, NOW, "gw1")
        assert books.outgoing.reported(message.id, "gw2") is None
        assert not books.outgoing.arrived(message.id, "gw2", NOW)
        assert not books.outgoing.arrived(mail.id, "gw1", NOW)
        assert books.outgoing.arrived(message.id, "gw1", NOW)
        assert not books.outgoing.arrived(message.id, "gw1", NOW)
        last = books.outgoing.last_sms(PHONE)
        assert last is not None
        assert (last.id, last.arrived_at) == (message.id, NOW)


def test_what_waits_by_one_way_is_taken_back_alone(store: Store, member: Member) -> None:
    with store.transaction() as books:
        add_outgoing(books, "k", channel="sms", member_id=member.id)
        add_outgoing(books, "mail", member_id=member.id)
        assert books.outgoing.cancel(member_id=member.id, channel="sms") == 1
        assert [one.channel for one in books.outgoing.all() if one.state == "waiting"] == ["mail"]


def test_what_was_sent_is_counted_by_the_way_it_left(store: Store) -> None:
    with store.transaction() as books:
        for number, channel in enumerate(("sms", "sms", "mail")):
            add_outgoing(books, f"k{number}", channel=channel, to=PHONE)
        for message in books.outgoing.all():
            books.outgoing.sent(message, NOW)
        assert (books.outgoing.count_sent(NOW, channel="sms"), books.outgoing.count_sent(NOW, PHONE)) == (2, 3)
