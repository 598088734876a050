"""After every change: what of the window has to be read anew, and no more than that."""

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject

from models.snapshot import MeetingRow
from ui.changes import Change
from ui.item_models.meetings import merged
from ui.queries import record_views, some_meeting_rows

if TYPE_CHECKING:
    from ui.desk import Desk

_MOST_LINES_ALONE = 200
"""So many changed lines and opinions are read alone; of more, the whole meeting is read anew."""

_OF_THE_DESK_ALONE = ("queue_entry", "internal_note", "short_code")
"""Tables that the snapshot of a meeting knows nothing of."""

_MOST_MEETINGS_ALONE = 200
"""As above, for rows of the list of meetings."""


class Refreshing(QObject):
    """Follows the changes of the workspace."""

    def __init__(self, desk: "Desk") -> None:
        super().__init__(desk)
        self._desk = desk

    def follow(self, change: object) -> None:
        """Show what a write changed: of lines only these, of anything else the whole meeting."""
        assert isinstance(change, Change)  # what the signal carries
        desk = self._desk
        if not change.meetings:
            return  # codes of the office: whoever shows them follows by itself
        shown = desk.page.meeting.id if desk.page.meeting is not None else ""
        if change.replayed and shown not in change.meetings:
            desk.wanted = min(change.meetings)  # what was undone shall be seen
            desk.load_rows()
        elif change.rows.keys() & {"meeting", "schedule"}:
            self._reload_rows(change.meetings)
        elif desk.wanted in change.meetings and desk.wanted != shown:
            desk.showing.show_meeting(desk.wanted)  # it is being read, maybe as it was before
        elif shown in change.meetings:
            self._reload(shown, change)

    def _reload_rows(self, meeting_ids: frozenset[str]) -> None:
        desk = self._desk
        if not 0 < len(meeting_ids) <= _MOST_MEETINGS_ALONE:
            desk.load_rows()
            return

        def show(found: object) -> None:
            rows = cast("tuple[MeetingRow, ...]", found)
            desk.show_rows(merged(desk.rows, meeting_ids, rows))

        desk.workspace.read(some_meeting_rows, meeting_ids, then=show)

    def _reload(self, meeting_id: str, change: Change) -> None:
        desk = self._desk
        lines = change.rows.get("line", frozenset())
        opinions = change.rows.get("opinion", frozenset())
        few = max(len(lines), len(opinions)) <= _MOST_LINES_ALONE
        if change.only(*_OF_THE_DESK_ALONE):
            return
        told_by_lines = bool(lines) or not opinions  # a line says which question it answers
        if change.only("line", "opinion", "stretch", *_OF_THE_DESK_ALONE) and few and told_by_lines:

            def show(found: object) -> None:
                meeting = desk.page.record.take_rows(lines, opinions, found)
                if meeting is not None and meeting.id == meeting_id:
                    desk.page.show_lines(meeting)
                    desk.papers.follow(meeting)
                    desk.dossiers.follow(meeting)
                    desk.shown.emit(meeting)

            desk.workspace.read(record_views, meeting_id, tuple(lines), tuple(opinions), then=show)
        elif desk.wanted == meeting_id:
            desk.showing.show_meeting(meeting_id)
