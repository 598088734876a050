"""The window as a person uses it: read, narrowed, resized, switched, reached, restored."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QLineEdit,
    QPlainTextEdit,
    QProgressBar,
    QWidget,
)
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from models.profiles import load_profiles
from models.snapshot import MeetingRow
from tests.ui.conftest import WindowMaker
from tests.ui.driving import open_samples, select, show
from tests.ui.meetings import CONFERENCE, HEARING, TIBETAN, sample_file
from ui.main_window import MINIMUM_SIZE, MainWindow
from ui.settings import SettingsStore
from ui.theme import ThemeChoice
from ui.workspace import Workspace

CONFERENCE_STATEMENT = "参考意见 · 仅供承办检察官参考，不形成决议或者倾向性意见。"
HEARING_STATEMENT = "听证意见是人民检察院依法处理案件的重要参考，不是处理决定。"


def test_an_empty_window_says_what_it_is_for_and_offers_the_first_step(
    qtbot: QtBot, make_window: WindowMaker
) -> None:
    window = make_window()

    show(qtbot, window)

    assert window.desk.empty.isVisible()
    assert not window.desk.meetings.isVisible()
    assert not window.actions_by_id["export"].isEnabled()
    buttons = [b.text() for b in window.desk.empty.findChildren(QAbstractButton)]
    assert buttons == ["新建联席会议", "新建听证", "打开案件文件…", "试用示例"]


def test_a_faulty_profile_is_told_with_its_line_and_the_window_goes_on(
    qtbot: QtBot, make_window: WindowMaker, tmp_path: Path
) -> None:
    folder = tmp_path / "data" / "profiles"
    folder.mkdir(parents=True)
    (folder / "own.toml").write_text('id = "own"\nkind = 1\n', encoding="utf-8")
    window = make_window()

    show(qtbot, window)
    qtbot.waitUntil(window.desk.notice.isVisible)

    assert "第2行第1列" in window.desk.notice.text
    assert window.workspace.profiles.keys() == load_profiles(()).keys()
    assert window.actions_by_id["open"].isEnabled()


def test_the_sample_shows_a_conference_and_a_hearing(
    qtbot: QtBot, make_window: WindowMaker
) -> None:
    window = make_window()
    show(qtbot, window)

    window.desk.empty.sample_asked.emit()
    qtbot.waitUntil(window.desk.page.isVisible)

    shown = [row for row in window.desk.meetings.model.rows if isinstance(row, MeetingRow)]
    assert len(shown) == 2
    assert window.desk.people.isVisible()
    assert len(window.desk.page.record.model.rows) > 5


def test_each_kind_of_meeting_has_its_own_statement(qtbot: QtBot, make_window: WindowMaker) -> None:
    window = make_window()
    show(qtbot, window)
    assert window.banner.statement == CONFERENCE_STATEMENT

    window.open_files([sample_file(CONFERENCE), sample_file(HEARING)])
    qtbot.waitUntil(window.desk.page.isVisible)
    for title, own in (("听证会", HEARING_STATEMENT), ("联席会议", CONFERENCE_STATEMENT)):
        select(qtbot, window, title)

        assert window.banner.isVisible()
        assert window.banner.statement == own


def test_the_list_is_narrowed_by_words(qtbot: QtBot, make_window: WindowMaker) -> None:
    window = make_window()
    open_samples(qtbot, window, CONFERENCE, HEARING)

    window.actions_by_id["filter"].trigger()
    window.desk.meetings.filter.setText("听证室")

    shown = [row.title for row in window.desk.meetings.model.rows if isinstance(row, MeetingRow)]
    assert shown == ["校园周边食品安全行政公益诉讼检察听证会"]
    assert window.desk.meetings.count.text() == "1 / 2"


def test_the_steps_of_a_hearing_lead_into_the_record(
    qtbot: QtBot, make_window: WindowMaker
) -> None:
    window = make_window(1366, 700)
    open_samples(qtbot, window, HEARING)
    outline = window.desk.page.record.outline

    index = outline.model.index(outline.model.row_of("step 3"), 0)
    outline.view.setCurrentIndex(index)
    QTest.keyClick(outline.view, Qt.Key.Key_Return)

    timeline = window.desk.page.record.timeline
    first = window.desk.page.record.model.rows[timeline.rowAt(2)]
    assert getattr(first, "step", None) == 3


@pytest.mark.parametrize("scale", [1.0, 1.25, 1.5, 2.0])
@pytest.mark.parametrize("language", ["zh_CN", "en"])
def test_no_size_of_text_pushes_the_window_beyond_a_small_screen(
    qtbot: QtBot, make_window: WindowMaker, scale: float, language: str
) -> None:
    make_window.interface.speak(language)
    window = make_window(1366, 768)
    make_window.theme.scale_text(scale)
    open_samples(qtbot, window, HEARING)

    window.desk.papers.export()
    QApplication.processEvents()

    needed = window.centralWidget().minimumSizeHint()
    assert needed.width() <= 1366
    assert needed.height() <= 768
    assert window.size().toTuple() == (1366, 768)
    if scale == 1.0:
        assert needed.width() <= MINIMUM_SIZE[0]
        assert needed.height() <= MINIMUM_SIZE[1]


def test_the_window_comes_back_as_it_was(
    qtbot: QtBot, make_window: WindowMaker, settings: SettingsStore
) -> None:
    first = make_window(1500, 800)
    open_samples(qtbot, first, CONFERENCE, HEARING, TIBETAN)
    select(qtbot, first, "河澜州")
    first.desk.setSizes([280, 900, 320])
    sizes = first.desk.sizes()
    first.close()
    first.workspace.close()

    second = make_window.restored()
    show(qtbot, second)
    qtbot.waitUntil(lambda: "河澜州" in second.desk.page.header.title)

    assert second.size().toTuple() == (1500, 800)
    assert second.desk.sizes()[::2] == sizes[::2]
    assert second.desk.page.meeting is not None
    assert second.desk.page.meeting.id == settings.value.last_meeting


def test_language_and_theme_change_while_running(qtbot: QtBot, make_window: WindowMaker) -> None:
    window = make_window()
    open_samples(qtbot, window, HEARING)

    for menu in ("choice theme", "choice language", "choice text_scale"):
        assert window.menus.findChild(QWidget, menu) is not None
    make_window.theme.choose(ThemeChoice.DARK)
    make_window.interface.speak("en")
    make_window.interface.speak("zh_CN")

    assert window.windowTitle() == "校园周边食品安全行政公益诉讼检察听证会 — 联席"
    assert window.banner.statement == HEARING_STATEMENT
    assert window.grab().toImage().pixelColor(2, 300).lightness() < 60


def test_the_view_menu_remembers_what_is_chosen(
    qtbot: QtBot, make_window: WindowMaker, settings: SettingsStore
) -> None:
    window = make_window()
    show(qtbot, window)

    for menu, place in (("theme", 2), ("text_scale", 1), ("language", 0)):
        choice = window.menus.findChild(QWidget, f"choice {menu}")
        assert choice is not None
        choice.actions()[place].trigger()

    value = settings.value
    assert (value.theme, value.text_scale, value.language) == ("dark", 1.25, "zh_CN")


def test_every_control_and_row_has_a_name_for_the_screen_reader(
    qtbot: QtBot, make_window: WindowMaker
) -> None:
    window = make_window()
    open_samples(qtbot, window, CONFERENCE, HEARING)
    window.desk.papers.export()
    controls = (QAbstractButton, QLineEdit, QAbstractItemView, QPlainTextEdit, QProgressBar)

    nameless = [
        f"{type(widget).__name__} {widget.objectName()}"
        for widget in window.findChildren(QWidget)
        if isinstance(widget, controls)
        and widget.isVisible()
        and not QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)
    ]
    rows = [
        model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole)
        for model in (
            window.desk.meetings.model,
            window.desk.people.model,
            window.desk.page.record.model,
            window.desk.page.record.outline.model,
        )
        for row in range(model.rowCount())
    ]

    assert nameless == []
    assert all(rows)


def test_everything_in_view_is_reached_with_the_tab_key(
    qtbot: QtBot, make_window: WindowMaker
) -> None:
    window = make_window()
    open_samples(qtbot, window, HEARING)
    wanted = {
        window.desk.meetings.filter,
        window.desk.meetings.view,
        window.desk.page.record.outline.view,
        window.desk.page.record.timeline,
        window.desk.people.view,
    }

    reached: set[QWidget] = set()
    widget: QWidget | None = window.desk.meetings.filter
    for _ in range(2000):
        if widget is None:
            break
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible():
            reached.add(widget)
        widget = widget.nextInFocusChain()

    assert wanted <= reached


def test_about_and_shortcuts_open_without_blocking(qtbot: QtBot, make_window: WindowMaker) -> None:
    window = make_window()
    show(qtbot, window)

    for name in ("about", "shortcuts", "about", "shortcuts"):  # each opens once
        window.actions_by_id[name].trigger()
    dialogs = [w for w in QApplication.topLevelWidgets() if w.isVisible() and w is not window]

    assert sorted(dialog.windowTitle() for dialog in dialogs) == ["关于联席", "快捷键"]
    text = " ".join(edit.toPlainText() for edit in dialogs[0].findChildren(QPlainTextEdit))
    text += " ".join(edit.toPlainText() for edit in dialogs[1].findChildren(QPlainTextEdit))
    assert "ISC License" in text
    for dialog in dialogs:
        dialog.close()


def test_a_window_that_goes_right_after_its_first_paint_tells_nobody_of_it(
    qtbot: QtBot, make_window: WindowMaker
) -> None:
    settings, theme, interface = make_window.settings, make_window.theme, make_window.interface
    workspace = Workspace(make_window.database)
    window = MainWindow(workspace, settings, theme, interface=interface)
    window.grab()
    delete(window)

    qtbot.wait(10)  # nothing is raised
