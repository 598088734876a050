"""The seal: a digest of what was signed, over a form that does not depend on where it is stored.

What is hashed is the content that signing freezes, as the case file says it (:mod:`models.case_file`),
without what other programs added and without what may still come: the state, the handler's note, the
head's report, the decision and its feedback, archive data, sheets of correction, and the office's own
notes. A case file and every database it was taken into give the same digest.

The form is JSON after RFC 8785, with whole numbers only and all texts in NFC. Normalising is for the
digest alone: what is stored stays as it was typed.
"""

import hashlib
import json
import unicodedata
import uuid
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.case_file.codec import to_content
from models.meeting import Meeting
from models.signing import Seal
from models.signing_facts import SealState
from models.states import STATES

FORM = 1
"""The version of the canonical form; a later program can still check what an earlier one sealed."""

ALGORITHM = "SHA-256"

_LATER = frozenset(
    {
        *("state", "notes", "follow_up", "archive"),
        *("handler_note", "divergence_report", "decision", "supervisor_feedback"),
    }
)
_LATER_ADDITIONS = frozenset(
    {"handler_note", "handler_answers", "divergence_report", "decision", "correction_sheets"}
)
_LARGEST = 2**53 - 1  # beyond, programs that read JSON differ


def record_of(meeting: Meeting) -> dict[str, Any]:
    """Return what signing freezes, as plain values."""
    content = {key: part for key, part in to_content(meeting).items() if key not in _LATER}
    added = {k: v for k, v in content.pop("lianxi", {}).items() if k not in _LATER_ADDITIONS}
    return content | ({"lianxi": added} if added else {})


def canonical(value: object) -> str:
    """Return plain values in the canonical form. Raises ValueError for what it cannot hold."""
    match value:
        case None | bool():
            return json.dumps(value)
        case int() if abs(value) <= _LARGEST:
            return str(value)
        case str():
            return json.dumps(unicodedata.normalize("NFC", value), ensure_ascii=False)
        case list() | tuple():
            return f"[{','.join(map(canonical, value))}]"
        case Mapping():
            keys = sorted(value, key=lambda key: str(key).encode("utf-16-be"))
            return f"{{{','.join(f'{canonical(key)}:{canonical(value[key])}' for key in keys)}}}"
        case _:
            raise ValueError(f"no canonical form: {type(value).__name__}")


def digest(document: Mapping[str, Any]) -> str:
    """Return the SHA-256 of a record in the canonical form, as hexadecimal digits."""
    text = canonical({"form": FORM, "record": document})
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def seal_record(session: Session, meeting: Meeting) -> None:
    """Seal the record of a meeting as it is now; before it is locked, in the same transaction."""
    session.flush()
    session.refresh(meeting, with_for_update=True)  # nobody adds a line meanwhile, on PostgreSQL
    session.expire_all()  # what is sealed is what the database holds
    now = datetime.now(UTC).isoformat(timespec="milliseconds")
    if meeting.seal is not None:
        meeting.seal = None
        session.flush()
    meeting.seal = Seal(
        sealed_at=now, form=FORM, algorithm=ALGORITHM, digest=digest(record_of(meeting))
    )
    session.flush()


def verify_seal(session: Session, meeting_id: str) -> SealState:
    """Say whether the record of a meeting is still what was signed."""
    meeting = session.get(Meeting, uuid.UUID(meeting_id))
    if meeting is None or meeting.seal is None:
        return SealState.NONE
    if (meeting.seal.form, meeting.seal.algorithm) != (FORM, ALGORITHM):
        return SealState.UNKNOWN
    intact = meeting.seal.digest == digest(record_of(meeting))
    return SealState.INTACT if intact else SealState.BROKEN


def seal_signed(session: Session) -> None:
    """Seal every signed record that has no seal: those signed before there were seals."""
    signed = [code for code, state in STATES.items() if state.signed]
    missing = select(Meeting.id).outerjoin(Seal, Seal.meeting_id == Meeting.id)
    for key in session.scalars(missing.where(Meeting.state.in_(signed), Seal.id.is_(None))).all():
        seal_record(session, session.get_one(Meeting, key))
        session.expunge_all()  # of many meetings, one at a time in memory
