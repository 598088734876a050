"""Rules across the fields of a case file, after its form is known to be right."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from models.case_file.attachments import attachment_faults
from models.case_file.opinions import OpinionFaults, is_opinion
from models.case_file.speakers import Speakers
from models.case_file.stretches import stretch_faults
from models.civil_time import is_before
from models.errors import Fault
from models.profiles import Profiles, roles_of
from models.states import STATES
from models.vocabulary import MeetingKind

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
    yield from stretch_faults(document)
    yield from attachment_faults(document)
    yield from _signing(document)
    opinions = OpinionFaults(document)
    faults = tuple(opinions.find())
    yield from faults
    if kind is MeetingKind.HEARING:
        yield from _officers(document)
    else:
        yield from _answers(document)
        if not faults:
            yield from _answered_opinions(document, opinions.count())


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
    sheets = (document.get("lianxi") or {}).get("correction_sheets") or ()
    for name, key, entries in (
        ("participants", "no", document.get("participants") or ()),
        ("records", "seq", document.get("records") or ()),
        ("lianxi.correction_sheets", "no", sheets),
    ):
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
        yield from _places(told, key, about, len(document.get(key) or ()))
    for index, entry in enumerate(told.get("records") or ()):
        here = f"lianxi.records[{index}]"
        if (entry.get("item") or 0) > len(document.get("agenda") or ()):
            yield Fault(f"{here}.item", "no_such_place", {"number": str(entry["item"])})
        yield from _movement(document, entry, here)
        question = entry.get("question")
        if question is not None and entry["record"] <= len(lines):
            line = lines[entry["record"] - 1]
            if not is_opinion(line) or question > len(document.get("questions") or ()):
                yield Fault(f"{here}.question", "no_such_place", {"number": str(question)})


def _movement(document: Document, entry: Document, here: str) -> Iterator[Fault]:
    """Check that somebody comes or goes in a line that is nobody's words."""
    person, movement = entry.get("person"), entry.get("movement")
    lines = document.get("records") or ()
    if (person is None) != (movement is None):
        yield Fault(f"{here}.person", "movement_and_person")
    elif person is not None and person > len(document.get("participants") or ()):
        yield Fault(f"{here}.person", "no_such_place", {"number": str(person)})
    elif person is not None and _is_spoken(lines, entry["record"]):
        yield Fault(f"{here}.person", "movement_is_not_spoken")


def _is_spoken(lines: Sequence[Document], place: int) -> bool:
    return place <= len(lines) and lines[place - 1].get("speaker") is not None


def _places(told: Document, key: str, about: str, count: int) -> Iterator[Fault]:
    """Check that the entries of a list name existing places, each higher than the one before."""
    last = 0
    for index, entry in enumerate(told.get(key) or ()):
        if not last < entry[about] <= count:
            place = f"lianxi.{key}[{index}].{about}"
            yield Fault(place, "no_such_place", {"number": str(entry[about])})
            return
        last = entry[about]


def _signing(document: Document) -> Iterator[Fault]:
    """Check who the signatures are by, and which lines the sheets of correction are about."""
    told = document.get("lianxi") or {}
    for key, about, rows in (
        ("signatures", "participant", "participants"),
        ("correction_sheets", "record", "records"),
    ):
        count = len(document.get(rows) or ())
        for index, entry in enumerate(told.get(key) or ()):
            if (entry.get(about) or 0) > count:
                place = f"lianxi.{key}[{index}].{about}"
                yield Fault(place, "no_such_place", {"number": str(entry[about])})


def _answered_opinions(document: Document, count: int) -> Iterator[Fault]:
    told = document.get("lianxi") or {}
    answers = len((document.get("handler_note") or {}).get("items") or ())
    yield from _places(told, "handler_answers", "answer", answers)
    for index, entry in enumerate(told.get("handler_answers") or ()):
        if (entry.get("opinion") or 0) > count:
            place = f"lianxi.handler_answers[{index}].opinion"
            yield Fault(place, "no_such_place", {"number": str(entry["opinion"])})


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
