"""The page of basic information: what the meeting is, when and where, who was told, how many."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QT_TRANSLATE_NOOP
from PySide6.QtWidgets import QWidget

from models.forms import CONFERENCE, HEARING, Sheet
from ui.editing import MeetingEditor
from ui.forms.page import FormPage
from ui.forms.sections import DeadlinesPart, EntriesPart, FormPart, Section, TextsPart
from ui.theme import Theme

_HEAD = Section(
    QT_TRANSLATE_NOOP("Pages", "会议"),
    (
        FormPart(
            "meeting", ("title", "number", "host", "scope", "open", "profile", "statement_read_at")
        ),
        TextsPart(
            "organ",
            QT_TRANSLATE_NOOP("Pages", "参加单位"),
            QT_TRANSLATE_NOOP("Pages", "参加会议的检察院和其他单位，每行一个。"),
        ),
    ),
)

_RULES = Section(
    QT_TRANSLATE_NOOP("Pages", "本院规则"),
    (EntriesPart("office_rule"),),
    note=QT_TRANSLATE_NOOP(
        "Pages",
        "会议所用规则比“严格参考”宽的，写明所依据的本院规则的名称和文号；跨院会议，每个参加的检察院各写一项。",
    ),
    kinds=CONFERENCE,
)

_SCHEDULE = Section(
    QT_TRANSLATE_NOOP("Pages", "时间和地点"),
    (
        FormPart("schedule", ("held_from", "held_to", "place")),
        TextsPart(
            "remote_venue",
            QT_TRANSLATE_NOOP("Pages", "视频分会场"),
            QT_TRANSLATE_NOOP("Pages", "以视频方式参加的会场，每行一个。"),
        ),
        FormPart(
            "schedule",
            (
                "notice_at",
                "first_notice_at",
                "postponed_from",
                "postponed_reason",
                "public_notice_at",
                "observer_deadline",
            ),
        ),
        DeadlinesPart(),
    ),
)

_APPROVAL = Section(
    QT_TRANSLATE_NOOP("Pages", "听证审批"),
    (
        FormPart(
            "approval",
            (
                "basis",
                "by",
                "at",
                "open_reason",
                "broadcast_approved",
                "broadcast_channel",
                "broadcast_at",
            ),
        ),
        FormPart("meeting", ("observers",)),
    ),
    kinds=HEARING,
)

_NOTICES = Section(
    QT_TRANSLATE_NOOP("Pages", "告知参加人"),
    (EntriesPart("participant_notice"),),
    note=QT_TRANSLATE_NOOP("Pages", "听证的案由、时间和地点应当在听证三日前告知参加人。"),
    kinds=HEARING,
)

_QUORUM = Section(
    QT_TRANSLATE_NOOP("Pages", "人数要求"),
    (FormPart("quorum", ("rule", "required", "counted", "met")),),
)

_NOTES = Section(
    QT_TRANSLATE_NOOP("Pages", "备注"),
    (FormPart("meeting", ("notes",), labelled=False),),
    note=QT_TRANSLATE_NOOP("Pages", "供本院办理时参考，不印入会议记录或者听证笔录。"),
)


class BasicsPage(FormPage):
    """What the meeting is, when and where."""

    def __init__(
        self,
        theme: Theme,
        editor: MeetingEditor,
        language: Callable[[], str],
        parent: QWidget | None = None,
    ) -> None:
        rules = replace(_RULES, shown=partial(_needs_rules, editor))
        sections = (_HEAD, rules, _SCHEDULE, _APPROVAL, _NOTICES, _QUORUM, _NOTES)
        super().__init__(theme, editor, language, sections, parent)


def _needs_rules(editor: MeetingEditor, sheet: Sheet) -> bool:
    """Say whether offices' own rules are needed, or entered; the choice of a profile leads there."""
    return bool(sheet.of("office_rule")) or editor.profile.weaker_than_strict
