"""Long names and titles are shown whole or cut at their end, never painted over others."""

import dataclasses

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from models.errors import MeetingNotFound
from models.snapshot import LineView, ParticipantView
from tests.ui.conftest import WindowMaker
from tests.ui.driving import open_samples
from tests.ui.meetings import CONFERENCE, conference_of
from ui.dialogs.crash import CrashDialog
from ui.errors import Crash
from ui.item_models.lines import timeline
from ui.theme import Theme
from ui.widgets.line_delegate import LineDelegate
from ui.widgets.rows_view import Cell, RowsView


def _painted(theme: Theme, name: str, *, width: int) -> QImage:
    person = ParticipantView("p1", 1, name, role="出席")
    line = LineView("l1", 1, "09:00", person.id, "意见", "")
    (entry,) = timeline(conference_of((line,), person))
    picture = QImage(width, 60, QImage.Format.Format_RGB32)
    picture.fill(theme.colour("surface"))
    painter = QPainter(picture)
    cell = Cell(QRectF(0, 0, width, 60), selected=False, focused=False, hovered=False)
    LineDelegate(theme, RowsView(theme)).draw(painter, cell, entry)
    painter.end()
    return picture


def test_a_long_name_leaves_the_kind_readable(theme: Theme) -> None:
    width, kind = 600, 50  # the kind stands in the last pixels of the head

    short = _painted(theme, "张三", width=width).copy(width - kind, 0, kind, 33)
    long = _painted(theme, "买买提" * 40, width=width).copy(width - kind, 0, kind, 33)

    assert long == short


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_a_long_title_is_shown_whole(qtbot: QtBot, make_window: WindowMaker, scale: float) -> None:
    window = make_window(1366, 768)
    make_window.theme.scale_text(scale)
    open_samples(qtbot, window, CONFERENCE)
    page = window.desk.page
    assert page.meeting is not None

    window.desk.papers.export()
    window.desk.tell(MeetingNotFound("m9"))
    page.show_meeting(dataclasses.replace(page.meeting, title="长标题" * 67))
    for _ in range(4):
        QApplication.processEvents()

    title = page.header._title
    assert title.height() >= title.heightForWidth(title.width())


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_the_words_of_the_crash_dialog_are_not_clipped(
    qtbot: QtBot, theme: Theme, scale: float
) -> None:
    theme.scale_text(scale)
    dialog = CrashDialog(Crash("报告\n" * 40, saved=False))
    qtbot.addWidget(dialog)

    dialog.show()
    QApplication.processEvents()

    labels = [w for w in dialog.findChildren(QLabel) if w.wordWrap()]
    assert len(labels) == 3
    assert all(w.height() >= w.heightForWidth(w.width()) for w in labels)
    assert dialog.height() <= dialog.screen().availableSize().height()


def test_a_second_fault_is_added_to_the_dialog_that_is_open(
    qtbot: QtBot, make_window: WindowMaker
) -> None:
    window = make_window()
    window.show()

    window.show_crash(Crash("第一份", saved=True))
    window.show_crash(Crash("第二份", saved=True))

    dialogs = [w for w in QApplication.topLevelWidgets() if isinstance(w, CrashDialog)]
    assert len(dialogs) == 1
    assert dialogs[0]._report.toPlainText().split() == ["第一份", "第二份"]
    qtbot.waitUntil(lambda: window.workspace.is_open)
    dialogs[0].close()
