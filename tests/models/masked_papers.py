"""Papers for the tests of masked versions and excerpts, and a walk over all their texts."""

from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass, replace
from enum import Enum
from typing import Any

from models.case_file import to_meeting
from models.hearing_papers import OfficerOpinionView, SupervisorFeedbackView
from models.paper_views import papers_of
from models.papers import MeetingPapers
from models.snapshot import (
    CaseView,
    LineView,
    MeetingSnapshot,
    ParticipantView,
    PartyView,
    SignatureView,
)
from models.views import snapshot_of
from models.vocabulary import MeetingKind
from tests.exporters.meetings import linked
from tests.models.case_files import Document

KEYS = {"id", "kind", "state", "profile", "digest", "sha256", "media_type", "officers"} | {
    "lang",
    "source_lang",
    "recording",
    "algorithm",
    "version",
}


OFFICIALS = {"by", "approved_by", "chief", "translation_by", "speaker"}
NAMED = (ParticipantView, SignatureView, OfficerOpinionView, SupervisorFeedbackView)


def papers_from(document: Document) -> MeetingPapers:
    """Return the papers of a case file, made without a database."""
    meeting = linked(to_meeting(document))
    for opinion in meeting.opinions:
        opinion.case_id = opinion.case.id if opinion.case else None
        opinion.question_id = opinion.question.id if opinion.question else None
    for line in meeting.lines:
        line.item_id = line.item.id if line.item else None
    return papers_of(meeting, replace(snapshot_of(meeting), digest="0123"))


def hearing_of(*names: str, lines: tuple[str, ...] = (), **fields: Any) -> MeetingPapers:
    """Return a hearing whose one case has these parties, and what a prosecutor says in it."""
    prosecutor = ParticipantView("p1", 1, "罗承砚", role="主持")
    meeting = MeetingSnapshot(
        "m",
        MeetingKind.HEARING,
        "H9",
        cases=(CaseView(parties=tuple(PartyView("申请人", name) for name in names), id="c1"),),
        participants=(prosecutor,),
        lines=tuple(
            LineView(f"l{n}", n, None, "p1", "说明", text) for n, text in enumerate(lines, 1)
        ),
    )
    return MeetingPapers(replace(meeting, **fields))


def strings(value: object) -> Iterator[str]:
    """Yield every text in the papers."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for one in value:
            yield from strings(one)
    elif is_dataclass(value) and not isinstance(value, type):
        for one in fields(value):
            yield from strings(getattr(value, one.name))


def each_text(value: Any, change: Callable[[str], str]) -> Any:
    """Return a copy in which every text is changed that is no key and no official's name."""
    if isinstance(value, str) and not isinstance(value, Enum):
        return change(value)
    if isinstance(value, tuple):
        return tuple(each_text(one, change) for one in value)
    if is_dataclass(value) and not isinstance(value, type):
        changed = {
            one.name: each_text(getattr(value, one.name), change)
            for one in fields(value)
            if one.name not in KEYS | OFFICIALS
            and not one.name.endswith(("_id", "_ids"))
            and not (one.name == "name" and isinstance(value, NAMED))
        }
        return replace(value, **changed)
    return value
