"""Pictures of the window, for looking at: ``python tests/ui/screens.py FOLDER [NAME ...]``."""

import json
import os
import sys
import tempfile
import time
from datetime import datetime, timedelta
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from PySide6.QtCore import QKeyCombination, QSettings, Qt
from PySide6.QtWidgets import QDialog

from models.running import targets
from models.vocabulary import Manner
from resources import path
from tests.ui.live_screens import attach_some, lose_quorum, settle, take_presence, wait
from ui.app import make_application
from ui.dialogs.line import LineDialog
from ui.dialogs.short_codes import ShortCodesDialog
from ui.dialogs.shortcuts import ShortcutsDialog
from ui.forms.fields import FieldEditor
from ui.i18n import Interface
from ui.live.live_keys import LIVE_KEYS
from ui.live.operations import begin
from ui.main_window import MainWindow
from ui.operations import add_entries, move_entries, set_values
from ui.opinion_operations import add_opinion, list_answers
from ui.pages.agenda_page import AgendaPage
from ui.pages.going import bring_into_view
from ui.pages.preview_page import PreviewPage
from ui.pages.signing_page import SigningPage
from ui.paper_names import VersionChoice
from ui.settings import SettingsStore
from ui.theme import Theme, ThemeChoice
from ui.workspace import Workspace

LOOKS = {
    "light": (ThemeChoice.LIGHT, 1.0, (1600, 1000)),
    "dark": (ThemeChoice.DARK, 1.0, (1600, 1000)),
    "small": (ThemeChoice.LIGHT, 1.0, (1366, 768)),
    "small-dark": (ThemeChoice.DARK, 1.0, (1366, 768)),
    "least": (ThemeChoice.LIGHT, 1.0, (1180, 640)),
    "big": (ThemeChoice.LIGHT, 2.0, (1600, 1000)),
    "big-small": (ThemeChoice.LIGHT, 2.0, (1366, 768)),
}


def empty(_window: MainWindow) -> None:
    """Leave it as it starts."""


def _samples(window: MainWindow, *, title: str) -> None:
    window.open_files(sorted(path("samples").glob("s0*.json")))
    wait(lambda: window.desk.page.meeting is not None)
    row = next(r for r in window.desk.rows if title in (r.title or ""))
    window.desk.choose(row.id)
    wait(lambda: window.desk.page.meeting is not None and window.desk.page.meeting.id == row.id)


def conference(window: MainWindow) -> None:
    """Show a joint conference across courts."""
    _samples(window, title="河澜州")


def tibetan(window: MainWindow) -> None:
    """Show the conference with a line in Tibetan."""
    _samples(window, title="玉措州")
    settle()
    line = window.desk.page.record.model.rows[5]
    window.desk.page.record.timeline.bring_to_top(str(window.desk.page.record.model._key(line)))


def hearing(window: MainWindow) -> None:
    """Show an open hearing."""
    _samples(window, title="校园周边")


def _unsigned(window: MainWindow, name: str, state: str) -> None:
    """Take in a sample as it was before it was signed, and open it."""
    document = json.loads(path(f"samples/{name}.json").read_text(encoding="utf-8"))
    file = Path(tempfile.mkdtemp()) / f"{name}.json"
    file.write_text(json.dumps(document | {"state": state}), encoding="utf-8")
    window.open_files([file])
    wait(lambda: window.desk.page.meeting is not None)
    settle()


def live(window: MainWindow) -> None:
    """Show a conference in session, a line half typed."""
    _unsigned(window, "s01-joint", "J5")
    page = window.desk.page.record
    page.timeline.scrollToBottom()
    page.composer.text.setPlainText("补充一点：转账限额的设定时间需要核对银行回函。")
    page.composer.text.setFocus()


