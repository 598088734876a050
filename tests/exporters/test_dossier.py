"""Making a dossier: everything due is in it, or it is refused; all of it or nothing."""

import csv
import errno
import hashlib
import io
import json
import os
import re
import signal
import time
import tracemalloc
import zipfile
import zlib
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, BinaryIO

import pytest

import exporters.writers.docx.writer as docx_writer
from exporters.document import texts
from exporters.dossier import digests
from exporters.dossier.manifest import MANIFEST, TABLE, Manifest, table_of
from exporters.dossier.missing import missing
from exporters.dossier.pages import pages_of
from exporters.dossier.verify import verify
from exporters.dossier.volume import Edition, FiledFile, Item, Volume, content_digest
from exporters.file_names import MAX_LENGTH, stem
from exporters.kinds.office import catalogue, closing_note
from exporters.kinds.office.catalogue import page_ranges
from exporters.labels import load_labels
from exporters.progress import Cancelled, CancelToken
from exporters.registry import FORMATS, KINDS, kinds_due
from models.archive_errors import DigestUnavailable, DossierIncomplete
from models.archive_gaps import Missing, MissingKind
from models.errors import AttachmentUnusable, FolderUnwritable
from models.papers import ArchiveView, DivergenceReportView, HandlerNoteView, MeetingPapers
from models.snapshot import (
    AttachmentView,
    CaseView,
    CorrectionSheetView,
    ParticipantView,
    PartyView,
)
from models.states import has_reached
from models.version import VERSION
from models.wording import check
from tests.exporters import docx_files, pdf_files
from tests.exporters.dossier_files import (
    ATTACHMENTS,
    PHOTO,
    SCAN,
    attachment,
    made,
    office_papers,
    whole_papers,
)
from tests.exporters.meetings import MADE_AT, PROFILES, conference, hearing


def told(dossier: Path) -> dict[str, Any]:
    """Return the manifest of a dossier."""
    found: dict[str, Any] = json.loads((dossier / MANIFEST).read_text(encoding="utf-8"))
    return found


def rows_of(dossier: Path) -> list[dict[str, Any]]:
    """Return the files that the manifest lists."""
    found: list[dict[str, Any]] = told(dossier)["files"]
    return found


def names(folder: Path) -> list[str]:
    """Return the names of what is in a folder."""
    return sorted(one.name for one in folder.iterdir())


def files(dossier: Path) -> dict[str, bytes]:
    """Return the files of a dossier."""
    return {file.name: file.read_bytes() for file in dossier.iterdir()}


