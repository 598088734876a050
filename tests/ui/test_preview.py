"""The preview: equal to the exported file, drawn where it is looked at, and gone when closed."""

import gc
import os
import tempfile
import threading
import weakref
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QPointF, QSize, QSizeF, Qt, QThreadPool
from PySide6.QtGui import QImage, QKeySequence, QShortcut, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from exporters.progress import Cancelled, CancelToken, Progress
from exporters.registry import KINDS
from models.database import Database
from models.snapshot import LineView, MeetingPapers, MeetingSnapshot, ParticipantView
from tests.ui.meetings import CONFERENCE, HEARING, conference_of, sample
from ui.i18n import Interface
from ui.pages import exporting, preview_page, previewing
from ui.pages.exporting import ExportWish
from ui.pages.preview_page import PreviewPage
from ui.pdf_file import PdfFile
from ui.tasks import Task
from ui.theme import Theme
from ui.widgets import page_tiles
from ui.widgets.page_plan import Fit, PagePlan, Place

PERSON = ParticipantView("p1", 1, "罗承砚", "河澜州人民检察院", "检察官", role="出席")


@pytest.fixture
def page(theme: Theme, interface: Interface, tmp_path: Path, qtbot: QtBot) -> Iterator[PreviewPage]:
    made = PreviewPage(theme, interface, database=tmp_path / "data" / "lianxi.db")
    made.resize(1100, 700)
    made.show()
    made.activateWindow()
    yield made
    made.close_preview()
    qtbot.waitUntil(lambda: made.idle)
    assert QThreadPool.globalInstance().waitForDone(10_000)
    made.close()
    made.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def _long(lines: int) -> MeetingSnapshot:
    """Return a conference with that many lines of some length."""
    words = "我的个人意见：定帮信更稳，理由是十四套卡交付后他不再参与。" * 4
    views = (LineView(f"l{n}", n, "09:00", "p1", "意见", words) for n in range(1, lines + 1))
    return conference_of(tuple(views), PERSON)


def _show(qtbot: QtBot, page: PreviewPage, meeting: MeetingSnapshot, kind: str) -> None:
    page.show_paper(MeetingPapers(meeting), kind)
    qtbot.waitUntil(lambda: page.view.page_count > 0 and page.idle, timeout=30_000)


def _content(page: PreviewPage) -> bytes:
    assert page._preview is not None
    return page._preview.content


def _button(page: PreviewPage, text: str) -> QPushButton:
    return next(b for b in page.findChildren(QPushButton) if b.text() == text and b.isVisible())


def test_every_kind_of_paper_has_a_name() -> None:
    assert set(previewing.PAPER_NAMES) == set(KINDS)


@pytest.mark.parametrize(("name", "kind"), [(CONFERENCE, "record"), (HEARING, "transcript")])
def test_the_preview_is_byte_for_byte_the_exported_file(  # noqa: PLR0917  # fixtures
    page: PreviewPage, database: Database, tmp_path: Path, qtbot: QtBot, name: str, kind: str
) -> None:
    meeting = sample(database, name)

    _show(qtbot, page, meeting, kind)
    wish = ExportWish(("pdf",), tmp_path / "导出", page.made_at)
    task = exporting.export_task(
        lambda _profiles: exporting.CheckedPapers(MeetingPapers(meeting)),
        wish,
        database=page._database,
    )
    with qtbot.waitSignal(task.succeeded, timeout=30_000):
        task.start(QThreadPool.globalInstance())

    (file,) = wish.folder.iterdir()
    assert _content(page) == file.read_bytes()
    assert page._preview is not None
    assert file.name == f"{page._preview.name}_v1.pdf"


def test_all_pages_are_there_and_the_first_is_seen_as_pdfium_draws_it(
    page: PreviewPage, database: Database, qtbot: QtBot
) -> None:
    _show(qtbot, page, sample(database, CONFERENCE), "record")

    page.view.set_zoom(1.0)
    qtbot.waitUntil(lambda: page.idle)
    shown = page.view.viewport().grab().toImage()
    file = PdfFile(_content(page))
    pages = len(file.sizes_pt)
    rect, ratio = page.view._rect(0), page.view.devicePixelRatioF()
    drawn = file.picture(0, rect.size() * ratio)
    file.close()

    assert page.view.page_count == pages > 1
    assert page.bar._total.text() == f"/ {pages}"
    seen = shown.copy(rect.x(), rect.y(), rect.width(), 400)
    seen.setDevicePixelRatio(1)
    wanted = drawn.copy(0, 0, rect.width(), 400)
    assert seen.convertToFormat(QImage.Format.Format_RGB32) == wanted


