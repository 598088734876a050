"""A whole open hearing, stage by stage, from its application to the archive. All names are invented."""

from models.operations import meetings
from models.vocabulary import MeetingKind
from tests.models.meeting_desk import Desk

HOST = "青屏区人民检察院"
CHAIR, HANDLER, RECORDER = "霍景嵩", "欧阳砚青", "沈𣲗"
OFFICERS = ("贺兰舒", "程砺石", "邹荷生")
SUPERVISOR, ORGAN, THIRD = "庄怀瑾", "尉迟岱", "薛某"
MAJORITY = "多数听证员认为可以再给三十日，2人；1人认为应当起诉。"
_SAID_IN_THE_BREAK = "油品超标已经实际发生。"
WITHHELD = (MAJORITY, _SAID_IN_THE_BREAK)
"""What belongs to the deliberation alone."""

_PEOPLE = (
    (CHAIR, HOST, "主持"),
    (HANDLER, HOST, "承办"),
    (RECORDER, HOST, "记录"),
    *((name, "青屏区", "听证员") for name in OFFICERS),
    (SUPERVISOR, "青屏区", "人民监督员"),
    (ORGAN, "青屏区市场监督管理局", "行政机关代表"),
    (THIRD, None, "第三人"),
)
CHECKED = (ORGAN, THIRD)


def prepare(desk: Desk) -> None:
    """Have the hearing approved and planned, the officers found, everybody told in time."""
    desk.meeting = desk.do(meetings.create_meeting, MeetingKind.HEARING, title="", host=HOST)
    desk.set("meeting", title="校园周边食品安全检察听证会", number="青屏检听〔2026〕5号", open=True)
    (case,) = desk.add("case", {"name": "督促履行食品监管职责案", "cause": "食品药品安全"})
    desk.add("party", {"role": "经营者代表", "name": THIRD}, owner=case)
    desk.set("approval", basis="第四条", by="检察长", at="2026-03-02", open_reason="一般公开")
    desk.move("H1")
    desk.add("question", {"text": "整改是否到位？"})
    desk.add("agenda_item", {"title": "介绍案情"}, {"title": "听证员提问"})
    desk.set("schedule", held_from="2026-03-26T14:30", place="检察听证室")
    desk.move("H2")
    people = ({"name": name, "organ": organ, "role": role} for name, organ, role in _PEOPLE)
    desk.add_people(*people)
    desk.move("H3")
    told = ({"to": name, "at": "2026-03-22", "way": "送达回证"} for name in CHECKED)
    desk.add("participant_notice", *told)
    desk.set("schedule", public_notice_at="2026-03-22", observer_deadline="2026-03-25T17:00")
    desk.move("H4")


def hold(desk: Desk) -> None:
    """Hold the hearing in its seven steps, with the officers' break."""
    desk.register(*desk.people)
    desk.set("meeting", observers=12)
    desk.move("H5")
    desk.say(CHAIR, "主持人", "核对到场情况，宣布程序和纪律。", "14:30", 0)
    desk.move("H6")
    desk.say(HANDLER, "介绍案情", "介绍检察建议的落实情况和听证问题。" * 30, "14:40", 1)
    desk.say(ORGAN, "说明", "已经责令改正。", "15:00", 2)
    desk.say(THIRD, "说明", "票据齐全，没有张贴。", "15:10", 2)
    desk.say(OFFICERS[0], "提问", "孩子午饭怎么办？", "15:20", 3)
    desk.say(ORGAN, "回答", "由学校食堂供应。", "15:21", 3)
    desk.move("H7")
    desk.set("deliberation", began_at="15:30", ended_at="16:00", majority=MAJORITY)
    views = ("再给三十日", "再给三十日", "应当起诉")
    reasons = ("午餐要有保障。", "期限内可以核实。", _SAID_IN_THE_BREAK)
    desk.add(
        "officer_view",
        *(
            {"name": name, "view": view, "reason": reason}
            for name, view, reason in zip(OFFICERS, views, reasons, strict=True)
        ),
    )
    desk.move("H8")
    desk.say(OFFICERS[0], "听证员代表发言", "建议再给三十日，每日公示。", "16:05", 5)
    desk.say(THIRD, "最后陈述", "愿意整改。", "16:10", 6)
    desk.say(CHAIR, "总结", "听证意见将依法作为重要参考。", "16:15", 7)
    desk.set("schedule", held_to="2026-03-26T16:20")
    desk.move("H9")


def check(desk: Desk) -> None:
    """Have those concerned check the transcript, then everybody else sign."""
    desk.add(
        "transcript_check",
        {"name": ORGAN, "result": "签名"},
        {"name": THIRD, "result": "签名", "correction": "“票据”更正为“进货票据”。"},
    )
    desk.note_signatures("2026-03-26T17:00", refused={SUPERVISOR: "有事先行离开"})


def decide(desk: Desk) -> None:
    """Decide against what most officers thought, with the chief's consent; sign, tell, serve."""
    desk.set("decision", adopted="未采纳多数意见", detail="依法提起公益诉讼。", by="检察长")
    desk.set("decision", at="2026-04-02", consent_at="2026-04-01", told_officers="2026-04-03")
    desk.sign_paper("decision", "2026-04-02")
    desk.move("H11")
    opinion, reply = "公示位置应当在校门口", "已转行政机关，四月三日公示。"
    desk.add("supervisor_feedback", {"name": SUPERVISOR, "opinion": opinion, "reply": reply})
    desk.move("H12")


def archive(desk: Desk) -> None:
    """Say where the papers lie, and close everything."""
    desk.set("archive", period="同案卷", code="0456-TZ-2026-D30-0005")
    desk.move("H13")


def to_archived(desk: Desk) -> Desk:
    """Bring a hearing all the way."""
    prepare(desk)
    hold(desk)
    check(desk)
    desk.move("H10")
    decide(desk)
    archive(desk)
    return desk
