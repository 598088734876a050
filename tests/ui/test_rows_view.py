"""The view of rows: heights when needed, a quiet scroll, copying."""

import random
from itertools import pairwise

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QAccessible, QColor, QGuiApplication, QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from models.database import Database
from models.snapshot import LineView
from tests.ui.meetings import HEARING, conference_of, sample
from ui.item_models.lines import TimelineModel
from ui.theme import Theme
from ui.widgets.line_delegate import LineDelegate
from ui.widgets.rows_view import Cell, RowsView

MANY = 5000


class CountingDelegate(LineDelegate):
    """Counts how many rows were laid out."""

    laid_out = 0

    def height(self, row: object, width: int) -> int:
        """Count and lay out."""
        self.laid_out += 1
        return super().height(row, width)


@pytest.fixture
def view(theme: Theme, qtbot: QtBot) -> RowsView:
    made = RowsView(theme)
    qtbot.addWidget(made)
    made.resize(760, 700)
    return made


def _record(lines: int) -> tuple[LineView, ...]:
    pick = random.Random(7)  # an arbitrary but fixed mixture of lengths
    return tuple(
        LineView(
            f"l{n}", n, "09:00", None, "意见" if n % 3 else "汇报", "话" * pick.randint(5, 160)
        )
        for n in range(1, lines + 1)
    )


def test_only_rows_in_view_are_laid_out(view: RowsView, theme: Theme, qtbot: QtBot) -> None:
    model, delegate = TimelineModel(view), CountingDelegate(theme, view)
    view.set_up(model, delegate)
    with qtbot.waitExposed(view):
        view.show()

    model.show(conference_of(_record(MANY)))
    view.scrollToBottom()
    QApplication.processEvents()

    assert delegate.laid_out < 500
    assert view.rowAt(view.viewport().height() - 2) == MANY - 1


def test_rows_never_overlap_or_leave_gaps(view: RowsView, theme: Theme, qtbot: QtBot) -> None:
    model, delegate = TimelineModel(view), LineDelegate(theme, view)
    view.set_up(model, delegate)
    with qtbot.waitExposed(view):
        view.show()
    model.show(conference_of(_record(400)))

    for width, place in ((760, 0), (520, 150), (900, 399), (760, 30)):
        view.resize(width, 700)
        view.scrollTo(model.index(place, 0))
        QApplication.processEvents()
        first, last = view.rowAt(0), view.rowAt(view.viewport().height() - 1)
        for row in range(first, last + 1):
            assert view.rowHeight(row) == delegate.height(model.rows[row], view.viewport().width())


def test_new_lines_below_leave_what_is_read_in_place(
    view: RowsView, theme: Theme, qtbot: QtBot
) -> None:
    lines = _record(200)
    model = TimelineModel(view)
    view.set_up(model, LineDelegate(theme, view))
    with qtbot.waitExposed(view):
        view.show()
    model.show(conference_of(lines[:150]))
    view.verticalScrollBar().setValue(3000)
    QApplication.processEvents()
    before = view.rowAt(300), view.rowViewportPosition(view.rowAt(300))

    model.show(conference_of(lines))
    QApplication.processEvents()

    assert (view.rowAt(300), view.rowViewportPosition(view.rowAt(300))) == before


def test_selected_lines_are_copied_in_the_order_of_speaking(
    view: RowsView, theme: Theme, qtbot: QtBot, database: Database
) -> None:
    model = TimelineModel(view)
    view.setSelectionMode(RowsView.SelectionMode.ExtendedSelection)
    view.set_up(model, LineDelegate(theme, view))
    model.show(sample(database, HEARING))
    with qtbot.waitExposed(view):
        view.show()
    for row in (5, 3, 1):
        view.selectionModel().select(
            model.index(row, 0), view.selectionModel().SelectionFlag.Select
        )

    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)

    lines = QGuiApplication.clipboard().text().splitlines()
    assert [line[:5] for line in lines] == ["14:30", "14:41", "15:02"]
    assert lines[1].startswith("14:41 欧阳砚青（青屏区人民检察院 第四检察部检察官） 介绍案情：31家")


