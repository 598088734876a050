"""What of a meeting is under way: its item or step, the minutes used, and how late it is.

From a snapshot and a civil moment such as 2025-06-18T09:05. Nothing here needs a database. A meeting
whose record is signed has nothing under way and nothing to come.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import Enum, auto

from models.agenda_plan import PlannedItem, planned
from models.snapshot import MeetingSnapshot, StretchView
from models.vocabulary import MeetingKind

STEPS = range(1, 8)
"""The steps of a hearing (审查案件听证工作规定 art. 15)."""

_DAY_MINUTES = 24 * 60
_MOST_LATE = _DAY_MINUTES // 2
"""Further from its plan, a meeting is held at another time than planned: it is not late."""


class Stage(Enum):
    """Where an item or a step stands."""

    AHEAD = auto()
    NEXT = auto()
    NOW = auto()
    DONE = auto()


@dataclass(frozen=True, slots=True)
class Target:
    """What a meeting can turn to: an item of the agenda, or a step of a hearing."""

    item_id: str | None = None
    step: int | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """An item or a step, and what is known of its time.

    ``title`` is empty for a step. ``starts`` is the time of day it is planned to begin, ``began``
    the one it first did; empty where not known. ``used`` is None for one that was never begun;
    together with ``planned`` it covers the items below where the plan does.
    """

    target: Target
    number: str
    title: str = ""
    stage: Stage = Stage.AHEAD
    starts: str = ""
    began: str = ""
    used: int | None = None
    planned: int | None = None

    @property
    def over(self) -> int:
        """The minutes used beyond those planned."""
        if self.used is None or self.planned is None:
            return 0
        return max(0, self.used - self.planned)


@dataclass(frozen=True, slots=True)
class Running:
    """Where a meeting stands. ``parts`` are in the order in which it turns to them.

    ``now`` is what is under way, since ``since``; ``next`` and ``previous`` are what it can turn to.
    ``late`` are the minutes behind the plan, negative before it, None where that cannot be told.
    """

    parts: tuple[Part, ...] = ()
    now: Target | None = None
    since: str = ""
    next: Target | None = None
    previous: Target | None = None
    late: int | None = None

    @property
    def begun(self) -> bool:
        """Whether anything was begun at all."""
        return self.now is not None or any(part.used is not None for part in self.parts)

    def part_of(self, target: Target | None) -> Part | None:
        """Return the part that is about a target; None if the meeting has no such part."""
        return next((part for part in self.parts if part.target == target), None)


def running(meeting: MeetingSnapshot, at: str) -> Running:
    """Return where a meeting stands at a moment."""
    live = not meeting.signed
    plan = planned(meeting.agenda, meeting.schedule.held_from)
    order = targets(meeting)
    spent = _Spent(meeting.stretches, at if live else "")
    now = _under_way(meeting)
    onwards = next_target(meeting) if live else None
    stages = {one: Stage.DONE for one in order if one in spent.began}
    if onwards is not None:
        stages[onwards] = Stage.NEXT
    if now is not None:
        stages[now.target] = Stage.NOW
    parts = [*_items(plan, spent), *_steps(meeting, spent)]
    return Running(
        tuple(replace(part, stage=stages.get(part.target, Stage.AHEAD)) for part in parts),
        now=None if now is None else now.target,
        since="" if now is None else now.began_at,
        next=onwards,
        previous=previous_target(meeting) if live else None,
        late=_Plan(meeting, plan, spent).late(at) if live else None,
    )


def targets(meeting: MeetingSnapshot) -> tuple[Target, ...]:
    """Return all that a meeting turns to, in order: the items, and after them a hearing's steps."""
    items = tuple(Target(item_id=item.id) for item in meeting.agenda)
    if meeting.kind is not MeetingKind.HEARING:
        return items
    return (*items, *(Target(step=step) for step in STEPS))


def next_target(meeting: MeetingSnapshot) -> Target | None:
    """Return what comes after what is under way, or was last; None at the end."""
    order, here = targets(meeting), _last(meeting)
    if here in order:
        return next(iter(order[order.index(here) + 1 :]), None)
    if here == Target(step=0):  # what is done right before the first step
        return next((one for one in order if one.step), None)
    begun = {_target(one) for one in meeting.stretches}
    return next((one for one in order if one not in begun), None)


def previous_target(meeting: MeetingSnapshot) -> Target | None:
    """Return what comes before what is under way; in a pause, what was last. None at the start."""
    order, here = targets(meeting), _last(meeting)
    if here == Target(step=0):
        return next((one for one in reversed(order) if one.item_id), None)
    if here not in order:
        return None
    if _under_way(meeting) is None:
        return here
    return order[order.index(here) - 1] if here != order[0] else None


@dataclass(frozen=True, slots=True)
class _Open:
    target: Target
    began_at: str


def _under_way(meeting: MeetingSnapshot) -> _Open | None:
    if meeting.signed:
        return None
    found = meeting.under_way
    return None if found is None else _Open(_target(found), found.began_at)


def _last(meeting: MeetingSnapshot) -> Target | None:
    """Return what is under way; if nothing is, what was last."""
    now = _under_way(meeting)
    if now is not None:
        return now.target
    return _target(meeting.stretches[-1]) if meeting.stretches else None


def _target(one: StretchView) -> Target:
    return Target(one.item_id, one.step)


