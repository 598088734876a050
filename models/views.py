"""From entities to the frozen values of :mod:`models.snapshot`."""

from models.lines import Line
from models.meeting import Case, Meeting, Quorum, Schedule
from models.people import Participant, Recusal
from models.snapshot import (
    CaseView,
    LineView,
    MeetingSnapshot,
    ParticipantView,
    PartyView,
    QuorumView,
    RecusalView,
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
        issues=tuple(issue.text for issue in meeting.request.issues) if meeting.request else (),
        schedule=_schedule(meeting.schedule),
        participants=tuple(map(_participant, meeting.participants)),
        quorum=_quorum(meeting.quorum) if meeting.quorum else None,
        recusals=tuple(map(_recusal, meeting.recusals)),
        materials=tuple(material.title for material in meeting.materials),
        agenda=tuple(item.title for item in meeting.agenda),
        questions=tuple(question.text for question in meeting.questions),
        lines=tuple(map(_line, meeting.lines)),
        observers=meeting.observers,
        open_reason=meeting.approval.open_reason if meeting.approval else None,
        break_from=break_.began_at if break_ else None,
        break_to=break_.ended_at if break_ else None,
        transcript_checks=tuple(
            TranscriptCheckView(check.name, check.result, check.correction)
            for check in meeting.transcript_checks
        ),
        archival_code=meeting.archive.code if meeting.archive else None,
        digest=digest,
    )


def _case(case: Case) -> CaseView:
    return CaseView(
        name=case.name,
        case_no=case.case_no,
        system_no=case.system_no,
        cause=case.cause,
        parties=tuple(
            PartyView(party.role, party.name, party.display, party.age) for party in case.parties
        ),
    )


def _schedule(schedule: Schedule | None) -> ScheduleView:
    if schedule is None:
        return ScheduleView()
    return ScheduleView(
        held_from=schedule.held_from,
        held_to=schedule.held_to,
        place=schedule.place,
        remote=tuple(venue.name for venue in schedule.remote),
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
    )


def _quorum(quorum: Quorum) -> QuorumView:
    return QuorumView(quorum.rule, quorum.required, quorum.counted, quorum.met)


def _recusal(recusal: Recusal) -> RecusalView:
    return RecusalView(
        person=recusal.person,
        ground=recusal.ground,
        raised=recusal.raised,
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
        event=line.event,
        note=line.note,
    )
