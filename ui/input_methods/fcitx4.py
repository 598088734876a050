"""The daemon fcitx 4: one input context on the session bus, its keys and its texts.

Without Qt. Whatever the daemon says waits in order until :meth:`Fcitx4.words` is asked. A
daemon that died, hangs, or comes back is told apart here; no call raises, and none but
:meth:`Fcitx4.takes_key` waits.
"""

import os
import time
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntFlag

from jeepney import HeaderFields, MatchRule, Message, MessageType

from ui.input_methods.session_bus import BusGone, SessionBus, Values, method, replied_serial

_FIRST_PATIENCE_S = 1.0  # the daemon may load its dictionary
_PATIENCE_S = 0.25  # usually answered within a millisecond
_CONTEXT = "org.fcitx.Fcitx.InputContext"
_RETURN = MessageType.method_return


class Capacity(IntFlag):
    """What an input context tells the daemon of itself."""

    PREEDIT = 1 << 1
    FORMATTED_PREEDIT = 1 << 4
    UNFOCUS_COMMIT = 1 << 5
    """We settle the text ourselves when the focus goes; the daemon's would come too late."""


class Look(IntFlag):
    """How a part of the text being composed is meant."""

    NO_UNDERLINE = 1 << 3
    HIGHLIGHT = 1 << 4
    NOT_KEPT = 1 << 5
    """Not to become text when composing ends unfinished."""


_LOOKS = Look.NO_UNDERLINE | Look.HIGHLIGHT | Look.NOT_KEPT  # the rest says where it stems from


@dataclass(frozen=True, slots=True)
class Commit:
    """Text that is done."""

    text: str


@dataclass(frozen=True, slots=True)
class Preedit:
    """The text being composed, in parts, and the caret in it, in characters."""

    parts: tuple[tuple[str, Look], ...] = ()
    caret: int = 0

    @property
    def text(self) -> str:
        """All parts."""
        return "".join(text for text, _look in self.parts)

    @property
    def kept(self) -> str:
        """What becomes text if composing ends unfinished."""
        return "".join(text for text, look in self.parts if not look & Look.NOT_KEPT)


@dataclass(frozen=True, slots=True)
class ForwardedKey:
    """A key the daemon wants to be typed, as X knows it."""

    symbol: int
    state: int
    pressed: bool


@dataclass(frozen=True, slots=True)
class Interrupted:
    """Composing ended without the daemon: it died, or does not answer."""


@dataclass(frozen=True, slots=True)
class Ready:
    """The daemon is there, for the first time or again, and knows nothing of us yet."""


Word = Commit | Preedit | ForwardedKey | Interrupted | Ready
"""Something the daemon says."""


