"""Lines on their way to the disk, in the order in which they were typed.

One line is written at a time; the next goes when the disk has said yes. If it says no, the lines
wait here, are shown as not saved, and are tried again until there is room: typing goes on.
"""

from collections import deque
from dataclasses import dataclass, field

from PySide6.QtCore import QObject, QTimer, Signal

from models.errors import AppError, MeetingNotFound, PartGone, RecordLocked
from models.ids import new_id
from models.snapshot import LineView
from ui.operations import TypedLine, add_line
from ui.workspace import Workspace

_RETRY_MS = 2000
_FINAL = (MeetingNotFound, PartGone, RecordLocked)  # trying again would not help


@dataclass(slots=True)
class _Waiting:
    """A line and the id under which it is shown now and written soon."""

    meeting_id: str
    line: TypedLine
    id: str = field(default_factory=lambda: str(new_id()))


class LineQueue(QObject):
    """Writes typed lines one after the other."""

    changed = Signal()  # other lines are to be shown as waiting
    refused = Signal(object, object)  # an AppError, and the TypedLine that cannot be taken
    trouble = Signal(object)  # the AppError that keeps lines waiting, or None when it is over
    emptied = Signal()  # nothing waits any more

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._lines: deque[_Waiting] = deque()
        self._written: list[_Waiting] = []
        self._under_way = False
        self._in_trouble = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_RETRY_MS)
        self._timer.timeout.connect(self._send)

    @property
    def is_empty(self) -> bool:
        """Whether every line is on disk."""
        return not self._lines

    def add(self, meeting_id: str, line: TypedLine) -> None:
        """Have a line written after those that wait already."""
        self._lines.append(_Waiting(meeting_id, line))
        self._send()  # first: the disk is slower than the screen
        self.changed.emit()

    def waiting(self, meeting_id: str) -> tuple[LineView, ...]:
        """Return the lines to show below those of the record: not on disk, or not read back yet."""
        mine = (one for one in (*self._written, *self._lines) if one.meeting_id == meeting_id)
        return tuple(_view(one) for one in mine)

    def forget_shown(self, line_ids: frozenset[str]) -> None:
        """Let go of written lines that the record shows by now."""
        self._written = [one for one in self._written if one.id not in line_ids]

    def forget_written(self) -> None:
        """Let go of all written lines: the whole record was read anew."""
        self._written.clear()

    def retry(self) -> None:
        """Try again at once."""
        self._timer.stop()
        self._send()

    def _send(self) -> None:
        if self._under_way or not self._lines:
            return
        self._under_way = True
        first = self._lines[0]
        operation = add_line(first.meeting_id, first.line, first.id)
        self._workspace.run(operation, then=self._settle, otherwise=self._fail)

    def _settle(self, _line_id: object) -> None:
        self._under_way = False
        self._written.append(self._lines.popleft())
        self._end_trouble()
        if self._lines:
            self._send()
        else:
            self.emptied.emit()

    def _fail(self, error: object) -> None:
        self._under_way = False
        if isinstance(error, _FINAL):
            refused = self._lines.popleft()
            self.refused.emit(error, refused.line)
            self.changed.emit()
            self._send()
        elif isinstance(error, AppError):
            self._in_trouble = True
            self.trouble.emit(error)
            self._timer.start()

    def _end_trouble(self) -> None:
        if self._in_trouble:
            self._in_trouble = False
            self.trouble.emit(None)


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
    )
