"""The base of all entities: identity, constraint names, column types, the shape of a file object."""

import json
import uuid
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import ForeignKey, MetaData, Text, Uuid
from sqlalchemy.engine import Dialect
from sqlalchemy.orm import DeclarativeBase, Mapped, MappedAsDataclass, mapped_column
from sqlalchemy.types import TypeDecorator

from models.ids import new_id

NAMING = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}


class ExactText(TypeDecorator[str]):
    """Text stored as typed, without normalisation; NUL and lone surrogates are refused.

    SQLite would cut a text at NUL and PostgreSQL refuse it, so that one record would differ.
    """

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        """Refuse what a database cannot keep; such text is caught earlier, so this is a bug."""
        if value is not None and "\0" in value:
            raise ValueError("NUL in text")
        if value is not None:
            value.encode("utf-8")
        return value


def compact_encoder(default: Callable[[Any], Any] | None = None) -> json.JSONEncoder:
    """Return what writes JSON without spaces: characters as they are, numbers as Python does.

    ``default`` turns what JSON does not know into what it does.
    """
    return json.JSONEncoder(
        ensure_ascii=False, separators=(",", ":"), allow_nan=False, default=default
    )


_COMPACT = compact_encoder()


def compact_json(value: Any) -> str:
    """Return a value as JSON without spaces."""
    return _COMPACT.encode(value)


class ExactJson(TypeDecorator[Any]):
    """A JSON value as text: characters as they are, numbers as Python writes them."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: Any, dialect: Dialect) -> str | None:
        """Write the value as compact JSON."""
        return None if value is None else compact_json(value)

    def process_result_value(self, value: str | None, dialect: Dialect) -> Any:
        """Read the JSON back."""
        return None if value is None else json.loads(value)


@dataclass(frozen=True, slots=True)
class FileShape:
    """How an object stood in its case file, beyond the values of its known fields.

    ``keys`` are the keys in their order, ``nulls`` those of known fields that stood as null,
    ``extra`` the values of unknown fields, ``inner`` the shapes of objects that are kept in the
    same row. Absent, null and empty thereby come back as they came.
    """

    keys: tuple[str, ...] = ()
    nulls: frozenset[str] = frozenset()
    extra: Mapping[str, Any] = field(default_factory=dict)
    inner: Mapping[str, "FileShape"] = field(default_factory=dict)

    def as_json(self) -> dict[str, Any]:
        """Return the shape as a JSON object, leaving out what is empty."""
        parts = {
            "keys": list(self.keys),
            "nulls": sorted(self.nulls),
            "extra": dict(self.extra),
            "inner": {key: shape.as_json() for key, shape in self.inner.items()},
        }
        return {name: part for name, part in parts.items() if part}

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> "FileShape":
        """Return the shape that :meth:`as_json` wrote."""
        return cls(
            keys=tuple(data.get("keys", ())),
            nulls=frozenset(data.get("nulls", ())),
            extra=data.get("extra", {}),
            inner={key: cls.from_json(part) for key, part in data.get("inner", {}).items()},
        )


NO_SHAPE = FileShape()
"""The shape of what came from no file."""


class ShapeType(TypeDecorator[FileShape]):
    """Column type of :class:`FileShape`: its JSON as text."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: FileShape | None, dialect: Dialect) -> str:
        """Write the shape as compact JSON; that of what came from no file takes no time."""
        return "{}" if value is None or value == NO_SHAPE else compact_json(value.as_json())

    def process_result_value(self, value: str | None, dialect: Dialect) -> FileShape:
        """Read the shape back."""
        return FileShape.from_json(json.loads(value) if value else {})


class Base(MappedAsDataclass, DeclarativeBase, kw_only=True, eq=False):
    """Base of all entities. They are plain dataclasses until a session adopts them.

    Two are equal only if they are the same one: comparing values would load relations, and thereby
    write to the database, in the middle of changing a list.
    """

    metadata = MetaData(naming_convention=NAMING)
    type_annotation_map = {  # noqa: RUF012 - SQLAlchemy reads it from the class
        str: ExactText(),
        uuid.UUID: Uuid(),
        FileShape: ShapeType(),
    }


class Identified(MappedAsDataclass, kw_only=True, eq=False):
    """An entity with a key of its own and the shape it had in its case file."""

    id: Mapped[uuid.UUID] = mapped_column(primary_key=True, default_factory=new_id)
    shape: Mapped[FileShape] = mapped_column(default_factory=FileShape, repr=False)


class Part(Identified, kw_only=True, eq=False):
    """An entity that belongs to one meeting and goes with it."""

    meeting_id: Mapped[uuid.UUID] = mapped_column(
        ForeignKey("meeting.id", ondelete="CASCADE"), index=True, init=False, repr=False
    )


class Positioned(MappedAsDataclass, kw_only=True, eq=False):
    """An entity with a place in a list, counted from 0 without gaps."""

    position: Mapped[int] = mapped_column(default=0)
