"""The program from the command line, as scripts and archives use it."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

import main
from models.attachment_files import content_of
from models.database import open_database
from models.operations.attachments import attach
from models.operations.case_files import import_documents
from tests.conftest import SAMPLES
from tests.models.case_files import small
from ui.command_line import run

ROOT = Path(__file__).parent.parent
CONFERENCE, HEARING = SAMPLES[0], SAMPLES[2]


def _program(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run the program as a user does, without a display."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if name not in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM", "LC_ALL", "LANG")
    }
    return subprocess.run(
        [sys.executable, "main.py", *arguments],
        cwd=ROOT,
        env=kept | environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=600,
        check=False,
    )


@pytest.fixture
def place(tmp_path: Path) -> str:
    """Give the path of a database that does not exist yet."""
    return str(tmp_path / "d" / "x.db")


def _imported(place: str, capsys: pytest.CaptureFixture[str], *files: Path) -> list[str]:
    assert run(["import", *map(str, files), "--database", place]) == 0
    return [line.split("\t")[0] for line in capsys.readouterr().out.splitlines()]


def test_import_tells_id_and_number_of_each(place: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["import", *map(str, SAMPLES), "--database", place]) == 0

    lines = capsys.readouterr().out.splitlines()
    assert [line.split("\t")[1] for line in lines] == [
        json.loads(sample.read_text(encoding="utf-8"))["number"] for sample in SAMPLES
    ]


def test_a_second_import_is_refused_and_a_copy_is_not(
    place: str, capsys: pytest.CaptureFixture[str]
) -> None:
    _imported(place, capsys, CONFERENCE)

    assert run(["import", str(CONFERENCE), "--database", place]) == 1
    refused = capsys.readouterr()
    assert run(["import", "--copy", str(CONFERENCE), "--database", place]) == 0

    assert refused.out == ""
    assert "河澜检联〔2025〕7号" in refused.err


def test_a_faulty_profile_is_told_and_holds_nothing_up(
    place: str, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = Path(place).parent / "profiles"
    folder.mkdir(parents=True)
    (folder / "own.toml").write_text('id = "own"\nkind = 1\n', encoding="utf-8")

    assert run(["import", str(CONFERENCE), "--database", place]) == 0

    told = capsys.readouterr().err
    assert "own.toml" in told
    assert "（第2行第1列）" in told


def test_a_broken_file_is_refused_and_no_database_made(
    place: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    broken = tmp_path / "broken.json"
    broken.write_text('{"format": ', encoding="utf-8")

    assert run(["import", str(CONFERENCE), str(broken), "--database", place]) == 1

    assert "broken.json" in capsys.readouterr().err
    assert not Path(place).exists()


def test_list_and_show_give_json(place: str, capsys: pytest.CaptureFixture[str]) -> None:
    meeting_id, _ = _imported(place, capsys, CONFERENCE, HEARING)

    run(["list", "--json", "--database", place])
    rows = json.loads(capsys.readouterr().out)
    run(["show", meeting_id, "--json", "--database", place])
    document = json.loads(capsys.readouterr().out)

    assert {"id", "number", "title", "kind", "state"} <= set(rows[0])
    assert [row["kind"] for row in rows] == ["hearing", "joint_conference"]
    assert document == json.loads(CONFERENCE.read_text(encoding="utf-8"))


def test_without_a_database_the_list_is_empty_and_none_is_made(
    place: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["list", "--json", "--database", place]) == 0
    assert json.loads(capsys.readouterr().out) == []
    assert run(["show", "x", "--database", place]) == 1
    assert not Path(place).exists()


def test_export_writes_the_papers_due(
    place: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    ids = _imported(place, capsys, CONFERENCE, HEARING)
    out = tmp_path / "文书"

    for meeting_id in ids:
        assert run(["export", meeting_id, "--out", str(out), "--database", place]) == 0

    files = [Path(line) for line in capsys.readouterr().out.splitlines()]
    assert [file.suffix for file in files] == [".docx", ".pdf"] * (len(files) // 2)
    for paper in ("提请审批表", "会议记录", "参考情况说明", "听证笔录"):
        assert sum(paper in file.name for file in files) == 2
    assert all(file.stat().st_size > 5_000 for file in files)
    assert sorted(out.iterdir()) == sorted(files)


def test_a_second_export_is_a_second_version(
    place: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (meeting_id,) = _imported(place, capsys, CONFERENCE)
    export = [
        "export",
        meeting_id,
        "--kind",
        "record",
        "--format",
        "docx",
        "--out",
        str(tmp_path / "o"),
    ]

    for _ in range(2):
        run([*export, "--database", place])

    names = [Path(line).stem[-3:] for line in capsys.readouterr().out.splitlines()]
    assert names == ["_v1", "_v2"]


def test_a_paper_of_the_other_kind_is_refused(
    place: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (meeting_id,) = _imported(place, capsys, HEARING)
    out = tmp_path / "o"

    status = run(["export", meeting_id, "--kind", "record", "--out", str(out), "--database", place])

    assert status == 1
    assert not out.exists()


@pytest.mark.parametrize(
    "arguments",
    [
        ["import"],
        ["export", "x"],
        ["export", "x", "--out", "o", "--format", "odt"],
        ["export", "x", "--out", "o", "--format", ""],
        ["export", "x", "--out", "o", "--kind", "resolution"],
        ["list", "--yaml"],
        ["vote"],
        ["archive", "x"],
        ["verify"],
    ],
)
def test_wrong_usage_is_two(arguments: list[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        run(arguments)

    assert stopped.value.code == 2


def test_the_database_may_be_named_before_the_command(
    place: str, capsys: pytest.CaptureFixture[str]
) -> None:
    for named in (["--database", place], [f"--database={place}"]):
        assert main.main([*named, "list", "--json"]) == 0
        assert json.loads(capsys.readouterr().out) == []


def test_commands_work_while_another_program_holds_the_database_open(place: str) -> None:
    held = open_database(Path(place))
    with held.read() as reading:
        reading.connection()
        assert _program("import", str(CONFERENCE), "--database", place).returncode == 0
        listed = _program("list", "--database", place)
    with held.write() as session:
        import_documents(session, [("x", small())])
    held.close()

    assert len(listed.stdout.splitlines()) == 1


def test_the_demo_makes_the_papers_in_both_formats_without_a_display(tmp_path: Path) -> None:
    made = _program("demo", "--out", str(tmp_path / "demo"))

    assert made.returncode == 0, made.stderr
    files = [Path(line) for line in made.stdout.splitlines()]
    assert [file.suffix for file in files] == [".docx", ".pdf"] * (len(files) // 2)
    assert sum("会议记录" in file.name for file in files) == 2


def test_a_reader_that_has_seen_enough_is_no_error(place: str) -> None:
    command = f"{sys.executable} main.py import {CONFERENCE} --database {place} | true"
    done = subprocess.run(
        ["bash", "-o", "pipefail", "-c", command], cwd=ROOT, capture_output=True, check=False
    )

    assert (done.returncode, done.stderr) == (0, b"")
    assert len(_program("list", "--database", place).stdout.splitlines()) == 1


def test_a_hostile_file_neither_crashes_nor_commands_the_terminal(
    place: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for content in (
        '{"\\ud800": 1, "\\ud800": 2}',
        json.dumps(small() | {"scope": "\x1b[31m\u202e"}),
    ):
        (tmp_path / "x.json").write_text(content, encoding="utf-8")
        assert run(["import", str(tmp_path / "x.json"), "--database", place]) == 1

    told = capsys.readouterr().err
    assert "〔U+D800〕" in told
    assert "〔U+001B〕[31m〔U+202E〕" in told
    assert "\x1b" not in told


def test_file_names_that_are_not_utf8_are_told(place: str, tmp_path: Path) -> None:
    name = os.fsdecode(os.fsencode(tmp_path) + b"/\xff.json")

    told = _program("import", name, "--database", place)

    assert told.returncode == 1
    assert "Traceback" not in told.stderr


def test_a_number_of_several_lines_stands_on_one(
    place: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "x.json"
    file.write_text(json.dumps(small() | {"number": "一\n二\t三"}), encoding="utf-8")

    run(["import", str(file), "--database", place])
    run(["list", "--database", place])

    lines = capsys.readouterr().out.splitlines()
    assert [line.split("\t")[1] for line in lines] == ["一 二 三"] * 2


def test_help_explains_and_qt_is_not_touched() -> None:
    told = _program("--help", LANG="en_US.UTF-8")

    assert told.returncode == 0
    assert "export" in told.stdout
    code = "import sys, ui.command_line; print([m for m in sys.modules if 'PySide6' in m])"
    loaded = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert loaded.stdout.strip() == "[]"


def test_without_a_display_the_window_says_what_works() -> None:
    told = _program()

    assert told.returncode == 1
    assert "--help" in told.stderr
    assert told.stdout == ""


def _archived(place: str, out: Path, capsys: pytest.CaptureFixture[str], *more: str) -> Path:
    """Archive the bundled conference, which lacks a signature; return the dossier."""
    (meeting,) = _imported(place, capsys, CONFERENCE)
    given = ["archive", meeting, "--database", place, "--out", str(out), "--incomplete", *more]
    assert run(given) == 0
    path, digest = capsys.readouterr().out.split()
    assert len(digest) == 64
    return Path(path)


def test_an_incomplete_dossier_is_refused_with_what_is_missing(
    place: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (meeting,) = _imported(place, capsys, _with_title(tmp_path, "某会", state="J6", archive=None))

    assert run(["archive", meeting, "--database", place, "--out", str(tmp_path / "o")]) == 1

    told = capsys.readouterr()
    assert told.out == ""
    for gap in ("会议记录尚未签名", "未填写归档号", "未填写保管期限"):
        assert gap in told.err
    assert not (tmp_path / "o").exists()


def test_blocked_wording_stops_the_dossier_too(
    place: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (meeting,) = _imported(place, capsys, _with_title(tmp_path, "某案会议决议", state="J5"))
    out = str(tmp_path / "o")

    assert run(["archive", meeting, "--database", place, "--out", out, "--incomplete"]) == 1

    assert "会议决议" in capsys.readouterr().err


@pytest.mark.parametrize("more", [[], ["--zip"], ["--sm3", "--duplicate"]])
def test_a_dossier_is_made_checked_and_found_out(
    more: list[str], place: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    dossier = _archived(place, tmp_path / "o", capsys, *more)
    Path(place).unlink()

    assert main.main(["verify", str(dossier)]) == 0
    assert capsys.readouterr().out == ""
    if dossier.is_dir():
        paper = next(dossier.glob("*.pdf"))
        paper.write_bytes(b"x")
        (dossier / "new\x1b[31m.txt").write_bytes(b"x")
        assert main.main(["verify", str(dossier)]) == 1
        told = capsys.readouterr().out
        assert f"{paper.name}\t被改动\n" in told
        assert "new〔U+001B〕[31m.txt\t多出" in told
        assert main.main(["verify", str(paper)]) == 1


def test_attachments_come_from_the_database(
    place: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (meeting,) = _imported(place, capsys, _with_title(tmp_path, "某会", state="J6"))
    photo = b"\x89PNG\r\n\x1a\nrest"
    database = open_database(Path(place))
    with database.write() as session:
        attach(session, meeting, [content_of("现场.png", photo)], at="2026-01-02T09:00")
    database.close()

    out = tmp_path / "o"
    assert run(["archive", meeting, "--database", place, "--out", str(out), "--incomplete"]) == 0

    (filed,) = out.glob("*/*附件1_*.png")
    assert filed.read_bytes() == photo


def test_verify_needs_no_database_and_loads_no_library_for_one(tmp_path: Path) -> None:
    stored = ROOT / "tests/exporters/dossiers/version-1.zip"

    told = _program("--database", str(tmp_path / "none.db"), "verify", str(stored))

    assert (told.returncode, told.stdout) == (0, "")
    assert "完好" in told.stderr
    assert not (tmp_path / "none.db").exists()
    code = "import sys, main; main.main(sys.argv[1:]); print('sqlalchemy' in sys.modules)"
    loaded = subprocess.run(
        [sys.executable, "-c", code, "verify", str(stored)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    assert loaded.stdout == "False\n"


def test_verify_says_what_it_cannot_check(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.7")

    assert main.main(["verify", str(tmp_path / "a.pdf")]) == 1
    assert "只能放在所属的归档卷中检查" in capsys.readouterr().out
    assert main.main(["verify", str(tmp_path)]) == 1
    assert main.main(["verify", str(tmp_path / "none")]) == 1
    assert capsys.readouterr().out == ""


def _with_title(tmp_path: Path, title: str, **changes: object) -> Path:
    document = json.loads(CONFERENCE.read_text(encoding="utf-8"))
    file = tmp_path / "changed.json"
    file.write_text(
        json.dumps(document | {"title": title} | changes, ensure_ascii=False), encoding="utf-8"
    )
    return file


@pytest.mark.parametrize(
    ("language", "words"),
    [("zh_CN.UTF-8", "会议名称：“会议决议”"), ("en_US.UTF-8", "Title: “会议决议”")],
)
def test_blocked_wording_stops_the_export_with_a_list_of_what_and_where(  # noqa: PLR0917  # fixtures
    place: str,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    language: str,
    words: str,
) -> None:
    (meeting,) = _imported(place, capsys, _with_title(tmp_path, "某案会议决议", state="J5"))
    monkeypatch.setenv("LC_ALL", language)
    out = tmp_path / "out"

    assert run(["export", meeting, "--database", place, "--out", str(out)]) == 1

    told = capsys.readouterr()
    assert words in told.err
    assert told.out == ""
    assert not out.exists()


def test_a_signed_meeting_taken_in_is_exported_and_its_wording_told(
    place: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (meeting,) = _imported(place, capsys, _with_title(tmp_path, "某案会议决议", state="J8"))

    status = run(
        ["export", meeting, "--database", place, "--out", str(tmp_path / "o"), "--format", "docx"]
    )

    told = capsys.readouterr()
    assert status == 0
    assert "“会议决议”已经锁定，不再改写" in told.err
    assert all(Path(file).exists() for file in told.out.splitlines())


def test_wording_to_be_confirmed_is_told_and_stops_nothing(
    place: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = _with_title(tmp_path, "某案会议", state="J5", follow_up="建议采纳第二种意见")
    (meeting,) = _imported(place, capsys, file)

    status = run(
        ["export", meeting, "--database", place, "--out", str(tmp_path / "o"), "--format", "docx"]
    )

    assert status == 0
    assert "请确认后续去向：“建议采纳第二种意见”" in capsys.readouterr().err
