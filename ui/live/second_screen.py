"""The second screen (第二屏幕): what the room sees on a projector or a second monitor.

It takes a :class:`models.screen_view.ScreenView` and knows nothing of meetings, lines or notes.
"""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QRectF, QSizeF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QColor,
    QFont,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QScreen,
)
from PySide6.QtWidgets import QApplication, QWidget

from models.screen_view import ScreenView
from models.vocabulary import MeetingKind
from ui.clock import clock_time
from ui.fonts import HEAVY
from ui.live.screen_layout import Content, Picture, lay_out
from ui.theme import Theme, load_theme
from ui.widgets.banner import statement_parts
from ui.words import role_word, step_number, step_word, timer_words

_TICK_MS = 1000
_WINDOW_SIZE = (960, 540)
_LEAST_SIZE = (320, 180)
_BLANK = "#000000"
_WHOLE = 1 << 16  # pixels: higher than any screen
_ON_SCREEN = (
    Qt.WindowType.Tool  # no entry in the task bar
    | Qt.WindowType.FramelessWindowHint
    | Qt.WindowType.WindowDoesNotAcceptFocus
)


class SecondScreen(QWidget):
    """Shows one view, or nothing at all; it never takes the keyboard from the main window."""

    closed = Signal()  # by its own frame, as a window
    blank_asked = Signal()  # Esc twice in it, as a window
    spoken = Signal()  # another language is in force

    def __init__(self, theme: Theme, *, clock: Callable[[], str] = clock_time) -> None:
        super().__init__(None, _ON_SCREEN)
        self.setObjectName("secondScreen")
        self._theme = theme
        self._tokens = load_theme("light").tokens  # dark on light, whatever the desk looks like
        self._clock = clock
        self._view: ScreenView | None = None
        self._blank = False
        self._escaped = False
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, on=False)
        self.setAttribute(Qt.WidgetAttribute.WA_MacAlwaysShowToolWindow)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMinimumSize(*_LEAST_SIZE)
        self._tick = QTimer(self)
        self._tick.setInterval(_TICK_MS)
        self._tick.timeout.connect(self._say)
        self._shown = Content("")
        theme.changed.connect(self.update)
        self.retranslate()

    @property
    def view(self) -> ScreenView | None:
        """What is shown while the screen is not blank."""
        return self._view

    @property
    def is_blank(self) -> bool:
        """Whether it shows nothing."""
        return self._blank

    @property
    def texts(self) -> tuple[str, ...]:
        """Every text in sight."""
        return tuple(words.text for words in self.picture().words) if self._is_speaking else ()

    def show_view(self, view: ScreenView) -> None:
        """Show this from now on."""
        if view != self._view:
            self._view = view
            self._say()

    def blank(self, *, on: bool) -> None:
        """Show a plain dark surface, or what is to be seen again."""
        self._blank = on
        self._say()
        self.update()

    def show_on(self, screen: QScreen) -> None:
        """Fill that screen, without frame, pointer and keyboard."""
        self.hide()  # window managers leave a window where it is while it fills a screen
        self.setWindowFlags(_ON_SCREEN)
        self.setCursor(Qt.CursorShape.BlankCursor)
        self.setScreen(screen)
        self.setGeometry(screen.geometry())
        self.setWindowState(Qt.WindowState.WindowFullScreen)
        self.show()  # showFullScreen() would ask for the keyboard

    def show_in_window(self) -> None:
        """Be an ordinary window, to be moved, sized and shared."""
        self.hide()
        self.setWindowFlags(Qt.WindowType.Window)
        self.unsetCursor()
        self.setWindowState(Qt.WindowState.WindowNoState)
        self.resize(*_WINDOW_SIZE)
        self.show()

    def retranslate(self) -> None:
        """Say it in the language in force."""
        self.setWindowTitle(self.tr("第二屏幕"))
        self.setAccessibleName(self.tr("第二屏幕"))
        self._say()

    def picture(self) -> Picture:
        """Return where everything stands at the present size."""
        return lay_out(self._shown, QSizeF(self.size()), self._font)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
            self.spoken.emit()
        super().changeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go blank when Esc is pressed twice; on a screen of its own it gets no keys."""
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
            return
        if self._escaped:
            self.blank_asked.emit()
        self._escaped = not self._escaped
        QTimer.singleShot(QApplication.doubleClickInterval() * 2, self._forget_escape)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Tell that the user closed it."""
        super().closeEvent(event)
        if event.spontaneous():
            self.closed.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the words, or nothing."""
        with QPainter(self) as painter:
            if self._is_speaking:
                self._paint(painter, self.picture(), QRectF(event.rect()))
            else:
                painter.fillRect(self.rect(), QColor(_BLANK))

    @property
    def _is_speaking(self) -> bool:
        return self._view is not None and not self._blank

    def _paint(self, painter: QPainter, picture: Picture, part: QRectF) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), self._colour("window"))
        painter.fillRect(picture.band, self._colour("banner"))
        edge = QRectF(picture.band.left(), picture.band.bottom(), picture.band.width(), 1)
        painter.fillRect(edge, self._colour("banner_edge"))
        if not picture.card.isEmpty():
            painter.setPen(QPen(self._colour("border"), max(picture.unit / 6, 1)))
            painter.setBrush(self._colour("surface"))
            painter.drawRoundedRect(picture.card, 2.4 * picture.unit, 2.4 * picture.unit)
        for words in picture.words:
            if not words.rect.intersects(part):
                continue  # large letters are slow: a tick paints the time alone
            words.laid.draw(painter, words.x, words.y, self._colour(words.ink))

    def _say(self) -> None:
        """Take over what is to be seen, and say it to those who cannot see it."""
        on = self._is_speaking
        if on != self._tick.isActive():
            (self._tick.start if on else self._tick.stop)()
        content = self._content(self._view) if on and self._view else Content("")
        if content != self._shown:
            former, self._shown = self.picture(), content
            self.update(_changed(former, self.picture()).toAlignedRect())
            told = [content.title, content.centre, content.label, content.headline]
            told += [content.name, content.detail, content.statement]
            self.setAccessibleDescription("\n".join(filter(None, told)))

    def _content(self, view: ScreenView) -> Content:
        title, text = statement_parts(view.kind)
        statement = f"{title} · {text}" if title else text
        head = view.title or self._kind_word(view.kind)
        if view.neutral:
            return Content(statement, head, self._clock(), centre=self.tr("休会评议"))
        label, headline = self._subject(view)
        name, detail = _who(view)
        if not (headline or name):
            return Content(statement, clock=self._clock(), centre=head)  # nothing has begun
        return Content(
            statement,
            head,
            self._clock(),
            label=label,
            headline=headline,
            name=name,
            detail=detail,
            time="" if view.seconds is None else timer_words(view.seconds),
            warning=self._warning(view),
        )

    def _subject(self, view: ScreenView) -> tuple[str, str]:
        """Return what is under way in small, and in large what is asked, or else its title."""
        number = title = ""
        if view.step is not None:
            number, title = step_number(view.step), step_word(view.step)
        elif view.item_number:
            number = self.tr("议程 {number}").format(number=view.item_number)
            title = view.item_title
        if not view.question:
            return (number, title) if title else ("", number)
        return "　".join(filter(None, (number, title))), view.question

    def _warning(self, view: ScreenView) -> str:
        if not view.is_over or view.limit is None:
            return ""
        return self.tr("已超过 {time}").format(time=timer_words(view.limit))

    def _kind_word(self, kind: MeetingKind) -> str:
        hearing = kind is MeetingKind.HEARING
        return self.tr("检察听证") if hearing else self.tr("检察官联席会议")

    def _font(self, size_px: int, bold: bool) -> QFont:  # noqa: FBT001  # called by lay_out alone
        made = QFont(self._theme.font(13))
        made.setPixelSize(size_px)
        made.setWeight(HEAVY if bold else QFont.Weight.Normal)
        return made

    def _colour(self, token: str) -> QColor:
        return QColor(getattr(self._tokens, token))

    def _forget_escape(self) -> None:
        self._escaped = False


def _changed(former: Picture, now: Picture) -> QRectF:
    """Return the part of the screen that has to be painted anew."""
    if (former.band, former.card) != (now.band, now.card):
        return QRectF(0, 0, max(former.band.width(), now.band.width()), _WHOLE)
    changed = QRectF()
    for words in set(former.words) ^ set(now.words):
        changed = changed.united(words.rect)
    return changed.adjusted(-now.unit, -now.unit, now.unit, now.unit)  # letters may stand out


def _who(view: ScreenView) -> tuple[str, str]:
    """Return who speaks: the name and what tells more; the role alone where there is no name."""
    if view.speaker is None:
        return "", ""
    role = role_word(view.speaker.role)
    if not view.speaker.name:
        return role, view.speaker.office
    return view.speaker.name, " · ".join(filter(None, (role, view.speaker.office)))
