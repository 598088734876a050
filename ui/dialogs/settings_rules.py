"""The installed profiles as a card of the settings: what each allows, and which files are faulty."""

from collections.abc import Sequence
from html import escape
from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QLabel, QVBoxLayout

from models.errors import AppError, FolderUnwritable, reason_of
from models.file_faults import ProfileBroken
from models.paths import profile_folder
from models.profiles import InstalledProfiles, Profile
from ui.icons import ThemedIcons
from ui.messages import error_parts, fault_line
from ui.rule_words import profile_facts
from ui.settings import SettingsStore
from ui.theme import Theme
from ui.widgets.basics import button, label, row
from ui.widgets.form_card import Choice, FormCard, press_words

_MOST_FAULTS = 20  # more would not be read
_FACT = '<p style="margin-top: 0; margin-bottom: 6px"><b>{0}</b>　{1}</p>'


class RulesCard(FormCard):
    """Shows one profile at a time. Which one a meeting follows is chosen in the meeting."""

    def __init__(
        self,
        settings: SettingsStore,
        theme: Theme,
        database: Path,
        installed: InstalledProfiles,
    ) -> None:
        super().__init__()
        self._settings = settings
        self._folder = profile_folder(database.absolute())
        self._installed = installed
        self.choice = Choice()
        self.words, self.faults = text_to_read("body"), text_to_read("refusal")
        self.words.setTextFormat(Qt.TextFormat.RichText)  # of escaped texts only
        self.words.setProperty("quotes", True)  # noqa: FBT003  # Qt's order; rules stay Chinese
        self.open, self.note = button(), label("refusal", wrap=True)
        self.note.hide()
        ThemedIcons(theme, self).on_button(self.open, "external-link")
        self.choice.picked.connect(lambda _: self._show_words())
        self.open.clicked.connect(self._open_folder)
        self.add(self.choice)
        column = self.layout()
        assert isinstance(column, QVBoxLayout)  # as FormCard made it
        column.addWidget(self.words)
        column.addWidget(self.faults)
        column.addLayout(row(self.open, None))
        column.addWidget(self.note)

    def retranslate(self) -> None:
        """Say it in the language in force."""
        self.heading.setText(self.tr("规则"))
        self.hint.setText(self.tr("会议采用哪项规则，在会议的基本信息中选择。"))
        self.hint.show()
        self.name(self.choice, self.tr("查看规则(&W)"), self.tr("看看这项规则允许什么"))
        tip = self.tr("存放本院自定规则的文件夹；还没有时先建立")
        press_words(self.open, self.tr("打开本院规则的文件夹(&M)"), tip)
        language = self._settings.value.language
        chosen = self.choice.currentData() or next(iter(self._installed.profiles), None)
        names = [(one.id, _named(one, language)) for one in self._installed.profiles.values()]
        self.choice.offer(names, chosen)
        self._show_words()
        self._show_faults(self._installed.faults)

    def _show_words(self) -> None:
        profile = self._installed.profiles.get(self.choice.currentData())
        self.words.setVisible(profile is not None)
        if profile is None:
            return
        facts = profile_facts(profile)
        pattern = self.tr("{name}：{words}")
        said = [pattern.format(name=name, words=words) for name, words in facts]
        self.words.setText(
            "".join(_FACT.format(escape(name), escape(words)) for name, words in facts)
        )
        self.words.setAccessibleName(self.tr("这项规则的内容"))
        self.words.setAccessibleDescription("\n".join(said))

    def _show_faults(self, faults: Sequence[ProfileBroken]) -> None:
        self.faults.setVisible(bool(faults))
        lines = [self.tr("以下规则文件有误，没有采用；改正后重新启动程序。")]
        told = faults[:_MOST_FAULTS]
        lines += [fault_line(fault, self._settings.value.language) for fault in told]
        if len(told) < len(faults):
            lines.append(self.tr("另有{count}个文件有误。").format(count=len(faults) - len(told)))
        self.faults.setText("\n".join(lines) if faults else "")
        self.faults.setAccessibleName(self.tr("有误的规则文件"))

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

    def _refuse(self, error: AppError) -> None:
        self._say("\n".join(error_parts(error, self._settings.value.language)))

    def _say(self, words: str) -> None:
        self.note.setText(words)
        self.note.show()
        self.open.setAccessibleDescription(words)


def text_to_read(name: str) -> QLabel:
    """Return a text that can be selected, and reached by Tab; what files say is no HTML."""
    text = label(name, wrap=True)
    text.setTextFormat(Qt.TextFormat.PlainText)
    text.setTextInteractionFlags(
        Qt.TextInteractionFlag.TextSelectableByMouse
        | Qt.TextInteractionFlag.TextSelectableByKeyboard
    )
    text.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    return text


def _named(profile: Profile, language: str) -> str:
    name = profile.name_in(language)
    return f"{name} ({profile.id})" if language == "en" else f"{name}（{profile.id}）"
