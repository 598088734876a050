"""What the frozen views of a meeting say: nothing that papers and screen need stays behind."""

from collections.abc import Iterator

import pytest
from sqlalchemy.orm import Session

from models.database import Database
from models.meeting import Meeting
from models.operations.case_files import import_documents
from models.opinions import HandlerAnswer, HandlerNote, Opinion, OpinionLine
from models.papers import MeetingPapers
from models.queries import meeting_by_id, meeting_papers, meeting_snapshot
from models.signing import Seal
from tests.models.case_files import Document, small

_LATER: Document = {
    "statement_read_at": "2026-01-02T09:01",
    "signatures": [
        {"participant": 1, "name": "甲", "role": "主持", "status": "已签名", "at": "2026-01-03"},
        {"name": "某律师", "status": "拒绝签名", "reason": "称另有安排"},
    ],
    "correction_sheets": [
        {
            "no": 1,
            "record": 1,
            "place": "第一句",
            "wrong": "六日",
            "corrected": "九日",
            "reason": "听误",
            "by": "甲",
            "at": "2026-02-01",
            "signed_at": "2026-02-02",
        }
    ],
    "office_rules": [{"organ": "甲院", "title": "联席会议规则", "number": "甲检发〔2025〕3号"}],
    "participants": [{"participant": 1, "specialist_question": "污染物来源"}],
}


@pytest.fixture
def session(database: Database) -> Iterator[Session]:
    """Give a session with one meeting in it."""
    with database.write() as opened:
        yield opened


def _taken(session: Session) -> Meeting:
    document = small() | {
        "participants": [{"no": 1, "name": "甲", "role": "主持"}],
        "records": [
            {"seq": 4, "speaker": "甲", "speaker_no": 1, "kind": "意见", "text": "先补查。"},
            {"seq": 5, "speaker": "甲", "speaker_no": 1, "kind": "说明", "text": "再讯问。"},
        ],
        "lianxi": _LATER,
    }
    del document["handler_note"]
    (taken,) = import_documents(session, [("x", document)])
    return meeting_by_id(session, taken.id)


def _papers(session: Session, meeting: Meeting) -> MeetingPapers:
    session.flush()
    session.expire_all()
    return meeting_papers(session, str(meeting.id))


def test_signatures_sheets_and_rules_are_seen(session: Session) -> None:
    meeting = _taken(session)

    view = meeting_snapshot(session, str(meeting.id))

    first, second = view.signatures
    assert (first.participant_id, first.status, first.at) == (
        view.participants[0].id,
        "已签名",
        "2026-01-03",
    )
    assert (second.participant_id, second.name, second.reason) == (None, "某律师", "称另有安排")
    (sheet,) = view.correction_sheets
    assert (sheet.number, sheet.line_id, sheet.place) == (1, view.lines[0].id, "第一句")
    assert (sheet.wrong, sheet.corrected, sheet.reason) == ("六日", "九日", "听误")
    assert (sheet.by, sheet.at, sheet.signed_at) == ("甲", "2026-02-01", "2026-02-02")
    (rule,) = view.office_rules
    assert (rule.organ, rule.title, rule.number) == ("甲院", "联席会议规则", "甲检发〔2025〕3号")
    assert view.statement_read_at == "2026-01-02T09:01"
    assert view.participants[0].specialist_question == "污染物来源"


def test_the_digest_is_the_sealed_one_where_there_is_one(session: Session) -> None:
    meeting = _taken(session)
    unsealed = _papers(session, meeting).meeting.digest
    assert meeting_snapshot(session, str(meeting.id)).digest == ""

    meeting.seal = Seal(
        sealed_at="2026-01-03T08:00Z", form=1, algorithm="SHA-256", digest="ab" * 32
    )

    assert len(unsealed) == 64
    assert _papers(session, meeting).meeting.digest == "ab" * 32
    assert meeting_snapshot(session, str(meeting.id)).digest == "ab" * 32


def _answered(session: Session, meeting: Meeting, opinion: Opinion) -> MeetingPapers:
    answer = HandlerAnswer(status="采纳", at="2026-01-09", opinion=opinion, position=0)
    note = HandlerNote(by="承办", road="报检察长", own_view="拟补查")
    note.answers.append(answer)
    meeting.handler_note = note
    session.flush()
    note.signed_at = "2026-01-10"  # which freezes its answers
    return _papers(session, meeting)


def test_an_answer_to_an_opinion_in_writing_has_its_words(session: Session) -> None:
    meeting = _taken(session)
    written = Opinion(author=meeting.participants[0], manner="书面", text="书面所述。", position=1)
    meeting.opinions.append(written)

    note = _answered(session, meeting, written).note

    assert note is not None
    assert (note.road, note.own_view, note.signed_at) == ("报检察长", "拟补查", "2026-01-10")
    (answer,) = note.answers
    assert (answer.speaker, answer.words, answer.line_seq) == ("甲", "书面所述。", None)
    assert (answer.at, answer.manner) == ("2026-01-09", "书面")


def test_an_answer_to_a_spoken_opinion_has_all_its_lines(session: Session) -> None:
    meeting = _taken(session)
    (spoken,) = meeting.opinions
    spoken.further.append(_link(meeting))

    note = _answered(session, meeting, spoken).note

    assert note is not None
    assert note.answers[0].words == "先补查。\n再讯问。"
    assert note.answers[0].line_seq == 4


def _link(meeting: Meeting) -> OpinionLine:
    return OpinionLine(line=meeting.lines[1], position=0)
