"""Checking a dossier: whatever is done to any file of it is found, and no trap goes off."""

import hashlib
import io
import json
import os
import shutil
import stat
import struct
import subprocess
import sys
import tracemalloc
import unicodedata
import zipfile
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from exporters.docx_seal import check_docx
from exporters.dossier import reading
from exporters.dossier.manifest import MANIFEST, TABLE, table_of
from exporters.dossier.manifest_reading import (
    MOST_BYTES,
    ManifestBroken,
    ManifestNewer,
    is_plain_name,
    key_of,
    read_manifest,
)
from exporters.dossier.verify import FileState, verify
from exporters.dossier.volume import FiledFile, content_digest
from exporters.progress import Cancelled, CancelToken
from exporters.registry import KINDS, kinds_due
from models.archive_errors import DossierNewer, DossierUnreadable
from models.errors import FileUnreadable
from tests.exporters import docx_files
from tests.exporters.dossier_files import STORED, made, reworked, whole_papers

DIGEST_OF_STORED = "dba9119417dfb096b1fd276934becedad6a2a011ba5da40bde3b961729ca0194"


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a whole dossier, not to be changed."""
    return made(tmp_path_factory.mktemp("out")).path


@pytest.fixture(scope="module")
def packed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the same as a ZIP, not to be changed."""
    return made(tmp_path_factory.mktemp("out"), zipped=True).path


@pytest.fixture
def dossier(whole: Path, tmp_path: Path) -> Path:
    """Give a copy of the dossier to work on."""
    return Path(shutil.copytree(whole, tmp_path / whole.name))


def faults(path: Path) -> dict[str, FileState]:
    """Return what is not as it was made, by name."""
    return {one.name: one.state for one in verify(path).faults}


def filed(dossier: Path) -> list[str]:
    """Return the names of all files of a dossier."""
    return sorted(file.name for file in dossier.iterdir())


PAPERS = [*(KINDS[kind].short_name for kind in kinds_due(whole_papers())), "归档目录", "卷内备考表"]
PLACES = [
    *(f"{name}_*{suffix}" for name in PAPERS for suffix in (".docx", ".pdf")),
    *("附件1_*", "附件2_*", "会议数据_*", MANIFEST, TABLE),
]


def test_the_places_worked_on_are_all_files_of_the_dossier(whole: Path) -> None:
    found = [str(file.name) for place in PLACES for file in whole.glob(f"*{place}")]

    assert sorted(found) == filed(whole)


def test_what_was_just_made_is_intact(whole: Path, packed: Path) -> None:
    for path in (whole, packed):
        report = verify(path)

        assert report.intact
        assert report.faults == ()
        assert {one.state for one in report.files} == {FileState.INTACT}
        assert len(report.files) == len(filed(whole))
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


# DOCX: saved again, or edited


def _docx(dossier: Path) -> Path:
    return next(dossier.glob("*_会议记录_*.docx"))


def test_a_paper_saved_again_is_told_from_one_edited(dossier: Path) -> None:
    file = _docx(dossier)
    file.write_bytes(docx_files.packed(docx_files.parts(file.read_bytes())))

    assert faults(dossier) == {file.name: FileState.RESAVED}

    file.write_bytes(
        reworked(file.read_bytes(), docx_files.DOCUMENT, "10处".encode(), "11处".encode())
    )
    assert faults(dossier) == {file.name: FileState.EDITED}


def test_an_edit_with_the_digest_reckoned_anew_is_found_in_the_dossier(dossier: Path) -> None:
    """By itself the file would pass: anyone can reckon a digest."""
    file = _docx(dossier)
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
    file = _docx(dossier)
    file.write_bytes(reworked(file.read_bytes(), docx_files.HEADER, "河澜".encode(), b"x"))

    (found,) = verify(dossier).faults

    assert (found.state, found.reason) == (FileState.EDITED, "furniture")


def test_a_damaged_paper_is_unreadable(dossier: Path) -> None:
    file = _docx(dossier)
    file.write_bytes(file.read_bytes()[:3000])

    (found,) = verify(dossier).faults

    assert (found.state, found.reason) == (FileState.UNREADABLE, "zip_broken")


