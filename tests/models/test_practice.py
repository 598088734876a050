"""Practising: the invented meeting, and how a sentence was taken down."""

import json

import pytest

from models.case_file.reading import parse_document
from models.practice import Sentence, Taken, compare, practice_meeting, right_characters, script_of
from models.profiles import Profiles
from resources import path

SAMPLE = json.loads(path("samples/s01-joint.json").read_text(encoding="utf-8"))


def test_the_meeting_has_people_and_nothing_said(profiles: Profiles) -> None:
    made = practice_meeting(SAMPLE)

    assert made["participants"] == SAMPLE["participants"]
    assert made["title"].startswith("练习：")
    assert not {"records", "handler_note", "number", "lianxi"} & made.keys()
    data = json.dumps(made, ensure_ascii=False).encode()
    assert parse_document(data, name="x", profiles=profiles) == made


def test_the_script_names_the_speakers_by_number() -> None:
    script = script_of(SAMPLE)

    assert len(script) == len(SAMPLE["records"])
    assert (script[1].number, script[1].name) == (2, "陶𬤇")


@pytest.mark.parametrize(
    ("text", "number", "taken"),
    [
        ("转账385,000元。", 2, Taken(right_speaker=True, wrong=0)),
        ("转账３８５０００元", 2, Taken(right_speaker=True, wrong=0)),
        ("转帐385000元", 2, Taken(right_speaker=True, wrong=1)),
        ("转账", 3, Taken(right_speaker=False, wrong=7)),
        ("", None, Taken(right_speaker=False, wrong=9)),
    ],
)
def test_a_sentence_is_compared_by_its_characters(
    text: str, number: int | None, taken: Taken
) -> None:
    assert compare(Sentence(2, "陶𬤇", "转账385,000元"), text, number) == taken


def test_what_was_right_is_added_up() -> None:
    said = (Sentence(1, "甲", "一二三四"), Sentence(2, "乙", "五六"))

    assert right_characters(
        said, (Taken(right_speaker=True, wrong=1), Taken(right_speaker=True, wrong=0))
    ) == (5, 6)
