"""The preview of masked versions and excerpts: equal to the export, told, kept, left again."""

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt, QThreadPool
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from exporters.progress import CancelToken, Progress
from models.database import Database
from models.papers import MeetingPapers
from models.snapshot import (
    AgendaItemView,
    CaseView,
    LineView,
    MeetingSnapshot,
    OpinionView,
    PartyView,
)
from tests.exporters.pdf_files import pdfium_text
from tests.ui.conftest import WindowMaker
from tests.ui.driving import show
from tests.ui.meetings import CONFERENCE, HEARING, conference_of, sample, sample_file
from tests.ui.previews import PERSON, content_of, long_conference, preview_in, show_paper
from ui.i18n import Interface
from ui.main_window import MainWindow
from ui.operations import set_values
from ui.pages import exporting, preview_page
from ui.pages.exporting import ExportWish
from ui.pages.preview_page import PreviewPage
from ui.paper_names import WHOLE, VersionChoice, version_choices
from ui.tasks import Task
from ui.theme import Theme

MASKED = VersionChoice(masked=True)
EXCERPT = VersionChoice(case_id="first")
BOTH = VersionChoice(masked=True, case_id="first")

NAME, OTHER_CASE = "郭大峰", "陆某某掩饰、隐瞒犯罪所得案"


@pytest.fixture
def page(theme: Theme, interface: Interface, tmp_path: Path, qtbot: QtBot) -> Iterator[PreviewPage]:
    with preview_in(tmp_path, theme, interface, qtbot) as made:
        yield made


def _two_cases() -> MeetingSnapshot:
    """Return a conference about two cases, with a party who is named as a whole."""
    party = PartyView(role="犯罪嫌疑人", name=NAME)
    first = CaseView(name="郭某某诈骗案", id="first", parties=(party,))
    cases = (first, CaseView(name=OTHER_CASE, id="other"))
    lines = (
        LineView("l1", 1, "09:00", "p1", "汇报", f"{NAME}家住在学校旁边。", item_id="i1"),
        LineView("l2", 2, "09:05", "p1", "汇报", "陆某某的账户另有流水。", item_id="i2"),
    )
    agenda = (AgendaItemView("i1", "讨论郭某某诈骗案"), AgendaItemView("i2", f"讨论{OTHER_CASE}"))
    return replace(conference_of(lines, PERSON), cases=cases, agenda=agenda)


def _choose(qtbot: QtBot, page: PreviewPage, version: VersionChoice) -> None:
    """Choose a version and wait until it is drawn."""
    page.bar.version_asked.emit(version)
    qtbot.waitUntil(lambda: page.view.page_count > 0 and page.idle, timeout=30_000)


def _text(page: PreviewPage) -> str:
    return "".join(pdfium_text(content_of(page)).split())


@pytest.mark.parametrize("version", [MASKED, EXCERPT, BOTH])
def test_a_version_is_byte_for_byte_the_exported_file_and_bears_its_name(
    page: PreviewPage, tmp_path: Path, qtbot: QtBot, version: VersionChoice
) -> None:
    papers = MeetingPapers(_two_cases())
    show_paper(qtbot, page, papers.meeting, "record")

    _choose(qtbot, page, version)
    wish = ExportWish(("record",), ("pdf",), tmp_path / "导出", page.made_at, version)
    task = exporting.export_task(
        lambda _profiles, **_: exporting.CheckedPapers(papers), wish, database=page._database
    )
    with qtbot.waitSignal(task.succeeded, timeout=30_000):
        task.start(QThreadPool.globalInstance())

    (file,) = wish.folder.iterdir()
    assert page._preview is not None
    assert file.name == f"{page._preview.name}_v1.pdf"
    assert content_of(page) == file.read_bytes()


def test_a_masked_version_names_no_party_and_an_excerpt_no_other_case(
    page: PreviewPage, qtbot: QtBot
) -> None:
    show_paper(qtbot, page, _two_cases(), "record")
    whole = _text(page)
    _choose(qtbot, page, MASKED)
    masked = _text(page)
    _choose(qtbot, page, EXCERPT)
    excerpt = _text(page)
    _choose(qtbot, page, BOTH)

    assert [NAME in one for one in (whole, masked, excerpt, _text(page))] == [
        True,
        False,
        True,
        False,
    ]
    assert [OTHER_CASE in one for one in (whole, masked, excerpt, _text(page))] == [
        *(True, True, False, False)
    ]


