"""A short table of the codes that need no list: people, evidence, articles of laws."""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QWidget

from models.short_codes import computed_words, statutes
from ui.widgets.basics import label

_ARTICLES = ("264", "133-1")


class CodeHelp(QFrame):
    """Each example is computed by what computes the codes. The words are those of papers."""

    def __init__(self, people: Mapping[int, str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self._title, self._about = label("cardTitle", wrap=True), label("meta", wrap=True)
        grid = QGridLayout(self)
        grid.setContentsMargins(18, 14, 18, 16)
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 1)
        grid.addWidget(self._title, 0, 0, 1, 2)
        grid.addWidget(self._about, 1, 0, 1, 2)
        for number, code in enumerate(_examples(people), 2):
            shown, words = label("strongBody"), label("meta", wrap=True)
            shown.setText(f";{code}")
            words.setText(computed_words(code, people) or "")
            words.setProperty("quotes", True)  # noqa: FBT003  # Qt's order; words of the record
            grid.addWidget(shown, number, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(words, number, 1)
        self.retranslate()

    def retranslate(self) -> None:
        """Say it in the language in force."""
        self._title.setText(self.tr("不用添加的代码"))
        self._about.setText(
            self.tr("在输入框里输入分号、代码，再按空格。字母、分号和空格不分全角半角、大写小写。")
        )

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)


def _examples(people: Mapping[int, str]) -> list[str]:
    """Return the codes shown: the first person, evidence, and each law at least once."""
    person = [f"p{number}" for number in sorted(people)[:1]]
    first, *others = statutes()
    return [*person, "z2p15", *(f"{first}{number}" for number in _ARTICLES), *others]
