"""Finding words in the record of the meeting in view, without leaving the typing line for long."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QWidget

from models.finding import lines_with
from ui.icons import ThemedIcons
from ui.item_models.people import name_of
from ui.widgets.basics import button, label, row

if TYPE_CHECKING:
    from ui.pages.record_page import RecordPage

_RETURNS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class FindBar(QFrame):
    """A line above the record. Enter goes to the next find, Shift+Enter back, Esc to the typing line."""

    def __init__(self, page: "RecordPage", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("findBar")
        self._page = page
        self._found: tuple[str, ...] = ()
        self._current = ""
        self.field = QLineEdit()
        self.field.setClearButtonEnabled(True)
        self.field.textChanged.connect(lambda _text: self._search())
        self.field.installEventFilter(self)
        self.count = label("muted")
        icons = ThemedIcons(page.theme, self)
        self._before, self._next, self._close = button("ghost"), button("ghost"), button("ghost")
        for made, icon, act in (
            (self._before, "arrow-up", lambda: self._step(-1)),
            (self._next, "arrow-down", lambda: self._step(1)),
            (self._close, "x", self.leave),
        ):
            icons.on_button(made, icon)
            made.clicked.connect(act)
        line = row(self.field, self.count, self._before, self._next, self._close, spacing=6)
        line.setContentsMargins(18, 6, 18, 4)
        line.setStretch(0, 1)
        self.setLayout(line)
        self.hide()
        self.retranslate()

    def begin(self) -> None:
        """Show the line, with what was searched for before to be typed over."""
        self.show()
        self.field.setFocus()
        self.field.selectAll()
        self._search()

    def leave(self) -> None:
        """Close, and go on typing."""
        self.hide()
        self._page.composer.text.setFocus()

    def follow(self) -> None:
        """See what is to be found in the lines as they are by now; stay where one is."""
        if not self.isHidden():
            self._find()
            self._say()

    def retranslate(self) -> None:
        """Say it in the language in force."""
        self.setAccessibleName(self.tr("在会议中查找"))
        self.field.setPlaceholderText(self.tr("查找发言内容、发言人"))
        self.field.setAccessibleName(self.tr("查找发言内容、发言人"))
        for made, name in (
            (self._before, self.tr("上一处（Shift+回车）")),
            (self._next, self.tr("下一处（回车）")),
            (self._close, self.tr("关闭（Esc）")),
        ):
            made.setToolTip(name)
            made.setAccessibleName(name)
        self._say()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Step and leave by keys."""
        if isinstance(event, QKeyEvent):
            escape = event.key() == Qt.Key.Key_Escape
            if event.type() is QEvent.Type.ShortcutOverride and escape:
                event.accept()  # or it closes a panel of the window
                return True
            if event.type() is QEvent.Type.KeyPress:
                return self._takes(event)
        return super().eventFilter(watched, event)

    def _takes(self, event: QKeyEvent) -> bool:
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        elif event.key() in _RETURNS:
            back = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            self._step(-1 if back else 1)
        else:
            return False
        return True

    def _search(self) -> None:
        """Look for what is typed; go to the last find, which is nearest to what was said just now."""
        former = self._current
        self._find()
        self._current = former if former in self._found else (self._found or ("",))[-1]
        self._show()

    def _find(self) -> None:
        meeting = self._page.meeting
        people = () if meeting is None else meeting.participants
        names = {person.id: name_of(person) for person in people}
        lines = () if meeting is None else meeting.lines
        self._found = lines_with(lines, names, self.field.text())

    def _step(self, by: int) -> None:
        if not self._found:
            return
        at = self._found.index(self._current) if self._current in self._found else 0
        self._current = self._found[(at + by) % len(self._found)]
        self._show()

    def _show(self) -> None:
        if self._current:
            self._page.actions_of_lines.select(frozenset({self._current}))
            self._page.timeline.bring_to_top(self._current)
        self._say()

    def _say(self) -> None:
        if not self.field.text().strip():
            self.count.setText("")
        elif not self._found:
            self.count.setText(self.tr("没有找到"))
        else:
            at = self._found.index(self._current) + 1 if self._current in self._found else 1
            self.count.setText(f"{at} / {len(self._found)}")
