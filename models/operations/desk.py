"""Changes at the desk while a meeting is held: who comes and goes, what is under way, the queue.

Each is one step that can be undone. Times of lines are times of the day, those of stretches with
the day, since a meeting may last past midnight.
"""

import uuid
from collections.abc import Mapping, Sequence

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from models.agenda import AgendaItem
from models.agenda_plan import planned
from models.desk import InternalNote, QueueEntry, ShortCode, Stretch
from models.errors import ValueRefused
from models.field_values import fault_of
from models.forms import Field, ValueKind
from models.journal import insert_row
from models.lines import Line
from models.meeting import Meeting
from models.operations.access import meeting_to_change, part_of, place
from models.operations.lines import add_line
from models.operations.people import recorder_of
from models.people import Participant
from models.presence import handed_over, words_of
from models.queries import meeting_by_id
from models.roster import identity
from models.states import Openness
from models.views import item_view
from models.vocabulary import Attendance, LineKind, Movement, Role

_NOTE = Field(ValueKind.LONG_TEXT, required=True)
_CODE = Field(ValueKind.TEXT, required=True)


def note_movement(
    session: Session,
    meeting_id: str,
    participant_id: str,
    movement: Movement,
    *,
    at: str,
    reason: str = "",
    step: int | None = None,
    item_id: str | None = None,
) -> str:
    """Write into the record that somebody comes or goes; return the id of the line.

    Who arrives is registered as present from then on; who goes no longer waits to speak. Raises
    PartGone, or ValueRefused for somebody without a name.
    """
    meeting = meeting_to_change(session, meeting_id)
    person = part_of(session, meeting, Participant, participant_id)
    item = None if item_id is None else part_of(session, meeting, AgendaItem, item_id)
    line = _add_movement(
        session, meeting, person, movement, at=at, reason=reason, step=step, item=item
    )
    if movement is Movement.ARRIVED:
        person.attendance = Attendance.PRESENT.value
    meeting.queue[:] = [entry for entry in meeting.queue if entry.participant is not person]
    place(meeting.queue)
    session.flush()
    return str(line)


def begin(
    session: Session,
    meeting_id: str,
    *,
    at: str,
    item_id: str | None = None,
    step: int | None = None,
) -> None:
    """Turn to an item of the agenda, or to a step of a hearing; what was under way ends.

    Who was recused for that comes back, which the record says. ``at`` has day and time.
    """
    meeting = meeting_to_change(session, meeting_id)
    item = None if item_id is None else part_of(session, meeting, AgendaItem, item_id)
    if (item is None) == (step is None):
        raise ValueRefused("stretch", "item", "required")
    if any(
        one.ended_at is None and (one.item, one.step) == (item, step) for one in meeting.stretches
    ):
        return
    _end(meeting, at)
    made = Stretch(item=item, step=step, began_at=at, position=len(meeting.stretches))
    meeting.stretches.append(made)
    for person in _recused(session, meeting):
        time = at.rpartition("T")[2]
        _add_movement(session, meeting, person, Movement.RETURNED, at=time, step=step, item=item)
    session.flush()


def pause(session: Session, meeting_id: str, *, at: str) -> None:
    """End what is under way, without turning to anything else."""
    _end(meeting_to_change(session, meeting_id), at)
    session.flush()


def set_queue(session: Session, meeting_id: str, participant_ids: Sequence[str]) -> None:
    """Have these people wait to speak, in this order. Raises PartGone."""
    meeting = meeting_to_change(session, meeting_id)
    wanted = [part_of(session, meeting, Participant, one) for one in dict.fromkeys(participant_ids)]
    waiting = {entry.participant: entry for entry in meeting.queue}
    meeting.queue[:] = [waiting.get(person) or QueueEntry(participant=person) for person in wanted]
    place(meeting.queue)
    session.flush()


def wait_to_speak(session: Session, meeting_id: str, participant_id: str, *, waiting: bool) -> None:
    """Put somebody at the end of the queue, or take them out of it."""
    meeting = meeting_to_change(session, meeting_id)
    person = part_of(session, meeting, Participant, participant_id)
    others = [str(one.participant_id) for one in meeting.queue if one.participant is not person]
    set_queue(session, meeting_id, [*others, participant_id] if waiting else others)


def mark_lines(session: Session, meeting_id: str, line_ids: Sequence[str], *, marked: bool) -> None:
    """Mark lines to be checked later, or take their marks away."""
    meeting = meeting_to_change(session, meeting_id)
    for line_id in line_ids:
        part_of(session, meeting, Line, line_id).marked = marked or None


def add_note(
    session: Session, meeting_id: str, text: str, *, at: str, after_id: str | None = None
) -> str:
    """Add an internal note after a line, or before all of them; return its id."""
    meeting = meeting_to_change(session, meeting_id, Openness.UNTIL_ARCHIVED)
    _check(_NOTE, "internal_note", text)
    after = None if after_id is None else part_of(session, meeting, Line, after_id)
    note = InternalNote(text=text, at=at, after=after, position=len(meeting.internal_notes))
    meeting.internal_notes.append(note)
    session.flush()
    return str(note.id)


