"""Places to sign by hand: who signs, and an empty line long enough for a name and a date."""

from exporters.writers.pdf.paragraph import Placed, TextBlock
from exporters.writers.pdf.tagged_canvas import TaggedCanvas

RULE_SHARE = 0.5
"""Share of the text width that the line to sign on takes, at the right."""

_GAP_PT = 8.0
"""Blank between the words and the line."""


class SignatureFlowable(Placed):
    """One row: words, a rule, and a remark below. It never breaks."""

    def __init__(
        self, number: int, *, words: TextBlock, remark: TextBlock | None, width: float
    ) -> None:
        super().__init__(number)
        self._words = words
        self._remark = remark
        self._width = width

    def content_height(self) -> float:
        """Return the height of words and remark."""
        return self._words.height + (self._remark.height if self._remark else 0.0)

    def parts(self, height: float) -> list[Placed]:  # noqa: ARG002 - a row is not divided
        """Return nothing: the row goes to the next page."""
        return []

    def paint(self, canvas: TaggedCanvas, left: float, top: float) -> None:
        """Put words, rule and remark on the page."""
        self._words.paint(canvas, left, top)
        bottom = top - self._words.height
        base = bottom + self._words.style.leading_pt / 2 - self._words.style.size_pt / 2
        start = left + self._width * (1 - RULE_SHARE)
        canvas.put_rules([(start, base - 1, left + self._width, base - 1)])
        if self._remark is not None:
            self._remark.paint(canvas, left, bottom)


def words_width(width: float) -> float:
    """Return the room for the words before the rule, of a text ``width`` points wide."""
    return width * (1 - RULE_SHARE) - _GAP_PT
