"""Words for what is wrong with short codes, and with files of them."""

from collections.abc import Iterable

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from models.short_code_files import WrongLine
from models.short_codes import LONGEST_CODE, LONGEST_WORDS

_MOST_TOLD = 5
_FAULTS = {
    "required": QT_TRANSLATE_NOOP("CodeWords", "代码和短语都要填写"),
    "too_long": QT_TRANSLATE_NOOP("CodeWords", "代码最多{code}个字，短语最多{words}个字"),
    "bad_code": QT_TRANSLATE_NOOP(
        "CodeWords", "代码只能用字母、数字、汉字和中间的连字符，不能有空格、分号和其他符号"
    ),
    "bad_text": QT_TRANSLATE_NOOP("CodeWords", "短语不能换行，也不能有控制字符"),
    "two_columns": QT_TRANSLATE_NOOP("CodeWords", "应当有两列：代码、短语"),
    "repeated": QT_TRANSLATE_NOOP("CodeWords", "代码在前面已经有了，短语不同"),
    "not_text": QT_TRANSLATE_NOOP("CodeWords", "不是UTF-8或者GB18030编码的文字文件，或者文件太大"),
    "not_json": QT_TRANSLATE_NOOP("CodeWords", "不是代码和短语的JSON文件"),
}


def fault_words(fault: str) -> str:
    """Return what is wrong, as a sentence."""
    words = QCoreApplication.translate("CodeWords", str(_FAULTS[fault]))
    told = words.format(code=LONGEST_CODE, words=LONGEST_WORDS)
    return QCoreApplication.translate("CodeWords", "{fault}。").format(fault=told)


def wrong_lines(wrong: Iterable[WrongLine]) -> str:
    """Return which lines of a file are wrong and why, the first of them one by one."""
    found = list(wrong)
    lines = [_line_words(one) for one in found[:_MOST_TOLD]]
    if len(found) > _MOST_TOLD:
        more = QCoreApplication.translate("CodeWords", "还有{count}处。")
        lines.append(more.format(count=len(found) - _MOST_TOLD))
    return "\n".join(lines)


def _line_words(one: WrongLine) -> str:
    if not one.number:
        return fault_words(one.fault)
    pattern = QCoreApplication.translate("CodeWords", "第{number}行“{text}”：{fault}")
    text = one.text if len(one.text) <= LONGEST_CODE else f"{one.text[:LONGEST_CODE]}…"
    return pattern.format(number=one.number, text=text, fault=fault_words(one.fault))
