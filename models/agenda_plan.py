"""What follows from an agenda by itself: its clock times, and where items can go.

An item goes with all that stand below it. Levels as stored may leave one out, for instance in a
file made elsewhere; everywhere here an item is at most one level below the one before it.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from models.agenda_numbers import numbers_of
from models.forms import GROUPS
from models.snapshot import AgendaItemView
from models.vocabulary import MeetingKind

_DAY_MINUTES = 24 * 60

DEEPEST = GROUPS["agenda_item"].fields["level"].most
"""The innermost level; the outermost is 0."""

USUAL: Mapping[MeetingKind, tuple[str, ...]] = {
    # The order in which joint conferences are held: opening, report, questions, opinions one by
    # one, and a closing that names questions, no result.
    MeetingKind.JOINT_CONFERENCE: (
        "主持人宣布会议性质与纪律，询问回避",
        "承办检察官汇报案件",
        "提问与回答",
        "逐人发表个人意见",
        "主持人列明讨论中提出的问题",
    ),
    # What comes before the seven steps: 审查案件听证工作规定 art. 11, 12 and 14.
    MeetingKind.HEARING: (
        "检查听证室席位和录音录像设备",
        "向听证员介绍案件情况、需要听证的问题和相关法律规定",
        "核对参加听证人员到场情况",
        "告知权利义务，询问是否申请回避",
        "宣布听证程序和听证纪律",
    ),
}
"""The usual items of an agenda, as papers print them; so they are Chinese in every language."""


class Levelled(Protocol):
    """Something that stands in a list of levels."""

    @property
    def id(self) -> str:
        """What tells it from the others."""
        ...

    @property
    def level(self) -> int:
        """How deep it stands; 0 is outermost."""
        ...


@dataclass(frozen=True, slots=True)
class PlannedItem:
    """An item with its number, such as 2 or 2.1, and when it is due to begin and end.

    Times are of the day, such as 09:40, and empty where they cannot be told. ``contained`` is one
    without minutes of its own below one that has them for all of its items. ``whole`` is what it
    takes with all below it, None if that is not known. ``late`` is one that ends after the planned
    end of the meeting. ``level`` is how deep it stands. ``span`` is beginning and end in minutes
    since midnight of the meeting's day, None where they cannot be told.
    """

    item: AgendaItemView
    number: str
    starts: str = ""
    ends: str = ""
    contained: bool = False
    whole: int | None = None
    late: bool = False
    level: int = 0
    span: tuple[int | None, int | None] = (None, None)


@dataclass(frozen=True, slots=True)
class Total:
    """What an agenda takes: minutes as far as they are known, and how many items have none.

    ``ends`` is the clock time after the last item, empty unless it can be told. ``over`` are the
    minutes beyond the planned end, negative before it, None if that cannot be told.
    """

    minutes: int = 0
    unknown: int = 0
    ends: str = ""
    over: int | None = None


@dataclass(frozen=True, slots=True)
class Arrangement:
    """Items that go to another place, counted from 0 without them, and levels that change."""

    ids: tuple[str, ...]
    to: int
    levels: Mapping[str, int]


def levels_of(items: Sequence[Levelled]) -> list[int]:
    """Return the levels with none left out."""
    found: list[int] = []
    for item in items:
        found.append(min(item.level, found[-1] + 1 if found else 0))
    return found


def with_below(items: Sequence[Levelled], ids: Collection[str]) -> list[int]:
    """Return the places of these items and of all below them, in order."""
    found: list[int] = []
    root: int | None = None  # the level of the item that takes those below it with it
    for place, level in enumerate(levels_of(items)):
        if root is not None and level <= root:
            root = None
        if root is None and items[place].id in ids:
            root = level
        if root is not None:
            found.append(place)
    return found


def planned(
    items: Sequence[AgendaItemView], held_from: str | None, held_to: str | None = None
) -> tuple[PlannedItem, ...]:
    """Return the items with numbers and times, counted from the beginning of the meeting on.

    Numbers that are frozen stay (:mod:`models.agenda_numbers`).
    An item takes its own minutes and those of the items below it; if none of these has any, they
    are contained in its own. From the first item of unknown length on no times can be told.
    """
    plan = _Plan(items)
    begin, room = _minute_of(held_from), _minutes_between(held_from, held_to)
    plan.run(begin)
    closing = None if begin is None or room is None else begin + room
    numbers = numbers_of(plan.levels, [item.number for item in items])
    return tuple(
        PlannedItem(
            item,
            number,
            _text(start),
            _text(end),
            contained=contained,
            whole=whole,
            level=level,
            span=(start, end),
            late=end is not None and closing is not None and end > closing,
        )
        for item, number, level, (start, end), contained, whole in zip(
            items, numbers, plan.levels, plan.times, plan.contained, plan.spans, strict=True
        )
    )


def total(items: Sequence[AgendaItemView], held_from: str | None, held_to: str | None) -> Total:
    """Return what the agenda takes, against the planned end of the meeting."""
    plan = _Plan(items)
    minutes = sum(item.planned_minutes or 0 for item in items)
    start = _minute_of(held_from)
    known = bool(items) and plan.unknown == 0
    ends = _text(None if start is None or not known else start + minutes)
    room = _minutes_between(held_from, held_to)
    over = None if room is None else minutes - room
    if not known and (over is None or over <= 0):
        over = None
    return Total(minutes, plan.unknown, ends, over)


def indented(items: Sequence[Levelled], ids: Collection[str], by: int) -> Mapping[str, int]:
    """Return the levels that change when items go deeper, or back; empty if they cannot."""
    levels = levels_of(items)
    for place in with_below(items, ids):
        levels[place] += by
    return _changed(items, levels) if _sound(levels) else {}


def levels_at(items: Sequence[Levelled], ids: Collection[str], gap: int) -> range:
    """Return the levels the first of these items can have at a gap; empty if it cannot go there.

    Gap 0 is before the first item. No item that stays changes whose item it is.
    """
    levels, moving = levels_of(items), with_below(items, ids)
    if not moving:
        return range(0)
    going = set(moving)
    staying = [place for place in range(len(items)) if place not in going]
    before = [place for place in staying if place < gap]
    after = staying[len(before) :]
    first, depths = levels[moving[0]], [levels[place] for place in moving]
    deepest = levels[before[-1]] + 1 if before else 0
    least = (levels[after[0]] if after else 0) - min(depths)
    most = min(deepest - first, DEEPEST - max(depths))
    return range(first + least, first + most + 1)


def arranged(
    items: Sequence[Levelled], ids: Collection[str], gap: int, level: int
) -> Arrangement | None:
    """Return what to do to bring items to a gap and level; None if that changes nothing."""
    if level not in levels_at(items, ids, gap):
        return None
    levels, moving = levels_of(items), with_below(items, ids)
    by = level - levels[moving[0]]
    going = set(moving)
    order = [place for place in range(len(items)) if place not in going]
    to = sum(place < gap for place in order)
    order[to:to] = moving
    new: dict[int, int] = {}
    above = -1
    for place in order:
        above = min(levels[place] + (by if place in going else 0), above + 1)
        new[place] = above
    changed = _changed(items, [new[place] for place in range(len(items))])
    if order == sorted(order) and not changed:
        return None
    return Arrangement(tuple(items[place].id for place in moving), to, changed)


def shifted(items: Sequence[Levelled], ids: Collection[str], by: int) -> Arrangement | None:
    """Return what to do to bring items one place up (-1) or down (1); None if they cannot go."""
    moving = with_below(items, ids)
    if not moving:
        return None
    level = levels_of(items)[moving[0]]
    gaps = range(moving[0] - 1, -1, -1) if by < 0 else range(moving[-1] + 2, len(items) + 1)
    fitting = (gap for gap in gaps if level in levels_at(items, ids, gap))
    return next((found for gap in fitting if (found := arranged(items, ids, gap, level))), None)


class _Plan:
    """Walks an agenda once: what each item takes, and when."""

    def __init__(self, items: Sequence[AgendaItemView]) -> None:
        self.levels = levels_of(items)
        self.contained = [False] * len(items)
        self.times: list[tuple[int | None, int | None]] = [(None, None)] * len(items)
        self.unknown = 0
        self._own = [item.planned_minutes for item in items]
        self._below: list[list[int]] = [[] for _ in items]
        self._outermost: list[int] = []
        path: list[int] = []
        for place, level in enumerate(self.levels):
            path = [*path[:level], place]
            (self._below[path[-2]] if level else self._outermost).append(place)
        self.spans: list[int | None] = [None] * len(items)
        for place in self._outermost:
            self._measure(place)

    def run(self, clock: int | None) -> None:
        """Give the items their times."""
        for place in self._outermost:
            clock = self._set(place, clock)

    def _measure(self, place: int) -> int | None:
        own, below = self._own[place], self._below[place]
        if own is not None and not self._any_known(below):
            self._contain(below)
            span: int | None = own
        elif not below:
            self.unknown += own is None
            span = own
        else:
            parts = [self._measure(one) for one in below]
            known = [part for part in parts if part is not None]
            span = (own or 0) + sum(known) if len(known) == len(parts) else None
        self.spans[place] = span
        return span

    def _any_known(self, places: Sequence[int]) -> bool:
        return any(
            self._own[place] is not None or self._any_known(self._below[place]) for place in places
        )

    def _contain(self, places: Sequence[int]) -> None:
        for place in places:
            self.contained[place] = True
            self._contain(self._below[place])

    def _set(self, place: int, clock: int | None) -> int | None:
        """Give an item and those below their times; return when the next one begins."""
        if self.contained[place]:
            return None
        ends = _plus(clock, self.spans[place])
        self.times[place] = (clock, ends)
        inner = _plus(clock, self._own[place] or 0)
        for one in self._below[place]:
            inner = self._set(one, inner)
        return ends


def _sound(levels: Sequence[int]) -> bool:
    above = -1
    for level in levels:
        if not 0 <= level <= min(above + 1, DEEPEST):
            return False
        above = level
    return True


def _changed(items: Sequence[Levelled], levels: Sequence[int]) -> dict[str, int]:
    return {
        item.id: level for item, level in zip(items, levels, strict=True) if item.level != level
    }


def _minute_of(time: str | None) -> int | None:
    hour, colon, minute = (time or "").rpartition("T")[2].partition(":")
    return int(hour) * 60 + int(minute) if colon else None


def _minutes_between(start: str | None, end: str | None) -> int | None:
    """Return the minutes between two times; None if they are not both times of known days."""
    if not start or not end or "T" not in start or "T" not in end:
        return None
    between = datetime.fromisoformat(end) - datetime.fromisoformat(start)
    return int(between.total_seconds()) // 60


def _plus(clock: int | None, minutes: int | None) -> int | None:
    return None if clock is None or minutes is None else clock + minutes


def _text(clock: int | None) -> str:
    if clock is None:
        return ""
    hour, minute = divmod(clock % _DAY_MINUTES, 60)
    return f"{hour:02}:{minute:02}"