@pytest.mark.foreign
def test_a_paper_saved_by_libreoffice_is_not_called_edited(dossier: Path, tmp_path: Path) -> None:
    soffice = shutil.which("soffice")
    if soffice is None:
        pytest.skip("soffice is not installed")
    file = _docx(dossier)
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    subprocess.run(
        [soffice, profile, "--headless", "--convert-to", "docx", "--outdir", str(tmp_path), file],
        check=True,
        capture_output=True,
        timeout=120,
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


def test_a_docx_by_itself_is_checked_by_its_own_digest(whole: Path, tmp_path: Path) -> None:
    content = _docx(whole).read_bytes()
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


def test_a_pdf_by_itself_says_that_it_needs_its_dossier(whole: Path, tmp_path: Path) -> None:
    alone = tmp_path / "a.pdf"
    shutil.copy(next(whole.glob("*_会议记录_*.pdf")), alone)

    (found,) = verify(alone).files

    assert (found.state, found.reason) == (FileState.UNCHECKED, "alone")


def test_a_foreign_manifest_beside_a_paper_is_none_of_ours(whole: Path, tmp_path: Path) -> None:
    (tmp_path / MANIFEST).write_text('{"name": "web app"}')
    shutil.copy(_docx(whole), tmp_path / "a.docx")

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


def test_checking_can_be_cancelled(whole: Path) -> None:
    cancel = CancelToken()
    cancel.cancel()

    with pytest.raises(Cancelled):
        verify(whole, cancel=cancel)


def test_checking_writes_nothing(dossier: Path) -> None:
    before = {file: file.stat().st_mtime_ns for file in [dossier, *dossier.iterdir()]}

    verify(dossier)

    assert {file: file.stat().st_mtime_ns for file in [dossier, *dossier.iterdir()]} == before


# Manifests


def _edit(dossier: Path, change: Callable[[dict[str, object]], object], *, table: bool) -> None:
    """Change manifest.json; with ``table``, make manifest.csv anew as a forger would."""
    document = json.loads((dossier / MANIFEST).read_text(encoding="utf-8"))
    change(document)
    content = json.dumps(document, ensure_ascii=False, indent=1).encode()
    (dossier / MANIFEST).write_bytes(content)
    if table:
        (dossier / TABLE).write_bytes(table_of(content))


@pytest.mark.parametrize("key", ["made_at", "complete", "missing", "program", "content_sha256"])
def test_an_edited_head_of_the_manifest_is_found(key: str, dossier: Path) -> None:
    _edit(dossier, lambda told: told.update({key: True if key == "complete" else "x"}), table=False)
    if key == "complete":
        _edit(dossier, lambda told: told.update(complete=False), table=False)

    assert MANIFEST in faults(dossier)


def _rows(told: dict[str, object]) -> list[dict[str, object]]:
    rows: list[dict[str, object]] = told["files"]  # type: ignore[assignment] # JSON
    return rows


def test_a_row_dropped_from_both_manifests_leaves_its_file_over(dossier: Path) -> None:
    dropped = _docx(dossier).name

    def drop(told: dict[str, object]) -> None:
        told["files"] = [row for row in _rows(told) if row["name"] != dropped]

    _edit(dossier, drop, table=True)

    assert MANIFEST in faults(dossier)


def test_a_forger_of_everything_is_found_by_the_digest_on_paper_alone(dossier: Path) -> None:
    """What checking cannot see, and says that it cannot."""
    before = verify(dossier).digest
    paper = next(dossier.glob("*_会议记录_*.pdf"))
    paper.write_bytes(b"forged")

    def forge(told: dict[str, object]) -> None:
        for row in _rows(told):
            if row["name"] == paper.name:
                row |= {"size": 6, "sha256": hashlib.sha256(b"forged").hexdigest()}
        told["content_sha256"] = _reckoned(_rows(told))

    _edit(dossier, forge, table=True)

    report = verify(dossier)
    assert report.intact
    assert report.digest != before


def _reckoned(rows: Iterable[Mapping[str, object]]) -> str:
    """Return the digest that a manifest of these files has to tell."""
    return content_digest(
        FiledFile(str(row["name"]), "", "", "", 0, str(row["sha256"])) for row in rows
    )


def test_a_newer_dossier_is_refused_in_words(dossier: Path) -> None:
    _edit(dossier, lambda told: told.update(version=2), table=False)

    with pytest.raises(DossierNewer) as refused:
        verify(dossier)
    assert refused.value.version == 2


def test_a_dossier_of_the_first_version_is_still_checked() -> None:
    report = verify(STORED / "version-1.zip")

    assert report.intact
    assert report.digest == DIGEST_OF_STORED
    assert report.manifest is not None
    assert len(report.files) == len(report.manifest.files) + 2 == 9
    assert all(file.sm3 for file in report.manifest.files)


GOOD: dict[str, object] = {
    "format": "lianxi-dossier",
    "version": 1,
    "program": {"name": "Lianxi", "version": "1"},
    "made_at": "2026-01-01T00:00:00+08:00",
    "meeting": {"number": "n", "title": "t"},
    "archive": {"code": "c"},
    "complete": True,
    "files": [],
    "content_sha256": content_digest(()),
}


def _row(name: str, **changes: object) -> dict[str, object]:
    return {
        "name": name,
        "kind": "record",
        "title": "",
        "media_type": "",
        "size": 1,
        "sha256": "0" * 64,
    } | changes


_CHANGES: list[tuple[dict[str, object], str]] = [
    ({"version": True}, "manifest_form"),
    ({"version": "1"}, "manifest_form"),
    ({"version": 0}, "manifest_form"),
    ({"files": None}, "manifest_form"),
    ({"files": ["x"]}, "manifest_form"),
    ({"files": [_row("a", size=-1)]}, "manifest_form"),
    ({"files": [_row("a", size=1.5)]}, "manifest_form"),
    ({"files": [_row("a", sha256="0" * 63)]}, "manifest_form"),
    ({"files": [_row("a", text={"form": 1})]}, "manifest_form"),
    ({"files": [_row("\ud800")]}, "manifest_form"),
    ({"files": [_row("../a")]}, "manifest_names"),
    ({"files": [_row("/etc/passwd")]}, "manifest_names"),
    ({"files": [_row("..")]}, "manifest_names"),
    ({"files": [_row("a\\b")]}, "manifest_names"),
    ({"files": [_row("C:x")]}, "manifest_names"),
    ({"files": [_row("a\0")]}, "manifest_names"),
    ({"files": [_row("a\u202eb")]}, "manifest_names"),
    ({"files": [_row("a"), _row("A")]}, "manifest_names"),
    ({"files": [_row("é"), _row("e\u0301")]}, "manifest_names"),
    ({"files": [_row("Manifest.JSON")]}, "manifest_names"),
    ({"files": [_row("a")]}, "manifest_digest"),
    ({"complete": 1}, "manifest_form"),
    ({"meeting": None}, "manifest_form"),
]


def test_the_least_manifest_is_read() -> None:
    assert read_manifest(json.dumps(GOOD).encode()).files == ()


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "not_json"),
        (b"\xff\xfe{}", "not_utf8"),
        (json.dumps(GOOD).encode("utf-16"), "not_utf8"),
        (b"[]", "manifest_form"),
        (b"{}", "not_a_manifest"),
        (b"[" * 100_000, "not_json"),
        (b'{"format": "lianxi-dossier", "version": ' + b"9" * 10_000 + b"}", "not_json"),
        (b'{"format": "x", "format": "lianxi-dossier"}', "manifest_form"),
        (b" " * (MOST_BYTES + 1), "manifest_too_large"),
        *((json.dumps(GOOD | changes).encode(), reason) for changes, reason in _CHANGES),
    ],
)
def test_a_hostile_manifest_is_refused(content: bytes, reason: str) -> None:
    with pytest.raises(ManifestBroken) as refused:
        read_manifest(content)

    assert refused.value.reason == reason


