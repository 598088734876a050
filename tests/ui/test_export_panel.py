"""The export: asked for, watched, cancelled, refused, done."""

import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import docx
import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QAbstractButton, QLineEdit
from pytestqt.qtbot import QtBot

from exporters.progress import CancelToken, Progress
from exporters.registry import FORMATS
from models.database import Database
from models.errors import FolderUnwritable
from models.office_secrecy import OfficeSecrecy
from models.papers import MeetingPapers
from models.snapshot import MeetingSnapshot
from tests.ui.driving import answer_file_dialogs
from tests.ui.meetings import CONFERENCE, HEARING, sample
from ui.i18n import Interface
from ui.messages import error_parts
from ui.pages import export_panel, exporting
from ui.pages.export_panel import ExportPanel
from ui.settings import SettingsStore
from ui.tasks import Task
from ui.theme import Theme


@pytest.fixture
def panel(
    theme: Theme, settings: SettingsStore, tmp_path: Path, qtbot: QtBot
) -> Iterator[ExportPanel]:
    settings.change(export_folder=str(tmp_path / "导出"))
    made = ExportPanel(theme, settings, database=tmp_path / "data" / "lianxi.db")
    qtbot.addWidget(made)
    yield made
    qtbot.waitUntil(lambda: made.idle)


def _ask(panel: ExportPanel, meeting: MeetingSnapshot, qtbot: QtBot, *, kind: str = "") -> None:
    """Open the panel, and wait until it knows the papers there are."""
    panel.ask(meeting, kind=kind)
    qtbot.waitUntil(lambda: panel._offer is None, timeout=30000)


def _button(panel: ExportPanel, text: str) -> QAbstractButton:
    return next(
        b for b in panel.findChildren(QAbstractButton) if b.text() == text and b.isVisible()
    )


def test_the_formats_offered_are_those_that_can_be_written() -> None:
    assert {name: f.suffix[1:].upper() for name, f in FORMATS.items()} == exporting.FORMATS


@pytest.mark.parametrize(
    ("name", "kind", "paper"),
    [(CONFERENCE, "record", "会议记录"), (HEARING, "transcript", "听证笔录")],
)
def test_papers_are_written_where_asked_and_can_be_opened(  # noqa: PLR0917  # fixtures
    panel: ExportPanel,
    database: Database,
    tmp_path: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    name: str,
    kind: str,
    paper: str,
) -> None:
    opened: list[QUrl] = []

    def open_url(url: QUrl) -> bool:
        opened.append(url)
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", open_url)
    _ask(panel, sample(database, name), qtbot, kind=kind)

    _button(panel, "导出").click()
    qtbot.waitUntil(lambda: panel.idle, timeout=30000)

    files = sorted((tmp_path / "导出").iterdir())
    assert sorted(file.suffix for file in files if paper in file.name) == [".docx", ".pdf"]
    _button(panel, "打开").click()
    _button(panel, "在文件夹中显示").click()
    assert [Path(url.toLocalFile()) for url in opened] == [
        panel._saved._files[0],
        tmp_path / "导出",
    ]


def test_the_choice_is_remembered(
    panel: ExportPanel, database: Database, settings: SettingsStore, tmp_path: Path, qtbot: QtBot
) -> None:
    _ask(panel, sample(database, CONFERENCE), qtbot, kind="record")
    _button(panel, "PDF").click()
    panel.findChildren(QLineEdit)[0].setText(str(tmp_path / "别处"))

    _button(panel, "导出").click()
    qtbot.waitUntil(lambda: panel.idle, timeout=30000)

    assert settings.value.export_formats == "docx"
    assert settings.value.export_folder == str(tmp_path / "别处")
    assert {file.suffix for file in (tmp_path / "别处").iterdir()} == {".docx"}


def _papers(panel: ExportPanel) -> tuple[bool, tuple[str, ...]]:
    """Say whether all papers of the file are chosen, and which for the room are."""
    due = panel._papers.due
    return len(due.chosen) == len(due.boxes), panel._papers.working.chosen


