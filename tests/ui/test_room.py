"""How the window finds room: on small screens, with big text, with panes opened and closed."""

from itertools import chain, combinations

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.conftest import WindowMaker
from tests.ui.driving import open_samples
from tests.ui.meetings import CONFERENCE, HEARING
from ui.folding import LEAST_RECORD_PX
from ui.main_window import MainWindow, first_size
from ui.settings import SettingsStore

PANES = ("meetings", "outline", "people")
CHOICES = list(chain.from_iterable(combinations(PANES, n) for n in range(1, 4)))


def _panes(window: MainWindow) -> dict[str, QWidget]:
    desk = window.desk
    return {"meetings": desk.meetings, "outline": desk.page.record.outline, "people": desk.people}


def _settle() -> None:
    for _ in range(12):  # layouts within layouts
        QApplication.processEvents()


@pytest.mark.parametrize(("width", "height"), [(1366, 728), (1280, 720), (1920, 1040)])
def test_the_first_window_fits_its_screen(width: int, height: int) -> None:
    size = first_size(QSize(width, height))

    assert size.width() <= min(width - 16, 1440)
    assert size.height() <= min(height - 40, 900)


@pytest.mark.parametrize(
    ("size", "scale", "shown"),
    [
        ((1600, 900), 1.0, {"meetings", "outline", "people"}),
        ((1366, 768), 1.0, {"meetings", "outline"}),
        ((1180, 640), 1.0, {"meetings", "outline"}),
        ((1600, 900), 1.5, {"meetings", "outline"}),
        ((1366, 768), 1.5, {"outline"}),
        ((1366, 768), 2.0, set()),
    ],
)
def test_panes_fold_into_buttons_where_there_is_no_room(
    qtbot: QtBot,
    make_window: WindowMaker,
    size: tuple[int, int],
    scale: float,
    shown: set[str],
) -> None:
    window = make_window(*size)
    make_window.theme.scale_text(scale)
    open_samples(qtbot, window, CONFERENCE)
    panes = _panes(window)

    assert {name for name, pane in panes.items() if pane.isVisible()} == shown
    for name, pane in panes.items():
        assert window.top_bar.pane_buttons[name].isVisible() == (name not in shown)
        if name not in shown:
            window.top_bar.pane_buttons[name].click()
            assert pane.isVisible()
            window.actions_by_id[name].trigger()
            assert not pane.isVisible()
    assert window.size().toTuple() == size


@pytest.mark.parametrize("scale", [1.0, 1.25, 1.5, 2.0])
def test_panes_fetched_back_leave_room_for_the_record(
    qtbot: QtBot, make_window: WindowMaker, scale: float
) -> None:
    window = make_window(1366, 768)
    make_window.theme.scale_text(scale)
    open_samples(qtbot, window, HEARING)

    for wanted in CHOICES:
        for name in wanted:
            if not window.actions_by_id[name].isChecked():
                window.actions_by_id[name].trigger()
            _settle()

            assert _panes(window)[name].isVisible()
            assert window.desk.page.record.timeline.width() >= make_window.theme.text_px(280)
            needed = window.centralWidget().minimumSizeHint()
            assert needed.width() <= 1366, wanted
            assert needed.height() <= 768, wanted
        for name in PANES:
            if window.actions_by_id[name].isChecked():
                window.actions_by_id[name].trigger()
        _settle()
    assert window.size().toTuple() == (1366, 768)


def test_a_pane_that_made_room_can_be_fetched_back_and_returns(
    qtbot: QtBot, make_window: WindowMaker
) -> None:
    window = make_window(1366, 768)
    make_window.theme.scale_text(1.25)
    open_samples(qtbot, window, CONFERENCE)

    window.actions_by_id["people"].trigger()
    crowded = not window.desk.meetings.isVisible()
    offered = window.top_bar.pane_buttons["meetings"].isVisible()
    window.resize(1700, 768)
    _settle()

    assert crowded
    assert offered
    assert window.desk.meetings.isVisible()
    assert window.width() - sum(p.minimumWidth() for p in _panes(window).values()) > LEAST_RECORD_PX


def test_closed_panes_and_the_filter_come_back_as_they_were(
    qtbot: QtBot, make_window: WindowMaker, settings: SettingsStore
) -> None:
    first = make_window()
    open_samples(qtbot, first, CONFERENCE, HEARING)
    first.actions_by_id["outline"].trigger()
    first.desk.meetings.filter.setText("听证室")
    first.close()
    first.workspace.close()

    second = make_window.restored()
    with qtbot.waitSignal(second.workspace.opened):
        second.show()
    qtbot.waitUntil(lambda: second.desk.page.isVisible() and second.desk.page.meeting is not None)

    assert settings.value.closed_panes == "outline"
    assert not second.desk.page.record.outline.isVisible()
    assert second.desk.people.isVisible()
    assert second.desk.meetings.count.text() == "1 / 2"
