"""Any sequence of operations, undone, leaves the identical database; redone, what it had been."""

import inspect
import uuid
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select, table, text
from sqlalchemy.orm import Session

from models.database import Database
from models.errors import AppError, PartGone, RecordLocked, StillSpeaks, ValueRefused
from models.journal import Changes, redo, undo
from models.meeting import Meeting
from models.operations import attachments, desk, entries, handler_answers, lines, meetings, opinions
from models.operations.case_files import import_documents
from models.queries import meeting_document, meeting_rows
from tests.models.any_operations import PROFILES, Operation, any_operation, carry_out, import_both
from tests.models.case_files import small

Rows = dict[str, list[tuple[Any, ...]]]


def _rows(database: Database) -> Rows:
    with database.read() as session:
        names = session.execute(
            text(
                "SELECT name FROM sqlite_master WHERE type = 'table'"
                " AND name NOT IN ('draft', 'audit_entry', 'attachment_data')"
            )
        )
        return {
            name: sorted(
                map(tuple, session.execute(select(text("*")).select_from(table(name)))), key=repr
            )
            for name in names.scalars().all()
        }


def test_every_operation_a_user_has_is_in_the_game() -> None:
    public = {
        f"{module.__name__.rpartition('.')[2]}.{name}"
        for module in (attachments, desk, entries, handler_answers, lines, meetings, opinions)
        for name, one in vars(module).items()
        if inspect.isfunction(one) and one.__module__ == module.__name__ and name[0] != "_"
    }

    assert public == {
        *("entries.set_values", "entries.set_each", "entries.add_entries"),
        *("entries.delete_entries", "entries.move_entries"),
        *("lines.add_line", "lines.revise_line", "lines.attribute_lines", "lines.assign_lines"),
        *("lines.set_step", "lines.move_lines", "lines.delete_lines"),
        *("opinions.add_opinion", "opinions.delete_opinion"),
        *("opinions.join_line", "opinions.part_line", "opinions.take_as_opinion"),
        *("desk.note_movement", "desk.begin", "desk.pause", "desk.set_queue"),
        *("desk.wait_to_speak", "desk.mark_lines", "desk.hand_over", "desk.freeze_numbers"),
        *("desk.add_note", "desk.revise_note", "desk.delete_notes", "desk.set_short_codes"),
        *("attachments.attach", "attachments.detach", "attachments.describe"),
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
@given(operations=st.lists(any_operation(), max_size=12))
def test_any_sequence_undone_and_redone_gives_the_identical_database(
    operations: list[Operation], database: Database
) -> None:
    with database.write() as session:
        for meeting in session.scalars(select(Meeting)):
            session.delete(meeting)
    import_both(database)
    states = [_rows(database)]
    done: list[Changes] = []
    for operation in operations:
        try:
            done.append(carry_out(database, operation))
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

    changes = carry_out(database, delete)
    assert _ids(database) == []
    with database.write() as session:
        undo(session, changes)

    assert _rows(database) == before


def test_moved_lines_are_numbered_in_their_new_order(database: Database, conference: str) -> None:
    last = _line_ids(database, conference)[-1]

    carry_out(database, lambda session: lines.move_lines(session, conference, [last], 0))

    document = _document(database, conference)
    assert document["records"][0]["text"] == "证据不足。"
    assert [line["seq"] for line in document["records"]] == [1, 2, 3]
    assert document["handler_note"]["items"][0]["ref_seq"] == 1


def test_a_deleted_line_leaves_no_gap_and_no_dangling_answer(
    database: Database, conference: str
) -> None:
    first, _, third = _line_ids(database, conference)

    carry_out(database, lambda session: lines.delete_lines(session, conference, [first]))
    carry_out(database, lambda session: lines.delete_lines(session, conference, [third]))

    document = _document(database, conference)
    assert [line["seq"] for line in document["records"]] == [1]
    assert document["handler_note"]["items"][0]["ref_seq"] is None


def test_a_line_of_opinion_has_its_speaker_as_author(database: Database, conference: str) -> None:
    with database.read() as session:
        meeting = session.get_one(Meeting, uuid.UUID(conference))
        chair, handler = (str(person.id) for person in meeting.participants[:2])

    added: list[str] = []
    carry_out(
        database,
        lambda session: added.append(
            lines.add_line(session, conference, text="我认为。", kind="意见", speaker_id=chair)
        ),
    )
    carry_out(
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
            carry_out(database, operation)

    assert _rows(database) == before


def test_who_has_spoken_cannot_be_taken_out(database: Database, conference: str) -> None:
    with database.read() as session:
        person = str(session.get_one(Meeting, uuid.UUID(conference)).participants[0].id)

    with pytest.raises(StillSpeaks) as refused:
        carry_out(
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
        carry_out(
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
            carry_out(database, operation)
