"""Sets text in one font: its glyphs, where they stand, and how their text is told."""

import re
import unicodedata
from dataclasses import dataclass, replace
from itertools import accumulate, pairwise

from exporters.writers.pdf.hb_font import HBFont, ShapedGlyph
from exporters.writers.pdf.typefaces import IGNORABLE, NoFont

_INVISIBLE = re.compile(f"[{IGNORABLE}]")


@dataclass(frozen=True, slots=True)
class Glyph:
    """A glyph to show. ``before`` and ``after`` move the place; ``rise`` lifts the glyph."""

    code: str
    before: float = 0.0
    after: float = 0.0
    rise: float = 0.0


@dataclass(frozen=True, slots=True)
class Piece:
    """Glyphs of one font. ``actual`` is their text if the codes alone do not tell it.

    ``weight`` is the thickness of a line around the glyphs that makes a substitute bolder.
    """

    font: HBFont
    glyphs: tuple[Glyph, ...]
    actual: str | None = None
    weight: float = 0.0


def set_plain(font: HBFont, text: str) -> tuple[float, Piece]:
    """Return the width and one glyph for each character."""
    numbers = [_glyph_or_blank(font, character) for character in text]
    codes = [font.code(number, one) for number, one in zip(numbers, text, strict=True)]
    told = all(tells for _, tells in codes)
    glyphs = tuple(Glyph(code) for code, _ in codes)
    return sum(map(font.advance, numbers)), Piece(font, glyphs, None if told else text)


def _glyph_or_blank(font: HBFont, character: str) -> int:
    """Return the glyph; a kind of blank that the font lacks is shown as a plain one."""
    return font.glyph(character) or font.glyph(" ")


def set_shaped(font: HBFont, text: str, *, is_rtl: bool) -> tuple[float, Piece]:
    """Return the width and the glyphs that shaping gives. Raises NoFont.

    The text of a cluster is told by its first glyph, further ones tell a zero-width space.
    Extraction from marks that are lifted or moved goes wrong in some programs, so the text stands
    beside them too; not with right-to-left words, which programs turn round once more.
    """
    shaped = font.shape(text)
    if any(glyph.number == 0 for glyph in shaped):
        visible = _INVISIBLE.sub("", text)
        raise NoFont(next((one for one in visible if not font.glyph(one)), text[0]))
    texts = _cluster_texts(shaped, text)
    codes = [font.code(glyph.number, one)[0] for glyph, one in zip(shaped, texts, strict=True)]
    placed = _logical(font, _apart(shaped, texts), codes) if is_rtl else None
    glyphs = placed or _visual(font, shaped, codes)
    whole = len(shaped) == 1 and font.code(shaped[0].number, text)[1]
    actual = None if is_rtl or whole else text
    return sum(glyph.advance for glyph in shaped), Piece(font, glyphs, actual)


def _visual(font: HBFont, shaped: list[ShapedGlyph], codes: list[str]) -> tuple[Glyph, ...]:
    """Return where to show glyphs from left to right.

    PDF moves on by the advance in the font; shaping may have another.
    """
    return tuple(
        Glyph(
            code,
            glyph.x_offset,
            glyph.advance - glyph.x_offset - font.advance(glyph.number),
            glyph.y_offset,
        )
        for glyph, code in zip(shaped, codes, strict=True)
    )


def _logical(font: HBFont, shaped: list[ShapedGlyph], codes: list[str]) -> tuple[Glyph, ...]:
    """Return where to show the glyphs of a right-to-left word in the order of reading.

    Each is shown left of the one before. Programs that sort by place find the same either way;
    those that do not would read a word backwards if its last letter were shown first.
    """
    starts = list(accumulate((glyph.advance for glyph in shaped), initial=0.0))
    placed: list[Glyph] = []
    pen = 0.0
    for glyph, start, code in reversed(list(zip(shaped, starts[:-1], codes, strict=True))):
        x = start + glyph.x_offset
        placed.append(Glyph(code, x - pen, 0.0, glyph.y_offset))
        pen = x + font.advance(glyph.number)
    placed[-1] = replace(placed[-1], after=starts[-1] - pen)
    return tuple(placed)


def _apart(shaped: list[ShapedGlyph], texts: list[str]) -> list[ShapedGlyph]:
    """Return the glyphs with letters that take no room a thousandth left of their place.

    Noto Naskh Arabic sets the alef of لا without advance upon its lam, and a program that sorts by
    place would read them in any order. Much more than a thousandth would be read as a place before
    the letter that follows. (In الله all but the first letter is one glyph, whose text PDFium and
    poppler turn round; nothing about its place mends that.)
    """
    return [
        replace(glyph, x_offset=glyph.x_offset - 1)
        if glyph.advance == 0 and unicodedata.category(text[0]) == "Lo"
        else glyph
        for glyph, text in zip(shaped, texts, strict=True)
    ]


def _cluster_texts(shaped: list[ShapedGlyph], text: str) -> list[str]:
    """Return the text each glyph tells."""
    starts = sorted({glyph.cluster for glyph in shaped} | {len(text)})
    ends = dict(pairwise(starts))
    told: set[int] = set()
    texts: list[str] = []
    for glyph in shaped:
        first = glyph.cluster not in told
        told.add(glyph.cluster)
        texts.append(text[glyph.cluster : ends[glyph.cluster]] if first else "\u200b")
    return texts
