"""Cutting a text by writing system, so that each is shaped and keeps its order."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exporters.writers.docx.scripts import Script, is_right_to_left, segments
from tests.exporters.documents import MONGOLIAN, TIBETAN, UYGHUR

MIXED = st.text(st.sampled_from(f"甲乙，。 1a.()\n{TIBETAN}{UYGHUR}{MONGOLIAN}"))


@given(MIXED, st.booleans())
def test_segments_joined_are_the_text(text: str, right_to_left: bool) -> None:  # noqa: FBT001 - from hypothesis
    cut = list(segments(text, right_to_left=right_to_left))

    assert "".join(piece for _, piece in cut) == text
    assert all(piece for _, piece in cut)


@given(MIXED)
def test_neighbouring_segments_differ(text: str) -> None:
    scripts = [script for script, _ in segments(text)]

    assert all(one is not other for one, other in pairwise(scripts))


@pytest.mark.parametrize(
    ("script", "words"),
    [(Script.TIBETAN, TIBETAN), (Script.ARABIC, UYGHUR), (Script.MONGOLIAN, MONGOLIAN)],
)
def test_words_of_a_script_stay_together(script: Script, words: str) -> None:
    assert list(segments(f"原话：{words}。译")) == [
        (None, "原话："),
        (script, words),
        (None, "。译"),
    ]


def test_chinese_is_one_segment() -> None:
    assert list(segments("甲，a 1")) == [(None, "甲，a 1")]


def test_edges_belong_to_the_script_where_the_paragraph_runs_right_to_left() -> None:
    text = f"({UYGHUR})."

    assert list(segments(text, right_to_left=True)) == [(Script.ARABIC, text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [("", False), ("甲", False), (UYGHUR, True), (f"1. {UYGHUR}", True), (f"甲{UYGHUR}", False)],
)
def test_first_letter_tells_the_direction(text: str, *, expected: bool) -> None:
    assert is_right_to_left(text) is expected
