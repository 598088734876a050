"""Statements for what is done at every line: made into SQL once, run by the driver itself.

SQLAlchemy looks up what it compiled by the whole structure of a statement. Between two lines that are
typed the processor's caches forget all that, and finding it again takes longer than SQLite does.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Delete, Insert, Select
from sqlalchemy.engine import Connection, Dialect
from sqlalchemy.orm import Session
from sqlalchemy.types import TypeEngine

_Processor = Callable[[Any], Any]


@dataclass(frozen=True, slots=True)
class _Made:
    """A statement as one database system takes it, with what turns values into its own and back."""

    sql: str
    in_order: bool  # whether the parameters go by their places, not by their names
    parameters: tuple[tuple[str, _Processor | None], ...]
    columns: tuple[_Processor | None, ...]


class Prepared:
    """A statement of SQLAlchemy's. What is given for its parameters, by name, are values as there.

    It sees what the session has flushed, and is part of its transaction.
    """

    def __init__(self, statement: Select[*tuple[Any, ...]] | Insert | Delete) -> None:
        self.statement = statement
        self._made: dict[str, _Made] = {}  # by database system

    def run(self, session: Session, values: Mapping[str, Any]) -> None:
        """Carry the statement out."""
        self._execute(session, values)

    def first(self, session: Session, values: Mapping[str, Any]) -> tuple[Any, ...] | None:
        """Return the first row that it finds, or None."""
        cursor, made = self._execute(session, values)
        row = cursor.fetchone()
        cursor.close()
        if row is None:
            return None
        pairs = zip(made.columns, row, strict=True)
        return tuple([value if read is None else read(value) for read, value in pairs])

    def _execute(self, session: Session, values: Mapping[str, Any]) -> tuple[Any, _Made]:
        connection = connection_of(session)
        name = connection.dialect.name
        if name not in self._made:
            self._made[name] = self._make(connection.dialect)
        made = self._made[name]
        bound = [
            values[name] if write is None else write(values[name])
            for name, write in made.parameters
        ]
        raw: Any = connection.connection.driver_connection
        if made.in_order:
            return raw.execute(made.sql, bound), made
        names = (name for name, _ in made.parameters)
        return raw.execute(made.sql, dict(zip(names, bound, strict=True))), made

    def _make(self, dialect: Dialect) -> _Made:
        compiled: Any = self.statement.compile(
            dialect=dialect
        )  # typed for no dialect in particular
        columns = self.statement.selected_columns if isinstance(self.statement, Select) else ()
        types: Mapping[str, TypeEngine[Any]] = {n: p.type for n, p in compiled.binds.items()}
        order = compiled.positiontup if compiled.positional else list(types)
        return _Made(
            sql=str(compiled),
            in_order=compiled.positional,
            parameters=tuple(
                (name, types[name].dialect_impl(dialect).bind_processor(dialect)) for name in order
            ),
            columns=tuple(
                column.type.dialect_impl(dialect).result_processor(dialect, None)
                for column in columns
            ),
        )


def connection_of(session: Session) -> Connection:
    """Return the connection of a session; one that was made for a connection need not begin.

    What a session sets up for its entities takes as long as the statements of a line.
    """
    return session.bind if isinstance(session.bind, Connection) else session.connection()
