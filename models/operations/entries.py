"""Changing any field of any form, and the lists that forms show.

:mod:`models.homes` says which group of :mod:`models.forms` is which entity and where it hangs; what a
change brings with it elsewhere (an opinion's author, the list of officers) stands in the two tables
below.
"""

import uuid
from collections.abc import Callable, Collection, Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.agenda import AgendaItem, Question
from models.attachments import Attachment
from models.base import Identified
from models.civil_time import is_before
from models.errors import EndsBeforeStart, NumberTaken, PartGone, ValueRefused
from models.field_values import fault_of
from models.forms import GROUPS, ValueKind
from models.handler_answers import NEEDS_REASON, lacks_reason
from models.hearing import (
    HearingOfficer,
)
from models.homes import HOMES, OWNER_COLUMNS
from models.lines import Line
from models.meeting import (
    Case,
    Meeting,
    Schedule,
)
from models.operations.access import meeting_to_change, moved, place
from models.operations.opinions import follow_opinion, refuse_opinion_of
from models.operations.papers import refuse_signed
from models.operations.people import leave, require_name, require_number, tell_apart
from models.operations.profiles import needed_rules_kept, require_profile
from models.opinions import HandlerAnswer, Opinion
from models.people import Participant
from models.profiles import Profiles, profile_of, roles_of
from models.roster import counts_by_role
from models.signing import CorrectionSheet
from models.vocabulary import Manner, MeetingKind, Role

_MADE_ELSEWHERE = frozenset({"line", "opinion"})  # by the operations of their own

_NUMBERED = frozenset({"participant", "correction_sheet"})


def set_values(
    session: Session,
    meeting_id: str,
    group: str,
    values: Mapping[str, object],
    *,
    profiles: Profiles,
    entry_id: str | None = None,
) -> None:
    """Set fields of one entry. ``entry_id`` is needed where a meeting has several of the group.

    An entry of which there is at most one is made when its first field is set. An empty text is
    nothing. Raises ValueRefused, NumberTaken, EndsBeforeStart, PartGone, RecordLocked or
    ProfileNotAllowed.
    """
    with _needs_met(session, meeting_id, group, profiles):
        for field, value in values.items():
            meeting = _open(session, meeting_id, group, field)
            checked = _checked_value(session, meeting, (group, field), value, profiles)
            entity = _entity(session, meeting, group, entry_id)
            refuse_signed(meeting, entity, _owner_of(session, meeting, group, entity))
            _check_against_others(meeting, entity, field, checked)
            setattr(entity, field, checked)
            if (group, field) == ("participant", "role"):
                _follow_role(session, meeting, entity, profiles)
            after = _AFTER_SET.get((group, field))
            if after is not None:
                after(session, meeting, entity)
        if group == "handler_answer" and values:
            _require_reason(_entity(session, meeting, group, entry_id), values)


def set_each(
    session: Session,
    meeting_id: str,
    group: str,
    values: Mapping[str, Mapping[str, object]],
    *,
    profiles: Profiles,
) -> None:
    """Set fields of several entries, by their ids. Raises what :func:`set_values` raises."""
    for entry_id, fields in values.items():
        set_values(session, meeting_id, group, fields, profiles=profiles, entry_id=entry_id)


def add_entries(
    session: Session,
    meeting_id: str,
    group: str,
    entries: Sequence[Mapping[str, object]],
    *,
    profiles: Profiles,
    owner_id: str | None = None,
    at: int | None = None,
) -> tuple[str, ...]:
    """Add entries to a list, at a place or at the end; return their ids.

    ``owner_id`` is needed where the list belongs to one of several entries (the parties of a case).
    Raises what :func:`set_values` raises.
    """
    meeting = _open(session, meeting_id, group)
    _refuse_lines(group)
    home = HOMES[group]
    owner = _owner(session, meeting, group, owner_id)  # kept: its list lives as long as it does
    refuse_signed(meeting, owner)
    rows = _rows(owner, group)
    made = [
        home.entity(**_checked(session, meeting, group, values, profiles)) for values in entries
    ]
    for entity, given in zip(made, entries, strict=True):
        if isinstance(entity, HandlerAnswer):
            _require_reason(entity, given)
    where = len(rows) if at is None else max(0, min(at, len(rows)))
    if group in _NUMBERED:
        _number(rows, made)
    rows[where:where] = made
    place(rows)
    session.flush()
    if group == "participant":
        for entity in made:
            _follow_officers(session, meeting, entity)
        tell_apart(session, meeting)
    return tuple(str(entity.id) for entity in made)


def delete_entries(
    session: Session, meeting_id: str, group: str, entry_ids: Sequence[str], *, profiles: Profiles
) -> None:
    """Delete entries of a list; what referred to them no longer does.

    Raises StillSpeaks for a participant with words in the record, PartGone, RecordLocked, or
    ProfileNotAllowed for an office's own rule that the chosen profile needs.
    """
    meeting = _open(session, meeting_id, group)
    _refuse_lines(group)
    with _needs_met(session, meeting_id, group, profiles):
        for entry_id in entry_ids:
            entity = _entity(session, meeting, group, entry_id)
            before = _BEFORE_DELETE.get(group)
            if before is not None:
                before(session, meeting, entity)
            owner = _owner_of(session, meeting, group, entity)
            refuse_signed(meeting, entity, owner)
            rows = _rows(owner, group)
            rows.remove(entity)
            place(rows)


