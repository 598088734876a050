"""What can be done to lines of the record: correct, delete, move, change speaker or item."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu

from models.vocabulary import MeetingKind
from ui import operations
from ui.item_models.lines import LineEntry
from ui.line_choices import section_choices, speaker_choices
from ui.operations import TypedLine
from ui.widgets.line_drag import LineDrag

if TYPE_CHECKING:
    from ui.pages.record_page import RecordPage

_MOST_IN_VIEW = 30  # people offered in one menu; the typing line offers all


class LineActions(QObject):
    """The actions of the timeline, with their shortcuts and menus."""

    def __init__(self, page: "RecordPage") -> None:
        super().__init__(page)
        self._page = page
        self._edit = self._action("F2", self._edit_current)
        self._details = self._action("Alt+Return", self._show_details)
        self._delete = self._action("Del", self._delete_selected)
        self._up = self._action("Alt+Up", partial(self._move, -1))
        self._down = self._action("Alt+Down", partial(self._move, 1))
        self._speaker = self._submenu(self._fill_speakers)
        self._section = self._submenu(self._fill_sections)
        self._drag = LineDrag(page.theme, page.timeline, page.model, self._movable)
        self._drag.dropped.connect(self._drop)
        page.timeline.doubleClicked.connect(lambda _index: self._edit_current())

    @property
    def actions(self) -> tuple[QAction, ...]:
        """The actions in the order of the menu."""
        menus = (self._speaker.menuAction(), self._section.menuAction())
        return (self._edit, self._details, *menus, self._up, self._down, self._delete)

    def revise(self, line_id: str, line: object) -> None:
        """Correct a line as it was typed anew; if that is refused, the words come back."""
        page, typed, meeting_id = self._page, cast("TypedLine", line), self._meeting_id()

        def refused(error: object) -> None:
            page.give_back(error, meeting_id, (typed,), line_id)

        operation = operations.revise_line(meeting_id, line_id, typed)
        task = page.workspace.run(operation, otherwise=refused)
        task.crashed.connect(lambda: refused(None))

    def select(self, line_ids: frozenset[str]) -> None:
        """Select these lines."""
        view, model = self._page.timeline, self._page.model
        selection, current = QItemSelection(), None
        for place, entry in enumerate(model.rows):
            if isinstance(entry, LineEntry) and entry.line.id in line_ids:
                index = model.index(place, 0)
                selection.select(index, index)
                current = index
        if current is not None:
            view.selectionModel().select(
                selection, QItemSelectionModel.SelectionFlag.ClearAndSelect
            )
            flag = QItemSelectionModel.SelectionFlag.NoUpdate
            view.selectionModel().setCurrentIndex(current, flag)

    def retranslate(self) -> None:
        """Say it in the language in force."""
        self._edit.setText(self.tr("修改发言"))
        self._details.setText(self.tr("发言详情…"))
        self._delete.setText(self.tr("删除发言"))
        self._up.setText(self.tr("上移"))
        self._down.setText(self.tr("下移"))
        self._speaker.setTitle(self.tr("更改发言人"))
        self._section.setTitle(self.tr("移到步骤或者议程"))

    def follow_selection(self) -> None:
        """Offer what can be done to the lines selected."""
        open_ = self._page.open_meeting is not None
        some = open_ and bool(self._page.selected_lines())
        for action in self.actions:
            action.setEnabled(some)
        for action in (self._edit, self._delete):
            action.setEnabled(some or (open_ and bool(self._page.selected_notes())))
        self._details.setEnabled(bool(self._page.selected_lines()))

    def _action(self, key: str, act: Callable[[], None]) -> QAction:
        action = QAction(self)
        action.setShortcut(QKeySequence(key))
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.triggered.connect(lambda _checked=False: act())
        return action

    def _submenu(self, fill: Callable[[QMenu], None]) -> QMenu:
        menu = QMenu(self._page)
        menu.aboutToShow.connect(lambda: fill(menu))
        return menu

    def _edit_current(self) -> None:
        lines, notes = self._page.selected_lines(), self._page.selected_notes()
        if lines and self._page.open_meeting is not None:
            self._page.edit_line(lines[-1])
        elif notes:
            self._page.live.edit_note(notes[-1])

    def _show_details(self) -> None:
        lines = self._page.selected_lines()
        if lines:
            self._page.details_asked.emit(lines[-1])

    def _delete_selected(self) -> None:
        lines = self._page.selected_lines()
        self._page.live.delete_notes(self._page.selected_notes())
        if lines and self._page.open_meeting is not None:
            ids = [line.id for line in lines]
            self._page.run(operations.delete_lines(self._meeting_id(), ids))

    def _move(self, by: int) -> None:
        """Move the selected lines by one place; they stay selected."""
        meeting, lines = self._page.open_meeting, self._page.selected_lines()
        if meeting is None or not lines:
            return
        ids = [line.id for line in lines]
        order = [line.id for line in meeting.lines]
        first = order.index(ids[0])
        others = [line_id for line_id in order if line_id not in set(ids)]
        to = first + by
        if 0 <= to <= len(others):
            self._page.run(operations.move_lines(meeting.id, ids, to))

    def _movable(self) -> tuple[str, ...]:
        """Return the selected lines, if the record may still be changed."""
        return tuple(self._ids()) if self._page.open_meeting is not None else ()

    def _drop(self, line_ids: tuple[str, ...], to: int) -> None:
        if self._page.open_meeting is not None:
            self._page.run(operations.move_lines(self._meeting_id(), list(line_ids), to))

    def _fill_speakers(self, menu: QMenu) -> None:
        menu.clear()
        meeting = self._page.meeting
        if meeting is None:
            return
        for words, value in speaker_choices(meeting)[:_MOST_IN_VIEW]:
            self._add(menu, words, partial(self._attribute, str(value)))
        menu.addSeparator()
        self._add(menu, self.tr("发言人待核"), partial(self._attribute, None))

    def _fill_sections(self, menu: QMenu) -> None:
        menu.clear()
        meeting = self._page.meeting
        if meeting is None:
            return
        for words, value in section_choices(meeting):
            self._add(menu, words, partial(self._assign, value))
        if meeting.kind is MeetingKind.JOINT_CONFERENCE:
            menu.addSeparator()
            self._add(menu, self.tr("不归入议程"), partial(self._assign, None))

    def _add(self, menu: QMenu, words: str, act: Callable[[], None]) -> None:
        action = menu.addAction(words.replace("&", "&&"))
        action.triggered.connect(lambda _checked=False: act())

    def _attribute(self, speaker_id: str | None) -> None:
        self._page.run(operations.attribute_lines(self._meeting_id(), self._ids(), speaker_id))

    def _assign(self, section: object) -> None:
        if isinstance(section, int):
            self._page.run(operations.set_step(self._meeting_id(), self._ids(), section))
        else:
            item = None if section is None else str(section)
            self._page.run(operations.assign_lines(self._meeting_id(), self._ids(), item))

    def _ids(self) -> list[str]:
        return [line.id for line in self._page.selected_lines()]

    def _meeting_id(self) -> str:
        meeting = self._page.meeting
        assert meeting is not None  # the actions are only offered beside one
        return meeting.id
