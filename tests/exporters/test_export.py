"""Exporting: all or none, nothing half-written, both formats the same."""

import errno
import io
import os
import re
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

import pytest

import exporters.writers.docx.writer as docx_writer
from exporters.document import Document, texts
from exporters.export import ExportResult, export, write_paper
from exporters.file_names import MAX_BYTES, MAX_LENGTH, stem
from exporters.kinds.assembly import made_words
from exporters.progress import Cancelled, CancelToken, Progress
from exporters.registry import KINDS
from exporters.text import clean_document
from models.errors import (
    ExportFailed,
    FolderUnwritable,
    KindNotDue,
    MissingGlyph,
    NothingToExport,
)
from models.papers import ORIGINAL, MeetingPapers, PaperVersion
from models.profiles import load_profiles
from models.snapshot import CaseView, MeetingSnapshot
from models.wording import check
from tests.exporters import docx_files, pdf_files
from tests.exporters.meetings import MADE_AT, conference, hearing, paper, snapshot

UNPRINTABLE = "\U0001f9ff"  # a nazar amulet: in no font of the program


def _export(meeting: MeetingSnapshot, folder: Path, **options: object) -> ExportResult:
    kind = "transcript" if meeting.kind == "hearing" else "record"
    given = {"kinds": [kind], "formats": ["docx", "pdf"], "signers": ("出席",)} | options
    return export(MeetingPapers(meeting), folder=folder, made_at=MADE_AT, **given)  # type: ignore[arg-type] # as named


def _joined(parts: list[str]) -> str:
    return re.sub(r"\s+", "", "".join(parts))


def test_both_formats_say_the_same_as_the_document(sample: Path) -> None:
    document, _ = clean_document(paper(snapshot(sample)))
    expected = _joined(texts(document))

    word = docx_files.texts_inside(docx_files.written(document))
    pages = pdf_files.page_texts(pdf_files.written(replace(document, frame=pdf_files.BARE)))

    assert _joined(word) == expected
    assert _joined(pages) == expected


@pytest.mark.foreign
@pytest.mark.parametrize(
    "read",
    [
        pytest.param(pdf_files.poppler_text, marks=pdf_files.needs_poppler),
        pytest.param(pdf_files.mupdf_text, marks=pdf_files.needs_mupdf),
    ],
)
def test_other_readers_copy_every_word_that_was_said(
    read: Callable[[bytes, Path], str], sample: Path, tmp_path: Path
) -> None:
    meeting = snapshot(sample)
    document, _ = clean_document(paper(meeting))

    copied = _joined([read(pdf_files.written(replace(document, frame=pdf_files.BARE)), tmp_path)])

    for line in meeting.lines:
        assert _joined([line.text or ""]) in copied
        assert _joined([line.source_text or ""]) in copied


def test_a_masked_version_and_an_excerpt_say_so_in_their_names(tmp_path: Path) -> None:
    told = MeetingPapers(conference("甲。"))
    versions = {
        "会议记录": ORIGINAL,
        "会议记录·脱敏版": PaperVersion(masked=True),
        "会议记录·脱敏版·摘录": PaperVersion(masked=True, excerpt="甲案"),
    }

    for version in versions.values():
        shown = replace(told, version=version)
        export(shown, kinds=["record"], formats=["docx"], folder=tmp_path, signers=())

    assert {file.name.split("_")[0] for file in tmp_path.iterdir()} == set(versions)
    assert all(file.name.endswith("_v1.docx") for file in tmp_path.iterdir())


def test_a_copy_without_a_digest_tells_none_at_its_foot() -> None:
    signed, copy = (conference("甲。", digest=digest) for digest in ("0123456789abcdef", ""))

    assert paper(signed).frame.footer.endswith("摘要：01234567")
    assert paper(copy).frame.footer.endswith(made_words(MADE_AT))


