"""The timeline: the lines of a record in the order of speaking, steps or items between them."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject

from models.agenda_plan import planned
from models.snapshot import LineView, MeetingSnapshot, ParticipantView
from models.vocabulary import OPINION_KINDS, LineKind, MeetingKind
from ui.attachment_words import count_word
from ui.item_models.people import name_of, office_of
from ui.item_models.rows import Column, RowTableModel, equal_at_start
from ui.words import (
    kind_word,
    language_word,
    movement_word,
    role_word,
    spoken_for,
    step_number,
    step_word,
)

if TYPE_CHECKING:
    from models.desk_view import NoteView

_CHAIR_KINDS = frozenset({LineKind.CHAIR, LineKind.CLOSING})


class Tone(StrEnum):
    """How a line is set off: by its kind only, never by what it says."""

    PLAIN = "plain"
    OPINION = "opinion"
    CHAIR = "chair"


@dataclass(frozen=True, slots=True)
class StepEntry:
    """The place where a hearing enters a step, or a meeting an item of its agenda.

    Both may come back. ``number`` and ``text`` are as shown.
    """

    key: str
    number: str
    text: str
    step: int | None = None


@dataclass(frozen=True, slots=True)
class Extra:
    """What stands below the words of a line: a label and a text."""

    label: str
    text: str


@dataclass(frozen=True, slots=True)
class LineEntry:
    """A line with its speaker looked up. ``speaker`` is None while nobody knows who spoke.

    In a line that ``moves`` somebody comes or goes; nobody speaks in it.
    """

    line: LineView
    speaker: ParticipantView | None
    number: int
    shares_name: bool
    extras: tuple[Extra, ...]
    waiting: bool = False  # not on disk yet
    attached: int = 0  # how many files are attached to it

    @property
    def moves(self) -> bool:
        """Whether it says that somebody comes or goes."""
        return self.line.movement is not None

    @property
    def tone(self) -> Tone:
        """How the line is set off."""
        if self.line.kind in OPINION_KINDS:
            return Tone.OPINION
        return Tone.CHAIR if self.line.kind in _CHAIR_KINDS else Tone.PLAIN

    @property
    def label(self) -> str:
        """The kind, or that the line is on its way to the disk."""
        if self.waiting:
            return QCoreApplication.translate("LineDelegate", "正在保存…")
        if self.moves:
            return movement_word(self.line.movement)
        return kind_word(self.line.kind)

    @property
    def mark(self) -> str:
        """That the line is to be checked; empty if it is not."""
        if not self.line.marked:
            return ""
        return QCoreApplication.translate("TimelineModel", "待核对")

    @property
    def speaker_name(self) -> str:
        """The name to show; an unknown speaker says so, and there is none where nobody speaks."""
        if self.moves:
            return ""
        if self.speaker is None:
            return QCoreApplication.translate("TimelineModel", "发言人待核")
        return name_of(self.speaker)


@dataclass(frozen=True, slots=True)
class NoteEntry:
    """An internal note of the secretary beside the record; no paper and no other screen has it."""

    note: "NoteView"

    @property
    def label(self) -> str:
        """What it is."""
        return QCoreApplication.translate("TimelineModel", "内部备注")


TimelineEntry = StepEntry | LineEntry | NoteEntry

Section = int | str | None
"""The step of a hearing or the item of an agenda (its id) that the record is in."""


class TimelineModel(RowTableModel[TimelineEntry]):
    """The record of one meeting."""

    def __init__(self, parent: QObject | None = None) -> None:
        column = Column[TimelineEntry](
            title=lambda: QCoreApplication.translate("TimelineModel", "发言记录"),
            text=_text,
            spoken=_spoken,
            copied=copied_text,
            tip=_tip,
        )
        super().__init__([column], _key, selectable=_can_be_chosen, parent=parent)
        self._timeline: Timeline | None = None

    def show(
        self,
        meeting: MeetingSnapshot,
        waiting: Sequence[LineView] = (),
        notes: "Sequence[NoteView]" = (),
    ) -> None:
        """Show the lines of that meeting, below them those that are not on disk yet, and notes."""
        if self._timeline is None or not self._timeline.suits(meeting):
            self._timeline = Timeline(meeting)
        self.set_rows(_with_notes(self._timeline.take(meeting.lines, waiting), notes))

    def expect(self, made: "Timeline") -> None:
        """Take over the entries of the meeting that is shown next."""
        self._timeline = made

    def refresh_words(self) -> None:
        """Make the entries anew, in the language in force."""
        self._timeline = None
        super().refresh_words()


def timeline(meeting: MeetingSnapshot) -> list[TimelineEntry]:
    """Return the lines as given, with a separator wherever a hearing's step or the item changes."""
    return Timeline(meeting).take(meeting.lines)


