"""Profiles are data: each shipped one is whole, an office's own is added from its folder."""

from dataclasses import replace
from pathlib import Path

import pytest

from models.errors import ProfileBroken
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


def test_a_profile_says_how_severe_the_wording_guard_is(profiles: Profiles) -> None:
    assert profiles["strict"].wording == {}
    assert profiles["dept"].wording == {"counting": "warn"}


@pytest.mark.parametrize(
    "content",
    [
        *("", "id = ", OWN.replace("joint_conference", "party"), OWN.replace('["出席"]', '"出席"')),
        *(OWN + "wording = 1", OWN + '[wording]\ncounting = "mild"'),
    ],
)
def test_a_broken_profile_is_told(content: str, tmp_path: Path) -> None:
    (tmp_path / "own.toml").write_text(content, encoding="utf-8")

    with pytest.raises(ProfileBroken):
        load_profiles([tmp_path])


def test_a_meeting_without_a_known_profile_follows_the_default(profiles: Profiles) -> None:
    meeting = MeetingSnapshot(id="1", kind=MeetingKind.JOINT_CONFERENCE, state="J1")

    assert signers_of(meeting, profiles) == profiles["strict"].signers
    for profile in ("gone", "hearing"):  # the latter is for the other kind of meeting
        named = replace(meeting, profile=profile)
        assert signers_of(named, profiles) == profiles["strict"].signers
