"""Faults in files that an office wrote itself: they are told with their place and stop nothing.

``reason`` is a code of the table ``profile_fault`` (of a template first ``template_fault``, of the file
on secrecy ``secrecy_fault``) in ``resources/i18n/messages_*.toml``, or one of the system; ``values``
are its placeholders. Line and column are counted from 1; 0 where they are not known.
"""

from dataclasses import dataclass, field
from pathlib import Path

from models.errors import AppError


@dataclass
class FileFault(AppError):
    """A fault in such a file. Only its kinds are raised, and have words of their own."""

    file: Path
    reason: str
    line: int = 0
    column: int = 0
    values: dict[str, str] = field(default_factory=dict)


class ProfileBroken(FileFault):
    """A profile file of the office is faulty; the other profiles are sound."""


class TemplateInvalid(FileFault):
    """A template file of the office is faulty; its paper has the program's own words."""


class SecrecyBroken(FileFault):
    """The administrator's file on state secrets is faulty; it then counts as none."""
