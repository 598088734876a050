"""A font for ReportLab on HarfBuzz: TrueType, collections and CFF, measured and shaped on demand.

ReportLab's own font class refuses CFF outlines, parses a whole font in Python and writes
characters above U+FFFF wrongly to the ToUnicode map, so that a rare name is copied as another.
Here the file is mapped, single advances are asked for, and each use of a glyph for a text gets a
code of two bytes. One object serves one document: it remembers the codes handed out.
"""

import struct
import unicodedata
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import uharfbuzz as hb

from exporters.fonts import FontFile

UNITS = 1000.0
"""All lengths of a font are in thousandths of its size, as in PDF."""


@dataclass(frozen=True, slots=True)
class ShapedGlyph:
    """A glyph that shaping placed. ``cluster`` is the index of its first character."""

    number: int
    cluster: int
    advance: float
    x_offset: float
    y_offset: float


def _blob(path: Path) -> object:
    """Return the content of a file, mapped if possible.

    HarfBuzz cannot open a path with Chinese characters on Windows: it takes the name, which
    comes in UTF-8, for one in the code page of the system.
    """
    if str(path).isascii():
        return hb.Blob.from_file_path(str(path))
    return hb.Blob(path.read_bytes())


def _tellable(text: str) -> str:
    """Return what a code tells: of a rare character with unseen ones around it, itself alone.

    MuPDF reads several characters of one code as single UTF-16 units, which cuts those above
    U+FFFF in two. The whole cannot stand beside the glyph instead: PDFium leaves characters above
    U+FFFF out of what stands there. So a name is read whole, and a zero-width space beside it not.
    """
    base = next((one for one in text if unicodedata.category(one)[0] not in "CM"), text[0])
    return base if base > "\uffff" else text


class HBFont:
    """One font of one document. ``name`` is its name in the page resources."""

    def __init__(self, file: FontFile, name: str) -> None:
        self.name = name
        # Any: uharfbuzz has no types.
        self.face: Any = hb.Face(_blob(file.path))
        self._font: Any = hb.Font(self.face)
        self.scale = UNITS / self.face.upem
        self.is_cff = "CFF " in self.face.table_tags
        self.codes: list[tuple[int, str]] = [(0, "")]
        """Glyph and text of each code; with CFF, of each glyph in order of first use."""
        self._code_of: dict[tuple[int, str], tuple[str, bool]] = {}
        self._text_of: dict[int, str] = {}

    @property
    def used(self) -> bool:
        """Whether any code was handed out."""
        return len(self.codes) > 1

    def glyph(self, character: str) -> int:
        """Return the number of the glyph of ``character``, 0 if the font has none."""
        number: int | None = self._font.get_nominal_glyph(ord(character))
        return number or 0

    def advance(self, glyph: int) -> float:
        """Return how far ``glyph`` moves on."""
        units: float = self._font.get_glyph_h_advance(glyph) * self.scale
        return units

    def blanks(self, glyph: int) -> tuple[float, float]:
        """Return the width without ink left and right in the advance of ``glyph``."""
        ink = self._font.get_glyph_extents(glyph)
        if ink is None or not ink.width:
            return (0.0, 0.0)
        left = ink.x_bearing * self.scale
        return (left, self.advance(glyph) - left - ink.width * self.scale)

    def extents(self) -> tuple[float, float]:
        """Return ascender and descender, the latter below zero."""
        found = self._font.get_font_extents("ltr")
        return (found.ascender * self.scale, found.descender * self.scale)

    def bounding_box(self) -> list[int]:
        """Return left, bottom, right and top of all glyphs laid over each other."""
        head: bytes = self.face.reference_table("head").data
        return [round(side * self.scale) for side in struct.unpack(">4h", head[36:44])]

    def shape(self, text: str) -> list[ShapedGlyph]:
        """Return the glyphs of ``text``, which is of one script, from left to right."""
        buffer: Any = hb.Buffer()
        buffer.cluster_level = hb.BufferClusterLevel.MONOTONE_CHARACTERS
        buffer.add_str(text)
        buffer.guess_segment_properties()
        buffer.flags = hb.BufferFlags.REMOVE_DEFAULT_IGNORABLES
        hb.shape(self._font, buffer)
        scale = self.scale
        return [
            ShapedGlyph(
                info.codepoint,
                info.cluster,
                place.x_advance * scale,
                place.x_offset * scale,
                place.y_offset * scale,
            )
            for info, place in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True)
        ]

    def code(self, glyph: int, text: str) -> tuple[str, bool]:
        """Return the code that shows ``glyph``, as hexadecimal, and whether it tells ``text``.

        A code of a CFF font is the glyph itself and tells one text only; the text of another has
        to stand beside it.
        """
        key = (glyph, text)
        if key not in self._code_of:
            self._code_of[key] = self._new_code(glyph, text)
        return self._code_of[key]

    def _new_code(self, glyph: int, text: str) -> tuple[str, bool]:
        told = _tellable(text)
        if not self.is_cff:
            self.codes.append((glyph, told))
            return f"{len(self.codes) - 1:04X}", True
        if glyph not in self._text_of:
            self._text_of[glyph] = self._usual(glyph, told)
            self.codes.append((glyph, self._text_of[glyph]))
        return f"{glyph:04X}", self._text_of[glyph] == told

    def _usual(self, glyph: int, text: str) -> str:
        """Return which of the characters of one glyph its code tells: 一 rather than ⼀.

        MuPDF does not heed the text that stands beside a single character of the other kind, so
        that one radical would turn all characters of its shape into radicals.
        """
        usual = unicodedata.normalize("NFKC", text)
        return usual if len(usual) == 1 and self.glyph(usual) == glyph else text
