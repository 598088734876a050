"""TOML files that an office wrote, read with distrust: a fault is told with its line and column.

How to add a kind of value: a method of :class:`Table`, and the words of its codes in the table
``profile_fault`` of ``resources/i18n/messages_*.toml``. Profiles and templates are both read so.
"""

import re
import tomllib
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path
from typing import Any, TypeVar

from models.errors import FileUnreadable
from models.file_faults import FileFault, ProfileBroken
from models.files import read_bounded

MAX_BYTES = 64 * 1024
"""A profile has about two kilobytes."""

MAX_TEXT = 200
"""The longest text: a rule's title with number and article, on the screen and on paper."""

_Choice = TypeVar("_Choice", bound=StrEnum)
KeyPath = tuple[str, ...]
Place = tuple[int, int]

BLANK = "\u3000"
"""The blank of Chinese type: room to write in, and what sets words apart."""

_PART = r"""(?:[A-Za-z0-9_-]+|"[^"]*"|'[^']*')"""
_DOTTED = rf"{_PART}(?:\s*\.\s*{_PART})*"
_HEADER = re.compile(rf"\s*\[\s*({_DOTTED})\s*\]")
_KEY = re.compile(rf"\s*({_DOTTED})\s*=")
_SEPARATE = re.compile(_PART)
_WHERE = re.compile(r"\(at line (\d+), column (\d+)\)")
_LONG_QUOTE = re.compile("\"{3}|'{3}")

_SYNTAX = (
    ("syntax_twice", ("Cannot overwrite", "Cannot declare", "Cannot mutate", "Duplicate")),
    ("syntax_value", ("Invalid value", "Invalid date")),
    ("syntax_text", ("Unterminated", "Illegal", "Unescaped", "Invalid hex", "Escaped")),
    ("syntax_unclosed", ("Unclosed", "Expected ']", 'Expected "]')),
    ("syntax_equals", ("Expected '='", 'Expected "="')),
)
"""What the parser says, by its first words, and the code that has words of our own."""


@dataclass(frozen=True, slots=True)
class Table:
    """A table of a file, read key by key. Every method raises ``broken`` for what is wrong."""

    file: Path
    values: Mapping[str, Any]
    places: Mapping[KeyPath, Place] = field(default_factory=dict)
    path: KeyPath = ()
    broken: type[FileFault] = ProfileBroken

    def fault(self, code: str, *keys: str, **values: object) -> FileFault:
        """Return the fault of a key, at its line or at that of the table around it."""
        path = (*self.path, *keys)
        told = {"key": ".".join(path)} | {name: _told(value) for name, value in values.items()}
        while path and path not in self.places:
            path = path[:-1]
        line, column = self.places.get(path, (0, 0))
        return self.broken(self.file, code, line, column, told)

    def refuse_others(self, known: Collection[str]) -> None:
        """Refuse keys that mean nothing: what an office wrote would silently have no effect."""
        for key in self.values:
            if key not in known:
                raise self.fault("unknown_key", key)

    def table(self, key: str) -> "Table":
        """Return an inner table; an empty one if the file has none."""
        inner = self.values.get(key, {})
        if not isinstance(inner, dict):
            raise self.fault("not_a_table", key)
        return Table(self.file, inner, self.places, (*self.path, key), self.broken)

    def text(self, key: str, default: str | None = None) -> str:
        """Return a text of one line; without a default it must be there and say something."""
        if key not in self.values:
            if default is None:
                raise self.fault("missing_key", key)
            return default
        return self._checked_text(key, self.values[key])

    def words(self, key: str, *, most: int) -> str:
        """Return a text for a paper as it is written, with Chinese blanks; empty if it is not there."""
        if key not in self.values:
            return ""
        return self._checked_text(key, self.values[key], most=most, blank=BLANK)

    def texts(self, key: str, default: tuple[str, ...] | None = None) -> tuple[str, ...]:
        """Return a list of texts, none of them twice."""
        if key not in self.values:
            if default is None:
                raise self.fault("missing_key", key)
            return default
        value = self.values[key]
        if not isinstance(value, list):
            raise self.fault("not_texts", key)
        texts = tuple(self._checked_text(key, text) for text in value)
        for text in texts:
            if texts.count(text) > 1:
                raise self.fault("said_twice", key, value=text)
        return texts

    def number(self, key: str, *, most: int, default: int | None = None) -> int:
        """Return a whole number from 0 to ``most``."""
        value = self.values.get(key, default)
        if value is None:
            raise self.fault("missing_key", key)
        if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value <= most:
            raise self.fault("bad_number", key, most=most)
        return value

    def truth(self, key: str, *, default: bool) -> bool:
        """Return true or false."""
        value = self.values.get(key, default)
        if not isinstance(value, bool):
            raise self.fault("not_yes_no", key)
        return value

    def day(self, key: str) -> date | None:
        """Return a date, None if the file gives none."""
        value = self.values.get(key)
        if value is not None and (not isinstance(value, date) or isinstance(value, datetime)):
            raise self.fault("not_a_date", key)
        return value

    def choice(self, key: str, choices: type[_Choice], default: _Choice | None = None) -> _Choice:
        """Return one of a closed list."""
        if key not in self.values and default is not None:
            return default
        text = self.text(key)
        if text not in set(choices):
            raise self.fault("not_listed", key, value=text, listed="、".join(choices))
        return choices(text)

    def _checked_text(
        self, key: str, value: object, *, most: int = MAX_TEXT, blank: str = ""
    ) -> str:
        if not isinstance(value, str):
            raise self.fault("not_a_text", key)
        text = value.strip()
        if not text:
            raise self.fault("empty_text", key)
        if len(text) > most:
            raise self.fault("long_text", key, most=most)
        if not text.replace(blank, "").isprintable():
            raise self.fault("bad_text", key)
        return text


