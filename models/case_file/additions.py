"""What version 1 of the case file has no field for: the lists in its ``lianxi`` part.

Each entry there says something about one entry of another list, named by its place counted from 1,
and only if there is something to say. Unknown fields of an entry stay with the row it is about.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from models.agenda import AgendaItem
from models.base import FileShape, Identified
from models.lines import Line
from models.meeting import Meeting
from models.opinions import Opinion
from models.people import Participant

_INNER = "lianxi"  # under which a row's shape keeps how its entry stood in the file

Values = dict[str, tuple[object, object]]
"""The known fields of an entry: each value, and the one that need not be told."""


@dataclass(frozen=True, slots=True)
class Addition:
    """One list of the ``lianxi`` part: about which rows, and what it says of them."""

    key: str  # of the list
    place: str  # the key under which an entry names its row
    rows: Callable[[Meeting], Sequence[Identified]]
    values: Callable[[Meeting], Callable[[Any], Values]]
    take: Callable[[Meeting, Any, Mapping[str, Any]], None]

    def describe(self, meeting: Meeting) -> list[dict[str, Any]]:
        """Return the entries that have something to say, or stood in the file."""
        values_of = self.values(meeting)
        entries = []
        for place, row in enumerate(self.rows(meeting), 1):
            entry = self._entry(place, values_of(row), row.shape.inner.get(_INNER))
            if entry is not None:
                entries.append(entry)
        return entries

    def read(self, meeting: Meeting, entries: Sequence[Mapping[str, Any]]) -> None:
        """Take the entries of a checked file over into the rows."""
        rows = self.rows(meeting)
        for data in entries:
            row = rows[data[self.place] - 1]
            known = {self.place, *self.values(meeting)(row)}
            stood = FileShape(
                keys=tuple(data),
                nulls=frozenset(key for key in known if key in data and data[key] is None),
                extra={key: value for key, value in data.items() if key not in known},
            )
            row.shape = replace(row.shape, inner={**row.shape.inner, _INNER: stood})
            self.take(meeting, row, data)

    def _entry(self, place: int, values: Values, stood: FileShape | None) -> dict[str, Any] | None:
        told = {
            key: value for key, (value, silent) in values.items() if value not in (None, silent)
        }
        if stood is None:
            return {self.place: place, **told} if told else None
        result: dict[str, Any] = {}
        for key in stood.keys:
            if key == self.place:
                result[key] = place
            elif key in values:
                null = key in stood.nulls and key not in told
                result[key] = None if null else values[key][0]
            else:
                result[key] = stood.extra[key]
        return {**result, **{key: value for key, value in told.items() if key not in result}}


def _agenda_values(_meeting: Meeting) -> Callable[[AgendaItem], Values]:
    return lambda item: {"level": (item.level, 0), "minutes": (item.planned_minutes, None)}


def _take_agenda(_meeting: Meeting, item: AgendaItem, data: Mapping[str, Any]) -> None:
    item.level = data.get("level") or 0
    item.planned_minutes = data.get("minutes")


def _participant_values(_meeting: Meeting) -> Callable[[Participant], Values]:
    return lambda person: {"attendance": (person.attendance, None)}


def _take_participant(_meeting: Meeting, person: Participant, data: Mapping[str, Any]) -> None:
    person.attendance = data.get("attendance")


def _line_values(meeting: Meeting) -> Callable[[Line], Values]:
    opinions: dict[int, Opinion] = {id(opinion.line): opinion for opinion in meeting.opinions}

    def values(line: Line) -> Values:
        opinion = opinions.get(id(line))
        question = opinion.question if opinion else None
        return {
            "item": (None if line.item is None else line.item.position + 1, None),
            "question": (None if question is None else question.position + 1, None),
        }

    return values


def _take_line(meeting: Meeting, line: Line, data: Mapping[str, Any]) -> None:
    if data.get("item") is not None:
        line.item = meeting.agenda[data["item"] - 1]
    if data.get("question") is not None:
        opinion = next(opinion for opinion in meeting.opinions if opinion.line is line)
        opinion.question = meeting.questions[data["question"] - 1]


ADDITIONS = (
    Addition("agenda", "item", lambda meeting: meeting.agenda, _agenda_values, _take_agenda),
    Addition(
        "participants",
        "participant",
        lambda meeting: meeting.participants,
        _participant_values,
        _take_participant,
    ),
    Addition("records", "record", lambda meeting: meeting.lines, _line_values, _take_line),
)
"""The lists, in the order in which they are written."""
