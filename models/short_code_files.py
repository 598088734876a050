"""Lists of short codes in files: two columns, code and words, as CSV, as text or as JSON.

Files come from tables and editors of offices: UTF-8 with or without a mark, UTF-16, or GB18030;
columns are parted by a tab, a comma of either width, or blanks.
"""

import csv
import io
import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from models.short_codes import fault_of_code, fault_of_words, plain_code

GREATEST_SIZE = 1_000_000
"""How many bytes a file may have: more is no list of phrases."""

_TITLES = frozenset({"代码", "短语代码", "code"})
_SIGN = re.compile("^[;；]")
_PARTS = re.compile(r"[ \u3000]+")
_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))


@dataclass(frozen=True, slots=True)
class WrongLine:
    """A line of a file that cannot be taken in, and why; 0 is the file as a whole.

    ``fault`` is one of ``not_text``, ``not_json``, ``too_long``, ``two_columns``, ``required``,
    ``bad_code``, ``bad_text``, ``repeated``.
    """

    number: int
    fault: str
    text: str = ""


@dataclass(frozen=True, slots=True)
class ReadCodes:
    """What a file holds: codes and words as they are stored, and the lines that are wrong."""

    codes: Mapping[str, str]
    wrong: tuple[WrongLine, ...] = ()


def read_codes(data: bytes, *, is_json: bool) -> ReadCodes:
    """Return the codes of a file. In JSON an object, or a list of pairs, counts as lines."""
    text = None if len(data) > GREATEST_SIZE else _decoded(data)
    if text is None:
        return ReadCodes({}, (WrongLine(0, "not_text"),))
    if not is_json:
        return _checked(_lines(text))
    try:
        found = json.loads(text, object_pairs_hook=list)
    except (ValueError, RecursionError):
        found = None
    if not isinstance(found, list):
        return ReadCodes({}, (WrongLine(0, "not_json"),))
    return _checked((number, _pair(entry)) for number, entry in enumerate(found, 1))


def written_codes(codes: Mapping[str, str], suffix: str) -> bytes:
    """Return codes as a file with that suffix: ``.json``, ``.txt`` with tabs, else CSV."""
    ordered = dict(sorted(codes.items()))
    if suffix == ".json":
        return (json.dumps(ordered, ensure_ascii=False, indent=2) + "\n").encode()
    buffer = io.StringIO(newline="")
    delimiter = "\t" if suffix == ".txt" else ","
    csv.writer(buffer, delimiter=delimiter).writerows(ordered.items())
    return buffer.getvalue().encode("utf-8-sig")  # the mark is for spreadsheets


def _decoded(data: bytes) -> str | None:
    """Return the text of a file, or None if it is none."""
    marked = next((name for mark, name in _MARKS if data.startswith(mark)), "")
    for name in (marked,) if marked else ("utf-8", "gb18030"):
        try:
            text = data.decode(name)
        except UnicodeDecodeError:
            continue
        return None if "\0" in text else text
    return None


def _lines(text: str) -> Iterable[tuple[int, list[str]]]:
    """Give the cells of each line that is not empty, with its number."""
    delimiter = next((one for one in "\t,，" if one in text.strip().partition("\n")[0]), "")
    if not delimiter:
        for number, line in enumerate(text.splitlines(), 1):
            if line.strip():
                yield number, _PARTS.split(line.strip(), maxsplit=1)
        return
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    try:
        for row in rows:
            if any(cell.strip() for cell in row):
                yield rows.line_num, row
    except csv.Error:
        yield rows.line_num, []


def _pair(entry: object) -> list[str]:
    """Return an entry of a JSON file as cells; none if it is no pair of texts."""
    if isinstance(entry, (list, tuple)) and all(isinstance(part, str) for part in entry):
        return [str(part) for part in entry]
    return []


def _checked(lines: Iterable[tuple[int, list[str]]]) -> ReadCodes:
    codes: dict[str, str] = {}
    wrong: list[WrongLine] = []
    for place, (number, row) in enumerate(lines):
        cells = [cell.strip() for cell in row]
        while len(cells) > 2 and not cells[-1]:  # empty columns of a spreadsheet
            cells.pop()
        if place == 0 and cells and cells[0].casefold() in _TITLES:
            continue
        fault = _fault(cells, codes)
        if fault:
            wrong.append(WrongLine(number, fault, " ".join(cells)))
        else:
            codes[_code(cells[0])] = cells[1]
    return ReadCodes(codes, tuple(wrong))


def _fault(cells: list[str], known: Mapping[str, str]) -> str:
    if len(cells) != 2:  # code and words
        return "two_columns"
    code = _code(cells[0])
    repeated = "repeated" if known.get(code, cells[1]) != cells[1] else ""
    return fault_of_code(code) or fault_of_words(cells[1]) or repeated


def _code(cell: str) -> str:
    """Return the code in a cell, which may have been written with its sign."""
    return plain_code(_SIGN.sub("", cell))
