"""Inputs that offer something to choose: a closed list, yes or no, another entry."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QPointF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QButtonGroup, QComboBox, QLineEdit, QRadioButton, QWidget

from ui.forms.inputs import Input
from ui.forms.kit import Choices
from ui.icons import pixmap
from ui.theme import Theme
from ui.widgets.basics import frame, row

_ARROW_PX = 14


class QuietCombo(QComboBox):
    """Takes the wheel only with the focus; tells a choice by mouse from one on the way by keys."""

    settled = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("fieldCombo")
        self._theme = theme
        self._stepping = False
        self.setAcceptDrops(False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(self.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(6)
        self.setMaxVisibleItems(14)
        self.activated.connect(self._settle)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take choices made by keys as on the way, until Enter or until the field is left."""
        self._stepping = True
        super().keyPressEvent(event)
        self._stepping = False
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.settled.emit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll the page, unless the field has the focus."""
        if not self.hasFocus():
            event.ignore()
            return
        self._stepping = True
        super().wheelEvent(event)
        self._stepping = False

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the arrow in the colours of the theme."""
        super().paintEvent(event)
        side = self._theme.text_px(_ARROW_PX)
        ink = self._theme.tokens.text2 if self.isEnabled() else self._theme.tokens.text3
        image = pixmap("chevron-down", ink, size=side, ratio=self.devicePixelRatioF())
        with QPainter(self) as painter:
            left = self.width() - side - self._theme.space_px(9)
            painter.drawPixmap(QPointF(left, (self.height() - side) / 2), image)

    def _settle(self) -> None:
        if not self._stepping:
            self.settled.emit()


class _Choosing(Input):
    """An input that is read as a line while it is locked."""

    def __init__(self) -> None:
        super().__init__()
        self._read = QLineEdit()
        self._read.setObjectName("fieldLine")
        self._read.setReadOnly(True)
        self._read.hide()

    def entry_widget(self) -> QWidget:
        """Return what takes the focus now."""
        return self._read if self._read.isVisibleTo(self) else self.chooser()

    def chooser(self) -> QWidget:
        """Return what is chosen with."""
        raise NotImplementedError

    def words(self) -> str:
        """Return what is chosen, in words."""
        raise NotImplementedError

    def hold(self, *, locked: bool) -> None:
        """Show the choice as a line to read and copy, or let it be chosen anew."""
        self._read.setText(self.words() if locked else "")
        self._read.setCursorPosition(0)
        self.chooser().setVisible(not locked)
        self._read.setVisible(locked)

    def set_name(self, name: str, description: str) -> None:
        """Say what the field is, to those who cannot see it."""
        for part in (self._read, self.chooser()):
            part.setAccessibleName(name)
            part.setAccessibleDescription(description)


class ChoiceInput(_Choosing):
    """One of a closed list, or nothing. Its text is the value chosen.

    A value that is no longer in the list stays and can be kept.
    """

    def __init__(
        self, theme: Theme, choices: Callable[[], Choices], *, other: Callable[[str], str]
    ) -> None:
        super().__init__()
        self._choices = choices
        self._other = other
        self.combo = QuietCombo(theme)
        self.combo.activated.connect(lambda _: self.edited.emit())
        self.combo.settled.connect(self.settled)
        self._contain(self.combo, self._read)
        self.show_text("")

    def text(self) -> str:
        """Return the value chosen."""
        return str(self.combo.currentData() or "")

    def show_text(self, text: str) -> None:
        """Choose a value; the list is made anew if other words are in it now."""
        wanted = ("", ""), *self._choices()
        if text not in dict(wanted):
            wanted = *wanted, (text, self._other(text))
        if [
            (self.combo.itemData(i), self.combo.itemText(i)) for i in range(self.combo.count())
        ] != [(value, words or self._nothing()) for value, words in wanted]:
            self.combo.clear()
            for value, words in wanted:
                self.combo.addItem(words or self._nothing(), value)
        self.combo.setCurrentIndex(self.combo.findData(text))
        self.combo.setToolTip(self.combo.currentText() if text else "")
        self._read.setText(self.words())

    def chooser(self) -> QWidget:
        """Return the list."""
        return self.combo

    def words(self) -> str:
        """Return what is chosen, in words."""
        return self.combo.currentText() if self.text() else ""

    def retranslate(self) -> None:
        """Say it in the language in force."""
        self.show_text(self.text())

    def _nothing(self) -> str:
        return QCoreApplication.translate("Forms", "未填")


