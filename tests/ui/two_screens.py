"""Where the second screen goes when there are two; run by ``test_projection.py``, see there."""

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from models.vocabulary import MeetingKind
from tests.ui.conftest import WindowMaker
from tests.ui.rooms import Room, make_room
from ui.live.projection import Projection


@pytest.fixture
def room(qtbot: QtBot, make_window: WindowMaker) -> Room:
    """Give a window with a conference, on the screen of the desk."""
    made = make_room(qtbot, make_window)
    _move(made, _screen("desk"))
    return made


@pytest.fixture
def projection(room: Room) -> Projection:
    """Give its second screen, open."""
    made = room.window.desk.live.projection()
    made.toggle()
    return made


def _screen(name: str) -> QScreen:
    return next(one for one in QGuiApplication.screens() if one.name() == name)


def _move(room: Room, screen: QScreen) -> None:
    room.window.move(screen.geometry().topLeft() + QPoint(10, 10))
    QApplication.processEvents()
    assert room.window.screen() is screen


def test_it_fills_the_screen_that_the_desk_is_not_on(room: Room, projection: Projection) -> None:
    assert projection.state == "第二屏幕：显示中"
    assert projection.screen.isFullScreen()
    assert projection.screen.geometry() == _screen("projector").geometry()
    assert not room.window.desk.notice.isVisible()


def test_toggling_again_takes_it_away(projection: Projection) -> None:
    projection.toggle()

    assert not projection.screen.isVisible()
    assert projection.state == "第二屏幕：未打开"


def test_it_gives_way_when_the_desk_comes_to_its_screen(room: Room, projection: Projection) -> None:
    _move(room, _screen("projector"))
    room.wait_for(lambda: projection.screen.geometry() == _screen("desk").geometry())

    _move(room, _screen("desk"))
    room.wait_for(lambda: projection.screen.geometry() == _screen("projector").geometry())


def test_opened_from_the_other_screen_it_is_on_the_first(room: Room) -> None:
    _move(room, _screen("projector"))

    room.window.desk.live.projection().toggle()

    assert room.window.desk.live.projection().screen.screen() is _screen("desk")


def test_it_leaves_a_screen_that_goes_and_comes_back(room: Room, projection: Projection) -> None:
    """As Qt tells it; that the screen is really gone is tried on an X display."""
    gone = _screen("projector")
    projection.blank()
    hidden = projection._other_screen
    projection._other_screen = lambda *_, **__: None  # type: ignore[method-assign]  # as without it

    projection._leave(gone)
    assert projection.state == "第二屏幕：已断开"
    assert not projection.screen.isVisible()

    projection.toggle()
    assert "没有第二个屏幕" in room.window.desk.notice.text
    assert projection.state == "第二屏幕：已断开"

    projection._other_screen = hidden  # type: ignore[method-assign]
    projection._welcome(gone)
    room.wait_for(projection.screen.isVisible)
    assert projection.screen.geometry() == gone.geometry()
    assert projection.state == "第二屏幕：已黑屏"  # as it was


def test_what_waits_for_a_screen_does_not_wait_for_another_meeting(
    room: Room, projection: Projection
) -> None:
    projection._lose()
    assert room.page.meeting is not None
    own = room.page.meeting.id

    room.window.desk.commands.create(MeetingKind.HEARING)
    room.wait_for(lambda: room.page.meeting is not None and room.page.meeting.id != own)

    assert projection.state == "第二屏幕：未打开"


def test_a_screen_of_another_size_is_filled_anew(room: Room, projection: Projection) -> None:
    projection.screen.setGeometry(5, 5, 640, 480)  # as the platform leaves it

    projection._settle()

    room.wait_for(lambda: projection.screen.geometry() == _screen("projector").geometry())


def test_minimising_the_desk_leaves_the_room_its_screen(room: Room, projection: Projection) -> None:
    room.window.showMinimized()
    QApplication.processEvents()

    assert projection.screen.isVisible()