def test_statement_mark_and_number_stand_on_every_page(sample: Path) -> None:
    document, _ = clean_document(paper(replace(snapshot(sample), state="J6")))
    pages = [_joined([page]) for page in pdf_files.page_texts(pdf_files.written(document))]
    word = docx_files.written(document)
    foot = docx_files.story_text(word, docx_files.FOOTER)
    head = docx_files.story_text(word, docx_files.HEADER)

    assert len(pages) > 1
    for number, page in enumerate(pages, 1):
        assert document.frame.statement in page
        assert "未签名稿" in page
        assert f"第{number}页共{len(pages)}页" in page
    assert document.frame.statement in foot
    assert "未签名稿" in head
    assert b"titlePg" not in docx_files.parts(word)[docx_files.DOCUMENT]


def test_files_are_named_after_code_paper_meeting_case_and_day(sample: Path) -> None:
    meeting = snapshot(sample)

    name = stem(meeting, "会议记录")

    assert re.fullmatch(r"[\w\-·]+", name)
    assert not any(person.name and person.name in name for person in meeting.participants)


@pytest.mark.parametrize("title", ["某案会议决议", "某案联席会议纪要"])
def test_no_wording_of_the_title_gets_into_the_name_of_a_file(title: str) -> None:
    for meeting in (conference(), hearing()):
        for kind in KINDS.values():
            name = stem(replace(meeting, title=title), kind.short_name)
            for profile in load_profiles(()).values():
                assert check(name, field="文件名", profile=profile).matches == ()


def test_the_name_of_the_rule_is_reached() -> None:
    meeting = conference(
        number="河澜检联〔2025〕7号",
        archival_code="0123-ZY·JL-2025-D30-0007",
        cases=(CaseView(case_no="朔川检刑诉〔2025〕27号"),),
        schedule=replace(conference().schedule, held_from="2025-06-18T09:00"),
    )

    assert stem(meeting, "会议记录") == (
        "0123-ZY·JL-2025-D30-0007_会议记录_联2025-07_刑27_20250618"
    )


def test_a_long_code_gives_way_to_paper_case_and_day() -> None:
    meeting = conference(
        number="会议" * 60,
        archival_code="卷" * 90,
        cases=(CaseView(case_no="朔川检刑诉〔2025〕27号"),),
        schedule=replace(conference().schedule, held_from="2025-06-18"),
    )

    name = stem(meeting, "会议记录")

    assert len(f"{name}_v999.docx".encode()) <= MAX_BYTES
    assert name.startswith("卷")
    assert "_会议记录_会议" in name
    assert name.endswith("_刑27_20250618")


def test_digits_of_other_scripts_make_no_number() -> None:
    meeting = conference(
        number="河检联〔２０２５〕７号", cases=(CaseView(case_no="河检刑〔2025〕٣١号"),)
    )

    assert stem(meeting, "会议记录") == "会议记录_河检联号"
    assert stem(conference(number=f"河检联〔2025〕{'1' * 5000}号"), "会议记录")


@pytest.mark.parametrize("number", ['a/b\\c:*?"<>|', "../../x", "\u202e号", "字" * 300, None])
def test_no_number_makes_a_dangerous_name(number: str | None) -> None:
    name = stem(conference(number=number), "会议记录")

    assert len(f"{name}_v999.docx") <= MAX_LENGTH
    assert re.fullmatch(r"[\w\-·]+", name)


def test_nothing_is_overwritten(tmp_path: Path) -> None:
    first = _export(conference("一"), tmp_path)
    before = [file.read_bytes() for file in first.files]

    second = _export(conference("二"), tmp_path)

    assert [file.read_bytes() for file in first.files] == before
    assert set(first.files).isdisjoint(second.files)


def test_a_file_has_the_rights_of_a_new_file(tmp_path: Path) -> None:
    (tmp_path / "new").touch()

    result = _export(conference("一"), tmp_path, formats=["docx"])

    assert result.files[0].stat().st_mode == (tmp_path / "new").stat().st_mode


def test_progress_grows_to_its_end(tmp_path: Path) -> None:
    steps: list[tuple[int, int]] = []

    _export(
        conference("一", "二"), tmp_path, progress=lambda done, total: steps.append((done, total))
    )

    assert steps == sorted(steps)
    assert {total for _, total in steps} == {2000}
    assert steps[-1] == (2000, 2000)


