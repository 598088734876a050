"""The timeline: the lines of a record in the order of speaking, steps or items between them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QCoreApplication, QObject

from models.agenda_plan import planned
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
    """A line with its speaker looked up. ``speaker`` is None while nobody knows who spoke."""

    line: LineView
    speaker: ParticipantView | None
    number: int
    shares_name: bool
    extras: tuple[Extra, ...]
    waiting: bool = False  # not on disk yet

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

    def show(self, meeting: MeetingSnapshot, waiting: Sequence[LineView] = ()) -> None:
        """Show the lines of that meeting, and below them those that are not on disk yet."""
        known = {e.line.id: e for e in self.rows if isinstance(e, LineEntry) and not e.waiting}
        self.set_rows(timeline(meeting, waiting, known))


def timeline(
    meeting: MeetingSnapshot,
    waiting: Sequence[LineView] = (),
    known: Mapping[str, LineEntry] | None = None,
) -> list[TimelineEntry]:
    """Return the lines as given, with a separator wherever a hearing's step or the item changes.

    Entries of ``known`` are taken again where nothing changed: of a long record one line has.
    """
    numbers = {person.id: number for number, person in enumerate(meeting.participants)}
    people = meeting.participants_by_id
    shared = meeting.shared_names
    known = known or {}
    sections = _Sections(meeting)
    entries: list[TimelineEntry] = []
    last = len(meeting.lines)
    for place, line in enumerate((*meeting.lines, *waiting)):
        separator = sections.before(line)
        if separator is not None:
            entries.append(separator)
        speaker = people.get(line.speaker_id)
        shares_name = speaker is not None and speaker.name in shared
        number = numbers.get(line.speaker_id or "", 0)
        entry = known.get(line.id)
        if (
            entry is None
            or entry.line is not line
            or entry.speaker is not speaker
            or (entry.number, entry.shares_name) != (number, shares_name)
        ):
            entry = LineEntry(
                line=line,
                speaker=speaker,
                number=number,
                shares_name=shares_name,
                extras=_extras(line),
                waiting=place >= last,
            )
        entries.append(entry)
    return entries


class _Sections:
    """Tells where a record enters another step or another item of the agenda."""

    def __init__(self, meeting: MeetingSnapshot) -> None:
        self._is_hearing = meeting.kind is MeetingKind.HEARING
        self._items = {one.item.id: one for one in planned(meeting.agenda, None)}
        self._step: int | None = None
        self._item: str | None = None

    def before(self, line: LineView) -> StepEntry | None:
        """Return the separator that stands before a line, if any."""
        if self._is_hearing and line.step is not None and line.step != self._step:
            self._step = line.step
            key = f"step before {line.id}"
            return StepEntry(key, step_number(line.step), step_word(line.step), line.step)
        if not self._is_hearing and line.item_id not in (None, self._item):
            self._item = line.item_id
            found = self._items.get(line.item_id or "")
            if found is not None:
                return StepEntry(f"item before {line.id}", found.number, found.item.title)
        return None


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
    return f"{entry.number}  {entry.text}"


def _spoken(entry: TimelineEntry) -> str:
    if isinstance(entry, StepEntry):
        return _step_text(entry)
    parts = (
        entry.line.at,
        entry.speaker_name,
        role_word(entry.speaker.role) if entry.speaker else "",
        office_of(entry.speaker),
        kind_word(entry.line.kind),
        QCoreApplication.translate("LineDelegate", "正在保存…") if entry.waiting else "",
    )
    head = "，".join(part for part in parts if part)
    extras = (f"{extra.label}：{extra.text}" for extra in entry.extras)
    return "。".join([f"{head}：{entry.line.text or ''}", *extras])


def _key(entry: TimelineEntry) -> str:
    return entry.key if isinstance(entry, StepEntry) else entry.line.id


def _is_line(entry: TimelineEntry) -> bool:
    return isinstance(entry, LineEntry)
