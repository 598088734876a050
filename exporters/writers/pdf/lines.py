"""Breaks atoms into lines after GB/T 15834-2011, 5.1.

Lines are filled greedily. Where a mark would start or end a line wrongly, the blanks of the marks
on the line are squeezed to take it in, first that of the last one (5.1.10, 5.1.11); failing that a
comma or stop may hang into the margin; failing that the character before goes to the next line.
"""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from exporters.writers.pdf.atoms import Atom, Kind
from exporters.writers.pdf.tokens import are_halves

_HANGING = frozenset("、。，．")
_LOOK_AHEAD = 4  # marks in a row that a line is squeezed for
_SHORT_END = 2  # a last line of so few atoms is taken into the line before it (5.1.11)
_ROUNDING = 0.01


@dataclass(frozen=True, slots=True)
class Measure:
    """Room for lines, in thousandths of the type size.

    ``first`` is the width of the first line; ``pad`` follows every atom but the last of a line;
    ``hang`` allows a comma or stop in the margin.
    """

    width: float
    first: float
    pad: float = 0.0
    hang: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """Atoms ``start`` to ``end`` on one line.

    ``natural`` is their width with pads, ``squeeze`` what the marks have to give of it, ``hang``
    what stands in the margin. ``last`` lines end a paragraph or stand before a forced break.
    """

    start: int
    end: int
    room: float
    natural: float
    squeeze: float = 0.0
    hang: float = 0.0
    last: bool = False


def may_break(atoms: Sequence[Atom], index: int) -> bool:
    """Tell whether a line may begin with the atom at ``index``, which is not the first."""
    before, after = atoms[index - 1], atoms[index]
    if not (before.ends and after.starts):
        return False
    if before.kind is Kind.SPACE:
        return _ends_before_blanks(atoms, index - 1)
    if are_halves(before.text, after.text):
        return False
    return not (before.joins_next and after.joins_previous)


def may_cut(atoms: Sequence[Atom], index: int) -> bool:
    """Tell whether a break before the atom at ``index`` would divide a word, but offend no mark."""
    before, after = atoms[index - 1], atoms[index]
    return before.kind is not Kind.SPACE and before.ends and after.starts


def _ends_before_blanks(atoms: Sequence[Atom], index: int) -> bool:
    """Tell whether a line may end in the blanks at ``index``: behind an opening mark it may not."""
    while index and atoms[index].kind is Kind.SPACE:
        index -= 1
    return atoms[index].ends


def break_lines(atoms: Sequence[Atom], measure: Measure) -> list[Line]:
    """Return the lines of ``atoms``; no atom may be wider than the measure.

    Blanks where a line is broken belong to no line. A forced break at the end opens no new line.
    """
    return _Breaker(atoms, measure).lines()


class _Breaker:
    """The state of breaking one paragraph: places of the atoms as running sums."""

    def __init__(self, atoms: Sequence[Atom], measure: Measure) -> None:
        self._atoms = atoms
        self._measure = measure
        pad = measure.pad
        self._sums = list(accumulate([atom.width + pad for atom in atoms], initial=0.0))
        self._room = measure.first

    def lines(self) -> list[Line]:
        """Return the lines of all parts between forced breaks."""
        breaks = [n for n, atom in enumerate(self._atoms) if atom.kind is Kind.BREAK]
        found: list[Line] = []
        start = 0
        for end in breaks:
            self._fill(start, end, found)
            start = end + 1
        if start < len(self._atoms) or not found:
            self._fill(start, len(self._atoms), found)
        return found

    def _fill(self, start: int, end: int, found: list[Line]) -> None:
        while True:
            line = self._next(start, end)
            found.append(line)
            self._room = self._measure.width
            if line.last:
                return
            start = self._skip_blanks(line.end, end)
            if start == end:
                found[-1] = self._line(line.start, line.end, last=True)
                return

    def _next(self, start: int, end: int) -> Line:
        """Return the line that begins at ``start``."""
        limit = self._sums[start] + self._room + self._measure.pad + _ROUNDING
        fits = bisect_right(self._sums, limit, start, end + 1) - 1
        if fits >= end:
            return self._line(start, end, last=True)
        if end - fits <= _SHORT_END and self._squeezable(start, end) >= self._over(start, end):
            return self._squeezed(start, end, last=True)
        after = self._skip_blanks(fits, end)
        if after == end or (after > start and may_break(self._atoms, after)):
            return self._line(start, self._trim(start, max(fits, start + 1)))
        return (
            self._take_marks_in(start, after, end)
            or self._hang(start, after, end)
            or self._push_down(start, fits)
        )

    def _take_marks_in(self, start: int, after: int, end: int) -> Line | None:
        """Return a line that ends behind the marks at ``after``, if squeezing gives the room."""
        for stop in range(after + 1, min(after + _LOOK_AHEAD, end) + 1):
            if stop == end or may_break(self._atoms, stop):
                full = self._trim(start, stop)
                if self._over(start, full) > self._squeezable(start, full):
                    return None
                return self._squeezed(start, full, last=stop == end)
        return None

    def _hang(self, start: int, after: int, end: int) -> Line | None:
        """Return a line whose last comma or stop hangs in the margin, if that mends it."""
        if not self._measure.hang or self._atoms[after].text not in _HANGING:
            return None
        stop = after + 1
        if self._atoms[after - 1].kind is Kind.SPACE:
            return None
        if stop < end and not may_break(self._atoms, stop):
            return None
        mark = self._atoms[after].width + self._measure.pad
        natural = self._natural(start, stop) - mark
        return Line(start, stop, self._room, natural, hang=mark, last=stop == end)

    def _push_down(self, start: int, fits: int) -> Line:
        """Return a line that ends at the last lawful place, or anywhere if there is none.

        A place that is lawful but for cutting a word or number comes second.
        """
        for is_lawful in (may_break, may_cut):
            for stop in range(fits, start, -1):
                if is_lawful(self._atoms, stop):
                    return self._line(start, self._trim(start, stop))
        return self._line(start, max(fits, start + 1))

    def _line(self, start: int, stop: int, *, last: bool = False) -> Line:
        return Line(start, stop, self._room, self._natural(start, stop), last=last)

    def _squeezed(self, start: int, stop: int, *, last: bool) -> Line:
        over = max(0.0, self._over(start, stop))
        return Line(start, stop, self._room, self._natural(start, stop), over, last=last)

    def _natural(self, start: int, stop: int) -> float:
        return self._sums[stop] - self._sums[start] - self._measure.pad if stop > start else 0.0

    def _over(self, start: int, stop: int) -> float:
        return self._natural(start, stop) - self._room

    def _squeezable(self, start: int, stop: int) -> float:
        marks = self._atoms[start:stop]
        return sum(atom.blank_left + atom.blank_right for atom in marks) + _ROUNDING

    def _skip_blanks(self, index: int, end: int) -> int:
        while index < end and self._atoms[index].kind is Kind.SPACE:
            index += 1
        return index

    def _trim(self, start: int, stop: int) -> int:
        """Return ``stop`` without the blanks before it."""
        while stop > start + 1 and self._atoms[stop - 1].kind is Kind.SPACE:
            stop -= 1
        return stop
