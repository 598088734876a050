"""Papers that follow the meeting: each is locked by itself once its maker has signed."""

import json
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from resources import path
from tests.ui.conftest import WindowMaker
from tests.ui.driving import show
from ui.forms.entry_list import EntryList
from ui.forms.page import FormPage
from ui.forms.paper_signing import PaperSigning
from ui.main_window import MainWindow


@pytest.fixture
def window(qtbot: QtBot, make_window: WindowMaker, tmp_path: Path) -> MainWindow:
    """Give a window at a signed conference with a handler's note."""
    document = json.loads(path("samples/s01-joint.json").read_text(encoding="utf-8"))
    file = tmp_path / "案件.json"
    file.write_text(json.dumps(document | {"state": "J8"}, ensure_ascii=False), encoding="utf-8")
    made = make_window()
    show(qtbot, made)
    made.open_files([file])
    qtbot.waitUntil(lambda: made.desk.page.editor.sheet is not None)
    return made


def _page(qtbot: QtBot, window: MainWindow, tab: str) -> FormPage:
    window.desk.page.show_tab(tab)
    page = window.desk.page._pages[tab]
    assert isinstance(page, FormPage)
    qtbot.waitUntil(lambda: page.is_complete and bool(page.sections))
    return page


def _foot(page: FormPage, group: str) -> PaperSigning:
    return next(p for p in page.findChildren(PaperSigning) if p.group == group)


def _sign(qtbot: QtBot, window: MainWindow, foot: PaperSigning) -> None:
    qtbot.waitUntil(foot.button.isVisible)
    foot.button.setFocus()
    QTest.keyClick(foot.button, Qt.Key.Key_Space)
    notice = window.desk.notice
    qtbot.waitUntil(notice.isVisible)
    QTest.keyClick(notice._act, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: "签名锁定" in foot.words.text() and not foot.button.isVisible())


def test_a_signed_note_is_locked_with_its_answers(qtbot: QtBot, window: MainWindow) -> None:
    page = _page(qtbot, window, "after")

    _sign(qtbot, window, _foot(page, "handler_note"))

    answers = next(p for p in page.findChildren(EntryList) if p.group == "handler_answer")
    assert window.desk.page.editor.locked("handler_note", "by")
    assert not answers.add.isVisible()
    assert not window.desk.page.editor.locked("archive", "code")
    assert not window.actions_by_id["undo"].isEnabled()


def test_cancelling_leaves_the_note_open(qtbot: QtBot, window: MainWindow) -> None:
    page = _page(qtbot, window, "after")
    foot = _foot(page, "handler_note")
    qtbot.waitUntil(foot.button.isVisible)
    foot.button.click()
    qtbot.waitUntil(window.desk.notice.isVisible)

    QTest.keyClick(window.desk.notice, Qt.Key.Key_Escape)

    qtbot.waitUntil(lambda: not window.desk.notice.isVisible())
    assert not window.desk.page.editor.locked("handler_note", "by")


def test_each_sheet_of_correction_is_signed_by_itself(qtbot: QtBot, window: MainWindow) -> None:
    page = _page(qtbot, window, "signing")
    editor = window.desk.page.editor
    editor.add("correction_sheet", [{"wrong": "甲"}, {"wrong": "乙"}], name="添加更正说明")
    qtbot.waitUntil(lambda: len(page.findChildren(PaperSigning)) == 2)

    _sign(qtbot, window, page.findChildren(PaperSigning)[0])

    assert editor.sheet is not None
    first, second = editor.sheet.of("correction_sheet")
    assert editor.locked("correction_sheet", "wrong", first)
    assert not editor.locked("correction_sheet", "wrong", second)
    cards = [card for part in page.findChildren(EntryList) for card in part.cards.values()]
    told = [c.delete.isVisible() for c in cards if c.group == "correction_sheet"]
    assert told == [False, True]


@pytest.mark.parametrize(("state", "told"), [("J9", False), ("J11", True)])
def test_archiving_over_an_unsigned_note_says_so_first(
    qtbot: QtBot, window: MainWindow, state: str, *, told: bool
) -> None:
    window.desk.commands.move(state)
    qtbot.waitUntil(window.desk.notice.isVisible)

    assert ("参考情况说明还没有登记签名" in window.desk.notice.text) is told
