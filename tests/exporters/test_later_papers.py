"""Papers that others write after a conference: each its maker's own, none part of the record."""

from pathlib import Path

import pytest

from exporters.document import Document, texts
from exporters.export import export
from exporters.labels import load_labels
from exporters.registry import kinds_due
from models.database import Database
from models.errors import KindNotDue
from models.operations.case_files import import_documents, read_case_files
from models.papers import DivergenceReportView, HandlerAnswerView, HandlerNoteView, MeetingPapers
from models.queries import meeting_papers
from resources import path
from tests.exporters.meetings import MADE_AT, PROFILES, built, conference, hearing

ANSWER = HandlerAnswerView("龚䶮", 7, "定帮信更稳。", "未采纳", "经补查不再按帮信处理。")
PAPERS = MeetingPapers(
    conference("定帮信更稳。"),
    note=HandlerNoteView("陶𬤇", "2025-06-24", (ANSWER,)),
    divergence=DivergenceReportView("章循礼", "2025-09-22", "监督规则", "所附各人意见。", "同意"),
)


def _words(document: Document) -> str:
    return "\n".join(texts(document))


def test_each_paper_exists_only_once_it_is_written() -> None:
    assert kinds_due(PAPERS) == ("record", "handler_note", "divergence_report")
    assert kinds_due(MeetingPapers(conference())) == ("record",)
    assert kinds_due(MeetingPapers(hearing())) == ("hearing_plan", "hearing_sign_in", "transcript")


def test_a_paper_that_is_not_written_cannot_be_exported(tmp_path: Path) -> None:
    with pytest.raises(KindNotDue):
        export(
            MeetingPapers(conference()),
            kinds=["handler_note"],
            formats=["pdf"],
            folder=tmp_path,
            signers=(),
        )
    assert list(tmp_path.iterdir()) == []


def test_the_note_tells_each_opinion_by_its_speaker_with_what_became_of_it() -> None:
    words = _words(built("handler_note", PAPERS))

    for told in ("陶𬤇", "2025年6月24日", "龚䶮", "定帮信更稳。", "讨论内容第7项", "未采纳"):
        assert told in words
    assert "经补查不再按帮信处理。" in words


def test_the_note_is_its_maker_s_and_says_so() -> None:
    document = built("handler_note", PAPERS)

    assert document.frame.statement == load_labels()("statement.handler_note")
    assert "陶𬤇" in document.frame.footer
    assert document.frame.mark is not None  # it is signed by hand, whatever the record is


def test_the_report_stands_beside_the_record_with_the_conference_s_statement() -> None:
    document = built("divergence_report", PAPERS)

    assert document.frame.statement == load_labels()("statement.conference")
    for told in ("章循礼", "2025年9月22日", "监督规则", "所附各人意见。", "同意"):
        assert told in _words(document)


def test_the_record_has_no_word_of_either() -> None:
    words = _words(built("record", PAPERS))

    for told in ("经补查不再按帮信处理。", "未采纳", "章循礼", "所附各人意见。"):
        assert told not in words


def test_both_are_made_from_the_database_in_every_format(
    database: Database, tmp_path: Path
) -> None:
    documents = read_case_files([path("samples/s08-joint.json")], PROFILES)
    with database.write() as session:
        (taken,) = import_documents(session, documents)
    with database.read() as session:
        papers = meeting_papers(session, taken.id)

    result = export(
        papers,
        kinds=("record", "handler_note", "divergence_report"),
        formats=["docx", "pdf"],
        folder=tmp_path,
        signers=("出席",),
        made_at=MADE_AT,
    )

    assert len(result.files) == 6
    assert "已由运营商确认实名。" in _words(built("handler_note", papers))


def test_a_note_without_answers_and_a_report_without_words_say_what_is_missing() -> None:
    empty = MeetingPapers(conference(), HandlerNoteView(), DivergenceReportView())

    assert "（未填写）" in _words(built("handler_note", empty))
    assert "（未填写）" in _words(built("divergence_report", empty))
