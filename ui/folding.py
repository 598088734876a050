"""Which panes fold away when the window is narrow, and how they are fetched back."""

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QPushButton, QWidget

from ui.theme import Theme

FOLDS_UNDER_PX = {"people": 1400, "meetings": 1000, "outline": 820}
"""The width of the window, divided by the text scale, under which a pane folds into a button."""

LIVE_FOLDS_UNDER_PX = {"meetings": 1400, "people": 1000, "outline": 820}
"""The same while a meeting is held: then the people in the room are what is needed."""

LEAST_RECORD_PX = 360
"""The width, divided by the text scale, that open panes leave to the record."""


class Folding(QObject):
    """Folds panes by width; what the user then opens or closes stays until the width crosses.

    A pane that is opened where there is no room for it folds others away.
    """

    closed = Signal(str)  # names of the panes that the user does not want to see, with commas

    def __init__(
        self,
        theme: Theme,
        panes: Mapping[str, QWidget],
        actions: Mapping[str, QAction],
        buttons: Mapping[str, QPushButton],
        *,
        closed: str,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._panes = panes
        self._actions = actions
        self._buttons = buttons
        self._width = 0
        self._folds_under = FOLDS_UNDER_PX
        self._folded: dict[str, bool] = {}
        self._crowded: set[str] = set()
        self._closed = {name for name in closed.split(",") if name in panes}
        for name, pane in panes.items():
            actions[name].setChecked(name not in self._closed)
            pane.setVisible(name not in self._closed)
            actions[name].toggled.connect(pane.setVisible)
            actions[name].triggered.connect(partial(self._follow_user, name))

    def fit(self, width: int) -> None:
        """Fold or unfold for a window of that width."""
        self._width = width
        for name in self._panes:
            folded = width / self._theme.text_scale < self._folds_under[name]
            if self._folded.get(name) == folded:
                continue
            self._folded[name] = folded
            self._actions[name].setChecked(not folded and name not in self._closed)
        for name in sorted(self._crowded):
            if self._room() - self._panes[name].minimumWidth() >= self._least:
                self._crowded.discard(name)
                self._actions[name].setChecked(not self._folded[name])
        self._make_room()
        self.show_buttons()

    def set_live(self, *, live: bool) -> None:
        """Say whether a meeting that is held is in view: other panes are needed then."""
        wanted = LIVE_FOLDS_UNDER_PX if live else FOLDS_UNDER_PX
        if wanted is not self._folds_under:
            self._folds_under = wanted
            self.fit(self._width)

    def show_buttons(self) -> None:
        """Show a button for each folded pane that has something to show."""
        for name, button in self._buttons.items():
            folded = self._folded.get(name, False) or name in self._crowded
            button.setVisible(folded and self._actions[name].isEnabled())

    def _follow_user(self, name: str, *_checked: bool) -> None:
        self._crowded.discard(name)
        self._closed.discard(name)
        if self._actions[name].isChecked():
            self._make_room(opened=name)
        elif not self._folded.get(name, False):
            self._closed.add(name)
        self.closed.emit(",".join(sorted(self._closed)))
        self.show_buttons()

    def _make_room(self, opened: str = "") -> None:
        for name in self._folds_under:
            if self._room() >= self._least:
                return
            if name != opened and self._actions[name].isChecked():
                self._crowded.add(name)
                self._actions[name].setChecked(False)

    @property
    def _least(self) -> int:
        return self._theme.text_px(LEAST_RECORD_PX)

    def _room(self) -> int:
        """Return what is left for the record when open panes are as narrow as they can be."""
        shown = (pane for name, pane in self._panes.items() if self._actions[name].isChecked())
        return self._width - sum(pane.minimumWidth() for pane in shown)
