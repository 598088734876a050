"""What stands where: furniture on every page, forms, signatures, progress and cancelling."""

import io
import re
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest
from reportlab.pdfbase import pdfmetrics

from exporters.document import Block, Form, Paragraph, ParagraphStyle, Run, SignatureRow, Signatures
from exporters.fonts import shipped_fonts
from exporters.progress import Cancelled, CancelToken, no_progress
from exporters.writers.docx.writer import write as write_docx
from exporters.writers.pdf.writer import write
from tests.exporters.documents import (
    FRAME,
    document,
    first,
    form_row,
    heading,
    paragraph,
    signatures,
    speech,
    usual,
)
from tests.exporters.pdf_files import BARE, content_streams, page_texts, pdfium_text, seen, written


def test_furniture_stands_on_every_page() -> None:
    pages = page_texts(written(usual(20)))

    assert len(pages) > 4
    for number, text in enumerate(map(seen, pages), start=1):
        assert f"第{number}页共{len(pages)}页" in text
        for words in (FRAME.statement, FRAME.mark, FRAME.sign_label, FRAME.header):
            assert words is not None
            assert seen(words) in text


def test_signed_paper_has_no_mark() -> None:
    assert "未签名稿" not in pdfium_text(written(document(frame=replace(FRAME, mark=None))))


def test_tall_furniture_makes_room_for_itself() -> None:
    frame = replace(FRAME, statement=FRAME.statement * 8)
    code = content_streams(written(document(paragraph("字" * 3000), frame=frame)))[0]

    body, furniture = code.split("/Artifact <</Type /Pagination", 1)
    lowest = min(float(y) for y in re.findall(r"1 0 0 1 \S+ (\S+) Tm", body))
    foot = furniture.split("/Subtype /Footer", 1)[1]
    highest = max(float(y) for y in re.findall(r"1 0 0 1 \S+ (\S+) Tm", foot))
    assert lowest > highest + 14


def test_cell_of_twenty_thousand_characters_runs_over_pages() -> None:
    words = "郭某峰收购他人银行卡，转卖给境外人员。" * 1053
    pdf = written(document(Form((form_row("案情", words), form_row("案由", "罪名"))), frame=BARE))

    text = seen(pdfium_text(pdf)).replace("案情", "", 1)
    assert words in text
    assert text.endswith("案由罪名")


def test_long_label_and_many_paragraphs_run_over_pages() -> None:
    form = Form((form_row("项目" * 900, *("段",) * 80),))

    text = seen(pdfium_text(written(document(form, frame=BARE))))

    assert (text.count("项目"), text.count("段")) == (900, 80)


def test_signature_row_is_whole_and_its_heading_with_it() -> None:
    for lines in range(20, 32):
        blocks = [paragraph(f"第{line}行") for line in range(lines)]
        pages = page_texts(written(document(*blocks, signatures(6), frame=BARE)))
        for text in map(seen, pages):
            assert text.count("以上记录经核对无误") <= text.count("主持人")
            assert text.count("视频参会") <= text.count("承办检察官")
            assert not text.endswith("以上记录经核对无误")


def test_signature_of_absurd_length_is_printed() -> None:
    rows = (SignatureRow("甲" * 3000, "乙" * 3000, "丙" * 3000),)

    text = pdfium_text(written(document(Signatures("签名", rows), frame=BARE)))

    assert [text.count(one) for one in "甲乙丙"] == [3000, 3000, 3000]


def test_an_annex_starts_a_page_and_leaves_none_empty() -> None:
    """Also where the text before it ends with its page."""
    counts = set()
    for lines in range(20, 32):
        blocks = [paragraph(f"第{line}行") for line in range(lines)]
        pages = page_texts(
            written(document(*blocks, first("甲页"), paragraph("甲文"), first("乙页"), frame=BARE))
        )
        assert [seen(page) for page in pages[-2:]] == ["甲页甲文", "乙页"]
        assert all(seen(page).startswith("第") for page in pages[:-2])
        counts.add(len(pages))
    assert counts == {3, 4}


def test_an_annex_at_the_beginning_has_no_empty_page_before_it() -> None:
    assert len(page_texts(written(document(first("甲页"), frame=BARE)))) == 1


def test_a_heading_before_an_annex_stays_where_it_is() -> None:
    pages = page_texts(written(document(heading("标题"), first("甲页"), frame=BARE)))

    assert [seen(page) for page in pages] == ["标题", "甲页"]


def test_what_stands_instead_of_a_signature_takes_the_place_of_the_line() -> None:
    def rules(instead: str) -> int:
        rows = (SignatureRow("出席", "甲", instead=instead),)
        (code,) = content_streams(written(document(Signatures("签名", rows), frame=BARE)))
        return code.count(" l\n")

    assert rules("") == rules("拒绝签名") + 1
    rows = (SignatureRow("出席", "甲", instead="拒绝签名（未说明理由）"),)
    (page,) = page_texts(written(document(Signatures("签名", rows), frame=BARE)))
    assert seen(page) == "签名出席甲拒绝签名（未说明理由）"


def test_heading_stays_with_the_lines_that_follow() -> None:
    for lines in range(20, 30):
        blocks = [paragraph(f"第{line}行") for line in range(lines)]
        pages = page_texts(written(document(*blocks, heading("标题"), *speech(1), frame=BARE)))
        assert all(not seen(text).endswith(("标题", "）")) for text in pages)


