"""Tasks and calls: each task at most once, closed once, and put off only as it was seen."""

from datetime import timedelta
from functools import partial

import pytest

from medverkan.storage.book import StaleError
from medverkan.storage.books import Books
from medverkan.storage.store import Store
from medverkan.storage.values import Member, Request, Task
from tests.storage.overlap import overlapping
from tests.storage.rows import NOW

DAY = timedelta(days=1)


def _task(books: Books, key: str = "call:1", **given: str) -> Task:
    return books.tasks.add("call", key, NOW, note="Ring", **given)


def test_the_same_key_is_one_task(store: Store) -> None:
    with store.transaction() as books:
        task = _task(books)
        assert books.tasks.add("other", "call:1", NOW + DAY, note="annat") == task
        assert (task.number, _task(books, "call:2").number) == ("T-0001", "T-0002")


def test_a_task_that_is_done_stands_when_it_is_asked_for_again(store: Store) -> None:
    with store.transaction() as books:
        books.tasks.done(_task(books), NOW)
        assert _task(books).done_at == NOW
        assert books.tasks.open_tasks() == []


def test_of_two_that_write_the_same_task_at_once_both_get_the_same(store: Store) -> None:
    def write(books: Books) -> Task:
        books.audit.add("asked", "bot", NOW)  # nothing that makes the second wait before it comes to the key
        return _task(books)

    one, other = overlapping(store, write, write)
    assert one == other
    with store.reading() as books:
        assert len(books.tasks.open_tasks()) == 1
        assert len(books.audit.of()) == 2


def test_a_task_done_twice_is_done_at_the_first_time(store: Store) -> None:
    with store.transaction() as books:
        task = _task(books)
        books.tasks.done(task, NOW)
        books.tasks.done(task, NOW + DAY)
    with store.transaction() as books:
        books.tasks.done(task, NOW + DAY)
        assert _task(books).done_at == NOW


def test_a_task_done_by_two_at_once_is_done_and_nobody_is_hindered(store: Store) -> None:
    with store.transaction() as books:
        task = _task(books)

    def done(days: int, books: Books) -> int:
        books.tasks.open_tasks()
        books.tasks.done(task, NOW + days * DAY)
        return len(books.tasks.open_tasks())

    assert overlapping(store, partial(done, 0), partial(done, 1)) == [0, 0]
    with store.transaction() as books:
        assert _task(books).done_at == NOW


def test_a_task_is_put_off_only_as_it_was_seen(store: Store) -> None:
    with store.transaction() as books:
        task = _task(books)
        books.tasks.put_off(task, NOW + DAY, attempts=1, reminded=2)
    with pytest.raises(StaleError), store.transaction() as books:
        books.tasks.put_off(task, NOW + 2 * DAY)
    with store.transaction() as books:
        (kept,) = books.tasks.open_tasks()
        assert (kept.due, kept.attempts, kept.reminded) == (NOW + DAY, 1, 2)
        books.tasks.put_off(kept, NOW + 3 * DAY)
        (kept,) = books.tasks.open_tasks()
        assert (kept.due, kept.attempts, kept.reminded) == (NOW + 3 * DAY, 1, 2)
        books.tasks.done(kept, NOW)
        with pytest.raises(StaleError):
            books.tasks.put_off(kept, NOW)


def test_of_two_that_put_a_task_off_at_once_one_is_told_to_look_again(store: Store) -> None:
    with store.transaction() as books:
        task = _task(books)

    def put_off(days: int, books: Books) -> None:
        books.tasks.put_off(task, NOW + days * DAY)

    first, second = overlapping(store, partial(put_off, 1), partial(put_off, 2))
    assert first is None
    assert isinstance(second, StaleError)
    with store.reading() as books:
        assert [kept.due for kept in books.tasks.open_tasks()] == [NOW + DAY]


def test_open_tasks_are_narrowed_and_soonest_first(store: Store, case: Request, member: Member) -> None:
    with store.transaction() as books:
        late = books.tasks.add("review", "a", NOW + DAY, request_id=case.id)
        soon = books.tasks.add("call", "b", NOW, member_id=member.id)
        tasks = books.tasks
        assert tasks.open_tasks() == [soon, late]
        assert tasks.open_tasks(kinds=["review"]) == tasks.open_tasks(request_id=case.id) == [late]
        assert tasks.open_tasks(member_id=member.id) == tasks.open_tasks(due_by=NOW) == [soon]


def test_calls_are_kept_with_who_made_them_oldest_first(store: Store, case: Request, member: Member) -> None:
    with store.transaction() as books:
        task = _task(books, request_id=case.id, member_id=member.id)
        for day, outcome in ((2, "accepted"), (1, "no_answer")):
            books.tasks.called(
                member.id, outcome, by="lead", now=NOW + day * DAY, task=task, request_id=case.id, note="Ringde"
            )
        books.tasks.called(member.id, "introduced", by="lead", now=NOW)
        calls = books.tasks.calls(member.id, case.id)
        assert [(c.outcome, c.by, c.note, c.task_id) for c in calls] == [
            ("no_answer", "lead", "Ringde", task.id),
            ("accepted", "lead", "Ringde", task.id),
        ]
        assert [call.outcome for call in books.tasks.calls(member.id)] == ["introduced", "no_answer", "accepted"]


def test_a_task_is_found_by_its_key_also_when_it_is_done(store: Store) -> None:
    with store.transaction() as books:
        assert books.tasks.of_key("call:1") is None
        task = _task(books)
        assert books.tasks.of_key("call:1") == task
        books.tasks.done(task, NOW)
        found = books.tasks.of_key("call:1")
        assert found is not None
        assert found.done_at == NOW


def test_it_is_known_when_a_person_was_last_talked_to(store: Store, member: Member) -> None:
    with store.transaction() as books:
        assert books.tasks.last_talked() == books.tasks.last_done(["call"]) == {}
        books.tasks.called(member.id, "accepted", by="lead", now=NOW)
        books.tasks.called(member.id, "call_again", by="lead", now=NOW + DAY)
        books.tasks.called(member.id, "no_answer", by="lead", now=NOW + 2 * DAY)
        books.tasks.done(_task(books, "call:1", member_id=member.id), NOW)
        books.tasks.done(_task(books, "call:2", member_id=member.id), NOW + DAY)
        _task(books, "call:3", member_id=member.id)
    with store.reading() as books:
        assert books.tasks.last_talked() == {member.id: NOW + DAY}
        assert books.tasks.last_done(["call", "other"]) == {member.id: NOW + DAY}
        assert books.tasks.last_done(["other"]) == {}


def test_reminders_that_are_due_come_soonest_first_with_the_one_that_is_always_told(store: Store) -> None:
    with store.transaction() as books:
        books.tasks.add("b", "later", NOW + DAY)
        books.tasks.add("b", "now", NOW)
        books.tasks.add("a", "before", NOW - DAY)
        books.tasks.add("c", "of another kind", NOW - DAY)
        books.tasks.done(books.tasks.add("a", "done", NOW - DAY), NOW)
        books.tasks.add("round", "round", NOW + 2 * DAY)
    with store.reading() as books:
        found = books.tasks.reminders(("a", "b"), NOW, also="round")
        assert [(task.kind, task.due) for task in found] == [("a", NOW - DAY), ("b", NOW), ("round", NOW + 2 * DAY)]
        assert found == [books.tasks.of_key(key) for key in ("before", "now", "round")]
