"""The installed profiles as a card of the settings: what each allows, and which files are faulty."""

from html import escape
from pathlib import Path

from PySide6.QtCore import Qt

from models.paths import profile_folder
from models.profiles import InstalledProfiles, Profile
from ui.dialogs.settings_folder import FolderCard, text_to_read
from ui.rule_words import profile_facts
from ui.settings import SettingsStore
from ui.theme import Theme
from ui.widgets.form_card import Choice, press_words

_FACT = '<p style="margin-top: 0; margin-bottom: 6px"><b>{0}</b>　{1}</p>'


class RulesCard(FolderCard):
    """Shows one profile at a time. Which one a meeting follows is chosen in the meeting."""

    def __init__(
        self,
        settings: SettingsStore,
        theme: Theme,
        database: Path,
        installed: InstalledProfiles,
    ) -> None:
        super().__init__(settings, theme, profile_folder(database.absolute()))
        self._installed = installed
        self.choice = Choice()
        self.words, self.faults = text_to_read("body"), text_to_read("refusal")
        self.words.setTextFormat(Qt.TextFormat.RichText)  # of escaped texts only
        self.words.setProperty("quotes", True)  # noqa: FBT003  # Qt's order; rules stay Chinese
        self.choice.picked.connect(lambda _: self._show_words())
        self.add(self.choice)
        self.put((self.words, self.faults))

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
        self.list_faults(
            self.faults,
            self.tr("以下规则文件有误，没有采用；改正后重新启动程序。"),
            self._installed.faults,
            more=self.tr("另有{count}个文件有误。"),
        )
        self.faults.setAccessibleName(self.tr("有误的规则文件"))

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


def _named(profile: Profile, language: str) -> str:
    name = profile.name_in(language)
    return f"{name} ({profile.id})" if language == "en" else f"{name}（{profile.id}）"
