"""Who can give an opinion, and what the handling prosecutor answers to each."""

from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy.orm import Session

from models.database import Database
from models.errors import RecordLocked, ValueRefused
from models.forms import Entry
from models.handler_answers import answers_to, open_opinions
from models.journal import recorded, undo
from models.operations import entries, handler_answers, lines, opinions
from models.operations.case_files import import_documents
from models.profiles import Profiles
from models.queries import meeting_document, meeting_snapshot
from models.sheets import meeting_sheet
from models.snapshot import MeetingSnapshot
from models.vocabulary import AnswerStatus, LineKind, Manner, Role
from tests.models.case_files import small, small_hearing

SPECIALISTS = [Role.EXPERT, Role.INVITED_ASSISTANT]


@pytest.fixture(params=SPECIALISTS)
def with_specialist(request: pytest.FixtureRequest, database: Database) -> str:
    """Take in a conference whose third person, who gave an opinion, is a specialist."""
    document = small()
    document["participants"][2]["role"] = request.param
    about = {"participant": 3, "specialist_question": "修复年限"}
    document["lianxi"] = {"participants": [about]}
    return _taken(database, document)


@pytest.fixture
def conference(database: Database) -> str:
    return _taken(database, small())


def _taken(database: Database, document: dict[str, Any]) -> str:
    with database.write() as session:
        (imported,) = import_documents(session, [("a", document)])
    return imported.id


def _snapshot(database: Database, meeting: str) -> MeetingSnapshot:
    with database.read() as session:
        return meeting_snapshot(session, meeting)


def _answers(database: Database, meeting: str) -> tuple[Entry, ...]:
    with database.read() as session:
        return meeting_sheet(session, meeting).of("handler_answer")


def _person(database: Database, meeting: str, place: int) -> str:
    return _snapshot(database, meeting).participants[place].id


@pytest.mark.parametrize("kind", [LineKind.OPINION, LineKind.SUPPLEMENT])
def test_a_specialist_speaks_no_opinion(
    database: Database, with_specialist: str, kind: LineKind, profiles: Profiles
) -> None:
    meeting = _snapshot(database, with_specialist)
    speaker = meeting.participants[2].id
    chair_line, *_ = meeting.lines
    other = _add(database, with_specialist, _person(database, with_specialist, 0), "意见")
    explained = _add(database, with_specialist, speaker, "专业说明")
    tries: list[Callable[[Session], object]] = [
        lambda s: lines.add_line(s, meeting.id, text="我认为。", speaker_id=speaker, kind=kind),
        lambda s: lines.attribute_lines(s, meeting.id, [other], speaker),
        lambda s: entries.set_values(
            s, meeting.id, "line", {"kind": kind}, profiles=profiles, entry_id=explained
        ),
        lambda s: lines.revise_line(
            s, meeting.id, chair_line.id,
            text="x", speaker_id=speaker, kind=kind, step=None, item_id=None,
        ),
    ]  # fmt: skip
    before = _document(database, with_specialist)

    for attempt in tries:
        with pytest.raises(ValueRefused) as refused, database.write() as session:
            attempt(session)
        assert refused.value == ValueRefused("line", "kind", "gives_no_opinion")

    assert _document(database, with_specialist) == before


def test_an_opinion_of_a_specialist_that_was_taken_in_stays_and_can_be_corrected(
    database: Database, with_specialist: str
) -> None:
    meeting = _snapshot(database, with_specialist)
    line = meeting.lines[2]

    with database.write() as session:
        lines.revise_line(
            session, meeting.id, line.id,
            text="证据不足！", speaker_id=line.speaker_id, kind=line.kind, step=None, item_id=None,
        )  # fmt: skip
        lines.attribute_lines(session, meeting.id, [line.id], line.speaker_id)

    after = _snapshot(database, with_specialist)
    assert after.lines[2].text == "证据不足！"
    assert [one.author_id for one in after.opinions] == [line.speaker_id]


