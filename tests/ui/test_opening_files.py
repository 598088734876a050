"""Opening files: chosen or dropped, taken as a copy, refused with the reason."""

import json
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from models.snapshot import MeetingRow
from tests.ui.conftest import WindowMaker
from tests.ui.driving import answer_file_dialogs, open_samples, show
from tests.ui.meetings import CONFERENCE, HEARING, TIBETAN, sample_file
from ui.main_window import MainWindow


def _bad_file(folder: Path) -> Path:
    document = json.loads(sample_file(CONFERENCE).read_text(encoding="utf-8"))
    document["participants"][0]["mode"] = "在场"
    file = folder / "坏文件.json"
    file.write_text(json.dumps(document, ensure_ascii=False), encoding="utf-8")
    return file


def test_files_are_chosen_in_a_dialog_that_opens_where_it_was(
    qtbot: QtBot, make_window: WindowMaker, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = make_window()
    show(qtbot, window)
    file = sample_file(TIBETAN)
    answer_file_dialogs(monkeypatch, file)

    window.actions_by_id["open"].trigger()
    qtbot.waitUntil(window.desk.page.isVisible)

    assert window.desk.page.header.title.startswith("玉措州")
    assert window.settings.value.open_folder == str(file.parent)


def test_a_refused_file_is_explained_and_leaves_everything_as_it_was(
    qtbot: QtBot, make_window: WindowMaker, tmp_path: Path
) -> None:
    window = make_window()
    open_samples(qtbot, window, CONFERENCE)
    before = window.desk.meetings.model.rows

    window.open_files([sample_file(HEARING), _bad_file(tmp_path)])
    qtbot.waitUntil(window.desk.notice.isVisible)

    assert "坏文件.json" in window.desk.notice.text
    assert "participants[0].mode" in window.desk.notice.text
    assert len(window.desk.notice.text.splitlines()) >= 3
    assert window.desk.meetings.model.rows == before
    QTest.keyClick(window.desk.notice, Qt.Key.Key_Escape)
    assert not window.desk.notice.isVisible()


def test_a_meeting_that_is_there_can_be_taken_as_a_copy(
    qtbot: QtBot, make_window: WindowMaker
) -> None:
    window = make_window()
    open_samples(qtbot, window, CONFERENCE)

    window.open_files([sample_file(CONFERENCE)])
    qtbot.waitUntil(window.desk.notice.isVisible)
    offer = next(
        b for b in window.desk.notice.findChildren(QAbstractButton) if b.text() == "作为副本导入"
    )
    offer.click()

    qtbot.waitUntil(
        lambda: sum(isinstance(r, MeetingRow) for r in window.desk.meetings.model.rows) == 2
    )
    assert not window.desk.notice.isVisible()


def _mime(*files: Path) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
    return data


def _enter(
    window: MainWindow, data: QMimeData, proposed: Qt.DropAction = Qt.DropAction.CopyAction
) -> QDragEnterEvent:
    event = QDragEnterEvent(
        QPoint(300, 300),
        Qt.DropAction.CopyAction | proposed,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(window, event)
    return event


def test_dropped_files_are_opened_and_the_target_is_shown(
    qtbot: QtBot, make_window: WindowMaker
) -> None:
    window = make_window()
    show(qtbot, window)
    data = _mime(sample_file(CONFERENCE), sample_file(HEARING))

    entered = _enter(window, data, Qt.DropAction.MoveAction)
    assert entered.isAccepted()
    assert entered.dropAction() is Qt.DropAction.CopyAction
    assert window.overlay.isVisible()
    assert window.overlay.size() == window.centralWidget().size()

    dropped = QDropEvent(
        QPointF(300, 300),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(window, dropped)
    qtbot.waitUntil(window.desk.page.isVisible)
    assert not window.overlay.isVisible()
    assert sum(isinstance(row, MeetingRow) for row in window.desk.meetings.model.rows) == 2


def test_text_cannot_be_dropped_and_a_drag_that_leaves_takes_the_target_away(
    qtbot: QtBot, make_window: WindowMaker
) -> None:
    window = make_window()
    show(qtbot, window)
    text = QMimeData()
    text.setText("文字")

    _enter(window, text)
    assert not window.overlay.isVisible()

    data = _mime(sample_file(CONFERENCE))
    _enter(window, data)
    QApplication.sendEvent(window, QDragLeaveEvent())
    assert not window.overlay.isVisible()


def test_a_database_that_cannot_be_opened_is_explained(
    qtbot: QtBot, make_window: WindowMaker
) -> None:
    make_window.database.parent.mkdir(parents=True)
    make_window.database.write_text("这不是数据库" * 200, encoding="utf-8")
    window = make_window()

    with qtbot.waitSignal(window.workspace.failed):
        window.show()

    qtbot.waitUntil(window.desk.notice.isVisible)
    assert not window.desk.empty.isVisible()
    assert not window.actions_by_id["open"].isEnabled()
    assert not window.acceptDrops()
