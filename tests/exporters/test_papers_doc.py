"""The page on papers, held against the table of papers."""

import re
from pathlib import Path

import pytest

from exporters.labels import load_labels
from exporters.registry import KINDS
from models.changeable import changeable_kinds
from models.profile_terms import PAPERS

PAGE = (Path(__file__).parents[2] / "docs/papers.md").read_text(encoding="utf-8")
ROWS = [line for line in PAGE.splitlines() if line.startswith("| `")]

_TITLED_OTHERWISE = {"notice", "hearing_refusal", "name_plates_bare"}
"""Official documents are titled by what they are about; the plates share one title."""


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_stands_in_one_row_of_the_tables(kind: str) -> None:
    assert sum(f"`{kind}`" in row.split(" | ")[0] for row in ROWS) == 1


def test_no_row_is_about_a_kind_that_is_gone() -> None:
    named = {name for row in ROWS for name in re.findall(r"`(\w+)`", row.split(" | ")[0])}

    assert named == set(KINDS)


def test_papers_of_each_meeting_stand_in_the_order_of_its_file() -> None:
    named = [name for row in ROWS for name in re.findall(r"`(\w+)`", row.split(" | ")[0])]

    assert named == list(KINDS)


@pytest.mark.parametrize("kind", KINDS)
def test_a_kind_has_one_name_in_files_docs_and_templates(kind: str) -> None:
    name = KINDS[kind].short_name.removesuffix("只有姓名")
    row = next(row for row in ROWS if f"`{kind}`" in row.split(" | ")[0])
    templates = changeable_kinds()

    assert row.split(" | ")[1].startswith((f"{name},", f"{name} with"))
    assert kind not in templates or templates[kind].name.partition("（")[0] == name


@pytest.mark.parametrize("kind", sorted(set(KINDS) - _TITLED_OTHERWISE))
def test_the_title_of_a_paper_ends_with_its_name(kind: str) -> None:
    assert load_labels()(f"{kind}.title").endswith(KINDS[kind].short_name)


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_a_meeting_has_its_fields_told(kind: str) -> None:
    """Those for the room are told by name: two of them are one paper."""
    room = set.intersection(*map(set, PAPERS.values()))

    assert kind in room or re.search(rf"^\*\*.+\*\* \(`{kind}`\)\. ", PAGE, re.MULTILINE)
