"""The line below a field that tells in words what the guard found, and what can be done."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QVBoxLayout, QWidget
from shiboken6 import isValid

from models.wording import Match, Severity
from ui.guard.marks import Judge
from ui.guard.text_guard import TextGuard
from ui.guard.waves import Waved
from ui.icons import ThemedIcons
from ui.theme import Theme
from ui.widgets.basics import button, frame, label, row


def _nothing(_text: str) -> tuple[Match, ...]:
    return ()


def _never(_match: Match) -> bool:
    return False


class WordingLine(QFrame):
    """Tells of one phrase at a time, that at the cursor of the field watched. It takes no focus."""

    told = Signal()  # other words than before
    keep_asked = Signal(object, str)  # a Match that shall stay, and the reason
    clarify_asked = Signal(object)  # a Match in speech, beside which the chair shall say something

    def __init__(
        self,
        theme: Theme,
        judge: Judge = _nothing,
        *,
        may_keep: Callable[[Match], bool] = _never,
        clarifies: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("wordingLine")
        self._theme = theme
        self.judge = judge
        self._may_keep = may_keep
        self._clarifies = clarifies
        self._guards: list[TextGuard] = []
        self._shown: TextGuard | None = None
        self.match: Match | None = None
        self._about = ""
        self._count = 0
        self.words = label("wordingText", wrap=True)
        self.take = button("fieldLink")
        self.keep = button("fieldLink")
        self.clarify = button("fieldLink")
        self.reason = QLineEdit()
        self.reason.setObjectName("fieldLine")
        self.reason.setAcceptDrops(False)  # files dropped on it are case files for the window
        self._keep_now = button()
        self._build()
        self._connect()
        self.hide()
        self.retranslate()

    @property
    def text(self) -> str:
        """What is told at present; empty if nothing is."""
        return self.words.text() if self.match is not None else ""

    def watch(self, field: Waved) -> TextGuard:
        """Judge that field from now on, besides those that are watched already."""
        guard = TextGuard(field, self._judged, self._theme)
        self._guards = [*(one for one in self._guards if isValid(one)), guard]
        guard.changed.connect(lambda: self._show(guard))
        guard.hidden.connect(self._give_up_hidden)
        return guard

    def judge_again(self) -> None:
        """Judge all fields again, since the rules changed or what was kept."""
        for guard in self._guards:
            if isValid(guard):
                guard.judge_again()

    def tell(self, match: Match | None, *, about: str = "", count: int = 1) -> None:
        """Tell of a phrase, or of none; ``about`` says whose it is where that is not plain."""
        if match != self.match:
            self._ask_reason(on=False)
        self.match, self._about, self._count = match, about, count
        self.retranslate()
        self.setVisible(match is not None)
        self.told.emit()

    def retranslate(self) -> None:
        """Say it in the language in force."""
        self.take.setText(self.tr("采用建议（F12）"))
        self.keep.setText(self.tr("说明理由后保留…"))
        self.clarify.setText(self.tr("添加主持人说明"))
        self._keep_now.setText(self.tr("保留"))
        self.reason.setPlaceholderText(self.tr("为什么保留这处用语；理由记入操作记录"))
        self.reason.setAccessibleName(self.tr("保留用语的理由"))
        match = self.match
        if match is None:
            return
        hint = match.severity is Severity.HINT
        self.words.setText(self._about + self._words(match))
        self.words.setToolTip(self.tr("依据：{source}").format(source=match.source))
        self._sign.setVisible(not hint)
        self.words.setProperty("quiet", hint)
        self.words.style().polish(self.words)
        self.take.setVisible(not hint and self._shown is not None)
        self.clarify.setVisible(hint and self._clarifies)
        self.keep.setVisible(not hint and self._may_keep(match) and self._reason_row.isHidden())

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Take the keys of the field for the reason."""
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._reason_key(event)
        return False

    def _judged(self, text: str) -> tuple[Match, ...]:
        return self.judge(text)

    def _give_up_hidden(self) -> None:
        """Tell of another field, if the one told of closed; a field of a page in the back stays."""
        shown = self._shown
        if shown is not None and isValid(shown) and shown.field.isHidden():
            self._shown = None
            self.tell(None)

    def _words(self, match: Match) -> str:
        if match.severity is Severity.HINT:
            pattern = self.tr("发言原话，不作改动。“{phrase}”：{reason}。")
        elif match.severity is Severity.WARN:
            pattern = self.tr("请确认“{phrase}”：{reason}。建议写为“{suggestion}”")
        else:
            pattern = self.tr("签名、导出前须改写“{phrase}”：{reason}。建议写为“{suggestion}”")
        told = pattern.format(phrase=match.text, reason=match.reason, suggestion=match.suggestion)
        if self._count > 1:
            told += self.tr("（共{count}处）").format(count=self._count)
        return told

    def _build(self) -> None:
        self._sign = label()
        ThemedIcons(self._theme, self).on_label(self._sign, "triangle-alert", "warn", size=14)
        head = row(self._sign, self.words, self.clarify, spacing=6)
        head.setStretch(1, 1)
        for part in (self._sign, self.clarify):
            head.setAlignment(part, Qt.AlignmentFlag.AlignTop)
        reason = row(self.reason, self._keep_now)
        reason.setStretch(0, 1)
        self._reason_row = frame("wordingReason", reason)
        self._reason_row.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(head)
        column.addLayout(row(self.take, self.keep, None, spacing=4))
        column.addWidget(self._reason_row)

    def _connect(self) -> None:
        self.take.clicked.connect(self._take_over)
        self.keep.clicked.connect(lambda: self._ask_reason(on=True))
        self.clarify.clicked.connect(self._clarify)
        self._keep_now.clicked.connect(self._keep)
        self.reason.installEventFilter(self)
        for one in (self.take, self.clarify):
            one.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the focus in the field

    def _show(self, guard: TextGuard) -> None:
        mark = guard.current
        if mark is not None:
            self._shown = guard
            self.tell(mark.match, count=guard.count)
        elif guard is self._shown:
            self._shown = None
            self.tell(None)

    def _take_over(self) -> None:
        shown = self._shown
        if shown is not None and isValid(shown):
            shown.take_over()
            shown.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _clarify(self) -> None:
        if self.match is not None:
            self.clarify_asked.emit(self.match)

    def _ask_reason(self, *, on: bool) -> None:
        """Open or close the field for the reason; opening it is asked for, so it gets the focus."""
        self._reason_row.setVisible(on)
        self.reason.clear()
        if on:
            self.keep.hide()
            self.reason.setFocus(Qt.FocusReason.OtherFocusReason)

    def _reason_key(self, event: QKeyEvent) -> bool:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._keep()
            return True
        if event.key() == Qt.Key.Key_Escape:
            self._ask_reason(on=False)
            self.retranslate()
            if self._shown is not None and isValid(self._shown):
                self._shown.field.setFocus(Qt.FocusReason.OtherFocusReason)
            return True
        return False

    def _keep(self) -> None:
        reason = self.reason.text().strip()
        if self.match is None or not reason:
            self.reason.setFocus()
            return
        self.keep_asked.emit(self.match, reason)
