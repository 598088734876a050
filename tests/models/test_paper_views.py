"""Papers get all that the database holds for them; record and transcript see the meeting alone."""

import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import fields, replace

import pytest
from sqlalchemy import event, inspect
from sqlalchemy.orm import Mapper, Session

from models import hearing, meeting
from models.database import Database
from models.hearing_papers import (
    DeliberationView,
    HearingApprovalView,
    HearingDecisionView,
    OfficerOpinionView,
    SupervisorFeedbackView,
)
from models.operations.case_files import import_documents
from models.papers import (
    ORIGINAL,
    ArchiveView,
    CaseDetailsView,
    MeetingPapers,
    NoticeTimesView,
    NoticeView,
    RequestView,
    SealView,
)
from models.queries import meeting_papers, meeting_snapshot
from models.signing import Seal
from tests.models.case_files import Document, small, small_hearing
from tests.models.full_files import full_conference, full_hearing

_REQUEST = {
    "by": "陶𬤇",
    "at": "2026-02-20",
    "reasons": ["拟不起诉", "重大疑难"],
    "issues": ["定性", "数额"],
    "handler_view": "拟不起诉",
    "approved_by": "罗承砚",
    "approved_at": "2026-02-22",
    "approval": "同意",
}
_TIMES = {
    "notice_at": "2026-02-25",
    "first_notice_at": "2026-02-20",
    "postponed_from": "2026-02-27",
    "postponed_reason": "道路中断",
}
_PUBLIC = {"public_notice_at": "2026-02-24", "observer_deadline": "2026-02-28"}
_DETAILS = {
    "line": "刑事",
    "stage": "审查起诉",
    "time_limit_end": "2026-03-31",
    "summary": "基本案情。",
}
_APPROVAL = {
    "basis": "规定第四条",
    "by": "检察长",
    "at": "2026-02-20",
    "open_reason": "社会关注",
    "broadcast": {"approved": True, "channel": "中国检察听证网", "at": "2026-02-21"},
}
_DELIBERATION = {
    "from_": "10:00",
    "to": "10:20",
    "officers": [
        {"name": "阿旺·才让", "view": "同意", "reason": "情节轻微"},
        {"name": "乙", "view": "不同意"},
    ],
    "majority": "多数同意",
    "note": "推举阿旺·才让为代表",
}
_DECISION = {
    "adopted": "未采纳",
    "detail": "证据有变。",
    "by": "检察长",
    "at": "2026-03-10",
    "consent_at": "2026-03-09",
    "told_officers": "2026-03-11电话告知",
}
_ARCHIVE = {"period": "30年", "code": "联2026-01", "original": "本院档案室"}


def _conference() -> Document:
    document = full_conference("J5")
    document["request"] = _REQUEST
    document["schedule"] |= _TIMES
    document["case"] |= _DETAILS
    document["archive"] = _ARCHIVE
    document["participants"][1]["note"] = "10:05离会"
    document["lianxi"] = document["lianxi"] | {"cases": [{"name": "吴某案", "stage": "审查逮捕"}]}
    return document


def _hearing() -> Document:
    document = full_hearing("H9", papers_signed=True)
    document["schedule"] |= _PUBLIC
    document["schedule"]["notice_to_participants"] = [
        {"to": "周某", "at": "2026-02-26", "way": "电话", "days_before": 4},
        {"to": "乙"},
    ]
    document["approval"] = _APPROVAL
    document["deliberation"] = _DELIBERATION
    document["decision"] = _DECISION
    return document


def _papers(database: Database, document: Document) -> MeetingPapers:
    with database.write() as session:
        (taken,) = import_documents(session, [("x", document)])
    with database.read() as session:
        return meeting_papers(session, taken.id)


@contextmanager
def statements(session: Session) -> Iterator[list[str]]:
    """Collect the statements that are sent meanwhile."""
    sent: list[str] = []

    def note(*given: object) -> None:
        sent.append(str(given[2]))

    engine = session.get_bind()
    event.listen(engine, "before_cursor_execute", note)
    yield sent
    event.remove(engine, "before_cursor_execute", note)


def test_request_notices_cases_and_archive_of_a_conference_arrive(database: Database) -> None:
    papers = _papers(database, _conference())

    assert papers.request == RequestView(
        **_REQUEST  # type: ignore[arg-type] # texts
        | {"reasons": ("拟不起诉", "重大疑难"), "issues": ("定性", "数额")}
    )
    assert papers.notice_times == NoticeTimesView(**_TIMES)
    first, second = papers.meeting.cases
    assert papers.case_details == (
        CaseDetailsView(first.id, "刑事", "审查起诉", "2026-03-31", "基本案情。"),
        CaseDetailsView(second.id, stage="审查逮捕"),
    )
    assert papers.archive == ArchiveView(**_ARCHIVE)
    (note,) = papers.participant_notes
    assert (note.participant_id, note.note) == (papers.meeting.participants[1].id, "10:05离会")
    assert (papers.follow_up, papers.notes) == ("继续侦查", "留意期限")
    assert papers.note is not None
    assert papers.divergence is not None


