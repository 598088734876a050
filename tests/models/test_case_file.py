"""Case files: what is taken in comes back equal, what is broken is refused with place and mend."""

import json
import os
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from models.case_file import read_document, to_document, to_meeting
from models.case_file.reading import MAX_BYTES, parse_document
from models.errors import CaseFileRefused, Fault, FileUnreadable
from models.profiles import Profiles
from models.vocabulary import MeetingKind
from tests.models.any_case_files import documents
from tests.models.case_files import Document, changed, small, small_hearing


def _written(document: object) -> bytes:
    return json.dumps(document, ensure_ascii=False).encode()


def _faults(data: bytes, profiles: Profiles) -> tuple[Fault, ...]:
    with pytest.raises(CaseFileRefused) as refused:
        parse_document(data, name="x.json", profiles=profiles)
    return refused.value.faults


def test_every_sample_comes_back_to_the_last_key_in_its_order(
    sample: Path, profiles: Profiles
) -> None:
    document = read_document(sample, profiles)

    given_back = to_document(to_meeting(document))

    assert json.dumps(given_back) == json.dumps(json.loads(sample.read_text(encoding="utf-8")))


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(document=documents())
def test_any_file_of_the_form_comes_back_equal(document: Document, profiles: Profiles) -> None:
    read = parse_document(_written(document), name="x.json", profiles=profiles)

    given_back = to_document(to_meeting(read))

    assert given_back == document
    assert list(given_back) == list(document)


def test_absent_null_and_empty_are_three_different_things() -> None:
    for value in ("", None):
        document = small() | {"title": value, "organs": [], "materials": None, "case": {}}
        assert to_document(to_meeting(document)) == document
    document = small()
    del document["title"]
    assert "title" not in to_document(to_meeting(document))


def test_a_byte_order_mark_is_not_part_of_the_document(profiles: Profiles) -> None:
    data = b"\xef\xbb\xbf" + _written(small())

    assert parse_document(data, name="x.json", profiles=profiles) == small()


def test_compatibility_characters_are_not_normalised() -> None:
    document = changed("participants.1.name", "陶\ufa1b")
    document["records"][1]["speaker"] = "陶\ufa1b"

    given_back = to_document(to_meeting(document))

    assert given_back["records"][1]["speaker"] == "陶\ufa1b"


def test_a_speaker_is_found_with_another_middle_dot_and_keeps_it(profiles: Profiles) -> None:
    document = changed("records.2.speaker", "阿旺•才让")

    meeting = to_meeting(parse_document(_written(document), name="x", profiles=profiles))

    assert meeting.lines[2].speaker is meeting.participants[2]
    assert to_document(meeting) == document


def test_lines_of_opinion_are_opinions_of_their_speakers() -> None:
    document = small()
    document["records"].append({"seq": 4, "speaker": None, "kind": "意见", "text": "？"})

    meeting = to_meeting(document)

    assert [(o.author.name, o.line.seq) for o in meeting.opinions if o.line] == [("阿旺·才让", 3)]


def test_namesakes_are_told_apart_by_their_number(profiles: Profiles) -> None:
    document = changed("participants.1.name", "罗承砚")
    del document["records"][1:]
    del document["handler_note"]

    assert [fault.code for fault in _faults(_written(document), profiles)] == ["speaker_ambiguous"]

    document["records"][0]["speaker_no"] = 2
    meeting = to_meeting(parse_document(_written(document), name="x", profiles=profiles))
    assert meeting.lines[0].speaker is meeting.participants[1]


def test_a_name_as_written_goes_before_a_name_that_compares_equal(profiles: Profiles) -> None:
    document = changed("participants.1.name", "\ufa1b")
    document["participants"][2]["name"] = "\u798f"
    document["records"] = [{"speaker": "\u798f", "text": "福"}, {"speaker": "\ufa1b"}]
    del document["handler_note"]

    meeting = to_meeting(parse_document(_written(document), name="x", profiles=profiles))

    assert [line.speaker for line in meeting.lines] == meeting.participants[:0:-1]
    assert to_document(meeting) == document


def test_a_time_of_day_is_not_before_a_date(profiles: Profiles) -> None:
    document = changed("schedule", {"held_from": "2025-06-18T09:00", "held_to": "12:00"})

    assert parse_document(_written(document), name="x", profiles=profiles) == document


def test_a_namesake_who_comes_later_gets_the_number_written() -> None:
    meeting = to_meeting(small())
    meeting.participants[2].name = "罗承砚"

    records = to_document(meeting)["records"]

    assert [line.get("speaker_no") for line in records] == [1, None, 3]


def test_a_changed_meeting_differs_only_in_what_was_changed() -> None:
    meeting = to_meeting(small())
    meeting.title = "新名称"
    meeting.follow_up = "报检察长"
    meeting.lines[0].text = None

    given_back = to_document(meeting)

    expected = small() | {"title": "新名称", "follow_up": "报检察长"}
    expected["records"][0]["text"] = None
    assert given_back == expected


