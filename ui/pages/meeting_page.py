"""One meeting: its head, and its pages behind tabs."""

from collections.abc import Callable
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import (
    QCoreApplication,
    QEvent,
    Qt,
    QThreadPool,
    QTimer,
    Signal,
)
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QTabBar, QVBoxLayout, QWidget

from models.agenda_plan import planned
from models.snapshot import LineView, MeetingSnapshot
from models.states import STATES, Phase
from models.vocabulary import MeetingKind
from ui.editing import MeetingEditor
from ui.line_choices import withheld_kinds
from ui.pages.meeting_tabs import TABS, Tab
from ui.pages.record_page import RecordPage
from ui.theme import Theme
from ui.widgets.basics import PageStack, ScrollHost, frame, row
from ui.widgets.focus import is_free_for
from ui.widgets.meeting_header import MeetingHeader
from ui.widgets.panes import rule
from ui.widgets.tab_page import TabPage
from ui.workspace import Workspace

if TYPE_CHECKING:
    from models.authored import Finding
    from ui.pages.going import FieldGoer

_COMPACT_UNDER_PX = 520  # at 100 %: below, the head would leave too little to the record

_COMPACT_LIVE_UNDER_PX = 760
"""The same while the meeting is held: each line of the record in view counts."""

_QUIET_MS = 500  # after which a meeting stands there, and what the other pages need may be loaded


