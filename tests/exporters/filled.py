"""Meetings whose every text field holds a given text: absurd lengths, characters no file carries.

Fields are found by their types, so that one that is added later is filled too.
"""

import types
import typing
from collections.abc import Callable
from dataclasses import MISSING, Field, fields, is_dataclass
from enum import Enum
from typing import Any

from models.papers import MeetingPapers

Fill = Callable[[str], str]
"""Returns the text for a field, whose path is given: ``meeting.lines.text``."""

_CHOSEN = {"kind", "state", "profile", "role", "mode", "manner", "status", "movement", "attendance"}
"""Fields that hold a word of a list, by which a paper decides what it prints."""


def filled(papers: MeetingPapers, fill: Fill) -> MeetingPapers:
    """Return ``papers`` with every text field filled, and the parts that were missing made."""
    made: MeetingPapers = _filled(papers, MeetingPapers, "", fill)
    return made


# Any: values and types of fields are of every kind.
def _filled(value: Any, hint: Any, path: str, fill: Fill) -> Any:
    inner = _without_none(hint)
    origin = typing.get_origin(inner)
    if inner is str or (origin in {types.UnionType, typing.Union} and str in inner.__args__):
        return fill(path)
    if origin is tuple:
        one = inner.__args__[0]
        held = value or ((None,) if _can_be_made(one) else ())
        return tuple(_filled(member, one, path, fill) for member in held)
    if isinstance(inner, type) and is_dataclass(inner):
        is_made = value is not None or _can_be_made(inner)
        return _filled_row(value, inner, path, fill) if is_made else None
    return _any_value(inner) if value is None else value


def _filled_row(value: Any, row: Any, path: str, fill: Fill) -> Any:
    hints = typing.get_type_hints(row)
    told = {
        field.name: _field(value, field, hints[field.name], path, fill) for field in fields(row)
    }
    return row(**told)


def _field(value: Any, field: "Field[Any]", hint: Any, path: str, fill: Fill) -> Any:
    held = getattr(value, field.name, None)
    if _is_kept(field.name):
        return held if value is not None else _default(field)
    return _filled(held, hint, f"{path}.{field.name}".lstrip("."), fill)


def _is_kept(name: str) -> bool:
    return name in _CHOSEN or name == "id" or name.endswith(("_id", "_ids"))


def _default(field: "Field[Any]") -> Any:
    if field.default is not MISSING:
        return field.default
    if field.default_factory is not MISSING:
        return field.default_factory()
    return "1"


def _can_be_made(hint: Any) -> bool:
    """Say whether a row can stand alone: one that names others by their keys cannot."""
    if not (isinstance(hint, type) and is_dataclass(hint)):
        return hint is str
    return not any(
        field.name.endswith("_id") and field.default is MISSING for field in fields(hint)
    )


def _without_none(hint: Any) -> Any:
    if typing.get_origin(hint) in {types.UnionType, typing.Union}:
        rest = [one for one in hint.__args__ if one is not type(None)]
        return rest[0] if len(rest) == 1 else hint
    return hint


def _any_value(hint: Any) -> Any:
    if isinstance(hint, type) and issubclass(hint, Enum):
        return next(iter(hint))
    return {bool: True, int: 1}.get(hint)
