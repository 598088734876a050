"""Files to attach: known by their bytes, bounded, named so that any disk takes them."""

import os
from pathlib import Path

import pytest

from models.attachment_files import (
    KINDS,
    MAX_BYTES,
    MOST_AT_ONCE,
    content_of,
    digest_of,
    file_name,
    read_content,
    refuse_too_many,
)
from models.errors import AttachmentRefused, FileUnreadable

PNG = b"\x89PNG\r\n\x1a\nrest"
BYTES = {
    "image/jpeg": b"\xff\xd8\xff\xe0rest",
    "image/png": PNG,
    "image/tiff": b"II*\0rest",
    "application/pdf": b"%PDF-1.7 rest",
    "image/webp": b"RIFF\x04\0\0\0WEBPrest",
}


@pytest.mark.parametrize("media_type", [kind.media_type for kind in KINDS])
def test_a_file_is_known_by_what_is_in_it(tmp_path: Path, media_type: str) -> None:
    file = tmp_path / "扫描.docx"
    file.write_bytes(BYTES[media_type])

    content = read_content(file)

    assert (content.media_type, content.name) == (media_type, "扫描.docx")
    assert content.sha256 == digest_of(BYTES[media_type])


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty_file"),
        (b"PK\x03\x04 word/document.xml", "attachment_kind"),
        (b"MZ\x90\0", "attachment_kind"),
        (b"<svg onload='x'/>", "attachment_kind"),
        (b"GIF89a", "attachment_kind"),
        (b" %PDF-1.7", "attachment_kind"),
        (b"\xff\xd8", "attachment_kind"),
        (b"RIFF\x04\0\0\0WAVE", "attachment_kind"),
        (PNG + bytes(MAX_BYTES), "attachment_too_large"),
    ],
    ids=["empty", "zip", "program", "svg", "gif", "shifted pdf", "cut jpeg", "sound", "21 MB"],
)
def test_other_files_are_refused_whatever_they_are_called(
    tmp_path: Path, data: bytes, reason: str
) -> None:
    file = tmp_path / "照片.jpg"
    file.write_bytes(data)

    with pytest.raises(AttachmentRefused) as refused:
        read_content(file)

    assert (refused.value.name, refused.value.reason) == ("照片.jpg", reason)


def test_the_largest_file_is_taken(tmp_path: Path) -> None:
    file = tmp_path / "大.png"
    file.write_bytes(PNG + bytes(MAX_BYTES - len(PNG)))

    assert len(read_content(file).data) == MAX_BYTES


def test_what_cannot_be_read_is_refused(tmp_path: Path) -> None:
    gone, folder, pipe = tmp_path / "没有.png", tmp_path / "夹.png", tmp_path / "管.png"
    folder.mkdir()
    os.mkfifo(pipe)  # reading it would never end

    for file in (gone, folder, pipe):
        with pytest.raises(FileUnreadable):
            read_content(file)


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "密.png"
    file.write_bytes(PNG)
    file.chmod(0)

    with pytest.raises(FileUnreadable):
        read_content(file)


def test_no_more_than_twenty_files_at_once(tmp_path: Path) -> None:
    files = [tmp_path / f"{number}.png" for number in range(MOST_AT_ONCE + 1)]

    refuse_too_many(files[:-1])
    with pytest.raises(AttachmentRefused):
        refuse_too_many(files)


def test_names_are_kept_but_for_what_no_database_holds() -> None:
    content = content_of("a\udcff\0\n\u202egpj.exe", PNG)

    assert content.name == "a?gpj.exe"
    assert len(content_of("长" * 999, PNG).name) == 200


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("照片.png", "照片.png"),
        ("照片.PNG", "照片.png"),
        ("照片.exe", "照片.exe.png"),
        ("照片", "照片.png"),
        ("../../etc/passwd", ".._.._etc_passwd.png"),
        ("C:\\a|b?.png", "C__a_b_.png"),
        ("...", "附件.png"),
        ("", "附件.png"),
        ("长" * 300 + ".png", "长" * 66 + ".png"),
    ],
)
def test_a_written_file_ends_as_what_it_is(name: str, written: str) -> None:
    made = file_name(name, "image/png", fallback="附件")

    assert made.lstrip("._") == written.lstrip("._")
    assert "/" not in made
    assert "\\" not in made
