"""Place cards: a name on both sides of a folded sheet, read once, in type that fits."""

import re
from pathlib import Path

import pypdfium2
import pytest
from docx.oxml.ns import qn

from exporters.document import NamePlate, texts
from exporters.plates import NAME, SIDE_HEIGHT_PT, estimated_size
from exporters.text import clean_document
from tests.exporters.documents import TIBETAN, UYGHUR, document, paragraph
from tests.exporters.docx_audit import audit
from tests.exporters.docx_files import DOCUMENT, part, story_text
from tests.exporters.docx_files import written as written_docx
from tests.exporters.pdf_files import (
    NAMES,
    content_streams,
    mupdf_text,
    needs_mupdf,
    needs_poppler,
    page_texts,
    poppler_text,
    seen,
    written,
)

LONG = "买买提·吐尔逊·阿卜杜热西提江"


def boxes(pdf: bytes) -> list[tuple[float, float, float, float]]:
    """Return left, bottom, right and top of every visible character on the first page."""
    page = pypdfium2.PdfDocument(pdf)[0]
    text = page.get_textpage()
    every = (text.get_charbox(n) for n in range(text.count_chars()))
    return [box for box in every if box[2] - box[0] > 1]


def test_a_card_is_a_page_without_furniture() -> None:
    paper = document(paragraph("前"), NamePlate("甲"), NamePlate("乙"), paragraph("后"))

    pages = [seen(page) for page in page_texts(written(paper))]

    assert pages[1:3] == ["甲甲", "乙乙"]
    assert "第4页共4页" in pages[3]


def test_nothing_but_cards_leaves_no_other_page() -> None:
    assert len(page_texts(written(document(NamePlate("甲"), NamePlate("乙"))))) == 2


def test_both_sides_stand_upright_when_the_sheet_is_folded() -> None:
    """The head of the letters is at the fold: left they run down, right they run up."""
    (code,) = content_streams(written(document(NamePlate("罗承砚", "某院"))))

    assert re.findall(r"q (\S+ \S+ \S+ \S+) \S+ \S+ cm", code) == ["0 -1 1 0", "0 1 -1 0"]


@pytest.mark.parametrize(
    "name", ["罗承砚", "赵犇", LONG, TIBETAN, UYGHUR, "𰻞" * 40, "名" * 3000, "Wilhelmina WWWW"]
)
def test_words_stay_on_their_side_of_the_fold(name: str) -> None:
    found = boxes(written(document(NamePlate(name, "河澜州人民检察院第一检察部" * 3))))

    assert found
    assert all(
        left > 12 and bottom > 30 and right < 583 and top < 812
        for left, bottom, right, top in found
    )
    assert all(
        right < SIDE_HEIGHT_PT - 5 or left > SIDE_HEIGHT_PT + 5 for left, _, right, _ in found
    )


def test_a_short_name_is_huge_and_a_long_one_on_one_line() -> None:
    (short,) = content_streams(written(document(NamePlate("罗承砚"))))
    (long,) = content_streams(written(document(NamePlate(LONG))))

    assert f"{NAME.size_pt:g} Tf" in short
    assert len(re.findall(r" Tm$", long, re.MULTILINE)) == 2


def test_a_card_is_read_once() -> None:
    paper = document(NamePlate("罗承砚", "某院"))

    (code,) = content_streams(written(paper))

    assert texts(paper) == ["罗承砚", "某院"]
    assert code.count("/P <</MCID") == 2
    assert code.count("/Artifact BMC\nq ") == 1


@needs_poppler
@needs_mupdf
@pytest.mark.foreign
def test_every_name_can_be_copied(tmp_path: Path) -> None:
    names = [*NAMES.split(), LONG]
    pdf = written(document(*(NamePlate(name, "某院") for name in names)))

    for read in (poppler_text(pdf, tmp_path), mupdf_text(pdf, tmp_path)):
        assert [name for name in names if name not in seen(read)] == []
    for name, page in zip(names, page_texts(pdf), strict=True):
        assert name in seen(page)


def test_docx_has_the_name_in_two_cells_turned_to_the_fold() -> None:
    body = part(written_docx(document(NamePlate("罗承砚", "某院"))), DOCUMENT)

    turned = [found.get(qn("w:val")) for found in body.iter(qn("w:textDirection"))]
    assert turned == ["tbRl", "btLr"]


@pytest.mark.parametrize("before", [True, False])
@pytest.mark.parametrize("after", [True, False])
def test_docx_gives_each_card_a_section_of_its_own(before: bool, after: bool) -> None:  # noqa: FBT001 - parameters of a test
    blocks = [NamePlate("甲", UYGHUR), NamePlate(TIBETAN)]
    words = paragraph("文")
    content = written_docx(document(*[words] * before, *blocks, *[words] * after))

    sections = [
        len(found.findall(qn("w:titlePg")))
        for found in part(content, DOCUMENT).iter(qn("w:sectPr"))
    ]
    assert sections == [0] * before + [1, 1] + [0] * after
    assert len(list(part(content, DOCUMENT).iter(qn("w:pgNumType")))) <= 1
    assert audit(content) == []


def test_docx_type_shrinks_with_the_name() -> None:
    assert estimated_size("罗承砚", NAME, 200) == NAME.size_pt
    assert 40 < estimated_size("阿" * 15, NAME, 200) < 60
    assert 0 < estimated_size("名" * 3000, NAME, 200) < 10
    assert estimated_size("", NAME, 200) == NAME.size_pt


def test_name_and_office_are_cleaned() -> None:
    cleaned, report = clean_document(document(NamePlate("甲\u202e", "乙\0")))

    assert len(report) == 2
    assert "甲" in story_text(written_docx(cleaned), DOCUMENT)
