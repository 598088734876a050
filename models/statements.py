"""Statements for what is done at every line: made into SQL once, run by the driver itself.

SQLAlchemy looks up what it compiled by the whole structure of a statement. Between two lines that are
typed the processor's caches forget all that, and finding it again takes longer than SQLite does.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Delete, Insert, Select
from sqlalchemy.engine import Dialect
from sqlalchemy.orm import Session
from sqlalchemy.types import TypeEngine

_Processor = Callable[[Any], Any]


@dataclass(frozen=True, slots=True)
class _Made:
    """A statement as one database system takes it, with what turns values into its own and back."""

    sql: str
    order: tuple[str, ...] | None  # of the parameters; None where they go by their names
    parameters: Mapping[str, _Processor]
    columns: tuple[_Processor, ...]


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
        return tuple(read(value) for read, value in zip(made.columns, row, strict=True))

    def _execute(self, session: Session, values: Mapping[str, Any]) -> tuple[Any, _Made]:
        connection = session.connection()
        name = connection.dialect.name
        if name not in self._made:
            self._made[name] = self._make(connection.dialect)
        made = self._made[name]
        bound = {name: write(values[name]) for name, write in made.parameters.items()}
        raw: Any = connection.connection.driver_connection
        in_order = bound if made.order is None else [bound[name] for name in made.order]
        return raw.execute(made.sql, in_order), made

    def _make(self, dialect: Dialect) -> _Made:
        compiled: Any = self.statement.compile(
            dialect=dialect
        )  # typed for no dialect in particular
        columns = self.statement.selected_columns if isinstance(self.statement, Select) else ()
        types: Mapping[str, TypeEngine[Any]] = {n: p.type for n, p in compiled.binds.items()}
        return _Made(
            sql=str(compiled),
            order=tuple(compiled.positiontup) if compiled.positional else None,
            parameters={
                name: kind.dialect_impl(dialect).bind_processor(dialect) or _as_it_is
                for name, kind in types.items()
            },
            columns=tuple(
                column.type.dialect_impl(dialect).result_processor(dialect, None) or _as_it_is
                for column in columns
            ),
        )


def _as_it_is(value: Any) -> Any:  # noqa: ANN401  # any value
    return value
