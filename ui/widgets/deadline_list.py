"""The deadlines of a meeting as a quiet list: what, until when, and how it stands."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel

from models.deadlines import Deadline, Outcome, deadlines_of
from models.forms import Sheet
from models.profiles import Profile
from ui.deadline_words import (
    deadline_due,
    deadline_outcome,
    deadline_source,
    deadline_what,
    joined,
)
from ui.icons import ThemedIcons
from ui.theme import Theme
from ui.widgets.basics import label

_ICONS = {
    Outcome.KEPT: ("circle-check", "ok"),
    Outcome.MISSED: ("triangle-alert", "warn"),
    Outcome.OPEN: ("calendar", "text3"),
}
_LATEST_MS = 60 * 60 * 1000  # how long after midnight a window left open may be


class DeadlineList(QFrame):
    """Shows what follows from the dates entered; there is nothing to change in it."""

    def __init__(self, theme: Theme, profile: Callable[[], Profile]) -> None:
        super().__init__()
        self.setObjectName("deadlines")
        self._theme, self._profile = theme, profile
        self._icons = ThemedIcons(theme, self)
        self._sheet: Sheet | None = None
        self._shown: tuple[Deadline, ...] = ()
        self._labels: list[QLabel] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(theme.space_px(12))
        self._grid.setVerticalSpacing(theme.space_px(6))
        for column, share in enumerate((0, 4, 3, 5)):
            self._grid.setColumnStretch(column, share)
        self._days = QTimer(self, interval=_LATEST_MS)
        self._days.timeout.connect(self._judge)
        self._days.start()
        self.hide()

    @property
    def statement(self) -> str:
        """All that is stated, a line for each deadline."""
        return self.accessibleName()

    def show_sheet(self, sheet: Sheet) -> None:
        """State the deadlines of a meeting."""
        self._sheet = sheet
        self._judge()

    def retranslate(self) -> None:
        """Say it in the language in force."""
        self._state(self._shown)

    def commit(self) -> None:
        """Nothing is typed here."""

    def _judge(self) -> None:
        """See how the deadlines stand today; another day makes open ones missed."""
        sheet = self._sheet
        if sheet is None:
            return
        found = deadlines_of(sheet, self._profile(), date.today())  # noqa: DTZ011  # civil, as its dates
        if found != self._shown:
            self._state(found)
        self.setVisible(bool(found))

    def _state(self, deadlines: Sequence[Deadline]) -> None:
        self._shown = tuple(deadlines)
        for old in self._labels:
            self._grid.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._labels = []
        lines = [self._add(place, one) for place, one in enumerate(self._shown)]
        self.setAccessibleName("\n".join(lines))

    def _add(self, place: int, deadline: Deadline) -> str:
        """Add the line of a deadline; return what it says, for the screen reader."""
        words = (deadline_what(deadline), deadline_due(deadline), deadline_outcome(deadline))
        icon, ink = _ICONS[deadline.outcome]
        sign = label()
        self._icons.on_label(sign, icon, ink)
        missed = deadline.outcome is Outcome.MISSED
        names = ("body", "muted", "refusal" if missed else "muted")
        texts = [label(name, wrap=True) for name in names]
        source = deadline_source(deadline)
        for column, (part, text) in enumerate(zip((sign, *texts), ("", *words), strict=True)):
            if text:
                part.setText(text)
            part.setToolTip(source)
            part.setAccessibleDescription(source)
            part.setProperty("quotes", bool(deadline.whom))
            self._grid.addWidget(part, place, column, Qt.AlignmentFlag.AlignTop)
            self._labels.append(part)
        return joined((*words, source))