def _under_way(window: MainWindow, name: str, state: str, *, at: int) -> None:
    """Take in a sample of today, with planned minutes, and go through it up to some item or step."""
    document = json.loads(path(f"samples/{name}.json").read_text(encoding="utf-8"))
    start = datetime.now().astimezone() - timedelta(minutes=50)
    document["state"] = state
    document["schedule"] |= {"held_from": start.strftime("%Y-%m-%dT%H:%M"), "held_to": None}
    document.setdefault("agenda", ["检查听证室席位和录音录像设备", "核对参加听证人员到场情况"])
    minutes = [{"item": n, "minutes": 5 + 4 * n} for n in range(1, len(document["agenda"]) + 1)]
    document["lianxi"] = {"agenda": minutes}
    file = Path(tempfile.mkdtemp()) / f"{name}.json"
    file.write_text(json.dumps(document), encoding="utf-8")
    window.open_files([file])
    page = window.desk.page.record
    wait(lambda: window.desk.page.meeting is not None)
    assert page.meeting is not None
    for place, target in enumerate(targets(page.meeting)[:at]):
        moment = (start + timedelta(minutes=3 + 11 * place)).strftime("%Y-%m-%dT%H:%M")
        window.workspace.run(
            begin(page.meeting.id, at=moment, item_id=target.item_id, step=target.step)
        )
    wait(lambda: page.meeting is not None and len(page.meeting.stretches) == at)
    window.desk.page.show_tab("record")


def run_conference(window: MainWindow) -> None:
    """Show a conference at its third item, behind its plan, a speech beyond its limit."""
    _under_way(window, "s01-joint", "J5", at=3)
    page = window.desk.page.record
    page.state.timer.begin("x")
    page.state.timer._before = 372.0
    page.band.show_timer(page.state.timer, "阿依古丽·买买提", 5)


def run_hearing(window: MainWindow) -> None:
    """Show a hearing at one of its steps, with what the chair says."""
    _under_way(window, "s03-hearing", "H6", at=4)


def run_begin(window: MainWindow) -> None:
    """Show a conference about to begin."""
    _under_way(window, "s01-joint", "J5", at=0)


def run_frozen(window: MainWindow) -> None:
    """Show an agenda with frozen numbers and a late item."""
    _unsigned(window, "s01-joint", "J2")
    meeting = window.desk.page.meeting
    assert meeting is not None
    window.desk.commands.move("J3")
    page = window.desk.page
    wait(lambda: page.meeting is not None and page.meeting.state == "J3")
    window.workspace.run(
        add_entries(meeting.id, "agenda_item", [{"title": "临时增加的一项"}], profiles={}, name="x")
    )
    wait(lambda: page.meeting is not None and len(page.meeting.agenda) > len(meeting.agenda))
    assert page.meeting is not None
    late = page.meeting.agenda[-1].id
    window.workspace.run(move_entries(meeting.id, "agenda_item", [late], 2, name="x"))
    page.show_tab("agenda")
    wait(lambda: page.editor.sheet is not None)
    settle()


def presence(window: MainWindow) -> None:
    """Show a conference of twelve: some came late or left, one is talking, four are waiting."""
    _unsigned(window, "s01-joint", "J5")
    take_presence(window)
    settle()


def movement(window: MainWindow) -> None:
    """Show the card in which somebody's presence changes, and a quorum that is lost."""
    presence(window)
    lose_quorum(window)


def correcting(window: MainWindow) -> None:
    """Show a hearing in session, an earlier line taken up to be corrected."""
    _unsigned(window, "s03-hearing", "H6")
    page = window.desk.page.record
    assert page.meeting is not None
    page.edit_line(page.meeting.lines[4])


def projecting(window: MainWindow) -> None:
    """Show a conference in session whose second screen was opened, with one screen only."""
    live(window)
    projection = window.desk.live.projection()
    projection.toggle()
    projection.show_in_window()
    projection.blank()


def _tab(window: MainWindow, tab: str, *, hearing: bool = False) -> None:
    """Show one page of an unsigned meeting."""
    _unsigned(window, *(("s03-hearing", "H9") if hearing else ("s01-joint", "J2")))
    window.desk.page.show_tab(tab)
    wait(lambda: window.desk.page.editor.sheet is not None)
    settle()


def basics(window: MainWindow) -> None:
    """Show the head of a conference."""
    _tab(window, "basics")


