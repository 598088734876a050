"""A digest to be written down or compared: in groups, to be selected, and to be copied whole."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from ui.icons import ThemedIcons
from ui.theme import Theme
from ui.widgets.basics import button, label, row

_GROUP = 8  # digits that are read and written down at once


class DigestLine(QFrame):
    """Shows the digest of a whole dossier, with what to do with it above."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("digestLine")
        self._digest = ""
        self.advice = label("strongBody", wrap=True)
        self.shown = label("digest", wrap=True)
        self.shown.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.shown.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.copy = button()
        ThemedIcons(theme, self).on_button(self.copy, "copy")
        self.copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self._digest))
        line = row(self.shown, self.copy, spacing=10)
        line.setStretch(0, 1)
        line.setAlignment(self.copy, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 10)
        column.setSpacing(4)
        column.addWidget(self.advice)
        column.addLayout(line)
        self.retranslate()
        self.hide()

    def show_digest(self, digest: str, advice: str) -> None:
        """Show a digest and what to do with it; without one, nothing."""
        self._digest = digest
        self.advice.setText(advice)
        groups = (digest[at : at + _GROUP] for at in range(0, len(digest), _GROUP))
        self.shown.setText(" ".join(groups))
        self.shown.setAccessibleDescription(advice)
        self.setVisible(bool(digest))

    def retranslate(self) -> None:
        """Say it in the language in force."""
        self.copy.setText(self.tr("复制摘要值"))
        self.shown.setAccessibleName(self.tr("全卷摘要值"))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
