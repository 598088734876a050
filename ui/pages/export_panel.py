"""The export panel: papers, formats and folder, then progress, then the files."""

from datetime import datetime
from pathlib import Path
from typing import cast

from PySide6.QtCore import QStandardPaths, QThreadPool, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget
from shiboken6 import isValid

from models.errors import FolderUnwritable, WordingStops
from models.papers import MeetingPapers
from models.snapshot import MeetingSnapshot
from ui.pages.exporting import (
    FORMATS,
    CheckedPapers,
    Exported,
    ExportWish,
    Fetch,
    asked_folder,
    edited_lines,
    export_task,
    finding_lines,
    offer_task,
    replacement_lines,
    secrecy_lines,
    template_fault_lines,
)
from ui.pages.findings_list import FindingsList
from ui.pages.versions import version_lines
from ui.pages.work_panel import CHOICE, DONE, STOPPED, WorkPanel
from ui.paper_names import RUN_SHEETS, WHOLE, Offer, VersionChoice, paper_name
from ui.settings import SettingsStore
from ui.tasks import Task
from ui.theme import Theme
from ui.widgets.basics import ScrollHost, frame, label, row
from ui.widgets.folder_line import FolderLine
from ui.widgets.paper_choice import PaperChoice
from ui.widgets.saved_files import SavedFiles

_BESIDE_PAPERS_PX = 510  # what the rest of the window needs, with its bar and a few lines
_LEAST_PAPERS_PX = 74


