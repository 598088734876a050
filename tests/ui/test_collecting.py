"""Garbage is collected in the GUI thread, and only there."""

import gc
import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject, Qt
from pytestqt.qtbot import QtBot

from exporters.collector import no_collection
from ui.collecting import Collector

FEW = 100


@pytest.fixture
def collected() -> Iterator[list[int]]:
    """Lower the marks; give the list of the generations that are collected from now on."""
    usual = gc.get_threshold()
    generations: list[int] = []

    def note(phase: str, about: dict[str, int]) -> None:
        if phase == "start":
            generations.append(about["generation"])

    gc.collect()
    gc.set_threshold(FEW, 2, 2)
    gc.callbacks.append(note)
    yield generations
    gc.callbacks.remove(note)
    gc.set_threshold(*usual)


class _Circle(QObject):
    """An object of Qt's that only a circle of references holds."""

    def __init__(self, threads: list[threading.Thread]) -> None:
        super().__init__()
        self.held = [self]
        self.destroyed.connect(
            lambda: threads.append(threading.current_thread()), Qt.ConnectionType.DirectConnection
        )


class _Ring:
    """Garbage that only the collector finds, one object each."""

    __slots__ = ("itself",)

    def __init__(self) -> None:
        self.itself = self


def _make_garbage() -> None:
    """Make as much as two collections are for."""
    for _ in range(5 * FEW // 2):
        _Ring()


@pytest.mark.usefixtures("collected")
def test_what_is_qt_s_is_deleted_in_its_own_thread(qtbot: QtBot) -> None:
    threads: list[threading.Thread] = []
    _Circle(threads)

    for _ in range(10):
        worker = threading.Thread(target=_make_garbage)
        worker.start()
        worker.join()

    assert threads == []
    qtbot.waitUntil(lambda: bool(threads), timeout=20_000)
    assert threads == [threading.main_thread()]


def test_each_generation_is_collected_when_it_is_due(collected: list[int]) -> None:
    collector = Collector()

    collector.collect()
    assert collected == []
    for _ in range(13):
        _make_garbage()
        collector.collect()

    assert collected == [0, 0, 1, 0, 0, 1, 0, 0, 1, 2, 0, 0, 1]


def test_much_that_came_at_once_is_looked_through_once(collected: list[int]) -> None:
    many: list[list[int]] = [[] for _ in range(4 * FEW)]

    Collector().collect()
    Collector().collect()

    assert many
    assert collected == [1]


def test_nothing_is_collected_while_papers_are_made(collected: list[int]) -> None:
    collector = Collector()

    with no_collection():
        _make_garbage()
        collector.collect()
        assert collected == []
    collector.collect()

    assert collected == [0]


def test_python_collects_again_when_it_is_stopped() -> None:
    collector = Collector()
    collector.start()
    assert not gc.isenabled()

    collector.stop()

    assert gc.isenabled()
