"""What takes time: opening the data, opening it again, importing."""

import pytest
import sqlcipher3.dbapi2
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from exporters.progress import CancelToken, Progress
from models import database
from models.database import open_database
from tests.ui.conftest import WindowMaker
from tests.ui.driving import show
from tests.ui.meetings import CONFERENCE, sample_file
from ui.workspace import Operation


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

    busy.watch(window.workspace.run(Operation("x", lambda _session: (), prepare=prepare)))
    assert not busy.isVisible()
    qtbot.waitUntil(busy.isVisible)
    qtbot.waitUntil(lambda: busy.text == "正在导入…（3/10）")
    busy.findChildren(QAbstractButton)[0].click()

    qtbot.waitUntil(lambda: not busy.isVisible(), timeout=1000)
    assert window.desk.empty.isVisible()
