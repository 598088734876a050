"""A strategy over all operations a user has, on whatever meetings there are."""

import uuid
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from hypothesis import strategies as st
from sqlalchemy import select
from sqlalchemy.orm import Session

from models.attachment_files import content_of
from models.database import Database
from models.forms import GROUPS, Field, ValueKind
from models.homes import HOMES
from models.journal import Changes, recorded
from models.meeting import Meeting
from models.operations import (
    attachments,
    desk,
    entries,
    handler_answers,
    lines,
    meetings,
    opinions,
    signing,
)
from models.operations.case_files import import_documents
from models.profiles import load_profiles
from models.sheets import meeting_sheet
from models.states import STATES, moves_from
from models.vocabulary import Manner, MeetingKind, Movement
from tests.models.case_files import small, small_hearing

PROFILES = load_profiles(())

Operation = Callable[[Session], object]


def carry_out(database: Database, operation: Operation) -> Changes:
    """Carry an operation out in one transaction; return the rows it changed."""
    with database.write() as session, recorded(session) as changes:
        operation(session)
    return tuple(changes)


def import_both(database: Database) -> None:
    """Take a conference and a hearing in."""
    with database.write() as session:
        import_documents(session, [("a", small()), ("b", small_hearing() | {"number": "另"})])


@dataclass(frozen=True)
class Draw:
    """What an operation is to be about; how it is read depends on the operation."""

    chosen: int
    to: int
    words: str
    kind: str | None
    group: str
    value: object


_VALUES = [
    None,
    "",
    "甲",
    "𬤇·乙",
    "x" * 50,
    True,
    False,
    0,
    1,
    3,
    "出席",
    "书面",
    "未发表",
    "已签名",
    "报检察长",
    "听证员",
    "到场",
    "意见",
    "2025-06-18",
    "09:05",
]


@st.composite
def any_operation(draw: st.DrawFn) -> Operation:
    """Return an operation on whatever it finds; it may be refused."""
    drawn = Draw(
        chosen=draw(st.integers(0, 5)),
        to=draw(st.integers(-1, 6)),
        words=draw(st.sampled_from(["", "甲", "𬤇·乙", "x" * 50])),
        kind=draw(st.sampled_from([None, "意见", "补充", "主持人"])),
        group=draw(st.sampled_from(sorted(GROUPS))),
        value=draw(st.sampled_from(_VALUES)),
    )
    name = draw(st.sampled_from(list(_OPERATIONS)))

    def operation(session: Session) -> object:
        found = session.scalars(select(Meeting).order_by(Meeting.id)).all()
        meeting = found[drawn.chosen % len(found)]
        return _OPERATIONS[name](session, meeting, drawn)

    return operation


def _pick(rows: list[Any], chosen: int) -> str:
    return str(rows[chosen % len(rows)].id) if rows else str(uuid.UUID(int=0))


def _some(rows: list[Any], drawn: Draw) -> list[str]:
    return [str(row.id) for row in rows[drawn.chosen :][:2]]


def _entry_id(session: Session, meeting: Meeting, drawn: Draw) -> str | None:
    sheet = meeting_sheet(session, str(meeting.id))
    found = sheet.of(drawn.group)
    return found[drawn.chosen % len(found)].id if found else None


def _owner_id(session: Session, meeting: Meeting, drawn: Draw) -> str | None:
    found = meeting_sheet(session, str(meeting.id)).of(GROUPS[drawn.group].owner)
    return found[0].id if found else None


def _set(session: Session, meeting: Meeting, drawn: Draw) -> None:
    group = GROUPS[drawn.group]
    fields = [name for name, field in group.fields.items() if meeting.kind in field.kinds]
    alone: dict[str, list[Any]] = {"line": meeting.lines, "opinion": meeting.opinions}
    entry = _pick(alone[drawn.group], drawn.chosen) if drawn.group in alone else None
    if meeting.kind not in group.kinds:
        return
    name = fields[drawn.chosen % len(fields)]
    entries.set_values(
        session,
        str(meeting.id),
        drawn.group,
        {name: _value(meeting, group.fields[name], drawn)},
        profiles=PROFILES,
        entry_id=entry or _entry_id(session, meeting, drawn),
    )


