"""Place cards: one text on both sides of a folded sheet."""

from dataclasses import replace
from itertools import count

from exporters.document import Run
from exporters.plates import (
    EDGE_PT,
    FOLD_MARK_PT,
    LEADING,
    LEAST_ONE_LINE_PT,
    MARGIN_PT,
    SIDE_HEIGHT_PT,
    SIDE_WIDTH_PT,
    SMALLER,
    WIDTH_PT,
)
from exporters.styles import TextStyle
from exporters.writers.pdf.atoms import Atomizer
from exporters.writers.pdf.paragraph import Placed, TextBlock, lay_out
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
    for step in count():
        size = style.size_pt * SMALLER**step
        look = replace(style, size_pt=size, leading_pt=size * LEADING)
        text = lay_out(
            atomizer,
            (Run(words, style.face),),
            style=look,
            width_pt=WIDTH_PT,
            element=element,
            place=place,
        )
        is_small = size < min(LEAST_ONE_LINE_PT, style.size_pt / 2)
        if text.height <= height and (len(text.lines) == 1 or is_small):
            return text
    raise AssertionError("some type is small enough")


class PlateFlowable(Placed):
    """A whole sheet; it takes all the ``height`` of the text on a page."""

    def __init__(self, number: int, name: TextBlock, office: TextBlock, height: float) -> None:
        super().__init__(number)
        self._name = name
        self._office = office
        self._height = height

    def content_height(self) -> float:
        """Return the height of the text on a page."""
        return self._height

    def parts(self, height: float) -> list[Placed]:  # noqa: ARG002 - a sheet is not divided
        """Return nothing: a card is one sheet."""
        return []

    def paint(self, canvas: TaggedCanvas, left: float, top: float) -> None:  # noqa: ARG002 - all of the sheet is the card's
        """Put both sides on the sheet; only the first is read."""
        canvas.leave_bare()
        name, office = self._places()
        canvas.put_text(f"q {_LEFT}")
        self._name.paint(canvas, MARGIN_PT, name)
        self._office.paint(canvas, MARGIN_PT, office)
        canvas.put_text("Q")
        words = [
            self._name.operators(MARGIN_PT, name),
            self._office.operators(MARGIN_PT, office),
        ]
        canvas.put_artifact("\n".join((f"q {_RIGHT}", *words, "Q")))
        fold, high = SIDE_HEIGHT_PT, SIDE_WIDTH_PT
        canvas.put_rules(
            [
                (fold, EDGE_PT, fold, EDGE_PT + FOLD_MARK_PT),
                (fold, high - EDGE_PT, fold, high - EDGE_PT - FOLD_MARK_PT),
            ]
        )

    def _places(self) -> tuple[float, float]:
        """Return how high name and office begin: both in the middle of a side."""
        height = self._name.height + self._office.height
        top = (SIDE_HEIGHT_PT + height) / 2
        return top, top - self._name.height
