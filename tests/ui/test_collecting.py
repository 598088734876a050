"""Garbage is collected in the GUI thread, and only there."""

import gc
import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPlainTextEdit
from pytestqt.qtbot import QtBot

from ui.collecting import Collector

FEW = 100


@pytest.fixture
def low_marks() -> Iterator[None]:
    usual = gc.get_threshold()
    gc.set_threshold(FEW, 2, 2)
    yield
    gc.set_threshold(*usual)


class _Circle(QObject):
    """An object of Qt's that only a circle of references holds."""

    def __init__(self, threads: list[threading.Thread]) -> None:
        super().__init__()
        self.held = [self]
        self.destroyed.connect(
            lambda: threads.append(threading.current_thread()), Qt.ConnectionType.DirectConnection
        )


def _make_garbage() -> None:
    for _ in range(10 * FEW):
        circle: dict[str, object] = {}
        circle["itself"] = circle


@pytest.mark.usefixtures("low_marks")
def test_what_is_qt_s_is_deleted_in_its_own_thread(qtbot: QtBot) -> None:
    threads: list[threading.Thread] = []
    _Circle(threads)

    for _ in range(10):
        worker = threading.Thread(target=_make_garbage)
        worker.start()
        worker.join()

    assert threads == []
    qtbot.waitUntil(lambda: bool(threads))
    assert threads == [threading.main_thread()]


@pytest.mark.usefixtures("low_marks")
def test_while_somebody_types_what_is_old_is_left_alone(qtbot: QtBot, collector: Collector) -> None:
    field, generations = QPlainTextEdit(), []
    qtbot.addWidget(field)
    field.show()
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    gc.collect()

    def note(phase: str, about: dict[str, int]) -> None:
        if phase == "start":
            generations.append(about["generation"])

    gc.callbacks.append(note)
    for _ in range(6):  # of old ones twice as many as would be due
        QTest.keyClicks(field, "a")
        _make_garbage()
        collector._collect()
    typing = list(generations)
    collector._typing.stop()  # as after a pause
    collector._collect()
    gc.callbacks.remove(note)

    assert 1 in typing
    assert 2 not in typing
    assert generations[len(typing) :] == [2]
