"""The people of a meeting as a list: what a person starts with, and who counts for the quorum.

People are told apart by name and office together: two of one name and office are one person.
"""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from models.profile_terms import USUAL_QUORUM, QuorumRule
from models.text import for_comparison
from models.vocabulary import Attendance, Mode, Role, Scope

Values = Mapping[str, object]
"""The values of a participant, by the names of the group ``participant``."""

_AUXILIARY = ("助理", "书记员")
_HELD_ONCE = (Role.CHAIR, Role.HANDLER)
_BETWEEN = re.compile(r"[,，、;；]")


@dataclass(frozen=True, slots=True)
class PresentCount:
    """How many people count for the quorum (计入人数), and from how many offices they come.

    Once somebody's presence is registered, only those registered as present are counted;
    ``unregistered`` would count but are not registered yet.
    """

    counted: int
    offices: int
    registered: bool
    unregistered: int


@dataclass(frozen=True, slots=True)
class KnownPerson:
    """Somebody who took part in a meeting before, as the newest of these meetings has them.

    ``meetings`` is how many they were; ``last_held`` when the newest of them is held, None while that
    is not known.
    """

    name: str
    organ: str | None
    post: str | None
    grade: str | None
    role: str | None
    counts_for_quorum: bool | None
    meetings: int
    last_held: str | None


@dataclass(frozen=True, slots=True)
class ListedPerson:
    """A person as a line of a list has them: ``name, office, post``."""

    name: str
    organ: str
    post: str


def identity(name: object, organ: object) -> tuple[str, str]:
    """Return what tells a person from all others: name and office as they are compared."""
    return for_comparison(str(name or "")), for_comparison(str(organ or ""))


def counts_by_role(role: object, post: object, rule: QuorumRule = USUAL_QUORUM) -> bool:
    """Say whether somebody counts for the quorum unless the secretary decides otherwise.

    The profile's rule says which roles count, and whether the handling prosecutor does; assistants
    and clerks never do.
    """
    if role == Role.RECUSED or any(word in str(post or "") for word in _AUXILIARY):
        return False
    return role in rule.roles or (role == Role.HANDLER and rule.handler_counts)


def counts(person: Values, rule: QuorumRule = USUAL_QUORUM) -> bool:
    """Say whether somebody counts for the quorum: as is written, or else by the role."""
    written = person["counts_for_quorum"]
    if person["role"] == Role.RECUSED:
        return False
    return (
        counts_by_role(person["role"], person["post"], rule) if written is None else bool(written)
    )


def required_people(rule: QuorumRule, prosecutors: int | None = None) -> int | None:
    """Return how many must count: the number, or the share of the department if that is more.

    ``prosecutors`` is how many the department has, None if not known. None if nothing is required.
    """
    if rule.share is None or prosecutors is None:
        return rule.required
    part, whole = rule.share
    return max(rule.required or 0, -(-prosecutors * part // whole))


def required_offices(rule: QuorumRule, scope: str | None) -> int | None:
    """Return from how many offices they must come; only of a cross-court conference."""
    return rule.offices if scope == Scope.CROSS_COURT else None


def count_present(people: Iterable[Values], rule: QuorumRule = USUAL_QUORUM) -> PresentCount:
    """Count those who count for the quorum and did not stay away."""
    everybody = list(people)
    registered = any(p["attendance"] for p in everybody)
    came = [
        p["attendance"] == Attendance.PRESENT or not (registered or p["attendance"])
        for p in everybody
    ]
    return count_those(everybody, came, rule)


def count_those(people: Sequence[Values], came: Sequence[bool], rule: QuorumRule) -> PresentCount:
    """Count those who count for the quorum and came, as is said of each of them in turn."""
    counting = [pair for pair in zip(people, came, strict=True) if counts(pair[0], rule)]
    there = [person for person, is_there in counting if is_there]
    offices = {for_comparison(str(p["organ"])) for p in there if p["organ"]}
    registered = any(p["attendance"] for p in people)
    waiting = sum(p["attendance"] is None for p, _ in counting) if registered else 0
    return PresentCount(len(there), len(offices), registered, waiting)


def joining(
    person: KnownPerson,
    present: Collection[Values],
    roles: Collection[str],
    rule: QuorumRule = USUAL_QUORUM,
) -> Values:
    """Return the values that a known person joins a meeting with.

    The role is the one held last, if this kind of meeting has it. Who chaired or handled a case
    before attends, where somebody else chairs or handles this one; a recusal was for its meeting.
    """
    role = person.role if person.role in roles and person.role != Role.RECUSED else None
    taken = {p["role"] for p in present}
    if role in _HELD_ONCE and role in taken:
        role = Role.ATTENDING.value if Role.HEARING_OFFICER not in roles else None
    return {
        "name": person.name,
        "organ": person.organ,
        "post": person.post,
        "grade": person.grade,
        "role": role,
        "mode": Mode.ON_SITE.value,
        "counts_for_quorum": counts_by_role(role, person.post, rule),
    }


def newcomer(name: str, organ: str | None, post: str | None = None) -> Values:
    """Return the values of somebody who took part in no meeting yet; the role is still open."""
    return {
        "name": name,
        "organ": organ,
        "post": post,
        "mode": Mode.ON_SITE.value,
    }


def is_list(text: str) -> bool:
    """Say whether a text names several people, or one with office and post."""
    return bool(re.search(r"[\t\r\n]", text.strip()) or _BETWEEN.search(text))


def read_list(text: str) -> tuple[ListedPerson, ...]:
    """Read one person from each line: name, office and post between tabs or commas.

    Lines without a name are left out; what follows the office is the post.
    """
    people = []
    for line in text.splitlines():
        parts = line.split("\t", 2) if "\t" in line else _BETWEEN.split(line, maxsplit=2)
        name, organ, post = (" ".join(p.split()) for p in (*parts, "", "")[:3])
        if name:
            people.append(ListedPerson(name, organ, post))
    return tuple(people)


def join_list(
    listed: Iterable[ListedPerson],
    known: Collection[KnownPerson],
    present: Collection[Values],
    *,
    roles: Collection[str],
    host: str | None,
    rule: QuorumRule = USUAL_QUORUM,
) -> tuple[Values, ...]:
    """Return the values of those on a list who are not in the meeting yet, in its order.

    Somebody who is known by name and office brings grade and role along; a name alone stands for
    the one known person who bears it. Of several, or of none, it becomes somebody of the host.
    """
    people = list(present)
    seen = {identity(p["name"], p["organ"]) for p in people}
    added = []
    for line in listed:
        values = _listed_values(line, known, people, roles=roles, host=host, rule=rule)
        key = identity(values["name"], values["organ"])
        if key not in seen:
            seen.add(key)
            people.append({"role": None, **values})
            added.append(values)
    return tuple(added)


def _listed_values(
    line: ListedPerson,
    known: Collection[KnownPerson],
    present: Collection[Values],
    *,
    roles: Collection[str],
    host: str | None,
    rule: QuorumRule,
) -> Values:
    name = for_comparison(line.name)
    namesakes = [p for p in known if for_comparison(p.name) == name]
    offices = (line.organ,) if line.organ else (host,)
    same = [p for p in namesakes if identity(name, p.organ) == identity(name, offices[0])]
    if not same and not line.organ and len(namesakes) == 1:
        same = namesakes
    if not same:
        return newcomer(line.name, offices[0], line.post or None)
    values = dict(joining(same[0], present, roles, rule))
    if line.post:
        values["post"] = line.post
        values["counts_for_quorum"] = counts_by_role(values["role"], line.post, rule)
    return values
