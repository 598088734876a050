"""The page of the agenda in a window of its own, with meetings and items to try it on."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from models.vocabulary import MeetingKind
from tests.ui.lists import edit, expect, new_meeting
from ui.attaching import Attaching
from ui.editing import MeetingEditor
from ui.forms.agenda_list import AgendaList
from ui.pages.agenda_page import AgendaPage
from ui.theme import Theme
from ui.widgets.row_field import MinutesField

FOUR = ("甲", "乙", "丙", "丁")


class Page:
    """The page in a window of its own, between two other fields."""

    def __init__(self, theme: Theme, editor: MeetingEditor, qtbot: QtBot) -> None:
        self.qtbot = qtbot
        self.editor = editor
        self.window = QWidget()
        self.before, self.after = QLineEdit(), QLineEdit()
        self.page = AgendaPage(
            theme, editor, Attaching(editor.workspace, self.window), lambda: "zh_CN"
        )
        column = QVBoxLayout(self.window)
        for widget in (self.before, self.page, self.after):
            column.addWidget(widget)
        self.window.resize(900, 700)
        qtbot.addWidget(self.window)

    @property
    def agenda(self) -> AgendaList:
        """The list of the agenda."""
        return self.page.agenda

    def show(self, kind: MeetingKind = MeetingKind.JOINT_CONFERENCE) -> "Page":
        """Show it with an empty meeting of that kind."""
        edit(self.qtbot, self.editor, new_meeting(self.qtbot, self.editor.workspace, kind))
        with self.qtbot.waitExposed(self.window):
            self.window.show()
        self.window.activateWindow()
        self.qtbot.waitUntil(self.window.isActiveWindow)
        self.page.enter()
        return self

    def with_items(self, *items: str, levels: tuple[int, ...] = ()) -> "Page":
        """Have these items, at these levels."""
        values = [
            {"title": text, "level": levels[place] if levels else 0}
            for place, text in enumerate(items)
        ]
        self.editor.add("agenda_item", values, name="添加")
        expect(self.qtbot, self.agenda, items)
        return self

    def wait_levels(self, *levels: int) -> None:
        """Wait until the items have these levels."""
        self.qtbot.waitUntil(lambda: [row.level for row in self.agenda.rows] == list(levels))

    def wait_minutes(self, *minutes: int | None) -> None:
        """Wait until the items have these minutes."""
        self.qtbot.waitUntil(lambda: [row.minutes for row in self.agenda.rows] == list(minutes))

    def minutes_field(self) -> MinutesField:
        """Return the field for minutes that is open."""
        found = self.agenda.view.viewport().findChildren(MinutesField)
        (field,) = [one for one in found if one.isVisibleTo(self.page)]
        return field


def click_minutes(page: Page, place: int) -> None:
    """Click the minutes of the row at that place."""
    view = page.agenda.view
    rect = view.visualRect(view.list_model.index(place, 0)).toRectF()
    at = view.delegate.places(page.agenda.rows[place], rect).minutes.center().toPoint()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)
