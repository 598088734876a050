"""Fields that mark phrases under their letters: a wave where they are written, dots in speech.

The marks are painted over the text and are no part of it: neither the document nor its undo, its
layout or what an input method composes is touched by them. Text being composed has no mark.
"""

from collections.abc import Iterator
from typing import Any

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QInputMethodEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPolygonF,
    QTextBlock,
    QTextCursor,
    QTextLayout,
    QTextLine,
)
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from ui.guard.marks import Mark
from ui.theme import Theme

_HEIGHT_PX, _STEP_PX, _WIDTH_PX = 2.0, 2.5, 1.4


class WavedText(QPlainTextEdit):
    """Several lines of text with marks."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.marks: tuple[Mark, ...] = ()
        self._theme_of_marks: Theme | None = None

    def show_marks(self, marks: tuple[Mark, ...], theme: Theme) -> None:
        """Mark these phrases from now on."""
        self._theme_of_marks = theme
        if marks != self.marks:
            self.marks = marks
            self.viewport().update()

    def marked_text(self) -> str:
        """Return the text that the marks stand in."""
        raw = self.document().toRawText()  # the plain text would lose non-breaking blanks
        return raw.replace("\u2029", "\n").replace("\u2028", "\n")

    def cursor_place(self) -> int:
        """Return where the cursor is."""
        return self.textCursor().position()

    def replace_part(self, mark: Mark, text: str, chosen: tuple[int, int]) -> None:
        """Put a text in place of a marked phrase, as one step of undo, and select part of it."""
        cursor = self.textCursor()
        cursor.setPosition(mark.start)
        cursor.setPosition(mark.end, QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(text)
        cursor.setPosition(mark.start + chosen[0])
        cursor.setPosition(mark.start + chosen[1], QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)

    def wave_places(self, mark: Mark) -> list[QRectF]:
        """Return the letters of a mark, line by line; without what is being composed."""
        return [rect for block in self._blocks(mark) for rect in self._in_block(block, mark)]

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the text, and the marks over it."""
        super().paintEvent(event)
        if self.marks and self._theme_of_marks is not None:
            with QPainter(self.viewport()) as painter:
                for mark in self.marks:
                    for letters in self.wave_places(mark):
                        if letters.intersects(QRectF(event.rect())):
                            _underline(painter, letters, mark, self._theme_of_marks)

    def _blocks(self, mark: Mark) -> Iterator[QTextBlock]:
        block = self.document().findBlock(mark.start)
        while block.isValid() and block.position() < mark.end:
            yield block
            block = block.next()

    def _in_block(self, block: QTextBlock, mark: Mark) -> Iterator[QRectF]:
        start = max(mark.start - block.position(), 0)
        end = min(mark.end - block.position(), block.length() - 1)
        layout = block.layout()
        corner = self.blockBoundingGeometry(block).translated(self.contentOffset()).topLeft()
        place, length = layout.preeditAreaPosition(), len(layout.preeditAreaText())
        for part in _around(start, end, place, length):
            yield from (rect.translated(corner) for rect in _letters(layout, *part))


class WavedLine(QLineEdit):
    """One line of text with marks."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.marks: tuple[Mark, ...] = ()
        self._theme_of_marks: Theme | None = None
        self._composed = ""
        self._composed_cursor = 0

    def show_marks(self, marks: tuple[Mark, ...], theme: Theme) -> None:
        """Mark these phrases from now on."""
        self._theme_of_marks = theme
        if marks != self.marks:
            self.marks = marks
            self.update()

    def marked_text(self) -> str:
        """Return the text that the marks stand in."""
        return self.text()

    def cursor_place(self) -> int:
        """Return where the cursor is."""
        return self.cursorPosition()

    def replace_part(self, mark: Mark, text: str, chosen: tuple[int, int]) -> None:
        """Put a text in place of a marked phrase, as one step of undo, and select part of it."""
        self.setSelection(mark.start, mark.end - mark.start)
        self.insert(text)
        self.setSelection(mark.start + chosen[0], chosen[1] - chosen[0])

    def wave_places(self, mark: Mark) -> list[QRectF]:
        """Return the letters of a mark; without what is being composed."""
        cursor, composed = self.cursorPosition(), self._composed
        text = self.text()
        layout = QTextLayout(text[:cursor] + composed + text[cursor:], self.font())
        layout.beginLayout()
        line = layout.createLine()
        layout.endLayout()
        shown_cursor = cursor + (self._composed_cursor if composed else 0)
        spot = QRectF(self.cursorRect())
        corner = QPointF(spot.center().x() - _x(line, shown_cursor), 0)
        corner.setY(spot.center().y() - line.height() / 2)
        return [
            rect.translated(corner)
            for part in _around(mark.start, mark.end, cursor, len(composed))
            for rect in _letters(layout, *part)
        ]

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Know what is being composed: Qt keeps it to itself."""
        self._composed = event.preeditString()
        kind = QInputMethodEvent.AttributeType.Cursor
        attributes: list[Any] = list(event.attributes())  # the stubs leave its members out
        places = [one.start for one in attributes if one.type is kind]
        self._composed_cursor = places[0] if places else len(self._composed)
        super().inputMethodEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the text, and the marks over it."""
        super().paintEvent(event)
        if self.marks and self._theme_of_marks is not None:
            with QPainter(self) as painter:
                painter.setClipRect(self.rect().adjusted(4, 0, -4, 0))
                for mark in self.marks:
                    for letters in self.wave_places(mark):
                        _underline(painter, letters, mark, self._theme_of_marks)


Waved = WavedText | WavedLine


def _around(start: int, end: int, place: int, length: int) -> list[tuple[int, int]]:
    """Return the parts of a phrase before and after what is being composed inside or before it."""
    if not length or end <= place:
        return [(start, end)]
    if start >= place:
        return [(start + length, end + length)]
    return [(start, place), (place + length, end + length)]


def _letters(layout: QTextLayout, start: int, end: int) -> Iterator[QRectF]:
    """Give the rectangles of letters, one in each line, in the place of the layout."""
    for number in range(layout.lineCount()):
        line = layout.lineAt(number)
        first = max(start, line.textStart())
        last = min(end, line.textStart() + line.textLength())
        if first < last:
            left, right = sorted((_x(line, first), _x(line, last)))
            yield QRectF(left, line.y(), right - left, line.height())


def _x(line: QTextLine, place: int) -> float:
    found: object = line.cursorToX(place)
    return float(found[0]) if isinstance(found, tuple) else float(str(found))


def _underline(painter: QPainter, letters: QRectF, mark: Mark, theme: Theme) -> None:
    """Paint a wave under letters, dots where they are a speaker's own."""
    scale = theme.text_scale
    colour = theme.colour("text3" if mark.is_hint else "warn")
    low = letters.bottom() - 0.6 * scale
    if mark.is_hint:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        painter.setPen(QPen(colour, max(1.0, scale), Qt.PenStyle.DotLine))
        painter.drawLine(QPointF(letters.left(), low), QPointF(letters.right(), low))
        return
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colour, _WIDTH_PX * scale))
    step, height = _STEP_PX * scale, _HEIGHT_PX * scale
    count = max(2, int(letters.width() / step) + 1)
    painter.drawPolyline(
        QPolygonF(
            [
                QPointF(letters.left() + number * step, low - (height if number % 2 else 0))
                for number in range(count)
            ]
        )
    )
