"""The desk: the list of meetings, the meeting in view and its people, and what fills them.

Built after the first paint of the window; it has no rules of its own.
"""

from collections.abc import Callable, Mapping
from functools import partial
from typing import cast

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QPushButton, QSizePolicy, QSplitter, QVBoxLayout, QWidget

from models.errors import AppError, DatabaseBusy, EndedUnexpectedly, MeetingNotFound
from models.snapshot import MeetingRow
from ui.actions import Actions
from ui.dossiers import Dossiers
from ui.folding import Folding
from ui.i18n import Interface
from ui.item_models.meetings import SearchedTexts
from ui.live.live_desk import LiveDesk
from ui.live.people_actions import PeopleActions
from ui.meeting_commands import MeetingCommands
from ui.messages import error_parts
from ui.opening import Opening
from ui.pages.export_panel import ExportPanel
from ui.pages.meeting_page import MeetingPage
from ui.papers import Papers
from ui.queries import meetings_to_list
from ui.refreshing import Refreshing
from ui.settings import SettingsStore, to_state
from ui.showing import Showing
from ui.theme import Theme
from ui.widgets.basics import PageStack, ScrollHost, frame, label, row
from ui.widgets.busy_line import BusyLine
from ui.widgets.empty_state import EmptyState
from ui.widgets.notice_panel import NoticePanel, Remedy
from ui.widgets.panes import MeetingsPane
from ui.widgets.people_pane import PeoplePane
from ui.widgets.saved_card import SavedCard
from ui.workspace import Workspace


