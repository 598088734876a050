"""What is said above a previewed paper: what a person has to look at, wording, characters."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QFrame, QWidget

from models.authored import Finding
from models.secrecy import SecrecyFinding
from models.snapshot import CaseView, MeetingSnapshot
from ui.pages.exporting import finding_lines, replacement_lines, secrecy_lines
from ui.pages.versions import Version, version_lines
from ui.theme import Theme
from ui.widgets.basics import ScrollHost, frame, label, row

if TYPE_CHECKING:
    from exporters.text import Replacement

_HEIGHT_PX = 90  # a longer list is scrolled


class PreviewNotes(ScrollHost):
    """Tells what to look after in the paper in view; hidden while there is nothing."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        self.words = label("warnText", wrap=True)
        super().__init__(frame("warnLine", row(self.words, margins=(26, 8, 20, 8))), parent)
        self.setObjectName("previewNotes")
        self.setFrameShape(QFrame.Shape.StyledPanel)  # room for the border that shows the focus
        self.verticalScrollBar().rangeChanged.connect(self._allow_keys)
        self._theme = theme
        self._replacements: tuple[Replacement, ...] = ()
        self._version: tuple[Version, MeetingSnapshot] | None = None
        self.findings: tuple[Finding, ...] = ()
        self._secrecy: tuple[SecrecyFinding, ...] = ()
        self._cases: tuple[CaseView, ...] = ()
        theme.changed.connect(self._bound)
        self._bound()
        self.hide()

    @property
    def stopping(self) -> tuple[Finding, ...]:
        """What keeps the paper from being exported and printed."""
        return tuple(one for one in self.findings if one.stops)

    def show_version(self, version: Version, meeting: MeetingSnapshot) -> None:
        """Tell what the paper hides and leaves out of the whole meeting."""
        self._version = version, meeting
        self.retranslate()

    def forget_paper(self) -> None:
        """Tell no more of a paper that is not shown any more."""
        self._version, self._replacements = None, ()
        self.retranslate()

    def show_replacements(self, replacements: "Iterable[Replacement]") -> None:
        """Tell of characters that no file can carry."""
        self._replacements = tuple(replacements)
        self.retranslate()

    def show_findings(self, findings: Iterable[Finding]) -> None:
        """Tell of wording; the paper is shown all the same."""
        self.findings = tuple(findings)
        self.retranslate()

    def show_secrecy(self, findings: Iterable[SecrecyFinding], cases: Iterable[CaseView]) -> None:
        """Tell why the paper bears no mark of secrecy where one was due."""
        self._secrecy, self._cases = tuple(findings), tuple(cases)
        self.retranslate()

    def retranslate(self) -> None:
        """Say it in the language in force."""
        lines = [
            *(version_lines(*self._version) if self._version else ()),
            *secrecy_lines(self._secrecy, self._cases),
            *replacement_lines(self._replacements),
            *finding_lines(self.findings),
        ]
        if self.stopping:
            lines.insert(0, self.tr("可以预览；有须先改写的用语，改写以前不能导出和打印。"))
        self.words.setText("\n".join(lines))
        self.setAccessibleName(self.tr("需要核对的内容"))
        self.setVisible(bool(lines))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _allow_keys(self, low: int, high: int) -> None:
        """Let keys scroll what is longer than there is room for."""
        policy = Qt.FocusPolicy.TabFocus if high > low else Qt.FocusPolicy.NoFocus
        self.setFocusPolicy(policy)

    def _bound(self) -> None:
        self.setMaximumHeight(self._theme.space_px(_HEIGHT_PX))
