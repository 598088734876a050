"""Databases to attack: on SQLite as other programs open it, and on PostgreSQL."""

import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import sqlcipher3.dbapi2 as sqlite
from sqlalchemy import (
    URL,
    ColumnElement,
    Engine,
    Executable,
    Integer,
    TableClause,
    column,
    create_engine,
    event,
    insert,
    select,
    table,
)
from sqlalchemy.dialects import postgresql
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from models.database import open_database
from models.guards import PARENTS, install_guards
from models.meeting import Meeting
from models.operations.case_files import import_documents
from models.seal import seal_record
from models.workbench import Verb, write_audit
from tests.models.full_files import full_conference, full_hearing
from tests.models.postgres import empty_database

TABLES = Meeting.metadata.tables
OPEN, SIGNED, ARCHIVED = "J5", "J7", "J11"
HEARINGS = {OPEN: "H6", SIGNED: "H10", ARCHIVED: "H13"}

ACCEPTED = "accepted"
NO_ROW = "no row"
SETTINGS = {
    "sqlite": (),
    "sqlite with foreign keys": ("foreign_keys=ON", "defer_foreign_keys=ON"),
    "sqlite with recursive triggers": ("recursive_triggers=ON", "trusted_schema=OFF"),
}


@dataclass
class Store:
    """A database with an open, a signed and an archived meeting of each kind.

    The papers of the archived ones are signed, those of the others are not.
    """

    engine: Engine
    meetings: dict[str, uuid.UUID]  # by state

    @property
    def replaces(self) -> bool:
        """Whether statements can push other rows out."""
        return self.engine.dialect.name == "sqlite"

    def row(self, name: str, state: str, **where: object) -> dict[str, Any]:
        """Return the first row of a table that belongs to a meeting in a state; {} if none does."""
        keys = [self.meetings[state], self.meetings[HEARINGS[state]]]
        one = with_rowid(name) if self.replaces else TABLES[name]
        statement = select(one).where(_meeting_of(name, one).in_(keys))
        for key, value in where.items():
            statement = statement.where(one.c[key] == value)
        with self.engine.connect() as connection:
            found = connection.execute(statement.limit(1)).mappings().one_or_none()
        return dict(found) if found else {}

    def put_over(self, name: str, row: dict[str, Any], *key: str) -> Executable:
        """Return the statement that adds a row in place of the one that has its key."""
        one = with_rowid(name) if self.replaces else TABLES[name]
        if self.replaces:
            return insert(one).prefix_with("OR REPLACE").values(row)
        added = postgresql.insert(one).values(row)
        return added.on_conflict_do_update(index_elements=key, set_={"shape": added.excluded.shape})

    def attempt(self, *statements: Executable) -> str:
        """Run statements in a transaction that is taken back; return what the database said."""
        with self.engine.connect() as connection:
            transaction = connection.begin()
            try:
                touched = sum(abs(connection.execute(one).rowcount) for one in statements)
            except DBAPIError as error:
                return str(error.orig)
            else:
                return ACCEPTED if touched else NO_ROW
            finally:
                transaction.rollback()


def with_rowid(name: str) -> TableClause:
    """Return a table with SQLite's own number of its rows as a column."""
    columns = (column(one.name, one.type) for one in TABLES[name].columns)
    return table(name, column("rowid", Integer()), *columns)


def without_rowid(row: dict[str, Any]) -> dict[str, Any]:
    """Return the values of a row but SQLite's own number."""
    return {name: value for name, value in row.items() if name != "rowid"}


def _meeting_of(name: str, one: Any) -> ColumnElement[Any]:  # a table of either sort
    if name not in PARENTS:
        key: ColumnElement[Any] = one.c.meeting_id
        return key
    column_of_owner, parent = PARENTS[name]
    owner = TABLES[parent]
    return select(owner.c.meeting_id).where(owner.c.id == one.c[column_of_owner]).scalar_subquery()


def fill(session: Session) -> dict[str, uuid.UUID]:
    """Store meetings in all states; return their ids by state."""
    documents = [full_conference(state, papers_signed=state == ARCHIVED) for state in HEARINGS]
    documents += [
        full_hearing(state, papers_signed=state == HEARINGS[ARCHIVED])
        for state in HEARINGS.values()
    ]
    imported = import_documents(session, [("x", document) for document in documents])
    for meeting in session.scalars(select(Meeting)).all():
        if meeting.seal is None:
            seal_record(session, meeting)  # so that every table has an open row, too
    for number in range(3):
        write_audit(session, Verb.DO, f"step {number}", meetings=[], changes=[])
    states = [*HEARINGS, *HEARINGS.values()]
    return {state: uuid.UUID(one.id) for state, one in zip(states, imported, strict=True)}


@contextmanager
def sqlite_store(path: Path, *pragmas: str) -> Iterator[Store]:
    """Give a database in SQLite, opened with these settings alone, as another program would."""
    database = open_database(path)
    with database.write() as session:
        meetings = fill(session)
    database.close()
    engine = create_engine(URL.create("sqlite", database=str(path)), module=sqlite)

    @event.listens_for(engine, "connect")
    def prepare(connection: Any, _record: object) -> None:  # a driver's connection
        connection.isolation_level = None
        for pragma in pragmas:
            connection.execute(f"PRAGMA {pragma}")

    @event.listens_for(engine, "begin")
    def begin(connection: Any) -> None:  # SQLAlchemy's own
        connection.exec_driver_sql("BEGIN")

    yield Store(engine, meetings)
    engine.dispose()


@contextmanager
def postgres_store(server: URL) -> Iterator[Store]:
    """Give a database on a PostgreSQL server."""
    with empty_database(server) as engine:
        with engine.begin() as connection:
            Meeting.metadata.create_all(connection)
            install_guards(connection)
        with Session(engine) as session, session.begin():
            meetings = fill(session)
        yield Store(engine, meetings)


@pytest.fixture(
    scope="module", params=[*SETTINGS, pytest.param("postgresql", marks=pytest.mark.foreign)]
)
def store(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Store]:
    """Give a database with meetings in all states, as each tool in turn would open it."""
    if request.param == "postgresql":
        with postgres_store(request.getfixturevalue("postgres_server")) as made:
            yield made
    else:
        path = tmp_path_factory.mktemp("guards") / "lianxi.db"
        with sqlite_store(path, *SETTINGS[request.param]) as made:
            yield made