class Fcitx4:
    """The daemon of one display; a newly started one is joined as soon as it is on the bus."""

    def __init__(self, bus: SessionBus, *, name: str, program: str) -> None:
        self._bus = bus
        self._name = name
        self._program = program
        self._words: deque[Word] = deque()
        self._path: str | None = None
        self._creating: int | None = None
        self._unanswered: int | None = None
        self._listens = True
        self._answered_once = False
        self.connected = True
        try:
            self._follow()
        except BusGone:
            self._lose_bus()
        self._create()

    def fileno(self) -> int:
        """Return what becomes readable when the daemon has said something."""
        return self._bus.fileno()

    def close(self) -> None:
        """Give the context back and leave the bus."""
        self._tell("DestroyIC")
        self._path = None
        self.connected = False
        self._bus.close()

    def words(self) -> Iterator[Word]:
        """Give what the daemon has said since, without waiting."""
        self._read_all()
        while self._words:
            yield self._words.popleft()

    def takes_key(self, symbol: int, code: int, state: int, *, pressed: bool, time_ms: int) -> bool:
        """Ask the daemon whether it takes a key.

        While a key is unanswered no other is asked: a daemon that hangs costs one wait. What it
        says to that key when it wakes up is too late to be used.
        """
        self._read_all()
        if self._path is None or self._unanswered is not None:
            return False
        values = (symbol, code, state, int(not pressed), time_ms & 0xFFFFFFFF)
        call = method(
            self._name, self._path, _CONTEXT, "ProcessKeyEvent", signature="uuuiu", values=values
        )
        try:
            self._unanswered = self._bus.send(call)
            taken = self._answer(_PATIENCE_S if self._answered_once else _FIRST_PATIENCE_S)
        except BusGone:
            self._lose_bus()
            return False
        if taken is None:
            self._listens = False
            self._words.append(Interrupted())
        return bool(taken)

    def focus_in(self) -> None:
        """Say that a field for text has the focus."""
        self._tell("FocusIn")

    def focus_out(self) -> None:
        """Say that no field for text has the focus."""
        self._tell("FocusOut")

    def reset(self) -> None:
        """Let the daemon forget what is being composed."""
        self._tell("Reset")

    def place_caret(self, x: int, y: int, width: int, height: int) -> None:
        """Say where the caret is, in pixels of the display, for the list of candidates."""
        self._tell("SetCursorRect", "iiii", (x, y, width, height))

    def _follow(self) -> None:
        """Ask for what the daemon says and for its coming and going."""
        self._bus.watch(MatchRule(type="signal", sender=self._name, interface=_CONTEXT))
        changes = MatchRule(type="signal", sender="org.freedesktop.DBus", member="NameOwnerChanged")
        changes.add_arg_condition(0, self._name)
        self._bus.watch(changes)

    def _create(self) -> None:
        """Ask the daemon for an input context; without a daemon the bus answers by an error."""
        values = (self._program, os.getpid())
        interface = "org.fcitx.Fcitx.InputMethod"
        call = method(
            self._name, "/inputmethod", interface, "CreateICv3", signature="si", values=values
        )
        try:
            self._creating = self._bus.send(call)
        except BusGone:
            self._lose_bus()

    def _tell(self, name: str, signature: str = "", values: Values = ()) -> None:
        if self._path is None:
            return
        call = method(self._name, self._path, _CONTEXT, name, signature=signature, values=values)
        try:
            self._bus.send(call, silent=True)
        except BusGone:
            self._lose_bus()

    def _answer(self, patience_s: float) -> bool | None:
        """Wait for what the daemon says to the key; None if it says nothing in time."""
        deadline = time.monotonic() + patience_s
        while message := self._bus.receive(max(deadline - time.monotonic(), 0.0)):
            if replied_serial(message) == self._unanswered:
                self._unanswered = None
                self._answered_once = True
                return message.header.message_type is _RETURN and bool(message.body[0])
            self._take(message)
        return None

    def _read_all(self) -> None:
        try:
            while self.connected and (message := self._bus.receive()):
                self._take(message)
        except BusGone:
            self._lose_bus()

    def _take(self, message: Message) -> None:
        """Sort a message in that is not the answer being waited for."""
        match message.header.message_type, replied_serial(message):
            case MessageType.signal, _:
                self._hear(message)
            case kind, serial if serial is not None and serial == self._creating:
                self._creating = None
                if kind is _RETURN:
                    self._begin(message.body[0])
            case _, serial if serial is not None and serial == self._unanswered:
                self._unanswered = None
                self._listens = True
                self.reset()  # the key was taken as typed meanwhile

    def _hear(self, signal: Message) -> None:
        fields = signal.header.fields
        member, values = fields[HeaderFields.member], signal.body
        if member == "NameOwnerChanged" and values[0] == self._name:
            self._lose_daemon()
            if values[2]:
                self._create()
        elif fields[HeaderFields.path] == self._path and self._listens:
            word = _word(member, values)
            if word is not None:
                self._words.append(word)

    def _begin(self, number: int) -> None:
        self._path = f"/inputcontext_{number}"
        self._answered_once = False
        capacity = Capacity.PREEDIT | Capacity.FORMATTED_PREEDIT | Capacity.UNFOCUS_COMMIT
        self._tell("SetCapacity", "u", (int(capacity),))
        self._words.append(Ready())

    def _lose_daemon(self) -> None:
        self._unanswered = None
        self._listens = True
        if self._path is not None:
            self._path = None
            self._words.append(Interrupted())

    def _lose_bus(self) -> None:
        self.connected = False
        self._lose_daemon()


def _word(member: str, values: Values) -> Word | None:
    """Return what a signal of the context says, or None if it is none of our concern."""
    match member, values:
        case "CommitString", (str(text),):
            return Commit(text)
        case "UpdateFormattedPreedit", (parts, int(caret_bytes)):
            named = tuple((text, Look(look & _LOOKS)) for text, look in parts)  # type: ignore[attr-defined]
            return Preedit(named, _characters("".join(text for text, _look in named), caret_bytes))
        case "UpdatePreedit", (str(text), int(caret_bytes)):
            return Preedit(((text, Look(0)),), _characters(text, caret_bytes))
        case "ForwardKey", (int(symbol), int(state), int(released)):
            return ForwardedKey(symbol, state, pressed=not released)
    return None


def _characters(text: str, end_byte: int) -> int:
    """Return how many characters lie before a place that is told in bytes; -1 means the end."""
    if end_byte < 0:
        return len(text)
    return len(text.encode()[:end_byte].decode(errors="ignore"))
