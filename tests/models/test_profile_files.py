"""An office's profile files: what is taken, and how a faulty one is told, with line and column."""

import os
from datetime import date
from pathlib import Path

import pytest

from models.file_faults import ProfileBroken
from models.profile_terms import CollectiveView, DeadlineKind, DeadlineRule, SummaryPaper
from models.profile_toml import MAX_BYTES, MAX_TEXT
from models.profiles import Profile, read_profiles
from models.vocabulary import MeetingKind
from ui.languages import LANGUAGES
from ui.messages import error_text

OWN = """\
id = "own"
name = "本院规则"
kind = "joint_conference"
source = "本院检察官联席会议规则（2024年）"
signers = ["出席", "观摩"]
roles = ["观摩"]
"""

HEARING = OWN.replace("joint_conference", "hearing")


def _read(folder: Path, content: str | bytes) -> tuple[Profile | None, ProfileBroken | None]:
    data = content if isinstance(content, bytes) else content.encode()
    (folder / "own.toml").write_bytes(data)
    installed = read_profiles([folder])
    return installed.profiles.get("own"), (installed.faults or (None,))[0]


def _fault(folder: Path, content: str | bytes) -> ProfileBroken:
    profile, fault = _read(folder, content)
    assert profile is None
    assert fault is not None
    return fault


def test_what_a_file_leaves_out_is_as_in_strict(tmp_path: Path) -> None:
    strict = read_profiles([]).profiles["strict"]

    profile, fault = _read(tmp_path, OWN)

    assert fault is None
    assert profile is not None
    assert (profile.quorum, profile.deadlines) == (strict.quorum, strict.deadlines)
    assert not profile.weaker_than_strict


def test_a_file_says_everything_of_the_form(tmp_path: Path) -> None:
    content = f"""\ufeff{OWN}
valid_from = 2026-01-01
valid_until = 2026-12-31
collective_view = "by_issue"
summary = "minutes"
majority = "local"
keeps_blocked_wording = true
cites = ["本院规则第三条"]
titles.record = "本院检察官联席会议记录"
titles.summary = "检察官联席会议纪要"
[quorum]
roles = ["主持", "观摩"]
handler_counts = true
required = 5
share = "1/2"
offices = 3
source = "本院规则第四条"
[deadlines.papers]
days = 5
clear = true
source = "本院规则第五条"
""".replace("\n", "\r\n")

    profile, fault = _read(tmp_path, content)

    assert fault is None
    assert profile is not None
    assert profile.weaker_than_strict
    assert (profile.collective_view, profile.summary) == (
        CollectiveView.BY_ISSUE,
        SummaryPaper.MINUTES,
    )
    assert profile.titles["record"] == "本院检察官联席会议记录"
    assert profile.quorum.share == (1, 2)
    assert profile.deadlines[DeadlineKind.PAPERS] == DeadlineRule(5, "本院规则第五条", clear=True)
    assert profile.deadlines[DeadlineKind.APPROVAL].days == 3
    assert profile.in_force(date(2026, 12, 31))
    assert not profile.in_force(date(2027, 1, 1))
    assert not profile.in_force(date(2025, 12, 31))


