"""The page loop of the PDF writer, with boxes instead of words."""

from collections.abc import Sequence

import pytest

from exporters.writers.pdf.flow import Area, Flowable, PageBreak, Piece, TooHigh, flow

AREA = Area(left=50, top=700, height=600)


class Box(Flowable):
    """So many points high; broken after any whole ``unit``, if it has one."""

    def __init__(
        self, height: float, *, unit: float = 0.0, before: float = 0.0, after: float = 0.0
    ) -> None:
        super().__init__(0, before=before, after=after)
        self._height = height
        self._unit = unit

    def paint(self, canvas: "Paper", left: float, top: float) -> None:  # type: ignore[override] # what it paints on
        """Note the place."""
        canvas.pages[-1].append((left, top, self._height))

    def content_height(self) -> float:
        """Return the height in points."""
        return self._height

    def parts(self, height: float) -> Sequence["Box"]:
        """Break after the last whole unit."""
        fits = height // self._unit * self._unit if self._unit else 0.0
        return [Box(fits), Box(self._height - fits, unit=self._unit)] if fits else []


class Paper:
    """Collects what is painted, page by page."""

    def __init__(self) -> None:
        self.pages: list[list[tuple[float, float, float]]] = [[]]

    def showPage(self) -> None:  # noqa: N802 - ReportLab's name
        """End the page."""
        self.pages.append([])


def painted(*pieces: Piece) -> list[list[tuple[float, float, float]]]:
    """Return left, top and height of the boxes on each page that was ended."""
    paper = Paper()
    flow(pieces, paper, AREA, lambda _flowable: None)  # type: ignore[arg-type] # what boxes paint on
    *ended, opened = paper.pages
    assert opened == []
    return ended


def test_flowables_stand_one_below_the_other_and_go_on_at_the_head_of_the_next_page() -> None:
    assert painted(Box(250), Box(250), Box(250)) == [
        [(50, 700, 250), (50, 450, 250)],
        [(50, 700, 250)],
    ]


def test_of_two_spaces_the_larger_counts_and_none_at_the_head_of_a_page() -> None:
    pages = painted(Box(100, before=30, after=10), Box(100, before=25), Box(500, before=40))
    assert pages == [[(50, 700, 100), (50, 575, 100)], [(50, 700, 500)]]


def test_a_full_page_holds_its_last_line_in_spite_of_rounding() -> None:
    assert len(painted(*[Box(600 / 7 + 1e-9)] * 7)) == 1


def test_what_can_be_broken_fills_the_page_and_goes_on_as_often_as_it_must() -> None:
    pages = painted(Box(550), Box(1300, unit=20))
    assert [[height for _, _, height in page] for page in pages] == [[550, 40], [600], [600], [60]]


def test_a_page_break_starts_a_page_but_never_an_empty_one() -> None:
    pages = painted(PageBreak(), Box(10), PageBreak(), PageBreak(), Box(600), PageBreak(), Box(5))
    assert pages == [[(50, 700, 10)], [(50, 700, 600)], [(50, 700, 5)]]
    assert painted(Box(10), PageBreak()) == [[(50, 700, 10)]]


def test_what_fits_no_page_and_cannot_be_broken_is_refused() -> None:
    with pytest.raises(TooHigh, match=r"Box of 601\.0 pt"):
        painted(Box(10), Box(601))


def test_every_part_that_is_on_its_page_is_told_in_order() -> None:
    told: list[float] = []
    boxes = [Box(550), Box(100, unit=20)]
    flow(boxes, Paper(), AREA, lambda box: told.append(box.content_height()))  # type: ignore[arg-type] # as above
    assert told == [550, 40, 60]
