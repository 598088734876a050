"""The chair's run sheet of a hearing (主持人流程单).

What is done before the hearing, with its planned times, and the seven steps of
人民检察院审查案件听证工作规定 (高检发办字〔2020〕53号) art. 15 with what the chair says at each.
"""

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
from models.papers import MeetingPapers


def build(papers: MeetingPapers, options: BuildOptions, labels: Labels) -> Document:
    """Return the run sheet of a hearing."""
    meeting = papers.meeting
    return run_sheet(
        meeting,
        SheetWording(
            kind="hearing_run_sheet",
            title=labels("hearing_run_sheet.title"),
            opening=labels("statement.hearing"),
            statement=labels("statement.hearing"),
        ),
        body=(
            *steps_table(
                labels("hearing_run_sheet.agenda"), planned_steps(meeting, labels), labels
            ),
            *_steps(labels),
            *issues_part(labels("hearing_run_sheet.questions"), meeting.questions, labels),
        ),
        order=_order(papers, labels),
        options=options,
        labels=labels,
    )


def _steps(labels: Labels) -> tuple[Block, ...]:
    """Return the seven steps; none has a planned time, so there is room to write one."""
    language = labels.language.replace("-", "_")
    prompts = resources.toml("prompts/hearing.toml")["step"]
    steps = [
        Step(number, labels(f"hearing_run_sheet.steps.{number}"), prompt=step[language])
        for number, step in prompts.items()
    ]
    return steps_table(labels("sheet.steps"), steps, labels)


def _order(papers: MeetingPapers, labels: Labels) -> list[FormRow]:
    """Return the officers as listed; a hearing has no other order."""
    people = papers.meeting.participants_by_id
    officers = [
        speaker_words(people[turn.participant_id], labels)
        for turn in papers.order
        if turn.participant_id in people
    ]
    return (
        [row(labels("hearing_run_sheet.officers"), numbered(officers, labels))] if officers else []
    )
