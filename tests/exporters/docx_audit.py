"""Structural rules of a DOCX that no available validator checks, or only some of them.

Word repairs such files with a warning, or drops what it cannot read; LibreOffice and pandoc open
most of them without a word. Each rule is one function that yields what is wrong.
"""

import io
import posixpath
import re
import zipfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_W = f"{{{WORD}}}"
_R_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_STORY = re.compile(r"word/(document|header\d*|footer\d*)\.xml")
_DATE = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")


@dataclass(frozen=True, slots=True)
class Package:
    """An opened file: the names of all entries, and the roots of its XML parts."""

    names: tuple[str, ...]
    parts: dict[str, etree._Element]

    def stories(self) -> Iterator[tuple[str, etree._Element]]:
        """Yield the parts that hold text, with their names."""
        for name, root in self.parts.items():
            if _STORY.fullmatch(name):
                yield name, root


def audit(content: bytes) -> list[str]:
    """Return what is wrong with a DOCX; empty if nothing is.

    Raises BadZipFile and XMLSyntaxError if it is no package of XML parts at all.
    """
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        names = tuple(packed.namelist())
        parts = {
            name: etree.fromstring(packed.read(name))
            for name in names
            if name.endswith((".xml", ".rels"))
        }
    package = Package(names, parts)
    return [fault for rule in _RULES for fault in rule(package)]


def _value(found: etree._Element, attribute: str = "val") -> str:
    return found.get(_W + attribute) or ""


def _all(root: etree._Element, *tags: str) -> Iterator[etree._Element]:
    yield from root.iter(*(_W + tag for tag in tags))


def _entries(package: Package) -> Iterator[str]:
    for name, count in Counter(package.names).items():
        if count > 1:
            yield f"entry {name} stands {count} times"


def _content_types(package: Package) -> Iterator[str]:
    """Check that every part has a type of its own, but for relationships."""
    types = package.parts["[Content_Types].xml"]
    told = {found.get("PartName") for found in types}
    for name in package.names:
        if not name.endswith(".rels") and name != "[Content_Types].xml" and f"/{name}" not in told:
            yield f"no content type for {name}"
    for missing in told - {None} - {f"/{known}" for known in package.names}:
        yield f"content type for {missing}, which is missing"


def _relationships(package: Package) -> Iterator[str]:
    """Check that targets exist inside the file, and references of the document are defined."""
    for name, root in package.parts.items():
        if not name.endswith(".rels"):
            continue
        folder = posixpath.dirname(posixpath.dirname(name))
        for found in root:
            target = posixpath.normpath(posixpath.join(folder, found.get("Target") or ""))
            if found.get("TargetMode") == "External":
                yield f"{name}: target outside the file"
            elif target not in package.names:
                yield f"{name}: target {target} missing"
    known = {found.get("Id") for found in package.parts["word/_rels/document.xml.rels"]}
    for found in package.parts["word/document.xml"].iter():
        if (used := found.get(_R_ID)) is not None and used not in known:
            yield f"relationship {used} undefined"


def _styles(package: Package) -> Iterator[str]:
    """Check that names of styles are unique, and that every style named exists in its kind."""
    sheet = package.parts["word/styles.xml"]
    styles = [(_value(found, "type"), _value(found, "styleId")) for found in _all(sheet, "style")]
    for identifier, count in Counter(identifier for _, identifier in styles).items():
        if count > 1:
            yield f"style {identifier} defined {count} times"
    names = Counter(_value(found).lower() for found in sheet.iterfind(f"{_W}style/{_W}name"))
    for shown, count in names.items():
        if count > 1:
            yield f"style name {shown} given {count} times"
    kinds = {"pStyle": "paragraph", "rStyle": "character", "tblStyle": "table"}
    for name, root in package.stories():
        for found in _all(root, *kinds):
            kind = kinds[etree.QName(found).localname]
            if (kind, _value(found)) not in styles:
                yield f"{name}: no {kind} style {_value(found)}"
    identifiers = {identifier for _, identifier in styles}
    for found in _all(sheet, "basedOn", "next", "link"):
        if _value(found) not in identifiers:
            yield f"styles: no style {_value(found)} to refer to"


def _fonts(package: Package) -> Iterator[str]:
    """Check that fonts are named for Chinese text too, and stand in the font table."""
    table = {_value(found, "name") for found in _all(package.parts["word/fontTable.xml"], "font")}
    for name, root in (*package.stories(), ("styles", package.parts["word/styles.xml"])):
        for found in _all(root, "rFonts"):
            named = {_value(found, slot) for slot in ("ascii", "hAnsi", "eastAsia", "cs")}
            if len(named) != 1:
                yield f"{name}: fonts differ between the four slots"
            if not named <= table:
                yield f"{name}: font {named} not in the font table"


