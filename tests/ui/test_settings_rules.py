"""The rules in the settings: what each profile allows, in words; faulty files; the folder."""

import os
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QAccessible, QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

import resources
from models.paths import DATABASE_NAME
from models.profile_terms import CollectiveView, MajorityEffect, SummaryPaper, WordingSeverity
from models.profiles import Profiles, read_profiles
from ui import rule_words, wording_words
from ui.dialogs.settings_rules import RulesCard
from ui.i18n import Interface
from ui.rule_words import profile_facts, profile_sentence
from ui.settings import SettingsStore
from ui.theme import Theme

FAULTY = 'id = "own"\nname = "本院\\u202e规则"\nkind = "joint_conference"\n'
MakeCard = Callable[[], RulesCard]


@pytest.fixture
def make_card(
    qtbot: QtBot, settings: SettingsStore, theme: Theme, interface: Interface, tmp_path: Path
) -> MakeCard:
    hosts = []  # kept, for a card dies with its window

    def make() -> RulesCard:
        settings.change(language=interface.language)
        folder = tmp_path / "profiles"
        card = RulesCard(settings, theme, tmp_path / DATABASE_NAME, read_profiles([folder]))
        host = QWidget()
        QVBoxLayout(host).addWidget(card)
        host.resize(640, 900)
        qtbot.addWidget(host)
        hosts.append(host)
        card.retranslate()
        host.show()
        return card

    return make


def _choose(card: RulesCard, profile: str) -> str:
    """Choose with keys, as a user does; return what is said then."""
    card.choice.setFocus()
    QTest.keyClick(card.choice, Qt.Key.Key_Home)
    while card.choice.currentData() != profile:
        QTest.keyClick(card.choice, Qt.Key.Key_Down)
    return card.words.accessibleDescription()


def test_each_profile_is_told_in_words(make_card: MakeCard, profiles: Profiles) -> None:
    card = make_card()

    told = {name: _choose(card, name) for name in profiles}

    assert len(set(told.values())) == len(profiles)
    assert "意见按发言人分别记录，不作归并" in told["strict"]
    assert "本院规则：不需要" in told["strict"]
    assert "跨院会议来自2个以上检察院" in told["strict"]
    assert "提请后3日内审批（依据：参照哈尔滨市松北区" in told["strict"]
    assert "须有每个参加的检察院的规则" in told["minutes"]
    assert "不少于部门检察官的1/3" in told["dept"]
    assert "不能保留；出现人数、比例的用语只提醒，不阻止" in told["dept"]
    assert "“纪要”这一文书名称可以使用" in told["minutes"]
    assert "在分歧情况报告中，出现人数、比例的用语可以使用" in told["civil49"]
    assert "在听证总结、承办人说明中，表示听证员表决的用语只提醒，不阻止" in told["hearing"]
    assert "由部门负责人另行报告检察长" in told["civil49"]
    assert "施行期间：2021-08-01起" in told["civil49"]
    assert "听证3日前告知参加人" in told["hearing"]
    assert "计入人数" not in told["hearing"]


def test_the_words_of_an_english_interface_are_english_but_for_quotations(
    make_card: MakeCard, interface: Interface, profiles: Profiles
) -> None:
    interface.speak("en")
    card = make_card()

    for profile in profiles.values():
        words = _choose(card, profile.id)
        quoted = [profile.source, profile.quorum.source, *profile.titles.values(), *profile.cites]
        for text in (*quoted, *(rule.source for rule in profile.deadlines.values())):
            words = words.replace(text, "")
        assert not re.search("[一-鿿、；：（）]", words), words


def test_every_value_of_the_closed_lists_has_its_words() -> None:
    assert rule_words._VIEWS.keys() == set(CollectiveView)
    assert rule_words._SUMMARIES.keys() == set(SummaryPaper)
    assert rule_words._MAJORITIES.keys() == set(MajorityEffect)
    assert rule_words._AFTERWARDS.keys() == set(MajorityEffect)
    assert rule_words._DEADLINES.keys() == rule_words._ON_THE_DAY.keys()
    assert wording_words._SEVERITIES.keys() == set(WordingSeverity)


def test_every_group_of_the_word_lists_has_its_words() -> None:
    lists = (resources.toml(f"wording/{name}.toml") for name in ("conference", "hearing"))

    assert wording_words._GROUPS.keys() == {group for one in lists for group in one["groups"]}


