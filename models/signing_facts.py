"""How it stands with signing, as frozen values: what is missing before it, the seal after it."""

from dataclasses import dataclass
from enum import StrEnum


class GapKind(StrEnum):
    """What is missing. The value is its code in the message catalogue."""

    NO_LINES = "no_lines"
    SPEAKER_UNKNOWN = "speaker_unknown"  # subject: the line
    NOT_HEARD = "not_heard"  # subject: the person
    SILENCE_UNEXPLAINED = "silence_unexplained"  # subject: the person
    STATEMENT_NOT_READ = "statement_not_read"
    WORDING = "wording"  # subject: the entry; name: the phrase
    SIGNATURE_OPEN = "signature_open"  # subject: the person
    SIGNATURE_UNEXPLAINED = "signature_unexplained"  # subject: the signature


_ASKS_ONLY = frozenset({GapKind.NO_LINES, GapKind.STATEMENT_NOT_READ})


@dataclass(frozen=True, slots=True)
class Gap:
    """One thing that is missing. ``subject`` is the id of what it is about.

    ``group`` and ``field`` say where a phrase stands. ``name`` is the person's or the phrase,
    ``number`` that of the line; one that ``stops`` must be mended before signing, any other is told
    and may be left.
    """

    kind: GapKind
    subject: str = ""
    name: str = ""
    number: int | None = None
    group: str = ""
    field: str = ""

    @property
    def stops(self) -> bool:
        """Whether the record cannot be signed with it."""
        return self.kind not in _ASKS_ONLY


class SealState(StrEnum):
    """What checking a seal has shown."""

    NONE = "none"  # the meeting is not sealed
    INTACT = "intact"
    BROKEN = "broken"  # the record is not what was signed
    UNKNOWN = "unknown"  # made by a later program


@dataclass(frozen=True, slots=True)
class SigningFacts:
    """How it stands with signing a meeting's paper. ``sealed_at`` is UTC, empty while it is open."""

    meeting_id: str
    gaps: tuple[Gap, ...] = ()
    seal: SealState = SealState.NONE
    digest: str = ""
    sealed_at: str = ""
