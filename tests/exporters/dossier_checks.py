"""Checking dossiers in tests: what is not as it was made, and manifests made by hand."""

from collections.abc import Iterable, Mapping
from pathlib import Path

from exporters.dossier.manifest import MANIFEST, TABLE
from exporters.dossier.verify import FileState, verify
from exporters.dossier.volume import FiledFile, content_digest
from exporters.registry import KINDS, kinds_due
from tests.exporters.dossier_files import whole_papers

PAPERS = [*(KINDS[kind].short_name for kind in kinds_due(whole_papers())), "归档目录", "卷内备考表"]

PLACES = [
    *(f"{name}_*{suffix}" for name in PAPERS for suffix in (".docx", ".pdf")),
    *("附件1_*", "附件2_*", "会议数据_*", MANIFEST, TABLE),
]
"""Patterns of the files of a whole dossier."""

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
"""The least manifest that is read."""


def faults(path: Path) -> dict[str, FileState]:
    """Return what is not as it was made, by name."""
    return {one.name: one.state for one in verify(path).faults}


def filed(dossier: Path) -> list[str]:
    """Return the names of all files of a dossier."""
    return sorted(file.name for file in dossier.iterdir())


def record_of(dossier: Path) -> Path:
    """Return the record of a dossier as DOCX."""
    return next(dossier.glob("*_会议记录_*.docx"))


def reckoned(rows: Iterable[Mapping[str, object]]) -> str:
    """Return the digest that a manifest of these files has to tell."""
    return content_digest(
        FiledFile(str(row["name"]), "", "", "", 0, str(row["sha256"])) for row in rows
    )


def row_of(name: str, **changes: object) -> dict[str, object]:
    """Return what a manifest says of a file."""
    return {
        "name": name,
        "kind": "record",
        "title": "",
        "media_type": "",
        "size": 1,
        "sha256": "0" * 64,
    } | changes
