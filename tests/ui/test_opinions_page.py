"""The page of opinions: the grid, the list and the form, by keys and by mouse."""

import json
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from models.opinion_grid import Heard
from models.snapshot import MeetingSnapshot, OpinionView
from models.vocabulary import Manner
from tests.ui.conftest import WindowMaker
from tests.ui.driving import show
from tests.ui.form_bench import compose
from tests.ui.meetings import sample_file
from ui import operations
from ui.forms.choosing import ChoiceInput
from ui.forms.fields import FieldEditor
from ui.forms.tab_order import tab_stops
from ui.main_window import MainWindow
from ui.pages.opinions_page import OpinionsPage

QUESTIONS = ("如何定性？", "证据够不够？")


class Reading:
    """The page of opinions of a sample in a window."""

    def __init__(self, qtbot: QtBot, window: MainWindow) -> None:
        self.qtbot = qtbot
        self.window = window
        page = window.desk.page
        page.show_tab("opinions")
        found = page._pages["opinions"]
        assert isinstance(found, OpinionsPage)
        self.page = found
        self.wait(lambda: page.editor.sheet is not None and bool(found.model.rows))
        window.activateWindow()

    @property
    def meeting(self) -> MeetingSnapshot:
        """The meeting as the window has it."""
        meeting = self.window.desk.page.meeting
        assert meeting is not None
        return meeting

    @property
    def opinions(self) -> tuple[OpinionView, ...]:
        """Its opinions, in order."""
        return self.meeting.opinions

    @property
    def chosen(self) -> OpinionView | None:
        """The opinion in the form."""
        return self.page.form.opinion

    def wait(self, what: Any) -> None:
        """Wait until it is so."""
        self.qtbot.waitUntil(what)

    def run(self, operation: Any) -> None:
        """Run an operation to its end."""
        done: list[object] = []
        self.window.workspace.run(operation, then=done.append)
        self.wait(lambda: bool(done))

    def ask(self, *questions: str) -> None:
        """Put questions to the meeting."""
        texts = [{"text": text} for text in questions]
        operation = operations.add_entries(
            self.meeting.id, "question", texts, profiles={}, name="问题"
        )
        self.run(operation)
        self.wait(lambda: self.page._grid_model.rowCount() == len(questions) + 1)

    def focus(self, widget: QWidget) -> None:
        """Go to a widget."""
        widget.setFocus(Qt.FocusReason.TabFocusReason)
        self.wait(widget.hasFocus)

    def choose(self, place: int) -> None:
        """Select an opinion of the list."""
        self.page.view.select_key(self.opinions[place].id)
        self.wait(lambda: self.chosen is not None and self.chosen.id == self.opinions[place].id)

    def field(self, name: str) -> FieldEditor:
        """Return a field of the form."""
        return self.page.form.form.editors[name]

    def write(self, name: str, text: str) -> None:
        """Type into a field of the form and leave it."""
        self.field(name).take_focus()
        self.wait(self.field(name).input.holds_focus)
        focused = QApplication.focusWidget()
        assert focused is not None
        compose(focused, commit=text)
        self.focus(self.page.view)

    def states(self, row: int = 0) -> list[str]:
        """Return the words in a row of the grid."""
        model = self.page._grid_model
        return [model.index(row, column).data() for column in range(model.columnCount())]


@pytest.fixture
def reading(qtbot: QtBot, make_window: WindowMaker, tmp_path: Path) -> Reading:
    return _reading(qtbot, make_window, tmp_path, "J6")


def _reading(
    qtbot: QtBot, make_window: WindowMaker, folder: Path, state: str, name: str = "s01-joint"
) -> Reading:
    document = json.loads(sample_file(name).read_text(encoding="utf-8")) | {"state": state}
    file = folder / "meeting.json"
    file.write_text(json.dumps(document, ensure_ascii=False), encoding="utf-8")
    window = make_window()
    show(qtbot, window)
    window.open_files([file])
    qtbot.waitUntil(lambda: window.desk.page.meeting is not None)
    return Reading(qtbot, window)


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
    compose(_focused(), commit="同意起诉。")
    reading.focus(reading.page.view)

    reading.wait(lambda: reading.opinions[-1].text == "同意起诉。")
    new = reading.opinions[-1]
    assert (new.manner, new.question_id) == (Manner.WRITTEN, reading.meeting.question_ids[1])
    assert new.author_id == reading.page._grid_model.people[0].id
    reading.wait(lambda: reading.states(1)[0] == "书面")


def _focused() -> QWidget:
    focused = QApplication.focusWidget()
    assert focused is not None
    return focused


