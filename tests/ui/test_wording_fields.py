"""The wording guard in the fields: what is marked, what is told, and what is never touched."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from models.vocabulary import MeetingKind
from models.workbench import AuditEntry
from tests.ui.form_bench import Bench, compose
from ui.forms.fields import FieldEditor
from ui.forms.form import GroupForm
from ui.forms.inputs import LineInput, LongTextInput
from ui.forms.text_list import TextList
from ui.guard.marks import followed, marks_of
from ui.guard.waves import Waved, WavedText
from ui.guard.wording_line import WordingLine
from ui.i18n import Interface

CONFERENCE, HEARING = MeetingKind.JOINT_CONFERENCE, MeetingKind.HEARING


def _field(
    bench: Bench, group: str, name: str, kind: MeetingKind = CONFERENCE
) -> tuple[FieldEditor, Waved, WordingLine]:
    """Show a field; return it with its marks and its line."""
    bench.new_meeting(kind)
    form = GroupForm(bench.kit, group, [name])
    bench.editor.shown.connect(lambda _: form.show_entry(bench.entry(group)))
    form.show_entry(bench.entry(group))
    bench.show(form)
    field = form.editors[name]
    assert field.wording is not None
    match field.input:
        case LineInput(line=waved) | LongTextInput(area=waved):
            return field, waved, field.wording.line
        case _:
            raise AssertionError(name)


def _marked(waved: Waved) -> list[str]:
    units = waved.marked_text().encode("utf-16-le")
    return [units[2 * m.start : 2 * m.end].decode("utf-16-le") for m in waved.marks]


@pytest.mark.parametrize(
    ("group", "name"), [("meeting", "title"), ("meeting", "follow_up"), ("request", "handler_view")]
)
def test_what_decides_is_marked_while_typing_and_told_in_words(
    bench: Bench, group: str, name: str
) -> None:
    field, waved, line = _field(bench, group, name)

    bench.write(field, "𬤇查明，会议决定起诉")
    bench.wait(lambda: bool(waved.marks))

    assert _marked(waved) == ["会议决定"]
    assert line.isVisible()
    assert line.match is not None
    assert f"“会议决定”：{line.match.reason}。建议写为“{line.match.suggestion}”" in line.text
    assert "F12" in line.take.text()
    assert field.input.entry_widget().accessibleDescription() == line.text
    assert field.input.holds_focus()


def test_a_decision_not_to_prosecute_is_not_marked(bench: Bench, qtbot: QtBot) -> None:
    field, waved, line = _field(bench, "meeting", "follow_up")

    bench.write(field, "检察长决定，制作不起诉决定书")
    qtbot.wait(100)  # as long as a mark may take

    assert waved.marks == ()
    assert line.isHidden()


def test_names_are_not_judged(bench: Bench) -> None:
    bench.new_meeting(CONFERENCE)
    form = GroupForm(bench.kit, "meeting", ["host"])

    assert form.editors["host"].wording is None
    form.deleteLater()


@pytest.mark.parametrize(("group", "name"), [("meeting", "title"), ("request", "handler_view")])
def test_the_key_puts_the_suggestion_in_place_and_undo_gives_it_back(
    bench: Bench, group: str, name: str
) -> None:
    field, waved, line = _field(bench, group, name)
    typed = "首先，会议决定起诉"
    bench.write(field, typed)
    bench.wait(lambda: bool(waved.marks))
    match = line.match
    assert match is not None

    QTest.keyClick(waved, Qt.Key.Key_F12)

    assert field.input.text() == typed.replace("会议决定", match.suggestion)
    assert field.unsaved
    assert _chosen(waved) == ("……" if "……" in match.suggestion else "")
    bench.wait(lambda: waved.marks == ())
    assert line.isHidden()
    QTest.keyClick(waved, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert field.input.text() == typed
    bench.wait(lambda: _marked(waved) == ["会议决定"])


def _chosen(waved: Waved) -> str:
    if isinstance(waved, WavedText):
        return waved.textCursor().selectedText()
    return waved.selectedText()


def test_a_click_takes_the_suggestion_over_and_leaves_the_focus_in_the_field(bench: Bench) -> None:
    field, _waved, line = _field(bench, "meeting", "follow_up")
    bench.write(field, "会议决定起诉")
    bench.wait(line.isVisible)

    QTest.mouseClick(line.take, Qt.MouseButton.LeftButton)

    assert field.input.text().startswith("讨论中提出的问题包括")
    assert field.input.holds_focus()


def test_the_phrase_at_the_cursor_is_told_of_several(bench: Bench) -> None:
    field, waved, line = _field(bench, "meeting", "follow_up")
    bench.write(field, "会议决定起诉。大家谈了很多。会议认为证据充分。")
    bench.wait(lambda: len(waved.marks) == 2)
    assert isinstance(waved, WavedText)

    cursor = waved.textCursor()
    for place, phrase in ((18, "会议认为"), (1, "会议决定")):
        cursor.setPosition(place)
        waved.setTextCursor(cursor)
        assert f"“{phrase}”" in line.text
    assert "共2处" in line.text


def test_the_key_does_nothing_where_nothing_is_found(bench: Bench) -> None:
    field, waved, _line = _field(bench, "meeting", "follow_up")
    bench.write(field, "报检察长决定")

    QTest.keyClick(waved, Qt.Key.Key_F12)

    assert field.input.text() == "报检察长决定"


@pytest.mark.parametrize(("group", "name"), [("meeting", "title"), ("request", "handler_view")])
def test_what_is_being_composed_has_no_mark_and_goes_on_undisturbed(
    bench: Bench, qtbot: QtBot, group: str, name: str
) -> None:
    field, waved, _line = _field(bench, group, name)
    bench.write(field, "，会议决定起诉")
    bench.wait(lambda: bool(waved.marks))
    _place(waved, 0)
    (before,) = waved.wave_places(waved.marks[0])

    compose(waved, preedit="hui yi jue ding")
    qtbot.wait(100)  # as long as a mark may take
    (during,) = waved.wave_places(waved.marks[0])

    assert during.width() == pytest.approx(before.width(), abs=2)
    assert during.left() > before.left() + 20
    assert _composed(waved) == "hui yi jue ding"
    assert _marked(waved) == ["会议决定"]
    compose(waved, commit="会")
    assert field.input.text() == "会，会议决定起诉"
    bench.wait(lambda: _marked(waved) == ["会议决定"])


@pytest.mark.parametrize(("group", "name"), [("meeting", "title"), ("request", "handler_view")])
def test_composing_inside_a_phrase_leaves_a_gap_in_its_mark(
    bench: Bench, group: str, name: str
) -> None:
    field, waved, _line = _field(bench, group, name)
    bench.write(field, "会议决定起诉")
    bench.wait(lambda: bool(waved.marks))
    _place(waved, 2)

    compose(waved, preedit="nihao")

    first, second = waved.wave_places(waved.marks[0])
    assert second.left() > first.right() + 20


def _place(waved: Waved, place: int) -> None:
    if isinstance(waved, WavedText):
        cursor = waved.textCursor()
        cursor.setPosition(place)
        waved.setTextCursor(cursor)
    else:
        waved.setCursorPosition(place)


def _composed(waved: Waved) -> str:
    if isinstance(waved, WavedText):
        return waved.textCursor().block().layout().preeditAreaText()
    return waved._composed


def test_a_composition_with_its_cursor_inside_keeps_the_mark_at_its_words(bench: Bench) -> None:
    field, waved, _line = _field(bench, "meeting", "title")
    bench.write(field, "，会议决定起诉")
    bench.wait(lambda: bool(waved.marks))
    _place(waved, 0)

    places = []
    for cursor in (0, 5):
        kind = QInputMethodEvent.AttributeType.Cursor
        attribute = QInputMethodEvent.Attribute(kind, cursor, 1, None)
        QCoreApplication.sendEvent(waved, QInputMethodEvent("nihao", [attribute]))
        places.append(waved.wave_places(waved.marks[0])[0].left())

    assert places[0] == pytest.approx(places[1], abs=2)


def test_a_locked_field_is_not_marked(bench: Bench, tmp_path: Path) -> None:
    bench.sample("s01-joint", "J8", tmp_path)
    form = GroupForm(bench.kit, "meeting", ["title"])
    bench.show(form)
    entry = bench.entry("meeting")
    assert entry is not None

    form.show_entry(replace(entry, values={**entry.values, "title": "会议决定起诉"}))
    bench.qtbot.wait(100)  # as long as a mark may take

    field = form.editors["title"]
    assert isinstance(field.input, LineInput)
    assert field.input.line.marks == ()


def test_a_profile_that_allows_it_keeps_a_phrase_with_a_reason(bench: Bench) -> None:
    field, waved, line = _field(bench, "meeting", "follow_up")
    strict = bench.workspace.profiles["strict"]
    own = replace(strict, id="own", keeps_blocked_wording=True, weaker_than_strict=False)
    bench.workspace.profiles = {**bench.workspace.profiles, "own": own}
    bench.editor.set_values("meeting", {"profile": "own"}, name="修改")
    bench.wait(lambda: bench.stored("meeting", "profile") == "own")
    bench.write(field, "会议决定起诉")
    bench.wait(line.keep.isVisible)

    QTest.mouseClick(line.keep, Qt.MouseButton.LeftButton)
    assert line.reason.hasFocus()
    QTest.keyClick(line.reason, Qt.Key.Key_Return)
    assert line.reason.isVisible()  # a reason is needed
    compose(line.reason, commit="沿用上级院来函原文")
    QTest.keyClick(line.reason, Qt.Key.Key_Return)

    bench.wait(lambda: waved.marks == ())
    sheet = bench.editor.sheet
    assert sheet is not None
    (kept,) = sheet.of("kept_wording")
    assert kept.values["place"] == "承办人说明"
    assert kept.values["words"] == "会议决定"
    assert kept.values["reason"] == "沿用上级院来函原文"
    assert kept.values["at"]
    assert _reasons(bench) == ["沿用上级院来函原文"]
    bench.undo()
    bench.wait(lambda: _marked(waved) == ["会议决定"])


def _reasons(bench: Bench) -> list[object]:
    found: list[Any] = []

    def trail(session: object) -> object:
        rows = session.scalars(select(AuditEntry.changes))  # type: ignore[attr-defined]  # a session
        return [change["reason"] for row in rows for change in row if "reason" in change]

    bench.workspace.read(trail, then=found.append)
    bench.wait(lambda: bool(found))
    return list(found[0])


def test_the_strict_profile_offers_no_keeping(bench: Bench) -> None:
    field, _waved, line = _field(bench, "meeting", "follow_up")

    bench.write(field, "会议决定起诉")
    bench.wait(line.isVisible)

    assert line.keep.isHidden()


def test_a_written_opinion_is_hinted_at_and_never_changed(bench: Bench) -> None:
    bench.new_meeting(CONFERENCE)
    form = GroupForm(bench.kit, "opinion", ["text"])
    bench.show(form)
    form.show_entry(None)
    field = form.editors["text"]
    assert isinstance(field.input, LongTextInput)
    assert field.wording is not None
    area, line = field.input.area, field.wording.line

    bench.write(field, "我同意会议决定")
    bench.wait(lambda: bool(area.marks))
    QTest.keyClick(area, Qt.Key.Key_F12)

    assert "发言原话，不作改动" in line.text
    assert line.take.isHidden()
    assert field.input.text() == "我同意会议决定"


def test_a_list_marks_what_is_added_and_what_is_rewritten(bench: Bench) -> None:
    bench.new_meeting(CONFERENCE)
    listed = TextList(
        bench.theme, bench.editor, "request_issue", title=lambda: "议题", hint=lambda: ""
    )
    bench.show(listed)
    assert listed.wording is not None
    line, adding = listed.wording.line, listed.add_row.field
    adding.setFocus()

    compose(adding, commit="会议决定起诉是否妥当")
    bench.wait(lambda: _marked(adding) == ["会议决定"])
    assert line.isVisible()
    QTest.keyClick(adding, Qt.Key.Key_Return)
    bench.wait(lambda: len(listed.rows) == 1)
    bench.wait(line.isHidden)

    listed.view.setFocus()
    listed.view.go_to(0)
    QTest.keyClick(listed.view, Qt.Key.Key_F2)
    bench.wait(line.isVisible)
    writing = QApplication.focusWidget()
    assert isinstance(writing, WavedText)
    assert _marked(writing) == ["会议决定"]
    QTest.keyClick(writing, Qt.Key.Key_Escape)
    bench.wait(line.isHidden)


def test_marks_follow_what_is_typed_before_and_behind_them(bench: Bench) -> None:
    field, waved, _line = _field(bench, "meeting", "follow_up")
    bench.write(field, "会议决定起诉")
    bench.wait(lambda: bool(waved.marks))
    marks, text = waved.marks, "会议决定起诉"

    assert [(m.start, m.end) for m in followed(marks, text, "查" + text)] == [(1, 5)]
    assert followed(marks, text, text + "。") == marks
    assert followed(marks, text, "会议不决定起诉") == ()
    assert followed(marks, text, "") == ()
    assert [m.start for m in marks_of("𬤇" + text, [marks[0].match])] == [0]


def test_words_are_told_in_the_language_in_force(bench: Bench, interface: Interface) -> None:
    field, _waved, line = _field(bench, "meeting", "follow_up")
    bench.write(field, "会议决定起诉")
    bench.wait(line.isVisible)

    interface.speak("en")
    bench.wait(lambda: "F12" in line.take.text() and "采用" not in line.take.text())

    assert "会议决定" in line.text
    assert line.text.startswith("Reword")
