"""Every kind of paper passes the whole chain, in both formats, under tools nobody here wrote."""

import subprocess
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from pathlib import Path

import page
import pytest

from exporters.document import Document, NamePlate, Table, texts
from exporters.registry import KINDS
from tests.exporters import docx_audit, docx_files, pdf_audit, pdf_files
from tests.exporters.every_paper import Made, every_paper
from tests.exporters.pdf_files import needs_mupdf, needs_poppler, seen
from tests.exporters.readers import (
    docx2txt_text,
    docx2txt_words,
    laid_out,
    missing_in_order,
    pandoc_text,
    program,
    validator_faults,
    words,
)

NAMES = tuple(every_paper())


@cache
def pdf(name: str) -> bytes:
    return pdf_files.written(every_paper()[name].document)


@cache
def docx(name: str) -> bytes:
    return docx_files.written(every_paper()[name].document)


@pytest.fixture(params=NAMES)
def name(request: pytest.FixtureRequest) -> str:
    """Give the name of each paper in turn."""
    found: str = request.param
    return found


@pytest.fixture
def made(name: str) -> Made:
    """Give each paper in turn, with what it was made of."""
    return every_paper()[name]


def test_no_kind_is_left_out() -> None:
    """A kind that no meeting of the tests has would pass unchecked."""
    assert {name.split(" of ")[0] for name in NAMES} == set(KINDS)


# PDF


@pytest.mark.parametrize("profile", ["2a", "ua1"])
def test_pdf_is_valid(name: str, profile: str) -> None:
    report = page.validate_pdf_bytes(pdf(name), profile=profile)

    assert [failure.message for failure in report.failures] == []
    assert report.is_compliant


def test_pdf_has_sound_syntax_and_tells_every_code(name: str) -> None:
    assert pdf_audit.audit(pdf(name)) == set()


@pytest.mark.parametrize("write", [pdf_files.written, docx_files.written])
def test_same_paper_gives_the_same_bytes(made: Made, write: Callable[[Document], bytes]) -> None:
    assert write(made.document) == write(made.document)


@pytest.mark.foreign
@needs_poppler
def test_poppler_reads_the_whole_text(name: str, made: Made, tmp_path: Path) -> None:
    assert misread(pdf_files.poppler_text(pdf(name), tmp_path), made.document) == ("", "")


@pytest.mark.foreign
@pytest.mark.parametrize(
    "read",
    [
        pytest.param(pdf_files.poppler_text, marks=needs_poppler, id="poppler"),
        pytest.param(pdf_files.mupdf_text, marks=needs_mupdf, id="mupdf"),
    ],
)
def test_every_name_can_be_found(
    made: Made, read: Callable[[bytes, Path], str], tmp_path: Path
) -> None:
    """Without head and foot, which come between the lines of a name at the end of a page."""
    bare = replace(made.document, frame=pdf_files.BARE)

    read_text = seen(read(pdf_files.written(bare), tmp_path))

    printed = seen("".join(texts(bare)))
    names = {seen(one) for one in made.names if seen(one) in printed}
    assert {one for one in names if one not in read_text} == set()


# DOCX


def test_docx_is_built_soundly(name: str) -> None:
    assert docx_audit.audit(docx(name)) == []


@pytest.mark.foreign
def test_microsofts_validator_finds_no_fault(name: str, tmp_path: Path) -> None:
    file = tmp_path / "paper.docx"
    file.write_bytes(docx(name))

    assert validator_faults(file) == []


@pytest.mark.foreign
def test_pandoc_reads_every_text_in_order(name: str, made: Made, tmp_path: Path) -> None:
    file = tmp_path / "paper.docx"
    file.write_bytes(docx(name))

    expected = ["".join(text.split()) for text in texts(made.document)]
    assert missing_in_order(expected, "".join(pandoc_text(file).split())) == []


@pytest.mark.foreign
def test_docx2txt_reads_every_word_in_order(name: str, made: Made, tmp_path: Path) -> None:
    file = tmp_path / "paper.docx"
    file.write_bytes(docx(name))

    expected = [docx2txt_words(text) for text in texts(made.document)]
    assert missing_in_order(expected, words(docx2txt_text(file))) == []


@pytest.mark.foreign
def test_libreoffice_lays_every_text_out(tmp_path: Path) -> None:
    """One test for all papers, because each start of LibreOffice takes seconds."""
    program("pdftotext")
    files = laid_out({name: docx(name) for name in NAMES}, tmp_path)

    wrong = {name: misread(read_pages(files[name]), every_paper()[name].document) for name in NAMES}
    assert {name: found for name, found in wrong.items() if any(found)} == {}


def read_pages(file: Path) -> str:
    """Return the text of a PDF as poppler reads it."""
    run = subprocess.run(["pdftotext", str(file), "-"], check=True, capture_output=True)
    return run.stdout.decode()


def misread(read: str, document: Document) -> tuple[str, str]:
    """Return which characters of ``document`` are missing, and which are there that never were.

    Counted, because cells and furniture are read in the order of their places. Furniture and the
    heads of tables stand on every page, the words of a place card on both its sides.
    """
    frame = document.frame
    around = (
        *(frame.header, frame.statement, frame.footer, frame.sign_label, frame.mark or ""),
        *(head for block in document.blocks if isinstance(block, Table) for head in block.heads),
        *(f"{one.name}{one.office}" for one in document.blocks if isinstance(one, NamePlate)),
        frame.page_label,
        "0123456789",
    )
    found, there = Counter(seen(read)), Counter(seen("".join(texts(document))))
    repeated = set(seen("".join(around)))
    missing = "".join((there - found).elements())
    added = "".join(one for one in (found - there).elements() if one not in repeated)
    return missing, added
