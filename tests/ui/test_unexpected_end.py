"""A hard crash leaves a report without a word of a case; a wish to end closes the window properly."""

import signal
from pathlib import Path

import pytest

from models.paths import log_folder
from tests.ui.processes import Program
from ui.crash_log import CrashLog, forget_crash, last_crash


@pytest.fixture
def database(tmp_path: Path) -> Path:
    return tmp_path / "数据" / "联席.db"


def _run(folder: Path, deed: str, database: Path) -> tuple[int, str, list[str]]:
    with Program(folder, deed, "--database", str(database)) as program:
        status, trouble = program.end()
        return status, trouble, program.said


def _notice(folder: Path, database: Path) -> str:
    """Return what the next start has to say."""
    _, _, said = _run(folder, "notice", database)
    return next(line for line in said if line != "open")


@pytest.mark.parametrize(
    ("deed", "status", "words"),
    [
        ("segfault", -signal.SIGSEGV, ["Segmentation fault", 'File "ui/program.py"', "segfault"]),
        ("abort", -signal.SIGABRT, ["Qt: ", "Aborted", 'File "ui/program.py"', "in abort"]),
    ],
)
def test_a_hard_crash_is_told_once_at_the_next_start(
    tmp_path: Path, database: Path, deed: str, status: int, words: list[str]
) -> None:
    assert _run(tmp_path, deed, database)[0] == status

    told = _notice(tmp_path, database)

    assert told.startswith("程序上次意外结束。")
    assert "按过回车的发言都已保存" in told
    assert [word for word in words if word not in told] == []
    assert str(tmp_path) not in told
    assert _notice(tmp_path, database) == "no notice"
    assert sorted(file.name for file in log_folder(database).iterdir()) == ["crash-1.log"]


def test_a_killed_program_is_told_of_too(tmp_path: Path, database: Path) -> None:
    with Program(tmp_path, "stay", "--database", str(database)) as program:
        program.wait_for("open")
        program.process.send_signal(signal.SIGKILL)
        program.process.wait()

    assert _notice(tmp_path, database).startswith("程序上次意外结束。")


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT, signal.SIGHUP])
def test_the_system_can_have_the_window_closed(
    tmp_path: Path, database: Path, number: signal.Signals
) -> None:
    with Program(tmp_path, "stay", "--database", str(database)) as program:
        program.wait_for("open")
        program.process.send_signal(number)
        status, trouble = program.end()

    assert (status, trouble) == (0, "")
    assert _notice(tmp_path, database) == "no notice"
    assert not database.with_name("联席.db-wal").exists()


def test_faults_in_slots_and_threads_end_in_one_dialog_that_closes_the_program(
    tmp_path: Path, database: Path
) -> None:
    status, trouble, said = _run(tmp_path, "fail", database)

    assert status == 0
    assert "told: 录入的内容已经全部保存到磁盘，没有丢失。" in said
    assert "LookupError" in trouble
    assert "郭某峰" not in trouble
    assert _notice(tmp_path, database) == "no notice"


def test_only_the_last_crashes_are_kept(tmp_path: Path) -> None:
    for number in range(6):
        (tmp_path / "crash.log").write_text(f"crash {number}", encoding="utf-8")
        forget_crash(tmp_path)

    kept = {file.name: file.read_text(encoding="utf-8") for file in tmp_path.iterdir()}
    assert kept == {f"crash-{n}.log": f"crash {6 - n}" for n in (1, 2, 3)}


def test_a_report_names_no_folders_of_the_user(tmp_path: Path) -> None:
    text = '  File "/home/王某/lianxi/ui/desk.py", line 5 in f\n  File "C:\\Users\\王某\\ui\\a.py"'
    (tmp_path / "crash.log").write_text(text, encoding="utf-8")

    assert last_crash(tmp_path) == 'File "ui/desk.py", line 5 in f\n  File "ui\\a.py"'


def test_a_folder_that_cannot_be_written_stops_no_start(tmp_path: Path) -> None:
    (tmp_path / "logs").touch()

    log = CrashLog(tmp_path / "logs")
    log.start()
    log.write("report")
    log.close()

    assert last_crash(tmp_path / "logs") is None
