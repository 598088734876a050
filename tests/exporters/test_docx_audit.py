"""The audit itself: sound files pass, and each planted fault is told."""

import io
import re
import warnings
import zipfile
from collections.abc import Callable

import pytest

from exporters.document import Document
from tests.exporters.documents import empty, extreme, usual
from tests.exporters.docx_audit import audit
from tests.exporters.docx_files import DOCUMENT, FOOTER, HEADER, STYLES, packed, parts, written

Parts = dict[str, bytes]
SETTINGS = "word/settings.xml"
TYPES = "[Content_Types].xml"
CORE = "docProps/core.xml"


def swap(name: str, pattern: str, replacement: str) -> Callable[[Parts], None]:
    """Make a mutation: the first match of ``pattern`` in a part becomes ``replacement``."""

    def mutate(content: Parts) -> None:
        text, count = re.subn(
            pattern, replacement, content[name].decode(), count=1, flags=re.DOTALL
        )
        assert count == 1, f"{pattern} is not in {name}"
        content[name] = text.encode()

    return mutate


def drop(name: str) -> Callable[[Parts], None]:
    """Make a mutation: a part is missing."""

    def mutate(content: Parts) -> None:
        del content[name]

    return mutate


MUTATIONS: dict[str, tuple[Callable[[Parts], None], str]] = {
    "style missing": (swap(DOCUMENT, "LxSpeech", "LxNone"), "no paragraph style LxNone"),
    "style of another kind": (swap(DOCUMENT, 'pStyle w:val="LxBody"', 'pStyle w:val="LxForm"'),
                              "no paragraph style LxForm"),
    "style twice": (swap(STYLES, r'(<w:style [^>]*w:styleId="LxBody"[^>]*>.*?</w:style>)', r"\1\1"),
                    "style LxBody defined 2"),
    "style name twice": (swap(STYLES, 'w:val="记录正文"', 'w:val="发言内容"'), "given 2 times"),
    "base style missing": (swap(STYLES, 'basedOn w:val="Normal"', 'basedOn w:val="Nobody"'),
                           "no style Nobody"),
    "font for Latin only": (swap(STYLES, ' w:eastAsia="黑体"', ""), "four slots"),
    "font unknown": (swap("word/fontTable.xml", 'w:name="黑体"', 'w:name="无"'), "font table"),
    "cell without paragraph": (swap(DOCUMENT, r"(</w:tcPr>)<w:p>.*?</w:p>(</w:tc>)", r"\1\2"),
                               "closing paragraph"),
    "table without rows": (swap(DOCUMENT, r"(</w:tblGrid>).*?(</w:tbl>)", r"\1\2"),
                           "table without rows"),
    "row without cells": (swap(DOCUMENT, r"<w:tr>.*?</w:tr>", "<w:tr/>"), "row without cells"),
    "row short": (swap(DOCUMENT, r"(<w:tr>)<w:tc>.*?</w:tc>", r"\1"), "columns in a grid"),
    "cell too wide": (swap(DOCUMENT, r'tcW w:w="\d+"', 'tcW w:w="50"'), "differs from the grid"),
    "table floating in width": (swap(DOCUMENT, '<w:tblLayout w:type="fixed"/>', ""), "not fixed"),
    "tables touch": (swap(DOCUMENT, r"</w:tbl><w:p>.*?</w:p>", "</w:tbl><w:tbl/>"),
                     "behind a table"),
    "field without separator": (
        swap(FOOTER, r'<w:r><w:fldChar w:fldCharType="separate"/></w:r>', ""), "field broken"),
    "field without result": (
        swap(FOOTER, r'(separate"/></w:r>)<w:r><w:t>1</w:t></w:r>', r"\1"), "field broken"),
    "field without end": (swap(FOOTER, r'<w:r><w:fldChar w:fldCharType="end"/></w:r>', ""),
                          "field broken"),
    "blanks lost": (swap(DOCUMENT, r'<w:t xml:space="preserve">', "<w:t> "), "blanks"),
    "text in a run": (swap(DOCUMENT, r"<w:r><w:t[^>]*>", "<w:r>字<w:t>"), "text straight in r"),
    "content control": (swap(DOCUMENT, "<w:body>", "<w:body><w:sdt/>"), "sdt does not belong"),
    "nested paragraph": (swap(DOCUMENT, r"(<w:p><w:pPr>.*?</w:pPr>)", r"\1<w:p/>"),
                         "paragraph in a paragraph"),
    "section not last": (swap(DOCUMENT, "</w:body>", "<w:p/></w:body>"), "not last"),
    "header empty": (swap(HEADER, r"(<w:hdr[^>]*>).*</w:hdr>", r"\1</w:hdr>"), "no paragraph"),
    "header missing": (drop(HEADER), "header.xml missing"),
    "header undeclared": (swap(TYPES, r'<Override PartName="/word/header.xml"[^>]*/>', ""),
                          "no content type for word/header.xml"),
    "header not related": (swap(DOCUMENT, "rIdHeader", "rIdNone"), "rIdNone undefined"),
    "target outside": (
        swap("word/_rels/document.xml.rels", "<Relationship ", '<Relationship TargetMode="External" '),
        "outside the file"),
    "zoom without percent": (swap(SETTINGS, ' w:percent="100"', ""), "zoom"),
    "fields updated at opening": (
        swap(SETTINGS, "</w:settings>", "<w:updateFields/></w:settings>"), "ask at every opening"),
    "date in words": (swap(CORE, r"(<dcterms:created[^>]*>)[^<]*", r"\1yesterday"), "not a date"),
    "title twice": (swap(CORE, r"(<dc:title>[^<]*</dc:title>)", r"\1\1"), "stands 2 times"),
}  # fmt: skip


@pytest.fixture(scope="module")
def sound() -> bytes:
    return written(usual())


@pytest.mark.parametrize(
    "document", [empty(), usual(), extreme()], ids=["empty", "usual", "extreme"]
)
def test_what_we_write_passes(document: Document) -> None:
    assert audit(written(document)) == []


@pytest.mark.parametrize("planted", MUTATIONS)
def test_planted_fault_is_told(planted: str, sound: bytes) -> None:
    mutate, expected = MUTATIONS[planted]
    content = parts(sound)

    mutate(content)

    assert any(expected in fault for fault in audit(packed(content)))


def test_entry_twice_is_told(sound: bytes) -> None:
    stream = io.BytesIO(sound)
    with warnings.catch_warnings(), zipfile.ZipFile(stream, "a") as package:
        warnings.simplefilter("ignore")  # zipfile warns of what is planted here
        package.writestr(DOCUMENT, package.read(DOCUMENT))

    assert any("stands 2 times" in fault for fault in audit(stream.getvalue()))
