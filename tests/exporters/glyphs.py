"""Where the characters of a finished PDF stand, as PDFium finds them."""

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import groupby

import pypdfium2
import pypdfium2.raw as pdfium


@dataclass(frozen=True)
class Glyph:
    """A character and the place of its origin on the page, in points from the lower left."""

    text: str
    x: float
    y: float


@dataclass(frozen=True)
class GlyphLine:
    """The characters on one line, in the order of the file."""

    page: int
    glyphs: tuple[Glyph, ...] = field(repr=False)

    @property
    def text(self) -> str:
        """The words."""
        return "".join(glyph.text for glyph in self.glyphs)

    @property
    def y(self) -> float:
        """Height of the line on the page."""
        return self.glyphs[0].y

    @property
    def left(self) -> float:
        """Where the first character begins."""
        return min(glyph.x for glyph in self.glyphs)

    @property
    def right(self) -> float:
        """Where the last character begins."""
        return max(glyph.x for glyph in self.glyphs)


def glyph_lines(pdf: bytes, *, above: float = 0.0, below: float = 1e4) -> Iterator[GlyphLine]:
    """Yield the lines whose height is between ``above`` and ``below``, in the order of the file."""
    file = pypdfium2.PdfDocument(pdf)
    try:
        for number, page in enumerate(file):
            body = (one for one in _glyphs(page) if above <= one.y <= below)
            for _, members in groupby(body, key=lambda one: round(one.y, 1)):
                yield GlyphLine(number, tuple(members))
    finally:
        file.close()


def _glyphs(page: pypdfium2.PdfPage) -> Iterator[Glyph]:
    """Yield what is shown, without the line ends and blanks that PDFium makes up."""
    read = page.get_textpage()
    x, y = ctypes.c_double(), ctypes.c_double()
    for index in range(read.count_chars()):
        if pdfium.FPDFText_IsGenerated(read.raw, index) == 1:
            continue
        pdfium.FPDFText_GetCharOrigin(read.raw, index, ctypes.byref(x), ctypes.byref(y))
        yield Glyph(chr(pdfium.FPDFText_GetUnicode(read.raw, index)), x.value, y.value)
