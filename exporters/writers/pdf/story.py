"""Turns the blocks of a document into flowables and into its structure tree."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import accumulate, zip_longest
from typing import assert_never

from reportlab.lib.units import mm
from reportlab.platypus.flowables import CondPageBreak, Flowable

from exporters import plates
from exporters.document import (
    Block,
    Cell,
    Document,
    Face,
    Form,
    FormRow,
    Letterhead,
    NamePlate,
    Paragraph,
    ParagraphStyle,
    Run,
    Sheet,
    SignatureRow,
    Signatures,
    SignOff,
    Statement,
    Table,
)
from exporters.page import PAGES
from exporters.progress import CancelToken, Progress
from exporters.styles import (
    FORM_LABEL,
    FORM_LABEL_MM,
    GRID_PT,
    LETTER_NUMBER,
    OFFICE_MARK,
    SIGN_OFF,
    SIGNATURE,
    SIGNATURES_HEADING,
    STATEMENT,
    TextStyle,
    office_mark_size,
    sign_off_indents,
    styles,
)
from exporters.writers.pdf import official
from exporters.writers.pdf.atoms import Atomizer
from exporters.writers.pdf.form import WHOLE_PT, BoxedRow, Column, inner_width
from exporters.writers.pdf.paragraph import Kept, ParagraphFlowable, Placed, TextBlock, lay_out
from exporters.writers.pdf.plates import PlateFlowable, fitted
from exporters.writers.pdf.signatures import LABEL_PT, SignatureFlowable, name_width, rule_width
from exporters.writers.pdf.structure import Element, Headings, Role

_BOX_SPACE_PT = 8.0  # around forms and statements
_LONG_PT = 150.0  # words of a signature row that are higher stand outside it
_LONG_SHARE = 1 / 2  # and those higher than this share of a low page

_Piece = Placed | CondPageBreak
"""What is built of a block: something placed on a page, or the start of a new page."""

_HEADINGS = {
    ParagraphStyle.TITLE: 1,
    ParagraphStyle.HEADING: 2,
    ParagraphStyle.HEADING_2: 3,
    ParagraphStyle.HEADING_3: 4,
    ParagraphStyle.HEADING_4: 5,
}


class Story:
    """Builds the flowables of one document. ``structure`` grows as they are built.

    ``page_height`` is the height of the text on a page in points.
    """

    def __init__(
        self, atomizer: Atomizer, sheet: Sheet, page_height: float, cancel: CancelToken
    ) -> None:
        self.structure = Element(Role.DOCUMENT)
        self._cancel = cancel
        self._atomizer = atomizer
        self._sheet = sheet
        self._styles = styles(sheet)
        self._width = PAGES[sheet].text_width_mm * mm
        self._page_height = page_height
        self._long = min(_LONG_PT, page_height * _LONG_SHARE)
        self._headings = Headings()
        self._parent = self.structure
        self._number = 0

    def build(self, document: Document, progress: Progress) -> list[Flowable]:
        """Return the flowables in order, headings joined to what they head.

        Raises MissingGlyph, and Cancelled, asked at each paragraph, row and signature.
        ``progress`` gets two steps a block, the first here.
        """
        built: list[tuple[_Piece, bool]] = []
        followed = zip_longest(document.blocks, document.blocks[1:])
        for number, (block, following) in enumerate(followed):
            self._cancel.check()
            self._number = number
            built += self._block(block, document.title)
            if isinstance(following, SignOff):
                built[-1] = (built[-1][0], True)
            progress(number + 1, steps(document))
        return list(self._join(built)) or [self._blank()]

    def _blank(self) -> Placed:
        """Return something to put on the one page of a document without content."""
        style = self._styles[ParagraphStyle.BODY]
        return ParagraphFlowable(0, lay_out(self._atomizer, (), style=style, width_pt=self._width))

    def _block(self, block: Block, title: str) -> Iterator[tuple[_Piece, bool]]:
        """Yield the flowables of ``block``, each with whether it is kept with the next."""
        match block:
            case Paragraph():
                if block.starts_page:
                    yield CondPageBreak(self._page_height), False
                yield self._paragraph(block)
            case Form(rows):
                yield from self._form(rows, title)
            case Table():
                yield from self._table(block, title)
            case Statement(text):
                yield self._statement(text, title), False
            case Letterhead():
                yield self._letterhead(block, title), True
            case SignOff():
                yield self._sign_off(block, title), False
            case Signatures():
                yield from self._signatures(block)
            case NamePlate():
                yield CondPageBreak(self._page_height), False
                yield self._plate(block, title), False
            case _:
                assert_never(block)

    def _join(self, built: list[tuple[_Piece, bool]]) -> Iterator[Flowable]:
        """Yield what is kept together as one, up to a page: more could not be kept."""
        waiting: list[Placed] = []
        height = 0.0
        for flowable, keeps in built:
            if isinstance(flowable, CondPageBreak):
                if waiting:
                    yield self._kept(waiting)
                    waiting, height = [], 0.0
                yield flowable
                continue
            waiting.append(flowable)
            height += flowable.content_height()
            if not keeps or height > self._page_height:
                yield self._kept(waiting)
                waiting, height = [], 0.0
        if waiting:
            yield self._kept(waiting)

    def _kept(self, members: list[Placed]) -> Placed:
        return members[0] if len(members) == 1 else Kept(members, self._page_height)

    def _text(
        self, runs: tuple[Run, ...], style: TextStyle, *, width: float, role: Role, place: str
    ) -> TextBlock:
        self._cancel.check()
        element = self._parent.child(role)
        return lay_out(
            self._atomizer, runs, style=style, width_pt=width, element=element, place=place
        )

    def _paragraph(self, paragraph: Paragraph) -> tuple[Placed, bool]:
        style = self._styles[paragraph.style]
        level = _HEADINGS.get(paragraph.style)
        role = self._headings.role(level) if level else Role.PARAGRAPH
        text = self._text(
            paragraph.runs, style, width=self._width, role=role, place=paragraph.place
        )
        return ParagraphFlowable(self._number, text), style.keep_with_next

    def _form(self, rows: tuple[FormRow, ...], title: str) -> Iterator[tuple[Placed, bool]]:
        table = self.structure.child(Role.TABLE)
        is_double = any(row.beside for row in rows)
        for index, row in enumerate(rows):
            before = _BOX_SPACE_PT if index == 0 else 0.0
            after = _BOX_SPACE_PT if index == len(rows) - 1 else 0.0
            element = table.child(Role.ROW)
            yield self._form_row(row, element, title, before=before, after=after), False
            if is_double and row.beside is None:
                element.kids[-1].columns = 3

    def _form_row(
        self, row: FormRow, element: Element, title: str, *, before: float, after: float
    ) -> BoxedRow:
        pairs = [row] if row.beside is None else [row, row.beside]
        width = self._width / len(pairs)
        columns: list[Column] = []
        for number, pair in enumerate(pairs):
            columns += self._columns(pair, (number * width, width), element, title)
        return BoxedRow(
            self._number,
            tuple(columns),
            before=before,
            after=after,
            least=min(max(pair.least_mm for pair in pairs) * mm, self._page_height),
            whole_pt=self._page_height if row.is_whole else WHOLE_PT,
        )

    def _columns(
        self, row: FormRow, at: tuple[float, float], element: Element, title: str
    ) -> tuple[Column, Column]:
        """Return a label and its values, which stand ``at`` a place and width of the line."""
        left, width = at
        label_width = FORM_LABEL_MM * mm
        value_width = width - label_width
        place = next((value.place for value in row.values if value.place), title)
        self._parent = element
        label = self._text(
            (Run(row.label, FORM_LABEL.face),),
            FORM_LABEL,
            width=inner_width(label_width),
            role=Role.TABLE_HEADING,
            place=place,
        )
        self._parent = element.child(Role.CELL)
        values = tuple(self._value(value, inner_width(value_width)) for value in row.values)
        foot = self._value(row.foot, inner_width(value_width)) if row.foot else None
        self._parent = self.structure
        return (
            Column(left, label_width, (label,), is_centred=True),
            Column(left + label_width, value_width, values, is_centred=not foot, foot=foot),
        )

    def _value(self, value: Paragraph, width: float) -> TextBlock:
        style = self._styles[value.style]
        return self._text(value.runs, style, width=width, role=Role.PARAGRAPH, place=value.place)

    def _table(self, block: Table, title: str) -> Iterator[tuple[Placed, bool]]:
        """Yield the heads, kept with the first row, and the rows, which a whole table keeps too."""
        widths = tuple(width * mm for width in block.widths_mm)
        places = tuple(zip(accumulate(widths[:-1], initial=0.0), widths, strict=True))
        table = self.structure.child(Role.TABLE)
        made: list[tuple[Column, ...]] = []
        if block.heads:
            element = table.child(Role.ROW)
            made.append(
                tuple(
                    self._head(*one, element, title)
                    for one in zip(block.heads, places, strict=True)
                )
            )
        for cells in block.rows:
            element = table.child(Role.ROW)
            made.append(tuple(self._cell(*one, element) for one in zip(cells, places, strict=True)))
        for index, columns in enumerate(made):
            is_head = index == 0 and bool(block.heads)
            row = BoxedRow(
                self._number,
                columns,
                before=_BOX_SPACE_PT if index == 0 else 0.0,
                after=_BOX_SPACE_PT if index == len(made) - 1 else 0.0,
                least=0.0 if is_head else block.least_mm * mm,
            )
            is_kept = index < len(made) - 1 and (is_head or block.whole)
            yield row, is_kept

    def _head(self, head: str, at: tuple[float, float], element: Element, place: str) -> Column:
        self._parent = element
        width = inner_width(at[1])
        runs = (Run(head, FORM_LABEL.face),)
        text = self._text(runs, FORM_LABEL, width=width, role=Role.TABLE_HEADING, place=place)
        element.kids[-1].heads_column = True
        self._parent = self.structure
        return Column(*at, (text,), is_centred=True)

    def _cell(self, values: Cell, at: tuple[float, float], element: Element) -> Column:
        self._parent = element.child(Role.CELL)
        texts = tuple(self._value(value, inner_width(at[1])) for value in values)
        self._parent = self.structure
        return Column(*at, texts, is_centred=True)

    def _statement(self, words: str, title: str) -> Placed:
        runs = (Run(words, STATEMENT.face),)
        width = inner_width(self._width)
        text = self._text(runs, STATEMENT, width=width, role=Role.PARAGRAPH, place=title)
        columns = (Column(0.0, self._width, (text,)),)
        return BoxedRow(self._number, columns, before=_BOX_SPACE_PT, after=_BOX_SPACE_PT)

    def _letterhead(self, block: Letterhead, title: str) -> Placed:
        runs = (Run(block.office, OFFICE_MARK.face),)
        size = office_mark_size(block.office)
        look = replace(OFFICE_MARK, size_pt=size, leading_pt=size)
        office = self._text(runs, look, width=self._width, role=Role.PARAGRAPH, place=title)
        is_letter = self._sheet is Sheet.LETTER
        style = LETTER_NUMBER if is_letter else self._styles[ParagraphStyle.NUMBER]
        runs = (Run(block.number, style.face),)
        number = self._text(runs, style, width=self._width, role=Role.PARAGRAPH, place=title)
        made = official.LetterLetterhead if is_letter else official.Letterhead
        return made(self._number, office, number)

    def _sign_off(self, block: SignOff, place: str) -> Placed:
        indents = sign_off_indents(block.office, block.day)
        texts = tuple(
            self._text(
                (Run(words, SIGN_OFF.face),),
                SIGN_OFF,
                width=self._width - indent * GRID_PT,
                role=Role.PARAGRAPH,
                place=place,
            )
            for words, indent in zip((block.office, block.day), indents, strict=True)
        )
        return official.SignOff(self._number, texts)

    def _plate(self, plate: NamePlate, title: str) -> Placed:
        place = plate.name or title
        texts: list[TextBlock] = []
        for words, look, height in (
            (plate.name, plates.NAME, plates.NAME_HEIGHT_PT),
            (plate.office, plates.OFFICE, plates.OFFICE_HEIGHT_PT),
        ):
            element = self.structure.child(Role.PARAGRAPH)
            texts.append(fitted(self._atomizer, words, look, height, element=element, place=place))
        return PlateFlowable(self._number, texts[0], texts[1], self._page_height)

    def _signatures(self, block: Signatures) -> Iterator[tuple[Placed, bool]]:
        if block.heading:
            runs = (Run(block.heading, SIGNATURES_HEADING.face),)
            role = self._headings.role(2)
            heading = self._text(
                runs, SIGNATURES_HEADING, width=self._width, role=role, place=block.place
            )
            yield ParagraphFlowable(self._number, heading), True
        for row in block.rows:
            yield from self._signature(row, block.place)

    def _signature(self, row: SignatureRow, place: str) -> Iterator[tuple[Placed, bool]]:
        """Yield one row; what is absurdly long in it as paragraphs before and after its line."""
        self._cancel.check()
        element = self._parent.child(Role.PARAGRAPH)
        label = self._in_row(row.label, LABEL_PT, element, place=place)
        name = self._in_row(row.name, name_width(self._width), element, place=place)
        instead = self._in_row(row.instead, rule_width(self._width), element, place=place)
        remark = self._remark(row.remark, place) if row.remark else None
        if max(label.height, name.height, instead.height) > self._long:
            for words in filter(None, (row.label, row.name, row.instead)):
                text = self._in_row(words, self._width, element, place=place)
                yield ParagraphFlowable(self._number, text), False
            label = name = instead = self._in_row("", self._width, element, place=place)
        long_remark = remark if remark and remark.height > self._long else None
        signature = SignatureFlowable(
            self._number,
            label=label,
            name=name,
            remark=None if long_remark else remark,
            instead=instead if row.instead else None,
            width=self._width,
        )
        yield signature, False
        if long_remark:
            yield ParagraphFlowable(self._number, long_remark), False

    def _in_row(self, words: str, width: float, element: Element, *, place: str) -> TextBlock:
        runs = (Run(words, SIGNATURE.face),)
        return lay_out(
            self._atomizer, runs, style=SIGNATURE, width_pt=width, element=element, place=place
        )

    def _remark(self, remark: str, place: str) -> TextBlock:
        style = self._styles[ParagraphStyle.REMARK]
        runs = (Run(remark, Face.KAI),)
        return self._text(runs, style, width=self._width, role=Role.PARAGRAPH, place=place)


def steps(document: Document) -> int:
    """Return how many steps of progress a document takes: each block is read and set."""
    return max(1, 2 * len(document.blocks))
