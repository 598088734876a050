"""The settings: everything takes effect at once, by keyboard, in both languages."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QAccessible, QDesktopServices, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from models import paths
from models.paths import DATABASE_NAME
from models.profiles import read_profiles
from tests.ui.conftest import WindowMaker
from tests.ui.driving import answer_file_dialogs, show
from ui.dialogs.settings import SettingsDialog
from ui.dialogs.settings_templates import TemplatesCard
from ui.fonts import chinese_families
from ui.i18n import Interface
from ui.main_window import MainWindow
from ui.settings import SettingsStore
from ui.theme import Theme

FIELDS = (QComboBox, QLineEdit, QAbstractButton)


@pytest.fixture
def window(qtbot: QtBot, make_window: WindowMaker, settings: SettingsStore) -> MainWindow:
    settings.change(theme="light", language="zh_CN")
    made = make_window(1366, 768)
    show(qtbot, made)
    return made


@pytest.fixture
def dialog(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> SettingsDialog:
    monkeypatch.setattr(paths, "data_folder", lambda: tmp_path / "data")
    window.actions_by_id["settings"].trigger()
    made = window.findChild(SettingsDialog)
    assert isinstance(made, SettingsDialog)
    templates = made.findChild(TemplatesCard)
    assert isinstance(templates, TemplatesCard)
    qtbot.waitUntil(templates.again.isEnabled)  # not while they are being read
    return made


def _pick(field: QComboBox, value: object) -> None:
    """Choose with keys, as a user does."""
    wanted = field.findData(value)
    field.setFocus()
    key = Qt.Key.Key_Down if wanted > field.currentIndex() else Qt.Key.Key_Up
    while field.currentIndex() != wanted:
        QTest.keyClick(field, key)


def test_theme_size_font_and_language_take_effect_and_are_remembered(
    dialog: SettingsDialog, window: MainWindow, settings: SettingsStore
) -> None:
    family = chinese_families()[-1]

    _pick(dialog.theme_choice, "dark")
    _pick(dialog.text_scale, 1.5)
    _pick(dialog.font_choice, family)
    _pick(dialog.language, "en")

    value = settings.value
    assert (value.theme, value.text_scale, value.language) == ("dark", 1.5, "en")
    assert (window.theme.is_dark, window.theme.text_scale) == (True, 1.5)
    assert window.theme.font(13).families()[0] == value.font == family
    assert window.interface.language == "en"


@pytest.mark.parametrize(("minutes", "words"), [(0, "不提示"), (3, "3分钟"), (60, "60分钟")])
def test_the_limit_of_a_speech_is_chosen(
    dialog: SettingsDialog, settings: SettingsStore, minutes: int, words: str
) -> None:
    assert dialog.speech_minutes.currentText() == "10分钟"

    _pick(dialog.speech_minutes, minutes)

    assert settings.value.speech_minutes == minutes
    assert dialog.speech_minutes.currentText() == words


def test_another_limit_of_a_speech_is_offered_while_it_is_in_force(
    dialog: SettingsDialog, settings: SettingsStore
) -> None:
    settings.change(speech_minutes=12)

    assert dialog.speech_minutes.currentText() == "12分钟"
    offered = [dialog.speech_minutes.itemData(n) for n in range(dialog.speech_minutes.count())]
    assert offered == sorted(offered)
    _pick(dialog.speech_minutes, 15)
    assert dialog.speech_minutes.findData(12) == -1


def test_menu_and_settings_stay_in_step(
    qtbot: QtBot, dialog: SettingsDialog, window: MainWindow
) -> None:
    menu = window.menus.findChild(QWidget, "choice theme")
    assert menu is not None

    menu.actions()[2].trigger()
    assert dialog.theme_choice.currentData() == "dark"
    _pick(dialog.theme_choice, "system")
    menu.aboutToShow.emit()  # type: ignore[attr-defined]  # it is a QMenu

    assert [action.isChecked() for action in menu.actions()] == [True, False, False]
    assert qtbot is not None


def test_the_open_dialog_follows_the_language(
    qtbot: QtBot, dialog: SettingsDialog, interface: Interface
) -> None:
    def words() -> str:
        quoted = dialog.rules.words  # titles of Chinese rules stay Chinese
        labels = [w.text() for w in dialog.findChildren(QLabel) if w is not quoted]
        return " ".join([dialog.windowTitle(), dialog.theme_choice.currentText(), *labels])

    assert "设置 浅色" in words()
    interface.speak("en")
    qtbot.waitUntil(lambda: "Settings Light" in words())
    assert not re.search("[一-鿿]", words())
    interface.speak("zh_CN")
    qtbot.waitUntil(lambda: "设置 浅色" in words())


def test_own_office_is_remembered_while_it_is_typed(
    dialog: SettingsDialog, settings: SettingsStore
) -> None:
    QTest.keyClicks(dialog.organ, " Procuratorate ")
    QTest.keyClicks(dialog.secretary, "Lu")
    QTest.keyClicks(dialog.post, "Clerk")

    value = settings.value
    assert (value.own_organ, value.own_secretary, value.own_secretary_post) == (
        "Procuratorate",
        "Lu",
        "Clerk",
    )


def test_escape_closes(qtbot: QtBot, dialog: SettingsDialog) -> None:
    with qtbot.waitSignal(dialog.finished):
        QTest.keyClick(dialog, Qt.Key.Key_Escape)


def _mnemonics(dialog: QDialog) -> list[str]:
    texts = [w.text() for w in dialog.findChildren(QLabel) if w.buddy() is not None]
    texts += [b.text() for b in dialog.findChildren(QAbstractButton) if "&" in b.text()]
    return [letter.upper() for text in texts for letter in re.findall(r"&(\w)", text)]


@pytest.mark.parametrize("language", ["zh_CN", "en"])
def test_every_field_has_a_name_a_tip_and_a_letter_of_its_own(
    qtbot: QtBot, dialog: SettingsDialog, interface: Interface, language: str
) -> None:
    title = dialog.windowTitle()
    interface.speak(language)
    qtbot.waitUntil(lambda: language == "zh_CN" or dialog.windowTitle() != title)

    letters = _mnemonics(dialog)
    fields = [w for w in dialog.findChildren(QWidget) if isinstance(w, FIELDS) and w.isVisible()]
    names = [QAccessible.queryAccessibleInterface(w).text(QAccessible.Text.Name) for w in fields]
    tips = [w.toolTip() for w in fields]

    assert len(letters) == len(set(letters)) == 21
    assert all(names)
    assert "&" not in "".join(names)
    assert tips.count("") == 1  # of "Close", which says all there is to say


def test_tab_goes_through_all_fields(dialog: SettingsDialog) -> None:
    wanted = {w for w in dialog.findChildren(QWidget) if isinstance(w, FIELDS) and w.isVisible()}
    dialog.language.setFocus()

    seen: set[QWidget] = set()
    for _ in range(2 * len(wanted)):
        focused = dialog.focusWidget()
        seen.add(focused)
        QTest.keyClick(focused, Qt.Key.Key_Tab)

    assert wanted - seen == set()


def test_the_wheel_changes_nothing_by_accident(
    dialog: SettingsDialog, settings: SettingsStore
) -> None:
    before = settings.value
    here = QPointF(dialog.text_scale.rect().center())
    turn = QWheelEvent(
        here,
        dialog.text_scale.mapToGlobal(here),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,  # noqa: FBT003  # Qt's order of arguments
    )

    QApplication.sendEvent(dialog.text_scale, turn)

    assert settings.value == before


def test_another_data_folder_is_used_from_the_next_start_on(
    dialog: SettingsDialog,
    settings: SettingsStore,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    field, wanted = dialog.folders.data, tmp_path / "另选"
    wanted.mkdir()
    assert field.note == ""

    answer_file_dialogs(monkeypatch, wanted)
    field.change.click()
    new = field.note
    (wanted / DATABASE_NAME).touch()
    field.change.click()

    assert settings.value.data_folder == str(wanted)
    assert "新建空的数据库" in new
    assert "留在原处" in new
    assert "已有的会议" in field.note
    assert field.path.text() == str(tmp_path / "data")  # still in use
    field.reset.click()
    assert (settings.value.data_folder, field.note) == ("", "")


@pytest.mark.parametrize("kind", ["cifs", None])
def test_a_data_folder_that_will_not_do_is_refused_in_words(
    dialog: SettingsDialog, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, kind: str | None
) -> None:
    monkeypatch.setattr("models.disk.foreign_file_system", lambda _: kind)

    answer_file_dialogs(monkeypatch, tmp_path / "not there")
    dialog.folders.data.change.click()

    reason = "网络共享" if kind else "不存在"
    assert reason in dialog.folders.data.note
    assert dialog._settings.value.data_folder == ""


def test_backups_may_lie_on_a_stick_but_not_where_nothing_can_be_written(
    dialog: SettingsDialog,
    settings: SettingsStore,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    monkeypatch.setattr("models.disk.foreign_file_system", lambda _: "vfat")
    field = dialog.folders.backups
    assert field.path.text() == str(tmp_path / "data" / "backups")

    answer_file_dialogs(monkeypatch, tmp_path)
    field.change.click()
    assert settings.value.backup_folder == field.path.text() == str(tmp_path)
    answer_file_dialogs(monkeypatch, tmp_path / "not there")
    field.change.click()

    assert "不存在" in field.note
    assert settings.value.backup_folder == str(tmp_path)
    field.reset.click()
    assert settings.value.backup_folder == ""
    assert field.path.text() == str(tmp_path / "data" / "backups")


def test_asking_for_a_folder_and_thinking_better_of_it_changes_nothing(
    dialog: SettingsDialog, settings: SettingsStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = settings.value
    answer_file_dialogs(monkeypatch, None)

    dialog.folders.data.change.click()
    dialog.folders.backups.change.click()

    assert settings.value == before


def test_the_folder_is_opened_in_the_file_manager(
    dialog: SettingsDialog, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    opened: list[QUrl] = []

    def take(url: QUrl) -> bool:
        opened.append(url)
        return len(opened) == 1

    monkeypatch.setattr(QDesktopServices, "openUrl", take)

    dialog.folders.data.open.click()
    dialog.folders.backups.open.click()

    assert opened[0] == QUrl.fromLocalFile(str(tmp_path / "data"))
    assert dialog.folders.data.note == ""
    assert "没有打开" in dialog.folders.backups.note


def test_a_font_that_was_removed_is_named_as_such(
    qtbot: QtBot, settings: SettingsStore, theme: Theme, tmp_path: Path
) -> None:
    settings.change(font="老宋体")
    dialog = SettingsDialog(settings, theme, tmp_path / DATABASE_NAME, installed=read_profiles(()))
    qtbot.addWidget(dialog)

    assert dialog.font_choice.currentText() == "老宋体（没有安装）"
    assert dialog.font_choice.itemData(0) == ""


@pytest.fixture
def big(theme: Theme) -> Iterator[Theme]:
    theme.scale_text(2.0)
    yield theme
    theme.scale_text(1.0)


def test_at_twice_the_text_everything_finds_room(
    qtbot: QtBot, big: Theme, settings: SettingsStore, tmp_path: Path
) -> None:
    dialog = SettingsDialog(settings, big, tmp_path / DATABASE_NAME, installed=read_profiles(()))
    qtbot.addWidget(dialog)
    dialog.show()
    QApplication.processEvents()

    content = dialog._scroll.widget()
    assert content.minimumSizeHint().width() <= dialog._scroll.viewport().width()
    for text in dialog.findChildren(QLabel):
        if text.isVisible() and not text.wordWrap():
            assert text.width() >= text.sizeHint().width(), text.text()
