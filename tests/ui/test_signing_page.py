"""The page of signing, by keys and clicks: what is missing leads to its place; then it is locked."""

import json
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from models.forms import Entry
from models.signing_facts import Gap, GapKind, SealState
from resources import path
from tests.ui.conftest import WindowMaker
from tests.ui.driving import focused_field, show
from ui.main_window import MainWindow
from ui.pages.signing_page import SigningPage
from ui.widgets.ready_panel import MOST_GAPS, ReadyPanel


class Signing:
    """A window at the page of signing of the first sample."""

    def __init__(self, qtbot: QtBot, window: MainWindow) -> None:
        self.qtbot, self.window = qtbot, window
        page = window.desk.page._pages["signing"]
        assert isinstance(page, SigningPage)
        self.page = page

    @property
    def panel(self) -> ReadyPanel:
        """What is missing."""
        return self.page.panel

    @property
    def gaps(self) -> tuple[Gap, ...]:
        """What is missing, as shown."""
        return self.panel.facts.gaps if self.panel.facts else ()

    @property
    def signatures(self) -> tuple[Entry, ...]:
        """The signatures noted."""
        sheet = self.page.editor.sheet
        return sheet.of("signature") if sheet else ()

    def press(self, button: QPushButton) -> None:
        """Press a button with the keyboard."""
        button.setFocus()
        QTest.keyClick(button, Qt.Key.Key_Space)

    def go_to(self, kind: GapKind) -> None:
        """Follow the first of what is missing of that kind."""
        place = next(n for n, gap in enumerate(self.gaps) if gap.kind is kind)
        self.press(self.panel.gap_buttons[place])


def _opened(
    qtbot: QtBot, make_window: WindowMaker, folder: Path, name: str, **changes: object
) -> Signing:
    document = json.loads(path(f"samples/{name}.json").read_text(encoding="utf-8"))
    file = folder / "案件.json"
    file.write_text(json.dumps(document | changes, ensure_ascii=False), encoding="utf-8")
    window = make_window()
    show(qtbot, window)
    window.open_files([file])
    qtbot.waitUntil(lambda: window.desk.page.editor.sheet is not None)
    window.desk.page.show_tab("signing")
    made = Signing(qtbot, window)
    qtbot.waitUntil(lambda: made.panel.facts is not None and made.page.is_complete)
    return made


@pytest.fixture
def signing(qtbot: QtBot, make_window: WindowMaker, tmp_path: Path) -> Signing:
    return _opened(qtbot, make_window, tmp_path, "s01-joint", state="J6")


def test_everything_that_is_missing_is_told_and_nothing_can_be_signed(signing: Signing) -> None:
    kinds = [gap.kind for gap in signing.gaps]

    assert kinds == [GapKind.STATEMENT_NOT_READ, *[GapKind.SIGNATURE_OPEN] * 7]
    assert signing.panel.title.text() == "签名前还缺7项"
    assert not signing.panel.sign.isEnabled()


def test_signers_are_listed_noted_and_the_record_is_locked_by_keys(
    signing: Signing, qtbot: QtBot
) -> None:
    signing.press(signing.panel.list_signers)
    qtbot.waitUntil(lambda: len(signing.signatures) == 7)
    signing.press(signing.panel.sign_all)
    qtbot.waitUntil(lambda: {e.values["status"] for e in signing.signatures} == {"已签名"})
    qtbot.waitUntil(signing.panel.sign.isEnabled)
    signing.press(signing.panel.sign)
    notice = signing.window.desk.notice
    qtbot.waitUntil(notice.isVisible)
    signing.press(notice._act)

    qtbot.waitUntil(
        lambda: signing.panel.facts is not None and signing.panel.facts.seal is SealState.INTACT
    )
    assert signing.panel.title.text() == "已签名锁定，内容与签名时一致"
    assert signing.panel.facts is not None
    assert signing.panel.facts.digest[:16] in signing.panel.note.text()
    assert not signing.panel.sign.isVisible()


def test_listing_and_noting_are_steps_to_undo(signing: Signing, qtbot: QtBot) -> None:
    signing.press(signing.panel.list_signers)
    qtbot.waitUntil(lambda: len(signing.signatures) == 7)
    signing.press(signing.panel.sign_all)
    qtbot.waitUntil(lambda: {e.values["status"] for e in signing.signatures} == {"已签名"})

    signing.window.actions_by_id["undo"].trigger()
    qtbot.waitUntil(lambda: {e.values["status"] for e in signing.signatures} == {None})
    signing.window.actions_by_id["undo"].trigger()
    qtbot.waitUntil(lambda: signing.signatures == ())


def test_a_signature_that_is_missing_leads_to_its_choice(signing: Signing, qtbot: QtBot) -> None:
    signing.go_to(GapKind.SIGNATURE_OPEN)
    assert QApplication.focusWidget() is signing.panel.list_signers

    signing.press(signing.panel.list_signers)
    qtbot.waitUntil(lambda: len(signing.signatures) == 7)
    signing.go_to(GapKind.SIGNATURE_OPEN)

    focused = QApplication.focusWidget()
    card = next(iter(signing.page.sections[0].parts[0].cards.values()))  # type: ignore[union-attr]  # a list
    assert focused is not None
    assert card.isAncestorOf(focused)


