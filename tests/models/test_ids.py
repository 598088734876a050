"""Identifiers: unique, and in the order in which they were made whatever the clock says."""

from collections.abc import Callable, Iterator
from itertools import count, repeat
from types import SimpleNamespace

import pytest

from models.ids import new_id

MILLISECONDS = 1_795_354_000_123
CLOCKS: dict[str, Callable[[], Iterator[int]]] = {
    "standing still": lambda: repeat(MILLISECONDS * 1_000_000),
    "put back": lambda: count(MILLISECONDS * 1_000_000, -1_000_000_000),
}


@pytest.fixture(params=CLOCKS)
def clock(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Give the identifiers a clock that does not go on."""
    moments = CLOCKS[request.param]()
    monkeypatch.setattr("models.ids.time", SimpleNamespace(time_ns=lambda: next(moments)))
    monkeypatch.setattr("models.ids._last", 0)


@pytest.mark.usefixtures("clock")
def test_an_identifier_tells_when_it_was_made() -> None:
    made = new_id()

    assert (made.version, made.variant) == (7, "specified in RFC 4122")
    assert made.int >> 80 == MILLISECONDS


@pytest.mark.usefixtures("clock")
def test_a_later_identifier_is_greater_though_the_clock_does_not_go_on() -> None:
    made = [new_id() for _ in range(1000)]

    assert made == sorted(made)
    assert len(set(made)) == 1000
    assert {(one.version, one.variant) for one in made} == {(7, "specified in RFC 4122")}
