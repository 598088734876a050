"""A list of short codes with their words, by code."""

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QObject

from ui.item_models.rows import Column, RowTableModel


@dataclass(frozen=True, slots=True)
class CodeRow:
    """A short code and the words it stands for."""

    code: str
    words: str


class CodesModel(RowTableModel[CodeRow]):
    """The codes of one list."""

    def __init__(self, parent: QObject | None = None) -> None:
        column = Column[CodeRow](
            title=lambda: QCoreApplication.translate("CodesModel", "短语代码"),
            text=lambda row: row.code,
            spoken=lambda row: f"{row.code}，{row.words}",
            copied=lambda row: f"{row.code}\t{row.words}",
        )
        super().__init__([column], lambda row: row.code, parent=parent)

    def show(self, codes: Mapping[str, str]) -> None:
        """Show these codes."""
        self.set_rows([CodeRow(code, words) for code, words in sorted(codes.items())])
