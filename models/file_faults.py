"""Faults in files that an office wrote itself: they are told with their place and stop nothing.

``reason`` is a code of the table ``profile_fault`` (of a template first ``template_fault``, of the file
on secrecy ``secrecy_fault``) in ``resources/i18n/messages_*.toml``, or one of the system; ``values``
are its placeholders. Line and column are counted from 1; 0 where they are not known.
"""

from dataclasses import dataclass, field
from pathlib import Path

from models.errors import AppError


@dataclass
class ProfileBroken(AppError):
    """A profile file of the office is faulty; the other profiles are sound."""

    file: Path
    reason: str
    line: int = 0
    column: int = 0
    values: dict[str, str] = field(default_factory=dict)


@dataclass
class TemplateInvalid(AppError):
    """A template file of the office is faulty; its paper has the program's own words."""

    file: Path
    reason: str
    line: int = 0
    column: int = 0
    values: dict[str, str] = field(default_factory=dict)


@dataclass
class SecrecyBroken(AppError):
    """The administrator's file on state secrets is faulty; it then counts as none."""

    file: Path
    reason: str
    line: int = 0
    column: int = 0
    values: dict[str, str] = field(default_factory=dict)


FileFault = ProfileBroken | TemplateInvalid | SecrecyBroken
