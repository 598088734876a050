"""Ruled boxes: the rows of forms and tables, and the advisory statement.

A row is made of columns of text that break between lines; each part of a row that was broken
across pages is ruled on all sides. The label stands in the first part.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from exporters.styles import CELL_PADDING_PT, FORM_LABEL
from exporters.writers.pdf.flow import Flowable
from exporters.writers.pdf.paragraph import TextBlock
from exporters.writers.pdf.tagged_canvas import TaggedCanvas

_ABOVE_PT = 4.0
"""Blank between a rule and the text below or above it."""

WHOLE_PT = 90.0
"""Rows up to this height, four lines or so, go to the next page rather than break."""

_ABOVE_FOOT_PT = 6.0
"""Blank above the foot of a cell, into which a signature reaches."""

_FEWEST = 2
"""Lines of the values that stand at the foot of a page before the row breaks."""


@dataclass(frozen=True, slots=True)
class Column:
    """Paragraphs one below the other. ``left`` and ``width`` are those of the column, in points.

    ``is_centred`` puts them in the middle of the height; ``foot`` stands at the lower edge.
    """

    left: float
    width: float
    texts: tuple[TextBlock, ...]
    is_centred: bool = False
    foot: TextBlock | None = None

    @property
    def height(self) -> float:
        """Height of the text in points."""
        return sum(text.height for text in self.texts) + self._foot_height()

    @property
    def line_count(self) -> int:
        """Number of lines."""
        return sum(len(text.lines) for text in self.texts)

    def cut(self, height: float) -> tuple["Column", "Column"]:
        """Return what fits into ``height`` points, and the rest, which has the foot."""
        head: list[TextBlock] = []
        left = height
        for index, text in enumerate(self.texts):
            count = text.fitting(left)
            if count < len(text.lines):
                parts = text.cut(count)
                head += [part for part in parts[:1] if part.lines]
                tail = (parts[1], *self.texts[index + 1 :])
                return replace(self, texts=tuple(head), foot=None), replace(self, texts=tail)
            head.append(text)
            left -= text.height
        if self.foot and self._foot_height() > left:
            return replace(self, foot=None), replace(self, texts=())
        return self, replace(self, texts=(), foot=None)

    def _foot_height(self) -> float:
        return self.foot.height + _ABOVE_FOOT_PT if self.foot else 0.0


LEAST_ROW_PT = FORM_LABEL.leading_pt + 2 * _ABOVE_PT
"""Height of a row of one line, and of one without a word."""


def inner_width(width: float) -> float:
    """Return the width of the text in a column of ``width`` points."""
    return width - 2 * CELL_PADDING_PT


class BoxedRow(Flowable):
    """Columns side by side with rules around and between them, at least ``least`` points high.

    Up to a height of ``whole_pt`` the row goes to the next page rather than break.
    """

    def __init__(
        self,
        number: int,
        columns: tuple[Column, ...],
        *,
        before: float = 0.0,
        after: float = 0.0,
        least: float = 0.0,
        whole_pt: float = WHOLE_PT,
    ) -> None:
        super().__init__(number, before=before, after=after)
        self._columns = columns
        self._least = least
        self._whole_pt = whole_pt

    def content_height(self) -> float:
        """Return the height of the highest column with the blanks above and below."""
        highest = max((column.height for column in self._columns), default=0.0)
        return max(highest + 2 * _ABOVE_PT, self._least)

    def parts(self, height: float) -> list["BoxedRow"]:
        """Break between lines, not in low rows and not behind a single line of the values."""
        if self.content_height() <= self._whole_pt:
            return []
        cuts = [column.cut(height - 2 * _ABOVE_PT) for column in self._columns]
        heads = tuple(head for head, _ in cuts)
        tails = tuple(tail for _, tail in cuts)
        is_empty = not any(head.texts for head in heads)
        if is_empty or (tails[-1].texts and heads[-1].line_count < _FEWEST):
            return []
        return [
            BoxedRow(self.number, heads, before=self.before),
            BoxedRow(self.number, tails, after=self.after, whole_pt=min(WHOLE_PT, self._whole_pt)),
        ]

    def paint(self, canvas: TaggedCanvas, left: float, top: float) -> None:
        """Put the text and the rules on the page."""
        for text, x, y in self._places(left, top):
            text.paint(canvas, x, y)
        canvas.put_rules(self._rules(left, top, top - self.content_height()))

    def paint_again(self, canvas: TaggedCanvas, left: float, top: float) -> None:
        """Put the same on a further page, where it is seen but not read."""
        texts = [text.operators(x, y) for text, x, y in self._places(left, top)]
        canvas.put_artifact("\n".join(texts))
        canvas.put_rules(self._rules(left, top, top - self.content_height()))

    def _places(self, left: float, top: float) -> Iterator[tuple[TextBlock, float, float]]:
        """Yield the texts, each with its top left corner."""
        height = self.content_height()
        for column in self._columns:
            x = left + column.left + CELL_PADDING_PT
            y = top - _ABOVE_PT
            if column.is_centred:
                y = top - (height - column.height) / 2
            for text in column.texts:
                yield text, x, y
                y -= text.height
            if column.foot:
                yield column.foot, x, top - height + _ABOVE_PT + column.foot.height

    def _rules(
        self, left: float, top: float, bottom: float
    ) -> list[tuple[float, float, float, float]]:
        last = self._columns[-1]
        right = left + last.left + last.width
        sides = [left + column.left for column in self._columns] + [right]
        upright = [(x, top, x, bottom) for x in sides]
        return [(left, top, right, top), (left, bottom, right, bottom), *upright]
