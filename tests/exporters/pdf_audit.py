"""A second opinion on a PDF/A file, independent of the validator: syntax, fonts, every code shown."""

import io
import re
from dataclasses import dataclass, field
from typing import Any

import pikepdf
from fontTools.cffLib import CFFFontSet
from fontTools.pens.basePen import NullPen
from fontTools.ttLib import TTFont

Codes = dict[int, str]

_DEPTH = {"BDC": 1, "BMC": 1, "EMC": -1}
_UNEXPECTED = {"Tj", "'", '"', "k", "K", "BI", "Do", "gs"}


@dataclass
class _Font:
    """What is known of one embedded font: texts, widths and real advances by code."""

    texts: Codes
    widths: dict[int, float]
    default_width: float
    glyphs: dict[int, int] | None
    program: Any  # Any: fontTools has no types
    checked: set[int] = field(default_factory=set)

    def width(self, code: int) -> float:
        return self.widths.get(code, self.default_width)

    def glyph(self, code: int) -> int:
        return code if self.glyphs is None else self.glyphs.get(code, 0)

    def advance(self, glyph: int) -> float:
        if isinstance(self.program, TTFont):
            advance: int = self.program["hmtx"].metrics[self.program.getGlyphOrder()[glyph]][0]
            return advance * 1000 / float(self.program["head"].unitsPerEm)
        strings = self.program[0].CharStrings
        string = strings[f"cid{glyph:05}"]
        string.draw(NullPen())
        return float(string.width)


def audit(pdf: bytes) -> set[str]:
    """Return the faults of ``pdf`` in words; empty for a sound file."""
    faults = set(_file_faults(pdf))
    with pikepdf.open(io.BytesIO(pdf)) as file:
        faults |= {f"syntax: {problem}" for problem in file.check_pdf_syntax()}
        faults |= set(_root_faults(file))
        fonts: dict[str, _Font] = {}
        for page in file.pages:
            faults |= _page_faults(page, fonts)
    return faults


def _file_faults(pdf: bytes) -> list[str]:
    faults = [] if re.match(rb"%PDF-1\.7[\r\n]", pdf) else ["header"]
    if re.search(rb"[^\r\n]endstream", pdf):
        faults.append("no line end before endstream")
    return faults


def _root_faults(file: pikepdf.Pdf) -> list[str]:
    root = file.Root
    profile = root.OutputIntents[0].DestOutputProfile.read_bytes()
    claims = {
        "encrypted": not file.is_encrypted,
        "no ID": "/ID" in file.trailer,
        "metadata compressed": "/Filter" not in root.Metadata,
        "no colour profile": profile[36:40] == b"acsp" and len(profile) == profile_size(profile),
        "no language": "/Lang" in root,
        "not tagged": bool(root.MarkInfo.Marked),
    }
    return [fault for fault, holds in claims.items() if not holds]


def profile_size(profile: bytes) -> int:
    """Return the size that an ICC profile says it has."""
    return int.from_bytes(profile[:4])


def _page_faults(page: pikepdf.Page, fonts: dict[str, _Font]) -> set[str]:
    faults: set[str] = set()
    font: _Font | None = None
    depth = 0
    for instruction in pikepdf.parse_content_stream(page):
        name, operands = str(instruction.operator), instruction.operands
        depth += _DEPTH.get(name, 0)
        if name == "Tf":
            font = _font(page, str(operands[0]), fonts)
        elif name == "TJ" and (font is None or not depth):
            faults.add("text without font or tag")
        elif name == "TJ" and font is not None:
            strings = (one for one in operands[0] if isinstance(one, pikepdf.String))
            faults.update(*(_shown_faults(font, bytes(string)) for string in strings))
        elif name in _UNEXPECTED:
            faults.add(f"unexpected operator {name}")
    return faults | ({"unbalanced tags"} if depth else set())


def _font(page: pikepdf.Page, name: str, fonts: dict[str, _Font]) -> _Font:
    if name not in fonts:
        fonts[name] = _load(page.Resources.Font[name])
    return fonts[name]


def _shown_faults(font: _Font, string: bytes) -> set[str]:
    faults: set[str] = set()
    for high, low in zip(string[::2], string[1::2], strict=True):
        code = high << 8 | low
        if code in font.checked:
            continue
        font.checked.add(code)
        text = font.texts.get(code, "")
        if (
            not text
            or text[0] in "\0\ufeff\ufffe"
            or any("\ue000" <= one <= "\uf8ff" for one in text)
        ):
            faults.add(f"code {code:04X} tells {text!r}")
        glyph = font.glyph(code)
        if glyph == 0:
            faults.add(f"code {code:04X} shows .notdef")
        elif abs(font.advance(glyph) - font.width(code)) > 1:
            faults.add(f"width of code {code:04X}, {text!r}")
    return faults


def _load(font: Any) -> _Font:
    # Any: pikepdf objects answer to any key of the file.
    descendant = font.DescendantFonts[0]
    descriptor = descendant.FontDescriptor
    mapping = descendant.get("/CIDToGIDMap")
    if "/FontFile2" in descriptor:
        program: Any = TTFont(io.BytesIO(descriptor.FontFile2.read_bytes()), lazy=True)
        numbers = mapping.read_bytes()
        glyphs = {n // 2: int.from_bytes(numbers[n : n + 2]) for n in range(0, len(numbers), 2)}
    else:
        program = CFFFontSet()
        program.decompile(io.BytesIO(descriptor.FontFile3.read_bytes()), None)
        glyphs = None
    return _Font(
        _texts(font.ToUnicode.read_bytes().decode("ascii")),
        _widths(list(descendant.get("/W", []))),
        float(descendant.DW),
        glyphs,
        program,
    )


def _texts(cmap: str) -> Codes:
    found: Codes = {}
    for block in re.findall(r"beginbfchar(.*?)endbfchar", cmap, re.DOTALL):
        rows = re.findall(r"<([0-9A-F]{4})> <((?:[0-9A-F]{4})+)>", block)
        assert len(rows) <= 100
        found |= {int(code, 16): bytes.fromhex(text).decode("utf-16-be") for code, text in rows}
    return found


def _widths(entries: list[Any]) -> dict[int, float]:
    # Any: numbers and arrays of numbers alternate.
    found: dict[int, float] = {}
    for first, widths in zip(entries[::2], entries[1::2], strict=True):
        found |= {int(first) + n: float(width) for n, width in enumerate(widths)}
    return found
