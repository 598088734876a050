"""Names of a dossier and of its files, so short that it can be unpacked on any computer.

Most programs for Windows take paths of 259 characters. A dossier's name and that of a file in it
have 150 together, which leaves 108 for the folder around them, wherever the dossier was made.
"""

from collections.abc import Iterator
from pathlib import Path

from exporters.file_names import length_of, stem
from exporters.kinds.office import catalogue, closing_note
from exporters.labels import load_labels
from exporters.registry import KINDS, kinds_due
from models.archive_errors import FolderTooDeep
from models.files import longest_path
from models.papers import MeetingPapers
from models.snapshot import MeetingSnapshot

MOST_INSIDE = 150
"""Characters of a dossier's name and a file's, with what is between them."""

_OF_DOSSIER = 70
_OF_FILE = MOST_INSIDE - _OF_DOSSIER - 1
_VERSION, _SUFFIX = "_v999", ".docx"  # as long as any
_PART = 45  # of the name under which a dossier is made
_LONG = "\\\\?\\"  # so begins a path that Windows takes whatever its length


def dossier_stem(meeting: MeetingSnapshot) -> str:
    """Return the name of a meeting's dossier without its version."""
    return stem(meeting, load_labels()("dossier.short"), most=_OF_DOSSIER)


def file_stem(meeting: MeetingSnapshot, short: str) -> str:
    """Return the name of a file of a dossier without version and suffix."""
    return stem(meeting, short, most=_OF_FILE)


def refuse_too_deep(folder: Path, papers: MeetingPapers) -> None:
    """Raise FolderTooDeep where the system would refuse the paths of a dossier in ``folder``."""
    most, path = longest_path(), str(folder.absolute())
    if most is None or path.startswith(_LONG):
        return
    meeting = papers.meeting
    outer = max(length_of(f"{dossier_stem(meeting)}{_VERSION}"), _PART)
    inner = max(length_of(file_stem(meeting, short)) for short in _shorts(papers))
    room = most - outer - inner - len(f"//{_VERSION}{_SUFFIX}")
    if length_of(path) > room:
        raise FolderTooDeep(folder, length_of(path), room)


def _shorts(papers: MeetingPapers) -> Iterator[str]:
    """Yield the short names of all that a dossier of these papers holds."""
    labels = load_labels()
    yield from (KINDS[kind].short_name for kind in kinds_due(papers))
    yield from (labels(f"{kind}.title") for kind in (catalogue.KIND, closing_note.KIND))
    yield labels("dossier.attachment", number=len(papers.meeting.attachments))
    yield labels("dossier.case_file_short")
