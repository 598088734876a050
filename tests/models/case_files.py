"""Small case files for tests, and how one value of them is changed."""

import copy
from typing import Any

Document = dict[str, Any]

_SMALL: Document = {
    "format": "conference-record",
    "version": 1,
    "kind": "joint_conference",
    "state": "J5",
    "title": "河澜州检察官联席会议",
    "number": "河澜检联〔2026〕1号",
    "host": "河澜州人民检察院",
    "schedule": {"held_from": "2026-03-02T09:00", "held_to": "2026-03-02T10:00"},
    "participants": [
        {"no": 1, "name": "罗承砚", "organ": "河澜州人民检察院", "role": "主持"},
        {"no": 2, "name": "陶𬤇", "organ": "朔川县人民检察院", "role": "承办"},
        {"no": 3, "name": "阿旺·才让", "organ": "东岭县人民检察院", "role": "出席"},
    ],
    "records": [
        {"seq": 1, "at": "09:02", "speaker": "罗承砚", "kind": "主持人", "text": "现在开会。"},
        {"seq": 2, "at": "09:05", "speaker": "陶𬤇", "kind": "汇报", "text": "我汇报案情。"},
        {"seq": 3, "at": "09:20", "speaker": "阿旺·才让", "kind": "意见", "text": "证据不足。"},
    ],
    "handler_note": {"by": "陶𬤇", "items": [{"ref_seq": 3, "status": "采纳"}]},
}


def small() -> Document:
    """Return a small joint conference, free to be changed."""
    return copy.deepcopy(_SMALL)


def small_hearing() -> Document:
    """Return a small hearing, free to be changed."""
    document = small() | {"kind": "hearing", "state": "H9", "officers_ids": [3]}
    document["participants"][2]["role"] = "听证员"
    del document["handler_note"]
    return document


def changed(path: str, value: Any) -> Document:
    """Return the small conference with the value at a path like ``records.0.at`` replaced."""
    document = small()
    *parents, last = path.split(".")
    target: Any = document
    for name in parents:
        target = target[int(name) if name.isdigit() else name]
    target[int(last) if last.isdigit() else last] = value
    return document