def basics_hearing(window: MainWindow) -> None:
    """Show the head of a hearing."""
    _tab(window, "basics", hearing=True)


def case(window: MainWindow) -> None:
    """Show the case."""
    _tab(window, "case")


def agenda(window: MainWindow) -> None:
    """Show the agenda."""
    _tab(window, "agenda")


def people(window: MainWindow) -> None:
    """Show the people."""
    _tab(window, "people")


def deliberation(window: MainWindow) -> None:
    """Show the deliberation of a hearing."""
    _tab(window, "deliberation", hearing=True)


def after(window: MainWindow) -> None:
    """Show what follows a conference, one opinion given later and listed to be answered."""
    _tab(window, "after")
    meeting = window.desk.page.meeting
    assert meeting is not None
    author = meeting.participants[2].id
    window.workspace.run(add_opinion(meeting.id, author, Manner.WRITTEN, None))
    window.workspace.run(list_answers(meeting.id))
    shown = window.desk.page._pages["after"]
    wait(lambda: "1" in shown._answers[0].state.text())  # type: ignore[attr-defined]  # its page


def after_hearing(window: MainWindow) -> None:
    """Show what follows a hearing."""
    _tab(window, "after", hearing=True)


def begun(window: MainWindow) -> None:
    """Show a conference that was just made."""
    window.actions_by_id["new_conference"].trigger()
    wait(lambda: window.desk.page.tab == "basics" and window.desk.page.editor.sheet is not None)


def opinions(window: MainWindow) -> None:
    """Show the opinions, two questions put and one opinion given in writing."""
    _unsigned(window, "s01-joint", "J6")
    page, workspace = window.desk.page, window.workspace
    meeting = page.meeting
    assert meeting is not None
    texts = [{"text": text} for text in ("三套自管密码的卡如何定性？", "聊天截图能否采信？")]
    workspace.run(add_entries(meeting.id, "question", texts, profiles={}, name="问题"))
    wait(lambda: page.meeting is not None and bool(page.meeting.questions))
    assert page.meeting is not None
    first, second = page.meeting.question_ids
    for opinion, question in zip(page.meeting.opinions, (first, first, None, second), strict=False):
        workspace.run(
            set_values(
                meeting.id, "opinion", {"question": question},
                profiles={}, name="问题", entry_id=opinion.id,
            )
        )  # fmt: skip
    for place, manner in ((2, Manner.WRITTEN), (4, Manner.NONE_GIVEN)):
        author = page.meeting.participants[place].id
        workspace.run(add_opinion(meeting.id, author, manner, second))
    page.show_tab("opinions")
    wait(lambda: page.meeting is not None and len(page.meeting.opinions) == 7)
    shown = page._pages["opinions"]
    shown.view.select_key(page.meeting.opinions[1].id)  # type: ignore[attr-defined]  # its page
    shown.grid.setFocus()  # type: ignore[attr-defined]


def _signing(window: MainWindow) -> SigningPage:
    page = window.desk.page._pages["signing"]
    assert isinstance(page, SigningPage)
    return page


def signing(window: MainWindow) -> None:
    """Show what is missing before signing."""
    _unsigned(window, "s01-joint", "J6")
    window.desk.page.show_tab("signing")
    wait(lambda: _signing(window).panel.facts is not None)


def signed(window: MainWindow) -> None:
    """Show a record that is signed and sealed."""
    _samples(window, title="河澜州")
    window.desk.page.show_tab("signing")
    wait(lambda: _signing(window).panel.facts is not None)


def exporting(window: MainWindow) -> None:
    """Show the export panel as it opens."""
    conference(window)
    window.desk.papers.export()
    wait(lambda: window.desk.export_panel._offer is None)


def exporting_parts(window: MainWindow) -> None:
    """Show the export panel for a hearing with several cases."""
    document = json.loads(path("samples/s03-hearing.json").read_text(encoding="utf-8"))
    names = ("石桥路段占道经营行政执法监督案", "某乳品经营部标签不合规定公益诉讼案")
    document.setdefault("lianxi", {})["cases"] = [{"name": name} for name in names]
    file = Path(tempfile.mkdtemp()) / "several.json"
    file.write_text(json.dumps(document), encoding="utf-8")
    window.open_files([file])
    wait(lambda: window.desk.page.meeting is not None)
    window.desk.papers.export()
    wait(lambda: window.desk.export_panel._offer is None)


