"""What is shown after a fault in the program: what is safe, and a report to copy."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QPlainTextEdit, QVBoxLayout, QWidget

from ui.dialogs.size import fit_to_screen
from ui.widgets.basics import button, label, row


class CrashDialog(QDialog):
    """Shown without blocking the window; deleted when closed."""

    def __init__(self, report: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("程序出错"))
        title, text = label("cardTitle", wrap=True), label("body", wrap=True)
        title.setText(self.tr("程序内部出错，刚才的操作没有完成。"))
        text.setText(
            self.tr(
                "已经保存的会议不受影响。可以继续使用；如果再次出现，请重新启动程序，"
                "并把下面的报告交给维护人员。报告只有程序代码的位置，没有案件内容。"
            )
        )
        self._report = QPlainTextEdit(report)
        self._report.setReadOnly(True)
        self._report.setTabChangesFocus(True)
        self._report.setAccessibleName(self.tr("出错报告"))
        copy, close = button(), button("primary")
        copy.setText(self.tr("复制报告"))
        close.setText(self.tr("继续使用"))
        copy.clicked.connect(self._copy)
        close.clicked.connect(self.close)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 14)
        column.setSpacing(10)
        column.addWidget(title)
        column.addWidget(text)
        column.addWidget(self._report, 1)
        column.addLayout(row(None, copy, close))
        em = self.fontMetrics().height()  # grows with the text
        self._report.setMinimumHeight(4 * em)
        fit_to_screen(self, 32 * em, 21 * em)
        close.setFocus()

    def add(self, report: str) -> None:
        """Show another fault in the same dialog."""
        self._report.appendPlainText(f"\n{report}")

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._report.toPlainText())
