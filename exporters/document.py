"""The neutral document: what a paper says, in order, before any format.

A kind (``exporters.kinds``) builds one from a snapshot; each writer turns the same document into
its format. Blocks are a closed set: a writer matches on them with ``assert_never``, so the type
checker names the block a writer forgot. Text is final here: cleaned by ``exporters.text`` and in
the document's language.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import assert_never


class Face(StrEnum):
    """Typefaces by their office role; each writer finds the font (GB/T 9704-2012, 5.2)."""

    BODY = "body"  # 仿宋
    KAI = "kai"  # 楷体
    HEI = "hei"  # 黑体, for labels and names
    SONG = "song"  # 宋体, for page furniture
    TITLE = "title"  # 小标宋


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of text in one typeface. A line feed in it is a line break."""

    text: str
    face: Face = Face.BODY


class Sheet(StrEnum):
    """The sheet a paper is set on; measures are in ``exporters.page`` and ``exporters.styles``."""

    RECORD = "record"  # ruled form of records and of all papers that are no official documents
    OFFICIAL = "official"  # 公文: the grid of 22 lines of 28 characters (GB/T 9704-2012, 5.2)
    LETTER = "letter"  # 函: the same grid under the letterhead of a letter (GB/T 9704-2012, 10.1)
    CARD = "card"  # place cards, one a sheet: nothing else stands on it, no header, footer, number


class ParagraphStyle(StrEnum):
    """How a paragraph stands on the page; measures are in ``exporters.styles``."""

    OFFICE = "office"  # name of the procuratorate above the title, centred
    TITLE = "title"  # name of the paper, centred
    NUMBER = "number"  # number of the paper, centred
    ADDRESSEE = "addressee"  # 主送机关: to whom an official document goes, flush left
    HEADING = "heading"  # heading of a part, in an official document 一、
    HEADING_2 = "heading_2"  # （一） of an official document
    HEADING_3 = "heading_3"  # 1． of an official document
    HEADING_4 = "heading_4"  # （1） of an official document
    BODY = "body"  # text, first line indented by two characters
    CELL = "cell"  # text inside a form or table
    CELL_CENTRE = "cell_centre"  # the same, centred: a number, a time, a box to tick
    CELL_RIGHT = "cell_right"  # the same, at the right: who signs, and when
    SPEAKER = "speaker"  # who speaks: kept with the words that follow
    SPEECH = "speech"  # what was said, first line indented by two characters
    REMARK = "remark"  # remark below a speech: original language, translator, limit


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Text of one paragraph.

    ``place`` says in words where the text comes from ("发言记录第7条"), for messages about a
    character that cannot be printed; it is not printed. ``starts_page`` puts it at the head of a new
    page, such as the first of an annex.
    """

    runs: tuple[Run, ...]
    style: ParagraphStyle = ParagraphStyle.BODY
    place: str = ""
    starts_page: bool = False

    @property
    def text(self) -> str:
        """The words alone."""
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True, slots=True)
class FormRow:
    """One ruled line of a form: a label on the left, one or more paragraphs on the right.

    ``beside`` is a second label with its values in the same line. The line is at least ``least_mm``
    high, which leaves room to write by hand, and ``foot`` stands at the lower edge of the values:
    who signs, and when. A line with one of these three never breaks across pages if a page holds
    it. Raises ValueError for three labels in a line, and for a foot in a line of two.
    """

    label: str
    values: tuple[Paragraph, ...]
    beside: "FormRow | None" = None
    least_mm: float = 0.0
    foot: Paragraph | None = None

    def __post_init__(self) -> None:
        if self.beside is None:
            return
        if self.beside.beside is not None:
            raise ValueError("no more than two labels stand in a line of a form")
        if self.foot is not None or self.beside.foot is not None:
            raise ValueError("a line of two labels has no foot")

    @property
    def is_whole(self) -> bool:
        """Whether the line never breaks across pages."""
        return self.beside is not None or self.least_mm > 0 or self.foot is not None


@dataclass(frozen=True, slots=True)
class Form:
    """A ruled form of labelled rows; rows may break across pages, lines of text may not."""

    rows: tuple[FormRow, ...]


Cell = tuple[Paragraph, ...]
"""What stands in a cell of a table; empty for one to be filled in by hand."""


LEAST_COLUMN_MM = 8.0
"""Least width of a column: a character between its rules, and not a hair's breadth beside it."""


@dataclass(frozen=True, slots=True)
class Table:
    """A ruled table. ``widths_mm`` are those of its columns and fill the width of the text.

    ``heads`` stand above the columns, on every page again; empty for none. A row is at least
    ``least_mm`` high, which leaves room to write by hand, and breaks across pages only if no page
    holds it. A ``whole`` table is kept on one page if it fits there. Raises ValueError for columns
    below LEAST_COLUMN_MM: more than fit beside each other.
    """

    widths_mm: tuple[float, ...]
    rows: tuple[tuple[Cell, ...], ...]
    heads: tuple[str, ...] = ()
    least_mm: float = 0.0
    whole: bool = False

    def __post_init__(self) -> None:
        if any(width < LEAST_COLUMN_MM for width in self.widths_mm):
            raise ValueError(f"a column is narrower than {LEAST_COLUMN_MM:g} mm")