def running(window: MainWindow) -> None:
    """Show the export at work."""
    exporting(window)
    window.desk.export_panel._running.bar.setRange(0, 100)
    window.desk.export_panel._running.bar.setValue(64)
    window.desk.export_panel._running.state.setText("已完成 64%")
    window.desk.export_panel._turn_to(1)


def exported(window: MainWindow) -> None:
    """Show the files after the export."""
    exporting(window)
    window.desk.export_panel._folder.setText(tempfile.mkdtemp())
    window.desk.export_panel.start()
    wait(lambda: window.desk.export_panel.idle)


def previewing(window: MainWindow) -> None:
    """Show the preview of the record."""
    conference(window)
    _preview(window)


def previewing_masked(window: MainWindow) -> None:
    """Show the preview of a masked excerpt, with what is to be looked at."""
    _two_cases(window)
    preview = _preview(window)
    meeting = window.desk.page.meeting
    assert meeting is not None
    preview.bar.version_asked.emit(VersionChoice(masked=True, case_id=meeting.cases[0].id))
    wait(lambda: preview.view.page_count > 0 and preview.idle)


def _preview(window: MainWindow) -> PreviewPage:
    window.desk.papers.preview()
    wait(lambda: window.desk.papers.shows_preview)
    (preview,) = window.findChildren(PreviewPage)
    wait(lambda: preview.view.page_count > 0 and preview.idle)
    return preview


def _two_cases(window: MainWindow) -> None:
    """Take in a conference about two cases, with a party who is named in many lines."""
    document = json.loads(path("samples/s01-joint.json").read_text(encoding="utf-8"))
    document["case"]["parties"].append({"role": "犯罪嫌疑人", "name": "郭大峰"})
    another = {"name": "陈某某、陆某某等九人涉嫌掩饰、隐瞒犯罪所得案"}
    document["lianxi"] = document.get("lianxi", {}) | {"cases": [another]}
    for line in document["records"][::2]:
        line["text"] = f"郭大峰家住在学校旁边。{line['text']}"
    file = Path(tempfile.mkdtemp()) / "two.json"
    file.write_text(json.dumps(document | {"state": "J6"}), encoding="utf-8")
    window.open_files([file])
    wait(lambda: window.desk.page.meeting is not None)
    settle()


def archiving(window: MainWindow) -> None:
    """Show the archive panel with what is missing."""
    conference(window)
    window.desk.dossiers.archive()
    panel = window.desk.dossiers.archive_panel
    wait(lambda: panel is not None and panel.lacks.outlook is not None)


def archived(window: MainWindow) -> None:
    """Show the dossier that was made."""
    archiving(window)
    panel = window.desk.dossiers.archive_panel
    assert panel is not None
    panel._folder.setText(tempfile.mkdtemp())
    panel.start()
    wait(lambda: panel.idle)


def verifying(window: MainWindow) -> None:
    """Show the panel that checks a dossier, with no meeting open."""
    window.desk.dossiers.verify()


def verified(window: MainWindow) -> None:
    """Show what was found in a dossier that somebody worked on."""
    archived(window)
    panel = window.desk.dossiers.archive_panel
    assert panel is not None
    made = next(one for one in Path(panel._folder.text()).iterdir() if one.is_dir())
    window.desk.dossiers.archive_panel.close_panel()  # type: ignore[union-attr]  # as above
    first, second, *_ = sorted(file for file in made.iterdir() if file.suffix in {".pdf", ".docx"})
    first.write_bytes(b"x" * 40)
    second.unlink()
    (made / "另附.txt").write_text("x", encoding="utf-8")
    window.desk.dossiers.verify()
    checking = window.desk.dossiers.verify_panel
    assert checking is not None
    checking.check(made)
    wait(lambda: checking.idle)


