"""The table of people: deleting, registering, ordering, numbering, setting for several."""

import random
from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent, QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication

from models.errors import StillSpeaks
from models.forms import Entry, Sheet
from models.vocabulary import MeetingKind
from tests.ui.people import HEARING, JOINT, Desk, choose_in_bar, click_button
from ui.item_models.roster import Place, RosterModel, dragged_ids
from ui.widgets.person_table import RosterView


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

    click_button(desk, "全部登记到场")

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

    click_button(desk, "按顺序编号")
    desk.until(lambda: [row.number for row in desk.page.model.rows] == list(range(1, 9)))

    desk.undo()
    desk.until(lambda: [row.number for row in desk.page.model.rows[6:]] == [8, 7])


def test_a_role_for_several_brings_the_quorum_along_in_one_step(
    make_desk: Callable[..., Desk],
) -> None:
    desk = make_desk(JOINT)
    desk.select(2, 3, 6)

    choose_in_bar(desk, "role", "列席")
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

    choose_in_bar(desk, name, words)

    shown = {"counts_for_quorum": "counts"}.get(name, name)
    desk.until(lambda: [getattr(desk.page.model.rows[n], shown) for n in (4, 5)] == [value] * 2)


def test_a_copied_person_can_be_pasted_as_a_list(make_desk: Callable[..., Desk]) -> None:
    desk = make_desk(JOINT)
    desk.select(0, 1)

    desk.press(Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)

    first = QGuiApplication.clipboard().text().splitlines()[0]
    assert first == "罗承砚\t河澜州人民检察院\t第一检察部主任"


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


def _entry(number: int) -> Entry:
    fields = ("post", "grade", "role", "mode", "counts_for_quorum", "attendance", "note")
    values = dict.fromkeys(fields) | {"name": f"人{number}", "organ": "甲院", "number": number + 1}
    return Entry(f"p{number}", "m", values)


def _sheet(people: tuple[Entry, ...]) -> Sheet:
    return Sheet("m", MeetingKind.JOINT_CONFERENCE, "J3", {"participant": people})