@pytest.mark.parametrize(
    ("content", "code", "line", "column"),
    [
        ("", "missing_key", 0, 0),
        ("id = ", "syntax_value", 1, 0),
        ("id 1", "syntax_equals", 1, 4),
        ("id = 'a'\nid = 'b'", "syntax_twice", 2, 0),
        ('id = "a\n', "syntax_text", 1, 8),
        ("a = [1,\n", "syntax_value", 2, 0),
        ("a = [1 2]\n", "syntax_unclosed", 1, 8),
        ("？", "syntax", 1, 1),
        ("days = " + "9" * 5000, "syntax", 0, 0),
        ("a = " + "[" * 30_000, "too_deep", 0, 0),
        (OWN + "quorum = 3\n", "not_a_table", 7, 1),
        (OWN + "majority_view = true\n", "unknown_key", 7, 1),
        (OWN + "[quorum]\nsource = '甲'\nvotes = 3\n", "unknown_key", 9, 1),
        (OWN + "[titles]\nverdict = '甲'\n", "unknown_key", 8, 1),
        (OWN + "[deadlines]\nnotice = {days = 3, source = '甲'}\n", "unknown_key", 8, 1),
        (OWN + "[deadlines.papers]\nhours = 3\n", "unknown_key", 8, 1),
        (OWN + "[deadlines.papers]\ndays = 3\n", "missing_key", 7, 2),
        (OWN + "[deadlines.papers]\nsource = '甲'\n", "missing_key", 7, 2),
        (OWN + "[deadlines.papers]\ndays = -1\n", "bad_number", 8, 1),
        (OWN + "[deadlines.papers]\ndays = true\n", "bad_number", 8, 1),
        (OWN + "[quorum]\nsource = '甲'\nrequired = 1000\n", "bad_number", 9, 1),
        (OWN + "[quorum]\nsource = '甲'\nshare = '4/3'\n", "bad_share", 9, 1),
        (OWN + "[quorum]\nsource = '甲'\nshare = '1/0'\n", "bad_share", 9, 1),
        (OWN + "[quorum]\nsource = '甲'\nroles = ['法官']\n", "unknown_role", 9, 1),
        (OWN + "[quorum]\nsource = '甲'\nroles = []\n", "empty_list", 9, 1),
        (OWN.replace("joint_conference", "party"), "not_listed", 3, 1),
        (OWN.replace('"joint_conference"', "1"), "not_a_text", 3, 1),
        (OWN.replace('["出席", "观摩"]', '"出席"'), "not_texts", 5, 1),
        (OWN.replace('["出席", "观摩"]', '["出席", 3]'), "not_a_text", 5, 1),
        (OWN.replace('["出席", "观摩"]', '["出席", "出席"]'), "said_twice", 5, 1),
        (OWN.replace('["出席", "观摩"]', '["出席", "法官"]'), "unknown_role", 5, 1),
        (OWN.replace('["出席", "观摩"]', '["听证员"]'), "unknown_role", 5, 1),
        (OWN.replace('"own"', '"strict"'), "id_taken", 1, 1),
        (OWN.replace('"own"', '"o w n"'), "bad_id", 1, 1),
        (OWN.replace("本院规则", " ", 1), "empty_text", 2, 1),
        (OWN.replace("本院规则", "甲" * (MAX_TEXT + 1), 1), "long_text", 2, 1),
        (OWN.replace("本院规则", "\\u202e甲", 1), "bad_text", 2, 1),
        (OWN.replace("本院规则", "\\u0000", 1), "bad_text", 2, 1),
        (OWN + "valid_from = '2026-01-01'\n", "not_a_date", 7, 1),
        (OWN + "valid_from = 2026-02-30\n", "syntax_value", 7, 14),
        (OWN + "valid_from = 2026-01-01T09:00:00\n", "not_a_date", 7, 1),
        (OWN + "valid_from = 2026-01-02\nvalid_until = 2026-01-01\n", "ends_before_start", 8, 1),
        (OWN + "keeps_blocked_wording = 'no'\n", "not_yes_no", 7, 1),
        (OWN + "summary = 'points'\nweaker_than_strict = false\n", "weaker_after_all", 8, 1),
        (OWN + "titles.record = '联席会议决议'\n", "title_decides", 7, 1),
        (OWN + "titles.record = '联席会议纪要'\n", "title_of_minutes", 7, 1),
        (OWN + "titles.summary = '联席会议纪要'\n", "title_of_minutes", 7, 1),
        (HEARING + "summary = 'minutes'\n", "not_for_hearing", 7, 1),
        (HEARING + "[quorum]\nrequired = 3\n", "not_for_hearing", 7, 2),
        (b"id = 'a'\nname = '\xb1\xbe'\n", "not_utf8", 2, 0),
        (b"\xff\xfei\x00d\x00", "not_utf8", 1, 0),
        ("#" * (MAX_BYTES + 1), "too_large", 0, 0),
    ],
)
def test_a_faulty_file_is_told_with_its_place(
    content: str | bytes, code: str, line: int, column: int, tmp_path: Path
) -> None:
    fault = _fault(tmp_path, content)

    assert (fault.reason, fault.line, fault.column) == (code, line, column)
    assert fault.file == tmp_path / "own.toml"
    for language in LANGUAGES:
        assert "{" not in error_text(fault, language)


def test_a_faulty_file_leaves_the_others_in_use(tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_text("id = ", encoding="utf-8")
    (tmp_path / "b.toml").write_text(OWN, encoding="utf-8")
    (tmp_path / "c.toml").write_text(OWN, encoding="utf-8")

    installed = read_profiles([tmp_path])

    assert installed.profiles["own"].name == "本院规则"
    assert "strict" in installed.profiles
    assert [(fault.file.name, fault.reason) for fault in installed.faults] == [
        ("a.toml", "syntax_value"),
        ("c.toml", "id_taken"),
    ]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes in this system's folders")
def test_a_pipe_or_a_folder_is_told_and_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.toml")
    (tmp_path / "folder.toml").mkdir()
    (tmp_path / "gone.toml").symlink_to(tmp_path / "nothing")

    faults = read_profiles([tmp_path]).faults

    assert [fault.reason for fault in faults] == ["not_a_file", "ENOENT", "not_a_file"]


def test_a_key_inside_a_long_text_is_not_taken_for_its_place(tmp_path: Path) -> None:
    content = f"name_en = '''\nkind = 1\n'''\n{OWN}".replace("joint_conference", "party")

    assert _fault(tmp_path, content).line == 6


def test_a_value_of_a_hearing_is_read(tmp_path: Path) -> None:
    content = HEARING + "[deadlines.notice]\ndays = 3\nclear = true\nsource = '本院规则'\n"

    profile, _ = _read(tmp_path, content)

    assert profile is not None
    assert profile.kind is MeetingKind.HEARING
    assert profile.deadlines[DeadlineKind.NOTICE].clear
    assert DeadlineKind.OBSERVERS in profile.deadlines