def _value(meeting: Meeting, field: Field, drawn: Draw) -> object:
    """Return what to set: for a reference mostly an entry that is there."""
    if field.kind is not ValueKind.REFERENCE or drawn.to < 0:
        return drawn.value
    return _pick(getattr(meeting, HOMES[field.refers_to].attribute), drawn.to)


def _set_each(session: Session, meeting: Meeting, drawn: Draw) -> None:
    group = GROUPS[drawn.group]
    if not _has_list(meeting, drawn):
        return
    field = list(group.fields)[-1]
    found = meeting_sheet(session, str(meeting.id)).of(drawn.group)
    values = {entry.id: {field: drawn.value} for entry in found[drawn.chosen :][:2]}
    entries.set_each(session, str(meeting.id), drawn.group, values, profiles=PROFILES)


def _has_list(meeting: Meeting, drawn: Draw) -> bool:
    group = GROUPS[drawn.group]
    return group.many and drawn.group not in ("line", "opinion") and meeting.kind in group.kinds


def _add(session: Session, meeting: Meeting, drawn: Draw) -> object:
    if not _has_list(meeting, drawn):
        return None
    name = next(iter(GROUPS[drawn.group].fields))
    return entries.add_entries(
        session,
        str(meeting.id),
        drawn.group,
        [{name: drawn.value}] * 2,
        profiles=PROFILES,
        owner_id=_owner_id(session, meeting, drawn),
        at=drawn.to,
    )


def _delete(session: Session, meeting: Meeting, drawn: Draw) -> None:
    entry = _entry_id(session, meeting, drawn)
    if entry is None or not _has_list(meeting, drawn):
        return
    entries.delete_entries(session, str(meeting.id), drawn.group, [entry], profiles=PROFILES)


def _move(session: Session, meeting: Meeting, drawn: Draw) -> None:
    entry = _entry_id(session, meeting, drawn)
    if entry is None or not _has_list(meeting, drawn):
        return
    entries.move_entries(session, str(meeting.id), drawn.group, [entry], drawn.to)


