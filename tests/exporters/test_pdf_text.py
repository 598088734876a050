"""The text of a PDF is the text of the document, for whoever copies or searches it."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path

import pypdfium2
import pytest
import uharfbuzz

import resources
from exporters.document import Document, Face, Paragraph, Run
from tests.exporters.documents import MONGOLIAN, TIBETAN, UYGHUR, document, paragraph, usual
from tests.exporters.pdf_files import (
    BARE,
    NAMES,
    mupdf_text,
    needs_mupdf,
    needs_poppler,
    page_texts,
    pdfium_text,
    poppler_text,
    printed,
    seen,
    written,
)

PROSE = (
    f"会议〔2025〕7号：{NAMES}，数额8,743,216.50元（占98.5%）；“黑料卡”‘秒进秒出’……——《审查报告》！"
    "阿卜杜拉·买买提，wx_hello@example.cn，iPhone 15，Café，１２３，ＡＢＣ，①②③，〇，㈠。"
)


@cache
def every_han() -> str:
    """All ideographs of the first fallback font: the 8,105 of the standard table among them."""
    path = resources.path("fonts/LXGWWenKai-Regular.ttf")
    face = uharfbuzz.Face(uharfbuzz.Blob.from_file_path(str(path)))
    ranges = ((0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0x20000, 0x2F7FF), (0x30000, 0x323AF))
    return "".join(
        chr(one) for one in sorted(face.unicodes) if any(a <= one <= b for a, b in ranges)
    )


@cache
def han_pdf() -> bytes:
    return written(document(paragraph(every_han()), frame=BARE))


@cache
def prose() -> Document:
    faces = tuple(Paragraph((Run(PROSE * 3, face),)) for face in Face)
    return document(*faces, frame=BARE)


@cache
def prose_pdf() -> bytes:
    return written(prose())


def words_of(text: str) -> Iterator[str]:
    """Return what a reader searches for; the marks between may change places."""
    return (word.strip("،-") for word in text.replace("-", " ").split())


def expected(paper: Document) -> str:
    return seen("".join(block.text for block in paper.blocks if isinstance(block, Paragraph)))


def test_pdfium_reads_every_ideograph() -> None:
    assert len(every_han()) > 21_000
    assert seen(pdfium_text(han_pdf())) == every_han()


def test_pdfium_reads_prose_in_every_face() -> None:
    assert seen(pdfium_text(prose_pdf())) == expected(prose())


def test_pdfium_reads_a_whole_paper() -> None:
    """Counted, because cells and furniture are read in the order of their places.

    PDFium writes the marks beside right-to-left words in their compatible form.
    """
    paper = usual(12)
    pages = page_texts(pdf := written(paper))

    read = Counter(unicodedata.normalize("NFKC", seen(pdfium_text(pdf))))
    there = "".join(printed(paper, len(pages)).elements())
    assert read == Counter(unicodedata.normalize("NFKC", there))


@pytest.mark.foreign
@needs_poppler
def test_poppler_reads_every_ideograph(tmp_path: Path) -> None:
    assert seen(poppler_text(han_pdf(), tmp_path)) == every_han()


@pytest.mark.foreign
@needs_poppler
def test_poppler_reads_prose_in_every_face(tmp_path: Path) -> None:
    assert seen(poppler_text(prose_pdf(), tmp_path)) == expected(prose())


@pytest.mark.foreign
@needs_poppler
def test_poppler_reads_a_whole_paper(tmp_path: Path) -> None:
    paper = usual(12)
    pdf = written(paper)

    assert Counter(seen(poppler_text(pdf, tmp_path))) == printed(paper, len(page_texts(pdf)))


@pytest.mark.foreign
@needs_mupdf
def test_mupdf_reads_every_ideograph(tmp_path: Path) -> None:
    assert seen(mupdf_text(han_pdf(), tmp_path)) == every_han()


@pytest.mark.foreign
@needs_mupdf
def test_mupdf_reads_prose_in_every_face(tmp_path: Path) -> None:
    assert seen(mupdf_text(prose_pdf(), tmp_path)) == expected(prose())


def scripts() -> Document:
    return document(
        paragraph(f"原话为藏语：{TIBETAN}，已译。"),
        paragraph(f"维吾尔语：{UYGHUR}，已译。"),
        paragraph(f"蒙古语：{MONGOLIAN}，已译。"),
        frame=BARE,
    )


def test_pdfium_reads_the_words_of_other_scripts() -> None:
    text = seen(pdfium_text(written(scripts())))

    for word in (*TIBETAN.split(), *words_of(UYGHUR), *MONGOLIAN.split()):
        assert seen(word) in text


@pytest.mark.foreign
@needs_poppler
def test_poppler_reads_other_scripts_in_order(tmp_path: Path) -> None:
    text = seen(poppler_text(written(scripts()), tmp_path))

    assert seen(TIBETAN) in text
    assert seen(MONGOLIAN) in text
    assert all(seen(word) in text for word in words_of(UYGHUR))


@pytest.mark.foreign
@needs_mupdf
def test_mupdf_reads_other_scripts_in_order(tmp_path: Path) -> None:
    text = seen(mupdf_text(written(scripts()), tmp_path))

    assert seen(TIBETAN) in text
    assert seen(MONGOLIAN) in text
    assert all(seen(word) in text for word in words_of(UYGHUR))


LAM_ALEF = "سالام ئابدۇللا ئىسلام بولالايدۇ لالە كېلاۋاتىدۇ"
UYGHUR_NAME = "被告人ئابدۇللا مۇھەممەت到庭接受讯问"


def undirected(text: str) -> str:
    """Return ``text`` without the controls of direction that a reader adds."""
    return re.sub("[\u202a-\u202e]", "", text)


def lam_alef() -> Document:
    return document(*map(paragraph, LAM_ALEF.split()), frame=BARE)


def test_pdfium_reads_lam_before_alef() -> None:
    assert pdfium_text(written(lam_alef())).split() == LAM_ALEF.split()


@pytest.mark.foreign
@needs_poppler
def test_poppler_reads_lam_before_alef(tmp_path: Path) -> None:
    assert undirected(poppler_text(written(lam_alef()), tmp_path)).split() == LAM_ALEF.split()


@pytest.mark.foreign
@needs_mupdf
@pytest.mark.parametrize("words", [UYGHUR_NAME, "原话：سالام ئابدۇللا 2025 يىل。完"])
def test_mupdf_reads_right_to_left_words_in_order(tmp_path: Path, words: str) -> None:
    paper = document(paragraph(words), frame=BARE)

    assert "".join(mupdf_text(written(paper), tmp_path).split()) == words.replace(" ", "")


def test_right_to_left_words_stand_from_right_to_left() -> None:
    """The first word of the name stands right of the second, between the Chinese."""
    page = pypdfium2.PdfDocument(written(document(paragraph(UYGHUR_NAME), frame=BARE)))[0]
    read = page.get_textpage()
    left = {read.get_text_range(n, 1): read.get_charbox(n)[0] for n in range(read.count_chars())}

    assert left["人"] < left["ت"] < left["ئ"] < left["到"]


def test_two_characters_of_one_glyph_are_told_apart() -> None:
    """一 and the radical ⼀ share a glyph of 仿宋, whose code can tell only one of them."""
    words = "一⼀二⼆人⼈·•一"

    assert seen(pdfium_text(written(document(paragraph(words), frame=BARE)))) == words


RADICAL_FIRST = "⼀审一致，⼈人民⽤用"


@pytest.mark.foreign
@needs_mupdf
def test_radical_does_not_make_characters_radicals(tmp_path: Path) -> None:
    """MuPDF reads 一审一致, whichever of the two the glyph was first asked for."""
    read = seen(mupdf_text(written(document(paragraph(RADICAL_FIRST), frame=BARE)), tmp_path))

    assert read[2] == "一"
    assert unicodedata.normalize("NFKC", read) == unicodedata.normalize("NFKC", RADICAL_FIRST)


def test_radical_keeps_its_own_text() -> None:
    pdf = written(document(paragraph(RADICAL_FIRST), frame=BARE))

    assert seen(pdfium_text(pdf)) == RADICAL_FIRST


@pytest.mark.foreign
@needs_mupdf
@pytest.mark.parametrize("unseen", ["\u200b", "\ufe00", "\U000e0100"])
def test_rare_name_before_an_unseen_character_is_read_whole(tmp_path: Path, unseen: str) -> None:
    pdf = written(document(paragraph(f"{unseen}𬤇，陶𬤇{unseen}说"), frame=BARE))

    for read in (mupdf_text(pdf, tmp_path), pdfium_text(pdf)):
        assert seen(read).replace(unseen, "") == "𬤇，陶𬤇说"


def test_invisible_characters_do_not_stop_an_export() -> None:
    words = "葛\U000e0100城\u200b联\u200d席\u200c会\ufeff议\ufe00"
    paper = document(paragraph(words), paragraph("\u200b"), paragraph("\u200bA中"), frame=BARE)

    assert seen(pdfium_text(written(paper))) == "葛\U000e0100城联席会议\ufe00A中"


def test_variation_selector_is_kept_for_copying() -> None:
    pdf = written(document(paragraph("葛\U000e0100城"), frame=BARE))

    assert "葛\U000e0100" in pdfium_text(pdf).replace("\r\n", "")


def test_language_of_the_document_is_told() -> None:
    pdf = written(replace(usual(1), language="bo-CN"))

    assert b"(bo-CN)" in pdf
    assert b"<rdf:li>bo-CN</rdf:li>" in pdf
