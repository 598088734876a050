"""The page of people: adding, ordering, registering, numbering, recusing."""

import json
import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import (
    QAccessible,
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QGuiApplication,
    QInputMethodEvent,
    QKeyEvent,
)
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from models.errors import AppError, StillSpeaks
from models.forms import Entry, Sheet
from models.snapshot import KnownPerson
from models.vocabulary import MeetingKind
from tests.ui.meetings import sample_file
from ui.editing import MeetingEditor
from ui.i18n import Interface
from ui.item_models.candidates import CandidateModel, Default, KnownPeople
from ui.item_models.roster import Place, RosterModel, dragged_ids
from ui.operations import import_files
from ui.pages.people_page import PeoplePage
from ui.queries import known_people
from ui.theme import Theme, ThemeChoice
from ui.widgets.person_table import RosterView
from ui.workspace import Workspace

JOINT, OTHER, DEPARTMENT, HEARING = "s01-joint", "s02-joint", "s05-joint", "s03-hearing"
OPEN_STATES = {"joint_conference": "J3", "hearing": "H3"}


@dataclass
class Desk:
    """A page on real data, with what it refused."""

    qtbot: QtBot
    workspace: Workspace
    editor: MeetingEditor
    page: PeoplePage
    meetings: dict[str, str]
    refused: list[AppError] = field(default_factory=list)

    def show(self, name: str) -> None:
        """Go to a meeting."""
        self.editor.show_meeting(self.meetings[name])
        self.until(lambda: self.page._meeting == self.meetings[name])

    def until(self, holds: Callable[[], object]) -> None:
        """Wait until that is so."""
        self.qtbot.waitUntil(lambda: bool(holds()))

    def type(self, text: str) -> None:
        """Type into the line that adds people: keys, or what an input method commits."""
        line = self.page.add_line.field
        if not line.hasFocus():
            line.setFocus()
            self.until(lambda: self.page.add_line.people)
        if text.isascii():
            QTest.keyClicks(line, text)
        else:
            commit = QInputMethodEvent()
            commit.setCommitString(text)
            QApplication.sendEvent(line, commit)

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier | None = None) -> None:
        """Press a key where the focus is."""
        widget = QApplication.focusWidget()
        assert widget is not None
        QTest.keyClick(widget, key, modifier or Qt.KeyboardModifier.NoModifier)

    def keys(self, text: str) -> None:
        """Type where the focus is."""
        widget = QApplication.focusWidget()
        assert widget is not None
        QTest.keyClicks(widget, text)

    @property
    def names(self) -> list[str]:
        """The names in the table."""
        return [row.name for row in self.page.model.rows]

    def select(self, *places: int) -> None:
        """Select people by their places, and go there."""
        self.page.table.setFocus()
        self.page.table.select([self.page.model.rows[place].id for place in places])

    def undo(self) -> None:
        """Take the last step back."""
        with self.qtbot.waitSignal(self.workspace.changed):
            self.workspace.undo()

    def attendance(self) -> list[str | None]:
        """Return who is registered how."""
        return [row.attendance for row in self.page.model.rows]


@pytest.fixture
def make_desk(
    qtbot: QtBot, theme: Theme, interface: Interface, tmp_path: Path
) -> Iterator[Callable[..., Desk]]:
    made: list[Desk] = []

    def make(*names: str, signed: bool = False) -> Desk:
        workspace = Workspace(tmp_path / "lianxi.db")
        with qtbot.waitSignal(workspace.opened):
            workspace.open()
        files = [_file(tmp_path, name, signed=signed) for name in names]
        ids: list[str] = []
        workspace.run(
            import_files(files, profiles=workspace.profiles),
            then=lambda found: ids.extend(cast("tuple[str, ...]", found)),
        )
        qtbot.waitUntil(lambda: bool(ids))
        editor = MeetingEditor(workspace)
        page = PeoplePage(theme, editor, lambda: "zh_CN")
        qtbot.addWidget(page)
        page.resize(1284, 860)
        page.show()
        qtbot.waitExposed(page)
        page.activateWindow()
        desk = Desk(qtbot, workspace, editor, page, dict(zip(names, ids, strict=True)))
        editor.refused.connect(desk.refused.append)
        made.append(desk)
        desk.show(names[0])
        return desk

    assert interface is not None
    yield make
    for desk in made:
        desk.page.close()
        desk.workspace.close()


