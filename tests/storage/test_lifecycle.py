"""The lifecycles: every state can be reached and nothing but the tables decides one."""

import ast
from collections.abc import Iterator, Mapping
from enum import StrEnum
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlmodel import SQLModel

from medverkan.storage import lifecycle
from medverkan.storage.lifecycle import (
    INVITATION,
    MAIL,
    MEETING,
    MEMBER,
    OUTGOING,
    REQUEST,
    IllegalMove,
    InvitationEvent,
    InvitationState,
    MailEvent,
    MailState,
    MeetingEvent,
    MeetingState,
    MemberEvent,
    MemberStatus,
    OutgoingEvent,
    OutgoingState,
    RequestEvent,
    RequestState,
    move,
)
from medverkan.storage.store import Store
from medverkan.storage.tables import Row
from medverkan.storage.values import Member, Request
from tests.storage.rows import NOW, add_invitation, add_mail, add_outgoing, claimed

Table = Mapping[tuple[Any, Any], Any]
TABLES: dict[str, tuple[Table, StrEnum, type[StrEnum], type[StrEnum]]] = {
    "request": (REQUEST, RequestState.RECEIVED, RequestState, RequestEvent),
    "meeting": (MEETING, MeetingState.PLANNED, MeetingState, MeetingEvent),
    "invitation": (INVITATION, InvitationState.PROPOSED, InvitationState, InvitationEvent),
    "member": (MEMBER, MemberStatus.REGISTERED, MemberStatus, MemberEvent),
    "mail": (MAIL, MailState.STORED, MailState, MailEvent),
    "outgoing": (OUTGOING, OutgoingState.WAITING, OutgoingState, OutgoingEvent),
}
LAST = {
    "meeting": {MeetingState.HELD, MeetingState.CANCELLED},
    "request": {RequestState.CLOSED, RequestState.WITHDRAWN},
    "invitation": {InvitationState.TOOK_PART},
    "member": {MemberStatus.LEFT},
    "mail": {MailState.DONE},
    "outgoing": {OutgoingState.SENT, OutgoingState.FAILED, OutgoingState.CANCELLED},
}
ROOT = Path(__file__).resolve().parent.parent.parent
STATES = {"state", "status"}


@pytest.mark.parametrize("name", TABLES)
def test_every_state_is_reached_and_every_event_can_happen(name: str) -> None:
    table, first, states, events = TABLES[name]
    reached, before = {first}, set[StrEnum]()
    while reached != before:
        before = set(reached)
        reached |= {after for (state, _), after in table.items() if state in before}
    assert reached == set(states)
    assert {event for _, event in table} == set(events)


@pytest.mark.parametrize("name", TABLES)
def test_only_the_last_states_have_no_way_on(name: str) -> None:
    table, _, states, _ = TABLES[name]
    assert set(states) - {state for state, _ in table} == LAST[name]


@pytest.mark.parametrize("name", TABLES)
@given(st.data())
def test_no_sequence_of_events_leaves_the_table(name: str, data: st.DataObject) -> None:
    table, state, states, events = TABLES[name]
    for event in data.draw(st.lists(st.sampled_from(list(events)), max_size=30)):
        if (state, event) in table:
            state = move(table, state, event)
        else:
            with pytest.raises(IllegalMove, match=f"{event} cannot happen in state {state}"):
                move(table, state, event)
    assert state in set(states)


@pytest.mark.parametrize("name", TABLES)
def test_a_table_holds_only_its_own_states_and_events(name: str) -> None:
    table, _, states, events = TABLES[name]
    assert {type(state) for state, _ in table} | {type(state) for state in table.values()} == {states}
    assert {type(event) for _, event in table} == {events}


def test_every_column_with_a_state_has_a_lifecycle() -> None:
    with_state = {name for name, table in SQLModel.metadata.tables.items() if STATES & set(table.columns.keys())}
    assert with_state == set(TABLES)
    assert issubclass(Row, SQLModel)


@pytest.mark.parametrize("word", ["state", "status"])
def test_states_fit_their_columns(word: str) -> None:
    for name, (_, _, states, _) in TABLES.items():
        column = SQLModel.metadata.tables[name].columns.get(word)
        if column is not None:
            assert max(map(len, states)) <= (getattr(column.type, "length", 0) or 0)