def test_several_cases_stand_in_the_extension() -> None:
    document = small() | {"case": {"name": "一"}, "lianxi": {"cases": [{"name": "二"}]}}

    meeting = to_meeting(document)

    assert [case.name for case in meeting.cases] == ["一", "二"]
    assert to_document(meeting) == document


def test_fields_of_a_hearing_are_unknown_to_a_conference_and_kept() -> None:
    document = small() | {"decision": {"adopted": "采纳"}, "officers_ids": "不是名单"}

    meeting = to_meeting(document)

    assert meeting.decision is None
    assert meeting.kind is MeetingKind.JOINT_CONFERENCE
    assert to_document(meeting) == document


def test_everything_of_a_hearing_arrives_in_its_place(profiles: Profiles) -> None:
    sample = Path(__file__).parents[2] / "resources/samples/s03-hearing.json"

    meeting = to_meeting(read_document(sample, profiles))

    assert [officer.participant.number for officer in meeting.officers] == [4, 5, 6, 7, 8]
    assert meeting.deliberation is not None
    assert meeting.deliberation.officers[1].name == "程砺石"
    assert meeting.approval is not None
    assert meeting.approval.broadcast_channel == "图文直播"
    assert meeting.decision is not None
    assert meeting.decision.adopted == "采纳多数意见"


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "not_json"),
        (b"[1,", "not_json"),
        (b'{"a": 01}', "not_json"),
        ("会议".encode("gb18030"), "not_utf8"),
        (b"\xff\xfe{\x00", "not_utf8"),
        (b'{"a": \x00}', "nul"),
        (b'{"a": NaN}', "bad_number"),
        (b'{"a": 1e999}', "bad_number"),
        (b'{"a": ' + b"1" * 5000 + b"}", "bad_number"),
        (b"[" * 100_000, "too_deep"),
        (b'{"a":' * 50 + b"1" + b"}" * 50, "too_deep"),
        (b'{"kind": 1, "kind": 2}', "key_twice"),
        (b'{"notes": "a\\u0000b"}', "nul_in_text"),
        (b'{"a\\u0000b": 1}', "nul_in_text"),
        (b'{"notes": "\\ud800"}', "lone_surrogate"),
        (b'{"\\udc00": 1}', "lone_surrogate"),
        (b"[]", "wrong_type"),
        (b'"text"', "wrong_type"),
        (b"{}", "missing"),
    ],
)
def test_what_is_not_the_form_at_all_is_refused(data: bytes, code: str, profiles: Profiles) -> None:
    assert code in [fault.code for fault in _faults(data, profiles)]


def test_a_file_beyond_all_measure_is_refused(profiles: Profiles) -> None:
    assert _faults(b" " * (MAX_BYTES + 1), profiles)[0].code == "too_large"


@pytest.mark.parametrize(
    ("path", "value", "place", "code"),
    [
        ("format", "minutes", "format", "must_be"),
        ("version", 2, "version", "must_be"),
        ("version", "1", "version", "must_be"),
        ("version", True, "version", "must_be"),
        ("kind", "meeting", "kind", "not_listed"),
        ("state", "H3", "state", "not_listed"),
        ("state", "J99", "state", "not_listed"),
        ("profile", "lenient", "profile", "not_listed"),
        ("scope", "全国", "scope", "not_listed"),
        ("participants.0.role", "听证员", "participants[0].role", "not_listed"),
        ("participants.0.mode", "电话", "participants[0].mode", "not_listed"),
        ("participants.1.no", 1, "participants[0].no", "number_twice"),
        ("participants.1.no", "2", "participants[1].no", "wrong_type"),
        ("records.0.kind", "表决", "records[0].kind", "not_listed"),
        ("records.1.seq", 1, "records[0].seq", "number_twice"),
        ("records.1.seq", 0, "records[1].seq", "out_of_range"),
        ("records.1.seq", 1.5, "records[1].seq", "wrong_type"),
        ("records.0.step", 8, "records[0].step", "out_of_range"),
        ("records.0.lang", "中文", "records[0].lang", "bad_language"),
        ("records.0.speaker", "张三", "records[0].speaker", "speaker_unknown"),
        ("records.0.speaker", "", "records[0].speaker", "speaker_unknown"),
        ("records.0.speaker", 1, "records[0].speaker", "wrong_type"),
        ("records.0.speaker_no", 2, "records[0].speaker_no", "speaker_other"),
        ("records.0.at", "24:00", "records[0].at", "bad_time"),
        ("records.0.at", "9:02", "records[0].at", "bad_time"),
        ("schedule.held_from", "2026-02-30T09:00", "schedule.held_from", "bad_time"),
        ("schedule.held_from", "2026-03-02T09:00:00", "schedule.held_from", "bad_time"),
        ("schedule.held_from", "2026-03-02T09:00+08:00", "schedule.held_from", "bad_time"),
        ("schedule.held_from", "２０２６-03-02", "schedule.held_from", "bad_time"),
        ("schedule.held_to", "2026-03-02T08:59", "schedule.held_to", "ends_before_start"),
        ("schedule.held_to", "2026-03-01", "schedule.held_to", "ends_before_start"),
        ("handler_note.items.0.status", "同意", "handler_note.items[0].status", "not_listed"),
        ("handler_note.items.0.ref_seq", 9, "handler_note.items[0].ref_seq", "no_such_line"),
        ("records", {}, "records", "wrong_type"),
        ("records.0", None, "records[0]", "wrong_type"),
        ("lianxi", [], "lianxi", "wrong_type"),
    ],
)
def test_a_fault_is_told_with_its_place(
    path: str,
    value: Any,
    place: str,
    code: str,
    profiles: Profiles,
) -> None:
    faults = _faults(_written(changed(path, value)), profiles)

    assert (place, code) in [(fault.place, fault.code) for fault in faults]


