"""Work in a thread: its result, its refusal, its cancelling and its bugs come home."""

import gc
import sys
import threading
import weakref
from functools import partial

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, QThread, QThreadPool
from pytestqt.qtbot import QtBot

from exporters.progress import CancelToken, Progress
from models.errors import AppError, MeetingNotFound
from ui.tasks import Steps, Task


def _start(task: Task) -> None:
    task.start(QThreadPool.globalInstance())


def test_a_result_arrives_in_the_window_s_thread(qtbot: QtBot) -> None:
    workers: list[bool] = []
    threads: list[bool] = []

    def work(progress: Progress, _cancel: CancelToken) -> object:
        workers.append(threading.current_thread() is threading.main_thread())
        progress(3, 4)
        return "完成"

    task = Task(work)
    task.succeeded.connect(lambda _result: threads.append(QThread.currentThread() is task.thread()))

    with qtbot.waitSignal(task.succeeded) as caught:
        _start(task)

    assert caught.args == ["完成"]
    assert workers == [False]
    assert threads == [True]
    assert task.steps == Steps(3, 4)


def test_work_can_be_given_some_time_to_be_over(qtbot: QtBot) -> None:
    let_go = threading.Event()
    task = Task(lambda _progress, _cancel: let_go.wait(20))
    heard: list[object] = []
    task.succeeded.connect(heard.append)
    _start(task)

    assert not task.wait(0.01)
    let_go.set()
    assert task.wait(20)

    assert heard == []  # the window hears of it in its own time
    qtbot.waitUntil(lambda: heard == [True])


def test_a_refusal_keeps_its_fields(qtbot: QtBot) -> None:
    def work(_progress: Progress, _cancel: CancelToken) -> object:
        raise MeetingNotFound("m9")

    task = Task(work)

    caught: list[AppError] = []
    task.failed.connect(caught.append)

    with qtbot.waitSignals([task.failed, task.ended]):
        _start(task)

    assert [error.meeting_id for error in caught if isinstance(error, MeetingNotFound)] == ["m9"]


def test_cancelled_work_stops_at_its_next_step(qtbot: QtBot) -> None:
    begun = threading.Event()

    def work(_progress: Progress, cancel: CancelToken) -> object:
        begun.set()
        while True:
            cancel.check()

    task = Task(work)

    with qtbot.waitSignal(task.cancelled):
        _start(task)
        begun.wait()
        task.cancel()


def test_work_cancelled_before_its_turn_never_begins(qtbot: QtBot) -> None:
    done: list[str] = []

    task = Task(lambda _progress, _cancel: done.append("begun"))
    task.cancel()

    with qtbot.waitSignal(task.cancelled):
        _start(task)

    assert done == []


def test_a_bug_reaches_the_exception_hook(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    hooked: list[type[BaseException]] = []
    monkeypatch.setattr(sys, "excepthook", lambda kind, _error, _trace: hooked.append(kind))

    def work(_progress: Progress, _cancel: CancelToken) -> object:
        raise KeyError("张三")

    task = Task(work)

    with qtbot.waitSignals([task.crashed, task.ended]):
        _start(task)

    assert hooked == [KeyError]


@pytest.mark.usefixtures("qtbot")
def test_a_task_that_has_ended_is_let_go_of() -> None:
    tasks = [Task(lambda _progress, _cancel: "完成") for _ in range(50)]
    alive = [weakref.ref(task) for task in tasks]

    for task in tasks:
        _start(task)
    tasks.clear()
    del task
    QThreadPool.globalInstance().waitForDone()
    QCoreApplication.processEvents()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()

    assert [reference() for reference in alive if reference() is not None] == []


def test_a_worker_that_ends_late_holds_nothing_of_its_task(qtbot: QtBot) -> None:
    held, result = QObject(), QObject()
    alive = [weakref.ref(held), weakref.ref(result)]
    let_go = threading.Event()
    task = Task(partial(_wait_and_return, let_go, held, [result]))
    job = task._job  # as the worker has it
    del held, result
    with qtbot.waitSignal(task.ended):
        _start(task)
        let_go.set()

    del task

    assert job.wait(20)
    assert [reference() for reference in alive] == [None, None]


def _wait_and_return(
    let_go: threading.Event,
    _held: QObject,
    results: list[QObject],
    _progress: Progress,
    _cancel: CancelToken,
) -> object:
    let_go.wait(20)
    return results.pop()


def test_of_a_task_that_nobody_kept_only_a_bug_is_heard(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    hooked: list[BaseException] = []
    monkeypatch.setattr(sys, "excepthook", lambda _kind, error, _trace: hooked.append(error))
    let_go = threading.Event()
    heard: list[str] = []
    for error in (None, MeetingNotFound("m9"), KeyError("张三")):
        task = Task(partial(_wait_and_raise, let_go, error))
        task.ended.connect(partial(heard.append, "ended"))
        _start(task)
        gone = weakref.ref(task)
        del task
        assert gone() is None

    let_go.set()
    qtbot.waitUntil(lambda: bool(hooked))

    assert [repr(error) for error in hooked] == ["KeyError('张三')"]
    assert heard == []


def _wait_and_raise(
    let_go: threading.Event,
    error: Exception | None,
    _progress: Progress,
    _cancel: CancelToken,
) -> None:
    let_go.wait(20)
    if error is not None:
        raise error
