"""A line for the folder in which something is saved: typed, or chosen in a dialog."""

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QWidget

from ui.dialogs.files import ask_for_folder
from ui.icons import ThemedIcons
from ui.theme import Theme
from ui.widgets.basics import button, label, row


class FolderLine(QFrame):
    """Asks where to save; ``edit`` holds the folder as text."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._label = label("meta")
        self.edit = QLineEdit()
        self.edit.setAcceptDrops(False)  # files dropped on it are for what is around it
        self._choose = button()
        ThemedIcons(theme, self).on_button(self._choose, "folder-open")
        self._choose.clicked.connect(self._ask)
        self._label.setBuddy(self.edit)
        line = row(self._label, self.edit, self._choose, spacing=10)
        line.setStretch(1, 1)
        self.setLayout(line)
        self.retranslate()

    def retranslate(self) -> None:
        """Say it in the language in force."""
        self._label.setText(self.tr("保存到"))
        self.edit.setAccessibleName(self.tr("保存文件的文件夹"))
        self._choose.setText(self.tr("选择文件夹…"))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _ask(self) -> None:
        title = self.tr("选择保存文件的文件夹")
        folder = ask_for_folder(self, title, folder=self.edit.text())
        if folder is not None:
            self.edit.setText(str(folder))
