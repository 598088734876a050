"""One window for each database: a second start hands its files to the first and ends.

The lock lies beside the database, so that it also keeps out other accounts; the server's name is
made from the database and the user, so that two databases can be open at once. The command line
takes no lock: SQLite lets it work beside the window.

A message is four bytes with the length of what follows, then a list of file names as JSON in UTF-8;
the answer is one byte. What is not such a message is let go of without an answer.
"""

import json
import os
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLockFile, QObject, QSysInfo, QTimer, Signal

from models.disk import foreign_file_system

if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalServer, QLocalSocket

    from models.errors import HeldElsewhere, ProgramSilent

ANSWER_SECONDS = 5.0
"""How long a second start waits for the first, which may itself just be starting."""

MOST_BYTES = 1 << 20
"""The largest message; four thousand long names fit."""

_LENGTH_BYTES = 4
_TAKEN = b"\x06"  # ACK
_STEP_SECONDS = 0.05
_MESSAGE_MS = 2000  # a message that is not whole by then is let go of


class Instance(QObject):
    """The first program on a database: holds the lock and takes files from later starts."""

    files_arrived = Signal(object)  # list of Path; empty if the program was started without files

    def __init__(self, lock: QLockFile | None, place: Path) -> None:
        super().__init__()
        self._lock = lock
        self._place = place
        self._server: QLocalServer | None = None

    @property
    def is_alone(self) -> bool:
        """Whether it holds the lock; without one nothing can be opened or kept anyway."""
        return self._lock is not None

    def listen(self) -> None:
        """Take files from now on; later starts wait until then."""
        if self._lock is None:  # with it, whatever has that name is left over from a killed program
            return
        from PySide6.QtNetwork import QLocalServer  # heavy: after the first paint

        name = server_name(self._place)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._greet)
        QLocalServer.removeServer(name)
        self._server.listen(name)

    def release(self) -> None:
        """Let the next start be the first one."""
        if self._server is not None:
            self._server.close()
        if self._lock is not None:
            self._lock.unlock()

    def _greet(self) -> None:
        while self._server and (socket := self._server.nextPendingConnection()) is not None:
            _Visitor(socket, self)


class _Visitor(QObject):
    """Reads what one later start has to say; deleted with its connection."""

    def __init__(self, socket: "QLocalSocket", instance: Instance) -> None:
        super().__init__(socket)
        self._socket = socket
        self._instance = instance
        socket.setReadBufferSize(MOST_BYTES + _LENGTH_BYTES)
        socket.readyRead.connect(self._read)
        socket.disconnected.connect(socket.deleteLater)
        QTimer.singleShot(_MESSAGE_MS, self, socket.abort)
        self._read()

    def _read(self) -> None:
        said = bytes(self._socket.peek(_LENGTH_BYTES + MOST_BYTES).data())
        length, body = int.from_bytes(said[:_LENGTH_BYTES]), said[_LENGTH_BYTES:]
        if len(said) < _LENGTH_BYTES or len(body) < length <= MOST_BYTES:
            return  # the rest is still to come
        files = _parsed(body) if length == len(body) else None
        if files is None:
            self._socket.abort()
            return
        self._socket.readyRead.disconnect(self._read)
        self._socket.write(_TAKEN)
        self._socket.flush()
        self._socket.disconnectFromServer()
        self._instance.files_arrived.emit(files)


def claim(database: Path, files: Sequence[Path]) -> Instance | None:
    """Become the first program on a database, or hand the files to it and return None.

    Raises ProgramSilent if the first one does not answer, HeldElsewhere if it belongs to another
    account or computer. Where no lock can be made the database itself will say why it cannot be
    opened: then there is neither lock nor server.
    """
    place = database.resolve()
    lock = _make_lock(place)
    if lock is None:
        return Instance(None, place)
    end = time.monotonic() + ANSWER_SECONDS
    while not lock.tryLock(0):
        if lock.error() is not QLockFile.LockError.LockFailedError:
            return Instance(None, place)
        if _hand_over(server_name(place), files, end):
            return None
        # The file may name a process that ended and whose number another one has now. This removes
        # it only if nobody holds it.
        if not lock.removeStaleLockFile() and time.monotonic() > end:
            raise _held(database, lock)
        time.sleep(_STEP_SECONDS)
    return Instance(lock, place)


