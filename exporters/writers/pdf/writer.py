"""Writes a document as PDF/A-2a and PDF/UA-1 in one go; with files attached as PDF/A-3a."""

from typing import IO, BinaryIO, assert_never

from reportlab.lib.units import mm
from reportlab.platypus.doctemplate import BaseDocTemplate, PageTemplate
from reportlab.platypus.flowables import Flowable
from reportlab.platypus.frames import Frame

from exporters.document import Document, Sheet
from exporters.fonts import FontSet, available_fonts
from exporters.page import PAGES, PageGeometry
from exporters.progress import CancelToken, Progress
from exporters.writers.pdf.atoms import Atomizer
from exporters.writers.pdf.furniture import (
    Furniture,
    NoFurniture,
    RecordFurniture,
    body_height,
)
from exporters.writers.pdf.metadata import Metadata
from exporters.writers.pdf.official_furniture import OfficialFurniture
from exporters.writers.pdf.paragraph import Placed
from exporters.writers.pdf.story import Story, steps
from exporters.writers.pdf.tagged_canvas import TaggedCanvas
from exporters.writers.pdf.typefaces import Typefaces

LEAST_BODY_PT = 100.0
"""Least height of the text on a page: three lines of the largest type, or a row of a form.

A longer statement at the foot of every page can neither be cut nor left out.
"""

_SLACK_PT = 0.02  # else rounding drops the last line of a full page


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
    flowables = story.build(document, progress)

    def canvas(_target: str | IO[bytes], /, **_options: object) -> TaggedCanvas:
        return TaggedCanvas(
            stream,
            page_size=_page_size(page),
            metadata=_metadata(document),
            typefaces=typefaces,
            structure=story.structure,
            furniture=furniture.code,
            cancel=cancel,
            attachments=document.attachments,
        )

    template = _Template(stream, document, progress, cancel)
    frame = _frame(page, furniture.bottom(), height)
    template.addPageTemplates([PageTemplate(frames=[frame])])
    template.build(flowables, canvasmaker=canvas)
    del template.canv  # ReportLab's template holds itself, and would hold the whole paper too
    progress(steps(document), steps(document))


class _Template(BaseDocTemplate):
    """ReportLab's page loop, which tells the progress and can be stopped at each flowable."""

    def __init__(
        self, stream: BinaryIO, document: Document, progress: Progress, cancel: CancelToken
    ) -> None:
        super().__init__(stream, pagesize=_page_size(PAGES[document.sheet]))
        self._progress = progress
        self._cancel = cancel
        self._blocks = len(document.blocks)
        self._total = steps(document)

    def afterFlowable(self, flowable: Flowable) -> None:  # noqa: N802 - ReportLab's name
        """Tell that the blocks before this flowable's are set."""
        self._cancel.check()
        if isinstance(flowable, Placed):
            self._progress(self._blocks + flowable.number, self._total)


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


def _page_size(page: PageGeometry) -> tuple[float, float]:
    return page.width_mm * mm, page.height_mm * mm


def _frame(page: PageGeometry, bottom: float, height: float) -> Frame:
    """Return the frame of the text, ``bottom`` and ``height`` in points."""
    return Frame(
        page.left_mm * mm,
        bottom - _SLACK_PT / 2,
        page.text_width_mm * mm,
        height + _SLACK_PT,
        leftPadding=0,
        bottomPadding=0,
        rightPadding=0,
        topPadding=0,
    )


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
