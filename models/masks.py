"""What stands for a name in a masked version: 张某某, 欧阳某某, 阿某某; and how names are found.

After 最高人民法院关于人民法院在互联网公布裁判文书的规定 (法释〔2016〕19号) art. 9, which offices know from
every published paper: the surname stays and 某 stands for the given name; of a name without Chinese
surname the first character stays; names that would then read alike are told apart by Arabic
numerals (张某某1, 张某某2). 甲 and 乙 are not used: they would look like a person's place in the case.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache

_HIDDEN = "某"
_BLANKS = " \t\u00a0\u00ad\u1680\u2000-\u200f\u202f\u205f\u2060\u3000\ufeff"
_VARIATION = "\ufe00-\ufe0f\U000e0100-\U000e01ef"
_DOTS = "·•・‧･∙⋅．"
_FURTHER_DOTS = r".\-－"  # between the parts of a name only
_GAP = re.compile(f"[{_BLANKS}{_VARIATION}{_DOTS}]+")
_ANY_GAP = re.compile(f"[{_BLANKS}{_VARIATION}{_DOTS}{_FURTHER_DOTS}]+")
_BRACKETS = re.compile(r"[（(\[〔【][^）)\]〕】]*[）)\]〕】]?")
_AND = re.compile(r"[、，,;；\n/]|以及")
_AND_OTHERS = re.compile(r"等\s*[0-9０-９一二三四五六七八九十百数多]*\s*(?:个?人|名)?\s*$")
_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f]")
_LONGEST_CHINESE = 4
"""Of so many characters a name may be a person's, whatever it ends with: 李大厂."""

_PAIRS = (
    "欧阳司马上官诸葛司徒尉迟东方西门南宫夏侯皇甫慕容令狐公孙长孙宇文轩辕独孤端木申屠澹台濮阳淳于单于太叔"
    "公冶宗政钟离鲜于闾丘司空司寇亓官仲孙赫连呼延闻人公羊万俟拓跋完颜纳兰百里东郭南门微生梁丘左丘谷梁贺兰"
    "歐陽司馬諸葛尉遲鍾離獨孤"
)
COMPOUND_SURNAMES = frozenset(map("".join, zip(_PAIRS[::2], _PAIRS[1::2], strict=True)))
"""Surnames of two characters (复姓), as a name of three or four characters may begin with."""


def people_in(field: str) -> tuple[str, ...]:
    """Return the names that a field holds: it may list several, and say something beside a name.

    What is masked already (张某, 陈某甲) is no name any more.
    """
    return tuple(name for name in names_in(field) if _can_be_masked(name))


def names_in(field: str) -> tuple[str, ...]:
    """Return the names that a field holds, those that are masked already too."""
    bare = _BRACKETS.sub("", field)
    pieces = (_AND_OTHERS.sub("", piece).strip() for piece in _AND.split(bare))
    return tuple(filter(None, map(_without_description, pieces)))


def _without_description(piece: str) -> str:
    """Return the name at the end of words that are parted from it: 店主 薛蓝."""
    parts = piece.split()
    if _LATIN.search(piece) or len("".join(parts)) <= _LONGEST_CHINESE or not parts:
        return piece
    return piece if any(dot in piece for dot in _DOTS) else parts[-1]


def _can_be_masked(name: str) -> bool:
    return len(name_key(name)) > 1 and _HIDDEN not in name


def name_key(name: str) -> str:
    """Return a name without what people write between its parts: equal for the same name."""
    return _ANY_GAP.sub("", unicodedata.normalize("NFKC", _GAP.sub("", name))).casefold()


def mask_of(name: str) -> str:
    """Return what stands for a name if no other reads alike."""
    whole = unicodedata.normalize("NFKC", _GAP.sub("", name))
    if _GAP.search(name.strip()) and len(whole) > _LONGEST_CHINESE:
        return whole[0] + _HIDDEN * 2
    if whole[:2] in COMPOUND_SURNAMES and 2 < len(whole) <= _LONGEST_CHINESE:
        return whole[:2] + _HIDDEN * (len(whole) - 2)
    return whole[0] + _HIDDEN * min(len(whole) - 1, 2)