@settings(max_examples=300, deadline=None)
@given(data=st.data())
def test_any_manifest_is_read_or_refused_and_its_table_can_be_made(data: st.DataObject) -> None:
    rows = data.draw(
        st.lists(
            st.fixed_dictionaries(
                {
                    "name": st.text(min_size=1, max_size=9),
                    "kind": st.text(max_size=5),
                    "title": st.text(max_size=20),
                    "media_type": st.text(max_size=5),
                    "size": st.integers(0, 9),
                    "sha256": st.sampled_from(["0" * 64, "f" * 64]),
                },
                optional={"sm3": st.just("a" * 64), "pages": st.integers(-1, 9)},
            ),
            max_size=3,
        )
    )
    told = GOOD | {"files": rows, "content_sha256": _reckoned(rows)}
    content = json.dumps(told).encode()
    try:
        manifest = read_manifest(content)
    except ManifestBroken:
        return
    table_of(content)
    assert all(is_plain_name(file.name) for file in manifest.files)


@settings(max_examples=200, deadline=None)
@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(max_size=5),
        lambda inner: (
            st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from([*GOOD]), inner)
        ),
        max_leaves=8,
    )
)
def test_any_json_at_all_is_refused_with_a_reason(value: object) -> None:
    told = GOOD | value if isinstance(value, dict) else value
    with suppress(ManifestBroken, ManifestNewer):  # nothing else is raised
        read_manifest(json.dumps(told).encode())


