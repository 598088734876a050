"""One meeting: its head, the outline, the timeline of lines."""

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QVBoxLayout, QWidget

from models.snapshot import MeetingSnapshot
from ui.item_models.lines import TimelineModel
from ui.theme import Theme
from ui.widgets.basics import ScrollHost, frame, label, row
from ui.widgets.line_delegate import LineDelegate
from ui.widgets.meeting_header import MeetingHeader
from ui.widgets.panes import OutlinePane, rule
from ui.widgets.rows_view import RowsView

_LEAST_RECORD_PX = 280  # at 100 %: below, a line of the record holds too few words


class MeetingPage(QFrame):
    """Shows the meeting that is open; ``card`` appears between its head and its record."""

    def __init__(self, theme: Theme, card: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self._theme = theme
        self.meeting: MeetingSnapshot | None = None
        self.header = MeetingHeader(theme)
        self.outline = OutlinePane(theme)
        self.model = TimelineModel(self)
        self.timeline = RowsView(theme)
        self.timeline.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.timeline.set_up(self.model, LineDelegate(theme, self.timeline))
        self.timeline.setMinimumHeight(60)
        theme.changed.connect(self._set_width)
        self._nothing = label("muted", wrap=True)
        self._nothing.setContentsMargins(26, 20, 26, 8)
        self.outline.target_chosen.connect(self.timeline.bring_to_top)
        record = QVBoxLayout()
        record.setContentsMargins(0, 6, 0, 0)
        record.setSpacing(0)
        record.addWidget(self._nothing)
        record.addWidget(self.timeline, 1)
        self._card_host = ScrollHost(frame("cardHost", row(card, margins=(26, 0, 26, 12))))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(ScrollHost(self.header))  # a long title is scrolled before it is cut
        column.addWidget(self._card_host)
        column.addWidget(rule())
        body = row(self.outline, record, spacing=0)
        body.setStretch(1, 1)
        column.addLayout(body, 1)
        self.show_card(visible=False)
        self._set_width()
        self.retranslate()

    def show_meeting(self, meeting: MeetingSnapshot, language: str) -> None:
        """Show that meeting; the same one again keeps selection and place."""
        other = self.meeting is None or self.meeting.id != meeting.id
        self.meeting = meeting
        self.header.show_meeting(meeting, language)
        self.outline.show_meeting(meeting)
        self.model.show(meeting)
        self._nothing.setVisible(not meeting.lines)
        if other:
            self.timeline.scrollToTop()
            self.outline.view.scrollToTop()

    def show_card(self, *, visible: bool) -> None:
        """Make room for the card, or take it away."""
        self._card_host.setVisible(visible)

    def retranslate(self) -> None:
        """Say it in the language in force."""
        self.timeline.setAccessibleName(self.tr("发言记录"))
        self.timeline.copy_action.setText(self.tr("复制发言"))
        self._nothing.setText(self.tr("这次会议还没有发言记录。"))
        if self.meeting is not None:
            self.model.show(self.meeting)
            self.outline.show_meeting(self.meeting)
            self.model.refresh_words()
            self.outline.model.refresh_words()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _set_width(self) -> None:
        self.timeline.setMinimumWidth(self._theme.text_px(_LEAST_RECORD_PX))
