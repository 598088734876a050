"""What the pane of people asks for, done: who speaks next, who comes and goes, who waits."""

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, QTimer

from models.snapshot import MeetingSnapshot
from models.vocabulary import Movement
from ui.live.operations import set_queue, wait_to_speak

if TYPE_CHECKING:
    from ui.pages.record_page import RecordPage
    from ui.widgets.people_pane import PeoplePane


_SOON_MS = 60  # after a line is read back: a key does not wait for what follows from it


class PeopleActions(QObject):
    """Ties the pane to the record page beside it, and both to the workspace."""

    def __init__(self, pane: "PeoplePane", record: "RecordPage") -> None:
        super().__init__(pane)
        self._pane, self._record = pane, record
        self._meeting: MeetingSnapshot | None = None
        self._soon = QTimer(self, singleShot=True)
        self._soon.timeout.connect(self.show_people)
        pane.speaker_asked.connect(self._give_word)
        pane.movement_asked.connect(pane.ask_movement)
        pane.moved.connect(self._move)
        pane.queue_asked.connect(self._toggle)
        pane.queue_set.connect(lambda ids: self._set_queue(cast("tuple[str, ...]", ids)))
        record.state.changed.connect(lambda: pane.show_state(record.state))
        record.state.timer.changed.connect(lambda: pane.show_state(record.state))

    def show(self, meeting: object) -> None:
        """Show the people of a meeting, and whether enough of them are there.

        The record is to be seen first: people of another meeting are shown when they are asked for,
        those of the same one again a moment later.
        """
        if not isinstance(meeting, MeetingSnapshot):
            return
        former, self._meeting = self._meeting, meeting
        if former is None or former.id != meeting.id:
            self._pane.forget()
            self._show_band(meeting)
        elif _setting(former) != _setting(meeting):
            self.show_people()
        elif not self._soon.isActive():
            self._soon.start(_SOON_MS)

    def show_people(self) -> None:
        """Show the people of the meeting in view as they are now."""
        self._soon.stop()
        meeting = self._meeting
        if meeting is not None:
            self._pane.show_meeting(meeting, self._record.state.room_of(meeting))
            self._pane.show_state(self._record.state)
            self._show_band(meeting)

    def _show_band(self, meeting: MeetingSnapshot) -> None:
        """Say over the record that too few are there."""
        band, view = self._record.quorum_band, self._record.timeline
        at_end = view.verticalScrollBar().value() >= view.verticalScrollBar().maximum()
        former = band.text
        band.show_quorum(meeting, self._record.state.room_of(meeting).quorum)
        if at_end and band.text != former:  # the record is lower by the height of the band
            QTimer.singleShot(0, view, view.scrollToBottom)

    def _give_word(self, participant_id: str) -> None:
        """Let what is typed next be theirs."""
        if self._record.composer.isVisible():
            self._record.typing.give_the_floor(participant_id)

    def _move(self, participant_id: str, movement: object, reason: str) -> None:
        self._record.live.note_movement(participant_id, Movement(cast("str", movement)), reason)

    def _toggle(self, participant_id: str) -> None:
        meeting, queue = self._record.open_meeting, self._record.state.queue
        if meeting is not None:
            waiting = participant_id not in queue
            self._record.run(wait_to_speak(meeting.id, participant_id, waiting=waiting))

    def _set_queue(self, ids: tuple[str, ...]) -> None:
        meeting = self._record.open_meeting
        if meeting is not None:
            self._record.run(set_queue(meeting.id, ids))


def _setting(meeting: MeetingSnapshot) -> tuple[object, ...]:
    """Return what of a meeting does not change by its lines."""
    return meeting.id, meeting.state, meeting.participants
