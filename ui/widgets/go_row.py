"""A row of a list of what is to be mended: words, and the button that leads to the place."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QWidget

from ui.widgets.basics import button, label, row


class GoRow(QFrame):
    """Says what stands where; in another language, another row is made."""

    asked = Signal()

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("goRow")
        told = label("body", wrap=True)
        told.setText(words)
        self.go = button("ghost")
        self.go.setText(self.tr("前往"))
        self.go.setAccessibleName(self.tr("前往：{place}").format(place=words))
        self.go.clicked.connect(self.asked)
        line = row(told, self.go, spacing=10)
        line.setStretch(0, 1)
        line.setAlignment(self.go, Qt.AlignmentFlag.AlignTop)
        self.setLayout(line)
