"""Checking a dossier: whatever is done to any file of it is found, and no trap goes off."""

import hashlib
import io
import json
import os
import shutil
import subprocess
import sys
import unicodedata
import zipfile
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from exporters.docx_seal import check_docx
from exporters.dossier.manifest import MANIFEST, TABLE, table_of
from exporters.dossier.manifest_reading import key_of
from exporters.dossier.verify import FileState, verify
from exporters.progress import Cancelled, CancelToken
from models.archive_errors import DossierNewer, DossierUnreadable
from models.errors import FileUnreadable
from tests.exporters import docx_files
from tests.exporters.dossier_checks import GOOD, PLACES, faults, filed, reckoned, record_of, row_of
from tests.exporters.dossier_files import made, reworked


def test_the_places_worked_on_are_all_files_of_the_dossier(whole_dossier: Path) -> None:
    found = [str(file.name) for place in PLACES for file in whole_dossier.glob(f"*{place}")]

    assert sorted(found) == filed(whole_dossier)


def test_what_was_just_made_is_intact(whole_dossier: Path, packed_dossier: Path) -> None:
    for path in (whole_dossier, packed_dossier):
        report = verify(path)

        assert report.intact
        assert report.faults == ()
        assert {one.state for one in report.files} == {FileState.INTACT}
        assert len(report.files) == len(filed(whole_dossier))
        assert report.manifest is not None
        assert report.manifest.complete


def _flip(place: float) -> Callable[[Path], None]:
    def work(file: Path) -> None:
        content = bytearray(file.read_bytes())
        content[int(place * (len(content) - 1))] ^= 1
        file.write_bytes(content)

    return work


def _write(change: Callable[[bytes], bytes]) -> Callable[[Path], None]:
    def work(file: Path) -> None:
        file.write_bytes(change(file.read_bytes()))

    return work


