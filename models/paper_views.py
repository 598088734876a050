"""From entities to the frozen values that papers print besides the meeting itself."""

from models.hearing import Deliberation, HearingApproval, HearingDecision
from models.hearing_papers import (
    DeliberationView,
    HearingApprovalView,
    HearingDecisionView,
    OfficerOpinionView,
    SupervisorFeedbackView,
)
from models.meeting import ArchiveData, Case, Meeting, Request, Schedule
from models.opinions import DivergenceReport, HandlerAnswer, HandlerNote, Opinion
from models.papers import (
    ArchiveView,
    CaseDetailsView,
    DivergenceReportView,
    HandlerAnswerView,
    HandlerNoteView,
    MeetingPapers,
    NoticeTimesView,
    NoticeView,
    ParticipantNoteView,
    RequestView,
    SealView,
)
from models.signing import Seal
from models.snapshot import MeetingSnapshot


def papers_of(meeting: Meeting, snapshot: MeetingSnapshot) -> MeetingPapers:
    """Return what the papers about a meeting print, to be called while its session is open.

    ``snapshot`` is the meeting's own; nobody is suggested to speak.
    """
    note, report, schedule = meeting.handler_note, meeting.divergence_report, meeting.schedule
    return MeetingPapers(
        meeting=snapshot,
        note=_handler_note(note) if note else None,
        divergence=_divergence_report(report) if report else None,
        request=_request(meeting.request) if meeting.request else None,
        notice_times=_notice_times(schedule) if schedule else NoticeTimesView(),
        notices=_notices(schedule) if schedule else (),
        case_details=tuple(map(_case_details, meeting.cases)),
        participant_notes=tuple(
            ParticipantNoteView(str(person.id), person.note)
            for person in meeting.participants
            if person.note
        ),
        follow_up=meeting.follow_up,
        notes=meeting.notes,
        approval=_approval(meeting.approval) if meeting.approval else None,
        officers=tuple(str(officer.participant.id) for officer in meeting.officers),
        deliberation=_deliberation(meeting.deliberation) if meeting.deliberation else None,
        decision=_decision(meeting.decision) if meeting.decision else None,
        supervisor_feedback=tuple(
            SupervisorFeedbackView(one.name, one.opinion, one.reply)
            for one in meeting.supervisor_feedback
        ),
        archive=_archive(meeting.archive) if meeting.archive else None,
        seal=_seal(meeting.seal) if meeting.seal else None,
    )


def _request(request: Request) -> RequestView:
    return RequestView(
        by=request.by,
        at=request.at,
        reasons=tuple(reason.text for reason in request.reasons),
        issues=tuple(issue.text for issue in request.issues),
        handler_view=request.handler_view,
        approved_by=request.approved_by,
        approved_at=request.approved_at,
        approval=request.approval,
    )


def _notice_times(schedule: Schedule) -> NoticeTimesView:
    return NoticeTimesView(
        notice_at=schedule.notice_at,
        first_notice_at=schedule.first_notice_at,
        postponed_from=schedule.postponed_from,
        postponed_reason=schedule.postponed_reason,
        public_notice_at=schedule.public_notice_at,
        observer_deadline=schedule.observer_deadline,
    )


def _notices(schedule: Schedule) -> tuple[NoticeView, ...]:
    return tuple(NoticeView(one.to, one.at, one.way, one.days_before) for one in schedule.notices)


def _case_details(case: Case) -> CaseDetailsView:
    return CaseDetailsView(
        case_id=str(case.id),
        line_of_work=case.line_of_work,
        stage=case.stage,
        time_limit_end=case.time_limit_end,
        summary=case.summary,
    )


def _approval(approval: HearingApproval) -> HearingApprovalView:
    return HearingApprovalView(
        basis=approval.basis,
        by=approval.by,
        at=approval.at,
        open_reason=approval.open_reason,
        broadcast_approved=approval.broadcast_approved,
        broadcast_channel=approval.broadcast_channel,
        broadcast_at=approval.broadcast_at,
    )


def _deliberation(deliberation: Deliberation) -> DeliberationView:
    return DeliberationView(
        began_at=deliberation.began_at,
        ended_at=deliberation.ended_at,
        opinions=tuple(
            OfficerOpinionView(one.name, one.view, one.reason) for one in deliberation.officers
        ),
        majority=deliberation.majority,
        note=deliberation.note,
    )


def _decision(decision: HearingDecision) -> HearingDecisionView:
    return HearingDecisionView(
        adopted=decision.adopted,
        detail=decision.detail,
        by=decision.by,
        at=decision.at,
        consent_at=decision.consent_at,
        told_officers=decision.told_officers,
        signed_at=decision.signed_at,
    )


def _archive(archive: ArchiveData) -> ArchiveView:
    return ArchiveView(archive.period, archive.code, archive.original)


def _seal(seal: Seal) -> SealView:
    return SealView(seal.sealed_at, seal.form, seal.algorithm, seal.digest)


def _handler_note(note: HandlerNote) -> HandlerNoteView:
    """Return the handling prosecutor's note with the words of the opinions answered."""
    return HandlerNoteView(
        by=note.by,
        at=note.at,
        answers=tuple(map(_answer, note.answers)),
        road=note.road,
        own_view=note.own_view,
        signed_at=note.signed_at,
    )


def _divergence_report(report: DivergenceReport) -> DivergenceReportView:
    """Return the report of the head of department."""
    return DivergenceReportView(
        by=report.by,
        at=report.at,
        basis=report.basis,
        content=report.content,
        chief=report.chief,
        chief_at=report.chief_at,
        signed_at=report.signed_at,
    )


def _answer(answer: HandlerAnswer) -> HandlerAnswerView:
    opinion = answer.opinion
    line = answer.line or (opinion.line if opinion else None)
    return HandlerAnswerView(
        speaker=answer.speaker or (opinion.author.name if opinion else None),
        line_seq=line.seq if line else None,
        words=_words(opinion) if opinion else line.text if line else None,
        status=answer.status,
        reason=answer.reason,
        at=answer.at,
        manner=opinion.manner if opinion else None,
    )


def _words(opinion: Opinion) -> str | None:
    """Return the words of an opinion: as spoken, line below line, or as given in writing."""
    if opinion.line is None:
        return opinion.text
    lines = (opinion.line, *(link.line for link in opinion.further))
    return "\n".join(line.text for line in lines if line.text) or None
