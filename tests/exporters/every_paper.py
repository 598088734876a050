"""Every kind of paper, made of the samples and of meetings at the edges: what the checks go over.

A kind that is added to the registry is checked with no line changed here. The usual run takes one
meeting for each kind; set LIANXI_ALL_PAPERS, as ``make check-all`` does, to take all of them.
"""

import os
from collections.abc import Callable, Iterable
from dataclasses import dataclass, fields, is_dataclass, replace
from functools import cache, partial
from pathlib import Path

from exporters.document import Document
from exporters.registry import kinds_due, working_kinds
from exporters.text import clean_document
from models.papers import MeetingPapers
from models.profiles import profile_of
from models.speaking_order import suggested_order
from tests.conftest import SAMPLES
from tests.exporters.filled import filled
from tests.exporters.meetings import PROFILES, built, conference, hearing, papers, whole

ALL_PAPERS = bool(os.environ.get("LIANXI_ALL_PAPERS"))
"""Whether every kind is made of every meeting. Read here and nowhere else."""

_LONG = "郭某峰收购他人银行卡，转卖给“境外人员”（四十七笔、385,000元）。" * 12 + "W" * 90 + "陶𬤇"


@dataclass(frozen=True)
class Made:
    """A paper, cleaned as it is exported, and what it was made of."""

    papers: MeetingPapers
    document: Document

    @property
    def names(self) -> set[str]:
        """The names of people and cases that stand in the paper."""
        printed = "".join(_strings(self.document))
        return {name for name in _named(self.papers) if name and name in printed}


def _with_order(told: MeetingPapers) -> MeetingPapers:
    profile = profile_of(told.meeting.kind, told.meeting.profile, PROFILES)
    return replace(told, order=suggested_order(told.meeting, profile))


def _empty(meeting: Callable[..., object]) -> MeetingPapers:
    nothing = meeting(participants=(), number=None, host=None)
    return MeetingPapers(nothing)  # type: ignore[arg-type] # a snapshot


def _sample(file: Path) -> MeetingPapers:
    return _with_order(papers(file))


def _extreme(told: MeetingPapers) -> MeetingPapers:
    return filled(told, lambda _path: _LONG)


_BY_STEM = {file.stem: file for file in SAMPLES}

MEETINGS: dict[str, Callable[[], MeetingPapers]] = {
    "whole": lambda: _with_order(whole()),
    **{stem: partial(_sample, file) for stem, file in _BY_STEM.items()},
    "extreme conference": lambda: _extreme(_with_order(whole())),
    "extreme hearing": lambda: _extreme(_sample(_BY_STEM["s03-hearing"])),
    "empty conference": lambda: _empty(conference),
    "empty hearing": lambda: _empty(hearing),
}
"""The fullest ones first: a kind is made of the first one that has it. How to add one: here."""


@cache
def every_paper() -> dict[str, Made]:
    """Return the papers by kind and meeting: one for each kind, or with ALL_PAPERS all there are."""
    found: dict[str, Made] = {}
    seen: set[str] = set()
    for name in MEETINGS:
        for kind, made in papers_of(name).items():
            if ALL_PAPERS or kind not in seen:
                found[f"{kind} of {name}"] = made
            seen.add(kind)
    return found


@cache
def papers_of(name: str) -> dict[str, Made]:
    """Return all papers of one of the meetings, by kind."""
    told = MEETINGS[name]()
    return {
        kind: Made(told, clean_document(built(kind, told))[0])
        for kind in (*kinds_due(told), *working_kinds(told))
    }


def _named(value: object) -> Iterable[str]:
    """Return the names in a tree of frozen rows."""
    if isinstance(value, tuple):
        for member in value:
            yield from _named(member)
    elif is_dataclass(value):
        for field in fields(value):
            held = getattr(value, field.name)
            if field.name in {"name", "display", "person", "by", "speaker"} and held:
                yield str(held)
            yield from _named(held)


def _strings(value: object) -> Iterable[str]:
    """Return every text in a tree of frozen rows."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for member in value:
            yield from _strings(member)
    elif is_dataclass(value):
        for field in fields(value):
            yield from _strings(getattr(value, field.name))