def masks_for(names: Iterable[str], given: Mapping[str, str] | None = None) -> dict[str, str]:
    """Return what stands for each name, by its key, numbered in their order where it reads alike.

    ``given`` are those that the office chose itself, by key.
    """
    chosen = dict(given or {})
    plain = {name_key(name): mask_of(name) for name in names if name_key(name) not in chosen}
    alike = Counter([*plain.values(), *chosen.values()])
    numbers: Counter[str] = Counter()
    found = chosen
    for key, mask in plain.items():
        numbers[mask] += 1
        found[key] = f"{mask}{numbers[mask]}" if alike[mask] > 1 else mask
    return found


def names_pattern(names: Iterable[str]) -> re.Pattern[str]:
    """Return what finds these names in running text, longer ones first; it has no groups.

    Blanks and any kind of middle dot may stand between their characters.
    """
    unique = {name_key(name): name for name in names}
    longest_first = sorted(unique, key=lambda key: (-len(key), key))
    return re.compile(
        "|".join(_pattern_of(unique[key]) for key in longest_first) or r"(?!)", re.IGNORECASE
    )


def _pattern_of(name: str) -> str:
    gap = f"[{_BLANKS}{_VARIATION}{_DOTS}{_FURTHER_DOTS if _GAP.search(name.strip()) else ''}]*"
    signs = _GAP.sub("", unicodedata.normalize("NFKC", _GAP.sub("", name)))
    body = gap.join(map(_sign, signs)) + f"[{_VARIATION}]*"
    if _LATIN.search(signs):
        return rf"(?<![A-Za-z]){body}(?![A-Za-z])"
    return body


def _sign(sign: str) -> str:
    forms = {sign, unicodedata.normalize("NFD", sign), *_same_signs().get(sign, ())}
    return "(?:" + "|".join(map(re.escape, sorted(forms))) + ")"


@cache
def _same_signs() -> dict[str, tuple[str, ...]]:
    """Return the further code points by which fonts and old files write the same sign."""
    found: dict[str, list[str]] = {}
    ranges = ((0x2F00, 0x2FE0), (0xF900, 0xFB00), (0xFF01, 0xFF5F), (0x2F800, 0x2FA20))
    for number in (number for begin, end in ranges for number in range(begin, end)):
        plain = unicodedata.normalize("NFKC", chr(number))
        if len(plain) == 1 and plain != chr(number):
            found.setdefault(plain, []).append(chr(number))
    return {sign: tuple(others) for sign, others in found.items()}


_ORGANISATIONS = (
    *("有限责任公司", "股份有限公司", "有限公司", "集团公司", "分公司", "公司", "集团", "合作社"),
    *(
        "工厂",
        "商店",
        "超市",
        "饭店",
        "餐厅",
        "酒店",
        "银行",
        "医院",
        "诊所",
        "学校",
        "幼儿园",
        "小学",
    ),
    *(
        "中学",
        "大学",
        "研究院",
        "研究所",
        "事务所",
        "经营部",
        "门市部",
        "服务部",
        "协会",
        "基金会",
        "厂",
    ),
    *("店", "中心", "农场", "牧场", "寺"),
)
_STATE_ORGANS = (
    *(
        "人民政府",
        "政府",
        "局",
        "厅",
        "法院",
        "检察院",
        "委员会",
        "管委会",
        "办公室",
        "支队",
        "大队",
    ),
    *(
        "派出所",
        "监狱",
        "看守所",
        "村委会",
        "居委会",
        "街道办",
        "办事处",
        "机关",
        "中队",
        "总队",
        "站",
    ),
)


def is_organisation(name: str) -> bool:
    """Say whether the name is not a person's."""
    bare = _BRACKETS.sub("", name).strip()
    return len(bare) > 2 and bare.endswith((*_ORGANISATIONS, *_STATE_ORGANS))  # 马厂


def is_state_organ(name: str) -> bool:
    """Say whether the name is a public body's, which no version hides."""
    return is_organisation(name) and _BRACKETS.sub("", name).strip().endswith(_STATE_ORGANS)


def mask_of_organisation(name: str) -> str:
    """Return what stands for an organisation: 某某有限公司."""
    bare = _BRACKETS.sub("", name).strip()
    ending = next((one for one in _ORGANISATIONS if bare.endswith(one)), "")
    return _HIDDEN * 2 + ending
