"""One table model for all lists: frozen rows, columns described by data, changes by keys.

Setting new rows removes, moves, inserts and updates what differs, and nothing else; a selection,
the current row and the place in the scroll survive a reload.
"""

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

Row = TypeVar("Row")
Index = QModelIndex | QPersistentModelIndex

ROW_ROLE = int(Qt.ItemDataRole.UserRole)
"""The role under which an index gives its whole row, for delegates."""

COPY_ROLE = ROW_ROLE + 1
"""The role under which an index gives the text that copying it yields; empty if nothing."""


@dataclass(frozen=True)  # slots and Generic do not go together
class Column(Generic[Row]):
    """One column: its title and how a row is shown, spoken and copied in it."""

    title: Callable[[], str]
    text: Callable[[Row], str]
    spoken: Callable[[Row], str]
    copied: Callable[[Row], str]
    tip: Callable[[Row], str] = lambda _row: ""


class RowTableModel(QAbstractTableModel, Generic[Row]):
    """A table of rows. ``key`` tells which row is which; keys are unique and never change."""

    def __init__(
        self,
        columns: Sequence[Column[Row]],
        key: Callable[[Row], Hashable],
        *,
        selectable: Callable[[Row], bool] = lambda _row: True,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._columns = tuple(columns)
        self._key = key
        self._selectable = selectable
        self._rows: list[Row] = []

    @property
    def rows(self) -> tuple[Row, ...]:
        """The rows as shown."""
        return tuple(self._rows)

    def row_of(self, key: Hashable) -> int:
        """Return where the row of that key stands, or -1."""
        return next((i for i, row in enumerate(self._rows) if self._key(row) == key), -1)

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Show these rows instead, changing only what differs."""
        place, same_end = self._unchanged(rows)
        if place == len(rows) == len(self._rows):
            return
        wanted = {self._key(row) for row in rows}
        if len(wanted) != len(rows):
            raise ValueError("two rows have one key")
        self._remove_others(wanted)
        present = {self._key(row) for row in self._rows}
        changed: list[int] = []
        while place < len(rows) - same_end:
            if self._key(rows[place]) in present:
                if self._bring(rows[place], place):
                    changed.append(place)
                place += 1
                continue
            end = place
            while end < len(rows) - same_end and self._key(rows[end]) not in present:
                end += 1
            self.beginInsertRows(QModelIndex(), place, end - 1)
            self._rows[place:place] = rows[place:end]
            self.endInsertRows()
            place = end
        self._tell_changed(changed)

    def refresh_words(self) -> None:
        """Tell the views that all texts may read differently (another language)."""
        if self._rows:
            last = self.index(len(self._rows) - 1, len(self._columns) - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    def _unchanged(self, rows: Sequence[Row]) -> tuple[int, int]:
        """Return how many rows at the beginning and at the end are what they were."""
        shorter = min(len(rows), len(self._rows))
        start = 0
        while start < shorter and (
            rows[start] is self._rows[start] or rows[start] == self._rows[start]
        ):
            start += 1
        end = 0
        while end < shorter - start and rows[-1 - end] == self._rows[-1 - end]:
            end += 1
        return start, end

    def _remove_others(self, wanted: set[Hashable]) -> None:
        end = len(self._rows)
        while end > 0:
            if self._key(self._rows[end - 1]) in wanted:
                end -= 1
                continue
            start = end
            while start > 0 and self._key(self._rows[start - 1]) not in wanted:
                start -= 1
            self.beginRemoveRows(QModelIndex(), start, end - 1)
            del self._rows[start:end]
            self.endRemoveRows()
            end = start

    def _bring(self, row: Row, place: int) -> bool:
        """Have the row, which is here already, stand at ``place``; say whether it differs."""
        old = place
        while self._key(self._rows[old]) != self._key(row):
            old += 1
        if old != place:
            self.beginMoveRows(QModelIndex(), old, old, QModelIndex(), place)
            self._rows.insert(place, self._rows.pop(old))
            self.endMoveRows()
        differs = self._rows[place] != row
        self._rows[place] = row
        return differs

    def _tell_changed(self, places: list[int]) -> None:
        """Tell the views, once for all rows that stand together."""
        start = 0
        for end in range(1, len(places) + 1):
            if end == len(places) or places[end] != places[end - 1] + 1:
                last = self.index(places[end - 1], len(self._columns) - 1)
                self.dataChanged.emit(self.index(places[start], 0), last)
                start = end

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # Qt's own signature
        """Return the number of rows."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # Qt's own signature
        """Return the number of columns."""
        return 0 if parent.isValid() else len(self._columns)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let headings be seen only, rows be selected."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        if self._selectable(self._rows[index.row()]):
            flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
            return flags | Qt.ItemFlag.ItemNeverHasChildren
        return Qt.ItemFlag.ItemNeverHasChildren

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401  # any value, as Qt has it
        """Return the text, the spoken text, or the row itself."""
        if not index.isValid():
            return None
        row, column = self._rows[index.row()], self._columns[index.column()]
        shown: dict[int, Callable[[Row], object]] = {
            Qt.ItemDataRole.DisplayRole: column.text,
            Qt.ItemDataRole.AccessibleTextRole: column.spoken,
            Qt.ItemDataRole.ToolTipRole: column.tip,
            COPY_ROLE: column.copied,
            ROW_ROLE: lambda whole: whole,
        }
        return shown[role](row) if role in shown else None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:  # noqa: ANN401  # any value, as Qt has it
        """Return the title of a column."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._columns[section].title()
        return None