@pytest.mark.parametrize("step", [0, 1, 5])
def test_a_cancelled_export_leaves_no_file(step: int, tmp_path: Path) -> None:
    cancel = CancelToken()
    seen = 0

    def stop(done: int, total: int) -> None:
        nonlocal seen
        assert done <= total
        if seen == step:
            cancel.cancel()
        seen += 1

    with pytest.raises(Cancelled):
        _export(conference(*"一二三四五六"), tmp_path, progress=stop, cancel=cancel)

    assert list(tmp_path.iterdir()) == []


def test_a_character_without_a_glyph_is_named_and_nothing_written(tmp_path: Path) -> None:
    with pytest.raises(MissingGlyph) as stopped:
        _export(conference("好", f"看{UNPRINTABLE}"), tmp_path)

    assert stopped.value.code_point == "U+1F9FF"
    assert stopped.value.character_name == "NAZAR AMULET"
    assert stopped.value.place == "讨论内容第2项"
    assert list(tmp_path.iterdir()) == []


def test_what_cannot_be_carried_is_made_visible_and_reported(tmp_path: Path) -> None:
    result = _export(conference("同意\u202e见\u0007"), tmp_path)

    assert {(entry.code_point, entry.count, entry.place) for entry in result.replacements} == {
        (0x7, 1, "讨论内容第1项"),
        (0x202E, 1, "讨论内容第1项"),
    }
    word = "".join(docx_files.texts_inside(result.files[0].read_bytes()))
    pdf = pdf_files.pdfium_text(result.files[1].read_bytes())
    for text in (word, pdf):
        assert "同意〔U+202E〕见〔U+0007〕" in re.sub(r"\s", "", text)


def _failing(error: Exception) -> Callable[[Document, BinaryIO, Progress, CancelToken], None]:
    def write(_d: Document, stream: BinaryIO, _p: Progress, _c: CancelToken) -> None:
        stream.write(b"half")
        raise error

    return write


