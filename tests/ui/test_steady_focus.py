"""A field keeps its place on the screen while its page changes above it."""

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QLabel, QLineEdit, QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.widgets.steady_focus import SteadyFocus

ROWS = 30


class Page:
    """A page of labels, twice as high as its view, with a field in the middle."""

    def __init__(self, qtbot: QtBot) -> None:
        self.qtbot = qtbot
        self.area = QScrollArea()
        qtbot.addWidget(self.area)
        self.area.setWidgetResizable(True)
        host = QWidget()
        self.column = QVBoxLayout(host)
        self.field = QLineEdit()
        for number in range(ROWS):
            self.column.addWidget(self.row())
            if number == ROWS // 2:
                self.column.addWidget(self.field)
        self.area.setWidget(host)
        SteadyFocus(self.area)
        self.area.resize(300, 600)
        with qtbot.waitExposed(self.area):
            self.area.show()
        self.area.activateWindow()
        self.field.setFocus()
        qtbot.waitUntil(self.field.hasFocus)
        self.scroll(300)

    @property
    def top(self) -> int:
        """Where the field stands in the view."""
        return self.field.mapTo(self.area.viewport(), QPoint(0, 0)).y()

    @property
    def height(self) -> int:
        """How high all of the page is."""
        return self.column.parentWidget().height()

    def row(self) -> QLabel:
        """Return something more for the page."""
        made = QLabel("……")
        made.setFixedHeight(40)
        return made

    def scroll(self, to: int) -> None:
        """Scroll by hand."""
        self.area.verticalScrollBar().setValue(to)
        self.qtbot.wait(20)

    def settle(self, height: int) -> None:
        """Wait until the page is of another height, and at rest."""
        self.qtbot.waitUntil(lambda: self.height != height)
        self.qtbot.wait(20)


@pytest.fixture
def page(qtbot: QtBot) -> Page:
    return Page(qtbot)


def test_it_stays_where_it_is_while_the_page_grows_and_shrinks_above_it(page: Page) -> None:
    top, height = page.top, page.height
    assert not page.field.visibleRegion().isEmpty()

    late = [page.row() for _ in range(20)]
    for one in late:
        page.column.insertWidget(0, one)
    page.settle(height)
    assert page.top == top

    height = page.height
    for one in late:
        one.hide()
    page.settle(height)
    assert page.top == top


def test_what_was_scrolled_out_of_sight_is_left_there(page: Page) -> None:
    page.scroll(0)
    while not page.field.visibleRegion().isEmpty():
        page.area.resize(300, page.area.height() - 100)
        page.qtbot.wait(20)
    height = page.height

    page.column.insertWidget(0, page.row())
    page.settle(height)

    assert page.area.verticalScrollBar().value() == 0


def test_a_field_may_go_with_what_changes(page: Page) -> None:
    height = page.height

    page.column.insertWidget(0, page.row())
    page.field.deleteLater()
    page.settle(height)

    assert page.area.verticalScrollBar().value() == 300
