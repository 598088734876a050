"""The fonts a DOCX names. A DOCX carries no fonts; the reader's computer must have them.

仿宋 and 楷体 rather than 仿宋_GB2312 and 楷体_GB2312: the latter are missing since Windows Vista
and hold 6,763 characters only, so that a rare character in a name would change its face within
the name. The old names stand as alternatives, for computers that have nothing else.
"""

from dataclasses import dataclass

from exporters.document import Face
from exporters.writers.docx.ooxml import Element, element
from exporters.writers.docx.scripts import Script


@dataclass(frozen=True, slots=True)
class Font:
    """An entry of the font table.

    ``alternatives`` are names to try when the font is missing, separated by commas (ECMA-376
    part 1, 17.8.3.1); ``panose`` describes its looks, for the choice of another one.
    """

    name: str
    alternatives: str
    panose: str
    charset: str = "86"  # GB 2312
    family: str = "modern"


FACES: dict[Face, Font] = {
    Face.BODY: Font("仿宋", "FangSong,仿宋_GB2312", "02010609060101010101"),
    Face.KAI: Font("楷体", "KaiTi,楷体_GB2312", "02010609060101010101"),
    Face.HEI: Font("黑体", "SimHei", "02010609060101010101"),
    Face.SONG: Font("宋体", "SimSun", "02010600030101010101", family="auto"),
    Face.TITLE: Font("方正小标宋简体", "宋体,SimSun", "02010601030101010101", family="auto"),
}

SCRIPTS: dict[Script, Font] = {
    Script.TIBETAN: Font(
        "Microsoft Himalaya", "Noto Serif Tibetan", "01010100010101010101", "00", "auto"
    ),
    Script.ARABIC: Font(
        "Microsoft Uighur", "Noto Naskh Arabic", "02000000000000000000", "B2", "auto"
    ),
    Script.MONGOLIAN: Font(
        "Mongolian Baiti", "Noto Sans Mongolian", "03000500000000000000", "00", "script"
    ),
}


def slots(font: Font) -> Element:
    """Name a font in all four slots: a missing one would fall to the theme of the reader."""
    return element("rFonts", ascii=font.name, hAnsi=font.name, eastAsia=font.name, cs=font.name)


def font_table() -> Element:
    """Build the part ``fontTable.xml``."""
    return element("fonts", *(_entry(font) for font in (*FACES.values(), *SCRIPTS.values())))


def _entry(font: Font) -> Element:
    return element(
        "font",
        element("altName", val=font.alternatives),
        element("panose1", val=font.panose),
        element("charset", val=font.charset),
        element("family", val=font.family),
        element("pitch", val="variable"),
        name=font.name,
    )
