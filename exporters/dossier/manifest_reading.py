"""Reading a manifest that anyone may have written: strict, bounded, and telling what is wrong."""

import json
import re
import unicodedata
from dataclasses import dataclass
from typing import Any

from exporters.docx_text import FORM, TextDigest
from exporters.dossier.manifest import FORMAT, MANIFEST, TABLE, VERSION
from exporters.dossier.volume import FiledFile, content_digest

MOST_BYTES = 16 * 1024 * 1024
"""Of a manifest: some hundred bytes a file."""

MOST_FILES = 20_000

_SHA = re.compile(r"[0-9a-f]{64}")
_MOST_SIZE = 1 << 48
_LONGEST = 10_000


class ManifestBroken(Exception):
    """A manifest cannot be used; ``reason`` is a code of the messages."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class ManifestNewer(Exception):
    """A later version of the program made it."""

    def __init__(self, version: int) -> None:
        super().__init__(version)
        self.version = version


@dataclass(frozen=True, slots=True)
class ReadManifest:
    """What checking needs of a manifest. ``text_form`` 0 is of rules that this program does not know."""

    number: str
    title: str
    made_at: str
    code: str
    complete: bool
    files: tuple[FiledFile, ...]


def key_of(name: str) -> str:
    """Return what makes two names of files the same on any disk: not their case, not their form."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())


def is_plain_name(name: str) -> bool:
    """Say whether a name is that of a file in the dossier itself, on every system."""
    if not name or len(name) > 255 or name != name.strip() or name in {".", ".."}:
        return False
    return not any(mark in '/\\:*?"<>|' or not mark.isprintable() for mark in name)


def read_manifest(content: bytes) -> ReadManifest:
    """Return a manifest of this version or an earlier one.

    Raises ManifestNewer, or ManifestBroken for what is none.
    """
    document = _object(_parsed(content))
    if document.get("format") != FORMAT:
        raise ManifestBroken("not_a_manifest")
    version = _number(document, "version", 1, 1_000_000)
    if version > VERSION:
        raise ManifestNewer(version)
    rows = document.get("files")
    if not isinstance(rows, list) or len(rows) > MOST_FILES:
        raise ManifestBroken("manifest_form")
    files = tuple(_file(_object(row)) for row in rows)
    keys = [key_of(file.name) for file in files]
    if len(set(keys)) < len(keys) or {key_of(MANIFEST), key_of(TABLE)} & set(keys):
        raise ManifestBroken("manifest_names")
    if document.get("content_sha256") != content_digest(files):
        raise ManifestBroken("manifest_digest")
    meeting, archive = _object(document.get("meeting")), _object(document.get("archive"))
    complete = document.get("complete")
    if not isinstance(complete, bool):
        raise ManifestBroken("manifest_form")
    return ReadManifest(
        _text(meeting, "number"),
        _text(meeting, "title"),
        _text(document, "made_at"),
        _text(archive, "code"),
        complete,
        files,
    )


def _parsed(content: bytes) -> Any:  # noqa: ANN401 - any JSON value
    if len(content) > MOST_BYTES:
        raise ManifestBroken("manifest_too_large")
    try:
        return json.loads(content.decode("utf-8"), object_pairs_hook=_unrepeated)
    except UnicodeDecodeError as error:
        raise ManifestBroken("not_utf8") from error
    except (ValueError, RecursionError) as error:
        raise ManifestBroken("not_json") from error


def _unrepeated(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Return an object; one with the same key twice means one thing here and another elsewhere."""
    found = dict(pairs)
    if len(found) < len(pairs):
        raise ManifestBroken("manifest_form")
    return found


def _file(row: dict[str, Any]) -> FiledFile:
    name = _text(row, "name")
    if not is_plain_name(name):
        raise ManifestBroken("manifest_names")
    sm3 = _text(row, "sm3") if "sm3" in row else ""
    return FiledFile(
        name,
        _text(row, "kind"),
        _text(row, "title"),
        _text(row, "media_type"),
        _number(row, "size", 0, _MOST_SIZE),
        _sha(row, "sha256"),
        sm3=_sha(row, "sm3") if sm3 else "",
        pages=_number(row, "pages", 0, 1_000_000) if "pages" in row else None,
        text=_text_digest(_object(row["text"])) if "text" in row else None,
    )


def _text_digest(told: dict[str, Any]) -> TextDigest | None:
    """Return the digests of a text, None where they were made by other rules."""
    form = _number(told, "form", 1, 1_000_000)
    digest = TextDigest(_sha(told, "sha256"), _sha(told, "body_sha256"))
    return digest if form == FORM else None


def _object(value: object) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise ManifestBroken("manifest_form")
    return value


def _text(told: dict[str, Any], name: str) -> str:
    value = told.get(name)
    if (
        not isinstance(value, str)
        or len(value) > _LONGEST
        or (not value.isascii() and _lone(value))
    ):
        raise ManifestBroken("manifest_form")
    return value


def _lone(text: str) -> bool:
    return any("\ud800" <= mark <= "\udfff" for mark in text)


def _sha(told: dict[str, Any], name: str) -> str:
    value = _text(told, name)
    if _SHA.fullmatch(value) is None:
        raise ManifestBroken("manifest_form")
    return value


def _number(told: dict[str, Any], name: str, least: int, most: int) -> int:
    value = told.get(name)
    if not isinstance(value, int) or isinstance(value, bool) or not least <= value <= most:
        raise ManifestBroken("manifest_form")
    return value
