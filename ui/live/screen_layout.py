"""Where the second screen's words stand: as large as the screen lets them, never cut.

Sizes are in hundredths of the height of the largest 16:9 area that the screen holds, so that the
same picture stands on every projector. Words that find no room get smaller together with those
beside them; the statement and the clock keep their size.
"""

from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSizeF
from PySide6.QtGui import QFont, QFontMetricsF

from ui.painting import Paragraph, paragraph

MakeFont = Callable[[int, bool], QFont]
"""Makes the font of a size in pixels, bold or not."""

_LEAST_PX = 7
_SHRINKING, _STEPS = 0.95, 64  # steps from the size wanted to about a thirtieth of it
_PITCH = 1.32  # of the size of the letters
_BAND = (3.3, 1.7)  # letters of the statement, room above and below
_MARGIN = 6.0
_GAP = 4.0
_TITLE, _TITLE_ROOM = 4.2, 17.0
_CARD, _CARD_PAD = 27.0, 4.0
_TIME, _WARNING = 14.0, 3.8
_LABEL_SHARE = 0.28  # of the room in the middle


@dataclass(frozen=True, slots=True)
class Content:
    """The words of the screen, ready to be shown; empty ones are left out.

    ``label`` and ``headline`` are the item and what is asked, ``name`` and ``detail`` who speaks,
    ``warning`` says that ``time`` is over. ``centre`` stands in place of all these.
    """

    statement: str
    title: str = ""
    clock: str = ""
    label: str = ""
    headline: str = ""
    name: str = ""
    detail: str = ""
    time: str = ""
    warning: str = ""
    centre: str = ""


@dataclass(frozen=True, slots=True)
class Words:
    """Words to be painted: their upper left corner, and the colour by its token."""

    text: str
    laid: Paragraph
    x: float
    y: float
    ink: str

    @property
    def rect(self) -> QRectF:
        """The room they take."""
        return QRectF(self.x, self.y, self.laid.width, self.laid.height)


@dataclass(frozen=True, slots=True)
class Picture:
    """What is painted: the band of the statement, the card of the speaker if there is one, words."""

    band: QRectF
    card: QRectF
    words: tuple[Words, ...]
    unit: float


@dataclass(frozen=True, slots=True)
class _Piece:
    """Words before they have a place. ``size`` and the ``gap`` above are in units."""

    text: str
    size: float
    ink: str
    bold: bool = False
    gap: float = 0.0


def lay_out(content: Content, size: QSizeF, font: MakeFont) -> Picture:
    """Return the picture of these words on a screen of that size."""
    return _Layout(content, size, font).picture()


