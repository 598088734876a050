"""Making a dossier: everything due is in it, or it is refused; all of it or nothing."""

import csv
import errno
import hashlib
import io
import os
import re
import signal
import time
import tracemalloc
import zipfile
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

import exporters.writers.docx.writer as docx_writer
from exporters.dossier import digests
from exporters.dossier.manifest import MANIFEST, TABLE, Manifest, table_of
from exporters.dossier.verify import verify
from exporters.dossier.volume import FiledFile, content_digest
from exporters.file_names import MAX_LENGTH
from exporters.progress import Cancelled, CancelToken
from exporters.registry import FORMATS, KINDS, kinds_due
from models.archive_errors import DigestUnavailable
from models.errors import FolderUnwritable
from models.version import VERSION
from models.wording import check
from tests.exporters import docx_files, pdf_files
from tests.exporters.dossier_files import (
    ATTACHMENTS,
    files,
    made,
    names,
    office_papers,
    rows_of,
    told,
    whole_papers,
)
from tests.exporters.meetings import PROFILES


def test_it_holds_every_paper_due_in_every_format(dossier: Path) -> None:
    found = {(row["kind"], Path(row["name"]).suffix) for row in rows_of(dossier)}

    for kind in (*kinds_due(whole_papers()), "catalogue", "closing_note"):
        for format_ in FORMATS.values():
            assert (kind, format_.suffix) in found
    assert {("attachment", ".png"), ("attachment", ".pdf"), ("case_file", ".json")} <= found
    assert len(found) == len(names(dossier)) - 2


def test_the_manifest_tells_of_each_file_what_it_is(dossier: Path) -> None:
    manifest = told(dossier)
    content = files(dossier)

    for row in rows_of(dossier):
        data = content[row["name"]]
        assert (row["size"], row["sha256"]) == (len(data), hashlib.sha256(data).hexdigest())
        assert ("text" in row) == row["name"].endswith(".docx")
    assert manifest["format"] == "lianxi-dossier"
    assert manifest["version"] == 1
    assert manifest["program"] == {"name": "Lianxi", "version": VERSION}
    assert manifest["made_at"] == "2026-01-02T03:04:00+00:00"
    assert manifest["complete"] is True
    assert manifest["archive"] == {
        "code": "0123-ZY·JL-2026-D30-0001",
        "period": "30年",
        "original": "主办院",
        "edition": "original",
    }
    meeting = whole_papers().meeting
    assert manifest["meeting"] == {
        "id": meeting.id,
        "kind": "joint_conference",
        "state": "J9",
        "number": meeting.number,
        "title": meeting.title,
        "digest": meeting.digest,
    }


def test_the_table_opens_in_a_spreadsheet_and_ends_with_the_manifest(dossier: Path) -> None:
    content = files(dossier)
    assert content[TABLE].startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(io.StringIO(content[TABLE].decode("utf-8-sig"))))

    assert {row["name"] for row in rows} == set(content) - {TABLE}
    for row in rows:
        assert row["sha256"] == hashlib.sha256(content[row["name"]]).hexdigest()
    assert rows[-1]["name"] == MANIFEST


@pytest.mark.parametrize("sign", "=+-@＝＋－＠\t\r")
def test_a_title_is_no_formula_in_the_table(sign: str) -> None:
    texts = ("1", "t", "id", "kind", "J9", "n", "title", "d", "c", "p", "o", "original")
    row = FiledFile("a", "record", f"{sign}HYPERLINK(1)", "x/y", 1, "0" * 64)

    table = table_of(Manifest(*texts, missing=(), files=(row,)).to_json())

    rows = list(csv.DictReader(io.StringIO(table.decode("utf-8-sig"), newline="")))
    assert rows[0]["title"] == f"'{sign}HYPERLINK(1)"


def test_names_follow_the_rule_and_are_short_enough(dossier: Path) -> None:
    assert re.fullmatch(r"[\w\-·]+_v1", dossier.name)
    for name in files(dossier).keys() - {MANIFEST, TABLE}:
        assert re.fullmatch(r"0123-ZY·JL-2026-D30-0001_[\w\-·]+_v1\.\w+", name)
        assert len(name) <= MAX_LENGTH


def test_pages_are_counted_and_run_through_the_dossier(dossier: Path) -> None:
    pages = {}
    for row in rows_of(dossier):
        if row["name"].endswith(".pdf") and row["kind"] != "attachment":
            pages[row["kind"]] = row["pages"]
            assert row["pages"] == len(pdf_files.page_texts((dossier / row["name"]).read_bytes()))
    (listing,) = (file for file in dossier.glob("*_归档目录_*.docx"))
    texts = docx_files.texts_inside(listing.read_bytes())

    last = sum(pages[kind] for kind in kinds_due(whole_papers()))
    assert f"{last + 2}-{last + 3}" in texts  # the photo first, then a scan of two pages


