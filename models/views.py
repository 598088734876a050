"""From entities to the frozen values of :mod:`models.snapshot`."""

from models.hearing import HearingApproval
from models.lines import Line
from models.meeting import ArchiveData, Case, Meeting, Quorum, Request, Schedule
from models.people import Participant, Recusal
from models.snapshot import (
    ArchiveView,
    CaseView,
    HearingApprovalView,
    LineView,
    MeetingSnapshot,
    NoticeView,
    ParticipantView,
    PartyView,
    QuorumView,
    RecusalView,
    RequestView,
    ScheduleView,
    TranscriptCheckView,
)


def snapshot_of(meeting: Meeting, digest: str) -> MeetingSnapshot:
    """Return the whole meeting, to be called while its session is open."""
    break_ = meeting.deliberation
    return MeetingSnapshot(
        id=str(meeting.id),
        kind=meeting.kind,
        state=meeting.state,
        title=meeting.title,
        number=meeting.number,
        host=meeting.host,
        scope=meeting.scope,
        open=meeting.open,
        profile=meeting.profile,
        organs=tuple(organ.name for organ in meeting.organs),
        cases=tuple(map(_case, meeting.cases)),
        request=_request(meeting.request) if meeting.request else None,
        schedule=_schedule(meeting.schedule),
        participants=tuple(map(_participant, meeting.participants)),
        quorum=_quorum(meeting.quorum) if meeting.quorum else None,
        recusals=tuple(map(_recusal, meeting.recusals)),
        materials=tuple(material.title for material in meeting.materials),
        agenda=tuple(item.title for item in meeting.agenda),
        questions=tuple(question.text for question in meeting.questions),
        lines=tuple(map(_line, meeting.lines)),
        observers=meeting.observers,
        approval=_approval(meeting.approval) if meeting.approval else None,
        break_from=break_.began_at if break_ else None,
        break_to=break_.ended_at if break_ else None,
        transcript_checks=tuple(
            TranscriptCheckView(check.name, check.result, check.correction)
            for check in meeting.transcript_checks
        ),
        archive=_archive(meeting.archive) if meeting.archive else None,
        notes=meeting.notes,
        digest=digest,
    )


def _case(case: Case) -> CaseView:
    return CaseView(
        name=case.name,
        case_no=case.case_no,
        system_no=case.system_no,
        line_of_work=case.line_of_work,
        cause=case.cause,
        stage=case.stage,
        time_limit_end=case.time_limit_end,
        summary=case.summary,
        parties=tuple(
            PartyView(party.role, party.name, party.display, party.age) for party in case.parties
        ),
        state_secret=case.state_secret,
        work_secret=case.work_secret,
        minor=case.minor,
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


def _schedule(schedule: Schedule | None) -> ScheduleView:
    if schedule is None:
        return ScheduleView()
    return ScheduleView(
        notice_at=schedule.notice_at,
        first_notice_at=schedule.first_notice_at,
        postponed_from=schedule.postponed_from,
        postponed_reason=schedule.postponed_reason,
        held_from=schedule.held_from,
        held_to=schedule.held_to,
        place=schedule.place,
        remote=tuple(venue.name for venue in schedule.remote),
        public_notice_at=schedule.public_notice_at,
        observer_deadline=schedule.observer_deadline,
        notices=tuple(
            NoticeView(notice.to, notice.at, notice.way, notice.days_before)
            for notice in schedule.notices
        ),
    )


def _participant(participant: Participant) -> ParticipantView:
    return ParticipantView(
        id=str(participant.id),
        number=participant.number,
        name=participant.name,
        organ=participant.organ,
        post=participant.post,
        grade=participant.grade,
        role=participant.role,
        mode=participant.mode,
        counts_for_quorum=participant.counts_for_quorum,
        note=participant.note,
    )


def _quorum(quorum: Quorum) -> QuorumView:
    return QuorumView(quorum.rule, quorum.required, quorum.counted, quorum.met)


def _recusal(recusal: Recusal) -> RecusalView:
    return RecusalView(
        person=recusal.person,
        ground=recusal.ground,
        raised=recusal.raised,
        recorded=recusal.recorded,
        ruling=recusal.ruling,
        at=recusal.at,
        note=recusal.note,
    )


def _line(line: Line) -> LineView:
    return LineView(
        id=str(line.id),
        seq=line.seq,
        at=line.at,
        speaker_id=None if line.speaker_id is None else str(line.speaker_id),
        kind=line.kind,
        text=line.text,
        lang=line.lang,
        step=line.step,
        source_lang=line.source_lang,
        source_text=line.source_text,
        translation=line.translation,
        translation_by=line.translation_by,
        limit=line.limit,
        signed=line.signed,
        sensitive=line.sensitive,
        event=line.event,
        note=line.note,
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


def _archive(archive: ArchiveData) -> ArchiveView:
    return ArchiveView(archive.period, archive.code, archive.original)
