"""What the tests of the PDF writer share: writing, and reading back through other programs."""

import io
import shutil
import subprocess
import unicodedata
from collections import Counter
from pathlib import Path

import pypdfium2
import pytest

from exporters.document import Document, PageFrame
from exporters.fonts import shipped_fonts
from exporters.progress import CancelToken, no_progress
from exporters.writers.pdf.writer import write
from tests.exporters.documents import on_paper

BARE = PageFrame("", "", "", "", "", None)
"""No furniture, so that the text of all pages is the text of the document."""

NAMES = "陶𬤇 司马㛃 龚䶮 林𬭎昱 𰻞 沈𣲗 许𬍛 韦𫖯 赵犇 阿旺·才让"

needs_poppler = pytest.mark.skipif(
    shutil.which("pdftotext") is None, reason="pdftotext (poppler) is not installed"
)
needs_mupdf = pytest.mark.skipif(
    shutil.which("mutool") is None, reason="mutool (MuPDF) is not installed"
)


def written(document: Document) -> bytes:
    """Write ``document`` with the shipped fonts."""
    stream = io.BytesIO()
    write(document, stream, no_progress, CancelToken(), fonts=shipped_fonts())
    return stream.getvalue()


def page_texts(pdf: bytes) -> list[str]:
    """Return the text of each page as PDFium reads it."""
    file = pypdfium2.PdfDocument(pdf)
    try:
        return [page.get_textpage().get_text_range() for page in file]
    finally:
        file.close()


def pdfium_text(pdf: bytes) -> str:
    """Return the text as PDFium reads it."""
    return "\n".join(page_texts(pdf))


def poppler_text(pdf: bytes, folder: Path) -> str:
    """Return the text as poppler reads it."""
    path = folder / "paper.pdf"
    path.write_bytes(pdf)
    command = ["pdftotext", "-enc", "UTF-8", str(path), "-"]
    return subprocess.run(
        command, check=True, capture_output=True, text=True, encoding="utf-8"
    ).stdout


def mupdf_text(pdf: bytes, folder: Path) -> str:
    """Return the text as MuPDF reads it."""
    path = folder / "paper.pdf"
    path.write_bytes(pdf)
    command = ["mutool", "draw", "-q", "-F", "txt", str(path)]
    return subprocess.run(
        command, check=True, capture_output=True, text=True, encoding="utf-8"
    ).stdout


def seen(text: str) -> str:
    """Return ``text`` without what shows nothing: blanks, line ends, ignorable characters."""
    return "".join(
        one for one in text if not one.isspace() and unicodedata.category(one) not in {"Cc", "Cf"}
    )


def printed(document: Document, pages: int) -> Counter[str]:
    """Return how often each visible character stands on the ``pages`` of ``document``."""
    frame = document.frame
    around = [frame.header, frame.statement, frame.footer, frame.sign_label, frame.mark or ""]
    labels = (
        frame.page_label.replace("{pages}", f"{pages}").replace("{page}", f"{page}")
        for page in range(1, pages + 1)
    )
    return Counter(seen("".join([*on_paper(document), *around * pages, *labels])))


def page_count(pdf: bytes) -> int:
    """Return how many pages there are."""
    return len(page_texts(pdf))


def content_streams(pdf: bytes) -> list[str]:
    """Return the operators of each page."""
    import pikepdf

    with pikepdf.open(io.BytesIO(pdf)) as file:
        return [page.Contents.read_bytes().decode("ascii") for page in file.pages]
