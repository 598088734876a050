"""Opinions: one person's each, in one line, in several, in writing, or not given."""

import json
import uuid
from typing import Any

import pytest
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from models.case_file.reading import parse_document
from models.database import Database
from models.errors import CaseFileRefused, PartGone, RecordLocked, StillSpeaks, ValueRefused
from models.history import History, Step
from models.journal import recorded
from models.meeting import Meeting
from models.operations import entries, lines, opinions
from models.operations.case_files import import_documents
from models.operations.locking import lock
from models.opinions import Opinion
from models.profiles import Profiles
from models.queries import meeting_by_id, meeting_document, meeting_snapshot
from models.sheets import opinion_entries
from models.snapshot import OpinionView
from models.vocabulary import Manner
from tests.models.case_files import Document, small
from tests.models.full_files import full_conference


@pytest.fixture
def conference(database: Database) -> str:
    """Give a conference in which one person speaks an opinion in line 3 and adds to it in line 4."""
    document = small() | {"questions": ["是否构成犯罪？"], "case": {"name": "周某案"}}
    document["records"].append({"seq": 4, "speaker": "阿旺·才让", "kind": "补充", "text": "再说。"})
    with database.write() as session:
        (imported,) = import_documents(session, [("a", document)])
    return imported.id


def _opinions(database: Database, meeting: str) -> tuple[OpinionView, ...]:
    with database.read() as session:
        return meeting_snapshot(session, meeting).opinions


def _ids(database: Database, meeting: str, attribute: str) -> list[str]:
    with database.read() as session:
        rows = getattr(session.get_one(Meeting, uuid.UUID(meeting)), attribute)
        return [str(row.id) for row in rows]


def _joined(database: Database, meeting: str) -> list[str]:
    """Join line 4 to the opinion of line 3; return the ids of all lines."""
    found = _ids(database, meeting, "lines")
    with database.write() as session:
        opinions.join_line(session, meeting, _opinions(database, meeting)[0].id, found[3])
    return found


def test_a_further_line_is_no_opinion_by_itself(database: Database, conference: str) -> None:
    found = _joined(database, conference)

    (opinion,) = _opinions(database, conference)
    assert opinion.line_ids == (found[2], found[3])


def test_a_line_that_is_parted_is_an_opinion_again(database: Database, conference: str) -> None:
    found = _joined(database, conference)

    with database.write() as session:
        opinions.part_line(session, conference, found[3])

    assert [one.line_ids for one in _opinions(database, conference)] == [(found[2],), (found[3],)]


def test_a_further_line_said_by_another_leaves_the_opinion(
    database: Database, conference: str
) -> None:
    found, people = _joined(database, conference), _ids(database, conference, "participants")

    with database.write() as session:
        lines.attribute_lines(session, conference, [found[3]], people[0])

    first, second = _opinions(database, conference)
    assert (first.line_ids, first.author_id) == ((found[2],), people[2])
    assert (second.line_ids, second.author_id) == ((found[3],), people[0])


def test_lines_said_by_another_together_stay_one_opinion(
    database: Database, conference: str
) -> None:
    found, people = _joined(database, conference), _ids(database, conference, "participants")

    with database.write() as session:
        lines.attribute_lines(session, conference, found[2:], people[0])

    (opinion,) = _opinions(database, conference)
    assert (opinion.line_ids, opinion.author_id) == ((found[2], found[3]), people[0])


def test_a_further_line_outlives_the_first(database: Database, conference: str) -> None:
    found = _joined(database, conference)

    with database.write() as session:
        lines.delete_lines(session, conference, [found[2]])

    assert [one.line_ids for one in _opinions(database, conference)] == [(found[3],)]


def test_a_line_of_somebody_else_is_not_joined(database: Database, conference: str) -> None:
    found = _ids(database, conference, "lines")
    opinion = _opinions(database, conference)[0].id

    for line in (found[0], found[2]):
        with pytest.raises(ValueRefused), database.write() as session:
            opinions.join_line(session, conference, opinion, line)


