"""The preview: equal to the exported file, made anew, told when refused, gone when closed."""

import gc
import os
import tempfile
import threading
import weakref
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QSize, Qt, QThreadPool
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from exporters.progress import Cancelled, CancelToken, Progress
from exporters.registry import KINDS
from models.database import Database
from models.papers import MeetingPapers
from models.snapshot import LineView
from models.states import STATES
from tests.ui.meetings import CONFERENCE, HEARING, conference_of, sample
from tests.ui.previews import PERSON, button_of, content_of, long_conference, preview_in, show_paper
from ui.i18n import Interface
from ui.pages import exporting, preview_page
from ui.pages.exporting import ExportWish
from ui.pages.preview_page import PreviewPage
from ui.paper_names import FOR_THE_ROOM, PAPER_NAMES
from ui.papers import _first_paper
from ui.pdf_file import PdfFile
from ui.tasks import Task
from ui.theme import Theme


@pytest.fixture
def page(theme: Theme, interface: Interface, tmp_path: Path, qtbot: QtBot) -> Iterator[PreviewPage]:
    with preview_in(tmp_path, theme, interface, qtbot) as made:
        yield made


def test_every_kind_of_paper_has_a_name() -> None:
    assert set(PAPER_NAMES) == set(KINDS)
    assert {kind.id for kind in KINDS.values() if kind.working} == FOR_THE_ROOM


@pytest.mark.parametrize("kind", sorted(set(KINDS) - {"name_plates", "name_plates_bare"}))
def test_a_paper_is_called_on_the_screen_as_its_file(kind: str) -> None:
    assert str(PAPER_NAMES[kind]) == KINDS[kind].short_name


@pytest.mark.parametrize("state", STATES)
def test_the_paper_that_is_shown_first_is_there_in_every_state(state: str) -> None:
    meeting = replace(conference_of((), PERSON), state=state, kind=STATES[state].kind)
    papers = MeetingPapers(meeting)

    assert KINDS[_first_paper(papers)].is_due(papers)


@pytest.mark.parametrize(("name", "kind"), [(CONFERENCE, "record"), (HEARING, "transcript")])
def test_the_preview_is_byte_for_byte_the_exported_file(  # noqa: PLR0917  # fixtures
    page: PreviewPage, database: Database, tmp_path: Path, qtbot: QtBot, name: str, kind: str
) -> None:
    meeting = sample(database, name)

    show_paper(qtbot, page, meeting, kind)
    wish = ExportWish((kind,), ("pdf",), tmp_path / "导出", page.made_at)
    task = exporting.export_task(
        lambda _profiles, **_: exporting.CheckedPapers(MeetingPapers(meeting)),
        wish,
        database=page._database,
    )
    with qtbot.waitSignal(task.succeeded, timeout=30_000):
        task.start(QThreadPool.globalInstance())

    assert page._preview is not None
    file = wish.folder / f"{page._preview.name}_v1.pdf"
    assert content_of(page) == file.read_bytes()


def test_a_changed_meeting_is_made_anew_at_the_same_page_and_zoom(
    page: PreviewPage, qtbot: QtBot
) -> None:
    meeting = long_conference(20)
    show_paper(qtbot, page, meeting, "record")
    page.view.set_zoom(1.5)
    page.view.go_to(2)
    before, pages = content_of(page), page.view.page_count

    page.refresh(
        MeetingPapers(replace(meeting, lines=(*meeting.lines, *long_conference(40).lines[20:])))
    )
    busy = page.bar.print_button.isEnabled(), page.view.page_count
    qtbot.waitUntil(lambda: page._making is None and page.idle, timeout=30_000)

    assert busy == (False, pages)  # what is seen stays until the new paper is there
    assert content_of(page) != before
    assert page.view.page_count > pages
    assert (page.view.page, page.view.factor) == (2, 1.5)
    assert page.bar.print_button.isEnabled()


def test_of_two_changes_the_last_one_is_shown(page: PreviewPage, qtbot: QtBot) -> None:
    page.show_paper(MeetingPapers(long_conference(60)), "record")
    page.refresh(MeetingPapers(long_conference(2)))
    qtbot.waitUntil(lambda: page.view.page_count > 0, timeout=30_000)
    assert QThreadPool.globalInstance().waitForDone(30_000)
    QApplication.processEvents()

    assert page._papers == MeetingPapers(long_conference(2))
    assert page.view.page_count < 5


def _endless(stopped: threading.Event) -> Task:
    def work(progress: Progress, cancel: CancelToken) -> object:
        try:
            while True:
                progress(64, 100)
                cancel.check()
        finally:
            stopped.set()

    return Task(work)


