"""A conference has nowhere to put a vote, a tally or a result: tables and words are walked."""

import re
import tomllib
from pathlib import Path

from exporters.labels import load_labels
from models.meeting import Meeting

ROOT = Path(__file__).parents[2]
FORBIDDEN = re.compile(
    r"vote|ballot|tally|motion|majority|minority|ranking|resolution|result|decision|adopted|consensus"
)


def test_only_hearing_tables_may_hold_a_majority_or_a_decision() -> None:
    wrong = [
        f"{table.name}.{column.name}"
        for table in Meeting.metadata.tables.values()
        if not table.name.startswith("hearing_")
        for column in table.columns
        if FORBIDDEN.search(table.name) or FORBIDDEN.search(column.name)
    ]

    assert wrong == []


def test_the_words_of_the_record_hold_no_collective_view() -> None:
    words = load_labels().words["record"]
    text = " ".join(part for part in words.values() if isinstance(part, str))

    assert not re.search("决定|决议|表决|多数|少数|一致|结论|共识|会议意见|会议认为|纪要", text)


def test_the_statement_of_one_kind_never_stands_in_the_other() -> None:
    words = load_labels()("statement.conference"), load_labels()("statement.hearing")

    assert words == (
        "以上意见均为发言人个人意见，仅供承办检察官参考，不构成会议决议或者倾向性意见。",
        "听证意见是人民检察院依法处理案件的重要参考，不是处理决定。",
    )
    for kind, own in (("conference", "conference"), ("hearing", "hearing")):
        for file in (ROOT / "exporters/kinds" / kind).glob("*.py"):
            found = set(re.findall(r"statement\.(conference|hearing)\b", file.read_text("utf-8")))
            assert found <= {own}, file


def test_chinese_words_on_paper_and_screen_use_full_width_marks() -> None:
    for name in ("document_zh_CN", "messages_zh_CN"):
        catalogue = tomllib.loads((ROOT / f"resources/i18n/{name}.toml").read_text("utf-8"))
        for key, text in _texts(catalogue):
            assert not re.search("[一-鿿][,;:!?()]|[,;!?()][一-鿿]", text), f"{name}: {key}"


def _texts(table: dict[str, object], path: str = "") -> list[tuple[str, str]]:
    found = []
    for key, value in table.items():
        name = f"{path}.{key}"
        found.extend(_texts(value, name) if isinstance(value, dict) else [(name, str(value))])
    return found


def test_every_package_is_shipped() -> None:
    """The list in ``pyproject.toml`` names every folder with code."""
    setup = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    found = {
        ".".join(file.parent.relative_to(ROOT).parts)
        for top in ("ui", "models", "exporters", "resources")
        for file in (ROOT / top).rglob("*.py")
    }

    assert set(setup["tool"]["setuptools"]["packages"]) == found
