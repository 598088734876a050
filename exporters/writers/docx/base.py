"""The package a document is written into: styles, fonts, settings, page, empty head and foot.

Our own instead of the default template of python-docx, which is US Letter, Japanese in its letter
forms, and names a Macintosh as its maker. Nothing here depends on a document but its language, so
a package is built once; its bytes are the same every time.
"""

import io
import zipfile
from collections.abc import Mapping
from functools import cache

from lxml import etree

from exporters.document import Sheet
from exporters.page import PAGES
from exporters.styles import GRID_LINE_PT
from exporters.writers.docx.fonts import font_table
from exporters.writers.docx.ooxml import (
    RELATIONSHIPS,
    Element,
    element,
    root_element,
    serialised,
    twips,
)
from exporters.writers.docx.stylesheet import style_sheet

ZIP_DATE = (1980, 1, 1, 0, 0, 0)
"""Date of every entry: the earliest a ZIP archive can tell."""

CUSTOM_PART = "docProps/custom.xml"
"""The part of the properties that this program adds."""

_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_CONTENT_TYPES = f"{_PACKAGE}/content-types"
_PACKAGE_RELATIONSHIPS = f"{_PACKAGE}/relationships"
_EXTENDED = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
_CORE = f"{_PACKAGE}/metadata/core-properties"
_CORE_TYPE = "application/vnd.openxmlformats-package.core-properties+xml"
_EXTENDED_TYPE = "application/vnd.openxmlformats-officedocument.extended-properties+xml"
_CUSTOM = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
_CUSTOM_TYPE = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
_VALUES = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
_CUSTOM_FORMAT = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"  # of properties that programs add
_WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"

# Names of the parts of the document, and the kind of each.
_WORD_PARTS = {
    "styles": "styles",
    "settings": "settings",
    "fontTable": "fontTable",
}
_FOOTERS = {"default": "footer", "even": "footerEven", "first": "footerFirst"}

_FEET: dict[Sheet, tuple[str, ...]] = {
    Sheet.RECORD: ("default",),
    Sheet.OFFICIAL: ("default", "even"),
    Sheet.LETTER: ("default", "even", "first"),
    Sheet.CARD: (),
}
"""The pages of a sheet that have a foot of their own: all, or odd ones, even ones, the first.

A sheet without any has no head either.
"""


@cache
def base_package(language: str, sheet: Sheet) -> bytes:
    """Return a valid DOCX without text, for documents in ``language``, such as zh-CN."""
    feet = {_FOOTERS[pages]: "footer" for pages in _FEET[sheet]}
    heads = {"header": "header"} if feet else {}
    word_parts = {**_WORD_PARTS, **heads, **feet}
    parts = {
        "[Content_Types].xml": _content_types(word_parts),
        "_rels/.rels": _package_relationships(),
        "word/document.xml": element("document", element("body", _section(sheet))),
        "word/_rels/document.xml.rels": _document_relationships(word_parts),
        "word/styles.xml": style_sheet(language, sheet),
        "word/settings.xml": _settings(language, sheet),
        "word/fontTable.xml": font_table(),
        **{f"word/{part}.xml": element("hdr", element("p")) for part in heads},
        **{f"word/{part}.xml": element("ftr", element("p")) for part in feet},
        "docProps/core.xml": _properties(),
        "docProps/app.xml": _application(),
        CUSTOM_PART: custom_properties({}),
    }
    return archive({name: serialised(root) for name, root in parts.items()})