def test_an_explanation_is_limited_to_the_specialist_question(
    database: Database, with_specialist: str
) -> None:
    speaker, chair = (_person(database, with_specialist, place) for place in (2, 0))

    new = _add(database, with_specialist, speaker, "专业说明")
    answer = _add(database, with_specialist, speaker, "回答")
    revised = _add(database, with_specialist, chair, "专业说明")
    with database.write() as session:
        lines.revise_line(
            session, with_specialist, revised,
            text="说明。", speaker_id=speaker, kind="专业说明", step=None, item_id=None,
        )  # fmt: skip

    limits = {line.id: line.limit for line in _snapshot(database, with_specialist).lines}
    assert (limits[new], limits[answer], limits[revised]) == ("修复年限", None, "修复年限")


@pytest.mark.parametrize("role", [*SPECIALISTS, Role.RECUSED, Role.RECORDER, Role.INTERPRETER])
@pytest.mark.parametrize("manner", [Manner.WRITTEN, Manner.NONE_GIVEN])
def test_no_opinion_is_noted_of_those_who_give_none(
    database: Database, role: Role, manner: Manner
) -> None:
    document = small()
    document["participants"][0]["role"] = role
    meeting = _taken(database, document)
    author = _person(database, meeting, 0)

    with pytest.raises(ValueRefused), database.write() as session:
        opinions.add_opinion(session, meeting, author_id=author, manner=manner)


def test_an_opinion_in_writing_answers_a_question_from_the_start(
    database: Database, conference: str, profiles: Profiles
) -> None:
    author = _person(database, conference, 0)
    with database.write() as session:
        (question,) = entries.add_entries(
            session, conference, "question", [{"text": "定性？"}], profiles=profiles
        )
        key = opinions.add_opinion(
            session, conference, author_id=author, manner=Manner.WRITTEN, question_id=question
        )

    last = _snapshot(database, conference).opinions[-1]
    assert (last.id, last.question_id) == (key, question)


def test_each_opinion_is_listed_once_in_speaking_order_in_one_step(
    database: Database, conference: str
) -> None:
    speaker, author = (_person(database, conference, place) for place in (0, 1))
    first = _add(database, conference, speaker, "意见")
    with database.write() as session:
        lines.move_lines(session, conference, [first], 0)
        written = opinions.add_opinion(
            session, conference, author_id=author, manner=Manner.WRITTEN, text="同意。"
        )
        opinions.add_opinion(session, conference, author_id=author, manner=Manner.NONE_GIVEN)
    before = _document(database, conference)

    with database.write() as session, recorded(session) as changes:
        made = handler_answers.list_answers(session, conference)

    found = _answers(database, conference)
    assert [entry.values["speaker"] for entry in found] == ["罗承砚", None, "陶𬤇"]
    assert [entry.values["line"] for entry in found][::2] == [first, None]
    assert found[2].values["opinion"] == written
    assert made == (found[0].id, found[2].id)
    with database.write() as session:
        assert handler_answers.list_answers(session, conference) == ()
        undo(session, tuple(changes))
    assert _document(database, conference) == before


def test_a_note_begins_with_the_first_answers(database: Database) -> None:
    document = small()
    del document["handler_note"]
    meeting = _taken(database, document)

    with database.write() as session:
        handler_answers.list_answers(session, meeting)

    assert [entry.values["speaker"] for entry in _answers(database, meeting)] == ["阿旺·才让"]


def test_opinions_are_listed_after_signing_and_no_more_once_archived(database: Database) -> None:
    signed, archived = (
        _taken(database, small() | {"state": s, "number": s}) for s in ("J8", "J11")
    )

    with database.write() as session:
        handler_answers.list_answers(session, signed)
    with pytest.raises(RecordLocked), database.write() as session:
        handler_answers.list_answers(session, archived)


