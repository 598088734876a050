"""The one cleaning step between what was said and what a file can carry.

XML and PDF cannot carry every string Python can hold, and some characters are there without being
seen: a direction override lets a reader see words in another order than they are stored. Nothing
is dropped and nothing is guessed: line ends become line feeds, and every other such character is
replaced by a visible mark such as 〔U+202E〕, which is reported with its place.

Kept as they are, because writing systems need them: ZWNJ and ZWJ, the zero-width space, variation
selectors (the Mongolian ones too) and the Mongolian vowel separator. There is no Unicode
normalisation: the compatibility ideograph U+FA1B in a name stays U+FA1B.
"""

import re
from collections import Counter
from dataclasses import dataclass, replace
from typing import assert_never

from exporters.document import (
    Block,
    Cell,
    Document,
    Form,
    FormRow,
    Letterhead,
    NamePlate,
    PageFrame,
    Paragraph,
    SignatureRow,
    Signatures,
    SignOff,
    Statement,
    Table,
)

_LINE_END = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")

_UNCARRIED = (
    (0x0000, 0x0008),  # controls: not in XML 1.0
    (0x000E, 0x001F),
    (0x007F, 0x0084),  # DEL and C1: carried by XML, shown by nobody
    (0x0086, 0x009F),
    (0xD800, 0xDFFF),  # lone surrogates: no encoding
    (0xFDD0, 0xFDEF),  # non-characters
    *((plane << 16 | 0xFFFE, plane << 16 | 0xFFFF) for plane in range(17)),
)
_DIRECTION = (
    (0x061C, 0x061C),
    (0x200E, 0x200F),
    (0x202A, 0x202E),
    (0x2066, 0x2069),
)
# Default_Ignorable_Code_Point (Unicode 15, DerivedCoreProperties.txt) without what is listed as
# kept above, and the interlinear annotation controls.
_INVISIBLE = (
    (0x00AD, 0x00AD),
    (0x034F, 0x034F),
    (0x115F, 0x1160),
    (0x17B4, 0x17B5),
    (0x2060, 0x2065),
    (0x206A, 0x206F),
    (0x3164, 0x3164),
    (0xFEFF, 0xFEFF),
    (0xFFA0, 0xFFA0),
    (0xFFF0, 0xFFFB),
    (0x1BCA0, 0x1BCA3),
    (0x1D173, 0x1D17A),
    (0xE0000, 0xE00FF),
    (0xE01F0, 0xE0FFF),
)
_REPLACED = re.compile(
    "["
    + "".join(f"{chr(low)}-{chr(high)}" for low, high in (*_UNCARRIED, *_DIRECTION, *_INVISIBLE))
    + "]"
)

PROPERTIES_PLACE = "文件属性"
"""Place of what stands in the properties of the file only: title, subject, author, keywords."""

STATEMENT_PLACE = "参考性说明"
"""Place of the advisory statement boxed in the text."""

LETTERHEAD_PLACE = "发文机关标志和发文字号"
"""Place of the letterhead of an official document."""

SIGN_OFF_PLACE = "落款"
"""Place of the office that signs an official document, and of its day."""

FRAME_PLACE = "页眉页脚"
"""Place of what stands at the head and foot of every page."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A visible mark in a cleaned text: where it begins there, and the character it stands for."""

    offset: int
    code_point: int


@dataclass(frozen=True, slots=True)
class Cleaned:
    """A text every writer can carry, and its marks in order of their place."""

    text: str
    marks: tuple[Mark, ...] = ()


@dataclass(frozen=True, slots=True)
class Replacement:
    """How often one character was replaced at one place of a document."""

    code_point: int
    count: int
    place: str


def mark(code_point: int) -> str:
    """Return the visible mark of a character, with at least four digits: 〔U+202E〕."""
    return f"〔U+{code_point:04X}〕"


def visible(text: str) -> Cleaned:
    """Return ``text`` as every writer can carry it and every reader can see it.

    All line ends become line feeds; a tab becomes one blank, since a paper has no tab stops of the
    writer's; both without report. Cleaning twice changes nothing.
    """
    text = _LINE_END.sub("\n", text).replace("\t", " ")
    if _REPLACED.search(text) is None:
        return Cleaned(text)
    pieces: list[str] = []
    marks: list[Mark] = []
    length = end = 0
    for found in _REPLACED.finditer(text):
        code_point = ord(found.group())
        pieces += (text[end : found.start()], mark(code_point))
        length += found.start() - end
        marks.append(Mark(length, code_point))
        length += len(pieces[-1])
        end = found.end()
    pieces.append(text[end:])
    return Cleaned("".join(pieces), tuple(marks))


