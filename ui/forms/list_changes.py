"""The changes that a list asks for, one after the other.

A change is worked out from the rows as they are; so one that is asked for while another is still
being written waits until its rows are there.
"""

from collections import deque
from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QObject
from shiboken6 import isValid

from models.agenda_plan import Arrangement
from ui import operations
from ui.changes import Operation
from ui.editing import MeetingEditor


class ListChanges(QObject):
    """Runs the changes of the list of one group."""

    def __init__(
        self, editor: MeetingEditor, group: str, owner_id: Callable[[], str | None], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._editor = editor
        self._group = group
        self._owner_id = owner_id
        self._waiting: deque[Callable[[], None]] = deque()
        self._meeting = ""
        self._writing = False
        self._written = False

    def ask(self, change: Callable[[], None]) -> None:
        """Make a change as soon as the rows are those that it is to start from."""
        if self._writing:
            self._waiting.append(change)
        else:
            change()

    def rows_came(self) -> None:
        """Go on with what waits, once the rows of the last change are there."""
        if self._editor.meeting_id != self._meeting:
            self._meeting = self._editor.meeting_id
            self._waiting.clear()
            self._writing = False
        if self._writing and not self._written:
            return
        self._writing = False
        while self._waiting and not self._writing:
            self._waiting.popleft()()

    def add(
        self,
        values: Sequence[Mapping[str, object]],
        name: str,
        *,
        refused: Callable[[], None] | None = None,
    ) -> None:
        """Add entries at the end; what is typed never waits."""
        operation = operations.add_entries(
            self._editor.meeting_id,
            self._group,
            values,
            profiles=self._editor.workspace.profiles,
            name=name,
            owner_id=self._owner_id(),
        )
        self._editor.run(operation, otherwise=lambda error: self._tell(error, refused))

    def set_each(
        self,
        values: Mapping[str, Mapping[str, object]],
        name: str,
        *,
        refused: Callable[[], None] | None = None,
    ) -> None:
        """Set fields of entries, by their ids."""
        self._run(
            operations.set_each(
                self._editor.meeting_id,
                self._group,
                values,
                profiles=self._editor.workspace.profiles,
                name=name,
            ),
            refused,
        )

    def delete(self, ids: Sequence[str], name: str) -> None:
        """Delete entries."""
        profiles = self._editor.workspace.profiles
        operation = operations.delete_entries(
            self._editor.meeting_id, self._group, ids, profiles=profiles, name=name
        )
        self._run(operation)

    def arrange(self, wanted: Arrangement, name: str) -> None:
        """Bring entries to another place and level."""
        self._run(
            operations.arrange_entries(
                self._editor.meeting_id,
                self._group,
                wanted.ids,
                wanted.to,
                {entry_id: {"level": level} for entry_id, level in wanted.levels.items()},
                profiles=self._editor.workspace.profiles,
                name=name,
            )
        )

    def _run(self, operation: Operation, refused: Callable[[], None] | None = None) -> None:
        self._writing, self._written = True, False
        self._editor.run(
            operation, then=self._note, otherwise=lambda error: self._refuse(error, refused)
        )

    def _note(self, _result: object) -> None:
        self._written = True

    def _refuse(self, error: object, refused: Callable[[], None] | None) -> None:
        self._waiting.clear()
        self._writing = False
        self._tell(error, refused)

    def _tell(self, error: object, refused: Callable[[], None] | None) -> None:
        if refused is not None and isValid(self):  # else another kind of meeting is shown by now
            refused()
        self._editor.refused.emit(error)
