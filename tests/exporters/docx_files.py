"""Making and reading DOCX files in tests."""

import io
import zipfile
from collections.abc import Mapping

import docx
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph as WordParagraph
from lxml import etree

from exporters.document import Document
from exporters.progress import CancelToken, no_progress
from exporters.writers.docx.writer import write

DOCUMENT = "word/document.xml"
HEADER = "word/header.xml"
FOOTER = "word/footer.xml"
STYLES = "word/styles.xml"


def written(document: Document) -> bytes:
    """Write a document as DOCX."""
    stream = io.BytesIO()
    write(document, stream, no_progress, CancelToken())
    return stream.getvalue()


def parts(content: bytes) -> dict[str, bytes]:
    """Return the parts of a package by name, in their order."""
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        return {name: packed.read(name) for name in packed.namelist()}


def packed(content: Mapping[str, bytes]) -> bytes:
    """Make a package of parts."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as target:
        for name, part in content.items():
            target.writestr(name, part)
    return stream.getvalue()


def part(content: bytes, name: str) -> etree._Element:
    """Return the root of one part."""
    return etree.fromstring(parts(content)[name])


def texts_inside(content: bytes) -> list[str]:
    """Return the text of every paragraph of the body that has one, as python-docx reads it."""
    word = docx.Document(io.BytesIO(content))
    found = (WordParagraph(made, word).text for made in word.element.body.iter(qn("w:p")))
    return [text for text in found if text]


def story_text(content: bytes, name: str) -> str:
    """Return all text of a head or foot."""
    return "".join(found.text or "" for found in part(content, name).iter(qn("w:t")))