class MeetingPage(QFrame):
    """Shows the meeting that is open; ``card`` appears between its head and its pages."""

    tab_changed = Signal(str)
    sign_asked = Signal(str)  # the state that locks the record

    def __init__(
        self,
        theme: Theme,
        workspace: Workspace,
        card: QWidget,
        *,
        language: Callable[[], str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self.theme = theme
        self.language = language
        self._workspace = workspace
        self.meeting: MeetingSnapshot | None = None
        self.editor = MeetingEditor(workspace, self)
        self.header = MeetingHeader(theme)
        self.record = RecordPage(theme, workspace)
        self._pages: dict[str, TabPage] = {}
        self.tabs = QTabBar()
        self._stack = PageStack()
        self._goer: FieldGoer | None = None
        self._quiet = QTimer(self)
        self._quiet.setSingleShot(True)
        self._quiet.setInterval(_QUIET_MS)
        self._quiet.timeout.connect(lambda: QThreadPool.globalInstance().start(_load_forms))
        self._build(card)
        self.tabs.currentChanged.connect(self._turn)
        self.record.details_asked.connect(self._show_details)
        self.show_card(visible=False)
        self.retranslate()

    @property
    def is_live(self) -> bool:
        """Whether a meeting that is being held is in view, with its record."""
        in_session = (
            self.meeting is not None and STATES[self.meeting.state].phase is Phase.IN_SESSION
        )
        return in_session and self.tab == "record"

    @property
    def tab(self) -> str:
        """The id of the page in view."""
        return str(self.tabs.tabData(self.tabs.currentIndex()))

    def show_tab(self, tab_id: str) -> None:
        """Turn to a page, if this kind of meeting has it."""
        for place in range(self.tabs.count()):
            if self.tabs.tabData(place) == tab_id and self.tabs.isTabVisible(place):
                self.tabs.setCurrentIndex(place)

    def step_tab(self, by: int) -> None:
        """Turn to the next page that way, round and round."""
        count = self.tabs.count()
        place = (self.tabs.currentIndex() + by) % count
        while not self.tabs.isTabVisible(place):
            place = (place + by) % count
        self.tabs.setCurrentIndex(place)

    def show_finding(self, finding: object) -> None:
        """Go to where the wording guard found a phrase."""
        found = cast("Finding", finding)
        self.show_field(found.group, found.field, found.entry_id)

    def show_field(self, group: str, field: str, entry_id: str) -> None:
        """Go to a field of an entry, on whichever page it is."""
        from ui.pages.going import FieldGoer  # heavy: only when used

        if self._goer is None:
            self._goer = FieldGoer(self)
        self._goer.go(group, field, entry_id)

    def show_line(self, line_id: str) -> None:
        """Show where a line was spoken."""
        self.show_tab("record")
        self.record.timeline.bring_to_top(line_id)
        self.record.actions_of_lines.select(frozenset({line_id}))
        self.record.timeline.setFocus()

    def show_meeting(self, meeting: MeetingSnapshot) -> None:
        """Show that meeting; the same one again keeps selection and place."""
        other = self.meeting is None or self.meeting.id != meeting.id
        if other:
            self.leave()
        self.meeting = meeting
        self.header.show_meeting(meeting)
        self._offer_tabs(meeting.kind)
        self._fit_header()
        self.editor.show_meeting(meeting.id)
        self.record.show_meeting(meeting)
        self._show_in_pages(meeting)
        self._quiet.start()
        if other:
            key = _place_key(meeting.id)
            self._workspace.read_drafts(key, then=self._take_place, place="place")

    def show_lines(self, meeting: MeetingSnapshot) -> None:
        """Show the meeting in view again, of which only lines changed."""
        self.meeting = meeting
        self.record.show_lines(meeting)
        self._show_in_pages(meeting)

    def forget(self) -> None:
        """Let go of the meeting in view: it may not be there any more."""
        self.meeting = None
        self.record.meeting = None
        self.editor.show_meeting("")

    def leave(self) -> None:
        """Save what is being typed, and remember where one was, to come back to."""
        if self.meeting is None:
            return
        self.commit()
        here = {"tab": self.tab, "top": self.record.top_line}
        self._workspace.keep_draft(_place_key(self.meeting.id), here)

    def begin_with_first_field(self) -> None:
        """Go to the first field of the page in view, once the values of the meeting are there."""
        if self.editor.sheet is None:
            once = Qt.ConnectionType.SingleShotConnection
            self.editor.shown.connect(self._focus_first_field, once)
        else:
            self._focus_first_field()

    def commit(self) -> None:
        """Save what is being typed in the page in view, and keep the unfinished line."""
        self._pages[self.tab].commit()
        self.record.keep_draft()

    def add_card(self, card: QWidget) -> None:
        """Take another card into the place of the first; whoever shows one hides the other."""
        self._cards.addWidget(card)

    def show_card(self, *, visible: bool) -> None:
        """Make room for the card, or take it away."""
        self._card_host.setVisible(visible)

    def retranslate(self) -> None:
        """Say it in the language in force."""
        self.tabs.setAccessibleName(self.tr("会议的各个页面"))
        for place, tab in enumerate(TABS):
            words = QCoreApplication.translate("MeetingPage", str(tab.title))
            self.tabs.setTabText(place, words)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep only the title where there is little room."""
        super().resizeEvent(event)
        self._fit_header()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _fit_header(self) -> None:
        least = _COMPACT_LIVE_UNDER_PX if self.is_live else _COMPACT_UNDER_PX
        self.header.set_compact(compact=self.height() / self.theme.text_scale < least)

    def _focus_first_field(self) -> None:
        page = self._pages[self.tab].as_widget
        field = page.nextInFocusChain()
        while field is not None and field is not page:
            stops = bool(field.focusPolicy() & Qt.FocusPolicy.TabFocus)
            if stops and page.isAncestorOf(field) and field.isVisible() and field.isEnabled():
                field.setFocus()
                return
            field = field.nextInFocusChain()

    def _offer_tabs(self, kind: MeetingKind) -> None:
        for place, tab in enumerate(TABS):
            wanted = kind in tab.kinds
            if self.tabs.isTabVisible(place) != wanted:
                # Qt forgets that it has to lay out anew if a tab is told what it is already
                self.tabs.setTabVisible(place, wanted)
                self.tabs.updateGeometry()

    def _show_in_pages(self, meeting: MeetingSnapshot) -> None:
        for page in self._pages.values():
            if page is not self.record:
                page.show_meeting(meeting)

    def _show_details(self, line: object) -> None:
        """Open the form of a line."""
        from ui.dialogs.line import LineDialog  # heavy: only when used
        from ui.forms.kit import FormKit

        sheet, meeting = self.editor.sheet, self.meeting
        if sheet is None or meeting is None:
            return
        items = tuple(
            (one.item.id, f"{one.number}  {one.item.title}")
            for one in planned(meeting.agenda, None)
        )
        shown = cast("LineView", line)
        speaker = meeting.participants_by_id.get(shown.speaker_id)
        withheld = withheld_kinds(speaker)
        kit = FormKit(
            self.theme,
            self.editor,
            self.language,
            lambda _group: items,
            lambda _group, field: withheld if field == "kind" else (),
        )
        LineDialog(kit, sheet, shown, self.record.attachments.attaching, self).show()

    def _take_place(self, found: object) -> None:
        """Go where one was in the meeting in view."""
        if self.meeting is None:
            return
        here = cast("dict[str, object]", found).get(_place_key(self.meeting.id))
        if isinstance(here, dict):
            self.show_tab(str(here.get("tab")))
            self.record.show_from(str(here.get("top")))

    def _build(self, card: QWidget) -> None:
        self.tabs.setObjectName("meetingTabs")
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setUsesScrollButtons(True)
        for tab in TABS:
            place = self.tabs.addTab("")
            self.tabs.setTabData(place, tab.id)
        self._cards = row(card, margins=(26, 0, 26, 12))
        self._card_host = ScrollHost(frame("cardHost", self._cards))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(ScrollHost(self.header))  # a long title is scrolled before it is cut
        column.addWidget(self._card_host)
        column.addLayout(row(self.tabs, None, margins=(18, 0, 18, 0)))
        column.addWidget(rule())
        column.addWidget(self._stack, 1)
        self._pages["record"] = self.record
        self._stack.addWidget(self.record)

    def _turn(self, place: int) -> None:
        """Show a page, which is built when it is first looked at."""
        for page in self._pages.values():
            if page.as_widget is self._stack.currentWidget():
                page.commit()
        tab = TABS[place]
        known = self._pages.get(tab.id)
        page = self._make_page(tab) if known is None else known
        begins = known is None and is_free_for(self._stack)
        self._stack.setCurrentWidget(page.as_widget)
        if begins:
            page.begin()
        self._fit_header()
        self.tab_changed.emit(tab.id)

    def _make_page(self, tab: Tab) -> TabPage:
        made = self._pages[tab.id] = tab.make(self)
        self._stack.addWidget(made.as_widget)
        if self.meeting is not None:
            made.show_meeting(self.meeting)
        return made


def _load_forms() -> None:
    """Load what all pages of forms are made of, so that the first one and its keys are quick.

    In a worker: loaded in one go in the window's thread, it would be felt.
    """
    import ui.forms.page  # noqa: F401
    from models.wording import prepare

    prepare()


def _place_key(meeting_id: str) -> str:
    return f"place/{meeting_id}"
