"""Writes a document as DOCX."""

import io
import zipfile
from copy import deepcopy
from datetime import UTC
from itertools import zip_longest
from typing import BinaryIO

import docx
from docx.document import Document as WordDocument
from docx.section import Section

from exporters.document import Document, Letterhead, Sheet
from exporters.progress import CancelToken, Progress
from exporters.writers.docx.base import archive, base_package
from exporters.writers.docx.body import elements
from exporters.writers.docx.furniture import footer, header, official_footer
from exporters.writers.docx.inline import paragraph
from exporters.writers.docx.ooxml import Element
from exporters.writers.docx.style_names import StyleId

PROPERTY_LENGTH = 255
"""Most characters of a property of the file; a longer one ends with an ellipsis there."""


def write(document: Document, stream: BinaryIO, progress: Progress, cancel: CancelToken) -> None:
    """Write ``document`` to ``stream``; the same document gives the same bytes.

    The document is clean (``exporters.text``). Progress counts the blocks and the saving. Raises
    Cancelled, and then has written nothing.
    """
    base = base_package(document.language, document.sheet)
    word = docx.Document(io.BytesIO(base))
    _fill_body(word, document, progress, cancel)
    _fill_frame(word.sections[0], document)
    _set_properties(word, document)
    cancel.check()
    content = _packed(word, base)
    cancel.check()
    stream.write(content)
    progress(len(document.blocks) + 1, len(document.blocks) + 1)


def _fill_body(
    word: WordDocument, document: Document, progress: Progress, cancel: CancelToken
) -> None:
    """Put the blocks before the section's properties, which must stay last."""
    section = word.sections[0]._sectPr  # noqa: SLF001 - the only way to it without a search
    total = len(document.blocks) + 1
    followed = zip_longest(document.blocks, document.blocks[1:])
    for done, (block, following) in enumerate(followed, 1):
        cancel.check()
        if isinstance(block, Letterhead) and block.starts_page:
            section.addprevious(_section_end(section))
        for made in elements(block, following, cancel):
            section.addprevious(made)
        progress(done, total)
    if section.getprevious() is None:
        section.addprevious(paragraph(StyleId.BODY))  # a body without a paragraph is damaged


def _section_end(section: Element) -> Element:
    """Return the end of a letter: the next one has a first page, and numbers, of its own."""
    made = paragraph(StyleId.PAGE_END)
    made[0].append(deepcopy(section))  # a paragraph begins with its properties
    return made


def _fill_frame(section: Section, document: Document) -> None:
    """Fill head and feet, as many as the sheet has."""
    frame = document.frame
    _replace(section.header.part.element, header(frame, document.sheet))
    if document.sheet is Sheet.RECORD:
        _replace(section.footer.part.element, footer(frame))
        return
    _replace(section.footer.part.element, official_footer(frame, StyleId.PAGE_NUMBER_ODD))
    even = official_footer(frame, StyleId.PAGE_NUMBER_EVEN)
    _replace(section.even_page_footer.part.element, even)
    if document.sheet is Sheet.LETTER:
        _replace(section.first_page_footer.part.element, official_footer(frame, None))


def _replace(part: Element, content: list[Element]) -> None:
    """Fill a head or foot, which the base leaves with one empty paragraph."""
    part[:] = content


def _set_properties(word: WordDocument, document: Document) -> None:
    """Tell title, maker and time in the properties of the file."""
    properties = word.core_properties
    properties.title = _property(document.title)
    properties.subject = _property(document.subject)
    properties.author = properties.last_modified_by = _property(document.author)
    properties.keywords = _property(document.keywords)
    properties.language = document.language
    properties.created = properties.modified = document.made_at.astimezone(UTC)
    properties.revision = 1


def _property(text: str) -> str:
    """Return ``text`` on one line and no longer than a property may be."""
    line = " ".join(text.split("\n"))
    return line if len(line) <= PROPERTY_LENGTH else f"{line[: PROPERTY_LENGTH - 1]}…"


def _packed(word: WordDocument, base: bytes) -> bytes:
    """Return the package: the parts of the base, with what was filled in since.

    Not saved by python-docx, which stamps each entry with the wall clock. No part was added, so
    that content types and relationships are still those of the base.
    """
    filled = {part.partname.membername: part.blob for part in word.part.package.iter_parts()}
    with zipfile.ZipFile(io.BytesIO(base)) as packed:
        return archive({name: filled.get(name) or packed.read(name) for name in packed.namelist()})
