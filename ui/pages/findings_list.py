"""What stops an export: each phrase with where it stands, to go there from."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from models.authored import Finding
from ui.i18n import spoken_language
from ui.icons import ThemedIcons
from ui.messages import finding_text
from ui.theme import Theme
from ui.widgets.basics import ScrollHost, button, frame, label, row
from ui.widgets.go_row import GoRow

_MOST = 30  # told one by one; by then there is enough to do
_HEIGHT_PX = 220  # a longer list is scrolled, so that the buttons stay in sight


class FindingsList(QFrame):
    """Lists what has to be reworded first, with a button each to go there.

    ``archiving`` says that a dossier was to be made, and no export.
    """

    asked = Signal(object)  # a Finding, to be shown where it stands
    again = Signal()
    closed = Signal()

    def __init__(
        self, theme: Theme, parent: QWidget | None = None, *, archiving: bool = False
    ) -> None:
        super().__init__(parent)
        self.setObjectName("findings")
        self._archiving = archiving
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._findings: tuple[Finding, ...] = ()
        self._sign = label()
        ThemedIcons(theme, self).on_label(self._sign, "triangle-alert", "warn", size=16)
        self._happened = label("strongBody", wrap=True)
        self._now = label("muted", wrap=True)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(6)
        self._scroll = ScrollHost(frame("findingRows", self._rows))
        self._again, self._close = button(), button()
        self._again.clicked.connect(self.again)
        self._close.clicked.connect(self.closed)
        head = row(self._sign, self._happened)
        head.setStretch(1, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addLayout(head)
        column.addWidget(self._scroll)
        column.addWidget(self._now)
        column.addLayout(row(self._again, self._close, None))
        self._theme = theme
        theme.changed.connect(self._bound)
        self._bound()

    @property
    def text(self) -> str:
        """What is told, as text."""
        return self.accessibleName()

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """List these."""
        self._findings = tuple(findings)
        self.retranslate()

    def retranslate(self) -> None:
        """Say it in the language in force."""
        while self._rows.count():
            part = self._rows.takeAt(0).widget()
            part.hide()
            part.deleteLater()
        for finding in self._findings[:_MOST]:
            self._rows.addWidget(self._row(finding))
        count = len(self._findings)
        self._happened.setText(
            self.tr("有{count}处用语须先改写，没有写出任何文件。").format(count=count)
        )
        if self._archiving:
            again = self.tr("重新归档")
            now = self.tr("改写以后重新归档；本院规则允许保留的，可以在字段下面说明理由后保留。")
        else:
            again = self.tr("重新导出")
            now = self.tr("改写以后重新导出；本院规则允许保留的，可以在字段下面说明理由后保留。")
        if count > _MOST:
            now = self.tr("另有{count}处，改写以后再列出。").format(count=count - _MOST) + now
        self._now.setText(now)
        self._again.setText(again)
        self._close.setText(self.tr("关闭"))
        lines = [finding_text(one, spoken_language()) for one in self._findings[:_MOST]]
        self.setAccessibleName("\n".join((self._happened.text(), *lines, now)))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _row(self, finding: Finding) -> GoRow:
        made = GoRow(finding_text(finding, spoken_language()))
        made.asked.connect(partial(self.asked.emit, finding))
        return made

    def _bound(self) -> None:
        self._scroll.setMaximumHeight(self._theme.space_px(_HEIGHT_PX))