class _Segment(QRadioButton):
    """One of the answers."""

    settled = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("segment")
        self.stepping = False  # on the way by keys
        self.clicked.connect(self._settle)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take answers chosen by keys as on the way, until the field is left."""
        segments = [b for b in self.group().buttons() if isinstance(b, _Segment)]
        for segment in segments:
            segment.stepping = True
        super().keyPressEvent(event)
        for segment in segments:
            segment.stepping = False
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.settled.emit()

    def _settle(self) -> None:
        if not self.stepping:
            self.settled.emit()


class YesNoInput(_Choosing):
    """Yes, no, or nothing said. Its text is ``yes``, ``no`` or empty."""

    _ANSWERS = ("yes", "no", "")

    def __init__(self) -> None:
        super().__init__()
        self._group = QButtonGroup(self)
        self.segments = {answer: _Segment() for answer in self._ANSWERS}
        for segment in self.segments.values():
            self._group.addButton(segment)
            segment.clicked.connect(lambda _=False: self.edited.emit())
            segment.settled.connect(self.settled)
        answers = row(*self.segments.values(), spacing=2, margins=(2, 2, 2, 2))
        self._box = frame("segments", answers)
        self.segments[""].setChecked(True)
        self._contain(self._box, self._read)
        layout = self.layout()
        assert layout is not None  # made above
        layout.setAlignment(self._box, Qt.AlignmentFlag.AlignLeft)
        self.retranslate()

    def text(self) -> str:
        """Return the answer."""
        return next(answer for answer, segment in self.segments.items() if segment.isChecked())

    def show_text(self, text: str) -> None:
        """Give another answer."""
        self.segments[text if text in self.segments else ""].setChecked(True)
        self._read.setText(self.words())

    def value_of(self, text: str) -> object:
        """Return the answer as a truth value."""
        return {"yes": True, "no": False}.get(text)

    def text_of(self, value: object) -> str:
        """Return the answer that a truth value is."""
        return "" if value is None else "yes" if value else "no"

    def chooser(self) -> QWidget:
        """Return the answers."""
        return self._box

    def entry_widget(self) -> QWidget:
        """Return the answer that is given, which has the focus of them all."""
        if self._read.isVisibleTo(self):
            return self._read
        return self.segments[self.text()]

    def words(self) -> str:
        """Return the answer in words."""
        return self.segments[self.text()].text() if self.text() else ""

    def set_name(self, name: str, description: str) -> None:
        """Say what is asked, with each answer."""
        super().set_name(name, description)
        pattern = QCoreApplication.translate("Forms", "{field}：{choice}")
        for segment in self.segments.values():
            segment.setAccessibleName(pattern.format(field=name, choice=segment.text()))
            segment.setAccessibleDescription(description)

    def retranslate(self) -> None:
        """Say it in the language in force."""
        for answer, words in zip(self._ANSWERS, (*yes_no(), _not_said()), strict=True):
            self.segments[answer].setText(words)
        self._read.setText(self.words())


class YesNoOrTextInput(_Choosing):
    """Yes, no, or words of one's own."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.combo = QuietCombo(theme)
        self.combo.setEditable(True)
        self.combo.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.combo.setCompleter(None)  # type: ignore[arg-type]  # none: it would finish people's words
        line = self.combo.lineEdit()
        assert line is not None  # the combo is editable
        self._line = line
        line.setObjectName("comboLine")
        line.textEdited.connect(self.edited)
        self.combo.activated.connect(lambda _: self.edited.emit())
        self.combo.settled.connect(self.settled)
        self._contain(self.combo, self._read)
        self.retranslate()

    def set_name(self, name: str, description: str) -> None:
        """Say what the field is, also where one types in it."""
        super().set_name(name, description)
        self._line.setAccessibleName(name)
        self._line.setAccessibleDescription(description)

    def text(self) -> str:
        """Return the words as they stand."""
        return self.combo.currentText()

    def show_text(self, text: str) -> None:
        """Show other words."""
        self._line.setText(text)
        self._line.setCursorPosition(0)
        self._read.setText(text)

    def value_of(self, text: str) -> object:
        """Return a truth value for yes and no in any language of the program, else the words."""
        yes, no = yes_no()
        return {"是": True, yes: True, "否": False, no: False}.get(text.strip(), text or None)

    def text_of(self, value: object) -> str:
        """Return yes and no in the language in force, and words as they are."""
        if isinstance(value, bool):
            return yes_no()[0] if value else yes_no()[1]
        return super().text_of(value)

    def chooser(self) -> QWidget:
        """Return the field with its list."""
        return self.combo

    def words(self) -> str:
        """Return the words as they stand."""
        return self.text()

    def retranslate(self) -> None:
        """Say it in the language in force."""
        text = self.text()
        self.combo.clear()
        self.combo.addItems(yes_no())
        self._line.setText(text)


def yes_no() -> tuple[str, str]:
    """Return yes and no in the language in force."""
    return (
        QCoreApplication.translate("Forms", "是"),
        QCoreApplication.translate("Forms", "否"),
    )


def _not_said() -> str:
    return QCoreApplication.translate("Forms", "未填")