def test_a_number_without_a_speaker_is_refused(profiles: Profiles) -> None:
    document = changed("records.0.speaker", None)
    document["records"][0]["speaker_no"] = 1

    assert _faults(_written(document), profiles)[0].code == "number_without_speaker"


def test_an_officer_who_is_not_there_is_refused(profiles: Profiles) -> None:
    document = small_hearing() | {"officers_ids": [3, 7]}

    faults = _faults(_written(document), profiles)

    assert [(fault.place, fault.code) for fault in faults] == [
        ("officers_ids[1]", "no_such_participant")
    ]


@settings(max_examples=200, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_a_mutilated_file_is_refused_or_taken_whole_never_a_crash(
    data: st.DataObject, profiles: Profiles
) -> None:
    raw = bytearray(_written(small()))
    for _ in range(data.draw(st.integers(1, 4))):
        raw[data.draw(st.integers(0, len(raw) - 1))] = data.draw(st.integers(0, 255))

    try:
        document = parse_document(bytes(raw), name="x", profiles=profiles)
    except CaseFileRefused:
        return

    assert to_document(to_meeting(document)) == document


def test_a_missing_file_or_a_folder_is_told(tmp_path: Path, profiles: Profiles) -> None:
    pipe = tmp_path / "pipe.json"
    os.mkfifo(pipe)

    for file, reason in (
        (tmp_path / "nothing.json", "ENOENT"),
        (tmp_path, "not_a_file"),
        (pipe, "not_a_file"),  # reading it would wait for a writer for ever
    ):
        with pytest.raises(FileUnreadable) as refused:
            read_document(file, profiles)
        assert refused.value.reason == reason


def test_the_published_schema_is_the_one_in_use() -> None:
    root = Path(__file__).parents[2]

    published = (root / "docs/case-file.schema.json").read_text(encoding="utf-8")

    used = root / "resources/schemas/conference-record-1.schema.json"
    assert published == used.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("told", "place"),
    [
        ({"agenda": [{"item": 3}]}, "lianxi.agenda[0].item"),
        ({"agenda": [{"item": 2}, {"item": 1}]}, "lianxi.agenda[1].item"),
        ({"agenda": [{"item": 1}, {"item": 1}]}, "lianxi.agenda[1].item"),
        ({"participants": [{"participant": 99}]}, "lianxi.participants[0].participant"),
        ({"records": [{"record": 1, "item": 3}]}, "lianxi.records[0].item"),
        ({"records": [{"record": 1, "question": 1}]}, "lianxi.records[0].question"),
        ({"records": [{"record": 3, "question": 2}]}, "lianxi.records[0].question"),
    ],
)
def test_what_more_is_said_is_about_something_that_is_there(
    told: Document, place: str, profiles: Profiles
) -> None:
    document = small() | {"agenda": ["一", "二"], "questions": ["问"], "lianxi": told}

    with pytest.raises(CaseFileRefused) as refused:
        parse_document(_written(document), name="x.json", profiles=profiles)

    assert [fault.place for fault in refused.value.faults] == [place]


@pytest.mark.parametrize(
    "told",
    [
        {"agenda": [{"level": 1}]},
        {"agenda": [{"item": 0}]},
        {"agenda": [{"item": 1, "level": 3}]},
        {"agenda": [{"item": 1, "minutes": 0}]},
        {"participants": [{"participant": 1, "attendance": "来了"}]},
        {"records": {"record": 1}},
    ],
)
def test_what_more_is_said_has_the_right_form(told: Document, profiles: Profiles) -> None:
    document = small() | {"agenda": ["一"], "lianxi": told}

    with pytest.raises(CaseFileRefused):
        parse_document(_written(document), name="x.json", profiles=profiles)
