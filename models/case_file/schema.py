"""The form of a case file, checked with its JSON Schema."""

import json
from collections.abc import Iterator
from functools import cache
from typing import Any

from jsonschema import Draft202012Validator, FormatChecker
from jsonschema.exceptions import ValidationError
from jsonschema.protocols import Validator

import resources
from models.case_file.civil_time import is_civil_time
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


def faults_of_form(document: object) -> Iterator[Fault]:
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
    place = _place(error)
    value = _shown(error.instance)
    match error.validator:
        case "required":
            missing = [name for name in error.validator_value if name not in error.instance]
            return Fault(place, "missing", {"fields": " ".join(missing)})
        case "const":
            return Fault(place, "must_be", {"value": value, "must": _shown(error.validator_value)})
        case "enum":
            listed = " ".join(str(entry) for entry in error.validator_value if entry is not None)
            return Fault(place, "not_listed", {"value": value, "listed": listed})
        case "type":
            types = error.validator_value
            names = [types] if isinstance(types, str) else types
            wanted = " ".join(_TYPES[name] for name in names if name != "null")
            return Fault(place, "wrong_type", {"value": value, "wanted": wanted})
        case "format":
            return Fault(place, "bad_time", {"value": value})
        case "anyOf":
            return Fault(place, "bad_language", {"value": value})
        case _:
            return Fault(place, "out_of_range", {"value": value})


def _place(error: ValidationError) -> str:
    place = ""
    for part in error.absolute_path:
        place += f"[{part}]" if isinstance(part, int) else f".{part}" if place else part
    return place


def _shown(value: Any) -> str:  # noqa: ANN401 - any JSON value
    """Return the value short enough for a message."""
    text = "null" if value is None else str(value)
    return text if len(text) <= 40 else f"{text[:39]}…"
