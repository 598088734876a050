"""The chair's run sheet of a joint conference (主持人流程单).

The agenda with its planned times and what the chair says at each of the usual steps. A usual step
that the agenda does not name stands below it, so that no prompt is missed.
"""

from collections.abc import Mapping
from typing import Any

import resources
from exporters.document import Block, Document, FormRow
from exporters.kinds.assembly import BuildOptions
from exporters.kinds.parts import numbered, row, speaker_words
from exporters.kinds.sheet import (
    SheetWording,
    Step,
    issues_part,
    planned_steps,
    run_sheet,
    steps_table,
)
from exporters.labels import Labels
from models.papers import MeetingPapers, Stage
from models.snapshot import MeetingSnapshot, ParticipantView


def build(papers: MeetingPapers, options: BuildOptions, labels: Labels) -> Document:
    """Return the run sheet of a joint conference."""
    meeting = papers.meeting
    return run_sheet(
        meeting,
        SheetWording(
            kind="run_sheet",
            title=_title(meeting, labels),
            opening=labels("statement.conference_opening"),
            statement=labels("statement.conference"),
        ),
        body=(
            *_agenda(meeting, labels),
            *issues_part(labels("sheet.issues"), (*meeting.issues, *meeting.questions), labels),
        ),
        order=_order(papers, labels),
        options=options,
        labels=labels,
    )


def step_of(title: str) -> str:
    """Return the usual step that an item of the agenda is by its title; empty if it is none."""
    found = (number for number, step in _steps().items() if _names(step, title))
    return max(found, default="")


def _steps() -> Mapping[str, Mapping[str, Any]]:
    steps: Mapping[str, Mapping[str, Any]] = resources.toml("prompts/conference.toml")["step"]
    return steps


def _names(step: Mapping[str, Any], title: str) -> bool:
    return any(word in title for word in step["words"])


def _title(meeting: MeetingSnapshot, labels: Labels) -> str:
    if meeting.scope is None:
        return labels("run_sheet.title")
    return labels("run_sheet.title_scoped", scope=meeting.scope)


def _agenda(meeting: MeetingSnapshot, labels: Labels) -> tuple[Block, ...]:
    steps, language = _steps(), labels.language.replace("-", "_")
    named = {item.title: step_of(item.title) for item in meeting.agenda}
    prompts = {title: steps[name][language] for title, name in named.items() if name}
    items = planned_steps(meeting, labels, prompts)
    others = [
        Step("", step["title"], prompt=step[language])
        for number, step in steps.items()
        if number not in named.values()
    ]
    heading = labels("sheet.agenda")
    if not items:
        return steps_table(heading, others, labels)
    return (
        *steps_table(heading, items, labels),
        *steps_table(labels("sheet.further"), others, labels),
    )


def _order(papers: MeetingPapers, labels: Labels) -> list[FormRow]:
    """Return a row for each stage in which somebody speaks."""
    people = papers.meeting.participants_by_id
    rows = []
    for stage in Stage:
        speakers = [
            people[turn.participant_id]
            for turn in papers.order
            if turn.stage is stage and turn.participant_id in people
        ]
        if speakers:
            texts = _speakers(speakers, stage, papers.meeting, labels)
            rows.append(row(labels(f"sheet.stages.{stage.name}"), texts))
    return rows


def _speakers(
    speakers: list[ParticipantView], stage: Stage, meeting: MeetingSnapshot, labels: Labels
) -> list[str]:
    """Return who speaks: one by one with the office, or all together by name."""
    if stage is Stage.OPINIONS:
        return numbered([speaker_words(person, labels) for person in speakers], labels)
    shared = meeting.shared_names
    return [
        "、".join(
            person.name
            if person.name and person.name not in shared
            else speaker_words(person, labels)
            for person in speakers
        )
    ]