def _file(folder: Path, name: str, *, signed: bool) -> Path:
    document = json.loads(sample_file(name).read_text(encoding="utf-8"))
    if not signed:
        document["state"] = OPEN_STATES[document["kind"]]
    file = folder / f"{name}.json"
    file.write_text(json.dumps(document, ensure_ascii=False), encoding="utf-8")
    return file


def test_first_letters_and_enter_add_a_known_person_at_once(
    make_desk: Callable[..., Desk],
) -> None:
    desk = make_desk(JOINT, DEPARTMENT)

    desk.type("bmq")  # 贝慕青, who attended in the other meeting
    desk.press(Qt.Key.Key_Return)
    desk.until(lambda: len(desk.names) == 9)

    added = desk.page.model.rows[-1]
    assert (added.name, added.number, added.role, added.mode) == ("贝慕青", 9, "出席", "现场")
    assert added.counts
    assert desk.page.add_line.field.hasFocus()
    assert desk.page.add_line.field.text() == ""
    assert desk.page.add_line.popup.isHidden()
    assert desk.page.table.selected == (added,)


def test_arrows_choose_in_the_list(make_desk: Callable[..., Desk]) -> None:
    desk = make_desk(JOINT, DEPARTMENT)
    desk.type("j")
    popup = desk.page.add_line.popup
    found = [row.person.name for row in popup.model.rows if not row.present]
    assert len(found) > 1

    desk.press(Qt.Key.Key_Down)
    desk.press(Qt.Key.Key_Up)
    desk.press(Qt.Key.Key_Down)
    desk.press(Qt.Key.Key_Return)

    desk.until(lambda: found[1] in desk.names)


def test_a_click_in_the_list_adds(make_desk: Callable[..., Desk]) -> None:
    desk = make_desk(JOINT, DEPARTMENT)
    desk.type("bmq")
    view = desk.page.add_line.popup.view

    place = view.visualRect(view.model().index(0, 0)).center()
    QTest.mouseClick(
        view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place
    )

    desk.until(lambda: "贝慕青" in desk.names)
    assert desk.page.add_line.field.hasFocus()


def test_people_of_the_meeting_are_shown_as_such_and_not_offered_again(
    make_desk: Callable[..., Desk],
) -> None:
    desk = make_desk(JOINT)

    desk.type("赵犇")
    popup = desk.page.add_line.popup
    assert [row.present for row in popup.model.rows] == [True]
    desk.press(Qt.Key.Key_Return)

    assert len(desk.names) == 8
    assert "已在会议中" in popup.more.text()
    assert popup.isVisible()


def test_a_namesake_from_another_office_can_be_added(make_desk: Callable[..., Desk]) -> None:
    desk = make_desk(JOINT)
    desk.type("赵犇，朔川县人民检察院，检察官")
    desk.press(Qt.Key.Key_Return)
    desk.until(lambda: desk.names.count("赵犇") == 2)

    namesakes = [row for row in desk.page.model.rows if row.name == "赵犇"]

    assert all(row.shares_name for row in namesakes)
    assert {row.organ for row in namesakes} == {"东岭县人民检察院", "朔川县人民检察院"}
    desk.type("赵犇")
    listed = desk.page.add_line.popup.model
    desk.until(lambda: [row.present for row in listed.rows] == [True, True])
    assert all(row.shares_name for row in listed.rows)


def test_an_unknown_name_becomes_somebody_new_to_be_completed(
    make_desk: Callable[..., Desk],
) -> None:
    desk = make_desk(JOINT)

    desk.type("单晓明")
    assert desk.page.add_line.popup.on_new
    desk.press(Qt.Key.Key_Return)
    desk.until(lambda: desk.page.panel.is_open)

    added = desk.page.model.rows[-1]
    assert (added.name, added.organ, added.role) == ("单晓明", "河澜州人民检察院", None)
    assert desk.page.panel.person_id == added.id
    assert desk.page.panel.person.editors["organ"].input.entry_widget().hasFocus()


