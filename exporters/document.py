"""The neutral document: what a paper says, in order, before any format.

A kind (``exporters.kinds``) builds one from a snapshot; each writer turns the same document into
its format. Blocks are a closed set: a writer matches on them with ``assert_never``, so the type
checker names the block a writer forgot. Text is final here: cleaned by ``exporters.text`` and in
the document's language.
"""

import re
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


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


class ParagraphStyle(StrEnum):
    """How a paragraph stands on the page; measures are in ``exporters.styles``."""

    OFFICE = "office"  # name of the procuratorate above the title, centred
    TITLE = "title"  # name of the paper, centred
    NUMBER = "number"  # number of the paper, centred
    HEADING = "heading"  # heading of a part
    BODY = "body"  # text, first line indented by two characters
    CELL = "cell"  # text inside a form or table
    CELL_CENTRE = "cell_centre"  # the same, centred: a number, a time, a box to tick
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
    """One ruled line of a form: a label on the left, one or more paragraphs on the right."""

    label: str
    values: tuple[Paragraph, ...]


@dataclass(frozen=True, slots=True)
class Form:
    """A ruled form of labelled rows; rows may break across pages, lines of text may not."""

    rows: tuple[FormRow, ...]


Cell = tuple[Paragraph, ...]
"""What stands in a cell of a table; empty for one to be filled in by hand."""


@dataclass(frozen=True, slots=True)
class Table:
    """A ruled table. ``widths_mm`` are those of its columns and fill the width of the text.

    ``heads`` stand above the columns; empty for none. A row is at least ``least_mm`` high, which
    leaves room to write by hand. A ``whole`` table is kept on one page if it fits there.
    """

    widths_mm: tuple[float, ...]
    rows: tuple[tuple[Cell, ...], ...]
    heads: tuple[str, ...] = ()
    least_mm: float = 0.0
    whole: bool = False


@dataclass(frozen=True, slots=True)
class Statement:
    """The advisory statement of a paper, boxed in the text."""

    text: str


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


Block = Paragraph | Form | Table | Statement | Signatures


@dataclass(frozen=True, slots=True)
class PageFrame:
    """What stands on every page.

    ``header`` continues the paper's name and number; ``statement`` is the advisory statement;
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
class Document:
    """A whole paper. ``made_at`` is aware; the same document gives the same bytes.

    With ``attachments`` the PDF is a PDF/A-3; a DOCX leaves them out.
    """

    title: str
    subject: str
    author: str
    keywords: str
    made_at: datetime
    frame: PageFrame
    blocks: tuple[Block, ...]
    language: str = "zh-CN"
    attachments: tuple[Attachment, ...] = ()


def texts(document: Document) -> list[str]:
    """Return every text of the body in reading order, one string a paragraph, cell or row."""
    found: list[str] = []
    for block in document.blocks:
        match block:
            case Paragraph():
                found.append(block.text)
            case Form(rows):
                for row in rows:
                    found.append(row.label)
                    found.extend(value.text for value in row.values)
            case Table(rows=cells, heads=heads):
                found.extend(heads)
                found.extend(value.text for row in cells for cell in row for value in cell)
            case Statement(text):
                found.append(text)
            case Signatures(heading, rows):
                found.append(heading)
                for signature in rows:
                    words = (signature.label, signature.name, signature.instead, signature.remark)
                    found.extend(filter(None, words))
    return found
