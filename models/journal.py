"""What an operation changed, row by row, and the way back.

Undo serves work in progress: the changes of one operation are replayed backwards, or forwards
again. Rows are recorded as SQLAlchemy writes them, so an operation that changes entities is undoable
by itself, and one that writes rows by :func:`insert_row`; bulk statements would not be seen, and a
test compares the database with what it was.
"""

import uuid
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from sqlalchemy import Table, UniqueConstraint, bindparam, event, inspect, select, text
from sqlalchemy.engine import Connection
from sqlalchemy.orm import Mapper, Session, object_session

from models.base import NO_SHAPE, Base
from models.ids import new_id
from models.statements import Prepared

Row = Mapping[str, Any]

_KEY = "journal"  # under which a session keeps its list of changes
_ROWS_AT_ONCE = 500


class RowsDiffer(Exception):
    """The database no longer holds what the changes left there: somebody else has written."""


@dataclass(frozen=True, slots=True)
class RowChange:
    """One row before and after an operation; None where it did not or does not exist.

    Of a row that was there before and after, only the columns that differ: of thousands of lines
    that move up, nothing else has to be kept.
    """

    table: str
    key: uuid.UUID
    before: Row | None
    after: Row | None


Changes = tuple[RowChange, ...]


@contextmanager
def recorded(session: Session) -> Iterator[list[RowChange]]:
    """Record every row the session writes inside the block; flushes at its end.

    The list is complete, with one entry a row, after the block.
    """
    changes: list[RowChange] = []
    session.info[_KEY] = changes
    try:
        yield changes
        session.flush()
    finally:
        del session.info[_KEY]
    changes[:] = _folded(changes)


def insert_row(session: Session, kind: type[Base], values: Row) -> uuid.UUID:
    """Write one new row without an entity, and record it; return its key.

    Columns that are not given are empty. Several times as quick as adding an entity: for what is
    done at every line that is typed.
    """
    name = kind.__tablename__
    given: dict[str, Any] = {"shape": NO_SHAPE, **values}
    if given.get("id") is None:
        given["id"] = new_id()
    _insertion(name, tuple(given)).run(session, given)
    key: uuid.UUID = given["id"]
    _record(session, name, key, before=None, after={**_nothing(name), **given})
    return key


@cache
def _insertion(name: str, columns: tuple[str, ...]) -> Prepared:
    """Return what inserts a row of which these columns are given into a table."""
    table = Base.metadata.tables[name]
    return Prepared(table.insert().values({column: bindparam(column) for column in columns}))


@cache
def _nothing(name: str) -> Row:
    """Return a row of a table without anything in it."""
    return dict.fromkeys(Base.metadata.tables[name].columns.keys())


def undo(session: Session, changes: Changes) -> None:
    """Put the rows back as they were before the operation. Raises RowsDiffer."""
    _put(session, [(change.table, change.key, change.after, change.before) for change in changes])


def redo(session: Session, changes: Changes) -> None:
    """Put the rows again as they were after the operation. Raises RowsDiffer."""
    _put(session, [(change.table, change.key, change.before, change.after) for change in changes])


def _folded(changes: Iterable[RowChange]) -> list[RowChange]:
    """Return one change a row, from its first state to its last; what came back is left out."""
    found: dict[tuple[str, uuid.UUID], RowChange] = {}
    for change in changes:
        place = change.table, change.key
        first = found.get(place)
        before = change.before if first is None else first.before
        found[place] = RowChange(change.table, change.key, before, change.after)
    return [_trimmed(change) for change in found.values() if change.before != change.after]


def _trimmed(change: RowChange) -> RowChange:
    before, after = change.before, change.after
    if before is None or after is None:
        return change
    differing = [name for name in after if before[name] != after[name]]
    return replace(
        change,
        before={name: before[name] for name in differing},
        after={name: after[name] for name in differing},
    )


