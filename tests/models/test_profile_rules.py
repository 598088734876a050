"""When a meeting may follow a profile, and how a fixed one is changed."""

import uuid
from dataclasses import replace
from datetime import date

import pytest

from models.database import Database
from models.errors import RecordLocked, ValueRefused
from models.forms import Entry, Sheet
from models.meeting import Meeting
from models.operations.entries import set_values
from models.operations.meetings import create_meeting
from models.operations.profiles import change_profile
from models.profile_rules import (
    ChoiceFaultKind,
    Choosing,
    OfficeRule,
    choosing_of,
    fault_of_change,
    fault_of_choice,
    is_fixed,
    procuratorates,
)
from models.profiles import Profiles
from models.states import STATES
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


def test_a_profile_of_the_other_kind_or_out_of_force_is_refused(profiles: Profiles) -> None:
    early = replace(PLAIN, day=date(2021, 7, 31))

    other = fault_of_change(PLAIN, profiles["hearing"], profiles)
    not_yet = fault_of_change(early, profiles["civil49"], profiles)

    assert other is not None
    assert other.kind is ChoiceFaultKind.OTHER_KIND
    assert not_yet is not None
    assert not_yet.kind is ChoiceFaultKind.NOT_IN_FORCE
    day_after = replace(PLAIN, day=date(2021, 8, 1))
    assert fault_of_change(day_after, profiles["civil49"], profiles) is None


def test_a_conference_is_fixed_from_its_approval_on() -> None:
    free = {code for code in STATES if code.startswith("J") and not is_fixed(code)}

    assert free == {"J0", "J1", "JX", "JR"}
    assert not is_fixed("H3")


def test_saying_what_is_followed_anyway_is_no_change(profiles: Profiles) -> None:
    approved = replace(PLAIN, state="J2")

    assert fault_of_change(approved, profiles["strict"], profiles) is None
    fault = fault_of_change(approved, profiles["civil49"], profiles)
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
            "schedule": (Entry("3", "", {"held_from": "2026-03-02T09:00"}),),
        },
    )

    assert choosing_of(sheet) == Choosing(
        MeetingKind.JOINT_CONFERENCE,
        "J1",
        profile="dept",
        scope="跨院",
        host=HOST,
        organs=(OTHER,),
        day=date(2026, 3, 2),
    )


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
