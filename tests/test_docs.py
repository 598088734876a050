"""The pages for people: links that lead somewhere, twins that say the same commands."""

import re
from pathlib import Path

import pytest

from exporters.registry import KINDS

ROOT = Path(__file__).parents[1]
PAGES = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/*.md")])

_LINK = re.compile(r"\]\(([^)\s]+)\)")
_COMMAND = re.compile(r"^(?:python main\.py ([a-z-]+)|make ([a-z-]+))(.*)$", re.MULTILINE)


def _anchors(page: Path) -> set[str]:
    """Return the names by which headings can be linked to."""
    headings = re.findall(r"^#+ (.+)$", page.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", one.lower()).replace(" ", "-") for one in headings}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_lead_somewhere(page: Path) -> None:
    links = _LINK.findall(page.read_text(encoding="utf-8"))
    inside = [one.partition("#") for one in links if "://" not in one]

    for name, _, anchor in inside:
        target = (page.parent / name).resolve() if name else page
        assert target.is_file(), name
        assert not anchor or anchor in _anchors(target), anchor


def _commands(name: str) -> list[tuple[str, ...]]:
    """Return each command with its options, without what stands for a value."""
    text = (ROOT / name).read_text(encoding="utf-8")
    return [
        (command or target, *re.findall(r"--[a-z0-9-]+", rest))
        for command, target, rest in _COMMAND.findall(text)
    ]


def test_both_readmes_tell_the_same_commands() -> None:
    assert _commands("README.md") == _commands("README.zh-CN.md")


@pytest.mark.parametrize(
    ("english", "chinese"),
    [("README.md", "README.zh-CN.md"), ("docs/guide.md", "docs/guide.zh-CN.md")],
)
def test_pages_of_both_languages_link_to_the_same_pages(english: str, chinese: str) -> None:
    found = [
        {_of_any_language(link) for link in _LINK.findall((ROOT / name).read_text("utf-8"))}
        for name in (english, chinese)
    ]

    assert found[0] == found[1]


def _of_any_language(link: str) -> str:
    return link.replace(".zh-CN.md", ".md")


def test_no_page_names_a_kind_of_paper_that_is_gone() -> None:
    """Those that ``export --kind`` is shown with."""
    text = "".join(page.read_text(encoding="utf-8") for page in PAGES)
    shown = {
        name for one in re.findall(r"--kind ([\w|…]+)", text) for name in one.split("|") if name
    }

    assert shown - {"…", "all"} <= set(KINDS)
    assert shown
