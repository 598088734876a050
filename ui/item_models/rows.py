"""One table model for all lists: frozen rows, columns described by data, changes by keys.

Setting new rows removes, moves, inserts and updates what differs, and nothing else; a selection,
the current row and the place in the scroll survive a reload. Only of a change all over the list (by
a filter) the rows concerned are replaced as one.
"""

from bisect import bisect
from collections.abc import Callable, Container, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

Row = TypeVar("Row")
Index = QModelIndex | QPersistentModelIndex

ROW_ROLE = int(Qt.ItemDataRole.UserRole)
"""The role under which an index gives its whole row, for delegates."""

_MOST_RUNS = 100
"""Views take about a millisecond for each run of rows that comes or goes."""

_BLOCK = 256

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
        self._keys: set[Hashable] = set()

    @property
    def rows(self) -> tuple[Row, ...]:
        """The rows as shown."""
        return tuple(self._rows)

    def row_of(self, key: Hashable) -> int:
        """Return where the row of that key stands, or -1."""
        return next((i for i, row in enumerate(self._rows) if self._key(row) == key), -1)

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Show these rows instead, changing only what differs."""
        start, same_end = self._unchanged(rows)
        stop = len(self._rows) - same_end
        wanted = {self._key(row): row for row in rows[start : len(rows) - same_end]}
        former = {self._key(row) for row in self._rows[start:stop]}
        staying = self._keys - former
        if len(wanted) != len(rows) - same_end - start or not staying.isdisjoint(wanted):
            raise ValueError("two rows have one key")
        if not wanted and not former:
            return
        self._keys = staying.union(wanted)
        if self._is_scattered(start, stop, wanted, former):
            self._replace(start, stop, list(wanted.values()))
            return
        stop = self._remove_others(start, stop, wanted)
        self._arrange(start, stop, wanted)
        self._fill(start, wanted, present=former.intersection(wanted))

    def refresh_words(self) -> None:
        """Tell the views that all texts may read differently (another language)."""
        if self._rows:
            last = self.index(len(self._rows) - 1, len(self._columns) - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    def _unchanged(self, rows: Sequence[Row]) -> tuple[int, int]:
        """Return how many rows at the beginning and at the end are what they were."""
        most = min(len(rows), len(self._rows))
        start = equal_at_start(rows, self._rows, most)
        return start, equal_at_start(rows[::-1], self._rows[::-1], most - start)

    def _is_scattered(
        self,
        start: int,
        stop: int,
        wanted: Mapping[Hashable, Row],
        former: Container[Hashable],
    ) -> bool:
        """Say whether what goes and what comes lies in too many places to tell each one."""
        going = groupby(self._key(row) in wanted for row in self._rows[start:stop])
        coming = groupby(key in former for key in wanted)
        return sum(1 for _ in going) + sum(1 for _ in coming) > _MOST_RUNS

    def _replace(self, start: int, stop: int, rows: Sequence[Row]) -> None:
        """Take all rows between these places away and put others there."""
        if start < stop:
            self.beginRemoveRows(QModelIndex(), start, stop - 1)
            del self._rows[start:stop]
            self.endRemoveRows()
        self._insert(start, rows)

    def _remove_others(self, start: int, stop: int, wanted: Container[Hashable]) -> int:
        """Remove the rows between these places that are not wanted; return where they end now."""
        end = stop
        while end > start:
            first = end
            while first > start and self._key(self._rows[first - 1]) not in wanted:
                first -= 1
            if first < end:
                self.beginRemoveRows(QModelIndex(), first, end - 1)
                del self._rows[first:end]
                self.endRemoveRows()
                stop -= end - first
            end = first - 1
        return stop

    def _arrange(self, start: int, stop: int, wanted: Iterable[Hashable]) -> None:
        """Bring the rows between these places into the order wanted, moving as few as can be."""
        order = {key: place for place, key in enumerate(wanted)}
        old = [order[self._key(row)] for row in self._rows[start:stop]]
        standing = _longest_ascent(old)
        for target in sorted(set(old).difference(standing)):
            here, lower = old.index(target), bisect(standing, target)
            there = old.index(standing[lower - 1]) + 1 if lower else 0
            self.beginMoveRows(
                QModelIndex(), start + here, start + here, QModelIndex(), start + there
            )
            there -= there > here
            old.insert(there, old.pop(here))
            self._rows.insert(start + there, self._rows.pop(start + here))
            self.endMoveRows()
            standing.insert(lower, target)

    def _fill(
        self, place: int, wanted: Mapping[Hashable, Row], *, present: Container[Hashable]
    ) -> None:
        """Insert what is missing and renew what is there already, in order, from a place on."""
        missing: list[Row] = []
        changed: list[int] = []
        for key, row in wanted.items():
            if key not in present:
                missing.append(row)
                continue
            place = self._insert(place, missing)
            missing = []
            if self._rows[place] != row:
                self._rows[place] = row
                changed.append(place)
            place += 1
        self._insert(place, missing)
        self._tell_changed(changed)

    def _tell_changed(self, places: Sequence[int]) -> None:
        """Tell the views, once for all rows that stand together."""
        start = 0
        for end in range(1, len(places) + 1):
            if end == len(places) or places[end] != places[end - 1] + 1:
                last = self.index(places[end - 1], len(self._columns) - 1)
                self.dataChanged.emit(self.index(places[start], 0), last)
                start = end

    def _insert(self, place: int, rows: Sequence[Row]) -> int:
        """Insert rows at a place; return where they end."""
        if rows:
            self.beginInsertRows(QModelIndex(), place, place + len(rows) - 1)
            self._rows[place:place] = rows
            self.endInsertRows()
        return place + len(rows)

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


def equal_at_start(rows: Sequence[Row], others: Sequence[Row], most: int) -> int:
    """Return how many rows at the beginning, at most so many, are equal.

    They are compared block by block, which Python does ten times as quickly as one by one.
    """
    for start in range(0, most, _BLOCK):
        some = list(rows[start : min(start + _BLOCK, most)])
        same = list(others[start : start + len(some)])
        if some != same:
            pairs = zip(some, same, strict=True)
            return start + next(n for n, (row, other) in enumerate(pairs) if row != other)
    return most


def _longest_ascent(numbers: Sequence[int]) -> list[int]:
    """Return the longest ascending part of different numbers (patience sorting)."""
    ends: list[int] = []  # the lowest number that an ascent of each length can end with
    before: dict[int, int | None] = {}
    for number in numbers:
        length = bisect(ends, number)
        before[number] = ends[length - 1] if length else None
        ends[length : length + 1] = [number]
    found: list[int] = []
    last = ends[-1] if ends else None
    while last is not None:
        found.append(last)
        last = before[last]
    return found[::-1]
