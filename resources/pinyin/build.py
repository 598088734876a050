"""Make the table of first letters from a dictionary of readings: ``python -m resources.pinyin.build``.

The dictionary is taken from the package that ``source.txt`` names, version and digest; it is put
into a temporary folder and is not needed to run the program. What it lacks as readings of surnames
is added from ``surnames.toml``. The same sources give the same table.

The table is a text of ASCII lines, packed with gzip. Each line is a run of characters without a
large gap: the first one's code point in hexadecimal, a space, and the letters of each character
after the other, with commas between; nothing where no reading is known.
"""

import gzip
import json
import subprocess
import sys
import tempfile
import unicodedata
from collections.abc import Iterator, Mapping
from pathlib import Path

from resources import path, toml

TABLE = path("pinyin/initials.txt.gz")
SOURCE = path("pinyin/source.txt")
_LARGEST_GAP = 8


def initials(readings: str) -> str:
    """Return the first letters of readings such as ``dān,chán,shàn``, in order: ``cds``."""
    letters = {unicodedata.normalize("NFD", reading.strip())[0] for reading in readings.split(",")}
    if not all("a" <= letter <= "z" for letter in letters):
        raise ValueError(f"not pinyin: {readings}")
    return "".join(sorted(letters))


def table_of(dictionary: Mapping[int, str], surnames: Mapping[str, str]) -> dict[int, str]:
    """Return the letters of each code point of both sources, in order of the code points."""
    letters = {code: initials(readings) for code, readings in dictionary.items()}
    for character, reading in surnames.items():
        code = ord(character)
        letters[code] = "".join(sorted({*letters.get(code, ""), *initials(reading)}))
    return dict(sorted(letters.items()))


def packed(table: Mapping[int, str]) -> bytes:
    """Return the table as it is stored; its code points are in order."""
    text = "\n".join(f"{first:X} {','.join(run)}" for first, run in _runs(table)) + "\n"
    return gzip.compress(text.encode("ascii"), 9, mtime=0)


def _runs(table: Mapping[int, str]) -> Iterator[tuple[int, list[str]]]:
    first, run = 0, list[str]()
    for code, letters in table.items():
        gap = code - first - len(run)
        if run and gap > _LARGEST_GAP:
            yield first, run
            run = []
        if not run:
            first, gap = code, 0
        run += [""] * gap + [letters]
    if run:
        yield first, run


def _dictionary() -> dict[int, str]:
    """Return the readings of every code point in the package of the source."""
    with tempfile.TemporaryDirectory() as folder:
        options = ["--quiet", "--no-deps", "--require-hashes", "--target", folder]
        command = [sys.executable, "-m", "pip", "install", *options, "-r", str(SOURCE)]
        subprocess.run(command, check=True)  # noqa: S603 - pip, with arguments of our own
        text = (Path(folder) / "pypinyin" / "pinyin_dict.json").read_text(encoding="utf-8")
    return {int(code): readings for code, readings in json.loads(text).items()}


def main() -> None:
    """Make the table."""
    table = table_of(_dictionary(), toml("pinyin/surnames.toml")["readings"])
    TABLE.write_bytes(packed(table))
    print(f"{TABLE.name}: {len(table)} characters, {TABLE.stat().st_size} bytes")


if __name__ == "__main__":
    main()
