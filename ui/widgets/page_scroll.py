"""The page that a widget stands on, scrolled for it: to what is new, and along with a drag."""

from PySide6.QtCore import QObject, QPoint, QRect, QTimer, Signal
from PySide6.QtWidgets import QScrollArea, QWidget

_EDGE_PX = 48  # so near to an edge of the page a drag scrolls it
_STEP_PX = 14
_PERIOD_MS = 25


class PageScroll(QObject):
    """Scrolls the scroll area around a widget, if there is one."""

    scrolled = Signal(QPoint)  # below a mouse that drags; where it is on the screen

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self._widget = widget
        self._rect = QRect()
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self._bring)
        self._mouse = QPoint()
        self._following = QTimer(self, interval=_PERIOD_MS)
        self._following.timeout.connect(self._follow)

    def bring_into_view(self, rect: QRect) -> None:
        """Scroll to a part of the widget, as soon as the layout is at rest."""
        self._rect = QRect(rect)
        self._later.start()

    def follow(self, mouse: QPoint) -> None:
        """Scroll while the mouse, at that point of the screen, is near an edge of the page."""
        self._mouse = mouse
        self._following.start()

    def stop(self) -> None:
        """Follow the mouse no longer."""
        self._following.stop()

    def _page(self) -> QScrollArea | None:
        above = self._widget.parentWidget()
        while above is not None and not isinstance(above, QScrollArea):
            above = above.parentWidget()
        return above

    def _bring(self) -> None:
        page = self._page()
        if page is None:
            return
        top = self._widget.mapTo(page.widget(), self._rect.topLeft()).y()
        bottom = top + self._rect.height()
        page.ensureVisible(0, bottom, 0, 24)
        page.ensureVisible(0, top, 0, 24)

    def _follow(self) -> None:
        page = self._page()
        if page is None:
            return
        y = page.viewport().mapFromGlobal(self._mouse).y()
        bar, before = page.verticalScrollBar(), page.verticalScrollBar().value()
        if y < _EDGE_PX:
            bar.setValue(before - _STEP_PX)
        elif y > page.viewport().height() - _EDGE_PX:
            bar.setValue(before + _STEP_PX)
        if bar.value() != before:
            self.scrolled.emit(self._mouse)
