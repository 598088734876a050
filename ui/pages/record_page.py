"""The record of a meeting: its outline, the timeline of lines, and the typing line below."""

import time
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar, cast

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtWidgets import QAbstractItemView, QFrame, QVBoxLayout, QWidget

from models.errors import AppError, DatabaseSlow
from models.snapshot import LineView, MeetingSnapshot, OpinionView, StretchView
from models.states import STATES
from ui.changes import Operation
from ui.item_models.lines import LineEntry, NoteEntry, TimelineModel
from ui.line_queue import LineQueue
from ui.live.desk_actions import DeskActions
from ui.live.desk_state import DeskState
from ui.live.find_bar import FindBar
from ui.live.practice import PracticeBar
from ui.live.quorum_band import QuorumBand
from ui.live.run_band import RunBand
from ui.live.turning import Turning
from ui.live.typing_line import TypingLine
from ui.operations import TypedLine, line_draft_key
from ui.pages.clarifying import Clarifying
from ui.pages.line_actions import LineActions
from ui.pages.line_attachments import LineAttachments
from ui.theme import Theme
from ui.widgets.basics import label, row
from ui.widgets.composer import Composer
from ui.widgets.line_delegate import LineDelegate
from ui.widgets.line_drafts import draft_of
from ui.widgets.panes import OutlinePane
from ui.widgets.rows_view import RowsView
from ui.widgets.tab_page import TabPage
from ui.workspace import Workspace

if TYPE_CHECKING:
    from models.desk_view import NoteView

_LEAST_RECORD_PX = 280  # at 100 %: below, a line of the record holds too few words
_DRAFT_MS = 1000
_View = TypeVar("_View", LineView, OpinionView)
_Placed = tuple[tuple[int, _View], ...]
_Found = tuple[_Placed[LineView], _Placed[OpinionView], tuple[StretchView, ...]]

_JUST_WRITTEN = 50  # lines at the end of a record that may have been shown as waiting


