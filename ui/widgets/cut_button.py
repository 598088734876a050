"""A button whose words are cut where there is no room for them."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import (
    QPushButton,
    QSizePolicy,
    QStyle,
    QStyleOptionButton,
    QStylePainter,
    QWidget,
)

_LEAST_LETTERS = 5


class CutButton(QPushButton):
    """As wide as its words where there is room, else cut with an ellipsis; its text stays whole."""

    def __init__(self, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAutoDefault(True)  # Enter presses the button that has the focus
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def minimumSizeHint(self) -> QSize:
        """Return the size with a few letters."""
        size, least = self.sizeHint(), self.fontMetrics().horizontalAdvance("国" * _LEAST_LETTERS)
        return QSize(size.width() - max(self._length() - least, 0), size.height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint it with as many letters as there is room for."""
        painter, option = QStylePainter(self), QStyleOptionButton()
        self.initStyleOption(option)
        lacking = self.sizeHint().width() - self.width()
        if lacking > 0:
            end, room = Qt.TextElideMode.ElideRight, self._length() - lacking
            option.text = self.fontMetrics().elidedText(self.text(), end, room)  # type: ignore[attr-defined]  # a member
        painter.drawControl(QStyle.ControlElement.CE_PushButton, option)
        painter.end()

    def _length(self) -> int:
        return self.fontMetrics().horizontalAdvance(self.text())
