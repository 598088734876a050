"""What is said where papers bear no mark of secrecy, over the preview and on the command line."""

import json
import zipfile
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from models.paths import secrecy_file
from tests.ui.conftest import WindowMaker
from tests.ui.driving import show
from tests.ui.meetings import CONFERENCE, HEARING, sample_file
from ui.command_line import run

CASE_NO = "青检刑诉〔2026〕8号"
CONFIRMED = f"""\
[computer]
by = "保密办 何青"
at = 2026-01-05
basis = "涉密信息设备登记表第3号"

[case."{CASE_NO}"]
level = "秘密"
months = 120
circle = "承办检察官"
basis = "派生自州公安局〔2026〕机字第1号"
responsible = "罗承砚"
entered_by = "管理员"
entered_at = 2026-01-06
"""


def _secret(folder: Path, name: str = CONFERENCE) -> Path:
    """Write a case file whose case is said to be a state secret."""
    document = json.loads(sample_file(name).read_text(encoding="utf-8"))
    secret = {"state_secret": True, "work_secret": False}
    document["case"] = document["case"] | {"case_no": CASE_NO, "secrecy": secret}
    file = folder / "secret.json"
    file.write_text(json.dumps(document), encoding="utf-8")
    return file


def _heads(file: Path) -> str:
    """Return what stands at the heads of a DOCX."""
    with zipfile.ZipFile(file) as parts:
        heads = [name for name in parts.namelist() if "header" in name and name.endswith(".xml")]
        return "\n".join(parts.read(name).decode() for name in heads)


def _exported(
    place: Path, folder: Path, kind: str, capsys: pytest.CaptureFixture[str], name: str = CONFERENCE
) -> tuple[str, str]:
    """Return the head of a paper and what was told while it was exported."""
    assert run(["import", str(_secret(folder, name)), "--database", str(place)]) == 0
    meeting_id = capsys.readouterr().out.split("\t")[0]
    out = ["--kind", kind, "--format", "docx", "--out", str(folder / "out")]
    assert run(["export", meeting_id, *out, "--database", str(place)]) == 0
    told = capsys.readouterr()
    return _heads(Path(told.out.strip())), told.err


def test_over_the_preview(qtbot: QtBot, make_window: WindowMaker, tmp_path: Path) -> None:
    window = make_window()
    show(qtbot, window)
    window.open_files([_secret(tmp_path)])
    qtbot.waitUntil(lambda: window.desk.page.isVisible() and window.desk.page.meeting is not None)

    window.actions_by_id["preview"].trigger()
    qtbot.waitUntil(lambda: window.desk.papers.shows_preview, timeout=30000)
    preview = window.desk.papers._preview
    assert preview is not None
    qtbot.waitUntil(lambda: preview.idle, timeout=60000)

    assert "第三十一条" in preview.notes.words.text()
    window.desk.papers.close_preview()


def test_on_the_command_line_without_a_mark(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")

    head, told = _exported(tmp_path / "x.db", tmp_path, "record", capsys)

    assert "★" not in head
    assert "保守国家秘密法" in told


def test_an_entry_on_a_confirmed_computer_is_printed_and_nothing_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    secrecy_file(tmp_path / "x.db").write_text(CONFIRMED, encoding="utf-8")

    head, told = _exported(tmp_path / "x.db", tmp_path, "record", capsys)

    assert "秘密★10年" in head
    assert "保守国家秘密法" not in told


def test_a_faulty_file_is_told_and_marks_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    faulty = CONFIRMED.replace("months = 120", 'months = "120"')
    secrecy_file(tmp_path / "x.db").write_text(faulty, encoding="utf-8")

    head, told = _exported(tmp_path / "x.db", tmp_path, "record", capsys)

    assert "★" not in head
    assert "secrecy.toml" in told
    assert "保守国家秘密法" in told


def test_a_public_notice_bears_no_mark(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    secrecy_file(tmp_path / "x.db").write_text(CONFIRMED, encoding="utf-8")

    transcript, _ = _exported(tmp_path / "x.db", tmp_path, "transcript", capsys, HEARING)
    (tmp_path / "other").mkdir()
    secrecy_file(tmp_path / "other" / "y.db").write_text(CONFIRMED, encoding="utf-8")
    notice, _ = _exported(
        tmp_path / "other" / "y.db", tmp_path / "other", "public_notice", capsys, HEARING
    )

    assert "秘密★10年" in transcript
    assert "★" not in notice
