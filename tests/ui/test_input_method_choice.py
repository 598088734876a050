"""The input method daemon is found by its name on the bus, and a sick bus costs no start."""

import os
import socket
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from ui.input_methods.choice import Daemon, daemon_among, daemon_plugin, running_daemon

FCITX4_NAMES = {"org.fcitx.Fcitx", "org.fcitx.Fcitx-0"}
FCITX5_NAMES = {"org.fcitx.Fcitx5", "org.fcitx.Fcitx-0", "org.freedesktop.IBus"}
IBUS_NAMES = {"org.freedesktop.IBus", "org.freedesktop.portal.IBus"}
pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="about desktops of Linux")

VARIABLES = ("QT_IM_MODULE", "QT_IM_MODULES", "IBUS_USE_PORTAL")


@pytest.fixture(autouse=True)
def bare_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in VARIABLES:
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def silent_bus(tmp_path: Path) -> Iterator[str]:
    """Give the address of a bus that takes connections and never says a word."""
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(str(tmp_path / "bus"))
        listening.listen()
        yield f"unix:path={tmp_path}/bus"


@pytest.mark.parametrize(
    ("names", "environment", "daemon"),
    [
        (FCITX5_NAMES, {}, Daemon.FCITX5),
        (FCITX5_NAMES, {"DISPLAY": ":0", "QT_IM_MODULE": "fcitx"}, Daemon.FCITX5),
        (FCITX4_NAMES, {"DISPLAY": ":0"}, Daemon.FCITX4),
        (FCITX4_NAMES, {"DISPLAY": "office:0.1"}, Daemon.FCITX4),
        (FCITX4_NAMES, {"DISPLAY": ":1"}, None),  # that of another display
        (IBUS_NAMES, {}, None),
        (IBUS_NAMES, {"XMODIFIERS": "@im=ibus"}, None),
        (set(), {}, None),
        (set(), {"XMODIFIERS": "@im=fcitx"}, Daemon.FCITX4),  # it may come later
        (set(), {"QT_IM_MODULE": "fcitx5"}, Daemon.FCITX4),
    ],
)
def test_a_daemon_is_known_by_its_names_on_the_bus(
    names: set[str], environment: dict[str, str], daemon: Daemon | None
) -> None:
    assert daemon_among(names, environment) is daemon


@pytest.mark.parametrize(
    "chosen",
    [
        {"QT_IM_MODULE": "ibus"},
        {"QT_IM_MODULE": "compose"},
        {"QT_IM_MODULES": "wayland;ibus", "QT_IM_MODULE": "fcitx"},
    ],
)
def test_what_the_user_chose_and_qt_has_is_left_alone(
    chosen: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def connect(_address: str) -> None:
        raise AssertionError("the bus was asked")

    monkeypatch.setattr("ui.input_methods.session_bus.SessionBus.connect", connect)

    assert running_daemon(chosen | {"DBUS_SESSION_BUS_ADDRESS": "unix:path=/x"}) is None


@pytest.mark.parametrize("chosen", ["fcitx", "fcitx5", "xim", "wayland;fcitx;ibus"])
def test_what_qt_does_not_have_is_looked_for_on_the_bus(
    chosen: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Bus:
        @classmethod
        def connect(cls, _address: str) -> "Bus":
            return cls()

        def names(self) -> set[str]:
            return FCITX5_NAMES

        def close(self) -> None:
            pass

    monkeypatch.setattr("ui.input_methods.session_bus.SessionBus", Bus)
    environment = {"QT_IM_MODULES": chosen, "DBUS_SESSION_BUS_ADDRESS": "unix:path=/x"}

    assert running_daemon(environment) is Daemon.FCITX5


@pytest.mark.parametrize(
    "address",
    ["", "nonsense", "tcp:host=localhost,port=1", "unix:path=/no/such/bus", "unix:abstract=no-bus"],
)
def test_without_a_bus_nothing_is_done(address: str) -> None:
    environment = {"DBUS_SESSION_BUS_ADDRESS": address, "XMODIFIERS": "@im=fcitx"}

    assert running_daemon(environment) is None


def test_a_bus_that_hangs_is_given_up(silent_bus: str) -> None:
    assert running_daemon({"DBUS_SESSION_BUS_ADDRESS": silent_bus}) is None


@pytest.mark.parametrize(
    ("user", "for_qt"),
    [
        ({}, "ibus"),
        ({"QT_IM_MODULE": "fcitx"}, "ibus"),
        ({"QT_IM_MODULES": "wayland;fcitx", "QT_IM_MODULE": "fcitx"}, "wayland;ibus"),
        ({"QT_IM_MODULES": "wayland"}, "wayland;ibus"),
    ],
)
def test_qt_asks_fcitx_5_as_ibus_and_other_programs_find_the_users_own_variables(
    user: dict[str, str], for_qt: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in user.items():
        monkeypatch.setenv(name, value)

    with daemon_plugin(Daemon.FCITX5):
        meanwhile = os.environ["QT_IM_MODULES"], os.environ["IBUS_USE_PORTAL"]

    assert meanwhile == (for_qt, "1")
    assert {name: os.environ[name] for name in VARIABLES if name in os.environ} == user


@pytest.mark.parametrize("daemon", [Daemon.FCITX4, None])
def test_the_variables_stay_as_they_are_for_all_others(daemon: Daemon | None) -> None:
    before = dict(os.environ)

    with daemon_plugin(daemon):
        assert dict(os.environ) == before