def _put(session: Session, moves: list[tuple[str, uuid.UUID, Row | None, Row | None]]) -> None:
    """Write the target state of each row; references and unique numbers may cross on the way."""
    tables = Base.metadata.tables
    _check(session, [(tables[table], key, now) for table, key, now, _target in moves])
    session.execute(text("PRAGMA defer_foreign_keys=ON"))
    for table, key, _now, target in moves:
        if target is None:
            session.execute(tables[table].delete().where(tables[table].c.id == key))
    for table, key, now, target in moves:
        freed = _freed(tables[table], now, target)
        if freed:
            statement = tables[table].update().where(tables[table].c.id == key)
            session.execute(statement.values(dict.fromkeys(freed)))
    for table, key, now, target in moves:
        if target is not None and now is not None:
            statement = tables[table].update().where(tables[table].c.id == key)
            session.execute(statement.values(dict(target)))
    new = [(table, target) for table, _key, now, target in moves if now is None and target]
    for table, row in sorted(new, key=lambda one: _order()[one[0]]):
        session.execute(tables[table].insert().values(dict(row)))


@cache
def _order() -> dict[str, int]:
    """Return the places of the tables when each stands after those that it refers to.

    The guards in the database look for the author of an opinion at once.
    """
    return {table.name: place for place, table in enumerate(Base.metadata.sorted_tables)}


def _check(session: Session, expected: list[tuple[Table, uuid.UUID, Row | None]]) -> None:
    """Make sure that the rows are what they are taken for."""
    by_table: dict[str, dict[uuid.UUID, Row | None]] = {}
    for table, key, now in expected:
        by_table.setdefault(table.name, {})[key] = now
    for name, rows in by_table.items():
        table, keys = Base.metadata.tables[name], list(rows)
        found: dict[uuid.UUID, Row] = {}
        for start in range(0, len(keys), _ROWS_AT_ONCE):
            some = select(table).where(table.c.id.in_(keys[start : start + _ROWS_AT_ONCE]))
            found |= {row["id"]: dict(row) for row in session.execute(some).mappings()}
        if not all(_holds(found.get(key), now) for key, now in rows.items()):
            raise RowsDiffer(name)


def _holds(found: Row | None, now: Row | None) -> bool:
    if found is None or now is None:
        return found is None and now is None
    return all(found[name] == value for name, value in now.items())


def _freed(table: Table, now: Row | None, target: Row | None) -> list[str]:
    """Return the columns to empty first, lest two rows bear one number on the way."""
    if now is None or target is None:
        return []
    unique = {
        column.name
        for constraint in table.constraints
        if isinstance(constraint, UniqueConstraint)
        for column in constraint.columns
        if column.nullable
    }
    return [name for name in unique if name in target]


def _values(mapper: Mapper[Any], target: object) -> dict[str, Any]:
    return {
        attribute.columns[0].name: getattr(target, attribute.key)
        for attribute in mapper.column_attrs
    }


def _values_before(mapper: Mapper[Any], target: object) -> dict[str, Any]:
    state = inspect(target)
    assert state is not None
    values = _values(mapper, target)
    for attribute in mapper.column_attrs:
        deleted = state.attrs[attribute.key].history.deleted
        if deleted:
            values[attribute.columns[0].name] = deleted[0]
    return values


def _note(mapper: Mapper[Any], target: Any, *, before: Row | None, after: Row | None) -> None:  # noqa: ANN401 - any entity
    session = object_session(target)
    if session is not None:
        _record(session, str(mapper.local_table), target.id, before=before, after=after)


def _record(
    session: Session, table: str, key: uuid.UUID, *, before: Row | None, after: Row | None
) -> None:
    if _KEY in session.info:
        session.info[_KEY].append(RowChange(table, key, before, after))


@event.listens_for(Base, "after_insert", propagate=True)
def _inserted(mapper: Mapper[Any], _connection: Connection, target: object) -> None:
    _note(mapper, target, before=None, after=_values(mapper, target))


@event.listens_for(Base, "after_update", propagate=True)
def _updated(mapper: Mapper[Any], _connection: Connection, target: object) -> None:
    before = _values_before(mapper, target)
    _note(mapper, target, before=before, after=_values(mapper, target))


@event.listens_for(Base, "after_delete", propagate=True)
def _deleted(mapper: Mapper[Any], _connection: Connection, target: object) -> None:
    _note(mapper, target, before=_values_before(mapper, target), after=None)
