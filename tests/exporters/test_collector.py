"""The garbage collector: it waits while papers are made, and comes when it is due."""

import gc
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest

from exporters.collector import collect_if_due, no_collection
from exporters.document import Document
from tests.exporters import docx_files, pdf_files
from tests.exporters.documents import usual

FEW = 100


@pytest.fixture(autouse=True)
def enabled() -> Iterator[None]:
    was_enabled = gc.isenabled()
    gc.enable()
    yield
    if was_enabled:
        gc.enable()
    else:
        gc.disable()


def test_collector_waits_and_goes_on() -> None:
    with no_collection():
        assert not gc.isenabled()

    assert gc.isenabled()


def test_collector_goes_on_after_an_error() -> None:
    with pytest.raises(ValueError, match="told"), no_collection():
        raise ValueError("told")

    assert gc.isenabled()


def test_last_of_several_threads_lets_it_go_on() -> None:
    all_in, one_out = Barrier(2, timeout=60), Barrier(2, timeout=60)

    def first() -> None:
        with no_collection():
            all_in.wait()
        one_out.wait()

    def last() -> bool:
        with no_collection():
            all_in.wait()
            one_out.wait()
            return gc.isenabled()

    with ThreadPoolExecutor(2) as pool:
        left = pool.submit(first)
        stayed = pool.submit(last)

        assert stayed.result() is False
        left.result()
    assert gc.isenabled()


def test_collector_that_was_off_stays_off() -> None:
    gc.disable()

    with no_collection():
        pass

    assert not gc.isenabled()


@pytest.mark.parametrize("write", [pdf_files.written, docx_files.written])
def test_a_long_paper_leaves_little_for_the_collector(
    write: Callable[[Document], bytes],
) -> None:
    """What is left for it is looked through in one go, and stops the window for as long."""
    paper = usual(200)
    write(paper)
    gc.collect()
    gc.disable()

    write(paper)

    assert gc.collect() < 200


@pytest.fixture
def collected() -> Iterator[list[int]]:
    """Keep Python from collecting at marks that are low; give the list of what is collected now."""
    usual = gc.get_threshold()
    generations: list[int] = []

    def note(phase: str, about: dict[str, int]) -> None:
        if phase == "start":
            generations.append(about["generation"])

    gc.disable()
    gc.collect()
    gc.set_threshold(FEW, 2, 2)
    gc.callbacks.append(note)
    yield generations
    gc.callbacks.remove(note)
    gc.set_threshold(*usual)


class _Ring:
    """Garbage that only the collector finds, one object each."""

    __slots__ = ("itself",)

    def __init__(self) -> None:
        self.itself = self


def _make_garbage() -> None:
    """Make as much as two collections are for."""
    for _ in range(5 * FEW // 2):
        _Ring()


def test_each_generation_is_collected_when_it_is_due(collected: list[int]) -> None:
    collect_if_due()
    assert collected == []

    for _ in range(13):
        _make_garbage()
        collect_if_due()

    assert collected == [0, 0, 1, 0, 0, 1, 0, 0, 1, 2, 0, 0, 1]


def test_the_oldest_generation_waits_longer_while_the_user_is_busy(collected: list[int]) -> None:
    for _ in range(37):
        _make_garbage()
        collect_if_due(is_busy=True)

    assert collected.count(2) == 1
    assert collected.index(2) == 33
    assert collected[:3] == [0, 0, 1]


def test_much_that_came_at_once_is_looked_through_once(collected: list[int]) -> None:
    many: list[list[int]] = [[] for _ in range(4 * FEW)]

    collect_if_due()
    collect_if_due()

    assert many
    assert collected == [1]


def test_nothing_is_collected_while_papers_are_made(collected: list[int]) -> None:
    with no_collection():
        _make_garbage()
        collect_if_due()
        assert collected == []
    collect_if_due()

    assert collected == [0]