WORK: dict[str, Callable[[Path], None]] = {
    "first bit": _flip(0),
    "middle bit": _flip(0.5),
    "last bit": _flip(1),
    "truncated": _write(lambda content: content[:-1]),
    "half": _write(lambda content: content[: len(content) // 2]),
    "empty": _write(lambda _: b""),
    "appended": _write(lambda content: content + b"\n"),
    "replaced": _write(lambda _: b"something else"),
    "zeros": _write(lambda content: bytes(len(content))),
}


@pytest.mark.parametrize("work", WORK)
@pytest.mark.parametrize("place", PLACES)
def test_work_on_any_file_is_found_by_its_name(place: str, work: str, dossier: Path) -> None:
    (file,) = dossier.glob(f"*{place}")
    before = file.read_bytes()
    WORK[work](file)
    assert file.read_bytes() != before

    found = faults(dossier)

    assert file.name in found
    if file.name not in {MANIFEST, TABLE}:
        assert set(found) == {file.name}


@settings(
    max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(data=st.data())
def test_any_change_of_any_byte_is_found(data: st.DataObject, dossier: Path) -> None:
    file = data.draw(st.sampled_from(sorted(dossier.iterdir())))
    before = file.read_bytes()
    content = bytearray(before)
    place = data.draw(st.integers(0, len(content) - 1))
    match data.draw(st.sampled_from(["change", "drop", "add"])):
        case "change":
            content[place] ^= data.draw(st.integers(1, 255))
        case "drop":
            del content[place]
        case _:
            content.insert(place, data.draw(st.integers(0, 255)))
    file.write_bytes(content)
    try:
        with suppress(DossierNewer):  # the version itself was changed
            assert file.name in faults(dossier)
    finally:
        file.write_bytes(before)
    assert verify(dossier).intact


@pytest.mark.parametrize("place", PLACES)
def test_a_missing_file_is_found(place: str, dossier: Path) -> None:
    (file,) = dossier.glob(f"*{place}")
    file.unlink()

    assert faults(dossier) == {file.name: FileState.MISSING}


@pytest.mark.parametrize("place", PLACES)
def test_a_renamed_file_is_found(place: str, dossier: Path) -> None:
    (file,) = dossier.glob(f"*{place}")
    file.rename(dossier / f"x{file.name}")

    found = faults(dossier)

    assert found[file.name] is FileState.MISSING
    if file.name != MANIFEST:  # without it, what was added cannot be told
        assert found[f"x{file.name}"] is FileState.ADDED


@pytest.mark.parametrize("name", ["new.docx", ".hidden", "Thumbs.db", "会议记录.docx", "x/"])
def test_an_added_file_is_found(name: str, dossier: Path) -> None:
    if name.endswith("/"):
        (dossier / name).mkdir()
    else:
        (dossier / name).write_bytes(b"x")

    assert faults(dossier) == {name: FileState.ADDED}


@pytest.mark.parametrize("suffix", ["docx", "pdf"])
def test_two_swapped_files_are_found(suffix: str, dossier: Path) -> None:
    one = next(dossier.glob(f"*_会议记录_*.{suffix}"))
    other = next(dossier.glob(f"*_参考情况说明_*.{suffix}"))
    place = dossier / "x"
    one.rename(place)
    other.rename(one)
    place.rename(other)

    found = faults(dossier)

    state = FileState.EDITED if suffix == "docx" else FileState.CHANGED
    assert found == {one.name: state, other.name: state}


def test_two_dossiers_cannot_exchange_papers(dossier: Path, tmp_path: Path) -> None:
    other = made(tmp_path / "other", made_at=datetime(2026, 1, 3, tzinfo=UTC)).path
    name = next(dossier.glob("*会议记录*.pdf")).name
    shutil.copy(other / name, dossier / name)

    assert faults(dossier) == {name: FileState.CHANGED}


def test_a_paper_saved_again_is_told_from_one_edited(dossier: Path) -> None:
    file = record_of(dossier)
    file.write_bytes(docx_files.packed(docx_files.parts(file.read_bytes())))

    assert faults(dossier) == {file.name: FileState.RESAVED}

    file.write_bytes(
        reworked(file.read_bytes(), docx_files.DOCUMENT, "10处".encode(), "11处".encode())
    )
    assert faults(dossier) == {file.name: FileState.EDITED}


def test_an_edit_with_the_digest_reckoned_anew_is_found_in_the_dossier(dossier: Path) -> None:
    """By itself the file would pass: anyone can reckon a digest."""
    file = record_of(dossier)
    content = reworked(file.read_bytes(), docx_files.DOCUMENT, "10处".encode(), "11处".encode())
    check = check_docx(io.BytesIO(content))
    assert check.seal is not None
    for then, now in (
        (check.seal.digest.text, check.digest.text),
        (check.seal.digest.body, check.digest.body),
    ):
        content = reworked(content, "docProps/custom.xml", then.encode(), now.encode())
    file.write_bytes(content)
    alone = dossier.parent / "alone.docx"
    alone.write_bytes(content)

    assert verify(alone).intact
    assert faults(dossier) == {file.name: FileState.EDITED}


def test_work_on_a_head_says_where(dossier: Path) -> None:
    file = record_of(dossier)
    file.write_bytes(reworked(file.read_bytes(), docx_files.HEADER, "河澜".encode(), b"x"))

    (found,) = verify(dossier).faults

    assert (found.state, found.reason) == (FileState.EDITED, "furniture")


def test_a_damaged_paper_is_unreadable(dossier: Path) -> None:
    file = record_of(dossier)
    file.write_bytes(file.read_bytes()[:3000])

    (found,) = verify(dossier).faults

    assert (found.state, found.reason) == (FileState.UNREADABLE, "zip_broken")


@pytest.mark.foreign
def test_a_paper_saved_by_libreoffice_is_not_called_edited(dossier: Path, tmp_path: Path) -> None:
    soffice = shutil.which("soffice")
    if soffice is None:
        pytest.skip("soffice is not installed")
    file = record_of(dossier)
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    subprocess.run(
        [soffice, profile, "--headless", "--convert-to", "docx", "--outdir", str(tmp_path), file],
        check=True,
        capture_output=True,
        timeout=600,
    )
    shutil.copy(tmp_path / file.name, file)

    assert faults(dossier) == {file.name: FileState.RESAVED}


# One file


def test_a_file_is_checked_by_the_manifest_beside_it(dossier: Path) -> None:
    paper = next(dossier.glob("*_会议记录_*.pdf"))
    other = next(dossier.glob("*_参考情况说明_*.pdf"))
    other.write_bytes(b"changed")

    assert verify(paper).intact
    assert faults(other) == {other.name: FileState.CHANGED}
    assert not verify(dossier).intact


def test_a_file_beside_tampered_manifests_is_not_called_intact(dossier: Path) -> None:
    (dossier / TABLE).write_bytes(b"x")

    assert not verify(next(dossier.glob("*_会议记录_*.pdf"))).intact


def test_a_docx_by_itself_is_checked_by_its_own_digest(whole_dossier: Path, tmp_path: Path) -> None:
    content = record_of(whole_dossier).read_bytes()
    same, again, changed, none = (tmp_path / f"{name}.docx" for name in "abcd")
    same.write_bytes(content)
    again.write_bytes(docx_files.packed(docx_files.parts(content)))
    changed.write_bytes(reworked(content, docx_files.DOCUMENT, "10处".encode(), b"9"))
    bare = docx_files.parts(content)
    del bare["docProps/custom.xml"]
    none.write_bytes(docx_files.packed(bare))

    assert [verify(file).files[0].state for file in (same, again, changed, none)] == [
        FileState.SAME_TEXT,
        FileState.SAME_TEXT,
        FileState.EDITED,
        FileState.UNCHECKED,
    ]
    assert [verify(file).intact for file in (same, again, changed, none)] == [
        True,
        True,
        False,
        False,
    ]


def test_a_pdf_by_itself_says_that_it_needs_its_dossier(
    whole_dossier: Path, tmp_path: Path
) -> None:
    alone = tmp_path / "a.pdf"
    shutil.copy(next(whole_dossier.glob("*_会议记录_*.pdf")), alone)

    (found,) = verify(alone).files

    assert (found.state, found.reason) == (FileState.UNCHECKED, "alone")


def test_a_foreign_manifest_beside_a_paper_is_none_of_ours(
    whole_dossier: Path, tmp_path: Path
) -> None:
    (tmp_path / MANIFEST).write_text('{"name": "web app"}')
    shutil.copy(record_of(whole_dossier), tmp_path / "a.docx")

    assert verify(tmp_path / "a.docx").files[0].state is FileState.SAME_TEXT


@pytest.mark.parametrize("name", ["none", "empty.zip", "folder"])
def test_what_is_no_dossier_is_refused(name: str, tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    with zipfile.ZipFile(tmp_path / "empty.zip", "w"):
        pass

    with pytest.raises((FileUnreadable, DossierUnreadable)):
        verify(tmp_path / name)


@pytest.mark.skipif(os.name == "nt", reason="no pipes with names")
def test_a_pipe_is_not_waited_for(dossier: Path, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.pdf")
    with pytest.raises(FileUnreadable):
        verify(tmp_path / "pipe.pdf")

    paper = next(dossier.glob("*_会议记录_*.pdf"))
    paper.unlink()
    os.mkfifo(paper)
    assert faults(dossier) == {paper.name: FileState.UNREADABLE}


def test_checking_can_be_cancelled(whole_dossier: Path) -> None:
    cancel = CancelToken()
    cancel.cancel()

    with pytest.raises(Cancelled):
        verify(whole_dossier, cancel=cancel)


def test_checking_writes_nothing(dossier: Path) -> None:
    before = {file: file.stat().st_mtime_ns for file in [dossier, *dossier.iterdir()]}

    verify(dossier)

    assert {file: file.stat().st_mtime_ns for file in [dossier, *dossier.iterdir()]} == before


# Names on other disks


def test_names_in_another_unicode_form_are_the_same(tmp_path: Path) -> None:
    """As a Mac's disk gives them back."""
    row = row_of("\u00e9\uac00.pdf", sha256=hashlib.sha256(b"x").hexdigest())
    manifest = json.dumps(GOOD | {"files": [row], "content_sha256": reckoned([row])}).encode()
    (tmp_path / MANIFEST).write_bytes(manifest)
    (tmp_path / TABLE).write_bytes(table_of(manifest))
    (tmp_path / unicodedata.normalize("NFD", str(row["name"]))).write_bytes(b"x")

    assert verify(tmp_path).intact


def test_names_in_another_case_are_the_same(dossier: Path) -> None:
    for file in list(dossier.iterdir()):
        file.rename(dossier / file.name.upper())

    assert verify(dossier).intact


def test_two_files_that_another_disk_would_take_for_one_are_found(dossier: Path) -> None:
    file = next(dossier.glob("*_会议记录_*.pdf"))
    (dossier / file.name.replace(".pdf", ".PDF")).write_bytes(b"forged")

    assert faults(dossier)


def test_keys_do_not_depend_on_form_or_case() -> None:
    assert key_of("É.PDF") == key_of("e\u0301.pdf")
    assert key_of("a") != key_of("b")


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
def test_links_are_not_followed(dossier: Path, tmp_path: Path) -> None:
    file = next(dossier.glob("*_会议记录_*.pdf"))
    elsewhere = tmp_path / "elsewhere"
    shutil.move(file, elsewhere)
    file.symlink_to(elsewhere)
    (dossier / "link").symlink_to("/")

    found = {one.name: (one.state, one.reason) for one in verify(dossier).faults}

    assert found == {
        file.name: (FileState.UNREADABLE, "link"),
        "link": (FileState.ADDED, "link"),
    }


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
@pytest.mark.parametrize("name", [MANIFEST, TABLE])
def test_a_manifest_that_is_a_link_is_not_read(name: str, dossier: Path, tmp_path: Path) -> None:
    shutil.move(dossier / name, tmp_path / name)
    (dossier / name).symlink_to(tmp_path / name)

    assert faults(dossier) == {name: FileState.UNREADABLE}


@pytest.mark.skipif(os.name == "nt", reason="such names cannot be made there")
def test_names_that_are_no_text_are_told(dossier: Path) -> None:
    (Path(os.fsdecode(os.fsencode(dossier) + b"/\xff\xfe"))).write_bytes(b"x")

    assert list(faults(dossier).values()) == [FileState.ADDED]


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may read anything")
def test_a_file_that_may_not_be_read_is_told(dossier: Path) -> None:
    file = next(dossier.glob("*.pdf"))
    file.chmod(0)

    assert faults(dossier) == {file.name: FileState.UNREADABLE}


def test_checking_loads_neither_database_nor_writers() -> None:
    code = "import sys, ui.verify_command; print(sorted(sys.modules))"
    loaded = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )

    for name in ("sqlalchemy", "reportlab", "docx", "PySide6", "models.database"):
        assert f"'{name}'" not in loaded.stdout
    assert "exporters.dossier.verify" in loaded.stdout
