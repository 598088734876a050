"""The list of meetings: rows of the database under a heading for each year."""

from bisect import insort
from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QObject

from models.snapshot import MeetingRow, MeetingSnapshot
from ui.item_models.rows import Column, RowTableModel
from ui.words import date_text, meeting_word, state_word, time_text


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
        self._searched = SearchedTexts()

    def show(self, meetings: Sequence[MeetingRow], words: str = "") -> None:
        """Show the meetings that have all these words in title, number, host or place."""
        wanted = words.casefold().split()
        years: dict[str, list[MeetingEntry]] = {}
        for meeting in meetings:
            if wanted and not self._has(meeting, wanted):
                continue
            year = (meeting.held_from or "")[:4]
            if year not in years:
                years[year] = [Heading(year, _year_text(year))]
            years[year].append(meeting)
        self.set_rows([entry for entries in years.values() for entry in entries])

    def expect(self, made: "SearchedTexts") -> None:
        """Take over what the filter looks in, of meetings that are shown next."""
        self._searched = made

    def refresh_words(self) -> None:
        """Search dates as they are written in the language in force."""
        self._searched = SearchedTexts()
        super().refresh_words()

    def _has(self, meeting: MeetingRow, words: Sequence[str]) -> bool:
        text = self._searched.of(meeting)
        for word in words:  # noqa: SIM110  # a generator would take twice as long
            if word not in text:
                return False
        return True


class SearchedTexts:
    """What the words of the filter are looked for in, kept for each meeting.

    Of thousands it may be made in a worker, and be handed to the model then.
    """

    def __init__(self, meetings: Iterable[MeetingRow] = ()) -> None:
        self._texts: dict[str, tuple[MeetingRow, str]] = {}  # by id
        self._days: dict[str, str] = {}  # in words: ten thousand meetings share some days
        for meeting in meetings:
            self.of(meeting)

    def of(self, meeting: MeetingRow) -> str:
        """Return what is searched of a meeting."""
        kept = self._texts.get(meeting.id)
        if kept is None or kept[0] is not meeting:
            kept = self._texts[meeting.id] = (meeting, self._made(meeting))
        return kept[1]

    def _made(self, meeting: MeetingRow) -> str:
        day = (meeting.held_from or "").partition("T")[0]
        if day not in self._days:
            self._days[day] = date_text(day)
        fields = (meeting.title, meeting.number, meeting.host, meeting.place, self._days[day])
        return "\n".join(filter(None, fields)).casefold()


def merged(
    meetings: Sequence[MeetingRow], changed: Container[str], found: Iterable[MeetingRow]
) -> tuple[MeetingRow, ...]:
    """Return the meetings with those that changed as they were found anew, if they were.

    In the order of :func:`models.queries.meeting_rows`.
    """
    oldest_first = [meeting for meeting in reversed(meetings) if meeting.id not in changed]
    for meeting in found:
        insort(oldest_first, meeting, key=_age)
    return tuple(reversed(oldest_first))


def _age(meeting: MeetingRow) -> tuple[bool, str, str]:
    return meeting.held_from is None, meeting.held_from or "", meeting.id


def title_of(entry: MeetingEntry | MeetingSnapshot) -> str:
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
    when = time_text(entry.held_from)
    parts = (
        title_of(entry),
        state_word(entry.state),
        meeting_word(entry),
        when,
        entry.place,
        entry.number,
    )
    return "，".join(part for part in parts if part)


def _key(entry: MeetingEntry) -> str:
    return f"heading {entry.key}" if isinstance(entry, Heading) else entry.id


def _is_meeting(entry: MeetingEntry) -> bool:
    return isinstance(entry, MeetingRow)


def _year_text(year: str) -> str:
    if not year:
        return QCoreApplication.translate("MeetingListModel", "日期未定")
    return QCoreApplication.translate("MeetingListModel", "{year}年").format(year=year)
