"""Turns the blocks of a document into flowables and into its structure tree."""

from collections.abc import Iterator
from itertools import zip_longest
from typing import assert_never

from reportlab.lib.units import mm

from exporters import plates
from exporters.document import (
    Block,
    Document,
    Face,
    Form,
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
    SIGNATURE,
    SIGNATURES_HEADING,
    SIGNATURES_ON_ONE_PAGE,
    TextStyle,
    styles,
)
from exporters.writers.pdf import official
from exporters.writers.pdf.atoms import Atomizer
from exporters.writers.pdf.flow import Flowable, PageBreak, Piece
from exporters.writers.pdf.form import BoxedRow
from exporters.writers.pdf.paragraph import Kept, ParagraphFlowable, TextBlock, lay_out
from exporters.writers.pdf.plates import PlateFlowable, fitted
from exporters.writers.pdf.ruled import RuledBlock
from exporters.writers.pdf.signatures import LABEL_PT, SignatureFlowable, name_width, rule_width
from exporters.writers.pdf.structure import Element, Headings, Role
from exporters.writers.pdf.table import FollowedTable, TableFlowable

_LONG_PT = 150.0  # words of a signature row that are higher stand outside it
_LONG_SHARE = 1 / 2  # and those higher than this share of a low page

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
        self._number = 0

    def build(self, document: Document, progress: Progress) -> list[Piece]:
        """Return what flows down the pages in order, headings joined to what they head.

        Raises MissingGlyph, and Cancelled, asked at each paragraph, row and signature.
        ``progress`` gets two steps a block, the first here.
        """
        built: list[tuple[Piece, bool]] = []
        followed = zip_longest(document.blocks, document.blocks[1:])
        for number, (block, following) in enumerate(followed):
            self._cancel.check()
            self._number = number
            built += self._block(block, document.title)
            if isinstance(following, Signatures) and built:
                built[-1:] = self._signed(built[-1])
            elif isinstance(following, SignOff) and built:
                built[-1] = (built[-1][0], True)
            progress(number + 1, steps(document))
        return list(self._join(built)) or [self._blank()]

    def _blank(self) -> Flowable:
        """Return something to put on the one page of a document without content."""
        style = self._styles[ParagraphStyle.BODY]
        return ParagraphFlowable(0, lay_out(self._atomizer, (), style=style, width_pt=self._width))

    def _block(self, block: Block, title: str) -> Iterator[tuple[Piece, bool]]:
        """Yield the flowables of ``block``, each with whether it is kept with the next."""
        match block:
            case Paragraph():
                if block.starts_page:
                    yield PageBreak(), False
                yield self._paragraph(block)
            case Form(rows):
                yield from ((row, False) for row in self._ruled(title).form(rows))
            case Table():
                yield from self._table(block, title)
            case Statement(text):
                yield self._ruled(title).statement(text), False
            case Letterhead() | SignOff():
                yield from self._official(block, title)
            case Signatures():
                yield from self._signatures(block)
            case NamePlate():
                yield from self._plate(block, title)
            case _:
                assert_never(block)

    def _signed(self, piece: tuple[Piece, bool]) -> list[tuple[Piece, bool]]:
        """Return what stands before signatures, its end kept with them.

        Nobody shall sign a page without a word of what is signed.
        """
        last, keeps = piece
        if isinstance(last, ParagraphFlowable):
            *before, end = last.lines_apart()
            return [*((one, False) for one in before), (end, True)]
        if isinstance(last, TableFlowable):
            return [(last, True)]
        low = isinstance(last, BoxedRow) and last.content_height() < self._long
        return [(last, keeps or low)]

    def _join(self, built: list[tuple[Piece, bool]]) -> Iterator[Piece]:
        """Yield what is kept together as one, up to a page: more could not be kept."""
        waiting: list[Flowable] = []
        height = 0.0
        for flowable, keeps in built:
            if isinstance(flowable, PageBreak):
                if waiting:
                    yield self._kept(waiting)
                    waiting, height = [], 0.0
                yield flowable
                continue
            waiting.append(flowable)
            if isinstance(flowable, TableFlowable):
                height += flowable.end_height()
            else:
                height += flowable.content_height()
            if not keeps or height > self._page_height:
                yield self._kept(waiting)
                waiting, height = [], 0.0
        if waiting:
            yield self._kept(waiting)

    def _kept(self, members: list[Flowable]) -> Flowable:
        """Return what stays together; of a table before the end only the last row does."""
        for index, member in enumerate(members[:-1]):
            if isinstance(member, TableFlowable):
                rest = self._kept(members[index + 1 :])
                members = [*members[:index], FollowedTable(member, rest, self._page_height)]
                break
        return members[0] if len(members) == 1 else Kept(members, self._page_height)

    def _text(
        self, runs: tuple[Run, ...], style: TextStyle, *, width: float, role: Role, place: str
    ) -> TextBlock:
        return self._set(runs, style, width=width, element=self.structure.child(role), place=place)

    def _set(
        self,
        runs: tuple[Run, ...],
        style: TextStyle,
        *,
        width: float,
        element: Element,
        place: str,
    ) -> TextBlock:
        self._cancel.check()
        return lay_out(
            self._atomizer, runs, style=style, width_pt=width, element=element, place=place
        )

    def _paragraph(self, paragraph: Paragraph) -> tuple[Flowable, bool]:
        style = self._styles[paragraph.style]
        level = _HEADINGS.get(paragraph.style)
        role = self._headings.role(level) if level else Role.PARAGRAPH
        text = self._text(
            paragraph.runs, style, width=self._width, role=role, place=paragraph.place
        )
        return ParagraphFlowable(self._number, text), style.keep_with_next

    def _ruled(self, title: str) -> RuledBlock:
        return RuledBlock(
            set_text=self._set,
            styles=self._styles,
            parent=self.structure,
            number=self._number,
            place=title,
            width=self._width,
            page_height=self._page_height,
        )

    def _official(self, block: Letterhead | SignOff, title: str) -> Iterator[tuple[Piece, bool]]:
        def line(words: str, style: TextStyle, less_pt: float) -> TextBlock:
            runs, width = (Run(words, style.face),), self._width - less_pt
            return self._text(runs, style, width=width, role=Role.PARAGRAPH, place=title)

        if isinstance(block, SignOff):
            yield official.sign_off(self._number, block, line), False
            return
        if block.starts_page:
            yield PageBreak(), False
        yield official.letterhead(self._number, block, self._sheet, line), True

    def _table(self, block: Table, title: str) -> Iterator[tuple[Piece, bool]]:
        if block.rows or block.heads:
            yield self._ruled(title).table(block), False

    def _plate(self, plate: NamePlate, title: str) -> Iterator[tuple[Piece, bool]]:
        """Yield a card behind the end of the page before."""
        place = plate.name or title
        texts: list[TextBlock] = []
        for words, look, height in (
            (plate.name, plates.NAME, plates.NAME_HEIGHT_PT),
            (plate.office, plates.OFFICE, plates.OFFICE_HEIGHT_PT),
        ):
            element = self.structure.child(Role.PARAGRAPH)
            texts.append(fitted(self._atomizer, words, look, height, element=element, place=place))
        shown = tuple(texts if plate.office else texts[:1])
        yield PageBreak(), False
        yield PlateFlowable(self._number, shown, self._page_height), False

    def _signatures(self, block: Signatures) -> Iterator[tuple[Flowable, bool]]:
        if block.heading:
            runs = (Run(block.heading, SIGNATURES_HEADING.face),)
            role = self._headings.role(2)
            heading = self._text(
                runs, SIGNATURES_HEADING, width=self._width, role=role, place=block.place
            )
            yield ParagraphFlowable(self._number, heading), True
        last = len(block.rows) - 1
        first_kept = 0 if len(block.rows) <= SIGNATURES_ON_ONE_PAGE else last - 1
        for number, row in enumerate(block.rows):
            yield from self._signature(row, block.place, keeps=first_kept <= number < last)

    def _signature(
        self, row: SignatureRow, place: str, *, keeps: bool
    ) -> Iterator[tuple[Flowable, bool]]:
        """Yield one row; what is absurdly long in it as paragraphs before and after its line."""
        self._cancel.check()
        element = self.structure.child(Role.PARAGRAPH)
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
        yield signature, keeps or long_remark is not None
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
