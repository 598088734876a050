"""``check-wording``: one line of JSON for each text, 0 whatever the verdicts, 1 for a faulty file."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.models.wording.cases import FOLDER
from ui.command_line import run


def _checked(capsys: pytest.CaptureFixture[str], file: Path, *options: str) -> list[dict[str, Any]]:
    assert run(["check-wording", str(file), "--database", str(file.parent / "x.db"), *options]) == 0
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def _file(folder: Path, content: object) -> Path:
    file = folder / "texts.json"
    file.write_text(json.dumps(content), encoding="utf-8")
    return file


def test_each_text_gets_a_line_in_the_order_of_the_file(capsys: pytest.CaptureFixture[str]) -> None:
    given = json.loads((FOLDER / "given.json").read_text(encoding="utf-8"))["cases"]

    lines = _checked(capsys, FOLDER / "given.json")

    assert [line["verdict"] for line in lines] == [case["expected"] for case in given]
    for case, line in zip(given, lines, strict=True):
        for match in line["matches"]:
            assert set(match) == {"start", "end", "text", "rule", "suggestion"}
            assert case["text"][match["start"] : match["end"]] == match["text"]


def test_a_bare_list_is_taken_and_what_it_expects_is_ignored(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    texts = [
        {"text": "会议决定起诉。", "expected": "allow", "more": 1},
        {"text": "", "field": None},
    ]

    lines = _checked(capsys, _file(tmp_path, texts))

    assert [line["verdict"] for line in lines] == ["block", "allow"]


def test_the_profile_of_the_command_line_wins(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = _file(tmp_path, [{"text": "3人同意。", "field": "摘要", "profile": "strict"}])

    verdicts = [
        _checked(capsys, file, *options)[0]["verdict"]
        for options in ((), ("--profile", "dept"), ("--profile", "gone"))
    ]

    assert verdicts == ["block", "warn", "block"]


def test_an_office_checks_by_its_own_profile(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "profiles").mkdir()
    (tmp_path / "profiles" / "own.toml").write_text(
        'id = "own"\nname = "本院规则"\nkind = "joint_conference"\nsource = "本院规则（2024年）"\n'
        'signers = ["出席"]\n[wording]\nweighting = "block"\n',
        encoding="utf-8",
    )
    file = _file(tmp_path, [{"text": "请统一口径。", "field": "摘要", "profile": "own"}])

    assert _checked(capsys, file)[0]["verdict"] == "block"


def test_half_a_surrogate_pair_comes_out_escaped(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = _checked(capsys, _file(tmp_path, [{"text": "会\ud800议\udc80认为"}]))

    assert lines[0]["matches"][0]["text"] == "会\ud800议\udc80认为"


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\xff\xfe",
        b"[",
        b"[" * 100_000,
        b"1",
        b"{}",
        b'{"cases": 1}',
        b"[1]",
        b'[{"field": "x"}]',
        b'[{"text": 1}]',
        b'[{"text": "x", "profile": []}]',
    ],
)
def test_a_faulty_file_is_refused_in_words(
    content: bytes, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "texts.json"
    file.write_bytes(content)

    assert run(["check-wording", str(file), "--database", str(tmp_path / "x.db")]) == 1

    told = capsys.readouterr()
    assert told.out == ""
    assert "texts.json" in told.err


def test_a_refusal_names_the_place(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = _file(tmp_path, {"cases": [{"text": "x"}, {"text": 1}]})

    assert run(["check-wording", str(file), "--database", str(tmp_path / "x.db")]) == 1

    assert "$.cases[1].text" in capsys.readouterr().err


def test_a_file_that_is_missing_or_none_is_refused(tmp_path: Path) -> None:
    for place in (tmp_path / "gone.json", tmp_path):
        assert run(["check-wording", str(place), "--database", str(tmp_path / "x.db")]) == 1
