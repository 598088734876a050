"""What can be done in the window, as a table: words, icon, shortcut, menu.

How to add one: a row here, and the slot that it runs in ``main_window.py``, or in ``desk.py`` if it
needs the data. The shortcut is the usual one; the user may choose another (``key_choices.py``).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QObject
from PySide6.QtGui import QAction, QKeySequence


class Menu(StrEnum):
    """The menus, in the order of the menu bar."""

    FILE = "file"
    EDIT = "edit"
    MEETING = "meeting"
    VIEW = "view"
    HELP = "help"


MENU_TITLES = {
    Menu.FILE: QT_TRANSLATE_NOOP("Actions", "文件(&F)"),
    Menu.EDIT: QT_TRANSLATE_NOOP("Actions", "编辑(&E)"),
    Menu.MEETING: QT_TRANSLATE_NOOP("Actions", "会议(&M)"),
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
        "new_conference",
        Menu.FILE,
        QT_TRANSLATE_NOOP("Actions", "新建联席会议"),
        QT_TRANSLATE_NOOP("Actions", "新建一次检察官联席会议"),
        "Ctrl+N",
    ),
    ActionRow(
        "new_hearing",
        Menu.FILE,
        QT_TRANSLATE_NOOP("Actions", "新建听证"),
        QT_TRANSLATE_NOOP("Actions", "新建一次检察听证"),
        "Ctrl+Shift+N",
    ),
    ActionRow(
        "copy_meeting",
        Menu.FILE,
        QT_TRANSLATE_NOOP("Actions", "以此会议为样新建"),
        QT_TRANSLATE_NOOP("Actions", "新建会议，沿用这次会议的人员、议程、单位和地点"),
        "Ctrl+D",
    ),
    ActionRow(
        "open",
        Menu.FILE,
        QT_TRANSLATE_NOOP("Actions", "打开案件文件…"),
        QT_TRANSLATE_NOOP("Actions", "从案件文件导入会议；导入不能撤销，但可以再删除"),
        "Ctrl+O",
        separated=True,
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
        "preview",
        Menu.FILE,
        QT_TRANSLATE_NOOP("Actions", "预览和打印…"),
        QT_TRANSLATE_NOOP("Actions", "预览会议记录或者听证笔录，与导出的 PDF 一致"),
        "Ctrl+P",
    ),
    ActionRow(
        "archive",
        Menu.FILE,
        QT_TRANSLATE_NOOP("Actions", "归档…"),
        QT_TRANSLATE_NOOP("Actions", "制作归档卷：文书、附件、卷内目录、备考表、清单"),
        "Ctrl+Shift+E",
    ),
    ActionRow(
        "verify",
        Menu.FILE,
        QT_TRANSLATE_NOOP("Actions", "检查归档卷…"),
        QT_TRANSLATE_NOOP("Actions", "检查归档卷或者其中的文件与制作时是否一致"),
    ),
    ActionRow(
        "save_case_file",
        Menu.FILE,
        QT_TRANSLATE_NOOP("Actions", "另存为案件文件…"),
        QT_TRANSLATE_NOOP("Actions", "把这次会议存为案件文件，可以在别的电脑上打开"),
        "Ctrl+Shift+S",
    ),
    ActionRow(
        "delete_meeting",
        Menu.FILE,
        QT_TRANSLATE_NOOP("Actions", "删除会议"),
        QT_TRANSLATE_NOOP("Actions", "把这次会议移到回收站，以后可以还原"),
        separated=True,
    ),
    ActionRow(
        "bin",
        Menu.FILE,
        QT_TRANSLATE_NOOP("Actions", "回收站…"),
        QT_TRANSLATE_NOOP("Actions", "查看、还原已删除的会议"),
    ),
    ActionRow(
        "restore",
        Menu.FILE,
        QT_TRANSLATE_NOOP("Actions", "从备份恢复…"),
        QT_TRANSLATE_NOOP(
            "Actions", "用以前的备份替换现有数据；不能撤销，现有数据会先另存一份备份"
        ),
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
        "undo",
        Menu.EDIT,
        QT_TRANSLATE_NOOP("Actions", "撤销"),
        QT_TRANSLATE_NOOP("Actions", "撤销上一步"),
        "Ctrl+Z",
    ),
    ActionRow(
        "redo",
        Menu.EDIT,
        QT_TRANSLATE_NOOP("Actions", "恢复"),
        QT_TRANSLATE_NOOP("Actions", "恢复刚才撤销的一步"),
        "Ctrl+Y",
    ),
    ActionRow(
        "type",
        Menu.EDIT,
        QT_TRANSLATE_NOOP("Actions", "记录发言"),
        QT_TRANSLATE_NOOP("Actions", "到记录页的输入框"),
        "Ctrl+L",
        separated=True,
    ),
    ActionRow(
        "next_item",
        Menu.MEETING,
        QT_TRANSLATE_NOOP("Actions", "转入下一项"),
        QT_TRANSLATE_NOOP("Actions", "转入议程的下一项，或者听证的下一个步骤"),
        "F6",
    ),
    ActionRow(
        "previous_item",
        Menu.MEETING,
        QT_TRANSLATE_NOOP("Actions", "转回上一项"),
        QT_TRANSLATE_NOOP("Actions", "转回议程的上一项，或者听证的上一个步骤"),
        "Shift+F6",
    ),
    ActionRow(
        "timer",
        Menu.MEETING,
        QT_TRANSLATE_NOOP("Actions", "开始、暂停发言计时"),
        QT_TRANSLATE_NOOP("Actions", "开始或者暂停这次发言的计时；到时只作提示"),
        "F7",
        separated=True,
    ),
    ActionRow(
        "timer_reset",
        Menu.MEETING,
        QT_TRANSLATE_NOOP("Actions", "发言计时归零"),
        QT_TRANSLATE_NOOP("Actions", "发言计时从零开始"),
        "Shift+F7",
    ),
    ActionRow(
        "opinion",
        Menu.MEETING,
        QT_TRANSLATE_NOOP("Actions", "将刚才的发言记为意见"),
        QT_TRANSLATE_NOOP("Actions", "把这位发言人刚才的发言记为对一个问题的意见"),
        "F4",
        separated=True,
    ),
    ActionRow(
        "mark",
        Menu.MEETING,
        QT_TRANSLATE_NOOP("Actions", "标记待核对"),
        QT_TRANSLATE_NOOP("Actions", "给这条发言作标记，以后核对；标记不印出"),
        "F9",
    ),
    ActionRow(
        "note",
        Menu.MEETING,
        QT_TRANSLATE_NOOP("Actions", "内部备注"),
        QT_TRANSLATE_NOOP("Actions", "写一条内部备注；不导出，不上第二块屏幕"),
        "Ctrl+B",
    ),
    ActionRow(
        "short_codes",
        Menu.MEETING,
        QT_TRANSLATE_NOOP("Actions", "短语代码…"),
        QT_TRANSLATE_NOOP("Actions", "输入代码得到常用短语；这次会议的和本单位的"),
        separated=True,
    ),
    ActionRow(
        "hand_over_desk",
        Menu.MEETING,
        QT_TRANSLATE_NOOP("Actions", "移交记录工作…"),
        QT_TRANSLATE_NOOP("Actions", "由另一名书记员接手，记录写明何时由谁移交给谁"),
    ),
    ActionRow(
        "trail",
        Menu.MEETING,
        QT_TRANSLATE_NOOP("Actions", "操作记录…"),
        QT_TRANSLATE_NOOP("Actions", "查看这次会议何时作过哪些操作，改前、改后的内容"),
        "Ctrl+H",
    ),
    ActionRow(
        "filter",
        Menu.VIEW,
        QT_TRANSLATE_NOOP("Actions", "筛选会议"),
        QT_TRANSLATE_NOOP("Actions", "到会议列表的筛选框"),
        "Ctrl+F",
    ),
    ActionRow(
        "find_in_meeting",
        Menu.VIEW,
        QT_TRANSLATE_NOOP("Actions", "在会议中查找"),
        QT_TRANSLATE_NOOP("Actions", "在这次会议的发言、意见、议程中查找"),
        "Ctrl+G",
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
        "Ctrl+Shift+L",
        checkable=True,
        separated=True,
    ),
    ActionRow(
        "outline",
        Menu.VIEW,
        QT_TRANSLATE_NOOP("Actions", "议程"),
        QT_TRANSLATE_NOOP("Actions", "显示或者收起议程、问题和材料"),
        "Ctrl+Shift+G",
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
        "second_screen",
        Menu.VIEW,
        QT_TRANSLATE_NOOP("Actions", "第二块屏幕"),
        QT_TRANSLATE_NOOP("Actions", "打开或者关闭给与会人员看的画面"),
        "F11",
        separated=True,
    ),
    ActionRow(
        "blank_screen",
        Menu.VIEW,
        QT_TRANSLATE_NOOP("Actions", "第二块屏幕显示空白"),
        QT_TRANSLATE_NOOP("Actions", "让第二块屏幕立即空白，或者恢复"),
        "Shift+F11",
    ),
    ActionRow(
        "next_tab",
        Menu.VIEW,
        QT_TRANSLATE_NOOP("Actions", "下一页"),
        QT_TRANSLATE_NOOP("Actions", "会议的下一个页面"),
        "Ctrl+PgDown",
        separated=True,
    ),
    ActionRow(
        "previous_tab",
        Menu.VIEW,
        QT_TRANSLATE_NOOP("Actions", "上一页"),
        QT_TRANSLATE_NOOP("Actions", "会议的上一个页面"),
        "Ctrl+PgUp",
    ),
    ActionRow(
        "shortcuts",
        Menu.HELP,
        QT_TRANSLATE_NOOP("Actions", "快捷键"),
        QT_TRANSLATE_NOOP("Actions", "查找、更改快捷键"),
        "F1",
    ),
    ActionRow(
        "practice",
        Menu.HELP,
        QT_TRANSLATE_NOOP("Actions", "练习记录"),
        QT_TRANSLATE_NOOP("Actions", "用一次虚构的会议练习记录，不影响其他会议"),
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
            self._actions[row.id] = action
        self.use_keys({})

    def __getitem__(self, action_id: str) -> QAction:
        return self._actions[action_id]

    def of(self, menu: Menu) -> list[tuple[ActionRow, QAction]]:
        """Return the rows and actions of a menu, in order."""
        return [(row, self._actions[row.id]) for row in ACTIONS if row.menu is menu]

    def use_keys(self, chosen: Mapping[str, str]) -> None:
        """Run them by the keys chosen, by action, and all others by their usual keys."""
        for row in ACTIONS:
            keys = QKeySequence(chosen.get(row.id, row.shortcut))
            self._actions[row.id].setShortcut(keys)
        self.retranslate()

    def is_offered(self, action_id: str) -> bool:
        """Say whether an action is there at all, though it may not be possible now."""
        return self._actions[action_id].isVisible()

    def retranslate(self) -> None:
        """Say them in the language in force."""
        for row in ACTIONS:
            action = self._actions[row.id]
            action.setText(action_word(row.text))
            tip = action_word(row.tip)
            action.setStatusTip(tip)
            keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            action.setToolTip(f"{tip}（{keys}）" if keys else tip)


def action_word(text: object) -> str:
    """Return words of the tables above in the language in force."""
    return QCoreApplication.translate("Actions", str(text))
