"""The audit trail in words that a person reads, in the language in force."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from models.forms import GROUPS, ValueKind
from models.profiles import Profiles
from models.trail import Reference, TrailChange, TrailEntry, TrailValue
from models.vocabulary import MeetingKind
from ui.forms.labels import choice_word, field_label, group_title
from ui.forms.times import shown_time
from ui.messages import audit_text
from ui.words import HEARING_STEPS, state_word

_MOST_SHOWN = 60  # characters of a text in a list; the details have all of it

_TABLES = {
    "seal": QT_TRANSLATE_NOOP("Trail", "封存"),
    "hearing_officer": QT_TRANSLATE_NOOP("Trail", "听证员名单"),
    "opinion_line": QT_TRANSLATE_NOOP("Trail", "意见所在的发言"),
    "stretch": QT_TRANSLATE_NOOP("Trail", "用时"),
    "attachment": QT_TRANSLATE_NOOP("Trail", "附件"),
    "queue_entry": QT_TRANSLATE_NOOP("Trail", "候场"),
    "internal_note": QT_TRANSLATE_NOOP("Trail", "内部备注"),
    "short_code": QT_TRANSLATE_NOOP("Trail", "短语代码"),
}
"""Rows that no form shows, by their tables."""

_FIELDS = {
    "state": QT_TRANSLATE_NOOP("Trail", "会议状态"),
    "kind": QT_TRANSLATE_NOOP("Trail", "会议种类"),
    "binned_at": QT_TRANSLATE_NOOP("Trail", "移到回收站的时间"),
    "signed_at": QT_TRANSLATE_NOOP("Trail", "签名日期"),
    "sealed_at": QT_TRANSLATE_NOOP("Trail", "封存时间"),
    "digest": QT_TRANSLATE_NOOP("Trail", "摘要值"),
    "speaker": QT_TRANSLATE_NOOP("Trail", "发言人"),
    "author": QT_TRANSLATE_NOOP("Trail", "发表人"),
    "participant": QT_TRANSLATE_NOOP("Trail", "参会人员"),
    "opinion": QT_TRANSLATE_NOOP("Trail", "意见"),
    "line": QT_TRANSLATE_NOOP("Trail", "所在发言"),
    "position": QT_TRANSLATE_NOOP("Trail", "次序"),
    "movement": QT_TRANSLATE_NOOP("Trail", "出入情况"),
    "mover": QT_TRANSLATE_NOOP("Trail", "出入人员"),
    "item": QT_TRANSLATE_NOOP("Trail", "议程"),
    "step": QT_TRANSLATE_NOOP("Trail", "步骤"),
    "began_at": QT_TRANSLATE_NOOP("Trail", "开始时间"),
    "ended_at": QT_TRANSLATE_NOOP("Trail", "结束时间"),
    "after": QT_TRANSLATE_NOOP("Trail", "所在发言"),
    "at": QT_TRANSLATE_NOOP("Trail", "时间"),
    "text": QT_TRANSLATE_NOOP("Trail", "内容"),
    "code": QT_TRANSLATE_NOOP("Trail", "代码"),
    "name": QT_TRANSLATE_NOOP("Trail", "文件名"),
    "media_type": QT_TRANSLATE_NOOP("Trail", "文件类型"),
    "size": QT_TRANSLATE_NOOP("Trail", "大小（字节）"),
    "sha256": QT_TRANSLATE_NOOP("Trail", "校验值（SHA-256）"),
    "added_at": QT_TRANSLATE_NOOP("Trail", "添加时间"),
    "note": QT_TRANSLATE_NOOP("Trail", "说明"),
}
"""Values that no form shows."""

_KINDS = {
    MeetingKind.JOINT_CONFERENCE: QT_TRANSLATE_NOOP("Trail", "检察官联席会议"),
    MeetingKind.HEARING: QT_TRANSLATE_NOOP("Trail", "检察听证"),
}


_YES_NO = (QT_TRANSLATE_NOOP("Trail", "是"), QT_TRANSLATE_NOOP("Trail", "否"))


@dataclass(frozen=True, slots=True)
class TrailRow:
    """An entry of the trail in words: ``about`` in short, ``text`` with all values.

    Unless it is ``whole``, the entry has more changes than were read.
    """

    number: int
    time: str
    what: str
    about: str
    text: str
    whole: bool

    def holds(self, wanted: str) -> bool:
        """Say whether a text stands in it, in any case of letters."""
        return wanted in f"{self.time}\n{self.what}\n{self.text}".casefold()


def trail_row(entry: TrailEntry, language: str, profiles: Profiles) -> TrailRow:
    """Return an entry in words."""
    time, what = _time(entry.at), _what(entry, language)
    told = [_Told(change, profiles) for change in entry.changes]
    between = QCoreApplication.translate("Trail", "；")
    reason = [_reason(entry.reason)] if entry.reason else []
    about = between.join([*reason, *(one.short() for one in told[:1])])
    left = entry.rows - len(entry.changes)
    blocks = [*reason, *(one.whole() for one in told)]
    if left:
        blocks.append(QCoreApplication.translate("Trail", "另有{count}项").format(count=left))
    if entry.rows > 1:
        pattern = QCoreApplication.translate("Trail", "{first} 等{count}项")
        about = pattern.format(first=about, count=entry.rows)
    head = QCoreApplication.translate("Trail", "{time}　{what}").format(time=time, what=what)
    return TrailRow(entry.number, time, what, about, "\n".join([head, *blocks]), whole=not left)


def _what(entry: TrailEntry, language: str) -> str:
    group = entry.operation.partition(" ")[2]
    return audit_text(entry.verb, entry.operation, _title(group), language)


def _title(group: str) -> str:
    """Return what a kind of row is called; one of a later version as it is written."""
    return group_title(group) if group in GROUPS else _word(_TABLES.get(group, group))


def _time(at: str) -> str:
    """Return a moment of the trail in local time."""
    return f"{datetime.fromisoformat(at).astimezone():%Y-%m-%d %H:%M:%S}"


def _reason(reason: str) -> str:
    return QCoreApplication.translate("Trail", "理由：{reason}").format(reason=reason)


class _Told:
    """One changed row in words."""

    def __init__(self, change: TrailChange, profiles: Profiles) -> None:
        self._change = change
        self._profiles = profiles

    def short(self) -> str:
        """Return which row it is, and what it says or what changed first."""
        change = self._change
        if change.group == "line" and change.text and not self._only_other_values():
            return self._joined(self._place(), _first_words(change.text))
        values = list(self._values())
        if not values or change.came or change.went:
            return self._place()
        label, before, after = values[0]
        return self._joined(self._place(), _arrow(label, _first_words(before), _first_words(after)))

    def whole(self) -> str:
        """Return the row with all its values, each before and after."""
        change = self._change
        lines = [self._headed()]
        if change.group == "line" and change.text and not (change.came or change.went):
            lines += self._line_said()
        for label, before, after in self._values():
            if change.came or change.went:
                lines.append(_labelled(label, after if change.came else before))
            else:
                lines += [_labelled(label, ""), *_pair(before, after)]
        return "\n".join(lines)

    def _only_other_values(self) -> bool:
        """Say whether the row stays and its words too."""
        change = self._change
        return not (change.came or change.went) and "text" not in {v.field for v in change.values}

    def _line_said(self) -> list[str]:
        if not self._only_other_values():
            return []
        label = field_label("line", "text")
        return [_labelled(label, self._change.text)]

    def _headed(self) -> str:
        if self._change.came:
            pattern = QCoreApplication.translate("Trail", "添加　{place}")
        elif self._change.went:
            pattern = QCoreApplication.translate("Trail", "删除　{place}")
        else:
            pattern = QCoreApplication.translate("Trail", "修改　{place}")
        return pattern.format(place=self._place())

    def _place(self) -> str:
        """Return which row it is: its kind, its number in the list, what it is called."""
        change = self._change
        title = _title(change.group)
        if change.number is not None:
            pattern = QCoreApplication.translate("Trail", "{kind}第{number}项")
            title = pattern.format(kind=title, number=change.number)
        return f"{title} · {_first_words(change.name)}" if change.name else title

    def _joined(self, place: str, words: str) -> str:
        return QCoreApplication.translate("Trail", "{place}：{words}").format(
            place=place, words=words
        )

    def _values(self) -> Iterator[tuple[str, str, str]]:
        """Yield label, and words before and after, of each value that changed."""
        for value in self._change.values:
            yield (
                self._label(value.field),
                self._words(value, value.before),
                self._words(value, value.after),
            )

    def _label(self, field: str) -> str:
        group = self._change.group
        if group in GROUPS and field in GROUPS[group].fields:
            return field_label(group, field)
        return _word(_FIELDS.get(field, field))

    def _words(self, value: TrailValue, held: object) -> str:
        """Return a value as a form shows it; nothing is said to be empty."""
        match held:
            case None | "":
                return QCoreApplication.translate("Trail", "（空）")
            case Reference():
                gone = QCoreApplication.translate("Trail", "（已经删除）")
                return gone if held.name is None else _first_words(held.name)
            case bool():
                yes, no = map(_word, _YES_NO)
                return yes if held else no
            case int():
                return self._number(value.field, held)
            case str():
                return self._text(value.field, held)
            case _:
                return str(held)

    def _number(self, field: str, held: int) -> str:
        if field == "position":
            return str(held + 1)
        if (self._change.group, field) == ("line", "step") and held < len(HEARING_STEPS):
            return QCoreApplication.translate("Words", str(HEARING_STEPS[held]))
        return str(held)

    def _text(self, field: str, held: str) -> str:
        group = self._change.group
        if (group, field) == ("meeting", "state"):
            return state_word(held)
        if (group, field) == ("meeting", "kind"):
            return _word(_KINDS[MeetingKind(held)])
        rule = GROUPS[group].fields.get(field) if group in GROUPS else None
        if rule is not None and rule.kind is ValueKind.TIME:
            return shown_time(held)
        if rule is not None and rule.kind is ValueKind.CHOICE:
            return choice_word(group, field, held, self._profiles)
        return held


def _first_words(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _MOST_SHOWN else f"{line[: _MOST_SHOWN - 1]}…"


def _arrow(label: str, before: str, after: str) -> str:
    pattern = QCoreApplication.translate("Trail", "{label} {before} → {after}")
    return pattern.format(label=label, before=before, after=after)


def _labelled(label: str, words: str) -> str:
    return (
        QCoreApplication.translate("Trail", "　{label}：{words}")
        .format(label=label, words=words)
        .rstrip()
    )


def _pair(before: str, after: str) -> list[str]:
    return [
        QCoreApplication.translate("Trail", "　　改前：{words}").format(words=before),
        QCoreApplication.translate("Trail", "　　改后：{words}").format(words=after),
    ]


def _word(text: object) -> str:  # PySide6 declares that QT_TRANSLATE_NOOP returns an object
    return QCoreApplication.translate("Trail", str(text))
