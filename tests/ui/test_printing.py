"""Printing: the pages of the preview, at their true size, in the order that was asked for."""

import io
from collections.abc import Iterator
from pathlib import Path
from threading import Event

import pikepdf
import pytest
from PySide6.QtCore import QSize, QSizeF, Qt, QThreadPool
from PySide6.QtGui import QImage, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QDialog, QPushButton
from pytestqt.qtbot import QtBot

from exporters.progress import CancelToken, Progress
from models.database import Database
from models.errors import PrintFailed
from tests.ui.held_work import work_of
from tests.ui.meetings import CONFERENCE, sample
from tests.ui.previews import button_of, preview_in, show_paper
from ui.i18n import Interface
from ui.messages import error_parts
from ui.pages import preview_page
from ui.pages.preview_page import PreviewPage
from ui.pages.printing import chosen_pages, prepare, print_task
from ui.paper_names import WHOLE, VersionChoice
from ui.pdf_file import PdfFile
from ui.tasks import Task
from ui.theme import Theme


@pytest.fixture
def page(theme: Theme, interface: Interface, tmp_path: Path, qtbot: QtBot) -> Iterator[PreviewPage]:
    with preview_in(tmp_path, theme, interface, qtbot) as made:
        yield made


def _to_file(file: Path) -> QPrinter:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(file))
    return printer


@pytest.fixture
def answered(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> list[QPrinter]:
    """Have a printer, and answer its dialog with "print"; the job goes into a file."""
    asked: list[QPrinter] = []

    def agree(dialog: QPrintDialog) -> QDialog.DialogCode:
        printer = dialog.printer()
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(tmp_path / "printed.pdf"))
        asked.append(printer)
        return QDialog.DialogCode.Accepted

    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", lambda: ["二楼打印室"])
    monkeypatch.setattr(QPrintDialog, "exec", agree)
    return asked


def _grey(file: PdfFile, number: int) -> bytes:
    """Return a page as one grey dot a millimetre, so that single dots of the print do not count."""
    drawn = file.picture(number, QSize(827, 1169))
    small = drawn.scaled(QSize(208, 296), mode=Qt.TransformationMode.SmoothTransformation)
    grey = small.convertToFormat(QImage.Format.Format_Grayscale8)
    assert grey.bytesPerLine() == grey.width()  # else there would be dots of no picture
    return bytes(grey.constBits())


def _difference(one: bytes, other: bytes) -> float:
    return sum(abs(a - b) for a, b in zip(one, other, strict=True)) / len(one)


def test_what_is_printed_is_what_is_previewed(
    page: PreviewPage, database: Database, tmp_path: Path, qtbot: QtBot, answered: list[QPrinter]
) -> None:
    show_paper(qtbot, page, sample(database, CONFERENCE), "record")
    assert page._preview is not None
    name, previewed = page._preview.name, PdfFile(page._preview.content)

    button_of(page, "打印…").click()
    qtbot.waitUntil(lambda: page.idle, timeout=60_000)

    printed = PdfFile((tmp_path / "printed.pdf").read_bytes())
    sizes = [(size.width(), size.height()) for size in printed.sizes_pt]
    assert len(sizes) == page.view.page_count
    for size, wanted in zip(sizes, previewed.sizes_pt, strict=True):
        assert size == pytest.approx((wanted.width(), wanted.height()), abs=1)
    for number in range(len(sizes)):
        same = _difference(_grey(printed, number), _grey(previewed, number))
        others = _difference(_grey(printed, number), _grey(previewed, (number + 1) % len(sizes)))
        assert same < 3
        assert same * 3 < others
    assert answered[0].docName() == name
    assert page.print_line.text.startswith("已全部送往打印机")
    printed.close()
    previewed.close()


def test_the_print_of_a_version_says_which_it_is(
    page: PreviewPage, database: Database, qtbot: QtBot, answered: list[QPrinter]
) -> None:
    show_paper(qtbot, page, sample(database, CONFERENCE), "record")
    page.bar.version_asked.emit(VersionChoice(masked=True))
    qtbot.waitUntil(lambda: page.view.page_count > 0 and page.idle, timeout=30_000)

    page.print_paper()
    qtbot.waitUntil(lambda: page.idle, timeout=60_000)
    masked = page.print_line.text, page.print_line.sending.say(1, 5)
    page.bar.version_asked.emit(WHOLE)
    qtbot.waitUntil(lambda: page.view.page_count > 0 and page.idle, timeout=30_000)
    after = page.print_line.text
    page.print_paper()
    qtbot.waitUntil(lambda: page.idle, timeout=60_000)

    assert "会议记录·脱敏版_" in answered[0].docName()
    assert masked[0].startswith("脱敏版已全部送往打印机")
    assert masked[1] == "正在打印脱敏版…（1/5页）"
    assert after == ""
    assert page.print_line.text.startswith("已全部送往打印机")
    assert "脱敏版" not in answered[1].docName()


