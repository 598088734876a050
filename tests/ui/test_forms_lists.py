"""Lists of entries: cards come, move and go without taking the focus or what is being typed."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from models.vocabulary import MeetingKind
from tests.ui.form_bench import Bench
from ui.forms.choosing import ChoiceInput
from ui.forms.entry_list import EntryCard, EntryList

CONFERENCE, HEARING = MeetingKind.JOINT_CONFERENCE, MeetingKind.HEARING
CONTROL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


def _list(bench: Bench, group: str, kind: MeetingKind = CONFERENCE) -> EntryList:
    if bench.editor.sheet is None:
        bench.new_meeting(kind)
    shown = EntryList(bench.kit, group)
    bench.editor.shown.connect(shown.show_sheet)
    assert bench.editor.sheet is not None
    shown.show_sheet(bench.editor.sheet)
    bench.show(shown)
    return shown


def _add(bench: Bench, shown: EntryList) -> EntryCard:
    there = set(shown.cards)
    QTest.mouseClick(shown.add, Qt.MouseButton.LeftButton)
    bench.wait(lambda: len(shown.cards) == len(there) + 1)
    card = next(card for entry, card in shown.cards.items() if entry not in there)
    first = next(iter(card.form.editors.values()))
    bench.wait(first.input.holds_focus)
    return card


@pytest.mark.parametrize(
    ("group", "kind"),
    [
        ("case", CONFERENCE),
        ("handler_answer", CONFERENCE),
        ("recusal", CONFERENCE),
        ("participant_notice", HEARING),
        ("officer_view", HEARING),
        ("transcript_check", HEARING),
        ("supervisor_feedback", HEARING),
    ],
)
def test_an_empty_list_says_what_it_is_for_and_adding_leads_into_the_new_entry(
    bench: Bench, group: str, kind: MeetingKind
) -> None:
    shown = _list(bench, group, kind)
    assert shown.empty.isVisible()
    assert shown.empty.text()

    card = _add(bench, shown)

    assert not shown.empty.isVisible()
    assert card.title.text().endswith("1")


def test_a_card_is_called_by_what_its_entry_is_called(bench: Bench) -> None:
    shown = _list(bench, "case")
    card = _add(bench, shown)

    bench.enter(card.form.editors["name"], "某某案")

    bench.wait(lambda: card.title.text() == "案件1 · 某某案")
    assert card.accessibleName() == "案件1 · 某某案"
    assert card.delete.accessibleName() == "删除：案件1 · 某某案"


def test_parties_are_added_to_the_case_they_stand_in(bench: Bench) -> None:
    shown = _list(bench, "case")
    first, second = _add(bench, shown), _add(bench, shown)

    party = _add(bench, second.inner[0])
    bench.enter(party.form.editors["name"], "某某")

    bench.wait(lambda: bench.stored("party", "name", party.entry_id) == "某某")
    entry = bench.entry("party", party.entry_id)
    assert entry is not None
    assert entry.owner == second.entry_id
    assert not first.inner[0].cards


def test_keys_move_the_innermost_entry_and_the_focus_stays_in_its_field(bench: Bench) -> None:
    shown = _list(bench, "case")
    case = _add(bench, shown)
    _add(bench, shown)
    inner = case.inner[0]
    first, second = _add(bench, inner), _add(bench, inner)
    name = second.form.editors["name"]
    bench.write(name, "正在输入")
    focused = QApplication.focusWidget()
    assert focused is not None

    QTest.keyClick(focused, Qt.Key.Key_Up, CONTROL_SHIFT)

    bench.wait(lambda: list(inner.cards) == [second.entry_id, first.entry_id])
    assert next(iter(shown.cards)) == case.entry_id
    assert QApplication.focusWidget() is focused
    assert name.input.text() == "正在输入"
    bench.wait(lambda: second.y() < first.y())
    QTest.keyClick(focused, Qt.Key.Key_Down, CONTROL_SHIFT)
    bench.wait(lambda: list(inner.cards) == [first.entry_id, second.entry_id])


def test_the_first_cannot_go_up_nor_the_last_down(bench: Bench) -> None:
    shown = _list(bench, "recusal")
    first, last = _add(bench, shown), _add(bench, shown)
    bench.settle()

    assert (first.up.isEnabled(), first.down.isEnabled()) == (False, True)
    assert (last.up.isEnabled(), last.down.isEnabled()) == (True, False)
    QTest.mouseClick(first.down, Qt.MouseButton.LeftButton)
    bench.wait(lambda: list(shown.cards) == [last.entry_id, first.entry_id])


def test_deleting_is_undone_with_everything_that_was_inside(bench: Bench) -> None:
    shown = _list(bench, "case")
    case = _add(bench, shown)
    party = _add(bench, case.inner[0])
    bench.enter(party.form.editors["name"], "某某")
    bench.wait(lambda: bench.stored("party", "name", party.entry_id) == "某某")
    before = bench.document()

    QTest.mouseClick(case.delete, Qt.MouseButton.LeftButton)
    bench.wait(lambda: not shown.cards)
    assert shown.empty.isVisible()
    bench.undo()

    bench.wait(lambda: bool(shown.cards))
    assert bench.document() == before


def test_a_deleted_card_leaves_the_focus_in_the_list(bench: Bench) -> None:
    shown = _list(bench, "recusal")
    card = _add(bench, shown)
    card.delete.setFocus()
    bench.wait(card.delete.hasFocus)

    QTest.keyClick(card.delete, Qt.Key.Key_Space)

    bench.wait(shown.add.hasFocus)


def test_what_is_typed_in_one_card_survives_the_coming_and_going_of_others(bench: Bench) -> None:
    shown = _list(bench, "recusal")
    kept, other = _add(bench, shown), _add(bench, shown)
    ground = kept.form.editors["ground"]
    bench.write(ground, "说到一半")

    bench.editor.delete("recusal", [other.entry_id], name="删除")
    bench.wait(lambda: list(shown.cards) == [kept.entry_id])
    bench.editor.add("recusal", [{"person": "某某"}], name="添加", at=0)
    bench.wait(lambda: len(shown.cards) == 2)

    assert ground.input.text() == "说到一半"
    assert ground.input.holds_focus()


def test_an_answer_refers_to_an_opinion_of_the_record(bench: Bench, tmp_path: Path) -> None:
    bench.sample("s01-joint", "J8", tmp_path)
    entries = bench.editor.sheet.of("handler_answer") if bench.editor.sheet else ()
    ids = [str(entry.values["line"]) for entry in entries]
    bench.lines = tuple((line, f"第{number}条") for number, line in enumerate(ids, 1))
    shown = _list(bench, "handler_answer")
    card = shown.cards[entries[0].id]
    line = card.form.editors["line"]
    assert isinstance(line.input, ChoiceInput)
    assert line.input.words() == "第1条"

    bench.enter(line, ids[1])
    bench.wait(lambda: bench.stored("handler_answer", "line", entries[0].id) == ids[1])
    bench.enter(line, None)
    bench.wait(lambda: bench.stored("handler_answer", "line", entries[0].id) is None)
    bench.undo()
    bench.wait(lambda: bench.stored("handler_answer", "line", entries[0].id) == ids[1])
    bench.wait(lambda: line.input.text() == ids[1])


def test_a_locked_list_can_be_read_and_not_changed(bench: Bench, tmp_path: Path) -> None:
    bench.sample("s01-joint", "J7", tmp_path)

    shown = _list(bench, "case")

    (card,) = shown.cards.values()
    assert not shown.add.isVisible()
    assert not card.delete.isVisible()
    assert card.form.editors["name"].input.text().startswith("郭某峰")
    focused = card.form.editors["name"]
    focused.take_focus()
    bench.wait(focused.input.holds_focus)
    widget = QApplication.focusWidget()
    assert widget is not None
    QTest.keyClick(widget, Qt.Key.Key_X)
    bench.leave()
    assert card.form.editors["name"].input.text().startswith("郭某峰")