def test_that_somebody_gave_none_is_noted_with_the_reason_and_undone_by_name(
    reading: Reading,
) -> None:
    reading.page.register.choose(reading.meeting.participants[6].id, None)
    QTest.mouseClick(reading.page.register.none, Qt.MouseButton.LeftButton)
    reading.wait(reading.field("silence_reason").input.holds_focus)
    assert not reading.field("text").isVisible()
    assert not reading.field("reasons").isVisible()
    compose(_focused(), commit="未参与讨论")
    reading.focus(reading.page.view)
    reading.wait(lambda: reading.opinions[-1].silence_reason == "未参与讨论")
    assert "未发表" in reading.states()

    undo = reading.window.actions_by_id["undo"]
    undo.trigger()
    reading.wait(lambda: reading.opinions[-1].silence_reason is None)
    reading.wait(lambda: "登记未发表意见" in undo.text())
    undo.trigger()

    reading.wait(lambda: len(reading.opinions) == 5)


def test_only_those_who_may_give_an_opinion_can_be_chosen(
    qtbot: QtBot, make_window: WindowMaker, tmp_path: Path
) -> None:
    reading = _reading(qtbot, make_window, tmp_path, "J6", "s02-joint")
    person = reading.page.register.person

    offered = {person.itemData(place) for place in range(person.count())}

    people = reading.meeting.participants
    refused = {"专家", "特邀检察官助理", "记录", "翻译", "回避"}
    assert offered == {p.id for p in people if p.role not in refused}


def test_a_specialists_cell_leads_to_the_explanation_in_the_record(
    qtbot: QtBot, make_window: WindowMaker, tmp_path: Path
) -> None:
    reading = _reading(qtbot, make_window, tmp_path, "J6", "s02-joint")
    column = [p.name for p in reading.page._grid_model.people].index("仁青·拉姆")
    assert reading.states()[column] == "已说明"

    reading.page.grid.opened.emit(0, column)

    assert reading.window.desk.page.tab == "record"
    (line,) = reading.window.desk.page.record.selected_lines()
    assert line.seq == 3


def test_reasons_and_legal_basis_are_entered_in_the_form(reading: Reading) -> None:
    reading.choose(0)

    reading.write("reasons", "交付后不再参与。")
    reading.write("legal_basis", "刑法第二百八十七条之二")

    reading.wait(lambda: reading.opinions[0].legal_basis == "刑法第二百八十七条之二")
    assert reading.opinions[0].reasons == "交付后不再参与。"
    assert reading.chosen is not None


def test_a_line_of_the_same_speaker_is_joined_and_parted(reading: Reading) -> None:
    reading.choose(0)
    lines = reading.page.form.lines
    author = reading.opinions[0].author_id
    offered = {lines.further.itemData(place) for place in range(lines.further.count())}
    mine = {line.id for line in reading.meeting.lines if line.speaker_id == author}
    assert offered == mine - set(reading.opinions[0].line_ids)

    QTest.mouseClick(lines.join, Qt.MouseButton.LeftButton)
    reading.wait(lambda: len(reading.opinions[0].line_ids) == 2)
    reading.wait(lambda: len(lines._parts) == 2)
    part = next(b for b in lines._parts[1].findChildren(QPushButton) if b.text() == "移出")
    reading.focus(part)
    QTest.keyClick(part, Qt.Key.Key_Return)

    reading.wait(lambda: len(reading.opinions[0].line_ids) == 1)
    reading.wait(lines.further.hasFocus)


def test_how_an_opinion_was_given_offers_what_is_possible(reading: Reading) -> None:
    reading.choose(0)
    manner = reading.field("manner").input
    assert isinstance(manner, ChoiceInput)

    assert manner.combo.currentText() == "口头"
    assert manner.combo.findData("未发表") == -1


def test_a_written_opinion_can_be_deleted_a_spoken_one_goes_with_its_line(
    reading: Reading,
) -> None:
    reading.choose(0)
    assert not reading.page.form.delete.isVisible()
    reading.page.register.choose(reading.opinions[0].author_id, None)
    QTest.mouseClick(reading.page.register.written, Qt.MouseButton.LeftButton)
    reading.wait(lambda: reading.chosen is not None and reading.chosen.manner == "书面")

    QTest.mouseClick(reading.page.form.delete, Qt.MouseButton.LeftButton)

    reading.wait(lambda: len(reading.opinions) == 5)
    reading.wait(lambda: reading.chosen is None or reading.chosen in reading.opinions)


def test_a_signed_meeting_is_read_only_and_says_why(
    qtbot: QtBot, make_window: WindowMaker, tmp_path: Path
) -> None:
    reading = _reading(qtbot, make_window, tmp_path, "J8")
    reading.choose(0)
    page = reading.page

    assert page._locked.isVisible()
    assert not page.register.isVisible()
    assert not page.form.lines._add.isVisible()
    assert all(field._locked for field in page.form.form.editors.values())
    reading.page.grid.opened.emit(0, 1)
    assert reading.chosen == reading.opinions[1]


def test_nobody_is_waited_for_once_the_record_is_signed(
    qtbot: QtBot, make_window: WindowMaker, tmp_path: Path
) -> None:
    reading = _reading(qtbot, make_window, tmp_path, "J7", "s05-joint")
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
        QTest.keyClick(_focused(), Qt.Key.Key_Tab)
        reached.append(_focused())

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
