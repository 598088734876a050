"""Attachments in words: how large one is, its hash in short, how many there are."""

from PySide6.QtCore import QCoreApplication

from exporters.text import visible
from models.snapshot import AttachmentView

SHORT_HASH = 12
"""So many digits of a hash are shown; the whole one stands in the tool tip."""

_KB = 1024


def shown_name(view: AttachmentView) -> str:
    """Return the name of an attachment, with marks for what would be invisible in it."""
    return visible(view.name).text or QCoreApplication.translate("Attachments", "（没有名称）")


def size_word(size: int) -> str:
    """Return a number of bytes as people say it."""
    if size < _KB:
        return QCoreApplication.translate("Attachments", "{size}字节").format(size=size)
    if size < _KB * _KB:
        return f"{size / _KB:.0f} KB"
    return f"{size / _KB / _KB:.1f} MB"


def about(view: AttachmentView) -> str:
    """Return size, time and hash in one line, and whether the file itself is not here."""
    parts = [size_word(view.size)]
    if view.added_at:
        added = QCoreApplication.translate("Attachments", "{time}添加")
        parts.append(added.format(time=view.added_at.replace("T", " ")))
    short = QCoreApplication.translate("Attachments", "校验值 {digits}…")
    parts.append(short.format(digits=view.sha256[:SHORT_HASH]))
    if not view.here:
        parts.append(QCoreApplication.translate("Attachments", "文件不在本机"))
    return " · ".join(parts)


def count_word(count: int) -> str:
    """Return how many attachments a line has; empty if none."""
    if not count:
        return ""
    return QCoreApplication.translate("Attachments", "附件{count}个").format(count=count)
