"""Which input method daemon runs on this desktop, and how Qt is made to speak to it.

The variables of Qt are set only while the application is being made: programs that are started
from here, a word processor for instance, must find the user's own.
"""

import os
import sys
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from enum import Enum

from PySide6.QtWidgets import QApplication

_WITHOUT_PLUGIN = ("fcitx", "fcitx5", "xim")
"""What desktops ask for and Qt's wheels do not have."""


class Daemon(Enum):
    """An input method that Qt does not reach by itself."""

    FCITX4 = "fcitx 4"
    FCITX5 = "fcitx 5"


def running_daemon(environment: Mapping[str, str] = os.environ) -> Daemon | None:
    """Return the daemon that needs help from us, if any. Waits half a second for a sick bus."""
    if not sys.platform.startswith("linux") or not _is_open(_wanted_plugins(environment)):
        return None
    address = environment.get("DBUS_SESSION_BUS_ADDRESS")
    if not address:
        return None
    from ui.input_methods.session_bus import BusGone, SessionBus

    try:
        bus = SessionBus.connect(address)
    except BusGone:
        return None
    try:
        names = set(bus.names())
    except BusGone:
        return None
    finally:
        bus.close()
    return daemon_among(names, environment)


def daemon_among(names: Collection[str], environment: Mapping[str, str]) -> Daemon | None:
    """Choose by the names on the bus; fcitx 5 bears those of fcitx 4 and ibus as well.

    A desktop that wants fcitx may start it after us. Its kind is not known then, but both answer
    to the name of fcitx 4, for which the bridge waits.
    """
    if "org.fcitx.Fcitx5" in names:
        return Daemon.FCITX5
    if fcitx4_name(environment) in names or _wants_fcitx(environment):
        return Daemon.FCITX4
    return None


def fcitx4_name(environment: Mapping[str, str] = os.environ) -> str:
    """Return the name under which fcitx 4 serves this display."""
    number = environment.get("DISPLAY", ":0").rpartition(":")[2].partition(".")[0]
    return f"org.fcitx.Fcitx-{number}"


@contextmanager
def daemon_plugin(daemon: Daemon | None) -> Iterator[None]:
    """Let an application that is made meanwhile load the plugin through which a daemon answers."""
    if daemon is not Daemon.FCITX5:
        yield
        return
    wanted = _wanted_plugins(os.environ)
    if not any(map(_has_no_plugin, wanted)):
        wanted.append("fcitx")
    ours = {
        "QT_IM_MODULES": ";".join("ibus" if _has_no_plugin(name) else name for name in wanted),
        "IBUS_USE_PORTAL": "1",  # else Qt insists on a program named ibus-daemon
    }
    before = {name: os.environ.get(name) for name in ours}
    os.environ.update(ours)
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                del os.environ[name]
            else:
                os.environ[name] = value


def join_daemon(application: QApplication, daemon: Daemon | None) -> None:
    """Connect the application with a daemon for which Qt has no plugin."""
    if daemon is not Daemon.FCITX4:
        return
    from ui.input_methods.bridge import Fcitx4Bridge
    from ui.input_methods.fcitx4 import Fcitx4
    from ui.input_methods.session_bus import BusGone, SessionBus

    try:
        bus = SessionBus.connect(os.environ["DBUS_SESSION_BUS_ADDRESS"])
    except BusGone:  # since it was asked for names
        return
    program = application.applicationName()
    Fcitx4Bridge(Fcitx4(bus, name=fcitx4_name(), program=program), application)


def _wanted_plugins(environment: Mapping[str, str]) -> list[str]:
    """Return the plugins the user or the desktop names, in the order Qt tries them."""
    wanted = environment.get("QT_IM_MODULES") or environment.get("QT_IM_MODULE", "")
    return [name for name in wanted.split(";") if name]


def _is_open(wanted: list[str]) -> bool:
    """Say whether nothing was chosen that Qt could load by itself."""
    decisive = [name for name in wanted if name != "wayland"]  # loads on Wayland only
    return not decisive or _has_no_plugin(decisive[0])


def _has_no_plugin(name: str) -> bool:
    return name in _WITHOUT_PLUGIN


def _wants_fcitx(environment: Mapping[str, str]) -> bool:
    named = [*_wanted_plugins(environment), environment.get("XMODIFIERS", "").removeprefix("@im=")]
    return any(name in ("fcitx", "fcitx5") for name in named)
