"""The sign-in sheet of a hearing (签到表): who came, from when to when, signed by each."""

from collections.abc import Iterator

from exporters.document import Document, Form, FormRow
from exporters.kinds.assembly import BuildOptions, assemble_pages, form_wording
from exporters.kinds.attendance import attendance_table, attendance_words
from exporters.kinds.by_hand import boxes, to_write
from exporters.kinds.hearing.common import recorder
from exporters.kinds.parts import filled, held, place_words, row
from exporters.labels import Labels
from models.papers import MeetingPapers
from models.snapshot import MeetingSnapshot

_SPARE = 2


def build(papers: MeetingPapers, options: BuildOptions, labels: Labels) -> Document:
    """Return the sign-in sheet, with empty rows for those who come besides."""
    meeting = papers.meeting
    return assemble_pages(
        meeting,
        form_wording("hearing_sign_in", meeting, options, labels, maker=recorder(meeting, labels)),
        pages=(
            (
                Form(
                    (
                        filled(labels("hearing_sign_in.hearing"), [meeting.title], labels),
                        filled(labels("hearing_sign_in.time"), [held(meeting, labels)], labels),
                        filled(
                            labels("hearing_sign_in.place"), [place_words(meeting, labels)], labels
                        ),
                    )
                ),
                attendance_table(meeting, meeting.participants, labels, spare=_SPARE),
                Form(tuple(_below(meeting, labels))),
            ),
        ),
        options=options,
        labels=labels,
    )


def _below(meeting: MeetingSnapshot, labels: Labels) -> Iterator[FormRow]:
    yield row(labels("attendance.counts"), [attendance_words(meeting.participants, labels)])
    if meeting.open:
        count = meeting.observers
        words = None if count is None else labels("transcript.observers_count", count=count)
        yield to_write(labels("hearing_sign_in.observers"), words)
    reminders = [labels(f"hearing_sign_in.{key}") for key in ("phones", "secrecy", "discipline")]
    yield to_write(labels("hearing_sign_in.reminder"), boxes(reminders, labels))
