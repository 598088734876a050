"""What is missing before signing: each prosecutor heard or excused, each signature told."""

from dataclasses import replace

import pytest

from models.database import Database
from models.errors import NotReadyToSign
from models.operations import entries, meetings, opinions, signing
from models.operations.case_files import import_documents
from models.profiles import Profiles
from models.queries import meeting_snapshot
from models.readiness import gaps
from models.signing_facts import Gap, GapKind
from models.snapshot import (
    LineView,
    MeetingSnapshot,
    OpinionView,
    ParticipantView,
    SignatureView,
    TranscriptCheckView,
)
from models.vocabulary import Manner, MeetingKind

CHAIR = ParticipantView("c", 1, "岳主任", "甲院", "主任", role="主持")
FIRST = ParticipantView("f", 2, "罗承砚", "甲院", "检察官", role="出席")
SECOND = ParticipantView("s", 3, "韦𫖯", "乙院", "检察官", role="出席")
HANDLER = ParticipantView("h", 4, "陶𬤇", "甲院", "检察官", role="承办", counts_for_quorum=True)
RECORDER = ParticipantView("r", 5, "书记", "甲院", "书记员", role="记录")
PEOPLE = (CHAIR, FIRST, SECOND, HANDLER, RECORDER)


def _said(person: ParticipantView, kind: str = "意见") -> LineView:
    return LineView(f"l-{person.id}", 1, "09:00", person.id, kind, "个人认为应当查清。")


def _signed(person: ParticipantView, status: str = "已签名", **more: str) -> SignatureView:
    return SignatureView(f"x-{person.id}", person.id, person.name, person.role, status, **more)


READY = MeetingSnapshot(
    "m",
    MeetingKind.JOINT_CONFERENCE,
    "J6",
    participants=PEOPLE,
    lines=tuple(_said(person) for person in (FIRST, SECOND, CHAIR)),
    statement_read_at="2026-01-02T09:00",
    signatures=tuple(_signed(person) for person in PEOPLE),
)


def _found(meeting: MeetingSnapshot, profiles: Profiles) -> list[tuple[GapKind, str]]:
    return [(gap.kind, gap.subject) for gap in gaps(meeting, profiles["strict"])]


def test_nothing_is_missing_of_a_meeting_that_is_complete(profiles: Profiles) -> None:
    assert _found(READY, profiles) == []


def test_who_counts_must_be_heard_but_not_the_handler_nor_the_recorder(profiles: Profiles) -> None:
    assert _found(replace(READY, lines=(_said(FIRST),)), profiles) == [
        (GapKind.NOT_HEARD, "c"),
        (GapKind.NOT_HEARD, "s"),
    ]


def test_a_question_is_no_opinion(profiles: Profiles) -> None:
    lines = (_said(FIRST), _said(SECOND, "提问"), _said(CHAIR))

    assert _found(replace(READY, lines=lines), profiles) == [(GapKind.NOT_HEARD, "s")]


@pytest.mark.parametrize("attendance", ["请假", "缺席"])
def test_who_did_not_come_is_not_waited_for(attendance: str, profiles: Profiles) -> None:
    away = replace(SECOND, attendance=attendance)
    people = (CHAIR, FIRST, away, HANDLER, RECORDER)
    lines = (_said(FIRST), _said(CHAIR))

    assert _found(replace(READY, participants=people, lines=lines), profiles) == []


def test_a_written_opinion_is_heard_and_silence_needs_its_reason(profiles: Profiles) -> None:
    lines = (_said(FIRST), _said(CHAIR))
    written = OpinionView("o", "s", manner=Manner.WRITTEN, text="书面意见。")
    silent = OpinionView("o", "s", manner=Manner.NONE_GIVEN)
    told = replace(silent, silence_reason="未阅完材料")

    for opinion, expected in (
        (written, []),
        (silent, [(GapKind.SILENCE_UNEXPLAINED, "s")]),
        (told, []),
    ):
        meeting = replace(READY, lines=lines, opinions=(opinion,))
        assert _found(meeting, profiles) == expected


def test_a_line_without_speaker_is_told_by_its_number(profiles: Profiles) -> None:
    nobody = LineView("l-0", 7, "09:00", None, "意见", "没有署名的发言。")

    (gap,) = gaps(replace(READY, lines=(*READY.lines, nobody)), profiles["strict"])

    assert gap == Gap(GapKind.SPEAKER_UNKNOWN, "l-0", number=7)


def test_everybody_who_signs_is_told_until_noted(profiles: Profiles) -> None:
    meeting = replace(READY, signatures=(_signed(CHAIR), _signed(FIRST, "缺席")))

    assert _found(meeting, profiles) == [
        (GapKind.SIGNATURE_OPEN, "s"),
        (GapKind.SIGNATURE_OPEN, "h"),
        (GapKind.SIGNATURE_OPEN, "r"),
    ]


def test_a_refusal_needs_its_reason(profiles: Profiles) -> None:
    others = tuple(_signed(person) for person in PEOPLE if person is not SECOND)
    refused = _signed(SECOND, "拒绝签名")

    for signature, expected in (
        (refused, [(GapKind.SIGNATURE_UNEXPLAINED, "x-s")]),
        (replace(refused, reason="认为记录不全"), []),
    ):
        assert _found(replace(READY, signatures=(*others, signature)), profiles) == expected


