"""Adding people: known ones by letters, new ones by name, whole lists by pasting."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from models.roster import KnownPerson
from tests.ui.people import DEPARTMENT, HEARING, JOINT, Desk
from ui.item_models.candidates import CandidateModel, Default, KnownPeople
from ui.queries import known_people


def test_first_letters_and_enter_add_a_known_person_at_once(
    make_desk: Callable[..., Desk],
) -> None:
    desk = make_desk(JOINT, DEPARTMENT)

    desk.type("bmq")  # 贝慕青, who attended in the other meeting
    desk.press(Qt.Key.Key_Return)
    desk.until(lambda: len(desk.names) == 9)

    added = desk.page.model.rows[-1]
    assert (added.name, added.number, added.role, added.mode) == ("贝慕青", 9, "出席", "现场")
    assert added.counts
    assert desk.page.add_line.field.hasFocus()
    assert desk.page.add_line.field.text() == ""
    assert desk.page.add_line.popup.isHidden()
    assert desk.page.table.selected == (added,)


def test_arrows_choose_in_the_list(make_desk: Callable[..., Desk]) -> None:
    desk = make_desk(JOINT, DEPARTMENT)
    desk.type("j")
    popup = desk.page.add_line.popup
    found = [row.person.name for row in popup.model.rows if not row.present]
    assert len(found) > 1

    desk.press(Qt.Key.Key_Down)
    desk.press(Qt.Key.Key_Up)
    desk.press(Qt.Key.Key_Down)
    desk.press(Qt.Key.Key_Return)

    desk.until(lambda: found[1] in desk.names)


def test_a_click_in_the_list_adds(make_desk: Callable[..., Desk]) -> None:
    desk = make_desk(JOINT, DEPARTMENT)
    desk.type("bmq")
    view = desk.page.add_line.popup.view

    place = view.visualRect(view.model().index(0, 0)).center()
    QTest.mouseClick(
        view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place
    )

    desk.until(lambda: "贝慕青" in desk.names)
    assert desk.page.add_line.field.hasFocus()


def test_people_of_the_meeting_are_shown_as_such_and_not_offered_again(
    make_desk: Callable[..., Desk],
) -> None:
    desk = make_desk(JOINT)

    desk.type("赵犇")
    popup = desk.page.add_line.popup
    assert [row.present for row in popup.model.rows] == [True]
    desk.press(Qt.Key.Key_Return)

    assert len(desk.names) == 8
    assert "已在会议中" in popup.more.text()
    assert popup.isVisible()


def test_a_namesake_from_another_office_can_be_added(make_desk: Callable[..., Desk]) -> None:
    desk = make_desk(JOINT)
    desk.type("赵犇，朔川县人民检察院，检察官")
    desk.press(Qt.Key.Key_Return)
    desk.until(lambda: desk.names.count("赵犇") == 2)

    namesakes = [row for row in desk.page.model.rows if row.name == "赵犇"]

    assert all(row.shares_name for row in namesakes)
    assert {row.organ for row in namesakes} == {"东岭县人民检察院", "朔川县人民检察院"}
    desk.type("赵犇")
    listed = desk.page.add_line.popup.model
    desk.until(lambda: [row.present for row in listed.rows] == [True, True])
    assert all(row.shares_name for row in listed.rows)


def test_an_unknown_name_becomes_somebody_new_to_be_completed(
    make_desk: Callable[..., Desk],
) -> None:
    desk = make_desk(JOINT)

    desk.type("单晓明")
    assert desk.page.add_line.popup.on_new
    desk.press(Qt.Key.Key_Return)
    desk.until(lambda: desk.page.panel.is_open)

    added = desk.page.model.rows[-1]
    assert (added.name, added.organ, added.role) == ("单晓明", "河澜州人民检察院", None)
    assert desk.page.panel.person_id == added.id
    assert desk.page.panel.person.editors["organ"].input.entry_widget().hasFocus()


def test_pasted_lines_add_everybody_in_one_step(make_desk: Callable[..., Desk]) -> None:
    desk = make_desk(JOINT, DEPARTMENT)
    desk.type("x")
    desk.page.add_line.field.clear()
    QGuiApplication.clipboard().setText(
        "单晓明\t朔川县人民检察院\t检察官\n贝慕青\n赵犇，东岭县人民检察院"
    )

    desk.press(Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    desk.until(lambda: len(desk.names) == 10)

    assert [(row.name, row.organ, row.role) for row in desk.page.model.rows[8:]] == [
        ("单晓明", "朔川县人民检察院", None),
        ("贝慕青", "石臼县人民检察院", "出席"),
    ]
    hints = [label.text() for label in desk.page.add_line.findChildren(QLabel)]
    assert "已添加2人。1人已在会议中，没有重复添加。" in hints
    desk.undo()
    desk.until(lambda: len(desk.names) == 8)


def test_escape_closes_the_list_and_keeps_the_text(make_desk: Callable[..., Desk]) -> None:
    desk = make_desk(JOINT)
    desk.type("z")
    assert desk.page.add_line.popup.isVisible()

    desk.press(Qt.Key.Key_Escape)

    assert desk.page.add_line.popup.isHidden()
    assert desk.page.add_line.field.text() == "z"


def test_nothing_happens_while_text_is_composed(make_desk: Callable[..., Desk]) -> None:
    desk = make_desk(JOINT, DEPARTMENT)
    desk.type("bmq")
    line = desk.page.add_line.field
    QApplication.sendEvent(line, QInputMethodEvent("shan", []))

    for key in (Qt.Key.Key_Return, Qt.Key.Key_Down, Qt.Key.Key_Escape):
        QTest.keyClick(line, key)

    assert desk.page.add_line.popup.isVisible()
    assert len(desk.names) == 8


def test_a_name_not_added_comes_back_with_its_meeting(make_desk: Callable[..., Desk]) -> None:
    desk = make_desk(JOINT, DEPARTMENT)
    desk.type("bm")
    desk.page.commit()

    desk.show(DEPARTMENT)
    assert desk.page.add_line.field.text() == ""
    desk.show(JOINT)
    desk.editor.shown.emit(desk.editor.sheet)

    desk.until(lambda: desk.page.add_line.field.text() == "bm")


def test_undo_is_the_windows_while_nothing_is_typed(make_desk: Callable[..., Desk]) -> None:
    desk = make_desk(JOINT)
    line = desk.page.add_line.field
    undo = QKeyEvent(
        QEvent.Type.ShortcutOverride, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier
    )

    QApplication.sendEvent(line, undo)
    assert not undo.isAccepted()

    desk.type("z")
    QApplication.sendEvent(line, undo)
    assert undo.isAccepted()


def test_narrowing_finds_what_a_fresh_search_finds() -> None:
    people = tuple(_known(f"{a}{b}", "甲院") for a in "单张仇李" for b in "晓明伟强")
    known = KnownPeople(people)

    for text in ("s", "sx", "c", "单", "单晓", "", "z", "zw"):
        assert known.find(text) == KnownPeople(people).find(text)


def test_a_long_list_is_cut_and_says_so(qapp: QApplication) -> None:
    assert qapp is not None
    people = tuple(_known(f"张{n}", "甲院") for n in range(5000))
    model = CandidateModel()

    default = model.show(KnownPeople(people).find("z"), set(), "z")

    assert default is Default.FIRST
    assert len(model.rows) == 40
    assert model.left_out == 4960


@pytest.mark.parametrize(
    ("text", "present", "default"),
    [
        ("zs", (), Default.FIRST),
        ("张", (), Default.FIRST),
        ("张三", (), Default.FIRST),
        ("张三", (("张三", "甲院"),), Default.NONE),
        ("zs", (("张三", "甲院"),), Default.NONE),
        ("李四", (), Default.NONE),  # two of them
        ("李四", (("李四", "甲院"),), Default.NONE),
        ("王五", (), Default.NEW),
        ("张三丰", (), Default.NEW),
        ("xyz", (), Default.NEW),
        ("", (), Default.NONE),
    ],
)
def test_what_enter_does_without_a_choice(
    qapp: QApplication, text: str, present: tuple[tuple[str, str], ...], default: Default
) -> None:
    assert qapp is not None
    people = (_known("张三", "甲院"), _known("李四", "甲院"), _known("李四", "乙院"))

    assert CandidateModel().show(KnownPeople(people).find(text), set(present), text) is default


def test_known_people_are_read_from_the_database(make_desk: Callable[..., Desk]) -> None:
    desk = make_desk(JOINT, HEARING)
    found: list[object] = []
    desk.workspace.read(known_people, then=found.append)
    desk.until(lambda: found)

    people = found[0]
    assert isinstance(people, tuple)
    assert {"罗承砚", "霍景嵩"} <= {person.name for person in people}


def _known(name: str, organ: str) -> KnownPerson:
    return KnownPerson(name, organ, "检察官", None, "出席", None, 1, None)
