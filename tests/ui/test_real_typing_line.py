"""Speakers by number and words in Chinese, through real input methods into the real program."""

import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.ui.desktop import PROGRAMS, Desktop, has
from tests.ui.input_daemons import FCITX4, FCITX5, IBUS, InputDaemon, InputMethod, start_bus
from tests.ui.meetings import CONFERENCE
from tests.ui.test_live_meeting import Room

NEEDED = (*PROGRAMS, "dbus-daemon")

pytestmark = [
    pytest.mark.xcb,
    pytest.mark.foreign,
    pytest.mark.skipif(not has(*NEEDED), reason=f"needs {', '.join(NEEDED)}"),
]


@pytest.fixture(
    params=[FCITX4, FCITX5, pytest.param(IBUS, marks=pytest.mark.alone)],
    ids=lambda method: method.name,
)
def room(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Room]:
    """Give a meeting in session, with Chinese switched on in the typing line."""
    method: InputMethod = request.param
    if not method.is_installed:
        pytest.skip(f"{method.name} is not installed")
    desktop = Desktop(tmp_path)
    try:
        start_bus(desktop)
        daemon = InputDaemon(method, desktop)
        daemon.start()
        made = Room(desktop, tmp_path, CONFERENCE, "J5")
        time.sleep(1)  # until the input method knows of the field
        daemon.switch_to_chinese()
        time.sleep(3)  # until its dictionary is loaded, on a busy computer too
        yield made
    finally:
        desktop.close()


def test_numbers_name_the_speakers_and_letters_become_chinese(room: Room) -> None:
    for typed, words in (("3 jiancha", "检查"), ("4 renmin", "人民")):
        room.secretary.type(typed)
        time.sleep(2.5)  # until the candidates are there, on a busy computer too
        room.secretary.press("space")
        time.sleep(0.5)
        room.secretary.press("Return")
        room.expected.append(words)
        found = room.lines_are(room.expected)

    names = [room.sample["participants"][place]["name"] for place in (2, 3)]
    assert [line["speaker"] for line in found["records"]] == names