class Desk(QSplitter):
    """Wires the panes to the workspace."""

    shown = Signal(object)  # the snapshot of the meeting in view, None if there is none any more
    saving_trouble = Signal(object)  # an AppError that keeps lines from the disk, or None

    def __init__(
        self,
        workspace: Workspace,
        settings: SettingsStore,
        theme: Theme,
        *,
        interface: Interface,
        actions: Actions,
        pane_buttons: Mapping[str, QPushButton],
    ) -> None:
        super().__init__()
        self.workspace = workspace
        self.settings = settings
        self.theme = theme
        self.interface = interface
        self.actions_by_id = actions
        self.rows: tuple[MeetingRow, ...] = ()
        self._trouble = False
        self.wanted = settings.value.last_meeting
        self._build()
        self.commands = MeetingCommands(self)
        self.papers = Papers(self)
        self.dossiers = Dossiers(self)
        self.opening = Opening(self)
        self.showing = Showing(self, self._stack)
        self.live = LiveDesk(self)
        self._connect()
        self._allow_opening(allowed=workspace.is_open)
        self._fold(pane_buttons)
        if settings.value.splitter:
            self.restoreState(to_state(settings.value.splitter))
        self.retranslate()

    def refresh(self) -> None:
        """Read list and meeting anew: the command line or another window may have changed them."""
        if self.workspace.is_open:
            self.load_rows()

    def begin_meeting(self, meeting_id: str) -> None:
        """Show a meeting that was just made, and go to its title."""
        self.showing.fresh = meeting_id
        self.wanted = meeting_id
        self.settings.change(last_meeting=meeting_id)
        self.meetings.filter.clear()

    def begin_anew(self) -> None:
        """Show data that took the place of the former, as after a start."""
        self.page.forget()
        self.rows = ()
        self.load_rows()

    def choose(self, meeting_id: str) -> None:
        """Show a meeting, mark it in the list, and come back to it at the next start."""
        self.settings.change(last_meeting=meeting_id)
        self.meetings.select(meeting_id)
        shown = self.page.meeting.id if self.page.meeting is not None else ""
        if not shown == meeting_id == self.wanted:
            self.showing.show_meeting(meeting_id)

    @property
    def all_saved(self) -> bool:
        """Whether every typed line is on disk."""
        return self.page.record.queue.is_empty

    def add_part(self, part: QWidget) -> None:
        """Take a part into the middle, to be turned to."""
        self._stack.addWidget(part)

    def add_over(self, part: QWidget) -> None:
        """Take a part in over the middle, whatever is in view there."""
        self._column.insertWidget(self._column.indexOf(self._stack), part)

    def shows(self, part: QWidget) -> bool:
        """Say whether a part of the middle is in view."""
        return self._stack.currentWidget() is part

    def tell(self, error: object, remedy: Remedy | None = None) -> None:
        """Show an error in words, with a button that does what there is to do."""
        if isinstance(error, AppError):
            self.notice.tell(lambda: error_parts(error, self.interface.language), remedy)

    def tell_crash(self, report: str) -> None:
        """Tell of an unexpected end of the last run, with its report to copy."""
        clipboard = QGuiApplication.clipboard()
        copy = Remedy(lambda: self.tr("复制出错报告"), lambda: clipboard.setText(report))
        self.tell(EndedUnexpectedly(), copy)

    def close_a_panel(self) -> None:
        """Close the notice, or else what tells of a saved file, or else the export."""
        if self.notice.isVisible():
            self.notice.dismiss()
        elif self.saved.isVisible():
            self.saved.dismiss()
        elif self.dossiers.close_verify_panel() or self.papers.close_preview():
            return
        elif not self.dossiers.close_archive_panel() and self.export_panel.isVisible():
            self.export_panel.close_panel()

    def fit(self, width: int) -> None:
        """Fold what does not fit a window of that width."""
        self.folding.fit(width)
        self.show_right_panes()

    def retranslate(self) -> None:
        """Say it in the language in force."""
        self._say_loading()
        self.commands.say_steps()
        if self.page.meeting is not None:
            self.page.header.show_meeting(self.page.meeting)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _build(self) -> None:
        self.meetings = MeetingsPane(self.theme)
        self.meetings.filter.setText(self.settings.value.filter)
        self.people = PeoplePane(self.theme)
        self.notice = NoticePanel(self.theme)
        self.export_panel = ExportPanel(self.theme, self.settings, database=self.workspace.file)
        self.page = MeetingPage(
            self.theme,
            self.workspace,
            self.export_panel,
            language=lambda: self.interface.language,
        )
        self.empty = EmptyState(self.theme)
        self._loading = label("muted")
        self._stack = PageStack()
        ignored = QSizePolicy.Policy.Ignored  # a notice above it gets its height first
        self._stack.setSizePolicy(QSizePolicy.Policy.Preferred, ignored)
        for part in (self._blank(), self.empty, self.page):
            self._stack.addWidget(part)
        self.setHandleWidth(1)
        self.setChildrenCollapsible(False)
        for pane in (self.meetings, self._centre(), self.people):
            self.addWidget(pane)
        self.setStretchFactor(1, 1)
        self.setSizes([self.theme.text_px(n) for n in (300, 990, 310)])

    def _blank(self) -> QWidget:
        column = QVBoxLayout()
        column.addStretch(2)
        column.addLayout(row(None, self._loading, None))
        column.addStretch(3)
        return frame("page", column)

    def _centre(self) -> QFrame:
        column = self._column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._notice_host = ScrollHost(frame("cardHost", row(self.notice, margins=(26, 14, 26, 2))))
        self._notice_host.hide()
        self.busy, self.saved = BusyLine(), SavedCard(self.theme)
        column.addWidget(self.busy)
        column.addWidget(self._notice_host)
        column.addWidget(self.saved)
        column.addWidget(self._stack, 1)
        return frame("centre", column)

    def _connect(self) -> None:
        slots: dict[str, Callable[[], object]] = {
            "open": self.opening.ask_for_files,
            "sample": self.opening.open_samples,
            "filter": self._go_to_filter,
            "refresh": self.refresh,
            "type": self._go_to_typing,
            "next_tab": lambda: self.page.step_tab(1),
            "previous_tab": lambda: self.page.step_tab(-1),
        }
        for name, slot in slots.items():
            self.actions_by_id[name].triggered.connect(slot)
        self.empty.new_asked.connect(self.commands.create)
        self.empty.open_asked.connect(self.opening.ask_for_files)
        self.empty.sample_asked.connect(self.opening.open_samples)
        self.meetings.new_asked.connect(self.commands.offer_new)
        self.meetings.chosen.connect(self.choose)
        self.export_panel.closed.connect(lambda: self.page.show_card(visible=False))
        self.export_panel.refused.connect(self.tell)
        self.export_panel.finding_asked.connect(self.page.show_finding)
        self.notice.appeared.connect(self._notice_host.show)
        self.notice.closed.connect(self._notice_host.hide)
        people = PeopleActions(self.people, self.page.record)
        self.shown.connect(people.show)
        self.showing.painted.connect(people.show_people)
        self.workspace.opened.connect(self._unlock)
        self.workspace.changed.connect(Refreshing(self).follow)
        self.workspace.failed.connect(self._fail)
        self.page.tab_changed.connect(lambda _tab: self.show_right_panes())
        self.page.record.failed.connect(self.tell)
        self.page.record.queue.trouble_changed.connect(self.saving_trouble)
        self.page.editor.refused.connect(self.tell)
        self.page.record.attachments.attaching.started.connect(self.busy.watch)
        self.page.record.attachments.attaching.told.connect(self.commands.told)

    def _fold(self, buttons: Mapping[str, QPushButton]) -> None:
        """Let panes fold away, and go into a pane that was fetched back."""
        panes = {
            "people": self.people,
            "meetings": self.meetings,
            "outline": self.page.record.outline,
        }
        views = {
            "people": self.people.view,
            "meetings": self.meetings.view,
            "outline": self.page.record.outline.view,
        }
        actions = {name: self.actions_by_id[name] for name in panes}
        self.folding = Folding(
            self.theme,
            panes,
            actions,
            buttons,
            closed=self.settings.value.closed_panes,
            parent=self,
        )
        self.folding.closed.connect(lambda names: self.settings.change(closed_panes=names))
        for name, view in views.items():
            actions[name].triggered.connect(partial(self._enter_pane, name, view))
        self.turn_to(self._stack.widget(0))

    def turn_to(self, part: QWidget) -> None:
        """Show one of the parts of the middle."""
        self._stack.setCurrentWidget(part)
        self.show_right_panes()

    def show_right_panes(self) -> None:
        """Show the list only if there are meetings, people only beside a meeting."""
        open_now = self._stack.currentWidget() is self.page
        at_record = open_now and self.page.tab == "record"
        self.folding.set_live(live=open_now and self.page.is_live)
        for name, pane, there in (
            ("meetings", self.meetings, bool(self.rows)),
            ("people", self.people, at_record),
        ):
            self.actions_by_id[name].setEnabled(there)
            pane.setVisible(there and self.actions_by_id[name].isChecked())
        self.actions_by_id["outline"].setEnabled(at_record)
        beside = open_now or self.papers.shows_preview
        for name in ("export", "archive"):
            self.actions_by_id[name].setEnabled(beside)
        self.actions_by_id["preview"].setEnabled(open_now)
        self.actions_by_id["filter"].setEnabled(bool(self.rows))
        self.commands.allow(opened=self.workspace.is_open, beside_meeting=beside)
        self.folding.show_buttons()

    def load_rows(self) -> None:
        """Read the list of meetings anew, and the meeting in view with it."""
        self.workspace.read(meetings_to_list, then=self._take_rows, place="rows")

    def _take_rows(self, found: object) -> None:
        rows, searched = cast("tuple[tuple[MeetingRow, ...], SearchedTexts]", found)
        self.meetings.model.expect(searched)
        self.show_rows(rows)

    def show_rows(self, rows: tuple[MeetingRow, ...]) -> None:
        """Show the list as it was read, and the meeting that is wanted."""
        first = not self.rows
        self.rows = rows
        if not self.rows:
            self._show_nothing()
            return
        self.meetings.show_meetings(self.rows)
        if first:
            self.meetings.view.setFocus()
        known = {row.id for row in self.rows}
        wanted = self.wanted if self.wanted in known else self.rows[0].id
        self.meetings.select(wanted)
        if first:
            self.showing.show_first(wanted)
        else:
            self.showing.show_meeting(wanted)
            self.show_right_panes()

    def _show_nothing(self) -> None:
        if self._stack.currentWidget() is not self.empty:
            self.page.forget()
            self.shown.emit(None)
            self.turn_to(self.empty)
            self.empty.setFocus()

    def want_first(self, ids: object) -> None:
        """Have the first of the new meetings shown when the list is loaded anew."""
        self.showing.fresh = ""
        self.wanted = cast("tuple[str, ...]", ids)[0]
        self.settings.change(last_meeting=self.wanted)
        self.meetings.filter.clear()

    def put_away(self) -> None:
        """Close what is about the meeting that was in view."""
        self.notice.withdraw()
        self.saved.dismiss()
        if self.export_panel.idle and not self.dossiers.is_archiving:
            self.dossiers.close_archive_panel()
            self.export_panel.close_panel()
        self.papers.close_preview()

    def _fail(self, error: object) -> None:
        if self.workspace.is_open:
            self.tell(error)
            if isinstance(error, MeetingNotFound):
                self.refresh()  # deleted elsewhere: list and page go on with what is there
            return
        retry = None
        if isinstance(error, DatabaseBusy):
            retry = Remedy(lambda: self.tr("重试"), self._open_again)
        self._trouble = True
        self._say_loading()
        self.tell(error, retry)

    def _open_again(self) -> None:
        self._trouble = False
        self._say_loading()
        self.workspace.open()

    def _unlock(self) -> None:
        """Offer what needs the data, now that it is there."""
        self._allow_opening(allowed=True)
        self.load_rows()
        for fault in self.workspace.faults[:1]:  # the settings list those of profiles
            self.tell(fault)

    def _allow_opening(self, *, allowed: bool) -> None:
        for name in ("open", "sample", "refresh"):
            self.actions_by_id[name].setEnabled(allowed)
        self.empty.setEnabled(allowed)
        self.commands.allow(opened=allowed, beside_meeting=self.page.meeting is not None)

    def _say_loading(self) -> None:
        unopened = self.tr("数据没有打开，不能查看或者导入会议。")
        self._loading.setText(unopened if self._trouble else self.tr("正在打开数据…"))

    def _enter_pane(self, name: str, view: QWidget, *_checked: bool) -> None:
        """Go into a pane that was just opened."""
        if self.actions_by_id[name].isChecked():
            view.setFocus()

    def _go_to_typing(self) -> None:
        self.page.show_tab("record")
        self.page.record.composer.text.setFocus()

    def _go_to_filter(self) -> None:
        if not self.actions_by_id["meetings"].isChecked():
            self.actions_by_id["meetings"].trigger()
        self.meetings.filter.setFocus()
        self.meetings.filter.selectAll()