def _tables(package: Package) -> Iterator[str]:
    """Check that cells end with a paragraph, and rows and widths agree with the grid."""
    for name, root in package.stories():
        for table in _all(root, "tbl"):
            yield from (f"{name}: {fault}" for fault in _table(table))


def _table(table: etree._Element) -> Iterator[str]:
    grid = [int(_value(found, "w")) for found in table.iterfind(f"{_W}tblGrid/{_W}gridCol")]
    layout = table.find(f"{_W}tblPr/{_W}tblLayout")
    if layout is None or _value(layout, "type") != "fixed":
        yield "layout of a table not fixed"
    following = table.getnext()
    if following is None or following.tag != f"{_W}p":
        yield "no paragraph behind a table"
    if table.find(f"{_W}tr") is None:
        yield "table without rows"
    for row in table.iterfind(f"{_W}tr"):
        yield from _row(row, grid)


def _row(row: etree._Element, grid: list[int]) -> Iterator[str]:
    cells = row.findall(f"{_W}tc")
    if not cells:
        yield "row without cells"
        return
    start = 0
    for cell in cells:
        spanned = cell.find(f"{_W}tcPr/{_W}gridSpan")
        end = start + (1 if spanned is None else int(_value(spanned)))
        width = cell.find(f"{_W}tcPr/{_W}tcW")
        # Lengths are rounded to twentieths of a point, one by one.
        if width is None or abs(int(_value(width, "w")) - sum(grid[start:end])) > 2:
            yield "width of a cell differs from the grid"
        if cell[-1].tag != f"{_W}p":
            yield "cell without closing paragraph"
        start = end
    if start != len(grid):
        yield f"row of {start} columns in a grid of {len(grid)}"


def _fields(package: Package) -> Iterator[str]:
    """Check that fields have begin, separate, a result and end: WPS shows no other ones."""
    for name, root in package.stories():
        for paragraph in _all(root, "p"):
            steps = ""
            for found in _all(paragraph, "fldChar", "instrText", "t"):
                kind = etree.QName(found).localname
                steps += {"instrText": "i", "t": "t"}.get(kind) or _value(found, "fldCharType")[0]
            if not re.fullmatch("(t|bist+e)*", steps):
                yield f"{name}: field broken ({steps})"


def _runs(package: Package) -> Iterator[str]:
    """Check that text stands in w:t only, says that its blanks count, and in plain runs."""
    for name, root in package.stories():
        for found in root.iter():
            kind = etree.QName(found).localname
            if kind == "t":
                if (found.text or "") != (found.text or "").strip() and not found.get(_SPACE):
                    yield f"{name}: blanks at the edge of a text are lost"
            elif kind != "instrText" and (found.text or "").strip():
                yield f"{name}: text straight in {kind}"
            elif kind in ("sdt", "altChunk", "object", "pict", "drawing", "hyperlink"):
                yield f"{name}: {kind} does not belong in a record"
            if (found.tail or "").strip():
                yield f"{name}: text behind {kind}"


def _stories(package: Package) -> Iterator[str]:
    """Check that stories have paragraphs, unnested, and that the section stands last."""
    for name, root in package.stories():
        if next(_all(root, "p"), None) is None:
            yield f"{name}: no paragraph"
        for paragraph in _all(root, "p"):
            if next(paragraph.iterdescendants(f"{_W}p"), None) is not None:
                yield f"{name}: paragraph in a paragraph"
    body = package.parts["word/document.xml"][0]
    if body[-1].tag != f"{_W}sectPr":
        yield "properties of the section not last"


def _settings(package: Package) -> Iterator[str]:
    settings = package.parts["word/settings.xml"]
    zoom = settings.find(f"{_W}zoom")
    if zoom is not None and not _value(zoom, "percent"):
        yield "zoom without percent"
    if settings.find(f"{_W}updateFields") is not None:
        yield "Word would ask at every opening whether to update fields"


def _properties(package: Package) -> Iterator[str]:
    properties = package.parts["docProps/core.xml"]
    for tag, count in Counter(found.tag for found in properties).items():
        if count > 1:
            yield f"property {tag} stands {count} times"
    for found in properties.iterfind("{http://purl.org/dc/terms/}*"):
        if not _DATE.fullmatch(found.text or ""):
            yield f"not a date: {found.text}"


_RULES = (
    _entries,
    _content_types,
    _relationships,
    _styles,
    _fonts,
    _tables,
    _fields,
    _runs,
    _stories,
    _settings,
    _properties,
)
