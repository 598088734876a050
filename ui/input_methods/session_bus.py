"""The session bus of the desktop, spoken to without ever waiting longer than the caller allows.

Messages are packed and parsed by jeepney; the socket is ours, because a bus or a daemon that hangs
must hang neither the start of the program nor a key press.
"""

import selectors
import socket
import time
from collections.abc import Iterable, Sequence
from itertools import count
from typing import Self

from jeepney import (
    DBusAddress,
    HeaderFields,
    MatchRule,
    Message,
    MessageFlag,
    MessageType,
    Parser,
    message_bus,
    new_method_call,
)
from jeepney.auth import BEGIN, Authenticator
from jeepney.bus import get_connectable_addresses

Values = Sequence[object]
"""The values a message carries, in the order of its signature."""

_PATIENCE_S = 0.5  # a bus that is well answers within a millisecond
_READ_BYTES = 65536


class BusGone(Exception):
    """There is no bus, or it no longer answers."""


class SessionBus:
    """One connection. Everything but :meth:`connect` and :meth:`call` returns at once."""

    def __init__(self, connected: socket.socket) -> None:
        self._socket = connected
        self._parser = Parser()
        self._serials = count(1)
        self._readable = selectors.DefaultSelector()
        self._readable.register(connected, selectors.EVENT_READ)

    @classmethod
    def connect(cls, address: str) -> Self:
        """Return a connection that may send. Raises BusGone."""
        connected = socket.socket(socket.AF_UNIX)
        connected.settimeout(_PATIENCE_S)
        try:
            connected.connect(next(iter(get_connectable_addresses(address))))
            _authenticate(connected)
        except (OSError, ValueError, RuntimeError) as error:  # or an address of another transport
            connected.close()
            raise BusGone(str(error)) from error
        bus = cls(connected)
        try:
            bus.call(message_bus.Hello())
        except BusGone:
            bus.close()
            raise
        return bus

    def fileno(self) -> int:
        """Return what becomes readable when messages have come."""
        return self._socket.fileno()

    def close(self) -> None:
        """Leave the bus."""
        self._readable.close()
        self._socket.close()

    def names(self) -> Iterable[str]:
        """Return the names of all services on the bus. Raises BusGone."""
        names: Iterable[str] = self.call(message_bus.ListNames())[0]  # type: ignore[assignment]
        return names

    def watch(self, rule: MatchRule) -> None:
        """Ask for the signals that match. Raises BusGone."""
        self.send(message_bus.AddMatch(rule), silent=True)

    def send(self, message: Message, *, silent: bool = False) -> int:
        """Send without waiting; return the serial of the message. Raises BusGone.

        No service is started by it. ``silent`` asks for no answer.
        """
        serial = next(self._serials)
        message.header.flags = MessageFlag.no_auto_start
        if silent:
            message.header.flags |= MessageFlag.no_reply_expected
        try:
            self._socket.sendall(message.serialise(serial=serial))
        except OSError as error:
            raise BusGone(str(error)) from error
        return serial

    def receive(self, patience_s: float = 0.0) -> Message | None:
        """Return the next message, or None if none came in time. Raises BusGone."""
        deadline = time.monotonic() + patience_s
        while (message := self._parser.get_next_message()) is None:
            if not self._readable.select(max(deadline - time.monotonic(), 0.0)):
                return None
            self._read()
        return message

    def call(self, message: Message) -> Values:
        """Wait for the answer, ignoring all else that comes before it. Raises BusGone."""
        serial = self.send(message)
        deadline = time.monotonic() + _PATIENCE_S
        while answer := self.receive(max(deadline - time.monotonic(), 0.0)):
            if replied_serial(answer) == serial:
                if answer.header.message_type is MessageType.error:
                    break
                body: Values = answer.body
                return body
        raise BusGone("no answer")

    def _read(self) -> None:
        try:
            data = self._socket.recv(_READ_BYTES)
        except OSError as error:
            raise BusGone(str(error)) from error
        if not data:
            raise BusGone("closed by the bus")
        self._parser.add_data(data)


def method(
    service: str, path: str, interface: str, name: str, *, signature: str = "", values: Values = ()
) -> Message:
    """Return the call of a method of another program."""
    address = DBusAddress(path, bus_name=service, interface=interface)
    return new_method_call(address, name, signature or None, tuple(values))


def replied_serial(message: Message) -> int | None:
    """Return the serial of the call that a message answers."""
    return message.header.fields.get(HeaderFields.reply_serial)  # type: ignore[no-any-return]


def _authenticate(connected: socket.socket) -> None:
    dialogue = Authenticator(inc_null_byte=True)
    for words in dialogue:
        connected.sendall(words)
        answer = connected.recv(_READ_BYTES)
        if not answer:
            raise ConnectionResetError("closed by the bus")
        dialogue.feed(answer)
    connected.sendall(BEGIN)
