"""The manifests of a dossier: edited, forged, hostile, of another version."""

import hashlib
import json
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from exporters.dossier.manifest import MANIFEST, TABLE, table_of
from exporters.dossier.manifest_reading import (
    MOST_BYTES,
    ManifestBroken,
    ManifestNewer,
    is_plain_name,
    read_manifest,
)
from exporters.dossier.verify import verify
from models.archive_errors import DossierNewer
from tests.exporters.dossier_checks import GOOD, faults, reckoned, record_of, row_of
from tests.exporters.dossier_files import STORED

DIGEST_OF_STORED = "dba9119417dfb096b1fd276934becedad6a2a011ba5da40bde3b961729ca0194"


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
    dropped = record_of(dossier).name

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
        told["content_sha256"] = reckoned(_rows(told))

    _edit(dossier, forge, table=True)

    report = verify(dossier)
    assert report.intact
    assert report.digest != before


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


_CHANGES: list[tuple[dict[str, object], str]] = [
    ({"version": True}, "manifest_form"),
    ({"version": "1"}, "manifest_form"),
    ({"version": 0}, "manifest_form"),
    ({"files": None}, "manifest_form"),
    ({"files": ["x"]}, "manifest_form"),
    ({"files": [row_of("a", size=-1)]}, "manifest_form"),
    ({"files": [row_of("a", size=1.5)]}, "manifest_form"),
    ({"files": [row_of("a", sha256="0" * 63)]}, "manifest_form"),
    ({"files": [row_of("a", text={"form": 1})]}, "manifest_form"),
    ({"files": [row_of("\ud800")]}, "manifest_form"),
    ({"files": [row_of("../a")]}, "manifest_names"),
    ({"files": [row_of("/etc/passwd")]}, "manifest_names"),
    ({"files": [row_of("..")]}, "manifest_names"),
    ({"files": [row_of("a\\b")]}, "manifest_names"),
    ({"files": [row_of("C:x")]}, "manifest_names"),
    ({"files": [row_of("a\0")]}, "manifest_names"),
    ({"files": [row_of("a\u202eb")]}, "manifest_names"),
    ({"files": [row_of("a"), row_of("A")]}, "manifest_names"),
    ({"files": [row_of("é"), row_of("e\u0301")]}, "manifest_names"),
    ({"files": [row_of("Manifest.JSON")]}, "manifest_names"),
    ({"files": [row_of("a")]}, "manifest_digest"),
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
    told = GOOD | {"files": rows, "content_sha256": reckoned(rows)}
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
