"""Cuts text into atoms: what a line break never divides, with width, glyphs and habits.

An atom is a Chinese character with the marks that belong to it, a punctuation mark, a word or
number, a Tibetan syllable, an Arabic or Mongolian word, a dash or ellipsis of two places, or
blanks.
"""

import re
import unicodedata
from dataclasses import dataclass, replace
from enum import Enum
from itertools import pairwise

from exporters.document import Face, Run
from exporters.writers.pdf.hb_font import HBFont
from exporters.writers.pdf.setting import Piece, set_plain, set_shaped
from exporters.writers.pdf.tokens import (
    ARABIC,
    BLANKS,
    CLOSING,
    LETTERS,
    MARKS,
    MONGOLIAN,
    OPENING,
    TIBETAN,
    clusters,
    is_of_full_width_word,
    may_end_line,
    may_start_line,
    tokens,
)
from exporters.writers.pdf.typefaces import IGNORABLE, NoFont, Typefaces
from models.errors import MissingGlyph

_INVISIBLE = re.compile(f"[{IGNORABLE}]")
_MARK = re.compile(f"[{MARKS}]")
_TWO_MARKS = re.compile(f"[{''.join(sorted(CLOSING | OPENING))}]{{2}}")

_WEIGHTS = {Face.HEI: 25.0, Face.TITLE: 30.0}
"""How much bolder the light substitutes are made for a rare name among bold characters."""

_FULL_WIDTH = 900.0
_HALF = 500.0
_AIR = 40.0  # blank that is left beside the ink of a squeezed mark


class Kind(Enum):
    """What the painter and the line breaker tell apart."""

    HAN = "han"  # one glyph that tracking follows
    WORD = "word"  # glyphs without tracking between them
    RTL = "rtl"  # a word that runs from right to left
    SPACE = "space"
    BREAK = "break"


@dataclass(frozen=True, slots=True)
class Atom:
    """What stays together on a line. Lengths are in thousandths of the type size.

    ``blank_left`` and ``blank_right`` can be squeezed out of a mark; the four claims tell where
    a line may end: after an atom that ``ends`` and before one that ``starts``, unless both join.
    """

    kind: Kind
    text: str
    width: float
    pieces: tuple[Piece, ...] = ()
    blank_left: float = 0.0
    blank_right: float = 0.0
    starts: bool = True
    ends: bool = True
    joins_previous: bool = False
    joins_next: bool = False
    face: Face = Face.BODY


class Atomizer:
    """Cuts the texts of one document; equal tokens give the same atom."""

    def __init__(self, typefaces: Typefaces) -> None:
        self._known = {face: _Known(typefaces, face) for face in Face}

    def atoms(self, runs: tuple[Run, ...], place: str) -> list[Atom]:
        """Return the atoms of ``runs`` in order. Raises MissingGlyph, which tells ``place``."""
        found: list[Atom] = []
        try:
            for run in runs:
                known = self._known[run.face]
                found += [known[token] for token in tokens(run.text)]
        except NoFont as error:
            raise _missing(error.character, place) from None
        if any(_TWO_MARKS.search(run.text) for run in runs):
            return _tightened(found)
        return found

    def cut(self, atom: Atom, limit: float) -> list[Atom]:
        """Return ``atom`` in parts no wider than ``limit``, if need be one cluster each."""
        if atom.width <= limit:
            return [atom]
        whole = clusters(atom.text)
        if len(whole) < 2:
            return [atom]
        size = max(1, min(len(whole) - 1, int(len(whole) * limit / atom.width)))
        starts = range(0, len(whole), size)
        known = self._known[atom.face]
        parts = (known.part("".join(whole[n : n + size]), atom.kind) for n in starts)
        return [piece for part in parts for piece in self.cut(part, limit)]


def _missing(character: str, place: str) -> MissingGlyph:
    code_point = f"U+{ord(character):04X}"
    return MissingGlyph(character, code_point, unicodedata.name(character, "?"), place)


