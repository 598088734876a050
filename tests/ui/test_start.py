"""Which database a start opens, and that a missing one is never replaced by an empty one."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from models import paths
from models.errors import AppError, DatabaseMissing, FolderUnwritable
from models.paths import DATABASE_NAME
from tests.ui.driving import answer_file_dialogs
from tests.ui.processes import Program
from ui.dialogs import start as dialogs
from ui.dialogs.start import Answer, StartDialog
from ui.i18n import Interface
from ui.settings import SettingsStore
from ui.start import Start
from ui.theme import Theme


class User:
    """Answers the questions of the start in turn, and remembers what was told."""

    def __init__(self) -> None:
        self.answers: list[Answer] = []
        self.folders: list[Path | None] = []
        self.told: list[AppError] = []
        self.offered: list[Sequence[Answer]] = []

    def ask(
        self, error: AppError, answers: Sequence[Answer], _theme: Theme, _language: str
    ) -> Answer:
        """Take the place of the dialog."""
        self.told.append(error)
        self.offered.append(answers)
        return self.answers.pop(0)


@pytest.fixture
def user(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> User:
    made = User()
    monkeypatch.setattr(dialogs, "ask", made.ask)
    monkeypatch.setattr(dialogs, "choose_folder", lambda: made.folders.pop(0))
    monkeypatch.setattr(paths, "data_folder", lambda: tmp_path / "usual")
    return made


@pytest.fixture
def start(settings: SettingsStore, theme: Theme, interface: Interface) -> Start:
    return Start(settings, theme, interface)


def _data(folder: Path) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / DATABASE_NAME).touch()
    return folder / DATABASE_NAME


def test_a_first_start_asks_nothing(start: Start, user: User, tmp_path: Path) -> None:
    assert start.find_database() == tmp_path / "usual" / DATABASE_NAME
    assert user.told == []


def test_the_chosen_folder_is_used(
    start: Start, user: User, settings: SettingsStore, tmp_path: Path
) -> None:
    (tmp_path / "另选").mkdir()
    settings.change(data_folder=str(tmp_path / "另选"))

    assert start.find_database() == tmp_path / "另选" / DATABASE_NAME
    assert user.told == []


def test_a_folder_that_is_gone_is_waited_for(
    start: Start, user: User, settings: SettingsStore, tmp_path: Path
) -> None:
    settings.change(data_folder=str(tmp_path / "stick"))
    user.answers = [Answer.RETRY, Answer.QUIT]

    assert start.find_database() is None
    assert user.told == [DatabaseMissing(tmp_path / "stick" / DATABASE_NAME)] * 2
    assert Answer.NEW not in user.offered[0]
    assert not (tmp_path / "stick").exists()


def test_a_database_that_was_there_is_missed_in_an_empty_mount_point(
    start: Start, user: User, settings: SettingsStore, tmp_path: Path
) -> None:
    (tmp_path / "disk").mkdir()
    place = tmp_path / "disk" / DATABASE_NAME
    settings.change(data_folder=str(tmp_path / "disk"), last_database=str(place))
    user.answers = [Answer.QUIT]

    assert start.find_database() is None
    assert user.told == [DatabaseMissing(place)]


def test_another_folder_can_be_chosen(
    start: Start, user: User, settings: SettingsStore, tmp_path: Path
) -> None:
    place = _data(tmp_path / "moved")
    settings.change(data_folder=str(tmp_path / "gone"))
    user.answers, user.folders = [Answer.CHOOSE, Answer.CHOOSE], [None, place.parent]

    assert start.find_database() == place
    assert settings.value.data_folder == str(place.parent)


def test_a_new_database_is_made_only_if_the_user_says_so(
    start: Start, user: User, settings: SettingsStore, tmp_path: Path
) -> None:
    (tmp_path / "empty").mkdir()
    settings.change(data_folder=str(tmp_path / "gone"))
    user.answers, user.folders = [Answer.CHOOSE, Answer.NEW], [tmp_path / "empty"]

    assert start.find_database() == tmp_path / "empty" / DATABASE_NAME
    assert [type(error) for error in user.told] == [DatabaseMissing, DatabaseMissing]


def test_a_folder_that_cannot_hold_the_data_is_refused(
    start: Start, user: User, settings: SettingsStore, tmp_path: Path
) -> None:
    settings.change(data_folder=str(tmp_path / "gone"))
    user.answers = [Answer.CHOOSE, Answer.BACK, Answer.QUIT]
    user.folders = [tmp_path / "not there"]

    assert start.find_database() is None
    assert user.told[1] == FolderUnwritable(tmp_path / "not there", "ENOENT")
    assert settings.value.data_folder == str(tmp_path / "gone")


def test_the_dialog_answers_with_the_button_and_with_the_last_one_when_closed(
    qtbot: QtBot, theme: Theme, interface: Interface
) -> None:
    answers = [Answer.RETRY, Answer.CHOOSE, Answer.NEW, Answer.QUIT]
    dialogs_made = [
        StartDialog(DatabaseMissing(Path("/x")), answers, theme, interface.language)
        for _ in range(2)
    ]
    for dialog in dialogs_made:
        qtbot.addWidget(dialog)
    (pressed, closed) = dialogs_made

    words = [button.text() for button in pressed.findChildren(QPushButton)]
    next(b for b in pressed.findChildren(QPushButton) if "选择" in b.text()).click()
    closed.reject()

    assert words == ["退出(&Q)", "在那里新建数据库(&N)", "选择文件夹…(&C)", "重试(&R)"]
    assert (pressed.answer, closed.answer) == (Answer.CHOOSE, Answer.QUIT)


def test_the_folder_is_asked_for(monkeypatch: pytest.MonkeyPatch, qapp: QApplication) -> None:
    assert qapp is not None
    answer_file_dialogs(monkeypatch, None, Path("/数据"))

    assert [dialogs.choose_folder(), dialogs.choose_folder()] == [None, Path("/数据")]


def test_the_real_program_misses_its_database(tmp_path: Path) -> None:
    usual = tmp_path / "share" / paths.APP_NAME / DATABASE_NAME
    with Program(tmp_path, "close") as first:
        first.wait_for("open")
        first.end()
    assert usual.exists()
    usual.unlink()

    with Program(tmp_path, "press:退出") as second:
        status, trouble = second.end()

    assert (status, second.said[0]) == (1, "asked")
    assert str(usual) in trouble
    assert not usual.exists()
