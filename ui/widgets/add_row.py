"""The last row of an ordered list: a field that adds what is typed, and stays."""

from PySide6.QtCore import QEvent, QRect
from PySide6.QtGui import QMoveEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from ui.item_models.agenda import unsaved_word
from ui.theme import Theme
from ui.widgets.basics import label
from ui.widgets.ordered_delegate import OrderedDelegate
from ui.widgets.page_scroll import PageScroll
from ui.widgets.row_field import RowField


class AddRow(QFrame):
    """Stands in the columns of the list above it, set in like the row that it will become."""

    def __init__(
        self, theme: Theme, delegate: OrderedDelegate, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("addRow")
        self.level = 0
        self.touched = False  # something was typed since the meeting came
        self._theme = theme
        self._delegate = delegate
        self.field = RowField("addField")
        self.field.takes_lines = True
        self.number = label("addNumber")
        self._unsaved = label("warnText")
        self._unsaved.hide()
        self._row = QHBoxLayout(self)
        self._row.setSpacing(0)
        self._row.addWidget(self.number)
        self._row.addWidget(self.field, 1)
        self._unsaved.setContentsMargins(8, 0, 0, 0)
        self._row.addWidget(self._unsaved)
        self._page = PageScroll(self)
        self.field.textChanged.connect(self._note_touch)
        self.field.given_up.connect(lambda: self.field.show_text(""))
        theme.changed.connect(self.fit)
        self.fit()

    def start_anew(self) -> None:
        """Have nothing typed for another meeting; nobody is told."""
        self.field.blockSignals(True)  # noqa: FBT003  # Qt has no other way to say it
        self.field.show_text("")
        self.field.blockSignals(False)  # noqa: FBT003  # as above
        self.touched = False
        self.set_level(0)
        self.show_unsaved(on=False)

    def restore(self, text: str) -> None:
        """Show a text that was typed before and never added, and say so."""
        self.field.setPlainText(text)
        self.field.moveCursor(self.field.textCursor().MoveOperation.End)
        self.show_unsaved(on=True)

    def set_level(self, level: int) -> None:
        """Stand at another level."""
        self.level = level
        self.fit()

    def show_number(self, number: str) -> None:
        """Show the number that the text would have."""
        self.number.setText(number)
        self.fit()

    def show_hint(self, hint: str, name: str) -> None:
        """Say what the field is for; ``name`` is that of the list."""
        self.field.setPlaceholderText(hint)
        self.field.setAccessibleName(self.tr("添加到“{list}”").format(list=name))
        self.field.setAccessibleDescription(hint)
        self._unsaved.setText(unsaved_word())

    def show_unsaved(self, *, on: bool) -> None:
        """Say that the text was not saved, or no longer."""
        self._unsaved.setVisible(on)

    def fit(self) -> None:
        """Take the columns of the list."""
        space = self._theme.space_px
        left = self._delegate.margin + self.level * self._delegate.step
        self._row.setContentsMargins(left, space(5), space(14), space(5))
        words = self.number.fontMetrics().horizontalAdvance(self.number.text()) + space(4)
        self.number.setFixedWidth(max(self._delegate.number_width - space(7), words))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the size of the text."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.fit()

    def moveEvent(self, event: QMoveEvent) -> None:
        """Stay in sight while the list above grows."""
        super().moveEvent(event)
        if self.field.hasFocus():
            self._page.bring_into_view(QRect(0, 0, 1, self.height()))

    def _note_touch(self) -> None:
        self.touched = True
