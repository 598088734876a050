"""Any sequence of operations, undone, leaves the identical database; redone, what it had been."""

import uuid
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select, table, text
from sqlalchemy.orm import Session

from models.database import Database
from models.errors import AppError, PartGone, RecordLocked, StillSpeaks
from models.journal import Changes, recorded, redo, undo
from models.meeting import Meeting
from models.operations import agenda, lines, meetings, people
from models.operations.case_files import import_documents
from models.operations.people import PersonData
from models.queries import meeting_document, meeting_rows
from models.vocabulary import MeetingKind
from tests.models.case_files import small, small_hearing

Operation = Callable[[Session], object]
Rows = dict[str, list[tuple[Any, ...]]]


def _rows(database: Database) -> Rows:
    with database.read() as session:
        names = session.execute(text("SELECT name FROM sqlite_master WHERE type = 'table'"))
        return {
            name: sorted(
                map(tuple, session.execute(select(text("*")).select_from(table(name)))), key=repr
            )
            for name in names.scalars().all()
        }


def _do(database: Database, operation: Operation) -> Changes:
    with database.write() as session, recorded(session) as changes:
        operation(session)
    return tuple(changes)


def _import(database: Database) -> None:
    with database.write() as session:
        import_documents(session, [("a", small()), ("b", small_hearing() | {"number": "另"})])


@st.composite
def _operations(draw: st.DrawFn) -> Operation:
    """Return an operation on whatever it finds; it may be refused."""
    chosen = draw(st.integers(0, 5))
    to = draw(st.integers(-1, 6))
    words = draw(st.sampled_from(["", "甲", "𬤇·乙", "x" * 50]))
    kind = draw(st.sampled_from([None, "意见", "补充", "主持人"]))
    name = draw(st.sampled_from(list(_OPERATIONS)))

    def operation(session: Session) -> object:
        found = session.scalars(select(Meeting).order_by(Meeting.id)).all()
        meeting = found[chosen % len(found)]
        return _OPERATIONS[name](session, meeting, chosen, to, words, kind)

    return operation


def _pick(rows: list[Any], chosen: int) -> str:
    return str(rows[chosen % len(rows)].id) if rows else str(uuid.UUID(int=0))


_OPERATIONS: dict[str, Callable[[Session, Meeting, int, int, str, str | None], object]] = {
    "create": lambda s, _m, _c, _t, w, _k: meetings.create_meeting(
        s, MeetingKind.HEARING, title=w, host=None
    ),
    "head": lambda s, m, c, _t, w, _k: meetings.set_head(
        s, str(m.id), ["title", "number", "place", "held_from"][c % 4], w
    ),
    "add items": lambda s, m, _c, _t, w, _k: agenda.add_items(s, str(m.id), [w, "二"]),
    "rename": lambda s, m, c, _t, w, _k: agenda.rename_item(s, _pick(m.agenda, c), w),
    "move item": lambda s, m, c, t, _w, _k: agenda.move_item(s, _pick(m.agenda, c), t),
    "delete item": lambda s, m, c, _t, _w, _k: agenda.delete_item(s, _pick(m.agenda, c)),
    "add line": lambda s, m, c, _t, w, k: lines.add_line(
        s, str(m.id), text=w, kind=k, speaker_id=_pick(m.participants, c) if c % 2 else None
    ),
    "edit line": lambda s, m, c, _t, w, _k: lines.edit_line(s, _pick(m.lines, c), w),
    "attribute": lambda s, m, c, t, _w, k: lines.attribute_line(
        s,
        _pick(m.lines, c),
        speaker_id=_pick(m.participants, t) if t % 2 else None,
        kind=k,
    ),
    "move line": lambda s, m, c, t, _w, _k: lines.move_line(s, _pick(m.lines, c), t),
    "delete line": lambda s, m, c, _t, _w, _k: lines.delete_line(s, _pick(m.lines, c)),
    "add person": lambda s, m, _c, _t, w, _k: people.add_participant(
        s, str(m.id), PersonData(name=w, role="出席")
    ),
    "edit person": lambda s, m, c, _t, w, _k: people.edit_participant(
        s, _pick(m.participants, c), PersonData(name=w, organ="院")
    ),
    "move person": lambda s, m, c, t, _w, _k: people.move_participant(
        s, _pick(m.participants, c), t
    ),
    "delete person": lambda s, m, c, _t, _w, _k: people.delete_participant(
        s, _pick(m.participants, c)
    ),
}


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(operations=st.lists(_operations(), max_size=12))
def test_any_sequence_undone_and_redone_gives_the_identical_database(
    operations: list[Operation], database: Database
) -> None:
    with database.write() as session:
        for meeting in session.scalars(select(Meeting)):
            session.delete(meeting)
    _import(database)
    states = [_rows(database)]
    done: list[Changes] = []
    for operation in operations:
        try:
            done.append(_do(database, operation))
        except AppError:
            assert _rows(database) == states[-1]
            continue
        states.append(_rows(database))

    for changes, before in zip(reversed(done), reversed(states[:-1]), strict=True):
        with database.write() as session:
            undo(session, changes)
        assert _rows(database) == before
    for changes, after in zip(done, states[1:], strict=True):
        with database.write() as session:
            redo(session, changes)
        assert _rows(database) == after