def test_a_page_is_printed_on_the_very_place_of_the_sheet(tmp_path: Path, qtbot: QtBot) -> None:
    pdf = pikepdf.new()
    sheet = pdf.add_blank_page(page_size=(595.276, 841.89))
    sheet.Contents = pdf.make_stream(b"0 g 0 0 72 72 re f 523.276 769.89 72 72 re f")
    stream = io.BytesIO()
    pdf.save(stream)
    printer = _to_file(tmp_path / "out.pdf")
    prepare(printer, QSizeF(595.276, 841.89))

    _run(qtbot, print_task(stream.getvalue(), printer, [0]))

    file = PdfFile((tmp_path / "out.pdf").read_bytes())
    drawn = file.picture(0, QSize(595, 842))
    file.close()
    for x, y, black in (
        (2, 839, True),
        (70, 773, True),
        (75, 773, False),
        (70, 766, False),
        (592, 2, True),
        (525, 70, True),
        (520, 70, False),
    ):
        assert (drawn.pixelColor(x, y).lightness() < 128) is black, (x, y)


def test_wide_pages_among_upright_ones_are_printed_wide(tmp_path: Path, qtbot: QtBot) -> None:
    pdf = pikepdf.new()
    for size in ((595.276, 841.89), (841.89, 595.276), (595.276, 841.89)):
        pdf.add_blank_page(page_size=size)
    stream = io.BytesIO()
    pdf.save(stream)
    printer = _to_file(tmp_path / "out.pdf")
    prepare(printer, QSizeF(595.276, 841.89))

    _run(qtbot, print_task(stream.getvalue(), printer, [1, 0, 1]))

    file = PdfFile((tmp_path / "out.pdf").read_bytes())
    wide = [size.width() > size.height() for size in file.sizes_pt]
    file.close()
    assert wide == [True, False, True]


