"""Writing in the rows of an ordered list: one field at a time, on its row."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRectF, Qt, Signal
from PySide6.QtGui import QTextCursor

from ui.item_models.agenda import ListedRow
from ui.theme import Theme
from ui.widgets.row_field import MinutesField, RowField

if TYPE_CHECKING:
    from ui.widgets.ordered_list import OrderedList

_LINE_PX = 22


class RowWriter(QObject):
    """Opens a field on the text or the minutes of a row, and closes it."""

    text_ready = Signal(str, str)  # id of a row, its new text
    text_kept = Signal(str, object)  # id of a row, what is being typed into it; None for nothing
    field_opened = Signal(object)  # a RowField, before it is shown
    minutes_ready = Signal(str, object)  # id of a row, a number or None
    minutes_ended = Signal(int)  # by Enter 0, by Up -1, by Down 1

    def __init__(self, theme: Theme, view: "OrderedList") -> None:
        super().__init__(view)
        self._theme = theme
        self._view = view
        self._field: RowField | MinutesField | None = None
        self._row_id = ""

    def is_at(self, row_id: str) -> bool:
        """Say whether a field is open in that row."""
        return self._field is not None and self._row_id == row_id

    def write(self, row: ListedRow) -> None:
        """Open a field on the text of a row; with what was typed there and never saved."""
        self.close(save=True)
        field = RowField("rowField", self._view.viewport())
        field.setFont(self._view.delegate.text_font(row))
        field.setAccessibleName(self.tr("第{number}项的文字").format(number=row.number))
        field.show_text(row.text)
        if row.draft is not None:
            field.setPlainText(row.draft)
            field.moveCursor(QTextCursor.MoveOperation.End)
        field.take_tab = lambda _forwards: self.close(save=True)
        field.entered.connect(lambda: self.close(save=True))
        field.given_up.connect(lambda: self.close(save=False))
        field.left.connect(lambda: self.close(save=True, focus=False))
        field.textChanged.connect(lambda: self.text_kept.emit(row.id, _unsaved(field)))
        field.grown.connect(self._fit)
        self.field_opened.emit(field)
        self._open(field, row)
        field.selectAll()

    def write_minutes(self, row: ListedRow, first: str) -> None:
        """Open a field on the minutes of a row, with a first digit typed already."""
        self.close(save=True)
        field = MinutesField(row.minutes, first, self._view.viewport())
        field.setAccessibleName(self.tr("第{number}项的计划用时（分钟）").format(number=row.number))
        field.setModified(bool(first))
        field.entered.connect(self._end_minutes)
        field.given_up.connect(lambda: self.close(save=False))
        field.left.connect(lambda: self.close(save=True, focus=field.hasFocus()))
        self._open(field, row)

    def close(self, *, save: bool, focus: bool = True) -> bool:
        """Close the field that is open; say whether there was one."""
        field, row_id = self._field, self._row_id
        if field is None:
            return False
        self._field = None
        self._view.delegate.edited = ("", 0)
        place = self._view.list_model.row_of(row_id)
        if isinstance(field, RowField):
            self.text_kept.emit(row_id, None)
            text = field.text()
            if save and place >= 0 and text and text != self._view.list_model.rows[place].text:
                self.text_ready.emit(row_id, text)
        elif save and place >= 0 and field.isModified():
            self.minutes_ready.emit(row_id, field.minutes())
        if focus:
            self._view.setFocus(Qt.FocusReason.OtherFocusReason)
        field.hide()
        field.deleteLater()
        self._view.refit()
        return True

    def close_if_lost(self) -> None:
        """Close the field if its row is gone."""
        if self._view.list_model.row_of(self._row_id) < 0:
            self.close(save=False)

    def follow(self) -> None:
        """Put the field where its row is."""
        field, place = self._field, self._view.list_model.row_of(self._row_id)
        if field is None or place < 0:
            return
        index = self._view.list_model.index(place, 0)
        row, rect = self._view.list_model.rows[place], QRectF(self._view.visualRect(index))
        places = self._view.delegate.places(row, rect)
        if isinstance(field, MinutesField):
            field.setGeometry(places.minutes.toAlignedRect())
            return
        pad = self._theme.space_px(5)
        box = places.text.adjusted(-pad - 2, -pad, pad, pad).toAlignedRect()
        box.setHeight(max(field.wanted_height(), self._theme.text_px(_LINE_PX) + 2 * pad))
        field.setGeometry(box)

    def _open(self, field: RowField | MinutesField, row: ListedRow) -> None:
        self._field, self._row_id = field, row.id
        self.follow()
        self._fit()
        field.show()
        field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _fit(self) -> None:
        """Make the row as high as the text that is written in it."""
        if isinstance(self._field, RowField):
            self.follow()  # its height is that at its width
            self._view.delegate.edited = (self._row_id, self._field.wanted_height())
            self._view.refit()
            self.follow()

    def _end_minutes(self, step: int) -> None:
        self.close(save=True)
        self.minutes_ended.emit(step)


def _unsaved(field: RowField) -> str | None:
    return field.text() if field.changed else None
