"""The opinion grid on the screen: questions down, people across, in each cell how far it went."""

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QT_TRANSLATE_NOOP,
    QAbstractTableModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    Qt,
)

from models.opinion_grid import GridCell, GridRow, Heard, OpinionGrid, RowKind, opinion_grid
from models.snapshot import MeetingSnapshot, ParticipantView
from models.vocabulary import AWAY
from ui.item_models.opinions import words_of
from ui.item_models.people import name_of, office_of
from ui.item_models.rows import ROW_ROLE, Index
from ui.words import attendance_word, role_word

_WORDS = {
    Heard.SPOKEN: QT_TRANSLATE_NOOP("OpinionGrid", "已发表"),
    Heard.WRITTEN: QT_TRANSLATE_NOOP("OpinionGrid", "书面"),
    Heard.NONE_GIVEN: QT_TRANSLATE_NOOP("OpinionGrid", "未发表"),
    Heard.PENDING: QT_TRANSLATE_NOOP("OpinionGrid", "待发表"),
    Heard.RECUSED: QT_TRANSLATE_NOOP("OpinionGrid", "回避"),
    Heard.NOT_ASKED: QT_TRANSLATE_NOOP("OpinionGrid", "不征询"),
}


@dataclass(frozen=True, slots=True)
class ShownCell:
    """A cell as painted: how far the person was heard, in a word, and the first words spoken."""

    cell: GridCell
    word: str
    words: str
    spoken: str


@dataclass(frozen=True, slots=True)
class ShownPerson:
    """The head of a column. ``about`` is what tells a namesake apart, or the role."""

    id: str
    name: str
    about: str
    away: bool


class GridModel(QAbstractTableModel):
    """The grid of one meeting."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[object, ...] = ()
        self.grid = OpinionGrid()
        self.people: tuple[ShownPerson, ...] = ()
        self.titles: tuple[str, ...] = ()
        self._cells: tuple[tuple[ShownCell, ...], ...] = ()

    def show(self, meeting: MeetingSnapshot) -> None:
        """Show who was heard in a meeting; nothing happens if it looks the same."""
        grid = opinion_grid(meeting)
        people = tuple(_person(person, meeting) for person in grid.people)
        titles = tuple(_title(row) for row in grid.rows)
        cells = _cells(grid, meeting, people)
        if (people, titles, cells) == self._shown:
            return
        same = [len(people), len(titles)] == [len(self.people), len(self.titles)]
        if not same:
            self.beginResetModel()
        self._shown = people, titles, cells
        self.grid, self.people, self.titles, self._cells = grid, people, titles, cells
        if not same:
            self.endResetModel()
            return
        for orientation, count in (
            (Qt.Orientation.Horizontal, len(people)),
            (Qt.Orientation.Vertical, len(titles)),
        ):
            self.headerDataChanged.emit(orientation, 0, count - 1)
        last = self.index(len(titles) - 1, len(people) - 1)
        self.dataChanged.emit(self.index(0, 0), last)

    def cell(self, index: Index) -> ShownCell:
        """Return what stands in a cell."""
        return self._cells[index.row()][index.column()]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # Qt's own signature
        """Return the number of questions."""
        return 0 if parent.isValid() else len(self.titles)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # Qt's own signature
        """Return the number of people."""
        return 0 if parent.isValid() else len(self.people)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401  # any value, as Qt has it
        """Return the word, the spoken text, the words, or the cell itself."""
        if not index.isValid():
            return None
        shown = self.cell(index)
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return shown.word
            case Qt.ItemDataRole.AccessibleTextRole:
                return shown.spoken
            case Qt.ItemDataRole.ToolTipRole:
                return shown.words
            case _:
                return shown if role == ROW_ROLE else None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:  # noqa: ANN401  # any value, as Qt has it
        """Return a person, or a question."""
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        if orientation is Qt.Orientation.Vertical:
            return self.titles[section]
        person = self.people[section]
        return f"{person.name} {person.about}".strip()


def _person(person: ParticipantView, meeting: MeetingSnapshot) -> ShownPerson:
    away = person.attendance in AWAY
    about = office_of(person) if person.name in meeting.shared_names else role_word(person.role)
    if away:
        about = " · ".join(part for part in (about, attendance_word(person.attendance)) if part)
    return ShownPerson(person.id, name_of(person), about, away)


def _cells(
    grid: OpinionGrid, meeting: MeetingSnapshot, people: tuple[ShownPerson, ...]
) -> tuple[tuple[ShownCell, ...], ...]:
    lines = {line.id: line for line in meeting.lines}
    words = {opinion.id: words_of(opinion, lines) for opinion in meeting.opinions}
    words |= {line.id: line.text or "" for line in meeting.lines}
    shared = meeting.shared_names
    made = []
    for row in grid.rows:
        cells = []
        for person, cell in zip(people, row.cells, strict=True):
            first = next(iter((*cell.opinion_ids, *cell.line_ids)), "")
            word = _word(cell, row, meeting)
            who = f"{person.name}（{person.about}）" if person.name in shared else person.name
            spoken = QCoreApplication.translate("OpinionGrid", "{question}，{person}：{state}")
            told = spoken.format(question=_spoken_title(row), person=who, state=word)
            cells.append(ShownCell(cell, word, words.get(first, ""), told))
        made.append(tuple(cells))
    return tuple(made)


def _word(cell: GridCell, row: GridRow, meeting: MeetingSnapshot) -> str:
    """Return how far a person was heard; nobody is waited for once the record is signed."""
    explained = bool(cell.line_ids) and not cell.opinion_ids
    if explained:
        return QCoreApplication.translate("OpinionGrid", "已说明")
    if cell.state is Heard.PENDING and meeting.signed:
        return QCoreApplication.translate("OpinionGrid", "无记录")
    if cell.state is Heard.PENDING and row.kind is RowKind.SPECIALIST:
        return QCoreApplication.translate("OpinionGrid", "待说明")
    return QCoreApplication.translate("OpinionGrid", str(_WORDS[cell.state]))


def _title(row: GridRow) -> str:
    match row.kind:
        case RowKind.QUESTION:
            return f"{row.number}  {row.text}"
        case RowKind.SPECIALIST:
            pattern = QCoreApplication.translate("OpinionGrid", "专门性问题：{text}")
            return pattern.format(text=row.text)
        case RowKind.UNSPECIFIED:
            return QCoreApplication.translate("OpinionGrid", "未指明问题")


def _spoken_title(row: GridRow) -> str:
    if row.kind is RowKind.QUESTION:
        pattern = QCoreApplication.translate("OpinionGrid", "问题{number}")
        return pattern.format(number=row.number)
    return _title(row)
