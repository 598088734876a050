"""The pages of forms: what stands on them, who can reach it, and when it may change."""

import gc
import weakref
from collections.abc import Iterator
from itertools import groupby, pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from models.forms import GROUPS
from models.vocabulary import MeetingKind
from tests.ui.form_bench import Bench, bench_on
from ui.forms.entry_list import EntryCard, EntryList
from ui.forms.fields import FieldEditor
from ui.forms.form import GroupForm
from ui.forms.page import FormPage, SectionFrame
from ui.forms.profile_field import ProfileField
from ui.forms.tab_order import tab_stops
from ui.forms.text_list import TextList
from ui.i18n import Interface
from ui.pages.after_page import AfterPage
from ui.pages.basics_page import BasicsPage
from ui.pages.case_page import CasePage
from ui.pages.deliberation_page import DeliberationPage
from ui.theme import Theme, ThemeChoice

PAGES: tuple[type[BasicsPage | CasePage | DeliberationPage | AfterPage], ...] = (
    BasicsPage,
    CasePage,
    DeliberationPage,
    AfterPage,
)
SAMPLES = {
    MeetingKind.JOINT_CONFERENCE: ("s08-joint", "J5", "J8", "J11"),
    MeetingKind.HEARING: ("s03-hearing", "H6", "H11", "H13"),
}
KINDS = tuple(MeetingKind)
ELSEWHERE = {
    *("participant", "recusal", "material", "agenda_item", "line", "opinion"),
    *("signature", "correction_sheet", "kept_wording"),
}
"""Groups that do not stand on the pages of forms."""
NO_MODIFIER = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def bench(
    qtbot: QtBot,
    theme: Theme,
    interface: Interface,  # noqa: ARG001  # words are Chinese
    tmp_path: Path,
) -> Iterator[Bench]:
    with bench_on(qtbot, theme, tmp_path / "lianxi.db") as made:
        yield made


def _page(
    bench: Bench, page: type[BasicsPage | CasePage | DeliberationPage | AfterPage]
) -> FormPage:
    made = page(bench.theme, bench.editor, lambda: bench.language)
    bench.show(made)
    bench.wait(lambda: made.is_complete)
    bench.settle()
    return made


def _has_room(part: QWidget) -> bool:
    least = part.minimumSizeHint()
    return part.width() >= least.width() and part.height() >= least.height()


def _fields(page: QWidget) -> list[FieldEditor]:
    return page.findChildren(FieldEditor)


@pytest.mark.parametrize("kind", KINDS)
def test_the_pages_hold_every_field_of_the_case_file_once(
    bench: Bench, kind: MeetingKind, tmp_path: Path
) -> None:
    name, state, *_ = SAMPLES[kind]
    bench.sample(name, state, tmp_path)
    found: list[tuple[str, str]] = []
    for page in PAGES:
        for section in _page(bench, page).sections:
            for part in section.parts:
                match part:
                    case GroupForm():
                        found += [(part.group, field) for field in part.editors]
                    case EntryList():
                        groups = [part.group, *(["party"] if part.group == "case" else [])]
                        found += [(g, field) for g in groups for field in GROUPS[g].fields]
                    case TextList():
                        found += [(part._group, field) for field in GROUPS[part._group].fields]

    wanted = {
        (group, field)
        for group, rule in GROUPS.items()
        for field, one in rule.fields.items()
        if group not in ELSEWHERE and kind in rule.kinds & one.kinds
    }
    assert set(found) == wanted
    assert len(found) == len(wanted)


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
    shown = _page(bench, page)
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

    fields = _fields(shown)
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
    shown = _page(bench, page)

    nameless = [
        stop
        for stop in tab_stops(shown._host)
        if stop.isVisible() and not stop.accessibleName() and not getattr(stop, "text", str)()
    ]

    assert nameless == []


@pytest.mark.parametrize("kind", KINDS)
def test_a_signed_meeting_is_read_only_and_says_why_but_for_what_follows_it(
    bench: Bench, kind: MeetingKind, tmp_path: Path
) -> None:
    name, _, signed, _ = SAMPLES[kind]
    bench.sample(name, signed, tmp_path)

    basics, after = _page(bench, BasicsPage), _page(bench, AfterPage)

    assert "已签名" in basics._reason.text()
    assert basics._reason.isVisible()
    assert not after._reason.isVisible()
    by_name = {(f.group, f.field): f for f in (*_fields(basics), *_fields(after))}
    assert by_name["schedule", "place"]._locked
    assert not by_name["meeting", "notes"]._locked
    assert not by_name["archive", "code"]._locked


@pytest.mark.parametrize("kind", KINDS)
def test_an_archived_meeting_can_be_read_only(
    bench: Bench, kind: MeetingKind, tmp_path: Path
) -> None:
    name, *_, archived = SAMPLES[kind]
    bench.sample(name, archived, tmp_path)

    after = _page(bench, AfterPage)

    assert after._reason.text() == "会议已归档，内容只能查看。"
    assert all(field._locked for field in _fields(after))


