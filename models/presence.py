"""Who is in the room when, from who came and from the lines in which somebody comes or goes.

A meeting in which nobody moves needs no such line: who was registered as present, or everybody if
nobody was registered, is there from beginning to end. Nothing here needs a database.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from models.profile_terms import USUAL_QUORUM, QuorumRule
from models.roster import PresentCount, Values, count_those
from models.snapshot import LineView, MeetingSnapshot, ParticipantView
from models.vocabulary import AWAY, Attendance, Mode, Movement, Presence, Role


@dataclass(frozen=True, slots=True)
class Interval:
    """From when to when somebody was there; empty times are those of the meeting itself.

    ``left_by`` is how it ended, None if it lasted to the end.
    """

    began_at: str
    ended_at: str = ""
    left_by: Movement | None = None


_GOES = {
    Movement.LEFT: Presence.LEFT,
    Movement.RECUSED: Presence.RECUSED,
    Movement.CUT_OFF: Presence.CUT_OFF,
}
_WORDS: Mapping[Movement, tuple[str, str]] = {
    Movement.ARRIVED: ("{name}到会。", "{name}到会（{reason}）。"),
    Movement.LEFT: ("{name}离会。", "{name}因{reason}离会。"),
    Movement.RECUSED: ("{name}因回避退席。", "{name}因{reason}回避，退席。"),
    Movement.RETURNED: ("{name}返回会场。", "{name}返回会场（{reason}）。"),
    Movement.CUT_OFF: ("{name}视频连接中断。", "{name}视频连接中断（{reason}）。"),
    Movement.RECONNECTED: ("{name}视频连接恢复。", "{name}视频连接恢复（{reason}）。"),
}
"""What the record says, without and with a reason; papers are Chinese in every language."""
_COMMANDS = {
    "回避": Movement.RECUSED,
    "掉线": Movement.CUT_OFF,
    "断线": Movement.CUT_OFF,
}


def presence_now(meeting: MeetingSnapshot) -> dict[str, Presence]:
    """Return where each participant is after the last line, by id."""
    people, there = meeting.participants_by_id, _at_first(meeting.participants)
    for line in meeting.lines:
        if line.movement is not None and line.mover_id in there:
            there[line.mover_id] = _after(people[line.mover_id], line.movement)
    return there


def intervals(meeting: MeetingSnapshot) -> dict[str, tuple[Interval, ...]]:
    """Return when each participant was there, by id."""
    found: dict[str, list[Interval]] = {
        person: [Interval("")] if where.is_there else []
        for person, where in _at_first(meeting.participants).items()
    }
    for line in _movements(meeting.lines):
        mine = found.get(line.mover_id or "")
        if mine is None:
            continue
        is_there = bool(mine) and mine[-1].left_by is None
        movement = Movement(line.movement or "")
        if movement in _GOES and is_there:
            mine[-1] = replace(mine[-1], ended_at=line.at or "", left_by=movement)
        elif movement not in _GOES and not is_there:
            mine.append(Interval(line.at or ""))
    return {person: tuple(some) for person, some in found.items()}


def counted_now(
    meeting: MeetingSnapshot, where: Mapping[str, Presence], rule: QuorumRule = USUAL_QUORUM
) -> PresentCount:
    """Count those who count for the quorum and are there, while people are where they are, by id."""
    people = [_values(one) for one in meeting.participants]
    came = [where[one.id].is_there for one in meeting.participants]
    return count_those(people, came, rule)


def entering(where: Presence) -> Movement | None:
    """Return how somebody comes in from where they are; None if they are there."""
    match where:
        case Presence.PRESENT | Presence.BY_VIDEO:
            return None
        case Presence.CUT_OFF:
            return Movement.RECONNECTED
        case Presence.LEFT | Presence.RECUSED:
            return Movement.RETURNED
        case Presence.AWAY:
            return Movement.ARRIVED


def leaving(where: Presence, reason: str) -> tuple[Movement, str] | None:
    """Return how somebody goes, and the reason that is left to be told; None if they are not there.

    A reason that begins with 回避 or 掉线 says how.
    """
    if not where.is_there:
        return None
    for word, movement in _COMMANDS.items():
        if reason.startswith(word):
            return movement, reason.removeprefix(word).strip(" ，,：:；;")
    return Movement.LEFT, reason


def words_of(movement: Movement, name: str, reason: str = "") -> str:
    """Return what the record says of a movement."""
    plain, reasoned = _WORDS[movement]
    return reasoned.format(name=name, reason=reason) if reason else plain.format(name=name)


def handed_over(former: str | None, successor: str) -> str:
    """Return what the record says when another secretary takes it down from now on."""
    if former is None:
        return f"记录工作自此由{successor}负责。"
    return f"记录工作自此由{former}移交{successor}。"


def _at_first(people: Iterable[ParticipantView]) -> dict[str, Presence]:
    everybody = list(people)
    registered = any(person.attendance for person in everybody)
    return {person.id: _first_of(person, registered=registered) for person in everybody}


def _first_of(person: ParticipantView, *, registered: bool) -> Presence:
    if person.role == Role.RECUSED:
        return Presence.RECUSED
    came = person.attendance == Attendance.PRESENT or not (registered or person.attendance in AWAY)
    return _there(person) if came else Presence.AWAY


def _after(person: ParticipantView, movement: str) -> Presence:
    return _GOES.get(Movement(movement)) or _there(person)


def _there(person: ParticipantView) -> Presence:
    return Presence.BY_VIDEO if person.mode == Mode.VIDEO else Presence.PRESENT


def _movements(lines: Iterable[LineView]) -> Iterable[LineView]:
    return (line for line in lines if line.movement is not None)


def _values(person: ParticipantView) -> Values:
    return {
        "counts_for_quorum": person.counts_for_quorum,
        "role": person.role,
        "post": person.post,
        "organ": person.organ,
        "attendance": person.attendance,
    }
