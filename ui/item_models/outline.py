"""What the meeting is about: agenda or steps, questions, materials."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QObject

from models.agenda_plan import planned
from models.snapshot import MeetingSnapshot
from models.vocabulary import MeetingKind
from ui.item_models.meetings import Heading
from ui.item_models.rows import Column, RowTableModel
from ui.words import HEARING_STEPS, step_word


@dataclass(frozen=True, slots=True)
class OutlineEntry:
    """A point of the agenda, a step, a question or a paper.

    ``target`` is the key of the row of the timeline that it leads to, or empty.
    """

    key: str
    number: str
    text: str
    meta: str = ""
    target: str = ""


OutlineRow = Heading | OutlineEntry


class OutlineModel(RowTableModel[OutlineRow]):
    """The outline of one meeting."""

    def __init__(self, parent: QObject | None = None) -> None:
        column = Column[OutlineRow](
            title=lambda: QCoreApplication.translate("OutlineModel", "议程"),
            text=_text,
            spoken=_text,
            copied=_text,
        )
        super().__init__([column], _key, selectable=_is_entry, parent=parent)

    def show(self, meeting: MeetingSnapshot) -> None:
        """Show the outline of that meeting, leaving out what it does not have."""
        rows: list[OutlineRow] = []
        for key, title, entries in _sections(meeting):
            if entries:
                rows += [Heading(key, title), *entries]
        self.set_rows(rows)


def _sections(meeting: MeetingSnapshot) -> list[tuple[str, str, list[OutlineEntry]]]:
    issues = meeting.issues
    sections = [
        (
            "agenda",
            QCoreApplication.translate("OutlineModel", "议程"),
            _agenda(meeting),
        )
    ]
    if meeting.kind is MeetingKind.HEARING:
        sections.append(
            ("steps", QCoreApplication.translate("OutlineModel", "听证步骤"), _steps(meeting))
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


def _agenda(meeting: MeetingSnapshot) -> list[OutlineEntry]:
    """Return the items with their clock times; one with lines leads to the first of them."""
    firsts: dict[str | None, str] = {}
    for line in meeting.lines:
        if line.item_id not in firsts:
            firsts[line.item_id] = line.id
    return [
        OutlineEntry(
            f"agenda {one.item.id}",
            one.number,
            one.item.title,
            meta=one.starts,
            target=firsts.get(one.item.id, ""),
        )
        for one in planned(meeting.agenda, meeting.schedule.held_from)
    ]


def _numbered(key: str, texts: tuple[str, ...]) -> list[OutlineEntry]:
    return [
        OutlineEntry(f"{key} {number}", str(number), text) for number, text in enumerate(texts, 1)
    ]


def _steps(meeting: MeetingSnapshot) -> list[OutlineEntry]:
    """Return all seven steps; those with lines lead to where they first begin."""
    firsts: dict[int, tuple[str, str]] = {}
    last: int | None = None
    for line in meeting.lines:
        if line.step is not None and line.step != last:
            last = line.step
            firsts.setdefault(last, (f"step before {line.id}", line.at or ""))
    return [
        OutlineEntry(
            f"step {step}",
            str(step),
            step_word(step),
            meta=firsts.get(step, ("", ""))[1],
            target=firsts.get(step, ("", ""))[0],
        )
        for step in range(1, len(HEARING_STEPS))
    ]


def _text(row: OutlineRow) -> str:
    return row.text if isinstance(row, Heading) else f"{row.number} {row.text} {row.meta}".strip()


def _key(row: OutlineRow) -> str:
    return f"heading {row.key}" if isinstance(row, Heading) else row.key


def _is_entry(row: OutlineRow) -> bool:
    return isinstance(row, OutlineEntry)
