"""The levels of state secrets, the words for work secrets and their sources, from ``resources``."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

import resources

SOURCES = ("computer", "power", "term", "circle")
"""What a finding may cite."""


@dataclass(frozen=True, slots=True)
class SecrecyLevel:
    """A level (密级) and the most years that it may last."""

    name: str
    max_years: int


@dataclass(frozen=True, slots=True)
class SecrecyMarks:
    """What marks there are: levels, the highest first; words for work secrets, the usual first."""

    levels: tuple[SecrecyLevel, ...]
    work_secret: tuple[str, ...]
    sources: Mapping[str, str]

    def level(self, name: str) -> SecrecyLevel | None:
        """Return the level of that name."""
        return next((level for level in self.levels if level.name == name), None)

    def level_in(self, words: str) -> SecrecyLevel | None:
        """Return the level that words name, as in 机密★5年; the highest if they name several."""
        return next((level for level in self.levels if level.name in words), None)


@cache
def bundled_marks() -> SecrecyMarks:
    """Return the marks of the program's own file."""
    return marks_from(resources.toml("secrecy/marks.toml"))


def marks_from(data: Mapping[str, object]) -> SecrecyMarks:
    """Return the marks of a parsed file. Raises ValueError for one that is not sound."""
    match data:
        case {
            "level": [_, *_] as rows,
            "work_secret": {"words": [_, *_] as words},
            "sources": {**sources},
            **others,
        } if not others and set(sources) == set(SOURCES):
            levels = tuple(map(_level, rows))
        case _:
            message = "marks of secrecy: levels, words for work secrets and sources are needed"
            raise ValueError(message)
    if len({level.name for level in levels}) < len(levels):
        message = "marks of secrecy: a level is given twice"
        raise ValueError(message)
    if [level.max_years for level in levels] != sorted(one.max_years for one in levels)[::-1]:
        message = "marks of secrecy: the highest level has the longest term and comes first"
        raise ValueError(message)
    named = {level.name for level in levels}
    texts = {str(key): _text(source) for key, source in sources.items()}
    return SecrecyMarks(
        levels,
        tuple(_neutral(word, named) for word in words),
        MappingProxyType(texts),
    )


def _level(row: object) -> SecrecyLevel:
    match row:
        case {"name": str(name), "max_years": int(years), **others} if not others:
            if name.strip() and not isinstance(years, bool) and years > 0:
                return SecrecyLevel(name, years)
    message = f"marks of secrecy: not a level: {row!r}"
    raise ValueError(message)


def _text(value: object) -> str:
    if isinstance(value, str) and value.strip():
        return value
    message = f"marks of secrecy: not a text: {value!r}"
    raise ValueError(message)


def _neutral(value: object, levels: set[str]) -> str:
    """Return words for work secrets: what looks like a level would mark what is none."""
    words = _text(value)
    if words in levels or "★" in words:
        message = f"marks of secrecy: {words} is the mark of a state secret"
        raise ValueError(message)
    return words
