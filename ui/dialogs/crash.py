"""What is shown after a fault in the program: what is safe, and a report to copy."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QPlainTextEdit, QVBoxLayout, QWidget

from ui.dialogs.size import fit_to_screen
from ui.errors import Crash
from ui.widgets.basics import button, label, row


class CrashDialog(QDialog):
    """Shown without blocking the window; deleted when closed."""

    end_asked = Signal()  # the user wants the program to be closed

    def __init__(self, crash: Crash, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._saved = crash.saved
        self._title, self._safe = label("cardTitle", wrap=True), label("strongBody", wrap=True)
        self._now = label("body", wrap=True)
        self._report = QPlainTextEdit(crash.report)
        self._report.setReadOnly(True)
        self._report.setTabChangesFocus(True)
        self._copy, self._end, self._go_on = button(), button(), button("primary")
        self._copy.clicked.connect(self._copy_report)
        self._end.clicked.connect(self.end_asked)
        self._go_on.clicked.connect(self.close)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 14)
        column.setSpacing(10)
        column.addWidget(self._title)
        column.addWidget(self._safe)
        column.addWidget(self._now)
        column.addWidget(self._report, 1)
        column.addLayout(row(self._copy, None, self._end, self._go_on))
        em = self.fontMetrics().height()  # grows with the text
        self._report.setMinimumHeight(4 * em)
        self.retranslate()
        fit_to_screen(self, 32 * em, 23 * em)
        self._go_on.setFocus()

    def add(self, crash: Crash) -> None:
        """Show another fault in the same dialog; what is safe is what was saved after it."""
        self._saved = crash.saved
        self._report.appendPlainText(f"\n{crash.report}")
        self.retranslate()

    def retranslate(self) -> None:
        """Say it in the language in force."""
        self.setWindowTitle(self.tr("程序出错"))
        self._title.setText(self.tr("程序内部出错，刚才的操作没有完成。"))
        if self._saved:
            self._safe.setText(self.tr("录入的内容已经全部保存到磁盘，没有丢失。"))
        else:
            self._safe.setText(
                self.tr(
                    "有内容没有能够保存到磁盘。请先继续使用，把还没有保存的文字复制到别处，"
                    "再关闭程序。"
                )
            )
        self._now.setText(
            self.tr(
                "如果再次出现，请重新启动程序，并把下面的报告交给维护人员。"
                "报告只有程序代码的位置，没有案件内容。"
            )
        )
        self._report.setAccessibleName(self.tr("出错报告"))
        self._copy.setText(self.tr("复制报告"))
        self._end.setText(self.tr("关闭程序"))
        self._go_on.setText(self.tr("继续使用"))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _copy_report(self) -> None:
        QGuiApplication.clipboard().setText(self._report.toPlainText())
