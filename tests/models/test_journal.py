"""Any sequence of operations, undone, leaves the identical database; redone, what it had been."""

import inspect
import uuid
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select, table, text
from sqlalchemy.orm import Session

from models.database import Database
from models.errors import AppError, PartGone, RecordLocked, StillSpeaks, ValueRefused
from models.forms import GROUPS, Field, ValueKind
from models.homes import HOMES
from models.journal import Changes, recorded, redo, undo
from models.meeting import Meeting
from models.operations import entries, handler_answers, lines, meetings, opinions, signing
from models.operations.case_files import import_documents
from models.profiles import load_profiles
from models.queries import meeting_document, meeting_rows
from models.sheets import meeting_sheet
from models.states import STATES, moves_from
from models.vocabulary import Manner, MeetingKind
from tests.models.case_files import small, small_hearing

PROFILES = load_profiles(())

Operation = Callable[[Session], object]
Rows = dict[str, list[tuple[Any, ...]]]


def _rows(database: Database) -> Rows:
    with database.read() as session:
        names = session.execute(
            text(
                "SELECT name FROM sqlite_master WHERE type = 'table'"
                " AND name NOT IN ('draft', 'audit_entry')"
            )
        )
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


@dataclass(frozen=True)
class Draw:
    """What an operation is to be about; how it is read depends on the operation."""

    chosen: int
    to: int
    words: str
    kind: str | None
    group: str
    value: object


_VALUES = [
    None,
    "",
    "甲",
    "𬤇·乙",
    "x" * 50,
    True,
    False,
    0,
    1,
    3,
    "出席",
    "书面",
    "未发表",
    "已签名",
    "报检察长",
    "听证员",
    "到场",
    "意见",
    "2025-06-18",
    "09:05",
]


@st.composite
def _operations(draw: st.DrawFn) -> Operation:
    """Return an operation on whatever it finds; it may be refused."""
    drawn = Draw(
        chosen=draw(st.integers(0, 5)),
        to=draw(st.integers(-1, 6)),
        words=draw(st.sampled_from(["", "甲", "𬤇·乙", "x" * 50])),
        kind=draw(st.sampled_from([None, "意见", "补充", "主持人"])),
        group=draw(st.sampled_from(sorted(GROUPS))),
        value=draw(st.sampled_from(_VALUES)),
    )
    name = draw(st.sampled_from(list(_OPERATIONS)))

    def operation(session: Session) -> object:
        found = session.scalars(select(Meeting).order_by(Meeting.id)).all()
        meeting = found[drawn.chosen % len(found)]
        return _OPERATIONS[name](session, meeting, drawn)

    return operation


def _pick(rows: list[Any], chosen: int) -> str:
    return str(rows[chosen % len(rows)].id) if rows else str(uuid.UUID(int=0))


def _some(rows: list[Any], drawn: Draw) -> list[str]:
    return [str(row.id) for row in rows[drawn.chosen :][:2]]


def _entry_id(session: Session, meeting: Meeting, drawn: Draw) -> str | None:
    sheet = meeting_sheet(session, str(meeting.id))
    found = sheet.of(drawn.group)
    return found[drawn.chosen % len(found)].id if found else None


def _owner_id(session: Session, meeting: Meeting, drawn: Draw) -> str | None:
    found = meeting_sheet(session, str(meeting.id)).of(GROUPS[drawn.group].owner)
    return found[0].id if found else None


def _set(session: Session, meeting: Meeting, drawn: Draw) -> None:
    group = GROUPS[drawn.group]
    fields = [name for name, field in group.fields.items() if meeting.kind in field.kinds]
    alone: dict[str, list[Any]] = {"line": meeting.lines, "opinion": meeting.opinions}
    entry = _pick(alone[drawn.group], drawn.chosen) if drawn.group in alone else None
    if meeting.kind not in group.kinds:
        return
    name = fields[drawn.chosen % len(fields)]
    entries.set_values(
        session,
        str(meeting.id),
        drawn.group,
        {name: _value(meeting, group.fields[name], drawn)},
        profiles=PROFILES,
        entry_id=entry or _entry_id(session, meeting, drawn),
    )


def _value(meeting: Meeting, field: Field, drawn: Draw) -> object:
    """Return what to set: for a reference mostly an entry that is there."""
    if field.kind is not ValueKind.REFERENCE or drawn.to < 0:
        return drawn.value
    return _pick(getattr(meeting, HOMES[field.refers_to].attribute), drawn.to)