class Timeline:
    """The entries of a growing record: after each change only what follows it is made anew.

    It may be made in a worker, and be handed to the model then.
    """

    def __init__(self, meeting: MeetingSnapshot) -> None:
        self._meeting = meeting
        self._numbers = {person.id: number for number, person in enumerate(meeting.participants)}
        self._people = meeting.participants_by_id
        self._shared = meeting.shared_names
        self._items = {one.item.id: one for one in planned(meeting.agenda, None)}
        self._attached = Counter(one.line_id for one in meeting.attachments)
        self._lines: list[LineView] = []
        self._saved = 0  # lines that are on disk
        self._entries: list[TimelineEntry] = []
        self._marks: list[tuple[int, Section]] = []  # after each line: entries so far, and where

    def suits(self, meeting: MeetingSnapshot) -> bool:
        """Say whether a meeting has the same kind, people and agenda."""
        mine = self._meeting
        return (mine.id, mine.kind, mine.participants, mine.agenda, mine.attachments) == (
            meeting.id,
            meeting.kind,
            meeting.participants,
            meeting.agenda,
            meeting.attachments,
        )

    def take(
        self, lines: Sequence[LineView], waiting: Sequence[LineView] = ()
    ) -> list[TimelineEntry]:
        """Return the entries of these lines, and of those that wait."""
        wanted = [*lines, *waiting]
        kept = self._unchanged(wanted, len(lines))
        del self._marks[kept:]
        end, section = self._marks[-1] if self._marks else (0, None)
        del self._entries[end:]
        for place in range(kept, len(wanted)):
            line = wanted[place]
            entered = self._entered(line, section)
            if entered is not None:
                self._entries.append(entered)
            section = self._section(line, section)
            self._entries.append(self._entry(line, waiting=place >= len(lines)))
            self._marks.append((len(self._entries), section))
        self._lines, self._saved = wanted, len(lines)
        return list(self._entries)

    def _unchanged(self, wanted: Sequence[LineView], saved: int) -> int:
        """Return how many lines at the beginning are what they were."""
        most = min(len(wanted), len(self._lines))
        if saved != self._saved:
            most = min(
                most, saved, self._saved
            )  # beyond, waiting ones became others or the reverse
        return equal_at_start(wanted, self._lines, most)

    def _section(self, line: LineView, before: Section) -> Section:
        section = line.step if self._meeting.kind is MeetingKind.HEARING else line.item_id
        return before if section is None else section

    def _entered(self, line: LineView, before: Section) -> StepEntry | None:
        """Return the separator that stands before a line, if any."""
        section = self._section(line, before)
        if section == before:
            return None
        if isinstance(section, int):
            return StepEntry(
                f"step before {line.id}", step_number(section), step_word(section), section
            )
        found = self._items.get(section or "")
        if found is None:
            return None
        return StepEntry(f"item before {line.id}", found.number, found.item.title)

    def _entry(self, line: LineView, *, waiting: bool) -> LineEntry:
        speaker = self._people.get(line.speaker_id)
        return LineEntry(
            line=line,
            speaker=speaker,
            number=self._numbers.get(line.speaker_id or "", 0),
            shares_name=speaker is not None and speaker.name in self._shared,
            extras=_extras(line),
            waiting=waiting,
            attached=self._attached[line.id],
        )


def _with_notes(entries: list[TimelineEntry], notes: "Sequence[NoteView]") -> list[TimelineEntry]:
    """Return the entries with each note after its line; those without one stand first."""
    if not notes:
        return entries
    after: dict[str | None, list[TimelineEntry]] = {}
    for note in notes:
        after.setdefault(note.after_id, []).append(NoteEntry(note))
    found = after.pop(None, [])
    for entry in entries:
        found.append(entry)
        if isinstance(entry, LineEntry):
            found += after.get(entry.line.id, ())
    return found


def copied_text(entry: TimelineEntry) -> str:
    """Return a line as it is pasted elsewhere: time, who, kind, words, what stands below.

    Of an internal note nothing: what is pasted may be shown to others.
    """
    if isinstance(entry, NoteEntry):
        return ""
    if isinstance(entry, StepEntry):
        return _step_text(entry)
    if entry.moves:
        return f"（{' '.join(part for part in (entry.line.at, entry.line.text) if part)}）"
    office = office_of(entry.speaker)
    who = f"{entry.speaker_name}（{office}）" if office else entry.speaker_name
    head = " ".join(p for p in (entry.line.at, who, entry.label) if p)
    extras = (f"{extra.label}：{extra.text}" for extra in entry.extras)
    return "\n".join([f"{head}：{entry.line.text or ''}", *extras])


def _extras(line: LineView) -> tuple[Extra, ...]:
    spoken = line.source_text or line.translation or line.translation_by or line.limit
    if not (spoken or line.signed or line.event or line.note):  # as most of thousands
        return ()
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
    return f"{entry.number}  {entry.text}"


def _text(entry: TimelineEntry) -> str:
    match entry:
        case LineEntry():
            return entry.line.text or ""
        case NoteEntry():
            return entry.note.text
        case StepEntry():
            return _step_text(entry)


def _spoken(entry: TimelineEntry) -> str:
    if isinstance(entry, StepEntry):
        return _step_text(entry)
    if isinstance(entry, NoteEntry):
        return f"{entry.label}：{entry.note.text}"
    parts = (
        entry.mark,
        count_word(entry.attached),
        entry.line.at,
        entry.speaker_name,
        role_word(entry.speaker.role) if entry.speaker else "",
        office_of(entry.speaker),
        kind_word(entry.line.kind) if entry.waiting else "",
        entry.label,
    )
    head = "，".join(part for part in parts if part)
    extras = (f"{extra.label}：{extra.text}" for extra in entry.extras)
    return "。".join([f"{head}：{entry.line.text or ''}", *extras])


def _tip(entry: TimelineEntry) -> str:
    """Say that a line is to be checked, what is attached to it, how long it was spoken."""
    if not isinstance(entry, LineEntry):
        return ""
    spoken = entry.line.seconds
    lasted = "" if not spoken else spoken_for(spoken)
    return "\n".join(part for part in (entry.mark, count_word(entry.attached), lasted) if part)


def _key(entry: TimelineEntry) -> str:
    match entry:
        case StepEntry():
            return entry.key
        case LineEntry():
            return entry.line.id
        case NoteEntry():
            return entry.note.id


def _can_be_chosen(entry: TimelineEntry) -> bool:
    return not isinstance(entry, StepEntry)
