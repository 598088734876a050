"""From entities to the frozen values of :mod:`models.snapshot`."""

import uuid
from collections.abc import Iterator
from typing import Any

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from models.agenda import AgendaItem
from models.desk import Stretch
from models.lines import Line
from models.meeting import Case, Meeting, Quorum, Schedule
from models.opinions import Opinion, OpinionLine
from models.people import Participant, Recusal
from models.rules import OfficeRule
from models.signing import CorrectionSheet, Signature
from models.snapshot import (
    AgendaItemView,
    CaseView,
    CorrectionSheetView,
    LineView,
    MeetingSnapshot,
    OfficeRuleView,
    OpinionView,
    ParticipantView,
    PartyView,
    QuorumView,
    RecusalView,
    ScheduleView,
    SignatureView,
    StretchView,
    TranscriptCheckView,
)


def snapshot_of(
    meeting: Meeting,
    lines: tuple[LineView, ...] | None = None,
    opinions: tuple[OpinionView, ...] | None = None,
) -> MeetingSnapshot:
    """Return the whole meeting, to be called while its session is open, if it has one.

    ``lines`` and ``opinions`` are those of :func:`line_views` and :func:`opinion_views`, which are
    read more quickly than entities.
    """
    if lines is None:
        questions = {id(opinion.line): opinion.question_id for opinion in meeting.opinions}
        lines = tuple(_line(line, questions.get(id(line))) for line in meeting.lines)
    if opinions is None:
        opinions = tuple(
            _opinion(one, [link.line_id for link in one.further]) for one in meeting.opinions
        )
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
        agenda=tuple(map(item_view, meeting.agenda)),
        questions=tuple(question.text for question in meeting.questions),
        question_ids=tuple(str(question.id) for question in meeting.questions),
        lines=lines,
        stretches=tuple(map(stretch_view, meeting.stretches)),
        opinions=opinions,
        observers=meeting.observers,
        open_reason=meeting.approval.open_reason if meeting.approval else None,
        break_from=break_.began_at if break_ else None,
        break_to=break_.ended_at if break_ else None,
        transcript_checks=tuple(
            TranscriptCheckView(check.name, check.result, check.correction)
            for check in meeting.transcript_checks
        ),
        archival_code=meeting.archive.code if meeting.archive else None,
        statement_read_at=meeting.statement_read_at,
        signatures=tuple(map(_signature, meeting.signatures)),
        correction_sheets=tuple(map(_sheet, meeting.correction_sheets)),
        office_rules=tuple(map(_office_rule, meeting.office_rules)),
        digest=meeting.seal.digest if meeting.seal else "",
    )


AT_ONCE = 200
"""So many rows are fetched in one go: meanwhile no other thread of Python runs."""

_LINES = (
    select(
        Line.position,
        Line.id,
        Line.seq,
        Line.at,
        Line.speaker_id,
        Line.kind,
        Line.text,
        Line.lang,
        Line.step,
        Line.source_lang,
        Line.source_text,
        Line.translation,
        Line.translation_by,
        Line.limit,
        Line.signed,
        Line.event,
        Line.note,
        Line.item_id,
        Line.movement,
        Line.mover_id,
        Line.seconds,
        Line.recording,
        Line.marked,
        Opinion.question_id,
    )
    .outerjoin(Opinion, Opinion.line_id == Line.id)
    .order_by(Line.position)
)
"""By columns: thousands of entities would take several times as long."""


def line_views(
    session: Session, *conditions: ColumnElement[bool]
) -> Iterator[tuple[int, LineView]]:
    """Yield position and view of the lines for which the conditions hold, in order."""
    for row in session.execute(_LINES.where(*conditions).execution_options(yield_per=AT_ONCE)):
        yield row.position, _line(row, row.question_id)


_OPINIONS = select(
    Opinion.position,
    Opinion.id,
    Opinion.author_id,
    Opinion.line_id,
    Opinion.question_id,
    Opinion.case_id,
    Opinion.manner,
    Opinion.given_at,
    Opinion.text,
    Opinion.reasons,
    Opinion.legal_basis,
    Opinion.silence_reason,
).order_by(Opinion.position)
"""By columns, as lines: nearly every line can be an opinion."""


