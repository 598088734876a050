"""Rules across the fields of a case file, after its form is known to be right."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

from models.case_file.speakers import Speakers
from models.civil_time import is_before
from models.errors import Fault
from models.profiles import Profiles, roles_of
from models.states import STATES
from models.vocabulary import OPINION_KINDS, MeetingKind

Document = dict[str, Any]


def faults_across_fields(document: Document, profiles: Profiles) -> Iterator[Fault]:
    """Find every breach of the rules between fields; the document has the right form."""
    kind = MeetingKind(document["kind"])
    yield from _state(document, kind)
    yield from _profile(document, profiles)
    yield from _roles(document, roles_of(kind, profiles))
    yield from _numbers(document)
    yield from _speakers(document)
    yield from _times(document)
    yield from _additions(document)
    if kind is MeetingKind.HEARING:
        yield from _officers(document)
    else:
        yield from _answers(document)


def _state(document: Document, kind: MeetingKind) -> Iterator[Fault]:
    state = document.get("state")
    known = [code for code, entry in STATES.items() if entry.kind is kind]
    if state is not None and state not in known:
        yield Fault("state", "not_listed", {"value": state, "listed": " ".join(known)})


def _profile(document: Document, profiles: Profiles) -> Iterator[Fault]:
    profile = document.get("profile")
    if profile is not None and profile not in profiles:
        yield Fault("profile", "not_listed", {"value": profile, "listed": " ".join(profiles)})


def _roles(document: Document, roles: frozenset[str]) -> Iterator[Fault]:
    for index, participant in enumerate(document.get("participants") or ()):
        role = participant.get("role")
        if role is not None and role not in roles:
            yield Fault(
                f"participants[{index}].role",
                "not_listed",
                {"value": role, "listed": " ".join(sorted(roles))},
            )


def _numbers(document: Document) -> Iterator[Fault]:
    for name, key in (("participants", "no"), ("records", "seq")):
        entries = document.get(name) or ()
        counts = Counter(entry.get(key) for entry in entries)
        for index, entry in enumerate(entries):
            number = entry.get(key)
            if number is not None and counts[number] > 1:
                yield Fault(f"{name}[{index}].{key}", "number_twice", {"number": str(number)})


def _speakers(document: Document) -> Iterator[Fault]:
    speakers = Speakers(document.get("participants") or ())
    for index, line in enumerate(document.get("records") or ()):
        outcome = speakers.of(line)
        if isinstance(outcome, Fault):
            yield Fault(f"records[{index}].{outcome.place}", outcome.code, outcome.values)


def _times(document: Document) -> Iterator[Fault]:
    schedule = document.get("schedule") or {}
    start, end = schedule.get("held_from"), schedule.get("held_to")
    if start and end and is_before(end, start):
        yield Fault("schedule.held_to", "ends_before_start", {"start": start, "end": end})


def _additions(document: Document) -> Iterator[Fault]:
    """Check the places that the ``lianxi`` part names; its lists go by ascending places."""
    told = document.get("lianxi") or {}
    lines = document.get("records") or ()
    for key, about in (("agenda", "item"), ("participants", "participant"), ("records", "record")):
        last, count = 0, len(document.get(key) or ())
        for index, entry in enumerate(told.get(key) or ()):
            place = f"lianxi.{key}[{index}].{about}"
            if not last < entry[about] <= count:
                yield Fault(place, "no_such_place", {"number": str(entry[about])})
                break
            last = entry[about]
    for index, entry in enumerate(told.get("records") or ()):
        here = f"lianxi.records[{index}]"
        if (entry.get("item") or 0) > len(document.get("agenda") or ()):
            yield Fault(f"{here}.item", "no_such_place", {"number": str(entry["item"])})
        question = entry.get("question")
        if question is not None and entry["record"] <= len(lines):
            line = lines[entry["record"] - 1]
            opinion = line.get("kind") in OPINION_KINDS and line.get("speaker") is not None
            if not opinion or question > len(document.get("questions") or ()):
                yield Fault(f"{here}.question", "no_such_place", {"number": str(question)})


def _officers(document: Document) -> Iterator[Fault]:
    numbers = {entry.get("no") for entry in document.get("participants") or ()}
    for index, number in enumerate(document.get("officers_ids") or ()):
        if number not in numbers:
            yield Fault(f"officers_ids[{index}]", "no_such_participant", {"number": str(number)})


def _answers(document: Document) -> Iterator[Fault]:
    numbers = {entry.get("seq") for entry in document.get("records") or ()}
    note = document.get("handler_note") or {}
    for index, answer in enumerate(note.get("items") or ()):
        number = answer.get("ref_seq")
        if number is not None and number not in numbers:
            yield Fault(
                f"handler_note.items[{index}].ref_seq", "no_such_line", {"number": str(number)}
            )
