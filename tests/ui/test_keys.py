"""The window with keys alone, and a list that follows only the user."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.conftest import WindowMaker
from tests.ui.driving import open_samples, select
from tests.ui.meetings import CONFERENCE, HEARING
from ui.item_models.rows import ROW_ROLE
from ui.settings import SettingsStore


def test_typing_in_the_filter_leaves_the_meeting_in_view(
    qtbot: QtBot, make_window: WindowMaker, settings: SettingsStore
) -> None:
    window = make_window()
    open_samples(qtbot, window, CONFERENCE, HEARING)
    select(qtbot, window, "联席会议")
    chosen: list[str] = []
    window.desk.meetings.chosen.connect(chosen.append)
    shown, field = settings.value.last_meeting, window.desk.meetings.filter

    for words in ("听证室", "听证室没有", "听证室", ""):
        field.setText(words)

    assert chosen == []
    assert settings.value.last_meeting == shown
    current = window.desk.meetings.view.currentIndex().data(ROW_ROLE)
    assert current.id == shown


def test_a_narrowed_list_opens_the_meeting_that_the_user_goes_to(
    qtbot: QtBot, make_window: WindowMaker
) -> None:
    window = make_window()
    open_samples(qtbot, window, CONFERENCE, HEARING)
    select(qtbot, window, "联席会议")
    window.actions_by_id["filter"].trigger()
    window.desk.meetings.filter.setText("听证室")

    window.desk.meetings.view.setFocus()
    QTest.keyClick(window.desk.meetings.view, Qt.Key.Key_Return)

    qtbot.waitUntil(lambda: "听证会" in window.desk.page.header.title)


@pytest.mark.parametrize("part", ["outline", "timeline", "people"])
def test_a_hearing_is_read_with_keys_alone(
    qtbot: QtBot, make_window: WindowMaker, part: str
) -> None:
    window = make_window()
    open_samples(qtbot, window, HEARING)
    views = {
        "outline": window.desk.page.record.outline.view,
        "timeline": window.desk.page.record.timeline,
        "people": window.desk.people.view,
    }
    view = views[part]
    qtbot.waitUntil(lambda: view.model().rowCount() > 0)
    assert not view.currentIndex().isValid()

    view.setFocus(Qt.FocusReason.TabFocusReason)
    entered = view.currentIndex().row()
    reached = []
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_End, Qt.Key.Key_Home):
        QTest.keyClick(view, key)
        reached.append(view.currentIndex().row())

    rows = view.model().rowCount()
    assert entered == (0 if part == "people" else 1)  # elsewhere a heading or step stands above
    assert entered < reached[0] < rows
    assert (reached[1], reached[3]) == (entered, entered)
    assert reached[2] == rows - 1
    assert view.verticalScrollBar().value() == 0
