"""The form of a case file, checked with its JSON Schema."""

import json
from collections.abc import Iterator
from functools import cache
from typing import Any

from jsonschema import Draft202012Validator, FormatChecker
from jsonschema.exceptions import ValidationError
from jsonschema.protocols import Validator

import resources
from models.civil_time import is_civil_time
from models.errors import Fault

_TYPES = {
    "string": "text",
    "integer": "whole_number",
    "boolean": "yes_no",
    "array": "list",
    "object": "object",
    "null": "null",
}
"""Names of JSON types in the message catalogue."""

_CODES = {"format": "bad_time", "anyOf": "bad_language", "oneOf": "record_or_participant"}


def faults_of_form(document: Any) -> Iterator[Fault]:  # noqa: ANN401 - any JSON value
    """Find every breach of the schema, in the order of the file."""
    errors = sorted(_validator().iter_errors(document), key=_position)
    return (_fault(error) for error in errors)


@cache
def _validator() -> Validator:
    checker = FormatChecker(formats=())
    checker.checks("civil-time")(_is_civil_time)
    text = resources.path("schemas/conference-record-1.schema.json").read_text(encoding="utf-8")
    return Draft202012Validator(json.loads(text), format_checker=checker)


def _is_civil_time(value: object) -> bool:
    return not isinstance(value, str) or is_civil_time(value)


def _position(error: ValidationError) -> list[tuple[int, str]]:
    return [(part, "") if isinstance(part, int) else (-1, part) for part in error.absolute_path]


def _fault(error: ValidationError) -> Fault:
    code, values = _what(error)
    return Fault(_place(error), code, {"value": _shown(error.instance), **values})


def _what(error: ValidationError) -> tuple[str, dict[str, str]]:
    """Return the code of the message and its placeholders besides the value."""
    rule: Any = error.validator_value  # what the schema says under the broken keyword
    match error.validator:
        case "required":
            given: Any = error.instance
            missing = [name for name in rule if name not in given]
            return "missing", {"fields": " ".join(missing)}
        case "const":
            return "must_be", {"must": _shown(rule)}
        case "enum":
            listed = [str(entry) for entry in rule if entry is not None]
            return "not_listed", {"listed": " ".join(listed)}
        case "type":
            names = [rule] if isinstance(rule, str) else rule
            return "wrong_type", {"wanted": " ".join(_TYPES[n] for n in names if n != "null")}
        case other:
            return _CODES.get(str(other), "out_of_range"), {}


def _place(error: ValidationError) -> str:
    place = ""
    for part in error.absolute_path:
        place += f"[{part}]" if isinstance(part, int) else f".{part}" if place else part
    return place


def _shown(value: Any) -> str:  # noqa: ANN401 - any JSON value
    """Return the value short enough for a message, a text without quotes."""
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    return text if len(text) <= 40 else f"{text[:39]}…"
