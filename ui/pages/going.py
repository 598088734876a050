"""Going to the field in which something stands: its page, its form, the field itself."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from ui.forms.fields import FieldEditor
from ui.forms.text_list import TextList

if TYPE_CHECKING:
    from ui.pages.meeting_page import MeetingPage

_TABS: Mapping[str, str] = {
    **dict.fromkeys(["meeting", "schedule", "approval"], "basics"),
    **dict.fromkeys(["case", "request", "request_reason", "request_issue", "question"], "case"),
    "agenda_item": "agenda",
    **dict.fromkeys(["participant", "recusal"], "people"),
    "line": "record",
    "opinion": "opinions",
    **dict.fromkeys(["deliberation", "officer_view", "transcript_check"], "deliberation"),
    **dict.fromkeys(["signature", "correction_sheet"], "signing"),
}
"""The page on which a group is; all others are on the last one."""

_ELSEWHERE: Mapping[tuple[str, str], str] = {("meeting", "follow_up"): "after"}
_LAST = "after"
_AGAIN_MS, _TIMES = 30, 60  # pages are made piece by piece
_ONCE_THERE = 3  # more times: what is made above it meanwhile may push it out of sight


@dataclass(frozen=True, slots=True)
class _Place:
    """A field of an entry; in a group of one entry its id does not matter."""

    group: str
    field: str
    entry_id: str


def bring_into_view(part: QWidget) -> None:
    """Scroll the page so that a part of it is in view."""
    above = part.parentWidget()
    while above is not None:
        if isinstance(above, QScrollArea):
            above.ensureWidgetVisible(part)
        above = above.parentWidget()


class FieldGoer(QObject):
    """Shows a field in the page of its meeting, once what it stands in is there."""

    def __init__(self, page: "MeetingPage") -> None:
        super().__init__(page)
        self._page = page
        self._wanted: _Place | None = None
        self._left = 0
        self._timer = QTimer(self, interval=_AGAIN_MS)
        self._timer.timeout.connect(self._try)

    def go(self, group: str, field: str, entry_id: str) -> None:
        """Go to a field of an entry; without a field of its own, to its page."""
        self._page.show_tab(_ELSEWHERE.get((group, field), _TABS.get(group, _LAST)))
        if group == "line":
            self._page.show_line(entry_id)
            return
        self._wanted, self._left = _Place(group, field, entry_id), _TIMES
        self._timer.start()
        self._try()

    def _try(self) -> None:
        self._left -= 1
        if self._wanted is None or self._show(self._wanted) or self._left <= 0:
            self._timer.stop()
            self._wanted = None

    def _show(self, place: _Place) -> bool:
        """Put the focus on the field; say whether it is there, and in sight."""
        for field in self._page.findChildren(FieldEditor):
            named = (field.group, field.field) == (place.group, place.field)
            if named and field.isVisible() and field.entry_id in ("", place.entry_id):
                return self._arrive(field)
        for listed in self._page.findChildren(TextList):
            if listed.group == place.group and listed.isVisible():
                return listed.go_to(place.entry_id)
        return False

    def _arrive(self, field: FieldEditor) -> bool:
        """Take the focus to a field that is there; say whether it was there before."""
        here = QApplication.focusWidget()
        if here is not None and field.isAncestorOf(here) and not field.visibleRegion().isEmpty():
            return True
        field.take_focus()
        bring_into_view(field)
        self._left = min(self._left, _ONCE_THERE)
        return False