def refusal(window: MainWindow) -> None:
    """Show a refused case file."""
    conference(window)
    bad = Path(tempfile.mkdtemp()) / "坏文件.json"
    good = path("samples/s01-joint.json").read_text(encoding="utf-8")
    bad.write_text(
        good.replace('"J11"', '"J99"').replace('"现场"', '"在场"').replace('"汇报"', '"汇报情况"'),
        encoding="utf-8",
    )
    window.open_files([bad])
    wait(window.desk.notice.isVisible)


def repeated(window: MainWindow) -> None:
    """Show the offer to import as a copy."""
    conference(window)
    window.open_files([path("samples/s01-joint.json")])
    wait(window.desk.notice.isVisible)


def dropping(window: MainWindow) -> None:
    """Show the drop target."""
    conference(window)
    window.overlay.appear()


def _write(window: MainWindow, place: tuple[str, str], text: str) -> None:
    """Type into a field of the page in view, and wait for what the wording guard says."""
    window.activateWindow()
    field = next(
        field
        for field in window.desk.page.findChildren(FieldEditor)
        if (field.group, field.field) == place
    )
    field.take_focus()
    field.input.show_text(text)
    wait(lambda: field.wording is not None and field.wording.line.isVisible())
    settle()
    bring_into_view(field)


def wording(window: MainWindow) -> None:
    """Show a text that decides for the conference, as it is being written."""
    _tab(window, "basics")
    _write(window, ("meeting", "title"), "王某案检察官联席会议决议")
    _tab_again(window, "after")
    _write(window, ("meeting", "follow_up"), "会议决定起诉。与会人员一致同意，制作起诉书。")


def wording_title(window: MainWindow) -> None:
    """Show a title that names a resolution."""
    _tab(window, "basics")
    _write(window, ("meeting", "title"), "王某案检察官联席会议决议")


def _tab_again(window: MainWindow, tab: str) -> None:
    window.desk.page.show_tab(tab)
    for _ in range(20):
        settle()
        time.sleep(0.01)


def wording_speech(window: MainWindow) -> None:
    """Show the hints at speech: in the typing line, and for the line selected."""
    _unsigned(window, "s01-joint", "J5")
    page = window.desk.page.record
    page.composer.text.setPlainText("我看会议决定起诉就行，大家一致同意吧。")
    page.composer.hand_in()
    wait(lambda: page.meeting is not None and "一致同意吧" in str(page.meeting.lines[-1].text))
    assert page.meeting is not None
    page.actions_of_lines.select(frozenset({page.meeting.lines[-1].id}))
    page.composer.text.setPlainText("那就按多数意见，三个人同意。")
    wait(page.composer.wording.isVisible)


def stopped(window: MainWindow) -> None:
    """Show an export that wording stopped."""
    wording(window)
    window.desk.page.commit()
    wait(lambda: window.desk.page.header.title.endswith("决议"))
    window.desk.papers.export()
    wait(lambda: window.desk.export_panel._offer is None)
    window.desk.export_panel._folder.setText(tempfile.mkdtemp())
    window.desk.export_panel.start()
    wait(window.desk.export_panel._findings.isVisible)


def _bind_all(window: MainWindow) -> None:
    for action_id in LIVE_KEYS:
        window.desk.live.keys.bind(action_id, list)


def keys(window: MainWindow) -> None:
    """Show all keys, one of them changed, one refused."""
    _bind_all(window)
    window.settings.change(shortcuts='{"export": "Ctrl+7"}')
    window.actions_by_id["shortcuts"].trigger()
    dialog = window.findChild(ShortcutsDialog)
    assert isinstance(dialog, ShortcutsDialog)
    settle()
    dialog.change_keys("refresh", QKeyCombination(Qt.Key.Key_F4))
    button = dialog.lines["refresh"].key
    assert button is not None
    button.listen()
    dialog.change_keys("refresh", QKeyCombination(Qt.Key.Key_F4))


