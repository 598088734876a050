"""Finding lines by words."""

import pytest

from models.finding import lines_with
from models.snapshot import LineView


def _line(key: str, text: str | None, speaker: str | None = None, **more: str) -> LineView:
    return LineView(id=key, seq=1, at=None, speaker_id=speaker, kind=None, text=text, **more)  # type: ignore[arg-type]  # fields by name


LINES = (
    _line("1", "我认为证据不足。", "甲"),
    _line("2", "ＡＢＣ公司转账３８５,０００元", "乙"),
    _line("3", None),
    _line("4", "བཀྲ་ཤིས", "乙", translation="吉祥"),
    _line("5", "ABC公司认为足够", "甲"),
)
NAMES = {"甲": "阿旺·才让", "乙": "陶𬤇"}


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", ()),
        ("  ", ()),
        ("证据", ("1",)),
        ("abc", ("2", "5")),
        ("385", ("2",)),
        ("吉祥", ("4",)),
        ("བཀྲ", ("4",)),
        ("陶𬤇", ("2", "4")),
        ("阿旺・才让", ("1", "5")),
        ("阿旺 abc", ("5",)),
        ("没有的话", ()),
    ],
)
def test_lines_are_found_by_every_word(query: str, found: tuple[str, ...]) -> None:
    assert lines_with(LINES, NAMES, query) == found
