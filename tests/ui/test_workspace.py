"""The workspace: one piece after the other, superseded reads left out, an orderly end."""

import gc
import threading
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from pytestqt.qtbot import QtBot

import models.restore
from exporters.progress import CancelToken, Progress
from models.backups import Backup, list_backups
from tests.ui.meetings import CONFERENCE, HEARING, sample_file
from ui.changes import Operation
from ui.operations import import_files
from ui.queries import meeting_rows
from ui.tasks import Steps, Task
from ui.workspace import Workspace


def _import(qtbot: QtBot, workspace: Workspace, *names: str) -> None:
    files = [sample_file(name) for name in names]
    with qtbot.waitSignal(workspace.changed):
        workspace.run(import_files(files, profiles=workspace.profiles))


def _tasks() -> int:
    """Return how many tasks there are that somebody holds."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    return sum(isinstance(thing, Task) for thing in gc.get_objects())


def test_fifty_reads_leave_no_task_behind(qtbot: QtBot, workspace: Workspace) -> None:
    _import(qtbot, workspace, CONFERENCE)
    answers: list[object] = []
    workspace._writer.waitForDone()
    before = _tasks()

    for _ in range(50):
        workspace.read(meeting_rows, then=answers.append)
    qtbot.waitUntil(lambda: len(answers) == 50)
    workspace._reader.waitForDone()  # the worker lets go of the last one after its answer

    assert _tasks() <= before


def test_of_several_reads_for_one_place_only_the_newest_is_made(
    qtbot: QtBot, workspace: Workspace
) -> None:
    held = threading.Event()
    made: list[int] = []
    answers: list[object] = []

    def query(_session: object, number: int) -> object:
        held.wait()
        made.append(number)
        return number

    workspace.read(lambda _session: held.wait(), then=lambda _: None)
    for number in range(5):
        workspace.read(query, number, then=answers.append, place="page")
    held.set()

    qtbot.waitUntil(lambda: answers != [])
    assert made == [4]
    assert answers == [4]


def test_reads_held_back_begin_when_they_are_let_go(qtbot: QtBot, workspace: Workspace) -> None:
    made: list[int] = []
    answers: list[object] = []

    def query(_session: object, number: int) -> object:
        made.append(number)
        return number

    workspace.hold_reads()
    for number in range(3):
        workspace.read(query, number, then=answers.append)
    workspace.read(query, 3, then=answers.append, place="page")
    workspace.read(query, 4, then=answers.append, place="page")
    workspace.read(query, 5, then=answers.append, long=True)
    _import(qtbot, workspace, CONFERENCE)  # no write is held back
    workspace._reader.waitForDone()
    workspace._preparer.waitForDone()
    assert made == []

    workspace.let_reads_go()
    qtbot.waitUntil(lambda: len(answers) == 5)

    assert sorted(made) == [0, 1, 2, 4, 5]
    workspace.read(query, 6, then=answers.append)
    qtbot.waitUntil(lambda: answers[-1] == 6)


def test_reads_held_back_keep_nobody_from_closing(workspace: Workspace) -> None:
    workspace.hold_reads()
    answers: list[object] = []
    workspace.read(lambda _session: 1, then=answers.append)

    workspace.close()
    workspace.let_reads_go()
    workspace._reader.waitForDone()
    QCoreApplication.processEvents()

    assert answers == []


def test_what_is_asked_after_closing_is_quietly_not_done(
    qtbot: QtBot, workspace: Workspace
) -> None:
    told: list[object] = []
    workspace.failed.connect(told.append)

    workspace.close()
    workspace.read(meeting_rows, then=told.append, otherwise=told.append)
    workspace.open()
    workspace.run(Operation("x", "x", lambda _session: ()), then=told.append, otherwise=told.append)
    workspace.close()
    qtbot.wait(50)

    assert told == []
    assert not workspace.is_open


def test_an_operation_is_cancelled_before_its_transaction(
    qtbot: QtBot, workspace: Workspace
) -> None:
    reading = threading.Event()
    changed: list[str] = []

    def prepare(_progress: Progress, cancel: CancelToken) -> object:
        reading.set()
        while True:
            cancel.check()

    def change(_session: object, _prepared: object) -> tuple[str, ...]:
        changed.append("changed")
        return ()

    task = workspace.run(Operation("x", "x", change, prepare=prepare))
    with qtbot.waitSignal(task.cancelled):
        reading.wait()
        task.cancel()

    assert changed == []


def test_an_import_tells_how_many_files_it_has_read(qtbot: QtBot, workspace: Workspace) -> None:
    files = [sample_file(CONFERENCE), sample_file(HEARING)]

    task = workspace.run(import_files(files, profiles=workspace.profiles))
    seen: list[Steps] = []
    task.succeeded.connect(lambda _ids: seen.append(task.steps))
    qtbot.waitUntil(lambda: seen != [])

    assert (seen[0].done, seen[0].total) == (2, 2)


def test_a_read_during_a_restore_waits_and_sees_what_was_restored(
    qtbot: QtBot, workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _import(qtbot, workspace, CONFERENCE)
    made: list[object] = []
    workspace.back_up(tmp_path / "backups", then=made.append, otherwise=made.append)
    qtbot.waitUntil(lambda: made != [])
    _import(qtbot, workspace, HEARING)
    (backup,) = list_backups(tmp_path / "backups")
    begun, free = threading.Event(), threading.Event()
    real = models.restore.restore

    def slow(file: Path, chosen: Backup) -> Path | None:
        begun.set()
        free.wait(20)
        return real(file, chosen)

    monkeypatch.setattr(models.restore, "restore", slow)
    answers: list[object] = []
    workspace.restore(backup, then=made.append, otherwise=made.append)
    qtbot.waitUntil(begun.is_set)
    workspace.read(meeting_rows, then=answers.append, otherwise=answers.append)
    free.set()

    qtbot.waitUntil(lambda: answers != [])
    (rows,) = answers
    assert isinstance(rows, tuple)
    assert len(rows) == 1


def test_drafts_are_there_before_the_disk_has_them(qtbot: QtBot, workspace: Workspace) -> None:
    answers: list[object] = []
    held = threading.Event()
    workspace.run(Operation("x", "x", lambda _session: held.wait(20)))

    workspace.keep_draft("line/a", {"text": "半句"})
    workspace.keep_draft("line/b", {"text": "别的"})
    workspace.keep_draft("line/a", {"text": "半句话"})
    workspace.keep_draft("line/b", None)
    workspace.read_drafts("line/", then=answers.append, place="x")
    qtbot.waitUntil(lambda: answers != [])
    held.set()
    qtbot.waitUntil(lambda: workspace._unwritten.of("") == {})
    workspace.read_drafts("line/", then=answers.append, place="x")
    qtbot.waitUntil(lambda: len(answers) == 2)

    assert answers == [{"line/a": {"text": "半句话"}}] * 2
