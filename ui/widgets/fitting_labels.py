"""Labels of a band that is one line high: one cut to its room, one as wide as its longest text."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

_LEAST_CHARACTERS = 4


class ElidedLabel(QLabel):
    """Shows as much of a text as there is room for; the whole stands in the tool tip."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._whole = ""

    @property
    def whole(self) -> str:
        """The text before it was cut."""
        return self._whole

    def show_whole(self, text: str) -> None:
        """Show that text, on one line."""
        if text != self._whole:
            self._whole = text
            self.setAccessibleName(text)
            self._cut()
            self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Ask for room for the whole text."""
        self.ensurePolished()
        metrics = self.fontMetrics()
        return QSize(metrics.horizontalAdvance(self._whole) + 2, metrics.height() + 2)

    def minimumSizeHint(self) -> QSize:
        """Ask for a few characters at least."""
        least = self.fontMetrics().horizontalAdvance("中") * _LEAST_CHARACTERS
        hint = self.sizeHint()
        return QSize(min(least, hint.width()), hint.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cut the text anew."""
        super().resizeEvent(event)
        self._cut()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the size of the text."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._cut()
            self.updateGeometry()

    def _cut(self) -> None:
        room = max(self.width(), self.minimumSizeHint().width())
        cut = self.fontMetrics().elidedText(self._whole, Qt.TextElideMode.ElideRight, room)
        if cut != self.text():
            self.setText(cut)
        self.setToolTip(self._whole if cut != self._whole else "")


class FixedLabel(QLabel):
    """Shows texts up to the width of a pattern, so that nothing moves when they change."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._pattern = ""

    def fit(self, pattern: str) -> None:
        """Be as wide as that text; a longer one than so far makes it wider."""
        if pattern != self._pattern:
            self._pattern = pattern
            self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the size of the text."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()

    def _fit(self) -> None:
        self.ensurePolished()
        metrics = self.fontMetrics()
        self.setFixedSize(metrics.horizontalAdvance(self._pattern) + 4, metrics.height() + 2)


def mark(widget: QWidget, name: str, *, on: bool) -> None:
    """Set a property that the style sheet looks at."""
    if widget.property(name) != on:
        widget.setProperty(name, on)
        widget.style().unpolish(widget)
        widget.style().polish(widget)
