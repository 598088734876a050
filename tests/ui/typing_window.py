"""A window with the three kinds of fields, which writes what is in them into a file.

Its argument is the file. The application is made as the program makes it.
"""

import json
import sys
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from ui.app import make_application


class TypingWindow(QWidget):
    """Fields one below the other, the note lowest: candidates below it cover no other field."""

    def __init__(self, state: Path) -> None:
        super().__init__()
        self.setWindowTitle("typing window")
        self._state = state
        self._written = ""
        self._keys: list[str] = []
        self.secret, self.line, self.note = QLineEdit(self), QLineEdit(self), QPlainTextEdit(self)
        self.secret.setEchoMode(QLineEdit.EchoMode.Password)
        layout = QVBoxLayout(self)
        for field in (self.secret, self.line, self.note):
            layout.addWidget(field)
        for keys in ("Ctrl+S", "Esc"):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.activated.connect(lambda keys=keys: self._keys.append(keys))
        timer = QTimer(self)
        timer.timeout.connect(self.write)
        timer.start(20)

    def write(self) -> None:
        """Write down what has changed."""
        fields = {"secret": self.secret, "line": self.line, "note": self.note}
        focused = [name for name, field in fields.items() if field.hasFocus()]
        state = json.dumps(
            {
                "note": self.note.toPlainText(),
                "line": self.line.text(),
                "secret": self.secret.text(),
                "composing": self.note.textCursor().block().layout().preeditAreaText(),
                "focus": focused[0] if focused and self.isActiveWindow() else "",
                "shortcuts": self._keys,
                "places": {name: self._middle(field) for name, field in fields.items()},
            }
        )
        if state != self._written:
            self._written = state
            beside = self._state.with_suffix(".new")
            beside.write_text(state, encoding="utf-8")
            beside.replace(self._state)

    def _middle(self, field: QWidget) -> tuple[int, int]:
        place = field.mapToGlobal(field.rect().center())
        return place.x(), place.y()


if __name__ == "__main__":
    application = make_application()
    window = TypingWindow(Path(sys.argv[1]))
    window.resize(600, 300)
    window.show()
    sys.exit(application.exec())