_OPERATIONS: dict[str, Callable[[Session, Meeting, Draw], object]] = {
    "create": lambda s, _m, d: meetings.create_meeting(s, MeetingKind.HEARING, title=d.words),
    "copy": lambda s, m, _d: meetings.copy_meeting(s, str(m.id)),
    "bin": lambda s, m, _d: meetings.bin_meeting(s, str(m.id)),
    "take out": lambda s, m, _d: meetings.restore_meeting(s, str(m.id)),
    "go on": lambda s, m, d: meetings.move_meeting(
        s, str(m.id), [c for c in moves_from(m.state) if not STATES[c].signed][d.chosen], PROFILES
    ),
    "list signers": lambda s, m, _d: signing.list_signers(s, str(m.id), PROFILES),
    "sign all": lambda s, m, _d: signing.sign_all(s, str(m.id), "2026-01-02T17:00"),
    "set": _set,
    "set each": _set_each,
    "add": _add,
    "delete": _delete,
    "move": _move,
    "add line": lambda s, m, d: lines.add_line(
        s,
        str(m.id),
        text=d.words,
        kind=d.kind,
        speaker_id=_pick(m.participants, d.chosen) if d.chosen % 2 else None,
        item_id=_pick(m.agenda, d.chosen) if d.chosen % 3 and m.agenda else None,
    ),
    "revise line": lambda s, m, d: lines.revise_line(
        s,
        str(m.id),
        _pick(m.lines, d.chosen),
        text=d.words,
        speaker_id=_pick(m.participants, d.to) if d.to % 2 else None,
        kind=d.kind,
        step=d.to if m.kind is MeetingKind.HEARING and d.to >= 0 else None,
        item_id=None,
    ),
    "attribute": lambda s, m, d: lines.attribute_lines(
        s, str(m.id), _some(m.lines, d), _pick(m.participants, d.to) if d.to % 2 else None
    ),
    "assign": lambda s, m, d: lines.assign_lines(
        s, str(m.id), _some(m.lines, d), _pick(m.agenda, d.to) if d.to % 2 else None
    ),
    "step": lambda s, m, d: lines.set_step(s, str(m.id), _some(m.lines, d), d.chosen),
    "move lines": lambda s, m, d: lines.move_lines(s, str(m.id), _some(m.lines, d), d.to),
    "add opinion": lambda s, m, d: opinions.add_opinion(
        s,
        str(m.id),
        author_id=_pick(m.participants, d.chosen),
        manner=list(Manner)[d.to % 3],
        text=d.words,
    ),
    "delete opinion": lambda s, m, d: opinions.delete_opinion(
        s, str(m.id), _pick(m.opinions[d.to :], d.chosen)
    ),
    "join line": lambda s, m, d: opinions.join_line(
        s, str(m.id), _pick(m.opinions, d.chosen), _pick(m.lines, d.to)
    ),
    "part line": lambda s, m, d: opinions.part_line(s, str(m.id), _pick(m.lines, d.chosen)),
    "list answers": lambda s, m, _d: (
        handler_answers.list_answers(s, str(m.id)) if m.kind is MeetingKind.JOINT_CONFERENCE else ()
    ),
    "come or go": lambda s, m, d: desk.note_movement(
        s,
        str(m.id),
        _pick(m.participants, d.chosen),
        list(Movement)[d.to],
        at="09:05",
        reason=d.words,
        item_id=_pick(m.agenda, d.chosen) if d.chosen % 3 and m.agenda else None,
    ),
    "begin item": lambda s, m, d: desk.begin(
        s, str(m.id), at=f"2026-03-02T09:{d.chosen:02}", item_id=_pick(m.agenda, d.to)
    ),
    "begin step": lambda s, m, d: desk.begin(
        s, str(m.id), at=f"2026-03-02T09:{d.chosen:02}", step=d.chosen
    ),
    "pause": lambda s, m, _d: desk.pause(s, str(m.id), at="2026-03-02T10:00"),
    "queue": lambda s, m, d: desk.set_queue(s, str(m.id), _some(m.participants, d)),
    "wait": lambda s, m, d: desk.wait_to_speak(
        s, str(m.id), _pick(m.participants, d.chosen), waiting=d.to > 0
    ),
    "hand over": lambda s, m, d: desk.hand_over(
        s, str(m.id), name=d.words, organ="甲院", post="", at="10:00"
    ),
    "take as opinion": lambda s, m, d: opinions.take_as_opinion(
        s,
        str(m.id),
        _some(m.lines, d) or [_pick([], 0)],
        _pick(m.questions, d.to) if m.questions and d.to > 2 else None,
    ),
    "mark": lambda s, m, d: desk.mark_lines(s, str(m.id), _some(m.lines, d), marked=d.to > 0),
    "add note": lambda s, m, d: desk.add_note(
        s, str(m.id), d.words, at="09:05", after_id=_pick(m.lines, d.chosen) if m.lines else None
    ),
    "revise note": lambda s, m, d: desk.revise_note(
        s, str(m.id), _pick(m.internal_notes, d.chosen), d.words
    ),
    "delete notes": lambda s, m, d: desk.delete_notes(s, str(m.id), _some(m.internal_notes, d)),
    "freeze numbers": lambda s, m, _d: desk.freeze_numbers(s, str(m.id)),
    "short codes": lambda s, m, d: desk.set_short_codes(
        s, {"a": d.words, "b": "乙"}, str(m.id) if d.chosen % 2 else ""
    ),
    "attach": lambda s, m, d: attachments.attach(
        s,
        str(m.id),
        [content_of(d.words or "图.png", b"\x89PNG\r\n\x1a\n" + d.words.encode())],
        at="2026-03-02T09:05",
        line_id=_pick(m.lines, d.chosen) if d.chosen % 3 == 1 else None,
        item_id=_pick(m.agenda, d.to) if d.chosen % 3 == 2 and m.agenda else None,
    ),
    "detach": lambda s, m, d: attachments.detach(s, str(m.id), _some(m.attachments, d)),
    "describe": lambda s, m, d: attachments.describe(
        s, str(m.id), _pick(m.attachments, d.chosen), d.words
    ),
    "delete lines": lambda s, m, d: lines.delete_lines(s, str(m.id), _some(m.lines, d)),
}
