"""What is said above a previewed paper: characters made visible, and wording to look after."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QWidget

from models.authored import Finding
from models.secrecy import SecrecyFinding
from models.snapshot import CaseView
from ui.pages.exporting import finding_lines, replacement_lines, secrecy_lines
from ui.theme import Theme
from ui.widgets.basics import ScrollHost, frame, label, row

if TYPE_CHECKING:
    from exporters.text import Replacement

_HEIGHT_PX = 84  # a longer list is scrolled


class PreviewNotes(ScrollHost):
    """Tells what to look after in the paper in view; hidden while there is nothing."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        self.words = label("warnText", wrap=True)
        super().__init__(frame("warnLine", row(self.words, margins=(26, 8, 20, 8))), parent)
        self._theme = theme
        self._replacements: tuple[Replacement, ...] = ()
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
            *secrecy_lines(self._secrecy, self._cases),
            *replacement_lines(self._replacements),
            *finding_lines(self.findings),
        ]
        if self.stopping:
            lines.insert(0, self.tr("可以预览；有须先改写的用语，改写以前不能导出和打印。"))
        self.words.setText("\n".join(lines))
        self.setVisible(bool(lines))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _bound(self) -> None:
        self.setMaximumHeight(self._theme.space_px(_HEIGHT_PX))
