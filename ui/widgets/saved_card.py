"""Says inside the window that a case file was saved, until that is closed."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QEvent
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.theme import Theme
from ui.widgets.basics import ScrollHost, frame, label, row
from ui.widgets.focus import FocusReturn, is_free_for
from ui.widgets.saved_files import SavedFiles


class SavedCard(ScrollHost):
    """Takes the focus from nobody."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        title, files = label("cardTitle", wrap=True), SavedFiles(theme)
        column = QVBoxLayout()
        column.setContentsMargins(18, 14, 18, 14)
        column.setSpacing(10)
        column.addWidget(title)
        column.addWidget(files)
        card = frame("card", column)
        super().__init__(frame("cardHost", row(card, margins=(26, 14, 26, 2))), parent)
        self._title, self.files = title, files
        self._meeting_title = ""
        self._focus = FocusReturn(self)
        self.files.closed.connect(self.dismiss)
        self.hide()

    @property
    def text(self) -> str:
        """What is said."""
        return f"{self._title.text()}\n{self.files.place.text()}"

    def show_saved(self, meeting_title: str, files: Sequence[Path]) -> None:
        """Show that a meeting was saved in these files."""
        self._meeting_title = meeting_title
        self.files.show_files(files)
        self.retranslate()
        self._focus.note()
        take = is_free_for(self)
        self.show()
        if take:
            self.files.show_folder.setFocus()
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def dismiss(self) -> None:
        """Close it."""
        self._focus.give_back()
        self.hide()

    def retranslate(self) -> None:
        """Say it in the language in force."""
        self.files.retranslate()
        words = self.tr("已保存案件文件：{title}")
        self._title.setText(words.format(title=self._meeting_title))
        self.setAccessibleName(self.text)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
