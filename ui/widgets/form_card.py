"""Parts of a form: a card of named fields, and a choice."""

import re
from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFormLayout,
    QFrame,
    QLabel,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from ui.widgets.basics import label

_MNEMONIC = re.compile(r"\(&\w\)|&")


class FormCard(QFrame):
    """A heading and fields below each other, each with a label that leads to it by Alt and letter."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("card")
        self.heading = label("cardTitle", wrap=True)
        self.hint = label("meta", wrap=True)
        self.hint.hide()
        self._form = QFormLayout()
        self._form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        self._form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self._form.setHorizontalSpacing(16)
        self._form.setVerticalSpacing(10)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 14, 18, 16)
        column.setSpacing(10)
        column.addWidget(self.heading)
        column.addWidget(self.hint)
        column.addLayout(self._form)

    def add(self, field: QWidget) -> None:
        """Add a field; :meth:`name` gives it its words."""
        name = label()
        name.setBuddy(field)
        self._form.addRow(name, field)

    def name(self, field: QWidget, words: str, tip: str) -> None:
        """Say what a field is, on the screen and to a screen reader, and what it is good for."""
        named = self._form.labelForField(field)
        assert isinstance(named, QLabel)  # add() made it
        named.setText(words)
        named.setToolTip(tip)
        field.setToolTip(tip)
        field.setAccessibleName(without_mnemonic(words))
        field.setAccessibleDescription(tip)

    def labels(self) -> list[QLabel]:
        """Return the labels, so that several cards can be set in line."""
        return [
            part
            for row in range(self._form.rowCount())
            if isinstance(
                part := self._form.itemAt(row, QFormLayout.ItemRole.LabelRole).widget(), QLabel
            )
        ]


class Choice(QComboBox):
    """One of a few values. The wheel scrolls the page and changes nothing by accident."""

    picked = Signal(object)  # the value, when the user chose it

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.activated.connect(lambda place: self.picked.emit(self.itemData(place)))

    def offer(self, options: Iterable[tuple[object, str]], now: object) -> None:
        """Offer these values with their words, with the one in force chosen."""
        offered = list(options)
        if [(self.itemData(n), self.itemText(n)) for n in range(self.count())] != offered:
            self.clear()
            for value, words in offered:
                self.addItem(words, value)
        self.setCurrentIndex(self.findData(now))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page."""
        event.ignore()


def without_mnemonic(words: str) -> str:
    """Return words without the letter that leads to them."""
    return _MNEMONIC.sub("", words)


def press_words(pressed: QPushButton, words: str, tip: str) -> None:
    """Say what a button does."""
    pressed.setText(words)
    pressed.setToolTip(tip)
    pressed.setAccessibleName(without_mnemonic(words))