# Names on other disks


def test_names_in_another_unicode_form_are_the_same(tmp_path: Path) -> None:
    """As a Mac's disk gives them back."""
    row = _row("\u00e9\uac00.pdf", sha256=hashlib.sha256(b"x").hexdigest())
    manifest = json.dumps(GOOD | {"files": [row], "content_sha256": _reckoned([row])}).encode()
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


# ZIP


Parts = list[tuple[zipfile.ZipInfo | str, bytes]]


def _parts(packed: Path) -> list[tuple[str, bytes]]:
    with zipfile.ZipFile(packed) as archive:
        return [(name, archive.read(name)) for name in archive.namelist()]


def _zip(file: Path, parts: Parts) -> Path:
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts:
            archive.writestr(name, content)
    return file


def test_a_zip_packed_anew_by_others_is_intact(packed: Path, tmp_path: Path) -> None:
    parts = _parts(packed)
    folder = parts[0][0].partition("/")[0]
    bare: Parts = [(name.partition("/")[2], content) for name, content in parts]
    with_folder: Parts = [(f"{folder}/", b""), *parts]

    assert verify(_zip(tmp_path / "flat.zip", bare)).intact
    assert verify(_zip(tmp_path / "folder.zip", with_folder)).intact


@pytest.mark.parametrize("index", range(len(PLACES)))
def test_work_on_any_file_of_a_zip_is_found(index: int, packed: Path, tmp_path: Path) -> None:
    parts = _parts(packed)
    name, content = parts[index]
    short = name.partition("/")[2]
    changed: Parts = [*parts]
    changed[index] = (name, content[:-1] + bytes([content[-1] ^ 1]))
    gone: Parts = [*parts[:index], *parts[index + 1 :]]

    assert short in faults(_zip(tmp_path / "changed.zip", changed))
    assert faults(_zip(tmp_path / "gone.zip", gone)) == {short: FileState.MISSING}


@pytest.mark.filterwarnings("ignore:Duplicate name")
@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("../evil", "unsafe_name"),
        ("/etc/passwd", "unsafe_name"),
        ("{folder}/../evil", "unsafe_name"),
        ("{folder}\\..\\evil", "unsafe_name"),
        ("C:/evil", "unsafe_name"),
        ("{folder}/sub/", "not_a_file"),
        ("{folder}/sub/file", ""),
        ("elsewhere/file", ""),
        ("__MACOSX/x", ""),
    ],
)
def test_strange_names_in_a_zip_are_told_and_nothing_is_unpacked(
    name: str, reason: str, packed: Path, tmp_path: Path
) -> None:
    parts: Parts = [*_parts(packed)]
    folder = packed.stem
    parts.append((name.format(folder=folder), b"x"))

    (found,) = verify(_zip(tmp_path / "x.zip", parts)).faults

    assert (found.state, found.reason) == (FileState.ADDED, reason)
    assert [one.name for one in tmp_path.iterdir()] == ["x.zip"]