def _set_each(session: Session, meeting: Meeting, drawn: Draw) -> None:
    group = GROUPS[drawn.group]
    if not _has_list(meeting, drawn):
        return
    field = list(group.fields)[-1]
    found = meeting_sheet(session, str(meeting.id)).of(drawn.group)
    values = {entry.id: {field: drawn.value} for entry in found[drawn.chosen :][:2]}
    entries.set_each(session, str(meeting.id), drawn.group, values, profiles=PROFILES)


def _has_list(meeting: Meeting, drawn: Draw) -> bool:
    group = GROUPS[drawn.group]
    return group.many and drawn.group not in ("line", "opinion") and meeting.kind in group.kinds


def _add(session: Session, meeting: Meeting, drawn: Draw) -> object:
    if not _has_list(meeting, drawn):
        return None
    name = next(iter(GROUPS[drawn.group].fields))
    return entries.add_entries(
        session,
        str(meeting.id),
        drawn.group,
        [{name: drawn.value}] * 2,
        profiles=PROFILES,
        owner_id=_owner_id(session, meeting, drawn),
        at=drawn.to,
    )


def _delete(session: Session, meeting: Meeting, drawn: Draw) -> None:
    entry = _entry_id(session, meeting, drawn)
    if entry is None or not _has_list(meeting, drawn):
        return
    entries.delete_entries(session, str(meeting.id), drawn.group, [entry], profiles=PROFILES)


def _move(session: Session, meeting: Meeting, drawn: Draw) -> None:
    entry = _entry_id(session, meeting, drawn)
    if entry is None or not _has_list(meeting, drawn):
        return
    entries.move_entries(session, str(meeting.id), drawn.group, [entry], drawn.to)


_OPERATIONS: dict[str, Callable[[Session, Meeting, Draw], object]] = {
    "create": lambda s, _m, d: meetings.create_meeting(s, MeetingKind.HEARING, title=d.words),
    "copy": lambda s, m, _d: meetings.copy_meeting(s, str(m.id)),
    "bin": lambda s, m, _d: meetings.bin_meeting(s, str(m.id)),
    "take out": lambda s, m, _d: meetings.restore_meeting(s, str(m.id)),
    "go on": lambda s, m, d: meetings.move_meeting(
        s, str(m.id), [c for c in moves_from(m.state) if not STATES[c].signed][d.chosen], PROFILES
    ),
    "list signers": lambda s, m, _d: signing.list_signers(s, str(m.id), PROFILES),
    "sign all": lambda s, m, _d: signing.sign_all(s, str(m.id), "2026-01-02T17:00"),
    "set": _set,
    "set each": _set_each,
    "add": _add,
    "delete": _delete,
    "move": _move,
    "add line": lambda s, m, d: lines.add_line(
        s,
        str(m.id),
        text=d.words,
        kind=d.kind,
        speaker_id=_pick(m.participants, d.chosen) if d.chosen % 2 else None,
        item_id=_pick(m.agenda, d.chosen) if d.chosen % 3 and m.agenda else None,
    ),
    "revise line": lambda s, m, d: lines.revise_line(
        s,
        str(m.id),
        _pick(m.lines, d.chosen),
        text=d.words,
        speaker_id=_pick(m.participants, d.to) if d.to % 2 else None,
        kind=d.kind,
        step=d.to if m.kind is MeetingKind.HEARING and d.to >= 0 else None,
        item_id=None,
    ),
    "attribute": lambda s, m, d: lines.attribute_lines(
        s, str(m.id), _some(m.lines, d), _pick(m.participants, d.to) if d.to % 2 else None
    ),
    "assign": lambda s, m, d: lines.assign_lines(
        s, str(m.id), _some(m.lines, d), _pick(m.agenda, d.to) if d.to % 2 else None
    ),
    "step": lambda s, m, d: lines.set_step(s, str(m.id), _some(m.lines, d), d.chosen),
    "move lines": lambda s, m, d: lines.move_lines(s, str(m.id), _some(m.lines, d), d.to),
    "add opinion": lambda s, m, d: opinions.add_opinion(
        s,
        str(m.id),
        author_id=_pick(m.participants, d.chosen),
        manner=list(Manner)[d.to % 3],
        text=d.words,
    ),
    "delete opinion": lambda s, m, d: opinions.delete_opinion(
        s, str(m.id), _pick(m.opinions[d.to :], d.chosen)
    ),
    "join line": lambda s, m, d: opinions.join_line(
        s, str(m.id), _pick(m.opinions, d.chosen), _pick(m.lines, d.to)
    ),
    "part line": lambda s, m, d: opinions.part_line(s, str(m.id), _pick(m.lines, d.chosen)),
    "list answers": lambda s, m, _d: (
        handler_answers.list_answers(s, str(m.id)) if m.kind is MeetingKind.JOINT_CONFERENCE else ()
    ),
    "delete lines": lambda s, m, d: lines.delete_lines(s, str(m.id), _some(m.lines, d)),
}


