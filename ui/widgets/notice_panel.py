"""A notice inside the window: what happened, what is safe, what to do now."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QGuiApplication
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from ui.icons import ThemedIcons
from ui.theme import Theme
from ui.widgets.basics import ScrollHost, button, frame, label, row
from ui.widgets.focus import FocusReturn, is_free_for

Say = Callable[[], tuple[str, str, str]]
"""Says what happened, what is safe and what to do now, in the language in force."""

_FAULTS_PX = 160  # a longer list is scrolled, so that what to do now stays in sight


@dataclass(frozen=True, slots=True)
class Remedy:
    """A button that does what there is to do; ``text`` says it in the language in force.

    ``asks`` makes the notice a question before a deed: beside the deed it offers to cancel.
    """

    text: Callable[[], str]
    act: Callable[[], None]
    asks: bool = False


class NoticePanel(QFrame):
    """Shows one notice until it is closed.

    It takes the focus from nobody, and never puts it on what there is to do: an Enter meant for
    something else must not do that.
    The first line of what happened is the heading, further lines (the faults of a file) are
    scrolled where they are many; what is safe and what to do now stay in sight.
    """

    appeared = Signal()
    closed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("warnCard")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._say: Say | None = None
        self._remedy: Remedy | None = None
        self._focus = FocusReturn(self)
        icons = ThemedIcons(theme, self)
        sign = QLabel()
        icons.on_label(sign, "triangle-alert", "warn", size=18)
        self._title = label("cardTitle", wrap=True)
        self._body = label("body", wrap=True)
        self._body.setContentsMargins(12, 8, 12, 8)
        self._safe = label("strongBody", wrap=True)
        self._now = label("strongBody", wrap=True)
        for part in (self._title, self._body, self._safe, self._now):
            part.setTextInteractionFlags(
                Qt.TextInteractionFlag.TextSelectableByMouse
                | Qt.TextInteractionFlag.TextSelectableByKeyboard
            )
        self._act = button("primary")
        self._copy = button()
        self._close = button()
        icons.on_button(self._copy, "copy")
        self._act.clicked.connect(self._use_remedy)
        self._copy.clicked.connect(self._copy_text)
        self._close.clicked.connect(self.dismiss)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 14, 18, 14)
        column.setSpacing(8)
        head = row(sign, self._title, spacing=10)
        head.setStretch(1, 1)
        column.addLayout(head)
        self._body.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        faults = frame("faults", row(self._body))
        self._scroll = ScrollHost(faults)
        column.addWidget(self._scroll)
        column.addWidget(self._safe)
        column.addWidget(self._now)
        column.addSpacing(2)
        column.addLayout(row(self._act, self._copy, self._close, None))
        self._theme = theme
        theme.changed.connect(self._bound_faults)
        self._bound_faults()
        self.hide()
        self.retranslate()

    @property
    def text(self) -> str:
        """The notice as shown."""
        parts = (self._title, self._body, self._safe, self._now)
        return "\n".join(part.text() for part in parts if part.text())

    def tell(self, say: Say, remedy: Remedy | None = None) -> None:
        """Show what is said, with a button that does what there is to do."""
        self._say = say
        self._remedy = remedy
        self._act.setVisible(remedy is not None)
        self._copy.setHidden(self._asks)
        self.retranslate()
        self._focus.note()
        take = is_free_for(self)
        self.appeared.emit()
        self.show()
        if take:
            self._close.setFocus()
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def dismiss(self) -> None:
        """Close the notice."""
        self._focus.give_back()
        self._say = None
        self.hide()
        self.closed.emit()

    def withdraw(self) -> None:
        """Close a question that no longer fits what is in view; anything else stays."""
        if self.isVisible() and self._asks:
            self.dismiss()

    def retranslate(self) -> None:
        """Say it in the language in force."""
        self._copy.setText(self.tr("复制文字"))
        self._close.setText(self.tr("取消") if self._asks else self.tr("知道了"))
        self._act.setText(self._remedy.text() if self._remedy else "")
        if self._say is None:
            return
        happened, safe, now = self._say()
        title, _, body = happened.strip().partition("\n")
        for part, text in (
            (self._title, title),
            (self._body, body.strip()),
            (self._safe, safe),
            (self._now, now),
        ):
            part.setText(text)
            part.setVisible(bool(text))
        self._scroll.setVisible(bool(body.strip()))
        self.setAccessibleName(self.text)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    @property
    def _asks(self) -> bool:
        return self._remedy is not None and self._remedy.asks

    def _bound_faults(self) -> None:
        self._scroll.setMaximumHeight(self._theme.space_px(_FAULTS_PX))

    def _use_remedy(self) -> None:
        remedy = self._remedy
        self.dismiss()
        if remedy is not None:
            remedy.act()

    def _copy_text(self) -> None:
        QGuiApplication.clipboard().setText(self.text)
