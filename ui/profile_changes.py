"""Changing the profile of a meeting after its approval: an operation of its own, with a reason."""

from typing import Any

from PySide6.QtCore import QCoreApplication

from models.profiles import Profiles
from ui.changes import Operation


def change_profile(meeting_id: str, profile: str, *, reason: str, profiles: Profiles) -> Operation:
    """Turn a meeting to another profile; the reason goes into the audit trail."""

    def work(session: Any) -> None:  # noqa: ANN401  # SQLAlchemy stays out of ui
        from models.operations import profiles as operations

        operations.change_profile(session, meeting_id, profile, reason=reason, profiles=profiles)

    return Operation(
        QCoreApplication.translate("Operations", "更改规则"),
        "change profile",
        work,
        meeting=meeting_id,
        reason=reason.strip(),
    )
