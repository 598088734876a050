"""The list ``stretches`` of the ``lianxi`` part: when the meeting was at which item or step.

An entry names an item of the agenda by its place, or a step of a hearing by its number.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from models.case_file.additions import Values, as_it_stood, written
from models.civil_time import is_before
from models.desk import Stretch
from models.errors import Fault
from models.meeting import Meeting

Document = Mapping[str, Any]


class StretchList:
    """Reads and writes the list."""

    key = "stretches"

    def describe(self, meeting: Meeting, *, plain: bool) -> list[dict[str, Any]]:
        """Return every stretch, in order."""
        entries = []
        for one in meeting.stretches:
            stood = one.shape if one.shape.keys and not plain else None
            entries.append(written({}, _values(one), stood))
        return entries

    def read(self, meeting: Meeting, data: Sequence[Mapping[str, Any]]) -> None:
        """Take the entries of a checked file over."""
        for position, entry in enumerate(data):
            one = Stretch(
                step=entry.get("step"),
                began_at=entry["from"],
                ended_at=entry.get("to"),
                position=position,
            )
            if entry.get("item") is not None:
                one.item = meeting.agenda[entry["item"] - 1]
            one.shape = as_it_stood(entry, set(_values(one)))
            meeting.stretches.append(one)


def _values(one: Stretch) -> Values:
    return {
        "item": (one.item_place, None),
        "step": (one.step, None),
        "from": (one.began_at, None),
        "to": (one.ended_at, None),
    }


def stretch_faults(document: Document) -> Iterator[Fault]:
    """Find stretches of no item and no step, of both, or that end before they begin."""
    told = document.get("lianxi") or {}
    for index, entry in enumerate(told.get("stretches") or ()):
        here = f"lianxi.stretches[{index}]"
        item, step = entry.get("item"), entry.get("step")
        if (item is None) == (step is None):
            yield Fault(f"{here}.item", "item_or_step")
        elif (item or 0) > len(document.get("agenda") or ()):
            yield Fault(f"{here}.item", "no_such_place", {"number": str(item)})
        start, end = entry["from"], entry.get("to")
        if end is not None and is_before(end, start):
            yield Fault(f"{here}.to", "ends_before_start", {"start": start, "end": end})
