"""The head of a meeting: title, where it stands, when, where, who chairs, its number."""

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from models.snapshot import MeetingSnapshot
from models.states import STATES, moves_from
from models.vocabulary import Role
from ui.icons import ThemedIcons
from ui.item_models.people import name_of
from ui.theme import Theme
from ui.widgets.basics import button, frame, label, row
from ui.widgets.flow_layout import FlowLayout
from ui.words import PHASE_COLOURS, meeting_word, state_word, time_text

_META = {
    "kind": "scale",
    "time": "calendar",
    "place": "map-pin",
    "chair": "user",
    "number": "hash",
    "host": "landmark",
    "case": "briefcase",
}
"""The facts under the title and their icons, in order."""


class MeetingHeader(QFrame):
    """Title and facts of one meeting; its state is a button that leads to the next ones."""

    moves_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("meetingHeader")
        self._theme = theme
        self._meeting: MeetingSnapshot | None = None
        self._title = label("meetingTitle", wrap=True)
        self._state = button("state")
        self._state.clicked.connect(self.moves_asked)
        self._facts: dict[str, tuple[QFrame, QLabel]] = {}
        icons = ThemedIcons(theme, self)
        flow = FlowLayout(gap=20, line_gap=6)
        for fact, icon in _META.items():
            sign, text = QLabel(), label("meta")
            icons.on_label(sign, icon)
            box = frame("fact", row(sign, text, spacing=5))
            self._facts[fact] = (box, text)
            flow.addWidget(box)
        facts = self._all_facts = frame("facts")
        facts.setLayout(flow)
        column = QVBoxLayout(self)
        column.setContentsMargins(26, 16, 26, 12)
        column.setSpacing(8)
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self._state, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(head)
        column.addWidget(facts)
        theme.changed.connect(self._colour_state)

    @property
    def title(self) -> str:
        """The title as shown."""
        return self._title.text()

    @property
    def state(self) -> str:
        """Where the meeting stands, as shown."""
        return self._state.text()

    def set_compact(self, *, compact: bool) -> None:
        """Leave out the facts where the record needs the room."""
        self._all_facts.setVisible(not compact)

    def moves_place(self) -> QPoint:
        """Return where the menu of the next states opens, on the screen."""
        return self._state.mapToGlobal(QPoint(0, self._state.height() + 4))

    def show_meeting(self, meeting: MeetingSnapshot) -> None:
        """Show the head of that meeting."""
        self._meeting = meeting
        self.retranslate()

    def retranslate(self) -> None:
        """Say it in the language in force."""
        meeting = self._meeting
        if meeting is None:
            return
        self._title.setText(meeting.title or self.tr("（未写标题）"))
        self._state.setText(state_word(meeting.state))
        self._state.setAccessibleName(self.tr("进展：{state}").format(state=self._state.text()))
        moves = bool(moves_from(meeting.state))
        self._state.setEnabled(moves)
        self._state.setToolTip(self.tr("更改会议状态") if moves else "")
        self._colour_state()
        chairs = [name_of(p) for p in meeting.participants if p.role == Role.CHAIR]
        chair = self.tr("主持人 {name}").format(name="、".join(chairs)) if chairs else ""
        schedule = meeting.schedule
        texts = {
            "kind": meeting_word(meeting),
            "time": time_text(schedule.held_from, schedule.held_to),
            "place": schedule.place or "",
            "chair": chair,
            "number": meeting.number or "",
            "host": meeting.host or "",
            "case": "；".join(case.name for case in meeting.cases if case.name),
        }
        for fact, (box, text) in self._facts.items():
            text.setText(texts[fact])
            box.setVisible(bool(texts[fact]))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _colour_state(self) -> None:
        if self._meeting is None:
            return
        ink, ground = PHASE_COLOURS[STATES[self._meeting.state].phase]
        theme = self._theme
        height, side = theme.text_px(24), theme.space_px(11)
        self._state.setFixedHeight(height)
        self._state.setStyleSheet(
            f"QPushButton {{ color: {theme.colour(ink).name()};"
            f" background: {theme.colour(ground).name()};"
            f" border: 1px solid transparent; border-radius: {height // 2}px;"
            f" padding: 0 {side}px; font-size: {theme.text_px(12)}px; font-weight: 700; }}"
            f"QPushButton:focus, QPushButton:hover {{ border-color: {theme.colour(ink).name()}; }}"
        )