def test_before_anything_is_recorded_the_run_sheet_is_chosen_too(
    panel: ExportPanel, database: Database, qtbot: QtBot
) -> None:
    held = sample(database, CONFERENCE)
    planned = replace(held, lines=(), state="J3")

    _ask(panel, planned, qtbot)
    before = _papers(panel)
    signed = replace(planned, state="J7")  # signed without a line: nothing is prepared any more
    _ask(panel, signed, qtbot)
    after = _papers(panel)
    _ask(panel, held, qtbot)

    assert (before, after, _papers(panel)) == ((True, ("run_sheet",)), (True, ()), (True, ()))


def test_all_papers_are_chosen_and_given_up_at_once(
    panel: ExportPanel, database: Database, qtbot: QtBot
) -> None:
    _ask(panel, sample(database, CONFERENCE), qtbot)
    group = panel._papers.working

    group.all_button.click()
    full = len(group.chosen) == len(group.boxes), group.all_button.text()
    group.all_button.click()

    assert full == (True, "全不选")
    assert (group.chosen, group.all_button.text()) == ((), "全选")


def test_enter_at_once_exports_as_soon_as_it_is_known_which_papers_there_are(
    panel: ExportPanel, database: Database, tmp_path: Path, qtbot: QtBot
) -> None:
    panel.show()
    panel.ask(sample(database, CONFERENCE))
    focused = panel.focusWidget()
    assert isinstance(focused, QAbstractButton)

    focused.click()  # what Enter does there
    written_early = not panel.idle
    qtbot.waitUntil(lambda: panel._known and panel.idle, timeout=60000)
    assert any((tmp_path / "导出").glob("*_v1.pdf"))

    assert (focused.text(), written_early, panel.isVisible()) == ("导出", False, True)


def test_closing_before_the_papers_are_known_exports_nothing(
    panel: ExportPanel, database: Database, tmp_path: Path, qtbot: QtBot
) -> None:
    panel.ask(sample(database, CONFERENCE))
    panel.start()
    panel.close_panel()

    qtbot.waitUntil(lambda: panel._offer is None, timeout=30000)

    assert panel.idle
    assert not (tmp_path / "导出").exists()


def test_where_the_papers_could_not_be_found_starting_asks_again(
    panel: ExportPanel, database: Database, tmp_path: Path, qtbot: QtBot
) -> None:
    meeting, refused = sample(database, CONFERENCE), list[object]()
    panel.refused.connect(refused.append)
    faults = [FolderUnwritable(tmp_path, "EIO")]

    def fetch(_profiles: object, **_: object) -> exporting.CheckedPapers:
        if faults:
            raise faults.pop()
        return exporting.CheckedPapers(MeetingPapers(meeting))

    panel.ask(meeting, fetch)
    panel.start()
    qtbot.waitUntil(lambda: panel._offer is None, timeout=30000)
    assert (len(refused), panel.idle) == (1, True)
    panel.start()
    qtbot.waitUntil(lambda: panel._known and panel.idle, timeout=60000)
    assert any((tmp_path / "导出").glob("*_v1.pdf"))


def test_from_its_preview_the_run_sheet_alone_is_exported(
    panel: ExportPanel, database: Database, tmp_path: Path, qtbot: QtBot
) -> None:
    _ask(panel, sample(database, HEARING), qtbot, kind="hearing_run_sheet")
    chosen = panel._papers.chosen

    _button(panel, "导出").click()
    qtbot.waitUntil(lambda: panel.idle, timeout=30000)

    files = sorted((tmp_path / "导出").iterdir())
    assert chosen == ("hearing_run_sheet",)
    assert [file.suffix for file in files] == [".docx", ".pdf"]
    assert all("主持人流程单" in file.name for file in files)
    assert panel._title.text().startswith("已导出主持人流程单")


def test_a_paper_for_the_room_is_exported_from_its_preview_alone(
    panel: ExportPanel, database: Database, tmp_path: Path, qtbot: QtBot
) -> None:
    _ask(panel, sample(database, CONFERENCE), qtbot, kind="seating")
    chosen = panel._papers.chosen

    _button(panel, "导出").click()
    qtbot.waitUntil(lambda: panel.idle, timeout=30000)

    assert chosen == ("seating",)
    assert {file.name.split("_")[1] for file in (tmp_path / "导出").iterdir()} == {"座次表"}
    assert panel._title.text().startswith("已导出座次表")


