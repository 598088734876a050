"""What a written DOCX says: every text in order, styles, properties, page frame, same bytes."""

import hashlib
import io
import os
import subprocess
import sys
from dataclasses import replace
from datetime import datetime, timedelta, timezone
from pathlib import Path

import docx
import pytest
from docx.oxml.ns import qn
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from exporters.document import (
    Block,
    Document,
    Face,
    Form,
    Paragraph,
    ParagraphStyle,
    Run,
    SignatureRow,
    Signatures,
    Statement,
    texts,
)
from exporters.progress import Cancelled, CancelToken, no_progress
from exporters.text import clean_document
from exporters.writers.docx.style_names import PARAGRAPHS, StyleId
from exporters.writers.docx.writer import PROPERTY_LENGTH, write
from tests.exporters.documents import (
    FRAME,
    UYGHUR,
    document,
    empty,
    extreme,
    first,
    form_row,
    heading,
    on_paper,
    paragraph,
    signatures,
    usual,
)
from tests.exporters.docx_audit import audit
from tests.exporters.docx_files import (
    DOCUMENT,
    FOOTER,
    HEADER,
    STYLES,
    part,
    parts,
    story_text,
    texts_inside,
    written,
)
from tests.exporters.growth import growth

ROOT = Path(__file__).parents[2]
ALL = pytest.mark.parametrize(
    "paper", [empty(), usual(), extreme()], ids=["empty", "usual", "extreme"]
)
ANY_TEXT = st.text(st.characters(codec=None), max_size=20)


def values(root: etree._Element, tag: str, attribute: str = "val") -> list[str]:
    """Return one attribute of every element of a name."""
    return [str(found.get(qn(f"w:{attribute}"))) for found in root.iter(qn(f"w:{tag}"))]


@ALL
def test_every_text_comes_back_in_order(paper: Document) -> None:
    assert texts_inside(written(paper)) == [text for text in on_paper(paper) if text]


@given(st.lists(ANY_TEXT, min_size=12, max_size=12))
@settings(max_examples=40, deadline=None)
def test_any_text_at_all_can_be_written_once_clean(words: list[str]) -> None:
    dirty = replace(
        document(
            Paragraph((Run(words[0]), Run(words[1], Face.KAI)), ParagraphStyle.SPEECH),
            Form((form_row(words[2], words[3]),)),
            Statement(words[4]),
            Signatures(words[5], (SignatureRow(words[6], words[7], words[8]),)),
            frame=replace(FRAME, header=words[9], page_label=words[10], mark=words[11]),
        ),
        title=words[0],
        author=words[1],
        keywords=words[2],
    )
    clean, _ = clean_document(dirty)

    content = written(clean)

    assert audit(content) == []
    assert texts_inside(content) == [text for text in texts(clean) if text]


@pytest.mark.parametrize("block", [Form(()), Signatures("", ())], ids=["form", "signatures"])
def test_block_without_rows_leaves_a_sound_file(block: Block) -> None:
    assert audit(written(document(block))) == []


def test_text_that_was_not_cleaned_is_refused() -> None:
    with pytest.raises(ValueError, match="XML compatible"):
        written(document(paragraph("\0")))


@pytest.mark.parametrize("style", ParagraphStyle)
def test_paragraph_names_its_style(style: ParagraphStyle) -> None:
    body = part(written(document(paragraph("甲", style))), DOCUMENT)

    assert values(body, "pStyle") == [PARAGRAPHS[style]]


def test_every_style_is_defined() -> None:
    defined = values(part(written(empty()), STYLES), "style", "styleId")

    assert set(StyleId) <= set(defined)


def test_face_of_the_style_is_not_named_again() -> None:
    own, other = Run("甲", Face.BODY), Run("乙", Face.KAI)

    body = part(written(document(Paragraph((own, other)))), DOCUMENT)

    assert values(body, "rStyle") == ["LxFaceKai"]


def test_headings_stand_in_the_outline() -> None:
    word = docx.Document(io.BytesIO(written(document(heading("一、汇报")))))

    style = word.paragraphs[0].style

    assert style is not None
    assert style.name == "Heading 1"
    assert values(style.element, "outlineLvl") == ["0"]


