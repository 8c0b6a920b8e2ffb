"""Chats and buttons: who a chat belongs to, and that a button is good for one press by the one it was offered to."""

from datetime import timedelta

from medverkan.storage.store import Store
from tests.storage.rows import NOW

LEADS = ("karin@region.example", "ove@region.example")
LATER = NOW + timedelta(minutes=15)


def test_a_code_links_a_chat_once(store: Store) -> None:
    with store.transaction() as books:
        books.chats.expect("Karin@region.example", "abc", LATER)
        assert books.chats.chat_of("karin@region.example") == ""
        assert books.chats.link(LEADS, "xyz", "42", NOW) == ""
        assert books.chats.link(LEADS, "abc", "42", NOW) == "karin@region.example"
        assert books.chats.chat_of("karin@region.example") == "42"
        assert books.chats.link(LEADS, "abc", "43", NOW) == ""
        assert books.chats.chat_of("karin@region.example") == "42"


def test_an_empty_code_is_nobodys(store: Store) -> None:
    with store.transaction() as books:
        books.chats.expect(LEADS[0], "abc", LATER)
        books.chats.link(LEADS, "abc", "42", NOW)
        assert books.chats.link(LEADS, "", "43", NOW) == ""


def test_a_code_is_too_old_after_its_time(store: Store) -> None:
    with store.transaction() as books:
        books.chats.expect(LEADS[0], "abc", LATER)
        assert books.chats.link(LEADS, "abc", "42", LATER) == ""


def test_a_code_of_somebody_who_is_no_lead_any_more_links_nothing(store: Store) -> None:
    with store.transaction() as books:
        books.chats.expect(LEADS[0], "abc", LATER)
        assert books.chats.link(LEADS[1:], "abc", "42", NOW) == ""


def test_a_new_code_takes_the_place_of_the_first_and_the_chat_stays_until_it_is_used(store: Store) -> None:
    with store.transaction() as books:
        books.chats.expect(LEADS[0], "first", LATER)
        books.chats.link(LEADS, "first", "42", NOW)
        books.chats.expect(LEADS[0], "second", LATER)
        books.chats.expect(LEADS[0], "third", LATER)
        assert books.chats.chat_of(LEADS[0]) == "42"
        assert books.chats.link(LEADS, "second", "43", NOW) == ""
        assert books.chats.link(LEADS, "third", "43", NOW) == LEADS[0]
        assert books.chats.chat_of(LEADS[0]) == "43"


def test_a_chat_belongs_to_one_lead(store: Store) -> None:
    with store.transaction() as books:
        for lead, code in zip(LEADS, ("a", "b"), strict=True):
            books.chats.expect(lead, code, LATER)
            books.chats.link(LEADS, code, "42", NOW)
        assert [books.chats.chat_of(lead) for lead in LEADS] == ["", "42"]
        assert books.chats.unlink(LEADS[1])
        assert not books.chats.unlink(LEADS[1])
        assert [books.chats.chat_of(lead) for lead in LEADS] == ["", ""]


def test_a_button_is_pressed_once(store: Store) -> None:
    with store.transaction() as books:
        books.chats.offer("n", LEADS[0], "pick 1 3", LATER, version=2)
    with store.transaction() as books:
        pressed = books.chats.press("n", LEADS[0], NOW)
        assert pressed
        assert (pressed[0].action, pressed[0].version, pressed[1]) == ("pick 1 3", 2, True)
        books.chats.said("n", LEADS[0], "1 och 3 är valda")
    with store.transaction() as books:
        again = books.chats.press("n", LEADS[0], NOW)
        assert again
        assert (again[0].said, again[1]) == ("1 och 3 är valda", False)


def test_nobody_elses_button_can_be_pressed_nor_one_that_was_never_offered(store: Store) -> None:
    with store.transaction() as books:
        books.chats.offer("n", LEADS[0], "more", LATER)
        assert books.chats.press("n", LEADS[1], NOW) is None
        assert books.chats.press("m", LEADS[0], NOW) is None
        assert books.chats.press("", LEADS[0], NOW) is None


def test_a_button_is_not_pressed_after_its_time_and_is_then_forgotten(store: Store) -> None:
    with store.transaction() as books:
        books.chats.offer("n", LEADS[0], "more", LATER)
        late = books.chats.press("n", LEADS[0], LATER)
        assert late
        assert (late[0].pressed_at, late[1]) == (None, False)
        books.chats.forget(LATER)
        assert books.chats.press("n", LEADS[0], LATER)
        books.chats.forget(LATER + timedelta(seconds=1))
        assert books.chats.press("n", LEADS[0], LATER) is None


def test_a_press_whose_transaction_fails_was_none(store: Store) -> None:
    with store.transaction() as books:
        books.chats.offer("n", LEADS[0], "more", LATER)
    with store.reading() as books:
        assert books.chats.press("n", LEADS[0], NOW)
    with store.transaction() as books:
        pressed = books.chats.press("n", LEADS[0], NOW)
        assert pressed
        assert pressed[1]


def test_everything_ends_at_once(store: Store) -> None:
    with store.transaction() as books:
        books.chats.expect(LEADS[0], "abc", LATER)
        books.chats.link(LEADS, "abc", "42", NOW)
        books.chats.expect(LEADS[1], "def", LATER)
        books.chats.offer("n", LEADS[0], "more", LATER)
        books.chats.end_all()
        assert books.chats.chat_of(LEADS[0]) == ""
        assert books.chats.link(LEADS, "def", "43", NOW) == ""
        assert books.chats.press("n", LEADS[0], NOW) is None


def test_written_words_are_taken_once(store: Store) -> None:
    with store.transaction() as books:
        assert books.chats.take_words("42:7", LEADS[0], NOW, LATER)
        assert not books.chats.take_words("42:7", LEADS[0], NOW, LATER)
        assert books.chats.take_words("42:8", LEADS[0], NOW, LATER)