def test_enter_does_what_a_click_does(view: RowsView, theme: Theme, qtbot: QtBot) -> None:
    model = TimelineModel(view)
    view.set_up(model, LineDelegate(theme, view))
    model.show(conference_of(_record(3)))
    view.show()
    view.setCurrentIndex(model.index(1, 0))

    with qtbot.waitSignal(view.activated_row) as caught:
        QTest.keyClick(view, Qt.Key.Key_Return)

    assert caught.args == [model.rows[1]]


def test_a_screen_reader_hears_who_spoke_and_what(
    view: RowsView, theme: Theme, database: Database
) -> None:
    model = TimelineModel(view)
    view.set_up(model, LineDelegate(theme, view))
    model.show(sample(database, HEARING))

    spoken = model.index(3, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    interface = QAccessible.queryAccessibleInterface(view)

    assert spoken.startswith("14:41，欧阳砚青，承办协助，青屏区人民检察院")
    assert "介绍案情：31家店铺" in spoken
    assert interface.childCount() >= len(model.rows)


def test_every_row_can_be_painted_at_any_width(
    view: RowsView, theme: Theme, database: Database
) -> None:
    delegate = LineDelegate(theme, view)
    model = TimelineModel(view)
    model.show(sample(database, HEARING))
    picture = view.grab()

    for width in (60, 300, 900):
        painter = QPainter(picture)
        for row in model.rows:
            rect = picture.rect().adjusted(0, 0, width - picture.width(), 0).toRectF()
            cell = Cell(rect, selected=True, focused=True, hovered=False)
            delegate.draw(painter, cell, row)
            assert delegate.height(row, width) > 0
        painter.end()


def _press(view: RowsView, key: Qt.Key, most: int = 400) -> list[int]:
    """Press a key until nothing moves any more; return the places of the scroll on the way."""
    places = [view.verticalScrollBar().value()]
    for _ in range(most):
        before = (view.verticalScrollBar().value(), view.currentIndex().row())
        QTest.keyClick(view, key)
        after = (view.verticalScrollBar().value(), view.currentIndex().row())
        if after == before:
            break
        places.append(after[0])
    return places


@pytest.mark.parametrize(
    ("there", "back"),
    [(Qt.Key.Key_Down, Qt.Key.Key_Up), (Qt.Key.Key_PageDown, Qt.Key.Key_PageUp)],
)
def test_a_line_higher_than_the_view_is_read_to_its_end(
    view: RowsView, theme: Theme, qtbot: QtBot, there: Qt.Key, back: Qt.Key
) -> None:
    lines = tuple(
        LineView(f"l{n}", n, "09:00", None, "意见", "话" * size)
        for n, size in enumerate((20, 9000, 30), 1)
    )
    model = TimelineModel(view)
    view.set_up(model, LineDelegate(theme, view))
    model.show(conference_of(lines))
    with qtbot.waitExposed(view):
        view.show()
    view.setFocus()

    places = _press(view, there)
    last = view.currentIndex().row()
    back_places = _press(view, back)

    height = view.viewport().height()
    assert last == 2
    assert places[-1] == view.verticalScrollBar().maximum()
    assert all(0 <= after - before <= height for before, after in pairwise(places))
    assert view.currentIndex().row() == 0
    assert back_places[-1] == 0
    assert all(0 <= a - b <= height for a, b in pairwise(back_places))


@pytest.mark.parametrize("selected", [False, True])
def test_the_current_row_has_an_edge_whether_selected_or_not(
    view: RowsView, theme: Theme, *, selected: bool
) -> None:
    model = TimelineModel(view)
    model.show(conference_of(_record(1)))
    picture = QImage(400, 120, QImage.Format.Format_RGB32)
    picture.fill(theme.colour("surface"))

    painter = QPainter(picture)
    cell = Cell(QRectF(0, 0, 400, 120), selected=selected, focused=True, hovered=False)
    LineDelegate(theme, view).draw(painter, cell, model.rows[0])
    painter.end()

    edge = QColor(picture.pixelColor(8, 60))
    accent, ground = theme.colour("accent"), theme.colour("surface")
    assert abs(edge.blue() - accent.blue()) < abs(edge.blue() - ground.blue())