def move_entries(
    session: Session, meeting_id: str, group: str, entry_ids: Sequence[str], to: int
) -> None:
    """Put entries of one list at a place, counted from 0 without them; they keep their order."""
    meeting = _open(session, meeting_id, group)
    _refuse_lines(group)
    entities = [_entity(session, meeting, group, entry_id) for entry_id in entry_ids]
    if entities:
        owner = _owner_of(session, meeting, group, entities[0])
        refuse_signed(meeting, *entities, owner)
        rows = _rows(owner, group)
        place(moved(rows, entities, to))


def _needs_met(
    session: Session, meeting_id: str, group: str, profiles: Profiles
) -> AbstractContextManager[None]:
    """Return what refuses to take away entries of a group that the meeting needs."""
    if group != "office_rule":
        return nullcontext()
    return needed_rules_kept(_open(session, meeting_id, group), profiles)


def _refuse_lines(group: str) -> None:
    if group in _MADE_ELSEWHERE:
        raise KeyError(f"{group} is no list of a form")


def _open(session: Session, meeting_id: str, group: str, field: str = "") -> Meeting:
    rule = GROUPS[group]
    meeting = meeting_to_change(session, meeting_id, rule.openness(field))
    allowed = rule.fields[field].kinds if field else rule.kinds
    if meeting.kind not in (allowed & rule.kinds):
        raise KeyError(f"{meeting.kind} has no {group}.{field}")
    return meeting


def _entity(session: Session, meeting: Meeting, group: str, entry_id: str | None) -> Any:  # noqa: ANN401 - any entity
    """Return the entry, which must belong to this meeting; a single one is made if missing."""
    if group == "meeting":
        return meeting
    if not GROUPS[group].many:
        return _single(meeting, group)
    try:
        key = uuid.UUID(entry_id or "")
    except ValueError as error:
        raise PartGone(group) from error
    entity = session.get(HOMES[group].entity, key)
    if entity is None:
        raise PartGone(group)
    root = entity
    owner_group = group
    while not hasattr(root, "meeting_id"):
        root = _owner_of(session, meeting, owner_group, root)
        owner_group = GROUPS[owner_group].owner
    if root.meeting_id != meeting.id:
        raise PartGone(group)
    return entity


def _single(meeting: Meeting, group: str) -> Any:  # noqa: ANN401 - any entity
    home = HOMES[group]
    entity = getattr(meeting, home.attribute)
    if entity is None:
        entity = home.entity()
        setattr(meeting, home.attribute, entity)
    return entity


def _owner(session: Session, meeting: Meeting, group: str, owner_id: str | None) -> Any:  # noqa: ANN401 - any entity
    return _entity(session, meeting, GROUPS[group].owner, owner_id)


def _owner_of(session: Session, meeting: Meeting, group: str, entity: Any) -> Any:  # noqa: ANN401 - any entity
    """Return the entity that an entry belongs to."""
    owner = GROUPS[group].owner
    if owner in ("", "meeting"):
        return meeting
    return session.get_one(HOMES[owner].entity, getattr(entity, OWNER_COLUMNS[group]))


def _rows(owner: Any, group: str) -> list[Any]:  # noqa: ANN401 - any entity
    rows: list[Any] = getattr(owner, HOMES[group].attribute)
    return rows


def _checked(
    session: Session, meeting: Meeting, group: str, values: Mapping[str, object], profiles: Profiles
) -> dict[str, object]:
    """Return the values of a new entry; texts it cannot do without must be there."""
    texts = [
        name
        for name, rule in GROUPS[group].fields.items()
        if rule.required and rule.kind is ValueKind.TEXT
    ]
    given = dict.fromkeys(texts) | dict(values)
    return {
        name: _checked_value(session, meeting, (group, name), value, profiles)
        for name, value in given.items()
    }


def _checked_value(
    session: Session, meeting: Meeting, where: tuple[str, str], value: object, profiles: Profiles
) -> object:
    """Return the value to store, for a reference the entity; or raise ValueRefused or PartGone."""
    group, field = where
    rule = GROUPS[group].fields[field]
    value = None if value == "" else value
    fault = fault_of(rule, value, _listed(meeting, group, field, profiles))
    if fault is not None:
        raise ValueRefused(group, field, fault)
    if (group, field) == ("meeting", "profile"):
        require_profile(meeting, value, profiles)
    if rule.kind is ValueKind.REFERENCE and value is not None:
        return _entity(session, meeting, rule.refers_to, str(value))
    return value


