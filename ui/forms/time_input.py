"""The input of a civil time: one line that takes what people type, and a calendar for the mouse."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QCoreApplication, QDate, QEvent, QLocale, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QFrame, QToolButton, QVBoxLayout, QWidget

from ui.forms.inputs import LineInput
from ui.forms.times import read_time, shown_time
from ui.icons import ThemedIcons
from ui.theme import Theme
from ui.widgets.basics import button, row


class TimeInput(LineInput):
    """A day, a day with its hour, or an hour."""

    def __init__(self, theme: Theme, language: Callable[[], str]) -> None:
        super().__init__()
        self.pick = button("fieldButton")
        self._theme = theme
        self._language = language
        self._calendar: CalendarPopup | None = None
        self.pick.setCursor(Qt.CursorShape.ArrowCursor)
        self.pick.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # Alt+Down does the same
        ThemedIcons(theme, self).on_button(self.pick, "calendar")
        self.pick.clicked.connect(self.open_calendar)
        self.line.installEventFilter(self)
        self.line.setLayout(row(None, self.pick, margins=(0, 0, 4, 0)))
        theme.changed.connect(self._make_room)
        self._make_room()

    def value_of(self, text: str) -> object:
        """Return the time as case files write it."""
        return read_time(text, date.today()) or None  # noqa: DTZ011  # civil times have no zone

    def text_of(self, value: object) -> str:
        """Return the time with a blank between day and hour."""
        return shown_time(super().text_of(value))

    def hold(self, *, locked: bool) -> None:
        """Let the time be read and copied only, or changed again."""
        super().hold(locked=locked)
        self.pick.setVisible(not locked)

    def set_name(self, name: str, description: str) -> None:
        """Say what the field is, to those who cannot see it."""
        super().set_name(name, description)
        pattern = QCoreApplication.translate("Forms", "{field}：打开日历")
        self.pick.setAccessibleName(pattern.format(field=name))

    def open_calendar(self) -> None:
        """Show the calendar below the line, at the day that stands there."""
        if self.line.isReadOnly():
            return
        self.line.setFocus()
        if self._calendar is None:
            self._calendar = CalendarPopup(self._theme, self)
            self._calendar.picked.connect(self._take)
        self._calendar.open_at(
            self.line.mapToGlobal(QPoint(0, self.line.height() + 4)),
            self._day(),
            QLocale(self._language()),
        )

    @property
    def calendar(self) -> "CalendarPopup | None":
        """The calendar, once it was opened."""
        return self._calendar

    def retranslate(self) -> None:
        """Say it in the language in force."""
        self.pick.setToolTip(QCoreApplication.translate("Forms", "选择日期（Alt+↓）"))

    def eventFilter(self, watched: QWidget, event: QEvent) -> bool:  # type: ignore[override]  # a widget's
        """Open the calendar on Alt+Down."""
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            alt = Qt.KeyboardModifier.AltModifier
            if event.key() == Qt.Key.Key_Down and event.modifiers() & alt:
                self.open_calendar()
                return True
        return super().eventFilter(watched, event)

    def _make_room(self) -> None:
        self.line.setTextMargins(0, 0, self._theme.text_px(16) + self._theme.space_px(10), 0)

    def _day(self) -> QDate:
        day = str(self.value_of(self.text()) or "").partition("T")[0]
        return QDate.fromString(day, Qt.DateFormat.ISODate)

    def _take(self, day: QDate) -> None:
        """Put the day in, keeping the hour that stands there."""
        value = str(self.value_of(self.text()) or "")
        hour = value.partition("T")[2] or (value if ":" in value and "-" not in value else "")
        text = " ".join(part for part in (day.toString(Qt.DateFormat.ISODate), hour) if part)
        self.line.setText(text)
        self.edited.emit()


class CalendarPopup(QFrame):
    """A month to choose a day from; Escape or a click beside it closes it."""

    picked = Signal(QDate)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("calendarPopup")
        self.month = QCalendarWidget()
        self.month.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        self.month.setGridVisible(False)
        self.month.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        plain = QTextCharFormat()
        for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            self.month.setWeekdayTextFormat(day, plain)  # red is for what is wrong
        icons = ThemedIcons(theme, self)
        for name, icon in (("prev", "chevron-left"), ("next", "chevron-right")):
            turn = self.month.findChild(QToolButton, f"qt_calendar_{name}month")
            if turn is not None:
                icons.on_button(turn, icon)
        self.month.clicked.connect(self._choose)
        self.month.activated.connect(self._choose)
        column = QVBoxLayout(self)
        column.setContentsMargins(6, 6, 6, 6)
        column.addWidget(self.month)

    def open_at(self, corner: QPoint, day: QDate, locale: QLocale) -> None:
        """Show the month of a day, with its corner there, inside the screen."""
        self.month.setLocale(locale)
        self.month.setAccessibleName(QCoreApplication.translate("Forms", "日历"))
        self.month.setSelectedDate(day if day.isValid() else QDate.currentDate())
        self.adjustSize()
        room = self.screen().availableGeometry()
        left = max(room.left(), min(corner.x(), room.right() - self.width()))
        top = max(room.top(), min(corner.y(), room.bottom() - self.height()))
        self.move(left, top)
        self.show()
        self.month.setFocus()

    def _choose(self, day: QDate) -> None:
        if self.isVisible():  # Enter tells it twice
            self.hide()
            self.picked.emit(day)