def test_faulty_files_are_listed_with_line_and_reason(make_card: MakeCard, tmp_path: Path) -> None:
    folder = tmp_path / "profiles"
    folder.mkdir()
    (folder / "own.toml").write_text(FAULTY, encoding="utf-8")
    (folder / "bad\u202e.toml").write_text("id = ", encoding="utf-8")

    card = make_card()

    assert "own.toml（第2行第1列）：“name”中有换行或者不可见的字符" in card.faults.text()
    assert "\u202e" not in card.faults.text()
    assert card.faults.isVisible()
    assert card.faults.accessibleName() == "有误的规则文件"


def test_of_many_faulty_files_the_first_are_listed(make_card: MakeCard, tmp_path: Path) -> None:
    folder = tmp_path / "profiles"
    folder.mkdir()
    for number in range(25):
        (folder / f"{number:02}.toml").write_text("id = ", encoding="utf-8")

    lines = make_card().faults.text().splitlines()

    assert len(lines) == 22
    assert lines[1].startswith("00.toml（第1行）：")
    assert lines[-1] == "另有5个文件有误。"


@pytest.mark.skipif(os.name != "posix", reason="names of any bytes")
def test_a_file_whose_name_is_no_text_is_listed(make_card: MakeCard, tmp_path: Path) -> None:
    folder = tmp_path / "profiles"
    folder.mkdir()
    Path(os.fsdecode(os.fsencode(folder) + b"/\xff.toml")).write_text("id = ", encoding="utf-8")

    text = make_card().faults.text()

    text.encode("utf-8")
    assert ".toml（第1行）" in text


def test_without_faults_nothing_is_said_of_them(make_card: MakeCard) -> None:
    assert not make_card().faults.isVisible()


def test_what_a_file_says_is_never_taken_for_html(make_card: MakeCard, tmp_path: Path) -> None:
    folder = tmp_path / "profiles"
    folder.mkdir()
    own = FAULTY.replace("\\u202e", "") + 'signers = ["出席"]\nsource = "<img src=x>甲&amp;乙"\n'
    (folder / "own.toml").write_text(own, encoding="utf-8")
    (folder / "<b>.toml").write_text("id = ", encoding="utf-8")
    card = make_card()

    assert "依据：<img src=x>甲&amp;乙" in _choose(card, "own")
    assert "&lt;img src=x&gt;甲&amp;amp;乙" in card.words.text()
    assert card.faults.textFormat() is Qt.TextFormat.PlainText


def test_everything_is_reached_by_tab_and_has_a_name(make_card: MakeCard) -> None:
    card = make_card()
    card.choice.setFocus()
    seen = []

    for _ in range(3):
        focused = card.window().focusWidget()
        assert focused is not None
        seen.append(focused)
        QTest.keyClick(focused, Qt.Key.Key_Tab)

    assert seen == [card.choice, card.words, card.open]
    for widget in seen:
        assert QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)


def test_the_folder_is_made_and_opened(
    make_card: MakeCard, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    opened: list[QUrl] = []

    def take(url: QUrl) -> bool:
        opened.append(url)
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", take)
    card = make_card()

    card.open.click()

    assert (tmp_path / "profiles").is_dir()
    assert opened == [QUrl.fromLocalFile(str(tmp_path / "profiles"))]
    assert not card.note.isVisible()


@pytest.mark.skipif(os.name != "posix", reason="a file in the way of a folder")
def test_a_folder_that_cannot_be_made_is_told(make_card: MakeCard, tmp_path: Path) -> None:
    card = make_card()
    (tmp_path / "profiles").write_text("", encoding="utf-8")

    card.open.click()

    assert "无法写入文件夹" in card.note.text()


def test_a_system_that_opens_nothing_is_told(
    make_card: MakeCard, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _url: False)
    card = make_card()

    card.open.click()

    assert "没有打开" in card.note.text()


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_nothing_is_cut_whatever_the_size_of_the_text(
    make_card: MakeCard, theme: Theme, scale: float
) -> None:
    theme.scale_text(scale)
    card = make_card()
    card.window().resize(theme.text_px(560), 2000)
    QApplication.processEvents()

    for text in card.findChildren(QLabel):
        if text.isVisible():
            assert text.height() >= text.heightForWidth(text.width()), text.text()
    theme.scale_text(1.0)


def test_beside_a_conference_nothing_speaks_of_a_majority(
    profiles: Profiles, interface: Interface
) -> None:
    assert interface.language == "zh_CN"
    for profile in profiles.values():
        sentence = profile_sentence(profile)
        assert not re.search("多数|过半|票|统计|倾向|决议", sentence), sentence


def test_facts_leave_out_what_a_profile_does_not_say(
    profiles: Profiles, interface: Interface
) -> None:
    assert interface.language == "zh_CN"
    facts = dict(profile_facts(profiles["strict"]))

    assert "文书引用" not in facts
    assert "施行期间" not in facts
    assert profile_sentence(profiles["strict"]).endswith("。")