def test_paragraph_leaves_no_single_line_behind() -> None:
    for lines in range(20, 30):
        blocks = [paragraph("短") for _ in range(lines)]
        paper = document(*blocks, paragraph("长" * 100), frame=BARE)
        counts = [text.count("长") for text in page_texts(written(paper))]
        assert all(count == 0 or count > 31 for count in counts)


def test_heading_higher_than_a_page_is_printed() -> None:
    title = Paragraph((Run("题" * 3000),), ParagraphStyle.TITLE)

    text = pdfium_text(written(document(title, heading("一"), paragraph("正文"), frame=BARE)))

    assert text.count("题") == 3000


def test_nothing_is_lost_beside_tall_furniture() -> None:
    """Until there is no room for the text, which is refused in words."""
    row = SignatureRow("甲" * 40, "乙" * 40, "丙" * 150)
    title = Paragraph((Run("题" * 100),), ParagraphStyle.TITLE)
    blocks = (title, heading("标" * 70), paragraph("正" * 90), Signatures("签", (row,)))
    refused = 0
    for length in range(900, 2200, 150):
        frame = replace(BARE, statement="说" * length)
        try:
            text = pdfium_text(written(document(*blocks, frame=frame)))
        except ValueError as error:
            assert "leave" in str(error)  # noqa: PT017 - most lengths are written
            refused += 1
            continue
        counts = [text.count(one) for one in "题标正甲乙丙"]
        assert counts == [100, 70, 90, 40, 40, 150]
    assert 0 < refused < 6


def test_thousands_of_headings_take_no_more_time_each() -> None:
    """All are kept with the next: six seconds when that grew with the square."""
    paper = document(*[heading("标题")] * 3000, frame=BARE)

    started = time.process_time()
    pdf = written(paper)

    assert time.process_time() - started < 3
    assert pdfium_text(pdf).count("标题") == 3000


def test_progress_goes_up_to_its_total() -> None:
    told: list[tuple[int, int]] = []

    def tell(done: int, total: int) -> None:
        told.append((done, total))

    write(usual(8), io.BytesIO(), tell, CancelToken(), fonts=shipped_fonts())

    assert told == sorted(told)
    assert {total for _, total in told} == {2 * len(usual(8).blocks)}
    assert told[-1][0] == told[-1][1]


@pytest.mark.parametrize("stop_at", [1, 5, 400, 700, 899])
def test_cancelling_writes_nothing(stop_at: int) -> None:
    cancel = CancelToken()
    stream = io.BytesIO()

    def stop(done: int, total: int) -> None:
        if done == min(stop_at, total - 1):
            cancel.cancel()

    with pytest.raises(Cancelled):
        write(usual(220), stream, stop, cancel, fonts=shipped_fonts())

    assert stream.getvalue() == b""


def test_cancelling_from_another_thread_takes_less_than_a_second() -> None:
    """A second of the processor's time: on a busy machine a thread waits for its turn."""
    cancel = CancelToken()
    started: list[float] = []

    def stop() -> None:
        started.append(time.process_time())
        cancel.cancel()

    timer = threading.Timer(0.3, stop)
    timer.start()
    with pytest.raises(Cancelled):
        write(usual(6000), io.BytesIO(), no_progress, cancel, fonts=shipped_fonts())
    timer.join()

    assert time.process_time() - started[0] < 1


class CountedChecks(CancelToken):
    """Cancels itself when it is asked for the ``last`` time."""

    def __init__(self, last: int) -> None:
        super().__init__()
        self._left = last

    def check(self) -> None:
        """Count down, then answer."""
        self._left -= 1
        if self._left == 0:
            self.cancel()
        super().check()


@pytest.mark.parametrize(
    "block",
    [
        Form(tuple(form_row("项目", "值") for _ in range(500))),
        Form((form_row("项目", *["值"] * 500),)),
        signatures(500),
    ],
)
def test_cancel_is_asked_within_one_block(block: Block) -> None:
    told: list[int] = []
    for write_one in (write, write_docx):
        cancel = CountedChecks(400)
        with pytest.raises(Cancelled):
            write_one(document(block), io.BytesIO(), lambda done, _: told.append(done), cancel)

    assert told == []


def test_two_exports_at_once_are_right() -> None:
    papers = [usual(40), usual(41), document(paragraph("字" * 5000))]
    alone = [written(paper) for paper in papers]

    with ThreadPoolExecutor(3) as pool:
        together = list(pool.map(written, papers * 2))

    assert together == alone * 2


def test_fonts_of_the_process_do_not_grow() -> None:
    before = set(pdfmetrics.getRegisteredFontNames())

    written(usual(1))

    assert set(pdfmetrics.getRegisteredFontNames()) == before


def test_low_row_of_a_form_is_not_broken() -> None:
    for lines in range(20, 30):
        blocks = [paragraph(f"第{line}行") for line in range(lines)]
        form = Form((form_row("问题", "甲", "乙", "丙"),))
        pages = page_texts(written(document(*blocks, form, frame=BARE)))
        assert all(text.count("甲") == text.count("丙") for text in pages)