@pytest.mark.filterwarnings("ignore:Duplicate name")
@pytest.mark.parametrize("place", [0, 5])
def test_a_name_that_is_there_twice_is_found(place: int, packed: Path, tmp_path: Path) -> None:
    parts: Parts = [*_parts(packed)]
    parts.append((parts[place][0], b"forged"))

    found = verify(_zip(tmp_path / "x.zip", parts)).faults

    assert [(one.state, one.reason) for one in found] == [(FileState.ADDED, "zip_twice")]


def test_a_link_in_a_zip_is_not_followed(packed: Path, tmp_path: Path) -> None:
    parts: Parts = [*_parts(packed)]
    name = str(parts[5][0])
    link = zipfile.ZipInfo(name)
    link.create_system = 3
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    parts[5] = (link, b"/etc/passwd")

    (found,) = verify(_zip(tmp_path / "x.zip", parts)).faults

    assert (found.state, found.reason) == (FileState.UNREADABLE, "link")


def test_bombs_stay_packed(packed: Path, tmp_path: Path) -> None:
    """One in the place of a paper, one as the manifest, one beside: nothing of it is inflated."""
    parts: Parts = [*_parts(packed)]
    bomb = bytes(80_000_000)
    names = [str(name) for name, _ in parts]
    paper = next(place for place, name in enumerate(names) if name.endswith(".pdf"))
    traps = {
        "paper": [*parts[:paper], (parts[paper][0], bomb), *parts[paper + 1 :]],
        "beside": [*parts, (f"{packed.stem}/bomb", bomb)],
        "manifest": [(name, bomb if str(name).endswith(MANIFEST) else c) for name, c in parts],
        "table": [(name, bomb if str(name).endswith(TABLE) else c) for name, c in parts],
    }
    files = [_zip(tmp_path / f"{name}.zip", trap) for name, trap in traps.items()]
    del bomb, traps, parts
    for file in files:
        tracemalloc.start()
        try:
            assert not verify(file).intact
            assert tracemalloc.get_traced_memory()[1] < 20_000_000
        finally:
            tracemalloc.stop()


def test_a_size_that_lies_is_found(packed: Path, tmp_path: Path) -> None:
    """The central directory tells a smaller size than the data has."""
    content = bytearray(packed.read_bytes())
    with zipfile.ZipFile(packed) as archive:
        info = archive.infolist()[4]
    name = info.filename.encode()
    start = content.index(b"PK\x01\x02")
    place = content.index(name, start) - 46
    content[place + 24 : place + 28] = struct.pack("<I", 5)
    (tmp_path / "x.zip").write_bytes(content)

    assert not verify(tmp_path / "x.zip").intact


