"""How the meeting that is wanted comes into view."""

from collections import deque
from collections.abc import Callable
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from models.snapshot import MeetingSnapshot
from ui.item_models.lines import Timeline
from ui.queries import meeting_snapshot, meeting_to_open

if TYPE_CHECKING:
    from ui.desk import Desk


_TURN_MS = 1
"""With 0, steps come before painting, or two of them at once, and whatever else is due has to wait."""


class Showing(QObject):
    """Reads a meeting and fills the page with it.

    Another one than before takes several turns of the event loop, so that none is long: it is filled,
    laid out, painted, and then what stands beside it has its turn. ``where`` keeps its picture until
    it is painted: nothing half done is seen. What is read for it meanwhile is read afterwards, since
    workers and window take Python from each other.
    """

    painted = Signal()  # another meeting than before

    def __init__(self, desk: "Desk", where: QWidget) -> None:
        super().__init__(desk)
        self._desk = desk
        self._where = where
        self.fresh = ""  # a meeting just made, to begin with its title
        self._steps: deque[Callable[[], object]] = deque()
        self._turn = QTimer(self, singleShot=True, interval=_TURN_MS)
        self._turn.timeout.connect(self._go_on)

    def show_first(self, meeting_id: str) -> None:
        """Show a meeting once the list of them is painted: to read it would slow that down."""
        self._take_turns(self._desk.show_right_panes)
        self.show_meeting(meeting_id)

    def show_meeting(self, meeting_id: str) -> None:
        """Load a meeting and show it."""
        desk = self._desk
        desk.wanted = meeting_id
        again = desk.page.meeting is not None and desk.page.meeting.id == meeting_id
        query, then = (meeting_snapshot, self._show) if again else (meeting_to_open, self._open)
        desk.workspace.read(query, meeting_id, then=then, place="page")

    def _open(self, found: object) -> None:
        """Show a meeting whose timeline was made where it was read."""
        meeting, made = cast("tuple[MeetingSnapshot, Timeline]", found)
        if meeting.id == self._desk.wanted:
            self._desk.page.record.model.expect(made)
            self._show(meeting)

    def _show(self, snapshot: object) -> None:
        """Show a meeting as it was read, unless another one is wanted by now."""
        desk, meeting = self._desk, cast("MeetingSnapshot", snapshot)
        if meeting.id != desk.wanted:
            return  # another one was chosen meanwhile
        if desk.page.meeting is None or desk.page.meeting.id != meeting.id:
            self._where.setUpdatesEnabled(False)
            self._take_turns(self._lay_out, self._paint, self.painted.emit, _wait)
            desk.put_away()
            desk.page.show_meeting(meeting)
        else:
            desk.page.show_meeting(meeting)
            desk.dossiers.follow(meeting)
            if desk.papers.shows_preview:
                desk.papers.follow(meeting)
            else:
                desk.turn_to(desk.page)
        desk.shown.emit(meeting)

    def _take_turns(self, *steps: Callable[[], object]) -> None:
        """Do one step each turn, in place of those that are left; after them, what is to be read."""
        workspace = self._desk.workspace
        workspace.hold_reads()
        self._steps = deque([*steps, workspace.let_reads_go])
        self._turn.start()

    def _go_on(self) -> None:
        step = self._steps.popleft()
        if self._steps:
            self._turn.start()
        step()

    def _lay_out(self) -> None:
        """Turn to the page that was filled, unless its meeting is gone again."""
        desk, meeting = self._desk, self._desk.page.meeting
        if meeting is None:
            return
        desk.turn_to(desk.page)
        if meeting.id == self.fresh:
            self.fresh = ""
            desk.page.show_tab("basics")
            desk.page.begin_with_first_field()

    def _paint(self) -> None:
        self._where.setUpdatesEnabled(True)


def _wait() -> None:
    """Let a turn pass, in which is painted what came beside the meeting."""
