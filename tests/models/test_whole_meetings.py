"""A joint conference under each profile, from its request to its signatures, by operations alone."""

import inspect
from collections.abc import Callable, Iterator
from types import ModuleType

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DatabaseError

from models.database import Database
from models.errors import MoveNotAllowed, NotReadyToSign, RecordLocked, ValueRefused
from models.guards import FREEZES, Freeze
from models.operations import entries, lines, meetings, opinions, people, signing
from models.operations import profiles as profile_operations
from models.profile_rules import ChoiceFaultKind
from models.profiles import Profiles
from models.roster import count_present
from models.signing_facts import GapKind, SealState
from models.vocabulary import Manner
from tests.models import whole_conferences as conference
from tests.models.meeting_desk import Desk, fields_open_until_signing, opened_desk

_DUMMIES: dict[str, object] = {
    **dict.fromkeys(("text", "reason", "state"), "改"),
    **dict.fromkeys(("speaker_id", "question_id", "item_id", "kind", "at"), None),
    "step": 1,
    "to": 0,
    "wanted": "strict",
    "manner": Manner.WRITTEN,
}
"""What operations are given where they must not come to look at it."""


@pytest.fixture
def desk(database: Database, profiles: Profiles) -> Desk:
    """Give a desk with nothing on it."""
    return Desk(database, profiles)


@pytest.fixture(scope="module", params=conference.PROFILES)
def signed(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, profiles: Profiles
) -> Iterator[Desk]:
    """Give a conference whose record is signed; tests only try to change it."""
    with opened_desk(tmp_path_factory.mktemp("signed"), profiles) as desk:
        yield conference.to_signed(desk, request.param)


@pytest.mark.parametrize("profile", conference.WEAKER)
def test_a_weaker_profile_needs_the_rule_of_every_office(profile: str, desk: Desk) -> None:
    conference.request(desk)
    host, other = conference.RULES
    steps: tuple[tuple[tuple[dict[str, str], ...], tuple[str, ...]], ...] = (
        ((), (conference.HOST, conference.OTHER)),
        ((host, other | {"number": ""}), (conference.OTHER,)),
    )

    for rules, missing in steps:
        if rules:
            desk.add("office_rule", *rules)
        with pytest.raises(ValueRefused) as refused:
            desk.set("meeting", profile=profile)
        assert (refused.value.code, refused.value.names) == (
            ChoiceFaultKind.RULES_MISSING,
            missing,
        )
    desk.add("office_rule", other)
    desk.set("meeting", profile=profile)

    assert desk.profile.id == profile


@pytest.mark.parametrize("profile", conference.WEAKER)
def test_alone_an_office_needs_its_own_rule_for_a_weaker_profile(profile: str, desk: Desk) -> None:
    conference.request(desk)
    desk.set("meeting", scope="部门")

    with pytest.raises(ValueRefused) as refused:
        desk.set("meeting", profile=profile)
    desk.add("office_rule", conference.RULES[0])
    desk.set("meeting", profile=profile)

    assert refused.value.code == ChoiceFaultKind.RULE_NEEDED
    assert desk.profile.id == profile


@pytest.mark.parametrize("profile", ["strict", "civil49"])
def test_what_is_no_weaker_needs_no_rule(profile: str, desk: Desk) -> None:
    conference.request(desk)

    conference.approve(desk, profile)

    assert desk.sheet.of("office_rule") == ()
    assert desk.profile.id == profile


@pytest.mark.parametrize("profile", conference.PROFILES)
def test_the_profile_is_fixed_by_the_approval(profile: str, desk: Desk) -> None:
    conference.request(desk)
    conference.approve(desk, profile)

    with pytest.raises(ValueRefused) as refused:
        desk.set("meeting", profile="civil49" if profile == "strict" else "strict")

    assert refused.value.code == ChoiceFaultKind.FIXED
    assert desk.profile.id == profile


