"""A box to choose from a list, which only turns with the wheel when one is in it."""

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QSizePolicy, QWidget


class ChoiceBox(QComboBox):
    """Shows words and gives the values they stand for."""

    picked = Signal()  # in the open list, or by Enter: not while keys go from one to the next

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMaxVisibleItems(20)
        self._at_keys = False
        self.activated.connect(self._note_activated)

    def offer(self, choices: Sequence[tuple[str, object]]) -> None:
        """Offer these words and values; what was chosen stays chosen if it is still there."""
        if [(self.itemText(i), self.itemData(i)) for i in range(self.count())] == list(choices):
            return
        chosen = self.value
        blocker = QSignalBlocker(self)
        self.clear()
        for words, value in choices:
            self.addItem(words, value)
        self.choose(chosen)
        blocker.unblock()

    @property
    def value(self) -> object:
        """The value chosen, or None."""
        return self.currentData()

    def choose(self, value: object) -> None:
        """Choose a value; if it is not offered (any more), what stands for none, or the first."""
        values = [self.itemData(place) for place in range(self.count())]
        found = next((one for one in (value, None) if one in values), None)
        self.setCurrentIndex(values.index(found) if found in values else 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from one to the next, by arrows or by what the words begin with; pick with Enter."""
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and plain:
            self.picked.emit()
            return
        self._at_keys = True
        super().keyPressEvent(event)
        self._at_keys = False

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to what scrolls around it."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    def _note_activated(self) -> None:
        if not self._at_keys:
            self.picked.emit()
