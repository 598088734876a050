"""The advisory rule on paper: no word that counts or decides, and the statement on every page.

The words of a speaker are theirs: what was said, written or entered by a person is not looked at,
only what the program says by itself.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

import resources
from exporters.document import Document, Paragraph, ParagraphStyle, texts
from exporters.labels import load_labels
from exporters.registry import KINDS, kinds_due
from exporters.text import clean_document
from models.papers import MeetingPapers
from models.vocabulary import MeetingKind
from tests.exporters.meetings import PROFILES, built, papers, whole
from tests.exporters.pdf_files import page_texts, seen, written

COUNTING = (
    *("表决", "投票", "票数", "得票", "计票", "赞成", "反对", "弃权", "举手"),
    *("多数", "少数", "过半", "比例", "占比", "人次", "统计", "合计", "排名", "名次", "得分"),
    *(
        "一致",
        "共识",
        "决议",
        "议决",
        "决定",
        "倾向",
        "会议认为",
        "会议意见",
        "会议结论",
        "总体意见",
    ),
)
"""Words of votes, figures, ranks and results."""

ELSEWHERE = frozenset(
    {
        *("statement", "transcript", "deliberation", "officer_invitation"),
        *("public_notice", "adoption", "hearing_notice", "hearing_refusal"),
    }
)
"""Tables of words that are looked at elsewhere: the statements deny votes; a hearing may decide."""

CATALOGUES = sorted(resources.path("i18n").glob("document_*.toml"))


def _words(table: Mapping[str, Any], key: str = "") -> Iterator[tuple[str, str]]:
    for name, value in table.items():
        if isinstance(value, Mapping):
            yield from _words(value, f"{key}{name}.")
        else:
            yield f"{key}{name}", value


def _counting(text: str) -> list[str]:
    return [word for word in COUNTING if word in text]


def test_the_lists_find_what_must_not_stand_there() -> None:
    for bad in ("多数意见", "表决结果", "会议决定", "赞成3票", "倾向性意见"):
        assert _counting(bad)


@pytest.mark.parametrize("catalogue", CATALOGUES, ids=lambda file: file.stem)
def test_no_label_of_a_conference_counts_or_decides(catalogue: Path) -> None:
    tables = resources.toml(f"i18n/{catalogue.name}")

    for key, words in _words({k: v for k, v in tables.items() if k not in ELSEWHERE}):
        assert not _counting(f"{key} {words}"), key


_DENIED = ("不进行表决", "不形成决议", "不归纳倾向性意见", "不构成会议决议或者倾向性意见")
_OF_OTHERS = ("依照权限决定", "不是处理决定")  # the handling prosecutor's, the procuratorate's


def test_the_statements_speak_of_votes_and_decisions_only_to_deny_them() -> None:
    for key, words in load_labels().words["statement"].items():
        assert not _counting(_without(words.replace("也", ""), (*_DENIED, *_OF_OTHERS))), key


def _without(text: str, parts: Iterable[str]) -> str:
    for part in parts:
        text = text.replace(part, "")
    return text


@pytest.mark.parametrize("profile", [p for p in PROFILES.values() if p.kind != MeetingKind.HEARING])
def test_what_a_paper_says_by_itself_neither_counts_nor_decides(profile: Any) -> None:
    told = replace(whole(), meeting=replace(whole().meeting, profile=profile.id))
    for kind in kinds_due(told):
        for text in _own_words(built(kind, told), told):
            assert not _counting(text), f"{kind}: {text}"


def test_no_paper_of_a_sample_counts_or_decides_by_itself(sample: Path) -> None:
    told = papers(sample)
    for kind in kinds_due(told):
        if KINDS[kind].meeting is MeetingKind.JOINT_CONFERENCE:
            for text in _own_words(built(kind, told), told):
                assert not _counting(text), f"{kind}: {text}"


def _own_words(document: Document, told: MeetingPapers) -> Iterator[str]:
    """Yield what the program says in a paper: without the statements and what people entered."""
    entered = _entered(told)
    frame = document.frame
    around = (frame.header, frame.footer, frame.page_label, frame.sign_label, frame.mark or "")
    for text in (document.title, document.keywords, *around, *texts(document)):
        yield _without(text, entered)


def _entered(told: MeetingPapers) -> list[str]:
    """Return the statements, the sources of profiles, and what people entered, the longest first.

    Only what would be found itself, so that nothing else is hidden by it.
    """
    statements = set(load_labels().words["statement"].values())
    sources = {profile.source for profile in PROFILES.values()}
    found = {text for text in {*statements, *sources, *_strings(told)} if _counting(text)}
    assert all(len(text) > 6 for text in found)
    return sorted(found, key=len, reverse=True)


def _strings(value: object) -> Iterator[str]:
    """Yield every text inside frozen values."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for part in value:
            yield from _strings(part)
    elif hasattr(value, "__dataclass_fields__"):
        for name in value.__dataclass_fields__:
            yield from _strings(getattr(value, name))


def test_a_planted_tally_would_be_found() -> None:
    """The walk takes away what was entered, not what stands around it."""
    document = built("record", whole())
    planted = Paragraph(document.blocks[0].runs, ParagraphStyle.BODY)  # type: ignore[union-attr] # the office
    tally = replace(planted, runs=(replace(planted.runs[0], text="我认为多数意见如下"),))

    found = _own_words(replace(document, blocks=(*document.blocks, tally)), whole())

    assert [text for text in found if _counting(text)] == ["我认为多数意见如下"]


def _pages(document: Document) -> list[str]:
    return [seen(page) for page in page_texts(written(clean_document(document)[0]))]


def _statements_of(kind: str) -> tuple[str, str]:
    """Return the statement on every page of a kind of paper, and one that must be on none."""
    labels = load_labels()
    if KINDS[kind].meeting is MeetingKind.HEARING:
        return labels("statement.hearing"), labels("statement.conference")
    own = {"handler_note": "handler_note", "expert_statement": "expert"}.get(kind, "conference")
    return labels(f"statement.{own}"), labels("statement.hearing")


def test_every_page_of_every_sample_bears_its_statement_and_never_the_other(sample: Path) -> None:
    told = papers(sample)
    for kind in kinds_due(told):
        own, other = _statements_of(kind)
        for page in _pages(built(kind, told)):
            assert seen(own) in page, kind
            assert seen(other) not in page, kind


@pytest.mark.parametrize("kind", kinds_due(whole()))
def test_every_page_of_papers_with_annexes_bears_its_statement(kind: str) -> None:
    own, other = _statements_of(kind)

    for page in _pages(built(kind, whole())):
        assert seen(own) in page
        assert seen(other) not in page
