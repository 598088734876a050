"""The foot of a paper that is signed by itself: when it was signed, or the way to say so."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFrame, QWidget

from models.forms import Entry
from ui.forms.kit import FormKit
from ui.forms.times import shown_time
from ui.icons import ThemedIcons
from ui.widgets.basics import button, label, row


class PaperSigning(QFrame):
    """Tells that a paper is signed and locked, or asks for it."""

    def __init__(self, kit: FormKit, group: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("paperSigning")
        self._kit = kit
        self.group = group
        self._entry: Entry | None = None
        self._sign = label()
        ThemedIcons(kit.theme, self).on_label(self._sign, "shield-check", "text2")
        self.words = label("muted", wrap=True)
        self.button = button()
        self.button.clicked.connect(self._ask)
        line = row(self._sign, self.words, self.button)
        line.setStretch(1, 1)
        self.setLayout(line)
        self.retranslate()

    def show_entry(self, entry: Entry | None) -> None:
        """Show how it stands with a paper; None if there is none yet."""
        self._entry = entry
        self.retranslate()

    def commit(self) -> None:
        """There is nothing half-entered here."""

    def retranslate(self) -> None:
        """Say it in the language in force."""
        entry = self._entry
        signed_at = entry.signed_at if entry is not None else None
        if signed_at is None:
            words = QCoreApplication.translate("Forms", "本人签名以后锁定，不能再改动。")
        else:
            pattern = QCoreApplication.translate("Forms", "已于{time}签名锁定")
            words = pattern.format(time=shown_time(signed_at))
        self.words.setText(words)
        self.button.setText(QCoreApplication.translate("Forms", "登记签名并锁定…"))
        open_ = entry is not None and signed_at is None
        self.button.setVisible(open_ and not self._kit.editor.locked(self.group))
        self._sign.setVisible(signed_at is not None)

    def _ask(self) -> None:
        if self._entry is not None:
            self._kit.editor.signing_asked.emit(self.group, self._entry.id)
