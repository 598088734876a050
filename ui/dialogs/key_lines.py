"""The lines of the sheet of all keys: what a key does, the key, and the way back to the usual one."""

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QPushButton

from ui.actions import action_word
from ui.key_choices import KeysInForce, native
from ui.keys import SCOPE_TITLES, KeyRow, KeyScope, key_word
from ui.theme import Theme
from ui.widgets.basics import button, label
from ui.widgets.key_button import KeyButton

_KEYS_PX, _RESET_PX = 170, 64  # at 100 %: the columns of keys and of the ways back


class KeyLine(QObject):
    """One key. It has buttons if it can be changed, else a label."""

    focused = Signal()  # its button, with the keyboard

    def __init__(self, row: KeyRow, parent: QObject) -> None:
        super().__init__(parent)
        self.row = row
        self.name = label(wrap=True)
        self.key = KeyButton() if row.changeable else None
        self.reset = button("fieldLink") if row.changeable else None
        self.shown = None if row.changeable else label("meta")
        self._changed = False
        if self.key is not None:
            self.key.installEventFilter(self)

    @property
    def words(self) -> str:
        """What the key does, without the dots of a menu."""
        words = action_word(self.row.words) if self.row.changeable else key_word(self.row.words)
        return words.removesuffix("…").removesuffix("...")

    def add_to(self, grid: QGridLayout, number: int) -> None:
        """Take a row of the grid."""
        grid.addWidget(self.name, number, 0)
        if self.key is None:
            grid.addWidget(self._fixed, number, 1)
        else:
            grid.addWidget(self.key, number, 1)
            grid.addWidget(self._way_back, number, 2)

    def retranslate(self) -> None:
        """Say it in the language in force."""
        self.name.setText(self.words)
        if self.key is None:
            typed = key_word(self.row.typed)
            self._fixed.setText(typed or "  ".join(map(native, self.row.keys)))
            return
        self.key.say()
        self.key.setAccessibleName(
            self.tr("{action}的快捷键：{keys}").format(action=self.words, keys=self.key.text())
        )
        self._way_back.setText(self.tr("恢复默认"))
        self._way_back.setAccessibleName(
            self.tr("恢复“{action}”的默认快捷键").format(action=self.words)
        )

    def show_keys(self, force: KeysInForce) -> None:
        """Show the key in force."""
        if self.key is not None:
            self._changed = self.row.id in force.chosen
            self.key.show_keys(force.of(self.row.id))
            self.retranslate()

    def fits(self, wanted: str) -> bool:
        """Say whether the words, their pinyin or the key have what was typed."""
        from models.pinyin import initials_match  # heavy: reads its table

        keys = self.key.text() if self.key is not None else self._fixed.text()
        folded = wanted.casefold()
        if (
            folded in f"{self.words} {keys}".casefold()
            or folded in keys.replace("+", " ").casefold()
        ):
            return True
        rank = initials_match(wanted, self.words)
        return rank is not None and not rank.guessed

    def set_visible(self, *, on: bool) -> None:
        """Show or hide the whole line."""
        self.name.setVisible(on)
        if self.key is None:
            self._fixed.setVisible(on)
        else:
            self.key.setVisible(on)
            self._way_back.setVisible(on and self._changed)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Tell that the keyboard came to the button."""
        if event.type() is QEvent.Type.FocusIn:
            self.focused.emit()
        return super().eventFilter(watched, event)

    @property
    def _fixed(self) -> QLabel:
        assert self.shown is not None  # it has one, having no button
        return self.shown

    @property
    def _way_back(self) -> QPushButton:
        assert self.reset is not None  # it has one beside the button of the key
        return self.reset


class KeyGroup(QFrame):
    """The keys of one place, under its title."""

    def __init__(self, scope: KeyScope, rows: list[KeyRow], theme: Theme) -> None:
        super().__init__()
        self.setObjectName("card")
        self.scope = scope
        self._theme = theme
        self.title = label("cardTitle")
        self.lines = [KeyLine(row, self) for row in rows]
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(18, 14, 18, 16)
        self._grid.setHorizontalSpacing(14)
        self._grid.setVerticalSpacing(5)
        self._grid.setColumnStretch(0, 1)
        self._grid.addWidget(self.title, 0, 0, 1, 3)
        for number, one in enumerate(self.lines, 1):
            one.add_to(self._grid, number)
        theme.changed.connect(self._line_up)
        self._line_up()

    def retranslate(self) -> None:
        """Say it in the language in force."""
        self.title.setText(key_word(SCOPE_TITLES[self.scope]))
        for one in self.lines:
            one.retranslate()

    def narrow(self, wanted: str) -> bool:
        """Show the lines that fit; say whether there are any."""
        found = [not wanted or one.fits(wanted) for one in self.lines]
        for one, fits in zip(self.lines, found, strict=True):
            one.set_visible(on=fits)
        self.setVisible(any(found))
        return any(found)

    def _line_up(self) -> None:
        """Let the keys of all groups begin at one line."""
        for column, width in ((1, _KEYS_PX), (2, _RESET_PX)):
            self._grid.setColumnMinimumWidth(column, self._theme.text_px(width))
