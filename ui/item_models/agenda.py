"""The rows of a list that its user writes and orders: plain texts, and the items of an agenda."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QObject

from models.agenda_plan import PlannedItem, planned
from models.forms import Entry, Sheet
from models.snapshot import AgendaItemView
from ui.item_models.rows import Column, RowTableModel


@dataclass(frozen=True, slots=True)
class ListedRow:
    """A row as listed. ``draft`` is a text for it that was typed and never saved.

    ``minutes`` and ``times`` are those of an item of an agenda; ``times`` is ready for reading.
    ``whole`` are its minutes with those of the items below it, where these have any; ``late`` is an
    item that ends after the planned end of the meeting.
    """

    id: str
    number: str
    text: str
    level: int = 0
    minutes: int | None = None
    whole: int | None = None
    times: str = ""
    late: bool = False
    draft: str | None = None


class OrderedModel(RowTableModel[ListedRow]):
    """Rows in an order of their user's making."""

    def __init__(self, parent: QObject | None = None) -> None:
        column = Column[ListedRow](
            title=lambda: QCoreApplication.translate("OrderedModel", "内容"),
            text=lambda row: row.text,
            spoken=_spoken,
            copied=lambda row: row.text,
        )
        super().__init__([column], lambda row: row.id, parent=parent)


def agenda_items(sheet: Sheet) -> tuple[AgendaItemView, ...]:
    """Return the items of the agenda of a meeting."""
    return tuple(_item(entry) for entry in sheet.of("agenda_item"))


def agenda_rows(
    items: Sequence[AgendaItemView], held_from: str | None, held_to: str | None
) -> list[ListedRow]:
    """Return the items with numbers and clock times, counted from the beginning of the meeting."""
    timed = "T" in (held_from or "")
    return [
        ListedRow(
            id=one.item.id,
            number=one.number,
            text=one.item.title,
            level=one.level,
            minutes=one.item.planned_minutes,
            whole=None if one.whole == one.item.planned_minutes else one.whole,
            times=times_word(one) if timed else "",
            late=one.late,
        )
        for one in planned(items, held_from, held_to)
    ]


def text_rows(entries: Sequence[Entry], field: str) -> list[ListedRow]:
    """Return the texts of a group, numbered."""
    return [
        ListedRow(entry.id, str(number), str(entry.values[field] or ""))
        for number, entry in enumerate(entries, 1)
    ]


def times_word(one: PlannedItem) -> str:
    """Return when an item begins and ends, or that this cannot be told."""
    if one.contained:
        return ""
    if one.ends:
        return f"{one.starts}–{one.ends}"
    if one.starts:
        return QCoreApplication.translate("OrderedModel", "{time}起").format(time=one.starts)
    return QCoreApplication.translate("OrderedModel", "时间未定")


def minutes_word(minutes: int) -> str:
    """Return a number of minutes in words."""
    return QCoreApplication.translate("OrderedModel", "{minutes}分钟").format(minutes=minutes)


def whole_word(minutes: int) -> str:
    """Return what an item takes together with the items below it."""
    return QCoreApplication.translate("OrderedModel", "共{minutes}分钟").format(minutes=minutes)


def level_word(level: int) -> str:
    """Return how deep an item stands."""
    return QCoreApplication.translate("OrderedModel", "第{level}级").format(level=level + 1)


def unsaved_word() -> str:
    """Return that a text is not saved yet."""
    return QCoreApplication.translate("OrderedModel", "还没有保存")


def _item(entry: Entry) -> AgendaItemView:
    level, minutes = entry.values["level"], entry.values["planned_minutes"]
    number = entry.values["number"]
    return AgendaItemView(
        id=entry.id,
        title=str(entry.values["title"] or ""),
        level=level if isinstance(level, int) else 0,
        planned_minutes=minutes if isinstance(minutes, int) else None,
        number=str(number) if number else None,
    )


def _spoken(row: ListedRow) -> str:
    parts = (
        row.number,
        row.text if row.draft is None else row.draft,
        "" if row.draft is None else unsaved_word(),
        level_word(row.level) if row.level else "",
        "" if row.minutes is None else minutes_word(row.minutes),
        "" if row.whole is None else whole_word(row.whole),
        row.times,
        QCoreApplication.translate("OrderedModel", "超出计划结束时间") if row.late else "",
    )
    return "，".join(part for part in parts if part)
