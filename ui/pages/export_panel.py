"""The export panel: papers, formats and folder, then progress, then the files."""

from datetime import datetime
from pathlib import Path
from typing import cast

from PySide6.QtCore import QEvent, QStandardPaths, QThreadPool, QTimer, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QLineEdit,
    QProgressBar,
    QVBoxLayout,
    QWidget,
)

from models.errors import FolderUnwritable, WordingStops
from models.papers import MeetingPapers
from models.snapshot import MeetingSnapshot
from ui.dialogs.files import ask_for_folder
from ui.icons import ThemedIcons
from ui.pages.exporting import (
    FORMATS,
    CheckedPapers,
    Exported,
    ExportWish,
    Fetch,
    asked_folder,
    export_task,
    finding_lines,
    offer_task,
    replacement_lines,
    template_fault_lines,
)
from ui.pages.findings_list import FindingsList
from ui.pages.versions import version_lines
from ui.paper_names import RUN_SHEETS, Offer, paper_name
from ui.settings import SettingsStore
from ui.tasks import Steps, Task
from ui.theme import Theme
from ui.widgets.basics import button, frame, label, row
from ui.widgets.focus import FocusReturn, is_free_for
from ui.widgets.paper_choice import PaperChoice
from ui.widgets.saved_files import SavedFiles

_POLL_MS = 100
_CHOICE, _RUNNING, _DONE, _STOPPED = range(4)  # the parts of the panel, one of which is shown


