"""A quiet line that says what is going on, if it takes a while, and offers to stop it."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QTimer
from PySide6.QtWidgets import QFrame, QWidget

from ui.tasks import Task
from ui.widgets.basics import button, label, row

_PATIENCE_MS = 500
_POLL_MS = 100


class BusyLine(QFrame):
    """Shown while the tasks it watches last longer than half a second."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("busyLine")
        self._tasks: list[Task] = []
        self._stopping = False
        self._words: Callable[[], str] | None = None
        self._text = label("meta")
        self._cancel = button()
        self._cancel.clicked.connect(self.cancel)
        self.setLayout(row(self._text, 12, self._cancel, None, margins=(26, 8, 26, 8)))
        self._patience = QTimer(self, singleShot=True, interval=_PATIENCE_MS)
        self._patience.timeout.connect(self._appear)
        self._poll = QTimer(self, interval=_POLL_MS)
        self._poll.timeout.connect(self.retranslate)
        self.hide()
        self.retranslate()

    @property
    def text(self) -> str:
        """The line as shown."""
        return self._text.text()

    def watch(self, task: Task, words: Callable[[], str] | None = None) -> None:
        """Tell of this task until it ends, in these words if it is no other."""
        self._stopping = False
        self._words = words
        self._tasks.append(task)
        task.ended.connect(lambda: self._end(task))
        if not self.isVisible() and not self._patience.isActive():
            self._patience.start()

    def cancel(self) -> None:
        """Ask the tasks to stop; what has reached the database is finished."""
        self._stopping = True
        for task in self._tasks:
            task.cancel()
        self.retranslate()

    def retranslate(self) -> None:
        """Say it in the language in force."""
        steps = [task.steps for task in self._tasks]
        done, total = sum(s.done for s in steps), sum(s.total for s in steps)
        reading = not total or done < total
        self._cancel.setText(self.tr("取消"))
        self._cancel.setEnabled(reading and not self._stopping)
        stopping = self._stopping and reading
        self._text.setText(self.tr("正在取消…") if stopping else self.say(done, total))

    def say(self, done: int, total: int) -> str:
        """Return what is going on; ``total`` is 0 while it is not known."""
        if self._words is not None:
            return self._words()
        if total > 1:
            return self.tr("正在导入…（{done}/{total}）").format(done=done, total=total)
        return self.tr("正在导入…")

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _appear(self) -> None:
        self.retranslate()
        self._poll.start()
        self.show()

    def _end(self, task: Task) -> None:
        self._tasks.remove(task)
        if self._tasks:
            return
        self._patience.stop()
        self._poll.stop()
        self.hide()