def test_opinions_without_a_line_stand_after_the_spoken_ones(
    database: Database, conference: str, profiles: Profiles
) -> None:
    people = _ids(database, conference, "participants")
    with database.write() as session:
        silent = opinions.add_opinion(
            session,
            conference,
            author_id=people[1],
            manner=Manner.NONE_GIVEN,
            silence_reason="承办人",
        )
        written = opinions.add_opinion(
            session, conference, author_id=people[0], manner=Manner.WRITTEN, text="同意起诉。"
        )
        lines.add_line(session, conference, text="我看。", speaker_id=people[0], kind="意见")
        question = _ids(database, conference, "questions")[0]
        case = _ids(database, conference, "cases")[0]
        values = {"question": question, "case": case, "reasons": "理由", "legal_basis": "依据"}
        entries.set_values(
            session, conference, "opinion", values, profiles=profiles, entry_id=written
        )

    found = _opinions(database, conference)
    assert [bool(one.line_ids) for one in found] == [True, True, True, False, False]
    assert [one.id for one in found[3:]] == [silent, written]
    assert (found[3].manner, found[3].silence_reason) == ("未发表", "承办人")
    assert (found[4].question_id, found[4].case_id, found[4].reasons) == (question, case, "理由")
    with database.read() as session:
        assert [entry.id for entry in opinion_entries(session, conference)] == [
            one.id for one in found
        ]
        told = meeting_document(session, conference)["lianxi"]
    assert told == {
        "opinions": [
            {"participant": 2, "manner": "未发表", "silence_reason": "承办人"},
            {
                "participant": 1,
                "manner": "书面",
                "text": "同意起诉。",
                "reasons": "理由",
                "legal_basis": "依据",
                "case": 1,
                "question": 1,
            },
        ]
    }


def test_a_spoken_opinion_needs_a_line_and_one_not_given_has_none(
    database: Database, conference: str, profiles: Profiles
) -> None:
    author = _ids(database, conference, "participants")[0]
    spoken = _opinions(database, conference)[0].id
    with database.write() as session:
        written = opinions.add_opinion(session, conference, author_id=author, manner=Manner.WRITTEN)

    with pytest.raises(ValueRefused), database.write() as session:
        opinions.add_opinion(session, conference, author_id=author, manner=Manner.SPOKEN)
    for opinion, manner in ((spoken, "未发表"), (written, "口头"), (written, None)):
        with pytest.raises(ValueRefused), database.write() as session:
            entries.set_values(
                session,
                conference,
                "opinion",
                {"manner": manner},
                profiles=profiles,
                entry_id=opinion,
            )


def test_a_spoken_opinion_goes_with_its_line_and_another_by_itself(
    database: Database, conference: str, profiles: Profiles
) -> None:
    author = _ids(database, conference, "participants")[0]
    with database.write() as session:
        written = opinions.add_opinion(session, conference, author_id=author, manner=Manner.WRITTEN)
    with pytest.raises(StillSpeaks), database.write() as session:
        entries.delete_entries(session, conference, "participant", [author], profiles=profiles)
    spoken = _opinions(database, conference)[0].id

    with pytest.raises(PartGone), database.write() as session:
        opinions.delete_opinion(session, conference, spoken)
    with database.write() as session:
        opinions.delete_opinion(session, conference, written)

    assert written not in {one.id for one in _opinions(database, conference)}


def test_the_database_refuses_what_was_said_nowhere(database: Database, conference: str) -> None:
    def say(session: Session) -> None:
        meeting = session.get_one(Meeting, uuid.UUID(conference))
        meeting.opinions.append(Opinion(author=meeting.participants[0], position=9))

    with pytest.raises(IntegrityError), database.write() as session:
        say(session)


