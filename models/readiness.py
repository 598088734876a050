"""What is missing before a record or transcript may be signed (签名前检查).

Each gap says where it is mended. A conference's counted prosecutors have each been heard, or it is
written why not (人民检察院民事诉讼监督规则 2021 art. 49 asks for a truthful record of all of them);
everybody who signs has signed, refused, or is noted as absent. Pure functions on frozen values.
"""

from collections.abc import Iterable, Iterator

from models.authored import Finding
from models.forms import GROUPS
from models.heard import heard, is_asked
from models.profiles import Profile
from models.signing_facts import Gap, GapKind
from models.snapshot import MeetingSnapshot
from models.states import Openness
from models.text import for_comparison
from models.vocabulary import Manner, MeetingKind, SignatureStatus


def gaps(
    meeting: MeetingSnapshot, profile: Profile, wording: Iterable[Finding] = ()
) -> tuple[Gap, ...]:
    """Return what is missing before signing; ``wording`` is what the wording guard found."""
    found = [*_lines(meeting), *_wording(wording)]
    if meeting.kind is MeetingKind.JOINT_CONFERENCE:
        found += [*_heard(meeting, profile), *_statement(meeting)]
    return (*found, *_signatures(meeting, profile))


def _lines(meeting: MeetingSnapshot) -> Iterator[Gap]:
    if not meeting.lines:
        yield Gap(GapKind.NO_LINES)
    for place, line in enumerate(meeting.lines, 1):
        if line.awaits_speaker:
            yield Gap(GapKind.SPEAKER_UNKNOWN, line.id, number=line.seq or place)


def _wording(findings: Iterable[Finding]) -> Iterator[Gap]:
    """Give the phrases that signing would freeze; those in later papers can still be changed."""
    for finding in findings:
        frozen = GROUPS[finding.group].openness(finding.field) is Openness.UNTIL_SIGNED
        if finding.stops and frozen:
            group, field = finding.group, finding.field
            subject, words = finding.entry_id, finding.match.text
            yield Gap(GapKind.WORDING, subject, words, group=group, field=field)


def _heard(meeting: MeetingSnapshot, profile: Profile) -> Iterator[Gap]:
    given = heard(meeting)
    silent = {
        one.author_id: bool(one.silence_reason)
        for one in meeting.opinions
        if one.manner == Manner.NONE_GIVEN
    }
    for person in meeting.participants:
        if not is_asked(person, meeting.kind, profile) or person.id in given:
            continue
        if person.id not in silent:
            yield Gap(GapKind.NOT_HEARD, person.id, person.name or "")
        elif not silent[person.id]:
            yield Gap(GapKind.SILENCE_UNEXPLAINED, person.id, person.name or "")


def _statement(meeting: MeetingSnapshot) -> Iterator[Gap]:
    if not meeting.statement_read_at:
        yield Gap(GapKind.STATEMENT_NOT_READ)


def _signatures(meeting: MeetingSnapshot, profile: Profile) -> Iterator[Gap]:
    noted = [signature for signature in meeting.signatures if signature.status]
    signed = {person.id for person in map(meeting.signer_of, noted) if person}
    checked = {for_comparison(check.name or "") for check in meeting.transcript_checks}
    for person in meeting.holding(profile.signers):
        if person.id not in signed and for_comparison(person.name or "") not in checked:
            yield Gap(GapKind.SIGNATURE_OPEN, person.id, person.name or "")
    for signature in noted:
        if signature.status == SignatureStatus.REFUSED and not signature.reason:
            yield Gap(GapKind.SIGNATURE_UNEXPLAINED, signature.id, signature.name or "")