def test_the_catalogue_has_every_field_in_order_and_every_digest(dossier: Path) -> None:
    (listing,) = dossier.glob("*_归档目录_*.docx")
    texts = docx_files.texts_inside(listing.read_bytes())
    heads = ["序号", "文件名称", "文号", "责任者", "日期", "页码起止", "页数"]
    more = ["序号", "份数", "载体", "格式", "摘要值（SHA-256）", "备注"]
    joined = "".join(texts)

    assert [text for text in texts if text in {*heads, *more}] == [*heads, *more]
    for row in rows_of(dossier):
        assert (row["sha256"][:32] in joined) == (row["kind"] not in {"catalogue", "closing_note"})
    names = [
        "会议记录",
        "参考情况说明",
        "附件1：现场",
        "附件2：盖章页扫描",
        "会议数据（案件文件）",
        "卷内备考表",
    ]
    assert [text for text in texts if text in names] == names


def test_the_closing_note_prints_the_digest_of_all_before_it(dossier: Path) -> None:
    (note,) = dossier.glob("*_卷内备考表_*.docx")
    joined = re.sub(r"\s", "", "".join(docx_files.texts_inside(note.read_bytes())))
    before = [
        FiledFile(row["name"], "", "", "", 0, row["sha256"])
        for row in rows_of(dossier)
        if row["kind"] != "closing_note"
    ]

    assert content_digest(before) in joined
    for words in ("立卷人", "检查人", "检查日期", "立卷日期", "缺损说明无", "30年", "正本"):
        assert words in joined


def test_no_office_paper_says_what_a_meeting_must_not_say() -> None:
    for document in office_papers().values():
        for text in docx_files.texts_inside(docx_files.written(document)):
            if "某案" not in text:
                for profile in PROFILES.values():
                    assert check(text, field="摘要", profile=profile).matches == ()


def test_the_same_input_gives_the_same_bytes(tmp_path: Path) -> None:
    one, two = (made(tmp_path / name) for name in "ab")
    first, second = (made(tmp_path / name, zipped=True) for name in "cd")

    assert files(one.path) == files(two.path)
    assert one.digest == two.digest == hashlib.sha256(files(one.path)[MANIFEST]).hexdigest()
    assert first.path.read_bytes() == second.path.read_bytes()
    assert first.digest == one.digest


def test_a_zip_holds_the_folder(tmp_path: Path, whole_dossier: Path) -> None:
    result = made(tmp_path, zipped=True)

    assert result.path.suffix == ".zip"
    assert names(tmp_path) == [result.path.name]
    with zipfile.ZipFile(result.path) as packed:
        assert packed.testzip() is None
        inside = {name.partition("/")[2]: packed.read(name) for name in packed.namelist()}
        assert {name.partition("/")[0] for name in packed.namelist()} == {result.path.stem}
    assert inside == files(whole_dossier)
    assert verify(result.path).intact


def test_sm3_is_listed_where_it_is_asked_for(tmp_path: Path) -> None:
    result = made(tmp_path, sm3=True)

    for row in rows_of(result.path):
        data = (result.path / row["name"]).read_bytes()
        assert row["sm3"] == hashlib.new("sm3", data).hexdigest()
    assert verify(result.path).intact


def test_sm3_is_refused_where_nobody_can_reckon_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(digests, "has_sm3", lambda: False)

    with pytest.raises(DigestUnavailable):
        made(tmp_path, sm3=True)

    assert names(tmp_path) == []


def test_a_copy_says_that_it_is_one(tmp_path: Path) -> None:
    result = made(tmp_path, duplicate=True)

    (note,) = result.path.glob("*_卷内备考表_*.docx")
    assert "副本" in docx_files.texts_inside(note.read_bytes())
    assert told(result.path)["archive"]["edition"] == "duplicate"


# All or nothing, and never over anything


def test_a_second_dossier_is_a_second_version(tmp_path: Path) -> None:
    first = made(tmp_path)
    before = files(first.path)

    second, third = made(tmp_path, zipped=True), made(tmp_path)

    assert {one.path.name.removesuffix(".zip")[-3:] for one in (first, second, third)} == {
        "_v1",
        "_v2",
        "_v3",
    }
    assert files(first.path) == before
    assert second.edited == third.edited == ()


def test_hand_work_in_an_earlier_dossier_is_told_and_kept(tmp_path: Path) -> None:
    first = made(tmp_path)
    (paper,) = first.path.glob("*_会议记录_*.docx")
    content = docx_files.parts(paper.read_bytes())
    content[docx_files.DOCUMENT] = content[docx_files.DOCUMENT].replace("10处".encode(), b"9")
    paper.write_bytes(docx_files.packed(content))
    worked_on = paper.read_bytes()

    second = made(tmp_path)

    assert second.edited == (paper,)
    assert paper.read_bytes() == worked_on
    assert second.path != first.path
    assert verify(second.path).intact


