"""Who signs a paper by hand, and what is noted of who would not or could not."""

from collections.abc import Iterator, Sequence

from exporters.document import SignatureRow
from exporters.kinds.parts import role_label
from exporters.labels import Labels
from models.snapshot import MeetingSnapshot, ParticipantView, SignatureView
from models.vocabulary import SignatureStatus

_UNSIGNED: dict[str, str] = {SignatureStatus.REFUSED: "refused", SignatureStatus.ABSENT: "absent"}


def signature_rows(
    snapshot: MeetingSnapshot,
    signers: Sequence[str],
    labels: Labels,
    *,
    kind: str,
    elsewhere: frozenset[str] = frozenset(),
) -> tuple[SignatureRow, ...]:
    """Return a place to sign for everybody whose role signs, in the order of the roles.

    Others of whom a signature is noted come after them. Where a paper of this ``kind`` has its own
    word for a signing role, that word stands. ``elsewhere`` are participants who sign a page of
    their own.
    """
    block = _Block(snapshot, kind, labels)
    people = [person for person in snapshot.holding(signers) if person.id not in elsewhere]
    done = {person.id for person in people} | elsewhere
    rows = [block.row_of(person) for person in people]
    return (*rows, *block.others(done))


def signature_row(
    person: ParticipantView, snapshot: MeetingSnapshot, labels: Labels, *, kind: str
) -> SignatureRow:
    """Return one participant's place to sign."""
    return _Block(snapshot, kind, labels).row_of(person)


class _Block:
    """The rows of one block of signatures. Of two notes on one person the later holds.

    A note by name alone is about the participant of that name, if there is exactly one.
    """

    def __init__(self, snapshot: MeetingSnapshot, kind: str, labels: Labels) -> None:
        self._snapshot = snapshot
        self._shared = snapshot.shared_names
        self._noted = {
            person.id: one for one in snapshot.signatures if (person := snapshot.signer_of(one))
        }
        self._kind = kind
        self._labels = labels

    def row_of(self, person: ParticipantView) -> SignatureRow:
        return SignatureRow(
            label=self._label(person.role or ""),
            name=person.name or self._labels("common.missing"),
            remark=_apart(person, self._labels) if person.name in self._shared else "",
            instead=_instead(self._noted.get(person.id), self._labels),
        )

    def others(self, done: frozenset[str] | set[str]) -> Iterator[SignatureRow]:
        """Yield the rows of those noted who are not among ``done``, in the order of the notes."""
        seen = set(done)
        for noted in self._snapshot.signatures:
            person = self._snapshot.signer_of(noted)
            if person is None:
                yield self._outsider(noted)
            elif person.id not in seen:
                seen.add(person.id)
                yield self.row_of(person)

    def _outsider(self, noted: SignatureView) -> SignatureRow:
        return SignatureRow(
            label=self._label(noted.role or ""),
            name=noted.name or self._labels("common.missing"),
            instead=_instead(noted, self._labels),
        )

    def _label(self, role: str) -> str:
        own = role_label(role, self._labels)
        return self._labels.find(f"{self._kind}.signature_roles", role, own)


def _instead(noted: SignatureView | None, labels: Labels) -> str:
    """Return what stands in the place of a signature; empty where one can be."""
    key = _UNSIGNED.get(noted.status) if noted and noted.status else None
    if noted is None or key is None:
        return ""
    words = labels(f"signing.{key}")
    return labels("common.person", name=words, details=noted.reason) if noted.reason else words


def _apart(person: ParticipantView, labels: Labels) -> str:
    """Return what tells a person from a namesake: office, post and number."""
    parts = [f"{person.organ or ''}{person.post or ''}"]
    if person.number is not None:
        parts.append(labels("common.person_number", number=person.number))
    return labels("common.person_separator").join(filter(None, parts))
