"""Place cards: one text on both sides of a folded sheet."""

from dataclasses import replace
from itertools import accumulate

from exporters.document import Run
from exporters.plates import (
    EDGE_PT,
    FOLD_MARK_PT,
    GAP_PT,
    LEADING,
    MARGIN_PT,
    SIDE_HEIGHT_PT,
    SIDE_WIDTH_PT,
    WIDTH_PT,
    is_small,
    type_sizes,
)
from exporters.styles import TextStyle
from exporters.writers.pdf.atoms import Atomizer
from exporters.writers.pdf.flow import Flowable
from exporters.writers.pdf.paragraph import TextBlock, lay_out
from exporters.writers.pdf.structure import Element
from exporters.writers.pdf.tagged_canvas import TaggedCanvas

# A side stands on its end: these turn its lower left corner and its axes to the sheet's.
_LEFT = f"0 -1 1 0 0 {SIDE_WIDTH_PT:.3f} cm"
_RIGHT = f"0 1 -1 0 {2 * SIDE_HEIGHT_PT:.3f} 0 cm"


def fitted(
    atomizer: Atomizer,
    words: str,
    style: TextStyle,
    height: float,
    *,
    element: Element,
    place: str,
) -> TextBlock:
    """Return ``words`` in the largest type, up to that of ``style``, that ``height`` points hold.

    On one line, unless that would be small beside several. Raises MissingGlyph with ``place``.
    """
    for size in type_sizes(style):
        look = replace(style, size_pt=size, leading_pt=size * LEADING)
        text = lay_out(
            atomizer,
            (Run(words, style.face),),
            style=look,
            width_pt=WIDTH_PT,
            element=element,
            place=place,
        )
        if text.height <= height and (len(text.lines) == 1 or is_small(size, style)):
            return text
    raise AssertionError("some type is small enough")


class PlateFlowable(Flowable):
    """A whole sheet with ``texts`` on both sides; it takes all the ``height`` of the text on a page."""

    def __init__(self, number: int, texts: tuple[TextBlock, ...], height: float) -> None:
        super().__init__(number)
        self._texts = texts
        self._height = height

    def content_height(self) -> float:
        """Return the height of the text on a page."""
        return self._height

    def parts(self, height: float) -> list[Flowable]:  # noqa: ARG002 - a sheet is not divided
        """Return nothing: a card is one sheet."""
        return []

    def paint(self, canvas: TaggedCanvas, left: float, top: float) -> None:  # noqa: ARG002 - all of the sheet is the card's
        """Put both sides on the sheet; only the first is read."""
        canvas.leave_bare()
        placed = list(zip(self._texts, self._tops(), strict=True))
        canvas.put_text(f"q {_LEFT}")
        for text, y in placed:
            text.paint(canvas, MARGIN_PT, y)
        canvas.put_text("Q")
        words = [text.operators(MARGIN_PT, y) for text, y in placed]
        canvas.put_artifact("\n".join((f"q {_RIGHT}", *words, "Q")))
        fold, high = SIDE_HEIGHT_PT, SIDE_WIDTH_PT
        canvas.put_rules(
            [
                (fold, EDGE_PT, fold, EDGE_PT + FOLD_MARK_PT),
                (fold, high - EDGE_PT, fold, high - EDGE_PT - FOLD_MARK_PT),
            ]
        )

    def _tops(self) -> list[float]:
        """Return how high each text begins; together they stand in the middle of a side."""
        heights = [text.height + GAP_PT for text in self._texts]
        top = (SIDE_HEIGHT_PT + sum(heights) - GAP_PT) / 2
        return [top - above for above in accumulate(heights[:-1], initial=0.0)]
