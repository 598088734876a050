"""A field for a folder: shown, opened, changed, and what there is to say about it."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QDesktopServices
from PySide6.QtWidgets import QFrame, QLineEdit, QVBoxLayout

from ui.icons import ThemedIcons
from ui.theme import Theme
from ui.widgets.basics import button, label
from ui.widgets.flow_layout import FlowLayout


class FolderField(QFrame):
    """Shows a folder, opens it, and asks for another one."""

    change_asked = Signal()
    reset_asked = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._folder = Path()
        self._say: Callable[[], str] | None = None
        self.path = QLineEdit()
        self.path.setReadOnly(True)
        self.change, self.open, self.reset = button(), button(), button("ghost")
        self._note = label("meta", wrap=True)
        icons = ThemedIcons(theme, self)
        icons.on_button(self.change, "folder-open")
        icons.on_button(self.open, "external-link")
        self.change.clicked.connect(self.change_asked)
        self.open.clicked.connect(self._open)
        self.reset.clicked.connect(self.reset_asked)
        buttons = FlowLayout()
        for part in (self.change, self.open, self.reset):
            buttons.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.path)
        column.addLayout(buttons)
        column.addWidget(self._note)
        self.setFocusProxy(self.path)

    @property
    def note(self) -> str:
        """What is said below the folder."""
        return self._note.text()

    def show_folder(self, folder: Path, *, resettable: bool) -> None:
        """Show a folder, with a way back to the usual one if it is another."""
        self._folder = folder
        self.path.setText(str(folder))
        self.path.setCursorPosition(0)
        self.path.setToolTip(str(folder))  # a long one is cut
        self.reset.setVisible(resettable)

    def say(self, words: Callable[[], str] | None, *, refusal: bool = False) -> None:
        """Say something below the folder, or nothing."""
        self._say = words
        self._note.setObjectName("refusal" if refusal else "meta")
        self._note.style().polish(self._note)
        self.retranslate()
        if words is not None:
            self.setAccessibleDescription(words())
            QAccessible.updateAccessibility(QAccessibleEvent(self._note, QAccessible.Event.Alert))

    def retranslate(self) -> None:
        """Say it in the language in force."""
        words = self._say() if self._say is not None else ""
        self._note.setText(words)
        self._note.setVisible(bool(words))

    def _open(self) -> None:
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder))):
            self.say(lambda: self.tr("系统没有打开这个文件夹，它可能还没有建立。"))
