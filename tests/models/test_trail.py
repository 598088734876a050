"""What the audit trail tells of a meeting."""

from collections.abc import Callable

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from models.database import Database
from models.journal import recorded
from models.lines import Line
from models.operations import lines
from models.operations.case_files import import_documents
from models.operations.entries import add_entries, set_values
from models.profiles import Profiles
from models.queries import meeting_rows
from models.trail import Reference, TrailEntry, trail_entries, trail_entry
from models.workbench import Verb, write_audit
from tests.models.case_files import small


@pytest.fixture
def conference(database: Database) -> str:
    with database.write() as session:
        (made,) = import_documents(session, [("a", small())])
    return made.id


def _do(
    database: Database,
    meeting: str,
    code: str,
    work: Callable[[Session], object],
    reason: str = "",
) -> None:
    """Carry an operation out as the workspace does."""
    with database.write() as session:
        with recorded(session) as changes:
            work(session)
        write_audit(session, Verb.DO, code, meetings=[meeting], changes=changes, reason=reason)


def _entries(database: Database, meeting: str) -> tuple[TrailEntry, ...]:
    with database.read() as session:
        return trail_entries(session, meeting)


def _say(database: Database, meeting: str, text: str) -> None:
    _do(database, meeting, "add line", lambda s: lines.add_line(s, meeting, text=text))


def test_the_newest_comes_first_and_portions_follow_each_other(
    database: Database, conference: str
) -> None:
    for number in range(5):
        _say(database, conference, f"第{number}句")

    with database.read() as session:
        first = trail_entries(session, conference, limit=2)
        rest = trail_entries(session, conference, before=first[-1].number)

    assert [entry.changes[0].text for entry in (*first, *rest)] == [
        f"第{number}句" for number in reversed(range(5))
    ]


def test_only_what_concerns_the_meeting_is_told(database: Database, conference: str) -> None:
    with database.write() as session:
        (other,) = import_documents(session, [("b", small() | {"number": "另"})])
    _say(database, other.id, "别的会议")

    assert _entries(database, conference) == ()


def test_a_value_is_told_before_and_after(
    database: Database, conference: str, profiles: Profiles
) -> None:
    _do(
        database,
        conference,
        "set meeting",
        lambda s: set_values(s, conference, "meeting", {"title": "新名"}, profiles=profiles),
        "理由",
    )

    (entry,) = _entries(database, conference)
    (change,) = entry.changes

    assert (entry.verb, entry.operation, entry.reason) == ("do", "set meeting", "理由")
    assert (change.group, change.came, change.went) == ("meeting", False, False)
    assert [(value.field, value.after) for value in change.values] == [("title", "新名")]


def test_a_changed_line_is_told_with_number_speaker_and_words(
    database: Database, conference: str
) -> None:
    with database.read() as session:
        line, person = _line_and_person(session)
    _do(
        database,
        conference,
        "attribute lines",
        lambda s: lines.attribute_lines(s, conference, [line], None),
    )

    (entry,) = _entries(database, conference)
    told = next(change for change in entry.changes if change.group == "line")

    assert told.number == 1
    assert told.text
    assert [(value.field, value.before, value.after) for value in told.values] == [
        ("speaker", Reference(person), None)
    ]


def test_what_a_deleted_line_said_is_told(database: Database, conference: str) -> None:
    with database.read() as session:
        line, person = _line_and_person(session)
    _do(
        database,
        conference,
        "delete lines",
        lambda s: lines.delete_lines(s, conference, [line]),
    )

    (entry,) = _entries(database, conference)
    gone = next(change for change in entry.changes if change.group == "line" and change.went)

    assert gone.name == person
    assert gone.text
    assert all(change.group != "line" or change.went for change in entry.changes)


def test_of_many_rows_a_list_tells_few_and_the_entry_all(
    database: Database, conference: str, profiles: Profiles
) -> None:
    people = [{"name": f"甲{number}"} for number in range(30)]
    _do(
        database,
        conference,
        "add participant",
        lambda s: add_entries(s, conference, "participant", people, profiles=profiles),
    )

    (entry,) = _entries(database, conference)
    with database.read() as session:
        whole = trail_entry(session, entry.number)

    assert whole is not None
    assert len(entry.changes) < len(whole.changes) == entry.rows == 30


def test_an_entry_that_is_not_there_is_none(database: Database) -> None:
    with database.read() as session:
        assert trail_entry(session, 1) is None
        assert meeting_rows(session) == ()


def _line_and_person(session: Session) -> tuple[str, str]:
    line = session.scalars(select(Line).order_by(Line.position)).first()
    assert line is not None
    assert line.speaker is not None
    return str(line.id), str(line.speaker.name)
