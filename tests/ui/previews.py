"""The page of the preview with papers to show, and what is seen on it."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QThreadPool
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from models.papers import MeetingPapers
from models.snapshot import LineView, MeetingSnapshot, ParticipantView
from tests.ui.meetings import conference_of
from ui.i18n import Interface
from ui.pages.preview_page import PreviewPage
from ui.theme import Theme

PERSON = ParticipantView("p1", 1, "罗承砚", "河澜州人民检察院", "检察官", role="出席")


@contextmanager
def preview_in(
    folder: Path, theme: Theme, interface: Interface, qtbot: QtBot
) -> Iterator[PreviewPage]:
    """Give a page of the preview on a database in that folder; take it down in order."""
    made = PreviewPage(theme, interface, database=folder / "data" / "lianxi.db")
    made.resize(1100, 700)
    made.show()
    made.activateWindow()
    yield made
    made.close_preview()
    qtbot.waitUntil(lambda: made.idle)
    assert QThreadPool.globalInstance().waitForDone(10_000)
    made.close()
    made.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def long_conference(lines: int) -> MeetingSnapshot:
    """Return a conference with that many lines of some length."""
    words = "我的个人意见：定帮信更稳，理由是十四套卡交付后他不再参与。" * 4
    views = (LineView(f"l{n}", n, "09:00", "p1", "意见", words) for n in range(1, lines + 1))
    return conference_of(tuple(views), PERSON)


def show_paper(qtbot: QtBot, page: PreviewPage, meeting: MeetingSnapshot, kind: str) -> None:
    """Show a paper of the meeting and wait until it is drawn."""
    page.show_paper(MeetingPapers(meeting), kind)
    qtbot.waitUntil(lambda: page.view.page_count > 0 and page.idle, timeout=30_000)


def content_of(page: PreviewPage) -> bytes:
    """Return the bytes of the paper that is shown."""
    assert page._preview is not None
    return page._preview.content


def button_of(page: PreviewPage, text: str) -> QPushButton:
    """Return the button in view that says this text."""
    return next(b for b in page.findChildren(QPushButton) if b.text() == text and b.isVisible())
