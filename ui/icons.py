"""Icons: lucide drawings in the colours of the theme.

Qt does not resolve ``currentColor``, so the colour is written into the drawing before it is
rendered, at the pixel ratio of the screen. To add one, copy its SVG to ``resources/icons``.
"""

from collections.abc import Callable
from functools import cache, lru_cache

from PySide6.QtCore import QByteArray, QObject, QRectF, QSize, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget
from shiboken6 import isValid

from resources import path
from ui.theme import Theme

_STROKE = 1.75  # lucide draws with 2, which is heavy beside 13 px text


@cache
def _drawing(name: str) -> str:
    return path(f"icons/{name}.svg").read_text(encoding="utf-8")


@lru_cache(maxsize=512)
def pixmap(name: str, colour: str, *, size: int = 16, ratio: float = 1.0) -> QPixmap:
    """Return the icon in ``colour``, ``size`` pixels square, for screens of that pixel ratio."""
    drawing = _drawing(name).replace("currentColor", colour)
    drawing = drawing.replace('stroke-width="2"', f'stroke-width="{_STROKE}"')
    image = QPixmap(round(size * ratio), round(size * ratio))
    image.setDevicePixelRatio(ratio)
    image.fill(Qt.GlobalColor.transparent)
    with QPainter(image) as painter:
        QSvgRenderer(QByteArray(drawing.encode())).render(painter, QRectF(0, 0, size, size))
    return image


class ThemedIcons(QObject):
    """Gives buttons and labels their icons, and gives them anew when the theme changes."""

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme
        self._refreshers: list[tuple[QWidget, Callable[[], None]]] = []
        theme.changed.connect(self._refresh)

    def on_button(self, button: QAbstractButton, name: str, colour: str = "text2") -> None:
        """Show the icon on a button, in the colour of that token."""

        def refresh() -> None:
            size = self._theme.text_px(16)
            icon = QIcon(self._pixmap(name, colour, size))
            icon.addPixmap(self._pixmap(name, "text3", size), QIcon.Mode.Disabled)
            button.setIcon(icon)
            button.setIconSize(QSize(size, size))

        self._keep(button, refresh)

    def on_label(self, label: QLabel, name: str, colour: str = "text3", *, size: int = 15) -> None:
        """Show the icon as the content of a label."""

        def refresh() -> None:
            side = self._theme.text_px(size)
            label.setPixmap(self._pixmap(name, colour, side))

        self._keep(label, refresh)

    def _pixmap(self, name: str, colour: str, size: int) -> QPixmap:
        ratio = max(screen.devicePixelRatio() for screen in QGuiApplication.screens())
        return pixmap(name, getattr(self._theme.tokens, colour), size=size, ratio=ratio)

    def _keep(self, widget: QWidget, refresh: Callable[[], None]) -> None:
        self._refreshers.append((widget, refresh))
        refresh()

    def _refresh(self) -> None:
        self._refreshers = [pair for pair in self._refreshers if isValid(pair[0])]
        for _, refresh in self._refreshers:
            refresh()