@pytest.mark.parametrize(("paper", "shrunk"), [("A3", 1.0), ("A5", 0.706)])
def test_on_other_paper_a_page_is_never_enlarged_and_never_cut(
    tmp_path: Path, qtbot: QtBot, paper: str, shrunk: float
) -> None:
    pdf = pikepdf.new()
    sheet = pdf.add_blank_page(page_size=(595.276, 841.89))
    sheet.Contents = pdf.make_stream(b"0 g 0 0 595.276 841.89 re f")
    stream = io.BytesIO()
    pdf.save(stream)
    printer = _to_file(tmp_path / "out.pdf")
    prepare(printer, QSizeF(595.276, 841.89))
    printer.setPageSize(QPageSize(QPageSize.PageSizeId[paper]))

    _run(qtbot, print_task(stream.getvalue(), printer, [0]))

    file = PdfFile((tmp_path / "out.pdf").read_bytes())
    size = file.sizes_pt[0].toSize()
    drawn = file.picture(0, size)
    file.close()
    row = [drawn.pixelColor(x, size.height() // 2).lightness() < 128 for x in range(size.width())]
    assert sum(row) == pytest.approx(595.276 * shrunk, abs=3)
    assert row == pytest.approx(row[::-1], abs=1)  # in the middle


@pytest.mark.parametrize(
    ("copies", "collated", "backwards", "wanted"),
    [
        (1, True, False, [0, 1, 2]),
        (2, True, False, [0, 1, 2, 0, 1, 2]),
        (2, False, False, [0, 0, 1, 1, 2, 2]),
        (1, True, True, [2, 1, 0]),
    ],
)
def test_copies_are_drawn_where_the_printer_makes_none(  # noqa: PLR0917  # fixtures
    tmp_path: Path,
    qtbot: QtBot,
    copies: int,
    collated: bool,  # noqa: FBT001  # from the table
    backwards: bool,  # noqa: FBT001  # from the table
    wanted: list[int],
) -> None:
    printer = _to_file(tmp_path / "out.pdf")
    printer.setCopyCount(copies)
    printer.setCollateCopies(collated)
    if backwards:
        printer.setPageOrder(QPrinter.PageOrder.LastPageFirst)

    assert qtbot is not None
    assert not printer.supportsMultipleCopies()
    assert chosen_pages(printer, 3, current=1) == wanted


def test_a_range_and_the_current_page_can_be_chosen(tmp_path: Path, qtbot: QtBot) -> None:
    printer = _to_file(tmp_path / "out.pdf")

    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setFromTo(2, 4)
    some = chosen_pages(printer, 9, current=6)
    printer.setPrintRange(QPrinter.PrintRange.CurrentPage)
    current = chosen_pages(printer, 9, current=6)

    assert qtbot is not None
    assert some == [1, 2, 3]
    assert current == [6]


@pytest.mark.parametrize("language", ["zh_CN", "en"])
def test_without_a_printer_that_is_said_and_the_pdf_offered(  # noqa: PLR0917  # fixtures
    page: PreviewPage,
    database: Database,
    interface: Interface,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    language: str,
) -> None:
    interface.speak(language)
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", list)
    show_paper(qtbot, page, sample(database, CONFERENCE), "record")

    page.bar.print_button.click()
    told = page.notice.text
    offer = next(b for b in page.notice.findChildren(QPushButton) if "PDF" in b.text())
    with qtbot.waitSignal(page.export_asked) as caught:
        offer.click()

    assert len(told.splitlines()) == 3
    assert caught.args == ["record"]
    assert page.view.isVisible()


def test_a_dialog_that_is_closed_prints_nothing(
    page: PreviewPage, database: Database, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", lambda: ["二楼打印室"])
    monkeypatch.setattr(QPrintDialog, "exec", lambda _self: QDialog.DialogCode.Rejected)
    show_paper(qtbot, page, sample(database, CONFERENCE), "record")

    page.print_paper()

    assert page.idle
    assert page.print_line.text == ""


def test_printing_shows_its_pages_can_be_cancelled_and_keeps_the_preview_open(
    page: PreviewPage,
    database: Database,
    qtbot: QtBot,
    answered: list[QPrinter],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def endless(*_: object) -> Task:
        def work(progress: Progress, cancel: CancelToken) -> object:
            while True:
                progress(3, 282)
                cancel.check()

        return Task(work)

    monkeypatch.setattr(preview_page, "print_task", endless)
    show_paper(qtbot, page, sample(database, CONFERENCE), "record")
    closed: list[int] = []
    page.closed.connect(lambda: closed.append(1))

    page.print_paper()
    qtbot.waitUntil(lambda: page.print_line.sending.text == "正在打印…（3/282页）")
    page.close_preview()
    still_there = page.view.page_count > 0
    button_of(page, "取消").click()
    qtbot.waitUntil(lambda: page.idle)

    assert answered
    assert still_there
    assert closed == []
    assert page.print_line.text == "已取消打印；已经送出的3页可能仍会打印出来。"
    assert page.bar.print_button.isEnabled()


def test_a_cancelled_print_stops_at_the_next_page(tmp_path: Path, qtbot: QtBot) -> None:
    pdf = pikepdf.new()
    for _ in range(50):
        pdf.add_blank_page(page_size=(595.276, 841.89))
    stream = io.BytesIO()
    pdf.save(stream)
    printer = _to_file(tmp_path / "out.pdf")
    prepare(printer, QSizeF(595.276, 841.89))
    work = work_of(print_task(stream.getvalue(), printer, range(50)))
    printed: list[int] = []
    go = Event()

    def halting(progress: Progress, cancel: CancelToken) -> object:
        def step(done: int, total: int) -> None:
            progress(done, total)
            printed.append(done)
            go.wait(60)

        return work(step, cancel)

    task = Task(halting)

    with qtbot.waitSignal(task.cancelled):
        task.start(QThreadPool.globalInstance())
        qtbot.waitUntil(lambda: printed == [1])
        task.cancel()
        go.set()

    assert printed == [1]


def test_a_printer_that_takes_nothing_is_told_in_words(
    tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    pdf = pikepdf.new()
    pdf.add_blank_page(page_size=(595.276, 841.89))
    stream = io.BytesIO()
    pdf.save(stream)
    printer = _to_file(tmp_path / "out.pdf")
    monkeypatch.setattr(QPainter, "begin", lambda *_: False)
    task = print_task(stream.getvalue(), printer, [0])

    with qtbot.waitSignal(task.failed, timeout=30_000) as caught:
        task.start(QThreadPool.globalInstance())

    (error,) = caught.args
    assert isinstance(error, PrintFailed)
    assert "已经送出0页" in error_parts(error, "zh_CN")[0]


def _run(qtbot: QtBot, task: Task) -> None:
    with qtbot.waitSignal(task.succeeded, timeout=30_000):
        task.start(QThreadPool.globalInstance())