def test_both_are_exported_where_both_are_chosen(
    panel: ExportPanel, database: Database, tmp_path: Path, qtbot: QtBot
) -> None:
    _ask(panel, sample(database, CONFERENCE), qtbot, kind="record")
    _button(panel, "主持人流程单").click()

    _button(panel, "导出").click()
    qtbot.waitUntil(lambda: panel.idle, timeout=30000)

    names = [file.name for file in (tmp_path / "导出").iterdir()]
    assert sorted("流程单" in name for name in names) == [False, False, True, True]


def test_without_a_paper_nothing_can_be_exported(
    panel: ExportPanel, database: Database, qtbot: QtBot
) -> None:
    _ask(panel, sample(database, CONFERENCE), qtbot, kind="record")

    _button(panel, "会议记录").click()

    assert not _button(panel, "导出").isEnabled()
    assert _button(panel, "导出").toolTip() == "请至少选择一种文书"


def test_without_a_format_nothing_can_be_exported(
    panel: ExportPanel, database: Database, qtbot: QtBot
) -> None:
    _ask(panel, sample(database, CONFERENCE), qtbot)

    for name in ("DOCX", "PDF"):
        _button(panel, name).click()

    assert not _button(panel, "导出").isEnabled()


def test_papers_that_the_rules_allow_are_offered_and_not_chosen(
    panel: ExportPanel, database: Database, tmp_path: Path, qtbot: QtBot
) -> None:
    profiles = tmp_path / "data" / "profiles"
    profiles.mkdir(parents=True)
    (profiles / "own.toml").write_text(_BY_PERSON, encoding="utf-8")
    (profiles / "none.toml").write_text(
        _BY_PERSON.replace("own", "bare").replace("by_person", "none"), encoding="utf-8"
    )
    _ask(panel, replace(sample(database, CONFERENCE), profile="own"), qtbot)
    group = panel._papers.allowed
    offered = [box.text() for box in group.boxes], group.chosen

    _ask(panel, replace(sample(database, CONFERENCE), profile="bare"), qtbot)

    assert offered == (["参考意见汇编"], ())
    assert group.boxes == ()
    assert not group.isVisible()


_BY_PERSON = """\
id = "own"
name = "本院规则"
kind = "joint_conference"
source = "本院检察官联席会议规则"
signers = ["出席"]
summary = "by_person"
"""


def test_earlier_files_that_were_edited_are_named(
    panel: ExportPanel, database: Database, tmp_path: Path, qtbot: QtBot
) -> None:
    meeting = sample(database, CONFERENCE)
    _ask(panel, meeting, qtbot, kind="record")
    _button(panel, "导出").click()
    qtbot.waitUntil(lambda: panel.idle, timeout=30000)
    (first,) = (tmp_path / "导出").glob("*.docx")
    _edit(first)
    panel.close_panel()

    _ask(panel, meeting, qtbot, kind="record")
    _button(panel, "导出").click()
    qtbot.waitUntil(lambda: panel.idle, timeout=30000)

    assert f"“{first.name}”" in panel._saved.notes.text()


def _edit(file: Path) -> None:
    """Change a word of a DOCX by hand."""
    paper = docx.Document(str(file))
    paper.paragraphs[0].add_run("（改）")
    paper.save(str(file))


def test_a_state_secret_without_a_mark_is_told_before_and_after(
    panel: ExportPanel, database: Database, qtbot: QtBot
) -> None:
    held = sample(database, CONFERENCE)
    case = replace(held.cases[0], state_secret=True)
    meeting = replace(held, cases=(case, *held.cases[1:]))
    findings = OfficeSecrecy().marking(meeting.cases).findings
    papers = MeetingPapers(meeting, secrecy_findings=findings)
    panel.ask(meeting, lambda _profiles, **_: exporting.CheckedPapers(papers), kind="record")
    qtbot.waitUntil(lambda: panel._offer is None, timeout=30000)
    before = panel._secrecy.text()

    _button(panel, "导出").click()
    qtbot.waitUntil(lambda: panel.idle, timeout=30000)

    assert "第三十一条" in before
    assert "第三十一条" in panel._saved.notes.text()


