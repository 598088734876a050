"""Keeps what has the focus where it is on the screen while its page grows or shrinks above it."""

from PySide6.QtCore import QEvent, QObject, QPoint, QTimer
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget
from shiboken6 import isValid


class SteadyFocus(QObject):
    """Scrolls a page along with the part that has the focus, if that was in sight.

    Parts of a page come late, some when the disk has answered: they would push out of sight what is
    being read or typed.
    """

    def __init__(self, page: QScrollArea) -> None:
        super().__init__(page)
        self._page = page
        self._part: QWidget | None = None  # that has the focus and is in sight
        self._top = 0  # of it, in the view
        self._later = QTimer(self, singleShot=True, interval=0)  # when the layout is at rest
        self._later.timeout.connect(self._keep)
        page.widget().installEventFilter(self)
        page.verticalScrollBar().valueChanged.connect(self._note)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._note)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """See the page be laid out anew."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.LayoutRequest):
            self._later.start()
        return super().eventFilter(watched, event)

    def _note(self) -> None:
        """Remember where it stands; not between a layout and the scrolling that makes up for it."""
        if self._later.isActive() or not isValid(self._page):
            return
        part = QApplication.focusWidget()
        if part is not None and self._page.widget().isAncestorOf(part) and _in_sight(part):
            self._part, self._top = part, self._top_of(part)
        else:
            self._part = None

    def _keep(self) -> None:
        part = self._part
        if part is not None and isValid(part) and part is QApplication.focusWidget():
            bar = self._page.verticalScrollBar()
            bar.setValue(bar.value() + self._top_of(part) - self._top)
        self._note()

    def _top_of(self, part: QWidget) -> int:
        return part.mapTo(self._page.viewport(), QPoint(0, 0)).y()


def _in_sight(part: QWidget) -> bool:
    return not part.visibleRegion().isEmpty()
