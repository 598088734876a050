"""The pages of the preview: drawn where they are looked at, gone to and zoomed by hand."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, QSize, QSizeF, Qt
from PySide6.QtGui import QImage, QKeySequence, QShortcut, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from models.database import Database
from tests.ui.meetings import CONFERENCE, sample
from tests.ui.previews import content_of, long_conference, preview_in, show_paper
from ui.i18n import Interface
from ui.pages.preview_page import PreviewPage
from ui.pdf_file import PdfFile
from ui.theme import Theme
from ui.widgets import page_tiles
from ui.widgets.page_plan import Fit, PagePlan, Place


@pytest.fixture
def page(theme: Theme, interface: Interface, tmp_path: Path, qtbot: QtBot) -> Iterator[PreviewPage]:
    with preview_in(tmp_path, theme, interface, qtbot) as made:
        yield made


def test_all_pages_are_there_and_the_first_is_seen_as_pdfium_draws_it(
    page: PreviewPage, database: Database, qtbot: QtBot
) -> None:
    show_paper(qtbot, page, sample(database, CONFERENCE), "record")

    page.view.set_zoom(1.0)
    qtbot.waitUntil(lambda: page.idle)
    shown = page.view.viewport().grab().toImage()
    file = PdfFile(content_of(page))
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
    show_paper(qtbot, page, long_conference(120), "record")
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
    show_paper(qtbot, page, long_conference(40), "record")

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
    show_paper(qtbot, page, long_conference(120), "record")
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
    show_paper(qtbot, page, sample(database, CONFERENCE), "record")
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
    show_paper(qtbot, page, sample(database, CONFERENCE), "record")
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
    show_paper(qtbot, page, sample(database, CONFERENCE), "record")

    page.bar.print_button.setFocus()
    QTest.keyClick(page.bar.print_button, Qt.Key.Key_End)

    assert page.view.page == page.view.page_count - 1


@pytest.mark.parametrize(("typed", "reached"), [("3", 2), ("99999", None)])
def test_the_page_field_goes_to_a_page(
    page: PreviewPage, database: Database, qtbot: QtBot, typed: str, reached: int | None
) -> None:
    show_paper(qtbot, page, sample(database, CONFERENCE), "record")
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
    show_paper(qtbot, page, sample(database, CONFERENCE), "record")

    page.bar.page_field.setFocus()
    page.bar.page_field.setText("")
    page.view.setFocus()

    assert page.bar.page_field.text() == "1"


def test_the_wheel_zooms_with_control_around_the_pointer(
    page: PreviewPage, database: Database, qtbot: QtBot
) -> None:
    show_paper(qtbot, page, sample(database, CONFERENCE), "record")
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
    show_paper(qtbot, page, sample(database, CONFERENCE), "record")
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
    show_paper(qtbot, page, sample(database, CONFERENCE), "record")
    page.view.set_zoom(Fit.PAGE)

    page.view.set_zoom(3.0)

    centre = page.view.viewport().width() / 2
    assert page.view._rect(0).center().x() == pytest.approx(centre, abs=12)


def test_pages_stand_one_under_the_other_and_are_found_again_by_height() -> None:
    plan = PagePlan([QSizeF(595, 842)] * 300, 1.0)

    for page in (0, 137, 299):
        rect = plan.rect(page, 900)
        assert plan.page_at(rect.center().y()) == page
        assert plan.height_of(Place(page, 0.5)) == pytest.approx(rect.center().y(), abs=1)
        assert list(plan.pages(rect.top(), rect.bottom() + 1)) == [page]
        assert plan.pages(rect.bottom() + 1, rect.bottom() + 17) == range(page + 1, page + 1)