def test_every_operation_a_user_has_is_in_the_game() -> None:
    public = {
        f"{module.__name__.rpartition('.')[2]}.{name}"
        for module in (entries, handler_answers, lines, meetings, opinions)
        for name, one in vars(module).items()
        if inspect.isfunction(one) and one.__module__ == module.__name__ and name[0] != "_"
    }

    assert public == {
        *("entries.set_values", "entries.set_each", "entries.add_entries"),
        *("entries.delete_entries", "entries.move_entries"),
        *("lines.add_line", "lines.revise_line", "lines.attribute_lines", "lines.assign_lines"),
        *("lines.set_step", "lines.move_lines", "lines.delete_lines"),
        *("opinions.add_opinion", "opinions.delete_opinion"),
        *("opinions.join_line", "opinions.part_line"),
        *("opinions.follow_opinion", "opinions.opinion_of"),  # part of others
        *("opinions.drop_opinion", "opinions.close_up_opinions"),  # as well
        *("opinions.unlink", "opinions.refuse_opinion_of"),  # as well
        "handler_answers.list_answers",
        *("meetings.create_meeting", "meetings.copy_meeting", "meetings.move_meeting"),
        *("meetings.bin_meeting", "meetings.restore_meeting"),
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
        except (AppError, IndexError):  # no such state to go to
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


def _add_one(session: Session, meeting_id: str, group: str, **values: object) -> str:
    (made,) = entries.add_entries(session, meeting_id, group, [values], profiles=PROFILES)
    return made


def _change(session: Session, meeting_id: str, group: str, **values: object) -> None:
    entries.set_values(session, meeting_id, group, values, profiles=PROFILES)


def _revise(session: Session, meeting_id: str, line_id: str) -> None:
    lines.revise_line(
        session,
        meeting_id,
        line_id,
        text="改",
        speaker_id=None,
        kind=None,
        step=None,
        item_id=None,
    )


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

    _do(database, lambda session: lines.move_lines(session, conference, [last], 0))

    document = _document(database, conference)
    assert document["records"][0]["text"] == "证据不足。"
    assert [line["seq"] for line in document["records"]] == [1, 2, 3]
    assert document["handler_note"]["items"][0]["ref_seq"] == 1


def test_a_deleted_line_leaves_no_gap_and_no_dangling_answer(
    database: Database, conference: str
) -> None:
    first, _, third = _line_ids(database, conference)

    _do(database, lambda session: lines.delete_lines(session, conference, [first]))
    _do(database, lambda session: lines.delete_lines(session, conference, [third]))

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
        lambda session: lines.attribute_lines(session, conference, added, handler),
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
        lambda session: _revise(session, signed.id, line),
        lambda session: lines.delete_lines(session, signed.id, [line]),
        lambda session: _add_one(session, signed.id, "agenda_item", title="一"),
        lambda session: _change(session, signed.id, "meeting", title="改"),
        lambda session: _add_one(session, signed.id, "participant", name="甲"),
        lambda session: meetings.bin_meeting(session, signed.id),
    ):
        with pytest.raises(RecordLocked):
            _do(database, operation)

    assert _rows(database) == before


def test_who_has_spoken_cannot_be_taken_out(database: Database, conference: str) -> None:
    with database.read() as session:
        person = str(session.get_one(Meeting, uuid.UUID(conference)).participants[0].id)

    with pytest.raises(StillSpeaks) as refused:
        _do(
            database,
            lambda session: entries.delete_entries(
                session, conference, "participant", [person], profiles=PROFILES
            ),
        )

    assert (refused.value.name, refused.value.lines) == ("罗承砚", 1)


def test_what_is_no_id_refers_to_nothing(database: Database, conference: str) -> None:
    line = _line_ids(database, conference)[0]
    before = _rows(database)

    with pytest.raises(ValueRefused):
        _do(
            database,
            lambda session: entries.set_values(
                session, conference, "line", {"item": "甲"}, profiles=PROFILES, entry_id=line
            ),
        )

    assert _rows(database) == before


def test_what_is_gone_is_told(database: Database, conference: str) -> None:
    nobody = str(uuid.UUID(int=1))

    for operation in (
        lambda session: _revise(session, conference, nobody),
        lambda session: entries.delete_entries(
            session, conference, "agenda_item", [nobody], profiles=PROFILES
        ),
        lambda session: lines.add_line(session, conference, text="x", speaker_id=nobody),
    ):
        with pytest.raises(PartGone):
            _do(database, operation)