def test_a_folder_is_chosen_in_a_dialog(
    panel: ExportPanel, database: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    panel.ask(sample(database, CONFERENCE))
    answer_file_dialogs(monkeypatch, tmp_path)

    _button(panel, "选择文件夹…").click()

    assert panel.findChildren(QLineEdit)[0].text() == str(tmp_path)


def test_a_running_export_shows_its_progress_and_can_be_cancelled(
    panel: ExportPanel, database: Database, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    stopped = threading.Event()

    def work(progress: Progress, cancel: CancelToken) -> object:
        try:
            while True:
                progress(64, 100)
                cancel.check()
        finally:
            stopped.set()

    monkeypatch.setattr(export_panel, "export_task", lambda *_, **__: Task(work))
    _ask(panel, sample(database, CONFERENCE), qtbot)
    _button(panel, "导出").click()

    qtbot.waitUntil(lambda: panel._running.bar.value() == 64)
    assert panel._running.state.text() == "已完成 64%"
    _button(panel, "取消").click()

    qtbot.waitUntil(lambda: panel.idle)
    assert stopped.is_set()
    assert _button(panel, "导出").isEnabled()


def test_a_refusal_is_handed_on_and_the_choice_stands_again(
    panel: ExportPanel, database: Database, tmp_path: Path, qtbot: QtBot
) -> None:
    blocked = tmp_path / "文件"
    blocked.write_text("", encoding="utf-8")
    _ask(panel, sample(database, CONFERENCE), qtbot)
    panel.findChildren(QLineEdit)[0].setText(str(blocked / "里面"))

    with qtbot.waitSignal(panel.refused, timeout=30000) as caught:
        _button(panel, "导出").click()

    assert isinstance(caught.args[0], FolderUnwritable)
    assert _button(panel, "导出").isEnabled()


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("~nobody-of-that-name/纸", "这台电脑上没有这个用户"),
        ("纸", "这不是完整的路径"),
        ("./纸", "这不是完整的路径"),
        ("   纸  ", "这不是完整的路径"),
    ],
)
def test_a_folder_that_is_no_whole_path_is_refused_in_words(
    panel: ExportPanel, database: Database, qtbot: QtBot, typed: str, why: str
) -> None:
    _ask(panel, sample(database, CONFERENCE), qtbot)
    panel.findChildren(QLineEdit)[0].setText(typed)

    with qtbot.waitSignal(panel.refused) as caught:
        _button(panel, "导出").click()

    (error,) = caught.args
    assert isinstance(error, FolderUnwritable)
    assert error.folder == Path(typed.strip())
    assert why in error_parts(error, "zh_CN")[0]
    assert panel.idle


def test_blanks_around_the_folder_do_not_count(tmp_path: Path) -> None:
    assert exporting.asked_folder(f"  {tmp_path} ") == tmp_path


def test_a_file_that_is_gone_or_cannot_be_opened_is_told(
    panel: ExportPanel,
    database: Database,
    tmp_path: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _url: False)
    _ask(panel, sample(database, CONFERENCE), qtbot)
    _button(panel, "导出").click()
    qtbot.waitUntil(lambda: panel.idle, timeout=30000)

    _button(panel, "打开").click()
    unopened = panel._saved.trouble.text()
    for file in (tmp_path / "导出").iterdir():
        file.unlink()
    _button(panel, "打开").click()

    assert panel._saved.trouble.isVisible()
    assert "系统没有打开" in unopened
    assert "不在了" in panel._saved.trouble.text()


def test_what_is_shown_follows_the_language(
    panel: ExportPanel, database: Database, interface: Interface, qtbot: QtBot
) -> None:
    _ask(panel, sample(database, CONFERENCE), qtbot)
    _button(panel, "导出").click()
    panel.cancel()
    interface.speak("en")
    panel.retranslate()
    panel._running.retranslate()
    cancelling = panel._running.state.text()
    interface.speak("zh_CN")
    panel.retranslate()
    qtbot.waitUntil(lambda: panel.idle, timeout=30000)
    _button(panel, "导出").click()
    qtbot.waitUntil(lambda: panel.idle, timeout=30000)

    interface.speak("en")
    panel.retranslate()

    assert cancelling == "Cancelling…"
    assert panel._saved.place.text().startswith("Saved in")
    assert panel._title.text().startswith("Exported")
