"""What the cards of files that an office writes share: their folder, what is wrong in it, a note."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout

from exporters.text import visible
from models.errors import AppError, FolderUnwritable, reason_of
from models.file_faults import FileFault
from ui.icons import ThemedIcons
from ui.messages import error_parts, fault_line
from ui.settings import SettingsStore
from ui.theme import Theme
from ui.widgets.basics import button, label, row
from ui.widgets.form_card import FormCard

_MOST_TOLD = 20  # more would not be read


class FolderCard(FormCard):
    """A card with texts to read, a row of buttons of which the first opens ``folder``, and a note."""

    def __init__(self, settings: SettingsStore, theme: Theme, folder: Path) -> None:
        super().__init__()
        self._settings = settings
        self._folder = folder
        self.icons = ThemedIcons(theme, self)
        self.open = button()
        self.note = label("meta", wrap=True)
        self.note.hide()
        self.icons.on_button(self.open, "external-link")
        self.open.clicked.connect(self._open_folder)

    def put(self, texts: Sequence[QLabel], *buttons: QPushButton) -> None:
        """Put the texts below the fields, then the buttons, then the note."""
        column = self.layout()
        assert isinstance(column, QVBoxLayout)  # as FormCard made it
        for text in texts:
            column.addWidget(text)
        column.addLayout(row(self.open, *buttons, None))
        column.addWidget(self.note)

    def list_faults(
        self, text: QLabel, heading: str, faults: Sequence[FileFault], *, more: str
    ) -> None:
        """List faults below a heading, the first of many; ``more`` tells the ``count`` of the rest."""
        told = faults[:_MOST_TOLD]
        lines = [heading, *(fault_line(one, self._settings.value.language) for one in told)]
        if len(faults) > len(told):
            lines.append(more.format(count=len(faults) - len(told)))
        text.setText("\n".join(lines) if faults else "")
        text.setVisible(bool(faults))

    def say(self, words: str, pressed: QPushButton, *, refusal: bool = False) -> None:
        """Say what became of a button that was pressed."""
        self.note.setObjectName("refusal" if refusal else "meta")
        self.note.style().polish(self.note)
        self.note.setText(words)
        self.note.show()
        pressed.setAccessibleDescription(words)

    def refuse(self, error: AppError, pressed: QPushButton) -> None:
        """Say why what was asked for could not be done."""
        words = error_parts(error, self._settings.value.language)
        self.say("\n".join(words), pressed, refusal=True)

    def _open_folder(self) -> None:
        """Open the folder; it is made first, so that there is a place to put files."""
        self.note.hide()
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            self.refuse(FolderUnwritable(self._folder, reason_of(error)), self.open)
            return
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder))):
            shown = visible(str(self._folder)).text
            words = self.tr("系统没有打开文件夹“{folder}”。").format(folder=shown)
            self.say(words, self.open, refusal=True)


def text_to_read(name: str) -> QLabel:
    """Return a text that can be selected, and reached by Tab; what files say is no HTML."""
    text = label(name, wrap=True)
    text.setTextFormat(Qt.TextFormat.PlainText)
    text.setTextInteractionFlags(
        Qt.TextInteractionFlag.TextSelectableByMouse
        | Qt.TextInteractionFlag.TextSelectableByKeyboard
    )
    text.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    return text
