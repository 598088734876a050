"""Builds what is ruled, with its part of the structure: forms, tables, the boxed statement."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import accumulate
from typing import Protocol

from reportlab.lib.units import mm

from exporters.document import Cell, FormRow, Paragraph, ParagraphStyle, Run, Table
from exporters.styles import FORM_LABEL, FORM_LABEL_MM, STATEMENT, TextStyle
from exporters.writers.pdf.form import LEAST_ROW_PT, WHOLE_PT, BoxedRow, Column, inner_width
from exporters.writers.pdf.paragraph import TextBlock
from exporters.writers.pdf.structure import Element, Role
from exporters.writers.pdf.table import HEADS_SHARE, TableFlowable, TableRows

_BOX_SPACE_PT = 8.0  # around forms, tables and statements
_HEADING_PT = 64.0  # room that a table kept on one page leaves to its heading


class SetText(Protocol):
    """Breaks the text of an element into lines. Raises MissingGlyph, and Cancelled."""

    def __call__(
        self,
        runs: tuple[Run, ...],
        style: TextStyle,
        *,
        width: float,
        element: Element,
        place: str,
    ) -> TextBlock:
        """Return the lines of ``runs``, ``width`` points wide."""
        ...


@dataclass(frozen=True, slots=True)
class RuledBlock:
    """What the building of one block needs to know.

    ``number`` is that of the block, ``place`` where its text comes from if it does not say so
    itself. Lengths are in points: ``width`` of the text, ``page_height`` of the text on a page.
    """

    set_text: SetText
    styles: Mapping[ParagraphStyle, TextStyle]
    parent: Element
    number: int
    place: str
    width: float
    page_height: float

    def statement(self, words: str) -> BoxedRow:
        """Return the boxed statement."""
        text = self._plain(words, STATEMENT, self.width, self.parent.child(Role.PARAGRAPH))
        columns = (Column(0.0, self.width, (text,)),)
        return BoxedRow(self.number, columns, before=_BOX_SPACE_PT, after=_BOX_SPACE_PT)

    def form(self, rows: tuple[FormRow, ...]) -> Iterator[BoxedRow]:
        """Yield the lines of a form."""
        table = self.parent.child(Role.TABLE)
        is_double = any(row.beside for row in rows)
        for index, row in enumerate(rows):
            before = _BOX_SPACE_PT if index == 0 else 0.0
            after = _BOX_SPACE_PT if index == len(rows) - 1 else 0.0
            element = table.child(Role.ROW)
            yield self._form_row(row, element, before=before, after=after)
            if is_double and row.beside is None:
                element.kids[-1].columns = 3

    def table(self, block: Table) -> TableFlowable:
        """Return the table; heads too high to stand on every page are its first row."""
        widths = tuple(width * mm for width in block.widths_mm)
        places = tuple(zip(accumulate(widths[:-1], initial=0.0), widths, strict=True))
        element = self.parent.child(Role.TABLE)
        rows: list[BoxedRow] = []
        heads: BoxedRow | None = None
        if block.heads:
            row = element.child(Role.ROW)
            found = (self._head(*one, row) for one in zip(block.heads, places, strict=True))
            heads = BoxedRow(self.number, tuple(found))
            if heads.content_height() > self.page_height * HEADS_SHARE:
                rows, heads = [heads], None
        room = self.page_height - (heads.content_height() if heads else 0.0)
        least = _least(block.least_mm, room)
        for cells in block.rows:
            row = element.child(Role.ROW)
            columns = tuple(self._cell(*one, row) for one in zip(cells, places, strict=True))
            rows.append(BoxedRow(self.number, columns, least=least, whole_pt=room))
        whole_pt = self.page_height - _HEADING_PT if block.whole else 0.0
        return TableFlowable(
            self.number,
            TableRows.of(tuple(rows), heads, whole_pt=whole_pt),
            first=0,
            last=len(rows),
            before=_BOX_SPACE_PT,
            after=_BOX_SPACE_PT,
        )

    def _form_row(self, row: FormRow, element: Element, *, before: float, after: float) -> BoxedRow:
        pairs = [row] if row.beside is None else [row, row.beside]
        width = self.width / len(pairs)
        columns: list[Column] = []
        for number, pair in enumerate(pairs):
            columns += self._columns(pair, (number * width, width), element)
        return BoxedRow(
            self.number,
            tuple(columns),
            before=before,
            after=after,
            least=_least(max(pair.least_mm for pair in pairs), self.page_height),
            whole_pt=self.page_height if row.is_whole else WHOLE_PT,
        )

    def _columns(
        self, row: FormRow, at: tuple[float, float], element: Element
    ) -> tuple[Column, Column]:
        """Return a label and its values, which stand ``at`` a place and width of the line."""
        left, width = at
        label_width = FORM_LABEL_MM * mm
        value_width = width - label_width
        place = next((value.place for value in row.values if value.place), "")
        heading = element.child(Role.TABLE_HEADING)
        label = self._plain(row.label, FORM_LABEL, label_width, heading, place=place)
        cell = element.child(Role.CELL)
        values = tuple(self._value(value, value_width, cell) for value in row.values)
        foot = self._value(row.foot, value_width, cell) if row.foot else None
        return (
            Column(left, label_width, (label,), is_centred=True),
            Column(left + label_width, value_width, values, is_centred=not foot, foot=foot),
        )

    def _head(self, head: str, at: tuple[float, float], element: Element) -> Column:
        heading = element.child(Role.TABLE_HEADING)
        heading.heads_column = True
        return Column(*at, (self._plain(head, FORM_LABEL, at[1], heading),), is_centred=True)

    def _cell(self, values: Cell, at: tuple[float, float], element: Element) -> Column:
        cell = element.child(Role.CELL)
        texts = tuple(self._value(value, at[1], cell) for value in values)
        return Column(*at, texts, is_centred=True)

    def _value(self, value: Paragraph, width: float, cell: Element) -> TextBlock:
        return self.set_text(
            value.runs,
            self.styles[value.style],
            width=inner_width(width),
            element=cell.child(Role.PARAGRAPH),
            place=value.place,
        )

    def _plain(
        self, words: str, style: TextStyle, width: float, element: Element, *, place: str = ""
    ) -> TextBlock:
        """Return words in the face of their style, in a column of ``width``."""
        return self.set_text(
            (Run(words, style.face),),
            style,
            width=inner_width(width),
            element=element,
            place=place or self.place,
        )


def _least(least_mm: float, room: float) -> float:
    """Return the least height of a row on a page with ``room``, in points."""
    return min(max(least_mm * mm, LEAST_ROW_PT), room)