def _ids(database: Database) -> list[str]:
    with database.read() as session:
        return [row.id for row in reversed(meeting_rows(session))]


def _document(database: Database, meeting_id: str) -> dict[str, Any]:
    with database.read() as session:
        return meeting_document(session, meeting_id)


def _line_ids(database: Database, meeting_id: str) -> list[str]:
    with database.read() as session:
        meeting = session.get(Meeting, uuid.UUID(meeting_id))
        assert meeting is not None
        return [str(line.id) for line in meeting.lines]


@pytest.fixture
def conference(database: Database) -> str:
    """Give the id of a small conference in session."""
    with database.write() as session:
        (imported,) = import_documents(session, [("a", small())])
    return imported.id


def test_a_deleted_whole_meeting_comes_back(database: Database, conference: str) -> None:
    before = _rows(database)

    def delete(session: Session) -> None:
        session.delete(session.get_one(Meeting, uuid.UUID(conference)))

    changes = _do(database, delete)
    assert _ids(database) == []
    with database.write() as session:
        undo(session, changes)

    assert _rows(database) == before


def test_moved_lines_are_numbered_in_their_new_order(database: Database, conference: str) -> None:
    last = _line_ids(database, conference)[-1]

    _do(database, lambda session: lines.move_line(session, last, 0))

    document = _document(database, conference)
    assert document["records"][0]["text"] == "证据不足。"
    assert [line["seq"] for line in document["records"]] == [1, 2, 3]
    assert document["handler_note"]["items"][0]["ref_seq"] == 1


def test_a_deleted_line_leaves_no_gap_and_no_dangling_answer(
    database: Database, conference: str
) -> None:
    first, _, third = _line_ids(database, conference)

    _do(database, lambda session: lines.delete_line(session, first))
    _do(database, lambda session: lines.delete_line(session, third))

    document = _document(database, conference)
    assert [line["seq"] for line in document["records"]] == [1]
    assert document["handler_note"]["items"][0]["ref_seq"] is None


def test_a_line_of_opinion_has_its_speaker_as_author(database: Database, conference: str) -> None:
    with database.read() as session:
        meeting = session.get_one(Meeting, uuid.UUID(conference))
        chair, handler = (str(person.id) for person in meeting.participants[:2])

    added: list[str] = []
    _do(
        database,
        lambda session: added.append(
            lines.add_line(session, conference, text="我认为。", kind="意见", speaker_id=chair)
        ),
    )
    _do(
        database,
        lambda session: lines.attribute_line(session, added[0], speaker_id=handler, kind="补充"),
    )

    with database.read() as session:
        meeting = session.get_one(Meeting, uuid.UUID(conference))
        assert [opinion.author.name for opinion in meeting.opinions] == ["阿旺·才让", "陶𬤇"]


def test_a_signed_record_refuses_every_change(database: Database) -> None:
    with database.write() as session:
        (signed,) = import_documents(session, [("a", small() | {"state": "J7"})])
    before = _rows(database)
    line = _line_ids(database, signed.id)[0]

    for operation in (
        lambda session: lines.edit_line(session, line, "改"),
        lambda session: lines.delete_line(session, line),
        lambda session: agenda.add_items(session, signed.id, ["一"]),
        lambda session: meetings.set_head(session, signed.id, "title", "改"),
        lambda session: people.add_participant(session, signed.id, PersonData("甲")),
    ):
        with pytest.raises(RecordLocked):
            _do(database, operation)

    assert _rows(database) == before


def test_who_has_spoken_cannot_be_taken_out(database: Database, conference: str) -> None:
    with database.read() as session:
        person = str(session.get_one(Meeting, uuid.UUID(conference)).participants[0].id)

    with pytest.raises(StillSpeaks) as refused:
        _do(database, lambda session: people.delete_participant(session, person))

    assert (refused.value.name, refused.value.lines) == ("罗承砚", 1)


def test_what_is_gone_is_told(database: Database, conference: str) -> None:
    nobody = str(uuid.UUID(int=1))

    for operation in (
        lambda session: lines.edit_line(session, nobody, "x"),
        lambda session: agenda.delete_item(session, nobody),
        lambda session: lines.add_line(session, conference, text="x", speaker_id=nobody),
    ):
        with pytest.raises(PartGone):
            _do(database, operation)
