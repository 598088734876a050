"""The second screen at the desk: opened, blanked, fed, bound to its meeting."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from models.vocabulary import MeetingKind
from tests.ui.conftest import WindowMaker
from tests.ui.desktop import ROOT
from tests.ui.rooms import Room, make_room
from ui.i18n import Interface
from ui.live.operations import begin
from ui.live.projection import Projection


@pytest.fixture
def room(qtbot: QtBot, make_window: WindowMaker) -> Room:
    """Give a window with a conference."""
    return make_room(qtbot, make_window)


@pytest.fixture
def projection(room: Room) -> Projection:
    """Give its second screen, open in a window: there is one screen only."""
    made = room.window.desk.live.projection()
    made.screen._clock = lambda: "09:41"  # at midnight it would read as a speech that begins
    made.show_in_window()
    return made


def _status(room: Room) -> QLabel:
    found = room.window.statusBar().findChild(QLabel, "screenState")
    assert isinstance(found, QLabel)
    return found


def test_with_one_screen_the_desk_says_what_to_do_and_offers_a_window(room: Room) -> None:
    projection = room.window.desk.live.projection()

    projection.toggle()

    assert not projection.is_open
    assert not projection.screen.isVisible()
    assert "没有第二个屏幕" in room.window.desk.notice.text
    assert "扩展" in room.window.desk.notice.text

    room.window.desk.notice._use_remedy()

    assert projection.screen.isVisible()
    assert not projection.screen.isFullScreen()
    assert projection.state == "第二屏幕：在窗口中显示"


def test_without_a_meeting_there_is_nothing_to_show(qtbot: QtBot, make_window: WindowMaker) -> None:
    window = make_window()
    window.show()
    qtbot.waitUntil(window.desk.empty.isVisible)
    projection = window.desk.live.projection()

    projection.toggle()
    projection.show_in_window()
    projection.blank()

    assert not projection.is_open
    assert not projection.screen.isVisible()


def test_the_status_bar_says_what_the_room_sees_once_it_was_opened(room: Room) -> None:
    assert not _status(room).isVisible()
    projection = room.window.desk.live.projection()
    assert not _status(room).isVisible()

    said: list[str] = []
    projection.state_changed.connect(said.append)
    projection.show_in_window()
    projection.blank()
    projection.blank()
    projection.toggle()

    assert said == [
        "第二屏幕：在窗口中显示",
        "第二屏幕：已黑屏",
        "第二屏幕：在窗口中显示",
        "第二屏幕：未打开",
    ]
    assert _status(room).isVisible()
    assert _status(room).text() == "第二屏幕：未打开"
    assert not projection.screen.isVisible()


def test_what_was_blank_is_light_when_opened_anew(projection: Projection) -> None:
    projection.blank()
    projection.toggle()
    projection.show_in_window()

    assert not projection.screen.is_blank


def test_a_closed_screen_cannot_be_blanked(projection: Projection) -> None:
    projection.toggle()
    projection.blank()

    assert projection.state == "第二屏幕：未打开"


def test_two_escapes_in_the_window_blank_it(projection: Projection) -> None:
    for _ in range(2):
        QTest.keyClick(projection.screen, Qt.Key.Key_Escape)

    assert projection.state == "第二屏幕：已黑屏"


def test_it_follows_item_speaker_and_time(room: Room, projection: Projection) -> None:
    assert room.page.meeting is not None
    meeting, person = room.page.meeting, room.page.meeting.participants[1]

    room.window.workspace.run(
        begin(meeting.id, at="2026-03-02T09:20", item_id=meeting.agenda[1].id)
    )
    room.wait_for(lambda: "讨论" in projection.screen.texts)
    room.page.composer.speaker.choose(person.id)
    assert {"议程 2", "陶某"} <= set(projection.screen.texts)
    assert "00:00" not in projection.screen.texts

    room.page.state.timer.begin(person.id)
    assert "00:00" in projection.screen.texts
    room.page.state.timer.reset()
    assert "00:00" not in projection.screen.texts


def test_the_time_of_somebody_else_is_not_shown_beside_a_speaker(
    room: Room, projection: Projection
) -> None:
    assert room.page.meeting is not None
    first, second = room.page.meeting.participants
    room.page.state.timer.begin(first.id)

    room.page.composer.speaker.choose(second.id)

    assert "陶某" in projection.screen.texts
    assert "00:00" not in projection.screen.texts


def test_where_the_speaker_is_not_known_the_timer_tells(room: Room, projection: Projection) -> None:
    assert room.page.meeting is not None
    room.page.composer.speaker.choose(None)
    assert projection.screen.view is not None
    assert projection.screen.view.speaker is None

    room.page.state.timer.begin(room.page.meeting.participants[1].id)

    assert {"陶某", "00:00"} <= set(projection.screen.texts)


def test_correcting_an_earlier_line_does_not_show_its_speaker(
    room: Room, projection: Projection
) -> None:
    assert room.page.meeting is not None
    first, second = room.page.meeting.participants
    room.page.composer.speaker.choose(first.id)
    room.write("第一句。")
    room.page.composer.speaker.choose(second.id)

    room.page.edit_line(room.lines[0])
    assert room.page.composer.speaker.value == first.id
    assert "陶某" in projection.screen.texts

    room.page.composer.clear_line()
    assert "陶某" in projection.screen.texts


def test_a_speech_limit_is_told(room: Room, projection: Projection) -> None:
    assert room.page.meeting is not None
    person = room.page.meeting.participants[0]
    now = 100.0
    timer = room.page.state.timer
    timer._clock = lambda: now
    room.page.composer.speaker.choose(person.id)
    timer.begin(person.id)
    projection.limit_speech(60)

    now = 175.0
    timer.changed.emit()
    assert {"01:15", "已超过 01:00"} <= set(projection.screen.texts)

    projection.limit_speech(None)
    assert "已超过 01:00" not in projection.screen.texts


def test_a_limit_that_is_set_holds_at_once_on_the_band_and_on_the_screen(
    room: Room, projection: Projection
) -> None:
    assert room.page.meeting is not None
    person = room.page.meeting.participants[0]
    settings, speech = room.window.desk.settings, room.page.band.speech
    now = 100.0
    timer = room.page.state.timer
    timer._clock = lambda: now
    room.page.composer.speaker.choose(person.id)
    timer.begin(person.id)
    now = 100.0 + 9 * 60
    timer.changed.emit()
    before = speech.word.text()

    settings.change(speech_minutes=8)
    sooner = speech.word.text(), "已超过 08:00" in projection.screen.texts
    settings.change(speech_minutes=0)
    never = speech.word.text(), any("已超过" in text for text in projection.screen.texts)

    assert (before, sooner, never) == ("", ("已超时", True), ("", False))
    assert speech.name.whole == person.name


def test_a_limit_set_before_the_screen_was_opened_holds_there(room: Room) -> None:
    room.window.desk.settings.change(speech_minutes=3)

    made = room.window.desk.live.projection()

    assert made._limit == 180


def test_looking_something_up_elsewhere_does_not_show_it_to_the_room(
    room: Room, projection: Projection
) -> None:
    desk = room.window.desk
    assert room.page.meeting is not None
    own = room.page.meeting.id

    desk.commands.create(MeetingKind.HEARING)
    room.wait_for(lambda: room.page.meeting is not None and room.page.meeting.id != own)

    assert _status(room).text() == "第二屏幕：显示中（另一场会议）"
    assert projection.screen.view is not None
    assert projection.screen.view.kind is MeetingKind.JOINT_CONFERENCE
    assert projection.screen.view.speaker is None

    desk.choose(own)
    room.wait_for(lambda: _status(room).text() == "第二屏幕：在窗口中显示")
    assert projection.screen.view.speaker is not None


def test_opened_anew_it_is_about_the_meeting_in_view(room: Room, projection: Projection) -> None:
    assert room.page.meeting is not None
    own = room.page.meeting.id
    room.window.desk.commands.create(MeetingKind.HEARING)
    room.wait_for(lambda: room.page.meeting is not None and room.page.meeting.id != own)

    projection.toggle()
    projection.show_in_window()

    assert projection.screen.view is not None
    assert projection.screen.view.kind is MeetingKind.HEARING


def test_it_closes_with_the_main_window(room: Room, projection: Projection) -> None:
    room.window.safekeeping.may_close = True
    room.window.close()

    assert not projection.is_open
    assert not projection.screen.isVisible()


def test_its_state_is_told_in_the_language_of_the_window(
    room: Room, projection: Projection, interface: Interface
) -> None:
    assert projection.is_open
    interface.speak("en")

    room.wait_for(lambda: _status(room).text() == "Second screen: in a window")


def test_with_two_screens(tmp_path: Path) -> None:
    """Run the tests of ``two_screens.py`` where the projector stands left of the desk."""
    screens = [
        {"name": name, "x": x, "y": 0, "width": size[0], "height": size[1]}
        | {"logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}
        for name, x, size in (("desk", 1024, (1920, 1080)), ("projector", 0, (1024, 768)))
    ]
    file = tmp_path / "screens.json"
    file.write_text(json.dumps({"screens": screens}), encoding="utf-8")

    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "tests/ui/two_screens.py"],
        cwd=ROOT,
        env=os.environ | {"QT_QPA_PLATFORM": f"offscreen:configfile={file}"},
        capture_output=True,
        text=True,
        timeout=600,
        check=False,
    )

    assert done.returncode == 0, done.stdout