def read_toml(file: Path, broken: type[FileFault] = ProfileBroken) -> Table:
    """Return what a file says. Raises ``broken`` with line and column."""
    return parse_toml(file, bytes_of(file, broken), broken)


def bytes_of(file: Path, broken: type[FileFault]) -> bytes:
    """Return what is in a file of an office. Raises ``broken`` for one that cannot be read."""
    try:
        data = read_bounded(file, MAX_BYTES)
    except FileUnreadable as error:
        raise broken(file, error.reason) from error
    if len(data) > MAX_BYTES:
        raise broken(file, "too_large", values={"most": str(MAX_BYTES // 1024)})
    return data


def parse_toml(file: Path, data: bytes, broken: type[FileFault]) -> Table:
    """Return what the bytes of a file say. Raises ``broken`` with line and column."""
    text = _text_of(file, data, broken)
    try:
        values = tomllib.loads(text)
    except RecursionError as error:
        raise broken(file, "too_deep") from error
    except ValueError as error:  # also a number of thousands of digits
        line, column = _where(str(error), text)
        raise broken(file, _syntax_code(str(error)), line, column) from error
    return Table(file, values, _places(text), broken=broken)


def _text_of(file: Path, data: bytes, broken: type[FileFault]) -> str:
    try:
        return data.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise broken(file, "not_utf8", line) from error


def _where(message: str, text: str) -> Place:
    found = _WHERE.search(message)
    if found:
        return int(found[1]), int(found[2])
    return (text.count("\n") + 1, 0) if "end of document" in message else (0, 0)


def _syntax_code(message: str) -> str:
    for code, beginnings in _SYNTAX:
        if message.startswith(beginnings):
            return code
    return "syntax"


def _places(text: str) -> dict[KeyPath, Place]:
    """Return line and column of every key and table, counted from 1.

    Only the layouts people write by hand are known; a key that is not found is told at its table.
    """
    places: dict[KeyPath, Place] = {}
    table: KeyPath = ()
    quoted = False
    for number, line in enumerate(text.split("\n"), 1):
        inside, quoted = quoted, quoted ^ (len(_LONG_QUOTE.findall(line)) % 2 == 1)
        header, key = _HEADER.match(line), _KEY.match(line)
        if inside or not (header or key):
            continue
        if header:
            table = _parts(header[1])
            places.setdefault(table, (number, header.start(1) + 1))
        elif key:
            places.setdefault((*table, *_parts(key[1])), (number, key.start(1) + 1))
    return places


def _parts(dotted: str) -> KeyPath:
    return tuple(part.strip("\"'") for part in _SEPARATE.findall(dotted))


def _told(value: object) -> str:
    """Return a value for a message: what a file holds may be as long as it likes."""
    text = str(value)
    return text if len(text) <= MAX_TEXT else f"{text[:MAX_TEXT]}…"