class RecordPage(QFrame, TabPage):
    """Shows the lines of the meeting in view and takes new ones down."""

    failed = Signal(object)  # an AppError to be told
    details_asked = Signal(object)  # a LineView, to be shown in full

    def __init__(self, theme: Theme, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.workspace = workspace
        self.meeting: MeetingSnapshot | None = None
        self.band = RunBand(theme)
        self.outline = OutlinePane(theme)
        self.model = TimelineModel(self)
        self.timeline = RowsView(theme)
        self.queue = LineQueue(workspace, self)
        self.state = DeskState(workspace, self)
        self.quorum_band = QuorumBand(theme)
        self.composer = Composer(theme)
        self.turning = Turning(self)
        self.actions_of_lines = LineActions(self)
        self.attachments = LineAttachments(self)
        self.clarifying = Clarifying(self)
        self.typing = TypingLine(self)
        self.live = DeskActions(self)
        self.find_bar = FindBar(self)
        self.practice = PracticeBar(theme, workspace)
        self._kept: object = None
        self._draft_timer = QTimer(self)
        self._build()
        self._connect()
        self._set_width()
        self.retranslate()

    def show_meeting(self, meeting: MeetingSnapshot) -> None:
        """Show that meeting; the same one again keeps selection, place and what is typed."""
        other = self.meeting is None or self.meeting.id != meeting.id
        if other:
            self.keep_draft()
            self.queue.forget_written(meeting.id)
            self.state.show_meeting(meeting.id)
        self.show_lines(meeting, follow=not other)
        self._show_composer()
        if other:
            self.timeline.scrollToTop()
            self.outline.view.scrollToTop()
            self._kept = None
            self.workspace.read_drafts(
                line_draft_key(meeting.id), then=self._take_drafts, place="line draft"
            )

    def show_lines(self, meeting: MeetingSnapshot, *, follow: bool = True) -> None:
        """Show that meeting again, of which only lines changed."""
        self.meeting = meeting
        self.band.show_meeting(meeting)
        self.outline.show_meeting(meeting)
        self.queue.forget_read(_just_written(meeting))
        self._show_lines(follow=follow)
        self.composer.show_meeting(meeting)
        self.turning.follow(meeting)
        self.live.follow(meeting)
        self.find_bar.follow()
        self.practice.follow(meeting)

    def turn_to_next(self) -> None:
        """Turn to the next item of the agenda, or step; at the end, stop the time."""
        self.turning.next()

    def turn_to_previous(self) -> None:
        """Turn back to the item of the agenda, or step, before."""
        self.turning.previous()

    def take_rows(
        self, lines: frozenset[str], opinions: frozenset[str], found: object
    ) -> MeetingSnapshot | None:
        """Return the meeting with some lines and opinions as they are now, others as they were."""
        meeting = self.meeting
        if meeting is None:
            return None
        self.queue.forget_read(lines)
        views, heard, stretches = cast("_Found", found)
        return replace(
            meeting,
            lines=_with(meeting.lines, lines, views) if lines else meeting.lines,
            opinions=_with(meeting.opinions, opinions, heard) if opinions else meeting.opinions,
            stretches=stretches,
        )

    def keep_draft(self) -> None:
        """Keep the unfinished line now."""
        self._draft_timer.stop()
        if self.meeting is None:
            return
        draft = self.composer.draft
        if draft != self._kept:
            self._kept = draft
            self.workspace.keep_draft(line_draft_key(self.meeting.id), draft)

    def retranslate(self) -> None:
        """Say it in the language in force."""
        self.timeline.setAccessibleName(self.tr("发言记录"))
        self.timeline.copy_action.setText(self.tr("复制发言"))
        self._nothing.setText(self.tr("这次会议还没有发言记录。在下面输入第一条。"))
        self.actions_of_lines.retranslate()
        self.attachments.retranslate()
        self.clarifying.retranslate()
        if self.meeting is not None:
            self.model.refresh_words()
            self._show_lines()
            self.outline.show_meeting(self.meeting)
            self.outline.model.refresh_words()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    @property
    def open_meeting(self) -> MeetingSnapshot | None:
        """The meeting in view, if its record may still be changed."""
        return None if self.meeting is None or self.meeting.signed else self.meeting

    def run(self, operation: Operation) -> None:
        """Change the meeting; a refusal is told."""

        def told(error: object) -> None:
            if isinstance(error, AppError):
                self.failed.emit(error)

        self.workspace.run(operation, otherwise=told)

    @property
    def top_line(self) -> str:
        """The id of the first line in view; empty at the end of the record."""
        bar = self.timeline.verticalScrollBar()
        if bar.value() >= bar.maximum():
            return ""
        first = max(self.timeline.rowAt(0), 0)
        lines = (e.line.id for e in self.model.rows[first:] if isinstance(e, LineEntry))
        return next(lines, "")

    def show_from(self, line_id: str) -> None:
        """Scroll so that a line is the first one; to the end if there is no such line."""
        if self.model.row_of(line_id) >= 0:
            self.timeline.bring_to_top(line_id)
        else:
            self.timeline.scrollToBottom()

    def selected_lines(self) -> list[LineView]:
        """Return the selected lines that are on disk, in order."""
        rows = sorted({index.row() for index in self.timeline.selectionModel().selectedIndexes()})
        shown = self.model.rows
        entries = (shown[row] for row in rows)
        return [e.line for e in entries if isinstance(e, LineEntry) and not e.waiting]

    def selected_notes(self) -> "list[NoteView]":
        """Return the selected internal notes, in order."""
        rows = sorted({index.row() for index in self.timeline.selectionModel().selectedIndexes()})
        shown = self.model.rows
        return [e.note for e in (shown[row] for row in rows) if isinstance(e, NoteEntry)]

    def edit_line(self, line: LineView) -> None:
        """Take a line into the typing line to correct it."""
        if self.composer.isVisible():
            self.keep_draft()
            self.composer.edit(line)

    def give_back(
        self, error: object, meeting_id: str, lines: tuple[TypedLine, ...], line_id: str = ""
    ) -> None:
        """Give back lines that cannot be taken; those of another meeting wait there.

        ``line_id`` is that of the earlier line that was to be corrected.
        """
        drafts = [draft_of(line, line_id) for line in lines]
        if self.meeting is not None and self.meeting.id == meeting_id:
            for draft in reversed(drafts):
                self.composer.give_back(draft)
            self.keep_draft()
            self._show_composer()
        else:
            for place, draft in enumerate(drafts):
                key = f"{line_draft_key(meeting_id)}/{time.time_ns()} {place:04}"
                self.workspace.keep_draft(key, draft)
        self.failed.emit(error)

    def _build(self) -> None:
        self.timeline.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.timeline.set_up(self.model, LineDelegate(self.theme, self.timeline))
        self.timeline.setMinimumHeight(60)
        self._nothing = label("muted", wrap=True)
        self._nothing.setContentsMargins(26, 20, 26, 8)
        for action in (
            *self.actions_of_lines.actions,
            *self.attachments.actions,
            self.clarifying.action,
        ):
            self.timeline.addAction(action)
        record = QVBoxLayout()
        record.setContentsMargins(0, 6, 0, 0)
        record.setSpacing(0)
        record.addWidget(self.quorum_band)
        record.addWidget(self.find_bar)
        record.addWidget(self._nothing)
        record.addWidget(self.timeline, 1)
        record.addLayout(row(self.clarifying.line, margins=(26, 2, 18, 0)))
        record.addLayout(row(self.practice, margins=(18, 6, 18, 0)))
        record.addLayout(row(self.composer, margins=(18, 6, 18, 14)))
        body = row(self.outline, record, spacing=0)
        body.setStretch(1, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.band)
        column.addLayout(body, 1)
        self._draft_timer.setSingleShot(True)
        self._draft_timer.setInterval(_DRAFT_MS)

    def _connect(self) -> None:
        self.theme.changed.connect(self._set_width)
        self.band.next_asked.connect(self.turn_to_next)
        self.band.previous_asked.connect(self.turn_to_previous)
        self.band.minute_began.connect(self.outline.show_time)
        self.outline.target_chosen.connect(self.timeline.bring_to_top)
        self.composer.take_line = self._submit
        self.composer.revised.connect(self.actions_of_lines.revise)
        self.composer.changed.connect(self._plan_draft)
        self._draft_timer.timeout.connect(self.keep_draft)
        self.timeline.selectionModel().selectionChanged.connect(lambda *_: self._follow_selection())
        self.queue.changed.connect(self._show_waiting)
        self.state.changed.connect(self._show_waiting)
        self.queue.refused.connect(self.give_back)
        self.queue.trouble_changed.connect(self._say_trouble)

    def _follow_selection(self) -> None:
        self.actions_of_lines.follow_selection()
        self.attachments.follow_selection()
        self.clarifying.follow_selection()

    def _submit(self, line: TypedLine) -> None:
        if self.meeting is not None:
            draft = "" if self._kept is None else line.draft_id
            typed = replace(line, seconds=self.typing.seconds_of(line), draft_id=draft)
            self.queue.add(self.meeting.id, typed)  # first of all: it is waited for
            self._kept = None  # writing the line forgets its draft
            self._draft_timer.stop()
            self.workspace.drop_draft(line_draft_key(self.meeting.id))
            self.timeline.scrollToBottom()

    def _show_composer(self) -> None:
        """Offer to type while lines are taken; words that cannot be taken any more stay in sight."""
        if self.meeting is not None:
            closed = STATES[self.meeting.state].signed and self.composer.draft is None
            self.composer.setVisible(not closed)

    def _say_trouble(self, error: object) -> None:
        self.composer.foot.state.setText("" if error is None else self.tr("没有保存，正在重试"))
        if error is not None and not isinstance(error, DatabaseSlow):  # which the lamp tells
            self.failed.emit(error)

    def _plan_draft(self) -> None:
        if not self._draft_timer.isActive():
            self._draft_timer.start()

    def _take_drafts(self, found: object) -> None:
        """Go on with the unfinished line, after lines that were given back meanwhile."""
        drafts = cast("Mapping[str, Mapping[str, object]]", found)
        if self.meeting is None:
            return
        own = line_draft_key(self.meeting.id)
        if own in drafts:
            self.composer.give_back(drafts[own])
            self._kept = drafts[own]
        given_back = sorted((key for key in drafts if key.startswith(f"{own}/")), reverse=True)
        for key in given_back:
            self.composer.give_back(drafts[key])
        self.keep_draft()
        for key in given_back:
            self.workspace.keep_draft(key, None)
        self._show_composer()

    def _show_waiting(self) -> None:
        self._show_lines(follow=True)

    def _show_lines(self, *, follow: bool = False) -> None:
        """Show the lines; at the end of the record stay at its end."""
        if self.meeting is None:
            return
        bar = self.timeline.verticalScrollBar()
        at_end = follow and bar.value() >= bar.maximum() - self.theme.text_px(40)
        # A line may be read back before it is known here that it was written.
        there = _just_written(self.meeting)
        on_their_way = self.queue.waiting(self.meeting.id)
        waiting = tuple(line for line in on_their_way if line.id not in there)
        self.model.show(self.meeting, waiting, self.state.notes)
        self._nothing.setVisible(not self.meeting.lines and not waiting)
        if at_end:
            self.timeline.scrollToBottom()

    def _set_width(self) -> None:
        self.timeline.setMinimumWidth(self.theme.text_px(_LEAST_RECORD_PX))


def _with(
    rows: Sequence[_View], changed: frozenset[str], found: _Placed[_View]
) -> tuple[_View, ...]:
    """Return rows with the changed ones as they were found, each at its position."""
    made = [row for row in rows if row.id not in changed]
    for position, view in found:
        made.insert(position, view)
    return tuple(made)


def _just_written(meeting: MeetingSnapshot) -> frozenset[str]:
    """Return the ids of the lines on disk that may still be shown as waiting."""
    return frozenset(line.id for line in meeting.lines[-_JUST_WRITTEN:])
