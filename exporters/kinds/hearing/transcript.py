"""The transcript of a hearing (听证笔录).

Follows the seven steps of 人民检察院审查案件听证工作规定 (高检发办字〔2020〕53号) art. 15. What the officers
said among themselves in the break is a paper of its own and does not stand here.
"""

from exporters.document import Block, Document, Form, FormRow, ParagraphStyle
from exporters.kinds.assembly import BuildOptions, Wording, assemble, title_of
from exporters.kinds.hearing.common import openness_words
from exporters.kinds.hearing.noted import (
    identity_rows,
    refusals_and_recordings,
    shown_and_order,
)
from exporters.kinds.parts import (
    case_words,
    filled,
    held,
    numbered,
    numbered_agenda,
    optional,
    paragraph,
    party_words,
    people_rows,
    place_words,
    recusal_rows,
    rule_rows,
    time_words,
)
from exporters.kinds.spoken import silences, spoken, written_opinions
from exporters.labels import Labels
from models.snapshot import MeetingSnapshot, TranscriptCheckView
from models.vocabulary import Role

_ROLES_IN_ORDER = (
    *(Role.CHAIR, Role.HANDLER, Role.HANDLING_ASSISTANT, Role.RECORDER),
    *(Role.HEARING_OFFICER, Role.PEOPLES_SUPERVISOR),
)
_BREAK_STEP = 4


def build(snapshot: MeetingSnapshot, options: BuildOptions, labels: Labels) -> Document:
    """Return the transcript of a hearing."""
    return assemble(
        snapshot,
        Wording(
            kind="transcript",
            title=title_of("transcript", options, labels),
            statement=labels("statement.hearing"),
        ),
        body=(
            Form(
                (
                    *_rows(snapshot, labels),
                    *rule_rows(options.rules, snapshot, labels("transcript.rules"), labels),
                )
            ),
            *_steps(snapshot, labels),
            *written_opinions(snapshot, labels),
            *silences(snapshot, labels),
            shown_and_order(snapshot, labels),
            *_checks(snapshot, labels),
            refusals_and_recordings(snapshot, labels),
        ),
        options=options,
        labels=labels,
    )


def _rows(snapshot: MeetingSnapshot, labels: Labels) -> list[FormRow]:
    cases = snapshot.cases
    openness = openness_words(snapshot, labels, snapshot.open_reason)
    parties = [words for case in cases for words in party_words(case, labels)]
    return [
        filled(labels("transcript.time"), [held(snapshot, labels)], labels),
        filled(labels("transcript.place"), [place_words(snapshot, labels)], labels),
        filled(labels("transcript.hearing"), [snapshot.title], labels),
        filled(labels("transcript.case"), [case_words(case, labels) for case in cases], labels),
        filled(labels("transcript.cause"), [case.cause for case in cases], labels),
        filled(labels("transcript.openness"), [openness], labels),
        *people_rows(snapshot, _ROLES_IN_ORDER, labels, without=(Role.RECUSED,)),
        filled(labels("transcript.parties"), parties, labels),
        *identity_rows(snapshot, labels),
        *recusal_rows(snapshot, labels("transcript.recusals"), labels),
        *_observers(snapshot, labels),
        *optional(labels("transcript.questions"), numbered(snapshot.questions, labels)),
        *optional(labels("transcript.agenda"), numbered_agenda(snapshot.agenda, labels)),
    ]


def _observers(snapshot: MeetingSnapshot, labels: Labels) -> tuple[FormRow, ...]:
    """Return the number of observers; a closed hearing has none, or the contradiction shows."""
    if snapshot.observers is None or (snapshot.open is False and snapshot.observers == 0):
        return ()
    count = labels("transcript.observers_count", count=snapshot.observers)
    return optional(labels("transcript.observers"), [count])


class _Steps:
    """The parts of the transcript as they come; a step that comes back is continued."""

    def __init__(self, labels: Labels) -> None:
        self.blocks: list[Block] = []
        self._labels = labels
        self._seen: set[int | None] = set()
        self._now: int | None = None

    def turn_to(self, step: int | None) -> None:
        """Put a heading where the step changes."""
        if step == self._now and self._seen:
            return
        words = self._labels("transcript.other" if step is None else f"transcript.steps.{step}")
        if step in self._seen:
            words = self._labels("transcript.again", heading=words)
        self.blocks.append(paragraph(words, ParagraphStyle.HEADING))
        self._now = step
        self._seen.add(step)

    def add_break(self, words: str) -> None:
        """Say when the officers withdrew and came back."""
        self.turn_to(_BREAK_STEP)
        place = self._labels("transcript.break")
        self.blocks.append(paragraph(words, ParagraphStyle.BODY, place))


def _steps(snapshot: MeetingSnapshot, labels: Labels) -> list[Block]:
    """Return the lines as spoken, a heading wherever the step changes, and the break in its place."""
    steps = _Steps(labels)
    break_ = _break(snapshot, labels)
    for line, paragraphs in spoken(snapshot, labels):
        if break_ and line.step is not None and line.step > _BREAK_STEP:
            steps.add_break(break_)
            break_ = ""
        if line.movement is None or line.step is not None:  # else it belongs to the step it is in
            steps.turn_to(line.step)
        steps.blocks.extend(paragraphs)
    if not snapshot.lines:
        steps.blocks.append(paragraph(labels("transcript.no_lines"), ParagraphStyle.BODY))
    if break_:
        steps.add_break(break_)
    return steps.blocks


def _break(snapshot: MeetingSnapshot, labels: Labels) -> str:
    """Return when the officers withdrew and came back; not what they said."""
    start = time_words(snapshot.break_from, labels)
    end = time_words(snapshot.break_to, labels)
    if not start and not end:
        return ""
    key = "break_text" if start and end else "break_from" if start else "break_to"
    return labels(f"transcript.{key}", start=start, end=end)


def _checks(snapshot: MeetingSnapshot, labels: Labels) -> list[Block]:
    if not snapshot.transcript_checks:
        return []
    heading = labels("transcript.checks")
    return [
        paragraph(heading, ParagraphStyle.HEADING),
        *(
            paragraph(words, ParagraphStyle.BODY, heading)
            for check in snapshot.transcript_checks
            for words in _check(check, labels)
        ),
    ]


def _check(check: TranscriptCheckView, labels: Labels) -> list[str]:
    name = check.name or labels("common.missing")
    result = check.result or labels("common.missing")
    words = [labels("transcript.check", name=name, result=result)]
    if check.correction:
        words.append(labels("transcript.check_correction", value=check.correction))
    return words
