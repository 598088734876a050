"""Paragraphs as flowables: laid out lines, kept neighbours, breaks across pages."""

from dataclasses import dataclass, replace
from itertools import pairwise

from exporters.document import Run
from exporters.styles import TextStyle
from exporters.writers.pdf.atoms import Atom, Atomizer, Kind
from exporters.writers.pdf.flow import Flowable
from exporters.writers.pdf.lines import Line, Measure, break_lines
from exporters.writers.pdf.painting import Tag, TextCode, indent_of, paint_line
from exporters.writers.pdf.structure import Element
from exporters.writers.pdf.tagged_canvas import TaggedCanvas

_BASELINE = 0.12
"""Where the line stands under a Chinese character, as a share of its size."""

_FEWEST = 2
"""Lines of a paragraph that stay together at the foot and at the head of a page."""

_MARKS_ROOM = 2000.0
"""Room for a mark before and one behind a part of a word, in thousandths of the type size."""

_NARROW = 10_000.0
"""Columns of less than ten characters, such as the labels of a form; none is justified."""


@dataclass(frozen=True, slots=True)
class TextBlock:
    """Broken lines of one paragraph. All of a part shares ``atoms`` with the whole."""

    atoms: tuple[Atom, ...]
    lines: tuple[Line, ...]
    style: TextStyle
    pad: float
    element: Element | None
    is_start: bool = True

    @property
    def height(self) -> float:
        """Height in points."""
        return len(self.lines) * self.style.leading_pt

    def cut(self, count: int) -> tuple["TextBlock", "TextBlock"]:
        """Return the first ``count`` lines and the rest."""
        head = replace(self, lines=self.lines[:count])
        tail = replace(self, lines=self.lines[count:], is_start=self.is_start and not count)
        return head, tail

    def fitting(self, height: float) -> int:
        """Return how many lines fit into ``height`` points without leaving one line alone."""
        total = len(self.lines)
        count = min(total, int(height // self.style.leading_pt))
        if count == total:
            return total
        count = min(count, total - _FEWEST)
        return count if count >= _FEWEST else 0

    def operators(self, left: float, top: float, *, tag: Tag | None = None) -> str:
        """Return the operators that show the lines, from the top left corner in points.

        Without ``tag`` they belong to no element.
        """
        style = self.style
        size = style.size_pt
        code = TextCode(size, tag)
        base = top - (style.leading_pt + size) / 2 + _BASELINE * size
        for number, line in enumerate(self.lines):
            x = left + indent_of(line, style.align) * size / 1000
            if number == 0 and self.is_start:
                x += _indent_pt(style)
            code.go_to(x, base - number * style.leading_pt)
            paint_line(code, self.atoms, line=line, pad=self.pad, align=style.align)
        return code.end()

    def paint(self, canvas: TaggedCanvas, left: float, top: float) -> None:
        """Put the lines on the page, if there is anything to see."""
        if self.element is not None and any(line.end > line.start for line in self.lines):
            canvas.put_text(self.operators(left, top, tag=canvas.tag(self.element)))


def lay_out(
    atomizer: Atomizer,
    runs: tuple[Run, ...],
    *,
    style: TextStyle,
    width_pt: float,
    element: Element | None = None,
    place: str = "",
) -> TextBlock:
    """Return ``runs`` broken into lines of ``width_pt``. Raises MissingGlyph with ``place``."""
    to_thousandths = 1000 / style.size_pt
    pad = (style.advance_pt - style.size_pt) * to_thousandths if style.advance_pt else 0.0
    # On the grid a character takes its advance alone, though its type be a little larger.
    width = width_pt * to_thousandths + max(0.0, -pad)
    first = width - _indent_pt(style) * to_thousandths
    atoms = atomizer.atoms(runs, place)
    atoms = _fitted(atomizer, atoms, min(width, first))
    lines = break_lines(atoms, Measure(width, first, pad, hang=style.advance_pt is not None))
    return TextBlock(tuple(atoms), tuple(lines), style, pad, element)


def _fitted(atomizer: Atomizer, atoms: list[Atom], limit: float) -> list[Atom]:
    """Return ``atoms`` with those wider than ``limit`` in parts, which leave room for two marks.

    So do, in a narrow column, words that would fit without the bracket that stands beside them;
    their parts are joined, so that a line ends between them only where nothing else helps.
    """
    room = max(limit - _MARKS_ROOM, limit / 3)
    least = room if limit < _NARROW else limit
    if all(atom.width <= least for atom in atoms):
        return atoms
    found: list[Atom] = []
    for atom in atoms:
        if atom.width > limit:
            found += atomizer.cut(atom, room)
        elif atom.width > least and atom.kind is Kind.WORD:
            parts = atomizer.cut(atom, room)
            found += [replace(part, joins_previous=True, joins_next=True) for part in parts]
        else:
            found.append(atom)
    return found


def _indent_pt(style: TextStyle) -> float:
    return style.indent * (style.advance_pt or style.size_pt)


class ParagraphFlowable(Flowable):
    """One paragraph of the text."""

    def __init__(self, number: int, text: TextBlock) -> None:
        style = text.style
        super().__init__(number, before=style.before_pt, after=style.after_pt)
        self._text = text

    def content_height(self) -> float:
        """Return the height of the lines."""
        return self._text.height

    def lines_apart(self) -> list["ParagraphFlowable"]:
        """Return the last lines by themselves, behind the others if there are as many."""
        count = len(self._text.lines) - _FEWEST
        if count < _FEWEST or self.before or self.after:
            return [self]
        return [ParagraphFlowable(self.number, part) for part in self._text.cut(count)]

    def parts(self, height: float) -> list[Flowable]:
        """Break between lines, never leaving a single one behind."""
        count = self._text.fitting(height)
        if not count:
            return []
        return [ParagraphFlowable(self.number, part) for part in self._text.cut(count)]

    def paint(self, canvas: TaggedCanvas, left: float, top: float) -> None:
        """Put the lines on the page."""
        self._text.paint(canvas, left, top)


class Kept(Flowable):
    """Flowables that stay together: headings, and the first lines of what they head.

    ``page_height`` is the height of an empty page in points. If not even that holds all of them,
    they are given up to it one by one.
    """

    def __init__(self, members: list[Flowable], page_height: float) -> None:
        first, last = members[0], members[-1]
        super().__init__(last.number, before=first.before, after=last.after)
        self._members = members
        self._page_height = page_height
        self._offsets = _offsets(members)

    def content_height(self) -> float:
        """Return the height with the spaces between."""
        return self._heads_height() + self._members[-1].content_height()

    def parts(self, height: float) -> list[Flowable]:
        """Break inside the last member."""
        heads, last = self._members[:-1], self._members[-1]
        parts = last.parts(height - self._heads_height())
        if parts:
            return [Kept([*heads, parts[0]], self._page_height), *parts[1:]]
        if height < self._page_height - 1:
            return []
        return self._give_up(height)

    def paint(self, canvas: TaggedCanvas, left: float, top: float) -> None:
        """Paint the members one below the other."""
        for member, offset in zip(self._members, self._offsets, strict=True):
            member.paint(canvas, left, top - offset)

    def _give_up(self, height: float) -> list[Flowable]:
        first, rest = self._members[0], self._members[1:]
        follow = rest[0] if len(rest) == 1 else Kept(rest, self._page_height)
        if first.content_height() <= height:
            return [first, follow]
        parts = first.parts(height)
        return (
            [*parts, follow] if parts else []
        )  # the page loop refuses it: nothing is lost silently

    def _heads_height(self) -> float:
        return self._offsets[-1]


def _offsets(members: list[Flowable]) -> list[float]:
    """Return how far below the top of all each member begins."""
    offsets = [0.0]
    for above, below in pairwise(members):
        space = max(above.after, below.before)
        offsets.append(offsets[-1] + above.content_height() + space)
    return offsets
