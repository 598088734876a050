"""Where each group of :mod:`models.forms` lives: its entity, and what of its owner holds it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from models.agenda import AgendaItem, Material, Question
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
from models.opinions import DivergenceReport, HandlerAnswer, HandlerNote, Opinion
from models.people import Participant, Recusal
from models.rules import KeptWording, OfficeRule
from models.signing import CorrectionSheet, Signature


@dataclass(frozen=True, slots=True)
class Home:
    """The entity of a group, and the attribute of its owner that holds it."""

    entity: type[Any]
    attribute: str


HOMES: Mapping[str, Home] = {
    "meeting": Home(Meeting, ""),
    "organ": Home(Organ, "organs"),
    "case": Home(Case, "cases"),
    "party": Home(Party, "parties"),
    "request": Home(Request, "request"),
    "request_reason": Home(RequestReason, "reasons"),
    "request_issue": Home(RequestIssue, "issues"),
    "schedule": Home(Schedule, "schedule"),
    "remote_venue": Home(RemoteVenue, "remote"),
    "participant_notice": Home(ParticipantNotice, "notices"),
    "participant": Home(Participant, "participants"),
    "quorum": Home(Quorum, "quorum"),
    "recusal": Home(Recusal, "recusals"),
    "material": Home(Material, "materials"),
    "agenda_item": Home(AgendaItem, "agenda"),
    "question": Home(Question, "questions"),
    "line": Home(Line, "lines"),
    "opinion": Home(Opinion, "opinions"),
    "signature": Home(Signature, "signatures"),
    "correction_sheet": Home(CorrectionSheet, "correction_sheets"),
    "office_rule": Home(OfficeRule, "office_rules"),
    "kept_wording": Home(KeptWording, "kept_wordings"),
    "handler_note": Home(HandlerNote, "handler_note"),
    "handler_answer": Home(HandlerAnswer, "answers"),
    "divergence_report": Home(DivergenceReport, "divergence_report"),
    "archive": Home(ArchiveData, "archive"),
    "approval": Home(HearingApproval, "approval"),
    "deliberation": Home(Deliberation, "deliberation"),
    "officer_view": Home(OfficerView, "officers"),
    "transcript_check": Home(TranscriptCheck, "transcript_checks"),
    "decision": Home(HearingDecision, "decision"),
    "supervisor_feedback": Home(SupervisorFeedback, "supervisor_feedback"),
}
"""Where each group lives."""

OWNER_COLUMNS = {
    "party": "case_id",
    "request_reason": "request_id",
    "request_issue": "request_id",
    "remote_venue": "schedule_id",
    "participant_notice": "schedule_id",
    "handler_answer": "note_id",
    "officer_view": "deliberation_id",
}
"""The column of a nested entry that refers to its owner."""
