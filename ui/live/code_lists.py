"""The lists of short codes while they are changed: what is asked for is shown at once."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from ui.changes import Change
from ui.live.operations import set_short_codes
from ui.queries import short_code_lists
from ui.workspace import Workspace

if TYPE_CHECKING:
    from models.desk_view import CodeListsView


class CodeLists(QObject):
    """The codes of one meeting and of the office, by the id of the meeting or "" for the office."""

    changed = Signal()
    refused = Signal(object)  # an AppError; the lists are as they were

    def __init__(
        self, workspace: Workspace, meeting_id: str, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._meeting_id = meeting_id
        self._codes: dict[str, dict[str, str]] = {"": {}, meeting_id: {}}
        self._under_way = 0  # what is read before all is written may be older than what is shown
        workspace.changed.connect(self._follow)
        self._read()

    def of(self, owner: str) -> Mapping[str, str]:
        """Return the words by code of a list."""
        return self._codes[owner]

    def keep(self, owner: str, codes: Mapping[str, str]) -> None:
        """Have a list hold these codes from now on."""
        workspace = self._workspace

        def refuse(error: object) -> None:
            self._end()
            (self.refused if isValid(self) else workspace.failed).emit(error)

        self._codes[owner] = dict(codes)
        self._under_way += 1
        task = workspace.run(
            set_short_codes(codes, owner), then=lambda _: self._end(), otherwise=refuse
        )
        task.crashed.connect(lambda *_: self._end())
        self.changed.emit()

    def _end(self) -> None:
        if isValid(self):  # the dialog may be closed by now
            self._under_way -= 1
            self._read()

    def _follow(self, change: object) -> None:
        assert isinstance(change, Change)  # what the signal carries
        if "short_code" in change.rows:
            self._read()

    def _read(self) -> None:
        if not self._under_way:
            self._workspace.read(
                short_code_lists, self._meeting_id, then=self._take, place="short codes"
            )

    def _take(self, found: object) -> None:
        if self._under_way:
            return
        lists = cast("CodeListsView", found)
        self._codes = {self._meeting_id: dict(lists.meeting), "": dict(lists.office)}
        self.changed.emit()
