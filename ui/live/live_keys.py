"""The keys of the live desk: which of them do something now, and what."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from models.states import STATES
from ui.actions import Actions

if TYPE_CHECKING:
    from models.snapshot import MeetingSnapshot

LIVE_KEYS = (
    "next_item",
    "previous_item",
    "timer",
    "timer_reset",
    "opinion",
    "mark",
    "note",
    "second_screen",
    "blank_screen",
    "find_in_meeting",
    "hand_over_desk",
)
"""The actions of the window that belong to the live desk."""


class LiveKeys(QObject):
    """Runs the actions of the live desk.

    An action that nothing is bound to is not shown. The others are offered beside a meeting that is
    not signed, those that change nothing beside a signed one as well.
    """

    def __init__(self, actions: Actions, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._actions = actions
        self._slots: dict[str, Callable[[], object]] = {}
        self._reading: set[str] = set()  # those that change nothing
        self._meeting: MeetingSnapshot | None = None
        for action_id in LIVE_KEYS:
            actions[action_id].triggered.connect(partial(self._press, action_id))
        self._offer()

    def bind(
        self, action_id: str, slot: Callable[[], object], *, changes_nothing: bool = False
    ) -> None:
        """Have an action do that from now on. Raises KeyError for one of another place."""
        if action_id not in LIVE_KEYS:
            raise KeyError(action_id)
        self._slots[action_id] = slot
        self._reading.discard(action_id)
        if changes_nothing:
            self._reading.add(action_id)
        self._offer()

    def show_meeting(self, meeting: "MeetingSnapshot | None") -> None:
        """Be about that meeting, or about none."""
        self._meeting = meeting
        self._offer()

    def press(self, action_id: str) -> None:
        """Do what an action stands for now, if that is anything."""
        slot = self._slots.get(action_id)
        if slot is not None and self._can_run(action_id):
            slot()

    def _press(self, action_id: str, *_checked: bool) -> None:
        self.press(action_id)

    def _can_run(self, action_id: str) -> bool:
        if action_id not in self._slots or self._meeting is None:
            return False
        return action_id in self._reading or not STATES[self._meeting.state].signed

    def _offer(self) -> None:
        for action_id in LIVE_KEYS:
            action = self._actions[action_id]
            action.setVisible(action_id in self._slots)
            action.setEnabled(self._can_run(action_id))