def test_an_illegal_move_leaves_the_row_as_it_is(store: Store, case: Request, member: Member) -> None:
    with store.transaction() as books:
        mail, invitation = add_mail(books), add_invitation(books, case, member)
        add_outgoing(books)
        message = claimed(books)
        books.outgoing.sent(message, NOW)
    with store.transaction() as books:
        with pytest.raises(IllegalMove):
            books.requests.move(case, RequestEvent.CLOSED, NOW)
        with pytest.raises(IllegalMove):
            books.invitations.move(invitation, InvitationEvent.RELEASED, NOW)
        with pytest.raises(IllegalMove):
            books.members.move(member, MemberEvent.RELEASED)
        with pytest.raises(IllegalMove):
            books.mails.move(mail, MailEvent.RETRIED, kind="request")
        with pytest.raises(IllegalMove):
            books.outgoing.gave_up(message, "för sent")
    with store.reading() as books:
        assert books.requests.get(case.id) == case
        assert books.invitations.of(case) == [invitation]
        assert books.members.get(member.id) == member
        assert books.mails.get(mail.id) == mail
        assert [(m.state, m.error) for m in books.outgoing.all()] == [(OutgoingState.SENT, "")]


def _pairs(node: ast.AST) -> Iterator[tuple[object, ast.expr]]:
    """Yield (name, value) for a dict's keys, a call's named arguments, and attributes or items assigned to."""
    if isinstance(node, ast.Dict):
        keys = (key.value if isinstance(key, ast.Constant) else None for key in node.keys)
        yield from zip(keys, node.values, strict=True)
    elif isinstance(node, ast.Call):
        yield from ((word.arg, word.value) for word in node.keywords)
    elif isinstance(node, ast.Assign):
        for target in node.targets:
            if isinstance(target, ast.Attribute):
                yield target.attr, node.value
            elif isinstance(target, ast.Subscript) and isinstance(target.slice, ast.Constant):
                yield target.slice.value, node.value


def _asks(node: ast.AST) -> bool:
    return isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in ASKING


def _assigned(source: str) -> Iterator[tuple[str, str]]:
    """Yield (function, what is written) wherever a state is written, which it is not where rows are asked for."""
    tree = ast.parse(source)
    asked = {part for node in ast.walk(tree) if _asks(node) for part in ast.walk(node)}
    for function in ast.walk(tree):
        if isinstance(function, ast.FunctionDef):
            pairs = (pair for node in ast.walk(function) if node not in asked for pair in _pairs(node))
            yield from ((function.name, ast.unparse(value)) for name, value in pairs if name in STATES)


ASKING = ("row", "rows", "_those")
# Where a state is written: at the beginning of a row, and after `move` has said which. Reading one into a value, and
# telling `update` which state is expected, write nothing.
ALLOWED = {
    "mails.py": {
        ("_new", "MailState.DONE if first else MailState.STORED"),
        ("move", "str(move(MAIL, mail.state, event))"),
    },
    "meetings.py": {("add", "MeetingState.PLANNED"), ("move", "str(move(MEETING, meeting.state, event))")},
    # Two posts that become one, or are parted again, take over a status that one of them had.
    "members.py": {("add", "MemberStatus.REGISTERED"), ("move", "str(status)"), ("settle", "str(merged.status)")},
    "requests.py": {("add", "RequestState.RECEIVED"), ("move", "str(state)")},
    "people.py": {("add", "InvitationState.PROPOSED"), ("move", "str(state)")},
    "erasure.py": {("_empty", "str(state)"), ("empty_letters", "str(state)")},
    # `all` asks for rows by their state.
    "outgoing.py": {
        ("add", "OutgoingState.WAITING"),
        ("all", "state"),
        ("cancel", "str(state)"),
        ("_end", "str(state)"),
    },
}
EXPECTED = {"row.state", "str(mail.state)", "str(request.state)", "str(OutgoingState.WAITING)"}


@pytest.mark.parametrize("file", sorted((ROOT / "storage").glob("*.py")), ids=lambda file: file.name)
def test_no_other_place_assigns_a_state(file: Path) -> None:
    written = {
        (function, value)
        for function, value in _assigned(file.read_text(encoding="utf-8"))
        if function not in {"_value"} and value not in EXPECTED
    }
    assert written == ALLOWED.get(file.name, set())


def test_what_is_written_as_a_state_comes_from_the_table() -> None:
    for file in ALLOWED:
        source = (ROOT / "storage" / file).read_text(encoding="utf-8")
        for function in ast.walk(ast.parse(source)):
            if isinstance(function, ast.FunctionDef) and function.name in {"move", "cancel", "_end"}:
                called = {ast.unparse(node.func) for node in ast.walk(function) if isinstance(node, ast.Call)}
                assert "move" in called, (file, function.name)


def test_no_room_but_this_one_writes_rows() -> None:
    others = [file for room in ("bot", "mailbox", "matching") for file in (ROOT / room).rglob("*.py")]
    assert [f.name for f in others if "storage.tables" in f.read_text(encoding="utf-8")] == []
    assert lifecycle.__doc__
