"""What a page behind a tab of a meeting can be told."""

from PySide6.QtWidgets import QWidget

from models.snapshot import MeetingSnapshot


class TabPage:
    """Base of the pages of a meeting, beside their widget; each does what it has a use for."""

    @property
    def as_widget(self) -> QWidget:
        """The page as a widget."""
        assert isinstance(self, QWidget)  # a page is one; Qt allows no second widget as a base
        return self

    def show_meeting(self, meeting: MeetingSnapshot) -> None:
        """Show that meeting, for pages that do not follow the editor."""

    def commit(self) -> None:
        """Save what is being typed."""

    def begin(self) -> None:
        """Go where one begins, when the page is looked at for the first time."""
