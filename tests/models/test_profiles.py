"""Profiles are data: each shipped one is whole, an office's own is added from its folder."""

from dataclasses import replace
from pathlib import Path

import pytest

from exporters.registry import KINDS
from models.profile_terms import PAPERS
from models.profiles import Profiles, load_profiles, roles_of, signers_of
from models.snapshot import MeetingSnapshot
from models.vocabulary import MeetingKind

OWN = """
id = "own"
name = "本院规则"
kind = "joint_conference"
source = "本院检察官联席会议规则（2024年）"
signers = ["出席"]
roles = ["观摩"]
"""


def test_every_shipped_profile_is_whole_and_cites_its_source(profiles: Profiles) -> None:
    assert list(profiles) == ["civil49", "court-like", "dept", "hearing", "minutes", "strict"]
    for profile in profiles.values():
        assert profile.source
        assert set(profile.signers) <= roles_of(profile.kind, profiles)


def test_an_office_adds_a_profile_with_roles_of_its_own(tmp_path: Path) -> None:
    (tmp_path / "own.toml").write_text(OWN, encoding="utf-8")

    profiles = load_profiles([tmp_path, tmp_path / "missing"])

    assert "观摩" in roles_of(MeetingKind.JOINT_CONFERENCE, profiles)
    assert "观摩" not in roles_of(MeetingKind.HEARING, profiles)


def test_every_shipped_profile_names_the_source_of_each_figure(profiles: Profiles) -> None:
    for profile in profiles.values():
        assert profile.deadlines
        assert all(rule.source for rule in profile.deadlines.values())
        if profile.kind is MeetingKind.JOINT_CONFERENCE:
            assert profile.quorum.source
            assert (profile.quorum.required, profile.quorum.handler_counts) == (3, False)


def test_a_profile_says_how_severe_the_wording_guard_is(profiles: Profiles) -> None:
    assert profiles["strict"].wording == {}
    assert profiles["dept"].wording == {"counting": "warn"}


def test_only_profiles_that_allow_more_are_weaker_than_strict(profiles: Profiles) -> None:
    weaker = [profile.id for profile in profiles.values() if profile.weaker_than_strict]

    assert weaker == ["court-like", "dept", "minutes"]


@pytest.mark.parametrize(
    ("wording", "weaker"),
    [
        ('counting = "warn"', True),
        ('counting = "block"', False),
        ('"counting@分歧情况报告" = "allow"', False),
    ],
)
def test_a_milder_wording_guard_makes_a_profile_weaker(
    wording: str, *, weaker: bool, tmp_path: Path
) -> None:
    (tmp_path / "own.toml").write_text(f"{OWN}\n[wording]\n{wording}\n", encoding="utf-8")

    assert load_profiles([tmp_path])["own"].weaker_than_strict is weaker


def test_every_paper_can_be_titled() -> None:
    for kind in KINDS.values():
        for meeting in [kind.meeting] if kind.meeting else MeetingKind:
            assert kind.id in PAPERS[meeting]


def test_a_meeting_without_a_known_profile_follows_the_default(profiles: Profiles) -> None:
    meeting = MeetingSnapshot(id="1", kind=MeetingKind.JOINT_CONFERENCE, state="J1")

    assert signers_of(meeting, profiles) == profiles["strict"].signers
    for profile in ("gone", "hearing"):  # the latter is for the other kind of meeting
        named = replace(meeting, profile=profile)
        assert signers_of(named, profiles) == profiles["strict"].signers