def test_line_feed_is_a_break() -> None:
    body = part(written(document(paragraph("甲\n\n乙"))), DOCUMENT)

    assert len(values(body, "br")) == 2


def test_uyghur_paragraph_runs_from_right_to_left() -> None:
    content = written(document(paragraph(UYGHUR), paragraph(f"原话：{UYGHUR}")))
    first, second = part(content, DOCUMENT).iter(qn("w:p"))

    assert (len(values(first, "bidi")), len(values(first, "rtl"))) == (1, 1)
    assert (len(values(second, "bidi")), len(values(second, "rtl"))) == (0, 1)


def test_only_signatures_and_rows_to_write_in_are_kept_whole() -> None:
    """A long cell of a form must be able to break across pages, a signature never does."""
    content = written(usual())
    form, signed = part(content, DOCUMENT).iter(qn("w:tbl"))

    whole = [bool(values(row, "cantSplit")) for row in form.iter(qn("w:tr"))]
    # nine of one label and its text; one of two labels; an opinion and its foot
    assert whole == [False] * 9 + [True] * 3
    assert len(values(signed, "cantSplit")) == len(values(signed, "tr"))


def test_signatures_are_kept_together_and_with_the_text_before() -> None:
    rows = (SignatureRow("主持人", "甲", "备注"), SignatureRow("记录人", "乙"))

    body = part(written(document(paragraph("无异议。"), Signatures("签名", rows))), DOCUMENT)

    kept = [
        made.find(f"{qn('w:pPr')}/{qn('w:keepNext')}") is not None for made in body.iter(qn("w:p"))
    ]
    # the text; the heading by its style; a row of three cells and a remark; the last row; the end
    assert kept == [True, False, True, True, True, True, False, False, False, False]
    sheet = part(written(empty()), STYLES)
    style = sheet.find(f"{qn('w:style')}[@{qn('w:styleId')}='LxSignaturesHeading']")
    assert style is not None
    assert values(style, "keepNext") == ["None"]


def test_an_annex_starts_a_page_without_a_paragraph_of_its_own() -> None:
    """An empty paragraph after a full page would make a page of its own."""
    form = Form((form_row("案由", "有"),))

    body = part(written(document(form, first("附页"), paragraph("文"))), DOCUMENT)

    made = [
        (child.tag == qn("w:tbl"), values(child, "pageBreakBefore"))
        for child in body[0]
        if child.tag != qn("w:sectPr")
    ]
    assert made == [(True, []), (False, ["None"]), (False, [])]


def test_an_annex_before_signatures_keeps_to_them_on_its_page() -> None:
    """The order of properties is the schema's: Word refuses another one."""
    body = part(written(document(first("附页"), signatures(1))), DOCUMENT)

    properties = next(body.iter(qn("w:pPr")))

    assert [child.tag.split("}")[1] for child in properties] == [
        *("pStyle", "keepNext", "pageBreakBefore")
    ]


def test_what_stands_instead_of_a_signature_takes_the_place_of_the_line() -> None:
    rows = (SignatureRow("出席", "甲", instead="拒绝签名"), SignatureRow("出席", "乙"))

    content = written(document(Signatures("签名", rows)))

    assert story_text(content, DOCUMENT) == "签名出席甲拒绝签名出席乙"
    assert values(part(content, DOCUMENT), "pStyle").count("LxSignLine") == 1


def test_frame_stands_in_head_and_foot() -> None:
    content = written(usual())

    assert story_text(content, HEADER) == f"{FRAME.header}未签名稿"
    assert story_text(content, FOOTER) == (
        f"{FRAME.sign_label}{FRAME.statement}{FRAME.footer}第1页　共1页"
    )
    codes = [found.text for found in part(content, FOOTER).iter(qn("w:instrText"))]
    assert codes == [" PAGE ", " NUMPAGES "]


def test_signed_paper_has_no_mark() -> None:
    content = written(document(frame=replace(FRAME, mark=None)))

    assert story_text(content, HEADER) == FRAME.header


