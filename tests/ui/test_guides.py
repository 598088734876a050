"""The guides name only keys and pages that there are, and are of use: links lead somewhere."""

import re
from pathlib import Path

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from tests.bench.keystrokes import SAMPLES, with_lianxi, with_word
from ui.actions import ACTIONS, Actions
from ui.dialogs.shortcuts import ShortcutsDialog
from ui.pages.meeting_tabs import TABS
from ui.settings import SettingsStore
from ui.theme import Theme

DOCS = Path(__file__).parents[2] / "docs"
GUIDES = (DOCS / "guide.zh-CN.md", DOCS / "guide.md")
_KEY = re.compile(r"(?:(?:Ctrl|Alt|Shift)\+)+(?:[A-Z]\b|PgDown|PgUp|Tab|Enter|[,↑↓])|\bF\d+\b")


@pytest.mark.parametrize("guide", GUIDES, ids=lambda file: file.name)
def test_each_key_of_the_guide_is_one_of_the_program(
    guide: Path, qtbot: QtBot, theme: Theme, settings: SettingsStore
) -> None:
    dialog = ShortcutsDialog(settings, Actions(theme), theme)
    qtbot.addWidget(dialog)
    listed = " ".join(shown.text() for shown in dialog.findChildren(QLabel))
    known = {row.shortcut for row in ACTIONS if row.shortcut} | set(_KEY.findall(listed))
    known |= {
        "F1",
        "Shift+Enter",
        "Ctrl+Enter",
        "Alt+Enter",
        QKeySequence(QKeySequence.StandardKey.Copy).toString(),
    }

    told = set(_KEY.findall(guide.read_text(encoding="utf-8")))

    assert len(told) > 20
    assert told - known == set()


@pytest.mark.parametrize("guide", GUIDES, ids=lambda file: file.name)
def test_each_link_of_the_guide_leads_to_a_file(guide: Path) -> None:
    links = re.findall(r"\]\(([^)#]+)\)", guide.read_text(encoding="utf-8"))

    assert links
    assert [link for link in links if not (DOCS / link).is_file()] == []


def test_the_guide_names_every_page_of_a_meeting() -> None:
    words = GUIDES[0].read_text(encoding="utf-8")

    assert [str(tab.title) for tab in TABS if str(tab.title) not in words] == []


def test_the_keys_per_line_are_as_counted() -> None:
    told = (DOCS / "live-desk.md").read_text(encoding="utf-8")

    for sample, count in ((SAMPLES[0], 12), (SAMPLES[1], 10)):
        ours = sum(cost.overhead for cost in with_lianxi(sample))
        word = with_word(sample)
        theirs, kinds = sum(cost.overhead for cost in word), sum(cost.kind for cost in word)
        figures = (ours, theirs, theirs - kinds)
        assert " | ".join(f"{one}, {one / count:.1f} a line" for one in figures) in told


@pytest.mark.parametrize("guide", GUIDES, ids=lambda file: file.name)
def test_a_guide_is_short(guide: Path) -> None:
    assert len(guide.read_text(encoding="utf-8").splitlines()) <= 200
