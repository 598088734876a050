"""The office's templates in the settings: which are used, what is wrong, the folder, the examples."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QAccessible, QDesktopServices
from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from models.changeable import changeable_kinds
from models.paths import DATABASE_NAME
from ui.dialogs.settings_templates import EXAMPLES, TemplatesCard
from ui.i18n import Interface
from ui.settings import SettingsStore
from ui.theme import Theme

SOUND = 'kind = "record"\nsource = "<b>本院</b>2025年核定"\nhost = "甲院"\ntitle = "甲院会议记录"\n'
DOUBTFUL = 'kind = "notice"\nsource = "一"\n[words]\nclosing = "以专家的权威意见为准。"\n'
MakeCard = Callable[[], TemplatesCard]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "templates"


@pytest.fixture
def make_card(
    qtbot: QtBot, settings: SettingsStore, theme: Theme, interface: Interface, tmp_path: Path
) -> MakeCard:
    hosts = []  # kept, for a card dies with its window

    def make() -> TemplatesCard:
        settings.change(language=interface.language)
        card = TemplatesCard(settings, theme, tmp_path / DATABASE_NAME)
        host = QWidget()
        QVBoxLayout(host).addWidget(card)
        host.resize(640, 700)
        qtbot.addWidget(host)
        hosts.append(host)
        card.retranslate()
        host.show()
        _wait(qtbot, card)
        return card

    return make


def _wait(qtbot: QtBot, card: TemplatesCard) -> None:
    qtbot.waitUntil(lambda: card._task is None, timeout=20_000)


def _write(folder: Path, **files: str) -> None:
    folder.mkdir(exist_ok=True)
    for name, content in files.items():
        (folder / f"{name}.toml").write_text(content, encoding="utf-8")


def test_without_templates_that_is_said(make_card: MakeCard, folder: Path) -> None:
    card = make_card()

    assert card.words.text() == "没有模板，文书使用程序自带的文字。"
    assert not card.faults.isVisible()
    assert not card.warnings.isVisible()
    assert not folder.exists()


def test_templates_faults_and_doubts_are_told(make_card: MakeCard, folder: Path) -> None:
    _write(folder, a=SOUND, b=DOUBTFUL, c='kind = "record"\n[statement]\na = "一"\n')

    card = make_card()

    told = card.words.text().splitlines()
    assert told[0].startswith("会议记录（甲院）：a.toml，<b>本院</b>2025年核定，SHA-256 ")
    assert told[1].startswith("会议通知：b.toml，一，SHA-256 ")
    assert card.words.textFormat() is Qt.TextFormat.PlainText
    assert "c.toml（第2行第2列）：“statement”不能更改；这里可以更改的是：" in card.faults.text()
    assert "b.toml（第4行第1列）：“words.closing”中的“权威意见”请斟酌" in card.warnings.text()


def test_a_corrected_file_is_read_again(make_card: MakeCard, folder: Path, qtbot: QtBot) -> None:
    _write(folder, a="kind =")
    card = make_card()
    _write(folder, a=SOUND)

    card.again.click()
    _wait(qtbot, card)

    assert not card.faults.isVisible()
    assert "a.toml" in card.words.text()


def test_of_many_faults_the_first_are_listed(make_card: MakeCard, folder: Path) -> None:
    _write(folder, **{f"{number:02}": "kind =" for number in range(25)})

    lines = make_card().faults.text().splitlines()

    assert len(lines) == 22
    assert lines[-1] == "另有5处。"


def test_examples_are_written_where_they_are_not_used(
    make_card: MakeCard, folder: Path, qtbot: QtBot
) -> None:
    card = make_card()

    card.write.click()
    _wait(qtbot, card)
    first = card.note.text()
    card.write.click()
    _wait(qtbot, card)
    card.again.click()
    _wait(qtbot, card)

    assert f"写出了{len(changeable_kinds())}个示例" in first
    assert "没有写出新的" in card.note.text()
    assert {file.stem for file in (folder / EXAMPLES).iterdir()} == set(changeable_kinds())
    assert card.words.text() == "没有模板，文书使用程序自带的文字。"


def test_what_cannot_be_written_is_told(make_card: MakeCard, folder: Path, qtbot: QtBot) -> None:
    card = make_card()
    folder.write_text("", encoding="utf-8")

    card.write.click()
    _wait(qtbot, card)

    assert "无法写入文件夹" in card.note.text()
    assert card.write.isEnabled()


def test_the_folder_is_made_and_opened(
    make_card: MakeCard, monkeypatch: pytest.MonkeyPatch, folder: Path
) -> None:
    opened: list[QUrl] = []

    def take(url: QUrl) -> bool:
        opened.append(url)
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", take)
    card = make_card()

    card.open.click()

    assert folder.is_dir()
    assert opened == [QUrl.fromLocalFile(str(folder))]


def test_everything_has_a_name(make_card: MakeCard, folder: Path) -> None:
    _write(folder, a="kind =", b=DOUBTFUL)
    card = make_card()

    for widget in (card.words, card.faults, card.warnings, card.open, card.write, card.again):
        assert QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)


@pytest.mark.parametrize("language", ["zh_CN", "en"])
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_nothing_is_cut_whatever_the_size_of_the_text(  # noqa: PLR0917  # fixtures
    make_card: MakeCard,
    theme: Theme,
    interface: Interface,
    folder: Path,
    scale: float,
    language: str,
) -> None:
    interface.speak(language)
    theme.scale_text(scale)
    _write(folder, a=SOUND, b=DOUBTFUL, c="kind =")
    card = make_card()
    card.window().resize(theme.text_px(560), 2000)
    QApplication.processEvents()

    for text in card.findChildren(QLabel):
        if text.isVisible():
            assert text.height() >= text.heightForWidth(text.width()), text.text()
    for pressed in (card.open, card.write, card.again):
        assert pressed.width() >= pressed.sizeHint().width()
    assert card.width() <= theme.text_px(560)
    theme.scale_text(1.0)
