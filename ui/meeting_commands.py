"""What is done to whole meetings: made, copied, moved on, signed, put into the bin; undo and redo."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QThreadPool, Signal
from PySide6.QtWidgets import QMenu

from models.errors import NotReadyToSign
from models.snapshot import MeetingSnapshot
from models.states import STATES, Phase, moves_from
from models.vocabulary import MeetingKind, Scope
from ui import operations, signing_operations
from ui.dialogs.files import ask_where_to_save
from ui.item_models.meetings import title_of
from ui.pages.exporting import case_file_task
from ui.queries import meeting_document
from ui.tasks import Task
from ui.widgets.notice_panel import Remedy
from ui.words import state_word

if TYPE_CHECKING:
    from ui.desk import Desk

_PER_MEETING = ("copy_meeting", "delete_meeting", "save_case_file", "type", "trail")


class MeetingCommands(QObject):
    """Wires the actions about whole meetings to the desk."""

    told = Signal(str)  # what was undone or done again, for a moment
    file_ended = Signal(bool)  # whether a case file was written as asked

    def __init__(self, desk: "Desk") -> None:
        super().__init__(desk)
        self._desk = desk
        self._actions = desk.actions_by_id
        self._steps = ("", "")
        self._writing: set[Task] = set()
        self._asked = ""  # which of the two is under way
        slots: dict[str, Callable[[], object]] = {
            "new_conference": partial(self.create, MeetingKind.JOINT_CONFERENCE),
            "new_hearing": partial(self.create, MeetingKind.HEARING),
            "copy_meeting": self.copy,
            "delete_meeting": self.delete,
            "save_case_file": self.save_case_file,
            "bin": self.show_bin,
            "trail": self.show_trail,
            "short_codes": self.show_short_codes,
            "undo": self.undo,
            "redo": self.redo,
        }
        for name, slot in slots.items():
            self._actions[name].triggered.connect(lambda _checked=False, slot=slot: slot())
        desk.workspace.steps_changed.connect(self._take_steps)
        desk.page.header.moves_asked.connect(self._offer_moves)
        desk.page.sign_asked.connect(self.move)
        desk.page.editor.signing_asked.connect(self._ask_to_sign_paper)
        self.say_steps()

    @property
    def has_steps(self) -> bool:
        """Whether there is something to undo or to do again."""
        return any(self._steps)

    @property
    def is_writing(self) -> bool:
        """Whether a case file is being written."""
        return bool(self._writing)

    def offer_new(self) -> None:
        """Open the menu of the ways to begin a meeting."""
        menu = QMenu(self._desk)
        for name in ("new_conference", "new_hearing", "copy_meeting"):
            menu.addAction(self._actions[name])
        menu.addSeparator()
        menu.addAction(self._actions["open"])
        menu.aboutToHide.connect(menu.deleteLater)
        button = self._desk.meetings.new
        menu.popup(button.mapToGlobal(button.rect().bottomLeft()))

    def create(self, kind: MeetingKind) -> None:
        """Make a meeting of the own office, with its secretary, and begin with the title."""
        conference = kind is MeetingKind.JOINT_CONFERENCE
        own = self._desk.settings.value
        operation = operations.create_meeting(
            kind,
            title="",
            host=own.own_organ,
            scope=Scope.CROSS_COURT.value if conference else None,
            recorder=own.own_secretary,
            recorder_post=own.own_secretary_post,
        )
        self._desk.workspace.run(operation, then=self._begin)

    def copy(self) -> None:
        """Make a meeting like the one in view."""
        meeting = self._desk.page.meeting
        if meeting is not None:
            self._desk.workspace.run(operations.copy_meeting(meeting.id), then=self._begin)

    def delete(self) -> None:
        """Move the meeting in view to the bin."""
        meeting = self._desk.page.meeting
        if meeting is not None:
            self.bin(meeting.id)

    def bin(self, meeting_id: str) -> None:
        """Move a meeting to the bin, once its lines are on disk."""
        self._desk.page.commit()
        operation = operations.bin_meeting(meeting_id)
        self.after_lines(lambda: self._desk.workspace.run(operation))

    def show_bin(self) -> None:
        """List the meetings that were deleted."""
        from ui.dialogs.bin import BinDialog  # only when used

        BinDialog(self._desk.theme, self._desk.workspace, self._desk).show()

    def show_trail(self) -> None:
        """Show what was done to the meeting in view."""
        from ui.dialogs.trail import TrailDialog  # heavy: only when used

        desk, meeting = self._desk, self._desk.page.meeting
        if meeting is not None:
            TrailDialog(
                desk.theme,
                desk.workspace,
                meeting.id,
                title_of(meeting),
                language=lambda: desk.interface.language,
                parent=desk,
            ).show()

    def show_short_codes(self) -> None:
        """Show the short codes of the office and of the meeting in view, to be changed."""
        from ui.dialogs.short_codes import ShortCodesDialog  # only when used

        desk = self._desk
        ShortCodesDialog(
            desk.theme,
            desk.workspace,
            desk.page.meeting,
            language=lambda: desk.interface.language,
            parent=desk,
        ).show()

    def undo(self) -> None:
        """Take the last step back, once all typed lines are on disk."""
        self._asked = "undo"
        self.after_lines(self._desk.workspace.undo)

    def redo(self) -> None:
        """Do the step again that was last taken back."""
        self._asked = "redo"
        self.after_lines(self._desk.workspace.redo)

    def move(self, state: str) -> None:
        """Bring the meeting in view to another state; say first what cannot be undone."""
        meeting = self._desk.page.meeting
        if meeting is None:
            return
        if STATES[state].signed and not STATES[meeting.state].signed:
            self._ask_to_sign(meeting.id, state)
        elif STATES[state].signed:
            self._ask_to_go_on(meeting.id, state)
        else:
            self._move(meeting.id, state)

    def save_case_file(self) -> None:
        """Write the meeting in view to a case file."""
        meeting = self._desk.page.meeting
        if meeting is None:
            return
        self._desk.page.commit()
        title = self.tr("另存为案件文件")
        name = f"{meeting.number or meeting.title or meeting.id}.json".replace("/", "_")
        folder = self._desk.settings.value.open_folder
        kinds = self.tr("案件文件 (*.json)")
        file = ask_where_to_save(self._desk, title, folder=folder, name=name, kinds=kinds)
        if file is not None:
            self.after_lines(partial(self._write_case_file, meeting, file))

    def allow(self, *, opened: bool, beside_meeting: bool) -> None:
        """Offer what can be done now."""
        for name in ("new_conference", "new_hearing", "bin", "short_codes"):
            self._actions[name].setEnabled(opened)
        for name in (*_PER_MEETING, "next_tab", "previous_tab"):
            self._actions[name].setEnabled(opened and beside_meeting)
        meeting = self._desk.page.meeting
        if meeting is not None and STATES[meeting.state].signed:
            self._actions["delete_meeting"].setEnabled(False)

    def say_steps(self) -> None:
        """Name in the menu what would be undone and done again."""
        undo, redo = self._steps
        for name, step, words, bare in (
            ("undo", undo, self.tr("撤销“{step}”"), self.tr("撤销")),
            ("redo", redo, self.tr("恢复“{step}”"), self.tr("恢复")),
        ):
            self._actions[name].setText(words.format(step=step) if step else bare)
            self._actions[name].setEnabled(bool(step))

    def _take_steps(self, undo: str, redo: str) -> None:
        self._steps = (undo, redo)
        self.say_steps()
        if self._asked == "undo" and redo:
            self.told.emit(self.tr("已撤销“{step}”").format(step=redo))
        elif self._asked == "redo" and undo:
            self.told.emit(self.tr("已恢复“{step}”").format(step=undo))
        self._asked = ""

    def _begin(self, meeting_id: object) -> None:
        """Show a new meeting, ready for its title."""
        self._desk.begin_meeting(str(meeting_id))

    def after_lines(self, act: Callable[[], object]) -> None:
        """Do something once all typed lines are on disk; not at all if one of them is refused."""
        queue = self._desk.page.record.queue
        if queue.is_empty:
            act()
            return

        def forget(*_refused: object) -> None:
            queue.emptied.disconnect(once)
            queue.refused.disconnect(forget)

        def once() -> None:
            forget()
            act()

        queue.emptied.connect(once)
        queue.refused.connect(forget)

    def _offer_moves(self) -> None:
        meeting = self._desk.page.meeting
        if meeting is None:
            return
        menu = QMenu(self._desk)
        for state in moves_from(meeting.state):
            action = menu.addAction(state_word(state))
            action.triggered.connect(lambda _checked=False, state=state: self.move(state))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self._desk.page.header.moves_place())

    def _ask_to_sign(self, meeting_id: str, state: str) -> None:
        self._desk.notice.tell(
            lambda: (
                self.tr("签名锁定以后，记录或者笔录不能再改动，也不能撤销。"),
                self.tr("此前的操作也不再能撤销。会后的说明、决定和归档信息仍可填写。"),
                self._what_to_confirm(),
            ),
            Remedy(lambda: self.tr("签名锁定"), lambda: self._move(meeting_id, state), asks=True),
        )

    def _ask_to_sign_paper(self, group: str, entry_id: str) -> None:
        """Say first that a paper signed by itself cannot be changed any more."""
        meeting = self._desk.page.meeting
        if meeting is None:
            return
        self._desk.page.commit()
        operation = signing_operations.sign_paper(meeting.id, group, entry_id)
        self._desk.notice.tell(
            lambda: (
                self.tr("登记签名以后，这份文书不能再改动，也不能撤销。"),
                self.tr("此前的操作也不再能撤销。记录或者笔录不变。"),
                self.tr("请确认本人已经签名。"),
            ),
            Remedy(
                lambda: self.tr("登记签名并锁定"),
                lambda: self._desk.page.editor.run(operation),
                asks=True,
            ),
        )

    def _what_to_confirm(self) -> str:
        """Say what to make sure of: also that no words are left in the typing line for ever."""
        if self._desk.page.record.composer.draft is None:
            return self.tr("请确认全体应当签名的人已经核对并签名。")
        return self.tr(
            "请确认全体应当签名的人已经核对并签名。输入框里还有没有记录的发言，签名锁定以后不能再记录。"
        )

    def _ask_to_go_on(self, meeting_id: str, state: str) -> None:
        name = state_word(state)
        self._desk.notice.tell(
            lambda: (
                self.tr("转为“{state}”以后不能退回，也不能撤销。").format(state=name),
                self.tr("记录或者笔录的内容不变。"),
                self._what_stays_open(state),
            ),
            Remedy(lambda: self.tr("继续"), lambda: self._move(meeting_id, state), asks=True),
        )

    def _what_stays_open(self, state: str) -> str:
        """Say which later paper is not signed yet when the archive closes over it."""
        sheet = self._desk.page.editor.sheet
        if sheet is None or STATES[state].phase is not Phase.ARCHIVED:
            return ""
        hearing = sheet.kind is MeetingKind.HEARING
        paper = sheet.single("decision" if hearing else "handler_note")
        if paper is not None and paper.signed_at is not None:
            return ""
        if hearing:
            return self.tr("处理决定还没有登记签名，归档以后不能再填写。")
        return self.tr("承办检察官参考情况说明还没有登记签名，归档以后不能再填写。")

    def _move(self, meeting_id: str, state: str) -> None:
        self._desk.page.commit()
        operation = operations.move_meeting(
            meeting_id, state, profiles=self._desk.workspace.profiles
        )
        self.after_lines(lambda: self._desk.workspace.run(operation, otherwise=self._tell_refusal))

    def _tell_refusal(self, error: object) -> None:
        """Tell why a meeting stays in its state; what is missing is mended on the page of signing."""
        if isinstance(error, NotReadyToSign):
            page = self._desk.page
            self._desk.tell(
                error, Remedy(lambda: self.tr("前往核对签名"), lambda: page.show_tab("signing"))
            )
        else:
            self._desk.tell(error)

    def _write_case_file(self, meeting: MeetingSnapshot, file: Path) -> None:
        desk = self._desk
        task = case_file_task(lambda: desk.workspace.fetch(meeting_document, meeting.id), file)
        self._writing.add(task)
        task.succeeded.connect(lambda _: desk.saved.show_saved(title_of(meeting), [file]))
        task.failed.connect(desk.tell)
        written: list[bool] = []
        task.succeeded.connect(lambda _: written.append(True))

        def forget() -> None:
            self._writing.discard(task)
            self.file_ended.emit(bool(written))

        task.ended.connect(forget)
        task.start(QThreadPool.globalInstance())
        desk.busy.watch(task, lambda: self.tr("正在保存案件文件…"))