def test_a_hearing_has_no_note_to_list_opinions_in(database: Database) -> None:
    hearing = _taken(database, small_hearing())

    with pytest.raises(KeyError), database.write() as session:
        handler_answers.list_answers(session, hearing)


NEEDING = [status for status in AnswerStatus if status is not AnswerStatus.ADOPTED]


@pytest.mark.parametrize("status", NEEDING)
@pytest.mark.parametrize("reason", [None, "", " \n"])
def test_an_answer_other_than_adoption_needs_its_reason(
    database: Database,
    conference: str,
    status: AnswerStatus,
    reason: str | None,
    profiles: Profiles,
) -> None:
    (answer,) = _answers(database, conference)

    def change(**values: object) -> None:
        with database.write() as session:
            entries.set_values(
                session, conference, "handler_answer", values, profiles=profiles, entry_id=answer.id
            )

    with pytest.raises(ValueRefused) as refused:
        change(status=status, reason=reason)
    assert refused.value == ValueRefused("handler_answer", "status", "answer_needs_reason")
    change(reason="已经核实。", status=status)
    with pytest.raises(ValueRefused) as refused:
        change(reason=reason)
    assert refused.value == ValueRefused("handler_answer", "reason", "answer_needs_reason")
    (kept,) = _answers(database, conference)
    assert (kept.values["status"], kept.values["reason"]) == (status, "已经核实。")
    change(status=AnswerStatus.ADOPTED, reason=reason)


def test_a_new_answer_needs_its_reason_too(
    database: Database, conference: str, profiles: Profiles
) -> None:
    with database.read() as session:
        note = meeting_sheet(session, conference).of("handler_note")[0].id
    with pytest.raises(ValueRefused), database.write() as session:
        entries.add_entries(
            session, conference, "handler_answer", [{"status": "未采纳"}],
            profiles=profiles, owner_id=note,
        )  # fmt: skip


def test_an_answer_taken_in_without_a_reason_stays_and_takes_other_changes(
    database: Database, profiles: Profiles
) -> None:
    document = small()
    document["handler_note"]["items"][0]["status"] = "未采纳"
    meeting = _taken(database, document)
    (answer,) = _answers(database, meeting)

    with database.write() as session:
        entries.set_values(
            session, meeting, "handler_answer", {"at": "2026-03-05"},
            profiles=profiles, entry_id=answer.id,
        )  # fmt: skip

    (kept,) = _answers(database, meeting)
    assert (kept.values["status"], kept.values["at"]) == ("未采纳", "2026-03-05")


def test_opinions_are_open_until_they_are_answered_in_full(
    database: Database, conference: str, profiles: Profiles
) -> None:
    speaker = _person(database, conference, 0)
    _add(database, conference, speaker, "意见")
    with database.write() as session:
        opinions.add_opinion(session, conference, author_id=speaker, manner=Manner.NONE_GIVEN)
    answered, unanswered, none = _snapshot(database, conference).opinions

    def still_open() -> list[str]:
        found = _snapshot(database, conference).opinions
        return [one.id for one in open_opinions(found, _answers(database, conference))]

    assert still_open() == [unanswered.id]
    assert answers_to(none, _answers(database, conference)) == ()
    with database.write() as session:
        (listed,) = handler_answers.list_answers(session, conference)
    assert still_open() == [unanswered.id]
    with database.write() as session:
        entries.set_values(
            session, conference, "handler_answer", {"status": "采纳"},
            profiles=profiles, entry_id=listed,
        )  # fmt: skip
    assert still_open() == []
    (first, _) = _answers(database, conference)
    assert answers_to(answered, [first]) == (first,)


def _add(database: Database, meeting: str, speaker: str, kind: str) -> str:
    with database.write() as session:
        return lines.add_line(session, meeting, text="一句话。", speaker_id=speaker, kind=kind)


def _document(database: Database, meeting: str) -> object:
    with database.read() as session:
        return meeting_document(session, meeting)
