"""The bin: meetings that were deleted, and the way back."""

from typing import cast

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from models.snapshot import MeetingRow
from ui.item_models.meetings import MeetingListModel
from ui.operations import restore_meeting
from ui.queries import meeting_rows
from ui.theme import Theme
from ui.widgets.basics import button, label, row
from ui.widgets.list_delegates import MeetingDelegate
from ui.widgets.rows_view import RowsView
from ui.workspace import Workspace


class BinDialog(QDialog):
    """Lists the meetings in the bin and takes the chosen one out."""

    def __init__(self, theme: Theme, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._workspace = workspace
        self.model = MeetingListModel(self)
        self.view = RowsView(theme)
        self.view.set_up(self.model, MeetingDelegate(theme, self.view))
        self._about = label("muted", wrap=True)
        self._nothing = label("body", wrap=True)
        self._restore = button("primary")
        self._close = button()
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(10)
        column.addWidget(self._about)
        column.addWidget(self._nothing)
        column.addWidget(self.view, 1)
        column.addLayout(row(None, self._restore, self._close))
        self._restore.clicked.connect(self._take_out)
        self._close.clicked.connect(self.close)
        self.view.selectionModel().selectionChanged.connect(lambda *_: self._follow_selection())
        workspace.changed.connect(self._load)
        self.resize(theme.text_px(460), theme.text_px(420))
        self.retranslate()
        self._load()

    def retranslate(self) -> None:
        """Say it in the language in force."""
        self.setWindowTitle(self.tr("回收站"))
        self._about.setText(self.tr("已删除的会议留在这里，内容完整，随时可以还原。"))
        self._nothing.setText(self.tr("回收站是空的。"))
        self._restore.setText(self.tr("还原"))
        self._close.setText(self.tr("关闭"))
        self.view.setAccessibleName(self.tr("已删除的会议"))
        self.view.copy_action.setText(self.tr("复制标题"))
        self.model.refresh_words()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _load(self, _change: object = None) -> None:
        self._workspace.read(_binned_rows, then=self._show_rows, place="bin")

    def _show_rows(self, rows: object) -> None:
        found = cast("tuple[MeetingRow, ...]", rows)
        self.model.show(found)
        self._nothing.setVisible(not found)
        self.view.setVisible(bool(found))
        if found and not self.view.currentIndex().isValid():
            self.view.select_key(found[0].id)
        self._follow_selection()

    def _follow_selection(self) -> None:
        self._restore.setEnabled(self._chosen() is not None)

    def _chosen(self) -> MeetingRow | None:
        rows = self.view.selectionModel().selectedIndexes()
        entry = self.model.rows[rows[0].row()] if rows else None
        return entry if isinstance(entry, MeetingRow) else None

    def _take_out(self) -> None:
        chosen = self._chosen()
        if chosen is not None:
            self._workspace.run(restore_meeting(chosen.id))


def _binned_rows(session: object) -> object:
    return meeting_rows(session, binned=True)
