"""Small parts that the window is put together from: labels, buttons, rows, panes."""

from PySide6.QtCore import QEvent, QMargins, QObject, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLayout,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QStackedWidget,
    QWidget,
)

from ui.icons import pixmap
from ui.painting import Brush
from ui.theme import Theme


def label(name: str = "", *, wrap: bool = False, parent: QWidget | None = None) -> QLabel:
    """Return a label whose look the style sheet gives by its name. Its text is never markup."""
    made = QLabel(parent)
    made.setObjectName(name)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(wrap)
    return made


def button(name: str = "", *, parent: QWidget | None = None) -> QPushButton:
    """Return a push button whose look the style sheet gives by its name."""
    made = QPushButton(parent)
    made.setObjectName(name)
    made.setCursor(Qt.CursorShape.PointingHandCursor)
    made.setAutoDefault(True)  # Enter presses the button that has the focus
    return made


def frame(name: str, layout: QLayout | None = None) -> QFrame:
    """Return a frame whose look the style sheet gives by its name."""
    made = QFrame()
    made.setObjectName(name)
    if layout is not None:
        made.setLayout(layout)
    return made


def row(
    *items: QWidget | QLayout | int | None,
    margins: tuple[int, int, int, int] = (0, 0, 0, 0),
    spacing: int = 8,
) -> QHBoxLayout:
    """Return a row of widgets; a number is a gap in pixels, None takes the room that is left."""
    made = QHBoxLayout()
    made.setContentsMargins(*margins)
    made.setSpacing(spacing)
    for item in items:
        match item:
            case None:
                made.addStretch(1)
            case int():
                made.addSpacing(item)
            case QWidget():
                made.addWidget(item)
            case _:
                made.addLayout(item)
    return made


class Logo(QWidget):
    """The sign of the program: a pair of scales on blue."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        """Return its size at the text scale."""
        side = self._theme.space_px(28)
        return QSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint it."""
        with QPainter(self) as painter:
            paint_logo(Brush(painter, self._theme), QRectF(self.rect()), self.devicePixelRatioF())


def paint_logo(brush: Brush, rect: QRectF, ratio: float) -> None:
    """Paint the sign of the program into a square."""
    brush.box(rect, rect.width() / 4, fill="accent")
    side = round(rect.width() * 0.6)
    image = pixmap("scale", brush.theme.tokens.on_accent, size=side, ratio=ratio)
    margin = (rect.width() - side) / 2
    brush.painter.drawPixmap(QPointF(rect.x() + margin, rect.y() + margin), image)


class PageStack(QStackedWidget):
    """Shows one page at a time and needs no more room than that page."""

    def minimumSizeHint(self) -> QSize:
        """Return what the page in view needs."""
        if self.count() == 0:
            return super().minimumSizeHint()
        return self.currentWidget().minimumSizeHint()

    def hasHeightForWidth(self) -> bool:
        """Say no: the answer would be that of the highest page, seen or not."""
        return False


class ScrollHost(QScrollArea):
    """As high as its content where there is room, else scrolled."""

    def __init__(self, content: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidget(content)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        content.installEventFilter(self)

    def sizeHint(self) -> QSize:
        """Return the size of the content at the present width."""
        content, border = self.widget(), 2 * self.frameWidth()
        room = self.width() - border
        height = content.heightForWidth(room) if content.hasHeightForWidth() else -1
        hint = content.sizeHint()
        return QSize(hint.width(), hint.height() if height < 0 else height).grownBy(
            QMargins(0, 0, border, border)
        )

    def minimumSizeHint(self) -> QSize:
        """Return what can be scrolled in; no more than a low content needs."""
        usual = super().minimumSizeHint()
        return QSize(usual.width(), min(usual.height(), self.sizeHint().height()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Ask for another height when the width changes."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Ask for another height when the content changes."""
        if event.type() is QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)
