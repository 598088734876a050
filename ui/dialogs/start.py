"""What is asked when a start cannot go on: what happened, what is safe, and what to do."""

from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from models.errors import AppError
from ui.dialogs.files import ask_for_folder
from ui.dialogs.size import fit_to_screen
from ui.messages import error_parts
from ui.theme import Theme
from ui.widgets.basics import button, label, row


class Answer(StrEnum):
    """What the user can do; closing the dialog is the last one offered."""

    RETRY = "retry"
    CHOOSE = "choose"
    NEW = "new"
    BACK = "back"
    QUIT = "quit"


class StartDialog(QDialog):
    """Blocks, since there is no window yet. ``answer`` is what was chosen."""

    def __init__(
        self,
        error: AppError,
        answers: Sequence[Answer],
        theme: Theme,
        language: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.answer = answers[-1]
        self.setWindowTitle(self.tr("联席"))
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 20, 22, 16)
        column.setSpacing(10)
        parts = zip(("cardTitle", "body", "body"), error_parts(error, language), strict=True)
        for name, text in parts:
            part = label(name, wrap=True)
            part.setText(text)
            part.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            column.addWidget(part)
        self.setAccessibleDescription(" ".join(error_parts(error, language)))
        column.addStretch(1)
        buttons = [self._button(answer, first=answer is answers[0]) for answer in answers]
        column.addSpacing(6)
        column.addLayout(row(None, *reversed(buttons)))
        fit_to_screen(self, theme.text_px(520), theme.text_px(200))
        buttons[0].setFocus()

    def _button(self, answer: Answer, *, first: bool) -> QWidget:
        made = button("primary" if first else "")
        made.setText(self._words(answer))
        made.setDefault(first)
        made.clicked.connect(lambda: self._choose(answer))
        return made

    def _choose(self, answer: Answer) -> None:
        self.answer = answer
        self.accept()

    def _words(self, answer: Answer) -> str:
        match answer:
            case Answer.RETRY:
                return self.tr("重试(&R)")
            case Answer.CHOOSE:
                return self.tr("选择文件夹…(&C)")
            case Answer.NEW:
                return self.tr("在那里新建数据库(&N)")
            case Answer.BACK:
                return self.tr("返回(&B)")
            case Answer.QUIT:
                return self.tr("退出(&Q)")


def ask(error: AppError, answers: Sequence[Answer], theme: Theme, language: str) -> Answer:
    """Tell of the trouble and return what the user wants to do."""
    dialog = StartDialog(error, answers, theme, language)
    dialog.exec()
    return dialog.answer


def choose_folder() -> Path | None:
    """Ask in which folder the data is."""
    title = QCoreApplication.translate("StartDialog", "选择数据所在的文件夹")
    return ask_for_folder(None, title)
