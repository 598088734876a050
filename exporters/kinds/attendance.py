"""Who came to a meeting: the table that everybody signs (签到表), and what is told below it.

Conferences and hearings share it. Signatures, and what nobody noted, are left to be filled in by
hand.
"""

from collections.abc import Sequence

from exporters.document import Cell, ParagraphStyle, Table
from exporters.kinds.parts import paragraph, role_label
from exporters.labels import Labels
from models.snapshot import MeetingSnapshot, ParticipantView
from models.vocabulary import AWAY, Attendance, Movement, Role

_COLUMNS: tuple[tuple[str, float], ...] = (
    ("number", 12.5),
    ("organ", 26.0),
    ("name", 19.0),
    ("post", 22.0),
    ("role", 17.0),
    ("mode", 13.0),
    ("arrived", 14.0),
    ("left", 14.0),
    ("signature", 18.5),
)
_ROW_MM = 11.0
_CENTRED = frozenset({"number", "name", "mode", "arrived", "left"})


def attendance_table(
    snapshot: MeetingSnapshot,
    people: Sequence[ParticipantView],
    labels: Labels,
    *,
    spare: int = 0,
) -> Table:
    """Return a row for each of the people, and ``spare`` empty ones for those who come besides."""
    times = _times(snapshot)
    rows = [_row(number, person, times, labels) for number, person in enumerate(people, 1)]
    return Table(
        tuple(width for _, width in _COLUMNS),
        (*rows, *(((),) * len(_COLUMNS),) * spare),
        tuple(labels(f"attendance.{name}") for name, _ in _COLUMNS),
        least_mm=_ROW_MM,
    )


def attendance_words(people: Sequence[ParticipantView], labels: Labels) -> str:
    """Return how many were expected, came, were excused or recused; open where nobody noted it."""
    noted = any(person.attendance for person in people)
    expected = [person for person in people if person.role != Role.RECUSED]
    came = sum(person.attendance == Attendance.PRESENT for person in expected)
    away = [person for person in expected if person.attendance in AWAY]
    recused = len(people) - len(expected)
    names = "、".join(person.name or labels("common.missing") for person in away)
    key = "excused_named" if away else "excused" if noted else "excused_open"
    return labels("common.list_separator").join(
        (
            labels("attendance.due", count=len(expected)),
            labels("attendance.present" if noted else "attendance.present_open", count=came),
            labels(f"attendance.{key}", count=len(away), names=names),
            labels("attendance.recused", count=recused),
        )
    )


_Times = dict[tuple[str | None, str], str]
"""The hour at which somebody came or left, by person and column."""


def _times(snapshot: MeetingSnapshot) -> _Times:
    """Return who came first and left last at what hour, as far as the lines tell."""
    found: _Times = {}
    for line in snapshot.lines:
        hour = (line.at or "").rpartition("T")[2][:5]
        if line.movement == Movement.ARRIVED:
            found.setdefault((line.mover_id, "arrived"), hour)
        elif line.movement == Movement.LEFT:
            found[line.mover_id, "left"] = hour
    return found


def _row(number: int, person: ParticipantView, times: _Times, labels: Labels) -> tuple[Cell, ...]:
    separator = labels("common.person_separator")
    texts = {
        "number": str(number),
        "organ": person.organ,
        "name": person.name or labels("common.missing"),
        "post": separator.join(filter(None, (person.post, person.grade))),
        "role": role_label(person.role, labels),
        "mode": person.mode,
        "arrived": times.get((person.id, "arrived")),
        "left": times.get((person.id, "left")),
        "signature": person.attendance if person.attendance in AWAY else None,
    }
    return tuple(_cell(name, texts[name], labels) for name, _ in _COLUMNS)


def _cell(column: str, text: str | None, labels: Labels) -> Cell:
    style = ParagraphStyle.CELL_CENTRE if column in _CENTRED else ParagraphStyle.CELL
    return (paragraph(text, style, labels(f"attendance.{column}")),) if text else ()
