"""Garbage is collected in the GUI thread, and only there."""

import gc
import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject, Qt
from pytestqt.qtbot import QtBot

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