@pytest.mark.parametrize("profile", conference.PROFILES)
def test_who_came_is_counted_by_the_profile(profile: str, desk: Desk) -> None:
    conference.to_check(desk, profile)
    rule = desk.profile.quorum
    came = [entry.values for entry in desk.sheet.of("participant")]
    of_host = [one for one in came if one["organ"] == conference.HOST]

    quorum = desk.snapshot.quorum

    assert quorum is not None
    assert (quorum.rule, quorum.required, quorum.counted, quorum.met) == (rule.source, 3, 5, True)
    # Without the other office only strict asks for more than the number.
    enough = conference.enough(count_present(of_host, rule), rule)
    assert enough is (rule.offices is None)


@pytest.mark.parametrize("profile", conference.PROFILES)
def test_the_record_is_signed_once_each_gap_is_mended(profile: str, desk: Desk) -> None:
    conference.to_check(desk, profile)
    assert {gap.kind for gap in desk.missing} == conference.MENDS.keys() - {
        GapKind.SIGNATURE_UNEXPLAINED  # nobody has refused yet
    }

    for kind, mend in conference.MENDS.items():
        assert kind in {gap.kind for gap in desk.missing if gap.stops}
        with pytest.raises(NotReadyToSign) as refused:
            desk.move("J7")
        assert refused.value.gaps == desk.missing
        mend(desk)
        assert kind not in {gap.kind for gap in desk.missing} or kind is GapKind.NOT_HEARD
    desk.move("J7")

    assert desk.seal is SealState.INTACT


def test_the_silence_and_the_statement_not_read_are_told(desk: Desk) -> None:
    conference.to_check(desk, "strict")
    desk.set("meeting", statement_read_at=None)

    told = {gap.kind: gap.stops for gap in desk.missing}

    assert told[GapKind.STATEMENT_NOT_READ] is False
    assert told[GapKind.SILENCE_UNEXPLAINED] is True


@pytest.mark.parametrize("profile", conference.PROFILES)
def test_blocked_words_stop_in_a_title_and_never_as_spoken(profile: str, desk: Desk) -> None:
    conference.to_check(desk, profile)
    desk.set("agenda_item", desk.sheet.of("agenda_item")[0].id, title="经研究会议决定不起诉")

    found = {(gap.group, gap.name) for gap in desk.missing if gap.kind is GapKind.WORDING}

    assert any(group == "agenda_item" for group, _ in found)
    assert {group for group, _ in found} == {"agenda_item", "meeting"}
    assert conference.CITED in {line.text for line in desk.snapshot.lines}


@pytest.mark.parametrize("profile", conference.PROFILES)
def test_counting_voices_in_a_summary_is_as_severe_as_the_profile_says(
    profile: str, desk: Desk
) -> None:
    conference.to_check(desk, profile)
    desk.set("request_issue", desk.sheet.of("request_issue")[0].id, text="过半数发言人认为明知。")

    stopped = {gap.group for gap in desk.missing if gap.kind is GapKind.WORDING}

    assert ("request_issue" in stopped) is (profile not in conference.WEAKER)


def test_each_field_of_the_record_is_closed_by_signing(signed: Desk) -> None:
    before = signed.document

    for group, field in fields_open_until_signing(signed.sheet):
        with pytest.raises(RecordLocked):
            signed.set(group, "", **{field: None})
    for group in {group for group, _ in fields_open_until_signing(signed.sheet)} - {"meeting"}:
        for change in (
            lambda group=group: signed.add(group, {}),
            lambda group=group: signed.do(entries.move_entries, group, [""], 0),
            lambda group=group: signed.do(
                entries.delete_entries, group, [""], profiles=signed.profiles
            ),
        ):
            with pytest.raises(RecordLocked):
                change()

    assert signed.document == before


def _operations(*modules: ModuleType) -> Iterator[Callable[..., object]]:
    """Return the operations of modules that change a meeting."""
    for module in modules:
        for name, function in inspect.getmembers(module, inspect.isfunction):
            own = function.__module__ == module.__name__ and not name.startswith("_")
            if own and list(inspect.signature(function).parameters)[:2] == [
                "session",
                "meeting_id",
            ]:
                yield function


