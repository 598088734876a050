"""Every field that a form of the window can change, as a table: what it holds and when it may.

A group is a kind of row of a meeting, a field one of its values. The names are those of the
entities; what the words on the screen are, the window knows. The table is complete: a test holds
it against the layouts of the case file. Nothing here needs a database.
How to add a field: a column of the entity, a row here, a label in ``ui/forms/labels.py``.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from models.states import Openness
from models.vocabulary import (
    AnswerStatus,
    Attendance,
    LineKind,
    Manner,
    MeetingKind,
    Mode,
    Road,
    Scope,
    SignatureStatus,
)

BOTH = frozenset(MeetingKind)
CONFERENCE = frozenset({MeetingKind.JOINT_CONFERENCE})
HEARING = frozenset({MeetingKind.HEARING})


class ValueKind(StrEnum):
    """What a field can hold. Every field can be empty, which is None, unless it is required."""

    TEXT = "text"  # one line
    LONG_TEXT = "long_text"  # lines and paragraphs
    TIME = "time"  # a civil time: 2025-06-18T09:00, 2025-06-18 or 09:00
    NUMBER = "number"  # a whole number
    YES_NO = "yes_no"
    YES_NO_OR_TEXT = "yes_no_or_text"  # offices write either
    CHOICE = "choice"  # one of a closed list
    REFERENCE = "reference"  # the id of an entry of another group


@dataclass(frozen=True, slots=True)
class Field:
    """One value. ``choices`` is the closed list; empty if an office's profile adds to it.

    ``refers_to`` is the group of a reference. ``least`` and ``most`` bound a number.
    ``language`` texts are language tags such as zh-CN.
    ``after_signing`` fields stay open once the record is signed, until it is archived.
    """

    kind: ValueKind = ValueKind.TEXT
    choices: tuple[str, ...] = ()
    refers_to: str = ""
    least: int = 0
    most: int = 1_000_000
    required: bool = False
    language: bool = False
    kinds: frozenset[MeetingKind] = BOTH
    after_signing: bool = False


@dataclass(frozen=True, slots=True)
class Group:
    """A kind of row. ``owner`` is the group it belongs to; ``many`` says whether it is a list."""

    fields: Mapping[str, Field]
    owner: str = "meeting"
    many: bool = False
    kinds: frozenset[MeetingKind] = BOTH
    after_signing: bool = False

    def openness(self, name: str = "") -> Openness:
        """Return how long a field may be changed; without a name, the list of the group."""
        later = self.after_signing or (bool(name) and self.fields[name].after_signing)
        return Openness.UNTIL_ARCHIVED if later else Openness.UNTIL_SIGNED


_TEXT = Field()
_NAME = Field(required=True)
_LONG = Field(ValueKind.LONG_TEXT)
_LANGUAGE = Field(language=True)
_TIME = Field(ValueKind.TIME)
_YES_NO = Field(ValueKind.YES_NO)
_EITHER = Field(ValueKind.YES_NO_OR_TEXT)
_NUMBER = Field(ValueKind.NUMBER)
_PROFILED = Field(ValueKind.CHOICE)


def _choice(values: type[StrEnum]) -> Field:
    return Field(ValueKind.CHOICE, choices=tuple(value.value for value in values))


GROUPS: Mapping[str, Group] = {
    "meeting": Group(
        {
            "title": _TEXT,
            "number": _TEXT,
            "host": _TEXT,
            "scope": replace(_choice(Scope), kinds=CONFERENCE),
            "open": replace(_YES_NO, kinds=HEARING),
            "profile": _PROFILED,
            "observers": replace(_NUMBER, kinds=HEARING),
            "follow_up": replace(_LONG, kinds=CONFERENCE, after_signing=True),
            "notes": replace(_LONG, after_signing=True),
            "statement_read_at": replace(_TIME, kinds=CONFERENCE),
        },
        owner="",
    ),
    "organ": Group({"name": _NAME}, many=True),
    "case": Group(
        {
            "name": _TEXT,
            "case_no": _TEXT,
            "system_no": _TEXT,
            "line_of_work": _TEXT,
            "cause": _TEXT,
            "stage": _TEXT,
            "time_limit_end": _TIME,
            "summary": _LONG,
            "state_secret": _EITHER,
            "work_secret": _YES_NO,
            "minor": _YES_NO,
        },
        many=True,
    ),
    "party": Group(
        {
            "role": _TEXT,
            "name": _TEXT,
            "display": _TEXT,
            "age": replace(_NUMBER, most=150),
        },
        owner="case",
        many=True,
    ),
    "request": Group(
        {
            "by": _TEXT,
            "at": _TIME,
            "handler_view": _LONG,
            "approved_by": _TEXT,
            "approved_at": _TIME,
            "approval": _TEXT,
        },
        kinds=CONFERENCE,
    ),
    "request_reason": Group({"text": _NAME}, owner="request", many=True, kinds=CONFERENCE),
    "request_issue": Group({"text": _NAME}, owner="request", many=True, kinds=CONFERENCE),
    "schedule": Group(
        {
            "notice_at": _TIME,
            "first_notice_at": _TIME,
            "postponed_from": _TIME,
            "postponed_reason": _TEXT,
            "held_from": _TIME,
            "held_to": _TIME,
            "place": _TEXT,
            "public_notice_at": replace(_TIME, kinds=HEARING),
            "observer_deadline": replace(_TIME, kinds=HEARING),
        }
    ),
    "remote_venue": Group({"name": _NAME}, owner="schedule", many=True),
    "participant_notice": Group(
        {"to": _TEXT, "at": _TIME, "way": _TEXT, "days_before": _NUMBER},
        owner="schedule",
        many=True,
        kinds=HEARING,
    ),
    "participant": Group(
        {
            "number": replace(_NUMBER, least=1, most=999),
            "name": _TEXT,
            "organ": _TEXT,
            "post": _TEXT,
            "grade": _TEXT,
            "role": _PROFILED,
            "mode": _choice(Mode),
            "counts_for_quorum": _YES_NO,
            "attendance": _choice(Attendance),
            "specialist_question": _TEXT,
            "note": _TEXT,
        },
        many=True,
    ),
    "quorum": Group({"rule": _TEXT, "required": _NUMBER, "counted": _NUMBER, "met": _YES_NO}),
    "recusal": Group(
        {
            "person": _TEXT,
            "ground": _TEXT,
            "raised": _TEXT,
            "recorded": _YES_NO,
            "ruling": _TEXT,
            "at": _TIME,
            "note": _TEXT,
        },
        many=True,
    ),
    "material": Group({"title": _NAME}, many=True),
    "agenda_item": Group(
        {
            "title": _NAME,
            "level": replace(_NUMBER, most=2, required=True),
            "planned_minutes": replace(_NUMBER, least=1, most=24 * 60),
            "number": _TEXT,
        },
        many=True,
    ),
    "question": Group({"text": _NAME}, many=True),
    "line": Group(
        {
            "at": _TIME,
            "kind": _choice(LineKind),
            "lang": _LANGUAGE,
            "text": _LONG,
            "step": replace(_NUMBER, most=7, kinds=HEARING),
            "source_lang": _LANGUAGE,
            "source_text": _LONG,
            "translation": _LONG,
            "translation_by": _TEXT,
            "limit": _TEXT,
            "signed": _EITHER,
            "sensitive": _EITHER,
            "event": _EITHER,
            "verbatim_guard_hint": _EITHER,
            "note": _TEXT,
            "seconds": _NUMBER,
            "recording": _TEXT,
            "marked": _YES_NO,
            "item": Field(ValueKind.REFERENCE, refers_to="agenda_item"),
        },
        many=True,
    ),
    "opinion": Group(
        {
            "question": Field(ValueKind.REFERENCE, refers_to="question"),
            "case": Field(ValueKind.REFERENCE, refers_to="case"),
            "manner": _choice(Manner),
            "given_at": _TIME,
            "text": _LONG,
            "reasons": _LONG,
            "legal_basis": _LONG,
            "silence_reason": _TEXT,
        },
        many=True,
    ),
    "signature": Group(
        {
            "participant": Field(ValueKind.REFERENCE, refers_to="participant"),
            "name": _TEXT,
            "role": _TEXT,
            "status": _choice(SignatureStatus),
            "at": _TIME,
            "reason": _TEXT,
        },
        many=True,
    ),
    "correction_sheet": Group(
        {
            "number": replace(_NUMBER, least=1, most=999),
            "line": Field(ValueKind.REFERENCE, refers_to="line"),
            "place": _TEXT,
            "wrong": _LONG,
            "corrected": _LONG,
            "reason": _LONG,
            "by": _TEXT,
            "at": _TIME,
        },
        many=True,
        after_signing=True,
    ),
    "office_rule": Group(
        {"organ": _TEXT, "title": _TEXT, "number": _TEXT}, many=True, kinds=CONFERENCE
    ),
    "kept_wording": Group(
        {
            "place": _TEXT,
            "words": _LONG,
            "rule": _TEXT,
            "reason": _LONG,
            "by": _TEXT,
            "at": _TIME,
        },
        many=True,
    ),
    "handler_note": Group(
        {"by": _TEXT, "at": _TIME, "road": _choice(Road), "own_view": _LONG},
        kinds=CONFERENCE,
        after_signing=True,
    ),
    "handler_answer": Group(
        {
            "opinion": Field(ValueKind.REFERENCE, refers_to="opinion"),
            "line": Field(ValueKind.REFERENCE, refers_to="line"),
            "speaker": _TEXT,
            "status": _choice(AnswerStatus),
            "reason": _LONG,
            "at": _TIME,
        },
        owner="handler_note",
        many=True,
        kinds=CONFERENCE,
        after_signing=True,
    ),
    "divergence_report": Group(
        {
            "by": _TEXT,
            "at": _TIME,
            "basis": _TEXT,
            "content": _LONG,
            "chief": _TEXT,
            "chief_at": _TIME,
        },
        kinds=CONFERENCE,
        after_signing=True,
    ),
    "archive": Group({"period": _TEXT, "code": _TEXT, "original": _TEXT}, after_signing=True),
    "approval": Group(
        {
            "basis": _TEXT,
            "by": _TEXT,
            "at": _TIME,
            "open_reason": _TEXT,
            "broadcast_approved": _YES_NO,
            "broadcast_channel": _TEXT,
            "broadcast_at": _TIME,
        },
        kinds=HEARING,
    ),
    "deliberation": Group(
        {"began_at": _TIME, "ended_at": _TIME, "majority": _LONG, "note": _TEXT},
        kinds=HEARING,
    ),
    "officer_view": Group(
        {"name": _TEXT, "view": _LONG, "reason": _LONG},
        owner="deliberation",
        many=True,
        kinds=HEARING,
    ),
    "transcript_check": Group(
        {"name": _TEXT, "result": _TEXT, "correction": _LONG}, many=True, kinds=HEARING
    ),
    "decision": Group(
        {
            "adopted": _TEXT,
            "detail": _LONG,
            "by": _TEXT,
            "at": _TIME,
            "consent_at": _TIME,
            "told_officers": _TEXT,
        },
        kinds=HEARING,
        after_signing=True,
    ),
    "supervisor_feedback": Group(
        {"name": _TEXT, "opinion": _LONG, "reply": _LONG},
        many=True,
        kinds=HEARING,
        after_signing=True,
    ),
}
"""Every group by its name."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One row as plain values. ``owner`` is the id of the row it belongs to.

    ``signed_at`` is when a paper that is signed by itself was; it is closed since.
    """

    id: str
    owner: str
    values: Mapping[str, object]
    signed_at: str | None = None


@dataclass(frozen=True, slots=True)
class Sheet:
    """All entries of one meeting, for its forms: by group, in order."""

    id: str
    kind: MeetingKind
    state: str
    entries: Mapping[str, tuple[Entry, ...]]

    def single(self, group: str) -> Entry | None:
        """Return the entry of a group of which there is at most one."""
        found = self.entries.get(group, ())
        return found[0] if found else None

    def of(self, group: str, owner: str | None = None) -> tuple[Entry, ...]:
        """Return the entries of a group, all or those of one owner."""
        found = self.entries.get(group, ())
        return found if owner is None else tuple(e for e in found if e.owner == owner)
