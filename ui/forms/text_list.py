"""A list of plain texts of a meeting: organs, reasons, issues, questions, materials."""

from collections.abc import Callable

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from ui.editing import MeetingEditor
from ui.theme import Theme
from ui.widgets.basics import label


class TextList(QFrame):
    """The texts of a group, one per row, with a field at the end that adds more."""

    def __init__(
        self,
        theme: Theme,
        editor: MeetingEditor,
        group: str,
        *,
        title: Callable[[], str],
        hint: Callable[[], str],
        owner_id: Callable[[], str | None] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._editor = editor
        self._group = group
        self._title_text = title
        self._hint_text = hint
        self._owner_id = owner_id
        self._title = label("paneTitle")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._title)
        self.retranslate()

    def commit(self) -> None:
        """Save what is being typed."""

    def retranslate(self) -> None:
        """Say it in the language in force."""
        self._title.setText(self._title_text())
