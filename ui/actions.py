"""What can be done in the window, as a table: words, icon, shortcut, menu.

How to add one: a row here, and the slot that it runs in ``main_window.py``, or in ``desk.py`` if it
needs the data.
"""

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QObject
from PySide6.QtGui import QAction, QKeySequence


class Menu(StrEnum):
    """The menus, in the order of the menu bar."""

    FILE = "file"
    VIEW = "view"
    HELP = "help"


MENU_TITLES = {
    Menu.FILE: QT_TRANSLATE_NOOP("Actions", "文件(&F)"),
    Menu.VIEW: QT_TRANSLATE_NOOP("Actions", "视图(&V)"),
    Menu.HELP: QT_TRANSLATE_NOOP("Actions", "帮助(&H)"),
}


@dataclass(frozen=True, slots=True)
class ActionRow:
    """One action. ``tip`` says what it is good for; a separator stands before it if asked."""

    id: str
    menu: Menu
    text: object  # marked for translation, which PySide6 declares as object
    tip: object
    shortcut: str = ""
    checkable: bool = False
    separated: bool = False


ACTIONS = (
    ActionRow(
        "open",
        Menu.FILE,
        QT_TRANSLATE_NOOP("Actions", "打开案件文件…"),
        QT_TRANSLATE_NOOP("Actions", "从案件文件导入会议"),
        "Ctrl+O",
    ),
    ActionRow(
        "sample",
        Menu.FILE,
        QT_TRANSLATE_NOOP("Actions", "试用示例"),
        QT_TRANSLATE_NOOP("Actions", "导入虚构的联席会议和听证各一次"),
    ),
    ActionRow(
        "export",
        Menu.FILE,
        QT_TRANSLATE_NOOP("Actions", "导出…"),
        QT_TRANSLATE_NOOP("Actions", "把会议记录或者听证笔录导出为 DOCX、PDF"),
        "Ctrl+E",
        separated=True,
    ),
    ActionRow(
        "settings",
        Menu.FILE,
        QT_TRANSLATE_NOOP("Actions", "设置…"),
        QT_TRANSLATE_NOOP("Actions", "语言、外观、本单位和数据位置"),
        "Ctrl+,",
        separated=True,
    ),
    ActionRow(
        "quit",
        Menu.FILE,
        QT_TRANSLATE_NOOP("Actions", "退出"),
        QT_TRANSLATE_NOOP("Actions", "关闭窗口"),
        "Ctrl+Q",
        separated=True,
    ),
    ActionRow(
        "filter",
        Menu.VIEW,
        QT_TRANSLATE_NOOP("Actions", "筛选会议"),
        QT_TRANSLATE_NOOP("Actions", "到会议列表的筛选框"),
        "Ctrl+F",
    ),
    ActionRow(
        "refresh",
        Menu.VIEW,
        QT_TRANSLATE_NOOP("Actions", "刷新"),
        QT_TRANSLATE_NOOP("Actions", "重新读取会议，例如在命令行导入以后"),
        "F5",
    ),
    ActionRow(
        "meetings",
        Menu.VIEW,
        QT_TRANSLATE_NOOP("Actions", "会议列表"),
        QT_TRANSLATE_NOOP("Actions", "显示或者收起会议列表"),
        "F6",
        checkable=True,
        separated=True,
    ),
    ActionRow(
        "outline",
        Menu.VIEW,
        QT_TRANSLATE_NOOP("Actions", "议程"),
        QT_TRANSLATE_NOOP("Actions", "显示或者收起议程、问题和材料"),
        "F7",
        checkable=True,
    ),
    ActionRow(
        "people",
        Menu.VIEW,
        QT_TRANSLATE_NOOP("Actions", "参会人员"),
        QT_TRANSLATE_NOOP("Actions", "显示或者收起参会人员"),
        "F8",
        checkable=True,
    ),
    ActionRow(
        "shortcuts",
        Menu.HELP,
        QT_TRANSLATE_NOOP("Actions", "快捷键"),
        QT_TRANSLATE_NOOP("Actions", "全部快捷键"),
        "F1",
    ),
    ActionRow(
        "about",
        Menu.HELP,
        QT_TRANSLATE_NOOP("Actions", "关于联席"),
        QT_TRANSLATE_NOOP("Actions", "版本、数据位置和许可"),
    ),
)


class Actions:
    """The actions of a window, by id."""

    def __init__(self, parent: QObject) -> None:
        self._actions: dict[str, QAction] = {}
        for row in ACTIONS:
            action = QAction(parent)
            action.setObjectName(row.id)
            action.setCheckable(row.checkable)
            if row.shortcut:
                action.setShortcut(QKeySequence(row.shortcut))
            self._actions[row.id] = action
        self.retranslate()

    def __getitem__(self, action_id: str) -> QAction:
        return self._actions[action_id]

    def of(self, menu: Menu) -> list[tuple[ActionRow, QAction]]:
        """Return the rows and actions of a menu, in order."""
        return [(row, self._actions[row.id]) for row in ACTIONS if row.menu is menu]

    def retranslate(self) -> None:
        """Say them in the language in force."""
        for row in ACTIONS:
            action = self._actions[row.id]
            action.setText(action_word(row.text))
            tip = action_word(row.tip)
            action.setToolTip(f"{tip}（{row.shortcut}）" if row.shortcut else tip)


def action_word(text: object) -> str:
    """Return words of the tables above in the language in force."""
    return QCoreApplication.translate("Actions", str(text))
