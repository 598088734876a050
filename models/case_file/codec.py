"""From a checked document to entities and back, driven by one description of both.

A layout says which key of a file object is which attribute of an entity. How the object stood in
its file (order of keys, nulls, unknown fields) is kept beside the values in the entity's shape, so
that an unchanged meeting gives back an equal document and a changed one differs only in what was
changed.
"""

from collections.abc import Mapping
from typing import Any

from models.base import FileShape, Identified
from models.case_file.layouts import (
    CONFERENCE,
    HEARING,
    Derived,
    Entry,
    Field,
    Fields,
    Inside,
    Layout,
    Many,
    Notes,
    One,
    Texts,
)
from models.case_file.speakers import Speakers
from models.errors import Fault
from models.hearing import HearingOfficer
from models.meeting import Meeting
from models.opinions import Opinion
from models.states import FIRST_STATE
from models.vocabulary import OPINION_KINDS, MeetingKind

Document = dict[str, Any]

_HEAD: Document = {"format": "conference-record", "version": 1}


def to_meeting(document: Document) -> Meeting:
    """Return a new meeting with everything in a checked document."""
    kind = MeetingKind(document["kind"])
    meeting = Meeting(kind=kind, state=document.get("state") or FIRST_STATE[kind])
    meeting.shape = _fill(meeting, _layout(kind).fields, document)
    _link_speakers(meeting, document)
    _link_answers(meeting, document)
    _link_officers(meeting, document)
    _link_signing(meeting, document)
    _read_additions(meeting, document)
    return meeting


def to_document(meeting: Meeting) -> Document:
    """Return the case file of a meeting."""
    document = _describe(meeting, _layout(meeting.kind).fields, meeting.shape)
    _tell_namesakes_apart(meeting, document)
    _keep_the_case(meeting, document)
    return document if "format" in document else _HEAD | document


def to_content(meeting: Meeting) -> Document:
    """Return the content of a meeting's case file alone: known fields that say something."""
    document = _describe(meeting, _layout(meeting.kind).fields, None)
    _tell_namesakes_apart(meeting, document)
    _keep_the_case(meeting, document)
    return document


def _layout(kind: MeetingKind) -> Layout:
    return CONFERENCE if kind is MeetingKind.JOINT_CONFERENCE else HEARING


def _fill(entity: Identified, fields: Fields, data: Mapping[str, Any]) -> FileShape:
    """Set the entity's attributes from a file object; return how the object stood in the file."""
    known = {entry.key: entry for entry in fields}
    inner: dict[str, FileShape] = {}
    for key, value in data.items():
        entry = known.get(key)
        if value is None or entry is None:
            continue
        match entry:
            case Inside():
                inner[key] = _fill(entity, entry.fields, value)
            case Derived() | Notes():
                pass
            case _:
                setattr(entity, entry.attribute, _value(entry, value))
    return FileShape(
        keys=tuple(data),
        nulls=frozenset(key for key, value in data.items() if value is None and key in known),
        extra={key: value for key, value in data.items() if key not in known},
        inner=inner,
    )


def _value(entry: Field | Texts | One | Many, value: Any) -> Any:  # noqa: ANN401 - any JSON value
    match entry:
        case Field():
            return value
        case Texts():
            return [
                entry.entity(position=position, **{entry.text: text})
                for position, text in enumerate(value)
            ]
        case One():
            return _entity(entry.layout, value)
        case Many():
            return [
                _entity(entry.layout, part, position=position)
                for position, part in enumerate(value)
            ]


def _entity(layout: Layout, data: Mapping[str, Any], **given: Any) -> Identified:  # noqa: ANN401 - attributes of any entity
    entity = layout.entity(**given)
    entity.shape = _fill(entity, layout.fields, data)
    return entity


def _describe(entity: Identified, fields: Fields, shape: FileShape | None) -> Document:
    """Return the file object of an entity: stored keys in their order, then what came since.

    Without a shape it is the content alone, with nothing of how it stood in a file.
    """
    known = {entry.key: entry for entry in fields}
    result: Document = {}
    for key in shape.keys if shape else ():
        entry = known.get(key)
        assert shape is not None  # it has keys
        if entry is None:
            result[key] = shape.extra[key]
        else:
            value = _described(entity, entry, shape)
            result[key] = None if key in shape.nulls and not _told(value) else value
    for key, entry in known.items():
        if key in result or (isinstance(entry, Derived) and not entry.volunteered):
            continue
        value = _described(entity, entry, shape)
        if _told(value):
            result[key] = value
    return result


