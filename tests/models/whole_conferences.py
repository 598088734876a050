"""A whole joint conference, stage by stage, from its request to the archive. All names are invented."""

from collections.abc import Callable, Mapping

from models.operations import lines, meetings, opinions
from models.profile_terms import QuorumRule
from models.quorum import QuorumNow
from models.roster import PresentCount, count_present, required_offices, required_people
from models.signing_facts import GapKind
from models.vocabulary import Manner, MeetingKind
from tests.models.meeting_desk import Desk

PROFILES = ("strict", "dept", "civil49", "minutes", "court-like")
WEAKER = ("dept", "minutes", "court-like")
HOST, OTHER = "河澜州人民检察院", "东岭县人民检察院"
CHAIR, FIRST, SECOND, THIRD, SILENT = "章循礼", "罗承砚", "韦𫖯", "龚䶮", "司马㛃"
HANDLER, EXPERT, RECORDER = "陶𬤇", "林𬭎昱", "沈𣲗"
HEARD = (FIRST, SECOND, THIRD, CHAIR)
SPECIALIST_QUESTION = "跑分账户的资金流向如何识别"
CITED = "有同志转述说会议决定不起诉，我不赞成这种说法，个人认为应当补充侦查。"
"""Spoken words that would be stopped in an authored text."""

REPORT = "多数发言人认为应当提出抗诉，承办人认为不宜抗诉，报请检察长决定。"
RULES = tuple(
    {"organ": organ, "title": "检察官联席会议工作规则", "number": f"〔2025〕{number}号"}
    for number, organ in enumerate((HOST, OTHER), 3)
)
_PEOPLE = (
    (CHAIR, HOST, "副检察长", "主持"),
    (FIRST, HOST, "检察官", "出席"),
    (SECOND, OTHER, "检察官", "出席"),
    (THIRD, OTHER, "检察官", "出席"),
    (SILENT, HOST, "检察官", "出席"),
    (HANDLER, HOST, "检察官", "承办"),
    (EXPERT, "河澜州信息技术学院", "副教授", "专家"),
    (RECORDER, HOST, "书记员", "记录"),
)


def request(desk: Desk) -> None:
    """Make the meeting, and the handling prosecutor's request with its reasons and issues."""
    kind = MeetingKind.JOINT_CONFERENCE
    desk.meeting = desk.do(meetings.create_meeting, kind, title="", host=HOST, scope="跨院")
    desk.set("meeting", title="第七次跨院检察官联席会议决议", number="河澜检联〔2026〕7号")
    desk.add("organ", {"name": OTHER})
    (case,) = desk.add("case", {"name": "周某某转移资金案", "case_no": "河澜检刑〔2026〕27号"})
    desk.set("case", case, cause="掩饰、隐瞒犯罪所得罪", summary="周某某出借账户转移资金。")
    desk.add("party", {"role": "犯罪嫌疑人", "name": "周某某"}, owner=case)
    desk.set("request", by=HANDLER, at="2026-03-02", handler_view="个人认为证据尚有欠缺。")
    desk.add("request_reason", {"text": "对事实认定、法律适用有较大分歧"})
    desk.add("request_issue", {"text": "是否明知"})
    desk.add("question", {"text": "现有证据能否证明明知？"})
    desk.add("agenda_item", {"title": "承办检察官汇报"}, {"title": "发表意见"})
    desk.add("material", {"title": "审查报告"})
    desk.move("J1")


def approve(desk: Desk, profile: str) -> None:
    """Choose the profile, with the offices' own rules where it is a weaker one, and approve."""
    if desk.profiles[profile].weaker_than_strict:
        desk.add("office_rule", *RULES)
    if profile != desk.profile.id:
        desk.set("meeting", profile=profile)
    desk.set("request", approved_by=CHAIR, approved_at="2026-03-03", approval="同意召开")
    desk.move("J2")


def give_notice(desk: Desk) -> None:
    """Ask the people, and tell them in time."""
    desk.set("schedule", notice_at="2026-03-05", place="州院第一会议室")
    desk.set("schedule", held_from="2026-03-10T09:00", held_to="2026-03-10T11:40")
    desk.add_people(
        *(
            {"name": name, "organ": organ, "post": post, "role": role}
            for name, organ, post, role in _PEOPLE
        )
    )
    for name in (*HEARD, SILENT):
        desk.set("participant", desk.people[name], counts_for_quorum=True)
    desk.set("participant", desk.people[EXPERT], specialist_question=SPECIALIST_QUESTION)
    desk.add("recusal", {"person": "（无）", "recorded": True})
    desk.move("J3")


def open_meeting(desk: Desk) -> None:
    """Read the statement, register who came, write down the quorum by the profile."""
    desk.set("meeting", statement_read_at="2026-03-10T09:02")
    desk.register(*desk.people)
    people = [entry.values for entry in desk.sheet.of("participant")]
    rule = desk.profile.quorum
    found = count_present(people, rule)
    desk.set(
        "quorum",
        rule=rule.source,
        required=rule.required,
        counted=found.counted,
        met=enough(found, rule),
    )
    desk.move("J4", "J5")


def enough(found: PresentCount, rule: QuorumRule) -> bool:
    """Say whether these are enough for a cross-court conference."""
    people, offices = required_people(rule), required_offices(rule, "跨院")
    return QuorumNow(found.counted, found.offices, people, offices).met


