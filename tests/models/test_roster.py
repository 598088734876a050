"""Who counts for the quorum, what a person starts with, and lists of people."""

import uuid
from dataclasses import replace

import pytest
from sqlalchemy import select

from models.database import Database
from models.errors import RecordLocked
from models.journal import recorded
from models.meeting import Meeting
from models.operations.entries import add_entries, set_values
from models.operations.meetings import create_meeting
from models.operations.people import number_people
from models.people import Participant
from models.profile_terms import QuorumRule
from models.profiles import Profiles, load_profiles
from models.quorum import QuorumNow
from models.roster import (
    KnownPerson,
    ListedPerson,
    count_present,
    counts_by_role,
    is_list,
    join_list,
    joining,
    newcomer,
    read_list,
    required_offices,
    required_people,
)
from models.vocabulary import MeetingKind

CONFERENCE = ("主持", "承办", "出席", "列席", "记录", "回避")
HEARING = (*CONFERENCE, "听证员")


def _person(**values: object) -> dict[str, object]:
    fields = ("name", "organ", "post", "role", "counts_for_quorum", "attendance")
    return dict.fromkeys(fields) | values


def _known(name: str, organ: str | None, post: str | None, role: str | None) -> KnownPerson:
    return KnownPerson(name, organ, post, "一级检察官", role, None, 3, "2026-10-01T09:00")


@pytest.mark.parametrize(
    ("role", "post", "counting"),
    [
        ("主持", "检察长", True),
        ("出席", "第一检察部检察官", True),
        ("出席", "检察官助理", False),
        ("出席", "书记员", False),
        ("承办", "检察官", False),
        ("专家", "研究员", False),
        ("特邀检察官助理", None, False),
        (None, "检察官", False),
    ],
)
def test_prosecutors_who_chair_or_attend_count(
    role: str | None,
    post: str | None,
    counting: bool,  # noqa: FBT001  # a value of the table
) -> None:
    assert counts_by_role(role, post) is counting


def test_before_anybody_is_registered_all_who_count_are_counted() -> None:
    people = [
        _person(organ="甲院", role="主持", counts_for_quorum=True),
        _person(organ="乙院", role="出席", counts_for_quorum=True),
        _person(organ="乙院", role="出席"),  # nothing written: as the role says
        _person(organ="丙院", role="列席", counts_for_quorum=False),
        _person(organ="丁院", role="回避", counts_for_quorum=True),
    ]

    found = count_present(people)

    assert (found.counted, found.offices, found.registered) == (3, 2, False)


def test_once_somebody_is_registered_only_those_present_are_counted() -> None:
    people = [
        _person(organ="甲院", role="主持", counts_for_quorum=True, attendance="到场"),
        _person(organ="乙院", role="出席", counts_for_quorum=True, attendance="请假"),
        _person(organ="丙院", role="出席", counts_for_quorum=True),
        _person(organ="丙院", role="记录", counts_for_quorum=False, attendance="到场"),
    ]

    found = count_present(people)

    assert (found.counted, found.offices, found.unregistered) == (1, 1, 1)


def test_a_list_has_name_office_and_post_on_each_line() -> None:
    text = "张三\t甲院\t检察官、主任\n\n 李四 ，乙院\n王五、丙院、书记员\n赵六\n"

    assert read_list(text) == (
        ListedPerson("张三", "甲院", "检察官、主任"),
        ListedPerson("李四", "乙院", ""),
        ListedPerson("王五", "丙院", "书记员"),
        ListedPerson("赵六", "", ""),
    )


def test_a_name_alone_is_no_list() -> None:
    assert not is_list("阿旺·才让")
    assert is_list("张三，甲院")
    assert is_list("张三\n李四")


def test_a_known_person_joins_with_the_last_role_on_site() -> None:
    values = joining(_known("单晓明", "甲院", "检察官", "出席"), [], CONFERENCE)

    assert values["role"] == "出席"
    assert values["mode"] == "现场"
    assert values["counts_for_quorum"] is True
    assert values["grade"] == "一级检察官"


def test_who_chaired_before_attends_where_somebody_else_chairs() -> None:
    values = joining(_known("甲", "甲院", "主任", "主持"), [_person(role="主持")], CONFERENCE)

    assert values["role"] == "出席"


@pytest.mark.parametrize("role", ["听证员", "回避"])
def test_a_role_that_does_not_carry_over_is_left_open(role: str) -> None:
    values = joining(_known("甲", "甲院", None, role), [], CONFERENCE)

    assert values["role"] is None
    assert values["counts_for_quorum"] is False


def test_a_list_brings_along_what_is_known_and_leaves_out_who_is_there() -> None:
    people = (
        _known("张三", "甲院", "检察官", "出席"),
        _known("李四", "甲院", "检察官", "列席"),
        _known("李四", "乙院", "书记员", "记录"),
    )
    listed = read_list("张三\n李四，乙院\n王五\n丁一，丁院，检察官\n张三，甲院\n戊")

    added = join_list(
        listed, people, [_person(name="戊", organ="主办院")], roles=CONFERENCE, host="主办院"
    )

    assert [(p["name"], p["organ"], p.get("role")) for p in added] == [
        ("张三", "甲院", "出席"),
        ("李四", "乙院", "记录"),
        ("王五", "主办院", None),
        ("丁一", "丁院", None),
    ]


