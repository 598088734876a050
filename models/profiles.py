"""Profiles: what differs between offices, as data.

Each profile is a TOML file with its source. The program brings its own in ``resources/profiles``;
an office adds files of the same form to the folder ``profiles`` beside its database.
How to add one: copy a shipped file, give it an ``id`` of its own, name the local rule in ``source``.
"""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

import resources
from models.errors import ProfileBroken, reason_of
from models.snapshot import MeetingSnapshot
from models.vocabulary import CONFERENCE_ROLES, MeetingKind, Role

DEFAULT_PROFILE = {MeetingKind.JOINT_CONFERENCE: "strict", MeetingKind.HEARING: "hearing"}
"""The profile of a meeting whose file names none."""

SEVERITIES = frozenset({"allow", "warn", "block", "justify"})
"""How severe the wording guard is; ``justify`` blocks, but what is kept with a reason may pass."""


@dataclass(frozen=True, slots=True)
class Profile:
    """An office's rules. ``roles`` are its own roles besides the standard ones.

    ``signers`` are the roles that sign the record or transcript, in the order of signing.
    ``wording`` says how severe the wording guard is, by group of words or ``group@field``; what it
    does not name is as severe as the word list says.
    """

    id: str
    name: str
    kind: MeetingKind
    source: str
    signers: tuple[str, ...]
    roles: tuple[str, ...] = ()
    name_en: str = ""
    wording: Mapping[str, str] = field(default_factory=dict)

    def name_in(self, language: str) -> str:
        """Return the name in a language of the program; the office's own if it gave no other."""
        return self.name_en if language == "en" and self.name_en else self.name


Profiles = Mapping[str, Profile]


def load_profiles(folders: Iterable[Path]) -> Profiles:
    """Return the shipped profiles and those of ``folders``, by id; a later one wins.

    Raises ProfileBroken if a file is not a profile. A folder that does not exist holds none.
    """
    found = dict(_shipped())
    for folder in folders:
        found |= _read_folder(folder)
    return found


def roles_of(kind: MeetingKind, profiles: Profiles) -> frozenset[str]:
    """Return every role a participant may hold in a meeting of this kind."""
    standard = CONFERENCE_ROLES if kind is MeetingKind.JOINT_CONFERENCE else frozenset(Role)
    own = {role for profile in profiles.values() if profile.kind is kind for role in profile.roles}
    return frozenset(standard) | own


def signers_of(meeting: MeetingSnapshot, profiles: Profiles) -> tuple[str, ...]:
    """Return the roles that sign this meeting's record or transcript, in order.

    A meeting without a profile, with one that is no longer installed, or with one for the other
    kind of meeting follows the default.
    """
    profile = profiles.get(meeting.profile or "")
    if profile is None or profile.kind is not meeting.kind:
        profile = profiles[DEFAULT_PROFILE[meeting.kind]]
    return profile.signers


@cache
def _shipped() -> Profiles:
    return _read_folder(resources.path("profiles"))


def _read_folder(folder: Path) -> dict[str, Profile]:
    try:
        files = sorted(folder.glob("*.toml"))
    except OSError as error:
        raise ProfileBroken(folder, reason_of(error)) from error
    profiles = map(_read, files)
    return {profile.id: profile for profile in profiles}


def _read(file: Path) -> Profile:
    try:
        data = tomllib.loads(file.read_text(encoding="utf-8"))
        return Profile(
            id=str(data["id"]),
            name=str(data["name"]),
            kind=MeetingKind(data["kind"]),
            source=str(data["source"]),
            signers=_texts(data["signers"]),
            roles=_texts(data.get("roles", [])),
            name_en=str(data.get("name_en", "")),
            wording=_severities(data.get("wording", {})),
        )
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise ProfileBroken(file, f"{type(error).__name__}: {error}") from error


def _texts(value: object) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(text, str) for text in value):
        raise TypeError(f"not a list of texts: {value!r}")
    return tuple(value)


def _severities(value: object) -> dict[str, str]:
    if not isinstance(value, dict) or not SEVERITIES.issuperset(map(str, value.values())):
        raise TypeError(f"not a table of {', '.join(sorted(SEVERITIES))}: {value!r}")
    return {str(group): str(severity) for group, severity in value.items()}
