"""Who came to a meeting: the table that everybody signs (签到表), and what is told below it.

Conferences and hearings share it. Signatures, and what nobody noted, are left to be filled in by
hand.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from exporters.document import Cell, Table
from exporters.kinds.parts import cell, centred
from exporters.labels import Labels
from models.presence import Interval, intervals
from models.snapshot import MeetingSnapshot, ParticipantView
from models.vocabulary import AWAY, Attendance, Role

_COLUMNS: tuple[tuple[str, float], ...] = (
    ("number", 9.0),
    ("organ", 25.0),
    ("name", 17.0),
    ("post", 33.3),
    ("role", 13.0),
    ("mode", 12.8),
    ("arrived", 14.2),
    ("left", 14.2),
    ("signature", 17.5),
)
_ROW_MM = 11.0
_CENTRED = frozenset({"number", "role", "mode", "arrived", "left"})


def attendance_table(
    snapshot: MeetingSnapshot,
    people: Sequence[ParticipantView],
    labels: Labels,
    *,
    spare: int = 0,
) -> Table:
    """Return a row for each of the people, and ``spare`` empty ones for those who come besides."""
    there = intervals(snapshot)
    rows = [
        _row(number, person, there.get(person.id, ()), labels)
        for number, person in enumerate(people, 1)
    ]
    return Table(
        tuple(width for _, width in _COLUMNS),
        (*rows, *(((),) * len(_COLUMNS),) * spare),
        tuple(labels(f"attendance.{name}") for name, _ in _COLUMNS),
        least_mm=_ROW_MM,
    )


@dataclass(frozen=True, slots=True)
class Attendances:
    """Who was asked to a meeting, and of them who came, was excused or stayed away.

    Who is ``recused`` was not asked. Until anybody is ``registered``, all of it is open.
    """

    asked: tuple[ParticipantView, ...]
    came: tuple[ParticipantView, ...]
    excused: tuple[ParticipantView, ...]
    absent: tuple[ParticipantView, ...]
    recused: tuple[ParticipantView, ...]

    @property
    def registered(self) -> bool:
        """Whether it was noted of anybody asked whether they came."""
        return any(person.attendance for person in self.asked)


def attendances(people: Sequence[ParticipantView]) -> Attendances:
    """Return who of these people was asked, and who came."""
    asked = tuple(person for person in people if person.role != Role.RECUSED)
    came, excused, absent = (
        tuple(person for person in asked if person.attendance == one)
        for one in (Attendance.PRESENT, Attendance.EXCUSED, Attendance.ABSENT)
    )
    recused = tuple(person for person in people if person.role == Role.RECUSED)
    return Attendances(asked, came, excused, absent, recused)


def attendance_words(people: Sequence[ParticipantView], labels: Labels) -> str:
    """Return in a sentence how many were asked, came, were excused, stayed away or were recused.

    What nobody noted is open.
    """
    told = attendances(people)
    noted = told.registered
    key = "excused_named" if told.excused else "excused" if noted else "excused_open"
    words = [
        labels("attendance.due", count=len(told.asked)),
        labels("attendance.present" if noted else "attendance.present_open", count=len(told.came)),
        labels(f"attendance.{key}", count=len(told.excused), names=_names(told.excused, labels)),
    ]
    if told.absent:
        names = _names(told.absent, labels)
        words.append(labels("attendance.absent_named", count=len(told.absent), names=names))
    words.append(labels("attendance.recused", count=len(told.recused)))
    return labels("common.list_separator").join(words)


def _names(people: Sequence[ParticipantView], labels: Labels) -> str:
    return "、".join(person.name or labels("common.missing") for person in people)


def _row(
    number: int, person: ParticipantView, there: Sequence[Interval], labels: Labels
) -> tuple[Cell, ...]:
    separator = labels("common.person_separator")
    texts = {
        "number": str(number),
        "organ": person.organ,
        "name": person.name or labels("common.missing"),
        "post": separator.join(filter(None, (person.post, person.grade))),
        "role": person.role,
        "mode": person.mode,
        "arrived": _hour(there[0].began_at) if there else None,
        "left": _hour(there[-1].ended_at) if there else None,
        "signature": person.attendance if person.attendance in AWAY else None,
    }
    return tuple(_cell(name, texts[name], labels) for name, _ in _COLUMNS)


def _cell(column: str, text: str | None, labels: Labels) -> Cell:
    return (centred if column in _CENTRED else cell)(text, labels(f"attendance.{column}"))


def _hour(civil: str) -> str:
    return civil.rpartition("T")[2]
