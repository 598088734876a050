"""The menu bar: the table of actions, and the choices of theme, language and size of the text."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QT_TRANSLATE_NOOP
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu

from ui.actions import MENU_TITLES, Menu, action_word
from ui.languages import LANGUAGES
from ui.settings import SettingsStore
from ui.theme import TEXT_SCALES, ThemeChoice

if TYPE_CHECKING:
    from ui.main_window import MainWindow

Value = TypeVar("Value", str, float)

THEMES = {
    ThemeChoice.SYSTEM: QT_TRANSLATE_NOOP("Actions", "跟随系统"),
    ThemeChoice.LIGHT: QT_TRANSLATE_NOOP("Actions", "浅色"),
    ThemeChoice.DARK: QT_TRANSLATE_NOOP("Actions", "深色"),
}
LANGUAGE_NAMES = {"zh_CN": "中文", "en": "English"}
"""The languages, each in itself, whatever is in force."""

_CHOICES = {
    "theme": QT_TRANSLATE_NOOP("Actions", "外观"),
    "text_scale": QT_TRANSLATE_NOOP("Actions", "文字大小"),
    "language": QT_TRANSLATE_NOOP("Actions", "语言"),
}


def build_menus(window: "MainWindow") -> None:
    """Fill the window's menu bar."""
    for menu in Menu:
        made = window.menus.addMenu("")
        made.setObjectName(f"menu {menu}")
        made.setToolTipsVisible(True)
        for row, action in window.actions_by_id.of(menu):
            if row.separated:
                made.addSeparator()
            made.addAction(action)
        if menu is Menu.VIEW:
            made.addSeparator()
            _add_choices(window, made)


def retitle_menus(window: "MainWindow") -> None:
    """Say the titles in the language in force."""
    for menu, title in MENU_TITLES.items():
        made = window.menus.findChild(QMenu, f"menu {menu}")
        if isinstance(made, QMenu):
            made.setTitle(action_word(title))
    for name, title in _CHOICES.items():
        made = window.menus.findChild(QMenu, f"choice {name}")
        if isinstance(made, QMenu):
            made.setTitle(action_word(title))
            for action in made.actions():
                if name == "theme":
                    action.setText(action_word(THEMES[ThemeChoice(action.data())]))


def _add_choices(window: "MainWindow", menu: QMenu) -> None:
    settings = window.settings
    themes = [(choice.value, "") for choice in ThemeChoice]
    _add_choice(menu, settings, "theme", themes)
    scales = [(scale, f"{scale:.0%}") for scale in TEXT_SCALES]
    _add_choice(menu, settings, "text_scale", scales)
    names = [(code, LANGUAGE_NAMES[code]) for code in LANGUAGES]
    _add_choice(menu, settings, "language", names)


def _add_choice(
    menu: QMenu, settings: SettingsStore, name: str, options: Sequence[tuple[Value, str]]
) -> None:
    """Add a menu of the options of a setting, of which the one in force is checked."""
    made = menu.addMenu("")
    made.setObjectName(f"choice {name}")
    group = QActionGroup(made)
    for value, text in options:
        action = QAction(text, made)
        action.setCheckable(True)
        action.setData(value)
        action.triggered.connect(partial(_choose, settings, name, value))
        group.addAction(action)
        made.addAction(action)
    made.aboutToShow.connect(partial(_check_choice, made, settings, name))
    _check_choice(made, settings, name)


def _check_choice(menu: QMenu, settings: SettingsStore, name: str) -> None:
    """Check what is in force, which may have been chosen in the settings."""
    for action in menu.actions():
        action.setChecked(action.data() == getattr(settings.value, name))


def _choose(settings: SettingsStore, name: str, value: str | float, *_checked: bool) -> None:
    settings.change(**{name: value})