def test_properties_tell_the_document() -> None:
    made_at = datetime(2025, 6, 18, 20, 3, tzinfo=timezone(timedelta(hours=8)))
    paper = replace(usual(), made_at=made_at, title="题\n目", keywords="词" * 300)

    properties = docx.Document(io.BytesIO(written(paper))).core_properties

    assert (properties.title, properties.subject) == ("题 目", paper.subject)
    assert properties.author == properties.last_modified_by == paper.author
    assert properties.keywords == "词" * (PROPERTY_LENGTH - 1) + "…"
    assert properties.language == "zh-CN"
    assert properties.created == properties.modified
    assert properties.created is not None
    assert properties.created.isoformat() == "2025-06-18T12:03:00+00:00"


def test_nothing_of_a_template_or_of_this_machine_is_left() -> None:
    every = b"".join(parts(written(usual())).values())

    assert not [
        word for word in (b"python-docx", b"Macintosh", b"en-JP", b"ja-JP") if word in every
    ]


@ALL
def test_same_document_gives_same_bytes(paper: Document) -> None:
    assert written(paper) == written(paper)


def test_bytes_depend_neither_on_the_process_nor_on_its_hash_seed() -> None:
    code = (
        "import hashlib; from tests.exporters.documents import usual;"
        "from tests.exporters.docx_files import written;"
        "print(hashlib.sha256(written(usual())).hexdigest())"
    )
    environment = {**os.environ, "PYTHONHASHSEED": "4711", "PYTHONPATH": str(ROOT)}

    other = subprocess.run(
        [sys.executable, "-c", code], env=environment, check=True, capture_output=True, text=True
    )

    assert other.stdout.strip() == hashlib.sha256(written(usual())).hexdigest()


def test_progress_counts_blocks_and_the_saving() -> None:
    seen: list[tuple[int, int]] = []

    def progress(done: int, total: int) -> None:
        seen.append((done, total))

    write(document(paragraph("甲"), paragraph("乙")), io.BytesIO(), progress, CancelToken())

    assert seen == [(1, 3), (2, 3), (3, 3)]


def test_cancelled_at_a_block_writes_nothing() -> None:
    cancel, stream = CancelToken(), io.BytesIO()

    def progress(done: int, total: int) -> None:  # noqa: ARG001 - the names are the protocol's
        if done == 3:
            cancel.cancel()

    with pytest.raises(Cancelled):
        write(usual(), stream, progress, cancel)

    assert stream.getvalue() == b""


class _CancelledAfter(CancelToken):
    """Is cancelled when it is asked the given time."""

    def __init__(self, times: int) -> None:
        super().__init__()
        self._times = iter(range(times))

    def check(self) -> None:
        if next(self._times, None) is None:
            self.cancel()
        super().check()


_LONG_BLOCKS = (
    Form((form_row("甲", "乙"),) * 50),
    Signatures("签名", (SignatureRow("甲", "乙"),) * 50),
)


@pytest.mark.parametrize("block", _LONG_BLOCKS, ids=["form", "signatures"])
def test_cancelled_inside_a_long_table(block: Block) -> None:
    stream = io.BytesIO()

    with pytest.raises(Cancelled):
        write(document(block), stream, no_progress, _CancelledAfter(20))

    assert stream.getvalue() == b""


def test_time_grows_with_the_length_not_with_its_square() -> None:
    """Four times the text in less than eight times the time; a quadratic writer takes sixteen."""
    papers = {
        count: document(*(paragraph("字" * 60, ParagraphStyle.SPEECH) for _ in range(count)))
        for count in (1500, 6000)
    }

    assert growth(lambda count: written(papers[count]), *papers, limit=8) < 8


def test_the_statement_keeps_to_the_signatures_below_it() -> None:
    """Nobody shall sign a page without a word of what is signed."""
    body = part(written(document(Statement("仅供参考。"), signatures(3))), DOCUMENT)

    (made,) = (p for p in body.iter(qn("w:p")) if "".join(map(str, p.itertext())) == "仅供参考。")
    assert made.find(f"{qn('w:pPr')}/{qn('w:keepNext')}") is not None
