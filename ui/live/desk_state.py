"""What is known at the desk beside the record: queue, internal notes, short codes, the timer."""

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, Signal

from models.profiles import profile_of
from models.room import RoomNow, room_now
from models.snapshot import MeetingSnapshot
from ui.changes import Change
from ui.live.speech_timer import SpeechTimer
from ui.queries import desk_view
from ui.workspace import Workspace

if TYPE_CHECKING:
    from models.desk_view import DeskView, NoteView

_TABLES = frozenset({"queue_entry", "internal_note", "short_code"})


class DeskState(QObject):
    """Follows the meeting in view. What it holds of a meeting is empty until it was read."""

    changed = Signal()  # queue, notes or codes

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._meeting_id = ""
        self.timer = SpeechTimer(self)
        self.queue: tuple[str, ...] = ()
        self.notes: tuple[NoteView, ...] = ()
        self.codes: dict[str, str] = {}
        self._room: tuple[MeetingSnapshot, RoomNow] | None = None
        workspace.changed.connect(self._follow)

    def show_meeting(self, meeting_id: str) -> None:
        """Be about that meeting; of another one than before, everything begins anew."""
        if meeting_id == self._meeting_id:
            return
        self._meeting_id = meeting_id
        self.timer.reset()
        self.queue, self.notes, self.codes = (), (), {}
        self.changed.emit()
        self._read()

    def room_of(self, meeting: MeetingSnapshot) -> RoomNow:
        """Return how it stands in the room of a meeting; of the same snapshot it is kept."""
        if self._room is None or self._room[0] is not meeting:
            profile = profile_of(meeting.kind, meeting.profile, self._workspace.profiles)
            self._room = meeting, room_now(meeting, profile)
        return self._room[1]

    def _follow(self, change: object) -> None:
        assert isinstance(change, Change)  # what the signal carries
        concerned = self._meeting_id in change.meetings or "short_code" in change.rows
        if concerned and change.rows.keys() & _TABLES:
            self._read()

    def _read(self) -> None:
        if self._meeting_id:
            self._workspace.read(desk_view, self._meeting_id, then=self._take, place="desk state")

    def _take(self, found: object) -> None:
        view = cast("DeskView", found)
        self.queue, self.notes, self.codes = view.queue, view.notes, dict(view.codes)
        self.changed.emit()
