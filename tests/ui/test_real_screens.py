"""The second screen on a real X display whose monitors come and go."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.ui.desktop import PROGRAMS, Desktop, has, wait

pytestmark = [
    pytest.mark.xcb,
    pytest.mark.foreign,
    pytest.mark.skipif(not has(*PROGRAMS, "xrandr"), reason="needs an X display and xrandr"),
]
DESK, PROJECTOR = [0, 0, 1000, 1000], [1000, 0, 600, 1000]


class _Room:
    """A display with a desk and a projector, and the program on it."""

    def __init__(self, desktop: Desktop, folder: Path) -> None:
        self.desktop = desktop
        self._folder = folder
        self._put_monitor("desk", DESK, "screen")
        self.plug_in(PROJECTOR)
        desktop.python("tests/ui/projecting.py", str(folder))
        wait((folder / "told.json").exists)

    def plug_in(self, at: list[int]) -> None:
        """Add the projector, showing that part of the display."""
        self._put_monitor("projector", at, "none")

    def unplug(self) -> None:
        """Take the projector away, and wait until the program knows."""
        self.desktop.run("xrandr", "--delmonitor", "projector")
        self.wait_for(lambda told: told["screens"] == [DESK])

    def ask(self, *words: str) -> None:
        """Have the program do something, and wait until it took that up."""
        asked = self._folder / "asked"
        fresh = self._folder / "asked.fresh"
        fresh.write_text(" ".join(words), encoding="utf-8")
        fresh.replace(asked)
        wait(lambda: not asked.exists())

    @property
    def told(self) -> dict[str, Any]:
        """What the program shows."""
        return json.loads((self._folder / "told.json").read_text("utf-8"))  # type: ignore[no-any-return]  # ours

    def wait_for(self, what: Callable[[dict[str, Any]], object]) -> None:
        """Wait until the program shows that."""
        wait(lambda: what(self.told))

    def shows_on(self, place: list[int]) -> None:
        """Wait until the second screen fills that part of the display, as the display tells."""
        self.wait_for(lambda told: told["visible"] and self._place(told["id"]) == place)

    def _place(self, window: int) -> list[int]:
        said = self.desktop.run("xdotool", "getwindowgeometry", "--shell", str(window))
        values = dict(line.split("=") for line in said.splitlines())
        return [int(values[name]) for name in ("X", "Y", "WIDTH", "HEIGHT")]

    def _put_monitor(self, name: str, at: list[int], output: str) -> None:
        x, y, width, height = at
        size = f"{width}/{width // 4}x{height}/{height // 4}+{x}+{y}"
        self.desktop.run("xrandr", "--setmonitor", name, size, output)


@pytest.fixture
def room(tmp_path: Path) -> Iterator[_Room]:
    """Give a display with two monitors and the program on it."""
    desktop = Desktop(tmp_path)
    yield _Room(desktop, tmp_path)
    desktop.close()


def test_it_fills_the_projector_and_leaves_the_keyboard_where_it_was(room: _Room) -> None:
    room.wait_for(lambda told: told["desk_active"])

    room.ask("toggle")
    room.shows_on(PROJECTOR)

    assert room.told["desk_active"]
    room.desktop.hands("mousemove", "1300", "500", "click", "1")  # somebody clicks into it
    room.desktop.hands("key", "a")
    room.wait_for(lambda told: told["desk_active"] and not told["active"])


def test_a_projector_that_is_unplugged_comes_back_by_itself(room: _Room) -> None:
    room.ask("toggle")
    room.shows_on(PROJECTOR)

    room.unplug()
    room.wait_for(lambda told: told["state"] == "第二屏幕：已断开" and not told["visible"])

    room.plug_in(PROJECTOR)
    room.shows_on(PROJECTOR)
    assert room.told["state"] == "第二屏幕：显示中"
    assert room.told["desk_active"]


def test_a_projector_of_another_size_is_filled(room: _Room) -> None:
    room.ask("toggle")
    room.shows_on(PROJECTOR)
    room.ask("blank")

    room.unplug()
    room.plug_in([1000, 100, 400, 300])

    room.shows_on([1000, 100, 400, 300])
    assert room.told["state"] == "第二屏幕：已黑屏"


def test_it_gives_way_to_the_main_window(room: _Room) -> None:
    room.ask("toggle")
    room.shows_on(PROJECTOR)

    room.ask("1020", "40")
    room.shows_on(DESK)
    room.ask("20", "40")
    room.shows_on(PROJECTOR)


def test_with_one_screen_it_says_so_and_offers_a_window(room: _Room) -> None:
    room.unplug()

    room.ask("toggle")
    room.wait_for(lambda told: "没有第二个屏幕" in told["notice"])
    room.ask("window")
    room.wait_for(lambda told: told["visible"])
    assert room.told["geometry"][2:] == [960, 540]


def test_screens_that_mirror_each_other_are_one(room: _Room) -> None:
    room.unplug()
    room.plug_in(DESK)
    room.wait_for(lambda told: told["screens"] == [DESK, DESK])

    room.ask("toggle")

    room.wait_for(lambda told: "没有第二个屏幕" in told["notice"])
