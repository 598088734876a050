"""Masked versions and excerpts from the export panel, and what is told of them."""

from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import docx
import pikepdf
import pytest
from PySide6.QtCore import QThreadPool
from pytestqt.qtbot import QtBot

from models.database import Database
from models.papers import MeetingPapers
from models.snapshot import CaseView, MeetingSnapshot, PartyView
from tests.ui.meetings import CONFERENCE, sample
from ui.pages.export_panel import ExportPanel
from ui.pages.exporting import CASE_FILE_NAME, CheckedPapers, ExportWish, export_task
from ui.pages.versions import version_lines, version_of
from ui.paper_names import WHOLE, VersionChoice
from ui.settings import SettingsStore
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


def _ask(panel: ExportPanel, meeting: MeetingSnapshot, qtbot: QtBot) -> None:
    found = CheckedPapers(MeetingPapers(meeting), case_file={"format": "conference-record"})
    panel.ask(meeting, lambda _profiles, **_: found, kind="record")
    qtbot.waitUntil(lambda: panel._offer is None, timeout=30_000)


def _written(panel: ExportPanel, qtbot: QtBot, suffix: str) -> bytes:
    panel.start()
    qtbot.waitUntil(lambda: panel.idle, timeout=30_000)
    folder = Path(panel._settings.value.export_folder)
    (file,) = folder.glob(f"*{suffix}")
    return file.read_bytes()


def _two_cases(database: Database) -> MeetingSnapshot:
    held = sample(database, CONFERENCE)
    return replace(held, cases=(*held.cases, CaseView(name="另案盗窃案", id="other")))


def _with_a_party(meeting: MeetingSnapshot) -> MeetingSnapshot:
    """Return the meeting with a suspect whose name is whole, as the record has it."""
    (case,) = meeting.cases
    party = PartyView(role="犯罪嫌疑人", name="郭大峰")
    first, *rest = meeting.lines
    said = replace(first, text="郭大峰收购他人银行卡。")
    return replace(meeting, cases=(replace(case, parties=(party,)),), lines=(said, *rest))


def test_a_masked_version_names_no_party_and_says_what_it_hid(
    panel: ExportPanel, database: Database, qtbot: QtBot
) -> None:
    _ask(panel, _with_a_party(sample(database, CONFERENCE)), qtbot)
    panel._papers.masked.setChecked(True)

    word = docx.Document(BytesIO(_written(panel, qtbot, ".docx")))
    body = "".join(word.element.body.itertext())

    assert "郭大峰" not in body
    assert "郭某某收购他人银行卡" in body
    assert "郭大峰 → 郭某某" in panel._saved.notes.text()


def test_an_excerpt_is_offered_where_there_are_several_cases(
    panel: ExportPanel, database: Database, qtbot: QtBot
) -> None:
    _ask(panel, sample(database, CONFERENCE), qtbot)
    one = panel._papers.case.isVisibleTo(panel)
    _ask(panel, _two_cases(database), qtbot)

    assert (one, panel._papers.case.isVisibleTo(panel)) == (False, True)
    assert panel._papers.version.case_id is None
    panel._papers.case.choose("other")
    assert panel._papers.version.case_id == "other"


def test_an_excerpt_leaves_the_other_case_out_and_says_so(
    panel: ExportPanel, database: Database, qtbot: QtBot
) -> None:
    meeting = _two_cases(database)
    _ask(panel, meeting, qtbot)
    panel._papers.case.choose(meeting.cases[0].id)

    word = docx.Document(BytesIO(_written(panel, qtbot, ".docx")))

    assert "另案盗窃案" not in "".join(word.element.body.itertext())
    assert "摘录略去其他案件的发言" in panel._saved.notes.text()


def test_a_pdf_holds_its_docx_and_the_case_file_where_asked(
    panel: ExportPanel, database: Database, qtbot: QtBot
) -> None:
    _ask(panel, sample(database, CONFERENCE), qtbot)
    panel._papers.embedded.setChecked(True)

    with pikepdf.open(BytesIO(_written(panel, qtbot, ".pdf"))) as pdf:
        held = {str(one.filename) for one in pdf.attachments.values()}

    assert CASE_FILE_NAME in held
    assert any(name.endswith(".docx") for name in held)


@pytest.mark.parametrize(
    ("embedded", "version", "asked"),
    [(False, WHOLE, False), (True, WHOLE, True), (True, VersionChoice(masked=True), False)],
)
def test_the_case_file_is_made_only_where_it_is_put_in(  # noqa: PLR0917  # fixtures
    database: Database,
    tmp_path: Path,
    qtbot: QtBot,
    embedded: bool,  # noqa: FBT001  # from the table
    version: VersionChoice,
    asked: bool,  # noqa: FBT001  # from the table
) -> None:
    papers, told = MeetingPapers(sample(database, CONFERENCE)), list[bool]()

    def fetch(_profiles: object, *, case_file: bool = False) -> CheckedPapers:
        told.append(case_file)
        return CheckedPapers(papers, case_file={"format": "conference-record"})

    folder = tmp_path / "out"
    wish = ExportWish(("record",), ("pdf",), folder, version=version, embedded=embedded)
    task = export_task(fetch, wish, database=tmp_path / "lianxi.db")
    with qtbot.waitSignal(task.succeeded, timeout=30_000):
        task.start(QThreadPool.globalInstance())

    (file,) = folder.iterdir()
    with pikepdf.open(file) as pdf:
        held = {one.filename for one in pdf.attachments.values()}
    assert (told, CASE_FILE_NAME in held) == ([asked], asked)


def test_what_hides_something_never_holds_the_case_file(
    panel: ExportPanel, database: Database, qtbot: QtBot
) -> None:
    _ask(panel, sample(database, CONFERENCE), qtbot)
    panel._papers.embedded.setChecked(True)

    panel._papers.masked.setChecked(True)

    assert not panel._papers.embedded.isChecked()
    assert not panel._papers.embedded.isEnabled()
    with pikepdf.open(BytesIO(_written(panel, qtbot, ".pdf"))) as pdf:
        assert not pdf.attachments


def test_the_next_meeting_is_offered_whole(
    panel: ExportPanel, database: Database, qtbot: QtBot
) -> None:
    meeting = _two_cases(database)
    _ask(panel, meeting, qtbot)
    panel._papers.masked.setChecked(True)
    panel._papers.case.choose("other")

    _ask(panel, meeting, qtbot)

    assert (panel._papers.masked.isChecked(), panel._papers.version.case_id) == (False, None)


def test_places_to_look_at_are_told_by_line(database: Database) -> None:
    held = sample(database, CONFERENCE)
    lines = tuple(replace(one, text="他家住在学校旁边。") for one in held.lines)
    papers = MeetingPapers(replace(held, lines=lines))

    told = version_lines(version_of(papers, VersionChoice(masked=True)), held)

    (found,) = [line for line in told if "住处或者学校" in line]
    assert "发言第 1、2、3" in found
