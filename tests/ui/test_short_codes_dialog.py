"""The lists of short codes: edited by keys, kept at once, undone, taken from files and written."""

from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from models.errors import ValueRefused
from models.short_code_files import read_codes
from tests.ui.conftest import WindowMaker
from tests.ui.driving import answer_file_dialogs, show
from tests.ui.rooms import Room, make_room
from ui.dialogs.short_codes import ShortCodesDialog
from ui.live.operations import set_short_codes
from ui.queries import short_code_lists


@pytest.fixture
def room(qtbot: QtBot, make_window: WindowMaker) -> Room:
    """Give a room with two people."""
    return make_room(qtbot, make_window)


@pytest.fixture
def dialog(room: Room) -> ShortCodesDialog:
    """Give the dialog as the menu opens it."""
    return _open(room)


def _open(room: Room) -> ShortCodesDialog:
    room.trigger("short_codes")
    made = room.window.findChild(ShortCodesDialog)
    assert isinstance(made, ShortCodesDialog)
    room.wait_for(made.isVisible)
    return made


def _stored(room: Room) -> tuple[dict[str, str], dict[str, str]]:
    """Return what is on disk: of the meeting, and of the office."""
    assert room.page.meeting is not None
    lists = room.window.workspace.fetch(short_code_lists, room.page.meeting.id)
    return dict(lists.meeting), dict(lists.office)  # type: ignore[attr-defined]  # CodeListsView


def _write(field: QLineEdit, text: str) -> None:
    field.setFocus()
    field.clear()
    if text.isascii():
        QTest.keyClicks(field, text)
    else:
        field.setText(text)


def _add(dialog: ShortCodesDialog, code: str, words: str) -> None:
    """Add a code with the keyboard alone."""
    _write(dialog.code, code)
    QTest.keyClick(dialog.code, Qt.Key.Key_Return)
    _write(dialog.words, words)
    QTest.keyClick(dialog.words, Qt.Key.Key_Return)


def _listed(dialog: ShortCodesDialog) -> dict[str, str]:
    return {row.code: row.words for row in dialog.model.rows}


def test_a_code_is_added_kept_and_used_at_once(room: Room, dialog: ShortCodesDialog) -> None:
    _add(dialog, ";HB", "核对后补充")

    assert _listed(dialog) == {"hb": "核对后补充"}
    assert (dialog.code.text(), dialog.words.text(), dialog.message.text()) == ("", "", "")
    assert dialog.code.hasFocus()
    room.wait_for(lambda: room.page.state.codes == {"hb": "核对后补充"})
    assert _stored(room) == ({"hb": "核对后补充"}, {})


def test_codes_of_the_office_are_another_list(room: Room, dialog: ShortCodesDialog) -> None:
    _add(dialog, "hb", "会议的")
    dialog._of_office.click()
    assert _listed(dialog) == {}

    _add(dialog, "hb", "单位的")
    _add(dialog, "wt", "无异议")

    room.wait_for(lambda: room.page.state.codes == {"hb": "会议的", "wt": "无异议"})
    assert _stored(room) == ({"hb": "会议的"}, {"hb": "单位的", "wt": "无异议"})


def test_many_codes_typed_quickly_are_all_kept(room: Room, dialog: ShortCodesDialog) -> None:
    wanted = {f"a{number}": f"词{number}" for number in range(12)}

    for code, words in wanted.items():
        _add(dialog, code, words)

    room.wait_for(lambda: _stored(room)[0] == wanted)
    assert _listed(dialog) == wanted


@pytest.mark.parametrize(
    ("code", "words", "told"),
    [
        ("a b", "词", "连字符"),
        ("a;b", "词", "连字符"),
        ("？", "词", "连字符"),
        ("a" * 25, "词", "最多24个字"),
        ("", "词", "都要填写"),
        ("a", " ", "都要填写"),
    ],
)
def test_what_cannot_be_a_code_is_refused_in_words(
    room: Room, dialog: ShortCodesDialog, code: str, words: str, told: str
) -> None:
    _add(dialog, code, words)

    assert told in dialog.message.text()
    assert dialog.words.text() == words  # nothing typed is lost
    assert _stored(room) == ({}, {})