def test_of_two_of_one_name_a_signature_without_person_is_nobody_s(profiles: Profiles) -> None:
    twin = replace(SECOND, id="t", number=6, organ="丙院")
    by_name = tuple(replace(_signed(person), participant_id=None) for person in (*PEOPLE, twin))
    meeting = replace(
        READY,
        participants=(*PEOPLE, twin),
        lines=(*READY.lines, _said(twin)),
        signatures=by_name,
    )

    assert _found(meeting, profiles) == [
        (GapKind.SIGNATURE_OPEN, "s"),
        (GapKind.SIGNATURE_OPEN, "t"),
    ]


def test_what_only_asks_does_not_stop(profiles: Profiles) -> None:
    empty = replace(READY, lines=(), statement_read_at=None)

    told = {gap.kind: gap.stops for gap in gaps(empty, profiles["strict"])}

    assert not told[GapKind.NO_LINES]
    assert not told[GapKind.STATEMENT_NOT_READ]
    assert told[GapKind.NOT_HEARD]


def test_a_hearing_s_checks_of_the_transcript_are_signatures(profiles: Profiles) -> None:
    officer = ParticipantView("o", 1, "薛某", role="听证员")
    hearing = MeetingSnapshot(
        "m",
        MeetingKind.HEARING,
        "H9",
        participants=(officer,),
        lines=(_said(officer, "说明"),),
    )

    assert [g.kind for g in gaps(hearing, profiles["hearing"])] == [GapKind.SIGNATURE_OPEN]
    checked = replace(hearing, transcript_checks=(TranscriptCheckView("薛某", "签名"),))
    assert gaps(checked, profiles["hearing"]) == ()


@pytest.fixture
def conference(database: Database) -> str:
    """Give a conference at J6 with an attending prosecutor who said nothing."""
    people = [{"no": 1, "name": "罗承砚", "role": "出席", "counts_for_quorum": True}]
    with database.write() as session:
        document = {"format": "conference-record", "version": 1, "kind": "joint_conference"}
        document |= {"state": "J6", "participants": people, "records": []}
        (taken,) = import_documents(session, [("x", document)])
    return taken.id


def test_signing_is_refused_until_everything_is_there(
    database: Database, conference: str, profiles: Profiles
) -> None:
    with pytest.raises(NotReadyToSign) as refused, database.write() as session:
        meetings.move_meeting(session, conference, "J7", profiles)
    assert [gap.kind for gap in refused.value.gaps] == [
        GapKind.NOT_HEARD,
        GapKind.SIGNATURE_OPEN,
    ]

    with database.write() as session:
        (person,) = meeting_snapshot(session, conference).participants
        opinions.add_opinion(
            session,
            conference,
            author_id=person.id,
            manner=Manner.NONE_GIVEN,
            silence_reason="未阅完材料",
        )
        assert signing.list_signers(session, conference, profiles) == 1
        assert signing.list_signers(session, conference, profiles) == 0
        assert signing.sign_all(session, conference, "2026-01-02T17:00") == 1
        assert not any(gap.stops for gap in signing.missing(session, conference, profiles))
        meetings.move_meeting(session, conference, "J7", profiles)

    with database.read() as session:
        meeting = meeting_snapshot(session, conference)
    assert meeting.state == "J7"
    assert [(s.name, s.status, s.at) for s in meeting.signatures] == [
        ("罗承砚", "已签名", "2026-01-02T17:00")
    ]


def test_a_blocked_wording_in_the_record_stops_and_one_in_a_later_paper_does_not(
    database: Database, conference: str, profiles: Profiles
) -> None:
    with database.write() as session:
        for group, values in (
            ("meeting", {"title": "联席会议决议"}),
            ("handler_note", {"own_view": "根据联席会议决定，拟不起诉。"}),
        ):
            entries.set_values(session, conference, group, values, profiles=profiles)
        found = signing.missing(session, conference, profiles)

    (gap,) = (gap for gap in found if gap.kind is GapKind.WORDING)
    assert (gap.group, gap.field) == ("meeting", "title")
    assert (gap.name, gap.stops) == ("联席会议决议", True)


def test_of_two_of_one_name_both_are_listed_beside_a_note_by_name_alone(
    database: Database, conference: str, profiles: Profiles
) -> None:
    with database.write() as session:
        twin = {"name": "罗承砚", "organ": "乙院", "role": "出席"}
        entries.add_entries(session, conference, "participant", [twin], profiles=profiles)
        by_name = {"name": "罗承砚", "status": "已签名"}
        entries.add_entries(session, conference, "signature", [by_name], profiles=profiles)

        assert signing.list_signers(session, conference, profiles) == 2


def test_what_is_noted_of_a_signature_stays_when_the_others_are_noted(
    database: Database, conference: str, profiles: Profiles
) -> None:
    with database.write() as session:
        signing.list_signers(session, conference, profiles)
        (signature,) = meeting_snapshot(session, conference).signatures
        values = {"status": "拒绝签名", "reason": "认为记录不全"}
        entries.set_values(
            session, conference, "signature", values, profiles=profiles, entry_id=signature.id
        )
        assert signing.sign_all(session, conference, "2026-01-02T17:00") == 0
