"""All that can be said of one line: times, languages, translation, signature, notes, attachments."""

from typing import cast

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QDialog, QScrollArea, QVBoxLayout, QWidget

from models.forms import GROUPS, Entry, Sheet
from models.snapshot import LineView
from ui.attaching import Attaching
from ui.attachment_operations import Target
from ui.changes import Change
from ui.dialogs.size import fit_to_screen
from ui.forms.form import GroupForm
from ui.forms.kit import FormKit
from ui.queries import line_entry
from ui.widgets.attachment_panel import AttachmentPanel
from ui.widgets.basics import button, frame, label, row


class LineDialog(QDialog):
    """Edits one line in a form, without blocking the window; deleted when closed."""

    def __init__(
        self, kit: FormKit, sheet: Sheet, line: LineView, attaching: Attaching, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._kit = kit
        self._meeting_id = sheet.id
        self._line = line
        fields = GROUPS["line"].fields
        self.form = GroupForm(
            kit, "line", [name for name, field in fields.items() if sheet.kind in field.kinds]
        )
        self.attachments = AttachmentPanel(
            kit.theme,
            attaching,
            kit.language,
            wanted=lambda view: view.line_id == line.id,
            offers=lambda: [(self.tr("添加附件…"), Target(line_id=line.id))],
        )
        self._about = label("muted", wrap=True)
        self._close = button()
        self._close.clicked.connect(self.close)
        inner = QVBoxLayout()
        inner.setContentsMargins(20, 8, 20, 8)
        inner.addWidget(self.form)
        inner.addWidget(self.attachments)
        inner.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setWidget(frame("formHost", inner))
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 14, 0, 12)
        column.addLayout(row(self._about, margins=(20, 0, 20, 0)))
        column.addWidget(scroll, 1)
        column.addLayout(row(None, self._close, margins=(20, 0, 20, 0)))
        kit.editor.workspace.changed.connect(self._follow)
        kit.editor.shown.connect(self._stay_with_meeting)
        fit_to_screen(self, kit.theme.text_px(660), kit.theme.text_px(620))
        self.retranslate()
        self._load()

    def retranslate(self) -> None:
        """Say it in the language in force."""
        number = "" if self._line.seq is None else str(self._line.seq)
        self.setWindowTitle(self.tr("第{number}条发言").format(number=number))
        self._about.setText(self.tr("发言人的原话只能更正记录上的错误，不作改写；改动留有痕迹。"))
        self._close.setText(self.tr("关闭"))
        self.form.retranslate()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def done(self, result: int) -> None:
        """Save what is being typed, however the dialog is closed."""
        self.form.commit()
        self.attachments.commit()
        super().done(result)

    def _load(self) -> None:
        self._kit.editor.workspace.read(
            line_entry,
            self._meeting_id,
            self._line.id,
            then=self._show,
            otherwise=self._give_up,
            place=f"line {self._line.id}",
        )

    def _give_up(self, _gone: object) -> None:
        self.close()

    def _show(self, entry: object) -> None:
        self.form.show_entry(cast("Entry", entry))
        self._show_attachments()

    def _show_attachments(self) -> None:
        locked = self._kit.editor.locked("line")
        self.attachments.show_meeting(self._meeting_id, locked=locked)

    def _follow(self, change: object) -> None:
        assert isinstance(change, Change)  # what the signal carries
        if self._line.id in change.rows.get("line", ()):
            self._load()

    def _stay_with_meeting(self, sheet: object) -> None:
        if isinstance(sheet, Sheet) and sheet.id != self._meeting_id:
            self.close()
        else:
            self._show_attachments()  # it may be signed by now
