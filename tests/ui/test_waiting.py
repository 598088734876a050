"""What takes time: opening the data, opening it again, importing."""

import uuid

import pytest
import sqlcipher3.dbapi2
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot
from sqlalchemy import delete

from exporters.progress import CancelToken, Progress
from models import database
from models.database import Database, open_database
from models.guards import drop_guards
from models.meeting import Meeting
from models.snapshot import MeetingRow
from tests.ui.conftest import WindowMaker
from tests.ui.driving import open_samples, select, show
from tests.ui.meetings import CONFERENCE, HEARING, sample, sample_file
from ui.changes import Operation
from ui.item_models.rows import ROW_ROLE


def test_nothing_is_taken_in_before_the_data_is_open(
    qtbot: QtBot, make_window: WindowMaker
) -> None:
    window = make_window()
    faults: list[object] = []
    window.workspace.failed.connect(faults.append)

    window.open_files([sample_file(CONFERENCE)])
    before = [window.actions_by_id[name].isEnabled() for name in ("open", "sample")]
    accepted = window.acceptDrops()
    show(qtbot, window)

    assert before == [False, False]
    assert not accepted
    assert window.acceptDrops()
    assert all(window.actions_by_id[name].isEnabled() for name in ("open", "sample"))
    assert faults == []


def test_data_that_was_busy_can_be_opened_again(
    qtbot: QtBot, make_window: WindowMaker, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_window.database.parent.mkdir(parents=True)
    open_database(make_window.database).close()
    monkeypatch.setattr(database, "BUSY_SECONDS", 0)  # the other program waits longer than we do
    other = sqlcipher3.dbapi2.connect(make_window.database, isolation_level=None)
    other.execute("PRAGMA locking_mode=EXCLUSIVE")
    other.execute("BEGIN EXCLUSIVE")
    window = make_window()
    with qtbot.waitSignal(window.workspace.failed):
        window.show()

    other.close()
    retry = next(b for b in window.desk.notice.findChildren(QAbstractButton) if b.text() == "重试")
    with qtbot.waitSignal(window.workspace.opened):
        retry.click()

    qtbot.waitUntil(window.desk.empty.isVisible)
    assert not window.desk.notice.isVisible()


def test_an_import_that_takes_long_says_so_and_can_be_cancelled(
    qtbot: QtBot, make_window: WindowMaker
) -> None:
    window = make_window()
    show(qtbot, window)
    busy = window.desk.busy

    def prepare(progress: Progress, cancel: CancelToken) -> object:
        progress(3, 10)
        while True:
            cancel.check()

    busy.watch(window.workspace.run(Operation("x", "x", lambda _session: (), prepare=prepare)))
    assert not busy.isVisible()
    qtbot.waitUntil(busy.isVisible)
    qtbot.waitUntil(lambda: busy.text == "正在导入…（3/10）")
    busy.findChildren(QAbstractButton)[0].click()

    qtbot.waitUntil(lambda: not busy.isVisible())
    assert window.desk.empty.isVisible()


def _delete(other: Database, meeting_id: str) -> None:
    """Delete a signed meeting, as only somebody can who takes the guards of the database away."""
    with other.write() as session:
        drop_guards(session.connection())
        session.execute(delete(Meeting).where(Meeting.id == uuid.UUID(meeting_id)))


def test_what_the_command_line_takes_in_is_noticed(qtbot: QtBot, make_window: WindowMaker) -> None:
    window = make_window()
    open_samples(qtbot, window, CONFERENCE)
    other = open_database(make_window.database)
    taken = sample(other, HEARING)

    window.actions_by_id["refresh"].trigger()
    qtbot.waitUntil(lambda: window.desk.meetings.model.row_of(taken.id) >= 0)
    _delete(other, taken.id)
    QApplication.sendEvent(window, QEvent(QEvent.Type.ActivationChange))
    qtbot.waitUntil(lambda: window.desk.meetings.model.row_of(taken.id) < 0)
    other.close()

    assert not window.desk.notice.isVisible()


def test_a_meeting_that_was_deleted_elsewhere_leaves_list_and_page_in_step(
    qtbot: QtBot, make_window: WindowMaker
) -> None:
    window = make_window()
    open_samples(qtbot, window, CONFERENCE, HEARING)
    select(qtbot, window, "联席会议")
    rows = [row for row in window.desk.meetings.model.rows if isinstance(row, MeetingRow)]
    gone = next(row for row in rows if "听证会" in str(row.title))
    other = open_database(make_window.database)
    _delete(other, gone.id)
    other.close()

    window.desk.choose(gone.id)
    qtbot.waitUntil(window.desk.notice.isVisible)
    qtbot.waitUntil(lambda: window.desk.meetings.model.row_of(gone.id) < 0)
    view, page = window.desk.meetings.view, window.desk.page

    qtbot.waitUntil(lambda: view.currentIndex().isValid())
    assert page.meeting is not None
    assert view.currentIndex().data(ROW_ROLE).id == page.meeting.id
