"""Real input methods for Chinese, each started on a desktop of its own with a session bus."""

import subprocess
from dataclasses import dataclass, field
from pathlib import Path

from tests.ui.desktop import ROOT, Desktop, has, wait

_UNPACKED = ROOT / "build/tools/fcitx4/usr"  # Debian installs no fcitx 4 beside fcitx 5

_FCITX5_PROFILE = """[Groups/0]
Name=Default
Default Layout=us
DefaultIM=pinyin

[Groups/0/Items/0]
Name=keyboard-us

[Groups/0/Items/1]
Name=pinyin

[GroupOrder]
0=Default
"""


@dataclass(frozen=True)
class InputMethod:
    """How one input method is started and told to take pinyin."""

    name: str
    is_installed: bool
    start: tuple[str, ...]
    service: str
    """The name on the bus that says it is up; ``{display}`` is the number of the display."""
    module: str
    """What desktops with it tell Qt to load."""
    chinese: tuple[str, ...]
    """Asks for pinyin in the field that has the focus."""
    state: tuple[str, ...]
    """Asks what is on; it answers ``is_on``."""
    is_on: str
    settings: tuple[str, str] = ("", "")
    """File below the folder of settings, and its text."""
    variables: dict[str, str] = field(default_factory=dict)
    """What its own programs need."""


def _fcitx4() -> InputMethod:
    programs, variables = Path("/usr/bin"), {}
    if _UNPACKED.exists():
        libraries = next(_UNPACKED.glob("lib/*-linux-gnu"))
        programs = _UNPACKED / "bin"
        variables = {"FCITXDIR": str(_UNPACKED), "LD_LIBRARY_PATH": str(libraries)}
    remote = str(programs / "fcitx-remote")
    profile = "[Profile]\nIMName=pinyin\nEnabledIMList=fcitx-keyboard-us:True,pinyin:True\n"
    return InputMethod(
        "fcitx 4",
        is_installed=(programs / "fcitx-remote").exists(),
        start=(str(programs / "fcitx"), "-D"),
        service="org.fcitx.Fcitx-{display}",
        module="fcitx",
        chinese=(remote, "-s", "pinyin"),
        state=(remote,),
        is_on="2",
        settings=("fcitx/profile", profile),
        variables=variables,
    )


FCITX4 = _fcitx4()
FCITX5 = InputMethod(
    "fcitx 5",
    is_installed=has("fcitx5") and Path("/usr/share/fcitx5/inputmethod/pinyin.conf").exists(),
    start=("fcitx5", "-D"),
    service="org.fcitx.Fcitx5",
    module="fcitx",
    chinese=("fcitx5-remote", "-s", "pinyin"),
    state=("fcitx5-remote", "-n"),
    is_on="pinyin",
    settings=("fcitx5/profile", _FCITX5_PROFILE),
)
IBUS = InputMethod(
    "ibus",
    is_installed=has("ibus-daemon") and Path("/usr/share/ibus/component/libpinyin.xml").exists(),
    start=("ibus-daemon", "--xim", "--panel", "disable"),
    service="org.freedesktop.IBus",
    module="ibus",
    chinese=("ibus", "engine", "libpinyin"),
    state=("ibus", "engine"),
    is_on="libpinyin",
)


class InputDaemon:
    """An input method on a desktop that is set up for it."""

    process: subprocess.Popen[bytes]

    def __init__(self, method: InputMethod, desktop: Desktop) -> None:
        self.method = method
        self._desktop = desktop
        name, text = method.settings
        if name:
            file = Path(desktop.environment["XDG_CONFIG_HOME"]) / name
            file.parent.mkdir(parents=True)
            file.write_text(text, encoding="utf-8")
        desktop.environment["QT_IM_MODULE"] = method.module
        desktop.environment["XMODIFIERS"] = f"@im={method.module}"

    def start(self) -> None:
        """Start it and wait until it is on the bus."""
        service = self.method.service.format(display=self._desktop.environment["DISPLAY"][1:])
        self.process = self._desktop.start(list(self.method.start), more=self.method.variables)
        wait(lambda: service in _names(self._desktop))

    def switch_to_chinese(self) -> None:
        """Wait until the field with the focus takes pinyin."""
        wait(self._chinese_is_on)

    def _chinese_is_on(self) -> bool:
        said = [self._says(words) for words in (self.method.chinese, self.method.state)]
        return said[-1] == self.method.is_on

    def _says(self, words: tuple[str, ...]) -> str:
        """Return what a program says; nothing if it fails, which ibus does even when it obeys."""
        try:
            return self._desktop.run(*words, more=self.method.variables)
        except subprocess.CalledProcessError:
            return ""


def start_bus(desktop: Desktop) -> None:
    """Give the desktop a session bus."""
    socket = Path(desktop.environment["HOME"]) / "bus"
    address = f"unix:path={socket}"
    desktop.environment["DBUS_SESSION_BUS_ADDRESS"] = address
    desktop.start(["dbus-daemon", "--session", "--nofork", f"--address={address}"])
    wait(socket.exists)


def _names(desktop: Desktop) -> set[str]:
    from ui.input_methods.session_bus import (
        BusGone,
        SessionBus,
    )  # needs what is there on Linux only

    try:
        bus = SessionBus.connect(desktop.environment["DBUS_SESSION_BUS_ADDRESS"])
    except BusGone:
        return set()
    try:
        return set(bus.names())
    except BusGone:
        return set()  # too busy to answer in time
    finally:
        bus.close()
