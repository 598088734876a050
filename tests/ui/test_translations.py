"""Every text of the window is translated, nothing is stale, and Qt's own buttons are too."""

import re
import xml.etree.ElementTree as ET  # our own files
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QTranslator
from PySide6.QtWidgets import QDialogButtonBox
from pytestqt.qtbot import QtBot

from resources import build, path
from ui.i18n import Interface
from ui.languages import LANGUAGES

SOURCE = path("i18n/app_en.ts")


def _messages(file: Path) -> Iterator[tuple[str, str, str, str]]:
    """Give context, source, translation and state of each message."""
    for context in ET.parse(file).iter("context"):  # noqa: S314  # our own file
        for message in context.iter("message"):
            translation = message.find("translation")
            assert translation is not None
            yield (
                context.findtext("name") or "",
                message.findtext("source") or "",
                translation.text or "",
                translation.get("type") or "",
            )


def test_the_translations_hold_the_texts_of_the_window_and_no_others(tmp_path: Path) -> None:
    fresh = tmp_path / "app_en.ts"

    build.update(fresh, SOURCE)

    assert list(_messages(fresh)) == list(_messages(SOURCE))


def test_every_text_is_translated_with_its_placeholders() -> None:
    faults = [
        f"{context}: {source}"
        for context, source, translation, state in _messages(SOURCE)
        if state
        or not translation
        or not set(re.findall(r"\{(\w+)", translation)) <= set(re.findall(r"\{(\w+)", source))
        or re.search(r"[一-鿿]", translation)
        or re.search(r"\{\w+[.\[(]", source)
    ]

    assert faults == []
    assert len(list(_messages(SOURCE))) > 100


def test_the_catalogue_can_be_compiled_and_is_used(tmp_path: Path, qtbot: QtBot) -> None:
    (made,) = build.compile_all(tmp_path)
    translator = QTranslator()

    assert translator.load(str(made))
    assert translator.translate("Words", "听证员") == "Hearing officer"
    assert qtbot is not None


@pytest.mark.parametrize("language", LANGUAGES)
def test_there_is_a_catalogue_for_every_language_but_the_source(language: str) -> None:
    assert language == "zh_CN" or path(f"i18n/app_{language}.ts").exists()


def test_standard_buttons_speak_the_language_of_the_window(
    interface: Interface, qtbot: QtBot
) -> None:
    kind = QDialogButtonBox.StandardButton.Cancel

    texts = []
    for language in ("zh_CN", "en", "zh_CN"):
        interface.speak(language)
        box = QDialogButtonBox(kind)
        qtbot.addWidget(box)
        texts.append(box.button(kind).text().replace("&", ""))

    assert texts == ["取消", "Cancel", "取消"]
    assert QCoreApplication.translate("Words", "听证员") == "听证员"
