"""The people of a meeting as a table in which they are put in order."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import IntEnum

from PySide6.QtCore import QCoreApplication, QMimeData, QModelIndex, QObject, Qt

from models.forms import Sheet
from models.profile_terms import USUAL_QUORUM, QuorumRule
from models.roster import Values, counts
from models.text import for_comparison
from models.vocabulary import Attendance
from ui.forms.labels import field_label
from ui.item_models.rows import Column, Index, RowTableModel
from ui.words import attendance_word, mode_word, role_word

PEOPLE_MIME = "application/x-lianxi-participants"
"""What is dragged inside the table: the ids of participants, one per line."""


class Place(IntEnum):
    """The columns of the table."""

    NUMBER = 0
    NAME = 1
    OFFICE = 2
    GRADE = 3
    ROLE = 4
    MODE = 5
    PRESENCE = 6
    QUORUM = 7


@dataclass(frozen=True, slots=True)
class PersonRow:
    """A participant as listed. ``shares_name`` asks for the office to tell two people apart."""

    id: str
    number: int | None
    name: str
    organ: str
    post: str
    grade: str
    role: str | None
    mode: str | None
    attendance: str | None
    counts: bool
    colour: int  # of the round initial
    shares_name: bool

    @property
    def present(self) -> bool:
        """Whether the person is registered as present."""
        return self.attendance == Attendance.PRESENT


def person_rows(sheet: Sheet, rule: QuorumRule = USUAL_QUORUM) -> list[PersonRow]:
    """Return the participants of a meeting in their order; the rule says who counts."""
    people = [(entry.id, entry.values) for entry in sheet.of("participant")]
    names = Counter(for_comparison(str(values["name"] or "")) for _, values in people)
    return [
        _person_row(place, key, values, names, counting=counts(values, rule))
        for place, (key, values) in enumerate(people)
    ]


def _person_row(
    place: int, key: str, values: Values, names: Counter[str], *, counting: bool
) -> PersonRow:
    number, name = values["number"], str(values["name"] or "")
    return PersonRow(
        id=key,
        number=number if isinstance(number, int) else None,
        name=name,
        organ=str(values["organ"] or ""),
        post=str(values["post"] or ""),
        grade=str(values["grade"] or ""),
        role=_text(values["role"]),
        mode=_text(values["mode"]),
        attendance=_text(values["attendance"]),
        counts=counting,
        colour=place,
        shares_name=bool(name) and names[for_comparison(name)] > 1,
    )


def _text(value: object) -> str | None:
    return None if value is None else str(value)


def name_shown(name: str) -> str:
    """Return the name; somebody without one is called so."""
    return name or QCoreApplication.translate("Roster", "（未写姓名）")


def quorum_word(*, counting: bool) -> str:
    """Return whether somebody counts for the quorum."""
    if counting:
        return QCoreApplication.translate("Roster", "计入人数")
    return QCoreApplication.translate("Roster", "不计入人数")


def person_spoken(row: PersonRow) -> str:
    """Return a whole row for the screen reader."""
    number = QCoreApplication.translate("Roster", "{number}号").format(number=row.number)
    parts = (
        number if row.number is not None else "",
        name_shown(row.name),
        row.organ,
        row.post,
        row.grade,
        role_word(row.role),
        mode_word(row.mode),
        attendance_word(row.attendance),
        quorum_word(counting=row.counts),
    )
    return "，".join(part for part in parts if part)


def person_copied(row: PersonRow) -> str:
    """Return name, office and post, as a list of people can be pasted."""
    return f"{row.name}\t{row.organ}\t{row.post}"


_Words = Callable[[PersonRow], str]


def _office(row: PersonRow) -> str:
    return " ".join(part for part in (row.organ, row.post) if part)


def _columns() -> list[Column[PersonRow]]:
    return [
        _column(lambda: field_label("participant", "number"), lambda row: str(row.number or "")),
        _column(lambda: field_label("participant", "name"), lambda row: name_shown(row.name)),
        _column(lambda: QCoreApplication.translate("Roster", "单位和职务"), _office),
        _column(lambda: field_label("participant", "grade"), lambda row: row.grade),
        _column(lambda: field_label("participant", "role"), lambda row: role_word(row.role)),
        _column(lambda: field_label("participant", "mode"), lambda row: mode_word(row.mode)),
        _column(
            lambda: field_label("participant", "attendance"),
            lambda row: attendance_word(row.attendance),
            _presence_tip,
        ),
        _column(lambda: field_label("participant", "counts_for_quorum"), _quorum, _quorum),
    ]


def _column(
    title: Callable[[], str], text: _Words, tip: _Words = lambda _row: ""
) -> Column[PersonRow]:
    return Column(title, text, spoken=person_spoken, copied=person_copied, tip=tip)


def _presence_tip(row: PersonRow) -> str:
    if row.present:
        return QCoreApplication.translate("Roster", "点击或者按空格键，改为未登记")
    return QCoreApplication.translate("Roster", "点击或者按空格键，登记到场")


def _quorum(row: PersonRow) -> str:
    return quorum_word(counting=row.counts)


class RosterModel(RowTableModel[PersonRow]):
    """The participants of one meeting, in their order. ``movable`` lets them be dragged.

    ``rule`` says who counts for the quorum.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(_columns(), lambda row: row.id, parent=parent)
        self.movable = True
        self.rule = USUAL_QUORUM

    def show(self, sheet: Sheet) -> None:
        """Show the people of that meeting."""
        self.set_rows(person_rows(sheet, self.rule))

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let people be dragged to another place."""
        flags = super().flags(index)
        if index.isValid() and self.movable:
            flags |= Qt.ItemFlag.ItemIsDragEnabled
        return flags

    def mimeTypes(self) -> list[str]:
        """Return the one kind of data that is dragged."""
        return [PEOPLE_MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """Return the ids of the people dragged, in their order."""
        places = sorted({index.row() for index in indexes})
        data = QMimeData()
        data.setData(PEOPLE_MIME, "\n".join(self.rows[place].id for place in places).encode())
        return data

    def supportedDropActions(self) -> Qt.DropAction:
        """Move only."""
        return Qt.DropAction.MoveAction


def dragged_ids(data: QMimeData) -> tuple[str, ...]:
    """Return the ids of the people that are dragged; empty if it is something else."""
    return tuple(bytes(data.data(PEOPLE_MIME).data()).decode().split())


def place_without(rows: Sequence[PersonRow], ids: Sequence[str], gap: int) -> int:
    """Return the place that the gap before row ``gap`` is, counted without the people moved."""
    return sum(row.id not in ids for row in rows[:gap])