def test_a_code_that_is_there_is_refused_and_named(dialog: ShortCodesDialog) -> None:
    _add(dialog, "hb", "核对")

    _add(dialog, "HB", "另外的")

    assert "“hb”已经有了：“核对”" in dialog.message.text()
    assert _listed(dialog) == {"hb": "核对"}
    assert dialog.code.hasFocus()


def test_a_code_is_selected_and_changed(room: Room, dialog: ShortCodesDialog) -> None:
    _add(dialog, "hb", "核对")
    _add(dialog, "wt", "无异议")
    dialog.view.select_key("hb")
    assert (dialog.code.text(), dialog.words.text()) == ("hb", "核对")
    assert not dialog.add.isEnabled()

    _write(dialog.words, "核对银行回函")
    QTest.keyClick(dialog.words, Qt.Key.Key_Return)
    assert _listed(dialog) == {"hb": "核对银行回函", "wt": "无异议"}

    dialog.view.select_key("hb")
    _write(dialog.code, "yh")
    dialog.change.click()
    assert _listed(dialog) == {"yh": "核对银行回函", "wt": "无异议"}

    dialog.view.select_key("yh")
    _write(dialog.code, "wt")
    dialog.change.click()
    assert "已经有了" in dialog.message.text()
    room.wait_for(lambda: _stored(room)[0] == {"yh": "核对银行回函", "wt": "无异议"})


def test_a_code_is_deleted_and_comes_back_by_undo(room: Room, dialog: ShortCodesDialog) -> None:
    _add(dialog, "hb", "核对")
    room.wait_for(lambda: _stored(room)[0] == {"hb": "核对"})
    dialog.view.select_key("hb")
    dialog.view.setFocus()

    QTest.keyClick(dialog.view, Qt.Key.Key_Delete)

    assert _listed(dialog) == {}
    assert "hb" in dialog.message.text()
    room.wait_for(lambda: "修改短语代码" in room.window.actions_by_id["undo"].text())
    room.wait_for(lambda: _stored(room)[0] == {})
    room.trigger("undo")
    room.wait_for(lambda: _listed(dialog) == {"hb": "核对"})


def test_hiding_a_computed_code_is_told(dialog: ShortCodesDialog) -> None:
    _add(dialog, "xf264", "盗窃罪")

    assert "不再是“《中华人民共和国刑法》第二百六十四条”" in dialog.message.text()
    assert _listed(dialog) == {"xf264": "盗窃罪"}


def test_codes_of_the_office_are_told_to_whoever_shows_them(
    room: Room, dialog: ShortCodesDialog
) -> None:
    dialog._of_office.click()
    room.wait_for(lambda: not room.window.workspace._pending)

    _add(dialog, "hb", "单位的")
    room.wait_for(lambda: room.page.state.codes == {"hb": "单位的"})

    shown = room.window.desk.wanted
    room.wait_for(room.window.actions_by_id["undo"].isEnabled)
    room.trigger("undo")
    room.wait_for(lambda: room.page.state.codes == {})
    room.wait_for(lambda: _listed(dialog) == {})
    assert room.window.desk.wanted == shown


@pytest.mark.parametrize("refused", [False, True])
def test_closing_at_once_loses_nothing(
    room: Room,
    dialog: ShortCodesDialog,
    monkeypatch: pytest.MonkeyPatch,
    refused: bool,  # noqa: FBT001  # a parameter of pytest
) -> None:
    def refuse(*_arguments: object) -> None:
        raise ValueRefused("short_code", "text", "required")

    if refused:
        monkeypatch.setattr("models.operations.desk.set_short_codes", refuse)

    _add(dialog, "hb", "核对")
    dialog.close()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    room.wait_for(lambda: not room.window.workspace._pending)
    assert _stored(room)[0] == ({} if refused else {"hb": "核对"})
    assert room.window.desk.notice.isVisible() == refused


def test_a_change_made_elsewhere_is_shown(room: Room, dialog: ShortCodesDialog) -> None:
    assert room.page.meeting is not None

    room.window.workspace.run(set_short_codes({"z": "再议"}, room.page.meeting.id))

    room.wait_for(lambda: _listed(dialog) == {"z": "再议"})


