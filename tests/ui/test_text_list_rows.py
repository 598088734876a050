"""Rows of a list of plain texts: deleted, moved by keys, dragged; the model under any change."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from pytestqt.qtbot import QtBot

from tests.ui.lists import (
    ALT,
    FIVE,
    choose,
    drag,
    expect,
    offered,
    press,
    texts,
    undo,
    write,
)
from ui.editing import MeetingEditor
from ui.forms.text_list import TextList
from ui.item_models.agenda import ListedRow, OrderedModel


def test_selected_rows_are_deleted_together(
    listed: TextList, editor: MeetingEditor, qtbot: QtBot
) -> None:
    write(qtbot, listed, *FIVE)
    choose(listed, 1, 3)

    press(listed.view, Qt.Key.Key_Delete)

    expect(qtbot, listed, ["甲", "丙", "戊"])
    qtbot.waitUntil(lambda: listed.view.chosen == (listed.rows[1].id,))
    assert undo(qtbot, editor) == "删除会议材料"
    assert texts(listed) == list(FIVE)


def test_when_the_last_row_is_deleted_the_cursor_waits_for_another(
    listed: TextList, qtbot: QtBot
) -> None:
    write(qtbot, listed, "甲")
    choose(listed, 0)

    press(listed.view, Qt.Key.Key_Delete)

    expect(qtbot, listed, [])
    qtbot.waitUntil(listed.add_row.field.hasFocus)


def test_alt_and_arrows_move_what_is_selected(
    listed: TextList, editor: MeetingEditor, qtbot: QtBot
) -> None:
    write(qtbot, listed, *FIVE)
    choose(listed, 3, 4)

    press(listed.view, Qt.Key.Key_Up, ALT)

    expect(qtbot, listed, ["甲", "乙", "丁", "戊", "丙"])
    assert listed.view.chosen == tuple(row.id for row in listed.rows[2:4])
    assert undo(qtbot, editor) == "移动会议材料"
    assert texts(listed) == list(FIVE)


def test_keys_that_come_faster_than_the_disk_all_count(listed: TextList, qtbot: QtBot) -> None:
    write(qtbot, listed, *FIVE)
    choose(listed, 0)

    for _ in range(3):
        press(listed.view, Qt.Key.Key_Down, ALT)

    expect(qtbot, listed, ["乙", "丙", "丁", "甲", "戊"])


def test_no_row_moves_beyond_the_ends(listed: TextList, qtbot: QtBot) -> None:
    write(qtbot, listed, "甲", "乙")
    choose(listed, 0)
    press(listed.view, Qt.Key.Key_Up, ALT)
    choose(listed, 1)
    press(listed.view, Qt.Key.Key_Down, ALT)

    write(qtbot, listed, "丙")

    assert texts(listed) == ["甲", "乙", "丙"]


@pytest.mark.parametrize(
    ("place", "to", "wanted"),
    [(0, 3, "乙丙甲丁戊"), (4, 0, "戊甲乙丙丁"), (1, 5, "甲丙丁戊乙"), (2, 2, "甲乙丙丁戊")],
)
def test_a_row_is_dragged_to_its_place(
    listed: TextList, qtbot: QtBot, place: int, to: int, wanted: str
) -> None:
    write(qtbot, listed, *FIVE)

    drag(listed, place, to)

    expect(qtbot, listed, list(wanted))


def test_the_mouse_shows_where_a_row_would_land(listed: TextList, qtbot: QtBot) -> None:
    write(qtbot, listed, *FIVE)
    before = listed.view.grab().toImage()

    drag(listed, 0, 3, drop=False)

    assert listed.view.drag.target is not None
    assert listed.view.drag.target.gap == 3
    assert listed.view.grab().toImage() != before


def test_esc_calls_a_drag_off(listed: TextList, qtbot: QtBot) -> None:
    write(qtbot, listed, *FIVE)
    drag(listed, 0, 3, drop=False)
    assert offered(listed.view, Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier)

    press(listed.view, Qt.Key.Key_Escape)
    QTest.mouseRelease(listed.view.viewport(), Qt.MouseButton.LeftButton)

    assert not listed.view.drag.active
    write(qtbot, listed, "己")
    assert texts(listed) == [*FIVE, "己"]


def test_several_selected_rows_are_dragged_together(listed: TextList, qtbot: QtBot) -> None:
    write(qtbot, listed, *FIVE)
    choose(listed, 0, 2)

    drag(listed, 2, 5)

    expect(qtbot, listed, list("乙丁戊甲丙"))


def test_a_click_on_one_of_several_selected_rows_selects_it_alone(
    listed: TextList, qtbot: QtBot
) -> None:
    write(qtbot, listed, *FIVE)
    choose(listed, 0, 2)

    choose(listed, 2)

    assert listed.view.chosen == (listed.rows[2].id,)


def test_a_click_that_trembles_is_no_drag(listed: TextList, qtbot: QtBot) -> None:
    write(qtbot, listed, "甲", "乙")
    view = listed.view.viewport()
    rect = listed.view.visualRect(listed.view.list_model.index(0, 0))
    QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=rect.center())

    QTest.mouseMove(view, rect.center() + QPoint(3, 2))

    assert not listed.view.drag.active
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=rect.center())


rows_of_any_order = st.lists(
    st.builds(
        ListedRow,
        id=st.sampled_from("abcdefghij"),
        number=st.just("1"),
        text=st.text("甲乙", max_size=2),
        level=st.integers(0, 2),
    ),
    unique_by=lambda row: row.id,
    max_size=8,
)


@pytest.mark.usefixtures("qapp")
@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(steps=st.lists(rows_of_any_order, min_size=2, max_size=6))
def test_any_change_of_rows_keeps_the_model_sound(steps: list[list[ListedRow]]) -> None:
    model = OrderedModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)

    for rows in steps:
        model.set_rows(rows)

        assert list(model.rows) == rows
        assert tester.model() is model
