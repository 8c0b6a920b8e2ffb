"""What is due to be thinned is found by its age, on both databases; what is emptied keeps its row and its numbers."""

from datetime import timedelta

from medverkan.storage.lifecycle import MailEvent, RequestEvent
from medverkan.storage.store import Store
from tests.storage.rows import NOW, add_invitation, add_mail, add_member, add_outgoing, add_request

LATER = NOW + timedelta(days=365)


def test_nothing_is_due_in_an_empty_register(store: Store) -> None:
    with store.reading() as books:
        thin = books.thinning
        found = [thin.cases(LATER), thin.mails(LATER), thin.aside(LATER), thin.letters(LATER), thin.calls(LATER),
                 thin.tasks(LATER), thin.left(LATER), thin.lines(LATER), thin.sms(LATER, known=True),
                 thin.sms(LATER, known=False), books.merges.old(LATER)]  # fmt: skip
    assert found == [[]] * len(found)


def test_each_kind_is_found_when_it_is_old_and_not_before(store: Store) -> None:
    with store.transaction() as books:
        thin = books.thinning
        member = add_member(books)
        mail = add_mail(books)
        books.mails.move(mail, MailEvent.UNDERSTOOD)
        aside = add_mail(books, b"Hej igen", 2)
        books.mails.move(aside, MailEvent.PUT_ASIDE, reason="oklart", disposal="review")
        add_outgoing(books)
        message = books.outgoing.claim(NOW)
        assert message
        books.outgoing.sent(message, NOW)
        books.tasks.called(member.id, "talked", by="lead", now=NOW, note="fritt")
        books.tasks.done(books.tasks.add("complete", "k", NOW, note="fritt"), NOW)
        books.sms.add("s1", "+46701740699", "hej", NOW)
        books.sms.understood(books.sms.waiting()[0], "words", member_id=None, request_id=None)
        books.audit.add("member-read", "operator", NOW, detail={"user": "pia"})
        books.audit.flush()
        finds = (thin.mails, thin.aside, thin.letters, thin.calls, thin.tasks, thin.lines)
        assert [len(find(NOW)) for find in finds] == [0] * 6
        assert [len(find(LATER)) for find in finds] == [1] * 6
        assert [len(thin.sms(day, known=False)) for day in (NOW, LATER)] == [0, 1]
        assert thin.sms(LATER, known=True) == []


def test_a_case_is_emptied_of_its_words_and_keeps_its_days_and_states(store: Store) -> None:
    with store.transaction() as books:
        member, request = add_member(books), add_request(books, description="Kanarie", date_start="2026-04-20")
        add_invitation(books, request, member)
        books.tasks.called(member.id, "accepted", by="lead", now=NOW, request_id=request.id, note="Kanarie")
        request = books.requests.move(request, RequestEvent.WITHDRAWN, NOW)
        assert books.thinning.cases(NOW) == []
        assert books.thinning.cases(LATER) == [request.id]
        books.thinning.thin_case(request.id, {"people_wanted": 2}, LATER)
        after = books.requests.get(request.number)
        assert after
        assert (after.fields, after.sender, after.release_to) == ({"people_wanted": 2}, "", "")
        assert (after.state, after.date_start, after.received_at) == (request.state, request.date_start, NOW)
        assert [call.note for call in books.tasks.calls(member.id)] == [""]
        assert books.invitations.get(request.id, member.id)
        assert books.thinning.cases(LATER) == []


def test_lines_are_looked_at_once_and_the_ones_that_say_which_were_emptied_stay(store: Store) -> None:
    with store.transaction() as books:
        for number in range(3):
            books.audit.add("member-read", "operator", NOW, detail={"user": str(number)})
        books.audit.add("member-erased", "operator", NOW, detail={"lines": [1]})
        books.audit.flush()
        lines = books.thinning.lines(LATER, 3)
        assert len(lines) == 3
        assert books.thinning.emptiable(lines) == lines
        books.thinning.mark_lines(max(lines))
        (last,) = books.thinning.lines(LATER)
        assert books.thinning.emptiable([last]) == []
