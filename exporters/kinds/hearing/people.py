"""Who a hearing's papers go to: those to be told, the officers; and how each is protected."""

from collections.abc import Sequence

from exporters.kinds.parts import speaker_words
from exporters.labels import Labels
from models.masking import MaskChoice, masked
from models.papers import MeetingPapers, NoticeView
from models.protection import has_several_minors, is_minor, is_minor_here
from models.snapshot import MeetingSnapshot, ParticipantView
from models.text import for_comparison
from models.vocabulary import Role

HANDLERS = (Role.HANDLER, Role.HANDLING_ASSISTANT)

TOLD = (
    *(Role.APPLICANT, Role.PETITIONER, Role.VICTIM, Role.SUSPECT, Role.NOT_PROSECUTED),
    *(Role.MINOR, Role.LEGAL_REPRESENTATIVE, Role.APPROPRIATE_ADULT, Role.AGENT, Role.DEFENDER),
    *(Role.ADDRESSEE, Role.THIRD_PARTY, Role.THIRD_PARTY_REPRESENTATIVE),
    *(Role.ADMINISTRATIVE_ORGAN, Role.INVESTIGATOR, Role.WITNESS, Role.EXPERT_WITNESS),
)
"""Who is told of a hearing: its participants (人民检察院审查案件听证工作规定 arts. 6, 10)."""

_DEFENDED = ("嫌疑", "被不起诉", "被告")
"""In the role of a party who has a defender."""

_MINORS_SIDE = frozenset({Role.LEGAL_REPRESENTATIVE, Role.APPROPRIATE_ADULT})


def told(meeting: MeetingSnapshot) -> tuple[ParticipantView, ...]:
    """Return the participants who are to be told of the hearing, in the order of the list."""
    return tuple(person for person in meeting.participants if person.role in TOLD)


def officers(papers: MeetingPapers) -> tuple[ParticipantView, ...]:
    """Return the hearing officers in the order of their list, then those who are on none."""
    people = papers.meeting.participants_by_id
    listed = tuple(people[one] for one in papers.officers if one in people)
    others = papers.meeting.holding((Role.HEARING_OFFICER,))
    return (*listed, *(person for person in others if person not in listed))


def names(people: tuple[ParticipantView, ...], labels: Labels) -> str:
    """Return people with office and post, one after the other; that they are missing if none."""
    return "、".join(speaker_words(one, labels) for one in people) or labels("common.missing")


def for_everybody(papers: MeetingPapers) -> MeetingPapers:
    """Return the papers as they may be published: no party and no minor is named."""
    return masked(papers).papers


def for_participant(papers: MeetingPapers, person: ParticipantView) -> MeetingPapers:
    """Return the papers as one participant may see them: only a minor's own side reads the name."""
    return for_participants(papers, (person,))


def for_participants(papers: MeetingPapers, people: Sequence[ParticipantView]) -> MeetingPapers:
    """Return the papers as all of these may see them; a minor is not named if nobody is known.

    Of several minors none is named to anybody: nothing tells whose side somebody is on.
    """
    meeting = papers.meeting
    own = bool(people) and all(is_on_minors_side(meeting, person) for person in people)
    if own and not has_several_minors(meeting):
        return papers
    return masked(papers, MaskChoice(parties=False)).papers


def is_on_minors_side(meeting: MeetingSnapshot, person: ParticipantView) -> bool:
    """Say whether somebody is the minor whom a case concerns, with them by law, or defends them."""
    defends = person.role == Role.DEFENDER and any(
        is_minor(party) and any(word in (party.role or "") for word in _DEFENDED)
        for case in meeting.cases
        for party in case.parties
    )
    return is_minor_here(person, meeting) or defends or person.role in _MINORS_SIDE


def handlers(meeting: MeetingSnapshot, labels: Labels) -> str:
    """Return the names of those who handle the case; that they are missing if there are none."""
    people = meeting.holding(HANDLERS)
    return "、".join(one.name for one in people if one.name) or labels("common.missing")


def notice_to(papers: MeetingPapers, person: ParticipantView) -> NoticeView | None:
    """Return when and how somebody was told, noted by name, office or role; None if nowhere."""
    known = [for_comparison(one) for one in (person.name, person.organ, person.role) if one]
    return next((one for one in papers.notices if one.to and for_comparison(one.to) in known), None)