@pytest.mark.parametrize("error", [PermissionError(13, "font"), ValueError("bug")])
def test_a_writer_that_fails_leaves_nothing_and_is_not_the_folders_fault(
    error: Exception, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Such as a font that cannot be read: another folder would not help."""
    monkeypatch.setattr(docx_writer, "write", _failing(error))

    with pytest.raises(type(error)):
        _export(conference("一"), tmp_path, formats=["pdf", "docx"])

    assert list(tmp_path.iterdir()) == []


def test_a_full_disk_is_told_of_the_folder_and_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls: list[int] = []

    def full(handle: int) -> None:
        calls.append(handle)
        if len(calls) == 2:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", full)

    with pytest.raises(FolderUnwritable) as refused:
        _export(conference("一"), tmp_path, formats=["pdf", "docx"])

    assert (refused.value.folder, refused.value.reason) == (tmp_path, "ENOSPC")
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_goes_between_two_papers_is_left_with_neither(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Such as a stick pulled out after the first paper was put in place."""
    (tmp_path / "earlier.docx").write_bytes(b"earlier")
    names: list[Path] = []
    replace_file = Path.replace

    def pulled_out(self: Path, target: Path) -> Path:
        names.append(target)
        if len(names) == 2:
            raise OSError(5, "Input/output error")
        return replace_file(self, target)

    monkeypatch.setattr(Path, "replace", pulled_out)

    with pytest.raises(ExportFailed):
        _export(conference("一"), tmp_path, formats=["pdf", "docx"])

    assert [file.name for file in tmp_path.iterdir()] == ["earlier.docx"]


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").touch()

    with pytest.raises(FolderUnwritable):
        _export(conference(), tmp_path / "file" / "folder")


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_without_rights_is_told(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)

    with pytest.raises(FolderUnwritable):
        _export(conference(), tmp_path)


@pytest.mark.parametrize("format_", ["docx", "pdf"])
def test_a_paper_in_memory_is_equal_to_the_file(format_: str, tmp_path: Path) -> None:
    meeting, stream = conference("顺序\u202e颠倒"), io.BytesIO()

    replaced = write_paper(
        MeetingPapers(meeting),
        stream,
        kind="record",
        format_=format_,
        signers=("出席",),
        made_at=MADE_AT,
    )
    result = _export(meeting, tmp_path, formats=[format_])

    assert stream.getvalue() == result.files[0].read_bytes()
    assert replaced == result.replacements != ()


def test_a_paper_of_the_other_kind_is_refused(tmp_path: Path) -> None:
    with pytest.raises(KindNotDue):
        _export(hearing(), tmp_path, kinds=["record"])


@pytest.mark.parametrize("options", [{"kinds": []}, {"formats": []}, {"formats": ["ofd"]}])
def test_an_empty_or_unknown_choice_is_refused(
    options: dict[str, list[str]], tmp_path: Path
) -> None:
    with pytest.raises(NothingToExport):
        _export(conference(), tmp_path, **options)


def test_an_earlier_version_edited_by_hand_is_told_and_both_are_kept(tmp_path: Path) -> None:
    first = _export(conference("一处"), tmp_path)
    worked_on = docx_files.parts(first.files[0].read_bytes())
    text = worked_on[docx_files.DOCUMENT]
    worked_on[docx_files.DOCUMENT] = text.replace("一处".encode(), "两处".encode())
    assert worked_on[docx_files.DOCUMENT] != text
    first.files[0].write_bytes(docx_files.packed(worked_on))
    before = first.files[0].read_bytes()

    second = _export(conference("一处"), tmp_path, formats=["pdf"])

    assert first.edited == ()
    assert second.edited == (first.files[0],)
    assert first.files[0].read_bytes() == before
    assert second.files[0].exists()


def test_an_earlier_version_that_was_only_saved_again_is_none_of_anybodys(tmp_path: Path) -> None:
    first = _export(conference("一"), tmp_path)
    saved = docx_files.packed(docx_files.parts(first.files[0].read_bytes()))
    first.files[0].write_bytes(saved)
    (tmp_path / first.files[0].name.replace("_v1", "_v9")).write_bytes(b"no DOCX")
    (tmp_path / first.files[0].name.replace("_v1", "_v8")).mkdir()

    assert _export(conference("一"), tmp_path).edited == ()


def test_reading_earlier_versions_counts_as_a_step_and_can_be_cancelled(tmp_path: Path) -> None:
    for _ in range(3):
        _export(conference("一"), tmp_path, formats=["docx"])
    before = sorted(tmp_path.iterdir())
    steps: list[tuple[int, int]] = []
    cancel = CancelToken()

    def stop(done: int, total: int) -> None:
        steps.append((done, total))
        cancel.cancel()

    with pytest.raises(Cancelled):
        _export(conference("一"), tmp_path, formats=["docx"], progress=stop, cancel=cancel)
    stopped = list(steps)
    steps.clear()
    _export(
        conference("一"),
        tmp_path,
        formats=["docx"],
        progress=lambda done, total: steps.append((done, total)),
    )

    assert stopped == [(333, 2000)]  # one of three was read
    assert steps[:3] == [(333, 2000), (666, 2000), (1000, 2000)]
    assert steps == sorted(steps)
    assert steps[-1] == (2000, 2000)
    assert len(sorted(tmp_path.iterdir())) == len(before) + 1


def test_an_edited_paper_of_another_meeting_is_not_told(tmp_path: Path) -> None:
    first = _export(conference("一处"), tmp_path, formats=["docx"])
    worked_on = docx_files.parts(first.files[0].read_bytes())
    text = worked_on[docx_files.DOCUMENT].replace("一处".encode(), b"2")
    first.files[0].write_bytes(docx_files.packed(worked_on | {docx_files.DOCUMENT: text}))

    assert _export(conference("一", number="河检联〔2026〕2号"), tmp_path).edited == ()


def test_the_docx_opens_as_a_package(tmp_path: Path) -> None:
    file = _export(conference("一"), tmp_path, formats=["docx"]).files[0]

    assert zipfile.ZipFile(io.BytesIO(file.read_bytes())).testzip() is None


def test_cancel_is_asked_before_a_kind_is_built(tmp_path: Path) -> None:
    """A long meeting has many papers, each built in one go: this one would be refused."""
    cancel = CancelToken()
    cancel.cancel()

    with pytest.raises(Cancelled):
        _export(conference("一"), tmp_path, kinds=["handler_note"], cancel=cancel)