def test_a_stranger_by_the_same_name_is_left_alone(tmp_path: Path, whole_dossier: Path) -> None:
    (tmp_path / whole_dossier.name).write_text("mine")

    result = made(tmp_path)

    assert (tmp_path / whole_dossier.name).read_text() == "mine"
    assert result.path.name.endswith("_v2")


@pytest.mark.parametrize("form", ["folder", "zip"])
@pytest.mark.parametrize("step", [0, 3, 9, 20, 40])
def test_a_cancelled_dossier_leaves_nothing(step: int, form: str, tmp_path: Path) -> None:
    cancel = CancelToken()
    seen = 0

    def stop(done: int, total: int) -> None:
        nonlocal seen
        assert done <= total
        if seen == step:
            cancel.cancel()
        seen += 1

    with pytest.raises(Cancelled):
        made(tmp_path, zipped=form == "zip", progress=stop, cancel=cancel)

    assert names(tmp_path) == []


@pytest.mark.parametrize("earlier", [0, 2])
def test_progress_grows_to_its_end(earlier: int, tmp_path: Path) -> None:
    for _ in range(earlier):
        made(tmp_path)
    steps: list[tuple[int, int]] = []

    made(tmp_path, progress=lambda done, total: steps.append((done, total)))

    assert steps == sorted(steps)
    assert {total for _, total in steps} == {(earlier + 1) * 1000}
    assert steps[-1][0] == steps[-1][1]
    # Each of those that were there counts as much as the new one.
    assert all((part * 1000,) * 2 in {(d, d) for d, _ in steps} for part in range(1, earlier + 1))


@pytest.mark.parametrize("form", ["folder", "zip"])
@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EIO, errno.ENODEV])
@pytest.mark.parametrize("after", [0, 1, 5, 9, 13, 14])
def test_a_full_disk_or_pulled_stick_leaves_nothing(
    after: int,
    code: int,
    form: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    calls = 0
    real = os.fsync

    def full(handle: int) -> None:
        nonlocal calls
        calls += 1
        if calls > after:
            raise OSError(code, os.strerror(code))
        real(handle)

    monkeypatch.setattr(os, "fsync", full)

    with pytest.raises(FolderUnwritable) as refused:
        made(tmp_path, zipped=form == "zip")

    assert refused.value.reason == errno.errorcode[code]
    assert names(tmp_path) == []


def test_a_font_that_cannot_be_read_is_not_the_folders_fault(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def unreadable(*_: object) -> None:
        raise PermissionError(errno.EACCES, "font")

    monkeypatch.setattr(docx_writer, "write", unreadable)

    with pytest.raises(PermissionError):
        made(tmp_path)

    assert names(tmp_path) == []


@pytest.mark.skipif(os.name == "nt", reason="no limit to set on the size of a file")
def test_a_file_that_the_system_stops_in_the_middle_leaves_nothing(tmp_path: Path) -> None:
    """As on a full disk: the system takes a part of a file and refuses the rest."""
    import resource  # not on Windows

    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    before = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    try:
        resource.setrlimit(resource.RLIMIT_FSIZE, (30_000, hard))
        with pytest.raises(FolderUnwritable):
            made(tmp_path)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
        signal.signal(signal.SIGXFSZ, before)

    assert names(tmp_path) == []


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").touch()

    with pytest.raises(FolderUnwritable):
        made(tmp_path / "file" / "x")


def test_what_a_killed_program_left_long_ago_is_cleared_away(tmp_path: Path) -> None:
    old, new = (tmp_path / f".lianxi-{mark * 32}.part" for mark in "ab")
    other = tmp_path / ".lianxi-notes.part"
    for folder in (old, new, other):
        folder.mkdir()
        (folder / "x").touch()
    long_ago = time.time() - 3 * 24 * 60 * 60
    os.utime(old, (long_ago, long_ago))
    os.utime(other, (long_ago, long_ago))

    made(tmp_path)

    assert not old.exists()
    assert (new / "x").exists()
    assert (other / "x").exists()


def test_memory_does_not_grow_with_the_attachments(tmp_path: Path) -> None:
    size = 12_000_000
    data = b"\x89PNG\r\n\x1a\n" + bytes(size)
    digest = hashlib.sha256(data).hexdigest()
    many = tuple(
        replace(ATTACHMENTS[0], id=str(n), size=len(data), sha256=digest) for n in range(6)
    )
    source = tmp_path / "source"
    source.write_bytes(data)
    del data
    made(tmp_path / "warm")
    tracemalloc.start()
    try:
        made(tmp_path / "out", whole_papers(attachments=many), opened=lambda _: source.open("rb"))
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()

    assert peak < 2 * size


def test_every_kind_of_the_file_has_its_place_in_the_catalogue() -> None:
    for kind in KINDS.values():
        assert kind.working or kind.catalogue_order < 500, kind.id


def test_a_time_before_zip_began_is_no_trouble(tmp_path: Path) -> None:
    early = datetime(1970, 1, 1, tzinfo=UTC)

    assert verify(made(tmp_path, zipped=True, made_at=early).path).intact
