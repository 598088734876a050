"""Printing a PDF: the dialog of the system, and the work that draws the pages on its printer.

The pages are pictures of the very file that the preview shows, at their true size. Copies, order
and collation are the printer's, or done here where it cannot.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QMarginsF, QRectF, QSize, QSizeF
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtWidgets import QDialog, QWidget

from exporters.progress import CancelToken, Progress
from models.errors import NoPrinter, PrintFailed
from ui.dialogs.files import keep_files_closed
from ui.pdf_file import PdfFile
from ui.tasks import Task

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

RESOLUTION_DPI = 300
"""Beyond it, text of a page printed by an office printer does not become clearer."""

_POINTS_AN_INCH = 72


def ask_for_printer(
    parent: QWidget, *, name: str, size_pt: QSizeF, page_count: int
) -> "QPrinter | None":
    """Ask where and how to print; return the printer as it was set, or None.

    ``name`` is what the queue of the printer shows. Raises NoPrinter.
    """
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo  # only when used

    if not QPrinterInfo.availablePrinterNames():
        raise NoPrinter
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(name)
    prepare(printer, size_pt)
    dialog = QPrintDialog(printer, parent)
    keep_files_closed(dialog)
    option = QPrintDialog.PrintDialogOption
    dialog.setOption(option.PrintToFile, on=False)  # that would be a picture; the export is better
    dialog.setOption(option.PrintCurrentPage, on=True)
    dialog.setMinMax(1, page_count)
    agreed = dialog.exec() == QDialog.DialogCode.Accepted
    dialog.deleteLater()
    return printer if agreed else None


def prepare(printer: "QPrinter", size_pt: QSizeF) -> None:
    """Set resolution and paper for pages of that size, drawn from edge to edge."""
    printer.setResolution(RESOLUTION_DPI)
    printer.setFullPage(True)
    sides = size_pt.width(), size_pt.height()
    upright = QSizeF(min(sides), max(sides))
    paper = QPageSize(upright, QPageSize.Unit.Point)
    printer.setPageLayout(QPageLayout(paper, _orientation(size_pt), QMarginsF()))


def chosen_pages(printer: "QPrinter", page_count: int, *, current: int) -> list[int]:
    """Return the pages (from 0) in the order in which they are drawn, once for each copy to draw.

    ``current`` is the page in view, for those who want that one only.
    """
    chosen = _range(printer, page_count, current)
    if printer.pageOrder() == printer.PageOrder.LastPageFirst:
        chosen.reverse()
    copies = 1 if printer.supportsMultipleCopies() else printer.copyCount()
    if printer.collateCopies():
        return chosen * copies
    return [page for page in chosen for _ in range(copies)]


def print_task(content: bytes, printer: "QPrinter", pages: Sequence[int]) -> Task:
    """Return the task that prints these pages of a PDF; its result is their number.

    It fails with PrintFailed. Pages that were sent before it is cancelled may still come out.
    """

    def work(progress: Progress, cancel: CancelToken) -> int:
        file = PdfFile(content)
        try:
            _print(file, printer, pages, progress, cancel)
        finally:
            file.close()
        return len(pages)

    return Task(work)


def _print(
    file: PdfFile,
    printer: "QPrinter",
    pages: Sequence[int],
    progress: Progress,
    cancel: CancelToken,
) -> None:
    printer.setPageOrientation(_orientation(file.sizes_pt[pages[0]]))
    painter = QPainter()
    if not painter.begin(printer):
        raise PrintFailed(printer.printerName(), 0)
    painter.setRenderHint(QPainter.RenderHint.LosslessImageRendering)  # text, not photographs
    try:
        for number, page in enumerate(pages):
            cancel.check()
            if number:
                _turn_page(printer, file.sizes_pt[page], number)
            _draw(file, page, printer, painter)
            progress(number + 1, len(pages))
    except BaseException:
        printer.abort()
        raise
    finally:
        painter.end()


def _turn_page(printer: "QPrinter", size_pt: QSizeF, pages_sent: int) -> None:
    printer.setPageOrientation(_orientation(size_pt))
    if not printer.newPage():
        raise PrintFailed(printer.printerName(), pages_sent)


def _draw(file: PdfFile, page: int, printer: "QPrinter", painter: QPainter) -> None:
    """Draw a page at its true size, smaller only where the paper is; in the middle of the paper."""
    dots = printer.resolution() / _POINTS_AN_INCH
    size = file.sizes_pt[page] * dots
    paper = printer.paperRect(printer.Unit.DevicePixel)
    shrunk = min(1.0, paper.width() / size.width(), paper.height() / size.height())
    size = size * (shrunk if shrunk < 0.99 else 1.0)  # a paper's size is rounded to whole dots
    target = QRectF(paper.center(), size).translated(-size.width() / 2, -size.height() / 2)
    image = file.picture(page, QSize(round(size.width()), round(size.height())))
    if image.allGray():
        image = image.convertToFormat(QImage.Format.Format_Grayscale8)  # a quarter for the queue
    painter.drawImage(target, image)


def _orientation(size_pt: QSizeF) -> QPageLayout.Orientation:
    wide = size_pt.width() > size_pt.height()
    return QPageLayout.Orientation.Landscape if wide else QPageLayout.Orientation.Portrait


def _range(printer: "QPrinter", page_count: int, current: int) -> list[int]:
    """Return the pages chosen in the dialog, from 0."""
    kinds = printer.PrintRange
    every = list(range(page_count))
    match printer.printRange():
        case kinds.CurrentPage:
            return [current]
        case kinds.PageRange:
            ranges = printer.pageRanges()
            chosen = [page for page in every if ranges.isEmpty() or ranges.contains(page + 1)]
            return chosen or every
        case _:
            return every
