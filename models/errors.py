"""What a user can cause or mend: exceptions with fields and without display text.

Those of files that an office wrote are in ``models.file_faults``. ``ui.messages`` has the words for
each, in every language; a test proves that none is missing. Anything else that is raised is a bug
and belongs to the exception hook.
"""

import errno
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from models.app_error import AppError as AppError  # noqa: PLC0414  # also from here

if TYPE_CHECKING:
    from models.authored import Finding
    from models.signing_facts import Gap


def reason_of(error: OSError) -> str:
    """Return the code of what the system says: words of its own come in any language."""
    return errno.errorcode.get(error.errno or 0, type(error).__name__)


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault in a case file.

    ``place`` is a path into the document such as ``records[3].speaker``, or empty for the whole
    file; ``code`` names the message; ``values`` are its placeholders.
    """

    place: str
    code: str
    values: dict[str, str] = field(default_factory=dict)


@dataclass
class CaseFileRefused(AppError):
    """A case file cannot be taken in. Nothing of it or of its companions was stored."""

    file: str
    faults: tuple[Fault, ...]


@dataclass
class AlreadyImported(AppError):
    """The meeting (same number and host) is there already; it can be taken as a copy."""

    file: str
    number: str
    host: str


@dataclass
class MeetingNotFound(AppError):
    """No meeting has this id."""

    meeting_id: str


@dataclass
class FileUnreadable(AppError):
    """A file cannot be read: missing, a folder, or without permission."""

    file: Path
    reason: str


@dataclass
class FolderUnwritable(AppError):
    """A folder cannot be made or written to. Existing files are as they were."""

    folder: Path
    reason: str


@dataclass
class FolderNotLocal(AppError):
    """The folder for the data is on a network share or a removable disk. Nothing was changed."""

    folder: Path
    file_system: str


@dataclass
class DatabaseNotOurs(AppError):
    """The file is not a database of this program, is empty, or is damaged. It is untouched."""

    file: Path
    reason: str


@dataclass
class DatabaseNewer(AppError):
    """A newer version of the program made this database. It is untouched."""

    file: Path
    revision: str


@dataclass
class DatabaseNotLocal(AppError):
    """The place is a network share or a removable disk, where a live database can be ruined."""

    file: Path
    file_system: str


@dataclass
class DatabaseBusy(AppError):
    """Another program has held the database for longer than the waiting time."""

    file: Path


@dataclass
class DatabaseSlow(AppError):
    """What was handed to the disk is not answered yet; it may still be written."""

    file: Path


@dataclass
class DatabaseGone(AppError):
    """The file was deleted, moved or replaced while it was open; what is written now would be lost."""

    file: Path


@dataclass
class ProgramSilent(AppError):
    """The program is open on this database already, but does not answer a second start."""

    file: Path
    process: int


@dataclass
class HeldElsewhere(AppError):
    """The database is open in the program of another account, or on another computer."""

    file: Path
    host: str
    process: int


@dataclass
class DatabaseMissing(AppError):
    """The database of the last start is not where it was; making an empty one would hide that."""

    file: Path


@dataclass
class EndedUnexpectedly(AppError):
    """The program did not come to its end the last time. Lines that were entered are safe."""


@dataclass
class NoSecondScreen(AppError):
    """There is no other screen than that of the main window."""


@dataclass
class DatabaseUnwritable(AppError):
    """The database cannot be written: full disk, read-only file or folder."""

    file: Path
    reason: str


@dataclass
class MigrationFailed(AppError):
    """The database could not be brought to this version; it is as it was before."""

    file: Path
    reason: str


@dataclass
class BackupFailed(AppError):
    """The copy of a database did not pass its check and was deleted; earlier backups are there."""

    file: Path
    reason: str


@dataclass
class BackupUnusable(AppError):
    """The backup cannot be restored. Nothing was changed."""

    file: Path
    reason: str


@dataclass
class RestoreFailed(AppError):
    """A backup could not be put in place; the database is as it was before."""

    file: Path
    reason: str


@dataclass
class KindNotDue(AppError):
    """This paper does not exist of this meeting, or not in this version; ``name`` is its short name."""

    kind: str
    meeting_kind: str
    name: str


@dataclass
class NothingToExport(AppError):
    """A list of kinds or formats is empty or names one that does not exist."""

    name: str
    known: tuple[str, ...]


@dataclass
class MissingGlyph(AppError):
    """No available font has a character; printing it as a box would lose it."""

    character: str
    code_point: str
    character_name: str
    place: str


@dataclass
class ExportFailed(AppError):
    """A paper could not be written; the target is as it was before."""

    file: Path
    reason: str


@dataclass
class NoPrinter(AppError):
    """No printer is set up on this computer."""


@dataclass
class PrintFailed(AppError):
    """The system did not take a print job, or not all of it."""

    printer: str
    pages_sent: int


@dataclass
class WordingFileRefused(AppError):
    """A file is no list of texts to check; ``place`` is a path into it, from ``$`` on."""

    file: str
    reason: str
    place: str


@dataclass
class WordingStops(AppError):
    """Authored texts hold wording that must be changed first, or kept with a reason."""

    findings: "tuple[Finding, ...]"


@dataclass
class RecordLocked(AppError):
    """The record or transcript is signed: what it holds may not change any more."""

    number: str
    state: str


@dataclass
class NotReadyToSign(AppError):
    """Something is missing before the record or transcript may be signed."""

    number: str
    gaps: tuple["Gap", ...]


@dataclass
class PaperNotReady(AppError):
    """A paper that follows the meeting may not be signed yet; nothing was changed.

    ``code`` says why, as that of a ValueRefused; ``names`` are those whose opinions wait for an answer.
    """

    code: str
    names: tuple[str, ...] = ()


@dataclass
class AttachmentRefused(AppError):
    """A file cannot be attached. Nothing was changed."""

    name: str
    reason: str


@dataclass
class AttachmentUnusable(AppError):
    """An attachment is not shown: its bytes are not here, or not those that were attached."""

    name: str
    reason: str


@dataclass
class PartGone(AppError):
    """A line, item or person was deleted meanwhile."""

    part: str


@dataclass
class StillSpeaks(AppError):
    """A participant with words in the record cannot be taken out of the meeting."""

    name: str
    lines: int


@dataclass
class ValueRefused(AppError):
    """A field cannot hold this value; what was there before is unchanged.

    ``group`` and ``field`` are names of :mod:`models.forms`, ``code`` says what is wrong, with
    ``names`` where it is about some of several.
    """

    group: str
    field: str
    code: str
    names: tuple[str, ...] = ()


@dataclass
class ProfileNotAllowed(AppError):
    """A conference may not follow its profile if this is done; nothing was changed.

    ``code`` says why, as that of a ValueRefused; ``names`` are the offices whose rule is missing.
    """

    code: str
    names: tuple[str, ...] = ()


@dataclass
class NumberTaken(AppError):
    """Another participant of the meeting bears this number."""

    number: int
    name: str


@dataclass
class EndsBeforeStart(AppError):
    """A meeting cannot end before it begins."""

    start: str
    end: str


@dataclass
class MoveNotAllowed(AppError):
    """A meeting cannot go from its state to that one."""

    state: str
    wanted: str


@dataclass
class ChangedElsewhere(AppError):
    """What was to be undone or made again has been changed meanwhile, by another program."""

    step: str
