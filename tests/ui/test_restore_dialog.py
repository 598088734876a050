"""The dialog that asks which backup to restore."""

from datetime import datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QLabel
from pytestqt.qtbot import QtBot

from models.backups import Backup, back_up, list_backups
from models.database import Database
from models.errors import FileUnreadable
from ui.dialogs.restore import RestoreDialog
from ui.i18n import Interface
from ui.theme import Theme

NOON = datetime(2026, 11, 21, 12, 0, 5).astimezone()
FOLDER = Path("/data/backups")


def _backup(days: int, fault: str | None = None) -> Backup:
    made_at = NOON - timedelta(days=days)
    file = FOLDER / f"lianxi-{made_at:%Y-%m-%d-%H%M%S}-0001.db"
    meetings = 42 if fault is None else None
    return Backup(file, made_at, 3_400_000, revision="0001", meetings=meetings, fault=fault)


SOUND, DAMAGED, OLDER = _backup(0), _backup(1, "SQLITE_CORRUPT"), _backup(2)


@pytest.fixture
def dialog(qtbot: QtBot, theme: Theme, interface: Interface) -> RestoreDialog:
    made = RestoreDialog(theme, interface.language)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    return made


def _choose(dialog: RestoreDialog, backup: Backup) -> None:
    assert dialog._view.select_key(str(backup.file))


def _words(dialog: RestoreDialog) -> str:
    return "\n".join(text.text() for text in dialog.findChildren(QLabel) if text.isVisible())


def test_nothing_can_be_restored_while_the_backups_are_checked(dialog: RestoreDialog) -> None:
    assert "正在检查备份" in _words(dialog)
    assert not dialog._restore.isEnabled()


def test_it_says_what_restoring_means_before_anything_is_chosen(dialog: RestoreDialog) -> None:
    dialog.show_backups([SOUND], FOLDER)

    for words in ("恢复不能撤销", "另存为一份备份", "请选择一份备份"):
        assert words in _words(dialog)
    assert not dialog._restore.isEnabled()


def test_a_chosen_backup_is_named_and_asked_for(dialog: RestoreDialog, qtbot: QtBot) -> None:
    dialog.show_backups([SOUND, DAMAGED, OLDER], FOLDER)
    _choose(dialog, OLDER)
    assert "2026年11月19日 12:00:05的样子，共42次会议" in _words(dialog)

    with qtbot.waitSignal(dialog.restore_asked) as asked:
        QTest.mouseClick(dialog._restore, Qt.MouseButton.LeftButton)

    assert asked.args == [OLDER]
    assert not dialog.isVisible()


def test_an_unsound_backup_is_shown_with_its_reason_and_cannot_be_asked_for(
    dialog: RestoreDialog,
) -> None:
    dialog.show_backups([SOUND, DAMAGED], FOLDER)
    _choose(dialog, SOUND)
    assert dialog._restore.isEnabled()

    _choose(dialog, DAMAGED)

    assert not dialog._restore.isEnabled()
    assert "不能恢复：内容已损坏。" in _words(dialog)
    assert dialog._restore.accessibleDescription() == "不能恢复：内容已损坏。"


def test_the_keyboard_goes_from_the_list_to_the_button(dialog: RestoreDialog, qtbot: QtBot) -> None:
    dialog.activateWindow()
    dialog.show_backups([DAMAGED, SOUND], FOLDER)
    qtbot.waitUntil(dialog._view.hasFocus)
    assert not dialog._restore.isEnabled()

    QTest.keyClick(dialog._view, Qt.Key.Key_Return)
    assert "内容已损坏" in _words(dialog)
    QTest.keyClick(dialog._view, Qt.Key.Key_Down)
    while dialog.focusWidget() is not dialog._restore:
        before = dialog.focusWidget()
        QTest.keyClick(before, Qt.Key.Key_Tab)
        assert dialog.focusWidget() not in (before, dialog._view)

    with qtbot.waitSignal(dialog.restore_asked) as asked:
        QTest.keyClick(dialog._restore, Qt.Key.Key_Return)
    assert asked.args == [SOUND]


def test_escape_and_cancel_ask_for_nothing(dialog: RestoreDialog) -> None:
    asked: list[object] = []
    dialog.restore_asked.connect(asked.append)
    dialog.show_backups([SOUND], FOLDER)
    _choose(dialog, SOUND)

    QTest.keyClick(dialog._view, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    dialog.show()
    cancel = dialog._buttons.button(QDialogButtonBox.StandardButton.Cancel)
    QTest.mouseClick(cancel, Qt.MouseButton.LeftButton)

    assert not dialog.isVisible()
    assert asked == []


def test_an_empty_folder_says_where_backups_belong(dialog: RestoreDialog) -> None:
    dialog.show_backups([], FOLDER)

    assert "还没有备份" in _words(dialog)
    assert str(FOLDER) in _words(dialog)
    assert not dialog._view.isVisible()
    assert not dialog._restore.isVisible()


def test_a_folder_that_cannot_be_read_is_told_in_three_parts(dialog: RestoreDialog) -> None:
    dialog.show_trouble(FileUnreadable(FOLDER, "EACCES"))

    assert "没有权限" in _words(dialog)
    assert "数据库未作任何改动" in _words(dialog)


def test_it_speaks_english(qtbot: QtBot, theme: Theme, interface: Interface) -> None:
    interface.speak("en")
    dialog = RestoreDialog(theme, "en")
    qtbot.addWidget(dialog)
    dialog.show()

    dialog.show_backups([DAMAGED], FOLDER)
    _choose(dialog, DAMAGED)

    assert "Cannot be restored: it is damaged." in _words(dialog)


def test_a_screen_reader_hears_time_size_meetings_and_fault(dialog: RestoreDialog) -> None:
    dialog.show_backups([SOUND, DAMAGED], FOLDER)

    role = Qt.ItemDataRole.AccessibleTextRole
    spoken = [dialog._model.index(number, 0).data(role) for number in range(2)]

    assert spoken == [
        f"2026年11月21日 12:00:05，会议42次 · 3.4 MB · {SOUND.file.name}",
        f"2026年11月20日 12:00:05，3.4 MB · {DAMAGED.file.name}，不能恢复：内容已损坏。",
    ]


@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize("backups", [[SOUND, DAMAGED, OLDER], []], ids=["some", "none"])
def test_its_words_are_not_clipped(
    qtbot: QtBot, theme: Theme, backups: list[Backup], scale: float
) -> None:
    theme.scale_text(scale)
    dialog = RestoreDialog(theme, "zh_CN")
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.show_backups(backups, FOLDER)
    QApplication.processEvents()

    labels = [w for w in dialog.findChildren(QLabel) if w.wordWrap() and w.isVisible()]
    assert len(labels) >= 2
    assert all(w.height() >= w.heightForWidth(w.width()) for w in labels)
    assert dialog.height() <= dialog.screen().availableSize().height()


def test_real_backups_can_be_offered(
    dialog: RestoreDialog, database: Database, tmp_path: Path
) -> None:
    folder = tmp_path / "backups"
    backup = back_up(database.path, folder)
    (folder / "junk.db").write_bytes(b"x" * 5000)

    dialog.show_backups(list_backups(folder), folder)

    assert {entry.backup.file.name: bool(entry.fault) for entry in dialog._model.rows} == {
        backup.file.name: False,
        "junk.db": True,
    }
