"""The pages of a paper, one under the other; only those in view and next to them are drawn."""

from collections.abc import Iterator
from itertools import chain
from typing import cast

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, QSize, Qt, QThreadPool, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QImage,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QShowEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from exporters.progress import CancelToken, Progress
from ui.pdf_file import PdfFile
from ui.tasks import Task
from ui.theme import Theme
from ui.widgets.page_plan import LEAST_ZOOM, MOST_ZOOM, Fit, PagePlan, Place, Zoom, zoom_factor
from ui.widgets.page_tiles import MOST_BYTES, Tile, TileCache, tiles_between

ZOOM_STEPS = (0.5, 0.75, 1.0, 1.25, 1.5, 2.0, 3.0)
"""The zooms that are offered, and through which plus and minus go."""

_LINE_PX = 48  # what an arrow key or a step of the wheel scrolls


class PaperView(QAbstractScrollArea):
    """Shows a PDF; it draws in a worker, one picture at a time, nearest first.

    It lets go of the file it was given when it gets another one.
    """

    page_changed = Signal(int)  # from 0
    zoom_changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("paperView")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._theme = theme
        self._file: PdfFile | None = None
        self._edition = 0
        self._zoom: Zoom = Fit.WIDTH
        self._factor = 1.0
        self._plan = PagePlan((), 1.0)
        self._page = 0
        self._task: Task | None = None
        self._by_key = False  # reached with the Tab key, so that the focus has to be seen
        self.cache = TileCache()
        theme.changed.connect(self.viewport().update)

    @property
    def page_count(self) -> int:
        """The number of pages shown."""
        return len(self._plan.sizes)

    @property
    def page(self) -> int:
        """The page in view, from 0."""
        return self._page

    @property
    def zoom(self) -> Zoom:
        """The zoom asked for."""
        return self._zoom

    @property
    def factor(self) -> float:
        """The zoom in force, 1.0 as on paper."""
        return self._factor

    @property
    def is_drawing(self) -> bool:
        """Whether a picture is being drawn."""
        return self._task is not None

    def show_file(self, file: PdfFile | None) -> None:
        """Show another file at the place and zoom of the one before; none clears the view."""
        self._forget_file()
        place = self._top_place()
        self._file = file
        self._edition += 1
        if file is None:
            self.cache.clear()
            place = None
        self._lay_out()
        self._go(place)
        self._follow()

    def set_zoom(self, zoom: Zoom, at: QPoint | None = None) -> None:
        """Show pages that large; what is at that point, or in the middle, stays where it is."""
        at = at or self.viewport().rect().center()
        place = self._place_under(at)
        self._zoom = zoom if isinstance(zoom, Fit) else min(max(zoom, LEAST_ZOOM), MOST_ZOOM)
        across = (self.horizontalScrollBar().value() + at.x() - self._side_px()) / self._plan.width
        self._lay_out()
        if place is not None:
            self.verticalScrollBar().setValue(self._plan.height_of(place) - at.y())
            left = round(across * self._plan.width) + self._side_px() - at.x()
            self.horizontalScrollBar().setValue(left)
        self._follow()
        self.zoom_changed.emit()

    def zoom_in(self) -> None:
        """Go to the next larger zoom."""
        self.set_zoom(self._larger())

    def zoom_out(self) -> None:
        """Go to the next smaller zoom."""
        self.set_zoom(self._smaller())

    def go_to(self, page: int) -> None:
        """Bring a page (from 0) to the top."""
        if not self.page_count:
            return
        page = min(max(page, 0), self.page_count - 1)
        self._go(Place(page, 0.0))
        self._tell_page(page)  # the last pages may be too low to reach the top

    def scroll_screen(self, count: int) -> None:
        """Scroll by so many times the height of the view; a line of it stays."""
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + count * bar.pageStep())

    def scrollContentsBy(self, _dx: int, _dy: int) -> None:
        """Show and draw what came into view."""
        self._follow()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the place at the top."""
        super().resizeEvent(event)
        place, before = self._top_place(), self._factor
        self._lay_out()
        self._go(place)
        self._follow()
        if self._factor != before:
            self.zoom_changed.emit()

    def showEvent(self, event: QShowEvent) -> None:
        """Draw what is in view."""
        super().showEvent(event)
        self._follow()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom with Ctrl, else scroll."""
        if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().wheelEvent(event)
            return
        turn = event.angleDelta().y()
        if turn:
            zoom = self._larger() if turn > 0 else self._smaller()
            self.set_zoom(zoom, event.position().toPoint())
        event.accept()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where keys go, to those who came here with them."""
        super().focusInEvent(event)
        self._by_key = event.reason() in {
            Qt.FocusReason.TabFocusReason,
            Qt.FocusReason.BacktabFocusReason,
        }
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show it no more."""
        super().focusOutEvent(event)
        self.viewport().update()

    def event(self, event: QEvent) -> bool:
        """Draw for another screen when it is moved there."""
        if event.type() is QEvent.Type.DevicePixelRatioChange:
            self._follow()
        return super().event(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the pages in view: white until they are drawn."""
        with QPainter(self.viewport()) as painter:
            painter.fillRect(self.viewport().rect(), self._theme.colour("window"))
            for page in self._seen():
                rect = self._rect(page)
                painter.fillRect(rect, QColor(Qt.GlobalColor.white))
                self._paint_tiles(painter, page, rect)
                focused = self._by_key and self.hasFocus() and page == self._page
                painter.setPen(QPen(self._theme.colour("accent" if focused else "border"), 1))
                painter.drawRect(rect.adjusted(-1, -1, 0, 0))

    def _paint_tiles(self, painter: QPainter, page: int, rect: QRect) -> None:
        """Paint what is drawn of a page; what is of another size stretched, until it is replaced."""
        ratio = self.devicePixelRatioF()
        size = self._device_size(page)
        tiles = self.cache.of_page(page)
        for tile, image in tiles:
            if tile.size != size or tile.edition != self._edition:
                painter.drawImage(_within(rect, tile), image)
        for tile, image in tiles:
            if tile.size == size and tile.edition == self._edition:
                image.setDevicePixelRatio(ratio)
                painter.drawImage(QPointF(rect.x(), rect.y() + tile.area.y() / ratio), image)

    def _larger(self) -> float:
        return min((zoom for zoom in ZOOM_STEPS if zoom > self._factor + 0.01), default=MOST_ZOOM)

    def _smaller(self) -> float:
        return max((zoom for zoom in ZOOM_STEPS if zoom < self._factor - 0.01), default=LEAST_ZOOM)

    def _forget_file(self) -> None:
        if self._task is not None:
            self._task.cancel()
        if self._file is not None:
            QThreadPool.globalInstance().start(self._file.close)  # it may wait for a picture
            self._file = None

    def _lay_out(self) -> None:
        """Place the pages anew."""
        sizes = self._file.sizes_pt if self._file is not None else ()
        room = self.viewport().size()
        self._factor = zoom_factor(self._zoom, sizes, room)
        self._plan = PagePlan(sizes, self._factor)
        for bar, length, seen in (
            (self.verticalScrollBar(), self._plan.height, room.height()),
            (self.horizontalScrollBar(), self._plan.width, room.width()),
        ):
            bar.setRange(0, max(length - seen, 0) if sizes else 0)
            bar.setPageStep(max(seen - _LINE_PX, 1))
            bar.setSingleStep(_LINE_PX)

    def _top_place(self) -> Place | None:
        """Return the place at the top of the view."""
        return self._place_under(QPoint(0, 0))

    def _place_under(self, at: QPoint) -> Place | None:
        if not self.page_count:
            return None
        return self._plan.place_at(self.verticalScrollBar().value() + at.y())

    def _side_px(self) -> int:
        """Return the width of the ground beside pages that are narrower than the view."""
        return max(self.viewport().width() - self._plan.width, 0) // 2

    def _go(self, place: Place | None) -> None:
        if place is None or not self.page_count:
            self.verticalScrollBar().setValue(0)
        elif place.share <= 0:  # with the ground above it
            top = self._plan.height_of(Place(place.page, 0.0))
            self.verticalScrollBar().setValue(top - self._plan.rect(0, 0).top())
        else:
            self.verticalScrollBar().setValue(self._plan.height_of(place))

    def _follow(self) -> None:
        """Show what is in view now, and draw what is missing."""
        self._tell_page(self._page_in_view())
        self.viewport().update()
        self._draw_next()

    def _page_in_view(self) -> int:
        """Return the first page of which half, or half a screen, is in view."""
        bar = self.verticalScrollBar()
        if not self.page_count:
            return 0
        if bar.value() == bar.maximum() > 0:
            return self.page_count - 1
        for page in self._seen():
            rect = self._rect(page)
            if rect.bottom() >= min(rect.height(), self.viewport().height()) / 2:
                return page
        return self._plan.page_at(bar.value())

    def _tell_page(self, page: int) -> None:
        if page != self._page:
            self._page = page
            self.page_changed.emit(page)
            self.viewport().update()

    def _seen(self) -> range:
        top = self.verticalScrollBar().value()
        return self._plan.pages(top, top + self.viewport().height())

    def _rect(self, page: int) -> QRect:
        rect = self._plan.rect(page, self.viewport().width())
        bars = self.horizontalScrollBar(), self.verticalScrollBar()
        return rect.translated(-bars[0].value(), -bars[1].value())

    def _device_size(self, page: int) -> QSize:
        return self._plan.sizes[page] * self.devicePixelRatioF()

    def _wanted(self) -> Iterator[Tile]:
        """Give what should be drawn: what is in view, then a screen below, then one above."""
        top, height = self.verticalScrollBar().value(), self.viewport().height()
        ratio, taken = self.devicePixelRatioF(), 0
        for tile in chain.from_iterable(
            tiles_between(
                self._edition,
                page,
                self._device_size(page),
                round((start - self._plan.rect(page, 0).top()) * ratio),
                round((start + height - self._plan.rect(page, 0).top()) * ratio),
            )
            for start in (top, top + height, top - height)
            for page in self._plan.pages(max(start, 0), start + height)
        ):
            taken += tile.bytes
            if taken > MOST_BYTES:
                return
            yield tile

    def _draw_next(self) -> None:
        """Have the next missing picture drawn; the pictures of other sizes go when none is."""
        if self._task is not None or self._file is None or not self.isVisible():
            return
        missing = [tile for tile in dict.fromkeys(self._wanted()) if not self.cache.touch(tile)]
        if not missing:
            self.cache.drop_old(self._edition, self._device_size)
            return
        file, tile = self._file, missing[0]

        def work(_progress: Progress, _cancel: CancelToken) -> tuple[Tile, QImage]:
            return tile, file.picture(tile.page, tile.size, tile.area)

        self._task = Task(work)
        self._task.succeeded.connect(self._take)
        self._task.crashed.connect(self._give_up)
        self._task.ended.connect(self._end_drawing)
        self._task.start(QThreadPool.globalInstance())

    def _take(self, drawn: object) -> None:
        tile, image = cast("tuple[Tile, QImage]", drawn)  # what the work returns
        if tile.edition == self._edition:
            self.cache.put(tile, image)
            self.viewport().update()

    def _give_up(self) -> None:
        """Draw no more of a file that cannot be drawn: the same fault would come again."""
        self._forget_file()

    def _end_drawing(self) -> None:
        self._task = None
        self._draw_next()


def _within(rect: QRect, tile: Tile) -> QRectF:
    """Return where a part of a page stands in a page shown at another size."""
    across, down = rect.width() / tile.width, rect.height() / tile.height
    area = tile.area
    return QRectF(
        rect.x() + area.x() * across,
        rect.y() + area.y() * down,
        area.width() * across,
        area.height() * down,
    )