class ExportPanel(WorkPanel):
    """Asks, works and shows the result in one card; a refusal goes to ``refused``."""

    finding_asked = Signal(object)  # a Finding, to be shown where it stands

    def __init__(
        self,
        theme: Theme,
        settings: SettingsStore,
        *,
        database: Path,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, parent)
        self._theme = theme
        self._settings = settings
        self._database = database
        self._meeting: MeetingSnapshot | None = None
        self._fetch: Fetch
        self._made_at: datetime | None = None
        self._kind, self._version = "", WHOLE
        self._offer: Task | None = None
        self._known = False  # which papers there are
        self._wanted = False  # to start as soon as that is known
        self._saved = SavedFiles(theme)
        self._saved.closed.connect(self.close_panel)
        self._findings = FindingsList(theme)
        self._findings.asked.connect(self.finding_asked)
        self._findings.again.connect(self._ask_again)
        self._findings.closed.connect(self.close_panel)
        self._put_together(self._build_choice(theme), self._saved, self._findings)

    def ask(
        self,
        meeting: MeetingSnapshot,
        fetch: Fetch | None = None,
        *,
        made_at: datetime | None = None,
        kind: str = "",
        version: VersionChoice = WHOLE,
    ) -> None:
        """Open the panel for a meeting. While files are being written it only comes to sight.

        What is exported is the meeting as ``fetch`` reads it then, in the worker; with the
        ``made_at`` of a preview the files are equal to it. ``kind`` is the paper in that preview,
        which is then chosen alone; ``version`` is chosen too. Without a ``kind`` all papers of the
        file are, and until there is something to record the run sheet.
        """
        self._focus.note()
        self.show()
        if self._task is not None:
            return
        self._meeting = meeting
        self._fetch = fetch or (lambda _profiles, **_: CheckedPapers(MeetingPapers(meeting)))
        self._made_at = made_at
        stored = self._settings.value
        documents = QStandardPaths.StandardLocation.DocumentsLocation
        folder = stored.export_folder or QStandardPaths.writableLocation(documents)
        self._folder.setText(str(Path(folder)))
        for name, box in self._formats.items():
            box.setChecked(name in stored.export_formats.split(","))
        self._kind, self._version = kind, version
        self._known = self._wanted = False
        self._papers_host.hide()
        self._secrecy.hide()
        self._turn_to(CHOICE)
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
        if task is not self._offer or meeting is None or not isValid(self):
            return  # another one was asked for, or the window is gone
        self._known = True
        if self._kind:
            chosen = frozenset({self._kind})
        else:
            planned = not (meeting.lines or meeting.signed)
            chosen = frozenset((*offer.due, *(RUN_SHEETS if planned else ())))
        self._papers.offer(offer, chosen, self._version)
        self._papers_host.show()
        self._secrecy.setText("\n".join(secrecy_lines(offer.secrecy, meeting.cases)))
        self._secrecy.setVisible(bool(offer.secrecy))
        self._check()

    def _end_offer(self, task: Task) -> None:
        """Start now, if that was wanted; where no papers were found, the next start asks again."""
        if task is not self._offer or not isValid(self):
            return
        self._offer = None
        wanted, self._wanted = self._wanted, False
        if wanted and self._known:
            self.start()

    def cancel(self) -> None:
        """Stop the writing, or looking for what can be written."""
        super().cancel()
        if self._offer is not None:
            self._offer.cancel()

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
            version=papers.version,
            embedded=papers.embedded.isChecked(),
        )
        self._settings.change(export_folder=str(wish.folder), export_formats=",".join(formats))
        self._run(export_task(self._fetch, wish, database=self._database), self._show_result)

    def close_panel(self) -> None:
        """Close the panel, unless files are being written; nothing is started any more."""
        self._wanted = False
        super().close_panel()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the buttons in sight: where there is little room the papers are scrolled."""
        super().resizeEvent(event)
        room = self.window().height() - self._theme.space_px(_BESIDE_PAPERS_PX)
        self._papers_host.setMaximumHeight(max(room, self._theme.text_px(_LEAST_PAPERS_PX)))

    def retranslate(self) -> None:
        """Say it in the language in force."""
        super().retranslate()
        for name, box in self._formats.items():
            box.setText(FORMATS[name])
            box.setAccessibleName(self.tr("导出 {format} 格式").format(format=FORMATS[name]))
        self._formats_label.setText(self.tr("格式"))
        self._start.setText(self.tr("导出"))
        self._saved.retranslate()

    def _title_words(self, shown: int) -> str:
        paper, title = self._paper_word(), self._meeting_title()
        return [
            self.tr("导出文书"),
            self.tr("正在导出{paper}：{title}").format(paper=paper, title=title),
            self.tr("已导出{paper}：{title}").format(paper=paper, title=title),
            self.tr("{paper}没有导出：{title}").format(paper=paper, title=title),
        ][shown]

    def _paper_word(self) -> str:
        """Return the name of the one paper chosen, or how many there are."""
        chosen = self._papers.chosen
        if len(chosen) == 1:
            return paper_name(chosen[0])
        return self.tr("{count}种文书").format(count=len(chosen))

    def _build_choice(self, theme: Theme) -> QWidget:
        self._papers = PaperChoice()
        self._papers.changed.connect(self._check)
        self._formats = {name: QCheckBox() for name in FORMATS}
        self._formats_label, self._secrecy = label("meta"), label("warnText", wrap=True)
        line = FolderLine(theme)
        self._folder = line.edit
        self._icons.on_button(self._start, "file-down", "on_accent")
        self._start.clicked.connect(self.start)
        self._folder.returnPressed.connect(self.start)
        self._folder.textChanged.connect(self._check)
        for box in self._formats.values():
            box.toggled.connect(self._check)
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        self._papers_host = ScrollHost(self._papers)
        column.addWidget(self._papers_host)
        column.addLayout(row(self._formats_label, *self._formats.values(), None, spacing=14))
        column.addWidget(line)
        column.addWidget(self._secrecy)
        column.addLayout(row(self._start, self._not_now, None))
        return frame("choice", column)

    def _check(self) -> None:
        chosen = any(box.isChecked() for box in self._formats.values())
        papers = bool(self._papers.chosen) or not self._known
        self._start.setEnabled(papers and chosen and bool(self._folder.text().strip()))
        missing = self.tr("请至少选择一种文书") if chosen else self.tr("请至少选择一种格式")
        self._start.setToolTip("" if chosen and papers else missing)

    def _meeting_title(self) -> str:
        title = self._meeting.title if self._meeting is not None else ""
        return title or self.tr("（未写标题）")

    def _show_refusal(self, error: object) -> None:
        if isinstance(error, WordingStops):
            self._findings.show_findings(error.findings)
            self._show_part(STOPPED, self._findings)
        else:
            super()._show_refusal(error)

    def _show_result(self, outcome: object) -> None:
        exported = cast("Exported", outcome)  # what export_task() returns
        result, papers = exported.result, exported.version.papers
        self._saved.show_files(
            result.files,
            lambda: "\n".join(
                [
                    *version_lines(exported.version, exported.meeting),
                    *secrecy_lines(papers.secrecy_findings, papers.meeting.cases),
                    *edited_lines(result.edited),
                    *replacement_lines(result.replacements),
                    *finding_lines(exported.findings),
                    *template_fault_lines(exported.faults),
                ]
            ),
        )
        self._show_part(DONE, self._saved.show_folder)
