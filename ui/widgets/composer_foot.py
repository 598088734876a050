"""The foot of the typing line: what Enter will do, whether it is saved, and the buttons for it."""

from enum import StrEnum

from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget

from ui.icons import ThemedIcons
from ui.theme import Theme
from ui.widgets.basics import button, label, row


class Mode(StrEnum):
    """What becomes of what is typed; the style sheet knows these."""

    WORDS = "words"
    CORRECTION = "editing"
    NOTE = "noting"


class ComposerFoot(QFrame):
    """A hint, the state of saving, and two buttons."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._told = (Mode.WORDS, "", "")
        self.hint, self.state = label("muted"), label("muted")
        self.cancel, self.submit = button("ghost"), button("primary")
        ThemedIcons(theme, self).on_button(self.submit, "corner-down-left", "on_accent")
        self.hint.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        line = row(self.hint, self.state, self.cancel, self.submit)
        line.setStretch(0, 1)
        self.setLayout(line)
        self.retranslate()

    def say(self, mode: Mode, *, number: str = "", said: str = "") -> None:
        """Say what becomes of what is typed; ``said`` stands in its place while there is anything.

        ``number`` is that of the line which is corrected.
        """
        self._told = (mode, number, said)
        self.retranslate()

    def retranslate(self) -> None:
        """Say it in the language in force."""
        mode, number, said = self._told
        self.cancel.setText(self.tr("放弃修改"))
        self.cancel.setVisible(mode is Mode.CORRECTION)
        match mode:
            case Mode.CORRECTION:
                hint = self.tr("正在修改第{number}条 · Esc 放弃").format(number=number)
                deed = self.tr("保存修改")
            case Mode.NOTE:
                hint = self.tr("内部备注：不进入记录，不打印，不上第二屏幕 · Ctrl+B 返回记录")
                deed = self.tr("备注")
            case Mode.WORDS:
                hint, deed = self.tr("回车记录 · Shift+回车换行"), self.tr("记录")
        self.hint.setText(said or hint)
        self.submit.setText(deed)
