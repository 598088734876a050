"""Lines on their way to the disk, in the order in which they were typed.

One line is written at a time; the next goes when the disk has said yes. If it says no, the lines
wait here, are shown as not saved, and are tried again until there is room: typing goes on.
"""

from collections import deque
from dataclasses import dataclass, field

from PySide6.QtCore import QObject, QTimer, Signal

from models.errors import (
    AppError,
    DatabaseSlow,
    MeetingNotFound,
    PartGone,
    RecordLocked,
    ValueRefused,
)
from models.ids import new_id
from models.snapshot import LineView
from ui.operations import TypedLine, add_line
from ui.workspace import Workspace

_RETRY_MS = 2000
_PATIENCE_S = 0.005  # a quick disk has answered by then, and no key waits long
_LONG_MS = 1500  # after which the lamp tells that the disk has not answered
_READ_BACK_MS = 50  # after which a line is shown as waiting though the disk has said yes
_CLOSED = (MeetingNotFound, RecordLocked)  # no line of that meeting can be taken any more
_FINAL = (*_CLOSED, PartGone, ValueRefused)  # trying again would not help


@dataclass(slots=True)
class _Waiting:
    """A line and the id under which it is shown now and written soon."""

    meeting_id: str
    line: TypedLine
    id: str = field(default_factory=lambda: str(new_id()))


class LineQueue(QObject):
    """Writes typed lines one after the other."""

    changed = Signal()  # other lines are to be shown as waiting
    refused = Signal(object, str, object)  # AppError or None, meeting, and the TypedLines it loses
    emptied = Signal()  # nothing waits any more
    trouble_changed = Signal(
        object
    )  # the AppError that keeps lines waiting, or None when it is over

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._lines: deque[_Waiting] = deque()
        self._written: list[_Waiting] = []
        self._under_way = False
        self.trouble: AppError | None = None  # what keeps lines waiting
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_RETRY_MS)
        self._timer.timeout.connect(self._send)
        self._long = QTimer(self)
        self._long.setSingleShot(True)
        self._long.setInterval(_LONG_MS)
        self._long.timeout.connect(lambda: self._tell_trouble(DatabaseSlow(workspace.file)))
        self._showing = QTimer(self)
        self._showing.setSingleShot(True)
        self._showing.setInterval(_READ_BACK_MS)
        self._showing.timeout.connect(self.changed)

    @property
    def is_empty(self) -> bool:
        """Whether every line is on disk."""
        return not self._lines

    def add(self, meeting_id: str, line: TypedLine) -> None:
        """Have a line written after those that wait already."""
        self._lines.append(_Waiting(meeting_id, line))
        if self._send(patience=_PATIENCE_S):
            self._showing.start()
        else:
            self.changed.emit()

    def waiting(self, meeting_id: str) -> tuple[LineView, ...]:
        """Return the lines to show below those of the record: not on disk, or not read back yet."""
        mine = (one for one in (*self._written, *self._lines) if one.meeting_id == meeting_id)
        return tuple(_view(one) for one in mine)

    def forget_read(self, line_ids: frozenset[str]) -> None:
        """Let go of written lines that were read back by now, or looked for in vain."""
        self._written = [one for one in self._written if one.id not in line_ids]

    def forget_written(self, meeting_id: str) -> None:
        """Let go of the written lines of a meeting: all of it was read anew."""
        self._written = [one for one in self._written if one.meeting_id != meeting_id]

    def retry(self) -> None:
        """Try again at once."""
        self._timer.stop()
        self._send()

    def _send(self, *, patience: float = 0) -> bool:
        """Have the first line written unless one is; say whether it is done within that time."""
        if self._under_way or not self._lines:
            return False
        self._under_way = True
        first = self._lines[0]
        operation = add_line(first.meeting_id, first.line, first.id)
        task = self._workspace.run(
            operation, then=self._settle, otherwise=self._fail, patience=patience
        )
        task.crashed.connect(self._give_back)
        if self.trouble is None:
            self._long.start()
        return task.wait(0)

    def _settle(self, _line_id: object) -> None:
        self._under_way = False
        self._long.stop()
        self._written.append(self._lines.popleft())
        self._go_on()

    def _fail(self, error: object) -> None:
        self._long.stop()
        if isinstance(error, _FINAL):
            self._give_back(error)
        elif isinstance(error, AppError):
            self._under_way = False
            self._tell_trouble(error)
            self._timer.start()

    def _give_back(self, error: AppError | None = None) -> None:
        """Give up the first line, with those that share its fate; without error it is a bug's."""
        self._long.stop()
        self._under_way = False
        first = self._lines.popleft()
        lost = [first]
        if isinstance(error, _CLOSED):
            lost += [one for one in self._lines if one.meeting_id == first.meeting_id]
        self._lines = deque(one for one in self._lines if one not in lost)
        self.refused.emit(error, first.meeting_id, tuple(one.line for one in lost))
        self.changed.emit()
        self._go_on()

    def _go_on(self) -> None:
        self._tell_trouble(None)
        if self._lines:
            self._send()
        else:
            self.emptied.emit()

    def _tell_trouble(self, error: AppError | None) -> None:
        """Tell of other trouble than before only: every try would be told otherwise."""
        news = type(error) is not type(self.trouble)
        self.trouble = error
        if news:
            self.trouble_changed.emit(error)


def _view(one: _Waiting) -> LineView:
    line = one.line
    return LineView(
        id=one.id,
        seq=None,
        at=line.at,
        speaker_id=line.speaker_id,
        kind=line.kind,
        text=line.text,
        step=line.step,
        item_id=line.item_id,
        seconds=line.seconds,
    )
