"""Numbers and commands at the beginning of the typing line; everything else was said by somebody."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.typing_line import (
    Command,
    Enter,
    Leave,
    Queue,
    Replace,
    Unknown,
    command_of,
    speaker_number,
)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("3 ", 3),
        ("12 ", 12),
        ("0 ", 0),
        ("３　", 3),
        ("１２ ", 12),
        ("03 ", 3),
        ("3", None),
        ("", None),
        (" 3 ", None),
        ("3  ", None),
        ("2020 ", None),
        ("2020年 ", None),
        ("3 我", None),
        ("三 ", None),
        ("3\n", None),
        ("²  ", None),
    ],
)
def test_a_number_and_a_blank_say_who_speaks(text: str, number: int | None) -> None:
    assert speaker_number(text) == number


@pytest.mark.parametrize(
    ("text", "command"),
    [
        ("/in 5", Enter("5")),
        ("/in 5 刚下火车", Enter("5", "刚下火车")),
        ("／ｉｎ　５", Enter("5")),
        ("、in 5", Enter("5")),
        ("/IN lj", Enter("lj")),
        ("/in 李军", Enter("李军")),
        ("/out 5", Leave("5")),
        ("/out 5 回避", Leave("5", "回避")),
        ("/out 5 回避 与当事人 是 亲属", Leave("5", "回避 与当事人 是 亲属")),
        ("/out　5　回避，近亲属", Leave("5", "回避，近亲属")),
        ("/q 5", Queue("5")),
        ("/q- 5", Queue("5", out=True)),
        ("、ｑ－ ５", Queue("5", out=True)),
        ("s/旧/新", Replace("旧", "新")),
        ("s/旧/新/", Replace("旧", "新")),
        ("s/旧/新/g", Replace("旧", "新", everywhere=True)),
        ("ｓ／旧／新", Replace("旧", "新")),
        ("s/多余的//", Replace("多余的", "")),
        ("s/a b/c d", Replace("a b", "c d")),
    ],
)
def test_commands(text: str, command: Command) -> None:
    assert command_of(text) == command
    assert command_of(f" {text} ") == command


@pytest.mark.parametrize(
    "text", ["/in", "/out", "/q", "/in- 5", "/q 5 再说", "/ou 5", "/x", "／help 5", "/quit 5"]
)
def test_what_looks_like_a_command_is_not_taken_for_words(text: str) -> None:
    assert isinstance(command_of(text), Unknown)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "我认为证据不足。",
        "、证据不足",
        "、in",
        "s/旧",
        "s//新",
        "5月/6月都有转账",
        "/ 分隔",
        "/2025/6/18",
        "in 5",
        "他说/out 5",
        "是/否",
    ],
)
def test_what_was_said_is_no_command(text: str) -> None:
    assert command_of(text) is None


@given(st.text(max_size=30))
def test_any_text_is_read(text: str) -> None:
    command_of(text)
    speaker_number(text)


@given(st.text(st.characters(categories=["Lo"]), min_size=1, max_size=30))
def test_plain_words_are_never_a_command(text: str) -> None:
    assert command_of(text) is None
    assert command_of(f"{text} /in 5") is None


def test_words_are_put_right_once_or_everywhere() -> None:
    assert Replace("检查", "检察").apply("检查官和检查院") == "检察官和检查院"
    assert Replace("检查", "检察", everywhere=True).apply("检查官和检查院") == "检察官和检察院"
