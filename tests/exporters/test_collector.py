"""The garbage collector waits while papers are made, and is let go again by the last of them."""

import gc
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest

from exporters.collector import no_collection
from exporters.document import Document
from tests.exporters import docx_files, pdf_files
from tests.exporters.documents import usual


@pytest.fixture(autouse=True)
def enabled() -> Iterator[None]:
    gc.enable()
    yield
    gc.enable()


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
