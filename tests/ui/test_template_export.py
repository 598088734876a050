"""An office's template from its file to the paper: in the preview, the export, the command line."""

import hashlib
from pathlib import Path

import pytest
from PySide6.QtCore import QThreadPool
from pytestqt.qtbot import QtBot

from models.changeable import changeable_kinds
from models.database import Database
from models.papers import MeetingPapers
from models.paths import template_folder
from tests.conftest import SAMPLES
from tests.exporters.pdf_files import page_texts, seen
from tests.ui.meetings import CONFERENCE, sample
from tests.ui.previews import content_of, preview_in, show_paper
from ui.command_line import run
from ui.i18n import Interface
from ui.pages import exporting
from ui.pages.exporting import ExportWish, template_fault_lines
from ui.theme import Theme

OWN = 'kind = "record"\nsource = "本院核定"\ntitle = "本院联席会议记录"\n'


def _write(database: Path, **files: str) -> Path:
    folder = template_folder(database)
    folder.mkdir(parents=True)
    for name, content in files.items():
        (folder / f"{name}.toml").write_text(content, encoding="utf-8")
    return folder


def test_the_preview_equals_the_export_and_a_faulty_template_is_told(  # fixtures
    theme: Theme, interface: Interface, database: Database, tmp_path: Path, qtbot: QtBot
) -> None:
    meeting = sample(database, CONFERENCE)
    with preview_in(tmp_path, theme, interface, qtbot) as page:
        _write(page._database, own=OWN, bad="kind =")
        show_paper(qtbot, page, meeting, "record")
        wish = ExportWish(("record",), ("pdf",), tmp_path / "out", page.made_at)
        task = exporting.export_task(
            lambda _profiles, **_: exporting.CheckedPapers(MeetingPapers(meeting)),
            wish,
            database=page._database,
        )
        with qtbot.waitSignal(task.succeeded, timeout=30_000) as done:
            task.start(QThreadPool.globalInstance())
        content = content_of(page)

    assert done.args is not None
    (file,), (fault,) = done.args[0].result.files, done.args[0].faults
    assert content == file.read_bytes()
    assert "本院联席会议记录" in seen(page_texts(content)[0])
    assert fault.file.name == "bad.toml"
    assert "使用程序自带的文字" in template_fault_lines([fault])[0]


def test_the_command_line_uses_templates_and_lists_them(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    database = tmp_path / "x.db"
    folder = _write(database, own=OWN, bad="kind =")
    assert run(["import", str(SAMPLES[0]), "--database", str(database)]) == 0
    meeting = capsys.readouterr().out.split("\t")[0]
    wanted = ["--kind", "record", "--format", "pdf", "--out", str(tmp_path / "out")]

    assert run(["export", meeting, *wanted, "--database", str(database)]) == 0
    exported = capsys.readouterr()
    assert run(["templates", "--database", str(database)]) == 0
    listed = capsys.readouterr()

    (file,) = exported.out.splitlines()
    assert "本院联席会议记录" in seen(page_texts(Path(file).read_bytes())[0])
    assert "bad.toml" in exported.err
    digest = hashlib.sha256(OWN.encode()).hexdigest()
    assert listed.out == f"record\t\t{folder / 'own.toml'}\t{digest}\n"
    assert "bad.toml" in listed.err


def test_the_command_line_writes_examples(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["templates", "--write", str(tmp_path / "new")]) == 0
    first = capsys.readouterr().out.splitlines()
    assert run(["templates", "--write", str(tmp_path / "new")]) == 0

    assert {Path(line).stem for line in first} == set(changeable_kinds())
    assert capsys.readouterr().out == ""


def test_a_folder_for_examples_that_cannot_be_made_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").touch()

    assert run(["templates", "--write", str(tmp_path / "file")]) == 1

    assert "file" in capsys.readouterr().err
