"""The structure tree of a tagged PDF: what a part of the page is, for screen readers and reuse."""

from dataclasses import dataclass, field
from enum import StrEnum

from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFObject, PDFObjectReference

from exporters.writers.pdf.objects import PdfaDocument


class Role(StrEnum):
    """Standard structure types (ISO 32000-1, 14.8.4) that the writer uses."""

    DOCUMENT = "Document"
    HEADING_1 = "H1"
    HEADING_2 = "H2"
    HEADING_3 = "H3"
    HEADING_4 = "H4"
    HEADING_5 = "H5"
    PARAGRAPH = "P"
    TABLE = "Table"
    ROW = "TR"
    TABLE_HEADING = "TH"
    CELL = "TD"


@dataclass(slots=True, eq=False)
class Element:
    """A node of the tree. ``marks`` are the page, from 0, and the number of each content piece.

    A heading of a table stands for its row, or ``heads_column``. A cell takes ``columns``.
    """

    role: Role
    kids: list["Element"] = field(default_factory=list)
    marks: list[tuple[int, int]] = field(default_factory=list)
    heads_column: bool = False
    columns: int = 1

    def child(self, role: Role) -> "Element":
        """Add and return the next node below this one."""
        element = Element(role)
        self.kids.append(element)
        return element


class Headings:
    """Hands out heading levels that never skip one, as PDF/UA-1 (7.4.2) demands."""

    def __init__(self) -> None:
        self._last = 0

    def role(self, level: int) -> Role:
        """Return the role of a heading of ``level`` 1 to 5."""
        allowed = min(level, self._last + 1)
        self._last = allowed
        return Role(f"H{allowed}")


class StructureWriter:
    """Writes one tree into one document. ``pages`` are references, in order."""

    def __init__(self, document: PdfaDocument, pages: list[PDFObjectReference]) -> None:
        self._document = document
        self._pages = pages
        self._parents: list[dict[int, PDFObjectReference]] = [{} for _ in pages]

    def write(self, top: Element) -> PDFDictionary:
        """Return the root of the tree for the catalog."""
        root = PDFDictionary({"Type": "/StructTreeRoot"})
        reference = self._document.reference(root)
        root["K"] = self._element(top, reference)
        root["ParentTree"] = self._document.reference(self._parent_tree())
        root["ParentTreeNextKey"] = len(self._pages)
        return root

    def _element(self, element: Element, parent: PDFObjectReference) -> PDFObjectReference:
        node = PDFDictionary({"Type": "/StructElem", "S": f"/{element.role}", "P": parent})
        reference = self._document.reference(node)
        if element.role is Role.TABLE_HEADING:
            scope = "/Column" if element.heads_column else "/Row"
            node["A"] = PDFDictionary({"O": "/Table", "Scope": scope})
        elif element.columns > 1:
            node["A"] = PDFDictionary({"O": "/Table", "ColSpan": element.columns})
        kids: list[PDFObject | int] = [self._mark(mark, node, reference) for mark in element.marks]
        kids += [self._element(kid, reference) for kid in element.kids]
        if kids:
            node["K"] = kids[0] if len(kids) == 1 else PDFArray(kids)
        return reference

    def _mark(
        self, mark: tuple[int, int], node: PDFDictionary, reference: PDFObjectReference
    ) -> PDFObject | int:
        """Return one content piece: its number, with the page if that is not the first one's."""
        page, number = mark
        self._parents[page][number] = reference
        if "Pg" not in node:
            node["Pg"] = self._pages[page]
        if node["Pg"] is self._pages[page]:
            return number
        return PDFDictionary({"Type": "/MCR", "Pg": self._pages[page], "MCID": number})

    def _parent_tree(self) -> PDFDictionary:
        """Return which element each content piece of each page belongs to."""
        numbers: list[PDFObject | int] = []
        for page, parents in enumerate(self._parents):
            in_order = [parents[number] for number in sorted(parents)]
            numbers += [page, self._document.reference(PDFArray(in_order))]
        return PDFDictionary({"Nums": PDFArray(numbers)})
