"""A conference has nowhere to put a vote, a tally or a result: neither an action, a field nor a word."""

import re
import xml.etree.ElementTree as ET

from models.forms import GROUPS
from models.vocabulary import MeetingKind
from resources import path
from ui.actions import ACTIONS
from ui.forms.labels import field_label, group_title

WORDS = re.compile(
    "表决|投票|多数|少数|得票|计票|票数|排名|名次|决议|倾向|赞成|反对|弃权|统计|过半"
    "|vote|voting|tally|majority|motion|ranking|resolution|tendency",
    re.IGNORECASE,
)

ALLOWED = {
    # The statement itself, and what says that nothing is counted.
    "仅供承办检察官参考，不形成决议或者倾向性意见。",
    "意见按发言顺序排列，是各人的个人意见，仅供承办检察官参考；不统计，不归纳。",
    # What a profile means, told in the settings; nothing of it can be entered.
    "多数人的看法不产生程序后果",
    "部门负责人或者承办检察官不同意多数人意见的，由部门负责人另行报告检察长，不写入会议记录",
    "多数人的看法产生什么后果，依照本院规则，程序不作统计",
    "多数人的看法在会议记录以外处理，程序不作统计",
    # Groups of words that the wording guard objects to.
    "表示表决的用语",
    "表示会议共同看法、倾向的用语",
    "表示听证员表决的用语",
    # Hearing officers do have a majority.
    "共同意见或者多数意见",
    "不采纳听证员多数意见的，应当报检察长同意后作出决定。",
}
"""Every text of the window with such a word. One more is a decision, and belongs here."""


def test_every_text_with_a_word_of_voting_is_known() -> None:
    catalogue = ET.parse(path("i18n/app_en.ts"))  # noqa: S314  # our own
    found = {str(message.findtext("source")) for message in catalogue.iter("message")}

    assert {text for text in found if WORDS.search(text)} == ALLOWED


def test_no_action_counts_or_decides() -> None:
    for action in ACTIONS:
        told = f"{action.id} {action.text} {action.tip}"
        assert not WORDS.search(told), action.id


def test_no_field_of_a_conference_could_hold_a_result() -> None:
    for name, group in GROUPS.items():
        if MeetingKind.JOINT_CONFERENCE not in group.kinds:
            continue
        assert not WORDS.search(f"{name} {group_title(name)}"), name
        for field, rule in group.fields.items():
            if MeetingKind.JOINT_CONFERENCE in rule.kinds:
                told = f"{field} {field_label(name, field)}"
                assert not WORDS.search(told), (name, field)
                assert field not in {"result", "outcome", "decision", "conclusion"}, (name, field)
