"""All keys of the program by where they work, with a field to find one and buttons to change them."""

from functools import partial

from PySide6.QtCore import QEvent, QKeyCombination, Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ui.actions import Actions, action_word
from ui.dialogs.key_lines import KeyGroup, KeyLine
from ui.dialogs.size import fit_to_screen
from ui.key_choices import (
    KeysInForce,
    Refusal,
    is_risky,
    keys_to_store,
    native,
    portable,
    refusal_of,
    stored_keys,
)
from ui.keys import FIXED, KeyScope, all_keys, key_word
from ui.settings import SettingsStore
from ui.theme import Theme
from ui.widgets.basics import ScrollHost, button, frame, label, row

_FIXED_IDS = frozenset(one.id for one in FIXED)


class ShortcutsDialog(QDialog):
    """Shown without blocking the window; deleted when closed. A change holds at once."""

    def __init__(
        self,
        settings: SettingsStore,
        actions: Actions,
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._settings = settings
        self.search = QLineEdit()
        self.search.setObjectName("filter")
        self.search.setClearButtonEnabled(True)
        self._about, self._nothing = label("muted", wrap=True), label("body", wrap=True)
        self.message = label("wordingText", wrap=True)
        self.groups = self._make_groups(actions, theme)
        self.lines = {one.row.id: one for group in self.groups for one in group.lines}
        self.reset_all = button()
        self._box = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self._put_together()
        self._connect()
        self.retranslate()
        self._follow()
        fit_to_screen(self, theme.text_px(600), theme.text_px(620))
        self.search.setFocus()

    def retranslate(self) -> None:
        """Say it in the language in force."""
        self.setWindowTitle(self.tr("快捷键"))
        self.search.setPlaceholderText(self.tr("按功能、拼音首字母或者按键查找"))
        self.search.setAccessibleName(self.tr("查找快捷键"))
        self.sheet.setAccessibleName(self.tr("全部快捷键"))
        self._about.setText(
            self.tr(
                "点按键，或者移到按键上按回车键，再按新的快捷键；按 Esc 放弃。没有方框的不能更改。"
            )
        )
        self._nothing.setText(self.tr("没有符合的快捷键。"))
        self.reset_all.setText(self.tr("全部恢复默认(&R)"))
        self.reset_all.setToolTip(self.tr("所有快捷键都改回程序原来的"))
        self._tell("")
        for group in self.groups:
            group.retranslate()
        self._narrow()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def change_keys(self, action_id: str, pressed: QKeyCombination) -> bool:
        """Give an action other keys, or say why not; say whether it was done."""
        keys, force = portable(pressed), self._in_force
        other = force.conflict(action_id, keys)
        refusal = None if force.is_usual(action_id, keys) else refusal_of(pressed)
        if refusal is not None and other in ("", *_FIXED_IDS):
            self._tell(self._refusal_words(refusal).format(keys=native(keys)))
        elif other:
            words = self.tr("{keys} 已用于“{action}”，没有更改。")
            self._tell(words.format(keys=native(keys), action=_words_of(other)))
        else:
            self._keep(force.with_keys(action_id, keys))
            risk = self.tr("输入法常用 {keys}；如果按了没有作用，请换一个。")
            self._tell(risk.format(keys=native(keys)) if is_risky(keys) else "")
            return True
        return False

    def _make_groups(self, actions: Actions, theme: Theme) -> list[KeyGroup]:
        groups = []
        for scope in KeyScope:
            rows = [
                one
                for one in all_keys()
                if one.scope is scope and (one.id in _FIXED_IDS or actions.is_offered(one.id))
            ]
            groups.append(KeyGroup(scope, rows, theme))
        return groups

    def _put_together(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 14)
        column.setSpacing(10)
        column.addWidget(self.search)
        column.addWidget(self._about)
        column.addWidget(self._nothing)
        lines = QVBoxLayout()
        lines.setContentsMargins(0, 0, 6, 0)
        lines.setSpacing(12)
        for group in self.groups:
            lines.addWidget(group)
        lines.addStretch(1)
        self.sheet = ScrollHost(frame("keys", lines))
        self.sheet.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # to be scrolled by keys
        column.addWidget(self.sheet, 1)
        column.addWidget(self.message)
        foot = row(self.reset_all, None, self._box)
        column.addLayout(foot)
        for one in (self.reset_all, *self._box.findChildren(QPushButton)):
            one.setAutoDefault(False)  # Enter in the field must not press it

    def _connect(self) -> None:
        self.search.textChanged.connect(self._find)
        self._box.rejected.connect(self.close)
        self.reset_all.clicked.connect(self._reset_all)
        self._settings.changed.connect(self._follow_settings)
        for one in self.lines.values():
            if one.key is not None and one.reset is not None:
                one.key.pressed_keys.connect(partial(self._take, one))
                one.key.listening_changed.connect(partial(self._hear, one))
                one.reset.clicked.connect(partial(self._reset, one))
                one.focused.connect(partial(self.sheet.ensureWidgetVisible, one.key))

    @property
    def _in_force(self) -> KeysInForce:
        return stored_keys(self._settings.value.shortcuts)

    def _take(self, line: KeyLine, pressed: object) -> None:
        assert isinstance(pressed, QKeyCombination)  # what the button sends
        if self.change_keys(line.row.id, pressed) and line.key is not None:
            line.key.show_keys(self._in_force.of(line.row.id))

    def _hear(self, _line: KeyLine, listening: bool) -> None:  # noqa: FBT001  # the signal's
        """Begin without the message about the last attempt."""
        if listening:
            self._tell("")

    def _reset(self, line: KeyLine, *_checked: bool) -> None:
        """Give one action its usual keys back, unless another one has them now."""
        usual, force = line.row.keys[0] if line.row.keys else "", self._in_force
        other = force.conflict(line.row.id, usual) if usual else ""
        if other:
            words = self.tr("{keys} 现在用于“{action}”，请先更改或者恢复它。")
            self._tell(words.format(keys=native(usual), action=_words_of(other)))
            return
        self._tell("")
        self._keep(force.with_keys(line.row.id, usual))
        if line.key is not None:
            line.key.setFocus()

    def _reset_all(self) -> None:
        self._tell("")
        self._keep(KeysInForce({}))
        self.search.setFocus()

    def _keep(self, keys: KeysInForce) -> None:
        self._settings.change(shortcuts=keys_to_store(keys))

    def _follow_settings(self, names: frozenset[str]) -> None:
        if "shortcuts" in names:
            self._follow()

    def _follow(self) -> None:
        """Show the keys in force."""
        force = self._in_force
        for one in self.lines.values():
            one.show_keys(force)
        self.reset_all.setEnabled(bool(force.chosen))
        self._narrow()

    def _find(self, _text: str) -> None:
        """Show what was searched for from its beginning."""
        self._tell("")
        self._narrow()
        self.sheet.verticalScrollBar().setValue(0)

    def _narrow(self) -> None:
        wanted = self.search.text().strip()
        found = [group.narrow(wanted) for group in self.groups]
        self._nothing.setVisible(not any(found))

    def _tell(self, words: str) -> None:
        self.message.setText(words)
        self.message.setVisible(bool(words))
        self.message.setAccessibleName(words)

    def _refusal_words(self, refusal: Refusal) -> str:
        match refusal:
            case Refusal.TYPING:
                return self.tr("{keys} 用来输入文字，请加上 Ctrl，或者用 F1 至 F12。")
            case Refusal.MOVING:
                return self.tr("{keys} 用来移动、确认和离开，不能更改用途。")
            case Refusal.EDITING:
                return self.tr("{keys} 用来编辑文字，不能更改用途。")
            case Refusal.INPUT_METHOD:
                return self.tr("{keys} 用来切换输入法，不能更改用途。")
            case Refusal.MENU:
                return self.tr("{keys} 用来打开菜单、输入符号，不能更改用途。")
            case Refusal.SYSTEM:
                return self.tr("{keys} 留给系统，不能更改用途。")


def _words_of(key_id: str) -> str:
    """Return what a key does, also if its line is not shown."""
    row = next(one for one in all_keys() if one.id == key_id)
    return action_word(row.words) if row.changeable else key_word(row.words)
