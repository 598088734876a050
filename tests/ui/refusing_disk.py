"""A disk between typed lines and their database that can be held up, and meetings to type in."""

import threading
from dataclasses import replace
from pathlib import Path

import pytest

from models.errors import DatabaseUnwritable
from tests.ui.rooms import Room
from ui import line_queue, operations
from ui.changes import Operation
from ui.operations import TypedLine


class Disk:
    """Stands between the typed lines and the disk: holds them up, refuses them, or has a bug."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.says: Exception | None = None
        self._free = threading.Event()
        self._free.set()
        self._real = operations.add_line
        monkeypatch.setattr(line_queue, "add_line", self._add_line)

    def hold(self) -> None:
        """Keep lines on their way."""
        self._free.clear()

    def let_go(self) -> None:
        """Let lines through."""
        self._free.set()

    def _add_line(self, meeting_id: str, line: TypedLine, line_id: str) -> Operation:
        operation = self._real(meeting_id, line, line_id)

        def work(session: object) -> object:
            self._free.wait(20)
            if self.says is not None:
                raise self.says
            return operation.function(session)

        return replace(operation, function=work)


FULL = DatabaseUnwritable(Path("x.db"), "SQLITE_FULL")


def type_half(room: Room, text: str) -> None:
    """Have that text in the typing line, without Enter."""
    room.page.composer.text.setPlainText(text)


def other_meeting(room: Room) -> str:
    """Begin another meeting, which is then in view; return its id."""
    former = room.page.meeting
    room.trigger("new_conference")
    room.wait_for(lambda: room.page.meeting is not former and room.page.meeting is not None)
    assert room.page.meeting is not None
    assert former is not None
    room.wait_for(lambda: room.page.meeting is not None and room.page.meeting.id != former.id)
    return room.page.meeting.id


def go_to(room: Room, meeting_id: str) -> None:
    """Show that meeting."""
    room.window.desk.choose(meeting_id)
    room.wait_for(lambda: room.page.meeting is not None and room.page.meeting.id == meeting_id)


def words_typed(room: Room) -> str:
    """Return what stands in the typing line."""
    return room.page.composer.text.toPlainText()
