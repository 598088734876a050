"""Finding names by what is quick to type: first letters of pinyin, characters, or both mixed.

"zs" finds 张三, and "sxm" as well as "dxm" finds 单晓明: any reading of a character counts, so that
nobody must know how a surname is read. Where no reading is known (a character that no dictionary
has), any one letter is taken for it, since the user knows the reading even if the program does not;
it may also be left out. Such finds are guesses and come last.

Blanks, dots and other marks between the parts of a name count neither in the name nor in what was
typed. A name in Latin script is found by its letters and by the first letters of its words; other
scripts are found as they are written.
"""

import gzip
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import NamedTuple, TypeVar

import resources
from models.text import folded

Row = TypeVar("Row")

_NAMES_KEPT = 20_000
_BETWEEN = frozenset(
    {"Zs", "Zl", "Zp", "Cc", "Cf", "Pc", "Pd", "Ps", "Pe", "Pi", "Pf", "Po"}
)  # blanks, what cannot be seen, punctuation
_CHARACTERS = (  # Han, and private areas, where fonts of offices keep characters of names
    *((0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0xF900, 0xFAFF), (0x20000, 0x3FFFF)),
    *((0xE000, 0xF8FF), (0xF0000, 0x10FFFF)),
)
_LETTERS = frozenset("abcdefghijklmnopqrstuvwxyz")


class Rank(NamedTuple):
    """How well a name fits what was typed; the smaller, the better.

    ``guessed`` tells that a character without a known reading was taken for a letter or left out,
    ``start`` after how many characters of the name the find begins, ``partial`` that the name goes
    on after it.
    """

    guessed: bool
    start: int
    partial: bool


@dataclass(frozen=True, slots=True)
class _Spelling:
    """One way to type a name: at which places each sign may stand, as bits from the first on.

    ``unknown`` are the places of characters that any letter is taken for; ``guess`` tells that such
    characters are left out.
    """

    places: dict[str, int]
    unknown: int
    length: int
    guess: bool

    def find(self, signs: str) -> Rank | None:
        """Return where these signs stand one after the other for the first time, without a guess."""
        return self._rank(self._starts(signs, 0), signs, guess=self.guess)

    def guess_at(self, signs: str) -> Rank | None:
        """Return where they may stand if an unknown character is read as the letter typed."""
        return self._rank(self._starts(signs, self.unknown), signs, guess=True)

    def _starts(self, signs: str, unknown: int) -> int:
        starts = -1  # all of them
        for offset, sign in enumerate(signs):
            fits = self.places.get(sign, 0) | (unknown if sign in _LETTERS else 0)
            starts &= fits >> offset
        return starts

    def _rank(self, starts: int, signs: str, *, guess: bool) -> Rank | None:
        if not starts:
            return None
        start = (starts & -starts).bit_length() - 1
        return Rank(guess, start, start + len(signs) < self.length)


def initials(character: str) -> str:
    """Return the first letters of all readings of a character, in order; empty if none is known."""
    return _table().get(ord(character), "")


def initials_match(query: str, name: str) -> Rank | None:
    """Return how well a name fits what was typed, or None if it does not.

    What was typed is a run of the name's characters, each by itself or by a first letter. An empty
    query fits every name.
    """
    return _match(_signs(query), name)


def filter_names(query: str, rows: Sequence[Row], key: Callable[[Row], str]) -> list[Row]:
    """Return the rows whose name, given by ``key``, fits: best first, else in the order given."""
    signs = _signs(query)
    if not signs:
        return list(rows)
    found = [(rank, row) for row in rows if (rank := _match(signs, key(row))) is not None]
    found.sort(key=lambda pair: pair[0])
    return [row for _, row in found]


def _match(signs: str, name: str) -> Rank | None:
    if not signs:
        return Rank(guessed=False, start=0, partial=True)
    spellings = _spellings(name)
    ranks = [rank for spelling in spellings if (rank := spelling.find(signs)) is not None]
    if not ranks and spellings[0].unknown:
        return spellings[0].guess_at(signs)
    return min(ranks, default=None)


@dataclass(frozen=True, slots=True)
class _Sign:
    """One sign of a name, and what may be typed for it. ``lettered``: of an alphabet, in words."""

    typed: tuple[str, ...]
    unknown: bool = False
    lettered: bool = False


@lru_cache(maxsize=_NAMES_KEPT)
def _spellings(name: str) -> tuple[_Spelling, ...]:
    """Return the name in full and, where that differs, in brief.

    In brief a word of an alphabet is its first letter, and unknown characters are left out.
    """
    read = [_sign(character) for character in folded(name)]
    signs = [sign for sign in read if sign is not None]
    brief = [
        sign
        for before, sign in zip([None, *read], read, strict=False)
        if sign is not None
        and not sign.unknown
        and not (sign.lettered and before is not None and before.lettered)
    ]
    full = _spelling(signs, guess=False)
    if len(brief) == len(signs):
        return (full,)
    return full, _spelling(brief, guess=full.unknown != 0)


def _spelling(signs: Sequence[_Sign], *, guess: bool) -> _Spelling:
    places: dict[str, int] = {}
    unknown = 0
    for place, sign in enumerate(signs):
        for typed in sign.typed:
            places[typed] = places.get(typed, 0) | 1 << place
        unknown |= sign.unknown << place
    return _Spelling(places, unknown, len(signs), guess)


@lru_cache(maxsize=_NAMES_KEPT)
def _sign(character: str) -> _Sign | None:
    """Return what may be typed for a character, or None for what only stands between others."""
    letters = initials(character)
    if letters:
        return _Sign((character, *letters))
    if any(first <= ord(character) <= last for first, last in _CHARACTERS):
        return _Sign((character,), unknown=True)
    if _is_between(character):
        return None
    plain = unicodedata.normalize("NFD", character)[0]  # u for ü
    return _Sign(tuple({character: None, plain: None}), lettered=True)


def _signs(query: str) -> str:
    return "".join(sign for sign in folded(query) if not _is_between(sign))


def _is_between(character: str) -> bool:
    return unicodedata.category(character) in _BETWEEN


@cache
def _table() -> dict[int, str]:
    """Return the letters by code point; ``resources/pinyin/build.py`` says how they are stored."""
    packed = resources.path("pinyin/initials.txt.gz").read_bytes()
    table: dict[int, str] = {}
    for line in gzip.decompress(packed).decode("ascii").splitlines():
        first, letters = line.split(" ")
        table.update(enumerate(letters.split(","), int(first, 16)))
    return table
