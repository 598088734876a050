"""Which fonts are taken, and what happens without one."""

import io
import shutil
import struct
from dataclasses import replace
from pathlib import Path

import pytest
from fontTools.ttLib import TTCollection, TTFont

import resources
from exporters.document import Block, Face, Form, Paragraph, Run, SignatureRow, Signatures
from exporters.fonts import available_fonts, may_embed, shipped_fonts
from exporters.progress import CancelToken, no_progress
from exporters.writers.pdf.writer import write
from models.errors import MissingGlyph
from tests.exporters.documents import document, form_row, paragraph, signatures, usual
from tests.exporters.pdf_audit import audit

FANG = "fonts/FandolFang-Regular.otf"
NOWHERE = "\U00030000"  # in none of the shipped fonts


def copy_font(folder: Path, name: str, *, fs_type: int | None = None) -> Path:
    """Put a small shipped font into ``folder`` under another name and licence bits."""
    path = folder / name
    shutil.copy(resources.path("fonts/NotoNaskhArabic-Regular.ttf"), path)
    if fs_type is not None:
        data = bytearray(path.read_bytes())
        (offset,) = struct.unpack_from(">I", data, data.index(b"OS/2") + 8)
        struct.pack_into(">H", data, offset + 8, fs_type)
        path.write_bytes(data)
    return path


def test_shipped_fonts_are_there_and_may_be_embedded() -> None:
    fonts = shipped_fonts()

    files = {file.path for face in Face for file in fonts.stack(face)}

    assert len(files) == 10
    assert all(may_embed(path) for path in files)


def test_installed_official_font_is_preferred(tmp_path: Path) -> None:
    official = copy_font(tmp_path, "SimFang.ttf")

    stack = available_fonts([tmp_path]).stack(Face.BODY)

    assert stack[0].path == official
    assert stack[1].path == resources.path(FANG)


def test_first_named_official_font_wins(tmp_path: Path) -> None:
    copy_font(tmp_path, "simfang.ttf")
    best = copy_font(tmp_path, "仿宋_GB2312.ttf")

    assert available_fonts([tmp_path]).stack(Face.BODY)[0].path == best


@pytest.mark.parametrize("fs_type", [0x0002, 0x0200])
def test_font_that_forbids_embedding_is_passed_over(tmp_path: Path, fs_type: int) -> None:
    copy_font(tmp_path, "simfang.ttf", fs_type=fs_type)

    assert available_fonts([tmp_path]) == shipped_fonts()


def test_damaged_font_is_passed_over(tmp_path: Path) -> None:
    (tmp_path / "simfang.ttf").write_bytes(b"\0\1\0\0\0\x20")

    assert available_fonts([tmp_path]) == shipped_fonts()


@pytest.mark.parametrize("shipped", ["NotoNaskhArabic-Regular.ttf", "FandolFang-Regular.otf"])
def test_font_that_was_copied_in_part_is_passed_over(tmp_path: Path, shipped: str) -> None:
    whole = resources.path(f"fonts/{shipped}").read_bytes()
    for share in (0.5, 0.99):
        (tmp_path / "simfang.ttf").write_bytes(whole[: int(len(whole) * share)])

        assert available_fonts([tmp_path]) == shipped_fonts()


def test_rare_fonts_come_last(tmp_path: Path) -> None:
    rare = copy_font(tmp_path, "BabelStoneHan.ttf")

    assert available_fonts([tmp_path]).stack(Face.KAI)[-1].path == rare


def test_font_of_a_collection_in_a_folder_with_a_chinese_name_is_embedded(tmp_path: Path) -> None:
    collection = TTCollection()
    for name in ("NotoSerif-Regular.ttf", "NotoNaskhArabic-Regular.ttf"):
        collection.fonts.append(TTFont(resources.path(f"fonts/{name}")))
    folder = tmp_path / "字体"
    folder.mkdir()
    collection.save(folder / "simsun.ttc")
    paper = document(Paragraph((Run("宋体 Latin ئۇيغۇر", Face.SONG),)))
    stream = io.BytesIO()

    write(paper, stream, no_progress, CancelToken(), fonts=available_fonts([folder]))

    assert b"+NotoSerif" in stream.getvalue()
    assert audit(stream.getvalue()) == set()


def test_missing_folder_is_no_fault(tmp_path: Path) -> None:
    assert available_fonts([tmp_path / "none"]) == shipped_fonts()


def placed(text: str) -> Paragraph:
    return Paragraph((Run(text),), place="发言记录第7条")


@pytest.mark.parametrize(
    ("block", "place"),
    [
        (placed(f"姓名{NOWHERE}"), "发言记录第7条"),
        (placed(f"A{NOWHERE}"), "发言记录第7条"),
        (Form((form_row(f"标{NOWHERE}", "值"),)), "检察官联席会议记录"),
        (Signatures("签名", (SignatureRow("检察官", NOWHERE),), "签名"), "签名"),
    ],
)
def test_missing_glyph_is_named_and_nothing_is_written(block: Block, place: str) -> None:
    stream = io.BytesIO()

    with pytest.raises(MissingGlyph) as caught:
        write(
            document(paragraph("前文"), signatures(), block),
            stream,
            no_progress,
            CancelToken(),
            fonts=shipped_fonts(),
        )

    assert caught.value == MissingGlyph(NOWHERE, "U+30000", "CJK UNIFIED IDEOGRAPH-30000", place)
    assert stream.getvalue() == b""


def test_missing_glyph_in_the_header_is_found() -> None:
    paper = usual(1)
    frame = replace(paper.frame, header=NOWHERE)

    with pytest.raises(MissingGlyph):
        write(
            replace(paper, frame=frame),
            io.BytesIO(),
            no_progress,
            CancelToken(),
            fonts=shipped_fonts(),
        )


def test_unnamed_character_has_a_question_mark_for_a_name() -> None:
    with pytest.raises(MissingGlyph) as caught:
        write(
            document(placed("\ue000")),
            io.BytesIO(),
            no_progress,
            CancelToken(),
            fonts=shipped_fonts(),
        )

    assert (caught.value.code_point, caught.value.character_name) == ("U+E000", "?")
