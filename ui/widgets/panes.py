"""The panes beside the timeline: meetings, outline. A title, and a list of rows."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QLineEdit, QVBoxLayout, QWidget

from models.running import Stage
from models.snapshot import MeetingRow, MeetingSnapshot
from ui.icons import ThemedIcons
from ui.item_models.meetings import MeetingListModel
from ui.item_models.outline import OutlineEntry, OutlineModel
from ui.theme import Theme
from ui.widgets.basics import button, frame, label, row
from ui.widgets.list_delegates import MeetingDelegate, OutlineDelegate
from ui.widgets.rows_view import RowsView


class Pane(QFrame):
    """A frame with a title, a count beside it, and whatever stands below."""

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.theme = theme
        self.title = label("paneTitle")
        self.count = label("muted")
        self.head = row(self.title, self.count, None, margins=(20, 0, 16, 0))
        self.view = RowsView(theme)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 14, 0, 8)
        self.column.setSpacing(6)
        self.column.addLayout(self.head)
        theme.changed.connect(self.set_widths)

    def set_widths(self) -> None:
        """Take the width that the text scale asks for."""

    def retranslate(self) -> None:
        """Say it in the language in force."""

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)


class MeetingsPane(Pane):
    """The list of meetings with a field that narrows it."""

    chosen = Signal(str)  # id of a meeting
    new_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "sidePane", parent)
        self._meetings: tuple[MeetingRow, ...] = ()
        self._wanted = ""
        self.model = MeetingListModel(self)
        self.view.set_up(self.model, MeetingDelegate(theme, self.view))
        self.view.moved_to.connect(self._choose)
        self.view.activated_row.connect(self._choose)
        self.new = button()
        self._icons = ThemedIcons(theme, self)
        self._icons.on_button(self.new, "plus")
        self.new.clicked.connect(self.new_asked)
        self.head.addWidget(self.new)
        self.filter = QLineEdit()
        self.filter.setObjectName("filter")
        self.filter.setClearButtonEnabled(True)
        self.filter.setAcceptDrops(False)  # files dropped on it are case files for the window
        self.filter.textChanged.connect(self._narrow)
        self._nothing = label("muted", wrap=True)
        self._nothing.setContentsMargins(20, 8, 16, 8)
        self._nothing.hide()
        self.column.addLayout(row(self.filter, margins=(16, 4, 16, 0)))
        self.column.addWidget(self._nothing)
        self.column.addWidget(self.view, 1)
        self.set_widths()
        self.retranslate()

    def show_meetings(self, meetings: tuple[MeetingRow, ...]) -> None:
        """Show these meetings, as far as the filter lets them."""
        self._meetings = meetings
        self._narrow()

    def select(self, meeting_id: str) -> None:
        """Mark the meeting that is in view, whenever the filter lets it be seen."""
        self._wanted = meeting_id
        if not self.view.select_key(meeting_id):
            self.view.clear_current()

    def set_widths(self) -> None:
        """Be wide enough for a title."""
        self.setMinimumWidth(self.theme.text_px(240))

    def retranslate(self) -> None:
        """Say it in the language in force."""
        self.title.setText(self.tr("会议"))
        self.new.setText(self.tr("新建"))
        self.new.setToolTip(self.tr("新建会议，或者打开案件文件"))
        self.new.setAccessibleName(self.tr("新建会议，或者打开案件文件"))
        self.filter.setPlaceholderText(self.tr("按标题、编号、单位、地点筛选"))
        self.filter.setAccessibleName(self.tr("筛选会议"))
        self.view.setAccessibleName(self.tr("会议列表"))
        self.view.copy_action.setText(self.tr("复制标题"))
        self._nothing.setText(self.tr("没有符合条件的会议。"))
        self._narrow()
        self.model.refresh_words()

    def _narrow(self) -> None:
        self.model.show(self._meetings, self.filter.text())
        shown = sum(isinstance(entry, MeetingRow) for entry in self.model.rows)
        narrowed = f"{shown} / {len(self._meetings)}"
        self.count.setText(str(shown) if shown == len(self._meetings) else narrowed)
        self._nothing.setVisible(bool(self._meetings) and not shown)
        self.select(self._wanted)

    def _choose(self, entry: object) -> None:
        if isinstance(entry, MeetingRow):
            self.chosen.emit(entry.id)


class OutlinePane(Pane):
    """Agenda or steps, questions and materials of the meeting."""

    target_chosen = Signal(str)  # key of a row of the timeline

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "outlinePane", parent)
        self.model = OutlineModel(self)
        self._meeting: MeetingSnapshot | None = None
        self._now = ""  # the key of the row that is under way
        self.view.set_up(self.model, OutlineDelegate(theme, self.view))
        self.view.activated_row.connect(self._choose)
        self.column.setContentsMargins(0, 2, 0, 8)
        self.head.setContentsMargins(0, 0, 0, 0)
        self.title.hide()
        self.count.hide()
        self._nothing = label("muted", wrap=True)
        self._nothing.setContentsMargins(20, 12, 16, 0)
        self.column.addWidget(self._nothing)
        self.column.addWidget(self.view, 1)
        self.set_widths()
        self.retranslate()

    def show_meeting(self, meeting: MeetingSnapshot) -> None:
        """Show the outline of that meeting; say so if it has none."""
        self._meeting = meeting
        self.model.show(meeting)
        self._nothing.setVisible(not self.model.rows)
        self._bring_now_into_view()

    def show_time(self) -> None:
        """Show again what follows from the time of day."""
        if self._meeting is not None:
            self.model.show(self._meeting)

    def set_widths(self) -> None:
        """Keep one width; the timeline has the rest."""
        self.setFixedWidth(self.theme.text_px(248))

    def retranslate(self) -> None:
        """Say it in the language in force."""
        self.view.setAccessibleName(self.tr("议程、问题和材料"))
        self._nothing.setText(self.tr("没有写明议程、问题和材料。"))
        self.view.copy_action.setText(self.tr("复制"))

    def _bring_now_into_view(self) -> None:
        """Show what has just begun; later the list stays where the user scrolled it to."""
        entries = (row for row in self.model.rows if isinstance(row, OutlineEntry))
        now = next((one.key for one in entries if one.stage is Stage.NOW), "")
        if now and now != self._now:
            self.view.scrollTo(self.model.index(self.model.row_of(now), 0))
        self._now = now

    def _choose(self, entry: object) -> None:
        if isinstance(entry, OutlineEntry) and entry.target:
            self.target_chosen.emit(entry.target)


def rule() -> QFrame:
    """Return a hairline."""
    made = frame("rule")
    made.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    return made
