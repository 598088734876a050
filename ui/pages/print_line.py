"""The line that follows a print: pages sent, cancel, and how it ended."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QThreadPool, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from ui.icons import ThemedIcons
from ui.paper_names import WHOLE, VersionChoice, short_version_name
from ui.tasks import Task
from ui.theme import Theme
from ui.widgets.basics import frame, label, row
from ui.widgets.busy_line import BusyLine

Words = Callable[[], str]
"""Says something in the language in force."""


class SendingLine(BusyLine):
    """Says how many pages were sent to the printer, and of which version they are."""

    version = WHOLE

    def say(self, done: int, total: int) -> str:
        """Return how far it is."""
        if not total:
            return self.tr("正在准备打印…")
        words = self.tr("正在打印…（{done}/{total}页）")
        if not self.version.is_whole:
            words = self.tr("正在打印{version}…（{done}/{total}页）")
        name = short_version_name(self.version)
        return words.format(version=name, done=done, total=total)


class PrintLine(QFrame):
    """Runs one print at a time and says how it ended; what fails goes to ``failed``."""

    failed = Signal(object)  # AppError
    ended = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._task: Task | None = None
        self._words: Words = str
        self.sending = SendingLine()
        self._sign, self._end = label(), label("meta", wrap=True)
        ThemedIcons(theme, self).on_label(self._sign, "circle-check", "ok", size=16)
        line = row(self._sign, self._end, margins=(26, 8, 26, 8))
        line.setStretch(1, 1)
        self._end_line = frame("printEnd", line)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.sending)
        column.addWidget(self._end_line)
        self.clear()

    @property
    def is_printing(self) -> bool:
        """Whether pages are being sent."""
        return self._task is not None

    @property
    def text(self) -> str:
        """How the last print ended."""
        return self._end.text()

    def follow(self, task: Task, printer: str, version: VersionChoice = WHOLE) -> None:
        """Start a print of such a version on the printer of that name."""
        self.clear()
        self._task = task
        self.sending.version = version
        task.succeeded.connect(lambda _count: self._say_sent(printer))
        task.cancelled.connect(lambda: self._say_stopped(task.steps.done))
        task.failed.connect(self.failed)
        task.ended.connect(self._finish)
        self.sending.watch(task)
        task.start(QThreadPool.globalInstance())

    def clear(self) -> None:
        """Say no more of the last print."""
        self._say(str)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() is QEvent.Type.LanguageChange:
            self._say(self._words)
        super().changeEvent(event)

    def _say(self, words: Words) -> None:
        self._words = words
        self._end.setText(words())
        self._end_line.setVisible(bool(words()))

    def _say_sent(self, printer: str) -> None:
        self._sign.show()
        self._say(lambda: self._sent_words(printer))

    def _say_stopped(self, count: int) -> None:
        self._sign.hide()
        self._say(lambda: self._stopped_words(count))

    def _sent_words(self, printer: str) -> str:
        words = self.tr("已全部送往打印机“{printer}”。")
        if not self.sending.version.is_whole:
            words = self.tr("{version}已全部送往打印机“{printer}”。")
        return words.format(version=short_version_name(self.sending.version), printer=printer)

    def _stopped_words(self, count: int) -> str:
        if not count:
            return self.tr("已取消打印，没有送出任何一页。")
        words = self.tr("已取消打印；已经送出的{count}页可能仍会打印出来。")
        return words.format(count=count)

    def _finish(self) -> None:
        self._task = None
        self.ended.emit()
