"""Taking short codes from a file, and writing them to one."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from models.errors import ExportFailed, FileUnreadable
from models.files import read_bounded, write_whole
from models.short_code_files import GREATEST_SIZE, read_codes, written_codes
from ui.code_words import wrong_lines
from ui.dialogs.files import ask_for_files, ask_where_to_save
from ui.widgets.basics import button

if TYPE_CHECKING:
    from ui.dialogs.short_codes import ShortCodesDialog


class CodeFiles(QObject):
    """The two buttons of the dialog that have to do with files, and what they do."""

    def __init__(self, dialog: "ShortCodesDialog") -> None:
        super().__init__(dialog)
        self._dialog = dialog
        self.bring, self.give = button(), button()
        for one in (self.bring, self.give):
            one.setAutoDefault(False)
        self.bring.clicked.connect(self._bring)
        self.give.clicked.connect(self._give)

    def retranslate(self) -> None:
        """Say it in the language in force."""
        self.bring.setText(self.tr("导入…(&I)"))
        self.bring.setToolTip(
            self.tr("从CSV、TXT或者JSON文件导入；两列，代码和短语，UTF-8或者GB18030编码")
        )
        self.give.setText(self.tr("导出…(&X)"))
        self.give.setToolTip(self.tr("把这里显示的代码存为CSV、TXT或者JSON文件"))

    def offer(self, *, any_codes: bool) -> None:
        """Offer to write a file only if there are codes."""
        self.give.setEnabled(any_codes)

    def _bring(self) -> None:
        """Take in all codes of a file, or none if a line of it is wrong."""
        kinds = self.tr("短语代码 (*.csv *.txt *.json)")
        title = self.tr("导入短语代码")
        for file in ask_for_files(self._dialog, title, folder="", kinds=kinds)[:1]:
            try:
                data = read_bounded(file, GREATEST_SIZE)
            except FileUnreadable as error:
                self._dialog.tell_error(error)
                return
            found = read_codes(data, is_json=file.suffix.lower() == ".json")
            if found.wrong:
                words = self.tr("“{file}”没有导入，代码没有改动：\n{lines}")
                self._dialog.tell(words.format(file=file.name, lines=wrong_lines(found.wrong)))
            else:
                self._dialog.take_in(dict(found.codes))

    def _give(self) -> None:
        kinds = self.tr("CSV文件 (*.csv);;文字文件 (*.txt);;JSON文件 (*.json)")
        title, name = self.tr("导出短语代码"), self.tr("短语代码.csv")
        file = ask_where_to_save(self._dialog, title, folder="", name=name, kinds=kinds)
        if file is not None:
            self._write(file)

    def _write(self, file: Path) -> None:
        codes = self._dialog.lists.of(self._dialog.owner)
        try:
            write_whole(file, written_codes(codes, file.suffix.lower()))
        except ExportFailed as error:
            self._dialog.tell_error(error)
            return
        self._dialog.tell(self.tr("已存为“{file}”。").format(file=file))
