"""After every change: what of the window has to be read anew, and no more than that."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from ui.changes import Change
from ui.queries import line_views

if TYPE_CHECKING:
    from ui.desk import Desk

_MOST_LINES_ALONE = 200
"""So many changed lines are read by themselves; of more, the whole meeting is read anew."""


class Refreshing(QObject):
    """Follows the changes of the workspace."""

    def __init__(self, desk: "Desk") -> None:
        super().__init__(desk)
        self._desk = desk

    def follow(self, change: object) -> None:
        """Show what a write changed: of lines only these, of anything else the whole meeting."""
        assert isinstance(change, Change)  # what the signal carries
        desk = self._desk
        shown = desk.page.meeting.id if desk.page.meeting is not None else ""
        if change.replayed and shown not in change.meetings:
            desk.wanted = min(change.meetings)  # what was undone shall be seen
            desk.load_rows()
        elif change.rows.keys() & {"meeting", "schedule"}:
            desk.load_rows()
        elif desk.wanted in change.meetings and desk.wanted != shown:
            desk.show_meeting(desk.wanted)  # it is being read, maybe as it was before
        elif shown in change.meetings:
            self._reload(shown, change)

    def _reload(self, meeting_id: str, change: Change) -> None:
        desk = self._desk
        lines = change.rows.get("line", frozenset())
        if change.only("line", "opinion") and 0 < len(lines) <= _MOST_LINES_ALONE:

            def show(found: object) -> None:
                meeting = desk.page.record.take_lines(lines, found)
                if meeting is not None and meeting.id == meeting_id:
                    desk.show_snapshot(meeting)

            desk.workspace.read(line_views, meeting_id, tuple(lines), then=show)
        elif desk.wanted == meeting_id:
            desk.show_meeting(meeting_id)
