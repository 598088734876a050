"""The audit trail in words: nothing that can be written is without them."""

import ast
import re
from pathlib import Path

import pytest

import resources
import ui
from models.base import Base
from models.forms import GROUPS
from models.homes import HOMES
from models.profiles import Profiles
from models.trail import Reference, TrailChange, TrailEntry, TrailValue, is_told
from ui import trail_words
from ui.i18n import Interface
from ui.languages import LANGUAGES
from ui.messages import audit_text
from ui.trail_words import trail_row

FORMER = {"answer question"}
"""Codes that are written no more, and stand in trails."""
GROUP_OF = {home.entity.__tablename__: group for group, home in HOMES.items()}


def _codes() -> set[str]:
    """Return every code that the window writes into the trail; ``set {group}`` for each group."""
    found = set()
    for file in Path(ui.__file__).parent.rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Operation":
                match node.args[1]:
                    case ast.Constant(value=str(code)):
                        found.add(code)
                    case ast.JoinedStr(values=[ast.Constant(value=str(verb)), _]):
                        found |= {f"{verb}{group}" for group in GROUPS}
                    case other:
                        raise AssertionError(ast.dump(other))
    return found


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_operation_has_words(language: str) -> None:
    codes = _codes()
    words = resources.toml(f"i18n/messages_{language}.toml")["audit"]

    assert {"add line", "change profile", "set meeting", "move meeting", "import"} <= codes
    for code in codes:
        assert code in words or code.partition(" ")[0] in ("set", "add", "delete", "move"), code
        assert audit_text("do", code, "甲", language) != code
    assert {name for name in words if " " in name} <= codes | FORMER


def test_undone_and_done_again_are_told_apart() -> None:
    told = {audit_text(verb, "add line", "", "zh_CN") for verb in ("do", "undo", "redo")}

    assert told == {"记录发言", "撤销：记录发言", "恢复：记录发言"}


def test_every_column_that_is_told_has_a_name() -> None:
    for table in Base.metadata.sorted_tables:
        if table.name in ("audit_entry", "draft", "attachment_data"):
            continue
        group = GROUP_OF.get(table.name)
        assert group or table.name in trail_words._TABLES, table.name
        fields = set(GROUPS[group].fields) if group else set()
        for column in table.columns:
            if is_told(table.name, column.name):
                name = column.name.removesuffix("_id")
                assert name in fields | set(trail_words._FIELDS), (table.name, name)


def _entry(change: TrailChange, *, rows: int = 1, operation: str = "set meeting") -> TrailEntry:
    return TrailEntry(7, "2026-11-22T02:00:00.000+00:00", "do", operation, "", (change,), rows)


def test_an_entry_tells_before_and_after(interface: Interface, profiles: Profiles) -> None:
    assert interface.language == "zh_CN"
    values = (
        TrailValue("state", "J1", "J2"),
        TrailValue("open", before=None, after=True),
        TrailValue("profile", "strict", "civil49"),
    )
    change = TrailChange("meeting", False, False, None, "", "", values)  # noqa: FBT003  # came, went

    row = trail_row(_entry(change), "zh_CN", profiles)

    assert row.what == "修改会议的基本信息"
    assert row.about == "会议：会议状态 已提请 → 已批准"
    assert "会议状态：\n　　改前：已提请\n　　改后：已批准" in row.text
    assert "改前：（空）\n　　改后：是" in row.text
    assert "改前：严格参考\n　　改后：民事诉讼监督" in row.text
    assert row.whole


def test_a_line_is_told_with_number_speaker_and_words(
    interface: Interface, profiles: Profiles
) -> None:
    assert interface.language == "zh_CN"
    values = (TrailValue("speaker", Reference("甲"), Reference(None)),)
    change = TrailChange("line", False, False, 12, "甲", "我认为\n证据不足", values)  # noqa: FBT003

    row = trail_row(_entry(change, operation="attribute lines"), "zh_CN", profiles)

    assert "发言记录第12项 · 甲" in row.text
    assert "发言内容：我认为\n证据不足" in row.text
    assert "改前：甲\n　　改后：（已经删除）" in row.text


def test_what_is_left_out_is_counted(interface: Interface, profiles: Profiles) -> None:
    assert interface.language == "zh_CN"
    change = TrailChange("participant", True, False, 1, "甲", "", ())  # noqa: FBT003

    row = trail_row(_entry(change, rows=30, operation="add participant"), "zh_CN", profiles)

    assert row.about == "参会人员第1项 · 甲 等30项"
    assert "另有29项" in row.text
    assert not row.whole


def test_in_english_no_chinese_is_left(interface: Interface, profiles: Profiles) -> None:
    interface.speak("en")
    values = (TrailValue("state", "J1", "J2"), TrailValue("open", before=None, after=False))
    change = TrailChange("meeting", False, False, None, "", "", values)  # noqa: FBT003

    row = trail_row(_entry(change), "en", profiles)

    assert not re.search("[一-鿿：（）]", f"{row.what}{row.about}{row.text}"), row