class _Spent:
    """The time spent on each target; an open stretch counts up to ``at``, with none not at all."""

    def __init__(self, stretches: Iterable[StretchView], at: str) -> None:
        self.began: dict[Target, str] = {}
        self.minutes: dict[Target, int] = {}
        for one in stretches:
            target = _target(one)
            self.began.setdefault(target, one.began_at)
            spent = _between(one.began_at, one.ended_at or at)
            self.minutes[target] = self.minutes.get(target, 0) + max(0, spent or 0)

    def on(self, wanted: Iterable[Target]) -> int | None:
        """Return the minutes spent on any of these; None if none was ever begun."""
        begun = [one for one in wanted if one in self.began]
        return sum(self.minutes[one] for one in begun) if begun else None


def _items(plan: Sequence[PlannedItem], spent: _Spent) -> list[Part]:
    parts = []
    for place, one in enumerate(plan):
        target = Target(item_id=one.item.id)
        covered, minutes = [target], one.item.planned_minutes
        below = plan[place + 1 : _end_of(plan, place)]
        if below and (minutes is None or below[0].contained) and not one.contained:
            covered += [Target(item_id=inner.item.id) for inner in below]
            minutes = one.whole
        parts.append(
            Part(
                target,
                one.number,
                one.item.title,
                starts=one.starts,
                began=_clock(spent.began.get(target, "")),
                used=spent.on(covered),
                planned=minutes,
            )
        )
    return parts


def _steps(meeting: MeetingSnapshot, spent: _Spent) -> list[Part]:
    if meeting.kind is not MeetingKind.HEARING:
        return []
    found = [Target(step=step) for step in STEPS]
    return [
        Part(one, str(one.step), began=_clock(spent.began.get(one, "")), used=spent.on([one]))
        for one in found
    ]


class _Plan:
    """The plan of a meeting on the clock of its first day, to compare a moment with."""

    def __init__(
        self, meeting: MeetingSnapshot, plan: Sequence[PlannedItem], spent: _Spent
    ) -> None:
        self._meeting = meeting
        self._plan = plan
        self._spent = spent
        self._start = meeting.schedule.held_from or ""

    def late(self, at: str) -> int | None:
        """Return the minutes behind the plan at a moment; None where that cannot be told."""
        begun = [one.began_at for one in self._meeting.stretches]
        if "T" not in self._start or (begun[0] if begun else at)[:10] != self._start[:10]:
            return None
        found = self._by_items(at)
        if found is None:
            found = self._beyond_end(at)
        return found if found is not None and abs(found) < _MOST_LATE else None

    def _by_items(self, at: str) -> int | None:
        """Compare with the furthest item that was begun; what was taken up again has no time."""
        places = [n for n, one in enumerate(self._plan) if self._item(one) in self._spent.began]
        moment = self._minute(at)
        if moment is None or any(one.step for one in self._spent.began):
            return None
        if not places:
            return _after(moment, self._minute(self._start))
        furthest = self._plan[places[-1]]
        begins, ends = self._window(places[-1])
        now = _under_way(self._meeting)
        if now is not None and now.target == self._item(furthest):
            began = self._minute(self._spent.began[now.target])
            known = [
                there - due
                for there, due in ((began, begins), (moment, ends))
                if there is not None and due is not None
            ]
            return max(known) if known else None
        if now is None and places[-1] == len(self._plan) - 1:
            ended = self._minute(max(one.ended_at or "" for one in self._meeting.stretches))
            return None if ended is None or ends is None else ended - ends
        return None if ends is None else max(0, moment - ends)

    def _window(self, place: int) -> tuple[int | None, int | None]:
        """Return when an item itself is due, without those below that have times of their own."""
        one, above = self._plan[place], place
        while self._plan[above].contained:
            above -= 1
        begins, ends = self._plan[above].span
        if above != place:
            return None, ends
        own, inner = one.item.planned_minutes, self._plan[place + 1 : _end_of(self._plan, place)]
        if inner and own is not None and not inner[0].contained:
            ends = None if begins is None else begins + own
        return begins, ends

    def _beyond_end(self, at: str) -> int | None:
        if not self._spent.began:
            return None
        moment, end = self._minute(at), self._meeting.schedule.held_to or ""
        due = self._minute(end) if "T" in end else None
        return _after(moment, due)

    def _minute(self, moment: str) -> int | None:
        """Return the minutes of a moment since midnight of the planned day."""
        return _between(f"{self._start[:10]}T00:00", moment)

    @staticmethod
    def _item(one: PlannedItem) -> Target:
        return Target(item_id=one.item.id)


def _end_of(plan: Sequence[PlannedItem], place: int) -> int:
    """Return where the items below the one at a place end."""
    end = place + 1
    while end < len(plan) and plan[end].level > plan[place].level:
        end += 1
    return end


def _after(moment: int | None, due: int | None) -> int | None:
    """Return how long after it was due something has not happened yet; None before."""
    return moment - due if moment is not None and due is not None and moment > due else None


def _between(start: str, end: str) -> int | None:
    """Return the minutes between two civil moments; None if one of them is none.

    Two times of day without days are taken as of one night.
    """
    try:
        first, last = datetime.fromisoformat(start), datetime.fromisoformat(end)
    except ValueError:
        return _between_hours(start, end)
    return int((last - first).total_seconds()) // 60


def _between_hours(start: str, end: str) -> int | None:
    minutes = [_minute_of_day(time) for time in (start, end)]
    if minutes[0] is None or minutes[1] is None or "T" in start + end:
        return None
    return (minutes[1] - minutes[0]) % _DAY_MINUTES


def _minute_of_day(time: str) -> int | None:
    hour, colon, minute = time.partition(":")
    known = colon and hour.isdecimal() and minute.isdecimal()
    return int(hour) * 60 + int(minute) if known else None


def _clock(moment: str) -> str:
    """Return the time of day of a civil moment; empty if it has none."""
    return moment.rpartition("T")[2] if ":" in moment else ""
