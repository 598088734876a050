"""The fonts of the window: the system's Chinese faces first, then those that come with us.

Rare characters in names (陶𬤇, 林𬭎昱) and Tibetan, Uyghur and Mongolian text must show on every
machine, so the faces for them are always registered; that takes some ten milliseconds.
"""

from PySide6.QtGui import QFont, QFontDatabase

from resources import path

FAMILIES = (
    "Microsoft YaHei UI",
    "Microsoft YaHei",
    "Noto Sans CJK SC",
    "Noto Sans SC",
    "Source Han Sans SC",
    "WenQuanYi Micro Hei",
    "FandolHei",
    "LXGW WenKai",
    "Noto Serif Tibetan",
    "Noto Naskh Arabic",
    "Noto Sans Mongolian",
)
"""In order of preference. "Noto Sans CJK SC" is named because the plain fallback is Japanese."""

_CHINESE = "FandolHei-Regular.otf"
_FALLBACKS = (
    "LXGWWenKai-Regular.ttf",
    "NotoSerifTibetan-Regular.ttf",
    "NotoNaskhArabic-Regular.ttf",
    "NotoSansMongolian-Regular.ttf",
)


HEAVY = QFont.Weight.Bold
"""The one heavy weight. Not DemiBold: Qt thickens a face that has no heavy cut only from Bold on."""


def ui_font(size_px: int, *, bold: bool = False, family: str = "") -> QFont:
    """Return the font of the window in that size: of that family if it is there."""
    font = QFont()
    font.setFamilies([*filter(None, [family]), *FAMILIES])
    font.setPixelSize(size_px)
    font.setWeight(HEAVY if bold else QFont.Weight.Normal)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font


def register_fonts() -> None:
    """Register the fallback faces, and a Chinese one if the system has none."""
    chinese = QFontDatabase.families(QFontDatabase.WritingSystem.SimplifiedChinese)
    for file in _FALLBACKS if chinese else (_CHINESE, *_FALLBACKS):
        QFontDatabase.addApplicationFont(str(path(f"fonts/{file}")))


def chinese_families() -> list[str]:
    """Return the families that can show simplified Chinese, in order of their names."""
    found = QFontDatabase.families(QFontDatabase.WritingSystem.SimplifiedChinese)
    # Those with an @ are turned by a quarter, for vertical writing.
    return [f for f in found if not (f.startswith("@") or QFontDatabase.isPrivateFamily(f))]
