"""A dossier as a ZIP from anywhere: packed anew, damaged, a trap, with names in old encodings."""

import hashlib
import io
import json
import stat
import struct
import tracemalloc
import zipfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from exporters.dossier import reading
from exporters.dossier.manifest import MANIFEST, TABLE, table_of
from exporters.dossier.verify import FileState, verify
from models.archive_errors import DossierNewer, DossierUnreadable
from models.errors import FileUnreadable
from tests.exporters import docx_files
from tests.exporters.dossier_checks import GOOD, PLACES, faults, reckoned, record_of, row_of
from tests.exporters.dossier_files import STORED

Parts = list[tuple[zipfile.ZipInfo | str, bytes]]


def _parts(packed_dossier: Path) -> list[tuple[str, bytes]]:
    with zipfile.ZipFile(packed_dossier) as archive:
        return [(name, archive.read(name)) for name in archive.namelist()]


def _zip(file: Path, parts: Parts) -> Path:
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts:
            archive.writestr(name, content)
    return file


def test_a_zip_packed_anew_by_others_is_intact(packed_dossier: Path, tmp_path: Path) -> None:
    parts = _parts(packed_dossier)
    folder = parts[0][0].partition("/")[0]
    bare: Parts = [(name.partition("/")[2], content) for name, content in parts]
    with_folder: Parts = [(f"{folder}/", b""), *parts]

    assert verify(_zip(tmp_path / "flat.zip", bare)).intact
    assert verify(_zip(tmp_path / "folder.zip", with_folder)).intact


@pytest.mark.parametrize("index", range(len(PLACES)))
def test_work_on_any_file_of_a_zip_is_found(
    index: int, packed_dossier: Path, tmp_path: Path
) -> None:
    parts = _parts(packed_dossier)
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
    name: str, reason: str, packed_dossier: Path, tmp_path: Path
) -> None:
    parts: Parts = [*_parts(packed_dossier)]
    folder = packed_dossier.stem
    parts.append((name.format(folder=folder), b"x"))

    (found,) = verify(_zip(tmp_path / "x.zip", parts)).faults

    assert (found.state, found.reason) == (FileState.ADDED, reason)
    assert [one.name for one in tmp_path.iterdir()] == ["x.zip"]


@pytest.mark.filterwarnings("ignore:Duplicate name")
@pytest.mark.parametrize("place", [0, 5])
def test_a_name_that_is_there_twice_is_found(
    place: int, packed_dossier: Path, tmp_path: Path
) -> None:
    parts: Parts = [*_parts(packed_dossier)]
    parts.append((parts[place][0], b"forged"))

    found = verify(_zip(tmp_path / "x.zip", parts)).faults

    assert [(one.state, one.reason) for one in found] == [(FileState.ADDED, "zip_twice")]


def test_a_link_in_a_zip_is_not_followed(packed_dossier: Path, tmp_path: Path) -> None:
    parts: Parts = [*_parts(packed_dossier)]
    name = str(parts[5][0])
    link = zipfile.ZipInfo(name)
    link.create_system = 3
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    parts[5] = (link, b"/etc/passwd")

    (found,) = verify(_zip(tmp_path / "x.zip", parts)).faults

    assert (found.state, found.reason) == (FileState.UNREADABLE, "link")


def test_bombs_stay_packed(packed_dossier: Path, tmp_path: Path) -> None:
    """One in the place of a paper, one as the manifest, one beside: nothing of it is inflated."""
    parts: Parts = [*_parts(packed_dossier)]
    bomb = bytes(80_000_000)
    names = [str(name) for name, _ in parts]
    paper = next(place for place, name in enumerate(names) if name.endswith(".pdf"))
    traps = {
        "paper": [*parts[:paper], (parts[paper][0], bomb), *parts[paper + 1 :]],
        "beside": [*parts, (f"{packed_dossier.stem}/bomb", bomb)],
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


def test_a_size_that_lies_is_found(packed_dossier: Path, tmp_path: Path) -> None:
    """The central directory tells a smaller size than the data has."""
    content = bytearray(packed_dossier.read_bytes())
    with zipfile.ZipFile(packed_dossier) as archive:
        info = archive.infolist()[4]
    name = info.filename.encode()
    start = content.index(b"PK\x01\x02")
    place = content.index(name, start) - 46
    content[place + 24 : place + 28] = struct.pack("<I", 5)
    (tmp_path / "x.zip").write_bytes(content)

    assert not verify(tmp_path / "x.zip").intact


@pytest.mark.parametrize("part", [0.1, 0.5, 0.99])
def test_a_zip_that_was_cut_off_is_refused(
    part: float, packed_dossier: Path, tmp_path: Path
) -> None:
    content = packed_dossier.read_bytes()
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
def test_a_docx_packed_as_none_is_refused(method: int, whole_dossier: Path, tmp_path: Path) -> None:
    file = tmp_path / "x.docx"
    with zipfile.ZipFile(file, "w", method) as target:
        for name, part in docx_files.parts(next(whole_dossier.glob("*.docx")).read_bytes()).items():
            target.writestr(name, part)

    (found,) = verify(file).files

    assert (found.state, found.reason) == (FileState.UNREADABLE, "zip_broken")


def test_names_in_gbk_are_understood(packed_dossier: Path, tmp_path: Path) -> None:
    """As old programs for Chinese systems pack: GBK, and nothing says so."""
    file = _zip(tmp_path / "x.zip", [*_parts(packed_dossier)])
    content = file.read_bytes()
    with zipfile.ZipFile(file) as archive:
        names = [info.filename for info in archive.infolist()]
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for number, (_, part) in enumerate(_parts(packed_dossier)):
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
    row = row_of(f"{letter}.pdf", sha256=hashlib.sha256(b"x").hexdigest())
    manifest = json.dumps(GOOD | {"files": [row], "content_sha256": reckoned([row])}).encode()
    raw = letter.encode("gb18030")
    parts: Parts = [("xx.pdf", b"x"), (MANIFEST, manifest), (TABLE, table_of(manifest))]
    file = _zip(tmp_path / "x.zip", parts)
    file.write_bytes(file.read_bytes().replace(b"xx.pdf", raw + b".pdf"))

    assert verify(file).intact


def test_a_docx_with_a_manifest_in_it_is_a_docx(whole_dossier: Path, tmp_path: Path) -> None:
    parts = docx_files.parts(record_of(whole_dossier).read_bytes()) | {MANIFEST: b"{}"}
    (tmp_path / "a.docx").write_bytes(docx_files.packed(parts))

    assert verify(tmp_path / "a.docx").files[0].state is FileState.SAME_TEXT


def test_too_many_entries_are_not_looked_at(
    dossier: Path, packed_dossier: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "MOST_ENTRIES", 3)

    for path in (dossier, packed_dossier):
        with pytest.raises(DossierUnreadable) as refused:
            verify(path)
        assert refused.value.reason == "too_many_files"
