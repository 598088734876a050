"""The structure tree of a tagged PDF: what a part of the page is, for screen readers and reuse."""

from dataclasses import dataclass, field
from enum import StrEnum

from reportlab.pdfbase.pdfdoc import PDFObject, PDFObjectReference

from exporters.writers.pdf.objects import PdfaDocument, Plain, PlainObject


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

    def write(self, top: Element) -> PDFObject:
        """Return the root of the tree for the catalog."""
        root: dict[str, Plain] = {"Type": "/StructTreeRoot"}
        made = PlainObject(root)
        root["K"] = self._element(top, self._document.reference(made))
        root["ParentTree"] = self._document.reference(self._parent_tree())
        root["ParentTreeNextKey"] = len(self._pages)
        return made

    def _element(self, element: Element, parent: PDFObjectReference) -> PDFObjectReference:
        node: dict[str, Plain] = {"Type": "/StructElem", "S": f"/{element.role}", "P": parent}
        reference = self._document.reference(PlainObject(node))
        if element.role is Role.TABLE_HEADING:
            scope = "/Column" if element.heads_column else "/Row"
            node["A"] = {"O": "/Table", "Scope": scope}
        elif element.columns > 1:
            node["A"] = {"O": "/Table", "ColSpan": element.columns}
        kids: list[Plain] = [self._mark(mark, node, reference) for mark in element.marks]
        kids += [self._element(kid, reference) for kid in element.kids]
        if kids:
            node["K"] = kids[0] if len(kids) == 1 else kids
        return reference

    def _mark(
        self, mark: tuple[int, int], node: dict[str, Plain], reference: PDFObjectReference
    ) -> Plain:
        """Return one content piece: its number, with the page if that is not the first one's."""
        page, number = mark
        self._parents[page][number] = reference
        if "Pg" not in node:
            node["Pg"] = self._pages[page]
        if node["Pg"] is self._pages[page]:
            return number
        return {"Type": "/MCR", "Pg": self._pages[page], "MCID": number}

    def _parent_tree(self) -> PDFObject:
        """Return which element each content piece of each page belongs to."""
        numbers: list[Plain] = []
        for page, parents in enumerate(self._parents):
            in_order: list[Plain] = [parents[number] for number in sorted(parents)]
            numbers += [page, self._document.reference(PlainObject(in_order))]
        return PlainObject({"Nums": numbers})
