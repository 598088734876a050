"""The page of people: forms, quorum, recusals, and the page as a whole."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton

from tests.ui.people import DEPARTMENT, HEARING, JOINT, Desk, choose_in_bar, click_button
from ui.i18n import Interface
from ui.item_models.roster import Place
from ui.theme import Theme, ThemeChoice


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
    click_button(desk, "改为3人")
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
    click_button(desk, "人数要求…")
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
    choose_in_bar(desk, "role", "听证员")
    desk.until(lambda: "听证员6人" in desk.page.quorum.statement)
    desk.select(3)
    desk.press(Qt.Key.Key_Space)

    desk.until(lambda: "听证员6人，到场1人" in desk.page.quorum.statement)


def test_that_nobody_was_recused_is_noted_by_one_click(make_desk: Callable[..., Desk]) -> None:
    desk = make_desk(HEARING)
    assert desk.page.recusals.none.isVisible()

    click_button(desk, "无人申请回避")
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