def test_a_conference_has_nothing_of_a_hearing(database: Database) -> None:
    papers = _papers(database, _conference() | {"deliberation": _DELIBERATION})

    assert (papers.approval, papers.deliberation, papers.decision) == (None, None, None)
    assert (papers.officers, papers.supervisor_feedback) == ((), ())


def test_all_that_a_hearing_adds_arrives(database: Database) -> None:
    papers = _papers(database, _hearing())

    assert papers.approval == HearingApprovalView(
        basis="规定第四条",
        by="检察长",
        at="2026-02-20",
        open_reason="社会关注",
        broadcast_approved=True,
        broadcast_channel="中国检察听证网",
        broadcast_at="2026-02-21",
    )
    assert papers.notice_times == NoticeTimesView(**_PUBLIC)
    assert papers.notices == (NoticeView("周某", "2026-02-26", "电话", 4), NoticeView("乙"))
    assert papers.officers == (papers.meeting.participants[2].id,)
    assert papers.deliberation == DeliberationView(
        "10:00",
        "10:20",
        (OfficerOpinionView("阿旺·才让", "同意", "情节轻微"), OfficerOpinionView("乙", "不同意")),
        "多数同意",
        "推举阿旺·才让为代表",
    )
    assert papers.decision == HearingDecisionView(**_DECISION, signed_at="2026-03-05")
    assert papers.supervisor_feedback == (SupervisorFeedbackView("丙", "无", "已阅"),)
    assert papers.request is None


@pytest.mark.parametrize("document", [small(), small_hearing()])
def test_what_was_not_given_is_none(database: Database, document: Document) -> None:
    papers = _papers(database, document)

    nothing = replace(MeetingPapers(papers.meeting), note=papers.note, officers=papers.officers)
    assert papers == nothing
    assert papers.version == ORIGINAL


def test_the_seal_says_what_its_digest_is(database: Database) -> None:
    papers = _papers(database, small())
    with database.write() as session:
        found = session.get(meeting.Meeting, uuid.UUID(papers.meeting.id))
        assert found is not None
        found.seal = Seal(sealed_at="2026-03-03T08:00Z", form=1, algorithm="sha256", digest="ab")

    with database.read() as session:
        sealed = meeting_papers(session, papers.meeting.id)

    assert sealed.seal == SealView("2026-03-03T08:00Z", 1, "sha256", "ab")
    assert sealed.meeting.digest == "ab"


_OTHERWISE = {
    "case_id",  # the case's own id
    "opinions",  # called officers in the entity
    "name",
    "case_no",
    "system_no",
    "cause",
    "parties",
    "state_secret",
    "work_secret",
    "minor",
    "held_from",
    "held_to",
    "place",
    "remote",
    "notices",
    "officers",
}
"""What the meeting's snapshot has, or is called something else."""


@pytest.mark.parametrize(
    ("entity", "view"),
    [
        (meeting.Request, RequestView),
        (meeting.Schedule, NoticeTimesView),
        (meeting.ParticipantNotice, NoticeView),
        (meeting.Case, CaseDetailsView),
        (meeting.ArchiveData, ArchiveView),
        (hearing.HearingApproval, HearingApprovalView),
        (hearing.Deliberation, DeliberationView),
        (hearing.OfficerView, OfficerOpinionView),
        (hearing.HearingDecision, HearingDecisionView),
        (hearing.SupervisorFeedback, SupervisorFeedbackView),
        (Seal, SealView),
    ],
)
def test_a_view_has_every_value_of_its_entity(entity: type, view: type) -> None:
    mapper: Mapper[object] = inspect(entity)
    keys = {"id", "meeting_id", "meeting_kind", "position", "shape", "extra"}
    held = {
        attribute.key
        for attribute in mapper.attrs
        if attribute.key not in keys and not attribute.key.endswith("_id")
    }

    assert held - _OTHERWISE - {"unknown"} == {one.name for one in fields(view)} - _OTHERWISE


def test_the_meeting_has_none_of_the_later_papers(database: Database) -> None:
    """The record is made from the meeting alone, so it cannot print what came later."""
    told = _papers(database, _hearing())

    seen = str(told.meeting)

    for words in ("多数同意", "情节轻微", "未采纳", "证据有变", "已阅", "电话告知"):
        assert words in str(told)
        assert words not in seen


def test_the_screen_reads_nothing_that_only_papers_print(database: Database) -> None:
    """While a meeting is held its window is read again and again."""
    papers = _papers(database, _hearing())
    with database.read() as session, statements(session) as read:
        meeting_snapshot(session, papers.meeting.id)

    tables = ("hearing_decision", "supervisor_feedback", "officer_view", "participant_notice")
    assert read
    assert not [one for one in read for table in tables if table in one]
