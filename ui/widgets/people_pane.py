"""The people beside the record: numbered tiles, the order of speaking, and the quorum.

Keys on a tile: Enter lets the typing line be about this person, Space asks how their presence
changes, Q puts them into the order of speaking or takes them out.
"""

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QWidget

from models.quorum import QuorumNow
from models.room import RoomNow
from models.snapshot import MeetingSnapshot
from models.states import STATES
from models.vocabulary import MeetingKind
from ui.item_models.people import PeopleModel, PersonEntry, office_word, spoken_word
from ui.live.desk_state import DeskState
from ui.live.movement_card import MovementCard
from ui.live.quorum_words import missing_text, quorum_text
from ui.theme import Theme
from ui.widgets.basics import label, row
from ui.widgets.panes import Pane
from ui.widgets.person_tile import PersonTileDelegate
from ui.widgets.speaking_queue import SpeakingQueue

_LOW_PX = 480  # at 100 %: in a lower pane the tiles need the room of what offices said
_OFFICE = "人民检察院"
_SHORT_OFFICE = "院"  # as offices call one another; in the data, so it is Chinese in every language


class PeoplePane(Pane):
    """Shows and asks: what is asked goes out with the id of the participant."""

    speaker_asked = Signal(str)  # what is typed next is theirs
    movement_asked = Signal(str)  # their presence changes
    queue_asked = Signal(str)  # into the order of speaking, or out of it
    queue_set = Signal(object)  # ids of participants in their new order
    moved = Signal(str, object, str)  # id of a participant, a Movement, the reason

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "sidePane", parent)
        self._shown: tuple[MeetingSnapshot, RoomNow] | None = None
        self.model = PeopleModel(self)
        self.view.set_up(self.model, PersonTileDelegate(theme, self.view))
        self.quorum = label("muted")
        self.card = MovementCard(theme)
        self.queue = SpeakingQueue(theme)
        self.offices = label("muted", wrap=True)
        self.offices.setContentsMargins(20, 2, 16, 0)
        self._speak = self._action(Qt.Key.Key_unknown, self.speaker_asked)
        self._presence = self._action(Qt.Key.Key_Space, self.movement_asked)
        self._wait = self._action(Qt.Key.Key_Q, self.queue_asked)
        self.view.insertActions(self.view.copy_action, [self._speak, self._presence, self._wait])
        self._build()
        self._connect()
        self.set_widths()
        self.retranslate()

    def show_meeting(self, meeting: MeetingSnapshot, room: RoomNow) -> None:
        """Show the people of that meeting, as it stands in its room."""
        self._shown = meeting, room
        self._show(meeting, room)
        self.card.follow(self._entry(self.card.participant_id))

    def forget(self) -> None:
        """Show nobody: another meeting comes into view."""
        self._shown = None
        self.card.dismiss()
        self.model.forget()
        for words in (self.count, self.quorum, self.offices):
            words.setText("")
        self.queue.forget()

    def show_state(self, state: DeskState) -> None:
        """Show who waits to speak, and who is talking for how long."""
        timer = state.timer
        self.model.show_state(
            state.queue, timer.speaker_id, timer.seconds, running=timer.is_running
        )
        if state.queue != self.queue.queue:
            self.queue.show_queue(state.queue)
            self._share_height()

    def ask_movement(self, participant_id: str) -> None:
        """Ask how somebody's presence changes."""
        entry = self._entry(participant_id)
        if entry is not None:
            self.card.ask(entry)

    def set_widths(self) -> None:
        """Be wide enough for number, name, role and presence."""
        self.setMinimumWidth(self.theme.text_px(268))
        self._share_height()

    def retranslate(self) -> None:
        """Say it in the language in force."""
        self.title.setText(self.tr("参会人员"))
        self.view.setAccessibleName(self.tr("参会人员"))
        self.view.setAccessibleDescription(
            self.tr("回车由其发言，空格登记出入，Q 排入或者移出发言次序")
        )
        self.view.copy_action.setText(self.tr("复制"))
        self._speak.setText(self.tr("由其发言") + "\t" + self.tr("回车"))
        self._presence.setText(self.tr("登记出入…"))
        self._wait.setText(self.tr("排入或者移出发言次序"))
        if self._shown is not None:
            self._show(*self._shown)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the queue what the tiles leave."""
        super().resizeEvent(event)
        self._share_height()

    def _build(self) -> None:
        self.column.setSpacing(4)
        self.head.addWidget(self.quorum)
        self.column.addLayout(row(self.card, margins=(12, 2, 12, 2)))
        self.column.addWidget(self.view, 1)
        self.column.addWidget(self.queue)
        self.column.addWidget(self.offices)

    def _connect(self) -> None:
        self.view.activated_row.connect(self._activate)
        self.queue.word_given.connect(self.speaker_asked)
        self.queue.queue_set.connect(self.queue_set)
        self.card.chosen.connect(self.moved)
        self.card.closed.connect(self.view.setFocus)

    def _show(self, meeting: MeetingSnapshot, room: RoomNow) -> None:
        open_ = not STATES[meeting.state].signed
        self.count.setText(self.tr("{count}人").format(count=len(meeting.participants)))
        self._say_quorum(meeting, room.quorum)
        self.model.show(meeting, room)
        self._say_offices()
        self.queue.show_people(meeting, room.suggested)
        self.queue.setVisible(open_)
        for action in (self._speak, self._presence, self._wait):
            action.setEnabled(open_)
        if not open_:
            self.card.dismiss()
        self._share_height()

    def _say_quorum(self, meeting: MeetingSnapshot, found: QuorumNow | None) -> None:
        """Say how many count now and are required; of a hearing, how many observe it."""
        missing = missing_text(found) if found is not None else ""
        words = ""
        if found is not None:
            words = self.tr("不足 {counts}") if missing else self.tr("计入 {counts}")
            words = words.format(counts=quorum_text(found))
        elif meeting.kind is MeetingKind.HEARING and meeting.observers is not None:
            words = self.tr("旁听{count}人").format(count=meeting.observers)
        self.quorum.setText(words if meeting.participants else "")
        self.quorum.setToolTip(missing or ((meeting.quorum and meeting.quorum.rule) or ""))
        name = "warnText" if missing else "muted"
        if self.quorum.objectName() != name:
            self.quorum.setObjectName(name)
            self.quorum.style().unpolish(self.quorum)
            self.quorum.style().polish(self.quorum)

    def _say_offices(self) -> None:
        """Say how much was taken down of each office, where there are several."""
        offices = self.model.totals.offices
        told = {name: spoken_word(spoken) for name, spoken in offices.items() if spoken.lines}
        short = (office_word(name.replace(_OFFICE, _SHORT_OFFICE), offices[name]) for name in told)
        several = len(offices) > 1 and bool(told)
        words = self.tr("发言：{offices}").format(offices="　".join(short))
        self.offices.setText(words if several else "")
        full = "\n".join(f"{name}：{words}" for name, words in told.items())
        self.offices.setToolTip(full)
        self.offices.setAccessibleName(full)

    def _share_height(self) -> None:
        """Let the tiles have what they need before the queue gets more than a few rows."""
        low = self.height() < self.theme.text_px(_LOW_PX)
        self.offices.setVisible(bool(self.offices.text()) and not low)
        tiles = self.view.verticalHeader().length()
        offices = 0 if self.offices.isHidden() else self.offices.heightForWidth(self.width())
        others = self.head.sizeHint().height() + offices + self.theme.space_px(40)
        self.queue.limit(self.height() - tiles - others - self.queue.head_height)

    def _activate(self, entry: object) -> None:
        if isinstance(entry, PersonEntry) and self._speak.isEnabled():
            self.speaker_asked.emit(entry.person.id)

    def _entry(self, participant_id: str) -> PersonEntry | None:
        place = self.model.row_of(participant_id)
        return self.model.rows[place] if place >= 0 else None

    def _action(self, key: Qt.Key, signal: SignalInstance) -> QAction:
        made = QAction(self)
        if key is not Qt.Key.Key_unknown:
            made.setShortcut(key)
            made.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        made.triggered.connect(lambda _checked=False: self._ask(signal))
        return made

    def _ask(self, signal: SignalInstance) -> None:
        """Ask for the current tile."""
        place = self.view.currentIndex().row()
        if place >= 0:
            signal.emit(self.model.rows[place].person.id)
