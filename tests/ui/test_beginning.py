"""A meeting that was just made: whoever begins it types its name at once."""

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from models.vocabulary import Role
from tests.ui.conftest import WindowMaker
from tests.ui.driving import open_samples, show
from tests.ui.meetings import CONFERENCE
from ui.main_window import MainWindow
from ui.settings import SettingsStore


def _at_new_title(window: MainWindow) -> bool:
    focused, sheet = window.focusWidget(), window.desk.page.editor.sheet
    meeting = sheet.single("meeting") if sheet is not None else None
    if meeting is None or meeting.values["title"] or focused is None:
        return False
    return focused.accessibleName() == "会议名称"


def _name(qtbot: QtBot, window: MainWindow, words: str) -> None:
    """Type a name and leave the field."""
    qtbot.waitUntil(lambda: _at_new_title(window))
    focused = window.focusWidget()
    assert focused is not None
    QTest.keyClicks(focused, words)
    window.desk.page.commit()
    qtbot.waitUntil(lambda: window.desk.page.header.title == words)


def _begun(qtbot: QtBot, make_window: WindowMaker, action: str) -> MainWindow:
    """Return a window in which a meeting was just made."""
    window = make_window()
    show(qtbot, window)
    window.actions_by_id[action].trigger()
    qtbot.waitUntil(lambda: _at_new_title(window))
    return window


@pytest.mark.parametrize("action", ["new_conference", "new_hearing"])
def test_the_first_meeting_begins_at_its_name(
    qtbot: QtBot, make_window: WindowMaker, action: str
) -> None:
    window = make_window()
    show(qtbot, window)

    window.actions_by_id[action].trigger()

    _name(qtbot, window, "No. 7")


def test_meetings_of_each_kind_begin_at_their_names_one_after_the_other(
    qtbot: QtBot, make_window: WindowMaker
) -> None:
    window = make_window()
    open_samples(qtbot, window, CONFERENCE)

    for number, action in enumerate(("new_hearing", "new_conference", "new_hearing"), 1):
        window.actions_by_id[action].trigger()

        _name(qtbot, window, f"No. {number}")


def test_the_page_of_people_begins_where_people_are_added(
    qtbot: QtBot, make_window: WindowMaker
) -> None:
    window = _begun(qtbot, make_window, "new_conference")

    window.desk.page.show_tab("people")

    focused = window.focusWidget()
    assert focused is not None
    assert focused.accessibleName() == "添加人员"


def test_every_page_of_a_hearing_has_its_tab_after_a_conference_was_in_view(
    qtbot: QtBot, make_window: WindowMaker
) -> None:
    window = make_window()
    open_samples(qtbot, window, CONFERENCE)
    tabs = window.desk.page.tabs

    window.actions_by_id["new_hearing"].trigger()
    qtbot.waitUntil(lambda: _at_new_title(window))
    qtbot.waitUntil(lambda: tabs.width() >= tabs.sizeHint().width())

    widths = [tabs.tabRect(place).width() for place in range(tabs.count())]
    texts = [tabs.tabText(place) for place in range(tabs.count())]
    assert "评议与校阅" in texts
    assert all(width > 0 for width in widths)
    assert tabs.tabRect(tabs.count() - 1).right() < tabs.width()


@pytest.mark.parametrize("action", ["new_conference", "new_hearing"])
def test_a_new_meeting_has_the_own_office_and_its_secretary(
    qtbot: QtBot, make_window: WindowMaker, settings: SettingsStore, action: str
) -> None:
    settings.change(own_organ="河澜州院", own_secretary=" 杨㛃 ", own_secretary_post="书记员")

    meeting = _begun(qtbot, make_window, action).desk.page.meeting

    assert meeting is not None
    assert meeting.host == "河澜州院"
    (secretary,) = meeting.participants
    found = (secretary.name, secretary.organ, secretary.post, secretary.role, secretary.number)
    assert found == ("杨㛃", "河澜州院", "书记员", Role.RECORDER, None)
    assert not secretary.counts_for_quorum


def test_without_a_secretary_in_the_settings_nobody_takes_part_yet(
    qtbot: QtBot, make_window: WindowMaker
) -> None:
    meeting = _begun(qtbot, make_window, "new_conference").desk.page.meeting

    assert meeting is not None
    assert meeting.participants == ()
