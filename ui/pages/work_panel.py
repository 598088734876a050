"""A card that asks, works in a worker with progress and cancel, and shows the result."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QThreadPool, Signal
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from ui.icons import ThemedIcons
from ui.tasks import Task
from ui.theme import Theme
from ui.widgets.basics import button, label
from ui.widgets.focus import FocusReturn, is_free_for
from ui.widgets.running_part import RunningPart

CHOICE, RUNNING, DONE, STOPPED = range(4)
"""The parts of a panel, one of which is shown."""


class WorkPanel(QFrame):
    """The frame of such a card: its parts, its one task, and who has the focus.

    How to add one: make the parts, hand them to ``_put_together``, and start with ``_run``; say the
    title in ``_title_words``. A refusal goes to ``refused``; the choice then stands again.
    """

    refused = Signal(object)  # AppError
    closed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self._task: Task | None = None
        self._shown = CHOICE
        self._parts: tuple[QWidget, ...] = ()
        self._focus = FocusReturn(self)
        self._icons = ThemedIcons(theme, self)
        self._title = label("cardTitle", wrap=True)
        self._running = RunningPart()
        self._start, self._not_now = button("primary"), button()
        self._not_now.clicked.connect(self.close_panel)
        self.hide()

    @property
    def idle(self) -> bool:
        """Whether nothing is under way."""
        return self._task is None

    def cancel(self) -> None:
        """Ask the worker to stop; what it began is taken away."""
        self._running.cancel()

    def close_panel(self) -> None:
        """Close the panel, unless it is at work: the end would not be seen."""
        if self._task is not None:
            return
        self._focus.give_back()
        self.hide()
        self.closed.emit()

    def retranslate(self) -> None:
        """Say it in the language in force."""
        self._title.setText(self._title_words(self._shown))
        self._not_now.setText(self.tr("关闭"))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _title_words(self, shown: int) -> str:
        """Return the title over a part."""
        raise NotImplementedError

    def _check(self) -> None:
        """Allow what can be done now."""

    def _put_together(self, choice: QWidget, done: QWidget, *stopped: QWidget) -> None:
        """Build the card of its parts."""
        self._parts = (choice, self._running, done, *stopped)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 14, 18, 14)
        column.setSpacing(10)
        column.addWidget(self._title)
        for part in self._parts:
            column.addWidget(part)
        self._turn_to(CHOICE)

    def _turn_to(self, place: int) -> None:
        self._shown = place
        for number, part in enumerate(self._parts):
            part.setVisible(number == place)
        self.retranslate()
        self._check()

    def _run(self, task: Task, then: Callable[[object], object]) -> None:
        """Do the work in a worker, then show its result."""
        self._task = task
        task.succeeded.connect(then)
        task.failed.connect(self._show_refusal)
        task.cancelled.connect(self._ask_again)
        task.crashed.connect(self._ask_again)
        task.ended.connect(self._end)
        self._running.watch(task)
        self._turn_to(RUNNING)
        self._running.stop.setFocus()
        task.start(QThreadPool.globalInstance())

    def _show_part(self, place: int, focus: QWidget) -> None:
        """Turn to a part; its first field takes the focus if nobody else has it."""
        take = is_free_for(self)
        self._turn_to(place)
        self.show()
        if take:
            focus.setFocus()

    def _ask_again(self) -> None:
        self._show_part(CHOICE, self._first_button())

    def _first_button(self) -> QPushButton:
        return self._start if self._start.isEnabled() else self._not_now

    def _show_refusal(self, error: object) -> None:
        self._ask_again()
        self.refused.emit(error)

    def _end(self) -> None:
        self._task = None
