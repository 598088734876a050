"""The archive panel: what is missing, how the dossier is made, then progress, then the dossier."""

from pathlib import Path
from typing import cast

from PySide6.QtCore import QStandardPaths, QThreadPool, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QVBoxLayout, QWidget

from models.archive_errors import DossierIncomplete
from models.errors import FolderUnwritable, WordingStops
from models.snapshot import MeetingSnapshot
from ui.i18n import spoken_language
from ui.messages import missing_text
from ui.pages.archiving import (
    Archived,
    ArchiveWish,
    Opened,
    Outlook,
    archive_task,
    outlook_task,
)
from ui.pages.exporting import (
    Fetch,
    asked_folder,
    edited_lines,
    finding_lines,
    replacement_lines,
    secrecy_lines,
)
from ui.pages.findings_list import FindingsList
from ui.pages.lacks_list import LacksList
from ui.pages.work_panel import CHOICE, DONE, STOPPED, WorkPanel
from ui.settings import SettingsStore
from ui.tasks import Task
from ui.theme import Theme
from ui.widgets.basics import frame, label, row
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.digest_line import DigestLine
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.folder_line import FolderLine
from ui.widgets.saved_files import SavedFiles


class ArchivePanel(WorkPanel):
    """Asks, makes the dossier of a meeting and shows it in one card."""

    finding_asked = Signal(object)  # a Finding, to be shown where it stands
    place_asked = Signal(object)  # the Place where something missing is filled in

    def __init__(
        self,
        theme: Theme,
        settings: SettingsStore,
        *,
        database: Path,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, parent)
        self._settings = settings
        self._database = database
        self._meeting: MeetingSnapshot | None = None
        self._fetch: Fetch
        self._opened: Opened
        self._looking: Task | None = None
        self.lacks = LacksList(theme)
        self.lacks.asked.connect(self.place_asked)
        self.digest = DigestLine(theme)
        self._saved = SavedFiles(theme, below=self.digest)
        self._saved.closed.connect(self.close_panel)
        self._findings = FindingsList(theme, archiving=True)
        self._findings.asked.connect(self.finding_asked)
        self._findings.again.connect(self._ask_again)
        self._findings.closed.connect(self.close_panel)
        self._put_together(self._build_choice(theme), self._saved, self._findings)

    def ask(self, meeting: MeetingSnapshot, fetch: Fetch, opened: Opened) -> None:
        """Open the panel for a meeting. While a dossier is being made it only comes to sight.

        What is archived is the meeting as ``fetch`` reads it then, in the worker; ``opened`` gives
        the bytes of its attachments there.
        """
        self._focus.note()
        self.show()
        if self._task is not None:
            return
        self._meeting, self._fetch, self._opened = meeting, fetch, opened
        stored = self._settings.value
        documents = QStandardPaths.StandardLocation.DocumentsLocation
        folder = stored.archive_folder or stored.export_folder
        self._folder.setText(str(Path(folder or QStandardPaths.writableLocation(documents))))
        self.lacks.show_outlook(None)
        self._turn_to(CHOICE)
        self._not_now.setFocus()
        self._look()

    def follow(self, meeting: MeetingSnapshot) -> None:
        """Look anew for what is missing, after a change of the meeting that is asked about."""
        asked = self._meeting is not None and self._meeting.id == meeting.id
        if asked and self.isVisible() and self._shown in {CHOICE, STOPPED}:
            self._meeting = meeting
            self._look()

    def start(self) -> None:
        """Make the dossier in a worker."""
        outlook = self.lacks.outlook
        if self._task is not None or outlook is None or not self._start.isEnabled():
            return
        try:
            folder = asked_folder(self._folder.text())
        except FolderUnwritable as error:
            self.refused.emit(error)
            return
        wish = ArchiveWish(
            folder,
            zipped=self.form.value is True,
            sm3=self.sm3.isChecked() and self.sm3.isEnabled(),
            duplicate=self.edition.value is True,
            incomplete=bool(outlook.lacks),
        )
        self._settings.change(archive_folder=str(folder))
        task = archive_task(self._fetch, self._opened, wish, database=self._database)
        self._run(task, self._show_result)

    def retranslate(self) -> None:
        """Say it in the language in force."""
        super().retranslate()
        self.form.offer([(self.tr("文件夹"), False), (self.tr("ZIP 文件"), True)])
        self.form.setAccessibleName(self.tr("归档卷的形式"))
        self.edition.offer([(self.tr("正本"), False), (self.tr("副本"), True)])
        self.edition.setAccessibleName(self.tr("正本或者副本"))
        self._form_label.setText(self.tr("形式"))
        self._edition_label.setText(self.tr("文本"))
        self.sm3.setText(self.tr("清单中同时列出 SM3 摘要值"))
        lacking = self.lacks.outlook is not None and bool(self.lacks.outlook.lacks)
        self._start.setText(self.tr("缺项归档") if lacking else self.tr("归档"))
        self._start.setAccessibleDescription(self.lacks.note.text() if lacking else "")
        self.lacks.retranslate()
        self._saved.retranslate()
        self._say_sm3()

    def _title_words(self, shown: int) -> str:
        title = self._meeting.title if self._meeting is not None else ""
        return [
            self.tr("归档：{title}"),
            self.tr("正在归档：{title}"),
            self.tr("已归档：{title}"),
            self.tr("没有归档：{title}"),
        ][shown].format(title=title or self.tr("（未写标题）"))

    def _check(self) -> None:
        known = self.lacks.outlook is not None
        self._start.setEnabled(known and bool(self._folder.text().strip()))

    def _build_choice(self, theme: Theme) -> QWidget:
        self.form, self.edition, self.sm3 = ChoiceBox(), ChoiceBox(), QCheckBox()
        self._form_label, self._edition_label = label("meta"), label("meta")
        line = FolderLine(theme)
        self._folder = line.edit
        self._icons.on_button(self._start, "briefcase", "on_accent")
        self._start.clicked.connect(self.start)
        self._folder.returnPressed.connect(self.start)
        self._folder.textChanged.connect(self._check)
        options = QWidget()
        flow = FlowLayout(options, gap=16, line_gap=6)
        for words, box in ((self._form_label, self.form), (self._edition_label, self.edition)):
            box.setSizePolicy(self.sm3.sizePolicy())
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
            words.setBuddy(box)
            flow.addWidget(frame("plain", row(words, box)))
        flow.addWidget(self.sm3)
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.lacks)
        column.addWidget(options)
        column.addWidget(line)
        column.addLayout(row(self._start, self._not_now, None))
        return frame("choice", column)

    def _look(self) -> None:
        """Look in a worker for what is missing."""
        if self._looking is not None:
            self._looking.cancel()
        self._looking = task = outlook_task(self._fetch, database=self._database)
        task.succeeded.connect(lambda found: self._take_outlook(task, cast("Outlook", found)))
        task.failed.connect(self.refused)
        task.start(QThreadPool.globalInstance())

    def _take_outlook(self, task: Task, found: Outlook) -> None:
        if task is not self._looking:
            return
        self._looking = None
        if found == self.lacks.outlook:
            return  # the list stays, with whoever has the focus in it
        self.lacks.show_outlook(found)
        self.retranslate()
        self._check()
        if self._not_now.hasFocus():
            self._start.setFocus()

    def _say_sm3(self) -> None:
        able = self.lacks.outlook is None or self.lacks.outlook.sm3
        self.sm3.setEnabled(able)
        if not able:
            self.sm3.setChecked(False)
        tip = self.tr("SHA-256 始终列出。")
        if not able:
            tip = self.tr("这台电脑的系统不支持 SM3。") + tip
        self.sm3.setToolTip(tip)
        self.sm3.setAccessibleDescription(tip)

    def _show_refusal(self, error: object) -> None:
        if isinstance(error, WordingStops):
            self._findings.show_findings(error.findings)
            self._show_part(STOPPED, self._findings)
            return
        if isinstance(error, DossierIncomplete):  # since the list was made
            self._look()
        super()._show_refusal(error)

    def _show_result(self, outcome: object) -> None:
        archived = cast("Archived", outcome)  # what archive_task() returns
        result = archived.result

        def notes() -> str:
            advice = self.tr("全卷摘要值，请抄写在纸质卷的备考表上，以后可以据此核对：")
            self.digest.show_digest(result.digest, advice)
            lacking = self.tr("缺项（已写进备考表和清单）：{gap}")
            language = spoken_language()
            return "\n".join(
                [
                    *(lacking.format(gap=missing_text(one, language)) for one in result.missing),
                    *secrecy_lines(archived.secrecy, archived.cases),
                    *edited_lines(result.edited),
                    *replacement_lines(result.replacements),
                    *finding_lines(archived.findings),
                ]
            )

        self._saved.show_files((result.path,), notes)
        self._show_part(DONE, self._saved.show_folder)