def _listed(meeting: Meeting, group: str, field: str, profiles: Profiles) -> tuple[str, ...]:
    """Return the closed list of a field whose list depends on the profiles installed."""
    match group, field:
        case "meeting", "profile":
            return tuple(profiles)
        case "participant", "role":
            return tuple(roles_of(meeting.kind, profiles))
        case _:
            return ()


def _check_against_others(meeting: Meeting, entity: Identified, field: str, value: object) -> None:
    if isinstance(entity, Participant) and field == "number" and value is not None:
        for other in meeting.participants:
            if other is not entity and other.number == value:
                raise NumberTaken(int(str(value)), other.name or "")
    if isinstance(entity, CorrectionSheet) and field == "number" and value is not None:
        others = (sheet for sheet in meeting.correction_sheets if sheet is not entity)
        if value in {sheet.number for sheet in others}:
            raise ValueRefused("correction_sheet", field, "taken")
    if isinstance(entity, Opinion) and field == "manner":
        _check_manner(entity, value)
    if isinstance(entity, Line) and field == "kind" and value != entity.kind and entity.speaker:
        refuse_opinion_of(entity.speaker.role, str(value))
    if isinstance(entity, Schedule) and field in ("held_from", "held_to"):
        times = {"held_from": entity.held_from, "held_to": entity.held_to} | {field: value}
        start, end = times["held_from"], times["held_to"]
        if isinstance(start, str) and isinstance(end, str) and is_before(end, start):
            raise EndsBeforeStart(start, end)


def _check_manner(opinion: Opinion, value: object) -> None:
    """Raise ValueRefused unless spoken opinions have a line, and those not given have none."""
    spoken = value in (None, Manner.SPOKEN)
    refused = spoken if opinion.line is None else value == Manner.NONE_GIVEN
    if refused:
        raise ValueRefused("opinion", "manner", "not_listed")


def _require_reason(answer: HandlerAnswer, changed: Collection[str]) -> None:
    """Raise ValueRefused if a change leaves an answer other than adoption without its reason.

    Answers that were taken in without one stay as they are.
    """
    for field in ("status", "reason"):
        if field in changed and lacks_reason(answer.status, answer.reason):
            raise ValueRefused("handler_answer", field, NEEDS_REASON)


def _number(rows: Sequence[Any], made: Sequence[Any]) -> None:
    """Give new participants, or sheets of correction, the next numbers."""
    last = max((row.number for row in (*rows, *made) if row.number is not None), default=0)
    taken = {row.number for row in rows}
    for person in made:
        if person.number is None or person.number in taken:
            last += 1
            person.number = last
        taken.add(person.number)


def _follow_role(
    session: Session, meeting: Meeting, person: Participant, profiles: Profiles
) -> None:
    """Have a person of another role count for the quorum, and be an officer, as the role says."""
    if meeting.kind is MeetingKind.JOINT_CONFERENCE:
        rule = profile_of(meeting.kind, meeting.profile, profiles).quorum
        person.counts_for_quorum = counts_by_role(person.role, person.post, rule)
    _follow_officers(session, meeting, person)
    tell_apart(session, meeting)


def _follow_name(session: Session, meeting: Meeting, person: Participant) -> None:
    require_name(session, person)
    tell_apart(session, meeting)


def _follow_officers(session: Session, meeting: Meeting, person: Participant) -> None:
    """Keep the list of hearing officers in step with the roles."""
    listed = next((entry for entry in meeting.officers if entry.participant is person), None)
    if person.role == Role.HEARING_OFFICER and listed is None:
        meeting.officers.append(HearingOfficer(participant=person))
    elif person.role != Role.HEARING_OFFICER and listed is not None:
        meeting.officers.remove(listed)
    place(meeting.officers)
    session.flush()


def _forget_item(session: Session, meeting: Meeting, item: AgendaItem) -> None:
    for line in session.scalars(select(Line).where(Line.item_id == item.id)):
        line.item = None
    for attached in session.scalars(select(Attachment).where(Attachment.item_id == item.id)):
        attached.item = None  # the meeting's as a whole: nothing is lost
    meeting.stretches[:] = [one for one in meeting.stretches if one.item is not item]
    place(meeting.stretches)
    session.flush()


def _forget_case(session: Session, _meeting: Meeting, case: Case) -> None:
    for opinion in session.scalars(select(Opinion).where(Opinion.case_id == case.id)):
        opinion.case = None
    session.flush()


def _forget_question(session: Session, _meeting: Meeting, question: Question) -> None:
    for opinion in session.scalars(select(Opinion).where(Opinion.question_id == question.id)):
        opinion.question = None
    session.flush()


_AFTER_SET: Mapping[tuple[str, str], Callable[[Session, Meeting, Any], None]] = {
    ("participant", "name"): _follow_name,
    ("participant", "number"): require_number,
    ("line", "kind"): follow_opinion,
}
"""What else changes when a field does."""

_BEFORE_DELETE: Mapping[str, Callable[[Session, Meeting, Any], None]] = {
    "participant": leave,
    "agenda_item": _forget_item,
    "case": _forget_case,
    "question": _forget_question,
}
"""What has to let go of an entry before it is deleted."""
