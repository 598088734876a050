"""A notice inside the window: what happened, what is safe, what to do now."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from ui.icons import ThemedIcons
from ui.theme import Theme
from ui.widgets.basics import ScrollHost, button, label, row


@dataclass(frozen=True, slots=True)
class Remedy:
    """A button that does what there is to do."""

    text: str
    act: Callable[[], None]


class NoticePanel(QFrame):
    """Shows one notice; Esc or the button closes it. The first line is the heading."""

    appeared = Signal()
    closed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("warnCard")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._remedy: Remedy | None = None
        icons = ThemedIcons(theme, self)
        sign = QLabel()
        icons.on_label(sign, "triangle-alert", "warn", size=18)
        self._title = label("cardTitle", wrap=True)
        self._body = label("body", wrap=True)
        for part in (self._title, self._body):
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
        self._scroll = ScrollHost(self._body)
        column.addWidget(self._scroll)
        column.addLayout(row(self._act, self._copy, self._close, None))
        self.hide()
        self.retranslate()

    @property
    def text(self) -> str:
        """The notice as shown."""
        return f"{self._title.text()}\n{self._body.text()}"

    def tell(self, text: str, remedy: Remedy | None = None) -> None:
        """Show a notice, with a button for its remedy if there is one."""
        title, _, body = text.strip().partition("\n")
        self._title.setText(title)
        self._body.setText(body.strip())
        self._scroll.setVisible(bool(body.strip()))
        self._remedy = remedy
        self._act.setVisible(remedy is not None)
        self._act.setText(remedy.text if remedy else "")
        self.setAccessibleName(text)
        self.appeared.emit()
        self.show()
        (self._act if remedy else self._close).setFocus()

    def dismiss(self) -> None:
        """Close the notice."""
        self.hide()
        self.closed.emit()

    def retranslate(self) -> None:
        """Say it in the language in force."""
        self._copy.setText(self.tr("复制文字"))
        self._close.setText(self.tr("知道了"))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Esc close it."""
        if event.key() == Qt.Key.Key_Escape:
            self.dismiss()
            return
        super().keyPressEvent(event)

    def _use_remedy(self) -> None:
        remedy = self._remedy
        self.dismiss()
        if remedy is not None:
            remedy.act()

    def _copy_text(self) -> None:
        QGuiApplication.clipboard().setText(self.text)
