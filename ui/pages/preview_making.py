"""What the preview shows while a paper is being made, and where none could be."""

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from ui.icons import ThemedIcons
from ui.theme import Theme
from ui.widgets.basics import button, label, row
from ui.widgets.busy_line import BusyLine


class MakingLine(BusyLine):
    """Says how far a paper is made."""

    def say(self, done: int, total: int) -> str:
        """Return how far it is."""
        if not total:
            return self.tr("正在生成预览…")
        return self.tr("正在生成预览…（{percent}%）").format(percent=done * 100 // total)


class NoPaper(QFrame):
    """Stands in the place of a paper that was not made; ``again`` asks for it anew."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("previewBlank")
        self._words, self.again = label("body"), button()
        ThemedIcons(theme, self).on_button(self.again, "refresh-cw")
        column = QVBoxLayout(self)
        column.addStretch(2)
        column.addLayout(row(None, self._words, 4, self.again, None))
        column.addStretch(3)
        self.retranslate()

    def retranslate(self) -> None:
        """Say it in the language in force."""
        self._words.setText(self.tr("没有生成预览。"))
        self.again.setText(self.tr("重新生成"))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