def opinion_views(session: Session, meeting_id: uuid.UUID) -> tuple[OpinionView, ...]:
    """Return the opinions of a meeting, in order."""
    return tuple(view for _, view in placed_opinions(session, Opinion.meeting_id == meeting_id))


def placed_opinions(
    session: Session, *conditions: ColumnElement[bool]
) -> Iterator[tuple[int, OpinionView]]:
    """Yield position and view of the opinions for which the conditions hold, in order."""
    further: dict[uuid.UUID, list[uuid.UUID]] = {}
    links = (
        select(OpinionLine.opinion_id, OpinionLine.line_id)
        .join(Opinion, Opinion.id == OpinionLine.opinion_id)
        .where(*conditions)
        .order_by(OpinionLine.position)
    )
    for link in session.execute(links):
        further.setdefault(link.opinion_id, []).append(link.line_id)
    for row in session.execute(_OPINIONS.where(*conditions).execution_options(yield_per=AT_ONCE)):
        yield row.position, _opinion(row, further.get(row.id, []))


def _opinion(opinion: Any, further: list[uuid.UUID]) -> OpinionView:  # noqa: ANN401  # entity or row
    lines = [key for key in (opinion.line_id, *further) if key is not None]
    return OpinionView(
        id=str(opinion.id),
        author_id=str(opinion.author_id),
        line_ids=tuple(map(str, lines)),
        question_id=_text(opinion.question_id),
        case_id=_text(opinion.case_id),
        manner=opinion.manner,
        given_at=opinion.given_at,
        text=opinion.text,
        reasons=opinion.reasons,
        legal_basis=opinion.legal_basis,
        silence_reason=opinion.silence_reason,
    )


def _line(line: Any, question_id: uuid.UUID | None) -> LineView:  # noqa: ANN401  # as it says
    """Return a line from an entity, or from a row that has its columns: both have its values."""
    return LineView(
        id=str(line.id),
        seq=line.seq,
        at=line.at,
        speaker_id=_text(line.speaker_id),
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
        item_id=_text(line.item_id),
        question_id=_text(question_id),
        movement=line.movement,
        mover_id=_text(line.mover_id),
        seconds=line.seconds,
        recording=line.recording,
        marked=line.marked,
    )


def _text(key: uuid.UUID | None) -> str | None:
    return None if key is None else str(key)


def _signature(signature: Signature) -> SignatureView:
    return SignatureView(
        id=str(signature.id),
        participant_id=_text(signature.participant_id),
        name=signature.name,
        role=signature.role,
        status=signature.status,
        at=signature.at,
        reason=signature.reason,
    )


def _sheet(sheet: CorrectionSheet) -> CorrectionSheetView:
    return CorrectionSheetView(
        id=str(sheet.id),
        number=sheet.number,
        line_id=_text(sheet.line_id),
        place=sheet.place,
        wrong=sheet.wrong,
        corrected=sheet.corrected,
        reason=sheet.reason,
        by=sheet.by,
        at=sheet.at,
        signed_at=sheet.signed_at,
    )


def _office_rule(rule: OfficeRule) -> OfficeRuleView:
    return OfficeRuleView(str(rule.id), rule.organ, rule.title, rule.number)


def stretch_view(one: Stretch) -> StretchView:
    """Return a stretch of time."""
    return StretchView(_text(one.item_id), one.step, one.began_at, one.ended_at)


def item_view(item: AgendaItem) -> AgendaItemView:
    """Return an item of the agenda."""
    return AgendaItemView(str(item.id), item.title, item.level, item.planned_minutes, item.number)


def _case(case: Case) -> CaseView:
    return CaseView(
        name=case.name,
        id=str(case.id),
        case_no=case.case_no,
        system_no=case.system_no,
        cause=case.cause,
        parties=tuple(
            PartyView(party.role, party.name, party.display, party.age) for party in case.parties
        ),
        state_secret=case.state_secret,
        work_secret=case.work_secret,
        minor=case.minor,
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
        counts_for_quorum=participant.counts_for_quorum,
        attendance=participant.attendance,
        specialist_question=participant.specialist_question,
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
