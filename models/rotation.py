"""Which backups are kept: a rule over their time stamps alone.

Periods are counted only where there are backups in them. A clock that was wrong for a day, or an
office on leave for a month, therefore never ages good backups away.
"""

from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Keep:
    """Of each of the last ``periods`` periods that have backups, the newest one stays."""

    periods: int
    period_of: Callable[[datetime], Hashable]


RULE = (
    Keep(5, lambda stamp: stamp),  # the newest few
    Keep(7, lambda stamp: stamp.date()),  # one a day for a week
    Keep(5, lambda stamp: stamp.isocalendar()[:2]),  # one a week for a month
    Keep(12, lambda stamp: (stamp.year, stamp.month)),  # one a month for a year
)


def to_keep(stamps: Iterable[datetime]) -> frozenset[datetime]:
    """Return the stamps that any line of the rule keeps."""
    newest_first = sorted(set(stamps), reverse=True)
    return frozenset(stamp for keep in RULE for stamp in _kept(newest_first, keep))


def _kept(newest_first: list[datetime], keep: Keep) -> list[datetime]:
    newest: dict[Hashable, datetime] = {}
    for stamp in newest_first:
        newest.setdefault(keep.period_of(stamp), stamp)
    return list(newest.values())[: keep.periods]
