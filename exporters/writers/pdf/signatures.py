"""Places to sign by hand: who signs, and an empty line long enough for a name and a date."""

from exporters.writers.pdf.flow import Flowable
from exporters.writers.pdf.paragraph import TextBlock
from exporters.writers.pdf.tagged_canvas import TaggedCanvas

LABEL_PT = 88.0
"""Width of the capacity in which someone signs: seven characters."""

_RULE_SHARE = 0.5
"""Share of the text width that the line to sign on takes, at the right."""

_GAP_PT = 8.0
"""Blank between the name and the line."""


class SignatureFlowable(Flowable):
    """One row: label, name and rule side by side, and a remark below. It never breaks.

    ``instead`` stands in the place of the rule. ``width`` is that of the text in points.
    """

    def __init__(
        self,
        number: int,
        *,
        label: TextBlock,
        name: TextBlock,
        remark: TextBlock | None,
        instead: TextBlock | None,
        width: float,
    ) -> None:
        super().__init__(number)
        self._label = label
        self._name = name
        self._remark = remark
        self._instead = instead
        self._width = width

    def content_height(self) -> float:
        """Return the height of words and remark."""
        return self._words_height() + (self._remark.height if self._remark else 0.0)

    def parts(self, height: float) -> list[Flowable]:  # noqa: ARG002 - a row is not divided
        """Return nothing: the row goes to the next page."""
        return []

    def paint(self, canvas: TaggedCanvas, left: float, top: float) -> None:
        """Put words, rule and remark on the page."""
        self._label.paint(canvas, left, top)
        self._name.paint(canvas, left + LABEL_PT, top)
        bottom = top - self._words_height()
        start = left + self._width * (1 - _RULE_SHARE)
        if self._instead is not None:
            self._instead.paint(canvas, start, top)
        else:
            style = self._name.style
            base = bottom + (style.leading_pt - style.size_pt) / 2 - 1
            canvas.put_rules([(start, base, left + self._width, base)])
        if self._remark is not None:
            self._remark.paint(canvas, left, bottom)

    def _words_height(self) -> float:
        instead = self._instead.height if self._instead else 0.0
        return max(self._label.height, self._name.height, instead)


def rule_width(width: float) -> float:
    """Return the length of the line to sign on, of a text ``width`` points wide."""
    return width * _RULE_SHARE


def name_width(width: float) -> float:
    """Return the room for the name before the rule, of a text ``width`` points wide."""
    return width * (1 - _RULE_SHARE) - LABEL_PT - _GAP_PT
