"""The list of meetings: rows of the database under a heading for each year."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QObject

from models.snapshot import MeetingRow
from models.states import STATES
from ui.item_models.rows import Column, RowTableModel
from ui.words import date_text, meeting_word, phase_word, time_text


@dataclass(frozen=True, slots=True)
class Heading:
    """A line above a group of rows."""

    key: str
    text: str


MeetingEntry = Heading | MeetingRow


class MeetingListModel(RowTableModel[MeetingEntry]):
    """The meetings as :func:`models.queries.meeting_rows` orders them: newest first."""

    def __init__(self, parent: QObject | None = None) -> None:
        column = Column[MeetingEntry](
            title=lambda: QCoreApplication.translate("MeetingListModel", "会议"),
            text=title_of,
            spoken=_spoken,
            copied=title_of,
            tip=title_of,
        )
        super().__init__([column], _key, selectable=_is_meeting, parent=parent)

    def show(self, meetings: Sequence[MeetingRow], words: str = "") -> None:
        """Show the meetings that have all these words in title, number, host or place."""
        years: dict[str, list[MeetingEntry]] = {}
        for meeting in meetings:
            if _matches(meeting, words):
                year = _year(meeting)
                years.setdefault(year, [Heading(year, _year_text(year))]).append(meeting)
        self.set_rows([entry for entries in years.values() for entry in entries])


def title_of(entry: MeetingEntry) -> str:
    """Return the title to show; a meeting without one says so."""
    if isinstance(entry, Heading):
        return entry.text
    return entry.title or QCoreApplication.translate("MeetingListModel", "（未写标题）")


def subtitle_of(meeting: MeetingRow) -> str:
    """Return kind, day and place in one line; the year stands above in the heading."""
    day = date_text(meeting.held_from, with_year=False)
    parts = (meeting_word(meeting), day, meeting.place)
    return " · ".join(part for part in parts if part)


def _spoken(entry: MeetingEntry) -> str:
    if isinstance(entry, Heading):
        return entry.text
    phase = phase_word(STATES[entry.state].phase)
    when = time_text(entry.held_from)
    parts = (title_of(entry), phase, meeting_word(entry), when, entry.place, entry.number)
    return "，".join(part for part in parts if part)


def _key(entry: MeetingEntry) -> str:
    return f"heading {entry.key}" if isinstance(entry, Heading) else entry.id


def _is_meeting(entry: MeetingEntry) -> bool:
    return isinstance(entry, MeetingRow)


def _year(meeting: MeetingRow) -> str:
    return (meeting.held_from or "")[:4]


def _year_text(year: str) -> str:
    if not year:
        return QCoreApplication.translate("MeetingListModel", "日期未定")
    return QCoreApplication.translate("MeetingListModel", "{year}年").format(year=year)


def _matches(meeting: MeetingRow, words: str) -> bool:
    fields = (
        meeting.title,
        meeting.number,
        meeting.host,
        meeting.place,
        date_text(meeting.held_from),
    )
    text = "\n".join(field for field in fields if field).casefold()
    return all(word in text for word in words.casefold().split())
