"""What the meeting is about: agenda or steps, questions, materials."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QObject

from models.running import Part, Stage, running
from models.snapshot import MeetingSnapshot
from models.vocabulary import MeetingKind
from ui.clock import civil_now
from ui.item_models.meetings import Heading
from ui.item_models.rows import Column, RowTableModel
from ui.live.prompts import step_prompt
from ui.live.run_words import minutes_words, over_word, stage_word, title_of


@dataclass(frozen=True, slots=True)
class OutlineEntry:
    """A point of the agenda, a step, a question or a paper.

    ``meta`` is the time of day it began, or is planned to begin. ``target`` is the key of the row of
    the timeline that it leads to, or empty. ``state``, ``minutes`` and ``over`` say where it stands,
    what it took, and how far beyond its plan; ``prompt`` is what the chair says now.
    """

    key: str
    number: str
    text: str
    meta: str = ""
    target: str = ""
    stage: Stage = Stage.AHEAD
    state: str = ""
    minutes: str = ""
    over: str = ""
    prompt: str = ""


OutlineRow = Heading | OutlineEntry


class OutlineModel(RowTableModel[OutlineRow]):
    """The outline of one meeting."""

    def __init__(self, parent: QObject | None = None) -> None:
        column = Column[OutlineRow](
            title=lambda: QCoreApplication.translate("OutlineModel", "议程"),
            text=_text,
            spoken=_spoken,
            copied=_text,
        )
        super().__init__([column], _key, selectable=_is_entry, parent=parent)

    def show(self, meeting: MeetingSnapshot, at: str = "") -> None:
        """Show the outline of that meeting at a moment, now if none is given.

        What the meeting does not have is left out.
        """
        rows: list[OutlineRow] = []
        for key, title, entries in _sections(meeting, at or civil_now()):
            if entries:
                rows += [Heading(key, title), *entries]
        self.set_rows(rows)


def _sections(meeting: MeetingSnapshot, at: str) -> list[tuple[str, str, list[OutlineEntry]]]:
    issues, parts = meeting.issues, running(meeting, at).parts
    sections = [
        (
            "agenda",
            QCoreApplication.translate("OutlineModel", "议程"),
            _agenda(meeting, parts),
        )
    ]
    if meeting.kind is MeetingKind.HEARING:
        sections.append(
            (
                "steps",
                QCoreApplication.translate("OutlineModel", "听证步骤"),
                _steps(meeting, parts),
            )
        )
        asked = QCoreApplication.translate("OutlineModel", "需要听证的问题")
    else:
        asked = QCoreApplication.translate("OutlineModel", "讨论的问题")
    return [
        *sections,
        ("questions", asked, _numbered("question", meeting.questions or issues)),
        (
            "materials",
            QCoreApplication.translate("OutlineModel", "会议材料"),
            _numbered("material", meeting.materials),
        ),
    ]


def _agenda(meeting: MeetingSnapshot, parts: Sequence[Part]) -> list[OutlineEntry]:
    """Return the items with their clock times; one with lines leads to the first of them."""
    firsts = {line.item_id: line.id for line in reversed(meeting.lines)}
    return [
        _entry(f"agenda {item}", part, part.began or part.starts, firsts.get(item, ""))
        for part in parts
        if (item := part.target.item_id) is not None
    ]


def _entry(key: str, part: Part, time: str, target: str) -> OutlineEntry:
    now = part.stage is Stage.NOW
    return OutlineEntry(
        key,
        part.number,
        title_of(part),
        meta=time,
        target=target,
        stage=part.stage,
        state=stage_word(part),
        minutes=minutes_words(part),
        over=over_word(part.over),
        prompt=_prompt(part.target.step) if now else "",
    )


def _numbered(key: str, texts: tuple[str, ...]) -> list[OutlineEntry]:
    return [
        OutlineEntry(f"{key} {number}", str(number), text) for number, text in enumerate(texts, 1)
    ]


def _prompt(step: int | None) -> str:
    words = step_prompt(step)
    told = QCoreApplication.translate("OutlineModel", "主持人提示：{prompt}")
    return told.format(prompt=words) if words else ""


def _steps(meeting: MeetingSnapshot, parts: Sequence[Part]) -> list[OutlineEntry]:
    """Return all seven steps; those with lines lead to where they first begin."""
    firsts: dict[int | None, tuple[str, str]] = {}
    last: int | None = None
    for line in meeting.lines:
        if line.step is not None and line.step != last:
            last = line.step
            firsts.setdefault(last, (f"step before {line.id}", line.at or ""))
    found = []
    for part in parts:
        step = part.target.step
        if step is not None:
            target, spoken_at = firsts.get(step, ("", ""))
            found.append(_entry(f"step {step}", part, part.began or spoken_at, target))
    return found


def _text(row: OutlineRow) -> str:
    return row.text if isinstance(row, Heading) else f"{row.number} {row.text} {row.meta}".strip()


def _spoken(row: OutlineRow) -> str:
    if isinstance(row, Heading):
        return row.text
    parts = (
        f"{row.number} {row.text}",
        row.state,
        row.minutes,
        row.over,
        row.meta,
        row.prompt,
    )
    return "，".join(part for part in parts if part)


def _key(row: OutlineRow) -> str:
    return f"heading {row.key}" if isinstance(row, Heading) else row.key


def _is_entry(row: OutlineRow) -> bool:
    return isinstance(row, OutlineEntry)
