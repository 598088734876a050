"""What is done to whole meetings: made, copied, deleted, moved on, undone, saved, restored."""

import json
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.exceptions import capture_exceptions
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from models.backups import list_backups
from models.errors import FolderUnwritable
from models.vocabulary import MeetingKind
from tests.ui.conftest import WindowMaker
from tests.ui.driving import answer_file_dialogs, select, show
from tests.ui.meetings import CONFERENCE, HEARING, sample_file
from ui.dialogs.bin import BinDialog
from ui.dialogs.restore import RestoreDialog
from ui.main_window import MainWindow
from ui.operations import set_values
from ui.queries import meeting_document
from ui.workspace import Workspace


@pytest.fixture
def window(qtbot: QtBot, make_window: WindowMaker) -> MainWindow:
    made = make_window()
    show(qtbot, made)
    return made


def _take_in(qtbot: QtBot, window: MainWindow, *names: str) -> None:
    window.open_files([sample_file(name) for name in names])
    qtbot.waitUntil(lambda: len(_titles(window)) == len(names))
    qtbot.waitUntil(lambda: window.desk.page.meeting is not None)


def _titles(window: MainWindow) -> list[str | None]:
    return [row.title for row in window.desk.rows]


def _retitle(window: MainWindow, title: str) -> None:
    meeting = window.desk.page.meeting
    assert meeting is not None
    operation = set_values(meeting.id, "meeting", {"title": title}, profiles={}, name="修改标题")
    window.workspace.run(operation)


def _trigger(window: MainWindow, action: str) -> None:
    window.actions_by_id[action].trigger()


@pytest.mark.parametrize(
    ("action", "kind"),
    [
        ("new_conference", MeetingKind.JOINT_CONFERENCE),
        ("new_hearing", MeetingKind.HEARING),
    ],
)
def test_a_new_meeting_begins_with_its_title(
    qtbot: QtBot, window: MainWindow, action: str, kind: MeetingKind
) -> None:
    window.settings.change(own_organ="河澜州人民检察院")
    window.activateWindow()

    _trigger(window, action)
    page = window.desk.page
    qtbot.waitUntil(lambda: page.meeting is not None and page.tab == "basics")
    qtbot.waitUntil(lambda: isinstance(QApplication.focusWidget(), QLineEdit))

    assert page.meeting is not None
    assert (page.meeting.kind, page.meeting.host) == (kind, "河澜州人民检察院")
    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit)
    qtbot.waitUntil(lambda: not field.isReadOnly())
    field.insert("新的会议")
    page.commit()
    qtbot.waitUntil(lambda: _titles(window) == ["新的会议"])


def test_a_copy_is_shown_with_its_people_and_undone(qtbot: QtBot, window: MainWindow) -> None:
    _take_in(qtbot, window, CONFERENCE)
    original = window.desk.page.meeting
    assert original is not None

    _trigger(window, "copy_meeting")
    page = window.desk.page
    qtbot.waitUntil(lambda: page.meeting is not None and page.meeting.id != original.id)
    assert page.meeting is not None
    assert [p.name for p in page.meeting.participants] == [p.name for p in original.participants]
    assert page.meeting.lines == ()
    assert page.meeting.state == "J0"

    _trigger(window, "undo")
    qtbot.waitUntil(lambda: len(_titles(window)) == 1)
    qtbot.waitUntil(lambda: page.meeting is not None and page.meeting.id == original.id)


def test_undo_and_redo_are_named_in_the_menu(qtbot: QtBot, window: MainWindow) -> None:
    _trigger(window, "new_conference")
    qtbot.waitUntil(lambda: window.desk.page.meeting is not None)
    _retitle(window, "甲")
    qtbot.waitUntil(lambda: _titles(window) == ["甲"])
    undo, redo = (window.actions_by_id[name] for name in ("undo", "redo"))
    assert undo.text() == "撤销“修改标题”"
    assert not redo.isEnabled()

    undo.trigger()

    qtbot.waitUntil(lambda: _titles(window) == [None])
    assert (undo.text(), redo.text()) == ("撤销“新建会议”", "恢复“修改标题”")
    redo.trigger()
    qtbot.waitUntil(lambda: _titles(window) == ["甲"])