class _Cleaner:
    """Cleans the texts of one document and counts what it replaced, in order of first sight."""

    def __init__(self) -> None:
        self._counts: Counter[tuple[int, str]] = Counter()

    def report(self) -> tuple[Replacement, ...]:
        """Return what was replaced so far."""
        return tuple(
            Replacement(code_point, count, place)
            for (code_point, place), count in self._counts.items()
        )

    def text(self, text: str, place: str) -> str:
        cleaned = visible(text)
        # A place is shown to the user too, so that it must be readable itself.
        self._counts.update((found.code_point, visible(place).text) for found in cleaned.marks)
        return cleaned.text

    def block(self, block: Block) -> Block:
        match block:
            case Paragraph():
                return self.paragraph(block, "")
            case Form(rows):
                return Form(tuple(self.form_row(row) for row in rows))
            case Table():
                return self.table(block)
            case Signatures():
                return self.signatures(block)
            case Statement() | Letterhead() | SignOff():
                return self.words(block)
            case NamePlate(name, office):
                return NamePlate(self.text(name, name), self.text(office, name))
            case _:
                assert_never(block)

    def paragraph(self, paragraph: Paragraph, label: str) -> Paragraph:
        place = paragraph.place or label or paragraph.text[:12]
        runs = tuple(replace(run, text=self.text(run.text, place)) for run in paragraph.runs)
        return replace(paragraph, runs=runs, place=visible(place).text)

    def form_row(self, row: FormRow) -> FormRow:
        return replace(
            row,
            label=self.text(row.label, row.label),
            values=tuple(self.paragraph(value, row.label) for value in row.values),
            foot=None if row.foot is None else self.paragraph(row.foot, row.label),
            beside=None if row.beside is None else self.form_row(row.beside),
        )

    def table(self, block: Table) -> Table:
        heads = tuple(self.text(head, head) for head in block.heads)
        rows = tuple(tuple(self.cell(cell, block.heads) for cell in row) for row in block.rows)
        return replace(block, heads=heads, rows=rows)

    def cell(self, cell: Cell, heads: tuple[str, ...]) -> Cell:
        return tuple(self.paragraph(value, "".join(heads[:1])) for value in cell)

    def words(self, block: Statement | Letterhead | SignOff) -> Block:
        """Clean a block of words alone."""
        if isinstance(block, Statement):
            return Statement(self.text(block.text, STATEMENT_PLACE))
        if isinstance(block, Letterhead):
            place = LETTERHEAD_PLACE
            office, number = self.text(block.office, place), self.text(block.number, place)
            return replace(block, office=office, number=number)
        return SignOff(
            self.text(block.office, SIGN_OFF_PLACE), self.text(block.day, SIGN_OFF_PLACE)
        )

    def signatures(self, block: Signatures) -> Signatures:
        place = block.place or block.heading
        rows = tuple(self.signature_row(row, place) for row in block.rows)
        return Signatures(self.text(block.heading, place), rows, visible(place).text)

    def signature_row(self, row: SignatureRow, place: str) -> SignatureRow:
        return SignatureRow(
            label=self.text(row.label, place),
            name=self.text(row.name, place),
            remark=self.text(row.remark, place),
            instead=self.text(row.instead, place),
        )

    def frame(self, frame: PageFrame) -> PageFrame:
        return PageFrame(
            header=self.text(frame.header, FRAME_PLACE),
            statement=self.text(frame.statement, FRAME_PLACE),
            footer=self.text(frame.footer, FRAME_PLACE),
            page_label=self.text(frame.page_label, FRAME_PLACE),
            sign_label=self.text(frame.sign_label, FRAME_PLACE),
            mark=None if frame.mark is None else self.text(frame.mark, FRAME_PLACE),
        )


def clean_document(document: Document) -> tuple[Document, tuple[Replacement, ...]]:
    """Return the document with every text cleaned, and what was replaced, in reading order.

    The place of a replacement is the paragraph's own, else the label of its row in the form or
    the heading of the signatures, else the first words. Every empty place is filled by this rule,
    so that a writer tells the same one; places are not printed.
    """
    cleaner = _Cleaner()
    blocks = tuple(cleaner.block(block) for block in document.blocks)
    cleaned = replace(
        document,
        title=cleaner.text(document.title, PROPERTIES_PLACE),
        subject=cleaner.text(document.subject, PROPERTIES_PLACE),
        author=cleaner.text(document.author, PROPERTIES_PLACE),
        keywords=cleaner.text(document.keywords, PROPERTIES_PLACE),
        frame=cleaner.frame(document.frame),
        blocks=blocks,
    )
    return cleaned, cleaner.report()
