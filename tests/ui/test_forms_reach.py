"""The pages of forms in use: while they are made, by Tab, in the least window, until freed."""

import gc
import weakref
from itertools import groupby, pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from models.vocabulary import MeetingKind
from tests.ui.form_bench import Bench
from tests.ui.form_pages import KINDS, PAGES, SAMPLES, fields_of, page_on
from ui.forms.page import SectionFrame
from ui.forms.tab_order import tab_stops
from ui.i18n import Interface
from ui.pages.basics_page import BasicsPage
from ui.pages.case_page import CasePage
from ui.theme import ThemeChoice

NO_MODIFIER = Qt.KeyboardModifier.NoModifier


def _has_room(part: QWidget) -> bool:
    least = part.minimumSizeHint()
    return part.width() >= least.width() and part.height() >= least.height()


def test_keys_come_through_while_a_page_is_being_made(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    bench.new_meeting(MeetingKind.HEARING)
    page = BasicsPage(bench.theme, bench.editor, lambda: bench.language)
    happened: list[str] = []
    make = page._make_section

    def made(kind: MeetingKind) -> SectionFrame:
        section = make(kind)
        title = page.sections[0].findChildren(QLineEdit)[0]
        if not happened:
            title.textEdited.connect(lambda _text: happened.append("key"))
        happened.append("section")
        key = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_X, NO_MODIFIER, "x")
        QCoreApplication.postEvent(title, key)
        return section

    monkeypatch.setattr(page, "_make_section", made)

    bench.show(page)
    bench.wait(lambda: happened.count("key") == 6)

    at_once = [len(list(run)) for what, run in groupby(happened) if what == "section"]
    assert happened.count("section") == 6
    assert max(at_once) <= 2  # the loop may take a timer again before what was posted
    assert page.findChildren(QLineEdit)[0].text() == "xxxxxx"


def test_a_page_left_half_made_is_finished_for_the_meeting_it_comes_back_to(bench: Bench) -> None:
    bench.new_meeting(MeetingKind.HEARING)
    page = BasicsPage(bench.theme, bench.editor, lambda: bench.language)
    bench.show(page)
    page.hide()
    bench.new_meeting(MeetingKind.JOINT_CONFERENCE)

    page.show()
    bench.wait(lambda: page.is_complete)

    titles = [section.title.text() for section in page.sections if section.isVisible()]
    assert titles == ["会议", "时间和地点", "人数要求", "备注"]


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("kind", KINDS)
def test_tab_reaches_every_field_in_the_order_of_reading(
    bench: Bench, page: type[BasicsPage], kind: MeetingKind, tmp_path: Path
) -> None:
    name, state, *_ = SAMPLES[kind]
    bench.sample(name, state, tmp_path)
    shown = page_on(bench, page)
    stops = [stop for stop in tab_stops(shown._host) if stop.isVisible() and stop.isEnabled()]
    reached: list[QWidget] = []

    if stops:
        stops[0].setFocus(Qt.FocusReason.TabFocusReason)
    for _ in range(2 * len(stops)):
        focused = QApplication.focusWidget()
        assert focused is not None
        if focused is bench.elsewhere:
            break
        reached.append(focused)
        QTest.keyClick(focused, Qt.Key.Key_Tab)

    fields = fields_of(shown)
    for field in fields:
        assert any(field.isAncestorOf(widget) for widget in reached) or not field.isVisible()
    places = [
        field.mapTo(shown._host, field.rect().topLeft())
        for widget in reached
        for field in fields
        if field.isAncestorOf(widget)
    ]
    for former, later in pairwise(places):
        assert later.y() > former.y() or later.x() > former.x()


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("kind", KINDS)
def test_everything_that_takes_the_focus_has_a_name(
    bench: Bench, page: type[BasicsPage], kind: MeetingKind, tmp_path: Path
) -> None:
    name, state, *_ = SAMPLES[kind]
    bench.sample(name, state, tmp_path)
    shown = page_on(bench, page)

    nameless = [
        stop
        for stop in tab_stops(shown._host)
        if stop.isVisible() and not stop.accessibleName() and not getattr(stop, "text", str)()
    ]

    assert nameless == []


def test_the_scroll_stays_while_values_come_in(bench: Bench, tmp_path: Path) -> None:
    bench.sample("s01-joint", "J5", tmp_path)
    case = page_on(bench, CasePage)
    bar = case.verticalScrollBar()
    bench.wait(lambda: bar.maximum() > 200)
    bar.setValue(150)

    bench.editor.set_values("meeting", {"title": "别处改的"}, name="修改")
    bench.wait(lambda: bench.stored("meeting", "title") == "别处改的")
    bench.settle()

    assert bar.value() == 150


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_nothing_is_cut_off_in_the_least_window(
    bench: Bench, page: type[BasicsPage], kind: MeetingKind, scale: float, tmp_path: Path
) -> None:
    name, state, *_ = SAMPLES[kind]
    bench.sample(name, state, tmp_path)
    bench.theme.scale_text(scale)
    shown = page_on(bench, page)

    bench.window.resize(640, 520)

    fields = [field for field in fields_of(shown) if field.isVisible()]
    parts = [part for field in fields for part in (field.label, field.input)]
    bench.wait(lambda: shown._host.minimumSizeHint().width() <= shown.viewport().width())
    bench.wait(lambda: all(_has_room(part) for part in parts))
    bench.theme.scale_text(1.0)


def test_both_languages_and_both_themes_at_run_time(
    bench: Bench, interface: Interface, tmp_path: Path
) -> None:
    bench.sample("s08-joint", "J5", tmp_path)
    basics = page_on(bench, BasicsPage)
    title = next(f for f in fields_of(basics) if f.field == "title")
    bench.write(title, "改了一半")

    bench.language = "en"
    interface.speak("en")
    bench.theme.choose(ThemeChoice.DARK)
    bench.wait(lambda: title.label.text() == "Title")
    bench.language = "zh_CN"
    interface.speak("zh_CN")
    bench.theme.choose(ThemeChoice.LIGHT)
    bench.wait(lambda: title.label.text() == "会议名称")

    assert title.input.text() == "改了一半"
    assert title.input.holds_focus()


@pytest.mark.parametrize("kind", KINDS)
def test_no_part_is_ever_a_window_of_its_own(
    bench: Bench, kind: MeetingKind, tmp_path: Path
) -> None:
    """A part that is shown before it stands in the page would flash and take the focus."""
    name, state, *_ = SAMPLES[kind]
    bench.sample(name, state, tmp_path)
    bench.show(QWidget())
    for page in PAGES:
        page_on(bench, page)

        assert bench.window.isActiveWindow()
        assert {w for w in QApplication.topLevelWidgets() if w.isVisible()} == {bench.window}


@pytest.mark.parametrize("page", PAGES)
def test_a_page_that_is_closed_is_freed(
    bench: Bench, page: type[BasicsPage], tmp_path: Path
) -> None:
    bench.sample("s08-joint", "J5", tmp_path)
    shown = page_on(bench, page)
    gone: list[bool] = []
    shown.destroyed.connect(lambda: gone.append(True))
    trace = weakref.ref(shown)

    shown.setParent(None)
    shown.deleteLater()
    del shown
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()

    assert gone
    assert trace() is None
    bench.editor.set_values("meeting", {"title": "之后"}, name="修改")
    bench.wait(lambda: bench.stored("meeting", "title") == "之后")
