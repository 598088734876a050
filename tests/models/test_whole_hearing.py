"""A hearing under its profile, all the way: nothing is touched but by the operations."""

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import text

from exporters.document import texts
from exporters.export import export
from exporters.labels import load_labels
from models.authored import findings
from models.database import Database
from models.deadlines import Outcome, deadlines_of
from models.errors import (
    MoveNotAllowed,
    NotReadyToSign,
    PaperNotReady,
    RecordLocked,
)
from models.operations import lines
from models.profiles import Profiles, paper_rules_of, signers_of
from models.signing_facts import GapKind, SealState
from models.workbench import verify_trail
from tests.exporters.docx_files import FOOTER, story_text
from tests.exporters.meetings import MADE_AT, built
from tests.exporters.pdf_files import page_texts, seen
from tests.models import whole_hearings as hearing
from tests.models.meeting_desk import (
    Desk,
    fields_open_until_signing,
    opened_desk,
    taken_elsewhere,
)


@pytest.fixture
def desk(database: Database, profiles: Profiles) -> Desk:
    """Give a desk with a hearing that was held, its transcript to be checked."""
    desk = Desk(database, profiles)
    hearing.prepare(desk)
    hearing.hold(desk)
    return desk


@pytest.fixture(scope="module")
def archived(tmp_path_factory: pytest.TempPathFactory, profiles: Profiles) -> Iterator[Desk]:
    """Give a hearing that went all the way; tests only read it, or try to change it."""
    with opened_desk(tmp_path_factory.mktemp("archived"), profiles) as desk:
        yield hearing.to_archived(desk)


def test_the_transcript_is_signed_once_it_was_checked(desk: Desk) -> None:
    waiting = {gap.name for gap in desk.missing if gap.kind is GapKind.SIGNATURE_OPEN}
    with pytest.raises(NotReadyToSign):
        desk.move("H10")
    desk.add("transcript_check", *({"name": name, "result": "签名"} for name in hearing.CHECKED))
    unchecked = {gap.name for gap in desk.missing if gap.kind is GapKind.SIGNATURE_OPEN}

    desk.note_signatures("2026-03-26T17:00", refused={hearing.SUPERVISOR: None})

    assert waiting == set(desk.people)
    assert waiting - unchecked == set(hearing.CHECKED)
    assert [gap.kind for gap in desk.missing] == [GapKind.SIGNATURE_UNEXPLAINED]
    with pytest.raises(NotReadyToSign):
        desk.move("H10")


def test_a_title_that_decides_stops_and_what_officers_agreed_does_not(desk: Desk) -> None:
    hearing.check(desk)
    desk.set("meeting", title="检察听证会决议")

    with pytest.raises(NotReadyToSign) as refused:
        desk.move("H10")

    assert [(gap.kind, gap.group) for gap in refused.value.gaps] == [(GapKind.WORDING, "meeting")]
    assert "deliberation" not in {finding.group for finding in findings(desk.sheet, desk.profile)}


def test_nobody_is_waited_for_with_an_opinion_nor_with_the_statement(desk: Desk) -> None:
    kinds = {gap.kind for gap in desk.missing}

    assert kinds == {GapKind.SIGNATURE_OPEN}


def test_each_was_told_in_time(desk: Desk) -> None:
    found = deadlines_of(desk.sheet, desk.profile, date(2026, 3, 26))

    told = {deadline.whom for deadline in found if deadline.whom}
    assert told == set(hearing.CHECKED)
    assert {deadline.outcome for deadline in found} == {Outcome.KEPT}


def test_the_decision_is_signed_after_the_transcript(desk: Desk) -> None:
    desk.set("decision", adopted="采纳", detail="再给三十日。")

    with pytest.raises(PaperNotReady):
        desk.sign_paper("decision", "2026-04-02")


def test_signing_closes_the_transcript_and_leaves_what_follows_open(desk: Desk) -> None:
    hearing.check(desk)
    desk.move("H10")
    before = desk.document

    for group, field in fields_open_until_signing(desk.sheet):
        with pytest.raises(RecordLocked):
            desk.set(group, "", **{field: None})
    with pytest.raises(RecordLocked):
        desk.do(lines.add_line, text="补记。")
    with pytest.raises(RecordLocked), desk.database.write() as session:
        session.execute(text("UPDATE hearing_deliberation SET majority = '改'"))
    with pytest.raises(MoveNotAllowed):
        desk.move("H9")
    assert desk.document == before
    hearing.decide(desk)

    assert desk.seal is SealState.INTACT


def test_the_decision_says_whether_and_with_whose_consent(archived: Desk) -> None:
    decision = archived.sheet.single("decision")
    (feedback,) = archived.sheet.of("supervisor_feedback")

    assert decision is not None
    assert decision.signed_at == "2026-04-02"
    assert decision.values["consent_at"] == "2026-04-01"
    assert feedback.values["reply"]


def test_an_archived_hearing_is_sealed_and_closed(archived: Desk) -> None:
    assert (archived.snapshot.state, archived.seal) == ("H13", SealState.INTACT)

    for group in ("decision", "archive", "deliberation"):
        for field in archived.sheet.of(group)[0].values:
            with pytest.raises(RecordLocked):
                archived.set(group, **{field: None})


def test_the_trail_tells_each_step_of_the_hearing(archived: Desk) -> None:
    with archived.database.read() as session:
        rows = session.execute(text("SELECT operation, changes FROM audit_entry ORDER BY number"))
        told = [(row.operation, json.loads(row.changes)) for row in rows]
        assert verify_trail(session) is None

    states = [
        change["after"]["state"]
        for operation, changes in told
        for change in changes
        if operation == "move_meeting" and change["table"] == "meeting"
    ]
    assert [operation for operation, _ in told] == archived.steps
    assert all(changes for _, changes in told)
    assert states == [f"H{number}" for number in range(1, 14)]


def test_a_case_file_of_a_hearing_is_equal_elsewhere_and_arrives_locked(
    archived: Desk, database: Database, tmp_path: Path
) -> None:
    elsewhere = taken_elsewhere(archived, database, tmp_path)

    assert elsewhere.document == archived.document
    assert (elsewhere.seal, elsewhere.digest) == (SealState.INTACT, archived.digest)
    with pytest.raises(RecordLocked):
        elsewhere.set("archive", code="改")


def test_every_page_of_the_transcript_says_what_it_is(archived: Desk, tmp_path: Path) -> None:
    papers, labels = archived.papers, load_labels()

    result = export(
        papers,
        kinds=["transcript"],
        formats=["docx", "pdf"],
        folder=tmp_path,
        signers=signers_of(papers.meeting, archived.profiles),
        rules=paper_rules_of(papers.meeting, archived.profiles),
        made_at=MADE_AT,
    )

    word, pdf = (file.read_bytes() for file in result.files)
    pages = [seen(page) for page in page_texts(pdf)]
    assert len(pages) > 1
    assert all(seen(labels("statement.hearing")) in page for page in pages)
    assert seen(labels("statement.hearing")) in seen(story_text(word, FOOTER))
    assert not any(seen(labels("statement.conference")) in page for page in pages)


def test_the_transcript_keeps_what_was_said_in_the_break(archived: Desk) -> None:
    words = "\n".join(texts(built("transcript", archived.papers)))

    assert "休会" in words
    for withheld in hearing.WITHHELD:
        assert withheld not in words
