"""What follows from an agenda by itself: its numbers, and the clock times of its items."""

from collections.abc import Sequence
from dataclasses import dataclass

from models.snapshot import AgendaItemView

_DAY_MINUTES = 24 * 60


@dataclass(frozen=True, slots=True)
class PlannedItem:
    """An item with its number, such as 2 or 2.1, and when it is due to begin and end.

    Times are of the day, such as 09:40, and empty where they cannot be told.
    """

    item: AgendaItemView
    number: str
    starts: str = ""
    ends: str = ""


def planned(items: Sequence[AgendaItemView], held_from: str | None) -> tuple[PlannedItem, ...]:
    """Return the items with numbers and times, counted from the beginning of the meeting on.

    An item takes its own minutes and those of the items below it. From the first item of unknown
    length on no times can be told.
    """
    found = []
    numbers: list[int] = []
    clock = _minute_of(held_from)
    for place, item in enumerate(items):
        level = min(item.level, len(numbers))
        numbers = [*numbers[:level], (numbers[level] if level < len(numbers) else 0) + 1]
        number = ".".join(map(str, numbers))
        minutes = _minutes(items, place)
        ends = None if clock is None or minutes is None else clock + minutes
        found.append(PlannedItem(item, number, _text(clock), _text(ends)))
        clock = ends if not _has_below(items, place) else _plus(clock, item.planned_minutes or 0)
    return tuple(found)


def _has_below(items: Sequence[AgendaItemView], place: int) -> bool:
    return place + 1 < len(items) and items[place + 1].level > items[place].level


def _minutes(items: Sequence[AgendaItemView], place: int) -> int | None:
    """Return what an item takes with all below it, or None if that is not known."""
    own = items[place].planned_minutes
    total, known = own or 0, own is not None
    for other in items[place + 1 :]:
        if other.level <= items[place].level:
            break
        total += other.planned_minutes or 0
        known = known or other.planned_minutes is not None
    return total if known else None


def block_of(items: Sequence[AgendaItemView], place: int) -> int:
    """Return how many items move with the one at ``place``: itself and those below it."""
    end = place + 1
    while end < len(items) and items[end].level > items[place].level:
        end += 1
    return end - place


def _minute_of(time: str | None) -> int | None:
    hour, colon, minute = (time or "").rpartition("T")[2].partition(":")
    return int(hour) * 60 + int(minute) if colon else None


def _plus(clock: int | None, minutes: int) -> int | None:
    return None if clock is None else clock + minutes


def _text(clock: int | None) -> str:
    if clock is None:
        return ""
    hour, minute = divmod(clock % _DAY_MINUTES, 60)
    return f"{hour:02}:{minute:02}"