def test_what_is_undone_comes_into_view(qtbot: QtBot, window: MainWindow) -> None:
    for _ in range(2):
        _trigger(window, "new_conference")
        qtbot.waitUntil(lambda: window.desk.page.meeting is not None)
    qtbot.waitUntil(lambda: len(_titles(window)) == 2)
    changed = window.desk.page.meeting
    assert changed is not None
    _retitle(window, "改过的")
    qtbot.waitUntil(lambda: "改过的" in _titles(window))
    other = next(row.id for row in window.desk.rows if row.id != changed.id)
    window.desk.choose(other)
    qtbot.waitUntil(lambda: window.desk.page.meeting.id == other)  # type: ignore[union-attr]

    _trigger(window, "undo")

    qtbot.waitUntil(lambda: window.desk.page.meeting.id == changed.id)  # type: ignore[union-attr]
    qtbot.waitUntil(lambda: "改过的" not in _titles(window))


def test_a_deleted_meeting_lies_in_the_bin_and_comes_back(qtbot: QtBot, window: MainWindow) -> None:
    _trigger(window, "new_conference")
    qtbot.waitUntil(lambda: window.desk.page.meeting is not None)
    _retitle(window, "误删的")
    qtbot.waitUntil(lambda: _titles(window) == ["误删的"])

    _trigger(window, "delete_meeting")
    qtbot.waitUntil(window.desk.empty.isVisible)
    assert "误删的" not in window.windowTitle()
    _trigger(window, "bin")
    dialog = window.findChild(BinDialog)
    assert isinstance(dialog, BinDialog)
    qtbot.waitUntil(lambda: dialog._chosen() is not None)
    dialog._restore.click()

    qtbot.waitUntil(lambda: _titles(window) == ["误删的"])
    qtbot.waitUntil(lambda: dialog._chosen() is None)
    assert not dialog._restore.isEnabled()
    dialog.close()


def test_importing_says_first_that_steps_are_lost(qtbot: QtBot, window: MainWindow) -> None:
    _trigger(window, "new_conference")
    qtbot.waitUntil(lambda: len(_titles(window)) == 1)

    window.open_files([sample_file(HEARING)])

    assert "不能撤销" in window.desk.notice.text
    assert len(_titles(window)) == 1
    window.desk.notice._use_remedy()
    qtbot.waitUntil(lambda: len(_titles(window)) == 2)
    assert not window.actions_by_id["undo"].isEnabled()


