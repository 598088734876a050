"""What the window asks the workspace to do about signatures, as :mod:`ui.operations`."""

from typing import Any

from PySide6.QtCore import QCoreApplication

from models.forms import GROUPS
from models.profiles import Profiles
from ui.changes import Operation
from ui.clock import civil_now


def sign_paper(meeting_id: str, group: str, entry_id: str) -> Operation:
    """Note that a paper was signed now by whoever made it; it is locked from then on."""
    at = civil_now()

    def work(session: Any) -> None:  # noqa: ANN401  # SQLAlchemy stays out of ui
        from models.operations import papers

        one = entry_id if GROUPS[group].many else None
        papers.sign_paper(session, meeting_id, group, at, entry_id=one)

    name = QCoreApplication.translate("Operations", "登记文书签名")
    return Operation(name, "sign paper", work, meeting=meeting_id, undoable=False)


def list_signers(meeting_id: str, *, profiles: Profiles) -> Operation:
    """Note everybody who is to sign."""

    def work(session: Any) -> int:  # noqa: ANN401  # SQLAlchemy stays out of ui
        from models.operations import signing

        return signing.list_signers(session, meeting_id, profiles)

    name = QCoreApplication.translate("Operations", "列出签名人员")
    return Operation(name, "list signers", work, meeting=meeting_id)


def sign_all(meeting_id: str) -> Operation:
    """Note as signed now whoever is still open."""
    at = civil_now()

    def work(session: Any) -> int:  # noqa: ANN401  # as above
        from models.operations import signing

        return signing.sign_all(session, meeting_id, at)

    name = QCoreApplication.translate("Operations", "登记全部已签名")
    return Operation(name, "sign all", work, meeting=meeting_id)
