"""Selected lines of the record are dragged to another place."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.conftest import WindowMaker
from tests.ui.rooms import Room, make_room
from ui.item_models.lines import LineEntry

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def room(qtbot: QtBot, make_window: WindowMaker) -> Room:
    made = make_room(qtbot, make_window)
    made.write("一", "二", "三", "四")
    return made


def _middle(room: Room, text: str) -> QPoint:
    view = room.page.timeline
    place = next(
        place
        for place, row in enumerate(room.page.model.rows)
        if isinstance(row, LineEntry) and row.line.text == text
    )
    return view.visualRect(room.page.model.index(place, 0)).center()


def _select(room: Room, *texts: str) -> None:
    room.select(*(room.texts.index(text) for text in texts))


def _drag(room: Room, text: str, end: QPoint, *, drop: bool = True) -> None:
    """Drag from the middle of a line to a point."""
    viewport, start = room.page.timeline.viewport(), _middle(room, text)
    QTest.mousePress(viewport, LEFT, pos=start)
    for step in range(1, 5):
        way = QPoint((end.x() - start.x()) * step // 4, (end.y() - start.y()) * step // 4)
        QTest.mouseMove(viewport, start + way)
        QApplication.processEvents()
    if drop:
        QTest.mouseRelease(viewport, LEFT, pos=end)


def test_a_selected_line_goes_where_it_is_dropped(room: Room) -> None:
    _select(room, "三")

    _drag(room, "三", _middle(room, "一") - QPoint(0, 8))

    room.wait_for(lambda: room.texts == ["三", "一", "二", "四"])
    assert [line.text for line in room.page.selected_lines()] == ["三"]


def test_several_selected_lines_go_together_in_their_order(room: Room) -> None:
    _select(room, "一", "三")

    _drag(room, "一", _middle(room, "四") + QPoint(0, 8))

    room.wait_for(lambda: room.texts == ["二", "四", "一", "三"])


def test_the_gap_is_shown_and_escape_leaves_everything_as_it_was(room: Room) -> None:
    _select(room, "一")
    mark = room.page.actions_of_lines._drag.mark

    _drag(room, "一", _middle(room, "三") + QPoint(0, 8), drop=False)
    shown = mark.isVisible()
    middle_of_mark = mark.geometry().center().y()
    QTest.keyClick(room.page.timeline, Qt.Key.Key_Escape)
    QTest.mouseRelease(room.page.timeline.viewport(), LEFT, pos=_middle(room, "三"))

    assert shown
    assert _middle(room, "三").y() < middle_of_mark < _middle(room, "四").y()
    assert not mark.isVisible()
    assert room.texts == ["一", "二", "三", "四"]


def test_a_drag_that_begins_elsewhere_selects(room: Room) -> None:
    _select(room, "四")

    _drag(room, "一", _middle(room, "三"))

    assert [line.text for line in room.page.selected_lines()] == ["一", "二", "三"]
    assert room.texts == ["一", "二", "三", "四"]


def test_a_click_on_one_of_several_selected_lines_leaves_that_one(room: Room) -> None:
    _select(room, "一", "三")

    QTest.mouseClick(room.page.timeline.viewport(), LEFT, pos=_middle(room, "三"))

    assert [line.text for line in room.page.selected_lines()] == ["三"]


def test_lines_of_a_signed_record_stay_where_they_are(room: Room) -> None:
    room.sign()
    _select(room, "三")

    _drag(room, "三", _middle(room, "一") - QPoint(0, 8), drop=False)

    assert not room.page.actions_of_lines._drag.active
    assert room.texts == ["一", "二", "三", "四"]