class _Known(dict[str, Atom]):
    """The atoms of one typeface by token, made when first asked for."""

    def __init__(self, typefaces: Typefaces, face: Face) -> None:
        super().__init__()
        self._typefaces = typefaces
        self._face = face

    def __missing__(self, token: str) -> Atom:
        self[token] = atom = self._make(token)
        return atom

    def part(self, text: str, kind: Kind) -> Atom:
        """Return part of an atom that is too wide; lines may end on both its sides."""
        return Atom(kind, text, *self._set(text, kind), face=self._face)

    def _make(self, token: str) -> Atom:
        visible = _INVISIBLE.sub("", token)
        kind = _kind(visible[:1])
        if kind is Kind.BREAK or not visible:
            return Atom(kind, token, 0.0, face=self._face)
        if kind is Kind.HAN:
            return self._han(token, visible)
        return self._blank(token) if kind is Kind.SPACE else self._word(token, kind)

    def _blank(self, token: str) -> Atom:
        """Return blanks of their own widths; a tabulator is a plain one, for a form has columns."""
        width, pieces = self._set(token.replace("\t", " "), Kind.SPACE)
        return Atom(Kind.SPACE, token, width, pieces, starts=False, face=self._face)

    def _word(self, token: str, kind: Kind) -> Atom:
        width, pieces = self._set(token, kind)
        open_end = token[-1] in "\u0f0b\u0f0d"  # a Tibetan line may end after its syllable mark
        return Atom(
            kind,
            token,
            width,
            pieces,
            starts=token[0] != "-",  # a minus, or a hyphen between a character and a number
            joins_previous=True,
            joins_next=not open_end,
            face=self._face,
        )

    def _han(self, token: str, visible: str) -> Atom:
        """Return a character or mark, or a dash or ellipsis, whose halves keep no distance."""
        first = visible[0]
        width, pieces = self._set(token, Kind.HAN)
        simple = len(pieces) == 1 and len(pieces[0].glyphs) == 1
        simple = simple and pieces[0].actual is None and not pieces[0].weight
        left = right = 0.0
        if width >= _FULL_WIDTH and len(token) == 1:
            left, right = self._squeezable(token)
        return Atom(
            Kind.HAN if simple else Kind.WORD,
            token,
            width,
            pieces,
            left,
            right,
            starts=may_start_line(visible),
            ends=may_end_line(visible),
            joins_previous=is_of_full_width_word(first),
            # 〔2025〕7号 keeps its number, and １２．５ its fraction.
            joins_next=first in "〕．" or is_of_full_width_word(first),
            face=self._face,
        )

    def _squeezable(self, mark: str) -> tuple[float, float]:
        """Return how much of a full-width mark may go left and right (5.1.10, 5.1.11)."""
        if mark not in OPENING | CLOSING:
            return (0.0, 0.0)
        font = self._typefaces.of_character(self._face, mark)
        left, right = font.blanks(font.glyph(mark))
        blank = (left if mark in OPENING else right) - _AIR
        blank = max(0.0, min(_HALF, blank))
        return (blank, 0.0) if mark in OPENING else (0.0, blank)

    def _set(self, token: str, kind: Kind) -> tuple[float, tuple[Piece, ...]]:
        """Return the width and the pieces of ``token``, in one font if one has all of it."""
        font = self._typefaces.of_text(self._face, _INVISIBLE.sub("", token))
        parts = [(font, token)] if font else self._several(token)
        set_parts = [self._in_font(font, text, kind) for font, text in parts]
        return sum(width for width, _ in set_parts), tuple(piece for _, piece in set_parts)

    def _in_font(self, font: HBFont, text: str, kind: Kind) -> tuple[float, Piece]:
        shaped = _in(text[0], TIBETAN + MONGOLIAN) or _MARK.search(text)
        if shaped or kind is Kind.RTL:
            width, piece = set_shaped(font, text, is_rtl=kind is Kind.RTL)
        else:
            width, piece = set_plain(font, text)
        if self._face in _WEIGHTS and not self._typefaces.is_own(self._face, font):
            piece = replace(piece, weight=_WEIGHTS[self._face])
        return width, piece

    def _several(self, token: str) -> list[tuple[HBFont, str]]:
        """Return ``token`` by cluster, each in the first font that has it. Raises NoFont."""
        parts: list[tuple[HBFont, str]] = []
        for cluster in clusters(token):
            font = self._typefaces.of_text(self._face, _INVISIBLE.sub("", cluster))
            for text in [cluster] if font else _INVISIBLE.sub("", cluster):
                one = font or self._typefaces.of_character(self._face, text)
                if parts and parts[-1][0] is one:
                    parts[-1] = (one, parts[-1][1] + text)
                else:
                    parts.append((one, text))
        return parts


def _tightened(atoms: list[Atom]) -> list[Atom]:
    """Return the atoms with one of the blanks left out where two marks meet (5.1.11).

    Of a closing mark before any mark it is the right one, of an opening mark behind another the
    left one.
    """
    for index, (before, after) in enumerate(pairwise(atoms)):
        if before.blank_right and (after.blank_right or after.blank_left):
            atoms[index] = _narrowed(before)
        elif before.blank_left and after.blank_left:
            atoms[index + 1] = _narrowed(after)
    return atoms


def _narrowed(mark: Atom) -> Atom:
    (piece,) = mark.pieces
    glyph = replace(piece.glyphs[0], before=-mark.blank_left, after=-mark.blank_right)
    return replace(
        mark,
        kind=Kind.WORD,
        width=mark.width - mark.blank_left - mark.blank_right,
        pieces=(replace(piece, glyphs=(glyph,)),),
        blank_left=0.0,
        blank_right=0.0,
    )


def _kind(first: str) -> Kind:
    """Return the kind of a token by its first visible character, empty if it has none."""
    if not first:
        return Kind.WORD
    if first in "\n\u2028\u2029":
        return Kind.BREAK
    if _in(first, BLANKS):
        return Kind.SPACE
    if _in(first, ARABIC):
        return Kind.RTL
    return Kind.WORD if _in(first, TIBETAN + MONGOLIAN + LETTERS) else Kind.HAN


def _in(character: str, ranges: str) -> bool:
    return re.match(f"[{ranges}]", character) is not None
