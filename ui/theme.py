"""Colours, sizes and fonts of the window: tokens from a TOML theme, and what is made of them.

A :class:`Theme` is the one object that widgets and delegates ask while they paint. It changes at
run time (light or dark, size of the text) and then says so; nobody keeps its answers.
"""

import re
from dataclasses import dataclass, fields
from enum import StrEnum
from functools import cache, lru_cache
from string import Template

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from resources import path, toml
from ui.fonts import ui_font

TEXT_SCALES = (1.0, 1.25, 1.5, 2.0)
"""The sizes of text that the View menu offers."""

_LENGTH = re.compile(r"(font-size: )?(\d+(?:\.\d+)?)px")
_HAIRLINE_PX = 3  # lines up to this width stay as they are at every text scale


class ThemeChoice(StrEnum):
    """What the user asked for."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


@dataclass(frozen=True, slots=True)
class AvatarColours:
    """Letter and ground of the round initial of a person."""

    ink: str
    ground: str


@dataclass(frozen=True, slots=True)
class Tokens:
    """The colours of one theme, each ``#RRGGBB``."""

    window: str
    side: str
    surface: str
    sunken: str
    border: str
    hairline: str
    control: str
    text: str
    text2: str
    text3: str
    accent: str
    accent_hover: str
    accent_soft: str
    on_accent: str
    hover: str
    banner: str
    banner_text: str
    banner_edge: str
    live: str
    live_soft: str
    ok: str
    ok_soft: str
    warn: str
    warn_soft: str
    violet: str
    violet_soft: str
    teal: str
    teal_soft: str
    grey_soft: str


@dataclass(frozen=True, slots=True)
class ThemeFile:
    """One theme as read from its file."""

    name: str
    dark: bool
    tokens: Tokens
    avatars: tuple[AvatarColours, ...]


@cache
def load_theme(name: str) -> ThemeFile:
    """Return the theme in ``resources/themes/<name>.toml``."""
    data = toml(f"themes/{name}.toml")
    return ThemeFile(
        name=name,
        dark=data["dark"],
        tokens=Tokens(**data["colours"]),
        avatars=tuple(AvatarColours(**pair) for pair in data["avatars"]),
    )


@lru_cache(maxsize=256)
def _font(size_px: int, *, bold: bool, family: str) -> QFont:
    """Return a font that is asked for at every row painted; nobody changes it."""
    return ui_font(size_px, bold=bold, family=family)


def style_sheet(theme: ThemeFile, text_scale: float) -> str:
    """Return the style sheet with the theme's colours, its lengths grown by the text scale."""
    source = path("themes/widgets.qss").read_text(encoding="utf-8")
    colours = {f.name: getattr(theme.tokens, f.name) for f in fields(Tokens)}
    images = {
        f"{name}_image": path(f"themes/{name}-{theme.name}.svg").as_posix()
        for name in ("check", "arrow")
    }
    filled = Template(source).substitute(colours, **images)

    def grown(match: re.Match[str]) -> str:
        length = float(match[2])
        if match[1]:
            return f"{match[1]}{round(length * text_scale)}px"
        if length < _HAIRLINE_PX:
            return match[0]
        return f"{round(length * space_scale(text_scale))}px"

    return _LENGTH.sub(grown, filled)


def space_scale(text_scale: float) -> float:
    """Return how much gaps grow with the text: by half, so that big text still finds room."""
    return 1 + (text_scale - 1) / 2


class Theme(QObject):
    """The theme in force. ``changed`` is sent after it was applied to the application."""

    changed = Signal()

    def __init__(
        self,
        application: QApplication,
        *,
        choice: ThemeChoice = ThemeChoice.SYSTEM,
        text_scale: float = 1.0,
        family: str = "",
    ) -> None:
        super().__init__(application)
        self._application = application
        self._choice = choice
        self._text_scale = text_scale
        self._family = family
        self._file = load_theme(self._wanted())
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._follow_system)

    @property
    def tokens(self) -> Tokens:
        """The colours in force."""
        return self._file.tokens

    @property
    def is_dark(self) -> bool:
        """Whether light text stands on dark ground."""
        return self._file.dark

    @property
    def choice(self) -> ThemeChoice:
        """What the user asked for."""
        return self._choice

    @property
    def text_scale(self) -> float:
        """How much larger than designed the text is."""
        return self._text_scale

    def choose(self, choice: ThemeChoice) -> None:
        """Change to light, dark, or what the system has."""
        self._choice = choice
        self.apply()

    def scale_text(self, text_scale: float) -> None:
        """Change the size of all text."""
        self._text_scale = text_scale
        self.apply()

    def use_family(self, family: str) -> None:
        """Change the font of all text; empty means the one that suits the system."""
        self._family = family
        self.apply()

    def apply(self) -> None:
        """Give the application palette, font and style sheet."""
        self._file = load_theme(self._wanted())
        self._application.setPalette(self._palette())
        self._application.setFont(self.font(13))
        self._application.setStyleSheet(style_sheet(self._file, self._text_scale))
        self.changed.emit()

    def colour(self, token: str) -> QColor:
        """Return the colour of that name."""
        return QColor(getattr(self.tokens, token))

    def avatar(self, number: int) -> AvatarColours:
        """Return the colours of the n-th person; they repeat."""
        return self._file.avatars[number % len(self._file.avatars)]

    def font(self, size_px: float, *, bold: bool = False) -> QFont:
        """Return the font of that size at 100 %; bold means the one heavy weight."""
        return _font(round(size_px * self._text_scale), bold=bold, family=self._family)

    def text_px(self, length: float) -> int:
        """Return a length that holds text, in pixels of the text scale."""
        return round(length * self._text_scale)

    def space_px(self, length: float) -> int:
        """Return a gap in pixels of the text scale."""
        return round(length * space_scale(self._text_scale))

    def _wanted(self) -> str:
        if self._choice is not ThemeChoice.SYSTEM:
            return self._choice.value
        scheme = QGuiApplication.styleHints().colorScheme()
        return "dark" if scheme is Qt.ColorScheme.Dark else "light"

    def _follow_system(self) -> None:
        if self._choice is ThemeChoice.SYSTEM and self._file.name != self._wanted():
            self.apply()

    def _palette(self) -> QPalette:
        role = QPalette.ColorRole
        palette = QPalette()
        for which, token in {
            role.Window: "window",
            role.Base: "surface",
            role.AlternateBase: "side",
            role.Text: "text",
            role.WindowText: "text",
            role.Button: "surface",
            role.ButtonText: "text",
            role.Highlight: "accent",
            role.HighlightedText: "on_accent",
            role.PlaceholderText: "text3",
            role.ToolTipBase: "surface",
            role.ToolTipText: "text",
            role.Link: "accent",
            role.Mid: "border",
            role.Midlight: "hairline",
        }.items():
            palette.setColor(which, self.colour(token))
        return palette
