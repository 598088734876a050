"""Every key of the program, as data: what it does, where it works, whether it can be changed.

The actions of the window stand in ``ui.actions``, all other keys here. How to add one: a row in
:data:`FIXED`, and the place that listens to it.
"""

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from ui.actions import ACTIONS


class KeyScope(StrEnum):
    """Where a key works, in the order of the sheet of all keys."""

    WINDOW = "window"
    TYPING = "typing"
    RECORD = "record"
    OTHER = "other"


SCOPE_TITLES = {
    KeyScope.WINDOW: QT_TRANSLATE_NOOP("Keys", "整个窗口"),
    KeyScope.TYPING: QT_TRANSLATE_NOOP("Keys", "输入框"),
    KeyScope.RECORD: QT_TRANSLATE_NOOP("Keys", "发言记录和列表"),
    KeyScope.OTHER: QT_TRANSLATE_NOOP("Keys", "其他"),
}


@dataclass(frozen=True, slots=True)
class KeyRow:
    """A key and what it does. ``keys`` are combinations in Qt's portable form.

    ``typed`` is shown instead where something is typed, or a key has a name. Only actions of the
    window can be changed.
    """

    id: str
    words: object  # marked for translation, which PySide6 declares as object
    scope: KeyScope
    keys: tuple[str, ...] = ()
    typed: object = ""
    changeable: bool = False


_TYPING = (
    KeyRow(
        "hand_in",
        QT_TRANSLATE_NOOP("Keys", "记录当前输入的发言"),
        KeyScope.TYPING,
        ("Return", "Enter"),
        QT_TRANSLATE_NOOP("Keys", "回车"),
    ),
    KeyRow(
        "hand_over",
        QT_TRANSLATE_NOOP("Keys", "记录发言，转给候场的下一人"),
        KeyScope.TYPING,
        ("Ctrl+Return", "Ctrl+Enter"),
        QT_TRANSLATE_NOOP("Keys", "Ctrl+回车"),
    ),
    KeyRow(
        "break_line",
        QT_TRANSLATE_NOOP("Keys", "在发言内换行"),
        KeyScope.TYPING,
        ("Shift+Return", "Shift+Enter"),
        QT_TRANSLATE_NOOP("Keys", "Shift+回车"),
    ),
    KeyRow(
        "speaker_by_number",
        QT_TRANSLATE_NOOP("Keys", "选择发言人：输入人员编号"),
        KeyScope.TYPING,
        typed=QT_TRANSLATE_NOOP("Keys", "3 空格"),
    ),
    KeyRow(
        "speaker_by_name",
        QT_TRANSLATE_NOOP("Keys", "选择发言人：输入姓名或者拼音首字母"),
        KeyScope.TYPING,
        typed=QT_TRANSLATE_NOOP("Keys", "lcy Tab"),
    ),
    KeyRow(
        "speaker_unknown",
        QT_TRANSLATE_NOOP("Keys", "发言人待核"),
        KeyScope.TYPING,
        typed=QT_TRANSLATE_NOOP("Keys", "0 空格"),
    ),
    KeyRow(
        "edit_last",
        QT_TRANSLATE_NOOP("Keys", "修改上一条发言（输入框空着时）"),
        KeyScope.TYPING,
        ("Up",),
        "↑",
    ),
    KeyRow(
        "edit_earlier",
        QT_TRANSLATE_NOOP("Keys", "修改更早的发言"),
        KeyScope.TYPING,
        ("Ctrl+Up",),
        "Ctrl+↑",
    ),
    KeyRow(
        "replace",
        QT_TRANSLATE_NOOP("Keys", "替换最近一条含有这些字的发言"),
        KeyScope.TYPING,
        typed=QT_TRANSLATE_NOOP("Keys", "s/旧/新"),
    ),
    KeyRow(
        "short_code",
        QT_TRANSLATE_NOOP("Keys", "短语代码换成短语"),
        KeyScope.TYPING,
        typed=QT_TRANSLATE_NOOP("Keys", ";xf264 空格"),
    ),
    KeyRow(
        "arrive",
        QT_TRANSLATE_NOOP("Keys", "登记到会、返回"),
        KeyScope.TYPING,
        typed="/in 5",
    ),
    KeyRow(
        "leave",
        QT_TRANSLATE_NOOP("Keys", "登记离会、回避，可以写明原因"),
        KeyScope.TYPING,
        typed=QT_TRANSLATE_NOOP("Keys", "/out 5 回避"),
    ),
    KeyRow(
        "queue",
        QT_TRANSLATE_NOOP("Keys", "列入候场"),
        KeyScope.TYPING,
        typed="/q 5",
    ),
    KeyRow(
        "unqueue",
        QT_TRANSLATE_NOOP("Keys", "移出候场"),
        KeyScope.TYPING,
        typed="/q- 5",
    ),
)

