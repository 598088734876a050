"""Manners of panels that come and go: they take the focus from nobody, and give it back."""

from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid


def is_free_for(panel: QWidget) -> bool:
    """Say whether the focus is inside the panel already, or nowhere."""
    focused = QApplication.focusWidget()
    return focused is None or focused is panel or panel.isAncestorOf(focused)


class FocusReturn:
    """Remembers who had the focus before a panel, so that the panel can give it back."""

    def __init__(self, panel: QWidget) -> None:
        self._panel = panel
        self._former: QWidget | None = None

    def note(self) -> None:
        """Remember who has the focus, if it is somebody outside the panel."""
        if not is_free_for(self._panel):
            self._former = QApplication.focusWidget()

    def give_back(self) -> None:
        """Return the focus, if the panel or nobody has it. To be called before hiding."""
        former, self._former = self._former, None
        if former is not None and isValid(former) and is_free_for(self._panel):
            former.setFocus()
