"""Attaching to lines in the timeline: files dropped on one, a picture pasted, files chosen."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QRect, QRectF, Qt
from PySide6.QtGui import (
    QAction,
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QGuiApplication,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QWidget

from ui.attaching import Attaching
from ui.attachment_operations import Target
from ui.item_models.lines import LineEntry
from ui.theme import Theme
from ui.widgets.drop_overlay import files_to_attach

if TYPE_CHECKING:
    from ui.pages.record_page import RecordPage

_INSET_PX = 8
_ROUND_PX = 10


class LineAttachments(QObject):
    """The two actions, and what follows files that are dragged over the timeline."""

    def __init__(self, page: "RecordPage") -> None:
        super().__init__(page)
        self._page = page
        self.attaching = Attaching(page.workspace, self)
        self.attach, self.paste = QAction(self), QAction(self)
        self.paste.setShortcut(QKeySequence(QKeySequence.StandardKey.Paste))
        self.paste.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        self.attach.triggered.connect(lambda _checked=False: self._ask())
        self.paste.triggered.connect(lambda _checked=False: self._paste())
        viewport = page.timeline.viewport()
        self.mark = _LineMark(page.theme, viewport)
        viewport.setAcceptDrops(True)
        viewport.installEventFilter(self)
        self.attaching.failed.connect(page.failed)

    @property
    def actions(self) -> tuple[QAction, ...]:
        """The actions in the order of the menu."""
        return self.attach, self.paste

    def follow_selection(self) -> None:
        """Offer to attach to one line, while the record is open."""
        for action in self.actions:
            action.setEnabled(
                self._page.open_meeting is not None and len(self._page.selected_lines()) == 1
            )

    def retranslate(self) -> None:
        """Say it in the language in force."""
        self.attach.setText(self.tr("添加附件…"))
        self.paste.setText(self.tr("粘贴为附件"))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take files over a line; all else goes on to the window."""
        match event:
            case QDropEvent() if event.type() is QEvent.Type.Drop:
                self.mark.hide()
                return self._drop(event)
            case QDragEnterEvent():
                return self._enter(event)
            case QDragMoveEvent():
                return self._move(event)
            case _ if event.type() in (QEvent.Type.DragLeave, QEvent.Type.Hide):
                self.mark.hide()
        return super().eventFilter(watched, event)

    def _enter(self, event: QDragEnterEvent) -> bool:
        """Take files that come in anywhere over the record: where exactly, a move tells."""
        taken = self._page.open_meeting is not None and bool(files_to_attach(event.mimeData()))
        event.setDropAction(Qt.DropAction.CopyAction)  # a move would delete the files
        event.setAccepted(taken)
        return True

    def _move(self, event: QDragMoveEvent) -> bool:
        row = self._row_at(event)
        event.setDropAction(Qt.DropAction.CopyAction)
        event.setAccepted(row >= 0)
        if row < 0:
            self.mark.hide()
        else:
            view = self._page.timeline
            self.mark.show_over(view.visualRect(view.model().index(row, 0)))
        return True

    def _drop(self, event: QDropEvent) -> bool:
        row, meeting = self._row_at(event), self._page.meeting
        event.setDropAction(Qt.DropAction.CopyAction)
        event.setAccepted(row >= 0)
        if row >= 0 and meeting is not None:
            entry = self._page.model.rows[row]
            assert isinstance(entry, LineEntry)  # which alone is told
            files = files_to_attach(event.mimeData())
            self.attaching.add_files(meeting.id, files, Target(line_id=entry.line.id))
        return True

    def _row_at(self, event: QDropEvent) -> int:
        """Return the row below the mouse if it is a line that can be attached to, else -1."""
        row = self._page.timeline.rowAt(event.position().toPoint().y())
        if (
            row < 0
            or not self._page.open_meeting is not None
            or not files_to_attach(event.mimeData())
        ):
            return -1
        entry = self._page.model.rows[row]
        return row if isinstance(entry, LineEntry) and not entry.waiting else -1

    def _ask(self) -> None:
        target, meeting = self._target(), self._page.meeting
        if target is not None and meeting is not None:
            self.attaching.ask(self._page, meeting.id, target)

    def _paste(self) -> None:
        target, meeting = self._target(), self._page.meeting
        data = QGuiApplication.clipboard().mimeData()
        if target is not None and meeting is not None and data is not None:
            self.attaching.add_pasted(meeting.id, data, target)

    def _target(self) -> Target | None:
        lines = self._page.selected_lines()
        return (
            Target(line_id=lines[0].id)
            if self._page.open_meeting is not None and len(lines) == 1
            else None
        )


class _LineMark(QWidget):
    """A frame around the line that files would be attached to, and a sentence saying so."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def show_over(self, rect: QRect) -> None:
        """Stand around a row of the view."""
        self.setGeometry(rect)
        self.setAccessibleName(self.tr("松开鼠标，添加为这条发言的附件"))
        self.raise_()
        self.show()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint a dashed frame, and at its lower edge what will happen."""
        theme = self._theme
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            frame = QRectF(self.rect()).adjusted(_INSET_PX, 1, -_INSET_PX, -5)
            painter.setPen(QPen(theme.colour("accent"), 2, Qt.PenStyle.DashLine))
            painter.drawRoundedRect(frame, _ROUND_PX, _ROUND_PX)
            words = self.tr("松开鼠标，添加为这条发言的附件")
            font = theme.font(12, bold=True)
            painter.setFont(font)
            width = painter.fontMetrics().horizontalAdvance(words) + 24
            height = painter.fontMetrics().height() + 6
            tag = QRectF(frame.right() - width - 10, frame.bottom() - height - 4, width, height)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("accent"))
            painter.drawRoundedRect(tag, height / 2, height / 2)
            painter.setPen(theme.colour("on_accent"))
            painter.drawText(tag, Qt.AlignmentFlag.AlignCenter, words)
