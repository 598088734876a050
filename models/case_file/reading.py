"""From bytes to a checked document: strict JSON, then the schema, then the rules across fields."""

import json
import math
import re
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any

from models.case_file.checks import faults_across_fields
from models.case_file.schema import faults_of_form
from models.errors import CaseFileRefused, Fault
from models.files import read_bounded
from models.profiles import Profiles

MAX_BYTES = 64 * 1024 * 1024
"""A record of a whole day has well under one megabyte."""

MAX_DEPTH = 32
"""The form itself is five levels deep; the rest is left to fields of other programs."""

MAX_FAULTS = 20
"""So many faults are told at once; more would not be read."""

_LONE_SURROGATE = re.compile("[\ud800-\udfff]")

Document = dict[str, Any]


def read_document(file: Path, profiles: Profiles) -> Document:
    """Return the checked document of a case file.

    Raises FileUnreadable, or CaseFileRefused with every fault's place and code.
    """
    data = read_bounded(file, MAX_BYTES)
    return parse_document(data, name=file.name, profiles=profiles)


def parse_document(data: bytes, *, name: str, profiles: Profiles) -> Document:
    """Return the checked document in ``data``; ``name`` is the file's, for the refusal."""
    document = _parse(data, name)
    for faults in (
        _faults_of_text(document),
        faults_of_form(document),
        faults_across_fields(document, profiles),
    ):
        found = tuple(islice(faults, MAX_FAULTS))
        if found:
            raise CaseFileRefused(name, found)
    result: Document = document  # the schema has said that it is an object
    return result


def _parse(data: bytes, name: str) -> Any:  # noqa: ANN401 - any JSON value
    def refuse(code: str, **values: str) -> CaseFileRefused:
        return CaseFileRefused(name, (Fault("", code, values),))

    if len(data) > MAX_BYTES:
        raise refuse("too_large", megabytes=str(MAX_BYTES // (1024 * 1024)))
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise refuse("not_utf8", line=str(line), byte=str(error.start + 1)) from error
    if "\0" in text:
        raise refuse("nul", line=str(text.count("\n", 0, text.index("\0")) + 1))
    try:
        return json.loads(
            text,
            object_pairs_hook=_object,
            parse_constant=_refuse_constant,
            parse_float=_finite,
        )
    except json.JSONDecodeError as error:
        raise refuse("not_json", line=str(error.lineno), column=str(error.colno)) from error
    except RecursionError as error:
        raise refuse("too_deep", depth=str(MAX_DEPTH)) from error
    except ValueError as error:  # a number without end, NaN, or a float beyond all bounds
        raise refuse("bad_number") from error


class _RepeatedKey:
    """Stands in for an object in which a key occurs twice, until its place is known."""

    def __init__(self, key: str) -> None:
        self.key = key


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any] | _RepeatedKey:
    result: dict[str, Any] = {}
    for key, value in pairs:
        if key in result:
            return _RepeatedKey(key)
        result[key] = value
    return result


def _refuse_constant(constant: str) -> float:
    raise ValueError(constant)


def _finite(text: str) -> float:
    number = float(text)
    if not math.isfinite(number):
        raise ValueError(text)
    return number


def _faults_of_text(document: object) -> Iterator[Fault]:
    """Find repeated keys, NUL, lone surrogates and too deep nesting, walking without recursion."""
    waiting: list[tuple[str, object, int]] = [("", document, 1)]
    while waiting:
        place, value, depth = waiting.pop()
        if depth > MAX_DEPTH:
            yield Fault(place, "too_deep", {"depth": str(MAX_DEPTH)})
            continue
        match value:
            case _RepeatedKey(key=key):
                yield Fault(place, "key_twice", {"key": key})
            case str():
                yield from _faults_of_string(place, value)
            case dict():
                for key in value:
                    yield from _faults_of_string(place, key)
                inner = [(_join(place, key), part, depth + 1) for key, part in value.items()]
                waiting.extend(reversed(inner))
            case list():
                parts = [(f"{place}[{i}]", part, depth + 1) for i, part in enumerate(value)]
                waiting.extend(reversed(parts))
            case _:
                pass


def _faults_of_string(place: str, text: str) -> Iterator[Fault]:
    if "\0" in text:
        yield Fault(place, "nul_in_text")
    surrogate = _LONE_SURROGATE.search(text)
    if surrogate:
        yield Fault(place, "lone_surrogate", {"code_point": f"U+{ord(surrogate.group()):04X}"})


def _join(place: str, key: str) -> str:
    return f"{place}.{key}" if place else key
