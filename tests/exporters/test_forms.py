"""Forms: two labels in a line, room to write by hand, the line to sign at the foot of a cell."""

import re
from dataclasses import replace

import pytest
from docx.oxml.ns import qn
from lxml import etree

from exporters.document import Form, FormRow, ParagraphStyle, Table, texts
from exporters.text import clean_document
from tests.exporters.documents import (
    document,
    form_row,
    opinion,
    pair,
    paragraph,
    signatures,
)
from tests.exporters.docx_files import DOCUMENT, part
from tests.exporters.docx_files import written as written_docx
from tests.exporters.pdf_files import BARE, content_streams, page_texts, pdfium_text, seen, written

SIGNED = "签名：　　　　年　　月　　日"
RULE = re.compile(r"^(\S+) (\S+) m (\S+) (\S+) l$", re.MULTILINE)


def body(*rows: FormRow) -> etree._Element:
    """Return the body of a DOCX with one form."""
    return part(written_docx(document(Form(rows))), DOCUMENT)


def values(root: etree._Element, tag: str, attribute: str = "val") -> list[str]:
    """Return one attribute of every element of a name."""
    return [str(found.get(qn(f"w:{attribute}"))) for found in root.iter(qn(f"w:{tag}"))]


def rules(*rows: FormRow) -> list[tuple[float, float, float, float]]:
    """Return the rules of a form in a PDF."""
    (code,) = content_streams(written(document(Form(rows), frame=BARE)))
    code = code.split("/Artifact <</Type /Pagination", 1)[0]
    return [(float(a), float(b), float(c), float(d)) for a, b, c, d in RULE.findall(code)]


def test_three_labels_in_a_line_are_refused() -> None:
    with pytest.raises(ValueError, match="two labels"):
        replace(form_row("一"), beside=pair("二", "", "三", ""))


@pytest.mark.parametrize("first", [True, False])
def test_a_line_of_two_labels_has_no_foot(first: bool) -> None:  # noqa: FBT001 - a parameter of a test
    one, other = form_row("一"), form_row("二")
    footed, plain = opinion("三", foot=SIGNED), replace(one, beside=other)
    with pytest.raises(ValueError, match="foot"):
        replace(footed if first else plain, beside=other if first else footed)


def test_more_columns_than_fit_are_refused() -> None:
    with pytest.raises(ValueError, match="narrower"):
        Table((156 / 60,) * 60, ())


def test_texts_come_line_by_line() -> None:
    form = Form((pair("甲", "乙", "丙", "丁"), opinion("戊", "己", foot="庚")))

    assert texts(document(form)) == list("甲乙丙丁戊己庚")


def test_every_text_of_a_row_is_cleaned() -> None:
    form = Form((pair("甲", "\u202e乙", "\u202e丙", "丁"), opinion("戊", foot="\u202e庚")))

    cleaned, report = clean_document(document(form))

    assert not [text for text in texts(cleaned) if "\u202e" in text]
    assert sum(found.count for found in report) == 3


def test_line_of_two_labels_has_four_cells_in_both_formats() -> None:
    rows = (pair("案件名称", "甲案", "案号", "7号"), form_row("案由", "罪名"))

    made = written(document(Form(rows), frame=BARE))
    grid = body(*rows)

    assert (made.count(b"/S /TH"), made.count(b"/S /TD"), made.count(b"/ColSpan 3")) == (3, 3, 1)
    assert len(values(grid, "gridCol")) == 4
    assert values(grid, "gridSpan") == ["3"]
    assert [len(row.findall(qn("w:tc"))) for row in grid.iter(qn("w:tr"))] == [4, 2]


def test_form_without_two_labels_keeps_its_two_columns() -> None:
    grid = body(form_row("案由", "罪名"))

    assert len(values(grid, "gridCol")) == 2
    assert values(grid, "gridSpan") == []


