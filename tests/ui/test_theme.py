"""Colours that can be read, sizes that grow, icons and fonts that are there."""

import re
from dataclasses import fields

import pytest
from PySide6.QtGui import QTextLayout
from PySide6.QtWidgets import QApplication

from resources import path
from tests.ui.contrast import contrast
from tests.ui.live_screens import settle
from ui.fonts import ui_font
from ui.theme import TEXT_SCALES, Theme, ThemeChoice, Tokens, load_theme, style_sheet
from ui.words import PHASE_COLOURS

LEAST_CONTRAST = 4.5

PAIRS = [
    *(
        (ink, ground)
        for ink in ("text", "text2", "text3")
        for ground in ("window", "side", "surface", "sunken", "hover", "accent_soft")
    ),
    *(("text", ground) for ground in ("violet_soft", "teal_soft", "warn_soft")),
    *(("text2", ground) for ground in ("violet_soft", "teal_soft", "warn_soft", "grey_soft")),
    *(
        (ink, ground)
        for ink in ("accent", "violet", "teal", "ok", "warn")
        for ground in ("surface", "accent_soft", "hover")
    ),
    *PHASE_COLOURS.values(),
    *((ink, "surface") for ink, _ground in PHASE_COLOURS.values()),
    ("on_accent", "accent"),
    ("on_accent", "accent_hover"),
    ("banner_text", "banner"),
    ("accent", "side"),
    ("warn", "warn_soft"),
]


@pytest.mark.parametrize("name", ["light", "dark"])
def test_every_text_can_be_read(name: str) -> None:
    theme = load_theme(name)

    poor = {
        f"{ink} on {ground}: {ratio:.2f}"
        for ink, ground in PAIRS
        if (ratio := contrast(getattr(theme.tokens, ink), getattr(theme.tokens, ground)))
        < LEAST_CONTRAST
    }
    poor |= {
        f"{pair.ink} on {pair.ground}"
        for pair in theme.avatars
        if contrast(pair.ink, pair.ground) < LEAST_CONTRAST
    }

    assert poor == set()


@pytest.mark.parametrize("name", ["light", "dark"])
def test_the_tick_of_a_box_has_the_colour_of_text_on_the_accent(name: str) -> None:
    drawing = path(f"themes/check-{name}.svg").read_text(encoding="utf-8")

    assert load_theme(name).tokens.on_accent in drawing


@pytest.mark.parametrize("scale", TEXT_SCALES)
def test_text_grows_by_the_scale_and_hairlines_do_not(scale: float) -> None:
    sheet = style_sheet(load_theme("light"), scale)

    assert f"* {{ font-size: {round(13 * scale)}px" in sheet
    assert "border: 1px solid" in sheet
    assert "$" not in sheet


def test_the_style_sheet_uses_every_kind_of_token_by_name() -> None:
    names = set(re.findall(r"\$(\w+)", path("themes/widgets.qss").read_text(encoding="utf-8")))

    assert names - {field.name for field in fields(Tokens)} == {"arrow_image", "check_image"}


def test_the_application_follows_the_choice(theme: Theme, qapp: QApplication) -> None:
    theme.choose(ThemeChoice.DARK)

    assert theme.is_dark
    assert qapp.palette().window().color().name().upper() == load_theme("dark").tokens.window


def test_every_icon_is_used_and_its_licence_is_there() -> None:
    used = "\n".join(
        file.read_text(encoding="utf-8") for file in path("").parent.glob("ui/**/*.py")
    )
    icons = sorted(file.stem for file in path("icons").glob("*.svg"))

    assert [icon for icon in icons if f'"{icon}"' not in used] == []
    assert "ISC License" in path("icons/LICENSE").read_text(encoding="utf-8")


@pytest.mark.usefixtures("fonts")
@pytest.mark.parametrize(
    "text", ["陶𬤇", "司马㛃", "龚䶮", "林𬭎昱", "𰻞𰻞面", "沈𣲗", "ང་ཚོས་རྩྭ་ཐང", "ئۇيغۇر", "ᠮᠣᠩᠭᠣᠯ"]
)
def test_rare_names_and_other_scripts_have_their_glyphs(text: str) -> None:
    layout = QTextLayout(text, ui_font(14))
    layout.beginLayout()
    layout.createLine()
    layout.endLayout()

    glyphs = [index for run in layout.glyphRuns() for index in run.glyphIndexes()]

    assert glyphs
    assert 0 not in glyphs
    settle()
