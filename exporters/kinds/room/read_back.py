"""Read-back pages (校阅页): what each speaker said, to be checked and signed by that speaker.

Everybody begins on a new page and has nothing but the own words there, so that each reads only the
own part of the record. Words in another language stand beside the Chinese ones, and who translated
them signs too.
"""

from collections.abc import Sequence
from dataclasses import replace

from exporters.document import (
    Block,
    Cell,
    Document,
    Face,
    Form,
    FormRow,
    Paragraph,
    ParagraphStyle,
    Run,
    Table,
)
from exporters.kinds.assembly import BuildOptions, head, statement_of
from exporters.kinds.parts import (
    cell,
    centred,
    filled,
    held,
    optional,
    paragraph,
    person_words,
    role_label,
    row,
)
from exporters.kinds.room.people import in_order
from exporters.kinds.spoken import spoken
from exporters.kinds.working import WorkingWords, working_document
from exporters.labels import Labels
from models.snapshot import LineView, MeetingSnapshot, ParticipantView
from models.vocabulary import MeetingKind, Role

_COLUMNS_MM = (13.0, 19.0, 88.0, 36.0)
_TWO_LANGUAGES_MM = (13.0, 19.0, 44.0, 48.0, 32.0)
_RESULT_MM = 34.0
_INTERPRETER_MM = 26.0

_Said = tuple[LineView, list[Paragraph]]
"""A line with the remarks to it."""


def build(snapshot: MeetingSnapshot, options: BuildOptions, labels: Labels) -> Document:
    """Return the pages of all who spoke, one after the other."""
    hearing = snapshot.kind is MeetingKind.HEARING
    title = labels("read_back.hearing_title" if hearing else "read_back.title")
    words = WorkingWords(
        options.rules.titles.get("read_back") or title,
        statement_of(snapshot, labels),
        labels("read_back.nature"),
    )
    said = _said(snapshot, labels)
    blocks = [
        block
        for number, person in enumerate(speakers(snapshot))
        for block in _part(person, said[person.id], snapshot, words, labels, first=number == 0)
    ]
    return working_document(snapshot, words, tuple(blocks), options=options, labels=labels)


def speakers(snapshot: MeetingSnapshot) -> tuple[ParticipantView, ...]:
    """Return who spoke, in the order of the room; lines whose speaker is not known are nobody's."""
    heard = {line.speaker_id for line in snapshot.lines if line.movement is None}
    return in_order(one for one in snapshot.participants if one.id in heard)


def _said(snapshot: MeetingSnapshot, labels: Labels) -> dict[str, list[_Said]]:
    """Return each speaker's lines by the speaker's id.

    The remarks are those of the record without the original, which has a column of its own.
    """
    plain = [replace(one, lang=None, source_text=None, translation=None) for one in snapshot.lines]
    told = spoken(replace(snapshot, lines=tuple(plain)), labels)
    found: dict[str, list[_Said]] = {}
    for line, (_, blocks) in zip(snapshot.lines, told, strict=True):
        if line.speaker_id is not None and line.movement is None:
            remarks = [one for one in blocks if one.style is ParagraphStyle.REMARK]
            found.setdefault(line.speaker_id, []).append((line, remarks))
    return found


def _part(  # a speaker's part of one paper
    person: ParticipantView,
    said: Sequence[_Said],
    snapshot: MeetingSnapshot,
    words: WorkingWords,
    labels: Labels,
    *,
    first: bool,
) -> list[Block]:
    top = [
        *head(snapshot, words.title),
        paragraph(words.nature, ParagraphStyle.REMARK, words.title),
    ]
    top[0] = replace(top[0], starts_page=not first)
    rows = (
        filled(labels("read_back.meeting"), [snapshot.title], labels),
        *optional(labels("read_back.time"), [held(snapshot, labels)]),
        row(labels("read_back.person"), [person_words(person, labels)]),
        filled(labels("read_back.role"), [role_label(person.role, labels)], labels),
    )
    return [*top, Form(rows), _lines(person, said, labels), _signing(person, said, labels)]


def _lines(person: ParticipantView, said: Sequence[_Said], labels: Labels) -> Table:
    """Return the table of a person's words, whose heads say whose they are on every page."""
    name = person.name or labels("common.missing")
    pairs = [_in_two_languages(line) for line, _ in said]
    has_original = any(original for original, _ in pairs)
    rows: list[tuple[Cell, ...]] = []
    for (line, remarks), (original, chinese) in zip(said, pairs, strict=True):
        beside = (_words(original, (), line, labels),) if has_original else ()
        rows.append((*_when(line, labels), *beside, _words(chinese, remarks, line, labels), ()))
    heads = ("original", "chinese") if has_original else ("words",)
    return Table(
        _TWO_LANGUAGES_MM if has_original else _COLUMNS_MM,
        tuple(rows),
        tuple(
            labels(f"read_back.{key}", name=name) for key in ("number", "at", *heads, "correction")
        ),
    )


def _in_two_languages(line: LineView) -> tuple[str, str]:
    """Return the words as spoken, if not in Chinese, and the Chinese ones."""
    text, translation = line.text or "", line.translation or ""
    if line.source_text:
        return line.source_text, "\n".join(filter(None, (text, translation)))
    if line.lang and line.lang.split("-")[0].lower() != "zh":
        return text, translation
    return translation, text


def _when(line: LineView, labels: Labels) -> tuple[Cell, Cell]:
    """Return the number of a line, and its time of day above what kind of contribution it is."""
    place = _place(line, labels)
    at = (line.at or "").rpartition("T")[2]
    number = centred(str(line.seq) if line.seq else None, place)
    when = (paragraph(one, ParagraphStyle.CELL_CENTRE, place) for one in (at, line.kind) if one)
    return number, tuple(when)


def _words(text: str, remarks: Sequence[Paragraph], line: LineView, labels: Labels) -> Cell:
    place = _place(line, labels)
    below = (Paragraph((Run(one.text, Face.KAI),), ParagraphStyle.CELL, place) for one in remarks)
    return (*cell(text, place), *below)


def _place(line: LineView, labels: Labels) -> str:
    return labels("common.line_place", number=line.seq or "")


def _signing(person: ParticipantView, said: Sequence[_Said], labels: Labels) -> Form:
    """Return where the speaker says whether it is right and signs, and who translated it signs."""
    name = person.name or labels("common.missing")
    choices = row(
        labels("read_back.result"), [labels("read_back.same"), labels("read_back.changed")]
    )
    signed = paragraph(
        labels("read_back.signed", name=name), ParagraphStyle.CELL_RIGHT, choices.label
    )
    rows = [replace(choices, least_mm=_RESULT_MM, foot=signed)]
    is_translated = any(original for original, _ in (_in_two_languages(line) for line, _ in said))
    if is_translated and person.role != Role.INTERPRETER:
        rows.append(_interpreter([line for line, _ in said], labels))
    return Form(tuple(rows))


def _interpreter(lines: Sequence[LineView], labels: Labels) -> FormRow:
    names = dict.fromkeys(line.translation_by for line in lines if line.translation_by)
    label = labels("read_back.interpreter")
    line_signed = paragraph(labels("read_back.line_signed"), ParagraphStyle.CELL_RIGHT, label)
    texts = [*(["、".join(names)] if names else []), labels("read_back.interpreted")]
    return replace(row(label, texts), least_mm=_INTERPRETER_MM, foot=line_signed)
