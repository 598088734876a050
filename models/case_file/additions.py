"""What version 1 of the case file has no field for: its ``lianxi`` part, where it is about rows.

An entry of a list there says something about one entry of another list, named by its place counted
from 1, and only if there is something to say. An object there says more about an object of the file.
Unknown fields stay with the row that is spoken of.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Protocol

from models.agenda import AgendaItem
from models.base import FileShape, Identified
from models.hearing import HearingDecision
from models.lines import Line
from models.meeting import Meeting
from models.opinions import DivergenceReport, HandlerAnswer, HandlerNote, Opinion
from models.people import Participant

_OF_LINES = ("seconds", "recording", "marked")
_INNER = "lianxi"  # under which a row's shape keeps how its entry stood in the file

Values = dict[str, tuple[object, object]]
"""The known fields of an entry: each value, and the one that need not be told."""


class Noted(Protocol):
    """A part of ``lianxi`` that is read once the rows it speaks of are there."""

    @property
    def key(self) -> str:
        """The key of the part."""

    def describe(self, meeting: Meeting, *, plain: bool) -> Any:  # noqa: ANN401  # list or object
        """Return the part as it is written; empty if there is nothing to say.

        ``plain`` leaves out how it stood in the file: content alone.
        """

    def read(self, meeting: Meeting, data: Any) -> None:  # noqa: ANN401  # as above
        """Take the part of a checked file over into the rows."""


def told_of(values: Values) -> dict[str, Any]:
    """Return the values that have something to say."""
    return {key: value for key, (value, silent) in values.items() if value not in (None, silent)}


def written(fixed: Mapping[str, Any], values: Values, stood: FileShape | None) -> dict[str, Any]:
    """Return an entry: as it stood in its file, with its values of today, then what came since.

    ``fixed`` are the keys that say which row it is about.
    """
    told = told_of(values)
    if stood is None:
        return {**fixed, **told}
    entry: dict[str, Any] = {}
    for key in stood.keys:
        if key in values:
            null = key in stood.nulls and key not in told
            entry[key] = None if null else values[key][0]
        else:
            entry[key] = fixed[key] if key in fixed else stood.extra[key]
    missing = {**fixed, **told}
    return {**entry, **{key: value for key, value in missing.items() if key not in entry}}


def as_it_stood(data: Mapping[str, Any], known: set[str]) -> FileShape:
    """Return how an entry stands in its file, beyond the values of its known fields."""
    return FileShape(
        keys=tuple(data),
        nulls=frozenset(key for key in known if key in data and data[key] is None),
        extra={key: value for key, value in data.items() if key not in known},
    )


def _remember(row: Identified, data: Mapping[str, Any], known: set[str]) -> None:
    inner = {**row.shape.inner, _INNER: as_it_stood(data, known)}
    row.shape = replace(row.shape, inner=inner)


@dataclass(frozen=True, slots=True)
class Addition:
    """One list of the ``lianxi`` part: about which rows, and what it says of them."""

    key: str  # of the list
    place: str  # the key under which an entry names its row
    rows: Callable[[Meeting], Sequence[Identified]]
    values: Callable[[Meeting], Callable[[Any], Values]]
    take: Callable[[Meeting, Any, Mapping[str, Any]], None]

    def describe(self, meeting: Meeting, *, plain: bool) -> list[dict[str, Any]]:
        """Return the entries that have something to say, or stood in the file."""
        values_of = self.values(meeting)
        entries = []
        for place, row in enumerate(self.rows(meeting), 1):
            values, stood = values_of(row), None if plain else row.shape.inner.get(_INNER)
            if stood is not None or told_of(values):
                entries.append(written({self.place: place}, values, stood))
        return entries

    def read(self, meeting: Meeting, data: Sequence[Mapping[str, Any]]) -> None:
        """Take the entries of a checked file over into the rows."""
        rows, values_of = self.rows(meeting), self.values(meeting)
        for entry in data:
            row = rows[entry[self.place] - 1]
            _remember(row, entry, {self.place, *values_of(row)})
            self.take(meeting, row, entry)


@dataclass(frozen=True, slots=True)
class Remark:
    """One object of the ``lianxi`` part: more about the row of an attribute of the meeting."""

    key: str
    attribute: str
    entity: type[Any]
    fields: tuple[str, ...]

    def describe(self, meeting: Meeting, *, plain: bool) -> dict[str, Any]:
        """Return what there is to say, or what stood in the file."""
        row = getattr(meeting, self.attribute)
        if row is None:
            return {}
        values: Values = {field: (getattr(row, field), None) for field in self.fields}
        return written({}, values, None if plain else row.shape.inner.get(_INNER))

    def read(self, meeting: Meeting, data: Mapping[str, Any]) -> None:
        """Take the object of a checked file over into the row, which it makes if need be."""
        if not data:
            return
        row = getattr(meeting, self.attribute)
        if row is None:
            row = self.entity()
            setattr(meeting, self.attribute, row)
        _remember(row, data, set(self.fields))
        for field in self.fields:
            setattr(row, field, data.get(field))


def _agenda_values(_meeting: Meeting) -> Callable[[AgendaItem], Values]:
    return lambda item: {
        "level": (item.level, 0),
        "minutes": (item.planned_minutes, None),
        "number": (item.number, None),
    }


def _take_agenda(_meeting: Meeting, item: AgendaItem, data: Mapping[str, Any]) -> None:
    item.level = data.get("level") or 0
    item.planned_minutes = data.get("minutes")
    item.number = data.get("number")


def _participant_values(_meeting: Meeting) -> Callable[[Participant], Values]:
    return lambda person: {
        "attendance": (person.attendance, None),
        "specialist_question": (person.specialist_question, None),
    }


def _take_participant(_meeting: Meeting, person: Participant, data: Mapping[str, Any]) -> None:
    person.attendance = data.get("attendance")
    person.specialist_question = data.get("specialist_question")


def _line_values(meeting: Meeting) -> Callable[[Line], Values]:
    opinions: dict[int, Opinion] = {id(opinion.line): opinion for opinion in meeting.opinions}

    def values(line: Line) -> Values:
        opinion = opinions.get(id(line))
        question = opinion.question if opinion else None
        return {
            "item": (None if line.item is None else line.item.position + 1, None),
            "question": (None if question is None else question.position + 1, None),
            "movement": (line.movement, None),
            "person": (None if line.mover is None else line.mover.position + 1, None),
            **{name: (getattr(line, name), None) for name in _OF_LINES},
        }

    return values


def _take_line(meeting: Meeting, line: Line, data: Mapping[str, Any]) -> None:
    for name in ("movement", *_OF_LINES):
        setattr(line, name, data.get(name))
    if data.get("person") is not None:
        line.mover = meeting.participants[data["person"] - 1]
    if data.get("item") is not None:
        line.item = meeting.agenda[data["item"] - 1]
    if data.get("question") is not None:
        opinion = next(opinion for opinion in meeting.opinions if opinion.line is line)
        opinion.question = meeting.questions[data["question"] - 1]


def _answer_values(_meeting: Meeting) -> Callable[[HandlerAnswer], Values]:
    return lambda answer: {
        "opinion": (None if answer.opinion is None else answer.opinion.position + 1, None),
        "at": (answer.at, None),
    }


def _take_answer(meeting: Meeting, answer: HandlerAnswer, data: Mapping[str, Any]) -> None:
    answer.at = data.get("at")
    if data.get("opinion") is not None:
        answer.opinion = meeting.opinions[data["opinion"] - 1]


AGENDA = Addition("agenda", "item", lambda meeting: meeting.agenda, _agenda_values, _take_agenda)
PARTICIPANTS = Addition(
    "participants",
    "participant",
    lambda meeting: meeting.participants,
    _participant_values,
    _take_participant,
)
RECORDS = Addition("records", "record", lambda meeting: meeting.lines, _line_values, _take_line)
ANSWERS = Addition(
    "handler_answers",
    "answer",
    lambda meeting: meeting.handler_note.answers if meeting.handler_note else (),
    _answer_values,
    _take_answer,
)
HANDLER_NOTE = Remark(
    "handler_note", "handler_note", HandlerNote, ("road", "own_view", "signed_at")
)
DIVERGENCE_REPORT = Remark(
    "divergence_report", "divergence_report", DivergenceReport, ("signed_at",)
)
DECISION = Remark("decision", "decision", HearingDecision, ("signed_at",))
