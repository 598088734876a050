"""How large a dialog is: as much as its text wants, no more than its screen has."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QDialog

_SHARE = 0.85  # of the screen, so that the frame and something of the window stay in sight


def fit_to_screen(dialog: QDialog, width: int, height: int) -> None:
    """Give the dialog that size, or what its wrapped text needs, bounded by its screen."""
    available = dialog.screen().availableSize() * _SHARE
    width = min(width, available.width())
    layout = dialog.layout()
    if layout is not None and layout.hasHeightForWidth():
        height = max(height, layout.totalHeightForWidth(width))
    dialog.resize(QSize(width, height).boundedTo(available))
