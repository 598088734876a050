"""One window for each database: a second start hands over its files and ends."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLockFile, QSysInfo
from PySide6.QtNetwork import QLocalSocket
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from models.errors import HeldElsewhere, ProgramSilent
from tests.ui import processes
from tests.ui.conftest import WindowMaker
from tests.ui.driving import show
from tests.ui.meetings import HEARING, sample_file
from tests.ui.processes import ROOT, Program
from ui import instance
from ui.instance import MOST_BYTES, Instance, claim, lock_file, server_name

_HEARING = ROOT / "resources/samples/s04-hearing.json"
TITLE = "未成年人拟附条件不起诉不公开听证"


@pytest.fixture
def database(tmp_path: Path) -> Path:
    return tmp_path / "数据" / "联席.db"


@pytest.fixture
def first(database: Path, qapp: QApplication) -> Iterator[Instance]:  # noqa: ARG001  # sockets need it
    made = claim(database, ())
    assert isinstance(made, Instance)
    made.listen()
    yield made
    made.release()


def test_a_second_start_hands_its_files_over_and_ends_without_the_database(
    tmp_path: Path, database: Path
) -> None:
    folder = tmp_path / "案件"
    folder.mkdir()
    file = folder / "听证 一.json"
    file.write_bytes(_HEARING.read_bytes())
    with Program(tmp_path, "stay", "--database", str(database)) as window:
        window.wait_for("open")

        with Program(
            tmp_path, "stay", "--database", str(database), file.name, cwd=folder
        ) as second:
            status, trouble = second.end()

        assert (status, trouble, second.said) == (0, "", ["heavy: False"])
        assert TITLE in window.wait_for("shown")


def test_the_next_start_works_after_the_first_was_killed(tmp_path: Path, database: Path) -> None:
    for _ in range(2):
        with Program(tmp_path, "stay", "--database", str(database)) as window:
            window.wait_for("open")
            window.process.send_signal(signal.SIGKILL)
            window.process.wait()

    with Program(tmp_path, "close", "--database", str(database)) as window:
        window.wait_for("open")
        assert window.end()[0] == 0


def test_two_databases_are_open_at_once(tmp_path: Path) -> None:
    with (
        Program(tmp_path, "stay", "--database", str(tmp_path / "a.db")) as one,
        Program(tmp_path, "stay", "--database", str(tmp_path / "b.db")) as other,
    ):
        one.wait_for("open")
        other.wait_for("open")


def test_a_first_window_that_hangs_is_told_in_words(tmp_path: Path, database: Path) -> None:
    with Program(tmp_path, "freeze", "--database", str(database)) as window:
        window.wait_for("frozen")

        with Program(tmp_path, "press:退出", "--database", str(database)) as second:
            status, trouble = second.end()

        assert status == 1
        assert second.said == ["asked", "heavy: False"]
        assert "没有回应" in trouble
        assert str(window.process.pid) in trouble


def test_the_command_line_works_beside_an_open_window(tmp_path: Path, database: Path) -> None:
    with Program(tmp_path, "stay", "--database", str(database)) as window:
        window.wait_for("open")

        command = ["main.py", "import", "--database", str(database), str(sample_file(HEARING))]
        done = subprocess.run(
            [sys.executable, *command],
            cwd=ROOT,
            env=processes.environment(tmp_path),
            capture_output=True,
            check=False,
        )

        assert done.returncode == 0, done.stderr


@pytest.fixture
def caller(qtbot: QtBot, first: Instance, database: Path) -> QLocalSocket:
    """Give a connection to the first program."""
    return _connected(qtbot, first, database)


def _connected(qtbot: QtBot, first: Instance, database: Path) -> QLocalSocket:
    assert first.is_alone
    made = QLocalSocket(first)
    made.connectToServer(server_name(database.resolve()))
    qtbot.waitUntil(lambda: made.state() is QLocalSocket.LocalSocketState.ConnectedState)
    return made


def _message(names: object) -> bytes:
    said = json.dumps(names).encode()
    return len(said).to_bytes(4) + said


def test_names_that_are_chinese_rare_or_not_unicode_arrive(
    qtbot: QtBot, first: Instance, caller: QLocalSocket
) -> None:
    names = ["/案件/会议 𬭎.json", os.fsdecode(b"/x/\xff.json")]

    with qtbot.waitSignal(first.files_arrived) as arrived:
        caller.write(_message(names))

    assert arrived.args == [[Path(name) for name in names]]
    qtbot.waitUntil(lambda: bytes(caller.readAll().data()) == b"\x06")


def test_a_message_in_pieces_is_taken_once_it_is_whole(
    qtbot: QtBot, first: Instance, caller: QLocalSocket
) -> None:
    said = _message(["/a.json"])
    with qtbot.assertNotEmitted(first.files_arrived, wait=20):
        caller.write(said[:7])

    with qtbot.waitSignal(first.files_arrived):
        caller.write(said[7:])


@pytest.mark.parametrize(
    "said",
    [
        b"\xff\xff\xff\xff" + b"x" * 10,
        (MOST_BYTES + 1).to_bytes(4),
        (3).to_bytes(4) + b"[]]]]]",
        (4).to_bytes(4) + b"\xff\xfe[]",
        (3).to_bytes(4) + b"{x}",
        _message({"files": []}),
        _message(["/a.json", 7]),
        _message(["relative.json"]),
        _message(["/a\0.json"]),
        (100_000).to_bytes(4) + b"[" * 100_000,
    ],
)
def test_what_is_no_message_is_ignored(
    qtbot: QtBot, first: Instance, caller: QLocalSocket, said: bytes
) -> None:
    with qtbot.assertNotEmitted(first.files_arrived):
        caller.write(said)
        qtbot.waitUntil(lambda: caller.state() is QLocalSocket.LocalSocketState.UnconnectedState)

    assert not caller.bytesAvailable()


def test_a_message_that_never_ends_is_let_go_of(
    qtbot: QtBot, first: Instance, database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(instance, "_MESSAGE_MS", 50)
    caller = _connected(qtbot, first, database)

    with qtbot.assertNotEmitted(first.files_arrived):
        caller.write(_message(["/a.json"])[:6])
        qtbot.waitUntil(lambda: caller.state() is QLocalSocket.LocalSocketState.UnconnectedState)


def test_only_the_user_may_speak_to_the_server(first: Instance, database: Path) -> None:
    mode = Path(server_name(database.resolve())).stat().st_mode

    assert first.is_alone
    assert mode & 0o077 == 0


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(instance, "ANSWER_SECONDS", 0.1)


def _held_by(database: Path, process: int, host: str) -> QLockFile:
    """Return a lock that is held, with a file that names another holder."""
    database.parent.mkdir(parents=True, exist_ok=True)
    lock = QLockFile(str(lock_file(database)))
    assert lock.tryLock(0)
    lock_file(database).write_text(f"{process}\npython3\n{host}\n")
    return lock


@pytest.mark.usefixtures("impatient")
def test_a_program_on_another_computer_is_named(database: Path) -> None:
    lock = _held_by(database, 4711, "zhang-pc")

    with pytest.raises(HeldElsewhere) as told:
        claim(database, ())

    assert (told.value.host, told.value.process) == ("zhang-pc", 4711)
    lock.unlock()


@pytest.mark.skipif(sys.platform == "win32", reason="files have no owner by number there")
@pytest.mark.usefixtures("impatient")
def test_a_program_of_another_account_is_named(
    database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lock = _held_by(database, os.getpid(), QSysInfo.machineHostName())
    monkeypatch.setattr(os, "getuid", lambda: 4711)

    with pytest.raises(HeldElsewhere):
        claim(database, ())

    lock.unlock()


@pytest.mark.usefixtures("impatient", "qapp")
def test_a_program_that_does_not_answer_is_named(database: Path) -> None:
    lock = _held_by(database, os.getpid(), QSysInfo.machineHostName())

    with pytest.raises(ProgramSilent) as told:
        claim(database, ())

    assert told.value.process == os.getpid()
    lock.unlock()


@pytest.mark.usefixtures("qapp")
def test_a_lock_that_came_with_copied_files_holds_nobody_up(database: Path) -> None:
    database.parent.mkdir(parents=True)
    lock_file(database).write_text("4711\npython3\nzhang-pc\n")

    made = claim(database, ())

    assert made is not None
    assert made.is_alone
    made.release()


@pytest.mark.usefixtures("qapp")
def test_where_no_lock_can_be_made_the_window_says_what_is_wrong(tmp_path: Path) -> None:
    (tmp_path / "file").touch()

    made = claim(tmp_path / "file" / "x.db", ())

    assert made is not None
    assert not made.is_alone
    made.release()


@pytest.mark.usefixtures("qapp")
def test_another_name_of_the_same_database_is_the_same(database: Path, tmp_path: Path) -> None:
    database.parent.mkdir()
    (tmp_path / "link").symlink_to(database.parent)

    names = {server_name(place.resolve()) for place in (database, tmp_path / "link" / "联席.db")}

    assert len(names) == 1


@pytest.mark.qt_log_ignore("does not support raise", extend=True)
def test_the_window_comes_forward_with_the_files(qtbot: QtBot, make_window: WindowMaker) -> None:
    window = make_window()
    show(qtbot, window)
    window.showMinimized()

    window.take_files([sample_file(HEARING)])

    qtbot.waitUntil(lambda: window.desk.page.isVisible() and window.desk.page.meeting is not None)
    assert not window.isMinimized()
