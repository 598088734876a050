"""Which key of the case file is which attribute of which entity.

The schema says what values a key may have; this table says where they live.
"""

from dataclasses import dataclass
from typing import Any

from models.agenda import AgendaItem, Material, Question
from models.base import Identified
from models.case_file.additions import (
    AGENDA,
    ANSWERS,
    DECISION,
    DIVERGENCE_REPORT,
    HANDLER_NOTE,
    PARTICIPANTS,
    RECORDS,
    Noted,
)
from models.case_file.attachments import AttachmentList
from models.case_file.opinions import OpinionList
from models.case_file.stretches import StretchList
from models.hearing import (
    Deliberation,
    HearingApproval,
    HearingDecision,
    OfficerView,
    SupervisorFeedback,
    TranscriptCheck,
)
from models.lines import Line
from models.meeting import (
    ArchiveData,
    Case,
    Meeting,
    Organ,
    ParticipantNotice,
    Party,
    Quorum,
    RemoteVenue,
    Request,
    RequestIssue,
    RequestReason,
    Schedule,
)
from models.opinions import DivergenceReport, HandlerAnswer, HandlerNote
from models.people import Participant, Recusal
from models.rules import KeptWording, OfficeRule
from models.signing import CorrectionSheet, Signature


@dataclass(frozen=True, slots=True)
class Field:
    """A single value."""

    key: str
    attribute: str


@dataclass(frozen=True, slots=True)
class Derived:
    """A value that is written from a relation; reading it is the linking step's work.

    One that is not ``volunteered`` is written only where the file had its key.
    """

    key: str
    attribute: str
    volunteered: bool = True


@dataclass(frozen=True, slots=True)
class Texts:
    """A list of texts, each a row whose attribute ``text`` holds it."""

    key: str
    attribute: str
    entity: type[Any]
    text: str


@dataclass(frozen=True, slots=True)
class One:
    """An object in a row of its own."""

    key: str
    attribute: str
    layout: "Layout"


@dataclass(frozen=True, slots=True)
class Many:
    """A list of objects, each a row."""

    key: str
    attribute: str
    layout: "Layout"


@dataclass(frozen=True, slots=True)
class Inside:
    """An object whose fields are attributes of the owner itself."""

    key: str
    fields: "Fields"


@dataclass(frozen=True, slots=True)
class Notes:
    """A part that says more about other rows; reading it is the linking step's work."""

    addition: Noted

    @property
    def key(self) -> str:
        """The key of the part."""
        return self.addition.key


Entry = Field | Derived | Texts | One | Many | Inside | Notes
Fields = tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Layout:
    """A kind of file object and the entity it becomes."""

    entity: type[Identified]
    fields: Fields


def _same(*keys: str) -> Fields:
    """Name fields that are called the same in the file and in the entity."""
    return tuple(Field(key, key) for key in keys)


PARTY = Layout(Party, _same("role", "name", "display", "age"))

CASE = Layout(
    Case,
    (
        *_same("name", "case_no", "system_no"),
        Field("line", "line_of_work"),
        *_same("cause", "stage", "time_limit_end"),
        Many("parties", "parties", PARTY),
        *_same("summary"),
        Inside("secrecy", _same("state_secret", "work_secret", "minor")),
    ),
)

NOTICE = Layout(ParticipantNotice, _same("to", "at", "way", "days_before"))

SCHEDULE = Layout(
    Schedule,
    (
        *_same("notice_at", "first_notice_at", "postponed_from", "postponed_reason"),
        Many("notice_to_participants", "notices", NOTICE),
        *_same("public_notice_at", "observer_deadline", "held_from", "held_to", "place"),
        Texts("remote", "remote", RemoteVenue, "name"),
    ),
)

PARTICIPANT = Layout(
    Participant,
    (
        Field("no", "number"),
        *_same("name", "organ", "post", "grade", "role", "mode", "counts_for_quorum", "note"),
    ),
)

RECUSAL = Layout(
    Recusal,
    (
        *_same("person", "ground", "raised", "recorded"),
        Field("decision", "ruling"),
        *_same("at", "note"),
    ),
)

LINE = Layout(
    Line,
    (
        *_same("seq", "at"),
        Derived("speaker", "speaker_name"),
        Derived("speaker_no", "speaker_number", volunteered=False),
        *_same("kind", "lang", "text", "step", "source_lang", "source_text", "translation"),
        *_same("translation_by", "limit", "signed", "sensitive", "event"),
        *_same("verbatim_guard_hint", "note"),
    ),
)

REQUEST = Layout(
    Request,
    (
        *_same("by", "at"),
        Texts("reasons", "reasons", RequestReason, "text"),
        Texts("issues", "issues", RequestIssue, "text"),
        *_same("handler_view", "approved_by", "approved_at", "approval"),
    ),
)

