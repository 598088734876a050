"""Case files in which every table of the database has a row."""

from typing import Any

from tests.models.case_files import small, small_hearing

Document = dict[str, Any]

_BOTH: Document = {
    "organs": ["河澜州人民检察院"],
    "case": {"name": "周某案", "parties": [{"role": "犯罪嫌疑人", "name": "周某"}]},
    "quorum": {"rule": "三人以上", "required": 3, "counted": 3, "met": True},
    "recusals": [{"person": "（无）", "recorded": True}],
    "materials": ["审查报告"],
    "agenda": ["汇报", "讨论"],
    "questions": ["是否构成犯罪？"],
    "archive": {"period": "30年", "code": "联2026-01"},
    "profile": "strict",
}
_LINES = [
    {"seq": 4, "at": "09:31", "speaker": "阿旺·才让", "kind": "补充", "text": "再补充一点。"},
    {"seq": 5, "at": "09:40", "speaker": "罗承砚", "kind": "意见", "text": "应当继续侦查。"},
]
_ADDED: Document = {
    "records": [{"record": 3, "item": 2, "question": 1}],
    "participants": [{"participant": 3, "attendance": "到场", "specialist_question": "鉴定"}],
    "opinions": [
        {"record": 3, "records": [4], "case": 1, "reasons": "证据不足", "legal_basis": "刑诉法"},
        {"participant": 2, "manner": "未发表", "silence_reason": "承办人不发表意见"},
    ],
    "stretches": [{"item": 1, "from": "2026-03-02T09:00", "to": "2026-03-02T09:30"}],
    "attachments": [
        {"record": 3, "name": "现场.jpg", "media_type": "image/jpeg", "size": 9, "sha256": "a" * 64}
    ],
    "signatures": [{"participant": 1, "name": "罗承砚", "role": "主持", "status": "已签名"}],
    "kept_wordings": [{"place": "标题", "words": "会议要求", "reason": "引用原文"}],
    "correction_sheets": [
        {"no": 1, "record": 3, "wrong": "不足", "corrected": "不充分"},
        {"no": 2, "wrong": "甲", "corrected": "乙", "signed_at": "2026-03-05"},
    ],
}


def full_conference(state: str, *, papers_signed: bool = False) -> Document:
    """Return a joint conference in which every table that it can have has a row."""
    document = small() | _BOTH
    added = _ADDED | {
        "statement_read_at": "09:03",
        "office_rules": [{"organ": "河澜州人民检察院", "title": "联席会议规定", "number": "1"}],
        "handler_note": {"road": "自行决定", "own_view": "拟不起诉"},
        "handler_answers": [{"answer": 1, "opinion": 1, "at": "2026-03-04"}],
    }
    if papers_signed:
        added["handler_note"]["signed_at"] = "2026-03-05"
        added["divergence_report"] = {"signed_at": "2026-03-05"}
    document |= {
        "state": state,
        "number": f"{state}号",
        "request": {"by": "陶𬤇", "reasons": ["重大疑难"], "issues": ["定性"]},
        "divergence_report": {"by": "罗承砚", "content": "存在分歧。"},
        "follow_up": "继续侦查",
        "notes": "留意期限",
        "lianxi": added,
    }
    document["schedule"]["remote"] = ["朔川分会场"]
    document["records"] += _LINES
    document["handler_note"]["items"].append({"ref_seq": 5, "status": "采纳"})
    return document


def full_hearing(state: str, *, papers_signed: bool = False) -> Document:
    """Return a hearing in which every table that it can have has a row."""
    document = small_hearing() | _BOTH
    added = _ADDED | ({"decision": {"signed_at": "2026-03-05"}} if papers_signed else {})
    document |= {
        "state": state,
        "number": f"{state}号",
        "approval": {"by": "检察长", "at": "2026-02-20"},
        "deliberation": {
            "majority": "多数同意",
            "officers": [{"name": "阿旺·才让", "view": "同意"}],
        },
        "transcript_check": [{"name": "阿旺·才让", "result": "无误"}],
        "decision": {"adopted": "采纳", "by": "检察长"},
        "supervisor_feedback": [{"name": "丙", "opinion": "无", "reply": "已阅"}],
        "lianxi": added,
    }
    document["schedule"]["remote"] = ["朔川分会场"]
    document["schedule"]["notice_to_participants"] = [{"to": "周某", "way": "电话"}]
    document["records"] += _LINES
    return document
