"""When a meeting may follow a profile, and how a fixed one is changed."""

import uuid
from dataclasses import replace
from datetime import date

import pytest

from models.database import Database
from models.errors import ProfileNotAllowed, RecordLocked, ValueRefused
from models.forms import Entry, Sheet
from models.meeting import Meeting
from models.operations.entries import add_entries, delete_entries, set_values
from models.operations.meetings import copy_meeting, create_meeting, move_meeting
from models.operations.profiles import change_profile
from models.profile_rules import (
    ChoiceFaultKind,
    Choosing,
    OfficeRule,
    choosing_of,
    fault_of_change,
    fault_of_choice,
    is_fixed,
    is_judged,
    office_rules_of,
    procuratorates,
    same_office,
)
from models.profiles import Profiles
from models.states import STATES, moves_from
from models.vocabulary import MeetingKind

HOST, OTHER = "河澜州人民检察院", "东岭县院"
PLAIN = Choosing(MeetingKind.JOINT_CONFERENCE, "J0", host=HOST, scope="部门")
CROSS = replace(PLAIN, scope="跨院", organs=(HOST, OTHER, "县公安局", "州中级人民法院"))


def _rule(organ: str, title: str = "本院规则", number: str = "〔2024〕3号") -> OfficeRule:
    return OfficeRule(organ, title, number)


@pytest.mark.parametrize("profile", ["strict", "civil49"])
@pytest.mark.parametrize("choosing", [PLAIN, CROSS], ids=["department", "cross-court"])
def test_what_is_not_weaker_needs_no_local_rule(
    profile: str, choosing: Choosing, profiles: Profiles
) -> None:
    assert fault_of_choice(profiles[profile], choosing, ()) is None


@pytest.mark.parametrize("profile", ["dept", "minutes", "court-like"])
@pytest.mark.parametrize(
    "rules", [(), (_rule(OTHER),), (_rule(HOST, title=" "),), (_rule(HOST, number=""),)]
)
def test_a_weaker_profile_needs_title_and_number_of_the_offices_own_rule(
    profile: str, rules: tuple[OfficeRule, ...], profiles: Profiles
) -> None:
    fault = fault_of_choice(profiles[profile], PLAIN, rules)

    assert fault is not None
    assert fault.kind is ChoiceFaultKind.RULE_NEEDED
    assert fault_of_choice(profiles[profile], PLAIN, (_rule(HOST),)) is None


def test_a_cross_court_conference_needs_the_rule_of_every_procuratorate(profiles: Profiles) -> None:
    fault = fault_of_choice(profiles["dept"], CROSS, (_rule(HOST),))

    assert fault is not None
    assert (fault.kind, fault.organs) == (ChoiceFaultKind.RULES_MISSING, (OTHER,))
    assert fault_of_choice(profiles["dept"], CROSS, (_rule(HOST), _rule(f" {OTHER}"))) is None


def test_without_any_procuratorate_known_nothing_is_taken_for_granted(profiles: Profiles) -> None:
    nobody = replace(CROSS, host=None, organs=())

    for choosing in (nobody, replace(nobody, scope="部门")):
        assert fault_of_choice(profiles["dept"], choosing, (_rule(""), _rule(HOST))) is not None


def test_only_procuratorates_are_asked_for_their_rule() -> None:
    assert procuratorates(CROSS) == (HOST, OTHER)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("东岭县人民检察院", "东岭县院", True),
        ("东岭县人民检察院", " 东岭县检察院第一检察部", True),
        ("东岭县人民检察院", "东岭市人民检察院", False),
        ("省人民检察院第一分院", "省人民检察院", False),
        ("省人民检察院第一分院", "省人民检察院第二分院", False),
    ],
)
def test_a_procuratorate_written_short_is_the_same(one: str, other: str, same: bool) -> None:  # noqa: FBT001
    assert same_office(one, other) is same


def test_each_procuratorate_is_named_once_and_in_full() -> None:
    choosing = replace(CROSS, organs=("河澜州院", OTHER, "东岭县人民检察院", "东岭县院民行部"))

    assert procuratorates(choosing) == (HOST, "东岭县人民检察院")


def test_what_is_followed_anyway_needs_no_rule_entered(profiles: Profiles) -> None:
    imported = replace(PLAIN, profile="dept")

    assert fault_of_change(imported, profiles["dept"], profiles, ()) is None
    assert fault_of_change(imported, profiles["minutes"], profiles, ()) is not None


