"""Who came to a meeting: the table that everybody signs (签到表), and what is told below it.

Conferences and hearings share it. Signatures, and what nobody noted, are left to be filled in by
hand.
"""

from collections.abc import Sequence

from exporters.document import Cell, ParagraphStyle, Table
from exporters.kinds.parts import paragraph
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


def attendance_words(people: Sequence[ParticipantView], labels: Labels) -> str:
    """Return how many were expected, came, were excused, stayed away or were recused.

    What nobody noted is open.
    """
    noted = any(person.attendance for person in people)
    expected = [person for person in people if person.role != Role.RECUSED]
    came = sum(person.attendance == Attendance.PRESENT for person in expected)
    excused = [person for person in expected if person.attendance == Attendance.EXCUSED]
    absent = [person for person in expected if person.attendance == Attendance.ABSENT]
    recused = len(people) - len(expected)
    key = "excused_named" if excused else "excused" if noted else "excused_open"
    words = [
        labels("attendance.due", count=len(expected)),
        labels("attendance.present" if noted else "attendance.present_open", count=came),
        labels(f"attendance.{key}", count=len(excused), names=_names(excused, labels)),
    ]
    if absent:
        names = _names(absent, labels)
        words.append(labels("attendance.absent_named", count=len(absent), names=names))
    words.append(labels("attendance.recused", count=recused))
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
    style = ParagraphStyle.CELL_CENTRE if column in _CENTRED else ParagraphStyle.CELL
    return (paragraph(text, style, labels(f"attendance.{column}")),) if text else ()


def _hour(civil: str) -> str:
    return civil.rpartition("T")[2]