def test_what_a_person_has_to_look_at_is_told_over_the_paper(
    page: PreviewPage, interface: Interface, qtbot: QtBot
) -> None:
    show_paper(qtbot, page, _two_cases(), "record")
    before = page.notes.words.text()

    _choose(qtbot, page, BOTH)
    told = page.notes.words.text()
    interface.speak("en")
    QApplication.sendPostedEvents(None, QEvent.Type.LanguageChange)
    in_english = page.notes.words.text()
    _choose(qtbot, page, WHOLE)

    assert page.notes.words.text() == before == ""
    assert f"{NAME} → 郭某某" in told
    assert "住处或者学校，请核对（发言第 1 条）" in told
    assert "摘录略去其他案件的发言 1 条" in told
    assert f"{NAME} → 郭某某" in in_english
    assert "发言" not in in_english


def test_notes_that_find_no_room_are_scrolled_by_keys(page: PreviewPage, qtbot: QtBot) -> None:
    show_paper(qtbot, page, _two_cases(), "record")
    _choose(qtbot, page, BOTH)
    reached_short = page.notes.focusPolicy()
    page.notes.setMaximumHeight(40)
    qtbot.waitUntil(lambda: page.notes.verticalScrollBar().maximum() > 0)

    page.notes.setFocus()
    QTest.keyClick(page.notes, Qt.Key.Key_Down)

    assert reached_short is Qt.FocusPolicy.NoFocus
    assert page.notes.focusPolicy() is Qt.FocusPolicy.TabFocus
    assert page.notes.verticalScrollBar().value() > 0


def test_the_version_stays_when_the_meeting_changes(page: PreviewPage, qtbot: QtBot) -> None:
    meeting = _two_cases()
    show_paper(qtbot, page, meeting, "record")
    _choose(qtbot, page, BOTH)
    said = replace(meeting.lines[0], text=f"{NAME}收购银行卡。")

    page.refresh(MeetingPapers(replace(meeting, lines=(said, meeting.lines[1]))))
    qtbot.waitUntil(lambda: page.idle, timeout=30_000)

    assert page.version == BOTH
    assert "郭某某收购银行卡" in _text(page)
    assert NAME not in _text(page)
    assert "住处" not in page.notes.words.text()
    assert "摘录略去其他案件的发言 1 条" in page.notes.words.text()


def test_an_excerpt_of_a_case_that_is_gone_becomes_the_whole_still_masked(
    page: PreviewPage, qtbot: QtBot
) -> None:
    meeting = _two_cases()
    show_paper(qtbot, page, meeting, "record")
    _choose(qtbot, page, VersionChoice(masked=True, case_id="other"))

    page.refresh(MeetingPapers(replace(meeting, cases=meeting.cases[:1])))
    qtbot.waitUntil(lambda: page.view.page_count > 0 and page.idle, timeout=30_000)

    assert page.version == MASKED
    assert page.bar.version_button.text() == "脱敏版"
    assert [a.text() for a in page.bar.choices(page.bar.version_button).actions()] == [
        *("完整版", "脱敏版")
    ]


def test_another_meeting_is_shown_whole(page: PreviewPage, qtbot: QtBot) -> None:
    show_paper(qtbot, page, _two_cases(), "record")
    _choose(qtbot, page, MASKED)

    show_paper(qtbot, page, long_conference(3), "record")

    assert page.version == WHOLE
    assert page.bar.version_button.text() == "完整版"
    assert page.notes.words.text() == ""


def test_the_version_stays_for_another_paper(
    page: PreviewPage, database: Database, qtbot: QtBot
) -> None:
    show_paper(qtbot, page, sample(database, HEARING), "transcript")
    _choose(qtbot, page, MASKED)

    page.bar.kind_asked.emit("hearing_sign_in")
    qtbot.waitUntil(lambda: page.view.page_count > 0 and page.idle, timeout=30_000)

    assert page.version == MASKED
    assert page._preview is not None
    assert "·脱敏版" in page._preview.name


