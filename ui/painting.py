"""What the delegates paint with: text, pills, round initials, wrapped paragraphs."""

from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QTextLayout, QTextOption

from ui.fonts import ui_font
from ui.icons import pixmap
from ui.theme import Theme

_NARROWEST_PX = 40  # a paragraph is laid out at least this wide, however narrow its pane


class Paragraph:
    """A wrapped text with an even line pitch; laid out once, painted often.

    A line of a taller script (Tibetan) takes the height it needs.
    """

    __slots__ = ("height", "layout", "width")

    def __init__(self, text: str, font: QFont, *, width: float, pitch: float) -> None:
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        # A line separator breaks the line inside one layout; a line feed would be shown as a box.
        self.layout = QTextLayout(text.replace("\n", "\N{LINE SEPARATOR}"), font)
        self.layout.setTextOption(option)
        self.layout.setCacheEnabled(True)
        self.layout.beginLayout()
        self.height, self.width = 0.0, 0.0
        while (line := self.layout.createLine()).isValid():
            line.setLineWidth(max(width, _NARROWEST_PX))
            step = max(pitch, line.height())
            line.setPosition(QPointF(0, self.height + (step - line.height()) / 2))
            self.height += step
            self.width = max(self.width, line.naturalTextWidth())
        self.layout.endLayout()

    def draw(self, painter: QPainter, x: float, y: float, colour: QColor) -> None:
        """Paint it with its upper left corner at that point."""
        painter.setPen(colour)
        self.layout.draw(painter, QPointF(x, y))


@lru_cache(maxsize=2048)
def _paragraph(
    text: str, family: str, size_px: int, *, bold: bool, width: int, pitch: float
) -> Paragraph:
    font = ui_font(size_px, bold=bold, family=family)
    return Paragraph(text, font, width=width, pitch=pitch)


def paragraph(text: str, font: QFont, *, width: float, pitch: float) -> Paragraph:
    """Return the text laid out for that width; cached, since rows are painted again and again."""
    family, size_px = font.families()[0], font.pixelSize()
    return _paragraph(text, family, size_px, bold=font.bold(), width=int(width), pitch=pitch)


class Brush:
    """A painter with the theme at hand. Coordinates are those of the painter."""

    def __init__(self, painter: QPainter, theme: Theme) -> None:
        self.painter = painter
        self.theme = theme
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)

    def box(self, rect: QRectF, radius: float, *, fill: str = "", edge: str = "") -> None:
        """Paint a rounded rectangle in the colours of those tokens."""
        self.painter.setPen(QPen(self.theme.colour(edge), 1) if edge else Qt.PenStyle.NoPen)
        self.painter.setBrush(self.theme.colour(fill) if fill else Qt.BrushStyle.NoBrush)
        self.painter.drawRoundedRect(rect, radius, radius)

    def ring(self, at: QPointF, *, ink: str, size: int = 16) -> None:
        """Paint an empty circle where an icon of that size would stand."""
        side = self.theme.text_px(size) - 3
        self.box(QRectF(at.x() + 1.5, at.y() + 1.5, side, side), side / 2, edge=ink)

    def rule(self, start: QPointF, end: QPointF, *, ink: str, width: float = 1) -> None:
        """Paint a straight line."""
        self.painter.setPen(QPen(self.theme.colour(ink), width))
        self.painter.drawLine(start, end)

    def text(
        self, at: QPointF, text: str, *, font: QFont, ink: str, room: float | None = None
    ) -> float:
        """Paint one line of text, its top at ``at``; elide it to the room. Return its width."""
        metrics = QFontMetricsF(font)
        if room is not None:
            text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, max(room, 0))
        self.painter.setFont(font)
        self.painter.setPen(self.theme.colour(ink))
        self.painter.drawText(QPointF(at.x(), at.y() + metrics.ascent()), text)
        return metrics.horizontalAdvance(text)

    def pill(self, at: QPointF, text: str, *, ink: str, ground: str, size: float = 11.5) -> float:
        """Paint a word in a round-ended box, its top left at ``at``. Return its width."""
        width, height = self.pill_size(text, size)
        rect = QRectF(at.x(), at.y(), width, height)
        self.box(rect, height / 2, fill=ground)
        self.painter.setFont(self.theme.font(size))
        self.painter.setPen(self.theme.colour(ink))
        self.painter.drawText(rect.translated(0, -0.5), Qt.AlignmentFlag.AlignCenter, text)
        return width

    def pill_size(self, text: str, size: float = 11.5) -> tuple[float, float]:
        """Return width and height of a pill around that word."""
        metrics = QFontMetricsF(self.theme.font(size))
        width = metrics.horizontalAdvance(text) + 2 * self.theme.space_px(8)
        return width, max(self.theme.text_px(20), metrics.height() + 2)

    def initial(self, rect: QRectF, name: str | None, number: int) -> None:
        """Paint the round initial of a person; a ring with a question mark if nobody is known."""
        if not name:
            self.box(rect.adjusted(1, 1, -1, -1), rect.width() / 2, fill="sunken", edge="text3")
            ink = self.theme.colour("text3")
        else:
            colours = self.theme.avatar(number)
            self.painter.setPen(Qt.PenStyle.NoPen)
            self.painter.setBrush(QColor(colours.ground))
            self.painter.drawEllipse(rect)
            ink = QColor(colours.ink)
        size = rect.width() * 0.44 / self.theme.text_scale
        self.painter.setFont(self.theme.font(size, bold=True))
        self.painter.setPen(ink)
        self.painter.drawText(
            rect.translated(0, -0.5), Qt.AlignmentFlag.AlignCenter, name[:1] if name else "?"
        )

    def icon(self, at: QPointF, name: str, *, ink: str, size: int = 16) -> None:
        """Paint an icon with its top left at that point."""
        ratio = self.painter.device().devicePixelRatioF()
        side = self.theme.text_px(size)
        image = pixmap(name, getattr(self.theme.tokens, ink), size=side, ratio=ratio)
        self.painter.drawPixmap(at, image)