def test_only_pages_in_view_and_next_to_it_are_drawn(page: PreviewPage, qtbot: QtBot) -> None:
    _show(qtbot, page, _long(120), "record")
    last = page.view.page_count - 1

    first_drawn = page.view.cache.pages
    page.view.go_to(last)
    qtbot.waitUntil(lambda: page.idle)

    assert last > 15
    assert first_drawn <= {0, 1}
    assert last in page.view.cache.pages
    assert last // 2 not in page.view.cache.pages


def test_the_memory_of_pictures_is_bounded_at_every_zoom(
    page: PreviewPage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(page_tiles, "MOST_BYTES", 20_000_000)
    monkeypatch.setattr("ui.widgets.paper_view.MOST_BYTES", 20_000_000)
    _show(qtbot, page, _long(40), "record")

    sizes = []
    for zoom in (0.5, 1.0, 3.0):
        page.view.set_zoom(zoom)
        for number in range(page.view.page_count):
            page.view.go_to(number)
            qtbot.waitUntil(lambda: page.idle)
            sizes.append(page.view.cache.bytes)
            assert number in page.view.cache.pages

    assert max(sizes) <= 20_000_000
    assert all(t.bytes <= 4 * page_tiles.TILE_PIXELS for t in page.view.cache._pictures)


def test_a_page_that_is_scrolled_past_is_not_waited_for(
    page: PreviewPage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    _show(qtbot, page, _long(120), "record")
    drawn: list[int] = []
    draw = PdfFile.picture

    def count(file: PdfFile, number: int, size: QSize, area: object = None) -> QImage:
        drawn.append(number)
        return draw(file, number, size, area)  # type: ignore[arg-type]  # as it came

    monkeypatch.setattr(PdfFile, "picture", count)
    for number in range(page.view.page_count):
        page.view.go_to(number)
    qtbot.waitUntil(lambda: page.idle)

    assert drawn
    assert len(set(drawn)) < 8


def test_keys_scroll_go_and_zoom(page: PreviewPage, database: Database, qtbot: QtBot) -> None:
    _show(qtbot, page, sample(database, CONFERENCE), "record")
    view, last = page.view, page.view.page_count - 1
    key, control = Qt.Key, Qt.KeyboardModifier.ControlModifier

    def press(which: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> int:
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, which, modifier)
        return view.page

    assert QApplication.focusWidget() is view
    assert press(key.Key_End) == last
    assert press(key.Key_Home) == 0
    assert press(key.Key_PageDown, control) == 1
    assert press(key.Key_PageUp, control) == 0
    press(key.Key_PageDown)
    assert view.verticalScrollBar().value() == view.verticalScrollBar().pageStep()
    press(key.Key_PageUp)
    assert view.verticalScrollBar().value() == 0
    press(key.Key_Plus, control)
    larger = view.factor
    press(key.Key_Minus, control)
    assert view.factor < larger
    press(key.Key_0, control)
    assert view.zoom is Fit.WIDTH
    with qtbot.waitSignal(page.closed):
        press(key.Key_Escape)


def test_its_keys_come_before_shortcuts_of_the_window(
    page: PreviewPage, database: Database, qtbot: QtBot
) -> None:
    _show(qtbot, page, sample(database, CONFERENCE), "record")
    taken: list[str] = []
    for keys in ("Esc", "Ctrl+0"):
        shortcut = QShortcut(QKeySequence(keys), page)
        shortcut.activated.connect(lambda keys=keys: taken.append(keys))
        shortcut.activatedAmbiguously.connect(lambda keys=keys: taken.append(keys))

    page.view.set_zoom(1.0)
    QTest.keyClick(page.view, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    zoom = page.view.zoom
    with qtbot.waitSignal(page.closed):
        QTest.keyClick(page.bar.print_button, Qt.Key.Key_Escape)

    assert zoom is Fit.WIDTH
    assert taken == []


def test_keys_work_from_the_bar_too(page: PreviewPage, database: Database, qtbot: QtBot) -> None:
    _show(qtbot, page, sample(database, CONFERENCE), "record")

    page.bar.print_button.setFocus()
    QTest.keyClick(page.bar.print_button, Qt.Key.Key_End)

    assert page.view.page == page.view.page_count - 1


@pytest.mark.parametrize(("typed", "reached"), [("3", 2), ("99999", None)])
def test_the_page_field_goes_to_a_page(
    page: PreviewPage, database: Database, qtbot: QtBot, typed: str, reached: int | None
) -> None:
    _show(qtbot, page, sample(database, CONFERENCE), "record")
    field = page.bar.page_field
    wanted = page.view.page_count - 1 if reached is None else reached

    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, typed)
    QTest.keyClick(field, Qt.Key.Key_Return)

    assert page.view.page == wanted
    assert field.text() == str(wanted + 1)
    assert page.view.hasFocus()


def test_a_number_typed_without_enter_is_forgotten(
    page: PreviewPage, database: Database, qtbot: QtBot
) -> None:
    _show(qtbot, page, sample(database, CONFERENCE), "record")

    page.bar.page_field.setFocus()
    page.bar.page_field.setText("")
    page.view.setFocus()

    assert page.bar.page_field.text() == "1"


def test_the_wheel_zooms_with_control_around_the_pointer(
    page: PreviewPage, database: Database, qtbot: QtBot
) -> None:
    _show(qtbot, page, sample(database, CONFERENCE), "record")
    page.view.set_zoom(1.0)
    at = QPoint(400, 300)
    before = page.view._place_under(at)

    turn = QWheelEvent(
        QPointF(at),
        QPointF(page.view.viewport().mapToGlobal(at)),
        QPoint(),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.ControlModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,  # noqa: FBT003  # Qt's own order
    )
    QApplication.sendEvent(page.view.viewport(), turn)
    after = page.view._place_under(at)

    assert page.view.factor == 1.25
    assert before is not None
    assert after is not None
    assert after.page == before.page
    assert after.share == pytest.approx(before.share, abs=0.002)


def test_pages_fit_the_width_and_follow_the_window(
    page: PreviewPage, database: Database, qtbot: QtBot
) -> None:
    _show(qtbot, page, sample(database, CONFERENCE), "record")
    page.view.go_to(2)

    widths = []
    for width in (1100, 800):
        page.resize(width, 700)
        qtbot.waitUntil(lambda: page.idle)
        widths.append(page.view.viewport().width() - page.view._rect(0).width())

    assert widths == [32, 32]
    assert page.view.page == 2
    assert page.view.horizontalScrollBar().maximum() == 0
    page.view.set_zoom(Fit.PAGE)
    assert page.view._rect(0).height() + 32 <= page.view.viewport().height()


def test_zooming_keeps_the_middle_of_the_page_in_the_middle(
    page: PreviewPage, database: Database, qtbot: QtBot
) -> None:
    _show(qtbot, page, sample(database, CONFERENCE), "record")
    page.view.set_zoom(Fit.PAGE)

    page.view.set_zoom(3.0)

    centre = page.view.viewport().width() / 2
    assert page.view._rect(0).center().x() == pytest.approx(centre, abs=12)


def test_a_changed_meeting_is_made_anew_at_the_same_page_and_zoom(
    page: PreviewPage, qtbot: QtBot
) -> None:
    meeting = _long(20)
    _show(qtbot, page, meeting, "record")
    page.view.set_zoom(1.5)
    page.view.go_to(2)
    before, pages = _content(page), page.view.page_count

    page.refresh(MeetingPapers(replace(meeting, lines=(*meeting.lines, *_long(40).lines[20:]))))
    busy = page.bar.print_button.isEnabled(), page.view.page_count
    qtbot.waitUntil(lambda: page._making is None and page.idle, timeout=30_000)

    assert busy == (False, pages)  # what is seen stays until the new paper is there
    assert _content(page) != before
    assert page.view.page_count > pages
    assert (page.view.page, page.view.factor) == (2, 1.5)
    assert page.bar.print_button.isEnabled()


def test_of_two_changes_the_last_one_is_shown(page: PreviewPage, qtbot: QtBot) -> None:
    page.show_paper(MeetingPapers(_long(60)), "record")
    page.refresh(MeetingPapers(_long(2)))
    qtbot.waitUntil(lambda: page.view.page_count > 0, timeout=30_000)
    assert QThreadPool.globalInstance().waitForDone(30_000)
    QApplication.processEvents()

    assert page._papers == MeetingPapers(_long(2))
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
        _button(page, "取消").click()
        qtbot.waitUntil(lambda: not page.making_line.isVisible(), timeout=1000)

    assert not seen_at_once
    assert stopped.is_set()
    assert not page.bar.print_button.isEnabled()
    _button(page, "重新生成").click()
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

    qtbot.waitUntil(stopped.is_set, timeout=1000)
    assert page.view.page_count == 0


@pytest.mark.parametrize("language", ["zh_CN", "en"])
def test_a_refusal_is_told_in_three_parts_and_shows_no_old_paper(
    page: PreviewPage, database: Database, interface: Interface, qtbot: QtBot, language: str
) -> None:
    interface.speak(language)
    meeting = sample(database, CONFERENCE)
    _show(qtbot, page, meeting, "record")

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

    _show(qtbot, page, conference_of((line,), PERSON), "record")

    assert page.notes.isVisible()
    assert page.notes.words.text().startswith("U+202E（2 处，")


def test_closing_frees_file_and_pictures(
    page: PreviewPage, database: Database, qtbot: QtBot
) -> None:
    _show(qtbot, page, sample(database, CONFERENCE), "record")
    assert page._preview is not None
    file = page._preview.file
    gone = weakref.ref(page._preview.file._document)

    page.close_preview()

    qtbot.waitUntil(lambda: file.is_closed)
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

    _show(qtbot, page, meeting, "record")
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
    assert _button(page, "重新生成").isVisible()


def test_a_fault_while_drawing_comes_once(
    page: PreviewPage, database: Database, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> QImage:
        raise ZeroDivisionError

    monkeypatch.setattr(PdfFile, "picture", fail)
    with qtbot.captureExceptions() as faults:
        _show(qtbot, page, sample(database, CONFERENCE), "record")
        page.view.go_to(1)
        qtbot.waitUntil(lambda: page.idle)

    assert len(faults) == 1


def test_the_other_papers_of_a_meeting_are_offered(
    page: PreviewPage, database: Database, qtbot: QtBot
) -> None:
    _show(qtbot, page, sample(database, CONFERENCE), "record")
    alone = page.bar.kind_button.isVisible()
    asked: list[str] = []
    page.bar.kind_asked.connect(asked.append)

    page.bar.show_kinds("record", ("record", "transcript"))
    menu = page.bar.choices(page.bar.kind_button)
    texts = [(a.text(), a.isChecked()) for a in menu.actions()]
    menu.actions()[0].trigger()

    assert not alone
    assert texts == [("会议记录", True), ("听证笔录", False)]
    assert asked == ["record"]
    assert page.view.page_count > 0  # the one in view is not made again


def test_the_zooms_are_offered_with_the_one_in_force(
    page: PreviewPage, database: Database, qtbot: QtBot
) -> None:
    _show(qtbot, page, sample(database, CONFERENCE), "record")

    menu = page.bar.choices(page.bar.zoom_button)
    checked = [a.text() for a in menu.actions() if a.isChecked()]
    next(a for a in menu.actions() if a.text() == "150%").trigger()

    assert checked == ["适合宽度"]
    assert page.view.factor == 1.5
    assert page.bar.zoom_button.text() == "150%"


def test_export_is_asked_for_by_kind(page: PreviewPage, database: Database, qtbot: QtBot) -> None:
    _show(qtbot, page, sample(database, HEARING), "transcript")

    with qtbot.waitSignal(page.export_asked) as caught:
        _button(page, "导出…").click()

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
    _show(qtbot, page, sample(database, CONFERENCE), "record")

    assert page.minimumSizeHint().width() <= page.width()


def test_the_language_can_change_while_a_paper_is_shown(
    page: PreviewPage, database: Database, interface: Interface, qtbot: QtBot
) -> None:
    _show(qtbot, page, sample(database, CONFERENCE), "record")
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


def test_pages_stand_one_under_the_other_and_are_found_again_by_height() -> None:
    plan = PagePlan([QSizeF(595, 842)] * 300, 1.0)

    for page in (0, 137, 299):
        rect = plan.rect(page, 900)
        assert plan.page_at(rect.center().y()) == page
        assert plan.height_of(Place(page, 0.5)) == pytest.approx(rect.center().y(), abs=1)
        assert list(plan.pages(rect.top(), rect.bottom() + 1)) == [page]
        assert plan.pages(rect.bottom() + 1, rect.bottom() + 17) == range(page + 1, page + 1)
