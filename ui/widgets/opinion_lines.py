"""The lines that an opinion was spoken in: looked up, joined to it, parted from it."""

from functools import partial

from PySide6.QtCore import QCoreApplication, QEvent, Signal
from PySide6.QtWidgets import QApplication, QFrame, QVBoxLayout, QWidget

from models.snapshot import LineView, MeetingSnapshot, OpinionView
from ui.widgets.basics import button, label, row
from ui.widgets.choice_box import ChoiceBox
from ui.words import kind_word

_FIRST_WORDS = 60


class OpinionLines(QFrame):
    """The first line, those joined to it, and a list to join another one of the same speaker."""

    line_asked = Signal(str)  # id of a line to be shown in the record
    join_asked = Signal(str)  # id of a line
    part_asked = Signal(str)
    arranged = Signal()  # lines came or went

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[object, ...] = ()
        self._title = label("fieldLabel")
        self._rows = QVBoxLayout()
        self._rows.setSpacing(2)
        self._parts: list[QFrame] = []
        self.further = ChoiceBox()
        self.join = button()
        self._add = QFrame()
        add = row(self.further, self.join)
        add.setStretch(0, 1)
        self._add.setLayout(add)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self._title)
        column.addLayout(self._rows)
        column.addWidget(self._add)
        self.join.clicked.connect(self._join)
        self.retranslate()

    def show_opinion(self, opinion: OpinionView, meeting: MeetingSnapshot, *, locked: bool) -> None:
        """Show the lines of an opinion, and offer the others of its speaker."""
        lines = {line.id: line for line in meeting.lines}
        mine = [lines[key] for key in opinion.line_ids if key in lines]
        others = [
            line
            for line in meeting.lines
            if line.speaker_id == opinion.author_id and line.id not in opinion.line_ids
        ]
        self._add.setVisible(bool(others) and not locked)
        self.further.offer([(_words(line), line.id) for line in others])
        if self._shown != (mine, locked):
            self._shown = mine, locked
            self._show_lines(mine, locked=locked)

    def retranslate(self) -> None:
        """Say it in the language in force."""
        self._title.setText(self.tr("发言"))
        self.join.setText(self.tr("并入这条意见"))
        self.further.setAccessibleName(self.tr("同一发言人的其他发言"))
        self._shown = ()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _show_lines(self, lines: list[LineView], *, locked: bool) -> None:
        focused = QApplication.focusWidget()
        for part in self._parts:
            if focused is not None and part.isAncestorOf(focused):
                self.further.setFocus()
            self._rows.removeWidget(part)
            part.hide()
            part.deleteLater()
        self._parts = []
        for place, line in enumerate(lines):
            part = self._row_of(line, parting=place > 0 and not locked)
            self._parts.append(part)
            self._rows.addWidget(part)
        self.arranged.emit()

    def _row_of(self, line: LineView, *, parting: bool) -> QFrame:
        words = label("strongBody", wrap=True)
        words.setText(_words(line))
        pattern = self.tr("{action}：{line}")
        look = button("ghost")
        look.setText(self.tr("到记录中查看"))
        look.setAccessibleName(pattern.format(action=look.text(), line=_words(line)))
        look.clicked.connect(partial(self.line_asked.emit, line.id))
        buttons = [look]
        if parting:
            part = button("ghost")
            part.setText(self.tr("移出"))
            part.setAccessibleName(pattern.format(action=part.text(), line=_words(line)))
            part.clicked.connect(partial(self.part_asked.emit, line.id))
            buttons.append(part)
        inner = row(words, *buttons, spacing=2)
        inner.setStretch(0, 1)
        made = QFrame(self)
        made.setLayout(inner)
        return made

    def _join(self) -> None:
        if self.further.value is not None:
            self.join_asked.emit(str(self.further.value))


def _words(line: LineView) -> str:
    """Return how a line is called: by number, kind and first words."""
    text = " ".join((line.text or "").split())
    if len(text) > _FIRST_WORDS:
        text = f"{text[:_FIRST_WORDS]}…"
    pattern = QCoreApplication.translate("Opinions", "第{number}条 {kind}：{words}")
    return pattern.format(number=line.seq or "", kind=kind_word(line.kind), words=text)
