"""The office's templates of papers as a card of the settings: which are used, and what is wrong."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QThreadPool, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QLabel, QVBoxLayout

from exporters.progress import CancelToken, Progress
from exporters.text import visible
from models.errors import AppError, FolderUnwritable, reason_of
from models.file_faults import TemplateInvalid
from models.own_words import Template
from models.paths import template_folder
from ui.dialogs.settings_rules import text_to_read
from ui.icons import ThemedIcons
from ui.messages import error_parts, fault_line
from ui.paper_names import paper_name
from ui.settings import SettingsStore
from ui.tasks import Task
from ui.theme import Theme
from ui.widgets.basics import button, label, row
from ui.widgets.form_card import FormCard, press_words

if TYPE_CHECKING:
    from models.templates import InstalledTemplates

EXAMPLES = "examples"
"""The folder of the examples, inside of that of the templates: what lies there is not used."""

_MOST_TOLD = 20  # more would not be read


class TemplatesCard(FormCard):
    """Lists the templates as they are now; they are read in a worker, anew at every export."""

    def __init__(self, settings: SettingsStore, theme: Theme, database: Path) -> None:
        super().__init__()
        self._settings = settings
        self._folder = template_folder(database.absolute())
        self._task: Task | None = None
        self._installed: InstalledTemplates | None = None
        self.words, self.faults = text_to_read("body"), text_to_read("refusal")
        self.warnings = text_to_read("meta")
        self.open, self.write, self.again = button(), button(), button()
        self.note = label("meta", wrap=True)
        self.note.hide()
        icons = ThemedIcons(theme, self)
        icons.on_button(self.open, "external-link")
        icons.on_button(self.write, "file-down")
        icons.on_button(self.again, "refresh-cw")
        self.open.clicked.connect(self._open_folder)
        self.write.clicked.connect(self._write_examples)
        self.again.clicked.connect(self.read)
        column = self.layout()
        assert isinstance(column, QVBoxLayout)  # as FormCard made it
        for text in (self.words, self.faults, self.warnings):
            column.addWidget(text)
        column.addLayout(row(self.open, self.write, self.again, None))
        column.addWidget(self.note)
        self.read()

    def retranslate(self) -> None:
        """Say it in the language in force."""
        self.heading.setText(self.tr("文书模板"))
        self.hint.setText(
            self.tr("本院可以更改部分文书的标题、版头和文字；声明和必备栏目不能更改。")
        )
        self.hint.show()
        tip = self.tr("存放文书模板的文件夹；还没有时先建立")
        press_words(self.open, self.tr("打开模板文件夹(&V)"), tip)
        tip = self.tr("把可以更改的各种文书的示例写入模板文件夹中的 examples，已有的文件不覆盖")
        press_words(self.write, self.tr("写出示例(&X)"), tip)
        press_words(self.again, self.tr("重新读取(&Z)"), self.tr("改正文件以后再看一遍"))
        self._show()

    def read(self) -> None:
        """Read the templates again."""
        folder = self._folder

        def work(_progress: Progress, _cancel: CancelToken) -> object:
            from models.templates import read_templates  # heavy: with the wording guard

            return read_templates(folder)

        self._run(work, self._take)

    def _run(
        self, work: Callable[[Progress, CancelToken], object], then: Callable[[object], None]
    ) -> None:
        self._allow(enabled=False)
        self._task = task = Task(work)
        task.succeeded.connect(then)
        task.failed.connect(self._refuse)
        task.ended.connect(self._end)
        task.start(QThreadPool.globalInstance())

    def _end(self) -> None:
        self._task = None
        self._allow(enabled=True)

    def _allow(self, *, enabled: bool) -> None:
        for pressed in (self.write, self.again):
            pressed.setEnabled(enabled)

    def _take(self, installed: object) -> None:
        self._installed = cast("InstalledTemplates", installed)  # what read() asked for
        self._show()

    def _show(self) -> None:
        installed = self._installed
        if installed is None:
            self.words.setText(self.tr("正在读取…"))
            self.faults.hide()
            self.warnings.hide()
            return
        lines = [self._template_line(one) for one in installed.templates]
        self.words.setText("\n".join(lines) or self.tr("没有模板，文书使用程序自带的文字。"))
        self.words.setAccessibleName(self.tr("采用的文书模板"))
        heading = self.tr("以下模板有误，没有采用；相应的文书使用程序自带的文字。")
        self._tell(self.faults, heading, installed.faults)
        self.faults.setAccessibleName(self.tr("有误的文书模板"))
        self._tell(self.warnings, self.tr("以下用语请斟酌，模板已经采用。"), installed.warnings)
        self.warnings.setAccessibleName(self.tr("模板中需要斟酌的用语"))

    def _template_line(self, one: Template) -> str:
        values = {
            "paper": paper_name(one.kind),
            "file": visible(one.file.name).text,
            "digest": one.short_digest,
            "source": visible(one.source).text,
            "host": visible(one.host).text,
        }
        if one.host:
            words = self.tr("{paper}（{host}）：{file}，{source}，SHA-256 {digest}")
        else:
            words = self.tr("{paper}：{file}，{source}，SHA-256 {digest}")
        return words.format(**values)

    def _tell(self, text: QLabel, heading: str, faults: Sequence[TemplateInvalid]) -> None:
        lines = [heading]
        lines += [fault_line(fault, self._settings.value.language) for fault in faults[:_MOST_TOLD]]
        if len(faults) > _MOST_TOLD:
            more = len(faults) - _MOST_TOLD
            lines.append(self.tr("另有{count}处。").format(count=more))
        text.setText("\n".join(lines) if faults else "")
        text.setVisible(bool(faults))

    def _write_examples(self) -> None:
        folder = self._folder / EXAMPLES

        def work(_progress: Progress, _cancel: CancelToken) -> object:
            from models.template_examples import write_examples  # only when used

            return write_examples(folder)

        self._run(work, self._tell_written)

    def _tell_written(self, written: object) -> None:
        count = len(cast("tuple[Path, ...]", written))  # what _write_examples() asked for
        if count:
            words = self.tr("写出了{count}个示例，在文件夹“{folder}”中。")
        else:
            words = self.tr("示例都已在文件夹“{folder}”中，没有写出新的。")
        folder = visible(str(self._folder / EXAMPLES)).text
        self._say(words.format(count=count, folder=folder))

    def _open_folder(self) -> None:
        """Open the folder; it is made first, so that there is a place to put files."""
        self.note.hide()
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            self._refuse(FolderUnwritable(self._folder, reason_of(error)))
            return
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder))):
            self._say(self.tr("系统没有打开文件夹“{folder}”。").format(folder=self._folder))

    def _refuse(self, error: object) -> None:
        told = cast("AppError", error)  # what a task fails with
        self._say("\n".join(error_parts(told, self._settings.value.language)), refusal=True)

    def _say(self, words: str, *, refusal: bool = False) -> None:
        self.note.setObjectName("refusal" if refusal else "meta")
        self.note.style().polish(self.note)
        self.note.setText(words)
        self.note.show()
        self.write.setAccessibleDescription(words)