def test_a_conference_is_judged_when_it_is_approved_and_prepared_further() -> None:
    judged = {
        (now, wanted) for now in STATES for wanted in moves_from(now) if is_judged(now, wanted)
    }

    assert {("J1", "J2"), ("J0", "J6"), ("J2", "J3"), ("JP", "J3")} <= judged
    assert not any(now[1:] in ("3", "4", "5", "6", "7") for now, _ in judged)
    assert not any(wanted in ("J0", "J1", "JX", "JR", "JP", "JC") for _, wanted in judged)
    assert not any(now.startswith("H") for now, _ in judged)


def test_a_profile_of_the_other_kind_or_out_of_force_is_refused(profiles: Profiles) -> None:
    early = replace(PLAIN, day=date(2021, 7, 31))

    other = fault_of_change(PLAIN, profiles["hearing"], profiles, ())
    not_yet = fault_of_change(early, profiles["civil49"], profiles, ())

    assert other is not None
    assert other.kind is ChoiceFaultKind.OTHER_KIND
    assert not_yet is not None
    assert not_yet.kind is ChoiceFaultKind.NOT_IN_FORCE
    day_after = replace(PLAIN, day=date(2021, 8, 1))
    assert fault_of_change(day_after, profiles["civil49"], profiles, ()) is None


def test_a_conference_is_fixed_from_its_approval_on() -> None:
    free = {code for code in STATES if code.startswith("J") and not is_fixed(code)}

    assert free == {"J0", "J1", "JX", "JR"}
    assert not is_fixed("H3")


def test_saying_what_is_followed_anyway_is_no_change(profiles: Profiles) -> None:
    approved = replace(PLAIN, state="J2")

    assert fault_of_change(approved, profiles["strict"], profiles, ()) is None
    fault = fault_of_change(approved, profiles["civil49"], profiles, ())
    assert fault is not None
    assert fault.kind is ChoiceFaultKind.FIXED


def test_a_form_knows_what_the_choice_depends_on() -> None:
    sheet = Sheet(
        "1",
        MeetingKind.JOINT_CONFERENCE,
        "J1",
        {
            "meeting": (Entry("1", "", {"profile": "dept", "scope": "跨院", "host": HOST}),),
            "organ": (Entry("2", "", {"name": OTHER}),),
            "participant": (Entry("4", "", {"organ": "西河县院"}), Entry("5", "", {"organ": None})),
            "office_rule": (Entry("6", "", {"organ": HOST, "title": "规则", "number": None}),),
            "schedule": (Entry("3", "", {"held_from": "2026-03-02T09:00"}),),
        },
    )

    assert choosing_of(sheet) == Choosing(
        MeetingKind.JOINT_CONFERENCE,
        "J1",
        profile="dept",
        scope="跨院",
        host=HOST,
        organs=(OTHER, "西河县院"),
        day=date(2026, 3, 2),
    )
    assert office_rules_of(sheet) == (OfficeRule(HOST, "规则", ""),)


def _meeting(database: Database, state: str) -> str:
    with database.write() as session:
        key = create_meeting(session, MeetingKind.JOINT_CONFERENCE, title="会", host=HOST)
        session.get_one(Meeting, uuid.UUID(key)).state = state
    return key


def _profile(database: Database, key: str) -> str | None:
    with database.read() as session:
        return session.get_one(Meeting, uuid.UUID(key)).profile


def test_an_approved_conference_changes_its_profile_only_with_a_reason(
    database: Database, profiles: Profiles
) -> None:
    key = _meeting(database, "J3")

    with pytest.raises(ValueRefused) as fixed, database.write() as session:
        set_values(session, key, "meeting", {"profile": "civil49"}, profiles=profiles)
    with pytest.raises(ValueRefused) as silent, database.write() as session:
        change_profile(session, key, "civil49", reason=" ", profiles=profiles)
    with database.write() as session:
        change_profile(session, key, "civil49", reason="案件性质核实", profiles=profiles)

    assert (fixed.value.code, silent.value.code) == ("profile_fixed", "profile_reason_missing")
    assert _profile(database, key) == "civil49"


@pytest.mark.parametrize(
    ("wanted", "code"), [("hearing", "profile_other_kind"), ("x", "not_listed")]
)
def test_a_reason_does_not_make_up_for_what_cannot_be(
    wanted: str, code: str, database: Database, profiles: Profiles
) -> None:
    key = _meeting(database, "J3")

    with pytest.raises(ValueRefused) as refused, database.write() as session:
        change_profile(session, key, wanted, reason="理由", profiles=profiles)

    assert refused.value.code == code


def test_the_profile_of_a_signed_record_stays(database: Database, profiles: Profiles) -> None:
    key = _meeting(database, "J7")

    with pytest.raises(RecordLocked), database.write() as session:
        change_profile(session, key, "civil49", reason="理由", profiles=profiles)


