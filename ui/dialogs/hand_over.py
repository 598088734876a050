"""Who takes the record down from now on."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QCompleter, QDialog, QFormLayout, QLineEdit, QVBoxLayout, QWidget

from models.snapshot import ParticipantView
from ui.dialogs.size import fit_to_screen
from ui.theme import Theme
from ui.widgets.basics import button, label, row


class HandOverDialog(QDialog):
    """Asks for name, office and post, without blocking the window; deleted when closed."""

    handed_over = Signal(str, str, str)  # name, office, post

    def __init__(
        self, theme: Theme, people: Sequence[ParticipantView], host: str, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._people = people
        self._about = label("muted", wrap=True)
        self.name, self.organ, self.post = QLineEdit(), QLineEdit(), QLineEdit()
        self.organ.setText(host)
        names = QCompleter([person.name for person in people if person.name], self)
        names.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        names.activated.connect(self._fill)
        self.name.setCompleter(names)
        self.name.textChanged.connect(self._offer)
        self._form = QFormLayout()
        for field in (self.name, self.organ, self.post):
            self._form.addRow(label("fieldLabel"), field)
        self.accept_button, self._cancel = button("primary"), button()
        self.accept_button.setDefault(True)
        self.accept_button.clicked.connect(self._hand_over)
        self._cancel.clicked.connect(self.close)
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 18, 22, 14)
        column.setSpacing(12)
        column.addWidget(self._about)
        column.addLayout(self._form)
        column.addStretch(1)
        column.addLayout(row(None, self._cancel, self.accept_button))
        fit_to_screen(self, theme.text_px(440), theme.text_px(250))
        self.retranslate()
        self._offer()

    def retranslate(self) -> None:
        """Say it in the language in force."""
        self.setWindowTitle(self.tr("移交记录工作"))
        self._about.setText(
            self.tr("另一名书记员接手以后，会议记录写明何时由谁移交给谁。还没有参会的人同时加入。")
        )
        words = (self.tr("接手人姓名"), self.tr("单位"), self.tr("职务"))
        for place, (field, text) in enumerate(
            zip((self.name, self.organ, self.post), words, strict=True)
        ):
            shown = self._form.itemAt(place, QFormLayout.ItemRole.LabelRole).widget()
            shown.setText(text)  # type: ignore[attr-defined]  # the label made above
            field.setAccessibleName(text)
        self.accept_button.setText(self.tr("移交"))
        self._cancel.setText(self.tr("取消"))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _fill(self, name: str) -> None:
        """Fill in office and post of a participant."""
        person = next((one for one in self._people if one.name == name), None)
        if person is not None:
            self.organ.setText(person.organ or "")
            self.post.setText(person.post or "")

    def _offer(self) -> None:
        self.accept_button.setEnabled(bool(self.name.text().strip()))

    def _hand_over(self) -> None:
        if self.name.text().strip():
            self.handed_over.emit(self.name.text(), self.organ.text(), self.post.text())
            self.close()
