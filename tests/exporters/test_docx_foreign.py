"""DOCX under readers nobody here wrote, over the documents of the writers' own tests.

The papers of meetings pass the same chain in ``test_every_paper``.
"""

import re
import subprocess
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from exporters.document import (
    Document,
    ParagraphStyle,
    Sheet,
    SignatureRow,
    Signatures,
    texts,
)
from tests.exporters.documents import FRAME, document, empty, extreme, paragraph, usual
from tests.exporters.docx_files import DOCUMENT, packed, parts, written
from tests.exporters.dossier_files import office_papers
from tests.exporters.readers import laid_out, program, validator_faults
from tests.exporters.sheets import official

pytestmark = pytest.mark.foreign

OFFICIAL_SHEETS = (Sheet.OFFICIAL, Sheet.LETTER)
PAPERS = {
    "empty": empty(),
    "usual": usual(),
    "extreme": extreme(),
    **office_papers(),
    **{f"{sheet} sheet": official(sheet, secrecy="机密★3年") for sheet in OFFICIAL_SHEETS},
}


def squeezed(text: str) -> str:
    """Drop all blanks: foreign readers set them as they like."""
    return "".join(text.split())


# Microsoft's Open XML SDK


@pytest.mark.parametrize("name", PAPERS)
def test_validator_finds_no_fault(name: str, tmp_path: Path) -> None:
    file = tmp_path / "paper.docx"
    file.write_bytes(written(PAPERS[name]))

    assert validator_faults(file) == []


def test_validator_finds_a_planted_fault(tmp_path: Path) -> None:
    """The validator really looks: silence means soundness."""
    content = parts(written(usual()))
    content[DOCUMENT] = content[DOCUMENT].replace(b"<w:pPr>", b"<w:bogus/><w:pPr>", 1)
    file = tmp_path / "paper.docx"
    file.write_bytes(packed(content))

    assert any("bogus" in fault for fault in validator_faults(file))


# pandoc


@pytest.mark.parametrize("name", ["usual", "extreme"])
def test_pandoc_reads_every_text_in_order(name: str, tmp_path: Path) -> None:
    """Wide columns, since pandoc folds the cells of a table side by side."""
    pandoc = program("pandoc")
    file = tmp_path / "paper.docx"
    file.write_bytes(written(PAPERS[name]))

    run = subprocess.run(
        [pandoc, "--from=docx", "--to=plain", "--columns=40000", str(file)],
        check=True,
        capture_output=True,
    )

    read, at = squeezed(re.sub(r"[-+|=]{3,}|\|", "", run.stdout.decode())), 0
    for text in texts(PAPERS[name]):
        expected = squeezed(re.sub(r"[-+|=]{3,}|\|", "", text))
        found = read.find(expected, at)
        assert found >= 0, f"{text[:40]!r} is missing behind {read[max(at - 20, 0) : at]!r}"
        at = found + len(expected)


# LibreOffice


def signed_after(lines: int, people: int) -> Document:
    """Make a record whose signatures begin at some height of a page, each row told by marks."""
    rows = tuple(
        SignatureRow(
            f"始{number}号，各级人民检察院出席人员职务全称", "龚䶮", f"邮寄入卷，{number}号末"
        )
        for number in range(people)
    )
    return document(
        *(paragraph(f"第{line}行。", ParagraphStyle.SPEECH) for line in range(lines)),
        paragraph("以上记录无误。"),
        Signatures("签名处", rows),
    )


SHORT = {f"short{lines}": signed_after(lines, 7) for lines in range(0, 28, 4)}
LONG = {f"long{lines}": signed_after(lines, 24) for lines in range(2, 28, 5)}


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], list[str]]:
    """Give a function that tells the pages of a paper as LibreOffice lays it out, blanks dropped."""
    pdftotext = program("pdftotext")
    papers = {
        "usual": usual(),
        "signed": replace(usual(), frame=replace(FRAME, mark=None)),
        **SHORT,
        **LONG,
    }
    files = laid_out(
        {name: written(paper) for name, paper in papers.items()},
        tmp_path_factory.mktemp("libreoffice"),
    )

    def read(name: str) -> list[str]:
        run = subprocess.run(
            [pdftotext, "-layout", str(files[name]), "-"],
            check=True,
            capture_output=True,
        )
        return [squeezed(page) for page in run.stdout.decode().split("\f")[:-1]]

    return read


def test_head_and_foot_stand_on_every_page(pages: Callable[[str], list[str]]) -> None:
    laid_out = pages("usual")

    assert len(laid_out) > 2
    for number, page in enumerate(laid_out, 1):
        assert squeezed(FRAME.header)[:20] in page
        assert "未签名稿" in page
        assert squeezed(FRAME.statement) in page
        assert squeezed(FRAME.sign_label) in page
        assert squeezed(FRAME.footer)[:20] in page
        assert f"第{number}页共{len(laid_out)}页" in page


def test_signed_paper_shows_no_mark(pages: Callable[[str], list[str]]) -> None:
    assert "未签名稿" not in "".join(pages("signed"))


def test_whole_text_is_laid_out(pages: Callable[[str], list[str]]) -> None:
    """Every twelfth character of a speech would be missing if a line were cut off."""
    laid_out = "".join(pages("usual"))

    for number in range(1, 9):
        assert f"第{number}节。郭某峰收购他人银行卡" in laid_out
    assert laid_out.count("再讨论定性。") == 8 + 3 + 1


@pytest.mark.parametrize("name", SHORT)
def test_short_signatures_stand_on_one_page_with_their_heading(
    name: str, pages: Callable[[str], list[str]]
) -> None:
    marks = ["签名处"]
    marks += [mark for number in range(7) for mark in (f"始{number}号", f"，{number}号末")]

    holding = [page for page in pages(name) if any(mark in page for mark in marks)]

    assert len(holding) == 1
    assert all(mark in holding[0] for mark in marks)


@pytest.mark.parametrize("name", LONG)
def test_rows_of_long_signatures_do_not_split_and_begin_at_their_heading(
    name: str, pages: Callable[[str], list[str]]
) -> None:
    laid_out = pages(name)

    def pages_of(mark: str) -> list[int]:
        return [number for number, page in enumerate(laid_out) if mark in page]

    for number in range(24):
        assert len(pages_of(f"始{number}号")) == 1
        assert pages_of(f"始{number}号") == pages_of(f"，{number}号末")
    assert pages_of("签名处") == pages_of("始0号")