def _rule_of(database: Database, key: str, profiles: Profiles, organ: str = HOST) -> str:
    values = {"organ": organ, "title": "本院规则", "number": "〔2024〕3号"}
    with database.write() as session:
        (made,) = add_entries(session, key, "office_rule", [values], profiles=profiles)
    return made


def _choose(database: Database, key: str, profile: str, profiles: Profiles) -> None:
    with database.write() as session:
        set_values(session, key, "meeting", {"profile": profile}, profiles=profiles)


def test_a_weaker_profile_is_taken_once_the_rule_is_entered(
    database: Database, profiles: Profiles
) -> None:
    key = _meeting(database, "J0")

    with pytest.raises(ValueRefused) as refused:
        _choose(database, key, "dept", profiles)
    _rule_of(database, key, profiles)
    _choose(database, key, "dept", profiles)

    assert (refused.value.code, refused.value.names) == ("profile_rule_needed", (HOST,))
    assert _profile(database, key) == "dept"


def test_offices_of_participants_need_their_rule_in_a_cross_court_conference(
    database: Database, profiles: Profiles
) -> None:
    key = _meeting(database, "J0")
    people = [{"name": "甲", "organ": OTHER}, {"name": "乙", "organ": "省公安厅"}]
    with database.write() as session:
        set_values(session, key, "meeting", {"scope": "跨院"}, profiles=profiles)
        add_entries(session, key, "participant", people, profiles=profiles)
    _rule_of(database, key, profiles)

    with pytest.raises(ValueRefused) as refused:
        _choose(database, key, "dept", profiles)

    assert (refused.value.code, refused.value.names) == ("profile_rules_missing", (OTHER,))


def test_a_reason_does_not_make_up_for_a_missing_rule(
    database: Database, profiles: Profiles
) -> None:
    key = _meeting(database, "J3")

    with pytest.raises(ValueRefused) as refused, database.write() as session:
        change_profile(session, key, "dept", reason="理由", profiles=profiles)

    assert refused.value.code == "profile_rule_needed"


def test_a_conference_with_a_weaker_profile_is_approved_only_with_the_rules(
    database: Database, profiles: Profiles
) -> None:
    key = _meeting(database, "J1")
    with database.write() as session:
        session.get_one(Meeting, uuid.UUID(key)).profile = "dept"  # as a case file may say

    with pytest.raises(ProfileNotAllowed) as refused, database.write() as session:
        move_meeting(session, key, "J2", profiles)
    with database.write() as session:
        move_meeting(session, key, "J0", profiles)
        move_meeting(session, key, "J1", profiles)
    _rule_of(database, key, profiles)
    with database.write() as session:
        move_meeting(session, key, "J2", profiles)

    assert (refused.value.code, refused.value.names) == ("profile_rule_needed", (HOST,))


@pytest.mark.parametrize("change", [{"title": ""}, {"number": None}, {"organ": "别院"}])
def test_a_rule_that_the_profile_needs_is_not_emptied(
    change: dict[str, object], database: Database, profiles: Profiles
) -> None:
    key = _meeting(database, "J0")
    rule = _rule_of(database, key, profiles)
    _choose(database, key, "dept", profiles)

    with pytest.raises(ProfileNotAllowed) as refused, database.write() as session:
        set_values(session, key, "office_rule", change, profiles=profiles, entry_id=rule)

    assert refused.value.names == (HOST,)


def test_a_rule_that_the_profile_needs_is_not_deleted_others_are(
    database: Database, profiles: Profiles
) -> None:
    key = _meeting(database, "J0")
    needed, other = _rule_of(database, key, profiles), _rule_of(database, key, profiles, "别院")
    _choose(database, key, "dept", profiles)

    with pytest.raises(ProfileNotAllowed), database.write() as session:
        delete_entries(session, key, "office_rule", [needed], profiles=profiles)
    with database.write() as session:
        delete_entries(session, key, "office_rule", [other], profiles=profiles)
    _choose(database, key, "strict", profiles)
    with database.write() as session:
        delete_entries(session, key, "office_rule", [needed], profiles=profiles)


def test_a_copy_takes_the_offices_own_rules_over(database: Database, profiles: Profiles) -> None:
    key = _meeting(database, "J0")
    _rule_of(database, key, profiles)
    _choose(database, key, "dept", profiles)

    with database.write() as session:
        copied = copy_meeting(session, key)

    with database.read() as session:
        copy = session.get_one(Meeting, uuid.UUID(copied))
        assert (copy.profile, [rule.organ for rule in copy.office_rules]) == ("dept", [HOST])
