"""A ReportLab canvas that writes PDF/A-2a and PDF/UA-1, PDF/A-3a where files are attached."""

import hashlib
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import BinaryIO

from reportlab.pdfbase.pdfdoc import (
    PDFArray,
    PDFDictionary,
    PDFName,
    PDFPage,
    PDFString,
)
from reportlab.pdfgen.canvas import Canvas

from exporters.document import Attachment
from exporters.progress import CancelToken
from exporters.styles import RULE_PT
from exporters.writers.pdf.attaching import attached
from exporters.writers.pdf.embedding import EmbeddedFont
from exporters.writers.pdf.metadata import PRODUCER, Metadata, srgb_profile, xmp
from exporters.writers.pdf.objects import PdfaDocument, set_keys, stream
from exporters.writers.pdf.painting import Tag
from exporters.writers.pdf.structure import Element, StructureWriter
from exporters.writers.pdf.typefaces import Typefaces

Furniture = Callable[[int, int], str]
"""Returns the operators of what stands around the text, for a page from 1 and their number."""

_COLOURS = "sRGB IEC61966-2.1"

RED = "0.84 0.08 0.08"
"""The red of letterheads."""


class TaggedCanvas(Canvas):
    """Collects pages, tells the structure tree what is on them, and writes the file at the end.

    Nothing is written to ``stream`` before the whole file is made.
    """

    _code: list[str]  # ReportLab's operators of the open page

    def __init__(
        self,
        stream: BinaryIO,
        *,
        page_size: tuple[float, float],
        metadata: Metadata,
        typefaces: Typefaces,
        structure: Element,
        furniture: Furniture,
        cancel: CancelToken,
        attachments: Sequence[Attachment] = (),
    ) -> None:
        super().__init__(stream, pagesize=page_size, invariant=1, pageCompression=1)
        self._doc = PdfaDocument(metadata.made_at, metadata.language)
        self._stream = stream
        self._metadata = metadata
        self._typefaces = typefaces
        self._structure = structure
        self._furniture = furniture
        self._cancel = cancel
        self._attachments = attachments
        self._pages: list[PDFPage] = []
        self._bare: set[int] = set()
        self._marks = 0

    def _make_preamble(self) -> None:
        """Leave out ReportLab's first font, which is not embedded."""
        self._preamble = ""

    def tag(self, element: Element) -> Tag:
        """Return the tag under which text on this page becomes part of ``element``."""

        def number() -> int:
            element.marks.append((len(self._pages), self._marks))
            self._marks += 1
            return self._marks - 1

        return Tag(element.role, number)

    def put_text(self, operators: str) -> None:
        """Put tagged text on the page."""
        self._code.append(operators)

    def put_rules(
        self, rules: list[tuple[float, float, float, float]], weight_pt: float = RULE_PT
    ) -> None:
        """Draw straight lines between points, outside the structure."""
        self._code.append(f"/Artifact BMC\n{rules_code(rules, weight_pt)}\nEMC")

    @contextmanager
    def red(self) -> Iterator[None]:
        """Put on the page in red what is put on it meanwhile."""
        self._code.append(f"q {RED} rg {RED} RG")
        yield
        self._code.append("Q")

    def put_artifact(self, operators: str) -> None:
        """Put text on the page that is no part of the structure, for it stands there already."""
        self._code.append(f"/Artifact BMC\n{operators}\nEMC")

    def leave_bare(self) -> None:
        """Leave this page without the furniture."""
        self._bare.add(len(self._pages))

    def showPage(self) -> None:  # noqa: N802 - ReportLab's name
        """End the page."""
        self._cancel.check()
        super().showPage()
        page = self._doc.Pages.pages[-1]
        set_keys(page, {"StructParents": len(self._pages), "Tabs": PDFName("S")})
        self._pages.append(page)
        self._marks = 0

    def save(self) -> None:
        """Finish all pages and write the file. Raises Cancelled with nothing written."""
        digest = self._finish_pages()
        self._describe(digest)
        self._tell_structure()
        if self._attachments:
            set_keys(self._doc.Catalog, attached(self._doc, self._attachments))
        self._doc.delayedFonts += [EmbeddedFont(font) for font in self._typefaces.used()]
        self._cancel.check()
        data = self._doc.GetPDFData(self)
        self._cancel.check()
        self._stream.write(data)

    def _finish_pages(self) -> bytes:
        """Add the furniture, now that the number of pages is known; return a digest of all."""
        digest = hashlib.sha256(repr(self._metadata).encode())
        for number, page in enumerate(self._pages, start=1):
            self._cancel.check()
            bare = number - 1 in self._bare
            around = "" if bare else self._furniture(number, len(self._pages))
            code = f"{page.stream}{around}\n".encode("ascii")
            digest.update(code)
            page.Contents = stream(code)
        for attachment in self._attachments:
            digest.update(attachment.content)
        return digest.digest()

    def _describe(self, digest: bytes) -> None:
        """Say what the file is: metadata, identity, colours."""
        document, about = self._doc, self._metadata
        document.set_id(digest)
        info = document.info
        info.title, info.author, info.subject = about.title, about.author, about.subject
        info.keywords, info.creator, info.producer = about.keywords, PRODUCER, PRODUCER
        kind = {"Type": "/Metadata", "Subtype": "/XML"}
        keys = {
            "Metadata": stream(xmp(about, digest), kind, compress=False),
            "OutputIntents": PDFArray([self._output_intent()]),
            "ViewerPreferences": PDFDictionary({"DisplayDocTitle": "true"}),
        }
        set_keys(document.Catalog, keys)

    def _output_intent(self) -> PDFDictionary:
        profile = stream(srgb_profile(), {"N": 3})
        return PDFDictionary(
            {
                "Type": "/OutputIntent",
                "S": "/GTS_PDFA1",
                "OutputConditionIdentifier": PDFString(_COLOURS),
                "Info": PDFString(_COLOURS),
                "DestOutputProfile": self._doc.reference(profile),
            }
        )

    def _tell_structure(self) -> None:
        pages = [self._doc.reference(page) for page in self._pages]
        keys = {
            "MarkInfo": PDFDictionary({"Marked": "true"}),
            "StructTreeRoot": StructureWriter(self._doc, pages).write(self._structure),
        }
        set_keys(self._doc.Catalog, keys)


def rules_code(rules: list[tuple[float, float, float, float]], weight_pt: float = RULE_PT) -> str:
    """Return the operators that draw lines from x, y to x, y in points."""
    lines = [f"{x1:.2f} {y1:.2f} m {x2:.2f} {y2:.2f} l" for x1, y1, x2, y2 in rules]
    return "\n".join((f"{weight_pt:g} w", *lines, "S"))