def test_a_question_of_another_meeting_is_no_question_of_this_one(
    database: Database, conference: str
) -> None:
    with database.write() as session:
        (other,) = import_documents(session, [("b", full_conference("J5"))])

    def cross(session: Session) -> None:
        here = session.get_one(Meeting, uuid.UUID(conference))
        here.opinions[0].question = session.get_one(Meeting, uuid.UUID(other.id)).questions[0]

    with pytest.raises(IntegrityError), database.write() as session:
        cross(session)


@pytest.mark.parametrize(
    ("opinion", "place", "code"),
    [
        ({"record": 3, "participant": 1}, "lianxi.opinions[0]", "record_or_participant"),
        ({"text": "甲"}, "lianxi.opinions[0]", "record_or_participant"),
        ({"record": 1}, "lianxi.opinions[0].record", "no_such_place"),
        ({"record": 9}, "lianxi.opinions[0].record", "no_such_place"),
        ({"record": 3, "records": [1]}, "lianxi.opinions[0].records", "no_such_place"),
        ({"record": 3, "records": [9]}, "lianxi.opinions[0].records", "no_such_place"),
        ({"record": 3, "case": 1}, "lianxi.opinions[0].case", "no_such_place"),
        ({"record": 3, "question": 1}, "lianxi.opinions[0].question", "no_such_place"),
        ({"record": 3, "manner": "未发表"}, "lianxi.opinions[0].manner", "manner_and_line"),
        ({"participant": 1}, "lianxi.opinions[0].manner", "manner_and_line"),
        ({"participant": 1, "manner": "口头"}, "lianxi.opinions[0].manner", "manner_and_line"),
        ({"participant": 9, "manner": "书面"}, "lianxi.opinions[0].participant", "no_such_place"),
        ({"record": 3, "manner": "举手"}, "lianxi.opinions[0].manner", "not_listed"),
    ],
)
def test_what_no_opinion_can_be_is_refused_with_its_place(
    opinion: Document, place: str, code: str, profiles: Profiles
) -> None:
    document = small() | {"lianxi": {"opinions": [opinion]}}

    faults = _faults(document, profiles)

    assert (place, code) in [(fault.place, fault.code) for fault in faults]


@pytest.mark.parametrize(
    ("told", "place"),
    [
        ({"signatures": [{"participant": 9}]}, "lianxi.signatures[0].participant"),
        ({"correction_sheets": [{"record": 9}]}, "lianxi.correction_sheets[0].record"),
        ({"correction_sheets": [{"no": 1}, {"no": 1}]}, "lianxi.correction_sheets[0].no"),
        ({"handler_answers": [{"answer": 2}]}, "lianxi.handler_answers[0].answer"),
        ({"handler_answers": [{"answer": 1, "opinion": 2}]}, "lianxi.handler_answers[0].opinion"),
        ({"handler_note": {"road": "表决"}}, "lianxi.handler_note.road"),
        ({"signatures": [{"status": "同意"}]}, "lianxi.signatures[0].status"),
    ],
)
def test_papers_refer_to_what_is_there(told: Document, place: str, profiles: Profiles) -> None:
    assert place in [fault.place for fault in _faults(small() | {"lianxi": told}, profiles)]


def _faults(document: Document, profiles: Profiles) -> tuple[Any, ...]:
    with pytest.raises(CaseFileRefused) as refused:
        parse_document(json.dumps(document).encode(), name="x", profiles=profiles)
    return refused.value.faults


def test_a_step_from_before_signing_cannot_be_taken_back_afterwards(
    database: Database, conference: str
) -> None:
    line = _ids(database, conference, "lines")[0]
    history = History()

    def write(session: Session) -> None:
        lines.set_step(session, conference, [line], 1)

    with database.write() as session, recorded(session) as changes:
        write(session)
    history.push(Step("更改", "set step", frozenset({conference}), tuple(changes)))
    with database.write() as session:
        lock(session, meeting_by_id(session, conference), "J7")

    with pytest.raises(RecordLocked):
        history.undo(database)
    assert history.names == ("", "")
