"""The text step: everything a writer cannot carry becomes visible, and nothing is lost."""

import sys
import unicodedata
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exporters.document import Form, Paragraph, Run, SignatureRow, Signatures, Statement
from exporters.text import (
    FRAME_PLACE,
    PROPERTIES_PLACE,
    Cleaned,
    Replacement,
    clean_document,
    visible,
)
from tests.exporters.documents import FRAME, document, form_row, paragraph

ANY_TEXT = st.text(st.characters(codec=None))
LINE_ENDS = ("\r\n", "\r", "\v", "\f", "\x85", "\u2028", "\u2029")
KEPT = (
    "\u200b\u200c\u200d\ufe0f\U000e0100\u180b\u180c\u180d\u180e\u180f",  # needed by writing systems
    "\ufa1b\u798f",  # compatibility ideographs are not normalised
    "𬤇㛃䶮𠮷𰀀",
    "👨‍👩‍👧葛󠄀",
    "\u00a0\u3000 ",
    "\ue000",
    "བཀྲ་ཤིས། ئۇيغۇر ᠮᠣᠩᠭᠣᠯ",
)
REPLACED = (
    *range(0x09),
    *range(0x0E, 0x20),
    *range(0x7F, 0x85),
    *range(0x86, 0xA0),
    0xD800,
    0xDBFF,
    0xDC00,
    0xDFFF,
    0xFFFE,
    0xFFFF,
    0x10FFFE,
    0x10FFFF,
    0xFDD0,
    0x061C,
    *range(0x200E, 0x2010),
    *range(0x202A, 0x202F),
    *range(0x2066, 0x206A),
    0x00AD,
    0x2060,
    0x3164,
    0xFEFF,
    0xE0001,
)


def restored(cleaned: Cleaned) -> str:
    """Put the characters back where their marks stand."""
    pieces, end = [], 0
    for mark in cleaned.marks:
        pieces += [cleaned.text[end : mark.offset], chr(mark.code_point)]
        end = mark.offset + len(f"〔U+{mark.code_point:04X}〕")
    return "".join([*pieces, cleaned.text[end:]])


def with_line_feeds(text: str) -> str:
    for line_end in LINE_ENDS:
        text = text.replace(line_end, "\n")
    return text.replace("\t", " ")


@given(ANY_TEXT)
def test_no_character_is_lost(text: str) -> None:
    assert restored(visible(text)) == with_line_feeds(text)


@given(ANY_TEXT)
def test_cleaning_twice_changes_nothing(text: str) -> None:
    once = visible(text)

    assert visible(once.text) == Cleaned(once.text)


@pytest.mark.parametrize("line_end", LINE_ENDS, ids=ascii)
def test_line_end_becomes_one_line_feed(line_end: str) -> None:
    assert visible(f"甲{line_end}乙") == Cleaned("甲\n乙")


@pytest.mark.parametrize("code_point", REPLACED, ids=hex)
def test_uncarried_or_unseen_character_becomes_visible(code_point: int) -> None:
    cleaned = visible(f"甲{chr(code_point)}乙")

    assert cleaned.text == f"甲〔U+{code_point:04X}〕乙"
    assert [(mark.offset, mark.code_point) for mark in cleaned.marks] == [(1, code_point)]


@pytest.mark.parametrize("text", KEPT, ids=ascii)
def test_needed_character_stays(text: str) -> None:
    assert visible(text) == Cleaned(text)


def test_tab_becomes_a_blank() -> None:
    assert visible("甲\t乙") == Cleaned("甲 乙")


def test_every_category_of_unicode_is_carried() -> None:
    """The first, the middle and the last character of each category, at either end of a text."""
    members: dict[str, list[int]] = {}
    for code_point in range(sys.maxunicode + 1):
        members.setdefault(unicodedata.category(chr(code_point)), []).append(code_point)

    for held in members.values():
        for code_point in (held[0], held[len(held) // 2], held[-1]):
            text = f"{chr(code_point)}甲{chr(code_point)}"
            cleaned = visible(text)
            assert restored(cleaned) == with_line_feeds(text)
            cleaned.text.encode()
    assert len(members) >= 29


def test_whole_document_is_cleaned_and_reported_with_places() -> None:
    bad = "甲\u202e"
    dirty = document(
        Paragraph((Run(bad), Run(bad)), place="发言记录第7条"),
        paragraph(f"没有地点的段落{bad}"),
        Form((form_row("案由", bad), form_row(bad))),
        Statement("\0"),
        Signatures("签名", (SignatureRow(bad, bad, bad, bad),)),
        frame=replace(FRAME, header=bad, mark="\x07"),
    )

    cleaned, report = clean_document(replace(dirty, title=f"{bad}题"))

    assert "\u202e" not in repr(cleaned)
    assert cleaned.title == "甲〔U+202E〕题"
    assert cleaned.frame.mark == "〔U+0007〕"
    assert report == (
        Replacement(0x202E, 2, "发言记录第7条"),
        Replacement(0x202E, 1, "没有地点的段落甲〔U+202E〕"),
        Replacement(0x202E, 1, "案由"),
        Replacement(0x202E, 1, "甲〔U+202E〕"),
        Replacement(0, 1, "参考性说明"),
        Replacement(0x202E, 4, "签名"),
        Replacement(0x202E, 1, PROPERTIES_PLACE),
        Replacement(0x202E, 1, FRAME_PLACE),
        Replacement(0x07, 1, FRAME_PLACE),
    )


def test_empty_places_are_filled() -> None:
    """With the label of the row, the heading, or the first words; a place that is told stays."""
    cleaned, _ = clean_document(
        document(
            Paragraph((Run("甲乙"),), place="发言记录第7条"),
            paragraph("一二三四五六七八九十甲乙丙丁"),
            Form((form_row("案由", "诈骗"), form_row("", "盗窃"))),
            Signatures("以上无误", ()),
        )
    )

    told, first, form, signed = cleaned.blocks
    assert isinstance(told, Paragraph)
    assert told.place == "发言记录第7条"
    assert isinstance(first, Paragraph)
    assert first.place == "一二三四五六七八九十甲乙"
    assert isinstance(form, Form)
    assert [row.values[0].place for row in form.rows] == ["案由", "盗窃"]
    assert isinstance(signed, Signatures)
    assert signed.place == "以上无误"


def test_clean_document_stays_as_it_is() -> None:
    clean = document(
        Paragraph((Run("甲\n乙"),), place="发言"),
        Signatures("签名", (), "签名"),
        frame=replace(FRAME, mark=None),
    )

    assert clean_document(clean) == (clean, ())
