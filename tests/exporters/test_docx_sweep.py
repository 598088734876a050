"""Lists of every length with signatures behind them, as LibreOffice lays a DOCX out.

A sample of the lengths is tried; ``make check-all`` tries each one.
"""

import subprocess
from collections.abc import Callable

import pytest

from exporters.document import Document, NamePlate
from tests.exporters.documents import document, paragraph, signed_list, table
from tests.exporters.docx_files import written
from tests.exporters.every_paper import ALL_PAPERS
from tests.exporters.readers import laid_out, program
from tests.exporters.test_tables import check_signed_list

pytestmark = pytest.mark.foreign

LENGTHS = range(8, 64) if ALL_PAPERS else range(8, 64, 5)
CARDS = (NamePlate("罗承砚", "某院"), NamePlate("买买提·吐尔逊·阿卜杜热西提江", "某院"))
OTHERS: dict[str, Document] = {
    "tall": document(table(("短", ""), ("犇" * 3000, "乙"), ("末行", ""), heads=("内容", "备注"))),
    "cards": document(*CARDS),
    "between": document(paragraph("前文"), *CARDS, paragraph("后文")),
}


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], list[str]]:
    """Give a function that tells the pages of a paper, blanks dropped."""
    pdftotext = program("pdftotext")
    folder = tmp_path_factory.mktemp("sweep")
    lists = {f"list{people}": signed_list(people) for people in LENGTHS}
    files = laid_out({name: written(one) for name, one in (lists | OTHERS).items()}, folder)

    def read(name: str) -> list[str]:
        command = [pdftotext, "-layout", str(files[name]), "-"]
        run = subprocess.run(command, check=True, capture_output=True)
        return ["".join(page.split()) for page in run.stdout.decode().split("\f")[:-1]]

    return read


@pytest.mark.parametrize("people", LENGTHS)
def test_list_of_any_length_and_its_signatures(
    people: int, pages: Callable[[str], list[str]]
) -> None:
    check_signed_list(pages(f"list{people}"), people)


def test_row_higher_than_a_page_is_laid_out_whole(pages: Callable[[str], list[str]]) -> None:
    told = pages("tall")

    assert len(told) > 2
    assert "".join(told).count("犇") == 3000
    assert "末行" in told[-1]
    assert all("内容备注" in page for page in told)


def test_a_card_is_a_page_without_head_and_foot(pages: Callable[[str], list[str]]) -> None:
    assert [len(page) < 60 for page in pages("cards")] == [True, True]
    first, *cards, last = pages("between")
    assert "前文" in first
    assert "后文" in last
    assert [len(page) < 60 for page in cards] == [True, True]
    assert "第4页" in last
