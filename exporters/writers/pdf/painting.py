"""Turns broken lines into the text operators of a PDF page."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from exporters.styles import Align
from exporters.writers.pdf.atoms import Atom, Kind
from exporters.writers.pdf.hb_font import HBFont
from exporters.writers.pdf.lines import Line
from exporters.writers.pdf.setting import Glyph, Piece

_MOST_STRETCH = 500.0
"""More than half a character between two is worse than a ragged line."""

_VISIBLE = 0.05  # thousandths of the size; smaller moves are not written


_NARROW_MARKS = frozenset("-./,:;!'\"\u2010\u2013")


@dataclass(frozen=True, slots=True)
class Tag:
    """The element that text belongs to. ``number`` counts its pieces on the page."""

    role: str
    number: Callable[[], int]


class TextCode:
    """Collects operators between BT and ET, leaving out what is set already.

    ``size`` is the type size in points. Without ``tag`` the text is furniture. Pieces whose text
    stands beside them are pieces of the element of their own: some programs take the end of a
    tag inside another one for the end of both.
    """

    def __init__(self, size: float, tag: Tag | None) -> None:
        self._size = size
        self._tag = tag
        self._is_tagged = False
        self._lines: list[str] = []
        self._shown: list[str] = []
        self._has_glyphs = False
        self._font: HBFont | None = None
        self._spacing = 0.0
        self._rise = 0.0

    def go_to(self, x: float, y: float) -> None:
        """Begin a line at a place in points."""
        self.flush()
        self._shown.clear()
        self._set(f"1 0 0 1 {x:.3f} {y:.3f} Tm")

    def use(self, font: HBFont) -> None:
        """Show what follows in ``font``."""
        if font is not self._font:
            self._set(f"/{font.name} {self._size:g} Tf")
            self._font = font

    def space(self, thousandths: float) -> None:
        """Add blank after every glyph that follows."""
        if thousandths != self._spacing:
            self._set(f"{thousandths * self._size / 1000:.4f} Tc")
            self._spacing = thousandths

    def show(self, codes: str) -> None:
        """Show glyphs by their hexadecimal codes."""
        self._shown.append(f"<{codes}>")
        self._has_glyphs = True

    def move(self, thousandths: float) -> None:
        """Move on to the right."""
        if abs(thousandths) > _VISIBLE:
            self._shown.append(f"{-thousandths:.1f} ")

    def show_piece(self, piece: Piece, *, is_rtl: bool = False) -> None:
        """Show ``piece`` without tracking, its text beside it where needed.

        Glyphs of a right-to-left word come in the order of reading, each with an operator of its
        own: PDFium sorts operators by place and takes the glyphs within one from left to right.
        """
        self.use(piece.font)
        if piece.actual is not None:
            self._begin_actual(piece.actual)
        if piece.weight:
            self._set(f"2 Tr {piece.weight * self._size / 1000:.3f} w")
        for glyph in piece.glyphs:
            self._show_glyph(glyph)
            if is_rtl:
                self.flush()
        self._lift(0.0)
        if piece.weight:
            self._set("0 Tr")
        if piece.actual is not None:
            self._end_tag()

    def end(self) -> str:
        """Return everything, with BT and ET."""
        self.space(0.0)
        self._end_tag()
        return "\n".join(("BT", *self._lines, "ET"))

    def _begin_actual(self, text: str) -> None:
        self._end_tag()
        number = f"/MCID {self._tag.number()} " if self._tag else ""
        told = text.encode("utf-16-be").hex().upper()
        self._lines.append(f"/Span <<{number}/ActualText <FEFF{told}>>> BDC")
        self._is_tagged = True

    def _begin_tag(self) -> None:
        if self._tag and not self._is_tagged:
            self._lines.append(f"/{self._tag.role} <</MCID {self._tag.number()}>> BDC")
            self._is_tagged = True

    def _end_tag(self) -> None:
        self.flush()
        if self._is_tagged:
            self._lines.append("EMC")
            self._is_tagged = False

    def _show_glyph(self, glyph: Glyph) -> None:
        self._lift(glyph.rise)
        self.move(glyph.before)
        self.show(glyph.code)
        self.move(glyph.after)

    def _lift(self, thousandths: float) -> None:
        if thousandths != self._rise:
            self._set(f"{thousandths * self._size / 1000:.3f} Ts")
            self._rise = thousandths

    def _set(self, operator: str) -> None:
        self.flush()
        self._lines.append(operator)

    def flush(self) -> None:
        """Write the glyphs that wait; moves without one wait for the next glyph of the line."""
        if self._has_glyphs:
            self._has_glyphs = False
            self._begin_tag()
            self._lines.append(f"[{''.join(self._shown).replace('><', '')}] TJ")
            self._shown.clear()


def paint_line(
    code: TextCode, atoms: Sequence[Atom], *, line: Line, pad: float, align: Align
) -> None:
    """Show the atoms of ``line``; the code stands at the start of the line already."""
    on_line = atoms[line.start : line.end]
    gap = pad + _stretch(line, align)
    left_share, last_share = _squeeze_shares(on_line, line.squeeze)
    last = len(on_line) - 1
    done = 0
    for number, atom in enumerate(on_line):
        if number < done:
            continue
        if atom.kind is Kind.RTL:
            done = right_to_left_end(on_line, number)
            _paint_stretch(code, on_line[number:done], gap)
            continue
        if atom.kind is not Kind.HAN:
            code.space(0.0)
            for piece in atom.pieces:
                code.show_piece(piece)
            code.move(gap)
            continue
        code.use(atom.pieces[0].font)
        code.space(gap)
        if line.squeeze:
            code.move(-atom.blank_left * left_share)
            code.show(atom.pieces[0].glyphs[0].code)
            code.move(-atom.blank_right * (last_share if number == last else left_share))
        else:
            done = _one_font_end(on_line, number)
            code.show("".join(one.pieces[0].glyphs[0].code for one in on_line[number:done]))


def _one_font_end(atoms: Sequence[Atom], start: int) -> int:
    """Return where the characters of one font that begin at ``start`` end."""
    font = atoms[start].pieces[0].font
    for index in range(start + 1, len(atoms)):
        atom = atoms[index]
        if atom.kind is not Kind.HAN or atom.pieces[0].font is not font:
            return index
    return len(atoms)


def _paint_stretch(code: TextCode, stretch: Sequence[Atom], gap: float) -> None:
    """Show words from right to left in the order of reading, each left of the one before.

    MuPDF reads operators in their order; those who sort by place find the same either way.
    """
    whole = sum(atom.width + gap for atom in stretch)
    code.space(0.0)
    code.move(whole)
    for atom in stretch:
        code.move(-atom.width - gap)
        for piece in atom.pieces:
            code.show_piece(piece, is_rtl=atom.kind is Kind.RTL)
        code.flush()
        code.move(-atom.width)
    code.move(whole)


def indent_of(line: Line, align: Align) -> float:
    """Return how far ``line`` is moved to the right to stand as ``align`` says."""
    free = line.room - line.natural
    return {Align.CENTRE: free / 2, Align.RIGHT: free}.get(align, 0.0)


def _stretch(line: Line, align: Align) -> float:
    """Return what is added after each atom so that the line fills its room."""
    gaps = line.end - line.start - 1 - (1 if line.hang else 0)
    slack = line.room - line.natural
    if align is not Align.JUSTIFY or line.last or gaps < 1 or slack <= 0:
        return 0.0
    each = slack / gaps
    return round(each, 2) if each <= _MOST_STRETCH else 0.0


def _squeeze_shares(on_line: Sequence[Atom], squeeze: float) -> tuple[float, float]:
    """Return which share of their blanks the marks give, and the last mark of its right one.

    The mark at the end of the line gives first, for nothing follows it (5.1.10).
    """
    if squeeze <= 0:
        return (0.0, 0.0)
    end = on_line[-1].blank_right
    rest = sum(atom.blank_left + atom.blank_right for atom in on_line) - end
    by_end = min(squeeze, end)
    others = (squeeze - by_end) / rest if rest else 0.0
    return (min(1.0, others), by_end / end if end else 0.0)


def right_to_left_end(atoms: Sequence[Atom], start: int) -> int:
    """Return where the stretch from right to left that begins at ``start`` ends.

    It ends behind its last word or number, and is turned round as a whole, with the numbers,
    blanks and narrow marks within (Unicode Standard Annex 9, rules N1 and L2, for levels 1 and 2).
    Full-width marks belong to the Chinese sentence and end it.
    """
    end = start + 1
    for index in range(start + 1, len(atoms)):
        atom = atoms[index]
        if atom.kind is Kind.RTL or atom.text.lstrip("-")[:1].isdecimal():
            end = index + 1
        elif atom.kind is not Kind.SPACE and atom.text not in _NARROW_MARKS:
            break
    return end
