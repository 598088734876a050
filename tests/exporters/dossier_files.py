"""Making dossiers in tests, and working on them as somebody might."""

import hashlib
import io
import json
from dataclasses import replace
from pathlib import Path
from typing import Any, BinaryIO

from exporters.document import Document
from exporters.dossier.archive import ArchiveResult, archive
from exporters.dossier.manifest import MANIFEST
from exporters.dossier.volume import Edition, FiledFile, Item, Volume
from exporters.kinds.office import catalogue, closing_note
from exporters.labels import load_labels
from exporters.text import clean_document
from models.archive_gaps import Missing, MissingKind
from models.papers import ArchiveView, HandlerNoteView, MeetingPapers, RequestView
from models.snapshot import AttachmentView
from tests.exporters import docx_files
from tests.exporters.meetings import MADE_AT, conference, whole

STORED = Path(__file__).parent / "dossiers"
"""Dossiers that earlier versions of the program made."""

PHOTO = b"\x89PNG\r\n\x1a\n" + b"photo" * 40
SCAN = b"%PDF-1.4\n1 0 obj\n<< /Type /Pages /Kids [2 0 R 3 0 R] /Count 2 >>\nendobj\n"
BYTES = {hashlib.sha256(data).hexdigest(): data for data in (PHOTO, SCAN)}


def attachment(name: str, data: bytes, media_type: str, **fields: object) -> AttachmentView:
    """Return the entry of an attachment with the given bytes."""
    digest = hashlib.sha256(data).hexdigest()
    view = AttachmentView(digest[:8], name, media_type, len(data), digest, "2026-01-02T09:00")
    return replace(view, **fields)  # type: ignore[arg-type] # fields of the view


ATTACHMENTS = (
    attachment("现场.png", PHOTO, "image/png"),
    attachment("扫描件.pdf", SCAN, "application/pdf", note="盖章页扫描"),
)


def whole_papers(**fields: object) -> MeetingPapers:
    """Return a small signed conference of which nothing is missing, with a note and attachments."""
    meeting = conference(
        "同意起诉。",
        "证据不足10处。",
        state="J9",
        title="河澜州联席会议",
        archival_code="0123-ZY·JL-2026-D30-0001",
        attachments=ATTACHMENTS,
        digest="0123456789abcdef",
    )
    meeting = replace(meeting, **fields)  # type: ignore[arg-type] # fields of the snapshot
    note = HandlerNoteView(by="陶𬤇", at="2026-01-05", signed_at="2026-01-06")
    return MeetingPapers(
        meeting,
        note=note,
        request=RequestView(by="陶𬤇", at="2025-12-20"),
        archive=ArchiveView("30年", None, "主办院"),
    )


def opened(one: AttachmentView) -> BinaryIO:
    """Open the bytes of an attachment of these tests."""
    return io.BytesIO(BYTES[one.sha256])


def made(folder: Path, papers: MeetingPapers | None = None, **options: object) -> ArchiveResult:
    """Make a dossier."""
    given: dict[str, object] = {
        "case_file": {"format": "conference-record", "version": 1},
        "opened": opened,
        "signers": ("出席",),
        "made_at": MADE_AT,
    }
    return archive(papers or whole_papers(), folder, **(given | options))  # type: ignore[arg-type] # as named


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


def office_papers() -> dict[str, Document]:
    """Return the cleaned catalogue and closing note of dossiers: empty, usual, long."""
    found = {}
    for name, volume in {
        "bare": _volume(MeetingPapers(conference()), items=0),
        "usual": _volume(whole(), items=6),
        "long": _volume(whole(), items=60, sm3="c" * 64),
    }.items():
        for kind in (catalogue, closing_note):
            document = kind.build(volume, load_labels())
            found[f"{kind.KIND} {name}"] = clean_document(document)[0]
    return found


def _volume(papers: MeetingPapers, items: int, sm3: str = "") -> Volume:
    filed = tuple(
        Item(
            f"第{number}件" * (1 + number % 7),
            number="河澜检联〔2026〕1号" if number % 2 else "",
            maker="河澜州人民检察院",
            day="2026-01-02T09:00" if number % 3 else "二〇二六年",
            remark="" if number % 4 else "未签名稿",
            files=tuple(
                FiledFile(f"{number}.{end}", "record", "件", media, 9, "ab12" * 16, sm3, pages)
                for end, media, pages in (
                    ("docx", "application/x", None),
                    ("pdf", "application/pdf", number or None),
                )
            ),
        )
        for number in range(items)
    )
    gaps = tuple(Missing(kind, "附件.png" * 9) for kind in MissingKind) if items > 6 else ()
    edition = Edition.DUPLICATE if items > 6 else Edition.ORIGINAL
    return Volume(
        papers.meeting,
        papers.archive or ArchiveView(),
        edition,
        MADE_AT,
        (
            *filed,
            Item(
                "归档目录",
                files=(FiledFile("c.pdf", "c", "c", "application/pdf", 1, "f" * 64, pages=1),),
            ),
        ),
        gaps,
    )


def reworked(content: bytes, part: str, before: bytes, after: bytes) -> bytes:
    """Change one place in a part of a DOCX, and pack it anew."""
    parts = docx_files.parts(content)
    assert before in parts[part], before
    return docx_files.packed(parts | {part: parts[part].replace(before, after, 1)})
