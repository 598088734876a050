"""The timeline: the lines of a record in the order of speaking, a hearing's steps between them."""

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QCoreApplication, QObject

from models.snapshot import LineView, MeetingSnapshot, ParticipantView
from models.vocabulary import OPINION_KINDS, LineKind, MeetingKind
from ui.item_models.people import name_of, office_of
from ui.item_models.rows import Column, RowTableModel
from ui.words import kind_word, language_word, role_word, step_number, step_word

_CHAIR_KINDS = frozenset({LineKind.CHAIR, LineKind.CLOSING})


class Tone(StrEnum):
    """How a line is set off: by its kind only, never by what it says."""

    PLAIN = "plain"
    OPINION = "opinion"
    CHAIR = "chair"


@dataclass(frozen=True, slots=True)
class StepEntry:
    """The place where a hearing enters a step; steps may come back."""

    key: str
    step: int


@dataclass(frozen=True, slots=True)
class Extra:
    """What stands below the words of a line: a label and a text."""

    label: str
    text: str


@dataclass(frozen=True, slots=True)
class LineEntry:
    """A line with its speaker looked up. ``speaker`` is None while nobody knows who spoke."""

    line: LineView
    speaker: ParticipantView | None
    number: int
    shares_name: bool
    extras: tuple[Extra, ...]

    @property
    def tone(self) -> Tone:
        """How the line is set off."""
        if self.line.kind in OPINION_KINDS:
            return Tone.OPINION
        return Tone.CHAIR if self.line.kind in _CHAIR_KINDS else Tone.PLAIN

    @property
    def speaker_name(self) -> str:
        """The name to show; an unknown speaker says so."""
        if self.speaker is None:
            return QCoreApplication.translate("TimelineModel", "发言人待核")
        return name_of(self.speaker)


TimelineEntry = StepEntry | LineEntry


class TimelineModel(RowTableModel[TimelineEntry]):
    """The record of one meeting."""

    def __init__(self, parent: QObject | None = None) -> None:
        column = Column[TimelineEntry](
            title=lambda: QCoreApplication.translate("TimelineModel", "发言记录"),
            text=lambda e: e.line.text or "" if isinstance(e, LineEntry) else _step_text(e),
            spoken=_spoken,
            copied=copied_text,
        )
        super().__init__([column], _key, selectable=_is_line, parent=parent)

    def show(self, meeting: MeetingSnapshot) -> None:
        """Show the lines of that meeting."""
        self.set_rows(timeline(meeting))


def timeline(meeting: MeetingSnapshot) -> list[TimelineEntry]:
    """Return the lines as given, with a separator wherever a hearing's step changes."""
    numbers = {person.id: number for number, person in enumerate(meeting.participants)}
    people = meeting.participants_by_id
    shared = meeting.shared_names
    entries: list[TimelineEntry] = []
    step: int | None = None
    for line in meeting.lines:
        if meeting.kind is MeetingKind.HEARING and line.step not in (None, step):
            step = line.step
            entries.append(StepEntry(f"step before {line.id}", step or 0))
        speaker = people.get(line.speaker_id)
        entries.append(
            LineEntry(
                line=line,
                speaker=speaker,
                number=numbers.get(line.speaker_id or "", 0),
                shares_name=speaker is not None and speaker.name in shared,
                extras=_extras(line),
            )
        )
    return entries


def copied_text(entry: TimelineEntry) -> str:
    """Return a line as it is pasted elsewhere: time, who, kind, words, what stands below."""
    if isinstance(entry, StepEntry):
        return _step_text(entry)
    office = office_of(entry.speaker)
    who = f"{entry.speaker_name}（{office}）" if office else entry.speaker_name
    head = " ".join(p for p in (entry.line.at, who, kind_word(entry.line.kind)) if p)
    extras = (f"{extra.label}：{extra.text}" for extra in entry.extras)
    return "\n".join([f"{head}：{entry.line.text or ''}", *extras])


def _extras(line: LineView) -> tuple[Extra, ...]:
    extras: list[Extra] = []
    if line.source_text:
        label = QCoreApplication.translate("TimelineModel", "原文 · {language}")
        language = language_word(line.source_lang) or "—"
        extras.append(Extra(label.format(language=language), line.source_text))
    if line.translation:
        label = QCoreApplication.translate("TimelineModel", "译文")
        extras.append(Extra(label, line.translation))
    for label, text in (
        (QCoreApplication.translate("TimelineModel", "翻译"), line.translation_by),
        (QCoreApplication.translate("TimelineModel", "发言范围"), line.limit),
        (QCoreApplication.translate("TimelineModel", "签名情况"), line.signed),
        (QCoreApplication.translate("TimelineModel", "事项"), line.event),
        (QCoreApplication.translate("TimelineModel", "备注"), line.note),
    ):
        if text and isinstance(text, str):
            extras.append(Extra(label, text))
    return tuple(extras)


def _step_text(entry: StepEntry) -> str:
    return f"{step_number(entry.step)}  {step_word(entry.step)}"


def _spoken(entry: TimelineEntry) -> str:
    if isinstance(entry, StepEntry):
        return _step_text(entry)
    parts = (
        entry.line.at,
        entry.speaker_name,
        role_word(entry.speaker.role) if entry.speaker else "",
        office_of(entry.speaker),
        kind_word(entry.line.kind),
    )
    head = "，".join(part for part in parts if part)
    extras = (f"{extra.label}：{extra.text}" for extra in entry.extras)
    return "。".join([f"{head}：{entry.line.text or ''}", *extras])


def _key(entry: TimelineEntry) -> str:
    return entry.key if isinstance(entry, StepEntry) else entry.line.id


def _is_line(entry: TimelineEntry) -> bool:
    return isinstance(entry, LineEntry)