def keys_found(window: MainWindow) -> None:
    """Show some keys that were searched for by pinyin."""
    keys(window)
    dialog = window.findChild(ShortcutsDialog)
    assert isinstance(dialog, ShortcutsDialog)
    dialog.search.setText("fy")


def codes(window: MainWindow) -> None:
    """Show the short codes of a meeting, a new one refused."""
    _unsigned(window, "s01-joint", "J5")
    window.actions_by_id["short_codes"].trigger()
    dialog = window.findChild(ShortCodesDialog)
    assert isinstance(dialog, ShortCodesDialog)
    for code, words in (
        ("hb", "请承办检察官会后核对银行回函，补充有关证据"),
        ("wyj", "没有其他意见"),
        ("zjl", "证据的来源、提取过程和保管链条"),
    ):
        dialog.code.setText(code)
        dialog.words.setText(words)
        dialog._add()
    dialog.code.setText("wyj")
    dialog.words.setText("无其他意见")
    dialog._add()


def attached(window: MainWindow) -> None:
    """Show the record with lines that something is attached to."""
    _unsigned(window, "s01-joint", "J5")
    attach_some(window)


def attached_line(window: MainWindow) -> None:
    """Show the form of such a line."""
    attached(window)
    page = window.desk.page.record
    assert page.meeting is not None
    page.details_asked.emit(page.meeting.lines[1])
    settle()
    dialog = window.findChild(LineDialog)
    assert isinstance(dialog, LineDialog)
    bring_into_view(dialog.attachments.rows[next(iter(dialog.attachments.rows))].note)


def attached_item(window: MainWindow) -> None:
    """Show what is attached to items of the agenda and to the meeting."""
    attached(window)
    window.desk.page.show_tab("agenda")
    settle()
    agenda = window.desk.page._pages["agenda"]
    assert isinstance(agenda, AgendaPage)
    agenda.agenda.view.go_to(1)
    settle()
    bring_into_view(agenda.attachments)


SCENES = (
    empty,
    conference,
    tibetan,
    hearing,
    live,
    run_conference,
    run_hearing,
    run_begin,
    run_frozen,
    presence,
    movement,
    correcting,
    projecting,
    opinions,
    basics,
    basics_hearing,
    case,
    agenda,
    people,
    deliberation,
    after,
    after_hearing,
    begun,
    signing,
    signed,
    exporting,
    exporting_parts,
    running,
    exported,
    previewing,
    previewing_masked,
    archiving,
    archived,
    verifying,
    verified,
    refusal,
    repeated,
    dropping,
    wording,
    wording_title,
    wording_speech,
    stopped,
    keys,
    keys_found,
    codes,
    attached,
    attached_line,
    attached_item,
)


def main(folder: Path, wanted: list[str]) -> None:
    """Make the pictures whose names contain one of the wanted words; all if there are none."""
    folder.mkdir(parents=True, exist_ok=True)
    application = make_application()
    application.setCursorFlashTime(0)
    interface = Interface()
    interface.speak(os.environ.get("SCREENS_LANGUAGE", "zh_CN"))
    for look, (choice, scale, size) in LOOKS.items():
        theme = Theme(application, choice=choice, text_scale=scale)
        theme.apply()
        for scene in SCENES:
            name = f"{scene.__name__}-{look}"
            if wanted and not any(word in name for word in wanted):
                continue
            data = Path(tempfile.mkdtemp())
            settings = QSettings(str(data / "settings.ini"), QSettings.Format.IniFormat)
            window = MainWindow(
                Workspace(data / "lianxi.db"), SettingsStore(settings), theme, interface=interface
            )
            window.painted.connect(window.workspace.open)
            window.resize(*size)
            window.show()
            wait(lambda window=window: window.desk._stack.currentIndex() != 0)  # type: ignore[misc]  # bound
            scene(window)
            settle()
            dialogs = [one for one in window.findChildren(QDialog) if one.isVisible()]
            shown = dialogs[-1] if dialogs else window
            shown.grab().save(str(folder / f"{name}.png"))
            print(name, shown.size().toTuple())
            window.close()
            window.workspace.close()
            window.deleteLater()
            settle()


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2:])