def test_rules_of_lines_of_one_and_two_labels_meet() -> None:
    drawn = rules(pair("甲", "乙", "丙", "丁"), form_row("戊", "己"), opinion("庚", foot=SIGNED))

    upright = {x for x, _, other, _ in drawn if x == other}
    level = {(left, right) for left, y, right, other in drawn if y == other}
    assert len(upright) == 5
    assert level == {(min(upright), max(upright))}
    bottoms = [max(a, b) for x, a, other, b in drawn if x == other == min(upright)]
    tops = [min(a, b) for x, a, other, b in drawn if x == other == min(upright)]
    assert bottoms[1:] == tops[:-1]


def test_room_to_write_is_as_high_as_asked() -> None:
    drawn = rules(opinion("意见", least_mm=50))

    heights = {y for _, y, _, other in drawn if y == other}
    assert max(heights) - min(heights) == pytest.approx(50 / 25.4 * 72, abs=0.02)
    assert values(body(opinion("意见", least_mm=50)), "trHeight") == ["2835"]


def test_foot_stands_at_the_lower_edge_at_the_right() -> None:
    (code,) = content_streams(
        written(document(Form((opinion("意见", "同意。", foot="日"),)), frame=BARE))
    )

    # the label, the opinion, the foot: in the order of reading
    (_, label), (left, words), (right, foot) = (
        (float(x), float(y)) for x, y in re.findall(r"1 0 0 1 (\S+) (\S+) Tm", code)[:3]
    )
    assert words > label > foot
    assert words - foot == pytest.approx(40 / 25.4 * 72 - 8 - 19, abs=0.1)
    assert right > left + 300


def test_foot_of_an_opinion_stands_in_the_same_cell_of_a_docx() -> None:
    """Without a rule between, and on the same page."""
    first, second = body(opinion("意见", "同意。", foot=SIGNED)).iter(qn("w:tr"))

    assert values(first, "vMerge") + values(second, "vMerge") == ["restart", "continue"]
    assert values(first, "bottom") == values(second, "top") == ["nil"]
    assert values(second, "vAlign")[-1] == "bottom"
    assert len(values(first, "keepNext")) == 2
    assert values(first, "cantSplit") == values(second, "cantSplit") == ["None"]


def test_foot_of_an_empty_cell_needs_no_second_row() -> None:
    (row,) = body(opinion("意见", foot=SIGNED)).iter(qn("w:tr"))

    assert values(row, "vAlign") == ["center", "bottom"]
    assert values(row, "pStyle")[-1] == "LxCellRight"


def test_row_to_be_written_in_stands_on_one_page() -> None:
    for lines in range(16, 30):
        blocks = [paragraph(f"第{line}行") for line in range(lines)]
        form = Form((opinion("意见", "甲", foot="丙"), pair("丁", "戊", "己", "庚" * 120)))
        pages = page_texts(written(document(*blocks, form, frame=BARE)))
        for page in map(seen, pages):
            assert page.count("甲") == page.count("丙") == page.count("意见")
            assert page.count("庚") in (0, 120)


@pytest.mark.parametrize(
    "row",
    [
        opinion("长" * 200, "字" * 20000, foot=SIGNED, least_mm=900),
        pair("长" * 200, "字" * 20000, "签名", "年月日"),
        opinion("长" * 200, "字" * 19999 + "字\n" * 1, foot=SIGNED),
    ],
)
def test_cell_of_twenty_thousand_characters_is_printed(row: FormRow) -> None:
    paper = document(Form((row, form_row("后面", "一行"))), frame=BARE)

    text = seen(pdfium_text(written(paper)))

    assert (text.count("字"), text.count("长")) == (20000, 200)
    for word in ("签名", "年", "月", "日", "后面"):
        assert word in text


def test_signatures_take_the_last_line_of_a_form_with_them() -> None:
    for lines in range(12, 30):
        blocks = [paragraph(f"第{line}行") for line in range(lines)]
        form = Form((form_row("前项", "甲"), form_row("末项", "乙")))
        pages = page_texts(written(document(*blocks, form, signatures(4), frame=BARE)))
        (page,) = [seen(page) for page in pages if "以上记录" in page]
        assert "末项" in page


def test_cell_right_is_at_the_right_in_a_docx() -> None:
    made = body(FormRow("乙", (paragraph("丙", ParagraphStyle.CELL_RIGHT),)))

    assert values(made, "pStyle")[:2] == ["LxFormLabel", "LxCellRight"]