@pytest.mark.parametrize("part", [0.1, 0.5, 0.99])
def test_a_zip_that_was_cut_off_is_refused(part: float, packed: Path, tmp_path: Path) -> None:
    content = packed.read_bytes()
    (tmp_path / "x.zip").write_bytes(content[: int(part * len(content))])

    with pytest.raises(DossierUnreadable) as refused:
        verify(tmp_path / "x.zip")
    assert refused.value.reason == "zip_broken"


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(data=st.data())
def test_no_damage_to_a_zip_goes_unseen_or_raises_a_bug(
    data: st.DataObject, tmp_path: Path
) -> None:
    """A byte may be changed where it means nothing, such as a time; never in what a file says."""
    content = bytearray((STORED / "version-1.zip").read_bytes())
    place = data.draw(st.integers(0, len(content) - 1))
    content[place] ^= data.draw(st.integers(1, 255))
    file = tmp_path / "x.zip"
    file.write_bytes(content)
    try:
        report = verify(file)
    except (DossierUnreadable, FileUnreadable, DossierNewer):
        return
    if report.intact and report.manifest is not None:
        with zipfile.ZipFile(file) as archive:
            assert archive.testzip() is None


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_damage_is_found_however_the_archive_was_packed(method: int, tmp_path: Path) -> None:
    file = tmp_path / "x.zip"
    with zipfile.ZipFile(STORED / "version-1.zip") as old, zipfile.ZipFile(file, "w") as new:
        for info in old.infolist():
            new.writestr(info.filename, old.read(info), method)
    assert verify(file).intact
    with zipfile.ZipFile(file) as archive:
        entries = [one for one in archive.infolist() if one.filename.endswith(".pdf")]
    content = bytearray(file.read_bytes())
    for entry in entries:
        begin = entry.header_offset + 30 + len(entry.filename.encode()) + 4
        content[begin : begin + 30] = b"\xff" * 30
    file.write_bytes(content)

    report = verify(file)

    damaged = {entry.filename.rpartition("/")[2] for entry in entries}
    assert {one.name for one in report.faults} == damaged
    assert {one.state for one in report.faults} == {FileState.UNREADABLE}


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_a_docx_packed_as_none_is_refused(method: int, whole: Path, tmp_path: Path) -> None:
    file = tmp_path / "x.docx"
    with zipfile.ZipFile(file, "w", method) as target:
        for name, part in docx_files.parts(next(whole.glob("*.docx")).read_bytes()).items():
            target.writestr(name, part)

    (found,) = verify(file).files

    assert (found.state, found.reason) == (FileState.UNREADABLE, "zip_broken")


def test_names_in_gbk_are_understood(packed: Path, tmp_path: Path) -> None:
    """As old programs for Chinese systems pack: GBK, and nothing says so."""
    file = _zip(tmp_path / "x.zip", [*_parts(packed)])
    content = file.read_bytes()
    with zipfile.ZipFile(file) as archive:
        names = [info.filename for info in archive.infolist()]
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for number, (_, part) in enumerate(_parts(packed)):
            archive.writestr(f"{number:04d}" + "x" * (len(names[number].encode("gbk")) - 4), part)
    content = stream.getvalue()
    for number, name in enumerate(names):
        raw = name.encode("gbk")
        content = content.replace(f"{number:04d}".encode() + b"x" * (len(raw) - 4), raw)
    file.write_bytes(content)

    assert verify(file).intact


def test_a_byte_of_gbk_that_looks_like_a_separator_is_none(tmp_path: Path) -> None:
    letter = next(
        mark for mark in map(chr, range(0x4E00, 0x9FFF)) if b"\\" in mark.encode("gb18030")
    )
    row = _row(f"{letter}.pdf", sha256=hashlib.sha256(b"x").hexdigest())
    manifest = json.dumps(GOOD | {"files": [row], "content_sha256": _reckoned([row])}).encode()
    raw = letter.encode("gb18030")
    parts: Parts = [("xx.pdf", b"x"), (MANIFEST, manifest), (TABLE, table_of(manifest))]
    file = _zip(tmp_path / "x.zip", parts)
    file.write_bytes(file.read_bytes().replace(b"xx.pdf", raw + b".pdf"))

    assert verify(file).intact


def test_a_docx_with_a_manifest_in_it_is_a_docx(whole: Path, tmp_path: Path) -> None:
    parts = docx_files.parts(_docx(whole).read_bytes()) | {MANIFEST: b"{}"}
    (tmp_path / "a.docx").write_bytes(docx_files.packed(parts))

    assert verify(tmp_path / "a.docx").files[0].state is FileState.SAME_TEXT


def test_too_many_entries_are_not_looked_at(
    dossier: Path, packed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "MOST_ENTRIES", 3)

    for path in (dossier, packed):
        with pytest.raises(DossierUnreadable) as refused:
            verify(path)
        assert refused.value.reason == "too_many_files"


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