def test_the_statement_that_was_not_read_leads_to_the_basic_information(signing: Signing) -> None:
    signing.go_to(GapKind.STATEMENT_NOT_READ)

    assert signing.window.desk.page.tab == "basics"


def test_a_line_without_speaker_leads_to_the_line(
    qtbot: QtBot, make_window: WindowMaker, tmp_path: Path
) -> None:
    document = json.loads(path("samples/s01-joint.json").read_text(encoding="utf-8"))
    document["records"][3] |= {"speaker": None}
    signing = _opened(
        qtbot, make_window, tmp_path, "s01-joint", state="J6", records=document["records"]
    )

    signing.go_to(GapKind.SPEAKER_UNKNOWN)

    page = signing.window.desk.page
    assert page.tab == "record"
    assert [line.seq for line in page.record.selected_lines()] == [4]


def test_a_blocked_title_leads_to_where_it_is_reworded(
    qtbot: QtBot, make_window: WindowMaker, tmp_path: Path
) -> None:
    signing = _opened(qtbot, make_window, tmp_path, "s01-joint", state="J6", title="联席会议决议")

    signing.go_to(GapKind.WORDING)

    qtbot.waitUntil(lambda: focused_field() == ("meeting", "title"))
    assert signing.window.desk.page.tab == "basics"


def test_a_blocked_reason_of_a_signature_leads_to_its_field(signing: Signing, qtbot: QtBot) -> None:
    signing.page.editor.add(
        "signature", [{"status": "拒绝签名", "reason": "不同意会议决议"}], name="添加签名"
    )
    qtbot.waitUntil(lambda: GapKind.WORDING in {gap.kind for gap in signing.gaps})

    signing.go_to(GapKind.WORDING)

    qtbot.waitUntil(lambda: focused_field() == ("signature", "reason"))
    assert signing.window.desk.page.tab == "signing"


def test_signing_by_the_menu_of_states_tells_what_is_missing_and_leads_there(
    signing: Signing, qtbot: QtBot
) -> None:
    signing.window.desk.page.show_tab("record")
    notice = signing.window.desk.notice
    signing.window.desk.commands.move("J7")
    qtbot.waitUntil(notice.isVisible)
    signing.press(notice._act)
    qtbot.waitUntil(lambda: "还不能签名锁定" in notice.text)

    assert "司马㛃是否签名还没有登记" in notice.text
    signing.press(notice._act)

    assert signing.window.desk.page.tab == "signing"
    assert signing.window.desk.page.meeting is not None
    assert signing.window.desk.page.meeting.state == "J6"


def test_what_is_mended_elsewhere_is_gone_on_coming_back(signing: Signing, qtbot: QtBot) -> None:
    signing.page.editor.set_values(
        "meeting", {"statement_read_at": "2025-06-18T09:05"}, name="宣读时间"
    )

    qtbot.waitUntil(lambda: GapKind.STATEMENT_NOT_READ not in {g.kind for g in signing.gaps})


def test_before_the_check_what_is_missing_is_told_but_nothing_is_signed(
    qtbot: QtBot, make_window: WindowMaker, tmp_path: Path
) -> None:
    signing = _opened(qtbot, make_window, tmp_path, "s01-joint", state="J5")

    assert "核对阶段" in signing.panel.note.text()
    assert not signing.panel.sign.isEnabled()


def test_a_record_that_arrives_signed_is_sealed_and_takes_sheets_of_correction(
    qtbot: QtBot, make_window: WindowMaker, tmp_path: Path
) -> None:
    signing = _opened(qtbot, make_window, tmp_path, "s01-joint", state="J8")

    assert signing.panel.facts is not None
    assert signing.panel.facts.seal is SealState.INTACT
    assert not signing.page.sections[1].isHidden()
    signing.page.editor.add("correction_sheet", [{"wrong": "甲"}], name="添加更正说明")
    sheet = signing.page.editor
    qtbot.waitUntil(lambda: bool(sheet.sheet and sheet.sheet.of("correction_sheet")))


def test_of_very_many_gaps_the_first_are_shown_and_all_are_counted(
    qtbot: QtBot, make_window: WindowMaker, tmp_path: Path
) -> None:
    document = json.loads(path("samples/s01-joint.json").read_text(encoding="utf-8"))
    line = document["records"][3] | {"speaker": None}
    records = [line | {"seq": number} for number in range(1, 101)]
    signing = _opened(
        *(qtbot, make_window, tmp_path, "s01-joint"),
        state="J6",
        records=records,
        handler_note=None,
    )

    assert len(signing.gaps) > 100
    assert len(signing.panel.gap_buttons) == MOST_GAPS
    assert str(sum(gap.stops for gap in signing.gaps)) in signing.panel.title.text()
