"""How severe the wording guard is under a profile, in plain words made from the profile's data."""

from collections.abc import Iterable, Mapping

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from models.profile_terms import WordingSeverity

_SEVERITIES = {
    WordingSeverity.ALLOW: QT_TRANSLATE_NOOP("Rules", "{words}可以使用"),
    WordingSeverity.WARN: QT_TRANSLATE_NOOP("Rules", "{words}只提醒，不阻止"),
    WordingSeverity.BLOCK: QT_TRANSLATE_NOOP("Rules", "{words}须改写"),
}
_GROUPS = {
    "deciding": QT_TRANSLATE_NOOP("Rules", "表示会议作出决定的用语"),
    "voting": QT_TRANSLATE_NOOP("Rules", "表示表决的用语"),
    "collective": QT_TRANSLATE_NOOP("Rules", "表示会议共同看法、倾向的用语"),
    "counting": QT_TRANSLATE_NOOP("Rules", "出现人数、比例的用语"),
    "weighting": QT_TRANSLATE_NOOP("Rules", "给意见分主次的用语"),
    "shifting": QT_TRANSLATE_NOOP("Rules", "把责任转给会议的用语"),
    "titles": QT_TRANSLATE_NOOP("Rules", "表明会议作出决定的文书名称"),
    "minutes": QT_TRANSLATE_NOOP("Rules", "“纪要”这一文书名称"),
    "hearing_deciding": QT_TRANSLATE_NOOP("Rules", "表示听证员作出处理决定的用语"),
    "hearing_voting": QT_TRANSLATE_NOOP("Rules", "表示听证员表决的用语"),
    "hearing_counting": QT_TRANSLATE_NOOP("Rules", "出现听证员人数、比例的用语"),
    "hearing_neutrality": QT_TRANSLATE_NOOP("Rules", "主持人表明立场的用语"),
    "hearing_conference": QT_TRANSLATE_NOOP("Rules", "引用联席会议意见的用语"),
}
"""Groups of the word lists, by their names there."""

_FIELDS = {
    "分歧情况报告": QT_TRANSLATE_NOOP("Rules", "分歧情况报告"),
    "分歧报告": QT_TRANSLATE_NOOP("Rules", "分歧情况报告"),
    "听证评议": QT_TRANSLATE_NOOP("Rules", "听证评议"),
    "听证总结": QT_TRANSLATE_NOOP("Rules", "听证总结"),
    "承办人说明": QT_TRANSLATE_NOOP("Rules", "承办人说明"),
    "摘要": QT_TRANSLATE_NOOP("Rules", "摘要"),
    "原话": QT_TRANSLATE_NOOP("Rules", "原话"),
}
"""Fields that the word lists tell apart, as they are written there."""


def wording_words(severities: Mapping[str, str]) -> list[str]:
    """Return what a profile says of wording, by group and severity; empty if it says nothing.

    ``severities`` are those of a profile: by group, or by group and field (``counting@摘要``).
    """
    fields: dict[tuple[str, str], list[str]] = {}
    for name, severity in severities.items():
        group, _, field = name.partition("@")
        fields.setdefault((group, severity), []).append(field)
    return [
        _sentence(group, WordingSeverity(severity), places)
        for (group, severity), places in fields.items()
    ]


def _sentence(group: str, severity: WordingSeverity, places: Iterable[str]) -> str:
    words = _word(_GROUPS.get(group, group))
    inside = list(dict.fromkeys(_word(_FIELDS.get(place, place)) for place in places if place))
    said = _word(_SEVERITIES[severity]).format(words=words)
    if not inside:
        return said
    pattern = QCoreApplication.translate("Rules", "在{fields}中，{said}")
    between = QCoreApplication.translate("Rules", "、")
    return pattern.format(fields=between.join(inside), said=said)


def _word(text: object) -> str:  # PySide6 declares that QT_TRANSLATE_NOOP returns an object
    return QCoreApplication.translate("Rules", str(text))
