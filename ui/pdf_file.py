"""A PDF held in memory, and its pages as pictures, drawn by PDFium.

PDFium is not safe in threads: all calls stand under one lock, which is held for one picture at a
time. Nothing here touches a disk.
"""

import ctypes
import threading
from typing import Any

from PySide6.QtCore import QRect, QSize, QSizeF, Qt
from PySide6.QtGui import QImage

from exporters.progress import Cancelled

_PDFIUM = threading.RLock()  # reentrant: the collector may close a forgotten file inside


class PdfFile:
    """The pages of a PDF. For workers: opening and drawing take their time."""

    def __init__(self, content: bytes) -> None:
        self._document: Any = None  # pypdfium2 has no types
        with _PDFIUM:
            import pypdfium2  # heavy: only when used

            self._document = pypdfium2.PdfDocument(content)
            self.sizes_pt = tuple(
                QSizeF(*self._document.get_page_size(page)) for page in range(len(self._document))
            )

    def __del__(self) -> None:
        self.close()

    @property
    def is_closed(self) -> bool:
        """Whether it has been closed."""
        return self._document is None

    def close(self) -> None:
        """Let go of it; waits for a picture that is being drawn."""
        with _PDFIUM:
            document, self._document = self._document, None
            if document is not None:
                document.close()

    def picture(self, page: int, size: QSize, area: QRect | None = None) -> QImage:
        """Return a page (from 0) drawn ``size`` pixels large, or only that area of it.

        Raises Cancelled if the file was closed meanwhile.
        """
        area = area or QRect(0, 0, size.width(), size.height())
        image = QImage(area.size(), QImage.Format.Format_RGB32)
        image.fill(Qt.GlobalColor.white)
        with _PDFIUM:
            if self._document is None:
                raise Cancelled
            self._draw(image, page, size, area)
        return image

    def _draw(self, image: QImage, page: int, size: QSize, area: QRect) -> None:
        """Have PDFium draw into the memory of the image."""
        import pypdfium2.raw as pdfium  # imported before

        pixels = (ctypes.c_ubyte * image.sizeInBytes()).from_buffer(image.bits())
        bitmap = pdfium.FPDFBitmap_CreateEx(
            image.width(), image.height(), pdfium.FPDFBitmap_BGRx, pixels, image.bytesPerLine()
        )
        place = (-area.x(), -area.y(), size.width(), size.height())
        try:
            opened = self._document.get_page(page)
            try:
                pdfium.FPDF_RenderPageBitmap(bitmap, opened, *place, 0, pdfium.FPDF_ANNOT)
            finally:
                opened.close()
        finally:
            pdfium.FPDFBitmap_Destroy(bitmap)