def _tell_namesakes_apart(meeting: Meeting, document: Document) -> None:
    """Write the speaker's number wherever the name alone does not say who it is."""
    speakers = Speakers(document.get("participants") or ())
    for line, data in zip(meeting.lines, document.get("records") or (), strict=True):
        if line.speaker is not None and isinstance(speakers.of(data), Fault):
            data["speaker_no"] = line.speaker.number


def _told(value: object) -> bool:
    """Say whether a value says something: neither None nor an empty list or object."""
    return value is not None and value not in ([], {})


def _described(entity: Identified, entry: Entry, shape: FileShape | None) -> Any:  # noqa: ANN401 - any JSON value
    plain = shape is None
    if isinstance(entry, Inside):
        inner = None if shape is None else shape.inner.get(entry.key, FileShape())
        return _describe(entity, entry.fields, inner)
    if isinstance(entry, Notes):
        assert isinstance(entity, Meeting)  # only a meeting has such parts
        return entry.addition.describe(entity, plain=plain)
    value = getattr(entity, entry.attribute)
    match entry:
        case Field() | Derived():
            return value
        case Texts():
            return [getattr(row, entry.text) for row in value]
        case One():
            return None if value is None else _described_row(value, entry.layout, plain=plain)
        case Many():
            return [_described_row(row, entry.layout, plain=plain) for row in value]


def _described_row(row: Identified, layout: Layout, *, plain: bool) -> Document:
    return _describe(row, layout.fields, None if plain else row.shape)


def _link_speakers(meeting: Meeting, document: Document) -> None:
    """Give each line its speaker, and each line that is an opinion its author."""
    speakers = Speakers(document.get("participants") or ())
    for line, data in zip(meeting.lines, document.get("records") or (), strict=True):
        speaker = speakers.of(data)
        assert not isinstance(speaker, Fault)  # the document is checked
        if speaker is None:
            continue
        line.speaker = meeting.participants[speaker]
        line.speaker_written = data["speaker"]
        if line.kind in OPINION_KINDS:
            meeting.opinions.append(
                Opinion(author=line.speaker, line=line, position=len(meeting.opinions))
            )


def _link_answers(meeting: Meeting, document: Document) -> None:
    """Give each answer of the handler's note the line it answers."""
    if meeting.handler_note is None:
        return
    lines = {line.seq: line for line in meeting.lines if line.seq is not None}
    items = document["handler_note"].get("items") or ()
    for answer, data in zip(meeting.handler_note.answers, items, strict=True):
        answer.line = lines.get(data.get("ref_seq"))


def _link_officers(meeting: Meeting, document: Document) -> None:
    """Give a hearing the participants that its list of officers names."""
    if meeting.kind is not MeetingKind.HEARING:
        return
    participants = {entry.number: entry for entry in meeting.participants}
    meeting.officers.extend(
        HearingOfficer(participant=participants[number], position=position)
        for position, number in enumerate(document.get("officers_ids") or ())
    )


def _link_signing(meeting: Meeting, document: Document) -> None:
    """Give signatures their participant and sheets of correction their line."""
    told = document.get("lianxi") or {}
    for signature, data in zip(meeting.signatures, told.get("signatures") or (), strict=True):
        if data.get("participant") is not None:
            signature.participant = meeting.participants[data["participant"] - 1]
    sheets = told.get("correction_sheets") or ()
    for sheet, data in zip(meeting.correction_sheets, sheets, strict=True):
        if data.get("record") is not None:
            sheet.line = meeting.lines[data["record"] - 1]


def _read_additions(meeting: Meeting, document: Document) -> None:
    """Take over what the ``lianxi`` part says about rows that are there by now."""
    told = document.get("lianxi") or {}
    added = next(entry for entry in _layout(meeting.kind).fields if entry.key == "lianxi")
    assert isinstance(added, Inside)
    for entry in added.fields:
        if isinstance(entry, Notes) and told.get(entry.key):
            entry.addition.read(meeting, told[entry.key])


def _keep_the_case(meeting: Meeting, document: Document) -> None:
    """Write an empty first case if an opinion is about it, since places are counted with it."""
    first = meeting.first_case
    if not document.get("case") and any(o.case is first for o in meeting.opinions if o.case):
        document["case"] = {}
