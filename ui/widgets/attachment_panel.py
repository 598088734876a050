"""A list of attachments: what they are called, how large, by which hash; open, save, remove."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import cast

from PySide6.QtCore import QEvent, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QGridLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from models.errors import AppError
from models.snapshot import AttachmentView
from ui.attaching import Attaching
from ui.attachment_operations import Target
from ui.attachment_words import about, shown_name
from ui.changes import Change
from ui.icons import ThemedIcons
from ui.messages import error_text
from ui.queries import attachments
from ui.theme import Theme
from ui.widgets.basics import button, label, row
from ui.widgets.drop_overlay import files_to_attach
from ui.widgets.flow_layout import FlowLayout

Offer = tuple[str, Target | None]
"""The words of a button that adds, and what it adds to; None while that is not chosen."""


class AttachmentRow(QFrame):
    """One attachment with what can be done to it."""

    open_asked = Signal()
    save_asked = Signal()
    remove_asked = Signal()
    noted = Signal(str)

    def __init__(self, theme: Theme, view: AttachmentView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("fileRow")
        self.view = view
        icons = ThemedIcons(theme, self)
        sign = label()
        icons.on_label(sign, "paperclip", "text2", size=16)
        self.name = label("strongBody", wrap=True)
        self.about = label("muted", wrap=True)
        self.note = QLineEdit()
        self.note.setObjectName("fieldLine")
        self.open, self.save, self.remove = button(), button(), button("ghost")
        for part, icon in (
            (self.open, "external-link"),
            (self.save, "file-down"),
            (self.remove, "trash-2"),
        ):
            icons.on_button(part, icon)
        self.open.clicked.connect(self.open_asked)
        self.save.clicked.connect(self.save_asked)
        self.remove.clicked.connect(self.remove_asked)
        self.note.editingFinished.connect(self._tell_note)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 4, 0, 8)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        grid.addWidget(sign, 0, 0)
        grid.addWidget(self.name, 0, 1)
        grid.addWidget(self.about, 1, 1)
        grid.addWidget(self.note, 2, 1)
        grid.addLayout(row(self.open, self.save, self.remove, None, spacing=6), 3, 1)

    def show_view(self, view: AttachmentView, place: str, *, locked: bool) -> None:
        """Show it as it is now; what is being typed stays."""
        if not self.note.hasFocus() or view.note != self.view.note:
            self.note.setText(view.note or "")
        self.view = view
        name = shown_name(view)
        self.name.setText(name)
        self.about.setText(" · ".join(part for part in (place, about(view)) if part))
        self.about.setToolTip(f"SHA-256 {view.sha256}")
        self.open.setEnabled(view.here)
        self.save.setEnabled(view.here)
        self.remove.setVisible(not locked)
        self.note.setReadOnly(locked)
        self.note.setVisible(not locked or bool(view.note))
        self.note.setPlaceholderText(self.tr("写明内容（可以不写）"))
        for part, words, spoken in (
            (self.open, self.tr("打开"), self.tr("打开附件 {name}")),
            (self.save, self.tr("另存为…"), self.tr("另存附件 {name}")),
            (self.remove, self.tr("移除"), self.tr("移除附件 {name}")),
        ):
            part.setText(words)
            part.setAccessibleName(spoken.format(name=name))
        self.note.setAccessibleName(self.tr("附件 {name} 的说明").format(name=name))

    def _tell_note(self) -> None:
        if not self.note.isReadOnly() and self.note.text().strip() != (self.view.note or ""):
            self.noted.emit(self.note.text())


class AttachmentPanel(QFrame):
    """Shows attachments of a meeting that are ``wanted``, and adds others."""

    def __init__(  # what it is about
        self,
        theme: Theme,
        attaching: Attaching,
        language: Callable[[], str],
        *,
        wanted: Callable[[AttachmentView], bool],
        offers: Callable[[], Sequence[Offer]],
        place: Callable[[AttachmentView], str] = lambda _view: "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._attaching = attaching
        self._language = language
        self._wanted, self._offers, self._place = wanted, offers, place
        self._meeting_id = ""
        self._locked = True
        self._found: tuple[AttachmentView, ...] = ()
        self.rows: dict[str, AttachmentRow] = {}
        self.title = label("paneTitle")
        self.count = label("muted")
        self.hint = label("muted", wrap=True)
        self.trouble = label("warnText", wrap=True)
        self.trouble.hide()
        self.adders: list[QPushButton] = [button() for _ in offers()]
        icons = ThemedIcons(theme, self)
        adding = FlowLayout(gap=8, line_gap=6)
        for number, adder in enumerate(self.adders):
            icons.on_button(adder, "plus")
            adder.clicked.connect(lambda _=False, number=number: self._ask(number))
            adding.addWidget(adder)
        self._list = QVBoxLayout()
        self._list.setSpacing(4)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 8)
        column.setSpacing(8)
        column.addLayout(row(self.title, self.count, None))
        column.addWidget(self.hint)
        column.addLayout(self._list)
        column.addWidget(self.trouble)
        column.addLayout(adding)
        attaching.workspace.changed.connect(self._follow)
        self.setAcceptDrops(True)
        self.retranslate()

    def show_meeting(self, meeting_id: str, *, locked: bool) -> None:
        """Show what is attached in that meeting; nothing is added to a locked one."""
        if meeting_id != self._meeting_id:
            self._meeting_id, self._found = meeting_id, ()
            self.trouble.hide()
            self._load()
        self._locked = locked
        self.refresh()

    def refresh(self) -> None:
        """Say anew what the attachments belong to, and what can be added to."""
        shown = [view for view in self._found if self._wanted(view)]
        for gone in self.rows.keys() - {view.id for view in shown}:
            self._drop_row(gone)
        for number, view in enumerate(shown):
            line = self.rows.get(view.id) or self._add_row(view)
            if self._list.indexOf(line) != number:
                self._list.removeWidget(line)
                self._list.insertWidget(number, line)
            line.show_view(view, self._place(view), locked=self._locked)
        self.count.setText(str(len(shown)) if shown else "")
        self.setVisible(bool(shown) or not self._locked)
        self.hint.setVisible(not self._locked)
        for adder, (words, target) in zip(self.adders, self._offers(), strict=True):
            adder.setText(words)
            adder.setEnabled(target is not None)
            adder.setVisible(not self._locked)

    def commit(self) -> None:
        """Save what is being typed."""
        for line in self.rows.values():
            line._tell_note()  # noqa: SLF001  # its own part

    def retranslate(self) -> None:
        """Say it in the language in force."""
        self.title.setText(self.tr("附件"))
        self.setAccessibleName(self.title.text())
        self.hint.setText(
            self.tr(
                "可以添加JPEG、PNG、TIFF、WEBP图片和PDF文件，每个不超过20 MB；也可以把文件拖到这里。"
                "记录签名以后，附件不再增减。"
            )
        )
        self.refresh()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files, but for case files, which the window opens."""
        if not self._locked and files_to_attach(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Attach the files, to what is chosen first."""
        target = next((target for _words, target in self._offers() if target is not None), None)
        if target is not None and not self._locked:
            event.acceptProposedAction()
            self._add(files_to_attach(event.mimeData()), target)

    def _add(self, files: Sequence[Path], target: Target) -> None:
        self.trouble.hide()
        self._attaching.add_files(self._meeting_id, files, target, otherwise=self._tell)

    def _ask(self, number: int) -> None:
        target = self._offers()[number][1]
        if target is not None:
            self.trouble.hide()
            self._attaching.ask(self, self._meeting_id, target, otherwise=self._tell)

    def _add_row(self, view: AttachmentView) -> AttachmentRow:
        line = self.rows[view.id] = AttachmentRow(self._theme, view)
        line.open_asked.connect(lambda: self._open(line.view))
        line.save_asked.connect(lambda: self._save(line.view))
        line.remove_asked.connect(lambda: self._remove(line.view))
        line.noted.connect(lambda note: self._describe(line.view, note))
        self._list.addWidget(line)
        return line

    def _drop_row(self, key: str) -> None:
        line = self.rows.pop(key)
        focused = QApplication.focusWidget()
        had_focus = focused is not None and line.isAncestorOf(focused)
        line.hide()
        line.deleteLater()
        if had_focus and self.adders:
            self.adders[0].setFocus()  # else the focus would be nowhere

    def _open(self, view: AttachmentView) -> None:
        def show(file: object) -> None:
            url = QUrl.fromLocalFile(str(cast("Path", file)))
            opened = QDesktopServices.openUrl(url)
            if not opened and isValid(self):  # the dialog may be closed by now
                self._say(self.tr("系统没有打开“{name}”，可以另存以后再打开。"), view)

        self.trouble.hide()
        self._attaching.open(self._meeting_id, view, then=show, otherwise=self._tell)

    def _save(self, view: AttachmentView) -> None:
        self.trouble.hide()
        self._attaching.save_as(self, self._meeting_id, view, otherwise=self._tell)

    def _remove(self, view: AttachmentView) -> None:
        self.trouble.hide()
        self._attaching.remove(self._meeting_id, view.id, otherwise=self._tell)

    def _describe(self, view: AttachmentView, note: str) -> None:
        self.trouble.hide()
        self._attaching.describe(self._meeting_id, view.id, note, otherwise=self._tell)

    def _say(self, words: str, view: AttachmentView) -> None:
        self.trouble.setText(words.format(name=shown_name(view)))
        self.trouble.show()

    def _tell(self, error: object) -> None:
        if isinstance(error, AppError):
            self.trouble.setText(error_text(error, self._language()))
            self.trouble.show()
            self.refresh()

    def _follow(self, change: object) -> None:
        assert isinstance(change, Change)  # what the signal carries
        if self._meeting_id in change.meetings and "attachment" in change.rows:
            self._load()

    def _load(self) -> None:
        self._attaching.workspace.read(
            attachments, self._meeting_id, then=self._take, place=f"attachments {id(self)}"
        )

    def _take(self, found: object) -> None:
        self._found = cast("tuple[AttachmentView, ...]", found)
        self.refresh()