@pytest.fixture(scope="module")
def dossier(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a whole dossier, not to be changed."""
    return made(tmp_path_factory.mktemp("out")).path


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


def test_a_title_is_no_formula_in_the_table() -> None:
    texts = ("1", "t", "id", "kind", "J9", "n", "title", "d", "c", "p", "o", "original")
    row = FiledFile("a", "record", "=HYPERLINK(1)", "x/y", 1, "0" * 64)

    table = table_of(Manifest(*texts, missing=(), files=(row,)).to_json())

    rows = list(csv.DictReader(io.StringIO(table.decode("utf-8-sig"))))
    assert rows[0]["title"] == "'=HYPERLINK(1)"


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


def test_a_zip_holds_the_folder(tmp_path: Path, dossier: Path) -> None:
    result = made(tmp_path, zipped=True)

    assert result.path.suffix == ".zip"
    assert names(tmp_path) == [result.path.name]
    with zipfile.ZipFile(result.path) as packed:
        assert packed.testzip() is None
        inside = {name.partition("/")[2]: packed.read(name) for name in packed.namelist()}
        assert {name.partition("/")[0] for name in packed.namelist()} == {result.path.stem}
    assert inside == files(dossier)
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


# What is missing


def test_of_a_whole_meeting_nothing_is_missing() -> None:
    assert missing(whole_papers()) == ()


@pytest.mark.parametrize(
    ("papers", "gap"),
    [
        (replace(whole_papers(), note=None), Missing(MissingKind.PAPER, "参考情况说明")),
        (
            replace(whole_papers(), note=HandlerNoteView(by="陶𬤇")),
            Missing(MissingKind.UNSIGNED, "参考情况说明"),
        ),
        (whole_papers(state="J10"), Missing(MissingKind.PAPER, "分歧情况报告")),
        (
            replace(whole_papers(), divergence=DivergenceReportView(by="罗承砚")),
            Missing(MissingKind.UNSIGNED, "分歧情况报告"),
        ),
        (
            whole_papers(correction_sheets=(CorrectionSheetView("c", number=2),)),
            Missing(MissingKind.UNSIGNED, "更正说明第2号"),
        ),
        (
            whole_papers(attachments=(replace(ATTACHMENTS[0], here=False),)),
            Missing(MissingKind.ATTACHMENT, "现场.png"),
        ),
        (whole_papers(archival_code=None), Missing(MissingKind.CODE)),
        (replace(whole_papers(), archive=None), Missing(MissingKind.PERIOD)),
    ],
)
def test_what_is_missing_is_named_refused_and_written_down(
    papers: MeetingPapers, gap: Missing, tmp_path: Path
) -> None:
    assert missing(papers) == (gap,)
    with pytest.raises(DossierIncomplete) as refused:
        made(tmp_path, papers)
    assert refused.value.missing == (gap,)
    assert names(tmp_path) == []

    result = made(tmp_path, papers, incomplete=True)

    assert result.missing == (gap,)
    assert told(result.path)["missing"] == [{"kind": gap.kind.value, "name": gap.name}]
    assert told(result.path)["complete"] is False
    (note,) = result.path.glob("*卷内备考表_*.docx")
    assert any(gap.name in text for text in docx_files.texts_inside(note.read_bytes()))
    assert "材料不全" in docx_files.story_text(note.read_bytes(), docx_files.HEADER)
    assert verify(result.path).intact


def test_an_open_record_lacks_its_signatures() -> None:
    assert Missing(MissingKind.UNSIGNED, "会议记录") in missing(MeetingPapers(conference("一")))
    assert Missing(MissingKind.UNSIGNED, "听证笔录") in missing(MeetingPapers(hearing()))


def test_a_referral_to_others_than_the_chief_demands_no_report() -> None:
    papers = whole_papers(state="J10")
    assert papers.note is not None

    assert missing(replace(papers, note=replace(papers.note, road="提请检委会"))) == ()


def test_a_stopped_meeting_has_reached_nothing() -> None:
    assert has_reached("J9", "J9")
    assert has_reached("J11", "J9")
    assert not has_reached("J8", "J9")
    assert not has_reached("JC", "J0")


@pytest.mark.parametrize("wrong", [b"", PHOTO[:-1] + b"x", PHOTO + b"x"])
def test_bytes_that_are_not_those_attached_are_never_filed(wrong: bytes, tmp_path: Path) -> None:
    def other(one: AttachmentView) -> BinaryIO:
        return io.BytesIO(wrong if one.name == "现场.png" else SCAN)

    with pytest.raises(AttachmentUnusable):
        made(tmp_path, opened=other)
    assert names(tmp_path) == []

    result = made(tmp_path, opened=other, incomplete=True)

    assert result.missing == (Missing(MissingKind.ATTACHMENT, "现场.png"),)
    assert list(result.path.glob("*.png")) == []
    assert verify(result.path).intact


# Names of minors


def _with_minor(**fields: object) -> MeetingPapers:
    party = PartyView("被害人", "卓玛草", age=14)
    attached = (attachment("卓玛草的陈述.png", PHOTO, "image/png", **fields),)
    return whole_papers(
        title="卓玛草被侵害案讨论",
        cases=(CaseView("卓玛草被侵害案", "朔川检刑诉〔2026〕3号", parties=(party,)),),
        archival_code="0123-卓玛草-1",
        number="河澜检联卓玛草〔2026〕1号",
        attachments=attached,
    )


def test_no_name_of_a_file_tells_a_minors(tmp_path: Path) -> None:
    result = made(tmp_path, _with_minor())

    assert "卓玛草" not in result.path.name + "".join(names(result.path))
    assert "刑3" in result.path.name
    (table,) = result.path.glob(TABLE)
    assert "附件1：某某的陈述" in table.read_text(encoding="utf-8-sig")
    manifest = json.loads((result.path / MANIFEST).read_bytes())
    assert manifest["meeting"]["title"] == "某某被侵害案讨论"


def test_the_catalogue_and_the_closing_note_name_no_minor() -> None:
    told = _with_minor()
    item = Item("会议记录", files=())
    volume = Volume(told.meeting, ArchiveView(), Edition.ORIGINAL, MADE_AT, (item,))

    for kind in (catalogue, closing_note):
        document = kind.build(volume, load_labels())

        assert "某某被侵害案讨论" in texts(document)
        assert "卓玛草被侵害案讨论" not in texts(document)


def test_what_is_missing_tells_no_minors_name() -> None:
    (gap,) = missing(_with_minor(here=False))

    assert gap.name == "某某的陈述.png"


@pytest.mark.parametrize(
    "fields",
    [
        {"participants": (ParticipantView("p", 1, "卓玛草", role="未成年人"),)},
        {"cases": (CaseView(minor=True, parties=(PartyView("被害人", "卓玛草"),)),)},
        {"cases": (CaseView(parties=(PartyView("被害人", "甲", display="卓玛草", age=17),)),)},
        {"cases": (CaseView(parties=(PartyView("未成年被害人", "卓玛草"),)),)},
        {"cases": (CaseView(parties=(PartyView("被害人", "卓玛草（化名）", age=9),)),)},
    ],
)
@pytest.mark.parametrize("written", ["卓玛草", "卓 玛草", "卓·玛\u200b草"])
def test_a_minor_is_known_by_role_age_or_the_mark_of_the_case(
    written: str, fields: dict[str, object]
) -> None:
    meeting = conference(archival_code=f"1-{written}", **fields)

    assert stem(meeting, "会议记录").startswith("1_会议记录")


def test_an_adults_name_in_the_code_stays_as_the_office_wrote_it() -> None:
    party = PartyView("被不起诉人", "周某", age=18)
    meeting = conference(archival_code="1-周某", cases=(CaseView(minor=True, parties=(party,)),))

    assert stem(meeting, "会议记录").startswith("1-周某_")


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


def test_a_stranger_by_the_same_name_is_left_alone(tmp_path: Path, dossier: Path) -> None:
    (tmp_path / dossier.name).write_text("mine")

    result = made(tmp_path)

    assert (tmp_path / dossier.name).read_text() == "mine"
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


# Pages


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


def test_every_kind_of_the_file_has_its_place_in_the_catalogue() -> None:
    for kind in KINDS.values():
        assert kind.working or kind.catalogue_order < 500, kind.id


def test_a_time_before_zip_began_is_no_trouble(tmp_path: Path) -> None:
    early = datetime(1970, 1, 1, tzinfo=UTC)

    assert verify(made(tmp_path, zipped=True, made_at=early).path).intact
