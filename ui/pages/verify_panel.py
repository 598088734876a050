"""The panel that checks a dossier: which one, then progress, then what is not as it was made."""

from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from ui.dialogs.files import ask_for_files, ask_for_folder
from ui.i18n import spoken_language
from ui.messages import file_state_text
from ui.pages.archiving import verify_task
from ui.pages.work_panel import CHOICE, DONE, WorkPanel
from ui.settings import SettingsStore
from ui.theme import Theme
from ui.widgets.basics import ScrollHost, button, frame, label, row
from ui.widgets.digest_line import DigestLine
from ui.widgets.drop_overlay import dropped_files

if TYPE_CHECKING:
    from exporters.dossier.verify import FileReport, Report

_MOST = 200  # files told one by one; the copied report has all
_HEIGHT_PX = 260


class VerifyPanel(WorkPanel):
    """Asks for a folder, a ZIP or a file, by dialogs or by a drop, and tells what was found."""

    def __init__(
        self, theme: Theme, settings: SettingsStore, *, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, parent)
        self._settings = settings
        self._theme = theme
        self._path = Path()
        self._report: Report | None = None
        self._put_together(self._build_choice(), self._build_result(theme))
        self.setAcceptDrops(True)
        theme.changed.connect(self._bound)
        self._bound()

    def ask(self) -> None:
        """Open the panel to ask what to check. While it is at work it only comes to sight."""
        self._focus.note()
        self.show()
        if self._task is None:
            self._turn_to(CHOICE)
            self.folder.setFocus()

    def check(self, path: Path) -> None:
        """Check a dossier or a file in a worker."""
        if self._task is None:
            self._path = path
            self._report = None
            self._run(verify_task(path), self._show_result)

    @property
    def report_text(self) -> str:
        """The whole report, to be copied."""
        report = self._report
        if report is None:
            return ""
        lines = [str(report.path), self.summary.text()]
        if report.digest:
            lines.append(self.tr("全卷摘要值：{digest}").format(digest=report.digest))
        lines += [f"{_shown(one)}\t{self._state(one)}" for one in report.faults]
        return "\n".join(lines)

    def retranslate(self) -> None:
        """Say it in the language in force."""
        super().retranslate()
        self.hint.setText(
            self.tr(
                "选择归档卷的文件夹、ZIP 文件或者其中一个文件，也可以拖到这里；只读取，不改动。"
            )
        )
        self.folder.setText(self.tr("选择文件夹…"))
        self.file.setText(self.tr("选择文件…"))
        self.copy.setText(self.tr("复制检查结果"))
        self.other.setText(self.tr("检查另一个"))
        self.done.setText(self.tr("完成"))
        self._say_report()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take one folder or file, if nothing is under way."""
        if self._task is None and len(dropped_files(event.mimeData())) == 1:
            event.setDropAction(Qt.DropAction.CopyAction)  # a move would delete it
            event.accept()
            self._turn_to(CHOICE)
            self._mark(over=True)

    def dragLeaveEvent(self, _event: QDragLeaveEvent) -> None:
        """Show the drop target as before."""
        self._mark(over=False)
        if self._report is not None:
            self._turn_to(DONE)

    def dropEvent(self, event: QDropEvent) -> None:
        """Check what was dropped."""
        self._mark(over=False)
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        self.check(dropped_files(event.mimeData())[0])

    def _title_words(self, shown: int) -> str:
        return [
            self.tr("检查归档卷"),
            self.tr("正在检查：{name}"),
            self.tr("检查结果：{name}"),
        ][shown].format(name=self._path.name)

    def _build_choice(self) -> QWidget:
        self._sign, self.hint = label(), label("body", wrap=True)
        self._icons.on_label(self._sign, "file-input", "text2", size=20)
        target = row(self._sign, self.hint, margins=(14, 14, 14, 14), spacing=12)
        target.setStretch(1, 1)
        self._target = frame("dropHere", target)
        self.folder, self.file = button("primary"), button()
        self._start = self.folder
        self._icons.on_button(self.folder, "folder-open", "on_accent")
        self._icons.on_button(self.file, "file-input")
        self.folder.clicked.connect(self._choose_folder)
        self.file.clicked.connect(self._choose_file)
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self._target)
        column.addLayout(row(self.folder, self.file, self._not_now, None))
        return frame("choice", column)

    def _build_result(self, theme: Theme) -> QWidget:
        self._good, self._bad = label(), label()
        self._icons.on_label(self._good, "circle-check", "ok", size=16)
        self._icons.on_label(self._bad, "triangle-alert", "warn", size=16)
        self.summary = label("strongBody", wrap=True)
        head = row(self._good, self._bad, self.summary)
        head.setStretch(2, 1)
        self._rows = QVBoxLayout()
        self._rows.setContentsMargins(24, 0, 0, 0)
        self._rows.setSpacing(6)
        self._scroll = ScrollHost(frame("faultRows", self._rows))
        self.digest = DigestLine(theme)
        self.copy, self.other, self.done = button(), button(), button()
        self._icons.on_button(self.copy, "copy")
        self.copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self.report_text))
        self.other.clicked.connect(self.ask)
        self.done.clicked.connect(self.close_panel)
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addLayout(head)
        column.addWidget(self._scroll)
        column.addWidget(self.digest)
        column.addLayout(row(self.copy, self.other, self.done, None))
        return frame("result", column)

    def _choose_folder(self) -> None:
        folder = ask_for_folder(self, self.tr("选择归档卷的文件夹"), folder=self._usual_folder())
        if folder is not None:
            self.check(folder)

    def _choose_file(self) -> None:
        files = ask_for_files(
            self,
            self.tr("选择归档卷的 ZIP 文件，或者其中一个文件"),
            folder=self._usual_folder(),
            kinds=self.tr("所有文件 (*)"),
        )
        if files:
            self.check(files[0])

    def _usual_folder(self) -> str:
        stored = self._settings.value
        return stored.archive_folder or stored.export_folder

    def _show_result(self, found: object) -> None:
        self._report = cast("Report", found)  # what verify_task() returns
        self._show_part(DONE, self.copy)

    def _say_report(self) -> None:
        while self._rows.count():
            part = self._rows.takeAt(0).widget()
            part.hide()
            part.deleteLater()
        report = self._report
        if report is None:
            return
        self.summary.setText(self._summary_words(report))
        for sign, shown in ((self._good, report.intact), (self._bad, not report.intact)):
            sign.setVisible(shown)
        for one in report.faults[:_MOST]:
            self._rows.addWidget(self._row(_shown(one), self._state(one)))
        if len(report.faults) > _MOST:
            more = label("muted")
            left = len(report.faults) - _MOST
            more.setText(
                self.tr("另有 {count} 个文件，复制的检查结果中全部列出。").format(count=left)
            )
            self._rows.addWidget(more)
        self._scroll.setVisible(bool(report.faults))
        advice = self.tr("全卷摘要值，请与备考表上抄写的核对；不一致的，清单本身被改动过：")
        self.digest.show_digest(report.digest, advice)

    def _summary_words(self, report: "Report") -> str:
        if report.manifest is None and report.intact:
            return self.tr("“{file}”：{state}。单独一个文件只能核对到这里。").format(
                file=_shown(report.files[0]), state=self._state(report.files[0])
            )
        if report.intact:
            return self.tr("全部完好：{count} 个文件与清单一致。").format(count=len(report.files))
        return self.tr("有 {faulty} 个文件与清单不符，{intact} 个完好。").format(
            faulty=len(report.faults), intact=len(report.files) - len(report.faults)
        )

    def _state(self, one: "FileReport") -> str:
        return file_state_text(one, spoken_language())

    def _row(self, name: str, state: str) -> QFrame:
        told, what = label("body", wrap=True), label("warnText", wrap=True)
        told.setText(name)
        what.setText(state)
        line = row(told, what, spacing=16)
        line.setStretch(0, 3)
        line.setStretch(1, 2)
        return frame("faultRow", line)

    def _mark(self, *, over: bool) -> None:
        self._target.setProperty("over", over)
        self._target.style().polish(self._target)

    def _bound(self) -> None:
        self._scroll.setMaximumHeight(self._theme.space_px(_HEIGHT_PX))


def _shown(one: "FileReport") -> str:
    """Return the name of a file with what could reorder a text made visible."""
    from exporters.text import visible  # with the checking, which is heavy

    return visible(one.name).text
