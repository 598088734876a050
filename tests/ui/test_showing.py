"""Another meeting comes into view turn by turn: the record first, then who is there beside it."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from models.database import Database
from models.snapshot import MeetingSnapshot
from tests.ui.conftest import WindowMaker
from tests.ui.driving import open_samples, select
from tests.ui.meetings import CONFERENCE, HEARING, TIBETAN, sample
from ui.item_models.lines import LineEntry, Timeline, timeline
from ui.live.people_actions import PeopleActions
from ui.main_window import MainWindow
from ui.queries import meeting_to_open
from ui.widgets.rows_view import RowsView

OTHER, LAST = "听证会", "河澜州"


class _Painted(QObject):
    """Calls back before each painting of a widget."""

    def __init__(self, look: Callable[[], None], parent: QObject) -> None:
        super().__init__(parent)
        self._look = look

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # Qt's own
        if event.type() is QEvent.Type.Paint:
            self._look()
        return super().eventFilter(watched, event)


@pytest.fixture
def window(qtbot: QtBot, make_window: WindowMaker) -> MainWindow:
    """Give a window with three meetings, a hearing in view, everything beside it shown."""
    made = make_window()
    open_samples(qtbot, made, CONFERENCE, TIBETAN, HEARING)
    select(qtbot, made, OTHER)
    qtbot.waitUntil(lambda: _beside(made) == _people(made))
    return made


def _people(window: MainWindow) -> list[str]:
    meeting = window.desk.page.meeting
    assert meeting is not None
    return [person.id for person in meeting.participants]


def _beside(window: MainWindow) -> list[str]:
    return [row.person.id for row in window.desk.people.model.rows]


def _recorded(window: MainWindow) -> list[str]:
    rows = window.desk.page.record.model.rows
    return [row.line.id for row in rows if isinstance(row, LineEntry)]


def _id_of(window: MainWindow, title: str) -> str:
    return next(row.id for row in window.desk.rows if title in str(row.title))


def test_the_record_is_there_before_the_people_and_takes_typing(
    qtbot: QtBot, window: MainWindow
) -> None:
    desk = window.desk
    seen: list[tuple[bool, list[str], str]] = []

    def look(meeting: object) -> None:
        assert isinstance(meeting, MeetingSnapshot)
        field = desk.page.record.composer.text
        field.setFocus()
        QTest.keyClick(field, Qt.Key.Key_A)
        there = _recorded(window) == [line.id for line in meeting.lines]
        seen.append((there, _beside(window), field.toPlainText()))

    desk.shown.connect(look)
    with qtbot.waitSignal(desk.showing.painted):
        select(qtbot, window, LAST)

    assert seen == [(True, [], "a")]
    assert _beside(window) == _people(window)


def test_what_stands_beside_a_record_is_painted_of_no_other_meeting(
    qtbot: QtBot, window: MainWindow
) -> None:
    desk = window.desk
    mixed: list[str] = []

    def look() -> None:
        meeting = desk.page.meeting
        shown = set(_beside(window))
        if meeting is not None and not shown <= {one.id for one in meeting.participants}:
            mixed.append(meeting.id)

    desk.people.view.viewport().installEventFilter(_Painted(look, desk))
    desk.page.record.timeline.viewport().installEventFilter(_Painted(look, desk))
    for title in (LAST, OTHER, LAST):
        with qtbot.waitSignal(desk.showing.painted):
            select(qtbot, window, title)
        QApplication.processEvents()

    assert not mixed


def test_a_record_is_painted_whole_or_not_at_all(qtbot: QtBot, window: MainWindow) -> None:
    desk = window.desk
    torn: list[str] = []

    def look() -> None:
        meeting = desk.page.meeting
        if meeting is not None and _recorded(window) != [line.id for line in meeting.lines]:
            torn.append(meeting.id)

    desk.page.record.timeline.viewport().installEventFilter(_Painted(look, desk))
    for title in (LAST, OTHER):
        with qtbot.waitSignal(desk.showing.painted):
            select(qtbot, window, title)
        QApplication.processEvents()

    assert not torn
    assert desk.page.updatesEnabled()


def _note_reads(events: list[str], window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    fetch = window.workspace.fetch

    def noted(query: Callable[..., object], *arguments: object) -> object:
        events.append("meeting" if query is meeting_to_open else "beside")
        return fetch(query, *arguments)

    monkeypatch.setattr(window.workspace, "fetch", noted)


def _note_paintings(events: list[str], view: RowsView, name: str) -> None:
    def note() -> None:
        if view.model().rowCount():
            events.append(name)

    view.viewport().installEventFilter(_Painted(note, view))


def test_what_is_read_beside_a_meeting_is_read_when_all_is_painted(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    events: list[str] = []
    qtbot.waitUntil(lambda: window.workspace._held is None)
    window.workspace._reader.waitForDone()
    _note_reads(events, window, monkeypatch)
    _note_paintings(events, window.desk.page.record.timeline, "record painted")
    _note_paintings(events, window.desk.people.view, "people painted")

    select(qtbot, window, LAST)
    qtbot.waitUntil(lambda: "beside" in events)

    before = events[events.index("meeting") : events.index("beside")]
    assert {"record painted", "people painted"} <= set(before)


def test_the_first_meeting_is_read_when_the_list_is_painted(
    qtbot: QtBot, window: MainWindow, make_window: WindowMaker, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.close()
    again = make_window()
    events: list[str] = []
    _note_reads(events, again, monkeypatch)
    _note_paintings(events, again.desk.meetings.view, "list painted")

    again.show()
    qtbot.waitUntil(lambda: "meeting" in events)

    assert "list painted" in events[: events.index("meeting")]


def test_of_meetings_chosen_one_after_the_other_the_last_ones_people_come(
    qtbot: QtBot, window: MainWindow
) -> None:
    first, last = _id_of(window, LAST), _id_of(window, OTHER)
    desk = window.desk

    desk.choose(first)
    with qtbot.waitSignal(desk.shown):
        pass
    desk.choose(last)  # the first is neither laid out nor painted
    qtbot.waitUntil(lambda: desk.page.meeting is not None and desk.page.meeting.id == last)
    qtbot.waitUntil(lambda: _beside(window) == _people(window))

    assert desk.page.meeting is not None
    assert _recorded(window) == [line.id for line in desk.page.meeting.lines]
    assert desk.page.updatesEnabled()
    assert desk.page.isVisible()


def test_a_meeting_that_goes_at_once_leaves_the_window_alive(
    qtbot: QtBot, window: MainWindow
) -> None:
    desk = window.desk
    desk.choose(_id_of(window, LAST))
    with qtbot.waitSignal(desk.shown):
        pass

    desk.show_rows(())
    qtbot.waitUntil(desk.empty.isVisible)
    qtbot.wait(30)

    assert desk.empty.isVisible()
    assert desk.empty.updatesEnabled()


def test_a_queue_stands_there_again_with_the_people(window: MainWindow) -> None:
    actions = window.desk.people.findChild(PeopleActions)
    assert isinstance(actions, PeopleActions)
    state = window.desk.page.record.state
    state.queue = tuple(_people(window)[:2])

    actions.show_people()

    assert window.desk.people.queue.queue == state.queue
    assert [row.place for row in window.desk.people.model.rows[:3]] == [1, 2, 0]


def test_how_it_stands_in_the_room_is_worked_out_once_for_a_snapshot(window: MainWindow) -> None:
    state, meeting = window.desk.page.record.state, window.desk.page.meeting
    assert meeting is not None

    found = state.room_of(meeting)

    assert state.room_of(meeting) is found


@pytest.mark.parametrize("name", [CONFERENCE, TIBETAN, HEARING])
def test_a_timeline_made_while_reading_is_the_one_the_window_would_make(
    database: Database, name: str
) -> None:
    meeting = sample(database, name)

    with database.read() as session:
        found = meeting_to_open(session, meeting.id)

    assert isinstance(found, tuple)
    read, made = found
    assert isinstance(made, Timeline)
    assert read == meeting
    assert made.suits(meeting)
    assert made.take(meeting.lines) == timeline(meeting)
