"""The daemon on the bus: its answers in time or late, its going and its coming back."""

import select
import socket
from collections.abc import Iterator
from contextlib import suppress
from threading import Event, Thread
from typing import Any

import pytest

pytest.importorskip("jeepney", reason="about desktops of Linux")

import jeepney

from ui.input_methods import fcitx4
from ui.input_methods.fcitx4 import Commit, Fcitx4, Interrupted, Look, Preedit, Ready
from ui.input_methods.session_bus import BusGone, SessionBus

NAME = "org.fcitx.Fcitx-0"
CONTEXT = jeepney.DBusAddress("/inputcontext_3", NAME, "org.fcitx.Fcitx.InputContext")
BUS = jeepney.DBusAddress("/org/freedesktop/DBus", interface="org.freedesktop.DBus")


class BusEnd:
    """The other end of the connection: bus and daemon in one, served by a thread."""

    def __init__(self) -> None:
        self.near, self._far = socket.socketpair()
        self.calls: list[str] = []
        self.is_there = True
        self.before_answer: list[Any] = []
        self.answers_keys = True
        self._key: Any = None
        self.was_asked = Event()
        self._thread = Thread(target=self._serve)
        self._thread.start()

    def signal(self, name: str, signature: str, *values: object) -> Any:
        """Return a signal of the input context."""
        return jeepney.new_signal(CONTEXT, name, signature, values)

    def says(self, *messages: Any) -> None:
        """Send messages to the near end."""
        for message in messages:
            self._far.sendall(message.serialise(serial=1))

    def answers_late(self) -> None:
        """Answer the key that was left unanswered."""
        self.says(jeepney.new_method_return(self._key, "i", (1,)))

    def changes_owner(self, old: str, new: str) -> None:
        """Tell that the daemon has come or gone."""
        self.is_there = bool(new)
        self.says(jeepney.new_signal(BUS, "NameOwnerChanged", "sss", (NAME, old, new)))

    def end(self) -> None:
        """Go away."""
        with suppress(OSError):  # it has ended before
            self._far.shutdown(socket.SHUT_RDWR)
        self._thread.join()

    def close(self) -> None:
        """Leave nothing open."""
        self.end()
        self._far.close()
        self.near.close()

    def _serve(self) -> None:
        parser = jeepney.Parser()
        while data := self._far.recv(4096):
            parser.add_data(data)
            while message := parser.get_next_message():
                self._answer(message)

    def _answer(self, call: Any) -> None:
        member = call.header.fields[jeepney.HeaderFields.member]
        self.calls.append(member)
        if member == "CreateICv3" and self.is_there:
            self.says(jeepney.new_method_return(call, "ibuuuu", (3, True, 0, 0, 0, 0)))
        elif member == "CreateICv3":
            self.says(jeepney.new_error(call, "org.freedesktop.DBus.Error.ServiceUnknown"))
        elif member == "ProcessKeyEvent":
            self._key = call
            self.was_asked.set()
            if self.answers_keys:
                self.says(*self.before_answer, jeepney.new_method_return(call, "i", (1,)))


@pytest.fixture(autouse=True)
def patience(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a daemon that answers do so in time on a busy computer too."""
    for name in ("_FIRST_PATIENCE_S", "_PATIENCE_S"):
        monkeypatch.setattr(fcitx4, name, 30)


@pytest.fixture
def bus() -> Iterator[BusEnd]:
    end = BusEnd()
    yield end
    end.close()


@pytest.fixture
def daemon(bus: BusEnd) -> Fcitx4:
    made = Fcitx4(SessionBus(bus.near), name=NAME, program="lianxi")
    assert said(made) == [Ready()]
    return made


def said(daemon: Fcitx4) -> list[fcitx4.Word]:
    """Return the next words of the daemon, once there are some."""
    while not (words := list(daemon.words())):
        assert select.select([daemon], [], [], 10)[0], "nothing was said"
    return words


def press(daemon: Fcitx4) -> bool:
    return daemon.takes_key(ord("a"), 38, 0, pressed=True, time_ms=2**40)


def test_what_the_daemon_says_to_a_key_is_there_with_its_answer(
    bus: BusEnd, daemon: Fcitx4
) -> None:
    parts = [("jian", 1), ("查", 1 | Look.HIGHLIGHT | Look.NOT_KEPT)]
    bus.before_answer = [
        bus.signal("CommitString", "s", "检"),
        bus.signal("UpdateFormattedPreedit", "a(si)i", parts, len("jian查".encode())),
        bus.signal("UpdateClientSideUI", "s", "of no concern"),
    ]

    taken = press(daemon)

    preedit = Preedit((("jian", Look(0)), ("查", Look.HIGHLIGHT | Look.NOT_KEPT)), caret=5)
    assert taken
    assert list(daemon.words()) == [Commit("检"), preedit]
    assert (preedit.text, preedit.kept) == ("jian查", "jian")


def test_a_daemon_that_hangs_costs_one_wait_and_its_late_words_are_dropped(
    bus: BusEnd, daemon: Fcitx4, monkeypatch: pytest.MonkeyPatch
) -> None:
    bus.answers_keys = False

    with monkeypatch.context() as impatient:
        impatient.setattr(fcitx4, "_FIRST_PATIENCE_S", 0.01)
        assert not press(daemon)
    assert bus.was_asked.wait(10)
    assert said(daemon) == [Interrupted()]
    assert not press(daemon)
    assert bus.calls.count("ProcessKeyEvent") == 1

    bus.says(bus.signal("CommitString", "s", "late"))
    bus.answers_late()
    bus.says(bus.signal("CommitString", "s", "next"))

    assert said(daemon) == [Commit("next")]
    bus.answers_keys = True
    assert press(daemon)
    assert bus.calls[-2:] == ["Reset", "ProcessKeyEvent"]


def test_a_daemon_that_comes_back_is_given_a_new_context(bus: BusEnd, daemon: Fcitx4) -> None:
    bus.changes_owner(":1.1", "")

    assert said(daemon) == [Interrupted()]
    assert not press(daemon)

    bus.changes_owner("", ":1.2")

    assert said(daemon) == [Ready()]
    assert press(daemon)


def test_without_a_daemon_no_key_is_taken_until_one_comes(bus: BusEnd) -> None:
    bus.is_there = False
    daemon = Fcitx4(SessionBus(bus.near), name=NAME, program="lianxi")

    assert not press(daemon)

    bus.changes_owner("", ":1.2")

    assert said(daemon) == [Ready()]
    assert press(daemon)


def test_a_bus_that_ends_takes_nothing_else_with_it(bus: BusEnd, daemon: Fcitx4) -> None:
    bus.end()

    assert not press(daemon)
    assert list(daemon.words()) == [Interrupted()]
    assert not daemon.connected
    daemon.focus_in()
    daemon.close()


def test_a_bus_that_is_not_there_is_told_by_one_error() -> None:
    with pytest.raises(BusGone):
        SessionBus.connect("unix:path=/no/such/bus")
