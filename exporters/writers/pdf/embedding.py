"""Writes the used part of a font into a PDF as a composite font with two-byte codes."""

import zlib
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any

import uharfbuzz as hb
from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFString

from exporters.writers.pdf.hb_font import HBFont
from exporters.writers.pdf.objects import PdfaDocument, stream

_UNUSED_TABLES = (
    "GSUB",
    "GPOS",
    "GDEF",
    "BASE",
    "vhea",
    "vmtx",
    "VORG",
    "DSIG",
    "kern",
    "post",
    "name",
    "cmap",
    "OS/2",
    "gasp",
    "hdmx",
    "LTSH",
    "VDMX",
    "FFTM",
    "STAT",
    "meta",
    "EBDT",
    "EBLC",
    "EBSC",
)
_MOST_ROWS = 100  # of a bfchar block (Adobe Technical Note 5014, 1.4.1)
_DEFAULT_WIDTH = 1000.0
_SYMBOLIC = 4


class EmbeddedFont:
    """Registers ``font`` with a document when ReportLab asks for the fonts at the end."""

    def __init__(self, font: HBFont) -> None:
        self._font = font

    def addObjects(self, document: PdfaDocument) -> None:  # noqa: N802 - ReportLab's name
        """Put the font into the resources that all pages share."""
        fonts = document.idToObject["BasicFonts"]
        if not isinstance(fonts, PDFDictionary):
            raise TypeError("ReportLab keeps its fonts in another way than version 5.1")
        fonts[self._font.name] = document.reference(_composite(self._font, document))


def _composite(font: HBFont, document: PdfaDocument) -> PDFDictionary:
    program, new_number = _subset(font)
    name = f"/{_tag(font)}+{_postscript_name(font)}"
    kind = "/CIDFontType0" if font.is_cff else "/CIDFontType2"
    system = {"Registry": PDFString("Adobe"), "Ordering": PDFString("Identity"), "Supplement": 0}
    descendant: dict[str, object] = {
        "Type": "/Font",
        "Subtype": kind,
        "BaseFont": name,
        "CIDSystemInfo": PDFDictionary(system),
        "FontDescriptor": document.reference(_descriptor(font, document, name, program)),
        "DW": int(_DEFAULT_WIDTH),
        "W": _widths(font),
    }
    if not font.is_cff:
        numbers = b"".join(new_number[glyph].to_bytes(2, "big") for glyph, _ in font.codes)
        descendant["CIDToGIDMap"] = document.reference(stream(numbers))
    return PDFDictionary(
        {
            "Type": "/Font",
            "Subtype": "/Type0",
            "BaseFont": name,
            "Encoding": "/Identity-H",
            "DescendantFonts": PDFArray([document.reference(PDFDictionary(descendant))]),
            "ToUnicode": document.reference(stream(to_unicode(_told(font)))),
        }
    )


def _subset(font: HBFont) -> tuple[bytes, dict[int, int]]:
    """Return the font program with the used glyphs, and their new numbers.

    A CFF program keeps its numbers, so that a code is the glyph.
    """
    wanted = hb.SubsetInput()
    wanted.glyph_set.update(sorted({glyph for glyph, _ in font.codes}))
    flags = hb.SubsetFlags
    wanted.flags = flags.NO_HINTING | flags.NO_LAYOUT_CLOSURE | flags.NOTDEF_OUTLINE
    if font.is_cff:
        wanted.flags |= flags.RETAIN_GIDS | flags.CFF_IDENTITY_CHARSET
    wanted.drop_table_tag_set.update(int.from_bytes(tag.encode()) for tag in _UNUSED_TABLES)
    plan = hb.SubsetPlan(font.face, wanted)
    numbers = dict(plan.old_to_new_glyph_mapping)
    # Any: uharfbuzz has no types.
    face: Any = plan.execute()
    blob = face.reference_table("CFF ") if font.is_cff else face.blob
    return bytes(blob.data), numbers


def _descriptor(font: HBFont, document: PdfaDocument, name: str, program: bytes) -> PDFDictionary:
    ascent, descent = font.extents()
    key = "FontFile3" if font.is_cff else "FontFile2"
    keys = {"Subtype": "/CIDFontType0C"} if font.is_cff else {"Length1": len(program)}
    return PDFDictionary(
        {
            "Type": "/FontDescriptor",
            "FontName": name,
            "Flags": _SYMBOLIC,
            "FontBBox": PDFArray(font.bounding_box()),
            "ItalicAngle": 0,
            "Ascent": round(ascent),
            "Descent": round(descent),
            "CapHeight": round(ascent * 0.8),
            "StemV": 80,
            key: document.reference(stream(program, keys)),
        }
    )


def _codes_and_glyphs(font: HBFont) -> list[tuple[int, int]]:
    if font.is_cff:
        return sorted((glyph, glyph) for glyph, _ in font.codes)
    return [(code, glyph) for code, (glyph, _) in enumerate(font.codes)]


def _told(font: HBFont) -> Iterator[tuple[int, str]]:
    for code, (glyph, text) in enumerate(font.codes):
        if text:
            yield (glyph if font.is_cff else code), text


def _widths(font: HBFont) -> PDFArray:
    """Return the widths that differ from the default, in runs of codes without a gap."""
    pairs = ((code, font.advance(glyph)) for code, glyph in _codes_and_glyphs(font))
    unusual = [(code, width) for code, width in pairs if width != _DEFAULT_WIDTH]
    entries: list[int | PDFArray] = []
    runs = groupby(enumerate(unusual), key=lambda numbered: numbered[1][0] - numbered[0])
    for _, run in runs:
        members = [member for _, member in run]
        entries += [members[0][0], PDFArray([_number(width) for _, width in members])]
    return PDFArray(entries)


def _number(value: float) -> float | int:
    return int(value) if value == int(value) else round(value, 3)


def _tag(font: HBFont) -> str:
    """Return the six letters before the name of a subset; equal subsets have equal ones."""
    glyphs = ",".join(f"{glyph}" for glyph in sorted({glyph for glyph, _ in font.codes}))
    rest = zlib.crc32(glyphs.encode())
    letters = ""
    for _ in range(6):
        rest, letter = divmod(rest, 26)
        letters += chr(ord("A") + letter)
    return letters


def _postscript_name(font: HBFont) -> str:
    name: str | None = font.face.get_name(hb.OTNameIdPredefined.POSTSCRIPT_NAME)
    usable = "".join(one for one in name or "" if one.isascii() and (one.isalnum() or one in "-_"))
    return usable or font.name


def to_unicode(told: Iterable[tuple[int, str]]) -> bytes:
    """Return the CMap that tells the text of each code (ISO 32000-1, 9.10.3)."""
    rows = [
        f"<{code:04X}> <{text.encode('utf-16-be').hex().upper()}>" for code, text in sorted(told)
    ]
    lines = [
        "/CIDInit /ProcSet findresource begin",
        "12 dict begin",
        "begincmap",
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def",
        "/CMapName /Adobe-Identity-UCS def",
        "/CMapType 2 def",
        "1 begincodespacerange",
        "<0000> <FFFF>",
        "endcodespacerange",
    ]
    for start in range(0, len(rows), _MOST_ROWS):
        block = rows[start : start + _MOST_ROWS]
        lines += [f"{len(block)} beginbfchar", *block, "endbfchar"]
    lines += ["endcmap", "CMapName currentdict /CMap defineresource pop", "end", "end"]
    return "\n".join(lines).encode("ascii")
