"""The page of opinions: the grid by keys and by mouse, spoken, in any room and language."""

from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from models.opinion_grid import Heard
from models.vocabulary import Manner
from tests.ui.conftest import WindowMaker
from tests.ui.form_bench import compose
from tests.ui.opinions import QUESTIONS, Reading, focused_widget, make_reading
from ui import operations
from ui.forms.tab_order import tab_stops


@pytest.fixture
def reading(qtbot: QtBot, make_window: WindowMaker, tmp_path: Path) -> Reading:
    return make_reading(qtbot, make_window, tmp_path, "J6")


def test_the_grid_names_people_in_speaking_order_and_says_how_far_each_was_heard(
    reading: Reading,
) -> None:
    model = reading.page._grid_model

    names = [person.name for person in model.people]
    assert names == ["龚䶮", "司马㛃", "赵犇", "阿旺·才让", "罗承砚", "陶𬤇", "林𬭎昱"]
    assert model.titles == ("未指明问题",)
    assert reading.states() == [*["已发表"] * 5, "不征询", "不征询"]


def test_each_cell_is_told_in_words(reading: Reading) -> None:
    reading.ask(*QUESTIONS)
    model = reading.page._grid_model
    reading.run(_answers(reading, 0, 0))
    reading.wait(lambda: reading.states()[0] == "已发表")

    told = model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)

    assert told == "问题1，龚䶮：已发表"
    interface = QAccessible.queryAccessibleInterface(reading.page.grid)
    assert "问题1，龚䶮：已发表" in _texts(interface)


def _texts(interface: Any) -> list[str]:
    children = (interface.child(place) for place in range(interface.childCount()))
    return [child.text(QAccessible.Text.Name) for child in children if child]


def _answers(reading: Reading, opinion: int, question: int) -> Any:
    values = {"question": reading.meeting.question_ids[question]}
    return operations.set_values(
        reading.meeting.id, "opinion", values,
        profiles={}, name="问题", entry_id=reading.opinions[opinion].id,
    )  # fmt: skip


def test_arrows_walk_the_grid_and_enter_opens_the_words(reading: Reading) -> None:
    grid, view = reading.page.grid, reading.page.view
    reading.focus(grid)

    QTest.keyClick(grid, Qt.Key.Key_Right)
    QTest.keyClick(grid, Qt.Key.Key_Return)

    assert reading.chosen == reading.opinions[1]
    assert view.hasFocus()
    assert "我和龚䶮看法不同" in reading.page.model.rows[1].line.text  # type: ignore[union-attr,operator]


def test_a_click_opens_the_words_too(reading: Reading) -> None:
    grid = reading.page.grid
    spot = grid.visualRect(reading.page._grid_model.index(0, 2)).center()

    QTest.mouseClick(grid.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(spot))

    assert reading.chosen == reading.opinions[2]


def test_who_is_waited_for_can_be_noted_from_the_grid_by_keys(reading: Reading) -> None:
    reading.ask(*QUESTIONS)
    grid = reading.page.grid
    reading.focus(grid)
    QTest.keyClick(grid, Qt.Key.Key_Down)
    QTest.keyClick(grid, Qt.Key.Key_Return)
    written = reading.page.register.written
    assert written.hasFocus()

    QTest.keyClick(written, Qt.Key.Key_Return)
    reading.wait(lambda: len(reading.opinions) == 6)
    reading.wait(reading.field("text").input.holds_focus)
    compose(focused_widget(), commit="同意起诉。")
    reading.focus(reading.page.view)

    reading.wait(lambda: reading.opinions[-1].text == "同意起诉。")
    new = reading.opinions[-1]
    assert (new.manner, new.question_id) == (Manner.WRITTEN, reading.meeting.question_ids[1])
    assert new.author_id == reading.page._grid_model.people[0].id
    reading.wait(lambda: reading.states(1)[0] == "书面")


def test_a_specialists_cell_leads_to_the_explanation_in_the_record(
    qtbot: QtBot, make_window: WindowMaker, tmp_path: Path
) -> None:
    reading = make_reading(qtbot, make_window, tmp_path, "J6", "s02-joint")
    column = [p.name for p in reading.page._grid_model.people].index("仁青·拉姆")
    assert reading.states()[column] == "已说明"

    reading.page.grid.opened.emit(0, column)

    assert reading.window.desk.page.tab == "record"
    (line,) = reading.window.desk.page.record.selected_lines()
    assert line.seq == 3