def test_a_meeting_is_saved_as_a_case_file_that_can_be_opened_again(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _take_in(qtbot, window, CONFERENCE)
    target = tmp_path / "存出.json"
    answer_file_dialogs(monkeypatch, target)

    _trigger(window, "save_case_file")
    qtbot.waitUntil(window.desk.saved.isVisible)

    sample = json.loads(sample_file(CONFERENCE).read_text(encoding="utf-8"))
    assert json.loads(target.read_text(encoding="utf-8")) == sample
    assert str(window.desk.page.header.title) in window.desk.saved.text
    assert f"保存在 {tmp_path}" in window.desk.saved.text


def test_what_was_saved_is_shown_until_it_is_closed_or_another_meeting_comes(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _take_in(qtbot, window, CONFERENCE, HEARING)
    answer_file_dialogs(monkeypatch, tmp_path / "存出.json")
    saved = window.desk.saved

    _trigger(window, "save_case_file")
    qtbot.waitUntil(saved.isVisible)
    QTest.keyClick(window.desk.page.tabs, Qt.Key.Key_Escape)
    after_escape = saved.isVisible()
    _trigger(window, "save_case_file")
    qtbot.waitUntil(saved.isVisible)
    shown = window.desk.page.header.title
    select(qtbot, window, "校园周边" if "校园周边" not in shown else "河澜州")

    assert not after_escape
    assert not saved.isVisible()


def test_a_case_file_is_written_outside_the_gui_thread(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _take_in(qtbot, window, CONFERENCE)
    answer_file_dialogs(monkeypatch, tmp_path / "存出.json")
    threads: list[threading.Thread] = []

    def note(_file: Path) -> None:
        threads.append(threading.current_thread())

    monkeypatch.setattr("models.files.sync", note)

    _trigger(window, "save_case_file")
    qtbot.waitUntil(window.desk.saved.isVisible)

    assert threading.main_thread() not in threads
    assert len(threads) == 1


def test_a_case_file_that_cannot_be_written_is_told(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _take_in(qtbot, window, CONFERENCE)
    target = tmp_path / "没有" / "存出.json"
    answer_file_dialogs(monkeypatch, target)

    _trigger(window, "save_case_file")

    qtbot.waitUntil(window.desk.notice.isVisible)
    assert not target.exists()


def test_the_window_closes_once_a_case_file_that_was_asked_for_is_written(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _take_in(qtbot, window, CONFERENCE)
    target = tmp_path / "存出.json"
    answer_file_dialogs(monkeypatch, target)
    go_on = _held_back(monkeypatch)

    _trigger(window, "save_case_file")
    window.close()
    qtbot.wait(50)
    closed_early = window.isVisible() or not window.desk.commands.is_writing
    with qtbot.waitSignal(window.finished):
        go_on.set()

    assert not closed_early
    assert json.loads(target.read_text(encoding="utf-8"))


def test_a_case_file_that_cannot_be_written_keeps_the_window_open(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _take_in(qtbot, window, CONFERENCE)
    answer_file_dialogs(monkeypatch, tmp_path / "没有" / "存出.json")
    go_on = _held_back(monkeypatch)

    _trigger(window, "save_case_file")
    window.close()
    hidden = not window.isVisible()
    go_on.set()
    qtbot.waitUntil(window.desk.notice.isVisible)

    assert hidden
    assert window.isVisible()


def _held_back(monkeypatch: pytest.MonkeyPatch) -> threading.Event:
    """Have the meeting be read for a case file once the event is set."""
    go_on, fetch = threading.Event(), Workspace.fetch

    def late(workspace: Workspace, query: Callable[..., object], *arguments: object) -> object:
        if query is meeting_document:
            go_on.wait(60)
        return fetch(workspace, query, *arguments)

    monkeypatch.setattr(Workspace, "fetch", late)
    return go_on


def test_one_is_back_where_one_was(
    qtbot: QtBot, window: MainWindow, make_window: WindowMaker
) -> None:
    _take_in(qtbot, window, CONFERENCE, HEARING)
    select(qtbot, window, "河澜州")
    window.desk.page.show_tab("agenda")
    select(qtbot, window, "校园周边")
    window.desk.page.record.timeline.scrollTo(window.desk.page.record.model.index(9, 0))
    window.desk.page.record.show_from(window.desk.page.meeting.lines[6].id)  # type: ignore[union-attr]
    top = window.desk.page.record.top_line
    window.safekeeping.may_close = True
    window.close()
    window.workspace.close()

    again = make_window()
    show(qtbot, again)
    page = again.desk.page
    qtbot.waitUntil(lambda: page.meeting is not None and page.record.top_line == top)
    assert "校园周边" in page.header.title

    select(qtbot, again, "河澜州")
    qtbot.waitUntil(lambda: page.tab == "agenda")


def test_a_backup_is_written_when_the_window_closes(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    window.settings.change(backup_folder=str(tmp_path / "备份"))
    _trigger(window, "new_conference")
    qtbot.waitUntil(lambda: window.desk.page.meeting is not None)

    with qtbot.waitSignal(window.finished):
        window.close()
        window.close()  # as a second signal of the system does

    (backup,) = list_backups(tmp_path / "备份")
    assert (backup.fault, backup.meetings) == (None, 1)


def test_nothing_is_backed_up_when_nothing_was_changed(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    window.settings.change(backup_folder=str(tmp_path / "备份"))

    with qtbot.waitSignal(window.finished):
        window.close()

    assert not (tmp_path / "备份").exists()


def test_a_fault_while_backing_up_hides_no_window_for_good(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_arguments: object, **_options: object) -> object:
        raise RuntimeError("a bug")

    monkeypatch.setattr("models.backups.back_up", broken)
    _trigger(window, "new_conference")
    qtbot.waitUntil(lambda: window.desk.page.meeting is not None)

    with capture_exceptions() as told:
        window.close()
        qtbot.waitUntil(lambda: told != [])
    assert window.isVisible()

    with qtbot.waitSignal(window.finished):
        window.close()


def test_a_failed_backup_keeps_the_window_and_offers_to_close(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    place = tmp_path / "不是文件夹"
    place.write_text("x")
    window.settings.change(backup_folder=str(place))
    _trigger(window, "new_conference")
    qtbot.waitUntil(lambda: window.desk.page.meeting is not None)

    window.close()
    qtbot.waitUntil(window.desk.notice.isVisible)
    assert window.isVisible()

    with qtbot.waitSignal(window.finished):
        window.desk.notice._use_remedy()
    assert not window.isVisible()


def test_a_backup_is_restored_from_the_menu(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    folder = tmp_path / "备份"
    window.settings.change(backup_folder=str(folder))
    _trigger(window, "new_conference")
    qtbot.waitUntil(lambda: window.desk.page.meeting is not None)
    _retitle(window, "备份时的标题")
    qtbot.waitUntil(lambda: _titles(window) == ["备份时的标题"])
    made: list[object] = []
    window.workspace.back_up(folder, then=made.append, otherwise=made.append)
    qtbot.waitUntil(lambda: made != [])
    _retitle(window, "后来的标题")
    qtbot.waitUntil(lambda: _titles(window) == ["后来的标题"])

    _trigger(window, "restore")
    dialog = window.findChild(RestoreDialog)
    assert isinstance(dialog, RestoreDialog)
    qtbot.waitUntil(lambda: bool(dialog._model.rows))
    QTest.keyClick(dialog._view, Qt.Key.Key_Return)
    qtbot.waitUntil(dialog._restore.isEnabled)
    dialog._restore.click()

    qtbot.waitUntil(lambda: _titles(window) == ["备份时的标题"])
    assert not window.actions_by_id["undo"].isEnabled()
    qtbot.waitUntil(lambda: "备份时" in window.desk.page.header.title)


def test_backups_are_looked_through_to_the_end_for_a_list_that_was_closed(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun, closed = threading.Event(), threading.Event()

    def examine(_folder: Path, **_options: object) -> tuple[()]:
        begun.set()
        closed.wait(30)
        return ()

    monkeypatch.setattr("models.backups.list_backups", examine)
    _trigger(window, "restore")
    dialog = window.findChild(RestoreDialog)
    assert isinstance(dialog, RestoreDialog)
    qtbot.waitUntil(begun.is_set)
    dialog.close()
    qtbot.waitUntil(lambda: not isValid(dialog))

    closed.set()

    qtbot.waitUntil(lambda: window.safekeeping._listing is None)  # and nothing is raised


def test_the_list_of_backups_is_opened_once(window: MainWindow) -> None:
    """Of two, the one that is closed last would be asked to close the other."""
    _trigger(window, "restore")
    _trigger(window, "restore")

    (dialog,) = window.findChildren(RestoreDialog)
    dialog.close()


def test_a_folder_of_backups_that_is_gone_is_told(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def gone(_folder: Path, **_options: object) -> object:
        raise FolderUnwritable(tmp_path, "ENOENT")

    monkeypatch.setattr("models.backups.list_backups", gone)
    _trigger(window, "restore")
    dialog = window.findChild(RestoreDialog)
    assert isinstance(dialog, RestoreDialog)

    qtbot.waitUntil(lambda: not dialog._restore.isVisible())
    dialog.close()


def _make_bin(window: MainWindow) -> BinDialog:
    return BinDialog(window.theme, window.workspace, window)


@pytest.mark.parametrize("language", ["zh_CN", "en"])
@pytest.mark.parametrize("make", [_make_bin])
def test_the_bin_opens_in_both_languages_and_is_freed(
    qtbot: QtBot, window: MainWindow, make: Callable[[MainWindow], BinDialog], language: str
) -> None:
    window.interface.speak(language)
    dialog = make(window)
    dialog.show()
    assert dialog.windowTitle() == {"zh_CN": "回收站", "en": "Bin"}[language]

    with qtbot.waitSignal(dialog.destroyed):
        dialog.close()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