def take_down(desk: Desk) -> None:
    """Take down who says what; one prosecutor writes, one is silent, one line has no speaker."""
    desk.say(CHAIR, "主持人", "宣布议题、到会情况和会议的参考性质，询问有无回避。", "09:02")
    desk.say(HANDLER, "汇报", "汇报案件事实、证据和争议问题。" * 40, "09:05")
    desk.say(FIRST, "提问", "账户由谁控制？", "09:30")
    desk.say(HANDLER, "回答", "由本人控制，口供前后不一。", "09:31")
    desk.say(EXPERT, "专业说明", "资金在三分钟内分散转出，符合跑分特征。", "09:40")
    desk.say(FIRST, "意见", CITED, "09:50")
    desk.say(None, "意见", "个人认为明知可以推定。", "09:55")
    desk.say(CHAIR, "意见", "个人认为应当先核实口供。", "10:20")
    desk.say(CHAIR, "主持人", "讨论中提出的问题已经逐一记录，请承办检察官参考。", "11:38")
    desk.do(opinions.add_opinion, author_id=desk.people[SILENT], manner=Manner.NONE_GIVEN)
    desk.move("J6")


def _name_the_speaker(desk: Desk) -> None:
    (line,) = [one.id for one in desk.snapshot.lines if one.speaker_id is None]
    desk.do(lines.attribute_lines, [line], desk.people[SECOND])


def _give_in_writing(desk: Desk) -> None:
    opinion = desk.do(
        opinions.add_opinion,
        author_id=desk.people[THIRD],
        manner=Manner.WRITTEN,
        text="个人认为现有证据不足以证明明知。",
    )
    desk.set("opinion", opinion, given_at="2026-03-10T10:30", legal_basis="刑事诉讼法")


def _say_why_silent(desk: Desk) -> None:
    (opinion,) = [one.id for one in desk.snapshot.opinions if one.manner == Manner.NONE_GIVEN]
    desk.set("opinion", opinion, silence_reason="会前未能阅完材料")


def _reword(desk: Desk) -> None:
    desk.set("meeting", title="第七次跨院检察官联席会议")


def _sign(desk: Desk) -> None:
    desk.note_signatures("2026-03-10T16:00", refused={SECOND: None})


def _say_why_refused(desk: Desk) -> None:
    (one,) = [one.id for one in desk.snapshot.signatures if one.status == "拒绝签名"]
    desk.set("signature", one, reason="认为第七项记录不全")


MENDS: Mapping[GapKind, Callable[[Desk], None]] = {
    GapKind.SPEAKER_UNKNOWN: _name_the_speaker,
    GapKind.WORDING: _reword,
    GapKind.NOT_HEARD: _give_in_writing,
    GapKind.SILENCE_UNEXPLAINED: _say_why_silent,
    GapKind.SIGNATURE_OPEN: _sign,
    GapKind.SIGNATURE_UNEXPLAINED: _say_why_refused,
}
"""How each gap of the meeting is mended, in an order in which this can be done."""


def hand_over(desk: Desk) -> None:
    """Send the signed record to the handling prosecutor."""
    desk.move("J8")


def write_note(desk: Desk) -> None:
    """Write the handler's note, an answer to each opinion that was given, and sign it."""
    desk.set("handler_note", by=HANDLER, at="2026-03-12", road="报检察长")
    desk.set("handler_note", own_view="本人拟退回补充侦查，报检察长。")
    desk.add("handler_answer", *answers(desk))
    desk.sign_paper("handler_note", "2026-03-12")
    desk.move("J9")


def answers(desk: Desk) -> list[dict[str, object]]:
    """Return an answer to each opinion that was given, every status once."""
    given = [one for one in desk.snapshot.opinions if one.manner != Manner.NONE_GIVEN]
    names = {key: name for name, key in desk.people.items()}
    told: list[dict[str, object]] = []
    for status, opinion in zip(("采纳", "部分采纳", "未采纳", "不涉及"), given, strict=True):
        reason = None if status == "采纳" else f"就{status}说明理由。"
        speaker = names[opinion.author_id]
        told.append({"speaker": speaker, "opinion": opinion.id, "status": status, "reason": reason})
    return told


def report_divergence(desk: Desk) -> None:
    """Have the head of department report to the chief prosecutor, outside of the record."""
    basis = "《人民检察院民事诉讼监督规则》第四十九条"
    desk.set("divergence_report", by=CHAIR, at="2026-03-13", basis=basis, content=REPORT)
    desk.sign_paper("divergence_report", "2026-03-13")
    desk.move("J10")


def correct(desk: Desk) -> None:
    """Put an error of recording right on a numbered sheet, signed by itself."""
    (line,) = [one.id for one in desk.snapshot.lines if one.kind == "提问"]
    (sheet,) = desk.add(
        "correction_sheet",
        {"line": line, "wrong": "账户", "corrected": "账号", "reason": "记录时听错"},
    )
    desk.set("correction_sheet", sheet, by=RECORDER, at="2026-03-14")
    desk.sign_paper("correction_sheet", "2026-03-14", sheet)


def archive(desk: Desk) -> None:
    """Say where the case goes and where the papers lie, and close everything."""
    desk.set("meeting", follow_up="按照权限报检察长。", notes="原件一份")
    desk.set("archive", period="同案卷", code="0123-ZY-2026-D30-0007", original=HOST)
    desk.move("J11")


def to_check(desk: Desk, profile: str) -> Desk:
    """Bring a meeting to the check before signing; everything that can be missing is missing."""
    request(desk)
    approve(desk, profile)
    give_notice(desk)
    open_meeting(desk)
    take_down(desk)
    return desk


def to_signed(desk: Desk, profile: str) -> Desk:
    """Bring a meeting to its signatures, with one of them refused."""
    to_check(desk, profile)
    for mend in MENDS.values():
        mend(desk)
    desk.move("J7")
    return desk


def to_archived(desk: Desk, profile: str) -> Desk:
    """Bring a meeting all the way."""
    to_signed(desk, profile)
    hand_over(desk)
    write_note(desk)
    if profile == "civil49":
        report_divergence(desk)
    correct(desk)
    archive(desk)
    return desk
