"""What was saved and where: the files to open, and their folder to look into."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from ui.icons import ThemedIcons
from ui.theme import Theme
from ui.widgets.basics import ScrollHost, button, frame, label, row

_MOST_HEIGHT_PX = 260  # of the list of files; longer ones are scrolled


class SavedFiles(QFrame):
    """Lists files of one folder, with a button each to open them.

    ``below`` is shown under them, over what there is to look after in them.
    """

    closed = Signal()

    def __init__(
        self, theme: Theme, parent: QWidget | None = None, *, below: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("done")
        self._files: tuple[Path, ...] = ()
        self._say_notes: Callable[[], str] = str
        self._icons = ThemedIcons(theme, self)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(6)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self.place = label("muted", wrap=True)
        self.notes = label("body", wrap=True)
        self.trouble = label("strongBody", wrap=True)
        self.show_folder, self._done = button(), button()
        self._icons.on_button(self.show_folder, "folder-open")
        self.show_folder.clicked.connect(self._reveal)
        self._done.clicked.connect(self.closed)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        listed = QWidget()
        listed.setLayout(self._rows)
        host = ScrollHost(listed)
        host.setMaximumHeight(_MOST_HEIGHT_PX)
        column.addWidget(host)
        for part in (self.place, below, self.notes, self.trouble):
            if part is not None:
                column.addWidget(part)
        column.addLayout(row(self.show_folder, self._done, None))
        self.retranslate()

    def show_files(self, files: Sequence[Path], notes: Callable[[], str] = str) -> None:
        """Show files of one folder; ``notes`` says what to look after in them."""
        self._files = tuple(files)
        self._say_notes = notes
        while self._rows.count():
            self._rows.takeAt(0).widget().deleteLater()
        for file in self._files:
            self._rows.addWidget(self._row(file))
        self.trouble.hide()
        self.retranslate()

    def retranslate(self) -> None:
        """Say it in the language in force."""
        self.show_folder.setText(self.tr("在文件夹中显示"))
        self._done.setText(self.tr("完成"))
        for place, file in enumerate(self._files):
            for opener in self._rows.itemAt(place).widget().findChildren(QPushButton):
                opener.setText(self.tr("打开"))
                opener.setAccessibleName(self.tr("打开 {file}").format(file=file.name))
        folder = self._files[0].parent if self._files else ""
        self.place.setText(self.tr("保存在 {folder}").format(folder=folder))
        notes = self._say_notes()
        self.notes.setText(notes)
        self.notes.setVisible(bool(notes))

    def _row(self, file: Path) -> QWidget:
        sign = label()
        self._icons.on_label(sign, "circle-check", "ok", size=16)
        name = label(wrap=True)
        name.setText(file.name)
        opener = button()
        self._icons.on_button(opener, "external-link")
        opener.clicked.connect(lambda: self._open(file))
        made = row(sign, name, opener, spacing=8)
        made.setStretch(1, 1)
        return frame("fileRow", made)

    def _reveal(self) -> None:
        if self._files:
            self._open(self._files[0].parent)

    def _open(self, path: Path) -> None:
        """Open a file or folder with the program that the desktop has for it, or say why not."""
        trouble = ""
        if not path.exists():
            trouble = self.tr("“{file}”不在了，可能已经被移动、改名或者删除。")
        elif not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
            trouble = self.tr("系统没有打开“{file}”，请到保存的文件夹中打开。")
        self.trouble.setText(trouble.format(file=path.name))
        self.trouble.setVisible(bool(trouble))
