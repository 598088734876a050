"""What stands before signing: the check for gaps, and who has signed."""

from sqlalchemy.orm import Session

from models.errors import NotReadyToSign
from models.meeting import Meeting
from models.operations.access import meeting_name, meeting_to_change
from models.profiles import Profiles, profile_of
from models.queries import meeting_by_id, meeting_snapshot
from models.readiness import gaps
from models.seal import verify_seal
from models.sheets import wording_findings
from models.signing import Signature
from models.signing_facts import Gap, SigningFacts
from models.states import STATES
from models.views import snapshot_of
from models.vocabulary import SignatureStatus


def missing(session: Session, meeting_id: str, profiles: Profiles) -> tuple[Gap, ...]:
    """Return what is missing before a meeting's paper may be signed. Raises MeetingNotFound."""
    meeting = meeting_snapshot(session, meeting_id)
    profile = profile_of(meeting.kind, meeting.profile, profiles)
    return gaps(meeting, profile, wording_findings(session, meeting, profiles))


def signing_facts(session: Session, meeting_id: str, profiles: Profiles) -> SigningFacts:
    """Return what is missing of an open record, or whether a signed one is what was sealed."""
    meeting = meeting_by_id(session, meeting_id)
    if not STATES[meeting.state].signed:
        return SigningFacts(meeting_id, gaps=missing(session, meeting_id, profiles))
    seal = meeting.seal
    return SigningFacts(
        meeting_id,
        seal=verify_seal(session, meeting_id),
        digest=seal.digest if seal else "",
        sealed_at=seal.sealed_at if seal else "",
    )


def refuse_unready(session: Session, meeting: Meeting, profiles: Profiles) -> None:
    """Raise NotReadyToSign if something is missing that signing does not allow."""
    session.flush()
    stopping = tuple(g for g in missing(session, str(meeting.id), profiles) if g.stops)
    if stopping:
        raise NotReadyToSign(meeting_name(meeting.number, meeting.title), stopping)


def list_signers(session: Session, meeting_id: str, profiles: Profiles) -> int:
    """Note everybody who signs by the profile and is not noted yet; return how many came to it.

    In the order of signing, after those who are noted already; whether they signed stays open.
    """
    meeting = meeting_to_change(session, meeting_id)
    snapshot = snapshot_of(meeting)
    profile = profile_of(meeting.kind, meeting.profile, profiles)
    rows = {str(person.id): person for person in meeting.participants}
    noted = {person.id for person in map(snapshot.signer_of, snapshot.signatures) if person}
    unnoted = [person for person in snapshot.holding(profile.signers) if person.id not in noted]
    for person in unnoted:
        meeting.signatures.append(
            Signature(
                name=person.name,
                role=person.role,
                participant=rows[person.id],
                position=len(meeting.signatures),
            )
        )
    session.flush()
    return len(unnoted)


def sign_all(session: Session, meeting_id: str, at: str | None) -> int:
    """Note everybody as having signed of whom nothing else is noted; return how many they are.

    ``at`` is a civil time such as 2025-06-18T17:00.
    """
    meeting = meeting_to_change(session, meeting_id)
    waiting = [one for one in meeting.signatures if not one.status]
    for signature in waiting:
        signature.status = SignatureStatus.SIGNED.value
        signature.at = signature.at or at
    session.flush()
    return len(waiting)
