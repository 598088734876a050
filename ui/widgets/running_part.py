"""The running part of a panel: how far a task is, and a button to stop it."""

from PySide6.QtCore import QEvent, QTimer
from PySide6.QtWidgets import QFrame, QProgressBar, QVBoxLayout, QWidget

from ui.tasks import Steps, Task
from ui.widgets.basics import button, label, row

_POLL_MS = 100


class RunningPart(QFrame):
    """Watches one task until it ends. What it is called is said around it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("running")
        self._task: Task | None = None
        self._cancelling = False
        self._timer = QTimer(self)
        self._timer.setInterval(_POLL_MS)
        self._timer.timeout.connect(self._poll)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.state = label("meta")
        self.stop = button()
        self.stop.clicked.connect(self.cancel)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self.bar)
        column.addLayout(row(self.state, None, self.stop))
        self.retranslate()

    def watch(self, task: Task) -> None:
        """Show how far this task is, until it ends."""
        self._task = task
        self._cancelling = False
        task.ended.connect(self._end)
        self.bar.setRange(0, 0)
        self.stop.setEnabled(True)
        self._say_state()
        self._timer.start()

    def cancel(self) -> None:
        """Ask the worker to stop; what it began is taken away."""
        if self._task is None:
            return
        self._task.cancel()
        self._cancelling = True
        if self.stop.hasFocus():
            self.setFocus()  # a disabled button would pass it to somebody else
        self.stop.setEnabled(False)
        self._say_state()

    def retranslate(self) -> None:
        """Say it in the language in force."""
        self.stop.setText(self.tr("取消"))
        self.bar.setAccessibleName(self.tr("进度"))
        self._say_state()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    @property
    def _steps(self) -> Steps:
        return self._task.steps if self._task is not None else Steps()

    def _poll(self) -> None:
        steps = self._steps
        if steps.total and not self._cancelling:
            self.bar.setRange(0, steps.total)
            self.bar.setValue(steps.done)
        self._say_state()

    def _say_state(self) -> None:
        """Say how far the work is."""
        steps = self._steps
        if self._cancelling:
            self.state.setText(self.tr("正在取消…"))
        elif steps.total:
            percent = steps.done * 100 // steps.total
            self.state.setText(self.tr("已完成 {percent}%").format(percent=percent))
        else:
            self.state.setText(self.tr("正在准备…"))

    def _end(self) -> None:
        self._timer.stop()
        self._task = None
