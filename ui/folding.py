"""Which panes fold away when the window is narrow, and how they are fetched back."""

from collections.abc import Mapping

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QPushButton, QWidget

FOLDS_UNDER_PX = {"people": 1400, "meetings": 1000, "outline": 820}
"""The width of the window, divided by the text scale, under which a pane folds into a button."""


class Folding(QObject):
    """Folds panes by width; what the user then opens or closes stays until the width crosses."""

    def __init__(
        self,
        panes: Mapping[str, QWidget],
        actions: Mapping[str, QAction],
        buttons: Mapping[str, QPushButton],
        *,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._panes = panes
        self._actions = actions
        self._buttons = buttons
        self._folded: dict[str, bool] = {}
        for name, pane in panes.items():
            actions[name].setChecked(True)
            actions[name].toggled.connect(pane.setVisible)

    def fit(self, width: float) -> None:
        """Fold or unfold for a window of that width at a text scale of 1."""
        for name in self._panes:
            folded = width < FOLDS_UNDER_PX[name]
            if self._folded.get(name) == folded:
                continue
            self._folded[name] = folded
            self._actions[name].setChecked(not folded)
        self.show_buttons()

    def show_buttons(self) -> None:
        """Show a button for each folded pane that has something to show."""
        for name, button in self._buttons.items():
            folded = self._folded.get(name, False)
            button.setVisible(folded and self._actions[name].isEnabled())
