"""Long titles of official documents stand on lines of nearly one length."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exporters.kinds.parts import TITLE_LENGTH, balanced


@pytest.mark.parametrize(
    ("title", "lines"),
    [
        ("听证公告", ["听证公告"]),
        (
            "关于召开玉措州草原生态保护公益诉讼跨院检察官联席会议的函",
            ["关于召开玉措州草原生态保护", "公益诉讼跨院检察官联席会议的函"],
        ),
        (
            "关于召开河澜州跨院检察官联席会议（刑事检察）2025年第7次会议的函",
            ["关于召开河澜州跨院检察官联席会议", "（刑事检察）2025年第7次会议的函"],
        ),
    ],
)
def test_lines_end_where_words_do(title: str, lines: list[str]) -> None:
    assert balanced(title).split("\n") == lines


@given(st.text("会议检察官联席的、案函甲", max_size=90))
def test_no_word_is_lost_and_no_line_too_long(title: str) -> None:
    lines = balanced(title).split("\n")

    assert "".join(lines) == title
    assert all(len(line) <= TITLE_LENGTH for line in lines)
    assert len(lines) == max(1, -(-len(title) // TITLE_LENGTH))
