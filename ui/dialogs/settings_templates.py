"""The office's templates of papers as a card of the settings: which are used, and what is wrong."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QThreadPool

from exporters.progress import CancelToken, Progress
from exporters.text import visible
from models.errors import AppError
from models.own_words import Template
from models.paths import template_folder
from ui.dialogs.settings_folder import FolderCard, text_to_read
from ui.paper_names import paper_name
from ui.settings import SettingsStore
from ui.tasks import Task
from ui.theme import Theme
from ui.widgets.basics import button
from ui.widgets.form_card import press_words

if TYPE_CHECKING:
    from models.templates import InstalledTemplates

EXAMPLES = "examples"
"""The folder of the examples, inside of that of the templates: what lies there is not used."""


class TemplatesCard(FolderCard):
    """Lists the templates as they are now; they are read in a worker, anew at every export."""

    def __init__(self, settings: SettingsStore, theme: Theme, database: Path) -> None:
        super().__init__(settings, theme, template_folder(database.absolute()))
        self._task: Task | None = None
        self._installed: InstalledTemplates | None = None
        self.words, self.faults = text_to_read("body"), text_to_read("refusal")
        self.warnings = text_to_read("meta")
        self.write, self.again = button(), button()
        self.icons.on_button(self.write, "file-down")
        self.icons.on_button(self.again, "refresh-cw")
        self.write.clicked.connect(self._write_examples)
        self.again.clicked.connect(self.read)
        self.put((self.words, self.faults, self.warnings), self.write, self.again)
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
        task.failed.connect(self._tell_refused)
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
        more = self.tr("另有{count}处。")
        heading = self.tr("以下模板有误，没有采用；相应的文书使用程序自带的文字。")
        self.list_faults(self.faults, heading, installed.faults, more=more)
        self.faults.setAccessibleName(self.tr("有误的文书模板"))
        heading = self.tr("以下用语请斟酌，模板已经采用。")
        self.list_faults(self.warnings, heading, installed.warnings, more=more)
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
        self.say(words.format(count=count, folder=folder), self.write)

    def _tell_refused(self, error: object) -> None:
        self.refuse(cast("AppError", error), self.write)  # what a task fails with
