"""The masked version (脱敏版) of a meeting's papers: who is to be masked, and the copy that is.

Nothing in the database changes. The rules of whom and how: :mod:`models.masks`.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from models.masked_texts import Hint, HintKind, MaskedName, Masker, officials_in
from models.masks import (
    is_organisation,
    is_state_organ,
    mask_of_organisation,
    masks_for,
    name_key,
    people_in,
)
from models.papers import MeetingPapers
from models.protection import concerns_minor, is_minor
from models.snapshot import CaseView, MeetingSnapshot, ParticipantView, PartyView
from models.vocabulary import CONFERENCE_ROLES, Role

PARTY_ROLES = frozenset(
    {
        *(Role.APPLICANT, Role.PETITIONER, Role.VICTIM, Role.SUSPECT, Role.NOT_PROSECUTED),
        *(Role.MINOR, Role.LEGAL_REPRESENTATIVE, Role.ADDRESSEE, Role.THIRD_PARTY),
        *(Role.THIRD_PARTY_REPRESENTATIVE, Role.WITNESS, Role.EXPERT_WITNESS),
    }
)
"""Who is in a hearing for a case of their own, and those whom 法释〔2016〕19号 art. 8 adds to them."""

_MINORS_OWN = frozenset({Role.MINOR, Role.LEGAL_REPRESENTATIVE, Role.APPROPRIATE_ADULT})
"""By whom a minor can be found (未成年人保护法 art. 103)."""

BY_OFFICE = CONFERENCE_ROLES | frozenset(
    {
        *(Role.HEARING_OFFICER, Role.PEOPLES_SUPERVISOR, Role.DEFENDER, Role.AGENT),
        *(Role.ADMINISTRATIVE_ORGAN, Role.INVESTIGATOR, Role.ORDER_KEEPER),
        Role.OBSERVERS_REPRESENTATIVE,
    }
)
"""Who is named by office, even where a party has the same name."""


@dataclass(frozen=True, slots=True)
class MaskChoice:
    """What a masked version hides besides minors and those by whom they can be found."""

    parties: bool = True
    organisations: bool = False


@dataclass(frozen=True, slots=True)
class MaskedPapers:
    """Masked papers, and what was done: each name with how often it stood there, and what is left.

    ``hints`` are places that a person has to look at before the papers go out.
    """

    papers: MeetingPapers
    names: tuple[MaskedName, ...] = ()
    numbers: int = 0
    hints: tuple[Hint, ...] = ()


def masked(papers: MeetingPapers, which: MaskChoice | None = None) -> MaskedPapers:
    """Return a copy of the papers in which no masked name stands, with a report.

    Numbers of identity cards and mobile phones go too. There is no digest and no seal: the copy is
    not what was signed.
    """
    meeting = papers.meeting
    found = _Found()
    found.gather(meeting, which or MaskChoice())
    people = frozenset(person.id for person in _masked_people(meeting, found))
    masker = Masker(
        names=found.names,
        masks=_masks(found),
        kept=_kept(papers, people, found),
        people=people,
        minors=frozenset(found.minors),
    )
    copy = masker.copied(papers)
    return MaskedPapers(
        papers=replace(
            copy,
            meeting=replace(copy.meeting, digest=""),
            seal=None,
            version=replace(papers.version, masked=True),
        ),
        names=masker.counted(),
        numbers=masker.numbers,
        hints=(*_namesakes(meeting, found), *masker.hints),
    )


@dataclass
class _Found:
    """The names to mask, in order, by key; those of minors; masks that the office chose itself."""

    names: dict[str, str] = field(default_factory=dict)
    minors: set[str] = field(default_factory=set)
    chosen: dict[str, str] = field(default_factory=dict)
    aliases: dict[str, str] = field(default_factory=dict)
    organisations: dict[str, str] = field(default_factory=dict)

    def gather(self, meeting: MeetingSnapshot, which: MaskChoice) -> None:
        """Take the names of the parties of all cases, then those of the participants."""
        for case in meeting.cases:
            for party in _hidden_parties(case, which):
                self._party(party, minor=is_minor(party) or bool(case.minor))
        roles = _roles(meeting, which)
        for person in meeting.participants:
            if person.role in roles:
                self._name(person.name or "", minor=person.role == Role.MINOR)

    def _party(self, party: PartyView, *, minor: bool) -> None:
        name, display = party.name or "", party.display or ""
        if is_organisation(name):
            self._organisation(name)
            return
        first = self._name(name, minor=minor)
        others = people_in(display)
        if first is None:
            self._name(display, minor=minor)
        elif others and name_key(others[0]) not in self.names:
            self._name(display, minor=minor)
            key = name_key(first)
            self.aliases[name_key(others[0])] = self.aliases.get(key, key)
        elif not others and "某" in display:
            self.chosen[name_key(first)] = display

    def _name(self, text: str, *, minor: bool) -> str | None:
        if is_organisation(text):
            return None
        names = people_in(text)
        for name in names:
            self.names.setdefault(name_key(name), name)
            if minor:
                self.minors.add(name_key(name))
        return names[0] if names else None

    def _organisation(self, name: str) -> None:
        if not is_state_organ(name):
            self.organisations.setdefault(name_key(name), name)
            self.names.setdefault(name_key(name), name)


def _hidden_parties(case: CaseView, which: MaskChoice) -> Iterator[PartyView]:
    for party in case.parties:
        organisation = is_organisation(party.name or "")
        if organisation and not which.organisations:
            continue
        minors = bool(case.minor) or is_minor(party)
        guardian = concerns_minor(case) and Role.LEGAL_REPRESENTATIVE in (party.role or "")
        if which.parties or organisation or minors or guardian:
            yield party


def _roles(meeting: MeetingSnapshot, which: MaskChoice) -> frozenset[Role]:
    here = {person.role for person in meeting.participants}
    minors = any(map(concerns_minor, meeting.cases)) or Role.MINOR in here
    return frozenset((PARTY_ROLES if which.parties else set()) | (_MINORS_OWN if minors else set()))


def _masks(found: _Found) -> Mapping[str, str]:
    people = {
        key: name
        for key, name in found.names.items()
        if key not in found.organisations and key not in found.aliases
    }
    masks = masks_for(people.values(), found.chosen)
    masks |= {alias: masks[key] for alias, key in found.aliases.items()}
    organisations = [(key, mask_of_organisation(name)) for key, name in found.organisations.items()]
    for number, (key, mask) in enumerate(organisations, 1):
        alike = sum(other == mask for _, other in organisations) > 1
        masks[key] = f"{mask}{number}" if alike else mask
    return masks


def _masked_people(meeting: MeetingSnapshot, found: _Found) -> Iterator[ParticipantView]:
    """Yield the participants who are to be masked: never one who is named by office."""
    for person in meeting.participants:
        keys = {name_key(name) for name in people_in(person.name or "")}
        if keys & found.names.keys() and person.role not in BY_OFFICE:
            yield person


def _kept(papers: MeetingPapers, people: frozenset[str], found: _Found) -> frozenset[str]:
    """Return the names that stay: of participants, and of others who act by office.

    Somebody who is not in the room and has a masked name may be the party itself.
    """
    here = {person.name or "" for person in papers.meeting.participants if person.id not in people}
    others = {name for name in officials_in(papers) if name_key(name) not in found.names}
    return frozenset({name for name in here if len(name_key(name)) > 1} | others)


def _namesakes(meeting: MeetingSnapshot, found: _Found) -> Iterator[Hint]:
    """Yield who is named by office and has a party's name: in running text both are masked."""
    for number, person in enumerate(meeting.participants, 1):
        key = name_key(person.name or "")
        if key in found.names and person.role in BY_OFFICE:
            yield Hint(HintKind.SAME_NAME, "participants", "name", number, person.name or "")
