"""All shortcuts, with a field to find one."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from ui.actions import ACTIONS, action_word
from ui.dialogs.size import fit_to_screen
from ui.theme import Theme
from ui.widgets.basics import ScrollHost, frame, label


class ShortcutsDialog(QDialog):
    """Shown without blocking the window; deleted when closed."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("快捷键"))
        self._find = QLineEdit()
        self._find.setPlaceholderText(self.tr("查找"))
        self._find.setAccessibleName(self.tr("查找快捷键"))
        self._find.textChanged.connect(self._narrow)
        self._rows: list[tuple[QLabel, QLabel]] = []
        grid = QGridLayout()
        grid.setColumnStretch(0, 1)
        for number, (text, keys) in enumerate(self._entries()):
            name, key = label(), label("meta")
            name.setText(text)
            key.setText(keys)
            grid.addWidget(name, number, 0)
            grid.addWidget(key, number, 1)
            self._rows.append((name, key))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.close)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 14)
        column.setSpacing(12)
        column.addWidget(self._find)
        column.addWidget(ScrollHost(frame("keys", grid)), 1)
        column.addWidget(buttons)
        fit_to_screen(self, theme.text_px(420), theme.text_px(420))

    def _entries(self) -> list[tuple[str, str]]:
        """Return what can be done and the keys for it, as the system writes them."""
        native = QKeySequence.SequenceFormat.NativeText
        own = [
            (action_word(row.tip), QKeySequence(row.shortcut).toString(native))
            for row in ACTIONS
            if row.shortcut
        ]
        return [
            *own,
            (
                self.tr("复制选中的发言"),
                QKeySequence(QKeySequence.StandardKey.Copy).toString(native),
            ),
            (self.tr("记录当前输入的发言"), self.tr("回车")),
            (self.tr("在发言内换行"), self.tr("Shift+回车")),
            (self.tr("修改选中的发言、议程或者名称"), "F2"),
            (self.tr("查看选中发言的详情"), "Alt+Enter"),
            (self.tr("删除选中的发言、议程或者名称"), "Delete"),
            (self.tr("上移、下移选中的发言、议程、人员"), "Alt+↑  Alt+↓"),
            (self.tr("议程降为下一级、升为上一级"), "Tab  Shift+Tab"),
            (self.tr("上移、下移卡片"), "Ctrl+Shift+↑  Ctrl+Shift+↓"),
            (self.tr("打开日历，或者展开可选的内容"), "Alt+↓"),
            (self.tr("登记选中人员到场"), self.tr("空格")),
            (self.tr("会议中登记选中人员出入"), self.tr("空格")),
            (self.tr("把选中人员排入或者移出发言次序"), "Q"),
            (self.tr("在各区域之间移动"), "Tab"),
            (self.tr("打开菜单"), "Alt"),
            (self.tr("用建议的写法替换有提示的用语"), "F9"),
            (self.tr("关闭提示或者导出面板"), "Esc"),
        ]

    def _narrow(self, words: str) -> None:
        for name, key in self._rows:
            shown = words.casefold() in f"{name.text()} {key.text()}".casefold()
            name.setVisible(shown)
            key.setVisible(shown)
