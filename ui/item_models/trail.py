"""The audit trail of a meeting as a list, newest first."""

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication, QObject

from ui.item_models.rows import Column, RowTableModel
from ui.trail_words import TrailRow


class TrailModel(RowTableModel[TrailRow]):
    """Entries in words; portions are added below, new ones above."""

    def __init__(self, parent: QObject | None = None) -> None:
        column = Column[TrailRow](
            title=lambda: QCoreApplication.translate("TrailModel", "操作"),
            text=lambda row: row.what,
            spoken=lambda row: "，".join(part for part in (row.time, row.what, row.about) if part),
            copied=lambda row: row.text,
            tip=lambda row: row.about,
        )
        super().__init__([column], lambda row: row.number, parent=parent)

    def add(self, rows: Iterable[TrailRow]) -> None:
        """Take in more entries, at their places by number."""
        known = {row.number: row for row in self.rows}
        known |= {row.number: row for row in rows}
        self.set_rows([known[number] for number in sorted(known, reverse=True)])
