"""The recusals of a meeting below its people, and why nothing can be changed any more."""

from PySide6.QtCore import QCoreApplication, QEvent, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from models.forms import Sheet
from models.states import STATES, Phase
from models.vocabulary import MeetingKind
from ui.forms.entry_list import EntryList
from ui.forms.kit import FormKit
from ui.forms.labels import group_title
from ui.icons import ThemedIcons
from ui.theme import Theme
from ui.widgets.basics import button, label, row

NOBODY = "(无)"
"""What case files write as the person where nobody was recused."""


class RecusalSection(QFrame):
    """Everybody recused, each with ground and ruling; or that nobody was, by one click."""

    arranged = Signal()  # cards came, went or moved

    def __init__(self, kit: FormKit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("formSection")
        self._editor = kit.editor
        self._title = label("cardTitle")
        self.none = button()
        ThemedIcons(kit.theme, self).on_button(self.none, "check")
        self.none.clicked.connect(self._add_nobody)
        self.entries = EntryList(kit, "recusal")
        self.entries.arranged.connect(self.arranged)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 10, 0, 4)
        column.setSpacing(10)
        column.addLayout(row(self._title, None, self.none))
        column.addWidget(self.entries)
        self.retranslate()

    def show_sheet(self, sheet: Sheet) -> None:
        """Show the recusals of that meeting."""
        self.entries.show_sheet(sheet)
        self.none.setVisible(not sheet.of("recusal") and not self._editor.locked("recusal"))

    def commit(self) -> None:
        """Save what is being typed."""
        self.entries.commit()

    def retranslate(self) -> None:
        """Say it in the language in force."""
        self._title.setText(group_title("recusal"))
        self.none.setText(self.tr("无人申请回避"))
        self.none.setToolTip(self.tr("询问后无人提出回避的，记一项“无”"))
        self.entries.retranslate()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _add_nobody(self) -> None:
        name = self.tr("记录无人申请回避")
        self._editor.add("recusal", [{"person": NOBODY}], name=name)


class LockedLine(QFrame):
    """One quiet line why nothing can be changed."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("lockedLine")
        self._sheet: Sheet | None = None
        self._reason = label("body", wrap=True)
        sign = label()
        ThemedIcons(theme, self).on_label(sign, "shield-check", "text2")
        line = row(sign, self._reason, margins=(12, 8, 12, 8))
        line.setStretch(1, 1)
        self.setLayout(line)

    def show_sheet(self, sheet: Sheet, *, locked: bool) -> None:
        """Say why, if the meeting is locked."""
        self._sheet = sheet
        self.setVisible(locked)
        self.retranslate()

    def retranslate(self) -> None:
        """Say it in the language in force."""
        if self._sheet is None:
            return
        if STATES[self._sheet.state].phase is Phase.ARCHIVED:
            words = QCoreApplication.translate("Pages", "会议已归档，内容只能查看。")
        elif self._sheet.kind is MeetingKind.HEARING:
            words = QCoreApplication.translate(
                "Pages", "听证笔录已签名，签名前的内容只能查看；确有错漏的，另作更正说明。"
            )
        else:
            words = QCoreApplication.translate(
                "Pages", "会议记录已签名，签名前的内容只能查看；确有错漏的，另作更正说明。"
            )
        self._reason.setText(words)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
