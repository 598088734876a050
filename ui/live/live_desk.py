"""The live desk of a window: its keys, the second screen, the timer that the room sees, practising."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from ui.item_models.people import name_of
from ui.live.live_keys import LiveKeys
from ui.live.projection import Projection

if TYPE_CHECKING:
    from ui.desk import Desk

_SECONDS_A_MINUTE = 60


class LiveDesk(QObject):
    """Binds what the parts of a desk can do to the keys of the window."""

    screen_told = Signal(str)  # what the second screen does, in words

    def __init__(self, desk: "Desk") -> None:
        super().__init__(desk)
        self._desk = desk
        self._record = desk.page.record
        self._projection: Projection | None = None
        self._timed: str | None = None  # whose time is shown
        self.keys = LiveKeys(desk.actions_by_id, self)
        self._bind()
        desk.shown.connect(self.keys.show_meeting)
        desk.actions_by_id["practice"].triggered.connect(self.practise)
        self._record.practice.ended.connect(desk.commands.bin)
        self._record.state.timer.changed.connect(self._follow_timer)
        desk.settings.changed.connect(self._follow_settings)

    def projection(self) -> Projection:
        """Return what shows the second screen; made when it is first asked for."""
        if self._projection is None:
            self._projection = Projection(self._desk)
            self._projection.state_changed.connect(self.screen_told)
            self._limit_screen()
        return self._projection

    def blank_at_once(self) -> bool:
        """Have the second screen show nothing, if it shows something; say whether it did."""
        projection = self._projection
        if projection is None or not projection.is_open or projection.screen.is_blank:
            return False
        projection.blank()
        return True

    def practise(self) -> None:
        """Make an invented meeting, and say what is to be taken down in it."""
        self._record.practice.begin(lambda meeting_id: self._desk.want_first((meeting_id,)))
        self._desk.page.show_tab("record")

    @property
    def _limit_minutes(self) -> int:
        return self._desk.settings.value.speech_minutes

    def _bind(self) -> None:
        record = self._record
        for action_id, slot in (
            ("next_item", record.turn_to_next),
            ("previous_item", record.turn_to_previous),
            ("timer", record.state.timer.toggle),
            ("timer_reset", record.state.timer.reset),
            ("opinion", record.live.take_as_opinion),
            ("mark", record.live.mark),
            ("note", record.live.toggle_note),
            ("hand_over_desk", record.live.ask_to_hand_over),
        ):
            self.keys.bind(action_id, slot)
        for action_id, slot in (
            ("second_screen", lambda: self.projection().toggle()),
            ("blank_screen", lambda: self.projection().blank()),
            ("find_in_meeting", self._find),
        ):
            self.keys.bind(action_id, slot, changes_nothing=True)

    def _find(self) -> None:
        self._desk.page.show_tab("record")
        self._record.find_bar.begin()

    def _limit_screen(self) -> None:
        if self._projection is not None:
            self._projection.limit_speech(self._limit_minutes * _SECONDS_A_MINUTE or None)

    def _follow_settings(self, names: frozenset[str]) -> None:
        """Have another limit hold at once, also for the speech that is timed."""
        if "speech_minutes" in names:
            self._limit_screen()
            self._show_timer()

    def _follow_timer(self) -> None:
        """Show whose speech is timed, when that is another one."""
        if self._record.state.timer.speaker_id != self._timed and self._record.meeting is not None:
            self._timed = self._record.state.timer.speaker_id
            self._show_timer()

    def _show_timer(self) -> None:
        timer, meeting = self._record.state.timer, self._record.meeting
        if meeting is None:
            return
        speaker = meeting.participants_by_id.get(timer.speaker_id)
        name = self.tr("发言人待核") if speaker is None else name_of(speaker)
        self._record.band.show_timer(timer, name, self._limit_minutes)
