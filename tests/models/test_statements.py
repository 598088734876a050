"""Statements that the driver runs take and give the same values as SQLAlchemy's own."""

from contextlib import suppress
from pathlib import Path

import pytest
from sqlalchemy import bindparam, func, select

from models.base import Base
from models.database import Database, open_database
from models.ids import new_id
from models.meeting import Meeting
from models.statements import Prepared
from models.vocabulary import MeetingKind
from models.workbench import Draft
from tests.models.database_files import Stopped

_DRAFTS = Base.metadata.tables[Draft.__tablename__]


@pytest.fixture
def database(tmp_path: Path) -> Database:
    return open_database(tmp_path / "a.db")


def test_values_are_stored_as_the_types_of_the_columns_say(database: Database) -> None:
    with database.write() as session:
        Prepared(_DRAFTS.insert()).run(session, {"key": "a", "value": {"text": "半句"}})

    with database.read() as session:
        assert session.execute(select(Draft.key, Draft.value)).all() == [("a", {"text": "半句"})]


def test_values_are_read_as_the_types_of_the_columns_say(database: Database) -> None:
    meeting = Meeting(kind=MeetingKind.HEARING, state="H1", title="听证")
    found = Prepared(select(Meeting.id, Meeting.title).where(Meeting.id == bindparam("id")))

    with database.write() as session:
        session.add(meeting)
        session.flush()
        assert found.first(session, {"id": meeting.id}) == (meeting.id, "听证")
        assert found.first(session, {"id": new_id()}) is None


def test_it_is_taken_back_with_the_transaction(database: Database) -> None:
    with suppress(Stopped), database.write() as session:
        Prepared(_DRAFTS.insert()).run(session, {"key": "a", "value": 1})
        raise Stopped

    with database.read() as session:
        assert not session.execute(select(Draft.key)).all()


def test_statements_and_entities_share_a_transaction(database: Database) -> None:
    meeting = Meeting(kind=MeetingKind.HEARING, state="H1", title="听证")
    count = Prepared(select(func.count(Meeting.id)))

    with suppress(Stopped), database.write() as session:
        Prepared(_DRAFTS.insert()).run(session, {"key": "a", "value": 1})
        session.add(meeting)
        session.flush()
        assert count.first(session, {}) == (1,)
        assert session.scalars(select(Draft.key)).all() == ["a"]
        raise Stopped

    with database.read() as session:
        assert count.first(session, {}) == (0,)
        assert not session.scalars(select(Draft.key)).all()
