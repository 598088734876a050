"""The preview: a paper inside the window, page for page as it is exported, and its print."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import cast

from PySide6.QtCore import (
    QCoreApplication,
    QEvent,
    QKeyCombination,
    QSizeF,
    Qt,
    QThreadPool,
    Signal,
)
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QVBoxLayout, QWidget

from models.errors import AppError, NoPrinter, WordingStops
from models.papers import MeetingPapers
from ui.i18n import Interface
from ui.messages import error_parts
from ui.pages.preview_bar import PreviewBar
from ui.pages.preview_making import MakingLine, NoPaper
from ui.pages.preview_notes import PreviewNotes
from ui.pages.previewing import Preview, preview_task
from ui.pages.print_line import PrintLine
from ui.pages.printing import ask_for_printer, chosen_pages, print_task
from ui.paper_names import WHOLE, VersionChoice, case_names, versioned_name
from ui.tasks import Task
from ui.theme import Theme
from ui.widgets.basics import PageStack, ScrollHost, frame, row
from ui.widgets.focus import is_free_for
from ui.widgets.notice_panel import NoticePanel, Remedy
from ui.widgets.page_plan import Fit
from ui.widgets.paper_view import PaperView

_CONTROL = Qt.KeyboardModifier.ControlModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier


class PreviewPage(QFrame):
    """Shows a paper of a meeting; ``export_asked`` asks for its export.

    While a print is running it stays open: its end would not be seen.
    """

    closed = Signal()
    export_asked = Signal(str)  # the kind of paper

    def __init__(
        self,
        theme: Theme,
        interface: Interface,
        *,
        database: Path,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("previewPage")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._theme = theme
        self._interface = interface
        self._database = database
        self._papers: MeetingPapers | None = None
        self._kind, self._version = "", WHOLE
        self._page = 0  # to be gone to once the paper is there
        self._preview: Preview | None = None
        self._making: Task | None = None
        self._build()
        self._connect()
        self._keys = self._key_table()
        self._turn_to(self._blank)
        self.retranslate()

    @property
    def idle(self) -> bool:
        """Whether nothing is being made, drawn or printed."""
        return not (self._making or self.print_line.is_printing or self.view.is_drawing)

    @property
    def made_at(self) -> datetime | None:
        """When the paper in view was made: an export with this time is equal to it."""
        return self._preview.made_at if self._preview is not None else None

    @property
    def version(self) -> VersionChoice:
        """The version in view, or being made."""
        return self._version

    def show_paper(self, papers: MeetingPapers, kind: str) -> None:
        """Make and show a paper, whole. It takes the focus."""
        self._papers, self._kind, self._version, self._page = papers, kind, WHOLE, 0
        self._begin()

    def refresh(self, papers: MeetingPapers) -> None:
        """Make the paper anew for a changed meeting; version, page and zoom stay.

        An excerpt that is offered no more becomes a paper about all cases.
        """
        if self._papers is None:
            return
        cases = case_names(papers.meeting.cases)
        before, self._version = self._version, self._version.among(cases)
        self._papers = papers
        self.bar.show_version(self._version, cases)
        if self._version == before:
            self._make()
        else:
            self._begin()

    def print_paper(self) -> None:
        """Ask for a printer and print the paper in view."""
        preview = self._preview
        if preview is None or self._making is not None or self.print_line.is_printing:
            return
        if self.notes.stopping:
            self._tell(WordingStops(self.notes.stopping))
            return
        sizes = preview.file.sizes_pt
        try:
            printer = ask_for_printer(
                self, name=preview.name, size_pt=QSizeF(sizes[0]), page_count=len(sizes)
            )
        except NoPrinter as error:
            offer = Remedy(lambda: self.tr("导出 PDF…"), self._ask_export)
            self._tell(error, offer)
            return
        if printer is None or self._preview is not preview:
            return
        pages = chosen_pages(printer, len(sizes), current=self.view.page)
        task = print_task(preview.content, printer, pages)
        self.print_line.follow(task, printer.printerName(), self._version)
        self._allow()

    def close_preview(self) -> None:
        """Let go of the paper and ask to be hidden, unless it is being printed."""
        if self.print_line.is_printing:
            return
        self._drop()
        self._papers = None
        self.closed.emit()

    def retranslate(self) -> None:
        """Say it in the language in force."""
        self._name_view()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def event(self, event: QEvent) -> bool:
        """Claim the keys of the preview before shortcuts of the window get them."""
        if (
            event.type() is QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.keyCombination() in self._keys
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do what a key asks for that no field wanted."""
        act = self._keys.get(event.keyCombination())
        if act is None:
            super().keyPressEvent(event)
        else:
            act()

    def _build(self) -> None:
        self.bar = PreviewBar(self._theme)
        self.making_line, self.print_line = MakingLine(), PrintLine(self._theme)
        self.notice = NoticePanel(self._theme)
        self._notice_host = ScrollHost(
            frame("previewNotice", row(self.notice, margins=(20, 14, 20, 14)))
        )
        self.notes = PreviewNotes(self._theme)
        self.view = PaperView(self._theme)
        self._blank, self._stop_page = frame("previewBlank"), NoPaper(self._theme)
        self._stack = PageStack()
        for part in (self._blank, self.view, self._stop_page):
            self._stack.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget in (
            self.bar,
            self.making_line,
            self.print_line,
            self.notes,
            self._notice_host,
        ):
            column.addWidget(widget)
        column.addWidget(self._stack, 1)
        self._notice_host.hide()

    def _connect(self) -> None:
        self.bar.kind_asked.connect(self._change_kind)
        self.bar.version_asked.connect(self._change_version)
        self.bar.page_asked.connect(self._go_to)
        self.bar.zoom_asked.connect(self.view.set_zoom)
        self.bar.smaller.clicked.connect(self.view.zoom_out)
        self.bar.larger.clicked.connect(self.view.zoom_in)
        self.bar.print_button.clicked.connect(self.print_paper)
        self.bar.export_button.clicked.connect(self._ask_export)
        self.bar.close_button.clicked.connect(self.close_preview)
        self.view.page_changed.connect(self._show_page)
        self.view.zoom_changed.connect(self._show_zoom)
        self.print_line.failed.connect(self._tell)
        self.print_line.ended.connect(self._allow)
        self.notice.appeared.connect(self._notice_host.show)
        self.notice.closed.connect(self._leave_notice)
        self._stop_page.again.clicked.connect(self._make)
        application = QCoreApplication.instance()
        assert application is not None  # there is none without it
        application.aboutToQuit.connect(self._cancel_making)

    def _key_table(self) -> dict[QKeyCombination, Callable[[], None]]:
        """Return what each key does, wherever in the preview the focus is."""
        key, view = Qt.Key, self.view
        return {
            QKeyCombination(key.Key_Escape): self._step_back,
            QKeyCombination(_CONTROL, key.Key_P): self.print_paper,
            QKeyCombination(_CONTROL, key.Key_Plus): view.zoom_in,
            QKeyCombination(_CONTROL | _SHIFT, key.Key_Plus): view.zoom_in,
            QKeyCombination(_CONTROL, key.Key_Equal): view.zoom_in,
            QKeyCombination(_CONTROL, key.Key_Minus): view.zoom_out,
            QKeyCombination(_CONTROL, key.Key_0): lambda: view.set_zoom(Fit.WIDTH),
            QKeyCombination(key.Key_PageDown): lambda: view.scroll_screen(1),
            QKeyCombination(key.Key_PageUp): lambda: view.scroll_screen(-1),
            QKeyCombination(_CONTROL, key.Key_PageDown): lambda: view.go_to(view.page + 1),
            QKeyCombination(_CONTROL, key.Key_PageUp): lambda: view.go_to(view.page - 1),
            QKeyCombination(key.Key_Home): lambda: view.go_to(0),
            QKeyCombination(key.Key_End): lambda: view.go_to(view.page_count - 1),
        }

    def _begin(self) -> None:
        """Make another paper; the one before is seen no more."""
        if self._papers is None:
            return
        self._drop()
        kinds = self.bar.kinds if self._kind in self.bar.kinds else (self._kind,)
        self.bar.show_kinds(self._kind, kinds)
        self.bar.show_version(self._version, case_names(self._papers.meeting.cases))
        self.setFocus()
        self._make()

    def _make(self) -> None:
        """Make the paper; what is in view stays until the new one is there."""
        if self._papers is None:
            return
        self._cancel_making()
        if self._notice_host.isVisible():
            self.notice.dismiss()
        self._making = task = preview_task(
            self._papers, self._kind, self._version, database=self._database
        )
        task.succeeded.connect(self._take)
        task.failed.connect(self._refuse)
        task.cancelled.connect(self._stop)
        task.crashed.connect(self._stop)
        self.making_line.watch(task)
        task.start(QThreadPool.globalInstance())
        if self._stack.currentWidget() is self._stop_page:
            self._turn_to(self._blank)
        self._allow()

    def _cancel_making(self) -> None:
        if self._making is not None:
            self._making.cancel()
            self._making = None

    def _take(self, made: object) -> None:
        """Show the paper that was made, unless another one is wanted meanwhile."""
        preview = cast("Preview", made)  # what preview_task() returns
        if self.sender() is not self._making or self._papers is None:
            preview.file.close()
            return
        self._making = None
        self._preview = preview
        self.bar.show_kinds(preview.kind, preview.kinds)
        self.bar.show_pages(len(preview.file.sizes_pt))
        self.notes.show_version(preview.version, self._papers.meeting)
        self.notes.show_replacements(preview.replacements)
        self.retranslate()
        take = is_free_for(self)
        self._turn_to(self.view)
        self.view.show_file(preview.file)
        if self._page:
            self.view.go_to(self._page)
            self._page = 0
        self._show_page(self.view.page)
        self._show_zoom()
        focused = QApplication.focusWidget()
        if take and (focused is None or not self.bar.isAncestorOf(focused)):
            self.view.setFocus()
        self._allow()

    def _refuse(self, error: object) -> None:
        """Tell why there is no paper."""
        if self.sender() is self._making:
            self._stop()
            self._tell(error, Remedy(lambda: self.tr("重新生成"), self._make))

    def _stop(self) -> None:
        """Show that there is no paper: an older one would not be what is exported now."""
        if self.sender() is not self._making:
            return
        self._making = None
        self._clear()
        take = is_free_for(self)
        self._turn_to(self._stop_page)
        if take:
            self._stop_page.again.setFocus()
        self._allow()

    def _drop(self) -> None:
        """Let go of the paper and of everything said about it."""
        self._cancel_making()
        self._clear()
        self.print_line.clear()
        if self._notice_host.isVisible():
            self.notice.dismiss()
        self._turn_to(self._blank)
        self._allow()

    def _clear(self) -> None:
        self._preview = None
        self.view.show_file(None)
        self.bar.show_pages(0)
        self.notes.forget_paper()

    def _tell(self, error: object, remedy: Remedy | None = None) -> None:
        told = cast("AppError", error)  # what tasks fail with
        take = is_free_for(self)
        self.notice.tell(lambda: error_parts(told, self._interface.language), remedy)
        if take:
            self.notice.setFocus()

    def _leave_notice(self) -> None:
        self._notice_host.hide()
        if is_free_for(self):
            stopped = self._stack.currentWidget() is self._stop_page
            (self._stop_page.again if stopped else self.view).setFocus()

    def _change_kind(self, kind: str) -> None:
        if kind != self._kind:
            self._kind, self._page = kind, 0
            self._begin()

    def _change_version(self, version: VersionChoice) -> None:
        """Show the paper in another version, at the same page."""
        if version != self._version:
            self._version, self._page = version, self._page or self.view.page
            self._begin()

    def _ask_export(self) -> None:
        if self._kind:
            self.export_asked.emit(self._kind)

    def _go_to(self, page: int) -> None:
        self.view.go_to(page - 1)
        self._show_page(self.view.page)  # also where the number was beyond the last page
        self.view.setFocus()

    def _step_back(self) -> None:
        """Close the notice, or else the preview."""
        if self._notice_host.isVisible():
            self.notice.dismiss()
        else:
            self.close_preview()

    def _show_page(self, page: int) -> None:
        self.bar.show_page(page + 1)
        self._name_view()

    def _show_zoom(self) -> None:
        self.bar.show_zoom(self.view.zoom, self.view.factor)

    def _name_view(self) -> None:
        """Tell a screen reader which page is in view."""
        if not self._kind:
            return
        words = self.tr("{paper}，第{page}页，共{count}页")
        paper, page = versioned_name(self._kind, self._version), self.view.page + 1
        self.view.setAccessibleName(
            words.format(paper=paper, page=page, count=self.view.page_count)
        )

    def _turn_to(self, part: QWidget) -> None:
        self._stack.setCurrentWidget(part)

    def _allow(self) -> None:
        ready = self._preview is not None and self._making is None
        free = not self.print_line.is_printing
        self.bar.allow(printing=ready and free, exporting=ready, closing=free)