ANSWER = Layout(
    HandlerAnswer, (Derived("ref_seq", "line_seq"), *_same("speaker", "status", "reason"))
)

NOTE = Layout(HandlerNote, (*_same("by", "at"), Many("items", "answers", ANSWER)))

REPORT = Layout(DivergenceReport, _same("by", "at", "basis", "content", "chief", "chief_at"))

QUORUM = Layout(Quorum, _same("rule", "required", "counted", "met"))

ARCHIVE = Layout(ArchiveData, _same("period", "code", "original"))

APPROVAL = Layout(
    HearingApproval,
    (
        *_same("basis", "by", "at", "open_reason"),
        Inside(
            "broadcast",
            (
                Field("approved", "broadcast_approved"),
                Field("channel", "broadcast_channel"),
                Field("at", "broadcast_at"),
            ),
        ),
    ),
)

DELIBERATION = Layout(
    Deliberation,
    (
        Field("from_", "began_at"),
        Field("to", "ended_at"),
        Many("officers", "officers", Layout(OfficerView, _same("name", "view", "reason"))),
        *_same("majority", "note"),
    ),
)

TRANSCRIPT_CHECK = Layout(TranscriptCheck, _same("name", "result", "correction"))

OUTCOME = Layout(
    HearingDecision, _same("adopted", "detail", "by", "at", "consent_at", "told_officers")
)

FEEDBACK = Layout(SupervisorFeedback, _same("name", "opinion", "reply"))

SIGNATURE = Layout(
    Signature,
    (
        Derived("participant", "participant_place"),
        *_same("name", "role", "status", "at", "reason"),
    ),
)

CORRECTION_SHEET = Layout(
    CorrectionSheet,
    (
        Field("no", "number"),
        Derived("record", "line_place"),
        *_same("place", "wrong", "corrected", "reason", "by", "at", "signed_at"),
    ),
)

OFFICE_RULE = Layout(OfficeRule, _same("organ", "title", "number"))

KEPT_WORDING = Layout(KeptWording, _same("place", "words", "rule", "reason", "by", "at"))

_HEAD: Fields = (
    Derived("kind", "kind"),
    Field("profile", "profile"),
    Derived("state", "state_in_file"),
    *_same("title", "number", "host"),
)

_BODY: Fields = (
    Texts("organs", "organs", Organ, "name"),
    One("case", "first_case", CASE),
    One("schedule", "schedule", SCHEDULE),
    Many("participants", "participants", PARTICIPANT),
    One("quorum", "quorum", QUORUM),
    Many("recusals", "recusals", RECUSAL),
    Texts("materials", "materials", Material, "title"),
    Texts("agenda", "agenda", AgendaItem, "title"),
    Texts("questions", "questions", Question, "text"),
    Many("records", "lines", LINE),
    One("archive", "archive", ARCHIVE),
    Field("notes", "notes"),
)

_ADDED: Fields = (
    Many("cases", "further_cases", CASE),
    *(
        Notes(AGENDA),
        Notes(PARTICIPANTS),
        Notes(RECORDS),
        Notes(OpinionList()),
        Notes(StretchList()),
        Notes(AttachmentList()),
    ),
    Many("signatures", "signatures", SIGNATURE),
    Many("kept_wordings", "kept_wordings", KEPT_WORDING),
    Many("correction_sheets", "correction_sheets", CORRECTION_SHEET),
)
"""What version 1 has no field for; in the order in which it is written, and read."""

CONFERENCE = Layout(
    Meeting,
    (
        *_HEAD,
        Field("scope", "scope"),
        *_BODY,
        One("request", "request", REQUEST),
        One("handler_note", "handler_note", NOTE),
        One("divergence_report", "divergence_report", REPORT),
        Field("follow_up", "follow_up"),
        Inside(
            "lianxi",
            (
                *_ADDED,
                Field("statement_read_at", "statement_read_at"),
                Many("office_rules", "office_rules", OFFICE_RULE),
                *(Notes(HANDLER_NOTE), Notes(ANSWERS), Notes(DIVERGENCE_REPORT)),
            ),
        ),
    ),
)
"""A joint conference. The fields of a hearing are unknown to it and stay as they came."""

HEARING = Layout(
    Meeting,
    (
        *_HEAD,
        Field("open", "open"),
        *_BODY,
        One("approval", "approval", APPROVAL),
        Field("observers", "observers"),
        Derived("officers_ids", "officer_numbers"),
        One("deliberation", "deliberation", DELIBERATION),
        Many("transcript_check", "transcript_checks", TRANSCRIPT_CHECK),
        One("decision", "decision", OUTCOME),
        Many("supervisor_feedback", "supervisor_feedback", FEEDBACK),
        Inside("lianxi", (*_ADDED, Notes(DECISION))),
    ),
)
"""A hearing. The fields of a joint conference are unknown to it and stay as they came."""
