"""Blocked wording stops the export in the window, with the way to where it stands."""

import json
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from tests.ui.conftest import WindowMaker
from tests.ui.driving import focused_field, show
from tests.ui.meetings import sample_file
from ui.main_window import MainWindow
from ui.pages.after_page import AfterPage
from ui.pages.findings_list import FindingsList

Document = dict[str, object]


def _opened(
    qtbot: QtBot, make_window: WindowMaker, tmp_path: Path, **changes: object
) -> MainWindow:
    """Show the window on a conference with these changes."""
    document = json.loads(sample_file("s01-joint").read_text(encoding="utf-8"))
    file = tmp_path / "changed.json"
    file.write_text(json.dumps(document | changes, ensure_ascii=False), encoding="utf-8")
    window = make_window()
    show(qtbot, window)
    window.open_files([file])
    qtbot.waitUntil(lambda: window.desk.page.isVisible() and window.desk.page.meeting is not None)
    qtbot.waitUntil(lambda: window.desk.page.editor.sheet is not None)
    return window


def _export(qtbot: QtBot, window: MainWindow, folder: Path) -> FindingsList:
    window.actions_by_id["export"].trigger()
    panel = window.desk.export_panel
    qtbot.waitUntil(lambda: panel._offer is None, timeout=30000)
    panel._folder.setText(str(folder))
    for name, box in panel._formats.items():
        box.setChecked(name == "docx")
    panel.start()
    qtbot.waitUntil(lambda: panel.idle, timeout=30000)
    return panel._findings


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "out"


def test_blocked_wording_stops_the_export_and_leads_to_its_field(
    qtbot: QtBot, make_window: WindowMaker, tmp_path: Path, out: Path
) -> None:
    window = _opened(qtbot, make_window, tmp_path, state="J5", title="某案会议决议")

    listed = _export(qtbot, window, out)

    assert listed.isVisible()
    assert "会议名称：“会议决议”" in listed.text
    assert not out.exists()
    go = next(b for b in listed.findChildren(QPushButton) if b.text() == "前往")
    QTest.mouseClick(go, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: focused_field() == ("meeting", "title"))
    assert window.desk.page.tab == "basics"


@pytest.mark.parametrize(
    ("changes", "tab", "place"),
    [
        ({"follow_up": "根据联席会议决定起诉"}, "after", ("meeting", "follow_up")),
        ({"agenda": ["讨论决定事项"]}, "agenda", None),
    ],
)
def test_every_kind_of_place_can_be_gone_to(  # noqa: PLR0917  # fixtures
    qtbot: QtBot,
    make_window: WindowMaker,
    tmp_path: Path,
    out: Path,
    changes: Document,
    tab: str,
    place: tuple[str, str] | None,
) -> None:
    window = _opened(qtbot, make_window, tmp_path, state="J5", **changes)
    listed = _export(qtbot, window, out)
    (go,) = (b for b in listed.findChildren(QPushButton) if b.text() == "前往")

    QTest.mouseClick(go, Qt.MouseButton.LeftButton)

    qtbot.waitUntil(lambda: window.desk.page.tab == tab)
    qtbot.waitUntil(lambda: focused_field() == place)
    part = QApplication.focusWidget()
    assert part is not None
    qtbot.waitUntil(lambda: not part.visibleRegion().isEmpty())


def test_reworded_it_is_exported(
    qtbot: QtBot, make_window: WindowMaker, tmp_path: Path, out: Path
) -> None:
    window = _opened(qtbot, make_window, tmp_path, state="J5", title="某案会议决议")
    listed = _export(qtbot, window, out)
    editor = window.desk.page.editor
    editor.set_values("meeting", {"title": "某案会议记录"}, name="修改")
    qtbot.waitUntil(
        lambda: (
            editor.sheet is not None
            and editor.sheet.of("meeting")[0].values["title"] == "某案会议记录"
        )
    )

    again = next(b for b in listed.findChildren(QPushButton) if b.text() == "重新导出")
    QTest.mouseClick(again, Qt.MouseButton.LeftButton)
    window.desk.export_panel.start()
    qtbot.waitUntil(lambda: window.desk.export_panel.idle, timeout=30000)

    assert {file.suffix for file in out.iterdir()} == {".docx"}


def test_a_signed_meeting_taken_in_is_exported_with_a_note(
    qtbot: QtBot, make_window: WindowMaker, tmp_path: Path, out: Path
) -> None:
    window = _opened(qtbot, make_window, tmp_path, state="J8", title="某案会议决议")

    listed = _export(qtbot, window, out)

    assert listed.isHidden()
    assert [file.suffix for file in out.iterdir()] != []
    assert "已经锁定，不再改写" in window.desk.export_panel._saved.notes.text()


def test_the_list_follows_the_language(
    qtbot: QtBot, make_window: WindowMaker, tmp_path: Path, out: Path
) -> None:
    window = _opened(qtbot, make_window, tmp_path, state="J5", title="某案会议决议")
    listed = _export(qtbot, window, out)

    window.interface.speak("en")
    qtbot.waitUntil(lambda: "Go there" in {b.text() for b in listed.findChildren(QPushButton)})

    assert "Title: “会议决议”" in listed.text


def test_the_preview_shows_the_paper_and_says_what_stops_its_export(
    qtbot: QtBot, make_window: WindowMaker, tmp_path: Path
) -> None:
    window = _opened(qtbot, make_window, tmp_path, state="J5", title="某案会议决议")

    window.actions_by_id["preview"].trigger()
    qtbot.waitUntil(lambda: window.desk.papers.shows_preview)
    preview = window.desk.papers._preview
    assert preview is not None
    qtbot.waitUntil(lambda: preview.made_at is not None, timeout=30000)
    preview.print_paper()

    assert preview.notes.isVisible()
    assert "改写以前不能导出和打印" in preview.notes.words.text()
    assert "没有打印" in preview.notice.text
    qtbot.waitUntil(lambda: preview.idle)
    window.desk.papers.close_preview()


def test_a_place_that_was_gone_to_stays_in_sight_while_its_page_grows(
    qtbot: QtBot,
    make_window: WindowMaker,
    tmp_path: Path,
    out: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    window = _opened(qtbot, make_window, tmp_path, state="J5", follow_up="根据联席会议决定起诉")
    listed = _export(qtbot, window, out)
    late: list[object] = []
    monkeypatch.setattr(AfterPage, "_take_opinions", lambda _page, found: late.append(found))
    go = next(b for b in listed.findChildren(QPushButton) if b.text() == "前往")
    QTest.mouseClick(go, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: focused_field() == ("meeting", "follow_up") and bool(late))
    part = QApplication.focusWidget()
    assert part is not None
    assert not part.visibleRegion().isEmpty()
    (page,) = window.findChildren(AfterPage)
    before = page.widget().height(), part.mapTo(page.viewport(), QPoint(0, 0))

    monkeypatch.undo()
    page._take_opinions(late[-1])

    qtbot.waitUntil(lambda: page.widget().height() > before[0])
    qtbot.waitUntil(lambda: part.mapTo(page.viewport(), QPoint(0, 0)) == before[1])
    assert not part.visibleRegion().isEmpty()
