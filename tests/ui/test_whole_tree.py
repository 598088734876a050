"""Every page of both kinds of meetings: named, reached with the Tab key, in the chosen language."""

import re
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTabBar,
    QWidget,
)
from pytestqt.qtbot import QtBot

from models.vocabulary import MeetingKind
from tests.ui.conftest import WindowMaker
from tests.ui.driving import open_samples, show
from tests.ui.meetings import CONFERENCE, HEARING
from ui.main_window import MainWindow
from ui.pages.meeting_tabs import TABS

SAMPLES = {MeetingKind.JOINT_CONFERENCE: CONFERENCE, MeetingKind.HEARING: HEARING}
_ALLOWED = (": 中文", ": Undo “新建会议”")  # itself, and a step done while Chinese was spoken
CHINESE = re.compile("[一-鿿]")


def _tabs(kind: MeetingKind) -> list[str]:
    return [tab.id for tab in TABS if kind in tab.kinds]


def _turn_to(qtbot: QtBot, window: MainWindow, tab: str) -> QWidget:
    page = window.desk.page
    page.show_tab(tab)
    qtbot.waitUntil(lambda: page.editor.sheet is not None)
    for _ in range(6):
        QApplication.processEvents()
    return page._pages[tab].as_widget


def _stops(window: MainWindow) -> Iterator[QWidget]:
    """Give every widget in view where the Tab key should stop."""
    for widget in window.findChildren(QWidget):
        tabs = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
        if tabs and widget.isVisible() and widget.isEnabled() and widget.focusProxy() is None:
            yield widget


@pytest.mark.parametrize("kind", MeetingKind)
def test_whatever_can_have_the_focus_has_a_name(
    qtbot: QtBot, make_window: WindowMaker, kind: MeetingKind
) -> None:
    window = make_window()
    open_samples(qtbot, window, SAMPLES[kind])
    nameless = []

    for tab in _tabs(kind):
        _turn_to(qtbot, window, tab)
        for widget in _stops(window):
            spoken = QAccessible.queryAccessibleInterface(widget)
            name = spoken.text(QAccessible.Text.Name)
            plain_area = type(widget) is QAbstractScrollArea
            if not name and not plain_area:
                nameless.append(f"{tab}: {type(widget).__name__} {widget.objectName()}")

    assert nameless == []


@pytest.mark.parametrize("kind", MeetingKind)
def test_the_tab_key_goes_round_through_everything(
    qtbot: QtBot, make_window: WindowMaker, kind: MeetingKind
) -> None:
    window = make_window()
    open_samples(qtbot, window, SAMPLES[kind])

    for tab in _tabs(kind):
        page = _turn_to(qtbot, window, tab)
        wanted = {widget for widget in _stops(window) if page.isAncestorOf(widget)}
        reached: set[QWidget] = set()
        widget: QWidget | None = page.nextInFocusChain()
        while widget is not None and widget is not page:
            reached.add(widget)
            widget = widget.nextInFocusChain()

        assert wanted <= reached, tab


def _texts(window: MainWindow) -> Iterator[str]:
    """Give every text in view, less what the user or a sample has written and Qt's own arrows."""
    yield from (action.text() for action in window.findChildren(QAction))
    for widget in window.findChildren(QWidget):
        quotation = widget.property("quotes")  # of a rule, in its own language
        if widget.isVisible() and not quotation and not isinstance(widget.parent(), QTabBar):
            yield from (widget.accessibleName(), widget.toolTip(), widget.accessibleDescription())
            yield from _own_texts(widget)


def _own_texts(widget: QWidget) -> Iterator[str]:
    match widget:
        case QLabel() | QAbstractButton():
            yield widget.text()
        case QLineEdit() | QPlainTextEdit():
            yield widget.placeholderText()
        case QComboBox():
            yield from (widget.itemText(place) for place in range(widget.count()))
        case QTabBar():
            yield from (widget.tabText(place) for place in range(widget.count()))
        case QAbstractItemView():
            model = widget.model()
            yield from (str(model.index(row, 0).data() or "") for row in range(model.rowCount()))
        case _:
            pass


@pytest.mark.parametrize("kind", MeetingKind)
def test_an_empty_meeting_in_english_holds_no_chinese(
    qtbot: QtBot, make_window: WindowMaker, kind: MeetingKind
) -> None:
    window = make_window()
    window.interface.speak("en")
    show(qtbot, window)
    window.desk.commands.create(kind)
    qtbot.waitUntil(lambda: window.desk.page.meeting is not None)

    found = set()
    for tab in _tabs(kind):
        _turn_to(qtbot, window, tab)
        found |= {f"{tab}: {text}" for text in _texts(window) if CHINESE.search(text)}

    assert {text for text in found if not text.endswith(_ALLOWED)} == set()


@pytest.mark.parametrize("kind", MeetingKind)
def test_every_page_follows_the_language_while_it_is_shown(
    qtbot: QtBot, make_window: WindowMaker, kind: MeetingKind
) -> None:
    window = make_window()
    show(qtbot, window)
    window.desk.commands.create(kind)
    qtbot.waitUntil(lambda: window.desk.page.meeting is not None)
    for tab in _tabs(kind):
        _turn_to(qtbot, window, tab)

    window.interface.speak("en")
    found = set()
    for tab in _tabs(kind):
        _turn_to(qtbot, window, tab)
        found |= {f"{tab}: {text}" for text in _texts(window) if CHINESE.search(text)}

    assert {text for text in found if not text.endswith(_ALLOWED)} == set()