def test_a_preview_that_takes_long_says_so_and_can_be_cancelled_and_made_again(
    page: PreviewPage, database: Database, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    meeting, stopped = sample(database, CONFERENCE), threading.Event()
    with monkeypatch.context() as patched:
        patched.setattr(preview_page, "preview_task", lambda *_, **__: _endless(stopped))
        page.show_paper(MeetingPapers(meeting), "record")
        seen_at_once = page.making_line.isVisible()
        qtbot.waitUntil(lambda: page.making_line.text == "正在生成预览…（64%）")
        button_of(page, "取消").click()
        qtbot.waitUntil(lambda: not page.making_line.isVisible())

    assert not seen_at_once
    assert stopped.is_set()
    assert not page.bar.print_button.isEnabled()
    button_of(page, "重新生成").click()
    qtbot.waitUntil(lambda: page.view.page_count > 0 and page.idle, timeout=30_000)


def test_closing_stops_what_is_being_made(
    page: PreviewPage, database: Database, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    stopped = threading.Event()
    monkeypatch.setattr(preview_page, "preview_task", lambda *_, **__: _endless(stopped))
    page.show_paper(MeetingPapers(sample(database, CONFERENCE)), "record")
    making = page._making
    assert making is not None
    qtbot.waitUntil(lambda: making.steps.total == 100)

    QTest.keyClick(page, Qt.Key.Key_Escape)

    qtbot.waitUntil(stopped.is_set)
    assert page.view.page_count == 0


@pytest.mark.parametrize("language", ["zh_CN", "en"])
def test_a_refusal_is_told_in_three_parts_and_shows_no_old_paper(
    page: PreviewPage, database: Database, interface: Interface, qtbot: QtBot, language: str
) -> None:
    interface.speak(language)
    meeting = sample(database, CONFERENCE)
    show_paper(qtbot, page, meeting, "record")

    page.refresh(MeetingPapers(replace(meeting, title="\U00030000")))  # no font has it
    qtbot.waitUntil(page.notice.isVisible, timeout=30_000)

    assert len(page.notice.text.splitlines()) == 3
    assert "U+30000" in page.notice.text
    assert page.view.page_count == 0
    assert not page.view.isVisible()
    QTest.keyClick(page.notice, Qt.Key.Key_Escape)  # first the notice, then the preview
    assert not page.notice.isVisible()
    with qtbot.waitSignal(page.closed):
        QTest.keyClick(page, Qt.Key.Key_Escape)


def test_characters_made_visible_are_named(page: PreviewPage, qtbot: QtBot) -> None:
    line = LineView("l1", 1, "09:00", "p1", "意见", "顺序\u202e颠倒\u202e的字")

    show_paper(qtbot, page, conference_of((line,), PERSON), "record")

    assert page.notes.isVisible()
    assert page.notes.words.text().startswith("U+202E（2 处，")


def test_closing_frees_file_and_pictures(
    page: PreviewPage, database: Database, qtbot: QtBot
) -> None:
    show_paper(qtbot, page, sample(database, CONFERENCE), "record")
    assert page._preview is not None
    file = page._preview.file
    gone = weakref.ref(page._preview.file._document)

    page.close_preview()

    qtbot.waitUntil(lambda: file.is_closed)
    assert QThreadPool.globalInstance().waitForDone(60_000)  # whoever closes it holds it until then
    gc.collect()
    assert gone() is None
    assert page.view.cache.bytes == 0
    assert page.made_at is None
    with pytest.raises(Cancelled):
        file.picture(0, QSize(10, 10))


def test_nothing_of_a_preview_is_ever_on_a_disk(
    page: PreviewPage,
    database: Database,
    tmp_path: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    made: list[object] = []
    for name in ("mkstemp", "mkdtemp"):
        monkeypatch.setattr(tempfile, name, lambda *_, **__: made.append(1))
    meeting = sample(database, CONFERENCE)
    before = sorted(path for path in tmp_path.rglob("*") if path.is_file())
    opened = _open_files()

    show_paper(qtbot, page, meeting, "record")
    shown = _open_files()
    page.close_preview()

    assert made == []
    assert sorted(path for path in tmp_path.rglob("*") if path.is_file()) == before
    assert not [file for file in shown - opened if file.endswith(".pdf")]


def _open_files() -> set[str]:
    folder = Path("/proc/self/fd")
    if not folder.exists():  # only Linux tells
        return set()
    found = set()
    for link in folder.iterdir():
        try:
            found.add(os.readlink(link))  # noqa: PTH115  # a Path would resolve "pipe:[1]"
        except OSError:
            continue
    return found


def test_a_fault_while_making_goes_to_the_hook_and_leaves_a_page_to_try_again(
    page: PreviewPage, database: Database, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def work(_progress: Progress, _cancel: CancelToken) -> object:
        raise ZeroDivisionError

    monkeypatch.setattr(preview_page, "preview_task", lambda *_, **__: Task(work))
    with qtbot.captureExceptions() as faults:
        page.show_paper(MeetingPapers(sample(database, CONFERENCE)), "record")
        qtbot.waitUntil(lambda: page._making is None)

    assert [kind for kind, _, _ in faults] == [ZeroDivisionError]
    assert button_of(page, "重新生成").isVisible()


def test_a_fault_while_drawing_comes_once(
    page: PreviewPage, database: Database, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> QImage:
        raise ZeroDivisionError

    monkeypatch.setattr(PdfFile, "picture", fail)
    with qtbot.captureExceptions() as faults:
        show_paper(qtbot, page, sample(database, CONFERENCE), "record")
        page.view.go_to(1)
        qtbot.waitUntil(lambda: page.idle)

    assert len(faults) == 1


def test_the_other_papers_of_a_meeting_are_offered(
    page: PreviewPage, database: Database, qtbot: QtBot
) -> None:
    show_paper(qtbot, page, sample(database, CONFERENCE), "record")
    asked: list[str] = []
    page.bar.kind_asked.connect(asked.append)

    menu = page.bar.choices(page.bar.kind_button)
    texts = [(a.text(), a.isChecked()) for a in menu.actions()]
    next(a for a in menu.actions() if a.isChecked()).trigger()

    assert texts[0] == ("会议通知", False)
    assert [text for text, checked in texts if checked] == ["会议记录"]
    assert {("主持人流程单", False), ("席卡（只有姓名）", False)} <= set(texts)
    assert asked == ["record"]
    assert page.view.page_count > 0  # the one in view is not made again


@pytest.mark.parametrize(
    ("name", "kind"), [(CONFERENCE, "run_sheet"), (HEARING, "hearing_run_sheet")]
)
def test_the_run_sheet_is_previewed_before_anything_is_recorded(
    page: PreviewPage, database: Database, qtbot: QtBot, name: str, kind: str
) -> None:
    planned = replace(
        sample(database, name), lines=(), opinions=(), state="J3" if name == CONFERENCE else "H3"
    )
    show_paper(qtbot, page, planned, "record" if name == CONFERENCE else "transcript")

    menu = page.bar.choices(page.bar.kind_button)
    next(a for a in menu.actions() if a.text() == "主持人流程单").trigger()
    qtbot.waitUntil(lambda: page.view.page_count > 0 and page.idle, timeout=30_000)

    assert page._preview is not None
    assert page._preview.kind == kind
    assert "主持人流程单" in page._preview.name
    assert page.bar.print_button.isEnabled()
    with qtbot.waitSignal(page.export_asked) as caught:
        page.bar.export_button.click()
    assert caught.args == [kind]


def test_the_zooms_are_offered_with_the_one_in_force(
    page: PreviewPage, database: Database, qtbot: QtBot
) -> None:
    show_paper(qtbot, page, sample(database, CONFERENCE), "record")

    menu = page.bar.choices(page.bar.zoom_button)
    checked = [a.text() for a in menu.actions() if a.isChecked()]
    next(a for a in menu.actions() if a.text() == "150%").trigger()

    assert checked == ["适合宽度"]
    assert page.view.factor == 1.5
    assert page.bar.zoom_button.text() == "150%"


def test_export_is_asked_for_by_kind(page: PreviewPage, database: Database, qtbot: QtBot) -> None:
    show_paper(qtbot, page, sample(database, HEARING), "transcript")

    with qtbot.waitSignal(page.export_asked) as caught:
        button_of(page, "导出…").click()

    assert caught.args == ["transcript"]


@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize("language", ["zh_CN", "en"])
def test_the_bar_finds_room_in_a_small_window(  # noqa: PLR0917  # fixtures
    page: PreviewPage,
    database: Database,
    theme: Theme,
    interface: Interface,
    qtbot: QtBot,
    scale: float,
    language: str,
) -> None:
    interface.speak(language)
    theme.scale_text(scale)
    page.resize(round(700 * scale) if scale > 1 else 760, 600)
    show_paper(qtbot, page, sample(database, CONFERENCE), "record")

    assert page.minimumSizeHint().width() <= page.width()


def test_the_language_can_change_while_a_paper_is_shown(
    page: PreviewPage, database: Database, interface: Interface, qtbot: QtBot
) -> None:
    show_paper(qtbot, page, sample(database, CONFERENCE), "record")
    pages = page.view.page_count

    names = []
    for language in ("en", "zh_CN"):
        interface.speak(language)
        QApplication.sendPostedEvents(None, QEvent.Type.LanguageChange)
        QApplication.processEvents()
        names.append((page.view.accessibleName(), page.bar.print_button.text()))

    assert names == [
        (f"Record of the conference, page 1 of {pages}", "Print…"),
        (f"会议记录，第1页，共{pages}页", "打印…"),
    ]
