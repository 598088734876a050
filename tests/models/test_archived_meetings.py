"""A joint conference under each profile after its signatures: papers, archive, trail, case file."""

import json
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from sqlalchemy import text

from exporters.document import texts
from exporters.export import export
from exporters.labels import load_labels
from exporters.registry import kinds_due
from models.authored import findings
from models.database import Database
from models.errors import PaperNotReady, RecordLocked, ValueRefused
from models.profiles import Profiles, paper_rules_of, signers_of
from models.signing_facts import SealState
from models.states import STATES
from models.vocabulary import Manner
from models.workbench import Verb, verify_trail
from tests.exporters.docx_files import FOOTER, story_text
from tests.exporters.meetings import MADE_AT, built
from tests.exporters.pdf_files import page_texts, seen
from tests.models import whole_conferences as conference
from tests.models.meeting_desk import Desk, opened_desk, taken_elsewhere

_STATEMENTS = {"handler_note": "handler_note", "expert_statement": "expert"}


@pytest.fixture(scope="module", params=conference.PROFILES)
def archived(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, profiles: Profiles
) -> Iterator[Desk]:
    """Give a conference that went all the way; tests only read it, or try to change it."""
    with opened_desk(tmp_path_factory.mktemp("archived"), profiles) as desk:
        yield conference.to_archived(desk, request.param)


def test_an_archived_meeting_is_sealed_and_closed_in_every_field(archived: Desk) -> None:
    sheet = archived.sheet

    assert (sheet.state, archived.seal) == ("J11", SealState.INTACT)
    rows = [(group, row) for group, found in sheet.entries.items() for row in found]
    for group, row in rows:
        for field in row.values:
            with pytest.raises(RecordLocked):
                archived.set(group, row.id, **{field: None})
    with pytest.raises(RecordLocked):
        archived.sign_paper("handler_note", "2026-03-20")
    with pytest.raises(RecordLocked):
        archived.move("J9")


def test_the_note_answers_each_opinion_that_was_given(archived: Desk) -> None:
    note = archived.sheet.single("handler_note")
    given = [one for one in archived.snapshot.opinions if one.manner != Manner.NONE_GIVEN]
    answers = archived.sheet.of("handler_answer")

    assert note is not None
    assert [one.values["opinion"] for one in answers] == [one.id for one in given]
    assert {one.values["status"] for one in answers if not one.values["reason"]} == {"采纳"}
    assert (note.signed_at, note.values["road"]) == ("2026-03-12", "报检察长")


def test_the_correction_sheet_is_numbered_and_leaves_the_record_as_it_was(archived: Desk) -> None:
    (sheet,) = archived.snapshot.correction_sheets
    (line,) = [one for one in archived.snapshot.lines if one.id == sheet.line_id]

    assert (sheet.number, sheet.wrong, sheet.signed_at) == (1, "账户", "2026-03-14")
    assert line.text == "账户由谁控制？"


def test_the_trail_tells_each_step_in_an_unbroken_chain(archived: Desk) -> None:
    with archived.database.read() as session:
        rows = session.execute(
            text("SELECT verb, operation, meetings, changes FROM audit_entry ORDER BY number")
        ).all()
        assert verify_trail(session) is None

    assert [row.operation for row in rows] == archived.steps
    assert {row.verb for row in rows} == {Verb.DO}
    assert all(json.loads(row.meetings) == [archived.meeting] for row in rows)
    assert all(json.loads(row.changes) for row in rows)


def test_the_trail_tells_every_state_that_was_gone_through(archived: Desk) -> None:
    with archived.database.read() as session:
        rows = session.scalars(
            text("SELECT changes FROM audit_entry WHERE operation = 'move_meeting'")
        ).all()
    moves = [
        (change["before"]["state"], change["after"]["state"])
        for row in rows
        for change in json.loads(row)
        if change["table"] == "meeting"
    ]

    gone = [moves[0][0], *(after for _, after in moves)]
    assert all(before == after for (_, after), (before, _) in pairwise(moves))
    skipped = {"J10"} - set(gone)  # nothing is referred but by the head's report
    assert gone == [f"J{number}" for number in range(12) if f"J{number}" not in skipped]
    assert bool(skipped) is (archived.profile.id != "civil49")