def archive(parts: dict[str, bytes]) -> bytes:
    """Pack the parts in their order; the same parts give the same bytes."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in parts.items():
            entry = zipfile.ZipInfo(name, ZIP_DATE)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 0  # else the archive tells the operating system
            packed.writestr(entry, content)
    return stream.getvalue()


def _content_types(word_parts: Mapping[str, str]) -> Element:
    types = root_element(_CONTENT_TYPES, "Types")

    def say(kind: str, **attributes: str) -> None:
        etree.SubElement(types, f"{{{_CONTENT_TYPES}}}{kind}", attributes)

    say(
        "Default",
        Extension="rels",
        ContentType="application/vnd.openxmlformats-package.relationships+xml",
    )
    say("Default", Extension="xml", ContentType="application/xml")
    say("Override", PartName="/word/document.xml", ContentType=f"{_WORD_TYPE}.document.main+xml")
    for part, kind in word_parts.items():
        say("Override", PartName=f"/word/{part}.xml", ContentType=f"{_WORD_TYPE}.{kind}+xml")
    say("Override", PartName="/docProps/core.xml", ContentType=_CORE_TYPE)
    say("Override", PartName="/docProps/app.xml", ContentType=_EXTENDED_TYPE)
    say("Override", PartName=f"/{CUSTOM_PART}", ContentType=_CUSTOM_TYPE)
    return types


def _relationships(*targets: tuple[str, str, str]) -> Element:
    """Build a part of relationships from identifiers, types and targets."""
    root = root_element(_PACKAGE_RELATIONSHIPS, "Relationships")
    for identifier, kind, target in targets:
        attributes = {"Id": identifier, "Type": kind, "Target": target}
        etree.SubElement(root, f"{{{_PACKAGE_RELATIONSHIPS}}}Relationship", attributes)
    return root


def _package_relationships() -> Element:
    return _relationships(
        ("rId1", f"{RELATIONSHIPS}/officeDocument", "word/document.xml"),
        ("rId2", f"{_PACKAGE_RELATIONSHIPS}/metadata/core-properties", "docProps/core.xml"),
        ("rId3", f"{RELATIONSHIPS}/extended-properties", "docProps/app.xml"),
        ("rId4", f"{RELATIONSHIPS}/custom-properties", CUSTOM_PART),
    )


def _document_relationships(word_parts: Mapping[str, str]) -> Element:
    return _relationships(
        *(
            (_identifier(part), f"{RELATIONSHIPS}/{kind}", f"{part}.xml")
            for part, kind in word_parts.items()
        )
    )


def _identifier(part: str) -> str:
    """Return the identifier by which the document names one of its parts."""
    return f"rId{part[0].upper()}{part[1:]}"


def _section(sheet: Sheet) -> Element:
    """Build the one section: sheet, margins, heads and feet.

    Styles tell the advance of lines and characters. The grid of an official document is told beside
    them, for the dialogue of the page; its lines are not bound to it.
    """
    page = PAGES[sheet]
    pages = _FEET[sheet]
    made = element(
        "sectPr",
        *(_reference("headerReference", "header", one) for one in pages),
        *(_reference("footerReference", _FOOTERS[one], one) for one in pages),
        element("pgSz", w=twips(page.width_mm), h=twips(page.height_mm)),
        element(
            "pgMar",
            top=twips(page.top_mm),
            right=twips(page.right_mm),
            bottom=twips(page.bottom_mm),
            left=twips(page.left_mm),
            header=twips(page.header_mm),
            footer=twips(page.footer_mm),
            gutter=0,
        ),
        element("pgNumType", start=1),
    )
    if "first" in pages:
        made.append(element("titlePg"))
    if sheet in (Sheet.OFFICIAL, Sheet.LETTER):
        made.append(element("docGrid", type="lines", linePitch=int(GRID_LINE_PT * 20)))
    return made


def _reference(kind: str, part: str, pages: str) -> Element:
    made = element(kind, type=pages)
    made.set(f"{{{RELATIONSHIPS}}}id", _identifier(part))
    return made


def _settings(language: str, sheet: Sheet) -> Element:
    """Build the settings as a Chinese Word writes them, in its present mode (15)."""
    compatibility = (
        "spaceForUL",
        "balanceSingleByteDoubleByteWidth",
        "doNotLeaveBackslashAlone",
        "ulTrailSpace",
        "doNotExpandShiftReturn",
        "adjustLineHeightInTable",
        "useFELayout",
    )
    modes = {
        "compatibilityMode": "15",
        "overrideTableStyleFontSizeAndJustification": "1",
        "enableOpenTypeFeatures": "1",
        "doNotFlipMirrorIndents": "1",
    }
    uri = "http://schemas.microsoft.com/office/word"
    return element(
        "settings",
        element("zoom", percent=100),
        element("defaultTabStop", val=420),
        *([element("evenAndOddHeaders")] if "even" in _FEET[sheet] else []),
        element("characterSpacingControl", val="compressPunctuation"),
        element(
            "compat",
            *(element(flag) for flag in compatibility),
            *(
                element("compatSetting", name=name, uri=uri, val=mode)
                for name, mode in modes.items()
            ),
        ),
        element(
            "themeFontLang",
            val="en-US",
            eastAsia=language if language.startswith("zh") else "zh-CN",
        ),
    )


def _properties() -> Element:
    """Build the core properties, empty; the document's are filled in."""
    return etree.fromstring(
        f'<cp:coreProperties xmlns:cp="{_CORE}" xmlns:dc="http://purl.org/dc/elements/1.1/"'
        ' xmlns:dcterms="http://purl.org/dc/terms/"'
        ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"/>'
    )


def _application() -> Element:
    root = root_element(_EXTENDED, "Properties")
    etree.SubElement(root, f"{{{_EXTENDED}}}Application").text = "Lianxi"
    return root


def custom_properties(told: Mapping[str, str]) -> Element:
    """Build the part of the properties that this program adds, texts by name."""
    root = etree.fromstring(f'<Properties xmlns="{_CUSTOM}" xmlns:vt="{_VALUES}"/>')
    for number, (name, value) in enumerate(told.items(), 2):  # 0 and 1 are the format's own
        attributes = {"fmtid": _CUSTOM_FORMAT, "pid": str(number), "name": name}
        one = etree.SubElement(root, f"{{{_CUSTOM}}}property", attributes)
        etree.SubElement(one, f"{{{_VALUES}}}lpwstr").text = value
    return root