def test_what_is_refused_is_told_and_the_list_is_as_it_was(
    room: Room, dialog: ShortCodesDialog, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_arguments: object) -> None:
        raise ValueRefused("short_code", "text", "required")

    monkeypatch.setattr("models.operations.desk.set_short_codes", refuse)
    _add(dialog, "hb", "核对")

    room.wait_for(lambda: dialog.message.text() != "")
    room.wait_for(lambda: _listed(dialog) == {})


def test_without_a_meeting_there_is_the_list_of_the_office(
    qtbot: QtBot, make_window: WindowMaker
) -> None:
    window = make_window()
    show(qtbot, window)

    window.actions_by_id["short_codes"].trigger()
    dialog = window.findChild(ShortCodesDialog)
    assert isinstance(dialog, ShortCodesDialog)
    _add(dialog, "hb", "核对")

    assert not dialog._of_meeting.isEnabled()
    qtbot.waitUntil(
        lambda: window.workspace.fetch(short_code_lists, "").office == {"hb": "核对"}  # type: ignore[attr-defined]
    )


def test_a_file_is_taken_in_as_one_step(
    room: Room, dialog: ShortCodesDialog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _add(dialog, "hb", "旧词")
    file = tmp_path / "短语.csv"
    file.write_bytes("代码,短语\nHB,核对\nwt,无异议\n".encode("gb18030"))
    answer_file_dialogs(monkeypatch, file)

    dialog.files.bring.click()

    assert _listed(dialog) == {"hb": "核对", "wt": "无异议"}
    assert "已添加1个代码，更改1个" in dialog.message.text()
    room.wait_for(lambda: _stored(room)[0] == {"hb": "核对", "wt": "无异议"})
    room.wait_for(room.window.actions_by_id["undo"].isEnabled)
    room.trigger("undo")
    room.wait_for(lambda: _listed(dialog) == {"hb": "旧词"})


def test_a_file_with_a_wrong_line_changes_nothing(
    dialog: ShortCodesDialog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "短语.txt"
    file.write_text("hb 核对\na;b 错\n单独\n" + "\n".join("x" for _ in range(9)), encoding="utf-8")
    answer_file_dialogs(monkeypatch, file)

    dialog.files.bring.click()

    told = dialog.message.text()
    assert _listed(dialog) == {}
    assert "短语.txt" in told
    assert "第2行“a;b 错”" in told
    assert "还有6处" in told


@pytest.mark.parametrize("answer", ["not there.csv", None])
def test_a_file_that_cannot_be_read_or_is_not_chosen(
    dialog: ShortCodesDialog,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    answer: str | None,
) -> None:
    answer_file_dialogs(monkeypatch, None if answer is None else tmp_path / answer)

    dialog.files.bring.click()

    assert ("无法读取" in dialog.message.text()) == (answer is not None)


@pytest.mark.parametrize("name", ["短语.csv", "短语.txt", "短语.json"])
def test_the_list_is_written_to_a_file(
    dialog: ShortCodesDialog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    assert not dialog.files.give.isEnabled()
    _add(dialog, "hb", "核对，补充")
    answer_file_dialogs(monkeypatch, tmp_path / name, tmp_path / "no folder" / name)

    dialog.files.give.click()

    assert name in dialog.message.text()
    data = (tmp_path / name).read_bytes()
    assert read_codes(data, is_json=name.endswith("json")).codes == {"hb": "核对，补充"}
    dialog.files.give.click()
    assert "无法写出" in dialog.message.text()


def test_the_help_shows_what_the_codes_give(dialog: ShortCodesDialog) -> None:
    told = [shown.text() for shown in dialog.help.findChildren(QLabel)]

    assert "《中华人民共和国刑法》第一百三十三条之一" in told
    assert "罗承砚" in told
    assert ";z2p15" in told


def test_the_dialog_follows_the_language_while_it_is_open(
    room: Room, dialog: ShortCodesDialog
) -> None:
    room.window.interface.speak("en")

    room.wait_for(lambda: dialog._of_office.text() == "Own office")
    assert dialog.add.text() == "&Add"