def test_pasted_lines_add_everybody_in_one_step(make_desk: Callable[..., Desk]) -> None:
    desk = make_desk(JOINT, DEPARTMENT)
    desk.type("x")
    desk.page.add_line.field.clear()
    QGuiApplication.clipboard().setText(
        "单晓明\t朔川县人民检察院\t检察官\n贝慕青\n赵犇，东岭县人民检察院"
    )

    desk.press(Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    desk.until(lambda: len(desk.names) == 10)

    assert [(row.name, row.organ, row.role) for row in desk.page.model.rows[8:]] == [
        ("单晓明", "朔川县人民检察院", None),
        ("贝慕青", "石臼县人民检察院", "出席"),
    ]
    hints = [label.text() for label in desk.page.add_line.findChildren(QLabel)]
    assert "已添加2人。1人已在会议中，没有重复添加。" in hints
    desk.undo()
    desk.until(lambda: len(desk.names) == 8)


def test_escape_closes_the_list_and_keeps_the_text(make_desk: Callable[..., Desk]) -> None:
    desk = make_desk(JOINT)
    desk.type("z")
    assert desk.page.add_line.popup.isVisible()

    desk.press(Qt.Key.Key_Escape)

    assert desk.page.add_line.popup.isHidden()
    assert desk.page.add_line.field.text() == "z"


def test_nothing_happens_while_text_is_composed(make_desk: Callable[..., Desk]) -> None:
    desk = make_desk(JOINT, DEPARTMENT)
    desk.type("bmq")
    line = desk.page.add_line.field
    QApplication.sendEvent(line, QInputMethodEvent("shan", []))

    for key in (Qt.Key.Key_Return, Qt.Key.Key_Down, Qt.Key.Key_Escape):
        QTest.keyClick(line, key)

    assert desk.page.add_line.popup.isVisible()
    assert len(desk.names) == 8


def test_a_name_not_added_comes_back_with_its_meeting(make_desk: Callable[..., Desk]) -> None:
    desk = make_desk(JOINT, DEPARTMENT)
    desk.type("bm")
    desk.page.commit()

    desk.show(DEPARTMENT)
    assert desk.page.add_line.field.text() == ""
    desk.show(JOINT)
    desk.editor.shown.emit(desk.editor.sheet)

    desk.until(lambda: desk.page.add_line.field.text() == "bm")


def test_undo_is_the_windows_while_nothing_is_typed(make_desk: Callable[..., Desk]) -> None:
    desk = make_desk(JOINT)
    line = desk.page.add_line.field
    undo = QKeyEvent(
        QEvent.Type.ShortcutOverride, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier
    )

    QApplication.sendEvent(line, undo)
    assert not undo.isAccepted()

    desk.type("z")
    QApplication.sendEvent(line, undo)
    assert undo.isAccepted()


def test_enter_and_f2_open_the_form_and_escape_returns(make_desk: Callable[..., Desk]) -> None:
    desk = make_desk(JOINT)

    for key in (Qt.Key.Key_Return, Qt.Key.Key_F2):
        desk.select(2)
        desk.press(key)
        assert desk.page.panel.person_id == desk.page.model.rows[2].id
        desk.press(Qt.Key.Key_Escape)
        assert desk.page.panel.isHidden()
        assert desk.page.table.hasFocus()


def test_the_open_form_follows_the_table(make_desk: Callable[..., Desk]) -> None:
    desk = make_desk(JOINT)
    desk.select(0)
    desk.press(Qt.Key.Key_Return)

    desk.page.table.setFocus()
    desk.press(Qt.Key.Key_Down)

    assert desk.page.panel.person_id == desk.page.model.rows[1].id
    assert desk.page.table.hasFocus()


def test_what_is_typed_in_the_form_reaches_the_table(make_desk: Callable[..., Desk]) -> None:
    desk = make_desk(JOINT)
    desk.select(3)
    desk.press(Qt.Key.Key_Return)
    desk.page.panel.focus_on("post")
    desk.keys("PO")
    desk.press(Qt.Key.Key_Return)

    desk.until(lambda: desk.page.model.rows[3].post == "PO")


def test_a_number_that_is_taken_is_told_under_the_field(make_desk: Callable[..., Desk]) -> None:
    desk = make_desk(JOINT)
    desk.select(3)
    desk.press(Qt.Key.Key_Return)
    desk.page.panel.focus_on("number")
    number = desk.page.panel.person.editors["number"]
    desk.keys("1")
    desk.press(Qt.Key.Key_Return)

    desk.until(number.fault.isVisible)

    assert "罗承砚" in number.fault.text()
    assert desk.page.model.rows[3].number == 4
    assert desk.refused == []


def test_offices_are_completed_from_the_meeting_and_known_people(
    make_desk: Callable[..., Desk],
) -> None:
    desk = make_desk(JOINT, DEPARTMENT)
    desk.type("z")
    desk.until(lambda: "石臼县人民检察院" in desk.page.panel._organs.stringList())
    assert "东岭县人民检察院" in desk.page.panel._organs.stringList()
    line = desk.page.panel.person.editors["organ"].input.entry_widget()
    assert isinstance(line, QLineEdit)
    assert line.completer().model() is desk.page.panel._organs


def test_delete_takes_people_out_and_undo_brings_them_back(
    make_desk: Callable[..., Desk],
) -> None:
    desk = make_desk(JOINT)
    before = desk.names
    desk.select(7)  # the recorder, who says nothing
    desk.press(Qt.Key.Key_Delete)
    desk.until(lambda: len(desk.names) == 7)

    desk.undo()

    desk.until(lambda: desk.names == before)


def test_somebody_with_words_in_the_record_stays(make_desk: Callable[..., Desk]) -> None:
    desk = make_desk(JOINT)
    desk.select(0)

    desk.press(Qt.Key.Key_Delete)
    desk.until(lambda: desk.refused)

    assert isinstance(desk.refused[0], StillSpeaks)
    assert desk.names[0] == "罗承砚"


def test_space_registers_everybody_selected_in_one_step(make_desk: Callable[..., Desk]) -> None:
    desk = make_desk(JOINT)
    desk.select(0, 1, 2)

    desk.press(Qt.Key.Key_Space)
    desk.until(lambda: desk.attendance()[:4] == ["到场", "到场", "到场", None])
    desk.undo()
    desk.until(lambda: desk.attendance()[:4] == [None] * 4)

    desk.press(Qt.Key.Key_Space)
    desk.until(lambda: desk.attendance()[:3] == ["到场"] * 3)
    desk.press(Qt.Key.Key_Space)
    desk.until(lambda: desk.attendance()[:3] == [None] * 3)


def test_a_click_on_the_presence_registers(make_desk: Callable[..., Desk]) -> None:
    desk = make_desk(JOINT)
    table = desk.page.table

    place = table.visualRect(desk.page.model.index(4, Place.PRESENCE)).center()
    QTest.mouseClick(
        table.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place
    )

    desk.until(lambda: desk.attendance()[4] == "到场")


def test_everybody_not_registered_yet_is_registered_by_one_button(
    make_desk: Callable[..., Desk],
) -> None:
    desk = make_desk(JOINT)
    desk.page.changes._set_each({desk.page.model.rows[1].id: {"attendance": "请假"}}, "x")
    desk.until(lambda: desk.attendance()[1])

    _click(desk, "全部登记到场")

    desk.until(lambda: None not in desk.attendance())
    assert desk.attendance() == ["到场", "请假", *["到场"] * 6]


def test_alt_and_arrows_move_the_people_selected(make_desk: Callable[..., Desk]) -> None:
    desk = make_desk(JOINT)
    before = desk.names
    desk.select(1, 2)

    desk.press(Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    desk.until(lambda: desk.names[:4] == [before[0], before[3], before[1], before[2]])
    assert [row.name for row in desk.page.table.selected] == before[1:3]

    desk.press(Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    desk.until(lambda: desk.names == before)


def test_at_the_edge_nothing_moves(make_desk: Callable[..., Desk]) -> None:
    desk = make_desk(JOINT)
    moves: list[object] = []
    desk.page.table.moved.connect(lambda ids, _to: moves.append(ids))

    desk.select(0)
    desk.press(Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    desk.select(7)
    desk.press(Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)

    assert moves == []


def test_people_are_dragged_to_the_line_that_is_shown(make_desk: Callable[..., Desk]) -> None:
    desk = make_desk(JOINT)
    before, table, model = desk.names, desk.page.table, desk.page.model
    data = model.mimeData([model.index(5, Place.NAME), model.index(6, Place.NAME)])
    at = table.visualRect(model.index(1, Place.NAME)).topLeft() + QPoint(4, 4)

    _drag(table, data, at)
    assert table._gap == 1
    _drop(table, data, at)

    desk.until(lambda: desk.names[:4] == [before[0], before[5], before[6], before[1]])
    assert table._gap == -1


def test_files_dragged_over_the_table_are_for_the_window(make_desk: Callable[..., Desk]) -> None:
    desk = make_desk(JOINT)
    data = QMimeData()
    data.setText("file")

    event = QDragMoveEvent(
        QPoint(40, 40),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    desk.page.table.dragMoveEvent(event)

    assert not event.isAccepted()
    assert dragged_ids(data) == ()


def test_numbers_follow_the_order_when_asked(make_desk: Callable[..., Desk]) -> None:
    desk = make_desk(JOINT)
    desk.select(7)
    desk.press(Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    desk.until(lambda: [row.number for row in desk.page.model.rows[6:]] == [8, 7])

    _click(desk, "按顺序编号")
    desk.until(lambda: [row.number for row in desk.page.model.rows] == list(range(1, 9)))

    desk.undo()
    desk.until(lambda: [row.number for row in desk.page.model.rows[6:]] == [8, 7])


def test_a_role_for_several_brings_the_quorum_along_in_one_step(
    make_desk: Callable[..., Desk],
) -> None:
    desk = make_desk(JOINT)
    desk.select(2, 3, 6)

    _choose(desk, "role", "列席")
    desk.until(lambda: [desk.page.model.rows[n].role for n in (2, 3, 6)] == ["列席"] * 3)
    assert [desk.page.model.rows[n].counts for n in (2, 3, 6)] == [False] * 3

    desk.undo()
    desk.until(lambda: [desk.page.model.rows[n].role for n in (2, 3)] == ["出席"] * 2)
    assert [desk.page.model.rows[n].counts for n in (2, 3, 6)] == [True, True, False]


@pytest.mark.parametrize(
    ("name", "words", "value"),
    [
        ("mode", "书面", "书面"),
        ("attendance", "请假", "请假"),
        ("counts_for_quorum", "不计入人数", False),
        ("organ", "白塔沟县人民检察院", "白塔沟县人民检察院"),
    ],
)
def test_other_values_are_set_for_several_too(
    make_desk: Callable[..., Desk], name: str, words: str, value: object
) -> None:
    desk = make_desk(JOINT)
    desk.select(4, 5)

    _choose(desk, name, words)

    shown = {"counts_for_quorum": "counts"}.get(name, name)
    desk.until(lambda: [getattr(desk.page.model.rows[n], shown) for n in (4, 5)] == [value] * 2)


def test_the_quorum_is_counted_from_who_is_present(make_desk: Callable[..., Desk]) -> None:
    desk = make_desk(JOINT)
    line = desk.page.quorum
    assert "计入人数5人，来自4个院；要求3人" in line.statement
    assert "员额检察官不少于3人" in line.statement

    desk.select(0, 2, 3)
    desk.press(Qt.Key.Key_Space)
    desk.until(lambda: "到场并计入人数3人，来自3个院；要求3人" in line.statement)

    assert "另有2名计入人数的人员未登记到会情况" in line.statement
    assert "会议记录中写的是5人" in line.statement
    _click(desk, "改为3人")
    desk.until(lambda: "会议记录中写的是" not in line.statement)


def test_without_a_rule_of_its_own_the_meeting_states_that_of_its_profile(
    make_desk: Callable[..., Desk],
) -> None:
    desk = make_desk(JOINT)
    desk.editor.set_values("quorum", {"rule": None, "required": None}, name="清空")

    desk.until(lambda: "松北" in desk.page.quorum.statement)

    assert "计入人数5人，来自4个院；要求3人" in desk.page.quorum.statement
    assert "要求来自2个以上检察院。" in desk.page.quorum.statement


def test_the_rule_of_the_quorum_has_its_form(make_desk: Callable[..., Desk]) -> None:
    desk = make_desk(JOINT)
    _click(desk, "人数要求…")
    required = desk.page.panel.quorum.editors["required"].input.entry_widget()
    assert isinstance(required, QLineEdit)
    required.setFocus()
    required.selectAll()
    QTest.keyClicks(required, "4")
    desk.press(Qt.Key.Key_Return)

    desk.until(lambda: "要求4人" in desk.page.quorum.statement)


def test_a_hearing_counts_its_officers_and_knows_their_role(
    make_desk: Callable[..., Desk],
) -> None:
    desk = make_desk(HEARING)
    assert "听证员5人" in desk.page.quorum.statement

    desk.select(8)
    _choose(desk, "role", "听证员")
    desk.until(lambda: "听证员6人" in desk.page.quorum.statement)
    desk.select(3)
    desk.press(Qt.Key.Key_Space)

    desk.until(lambda: "听证员6人，到场1人" in desk.page.quorum.statement)


def test_that_nobody_was_recused_is_noted_by_one_click(make_desk: Callable[..., Desk]) -> None:
    desk = make_desk(HEARING)
    assert desk.page.recusals.none.isVisible()

    _click(desk, "无人申请回避")
    desk.until(lambda: desk.page.recusals.entries.cards)

    assert desk.editor.sheet is not None
    assert [e.values["person"] for e in desk.editor.sheet.of("recusal")] == ["(无)"]
    assert desk.page.recusals.none.isHidden()


def test_a_signed_meeting_is_shown_and_not_changed(make_desk: Callable[..., Desk]) -> None:
    desk = make_desk(JOINT, signed=True)
    page = desk.page
    changes: list[object] = []
    desk.workspace.changed.connect(changes.append)
    assert page.add_line.isHidden()
    assert page.bar.isHidden()
    assert page._locked_line.isVisible()
    assert not page.model.index(0, 0).flags() & Qt.ItemFlag.ItemIsDragEnabled

    desk.select(7)
    for key in (Qt.Key.Key_Delete, Qt.Key.Key_Space):
        desk.press(key)
    desk.press(Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    desk.press(Qt.Key.Key_Return)

    assert page.panel.is_open
    assert changes == []


def test_an_empty_meeting_says_how_to_begin(make_desk: Callable[..., Desk]) -> None:
    desk = make_desk(HEARING)
    sheet = desk.editor.sheet
    assert sheet is not None
    desk.editor.sheet = replace(sheet, entries={**sheet.entries, "participant": ()})
    desk.editor.shown.emit(desk.editor.sheet)

    assert desk.page._nothing.isVisible()
    assert desk.page.table.isHidden()


def test_people_taken_out_elsewhere_close_their_form(make_desk: Callable[..., Desk]) -> None:
    desk = make_desk(JOINT)
    desk.select(7)
    desk.press(Qt.Key.Key_Return)
    desk.editor.delete("participant", [desk.page.model.rows[7].id], name="x")

    desk.until(lambda: len(desk.names) == 7)

    assert not desk.page.panel.is_open


def test_each_row_speaks_in_full(make_desk: Callable[..., Desk]) -> None:
    desk = make_desk(JOINT)

    spoken = desk.page.model.index(1, Place.NAME).data(Qt.ItemDataRole.AccessibleTextRole)

    for part in ("2号", "朔川县人民检察院", "第一检察部检察官", "承办检察官", "视频", "未登记"):
        assert part in spoken
    interface = QAccessible.queryAccessibleInterface(desk.page.table)
    assert interface.text(QAccessible.Text.Name) == "参会人员"


def test_a_copied_person_can_be_pasted_as_a_list(make_desk: Callable[..., Desk]) -> None:
    desk = make_desk(JOINT)
    desk.select(0, 1)

    desk.press(Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)

    first = QGuiApplication.clipboard().text().splitlines()[0]
    assert first == "罗承砚\t河澜州人民检察院\t第一检察部主任"


@pytest.mark.parametrize("width", [560, 900, 1284])
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_no_column_is_cut_off_at_any_size(
    make_desk: Callable[..., Desk], theme: Theme, width: int, scale: float
) -> None:
    desk = make_desk(JOINT)
    theme.choose(ThemeChoice.DARK)
    theme.scale_text(scale)
    desk.page.resize(round(width * scale), 640)
    QApplication.processEvents()
    table = desk.page.table

    assert table.verticalScrollBar().maximum() == 0 or table.height() > desk.page.height() / 2
    shown = [place for place in Place if not table.isColumnHidden(place)]
    assert sum(table.columnWidth(place) for place in shown) <= table.viewport().width()
    widths = {place: table.columnWidth(place) for place in Place}
    for place, row in enumerate(desk.page.model.rows):
        assert table.rowHeight(place) == table.delegate.height(row, widths)
    assert desk.page.area.horizontalScrollBar().maximum() == 0
    for button in desk.page.findChildren(QPushButton):
        if button.isVisible():
            assert button.width() >= button.minimumSizeHint().width()


def test_the_form_stands_below_where_the_page_is_narrow(make_desk: Callable[..., Desk]) -> None:
    desk = make_desk(JOINT)
    desk.select(2)
    desk.press(Qt.Key.Key_Return)
    panel, table = desk.page.panel, desk.page.table
    assert panel.mapTo(desk.page, QPoint()).x() > table.mapTo(desk.page, QPoint()).x()
    assert panel.mapTo(desk.page, QPoint()).y() < table.mapTo(desk.page, QPoint()).y()

    desk.page.resize(860, 640)
    QApplication.processEvents()

    assert panel.isVisible()
    below = table.mapTo(desk.page, QPoint(0, table.height())).y()
    assert panel.mapTo(desk.page, QPoint()).y() >= below


def test_the_page_speaks_english(make_desk: Callable[..., Desk], interface: Interface) -> None:
    desk = make_desk(JOINT)
    before = desk.page.add_line.field.placeholderText()

    interface.speak("en")
    QApplication.processEvents()

    assert desk.page.model.headerData(1, Qt.Orientation.Horizontal) is not None
    assert before
    assert desk.names[0] == "罗承砚"
    interface.speak("zh_CN")


def test_selection_and_place_survive_a_new_sheet(make_desk: Callable[..., Desk]) -> None:
    desk = make_desk(JOINT)
    desk.select(2, 4)
    desk.type("z")

    desk.page.changes._set_each({desk.page.model.rows[0].id: {"note": "x"}}, "x")
    desk.page.changes._set_each({desk.page.model.rows[0].id: {"grade": "y"}}, "x")
    desk.until(lambda: desk.page.model.rows[0].grade == "y")

    assert [row.name for row in desk.page.table.selected] == [desk.names[2], desk.names[4]]
    assert desk.page.add_line.field.text() == "z"
    assert desk.page.add_line.field.hasFocus()
    assert desk.page.add_line.popup.isVisible()


def test_the_model_keeps_its_promises_under_random_changes(qapp: QApplication) -> None:
    assert qapp is not None
    pick = random.Random(11)
    model = RosterModel()
    tester = QAbstractItemModelTester(model)
    people = [_entry(number) for number in range(30)]

    for _ in range(60):
        pick.shuffle(people)
        shown = people[: pick.randint(0, len(people))]
        model.show(_sheet(tuple(shown)))
        assert [row.id for row in model.rows] == [entry.id for entry in shown]
    assert tester.model() is model


def test_narrowing_finds_what_a_fresh_search_finds() -> None:
    people = tuple(_known(f"{a}{b}", "甲院") for a in "单张仇李" for b in "晓明伟强")
    known = KnownPeople(people)

    for text in ("s", "sx", "c", "单", "单晓", "", "z", "zw"):
        assert known.find(text) == KnownPeople(people).find(text)


def test_a_long_list_is_cut_and_says_so(qapp: QApplication) -> None:
    assert qapp is not None
    people = tuple(_known(f"张{n}", "甲院") for n in range(5000))
    model = CandidateModel()

    default = model.show(KnownPeople(people).find("z"), set(), "z")

    assert default is Default.FIRST
    assert len(model.rows) == 40
    assert model.left_out == 4960


@pytest.mark.parametrize(
    ("text", "present", "default"),
    [
        ("zs", (), Default.FIRST),
        ("张", (), Default.FIRST),
        ("张三", (), Default.FIRST),
        ("张三", (("张三", "甲院"),), Default.NONE),
        ("zs", (("张三", "甲院"),), Default.NONE),
        ("李四", (), Default.NONE),  # two of them
        ("李四", (("李四", "甲院"),), Default.NONE),
        ("王五", (), Default.NEW),
        ("张三丰", (), Default.NEW),
        ("xyz", (), Default.NEW),
        ("", (), Default.NONE),
    ],
)
def test_what_enter_does_without_a_choice(
    qapp: QApplication, text: str, present: tuple[tuple[str, str], ...], default: Default
) -> None:
    assert qapp is not None
    people = (_known("张三", "甲院"), _known("李四", "甲院"), _known("李四", "乙院"))

    assert CandidateModel().show(KnownPeople(people).find(text), set(present), text) is default


def test_two_hundred_people_scroll_in_the_table(make_desk: Callable[..., Desk]) -> None:
    desk = make_desk(HEARING)
    sheet = desk.editor.sheet
    assert sheet is not None
    people = tuple(_entry(number) for number in range(200))
    desk.editor.shown.emit(replace(sheet, entries={**sheet.entries, "participant": people}))
    QApplication.processEvents()
    table = desk.page.table
    assert table.height() <= desk.page.height()

    table.setFocus()
    QTest.keyClick(table, Qt.Key.Key_End)

    assert table.current is not None
    assert table.current.id == "p199"
    assert table.rowAt(table.viewport().height() - 4) == 199


def test_known_people_are_read_from_the_database(make_desk: Callable[..., Desk]) -> None:
    desk = make_desk(JOINT, HEARING)
    found: list[object] = []
    desk.workspace.read(known_people, then=found.append)
    desk.until(lambda: found)

    people = found[0]
    assert isinstance(people, tuple)
    assert {"罗承砚", "霍景嵩"} <= {person.name for person in people}


def _click(desk: Desk, words: str) -> None:
    buttons = [b for b in desk.page.findChildren(QPushButton) if b.text() == words]
    (button,) = [b for b in buttons if b.isVisible()]
    assert button.isEnabled()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def _choose(desk: Desk, name: str, words: str) -> None:
    """Choose from a menu of the bar, which cannot open without a screen."""
    menu = desk.page.bar._menus[name]
    menu.aboutToShow.emit()
    (action,) = [action for action in menu.actions() if action.text() == words]
    action.trigger()


def _drag(table: RosterView, data: QMimeData, at: QPoint) -> None:
    arguments = (
        at,
        Qt.DropAction.MoveAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    table.dragEnterEvent(QDragEnterEvent(*arguments))
    table.dragMoveEvent(QDragMoveEvent(*arguments))


def _drop(table: RosterView, data: QMimeData, at: QPoint) -> None:
    table.dropEvent(
        QDropEvent(
            QPointF(at),
            Qt.DropAction.MoveAction,
            data,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
    )


def _known(name: str, organ: str) -> KnownPerson:
    return KnownPerson(name, organ, "检察官", None, "出席", None, 1, None)


def _entry(number: int) -> Entry:
    fields = ("post", "grade", "role", "mode", "counts_for_quorum", "attendance", "note")
    values = dict.fromkeys(fields) | {"name": f"人{number}", "organ": "甲院", "number": number + 1}
    return Entry(f"p{number}", "m", values)


def _sheet(people: tuple[Entry, ...]) -> Sheet:
    return Sheet("m", MeetingKind.JOINT_CONFERENCE, "J3", {"participant": people})