def _given(operation: Callable[..., object], desk: Desk) -> tuple[list[object], dict[str, object]]:
    meeting = desk.snapshot
    known = _DUMMIES | {
        "line_id": meeting.lines[0].id,
        "line_ids": [meeting.lines[0].id],
        "opinion_id": meeting.opinions[0].id,
        "author_id": meeting.participants[0].id,
        "profiles": desk.profiles,
    }
    needed = list(inspect.signature(operation).parameters.values())[2:]
    needed = [one for one in needed if one.default is inspect.Parameter.empty]
    named = {one.name: known[one.name] for one in needed if one.kind is one.KEYWORD_ONLY}
    return [known[one.name] for one in needed if one.kind is not one.KEYWORD_ONLY], named


def test_each_operation_on_the_record_is_refused_once_it_is_signed(signed: Desk) -> None:
    before = signed.document
    reading = {signing.missing, signing.signing_facts}
    changing: set[Callable[..., object]] = {meetings.bin_meeting, meetings.restore_meeting}
    changing |= set(_operations(lines, opinions, people, signing, profile_operations)) - reading
    assert len(changing) > 15

    for operation in changing:
        positional, named = _given(operation, signed)
        with pytest.raises(RecordLocked):
            signed.do(operation, *positional, **named)
    with pytest.raises(MoveNotAllowed):
        signed.move("J6")

    assert signed.document == before
    assert signed.seal is SealState.INTACT


def test_the_database_itself_refuses_to_change_what_is_signed(signed: Desk) -> None:
    tables = [name for name, freeze in FREEZES.items() if freeze is Freeze.SIGNED]
    statements = ["UPDATE meeting SET title = '改'", "DELETE FROM meeting"]
    with signed.database.read() as session:
        for name in tables:
            if session.scalar(text(f'SELECT count(*) FROM "{name}"')):  # noqa: S608
                statements += [f'DELETE FROM "{name}"', f'UPDATE "{name}" SET id = randomblob(16)']  # noqa: S608
    assert len(statements) > 30

    for statement in statements:
        with pytest.raises(RecordLocked), signed.database.write() as session:
            session.execute(text(statement))
    for statement in ("UPDATE audit_entry SET operation = ''", "DELETE FROM audit_entry"):
        with pytest.raises(DatabaseError), signed.database.write() as session:
            session.execute(text(statement))


def test_a_refusal_to_sign_stands_with_its_reason(signed: Desk) -> None:
    told = {one.name: (one.status, one.reason) for one in signed.snapshot.signatures}

    assert told.pop(conference.SECOND) == ("拒绝签名", "认为第七项记录不全")
    assert set(told.values()) == {("已签名", None)}
    assert conference.EXPERT not in told


def test_the_specialist_is_limited_and_gives_no_opinion(signed: Desk) -> None:
    meeting = signed.snapshot
    expert = signed.people[conference.EXPERT]

    (explained,) = [line for line in meeting.lines if line.speaker_id == expert]

    assert (explained.kind, explained.limit) == ("专业说明", conference.SPECIALIST_QUESTION)
    assert expert not in {opinion.author_id for opinion in meeting.opinions}


def test_a_specialist_gives_no_opinion_neither_aloud_nor_in_writing(desk: Desk) -> None:
    conference.to_check(desk, "strict")

    with pytest.raises(ValueRefused):
        desk.say(conference.EXPERT, "意见", "应当认定明知。")
    with pytest.raises(ValueRefused):
        desk.do(
            opinions.add_opinion,
            author_id=desk.people[conference.EXPERT],
            manner=Manner.WRITTEN,
            text="应当认定明知。",
        )


def test_each_opinion_is_one_persons_in_its_manner(signed: Desk) -> None:
    names = {key: name for name, key in signed.people.items()}
    told = [(names[one.author_id], one.manner or "口头") for one in signed.snapshot.opinions]

    assert told == [
        (conference.FIRST, "口头"),
        (conference.SECOND, "口头"),
        (conference.CHAIR, "口头"),
        (conference.SILENT, "未发表"),
        (conference.THIRD, "书面"),
    ]