_RECORD = (
    KeyRow(
        "edit",
        QT_TRANSLATE_NOOP("Keys", "修改选中的发言、议程或者名称"),
        KeyScope.RECORD,
        ("F2",),
    ),
    KeyRow(
        "details",
        QT_TRANSLATE_NOOP("Keys", "查看选中发言的详情"),
        KeyScope.RECORD,
        ("Alt+Return", "Alt+Enter"),
        QT_TRANSLATE_NOOP("Keys", "Alt+回车"),
    ),
    KeyRow(
        "copy",
        QT_TRANSLATE_NOOP("Keys", "复制选中的发言"),
        KeyScope.RECORD,
        ("Ctrl+C",),
    ),
    KeyRow(
        "paste_attachment",
        QT_TRANSLATE_NOOP("Keys", "把复制的图片或者文件粘贴为选中发言的附件"),
        KeyScope.RECORD,
        ("Ctrl+V",),
    ),
    KeyRow(
        "delete",
        QT_TRANSLATE_NOOP("Keys", "删除选中的发言、议程或者名称"),
        KeyScope.RECORD,
        ("Del",),
        "Delete",
    ),
    KeyRow(
        "move",
        QT_TRANSLATE_NOOP("Keys", "上移、下移选中的发言、议程、人员"),
        KeyScope.RECORD,
        ("Alt+Up", "Alt+Down"),
        "Alt+↑  Alt+↓",
    ),
    KeyRow(
        "level",
        QT_TRANSLATE_NOOP("Keys", "议程降为下一级、升为上一级"),
        KeyScope.RECORD,
        ("Tab", "Shift+Tab"),
        "Tab  Shift+Tab",
    ),
    KeyRow(
        "register",
        QT_TRANSLATE_NOOP("Keys", "登记选中人员到场，会议中登记出入"),
        KeyScope.RECORD,
        ("Space",),
        QT_TRANSLATE_NOOP("Keys", "空格"),
    ),
    KeyRow(
        "queue_person",
        QT_TRANSLATE_NOOP("Keys", "把选中人员排入或者移出发言次序"),
        KeyScope.RECORD,
        ("Q",),
        "Q",
    ),
)

_OTHER = (
    KeyRow(
        "suggestion",
        QT_TRANSLATE_NOOP("Keys", "用建议的写法替换有提示的用语"),
        KeyScope.OTHER,
        ("F12",),
    ),
    KeyRow(
        "move_card",
        QT_TRANSLATE_NOOP("Keys", "上移、下移卡片"),
        KeyScope.OTHER,
        ("Ctrl+Shift+Up", "Ctrl+Shift+Down"),
        "Ctrl+Shift+↑  Ctrl+Shift+↓",
    ),
    KeyRow(
        "drop_down",
        QT_TRANSLATE_NOOP("Keys", "打开日历，或者展开可选的内容"),
        KeyScope.OTHER,
        ("Alt+Down",),
        "Alt+↓",
    ),
    KeyRow(
        "zoom",
        QT_TRANSLATE_NOOP("Keys", "缩小、放大预览"),
        KeyScope.OTHER,
        ("Ctrl+-", "Ctrl++"),
    ),
    KeyRow(
        "next_part",
        QT_TRANSLATE_NOOP("Keys", "在各区域之间移动"),
        KeyScope.OTHER,
        ("Tab",),
    ),
    KeyRow("menu", QT_TRANSLATE_NOOP("Keys", "打开菜单"), KeyScope.OTHER, typed="Alt"),
    KeyRow(
        "escape",
        QT_TRANSLATE_NOOP("Keys", "关闭提示或者导出面板"),
        KeyScope.OTHER,
        ("Esc",),
    ),
)

FIXED = (*_TYPING, *_RECORD, *_OTHER)
"""The keys that cannot be changed: they belong to typing, to lists, or to every program."""


def all_keys() -> tuple[KeyRow, ...]:
    """Return every key of the program: those of the window as they are at first."""
    window = tuple(
        KeyRow(
            row.id,
            row.text,
            KeyScope.WINDOW,
            (row.shortcut,) if row.shortcut else (),
            changeable=True,
        )
        for row in ACTIONS
    )
    return window + FIXED


def key_word(text: object) -> str:
    """Return words of the tables above in the language in force."""
    return QCoreApplication.translate("Keys", str(text)) if text else ""
