"""Names are found by first letters, characters or both; the table is what its tool makes."""

import gzip

import pytest

from models import pinyin
from models.pinyin import filter_names, initials, initials_match
from resources import toml
from resources.pinyin.build import TABLE, packed, table_of
from resources.pinyin.build import initials as letters_of

UNKNOWN = "\U0003fff0"  # a place that Unicode has given to no character yet


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        *(
            ("zs", "张三"),
            ("sxm", "单晓明"),
            ("dxm", "单晓明"),
            ("zxw", "曾翔威"),
            ("cxw", "曾翔威"),
        ),
        *(
            ("qy", "仇勇"),
            ("cy", "仇勇"),
            ("xj", "解军"),
            ("jj", "解军"),
            ("zl", "查理"),
            ("cl", "查理"),
        ),
        *(("gj", "盖杰"), ("rj", "任杰"), ("oy", "区毅"), ("qy", "区毅"), ("zl", "翟亮")),
        *(("dl", "翟亮"), ("yl", "乐乐"), ("ll", "乐乐"), ("ycg", "尉迟恭"), ("wcg", "尉迟恭")),
        *(("mqx", "万俟雪"), ("tt", "澹台"), ("pxs", "朴信帅"), ("mq", "缪青"), ("zbh", "祭伯衡")),
    ],
)
def test_any_reading_of_a_character_finds_the_name(typed: str, name: str) -> None:
    assert initials_match(typed, name) == (False, 0, len(typed) < len(name))


@pytest.mark.parametrize(
    ("typed", "name"),
    [("zz", "张三"), ("sz", "张三"), ("zss", "张三"), ("zm", "张晓明"), ("李", "张三")],
)
def test_other_letters_or_another_order_do_not(typed: str, name: str) -> None:
    assert initials_match(typed, name) is None


@pytest.mark.parametrize("typed", ["晓明", "x明", "晓m", "单x", "单晓明", "s晓m"])
def test_characters_and_letters_may_be_mixed(typed: str) -> None:
    assert initials_match(typed, "单晓明") is not None


@pytest.mark.parametrize("typed", ["ＳＸＭ", "SXM", " s x m", "s'x'm", "s·x"])
def test_width_case_and_marks_between_do_not_matter(typed: str) -> None:
    assert initials_match(typed, "单 晓明") is not None


@pytest.mark.parametrize(
    "name", ["阿旺·才让", "阿旺•才让", "阿旺‧才让", "阿旺 才让", "阿旺\u200b才让"]
)
@pytest.mark.parametrize("typed", ["awcr", "旺才", "阿旺·才让", "cr"])
def test_what_stands_between_the_parts_of_a_name_is_passed_over(typed: str, name: str) -> None:
    assert initials_match(typed, name) is not None


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        *(("joh", "John Smith"), ("smith", "John Smith"), ("js", "John Smith"), ("gul", "Gülnar")),
        *(
            ("GÜL", "Gu\u0308lnar"),
            ("བསྟན", "བསྟན་འཛིན།"),
            ("འཛིན", "བསྟན་འཛིན།"),
            ("ئادىل", "ئادىل جان"),
        ),
        *(("ljohn", "李John"), ("lj", "李John"), ("j", "Ｊohn")),
    ],
)
def test_names_of_other_scripts_are_found_as_written_and_by_their_words(
    typed: str, name: str
) -> None:
    assert initials_match(typed, name) is not None


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        *(("ty", "陶𬤇"), ("wj", "王㛃"), ("ly", "刘䶮"), ("zh", "张𬭎"), ("𬤇y", "𬤇𬤇")),
        *(("ly", "刘\ue863"), ("wl", "王〇")),  # 䶮 as older systems stored it
    ],
)
def test_rare_characters_of_names_are_found(typed: str, name: str) -> None:
    assert initials_match(typed, name) == (False, 0, len(typed) < len(name))


@pytest.mark.parametrize("typed", ["t", "tx", "txm", "tm", "xm", "陶xm", UNKNOWN, f"t{UNKNOWN}m"])
def test_a_character_without_known_reading_hides_no_name(typed: str) -> None:
    assert initials(UNKNOWN) == ""
    assert initials_match(typed, f"陶{UNKNOWN}明") is not None


@pytest.mark.parametrize("typed", ["陶三", "tmx", "xtm"])
def test_an_unknown_character_stands_for_one_letter_only(typed: str) -> None:
    assert initials_match(typed, f"陶{UNKNOWN}明") is None


def test_the_list_begins_with_what_fits_best_and_else_keeps_its_order() -> None:
    names = [f"{UNKNOWN}四", "欧阳张三", "张三丰", "章松", "李四", "张三"]

    assert filter_names("zs", names, str) == ["章松", "张三", "张三丰", "欧阳张三", f"{UNKNOWN}四"]


@pytest.mark.parametrize("typed", ["", "  ", "·"])
def test_nothing_typed_keeps_every_row(typed: str) -> None:
    rows = [("a", "张三"), ("b", ""), ("c", "李四")]

    assert filter_names(typed, rows, lambda row: row[1]) == rows


def test_the_shipped_table_is_what_the_tool_packs() -> None:
    table = pinyin._table()
    known = {code: letters for code, letters in table.items() if letters}

    assert gzip.decompress(packed(known)) == gzip.decompress(TABLE.read_bytes())
    assert len(known) > 40_000


def test_the_table_has_the_letters_that_the_tool_takes_from_readings() -> None:
    sample = (
        *("单 dān,chán,shàn", "仇 chóu,qiú,jū", "嗯 ń,ńg,ň,ňg,ǹ,ǹg", "呣 ḿ,ḿ", "㛃 jié", "𬤇 yīn"),
        *("吕 lǚ", "安 ān", "〇 líng,yuán,xīng", "欸 ǎi,ēi,éi,ěi,èi,xiè,ế,ê̌,ề"),
    )

    for entry in sample:
        character, readings = entry.split(" ")
        assert initials(character) == letters_of(readings), entry


def test_every_surname_reading_is_in_the_table() -> None:
    surnames = toml("pinyin/surnames.toml")["readings"]

    assert all(letters_of(reading) in initials(name) for name, reading in surnames.items())
    assert table_of({ord("单"): "dān"}, {"单": "shàn", "查": "zhā"}) == {
        ord("单"): "ds",
        ord("查"): "z",
    }


def test_what_is_no_pinyin_is_refused() -> None:
    with pytest.raises(ValueError, match="not pinyin"):
        letters_of("ㄅ")