def revise_note(session: Session, meeting_id: str, note_id: str, text: str) -> None:
    """Change the words of an internal note."""
    meeting = meeting_to_change(session, meeting_id, Openness.UNTIL_ARCHIVED)
    _check(_NOTE, "internal_note", text)
    part_of(session, meeting, InternalNote, note_id).text = text


def delete_notes(session: Session, meeting_id: str, note_ids: Sequence[str]) -> None:
    """Delete internal notes."""
    meeting = meeting_to_change(session, meeting_id, Openness.UNTIL_ARCHIVED)
    going = [part_of(session, meeting, InternalNote, note_id) for note_id in note_ids]
    meeting.internal_notes[:] = [note for note in meeting.internal_notes if note not in going]
    place(meeting.internal_notes)
    session.flush()


def hand_over(
    session: Session,
    meeting_id: str,
    *,
    name: str,
    organ: str,
    post: str,
    at: str,
    step: int | None = None,
    item_id: str | None = None,
) -> str:
    """Let another secretary take the record down from now on; return the id of the line saying so.

    Who is not in the meeting yet joins it as recorder. The line is the words of who hands over, as
    far as that is known. Raises ValueRefused without a name, or for who takes down already.
    """
    meeting = meeting_to_change(session, meeting_id)
    former = next((p for p in reversed(meeting.participants) if p.role == Role.RECORDER), None)
    key = identity(name, organ)
    successor = next((p for p in meeting.participants if identity(p.name, p.organ) == key), None)
    if not name.strip() or (successor is not None and successor is former):
        raise ValueRefused("participant", "name", "required")
    if successor is None:
        successor = recorder_of(name, organ, post, len(meeting.participants))
        successor.attendance = Attendance.PRESENT.value
        successor.number = 1 + max((p.number or 0 for p in meeting.participants), default=0)
        meeting.participants.append(successor)
    session.flush()
    return add_line(
        session,
        meeting_id,
        text=handed_over(former.name if former is not None else None, successor.name or ""),
        speaker_id=str((former or successor).id),
        kind=LineKind.ORDER_EVENT.value,
        at=at,
        step=step,
        item_id=item_id,
    )


def freeze_numbers(session: Session, meeting_id: str) -> None:
    """Give each item of the agenda the number it has now, for good; later ones come between."""
    meeting = meeting_to_change(session, meeting_id)
    found = planned(tuple(map(item_view, meeting.agenda)), None)
    for item, plan in zip(meeting.agenda, found, strict=True):
        item.number = plan.number


def set_short_codes(session: Session, codes: Mapping[str, str], meeting_id: str = "") -> None:
    """Keep these short codes and their words, of a meeting or of the office, instead of former ones.

    Raises ValueRefused for a code or words that are empty.
    """
    owner = None
    if meeting_id:
        owner = meeting_by_id(session, meeting_id).id
    former = {
        one.code: one
        for one in session.scalars(select(ShortCode).where(ShortCode.meeting_id == owner))
    }
    for code, text in codes.items():
        _check(_CODE, "short_code", code)
        _check(_CODE, "short_code", text)
        known = former.pop(code, None)
        if known is None:
            session.add(ShortCode(meeting_id=owner, code=code, text=text))
        else:
            known.text = text
    for gone in former.values():
        session.delete(gone)
    session.flush()


def _add_movement(
    session: Session,
    meeting: Meeting,
    person: Participant,
    movement: Movement,
    *,
    at: str,
    reason: str = "",
    step: int | None = None,
    item: AgendaItem | None = None,
) -> uuid.UUID:
    if not person.name:
        raise ValueRefused("participant", "name", "required")
    session.flush()
    of_meeting = Line.meeting_id == meeting.id
    seq = session.scalar(select(func.max(Line.seq)).where(of_meeting))
    position = session.scalar(select(func.max(Line.position)).where(of_meeting))
    return insert_row(
        session,
        Line,
        {
            "meeting_id": meeting.id,
            "text": words_of(movement, person.name, reason),
            "movement": movement.value,
            "mover_id": person.id,
            "at": at,
            "step": step,
            "item_id": None if item is None else item.id,
            "seq": (seq or 0) + 1,
            "position": 0 if position is None else position + 1,
        },
    )


def _end(meeting: Meeting, at: str) -> None:
    for one in meeting.stretches:
        if one.ended_at is None:
            one.ended_at = max(at, one.began_at)


def _recused(session: Session, meeting: Meeting) -> list[Participant]:
    """Return who is out of the room for what was under way, in the order of the list."""
    moves = select(Line.mover_id, Line.movement).where(
        Line.meeting_id == meeting.id, Line.movement.is_not(None)
    )
    last = {row.mover_id: row.movement for row in session.execute(moves.order_by(Line.position))}
    return [one for one in meeting.participants if last.get(one.id) == Movement.RECUSED]


def _check(field: Field, group: str, text: str) -> None:
    fault = fault_of(field, text)
    if fault is not None:
        raise ValueRefused(group, "text", fault)