def server_name(place: Path) -> str:
    """Return the name of the server for a database and this user.

    On Unix it is a path in a folder that only the user may write to, or else in that for temporary
    files; a path of a socket must be short.
    """
    from hashlib import sha256  # heavy: after the first paint

    key = sha256(os.fsencode(os.path.normcase(place))).hexdigest()[:16]
    if sys.platform == "win32":
        return f"lianxi-{os.environ.get('USERNAME', '')}-{key}"
    user = os.getuid()
    private = Path(f"/run/user/{user}")
    folder = private if os.access(private, os.W_OK) else Path(tempfile.gettempdir())
    return str(folder / f"lianxi-{user}-{key}")


def lock_file(place: Path) -> Path:
    """Return the file whose lock says that a program has the database open."""
    return place.with_name(f"{place.name}.lock")


def _make_lock(place: Path) -> QLockFile | None:
    """Return the lock of a database, or None where the database cannot be opened anyway."""
    try:
        if foreign_file_system(place) is not None:
            return None
        place.parent.mkdir(parents=True, exist_ok=True)
    except (OSError, RuntimeError):  # the latter for links in a circle, up to Python 3.12
        return None
    lock = QLockFile(str(lock_file(place)))
    lock.setStaleLockTime(0)  # a program may be open for weeks
    return lock


def _held(database: Path, lock: QLockFile) -> "ProgramSilent | HeldElsewhere":
    """Return who holds the lock, in the form of what is told to the user."""
    from models.errors import HeldElsewhere, ProgramSilent  # many: only when one is raised

    process, host, _program = lock.getLockInfo()
    if host and host != QSysInfo.machineHostName():
        return HeldElsewhere(database, host, process)
    if sys.platform != "win32" and lock_file(database.resolve()).stat().st_uid != os.getuid():
        return HeldElsewhere(database, host, process)
    return ProgramSilent(database, process)


def _hand_over(name: str, files: Sequence[Path], end: float) -> bool:
    """Give the files to the first program; say whether it took them."""
    if not _is_ours(name):
        return False
    from PySide6.QtNetwork import QLocalSocket  # not where it is the first program

    socket = QLocalSocket()
    socket.connectToServer(name)
    if not socket.waitForConnected(_left_ms(end)):
        return False
    said = json.dumps([str(file.absolute()) for file in files]).encode("utf-8")
    socket.write(len(said).to_bytes(_LENGTH_BYTES) + said)
    while socket.bytesToWrite() and socket.waitForBytesWritten(_left_ms(end)):
        pass
    while not socket.bytesAvailable() and socket.waitForReadyRead(_left_ms(end)):
        pass
    return bytes(socket.read(1).data()) == _TAKEN


def _left_ms(end: float) -> int:
    return max(1, round((end - time.monotonic()) * 1000))


def _is_ours(name: str) -> bool:
    """Say whether the server belongs to this user; others may write to the temporary folder."""
    if sys.platform == "win32":
        return True
    try:
        return Path(name).lstat().st_uid == os.getuid()
    except OSError:
        return False


def _parsed(said: bytes) -> list[Path] | None:
    """Return the files that are named in a message, or None if it is not one."""
    try:
        names = json.loads(said.decode("utf-8"))
    except (ValueError, RecursionError):
        return None
    if not isinstance(names, list) or not all(isinstance(name, str) for name in names):
        return None
    files = [Path(name) for name in names]
    sound = all(file.is_absolute() and "\0" not in str(file) for file in files)
    return files if sound else None
