"""Chinese is typed by hand through real input methods into a window of this program."""

import json
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from tests.ui.desktop import PROGRAMS, Desktop, has, wait
from tests.ui.input_daemons import FCITX4, FCITX5, IBUS, InputDaemon, InputMethod, start_bus

NEEDED = (*PROGRAMS, "dbus-daemon")
WHOLE = ("jiang", "将")
"""Letters and what they become with the last of them: until then it is 见."""

pytestmark = [
    pytest.mark.xcb,
    pytest.mark.foreign,
    pytest.mark.skipif(not has(*NEEDED), reason=f"needs {', '.join(NEEDED)}"),
]


class Typist:
    """Hands on the window with the fields, and eyes on what is in them."""

    def __init__(self, desktop: Desktop, daemon: InputDaemon, folder: Path) -> None:
        self.desktop = desktop
        self.daemon = daemon
        self._file = folder / "state.json"
        desktop.environment["PYTHONPATH"] = "."
        desktop.python("tests/ui/typing_window.py", str(self._file))
        desktop.hands("windowactivate", "--sync", desktop.window("typing window"))
        wait(self._file.exists)
        self.go_to("note")

    def sees(self) -> dict[str, Any]:
        """Return the state of the window."""
        state: dict[str, Any] = json.loads(self._file.read_text(encoding="utf-8"))
        return state

    def sees_now(self, **expected: object) -> bool:
        """Say whether the window is in that state."""
        state = self.sees()
        return all(state[name] == value for name, value in expected.items())

    def waits_for(self, **expected: object) -> None:
        """Wait for that state of the window."""
        wait(lambda: self.sees_now(**expected))

    def go_to(self, field: str) -> None:
        """Click into a field."""
        x, y = self.sees()["places"][field]
        self.desktop.hands("mousemove", str(x), str(y), "click", "1")
        self.waits_for(focus=field)

    def clear(self, field: str) -> None:
        """Go to a field and empty it."""
        self.go_to(field)
        self.keys("ctrl+a", "BackSpace")
        self.waits_for(**{field: "", "composing": ""})

    def type(self, letters: str) -> None:
        """Press the keys of these letters."""
        self.desktop.hands("type", "--delay", "40", letters)

    def keys(self, *keys: str) -> None:
        """Press these keys."""
        self.desktop.hands("key", "--delay", "40", *keys)

    def composes(self) -> None:
        """Wait until the note shows Chinese or letters that are not yet its text."""
        wait(lambda: self.sees()["composing"])


@contextmanager
def _typist(method: InputMethod, folder: Path, *, daemon_first: bool = True) -> Iterator[Typist]:
    if not method.is_installed:
        pytest.skip(f"{method.name} is not installed")
    desktop = Desktop(folder)
    start_bus(desktop)
    daemon = InputDaemon(method, desktop)
    try:
        if daemon_first:
            daemon.start()
        yield Typist(desktop, daemon, folder)
    finally:
        desktop.close()


@pytest.fixture(scope="module", params=[FCITX4, FCITX5, IBUS], ids=lambda method: method.name)
def shared(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Typist]:
    with _typist(request.param, tmp_path_factory.mktemp("input")) as made:
        yield made


@pytest.fixture
def typist(shared: Typist) -> Typist:
    """Give empty fields, with Chinese switched on in the note."""
    for field in ("secret", "line", "note"):
        shared.clear(field)
    shared.daemon.switch_to_chinese()
    return shared


@pytest.fixture
def with_fcitx4(tmp_path: Path) -> Iterator[Typist]:
    """Give a window with an fcitx 4 that may be hurt."""
    with _typist(FCITX4, tmp_path) as made:
        made.daemon.switch_to_chinese()
        yield made


def test_pinyin_becomes_chinese(typist: Typist) -> None:
    typist.type("jiancha")
    typist.composes()
    typist.keys("space")

    typist.waits_for(note="检查", composing="")