def test_nobody_is_waited_for_once_the_record_is_signed(
    qtbot: QtBot, make_window: WindowMaker, tmp_path: Path
) -> None:
    reading = make_reading(qtbot, make_window, tmp_path, "J7", "s05-joint")
    grid = reading.page._grid_model

    shown = [grid.cell(grid.index(0, c)) for c in range(grid.columnCount())]

    assert "待发表" not in {cell.word for cell in shown}
    assert [cell.word for cell in shown if cell.cell.state is Heard.RECUSED] == ["回避"]


def test_an_opinion_just_typed_stands_on_the_page(reading: Reading) -> None:
    desk = reading.window.desk
    desk.page.show_tab("record")
    composer = desk.page.record.composer
    composer.speaker.choose(reading.meeting.participants[1].id)
    composer.kind.choose("意见")
    compose(composer.text, commit="我补充一点。")
    QTest.keyClick(composer.text, Qt.Key.Key_Return)
    reading.wait(lambda: len(reading.opinions) == 6)

    desk.page.show_tab("opinions")

    assert reading.page.model.rows[-1].line.text == "我补充一点。"  # type: ignore[union-attr]
    assert reading.page._grid_model.people[5].name == "陶𬤇"


def test_tab_goes_through_the_page_as_it_is_read_and_all_of_it_has_a_name(
    reading: Reading,
) -> None:
    reading.ask(*QUESTIONS)
    reading.choose(0)
    host = reading.page._host
    stops = [stop for stop in tab_stops(host) if stop.isVisible() and stop.isEnabled()]
    reading.focus(stops[0])

    reached = [stops[0]]
    for _ in stops[1:]:
        QTest.keyClick(focused_widget(), Qt.Key.Key_Tab)
        reached.append(focused_widget())

    assert reached == stops
    assert stops[:2] == [reading.page.grid, reading.page.register.person]
    assert all(stop.accessibleName() or getattr(stop, "text", str)() for stop in stops)
    for former, later in pairwise(reading.page.form.form.editors.values()):
        if former.isVisible() and later.isVisible():
            one, other = (f.mapTo(host, QPoint()) for f in (former, later))
            assert other.y() > one.y() or other.x() > one.x()


def test_nothing_on_the_page_counts_or_sums_up(reading: Reading) -> None:
    reading.ask(*QUESTIONS)
    texts = [label.text() for label in reading.page.findChildren(QLabel) if label.isVisible()]
    model = reading.page._grid_model
    for row in range(model.rowCount()):
        texts += reading.states(row)

    for word in ("票", "表决", "决议", "倾向", "占比", "多数", "少数", "采纳", "赞成", "反对"):
        assert not [text for text in texts if word in text]


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_the_grid_is_scrolled_where_there_is_no_room(reading: Reading, scale: float) -> None:
    window, page = reading.window, reading.page
    reading.ask(*QUESTIONS)
    page._theme.scale_text(scale)
    window.resize(1366, 768)
    reading.wait(lambda: page._host.width() <= page.viewport().width())
    grid = page.grid
    reading.focus(grid)

    for _ in range(grid.model().columnCount()):
        QTest.keyClick(grid, Qt.Key.Key_Right)

    last = grid.visualRect(grid.currentIndex())
    assert grid.currentIndex().column() == grid.model().columnCount() - 1
    assert grid.viewport().rect().contains(last.center())
    assert grid.width() <= page.viewport().width()
    page._theme.scale_text(1.0)


def test_both_languages_at_run_time(reading: Reading) -> None:
    reading.choose(0)
    reading.window.interface.speak("en")
    reading.wait(lambda: reading.states()[0] == "Heard")

    assert reading.page.register.written.text() == "Note Written Opinion"
    assert reading.page._grid_model.titles == ("Question not given",)
    reading.window.interface.speak("zh_CN")
    reading.wait(lambda: reading.states()[0] == "已发表")
