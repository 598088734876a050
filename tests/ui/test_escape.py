"""Escape in the real window: first for what is being done, then for the panels of the window."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from models.errors import MeetingNotFound
from tests.ui.conftest import WindowMaker
from tests.ui.driving import show
from ui.main_window import MainWindow
from ui.pages.agenda_page import AgendaPage
from ui.pages.people_page import PeoplePage
from ui.widgets.row_field import RowField


@pytest.fixture
def window(qtbot: QtBot, make_window: WindowMaker) -> MainWindow:
    made = make_window()
    show(qtbot, made)
    made.actions_by_id["new_conference"].trigger()
    qtbot.waitUntil(lambda: made.desk.page.editor.sheet is not None)
    return made


def _focused(window: MainWindow) -> QWidget:
    focused = window.focusWidget()
    assert focused is not None
    return focused


def _turn(window: MainWindow, tab: str) -> QWidget:
    page = window.desk.page
    page.show_tab(tab)
    return page._pages[tab].as_widget


@pytest.mark.parametrize("tab", ["record", "basics", "case", "agenda", "people", "opinions"])
def test_escape_closes_a_notice_from_anywhere(window: MainWindow, tab: str) -> None:
    _turn(window, tab)
    notice = window.desk.notice
    stops = [
        widget
        for widget in window.findChildren(QWidget)
        if widget.isVisible() and widget.isEnabled()
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and not widget.focusProxy()
        if widget is not window.desk.page.record.composer.text  # which has a use for it
    ]

    left_open = []
    for stop in stops:
        window.desk.tell(MeetingNotFound("m9"))
        stop.setFocus()
        QTest.keyClick(stop, Qt.Key.Key_Escape)
        if notice.isVisible():
            left_open.append(stop)
            notice.dismiss()

    assert len(stops) > 5
    assert left_open == []


def test_escape_leaves_the_form_of_a_person_and_then_closes_the_notice(
    qtbot: QtBot, window: MainWindow
) -> None:
    page = _turn(window, "people")
    assert isinstance(page, PeoplePage)
    page._add_new("罗承砚")
    qtbot.waitUntil(lambda: bool(page.panel.person_id))
    window.desk.tell(MeetingNotFound("m9"))
    organ = page.panel.person.editors["organ"].input.entry_widget()

    QTest.keyClick(organ, Qt.Key.Key_Escape)
    after_first = (page.panel.is_open, window.desk.notice.isVisible())
    QTest.keyClick(page.table, Qt.Key.Key_Escape)

    assert after_first == (False, True)
    assert not window.desk.notice.isVisible()


def test_escape_from_the_form_of_a_newcomer_goes_back_to_where_the_next_one_is_added(
    qtbot: QtBot, window: MainWindow
) -> None:
    page = _turn(window, "people")
    assert isinstance(page, PeoplePage)
    page._add_new("罗承砚")
    qtbot.waitUntil(lambda: bool(page.panel.person_id))
    added = page.panel.person_id

    QTest.keyClick(_focused(window), Qt.Key.Key_Escape)
    after_adding = _focused(window)
    page.open_person(added)
    QTest.keyClick(_focused(window), Qt.Key.Key_Escape)

    assert after_adding is page.add_line.field
    assert _focused(window) is page.table


def test_escape_gives_up_the_change_of_an_agenda_item(qtbot: QtBot, window: MainWindow) -> None:
    page = _turn(window, "agenda")
    assert isinstance(page, AgendaPage)
    page.agenda.add_usual()
    qtbot.waitUntil(lambda: bool(page.agenda.items))
    before = page.agenda.items[0].title
    page.agenda.view.go_to(0)
    page.agenda.view.write()
    field = page.agenda.view.findChild(RowField)
    assert field is not None
    QTest.keyClicks(field, "x")

    QTest.keyClick(field, Qt.Key.Key_Escape)

    qtbot.waitUntil(lambda: page.agenda.view.findChild(RowField) is None)
    assert page.agenda.items[0].title == before
