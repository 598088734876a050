"""Turning to the next or the previous item of the agenda, or step of a hearing, while it is held."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from models.running import Target, next_target, previous_target
from models.snapshot import MeetingSnapshot
from models.vocabulary import MeetingKind
from ui.clock import civil_now
from ui.live.operations import begin, pause

if TYPE_CHECKING:
    from ui.pages.record_page import RecordPage


class Turning(QObject):
    """Turns the meeting in view onwards or back, and lets the typing line follow."""

    def __init__(self, page: "RecordPage") -> None:
        super().__init__(page)
        self._page = page
        self._whose = ""
        self._now: Target | None = None
        self._owed: Target | None = None  # what the typing line follows after a correction
        # Queued: while a correction ends, the line that was put aside brings its own section back.
        page.composer.changed.connect(self._settle, Qt.ConnectionType.QueuedConnection)

    def next(self) -> None:
        """Turn to what comes next; at the end of it all, stop the time."""
        meeting = self._page.open_meeting
        if meeting is None:
            return
        target = next_target(meeting)
        if target is not None:
            self._begin(meeting, target)
        elif meeting.under_way is not None:
            self._page.workspace.run(pause(meeting.id, at=civil_now()))

    def previous(self) -> None:
        """Turn back to what came before; in a pause, to what was last."""
        meeting = self._page.open_meeting
        target = None if meeting is None else previous_target(meeting)
        if meeting is not None and target is not None:
            self._begin(meeting, target)

    def follow(self, meeting: MeetingSnapshot) -> None:
        """Have new lines belong to what has just begun; what is under way already stays as chosen."""
        now = meeting.under_way
        found = None if now is None else Target(now.item_id, now.step)
        began = meeting.id == self._whose and found != self._now
        self._whose, self._now = meeting.id, found
        self._owed = found if began else self._owed
        self._settle()

    def _begin(self, meeting: MeetingSnapshot, target: Target) -> None:
        operation = begin(meeting.id, at=civil_now(), item_id=target.item_id, step=target.step)
        self._page.workspace.run(operation)

    def _settle(self) -> None:
        """Choose the section that is owed, but none for an earlier line that is corrected."""
        target, meeting = self._owed, self._page.meeting
        if target is None or meeting is None or self._page.composer.editing:
            return
        self._owed = None
        hearing = meeting.kind is MeetingKind.HEARING
        self._page.composer.section.choose(target.step or 0 if hearing else target.item_id)
