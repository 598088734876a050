"""Choosing a speaker by keys: one goes on to the words when the speaker is right, not before."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from models.snapshot import ParticipantView
from tests.ui.meetings import conference_of
from ui.i18n import Interface
from ui.theme import Theme
from ui.widgets.composer import Composer


@pytest.fixture
def composer(
    qtbot: QtBot,
    theme: Theme,
    interface: Interface,  # noqa: ARG001  # words are Chinese
) -> Composer:
    made = Composer(theme, clock=lambda: "09:00")
    qtbot.addWidget(made)
    people = [ParticipantView(f"p{n}", n, f"第{n}人", None, None) for n in range(1, 13)]
    made.show_meeting(conference_of((), *people))
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    made.speaker.setFocus()
    qtbot.waitUntil(made.speaker.hasFocus)
    return made


def test_arrows_go_through_the_speakers_and_enter_goes_on_to_the_words(
    composer: Composer,
) -> None:
    for _ in range(4):
        QTest.keyClick(composer.speaker, Qt.Key.Key_Down)
    still_choosing = composer.speaker.hasFocus()
    QTest.keyClick(composer.speaker, Qt.Key.Key_Return)

    assert still_choosing
    assert composer.speaker.value == "p5"
    assert composer.text.hasFocus()


def test_a_number_of_two_digits_chooses_its_speaker(composer: Composer) -> None:
    for digit in "12":
        QTest.keyClicks(QApplication.focusWidget() or composer, digit)
    QTest.keyClick(composer.speaker, Qt.Key.Key_Return)

    assert composer.speaker.value == "p12"
    assert composer.text.hasFocus()


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)  # for a popup
def test_a_choice_from_the_open_list_goes_on_to_the_words(qtbot: QtBot, composer: Composer) -> None:
    composer.speaker.showPopup()
    listed = composer.speaker.view()
    qtbot.waitUntil(listed.isVisible)

    for _ in range(2):
        QTest.keyClick(listed, Qt.Key.Key_Down)
    QTest.keyClick(listed, Qt.Key.Key_Return)

    assert composer.speaker.value == "p3"
    qtbot.waitUntil(composer.text.hasFocus)
    assert QApplication.activePopupWidget() is None
