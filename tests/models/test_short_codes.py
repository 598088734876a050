"""Short codes become words, and whatever is none stays as it was typed."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.numerals import GREATEST, chinese_numeral
from models.short_codes import (
    LONGEST_CODE,
    LONGEST_WORDS,
    Codes,
    Expansion,
    expand,
    fault_of_code,
    fault_of_words,
    people_by_number,
    plain_code,
    statutes,
)
from models.snapshot import ParticipantView

PEOPLE = {1: "河澜州人民检察院罗承砚", 12: "陶某"}
CODES = Codes(own={"hb": "核对后补充"}, people=PEOPLE)
_VALUES = {sign: value for value, sign in enumerate("零一二三四五六七八九")}
_UNITS = {"十": 10, "百": 100, "千": 1000}


def _value(words: str) -> int:
    """Read a numeral back, independently of how it was written."""
    total = digit = 0
    for sign in words:
        if sign in _UNITS:
            total += (digit or 1) * _UNITS[sign]
            digit = 0
        else:
            digit = _VALUES[sign]
    return total + digit


def _typed(text: str, codes: Codes = CODES) -> str:
    """Return the text once its last blank was typed."""
    found = expand(text, len(text), codes)
    return text if found is None else _applied(found, text)


def _applied(found: Expansion, text: str) -> str:
    """Return the text with the words in place."""
    return text[: found.start] + found.words + text[found.end :]


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (1, "一"),
        (10, "十"),
        (12, "十二"),
        (20, "二十"),
        (100, "一百"),
        (101, "一百零一"),
        (110, "一百一十"),
        (264, "二百六十四"),
        (1000, "一千"),
        (1001, "一千零一"),
        (1010, "一千零一十"),
        (1100, "一千一百"),
        (1260, "一千二百六十"),
        (9999, "九千九百九十九"),
    ],
)
def test_numerals_are_those_of_the_laws(number: int, words: str) -> None:
    assert chinese_numeral(number) == words


def test_every_numeral_can_be_read_back_and_is_the_only_one() -> None:
    written = [chinese_numeral(number) for number in range(1, GREATEST + 1)]

    assert [_value(words) for words in written] == list(range(1, GREATEST + 1))
    assert not [words for words in written if "零零" in words or words.endswith("零")]


@pytest.mark.parametrize("number", [0, -1, GREATEST + 1])
def test_other_numbers_have_no_numeral(number: int) -> None:
    with pytest.raises(ValueError, match=str(number)):
        chinese_numeral(number)


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("hb", "核对后补充"),
        ("p1", "河澜州人民检察院罗承砚"),
        ("p12", "陶某"),
        ("z2p15", "证据卷第2卷第15页"),
        ("z3", "证据卷第3卷"),
        ("xf264", "《中华人民共和国刑法》第二百六十四条"),
        ("xf133-1", "《中华人民共和国刑法》第一百三十三条之一"),
        ("xs177", "《中华人民共和国刑事诉讼法》第一百七十七条"),
        ("mf1165", "《中华人民共和国民法典》第一千一百六十五条"),
        ("ms211", "《中华人民共和国民事诉讼法》第二百一十一条"),
        ("xz25", "《中华人民共和国行政诉讼法》第二十五条"),
        ("xf", "《中华人民共和国刑法》"),
    ],
)
def test_a_known_code_becomes_its_words(code: str, words: str) -> None:
    assert _typed(f"见;{code} ") == f"见{words}"


@pytest.mark.parametrize("typed", ["；xf264 ", "；ＸＦ２６４　", ";Xf264　"])
def test_full_width_signs_and_capitals_are_the_same(typed: str) -> None:
    assert _typed(typed) == "《中华人民共和国刑法》第二百六十四条"


@pytest.mark.parametrize(
    "typed",
    [
        ";xf264",  # no blank yet
        "xf264 ",  # no sign
        "; ",
        ";不知道 ",
        ";p3 ",  # nobody has that number
        ";p0 ",
        ";p01 ",
        ";z0p1 ",
        ";z2p ",
        ";xf0 ",
        ";xf12345 ",
        ";xf264-0 ",
        ";xf264- ",
        ";xq264 ",
        ";xf 264 ",
        ";hb，",
        "；上午开庭； ",
        ";" + "9" * 5000 + " ",
        "",
        " ",
    ],
)
def test_what_is_no_code_stays(typed: str) -> None:
    assert _typed(typed) == typed


def test_the_meetings_own_words_win_over_computed_ones() -> None:
    own = Codes(own={"P1": "主持人", "xf264": "盗窃罪条款"}, people=PEOPLE)

    assert [_typed(f";{code} ", own) for code in ("p1", "xf264", "p12")] == [
        "主持人",
        "盗窃罪条款",
        "陶某",
    ]


def test_only_the_code_before_the_cursor_is_replaced() -> None:
    text = "先看;hb 再看;xf1 后面;hb 还有"
    cursor = text.index("后")

    found = expand(text, cursor, CODES)

    assert found is not None
    assert _applied(found, text) == "先看;hb 再看《中华人民共和国刑法》第一条后面;hb 还有"
    assert _applied(found, text)[: found.cursor].endswith("第一条")


@pytest.mark.parametrize("cursor", [-5, -1, 0, 99])
def test_a_cursor_outside_of_the_text_finds_nothing(cursor: int) -> None:
    assert expand(";hb ", cursor, CODES) is None


@given(st.text(max_size=40), st.integers(-3, 45))
def test_any_text_at_any_place_is_left_alone_or_replaced_whole(text: str, cursor: int) -> None:
    found = expand(text, cursor, CODES)

    if found is not None:
        assert text[found.start] in ";；"
        assert text[found.end - 1] in " \u3000"
        assert found.end == cursor
        assert CODES.words_of(text[found.start + 1 : found.end - 1]) == found.words


@given(
    st.text(max_size=12),
    st.text(max_size=12),
    st.sampled_from(";；"),
    st.sampled_from(" \u3000"),
    st.sampled_from(["hb", "HB", "p1", "xf264", "z2p15"]),
)
def test_whatever_stands_around_a_code_stays(
    before: str, after: str, sign: str, blank: str, code: str
) -> None:
    typed = before + sign + code + blank
    words = CODES.words_of(code)

    found = expand(typed + after, len(typed), CODES)

    assert found == Expansion(len(before), len(typed), str(words))
    assert _applied(found, typed + after) == f"{before}{words}{after}"


@given(st.text(alphabet="abcxyz0189-；; ＡＢＣ案件", max_size=30))
def test_what_is_accepted_as_a_code_can_be_typed(code: str) -> None:
    if fault_of_code(code):
        return

    assert _typed(f"。;{code} ", Codes(own={code: "词"})) == "。词"
    assert plain_code(plain_code(code)) == plain_code(code)


@pytest.mark.parametrize(
    ("code", "fault"),
    [
        ("", "required"),
        ("a" * LONGEST_CODE, ""),
        ("a" * (LONGEST_CODE + 1), "too_long"),
        ("a b", "bad_code"),
        ("a;b", "bad_code"),
        ("-a", "bad_code"),
        ("a_b", "bad_code"),
        ("a\n", "bad_code"),
        ("回避1", ""),
        ("ＸＦ", ""),
    ],
)
def test_a_code_has_letters_digits_and_hyphens(code: str, fault: str) -> None:
    assert fault_of_code(code) == fault


@pytest.mark.parametrize(
    ("words", "fault"),
    [
        ("词", ""),
        ("  ", "required"),
        ("词" * LONGEST_WORDS, ""),
        ("词" * (LONGEST_WORDS + 1), "too_long"),
        ("两\n行", "bad_text"),
        ("\0", "bad_text"),
    ],
)
def test_words_are_one_line(words: str, fault: str) -> None:
    assert fault_of_words(words) == fault


def test_people_have_their_numbers_or_their_places() -> None:
    people = (
        ParticipantView("a", None, "甲", organ="某院"),
        ParticipantView("b", 7, "乙"),
        ParticipantView("c", None, None),
        ParticipantView("d", None, "丁"),
        ParticipantView("e", 7, "戊"),
    )

    assert people_by_number(people) == {1: "某院甲", 7: "乙", 4: "丁"}


def test_no_law_takes_the_prefix_of_people_or_evidence() -> None:
    assert not statutes().keys() & {"p", "z"}
    assert all(re.fullmatch("[a-z]+", prefix) for prefix in statutes())
