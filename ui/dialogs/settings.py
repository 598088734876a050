"""The settings. Each takes effect at once and is remembered; there is nothing to confirm."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLineEdit, QVBoxLayout, QWidget

from models.profiles import InstalledProfiles
from ui.actions import action_word
from ui.dialogs.settings_folders import FoldersCard
from ui.dialogs.settings_rules import RulesCard
from ui.dialogs.settings_templates import TemplatesCard
from ui.dialogs.size import fit_to_screen
from ui.fonts import chinese_families
from ui.languages import LANGUAGES
from ui.menus import LANGUAGE_NAMES, THEMES
from ui.settings import SettingsStore
from ui.theme import TEXT_SCALES, Theme
from ui.widgets.basics import ScrollHost, frame
from ui.widgets.folder_field import FolderField
from ui.widgets.form_card import Choice, FormCard

_LONGEST_NAME = 120
_SPEECH_MINUTES = (0, 3, 5, 8, 10, 15, 20, 30, 45, 60)
"""How long speeches may be offered to last before it is told; 0 is never."""


class SettingsDialog(QDialog):
    """Shown without blocking the window; deleted when closed."""

    def __init__(
        self,
        settings: SettingsStore,
        theme: Theme,
        database: Path,
        parent: QWidget | None = None,
        *,
        installed: InstalledProfiles,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._settings = settings
        self._theme = theme
        self.look = self._build_look()
        self.meeting = self._build_meeting()
        self.office = self._build_office()
        self.folders = FoldersCard(settings, theme, database)
        self.rules = RulesCard(settings, theme, database, installed)
        self.templates = TemplatesCard(settings, theme, database)
        self._cards = (
            self.look,
            self.meeting,
            self.office,
            self.folders,
            self.rules,
            self.templates,
        )
        cards = QVBoxLayout()
        cards.setContentsMargins(20, 18, 20, 6)
        cards.setSpacing(12)
        for card in self._cards:
            cards.addWidget(card)
        cards.addStretch(1)
        self._scroll = ScrollHost(frame("settings", cards))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.close)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 20, 14)
        column.setSpacing(8)
        column.addWidget(self._scroll, 1)
        column.addWidget(buttons)
        settings.changed.connect(self._follow)
        theme.changed.connect(self._line_up)
        self.retranslate()
        fit_to_screen(self, theme.text_px(640), theme.text_px(700))
        self.language.setFocus()

    def retranslate(self) -> None:
        """Say it in the language in force."""
        self.setWindowTitle(self.tr("设置"))
        self._name_look()
        self._name_meeting()
        self._name_office()
        self.folders.retranslate()
        self.rules.retranslate()
        self.templates.retranslate()
        self._follow()
        self._line_up()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _build_look(self) -> FormCard:
        card = FormCard()
        self.language, self.theme_choice = Choice(), Choice()
        self.text_scale, self.font_choice = Choice(), Choice()
        for name, field in self._choices().items():
            card.add(field)
            field.picked.connect(partial(self._pick, name))
        return card

    def _build_meeting(self) -> FormCard:
        card = FormCard()
        self.speech_minutes = Choice()
        self.speech_minutes.picked.connect(partial(self._pick, "speech_minutes"))
        card.add(self.speech_minutes)
        return card

    def _build_office(self) -> FormCard:
        card = FormCard()
        self.organ, self.secretary, self.post = QLineEdit(), QLineEdit(), QLineEdit()
        for name, field in self._texts().items():
            field.setMaxLength(_LONGEST_NAME)
            field.setText(getattr(self._settings.value, name))
            field.textEdited.connect(partial(self._write, name))
            card.add(field)
        return card

    def _choices(self) -> dict[str, Choice]:
        return {
            "language": self.language,
            "theme": self.theme_choice,
            "text_scale": self.text_scale,
            "font": self.font_choice,
        }

    def _texts(self) -> dict[str, QLineEdit]:
        return {
            "own_organ": self.organ,
            "own_secretary": self.secretary,
            "own_secretary_post": self.post,
        }

    def _name_look(self) -> None:
        card = self.look
        card.heading.setText(self.tr("界面"))
        card.name(self.language, self.tr("语言(&L)"), self.tr("界面的语言，立即生效"))
        card.name(self.theme_choice, self.tr("外观(&T)"), self.tr("浅色、深色，或者跟随系统"))
        card.name(
            self.text_scale, self.tr("文字大小(&S)"), self.tr("界面文字的大小，不影响导出的文书")
        )
        card.name(
            self.font_choice, self.tr("界面字体(&F)"), self.tr("界面的字体，不影响导出的文书")
        )

    def _name_meeting(self) -> None:
        card = self.meeting
        card.heading.setText(self.tr("会上"))
        card.hint.setText(
            self.tr("一次发言超过这个时间，记录页和第二屏幕提示已超时；不打断发言，也不影响记录。")
        )
        card.hint.show()
        tip = self.tr("一次发言多长时间以后提示，立即生效")
        card.name(self.speech_minutes, self.tr("发言超时提示(&G)"), tip)

    def _name_office(self) -> None:
        card = self.office
        card.heading.setText(self.tr("本单位"))
        card.hint.setText(self.tr("新建会议时自动填入，在每次会议中都可以再改。"))
        card.hint.show()
        card.name(self.organ, self.tr("单位名称(&O)"), self.tr("人民检察院的全称"))
        card.name(self.secretary, self.tr("书记员姓名(&N)"), self.tr("通常担任记录的人"))
        card.name(self.post, self.tr("书记员职务(&P)"), self.tr("例如书记员、检察官助理"))

    def _follow(self) -> None:
        """Show what is in force, whoever chose it."""
        value = self._settings.value
        self.language.offer([(code, LANGUAGE_NAMES[code]) for code in LANGUAGES], value.language)
        themes = [(choice.value, action_word(words)) for choice, words in THEMES.items()]
        self.theme_choice.offer(themes, value.theme)
        self.text_scale.offer([(scale, f"{scale:.0%}") for scale in TEXT_SCALES], value.text_scale)
        self.font_choice.offer(self._fonts(value.font), value.font)
        minutes = sorted({*_SPEECH_MINUTES, value.speech_minutes})
        self.speech_minutes.offer(
            [(one, self._minutes_word(one)) for one in minutes], value.speech_minutes
        )

    def _minutes_word(self, minutes: int) -> str:
        return self.tr("{count}分钟").format(count=minutes) if minutes else self.tr("不提示")

    def _fonts(self, chosen: str) -> list[tuple[str, str]]:
        """Return the fonts to choose from; one that is no longer there is named as such."""
        families = [(family, family) for family in chinese_families()]
        if chosen and not QFontDatabase.hasFamily(chosen):
            families.insert(0, (chosen, self.tr("{font}（没有安装）").format(font=chosen)))
        return [("", self.tr("自动选择")), *families]

    def _pick(self, name: str, value: str | float) -> None:
        self._settings.change(**{name: value})

    def _write(self, name: str, text: str) -> None:
        self._settings.change(**{name: text.strip()})

    def _line_up(self) -> None:
        """Let the fields of all cards begin at one line."""
        labels = [part for card in self._cards for part in card.labels()]
        for part in labels:
            part.setMinimumWidth(0)
            part.ensurePolished()
        widest = max(part.sizeHint().width() for part in labels)
        line = self.organ.sizeHint().height()
        for part in labels:
            tall = isinstance(part.buddy(), FolderField)  # beside one a label stands at the top
            part.setMinimumSize(widest, 0 if tall else line)
