"""The manifests of a dossier: manifest.json, which is the measure, and manifest.csv for people.

The table is made from the other alone, so that it can be made again and compared, byte for byte; its
last row is the digest of manifest.json. Version 1 is the only one so far; a later one that adds a
field must keep making the tables of the earlier ones as they were.
"""

import csv
import hashlib
import io
import json
from dataclasses import dataclass
from typing import Any

from exporters.docx_text import FORM
from exporters.dossier.volume import FiledFile, content_digest
from models.archive_gaps import Missing

FORMAT = "lianxi-dossier"
VERSION = 1
"""Of the form of the manifest."""

MANIFEST, TABLE = "manifest.json", "manifest.csv"

_COLUMNS = ("name", "kind", "title", "media_type", "size", "pages", "sha256", "sm3", "text_sha256")
_FORMULA = tuple("=+-@\t\r＝＋－＠")  # a spreadsheet would reckon what begins so


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a dossier says of itself. Times are written with their offset, all texts as they are."""

    program: str
    made_at: str
    meeting_id: str
    meeting_kind: str
    meeting_state: str
    number: str
    title: str
    record_digest: str
    code: str
    period: str
    original: str
    edition: str
    missing: tuple[Missing, ...]
    files: tuple[FiledFile, ...]

    def to_json(self) -> bytes:
        """Return manifest.json."""
        document = {
            "format": FORMAT,
            "version": VERSION,
            "program": {"name": "Lianxi", "version": self.program},
            "made_at": self.made_at,
            "meeting": {
                "id": self.meeting_id,
                "kind": self.meeting_kind,
                "state": self.meeting_state,
                "number": self.number,
                "title": self.title,
                "digest": self.record_digest,
            },
            "archive": {
                "code": self.code,
                "period": self.period,
                "original": self.original,
                "edition": self.edition,
            },
            "complete": not self.missing,
            "missing": [{"kind": one.kind.value, "name": one.name} for one in self.missing],
            "content_sha256": content_digest(self.files),
            "files": [_described(file) for file in self.files],
        }
        return (json.dumps(_carried(document), ensure_ascii=False, indent=1) + "\n").encode("utf-8")


def _described(file: FiledFile) -> dict[str, Any]:
    told: dict[str, Any] = {
        "name": file.name,
        "kind": file.kind,
        "title": file.title,
        "media_type": file.media_type,
        "size": file.size,
        "sha256": file.sha256,
    }
    if file.sm3:
        told["sm3"] = file.sm3
    if file.pages is not None:
        told["pages"] = file.pages
    if file.text is not None:
        told["text"] = {"form": FORM, "sha256": file.text.text, "body_sha256": file.text.body}
    return told


def _carried(value: Any) -> Any:  # noqa: ANN401 - any JSON value
    """Return a value as UTF-8 can carry it: half a surrogate pair becomes a question mark."""
    match value:
        case str():
            return value.encode("utf-8", "replace").decode("utf-8")
        case dict():
            return {key: _carried(part) for key, part in value.items()}
        case list():
            return [_carried(part) for part in value]
        case _:
            return value


def table_of(manifest: bytes) -> bytes:
    """Return manifest.csv for a sound manifest.json: in UTF-8 with the mark that Excel and WPS want."""
    stream = io.StringIO()
    rows = csv.writer(stream)
    rows.writerow(_COLUMNS)
    for file in json.loads(manifest)["files"]:
        told = {**file, "text_sha256": file.get("text", {}).get("sha256", "")}
        rows.writerow([_cell(told.get(column, "")) for column in _COLUMNS])
    own = {
        "name": MANIFEST,
        "kind": "manifest",
        "media_type": "application/json",
        "size": len(manifest),
        "sha256": hashlib.sha256(manifest).hexdigest(),
    }
    rows.writerow([_cell(own.get(column, "")) for column in _COLUMNS])
    return b"\xef\xbb\xbf" + stream.getvalue().encode("utf-8")


def _cell(value: object) -> str:
    """Return what stands in a cell; the title of a meeting must not be a formula."""
    text = str(value)
    return f"'{text}" if text.startswith(_FORMULA) else text
