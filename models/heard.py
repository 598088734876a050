"""Who is asked for an opinion and has none yet, and how much was taken down of whom.

Numbers here are of words taken down and of time spent; nothing says what a view is, nor counts any.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from models.profiles import Profile
from models.roster import counts_by_role
from models.snapshot import MeetingSnapshot, ParticipantView
from models.standing import Standing, standing_of
from models.text import for_comparison
from models.vocabulary import AWAY, OPINION_KINDS, LineKind, Manner, MeetingKind, Presence


@dataclass(frozen=True, slots=True)
class Spoken:
    """How many lines were taken down, and the seconds they were spoken as far as that is known."""

    lines: int = 0
    seconds: int = 0


@dataclass(frozen=True, slots=True)
class Totals:
    """What was taken down by participant (ids) and by office, both in the order of the list."""

    speakers: Mapping[str, Spoken]
    offices: Mapping[str, Spoken]


def is_asked(person: ParticipantView, kind: MeetingKind, profile: Profile) -> bool:
    """Say whether a meeting waits for somebody's opinion.

    In a conference these are the prosecutors who count, in a hearing its officers; nobody who was
    excused or stayed away.
    """
    asked = standing_of(person.role, kind) is Standing.ASKED
    if not asked or person.attendance in AWAY:
        return False
    if kind is MeetingKind.HEARING:
        return True
    written = person.counts_for_quorum
    return counts_by_role(person.role, person.post, profile.quorum) if written is None else written


def heard(meeting: MeetingSnapshot) -> frozenset[str]:
    """Return the ids of those who gave an opinion, spoken or in writing.

    Hearing officers may have one of them speak for all; then all of them were heard.
    """
    found = {line.speaker_id for line in meeting.lines if line.kind in OPINION_KINDS}
    found |= {one.author_id for one in meeting.opinions if one.manner != Manner.NONE_GIVEN}
    hearing = meeting.kind is MeetingKind.HEARING
    if hearing and any(line.kind == LineKind.OFFICERS_STATEMENT for line in meeting.lines):
        found |= {person.id for person in meeting.participants}
    return frozenset(one for one in found if one is not None)


def not_yet_heard(
    meeting: MeetingSnapshot, profile: Profile, where: Mapping[str, Presence]
) -> tuple[str, ...]:
    """Return the ids of those who are asked for an opinion and have none yet.

    Of whom it is noted that none was given nobody waits for one. Those who are there now, as
    ``where`` has it by id, come first, both in the order of the list.
    """
    done = heard(meeting) | {one.author_id for one in meeting.opinions}
    waiting = [
        person.id
        for person in meeting.participants
        if is_asked(person, meeting.kind, profile) and person.id not in done
    ]
    return tuple(sorted(waiting, key=lambda person: not where[person].is_there))


def totals(meeting: MeetingSnapshot) -> Totals:
    """Return how much was taken down of each participant and of each office.

    Comings and goings are nobody's words, and words of an unknown speaker nobody's yet.
    """
    lines = Counter(line.speaker_id for line in meeting.lines if line.movement is None)
    seconds: Counter[str | None] = Counter()
    for line in meeting.lines:
        if line.seconds:
            seconds[line.speaker_id] += line.seconds
    speakers = {p.id: Spoken(lines[p.id], seconds[p.id]) for p in meeting.participants}
    names: dict[str, str] = {}
    offices: dict[str, Spoken] = {}
    for person in meeting.participants:
        if person.organ:
            name = names.setdefault(for_comparison(person.organ), person.organ)
            offices[name] = _with(offices.get(name, Spoken()), speakers[person.id])
    return Totals(speakers, offices)


def _with(one: Spoken, other: Spoken) -> Spoken:
    return Spoken(one.lines + other.lines, one.seconds + other.seconds)
