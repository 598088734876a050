"""Where the data and its backups are kept, as a card of the settings."""

from pathlib import Path

from models.disk import require_data_folder, require_writable
from models.errors import AppError
from models.paths import DATABASE_NAME, backup_folder
from ui.dialogs.files import ask_for_folder
from ui.messages import error_parts
from ui.settings import Settings, SettingsStore
from ui.start import next_database
from ui.theme import Theme
from ui.widgets.folder_field import FolderField
from ui.widgets.form_card import FormCard, press_words


class FoldersCard(FormCard):
    """The folder of the data changes at the next start; nothing is moved."""

    def __init__(self, settings: SettingsStore, theme: Theme, database: Path) -> None:
        super().__init__()
        self._settings = settings
        self._database = database
        self.data, self.backups = FolderField(theme), FolderField(theme)
        for field in (self.data, self.backups):
            self.add(field)
        self.data.change_asked.connect(self._choose_data)
        self.data.reset_asked.connect(self._reset_data)
        self.backups.change_asked.connect(self._choose_backups)
        self.backups.reset_asked.connect(lambda: self._keep_backups(""))
        self._show_folders()

    def retranslate(self) -> None:
        """Say it in the language in force."""
        self.heading.setText(self.tr("数据"))
        self.name(self.data, self.tr("数据文件夹(&D)"), self.tr("正在使用的数据库所在的文件夹"))
        self.name(
            self.backups, self.tr("备份文件夹(&B)"), self.tr("存放备份的文件夹，可以在移动磁盘上")
        )
        opening = self.tr("在文件管理器中打开这个文件夹")
        back = self.tr("不用另选的文件夹")
        change = self.tr("从下次启动起使用另一个文件夹")
        press_words(self.data.change, self.tr("选择其他文件夹…(&C)"), change)
        press_words(self.data.open, self.tr("打开文件夹(&E)"), opening)
        press_words(self.data.reset, self.tr("改回默认位置(&U)"), back)
        change = self.tr("把备份放到另一个文件夹")
        press_words(self.backups.change, self.tr("选择其他文件夹…(&H)"), change)
        press_words(self.backups.open, self.tr("打开文件夹(&R)"), opening)
        press_words(self.backups.reset, self.tr("改回默认位置(&K)"), back)
        for field in (self.data, self.backups):
            field.path.setAccessibleName(field.accessibleName())
            field.retranslate()

    def _show_folders(self) -> None:
        value = self._settings.value
        self.data.show_folder(self._database.absolute().parent, resettable=bool(value.data_folder))
        usual = backup_folder(self._database.absolute())
        backups = Path(value.backup_folder) if value.backup_folder else usual
        self.backups.show_folder(backups, resettable=bool(value.backup_folder))
        self._say_next_start()

    def _say_next_start(self) -> None:
        """Say what the next start opens, if that is something else."""
        wanted = next_database(self._settings.value)
        same = wanted.resolve() == self._database.resolve()
        self.data.say(None if same else lambda: self._next_words(wanted))

    def _next_words(self, wanted: Path) -> str:
        if wanted.exists():
            coming = self.tr("下次启动时打开“{file}”中已有的会议。")
        else:
            coming = self.tr("下次启动时新建空的数据库“{file}”。")
        stays = self.tr("现在的数据库、备份和本院规则都留在原处，不会移动。")
        return f"{coming.format(file=wanted)}\n{stays}"

    def _choose_data(self) -> None:
        title = self.tr("选择数据文件夹")
        folder = ask_for_folder(self, title, folder=self.data.path.text())
        if folder is None:
            return
        try:
            require_data_folder(folder)
        except AppError as error:
            self._refuse(self.data, error)
            return
        usual = next_database(Settings()) == folder / DATABASE_NAME
        self._settings.change(data_folder="" if usual else str(folder))
        self._show_folders()

    def _reset_data(self) -> None:
        self._settings.change(data_folder="")
        self._show_folders()
        self.data.path.setFocus()

    def _choose_backups(self) -> None:
        title = self.tr("选择备份文件夹")
        folder = ask_for_folder(self, title, folder=self.backups.path.text())
        if folder is None:
            return
        try:
            require_writable(folder)
        except AppError as error:
            self._refuse(self.backups, error)
            return
        usual = folder == backup_folder(self._database.absolute())
        self._keep_backups("" if usual else str(folder))

    def _keep_backups(self, folder: str) -> None:
        self._settings.change(backup_folder=folder)
        self.backups.say(None)
        self._show_folders()
        self.backups.path.setFocus()

    def _refuse(self, field: FolderField, error: AppError) -> None:
        field.say(
            lambda: "\n".join(error_parts(error, self._settings.value.language)), refusal=True
        )