def test_nothing_of_the_whole_paper_is_seen_while_the_masked_one_is_made(
    page: PreviewPage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def work(_progress: Progress, cancel: CancelToken) -> object:
        while True:
            cancel.check()

    show_paper(qtbot, page, _two_cases(), "record")
    monkeypatch.setattr(preview_page, "preview_task", lambda *_, **__: Task(work))

    page.bar.version_asked.emit(MASKED)

    assert (page.view.page_count, page.view.cache.bytes) == (0, 0)
    assert not page.view.isVisible()
    assert not page.bar.print_button.isEnabled()
    assert not page.bar.export_button.isEnabled()
    making = page._making
    assert making is not None
    with qtbot.waitSignal(making.ended):
        page.close_preview()


def test_another_version_is_shown_at_the_same_page(page: PreviewPage, qtbot: QtBot) -> None:
    show_paper(qtbot, page, long_conference(40), "record")
    page.view.go_to(3)
    page.view.set_zoom(1.5)

    _choose(qtbot, page, MASKED)

    assert (page.view.page, page.view.zoom) == (3, 1.5)
    assert page.bar.page_field.text() == "4"


def test_a_version_is_chosen_with_keys_alone(page: PreviewPage, qtbot: QtBot) -> None:
    show_paper(qtbot, page, _two_cases(), "record")
    page.bar.kind_button.setFocus()

    QTest.keyClick(page.bar.kind_button, Qt.Key.Key_Tab)
    reached = page.bar.version_button.hasFocus()
    QTest.keyClick(page.bar.version_button, Qt.Key.Key_Space)
    (menu,) = page.bar.findChildren(QMenu)
    while menu.activeAction() is None or menu.activeAction().text() != "脱敏版":
        QTest.keyClick(menu, Qt.Key.Key_Down)
    QTest.keyClick(menu, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.view.page_count > 0 and page.idle, timeout=30_000)

    assert reached
    assert page.version == MASKED
    assert page.bar.version_button.accessibleName() == "版本：脱敏版"
    assert page.window().focusWidget() is page.view  # no window is active offscreen now
    assert page.view.accessibleName().startswith("会议记录（脱敏版），第1页")


def test_versions_are_called_as_in_the_export_panel(page: PreviewPage, qtbot: QtBot) -> None:
    meeting = _two_cases()
    long_name = "甲&乙" + "共同诈骗" * 30 + "案"
    cases = (meeting.cases[0], replace(meeting.cases[1], name=long_name))
    show_paper(qtbot, page, replace(meeting, cases=cases), "record")
    _choose(qtbot, page, BOTH)

    actions = page.bar.choices(page.bar.version_button).actions()

    assert [one.text() for one in actions[:4]] == [
        *("完整版", "脱敏版", "只摘录：郭某某诈骗案", "脱敏版，只摘录：郭某某诈骗案")
    ]
    assert actions[4].text().startswith("只摘录：甲&&乙共同诈骗")
    assert actions[4].text().endswith("案")
    assert "…" in actions[4].text()
    assert actions[4].toolTip() == f"只摘录：{long_name}"
    assert [one.isChecked() for one in actions] == [False, False, False, True, False, False]
    assert page.bar.version_button.text() == "脱敏版·摘录"
    assert page.bar.version_button.accessibleName() == "版本：脱敏版，只摘录：郭某某诈骗案"


def test_a_paper_that_is_not_there_in_a_version_is_refused_in_words(
    page: PreviewPage, qtbot: QtBot
) -> None:
    meeting = _two_cases()
    written = OpinionView("o1", "p1", case_id="other", text="我认为证据充分。")
    show_paper(qtbot, page, replace(meeting, opinions=(written,)), "written_opinions")

    page.bar.version_asked.emit(EXCERPT)
    qtbot.waitUntil(page.notice.isVisible, timeout=30_000)
    told = page.notice.text
    QTest.keyClick(page.notice, Qt.Key.Key_Escape)
    _choose(qtbot, page, MASKED)

    assert "没有" in told
    assert "书面意见" in told
    assert page.view.page_count > 0


@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize("language", ["zh_CN", "en"])
def test_the_bar_finds_room_for_every_version_of_a_long_name(  # noqa: PLR0917  # fixtures
    page: PreviewPage, theme: Theme, interface: Interface, qtbot: QtBot, scale: float, language: str
) -> None:
    interface.speak(language)
    theme.scale_text(scale)
    page.resize(round(700 * scale) if scale > 1 else 760, 600)
    show_paper(qtbot, page, _two_cases(), "record")
    cases = (("first", "甲案"), ("other", "乙案"))

    for version in version_choices(cases):
        page.bar.show_kinds("adoption", ("adoption", "transcript"))
        page.bar.show_version(version, cases)
        QApplication.processEvents()

        assert page.minimumSizeHint().width() <= page.width()
        assert page.bar.version_button.width() >= page.bar.version_button.sizeHint().width()


def _case_file(folder: Path) -> Path:
    """Write a case file about two cases, one of whose parties is named as a whole."""
    document = json.loads(sample_file(CONFERENCE).read_text(encoding="utf-8"))
    document["case"]["parties"].append({"role": "犯罪嫌疑人", "name": NAME})
    document["state"] = "J6"
    document["records"][0]["text"] += f"{NAME}收购他人银行卡。"
    document["lianxi"] = document.get("lianxi", {}) | {"cases": [{"name": OTHER_CASE}]}
    file = folder / "two.json"
    file.write_text(json.dumps(document), encoding="utf-8")
    return file


def _id_in_view(window: MainWindow) -> str:
    meeting = window.desk.page.meeting
    return meeting.id if meeting is not None else ""


def _previewed(qtbot: QtBot, window: MainWindow, folder: Path, *others: Path) -> PreviewPage:
    """Take that meeting in, and others with it; return its preview, drawn."""
    show(qtbot, window)
    window.open_files([_case_file(folder), *others])
    page = window.desk.page
    qtbot.waitUntil(lambda: page.isVisible() and page.meeting is not None)
    return _opened(qtbot, window)


def _opened(qtbot: QtBot, window: MainWindow) -> PreviewPage:
    papers = window.desk.papers
    window.actions_by_id["preview"].trigger()
    qtbot.waitUntil(lambda: papers.shows_preview, timeout=30_000)
    preview = papers._preview
    assert preview is not None
    qtbot.waitUntil(lambda: preview.view.page_count > 0 and preview.idle, timeout=60_000)
    return preview


def test_a_change_keeps_the_version_and_another_meeting_does_not(
    qtbot: QtBot, make_window: WindowMaker, tmp_path: Path
) -> None:
    window = make_window()
    preview = _previewed(qtbot, window, tmp_path, sample_file(HEARING))
    first = window.desk.page.meeting
    assert first is not None
    _choose(qtbot, preview, MASKED)
    before = content_of(preview)

    operation = set_values(
        first.id, "meeting", {"title": f"{NAME}案会议"}, profiles={}, name="修改标题"
    )
    window.workspace.run(operation)
    qtbot.waitUntil(
        lambda: preview.idle and preview._preview is not None and content_of(preview) != before,
        timeout=60_000,
    )
    changed = preview.version, "郭某某案会议" in _text(preview), NAME in _text(preview)
    other = next(row.id for row in window.desk.rows if row.id != first.id)
    window.desk.choose(other)
    qtbot.waitUntil(lambda: _id_in_view(window) == other and not window.desk.papers.shows_preview)
    again = _opened(qtbot, window)

    assert changed == (MASKED, True, False)
    assert again.version == WHOLE
    window.desk.papers.close_preview()


def test_export_takes_paper_and_version_over_from_the_preview(
    qtbot: QtBot, make_window: WindowMaker, tmp_path: Path
) -> None:
    window = make_window()
    preview, desk = _previewed(qtbot, window, tmp_path), window.desk
    assert desk.page.meeting is not None
    version = VersionChoice(masked=True, case_id=desk.page.meeting.cases[0].id)
    _choose(qtbot, preview, version)
    shown = content_of(preview)

    preview.bar.export_button.click()
    panel = desk.export_panel
    qtbot.waitUntil(lambda: panel._known, timeout=30_000)
    offered = panel._papers.chosen, panel._papers.version
    panel._folder.setText(str(tmp_path / "out"))
    panel.start()
    qtbot.waitUntil(lambda: panel.idle, timeout=60_000)

    assert offered == (("record",), version)
    (file,) = (tmp_path / "out").glob("*.pdf")
    assert "会议记录·脱敏版·摘录" in file.name
    assert file.read_bytes() == shown


def test_the_key_of_the_export_takes_the_version_over_too(
    qtbot: QtBot, make_window: WindowMaker, tmp_path: Path
) -> None:
    window = make_window()
    preview, desk = _previewed(qtbot, window, tmp_path), window.desk
    _choose(qtbot, preview, MASKED)

    window.actions_by_id["export"].trigger()
    qtbot.waitUntil(lambda: desk.export_panel._known, timeout=30_000)
    from_preview = desk.export_panel._papers.version
    desk.export_panel.close_panel()
    window.actions_by_id["export"].trigger()
    qtbot.waitUntil(lambda: desk.export_panel._known, timeout=30_000)

    assert from_preview == MASKED
    assert desk.export_panel._papers.version == WHOLE
