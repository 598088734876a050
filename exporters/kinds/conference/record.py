"""The record of a joint conference (会议记录).

Fields and their order follow the official form of the case discussion record (讨论案件笔录). The
record holds who said what; it has no field for what the meeting as a whole thinks.
"""

from exporters.document import Block, Document, Form, FormRow, ParagraphStyle
from exporters.kinds.assembly import BuildOptions, Wording, assemble
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
    row,
    rule_rows,
    time_words,
)
from exporters.kinds.spoken import silences, spoken, written_opinions
from exporters.labels import Labels
from models.snapshot import LineView, MeetingSnapshot
from models.vocabulary import AWAY, LineKind, Role

_ROLES_IN_ORDER = (
    *(Role.CHAIR, Role.ATTENDING, Role.ATTENDEE_WITHOUT_STANDING, Role.EXPERT),
    *(Role.INVITED_ASSISTANT, Role.HANDLER, Role.HANDLING_ASSISTANT),
    *(Role.RECORDER, Role.INTERPRETER),
)


def build(snapshot: MeetingSnapshot, options: BuildOptions, labels: Labels) -> Document:
    """Return the record of a joint conference."""
    return assemble(
        snapshot,
        Wording(
            kind="record",
            title=options.rules.titles.get("record") or _title(snapshot, labels),
            statement=labels("statement.conference"),
        ),
        body=(
            Form(
                (
                    *_rows(snapshot, labels),
                    *rule_rows(options.rules, snapshot, labels("record.rules"), labels),
                )
            ),
            *_discussion(snapshot, labels),
            *written_opinions(snapshot, labels),
            *silences(snapshot, labels),
        ),
        options=options,
        labels=labels,
    )


def _title(snapshot: MeetingSnapshot, labels: Labels) -> str:
    if snapshot.scope is None:
        return labels("record.title")
    return labels("record.title_scoped", scope=snapshot.scope)


def _rows(snapshot: MeetingSnapshot, labels: Labels) -> list[FormRow]:
    cases = snapshot.cases
    parties = [words for case in cases for words in party_words(case, labels)]
    return [
        filled(labels("record.time"), [held(snapshot, labels)], labels),
        filled(labels("record.place"), [place_words(snapshot, labels)], labels),
        filled(labels("record.meeting"), [snapshot.title], labels),
        *optional(labels("record.organs"), ["、".join(snapshot.organs)]),
        *people_rows(snapshot, _ROLES_IN_ORDER, labels, without=(Role.RECUSED,)),
        *_away(snapshot, labels),
        *recusal_rows(snapshot, labels("record.recusals"), labels),
        *_quorum(snapshot, labels),
        filled(labels("record.parties"), parties, labels),
        filled(labels("record.case"), [case_words(case, labels) for case in cases], labels),
        filled(labels("record.cause"), [case.cause for case in cases], labels),
        *_issues(snapshot, labels),
        *optional(labels("record.agenda"), numbered_agenda(snapshot.agenda, labels)),
        row(labels("record.nature"), [labels("statement.conference_opening")]),
        *_announcement(snapshot, labels),
        *optional(labels("record.movements"), _movements(snapshot, labels)),
        row(labels("record.recording"), [labels("record.recording_number")]),
    ]


def _issues(snapshot: MeetingSnapshot, labels: Labels) -> tuple[FormRow, ...]:
    texts = numbered((*snapshot.issues, *snapshot.questions), labels)
    return optional(labels("record.issues"), texts)


def _quorum(snapshot: MeetingSnapshot, labels: Labels) -> tuple[FormRow, ...]:
    quorum = snapshot.quorum
    if quorum is None:
        return ()
    met = {True: "met", False: "not_met", None: "open"}[quorum.met]
    words = [quorum.rule] if quorum.rule else []
    words += [
        labels(f"common.quorum_{name}", count=count)
        for name, count in (("required", quorum.required), ("counted", quorum.counted))
        if count is not None
    ]
    words.append(labels(f"common.quorum_{met}"))
    return (row(labels("record.quorum"), [labels("common.list_separator").join(words)]),)


def _away(snapshot: MeetingSnapshot, labels: Labels) -> tuple[FormRow, ...]:
    """Return who did not come, excused or not, besides the role held."""
    texts = [
        labels("common.person", name=one.name or labels("common.missing"), details=one.attendance)
        for one in snapshot.participants
        if one.attendance in AWAY
    ]
    return optional(labels("record.away"), ["、".join(texts)])


def _movements(snapshot: MeetingSnapshot, labels: Labels) -> list[str]:
    """Return when the meeting paused, and who came or went when, as the record has it."""
    start, end = (time_words(one, labels) for one in (snapshot.break_from, snapshot.break_to))
    pause = labels("record.pause", start=start, end=end) if start and end else ""
    moved = (
        " ".join(filter(None, (time_words(line.at, labels), line.text)))
        for line in snapshot.lines
        if line.movement is not None
    )
    return [*filter(None, (pause,)), *moved]


def _announcement(snapshot: MeetingSnapshot, labels: Labels) -> tuple[FormRow, ...]:
    """Say where the chair's opening words stand, and when the statement was read.

    They are the lines before anybody else speaks.
    """
    numbers: list[str] = []
    for line in snapshot.lines:
        if line.movement is not None:
            continue
        if line.kind != LineKind.CHAIR:
            break
        numbers.append(str(line.seq or len(numbers) + 1))
    where = labels("record.announcement_at", numbers="、".join(numbers)) if numbers else ""
    at = time_words(snapshot.statement_read_at, labels)
    read = labels("record.statement_read", time=at) if at else ""
    return optional(labels("record.announcement"), [where, read])


def _closing(lines: tuple[LineView, ...]) -> int | None:
    """Return where the chair's closing words begin: after the last other speaker.

    Who comes or goes meanwhile does not speak.
    """
    found = None
    for place in range(len(lines) - 1, -1, -1):
        if lines[place].kind == LineKind.CHAIR:
            found = place
        elif lines[place].movement is None:
            return found
    return None


def _discussion(snapshot: MeetingSnapshot, labels: Labels) -> list[Block]:
    """Return the lines in order, the chair's closing words under a heading of their own."""
    blocks: list[Block] = [paragraph(labels("record.discussion"), ParagraphStyle.HEADING)]
    if not snapshot.lines:
        blocks.append(paragraph(labels("record.no_discussion"), ParagraphStyle.BODY))
    closing = _closing(snapshot.lines)
    for number, (_line, paragraphs) in enumerate(spoken(snapshot, labels)):
        if number == closing:
            blocks.append(paragraph(labels("record.closing"), ParagraphStyle.HEADING))
        blocks.extend(paragraphs)
    return blocks