def test_a_value_of_a_closed_list_is_read_in_words_when_it_is_locked(
    bench: Bench, tmp_path: Path
) -> None:
    bench.sample("s01-joint", "J7", tmp_path)
    basics = _page(bench, BasicsPage)
    profile = next(f for f in _fields(basics) if f.field == "profile")

    line = profile.input.entry_widget()

    assert getattr(line, "text", str)() == "严格参考"
    assert line.isVisible()


def test_the_divergence_report_stands_only_where_it_may_be_due(
    bench: Bench, tmp_path: Path
) -> None:
    bench.sample("s08-joint", "J8", tmp_path)
    after = _page(bench, AfterPage)
    report = next(s for s in after.sections if s.title.text() == "分歧情况报告")
    assert report.isVisible()
    assert "不属于会议记录" in report.note.text()

    bench.sample("s01-joint", "J8", tmp_path)

    bench.wait(lambda: not report.isVisible())


def test_the_handlers_note_says_that_it_is_no_part_of_the_conference(
    bench: Bench, tmp_path: Path
) -> None:
    bench.sample("s01-joint", "J8", tmp_path)
    after = _page(bench, AfterPage)

    texts = [label.text() for label in after.findChildren(QLabel) if label.isVisible()]

    assert "本说明由承办检察官个人作出，不属于会议内容，不印入会议记录。" in texts


def test_answers_name_the_opinions_they_refer_to(bench: Bench, tmp_path: Path) -> None:
    bench.sample("s08-joint", "J8", tmp_path)
    after = _page(bench, AfterPage)
    (card, *_) = after.findChildren(EntryCard)
    line = card.form.editors["line"]

    bench.wait(lambda: "尹清夷" in line.input.entry_widget().currentText())  # type: ignore[attr-defined]  # a list
    assert line.input.entry_widget().currentText().startswith("第3条")  # type: ignore[attr-defined]


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("kind", KINDS)
def test_no_page_counts_or_sums_up_opinions(
    bench: Bench, page: type[BasicsPage], kind: MeetingKind, tmp_path: Path
) -> None:
    """Only the deliberation of a hearing knows a majority, in the officers' own words."""
    name, state, *_ = SAMPLES[kind]
    bench.sample(name, state, tmp_path)
    shown = _page(bench, page)

    labels = [label.text() for label in shown.findChildren(QLabel) if label.isVisible()]

    for word in ("票", "表决", "决议", "倾向", "统计", "占比"):
        assert not [text for text in labels if word in text]
    if kind is MeetingKind.JOINT_CONFERENCE:
        assert not [text for text in labels if "多数" in text]


def test_another_kind_of_meeting_brings_its_own_sections(bench: Bench, tmp_path: Path) -> None:
    first = bench.sample("s01-joint", "J5", tmp_path)
    basics = _page(bench, BasicsPage)
    assert "听证审批" not in [s.title.text() for s in basics.sections]

    bench.sample("s03-hearing", "H6", tmp_path)
    bench.wait(lambda: "听证审批" in [s.title.text() for s in basics.sections])

    bench.edit(first)
    bench.wait(lambda: "听证审批" not in [s.title.text() for s in basics.sections])


def test_the_scroll_stays_while_values_come_in(bench: Bench, tmp_path: Path) -> None:
    bench.sample("s01-joint", "J5", tmp_path)
    case = _page(bench, CasePage)
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
    shown = _page(bench, page)

    bench.window.resize(640, 520)

    fields = [field for field in _fields(shown) if field.isVisible()]
    parts = [part for field in fields for part in (field.label, field.input)]
    bench.wait(lambda: shown._host.minimumSizeHint().width() <= shown.viewport().width())
    bench.wait(lambda: all(_has_room(part) for part in parts))
    bench.theme.scale_text(1.0)


def test_both_languages_and_both_themes_at_run_time(
    bench: Bench, interface: Interface, tmp_path: Path
) -> None:
    bench.sample("s08-joint", "J5", tmp_path)
    basics = _page(bench, BasicsPage)
    title = next(f for f in _fields(basics) if f.field == "title")
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
        _page(bench, page)

        assert bench.window.isActiveWindow()
        assert {w for w in QApplication.topLevelWidgets() if w.isVisible()} == {bench.window}


@pytest.mark.parametrize("page", PAGES)
def test_a_page_that_is_closed_is_freed(
    bench: Bench, page: type[BasicsPage], tmp_path: Path
) -> None:
    bench.sample("s08-joint", "J5", tmp_path)
    shown = _page(bench, page)
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


def test_the_offices_own_rules_are_shown_once_they_are_needed_or_entered(
    bench: Bench, tmp_path: Path
) -> None:
    bench.sample("s01-joint", "J1", tmp_path)
    page = _page(bench, BasicsPage)
    rules = next(part for part in page.findChildren(EntryList) if part.group == "office_rule")
    assert not rules.isVisible()

    field = next(field for field in _fields(page) if field.field == "profile")
    assert isinstance(field, ProfileField)
    bench.enter(field, "dept")
    bench.window.resize(640, 520)
    field.enter_rules.click()

    bench.wait(rules.isVisible)
    first = next(iter(rules.cards.values())).form.editors["title"]
    bench.wait(lambda: first.visibleRegion().boundingRect().height() == first.height())
    bench.wait(first.input.holds_focus)