class ExportPanel(QFrame):
    """Asks, works and shows the result in one card; a refusal goes to ``refused``."""

    refused = Signal(object)  # AppError
    finding_asked = Signal(object)  # a Finding, to be shown where it stands
    closed = Signal()

    def __init__(
        self,
        theme: Theme,
        settings: SettingsStore,
        *,
        database: Path,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self._settings = settings
        self._database = database
        self._meeting: MeetingSnapshot | None = None
        self._task: Task | None = None
        self._fetch: Fetch
        self._made_at: datetime | None = None
        self._kind = ""
        self._offer: Task | None = None
        self._known = False  # which papers there are
        self._wanted = False  # to start as soon as that is known
        self._cancelling = False
        self._focus = FocusReturn(self)
        self._icons = ThemedIcons(theme, self)
        self._timer = QTimer(self)
        self._timer.setInterval(_POLL_MS)
        self._timer.timeout.connect(self._poll)
        self._title = label("cardTitle", wrap=True)
        self._saved = SavedFiles(theme)
        self._saved.closed.connect(self.close_panel)
        self._findings = FindingsList(theme)
        self._findings.asked.connect(self.finding_asked)
        self._findings.again.connect(self._ask_again)
        self._findings.closed.connect(self.close_panel)
        self._parts = (self._build_choice(), self._build_running(), self._saved, self._findings)
        self._shown = _CHOICE
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 14, 18, 14)
        column.setSpacing(10)
        column.addWidget(self._title)
        for part in self._parts:
            column.addWidget(part)
        self.hide()
        self._turn_to(_CHOICE)

    @property
    def idle(self) -> bool:
        """Whether nothing is being written."""
        return self._task is None

    def ask(
        self,
        meeting: MeetingSnapshot,
        fetch: Fetch | None = None,
        *,
        made_at: datetime | None = None,
        kind: str = "",
    ) -> None:
        """Open the panel for a meeting. While files are being written it only comes to sight.

        What is exported is the meeting as ``fetch`` reads it then, in the worker; with the
        ``made_at`` of a preview the files are equal to it. ``kind`` is the paper in that preview,
        which is then chosen alone. Else all papers of the file are, and until there is something
        to record the run sheet.
        """
        self._focus.note()
        self.show()
        if self._task is not None:
            return
        self._meeting = meeting
        self._fetch = fetch or (lambda _profiles: CheckedPapers(MeetingPapers(meeting)))
        self._made_at = made_at
        stored = self._settings.value
        documents = QStandardPaths.StandardLocation.DocumentsLocation
        folder = stored.export_folder or QStandardPaths.writableLocation(documents)
        self._folder.setText(str(Path(folder)))
        for name, box in self._formats.items():
            box.setChecked(name in stored.export_formats.split(","))
        self._kind = kind
        self._known = self._wanted = False
        self._papers.hide()
        self._turn_to(_CHOICE)
        self._find_papers()
        (self._start if self._start.isEnabled() else self._not_now).setFocus()

    def _find_papers(self) -> None:
        """Ask in a worker which papers there are."""
        if self._offer is not None:
            self._offer.cancel()
        self._offer = task = offer_task(self._fetch, database=self._database)
        task.succeeded.connect(lambda offer: self._offer_papers(task, cast("Offer", offer)))
        task.failed.connect(self.refused)
        task.ended.connect(lambda: self._end_offer(task))
        task.start(QThreadPool.globalInstance())

    def _offer_papers(self, task: Task, offer: Offer) -> None:
        meeting = self._meeting
        if task is not self._offer or meeting is None:
            return
        self._known = True
        if self._kind:
            chosen = frozenset({self._kind})
        else:
            planned = not (meeting.lines or meeting.signed)
            chosen = frozenset((*offer.due, *(RUN_SHEETS if planned else ())))
        self._papers.offer(offer, chosen)
        self._papers.show()
        self._check()

    def _end_offer(self, task: Task) -> None:
        """Start now, if that was wanted; where no papers were found, the next start asks again."""
        if task is not self._offer:
            return
        self._offer = None
        wanted, self._wanted = self._wanted, False
        if wanted and self._known:
            self.start()

    def start(self) -> None:
        """Write the papers in a worker, once it is known which there are."""
        if self._meeting is None or self._task is not None or not self._start.isEnabled():
            return
        if not self._known:
            self._wanted = True
            if self._offer is None:
                self._find_papers()
            return
        formats = tuple(name for name, box in self._formats.items() if box.isChecked())
        try:
            folder = asked_folder(self._folder.text())
        except FolderUnwritable as error:
            self.refused.emit(error)
            return
        papers = self._papers
        wish = ExportWish(
            papers.chosen,
            formats,
            folder,
            self._made_at,
            masked=papers.masked.isChecked(),
            case_id=papers.case_id,
            embedded=papers.embedded.isChecked(),
        )
        self._settings.change(export_folder=str(wish.folder), export_formats=",".join(formats))
        self._task = export_task(self._fetch, wish, database=self._database)
        self._task.succeeded.connect(self._show_result)
        self._task.failed.connect(self._show_refusal)
        self._task.cancelled.connect(self._ask_again)
        self._task.crashed.connect(self._ask_again)
        self._task.ended.connect(self._end)
        self._bar.setRange(0, 0)
        self._cancelling = False
        self._cancel.setEnabled(True)
        self._turn_to(_RUNNING)
        self._cancel.setFocus()
        self._timer.start()
        self._task.start(QThreadPool.globalInstance())

    def cancel(self) -> None:
        """Ask the worker to stop; what it began is taken away."""
        if self._task is not None:
            self._task.cancel()
            self._cancelling = True
            if self._cancel.hasFocus():
                self.setFocus()  # a disabled button would pass it to somebody else
            self._cancel.setEnabled(False)
            self._say_state()

    def close_panel(self) -> None:
        """Close the panel, unless files are being written: their end would not be seen."""
        if self._task is not None:
            return
        self._wanted = False
        self._focus.give_back()
        self.hide()
        self.closed.emit()

    def retranslate(self) -> None:
        """Say it in the language in force."""
        paper = self._paper_word()
        self._title.setText(
            [
                self.tr("导出文书"),
                self.tr("正在导出{paper}：{title}").format(
                    paper=paper, title=self._meeting_title()
                ),
                self.tr("已导出{paper}：{title}").format(paper=paper, title=self._meeting_title()),
                self.tr("{paper}没有导出：{title}").format(
                    paper=paper, title=self._meeting_title()
                ),
            ][self._shown]
        )
        for name, box in self._formats.items():
            box.setText(FORMATS[name])
            box.setAccessibleName(self.tr("导出 {format} 格式").format(format=FORMATS[name]))
        self._formats_label.setText(self.tr("格式"))
        self._folder_label.setText(self.tr("保存到"))
        self._folder.setAccessibleName(self.tr("保存文件的文件夹"))
        self._choose.setText(self.tr("选择文件夹…"))
        self._start.setText(self.tr("导出"))
        self._not_now.setText(self.tr("关闭"))
        self._cancel.setText(self.tr("取消"))
        self._bar.setAccessibleName(self.tr("导出进度"))
        self._say_state()
        self._saved.retranslate()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _paper_word(self) -> str:
        """Return the name of the one paper chosen, or how many there are."""
        chosen = self._papers.chosen
        if len(chosen) == 1:
            return paper_name(chosen[0])
        return self.tr("{count}种文书").format(count=len(chosen))

    def _build_choice(self) -> QWidget:
        self._papers = PaperChoice()
        self._papers.changed.connect(self._check)
        self._formats = {name: QCheckBox() for name in FORMATS}
        self._formats_label, self._folder_label = label("meta"), label("meta")
        self._folder = QLineEdit()
        self._folder.setAcceptDrops(False)  # files dropped on it are case files for the window
        self._choose, self._start, self._not_now = button(), button("primary"), button()
        self._icons.on_button(self._choose, "folder-open")
        self._icons.on_button(self._start, "file-down", "on_accent")
        self._choose.clicked.connect(self._choose_folder)
        self._start.clicked.connect(self.start)
        self._not_now.clicked.connect(self.close_panel)
        self._folder.returnPressed.connect(self.start)
        self._folder.textChanged.connect(self._check)
        for box in self._formats.values():
            box.toggled.connect(self._check)
        self._folder_label.setBuddy(self._folder)
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        boxes = row(self._formats_label, *self._formats.values(), None, spacing=14)
        folder = row(self._folder_label, self._folder, self._choose, spacing=10)
        folder.setStretch(1, 1)
        column.addWidget(self._papers)
        column.addLayout(boxes)
        column.addLayout(folder)
        column.addLayout(row(self._start, self._not_now, None))
        return frame("choice", column)

    def _build_running(self) -> QWidget:
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._state = label("meta")
        self._cancel = button()
        self._cancel.clicked.connect(self.cancel)
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self._bar)
        column.addLayout(row(self._state, None, self._cancel))
        return frame("running", column)

    def _turn_to(self, place: int) -> None:
        self._shown = place
        for number, part in enumerate(self._parts):
            part.setVisible(number == place)
        self.retranslate()
        self._check()

    def _check(self) -> None:
        chosen = any(box.isChecked() for box in self._formats.values())
        papers = bool(self._papers.chosen) or not self._known
        self._start.setEnabled(papers and chosen and bool(self._folder.text().strip()))
        missing = self.tr("请至少选择一种文书") if chosen else self.tr("请至少选择一种格式")
        self._start.setToolTip("" if chosen and papers else missing)

    def _choose_folder(self) -> None:
        title = self.tr("选择保存文件的文件夹")
        folder = ask_for_folder(self, title, folder=self._folder.text())
        if folder is not None:
            self._folder.setText(str(folder))

    def _poll(self) -> None:
        steps = self._task.steps if self._task is not None else Steps()
        if steps.total and not self._cancelling:
            self._bar.setRange(0, steps.total)
            self._bar.setValue(steps.done)
        self._say_state()

    def _say_state(self) -> None:
        """Say how far the work is."""
        steps = self._task.steps if self._task is not None else Steps()
        if self._cancelling:
            self._state.setText(self.tr("正在取消…"))
        elif steps.total:
            percent = steps.done * 100 // steps.total
            self._state.setText(self.tr("已完成 {percent}%").format(percent=percent))
        else:
            self._state.setText(self.tr("正在准备…"))

    def _meeting_title(self) -> str:
        title = self._meeting.title if self._meeting is not None else ""
        return title or self.tr("（未写标题）")

    def _ask_again(self) -> None:
        take = is_free_for(self)
        self._turn_to(_CHOICE)
        if take:
            self._start.setFocus()

    def _show_refusal(self, error: object) -> None:
        if isinstance(error, WordingStops):
            take = is_free_for(self)
            self._findings.show_findings(error.findings)
            self._turn_to(_STOPPED)
            if take:
                self._findings.setFocus()
            return
        self._ask_again()
        self.refused.emit(error)

    def _end(self) -> None:
        self._timer.stop()
        self._task = None

    def _show_result(self, outcome: object) -> None:
        exported = cast("Exported", outcome)  # what export_task() returns
        result = exported.result
        self._saved.show_files(
            result.files,
            lambda: "\n".join(
                [
                    *version_lines(exported.version, exported.meeting),
                    *replacement_lines(result.replacements),
                    *finding_lines(exported.findings),
                    *template_fault_lines(exported.faults),
                ]
            ),
        )
        take = is_free_for(self)
        self._turn_to(_DONE)
        self.show()
        if take:
            self._saved.show_folder.setFocus()