def test_a_case_file_is_equal_elsewhere_and_arrives_locked(
    archived: Desk, database: Database, tmp_path: Path
) -> None:
    elsewhere = taken_elsewhere(archived, database, tmp_path)

    assert elsewhere.document == archived.document
    assert (elsewhere.seal, elsewhere.digest) == (SealState.INTACT, archived.digest)
    assert STATES[elsewhere.snapshot.state].signed
    with pytest.raises(RecordLocked):
        elsewhere.set("meeting", notes="改")
    with pytest.raises(RecordLocked), database.write() as session:
        session.execute(text("UPDATE line SET text = '改'"))


def test_every_paper_says_on_every_page_what_it_is(archived: Desk, tmp_path: Path) -> None:
    papers, labels = archived.papers, load_labels()
    kinds = kinds_due(papers)
    assert ("divergence_report" in kinds) is (archived.profile.id == "civil49")

    for kind in kinds:
        result = export(
            papers,
            kinds=[kind],
            formats=["docx", "pdf"],
            folder=tmp_path,
            signers=signers_of(papers.meeting, archived.profiles),
            rules=paper_rules_of(papers.meeting, archived.profiles),
            made_at=MADE_AT,
        )
        word, pdf = (file.read_bytes() for file in result.files)
        statement = seen(labels(f"statement.{_STATEMENTS.get(kind, 'conference')}"))
        pages = [seen(page) for page in page_texts(pdf)]
        assert all(statement in page for page in pages)
        assert statement in seen(story_text(word, FOOTER))
        assert not any(seen(labels("statement.hearing")) in page for page in pages)
        if kind == "record":
            assert len(pages) > 1
            assert not any("未签名稿" in page for page in pages)


def test_the_record_has_no_word_of_a_majority_nor_of_the_later_papers(archived: Desk) -> None:
    words = "\n".join(texts(built("record", archived.papers)))

    for told in ("多数", "少数", "过半", "一致", conference.REPORT, "退回补充侦查"):
        assert told not in words


@pytest.fixture
def handed_over(database: Database, profiles: Profiles) -> Desk:
    """Give a conference whose signed record lies with the handling prosecutor."""
    desk = conference.to_signed(Desk(database, profiles), "civil49")
    conference.hand_over(desk)
    return desk


def test_the_note_is_signed_only_once_it_answers_each_opinion(handed_over: Desk) -> None:
    handed_over.set("handler_note", by=conference.HANDLER, road="自行决定")
    answers = conference.answers(handed_over)
    handed_over.add("handler_answer", *answers[:2])

    with pytest.raises(PaperNotReady) as refused:
        handed_over.sign_paper("handler_note", "2026-03-12")
    handed_over.add("handler_answer", *answers[2:])
    handed_over.sign_paper("handler_note", "2026-03-12")

    assert refused.value == PaperNotReady(
        "opinions_unanswered", (conference.CHAIR, conference.THIRD)
    )
    assert handed_over.papers.note is not None


def test_an_answer_other_than_adoption_needs_its_reason(handed_over: Desk) -> None:
    for answer in conference.answers(handed_over)[1:]:
        with pytest.raises(ValueRefused):
            handed_over.add("handler_answer", answer | {"reason": " "})


@pytest.mark.parametrize("paper", ["handler_note", "divergence_report"])
def test_no_paper_that_follows_is_signed_before_the_record(
    paper: str, database: Database, profiles: Profiles
) -> None:
    desk = conference.to_check(Desk(database, profiles), "strict")
    desk.set(paper, by=conference.HANDLER)

    with pytest.raises(PaperNotReady) as refused:
        desk.sign_paper(paper, "2026-03-12")

    assert refused.value.code == "record_not_signed"


def test_the_head_may_tell_of_the_majority_in_the_own_report_alone(
    handed_over: Desk, profiles: Profiles
) -> None:
    handed_over.set("divergence_report", content=conference.REPORT)

    told = findings(handed_over.sheet, profiles["civil49"])
    as_strict = findings(handed_over.sheet, profiles["strict"])

    assert "divergence_report" not in {finding.group for finding in told}
    assert "divergence_report" in {finding.group for finding in as_strict}
