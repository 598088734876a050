"""Files of short codes: whatever offices keep them in is read, and wrong lines are named."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.short_code_files import GREATEST_SIZE, ReadCodes, WrongLine, read_codes, written_codes
from models.short_codes import fault_of_code, fault_of_words, plain_code

CODES = {"hb": "核对后补充", "回避1": "是否申请回避，理由“有”"}


def _read(text: str, encoding: str = "utf-8") -> ReadCodes:
    return read_codes(text.encode(encoding), is_json=False)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
def test_the_usual_encodings_are_recognised(encoding: str) -> None:
    assert _read("hb,核对后补充\n", encoding) == ReadCodes({"hb": "核对后补充"})


@pytest.mark.parametrize("between", [",", "，", "\t", " ", "　", "   "])
def test_columns_are_parted_in_the_usual_ways(between: str) -> None:
    assert _read(f"hb{between}核对\r\n\r\nwt{between}无异议") == ReadCodes(
        {"hb": "核对", "wt": "无异议"}
    )


def test_titles_signs_and_empty_columns_do_not_count() -> None:
    text = '代码,短语,,\n;HB,"核对,补充",,\n；ｗｔ,无,,\n,,,\n'

    assert _read(text) == ReadCodes({"hb": "核对,补充", "wt": "无"})


def test_every_wrong_line_is_named() -> None:
    text = "a,甲\nb\nc d,丙\na,另\na,甲\n,空\ne,\nf,己,庚\n"

    found = _read(text)

    assert [(one.number, one.fault) for one in found.wrong] == [
        (2, "two_columns"),
        (3, "bad_code"),
        (4, "repeated"),
        (6, "required"),
        (7, "required"),
        (8, "two_columns"),
    ]
    assert found.wrong[1].text == "c d 丙"


@pytest.mark.parametrize(
    "data",
    [b"\xff\xff\xff", b"a,\0b", b"\xff\xfea", b"a," + b"x" * GREATEST_SIZE],
    ids=["no text", "binary", "half a sign", "too large"],
)
def test_what_is_no_text_is_refused(data: bytes) -> None:
    assert read_codes(data, is_json=False) == ReadCodes({}, (WrongLine(0, "not_text"),))


@pytest.mark.parametrize("text", ['{"HB": "核对"}', '[["hb", "核对"]]'])
def test_json_is_an_object_or_a_list_of_pairs(text: str) -> None:
    assert read_codes(text.encode(), is_json=True) == ReadCodes({"hb": "核对"})


@pytest.mark.parametrize("text", ["", "{", "7", '"a"', "[" * 100_000])
def test_what_is_no_json_of_codes_is_refused(text: str) -> None:
    assert read_codes(text.encode(), is_json=True).wrong == (WrongLine(0, "not_json"),)


def test_a_key_that_json_repeats_is_told() -> None:
    found = read_codes(b'{"a": "x", "A": "y", "b": 7}', is_json=True)

    assert [(one.number, one.fault) for one in found.wrong] == [(2, "repeated"), (3, "two_columns")]


@pytest.mark.parametrize("suffix", [".csv", ".txt", ".json"])
def test_what_was_written_is_read_again(suffix: str) -> None:
    data = written_codes(CODES, suffix)

    assert read_codes(data, is_json=suffix == ".json") == ReadCodes(CODES)


_CODE = st.text(min_size=1, max_size=8).map(plain_code).filter(lambda code: not fault_of_code(code))
_WORDS = (
    st.text(min_size=1, max_size=12)
    .map(str.strip)
    .filter(lambda words: not fault_of_words(words) and words.encode("utf-8", "ignore"))
)


@given(st.dictionaries(_CODE, _WORDS, min_size=1), st.sampled_from([".csv", ".txt", ".json"]))
def test_any_codes_come_back_from_a_file(codes: dict[str, str], suffix: str) -> None:
    if "code" in codes or "代码" in codes or "短语代码" in codes:
        return  # would be the title

    assert read_codes(written_codes(codes, suffix), is_json=suffix == ".json").codes == codes


@given(st.binary(max_size=200), st.booleans())
def test_any_bytes_give_codes_that_can_be_kept(data: bytes, is_json: bool) -> None:  # noqa: FBT001
    found = read_codes(data, is_json=is_json)

    assert all(not fault_of_code(code) for code in found.codes)
    assert all(not fault_of_words(words) for words in found.codes.values())
    json.dumps(dict(found.codes)).encode()
