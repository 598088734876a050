"""Writes a document as PDF/A-2a and PDF/UA-1 in one go; with files attached as PDF/A-3a."""

from typing import BinaryIO, assert_never

from reportlab.lib.units import mm

from exporters.document import Document, Sheet
from exporters.fonts import FontSet, available_fonts
from exporters.page import PAGES
from exporters.progress import CancelToken, Progress
from exporters.writers.pdf.atoms import Atomizer
from exporters.writers.pdf.flow import Area, Flowable, flow
from exporters.writers.pdf.furniture import (
    Furniture,
    NoFurniture,
    RecordFurniture,
    body_height,
)
from exporters.writers.pdf.metadata import Metadata
from exporters.writers.pdf.official_furniture import OfficialFurniture
from exporters.writers.pdf.story import Story, steps
from exporters.writers.pdf.tagged_canvas import TaggedCanvas
from exporters.writers.pdf.typefaces import Typefaces

LEAST_BODY_PT = 100.0
"""Least height of the text on a page: three lines of the largest type, or a row of a form.

A longer statement at the foot of every page can neither be cut nor left out.
"""


def write(
    document: Document,
    stream: BinaryIO,
    progress: Progress,
    cancel: CancelToken,
    *,
    fonts: FontSet | None = None,
) -> None:
    """Write ``document`` to ``stream``; the same document and fonts give the same bytes.

    Without ``fonts`` the best ones on this computer are taken. All text is checked before the
    first page: raises MissingGlyph, and Cancelled, with nothing written. Raises ValueError if the
    furniture leaves less than LEAST_BODY_PT of the page to the text. Safe in any thread.
    """
    typefaces = Typefaces(fonts or available_fonts())
    atomizer = Atomizer(typefaces)
    page = PAGES[document.sheet]
    furniture = _furniture(document, atomizer)
    height = body_height(furniture, page)
    if height < LEAST_BODY_PT:
        raise ValueError(f"header and footer leave {height:.0f} pt of a page to the text")
    story = Story(atomizer, document.sheet, height, cancel)
    pieces = story.build(document, progress)
    canvas = TaggedCanvas(
        stream,
        page_size=(page.width_mm * mm, page.height_mm * mm),
        metadata=_metadata(document),
        typefaces=typefaces,
        structure=story.structure,
        furniture=furniture.code,
        cancel=cancel,
        attachments=document.attachments,
    )

    def placed(flowable: Flowable) -> None:
        cancel.check()
        progress(len(document.blocks) + flowable.number, steps(document))

    area = Area(page.left_mm * mm, furniture.bottom() + height, height)
    flow(pieces, canvas, area, placed)
    canvas.save()
    progress(steps(document), steps(document))


def _furniture(document: Document, atomizer: Atomizer) -> Furniture:
    match document.sheet:
        case Sheet.RECORD:
            return RecordFurniture(document, atomizer)
        case Sheet.OFFICIAL | Sheet.LETTER:
            return OfficialFurniture(document, atomizer)
        case Sheet.CARD:
            return NoFurniture(PAGES[document.sheet])
        case _:
            assert_never(document.sheet)


def _metadata(document: Document) -> Metadata:
    return Metadata(
        title=document.title,
        author=document.author,
        subject=document.subject,
        keywords=document.keywords,
        language=document.language,
        made_at=document.made_at,
        part=3 if document.attachments else 2,
    )
