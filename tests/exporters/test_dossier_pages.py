"""Pages of the files of a dossier, counted from their bytes, also where those are hostile."""

import time
import zlib
from pathlib import Path

import pytest

from exporters.dossier.pages import pages_of
from exporters.dossier.volume import FiledFile, Item
from exporters.kinds.office.catalogue import page_ranges
from tests.exporters.dossier_files import PHOTO, SCAN


def test_pages_of_an_attached_pdf_are_counted_also_where_they_are_packed(tmp_path: Path) -> None:
    import pikepdf

    with pikepdf.new() as made_by_others:
        for _ in range(37):
            made_by_others.add_blank_page()
        for name, options in {
            "plain": {"object_stream_mode": pikepdf.ObjectStreamMode.disable},
            "packed": {"object_stream_mode": pikepdf.ObjectStreamMode.generate},
        }.items():
            made_by_others.save(tmp_path / name, **options)
            assert pages_of(tmp_path / name, "application/pdf") == 37


def test_a_hostile_pdf_is_looked_at_quickly(tmp_path: Path) -> None:
    packed = zlib.compress(bytes(40_000_000))
    bomb = b"/Type /ObjStm >>\nstream\n" + packed + b"\nendstream"
    for content in (
        b"<<" + b"a" * 5_000_000,
        b"<<" * 300_000,
        b"<<" + b"<a>" * 1_000_000,
        (b"<<" + b"x" * 50) * 50_000,
        (b"<< /Type /ObjStm " * 2_000) + b">>",
        b"/Type/ObjStm " * 200_000,
        bomb * 200,
    ):
        (tmp_path / "x").write_bytes(b"%PDF-1.7" + content)
        start = time.process_time()

        assert pages_of(tmp_path / "x", "application/pdf") is None

        assert time.process_time() - start < 5


def test_nested_resources_of_the_page_tree_are_no_trouble(tmp_path: Path) -> None:
    tree = b"<< /Type /Pages /Resources << /Font << /F1 << /X <41> >> >> >> /Count 12 >>"
    (tmp_path / "x").write_bytes(b"%PDF-1.7 1 0 obj " + tree)

    assert pages_of(tmp_path / "x", "application/pdf") == 12


@pytest.mark.parametrize(
    ("content", "media_type", "pages"),
    [
        (PHOTO, "image/png", 1),
        (SCAN, "application/pdf", 2),
        (b"%PDF-1.7 nothing", "application/pdf", None),
        (b"II*\0\x08\0\0\0\x00\x00\x10\0\0\0\0\0\x00\x00\0\0\0\0", "image/tiff", 2),
        (b"II*\0\x08\0\0\0\x00\x00\x08\0\0\0", "image/tiff", None),  # a circle
        (b"MM\0*\xff\xff\xff\xff", "image/tiff", None),
        (b"{}", "application/json", None),
    ],
)
def test_pages_are_told_or_left_open(
    content: bytes, media_type: str, pages: int | None, tmp_path: Path
) -> None:
    (tmp_path / "x").write_bytes(content)

    assert pages_of(tmp_path / "x", media_type) == pages


def test_no_page_is_numbered_behind_an_unknown_one() -> None:
    def item(pages: int | None, media_type: str) -> Item:
        return Item("x", files=(FiledFile("x", "", "", media_type, 1, "", pages=pages),))

    items = [
        item(2, "application/pdf"),
        item(None, "application/json"),
        item(1, "image/png"),
        item(None, "application/pdf"),
        item(1, "image/png"),
    ]

    assert [pages for _, pages in page_ranges(items)] == ["1-2", "", "3", "", ""]