def test_a_candidate_is_picked_by_its_number(typist: Typist) -> None:
    typist.go_to("line")
    typist.daemon.switch_to_chinese()

    typist.type("renmin")
    typist.keys("1")

    typist.waits_for(line="人民")


def test_a_password_is_never_composed(typist: Typist) -> None:
    typist.go_to("secret")

    typist.type("renmin1")

    typist.waits_for(secret="renmin1")  # noqa: S106  # what was typed


def test_shortcuts_work_with_chinese_switched_on(typist: Typist) -> None:
    pressed = typist.sees()["shortcuts"].count("Ctrl+S")

    typist.keys("ctrl+s")

    wait(lambda: typist.sees()["shortcuts"].count("Ctrl+S") == pressed + 1)


def test_escape_gives_up_composing_before_it_is_a_shortcut(typist: Typist) -> None:
    pressed = typist.sees()["shortcuts"].count("Esc")
    typist.type("jiancha")
    typist.composes()

    typist.keys("Escape")
    typist.waits_for(composing="")
    before = typist.sees()["shortcuts"].count("Esc")
    typist.keys("Escape")

    wait(lambda: typist.sees()["shortcuts"].count("Esc") == pressed + 1)
    assert before == pressed
    assert typist.sees()["note"] == ""


def test_shift_switches_between_chinese_and_letters(typist: Typist) -> None:
    typist.keys("Shift_L")
    typist.type("ab")
    typist.waits_for(note="ab", composing="")
    typist.keys("Shift_L")
    typist.type("jiancha")
    typist.composes()
    typist.keys("space")

    typist.waits_for(note="ab检查")


def test_a_click_elsewhere_keeps_what_was_being_composed(with_fcitx4: Typist) -> None:
    with_fcitx4.type("jiancha")
    with_fcitx4.waits_for(composing="检查")

    with_fcitx4.go_to("line")

    with_fcitx4.waits_for(note="检查", composing="", line="")


def test_keys_are_taken_as_typed_while_the_daemon_hangs(with_fcitx4: Typist) -> None:
    with_fcitx4.type(WHOLE[0])
    with_fcitx4.waits_for(composing=WHOLE[1])

    with_fcitx4.daemon.process.send_signal(signal.SIGSTOP)
    with_fcitx4.type("ab")
    with_fcitx4.waits_for(note=f"{WHOLE[1]}ab", composing="")
    with_fcitx4.daemon.process.send_signal(signal.SIGCONT)
    with_fcitx4.daemon.switch_to_chinese()
    with_fcitx4.type("renmin")
    with_fcitx4.waits_for(composing="人民")
    with_fcitx4.keys("space")

    with_fcitx4.waits_for(note=f"{WHOLE[1]}ab人民")


def test_a_daemon_that_died_is_joined_again_when_it_is_back(with_fcitx4: Typist) -> None:
    with_fcitx4.type(WHOLE[0])
    with_fcitx4.waits_for(composing=WHOLE[1])

    with_fcitx4.daemon.process.kill()
    with_fcitx4.waits_for(note=WHOLE[1], composing="")
    with_fcitx4.type("ab")
    with_fcitx4.waits_for(note=f"{WHOLE[1]}ab")
    with_fcitx4.daemon.start()
    with_fcitx4.daemon.switch_to_chinese()
    with_fcitx4.type("renmin")
    with_fcitx4.composes()
    with_fcitx4.keys("space")

    with_fcitx4.waits_for(note=f"{WHOLE[1]}ab人民")


@pytest.mark.parametrize("method", [FCITX4, FCITX5], ids=lambda method: method.name)
def test_a_daemon_started_after_the_window_is_joined(method: InputMethod, tmp_path: Path) -> None:
    with _typist(method, tmp_path, daemon_first=False) as typist:
        typist.type("ab")
        typist.waits_for(note="ab")

        typist.daemon.start()
        typist.daemon.switch_to_chinese()
        typist.type("renmin")
        typist.composes()
        typist.keys("space")

        typist.waits_for(note="ab人民")