def test_a_name_that_several_bear_becomes_nobody_of_them() -> None:
    people = (_known("李四", "甲院", "检察官", "列席"), _known("李四", "乙院", None, "记录"))

    (added,) = join_list(read_list("李四"), people, [], roles=CONFERENCE, host="丙院")

    assert added == newcomer("李四", "丙院")


def test_people_are_numbered_in_their_order_and_back(database: Database) -> None:
    with database.write() as session:
        key = create_meeting(session, MeetingKind.JOINT_CONFERENCE, title="会", host="甲院")
        meeting = session.get_one(Meeting, uuid.UUID(str(key)))
        meeting.participants[:] = [
            Participant(name=name, number=number, position=place)
            for place, (name, number) in enumerate((("甲", 3), ("乙", 1), ("丙", None), ("丁", 2)))
        ]
    with database.write() as session, recorded(session) as changes:
        number_people(session, str(key))

    with database.read() as session:
        rows = session.scalars(select(Participant).order_by(Participant.position))
        assert [(p.name, p.number) for p in rows] == [("甲", 1), ("乙", 2), ("丙", 3), ("丁", 4)]
    assert changes


@pytest.mark.parametrize("kind", MeetingKind)
def test_numbers_begin_with_those_who_come_after_the_recorder(
    database: Database, profiles: Profiles, kind: MeetingKind
) -> None:
    with database.write() as session:
        key = create_meeting(session, kind, host="甲院", recorder="杨㛃", recorder_post="书记员")
        chair = [{"name": "周院长", "organ": "甲院", "role": "主持"}]
        add_entries(session, key, "participant", chair, profiles=profiles)

    with database.read() as session:
        recorder, chair_ = session.scalars(select(Participant).order_by(Participant.position))
        assert (recorder.name, recorder.organ, recorder.post) == ("杨㛃", "甲院", "书记员")
        assert (recorder.role, recorder.number) == ("记录", None)
        assert not recorder.counts_for_quorum
        assert (chair_.name, chair_.number) == ("周院长", 1)


@pytest.mark.parametrize("name", ["", " \u3000"])
def test_without_a_name_there_is_no_recorder(database: Database, name: str) -> None:
    with database.write() as session:
        key = create_meeting(session, MeetingKind.HEARING, host="甲院", recorder=name)
        assert session.get_one(Meeting, uuid.UUID(key)).participants == []


def test_people_of_a_signed_record_keep_their_numbers(database: Database) -> None:
    with database.write() as session:
        key = create_meeting(session, MeetingKind.JOINT_CONFERENCE, title="会", host="甲院")
        session.get_one(Meeting, uuid.UUID(str(key))).state = "J7"

    with pytest.raises(RecordLocked), database.write() as session:
        number_people(session, str(key))


def test_a_profile_says_which_roles_count_and_whether_the_handler_does() -> None:
    rule = QuorumRule(roles=("主持", "观摩"), handler_counts=True)
    people = [
        _person(organ="甲院", role="主持"),
        _person(organ="甲院", role="承办"),
        _person(organ="甲院", role="承办", post="检察官助理"),
        _person(organ="乙院", role="观摩"),
        _person(organ="乙院", role="出席"),
        _person(organ="乙院", role="回避"),
    ]

    assert count_present(people, rule).counted == 3
    assert joining(_known("甲", "甲院", "检察官", "承办"), [], CONFERENCE, rule)[
        "counts_for_quorum"
    ]


def test_somebody_recused_never_counts_whatever_the_profile_says() -> None:
    assert not counts_by_role("回避", "检察官", QuorumRule(roles=("回避",)))


@pytest.mark.parametrize(
    ("prosecutors", "required"), [(None, 3), (2, 3), (9, 3), (10, 4), (12, 4), (13, 5)]
)
def test_a_share_of_the_department_is_required_where_it_is_more(
    prosecutors: int | None, required: int
) -> None:
    assert required_people(QuorumRule(required=3, share=(1, 3)), prosecutors) == required


@pytest.mark.parametrize(
    ("scope", "counted", "offices", "enough"),
    [
        ("部门", 3, 1, True),
        ("部门", 2, 1, False),
        ("跨院", 3, 1, False),
        ("跨院", 3, 2, True),
        ("跨院", 2, 2, False),
    ],
)
def test_a_cross_court_conference_needs_people_from_several_offices(
    scope: str,
    counted: int,
    offices: int,
    enough: bool,  # noqa: FBT001  # a value of the table
) -> None:
    rule = QuorumRule(required=3, offices=2)

    now = QuorumNow(counted, offices, required_people(rule), required_offices(rule, scope))

    assert now.met is enough


def test_where_nothing_is_required_nothing_is_missing() -> None:
    rule = QuorumRule()

    assert QuorumNow(0, 0, required_people(rule), required_offices(rule, "部门")).met


def test_a_role_given_later_counts_as_the_profile_says(database: Database) -> None:
    profiles = load_profiles(())
    own = replace(profiles["strict"], id="own", quorum=QuorumRule(handler_counts=True))
    with database.write() as session:
        key = create_meeting(session, MeetingKind.JOINT_CONFERENCE, title="会", host="甲院")
        installed = {**profiles, "own": own}
        set_values(session, key, "meeting", {"profile": "own"}, profiles=installed)
        (person,) = add_entries(session, key, "participant", [{"name": "甲"}], profiles=installed)
        role = {"role": "承办"}
        set_values(session, key, "participant", role, profiles=installed, entry_id=person)

        assert session.get_one(Participant, uuid.UUID(person)).counts_for_quorum is True
