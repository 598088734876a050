"""A small window to drag a file from, as a file manager would: drag_source.py FILE."""

import sys
from pathlib import Path

from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QDrag, QMouseEvent
from PySide6.QtWidgets import QApplication, QLabel


class Source(QLabel):
    """Starts a drag with the file when the mouse is moved over it with a pressed button."""

    def __init__(self, file: Path) -> None:
        super().__init__("drag")
        self._file = file
        self.setWindowTitle("drag source")
        self.setWindowFlag(Qt.WindowType.WindowStaysOnTopHint)
        self.setGeometry(20, 20, 120, 60)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Begin to drag."""
        if event.buttons():
            data = QMimeData()
            data.setUrls([QUrl.fromLocalFile(str(self._file))])
            drag = QDrag(self)
            drag.setMimeData(data)
            drag.exec(Qt.DropAction.CopyAction)


if __name__ == "__main__":
    application = QApplication(sys.argv[:1])
    source = Source(Path(sys.argv[1]))
    source.show()
    sys.exit(application.exec())
