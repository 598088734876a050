"""What covers the window while files are dragged over it: here they can be dropped."""

from pathlib import Path

from PySide6.QtCore import QMimeData, QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from ui.painting import Brush
from ui.theme import Theme


class DropOverlay(QWidget):
    """Covers its parent while shown; takes no mouse."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._covered = parent
        self._theme = theme
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def appear(self) -> None:
        """Cover the parent."""
        self.setGeometry(self._covered.rect())
        self.setAccessibleName(self.tr("松开鼠标，打开案件文件"))
        self.raise_()
        self.show()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint a veil, a dashed frame and what will happen."""
        theme = self._theme
        with QPainter(self) as painter:
            brush = Brush(painter, theme)
            veil = theme.colour("accent_soft")
            veil.setAlphaF(0.97)
            painter.fillRect(self.rect(), veil)
            inner = QRectF(self.rect()).adjusted(24, 24, -24, -24)
            painter.setPen(QPen(theme.colour("accent"), 2, Qt.PenStyle.DashLine))
            painter.drawRoundedRect(inner, 16, 16)
            centre = inner.center()
            side = theme.text_px(44)
            corner = QPointF(centre.x() - side / 2, centre.y() - side - 16)
            brush.icon(corner, "file-input", ink="accent", size=44)
            self._line(brush, centre.y(), self.tr("松开鼠标，打开案件文件"), size=20, ink="text")
            hint = self.tr("可以一次放入几个文件；有一个不合要求，就都不导入。")
            self._line(brush, centre.y() + theme.text_px(36), hint, size=13, ink="text2")

    def _line(self, brush: Brush, top: float, text: str, *, size: float, ink: str) -> None:
        font = self._theme.font(size, bold=size > 13)
        width = QFontMetricsF(font).horizontalAdvance(text)
        brush.text(QPointF((self.width() - width) / 2, top), text, font=font, ink=ink)


def files_to_attach(data: QMimeData) -> tuple[Path, ...]:
    """Return the files that are being dragged, if no case file is among them."""
    files = dropped_files(data)
    return () if any(file.suffix.lower() == ".json" for file in files) else files


def are_pictures(data: QMimeData) -> bool:
    """Say whether all that is being dragged can be attached, by the names: no case file ends so."""
    from models.attachment_files import SUFFIXES  # with hashes: after the first paint

    files = dropped_files(data)
    return bool(files) and all(file.suffix.lower() in SUFFIXES for file in files)


def dropped_files(data: QMimeData) -> tuple[Path, ...]:
    """Return the local files that are being dragged; empty if there are none."""
    return tuple(Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile())
