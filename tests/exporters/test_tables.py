"""Tables over many pages: heads on each, rows whole, signatures behind them on one page."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from docx.oxml.ns import qn

from exporters.document import Block, Document, SignatureRow, Signatures, texts
from tests.exporters.documents import document, heading, paragraph, signatures, signed_list, table
from tests.exporters.docx_files import DOCUMENT, part, story_text
from tests.exporters.docx_files import written as written_docx
from tests.exporters.growth import growth
from tests.exporters.pdf_files import BARE, content_streams, page_texts, pdfium_text, seen, written

HEADS = ("序号名", "单位", "姓名", "本人签名")


def texts_of(block: Block) -> str:
    """Return all text of a block."""
    return "".join(texts(document(block)))


def check_signed_list(pages: list[str], people: int, signing: int = 7) -> None:
    """Check the pages of a list: whole rows, heads above them, signatures below a sentence."""
    marks = [f"第{number}号河澜州人民检察院" for number in range(people)]
    signed = [f"始{number}号" for number in range(signing)]
    for page in pages:
        has_rows = any(mark in page for mark in marks)
        assert page.count("".join(HEADS)) == has_rows
    assert [sum(mark in page for page in pages) for mark in marks] == [1] * people
    (last,) = [page for page in pages if any(mark in page for mark in (*signed, "签名处"))]
    assert all(mark in last for mark in ("以上到会情况无误", "签名处", *signed))


@pytest.mark.parametrize("people", range(8, 64))
def test_list_of_any_length_and_its_signatures(people: int) -> None:
    pages = [seen(page) for page in page_texts(written(signed_list(people)))]

    check_signed_list(pages, people)


@pytest.mark.parametrize("signing", [1, 8])
def test_signatures_up_to_eight_stand_on_one_page(signing: int) -> None:
    for people in range(14, 32, 2):
        pages = page_texts(written(signed_list(people, signing=signing)))
        check_signed_list([seen(page) for page in pages], people, signing)


def test_long_signatures_do_not_end_with_one_on_a_page() -> None:
    for lines in range(20):
        blocks = [paragraph(f"第{line}行") for line in range(lines)]
        pages = page_texts(written(document(*blocks, signatures(24), frame=BARE)))
        assert sum(pages[-1].count(one) for one in ("主持人", "检察官", "记录人")) > 1


def test_end_of_a_long_paragraph_stands_above_the_signatures() -> None:
    """Two lines of it, and none by itself on the page before."""
    rows = tuple(SignatureRow("主持人", "罗承砚") for _ in range(8))
    for lines in range(20, 32):
        blocks = [paragraph("一") for _ in range(lines)]
        paper = document(*blocks, paragraph("长" * 300), Signatures("签名处", rows), frame=BARE)
        pages = page_texts(written(paper))
        (page,) = [page for page in pages if "签名处" in page]
        assert page.count("罗承砚") == 8
        counts = [page.count("长") for page in pages if "长" in page]
        assert sum(counts) == 300
        assert counts[-1] >= 32
        assert page.count("长") >= 32


@pytest.mark.parametrize("people", range(8, 64, 3))
def test_signatures_straight_behind_a_list_take_its_last_row_with_them(people: int) -> None:
    blocks = [one for one in signed_list(people).blocks if "情况无误" not in texts_of(one)]
    pages = [seen(page) for page in page_texts(written(document(*blocks)))]

    (last,) = [page for page in pages if "签名处" in page]
    for words in (f"第{people - 1}号", *(f"始{number}号" for number in range(7))):
        assert words in last
    for number in range(people):
        assert sum(f"第{number}号河澜州" in page for page in pages) == 1
    assert all(page.count("".join(HEADS)) == ("号河澜州" in page) for page in pages)


def test_a_table_of_one_high_row_gives_its_signatures_up() -> None:
    """Nothing is lost where no page holds both."""
    rows = tuple(SignatureRow("主持人", "罗承砚") for _ in range(8))
    for length in (300, 330, 360, 400, 900):
        paper = document(
            table(("字" * length, "乙"), heads=("内容", "备注")), Signatures("签", rows), frame=BARE
        )
        text = pdfium_text(written(paper))
        assert (text.count("字"), text.count("罗承砚")) == (length, 8)


def test_heads_are_read_once() -> None:
    made = written(signed_list(60))

    assert made.count(b"/S /TH") == len(HEADS)
    assert made.count(b"/S /TR") == 61
    assert sum(page.count("本人签名") for page in page_texts(made)) > 2


def test_heads_that_come_again_are_artifacts() -> None:
    """Whose text stands in no tag of the structure."""
    for code in content_streams(written(signed_list(60)))[1:-1]:
        first = code.index("/MCID")
        artifact = code.index("/Artifact BMC\nBT")
        assert artifact < first
        assert code.index("EMC", artifact) < first


def test_row_higher_than_a_page_is_printed_whole_in_both_formats() -> None:
    rows = (("甲", "短"), ("字" * 20000, "乙" * 900), ("丙", "丁"))
    paper = document(table(*rows, heads=("内容", "备注")), frame=BARE)

    text = seen(pdfium_text(written(paper)))
    xml = story_text(written_docx(paper), DOCUMENT)

    for found in (text, xml):
        assert (found.count("字"), found.count("乙"), found.count("丙")) == (20000, 900, 1)
    pages = page_texts(written(paper))
    assert len(pages) > 10
    assert all(page.count("内容") == 1 for page in pages)


def test_heads_and_rows_of_absurd_height_are_printed() -> None:
    heads = ("题" * 900, "二")
    paper = document(
        heading("标"),
        table(("字" * 3000, "乙"), heads=heads),
        table(("丙", ""), ("丁", ""), heads=("很长的列名" * 20, "二"), least_mm=900),
        table(heads=("尾" * 40,)),
        frame=BARE,
    )

    text = pdfium_text(written(paper))

    assert [text.count(one) for one in "题字乙丙丁尾"] == [900, 3000, 1, 1, 1, 40]


def test_nothing_is_lost_beside_tall_furniture() -> None:
    rows = (("字" * 200, "乙"), ("丙" * 30, "丁"))
    for length in (1100, 1300, 1400, 1450):
        frame = replace(BARE, statement="说" * length)
        paper = document(
            heading("标题"), table(*rows, heads=("列名" * 9, "二"), least_mm=60), frame=frame
        )
        text = pdfium_text(written(paper))
        assert [text.count(one) for one in "字乙丙丁"] == [200, 1, 30, 1]


def test_whole_table_goes_to_the_next_page_with_its_heading() -> None:
    for lines in range(14, 26):
        blocks = [paragraph(f"第{line}行") for line in range(lines)]
        rows = [(f"格{number}",) for number in range(9)]
        paper = document(*blocks, heading("备忘"), table(*rows, least_mm=9, whole=True), frame=BARE)
        holding = [page for page in page_texts(written(paper)) if "格" in page]
        assert len(holding) == 1
        assert "备忘" in holding[0]


def test_docx_tells_heads_and_whole_rows() -> None:
    body = part(written_docx(signed_list(20)), DOCUMENT)
    listed = next(body.iter(qn("w:tbl")))

    rows = list(listed.iter(qn("w:tr")))
    assert len(list(listed.iter(qn("w:tblHeader")))) == 1
    assert len(list(listed.iter(qn("w:cantSplit")))) == len(rows) == 21


@pytest.mark.parametrize("write", [written, written_docx], ids=["pdf", "docx"])
def test_time_grows_with_the_rows(write: Callable[[Document], bytes]) -> None:
    """Four times the rows in less than eight times the time; when quadratic it takes sixteen."""

    def work(people: int) -> None:
        write(signed_list(people))

    assert growth(work, 500, 2000, limit=8) < 8
