"""Steps that can be undone, and the trail that keeps what was undone."""

import uuid
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from models.database import Database
from models.errors import ChangedElsewhere
from models.history import MOST_ROWS, MOST_STEPS, History, Step
from models.journal import RowChange, recorded
from models.operations import entries, lines, meetings
from models.queries import meeting_rows
from models.vocabulary import MeetingKind
from models.workbench import AuditEntry, Verb, drafts, put_draft, write_audit


@pytest.fixture
def meeting(database: Database) -> str:
    with database.write() as session:
        return meetings.create_meeting(session, MeetingKind.JOINT_CONFERENCE, title="会议")


def _do(database: Database, history: History, meeting: str, name: str, **values: object) -> None:
    with database.write() as session:
        with recorded(session) as changes:
            entries.set_values(session, meeting, "meeting", values, profiles={})
        done = tuple(changes)
        write_audit(session, Verb.DO, "set meeting", meetings=[meeting], changes=done)
    history.push(Step(name, "set meeting", frozenset({meeting}), done))


def _title(database: Database) -> str | None:
    with database.read() as session:
        return meeting_rows(session)[0].title


def _trail(session: Session) -> list[tuple[str, Any]]:
    found = session.execute(select(AuditEntry.verb, AuditEntry.changes).order_by(AuditEntry.number))
    return [(row.verb, row.changes) for row in found]


def test_steps_are_named_undone_and_done_again(database: Database, meeting: str) -> None:
    history = History()
    _do(database, history, meeting, "一", title="甲")
    _do(database, history, meeting, "二", title="乙")
    assert history.names == ("二", "")

    undone = history.undo(database)
    assert undone is not None
    assert (undone.name, _title(database), history.names) == ("二", "甲", ("一", "二"))

    history.redo(database)
    assert (_title(database), history.names) == ("乙", ("二", ""))


def test_a_new_step_ends_what_could_be_done_again(database: Database, meeting: str) -> None:
    history = History()
    _do(database, history, meeting, "一", title="甲")
    history.undo(database)

    _do(database, history, meeting, "二", title="乙")

    assert history.names == ("二", "")
    assert history.redo(database) is None


def test_with_nothing_to_undo_nothing_happens(database: Database, meeting: str) -> None:
    history = History()

    assert (history.undo(database), history.redo(database)) == (None, None)
    with database.read() as session:
        assert _trail(session) == []
    assert meeting


def test_at_least_two_hundred_steps_come_back(database: Database, meeting: str) -> None:
    history = History()
    for number in range(250):
        _do(database, history, meeting, str(number), title=str(number))

    while history.undo(database) is not None:
        pass

    assert _title(database) == "会议"
    assert MOST_STEPS >= 250


def test_big_steps_push_the_oldest_out_before_they_fill_the_memory() -> None:
    history = History()
    rows = (RowChange("line", uuid.uuid4(), {"position": 1}, {"position": 0}),) * (MOST_ROWS // 2)
    for name in ("一", "二", "三"):
        history.push(Step(name, "move lines", frozenset(), rows))

    assert [step.name for step in history._done] == ["二", "三"]
    history.push(Step("四", "move lines", frozenset(), rows * 3))
    assert [step.name for step in history._done] == ["四"]


def test_a_step_keeps_of_a_changed_row_only_what_differs(database: Database, meeting: str) -> None:
    with database.write() as session:
        first, *_ = [lines.add_line(session, meeting, text=text) for text in ("一", "二", "三")]
    with database.write() as session, recorded(session) as changes:
        lines.delete_lines(session, meeting, [first])

    moved = [change for change in changes if change.after is not None]
    assert [set(change.after or {}) for change in moved] == [{"position", "seq"}] * 2


def test_what_somebody_else_changed_beside_it_stays_when_a_step_is_undone(
    database: Database, meeting: str
) -> None:
    history = History()
    _do(database, history, meeting, "改标题", title="甲")
    with database.write() as session:
        entries.set_values(session, meeting, "meeting", {"number": "别人的"}, profiles={})

    history.undo(database)

    with database.read() as session:
        (row,) = meeting_rows(session)
    assert (row.title, row.number) == ("会议", "别人的")


def test_what_somebody_else_changed_is_not_is_not_overwritten(
    database: Database, meeting: str
) -> None:
    history = History()
    _do(database, history, meeting, "改标题", title="甲")
    with database.write() as session:
        entries.set_values(session, meeting, "meeting", {"title": "别人的"}, profiles={})

    with pytest.raises(ChangedElsewhere) as refused:
        history.undo(database)

    assert refused.value.step == "改标题"
    assert _title(database) == "别人的"
    assert history.names == ("", "")


def test_the_trail_keeps_what_a_deleted_line_said(database: Database, meeting: str) -> None:
    history = History()
    with database.write() as session:
        line = lines.add_line(session, meeting, text="说过的话。")
    with database.write() as session:
        with recorded(session) as changes:
            lines.delete_lines(session, meeting, [line])
        done = tuple(changes)
        write_audit(session, Verb.DO, "delete lines", meetings=[meeting], changes=done)
    history.push(Step("删除", "delete lines", frozenset({meeting}), done))
    history.undo(database)

    with database.read() as session:
        (did, deleted), (undid, restored) = _trail(session)
    assert (did, undid) == ("do", "undo")
    assert deleted[0]["before"]["text"] == "说过的话。"
    assert "after" not in deleted[0]
    assert restored[0]["after"]["text"] == "说过的话。"


def test_the_trail_tells_of_a_changed_row_only_what_differs(
    database: Database, meeting: str
) -> None:
    _do(database, History(), meeting, "一", title="甲")

    with database.read() as session:
        ((_, changes),) = _trail(session)
    assert changes == [
        {"table": "meeting", "row": meeting, "before": {"title": "会议"}, "after": {"title": "甲"}}
    ]


def test_drafts_are_kept_replaced_and_forgotten(database: Database) -> None:
    with database.write() as session:
        put_draft(session, "line/1", {"text": "半句"})
        put_draft(session, "line/1", {"text": "半句话"})
        put_draft(session, "line/2", {"text": "别的"})
        put_draft(session, "line%", "不是前缀")
    with database.write() as session:
        put_draft(session, "line/2", None)

    with database.read() as session:
        assert drafts(session, "line/") == {"line/1": {"text": "半句话"}}


def test_the_reason_of_a_change_stands_before_its_rows(database: Database, meeting: str) -> None:
    with database.write() as session:
        write_audit(session, Verb.DO, "x", meetings=[meeting], changes=(), reason="案件性质核实")
        write_audit(session, Verb.DO, "x", meetings=[meeting], changes=())

    with database.read() as session:
        assert [changes for _, changes in _trail(session)] == [[{"reason": "案件性质核实"}], []]