@dataclass(frozen=True, slots=True)
class Statement:
    """The advisory statement of a paper, boxed in the text."""

    text: str


@dataclass(frozen=True, slots=True)
class Letterhead:
    """Who issues an official document, in red, and its number (GB/T 9704-2012, 7.2.4, 7.2.5, 10.1).

    It stands first in its document, whose sheet tells the form, or ``starts_page`` where the document
    holds several letters. ``number`` is empty where there is none yet.
    """

    office: str
    number: str = ""
    starts_page: bool = False


@dataclass(frozen=True, slots=True)
class SignOff:
    """Who signs an official document, and its day in Arabic digits (GB/T 9704-2012, 7.3.5).

    The day stands four characters from the right, the office centred above it. It keeps to the text
    before it.
    """

    office: str
    day: str


@dataclass(frozen=True, slots=True)
class SignatureRow:
    """A place to sign by hand: who signs in which capacity, and an empty ruled line.

    ``instead`` stands where the line would be if nobody signs there.
    """

    label: str
    name: str
    remark: str = ""
    instead: str = ""


@dataclass(frozen=True, slots=True)
class Signatures:
    """The block of signatures; a row never breaks across pages, and its heading stays with it."""

    heading: str
    rows: tuple[SignatureRow, ...]
    place: str = ""


@dataclass(frozen=True, slots=True)
class NamePlate:
    """A place card (席卡) on a sheet of its own, which is folded along its upright middle.

    The tent shows the name on both sides, in type as large as it holds, and the office below in
    small type. Nothing else stands on the sheet.
    """

    name: str
    office: str = ""


Block = Paragraph | Form | Table | Statement | Letterhead | SignOff | Signatures | NamePlate


@dataclass(frozen=True, slots=True)
class PageFrame:
    """What stands on every page.

    ``header`` continues the paper's name and number, but not on an official document, whose grid
    leaves no room for it; ``statement`` is the advisory statement;
    ``footer`` tells maker, time and digest; ``page_label`` has the placeholders ``{page}`` and
    ``{pages}``. ``sign_label`` stands before an empty ruled line at the foot, where each page is
    signed by hand; it is empty on a paper that nobody signs. ``mark`` is the notice of an unsigned
    paper (未签名稿) or of a working paper (工作用件), None on a signed one.
    """

    header: str
    statement: str
    footer: str
    page_label: str
    sign_label: str
    mark: str | None = None


NO_FRAME = PageFrame("", "", "", "", "")
"""The frame of a paper of which no page bears anything around the text."""


class Relation(StrEnum):
    """What an attached file is to the paper (ISO 19005-3, annex E)."""

    SOURCE = "Source"  # the paper was made from it: the same words in a format to be edited
    DATA = "Data"  # what the paper tells, for programs


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that travels inside of the paper, where the format can hold one.

    ``name`` is a file name without folders, in any script; ``modified_at`` is aware. Raises
    ValueError for a name or a media type that is none.
    """

    name: str
    media_type: str
    content: bytes
    relation: Relation
    modified_at: datetime
    description: str = ""

    def __post_init__(self) -> None:
        if not self.name.strip(". ") or re.search(r"[/\\:\x00-\x1f]", self.name):
            raise ValueError(f"no name of a file: {self.name!r}")
        if not re.fullmatch(r"[\w.+-]+/[\w.+-]+", self.media_type, re.ASCII):
            raise ValueError(f"no media type: {self.media_type!r}")


@dataclass(frozen=True, slots=True)
class Origin:
    """Which kind of paper of which meeting a document is, for the properties of its file."""

    paper: str
    meeting: str


@dataclass(frozen=True, slots=True)
class Document:
    """A whole paper. ``made_at`` is aware; the same document gives the same bytes.

    With ``attachments`` the PDF is a PDF/A-3; a DOCX leaves them out. ``origin`` is not printed; a
    paper that was not exported from a meeting has none.
    """

    title: str
    subject: str
    author: str
    keywords: str
    made_at: datetime
    frame: PageFrame
    blocks: tuple[Block, ...]
    language: str = "zh-CN"
    sheet: Sheet = Sheet.RECORD
    attachments: tuple[Attachment, ...] = ()
    origin: Origin | None = None


def texts(document: Document) -> list[str]:
    """Return every text of the body in reading order, one string a paragraph, cell or row.

    What stands on both sides of a place card is read once.
    """
    return [text for block in document.blocks for text in _block_texts(block)]


def _block_texts(block: Block) -> Iterator[str]:
    match block:
        case Paragraph() | Statement():
            yield block.text
        case Form(rows):
            yield from (text for row in rows for text in _row_texts(row))
        case Table(rows=cells, heads=heads):
            yield from heads
            yield from (value.text for row in cells for cell in row for value in cell)
        case Signatures(heading, rows):
            yield heading
            for row in rows:
                yield from filter(None, (row.label, row.name, row.instead, row.remark))
        case Letterhead(first, second) | SignOff(first, second):
            yield from filter(None, (first, second))
        case NamePlate(name, office):
            yield from (name, office)
        case _:
            assert_never(block)


def _row_texts(row: FormRow) -> Iterator[str]:
    yield row.label
    yield from (value.text for value in row.values)
    if row.foot is not None:
        yield row.foot.text
    if row.beside is not None:
        yield from _row_texts(row.beside)