class _Layout:
    def __init__(self, content: Content, size: QSizeF, font: MakeFont) -> None:
        self._content = content
        self._width, self._height = size.width(), size.height()
        self._unit = min(self._height, self._width * 9 / 16) / 100
        self._left = _MARGIN * self._unit
        self._room = self._width - 2 * self._left
        self._font = font
        self._words: list[Words] = []
        self._card = QRectF()

    def picture(self) -> Picture:
        """Return everything at its place."""
        band = self._add_band()
        top = self._add_head(band.bottom() + _GAP * self._unit)
        bottom = self._height - _GAP * self._unit
        if self._content.name or self._content.time:
            bottom = self._add_card(bottom) - _GAP * self._unit
        self._add_middle(top + _GAP * self._unit, bottom)
        return Picture(band, self._card, tuple(self._words), self._unit)

    def _add_band(self) -> QRectF:
        letters, room = _BAND
        piece = _Piece(self._content.statement, letters, "banner_text", bold=True)
        (laid,) = self._fitted([piece], self._room, self._height / 5)
        pad = room * self._unit
        x = (self._width - laid.width) / 2
        self._words.append(Words(piece.text, laid, x, pad, piece.ink))
        return QRectF(0, 0, self._width, laid.height + 2 * pad)

    def _add_head(self, top: float) -> float:
        """Put title and clock; return where they end."""
        clock = self._single(_Piece(self._content.clock, _TITLE, "text2", bold=True))
        x = self._width - self._left - clock.width
        self._words.append(Words(self._content.clock, clock, x, top, "text2"))
        if not self._content.title:
            return top + clock.height
        piece = _Piece(self._content.title, _TITLE, "text2")
        room = self._room - clock.width - _GAP * self._unit
        (title,) = self._fitted([piece], room, _TITLE_ROOM * self._unit)
        self._words.append(Words(piece.text, title, self._left, top, piece.ink))
        return top + max(title.height, clock.height)

    def _add_card(self, bottom: float) -> float:
        """Put who speaks and for how long; return where that begins."""
        unit, pad = self._unit, _CARD_PAD * self._unit
        height = _CARD * unit
        self._card = QRectF(self._left, bottom - height, self._room, height)
        inner = self._card.adjusted(pad, pad / 2, -pad, -pad / 2)
        inner.setRight(self._add_time(inner))
        pieces = [
            _Piece(self._content.name, 9.0, "text", bold=True),
            _Piece(self._content.detail, 4.2, "text2", gap=0.6),
        ]
        pieces = [piece for piece in pieces if piece.text]
        laid = self._fitted(pieces, inner.width(), inner.height())
        self._stack(pieces, laid, inner, middle=0.5)
        return self._card.top()

    def _add_time(self, inner: QRectF) -> float:
        """Put the time at the right; return where it begins."""
        content, ink = self._content, "warn" if self._content.warning else "text"
        if not content.time:
            return inner.right()
        pieces = [_Piece(content.time, _TIME, ink, bold=True)]
        if content.warning:
            pieces.append(_Piece(content.warning, _WARNING, ink, bold=True))
        laid = self._fitted(pieces, inner.width() * 0.5, inner.height())
        y = inner.center().y() - sum(one.height for one in laid) / 2
        for piece, one in zip(pieces, laid, strict=True):
            self._words.append(Words(piece.text, one, inner.right() - one.width, y, ink))
            y += one.height
        return inner.right() - max(one.width for one in laid) - _GAP * self._unit

    def _add_middle(self, top: float, bottom: float) -> None:
        rect = QRectF(self._left, top, self._room, max(bottom - top, 1.0))
        if self._content.centre:
            piece = _Piece(self._content.centre, 12.0, "text", bold=True)
            (alone,) = self._fitted([piece], rect.width(), rect.height())
            x, y = (self._width - alone.width) / 2, rect.center().y() - alone.height / 2
            self._words.append(Words(piece.text, alone, x, y, piece.ink))
            return
        label = _Piece(self._content.label, 4.8, "accent", bold=True)
        headline = _Piece(self._content.headline, 9.5, "text", bold=True, gap=1.2)
        pieces = [piece for piece in (label, headline) if piece.text]
        laid: list[Paragraph] = []
        room = rect.height() - headline.gap * self._unit
        for piece in pieces:
            share = _LABEL_SHARE if piece is label else 1.0
            laid += self._fitted([piece], rect.width(), room * share)
            room -= laid[-1].height
        self._stack(pieces, laid, rect, middle=0.4)

    def _stack(
        self,
        pieces: Sequence[_Piece],
        laid: Sequence[Paragraph],
        rect: QRectF,
        *,
        middle: float,
    ) -> None:
        """Put pieces below each other; ``middle`` is the share of the room left that is above."""
        gaps = [piece.gap * self._unit if place else 0.0 for place, piece in enumerate(pieces)]
        y = rect.top() + (rect.height() - sum(gaps) - sum(one.height for one in laid)) * middle
        for piece, one, gap in zip(pieces, laid, gaps, strict=True):
            self._words.append(Words(piece.text, one, rect.left(), y + gap, piece.ink))
            y += gap + one.height

    def _fitted(self, pieces: Sequence[_Piece], width: float, height: float) -> list[Paragraph]:
        """Return the pieces laid out as large as they fit together below each other."""
        room = height - sum(piece.gap * self._unit for piece in pieces[1:])

        def laid(step: int) -> list[Paragraph]:
            return [self._laid(piece, width, _SHRINKING**step) for piece in pieces]

        def fits(step: int) -> bool:
            return sum(one.height for one in laid(step)) <= room

        return laid(bisect_left(range(_STEPS), True, key=fits))  # noqa: FBT003  # what is looked for

    def _laid(self, piece: _Piece, width: float, factor: float) -> Paragraph:
        font = self._letters(piece, factor)
        return paragraph(piece.text, font, width=width, pitch=font.pixelSize() * _PITCH)

    def _single(self, piece: _Piece) -> Paragraph:
        """Return a piece in one line."""
        width = QFontMetricsF(self._letters(piece, 1.0)).horizontalAdvance(piece.text)
        return self._laid(piece, width + 2, 1.0)

    def _letters(self, piece: _Piece, factor: float) -> QFont:
        return self._font(max(round(piece.size * factor * self._unit), _LEAST_PX), piece.bold)
